//! The protocol between app, API and provider, and an attacker among them.
//!
//! Two caseworkers have two changes each. The attacker is Bo, or sits in Bo's browser; reads every address and every sealed record
//! of both; sends what was never sent, twice or to somebody else, in any order or not at all; and can open any login in Anna's
//! browser, where she approves whatever she is shown. What the attacker cannot do: open or make a seal, sign an ID token, redeem a code.
//! The provider may ignore `prompt=login` and answer from a session that is older than the change.
//!
//! | Step of the model | Code |
//! |---|---|
//! | [`Step::Prepare`] | `api::prepare`, and `relying_party::start`, which pushes nonce, state and PKCE challenge |
//! | [`Step::Approve`], [`Step::ReuseSession`] | the provider; in the sandbox `provider::authorize` and `provider::login` |
//! | [`Step::Confirm`] | `api::confirm`, `Confirmation::open` to `claim_code`: steps 1 to 7 |
//! | [`Step::Redeem`] | `relying_party::complete` (`token::redeem`, `verified_login::verify`) and `api::commit` |
//! | [`Step::Reopen`] | `api::reopen` |
//! | [`Step::Crash`] | the API is killed between claiming a code and carrying out the change |
//!
//! | [`Check`] | Where it is made |
//! |---|---|
//! | [`Check::Seal`] | `seal::Sealer::open` |
//! | [`Check::SealedName`] | `Confirmation::open` |
//! | [`Check::State`] | `RelyingParty::check_callback` |
//! | [`Check::OpenAtStart`] | `Confirmation::run` |
//! | [`Check::OneAtATime`] | `api::turns` |
//! | [`Check::ClaimedOnce`] | `store::attempts::claim` |
//! | [`Check::RequestOnce`], [`Check::RedeemedOnce`], [`Check::Verifier`] | the provider (RFC 9126 section 4, RFC 6749 section 4.1.2, RFC 7636 section 4.6) |
//! | [`Check::Nonce`], [`Check::AuthTime`], [`Check::Person`] | `verified_login::verify` |
//! | [`Check::OpenAtCommit`] | `api::commit::carry_out` |
//! | [`Check::Unique`] | `UNIQUE` and `PRIMARY KEY` of the table `commits` |
//! | [`Check::Owner`] | `api::reopen` |

mod state;

use crate::explore::Model;
pub use state::{Change, Code, Fate, InFlight, Person, World};

/// A model with some checks left out.
pub struct Protocol {
    changes: usize,
    without: Vec<Check>,
    may_commit_all: bool,
}

/// A check that API or provider make.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Check {
    /// A sealed change that was altered cannot be opened.
    Seal,
    /// The sealed change is the one that the address names.
    SealedName,
    /// The `state` is that of the sealed change.
    State,
    /// Nothing has become of the change yet, when it is confirmed.
    OpenAtStart,
    /// Confirmations of one change wait for each other.
    OneAtATime,
    /// The API takes a code once.
    ClaimedOnce,
    /// A pushed request can be used once.
    RequestOnce,
    /// The provider redeems a code once.
    RedeemedOnce,
    /// The provider gives the ID token only to who has the PKCE verifier of the request.
    Verifier,
    /// The ID token is for exactly this change.
    Nonce,
    /// The login is not older than the change.
    AuthTime,
    /// The person who logged in is the one who prepared the change.
    Person,
    /// Nothing has become of the change yet, when it is carried out.
    OpenAtCommit,
    /// The database takes each change, nonce and code once.
    Unique,
    /// A change is given back only to who prepared it.
    Owner,
}

/// Something that happens. Changes and codes are named by their numbers.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Step {
    /// A caseworker prepares a change.
    Prepare(usize),
    /// The login of a change is opened in somebody's browser, and approved.
    Approve(usize, Person),
    /// The login of a change is opened in somebody's browser, and the provider asks nobody.
    ReuseSession(usize, Person),
    /// Somebody asks to confirm: address, sealed change, whether that was altered, state, code.
    Confirm { name: usize, sealed: usize, is_altered: bool, state: usize, code: usize },
    /// The API redeems a code that it has taken, and carries out the change if all is well.
    Redeem(InFlight),
    /// Somebody asks for a change back.
    Reopen(usize, Person),
    /// The API is killed.
    Crash,
}

impl Protocol {
    /// With so many of the four changes, and every check.
    #[must_use]
    pub fn of(changes: usize) -> Self {
        Self { changes, without: Vec::new(), may_commit_all: true }
    }

    /// Without some checks. Two changes, one of each caseworker, are enough to show what goes wrong then.
    #[must_use]
    pub fn without(checks: &[Check]) -> Self {
        Self { without: checks.to_vec(), ..Self::of(2) }
    }

    /// Takes it for a fault when all changes are carried out, to show that they can be.
    #[must_use]
    pub fn where_not_all_is_carried_out(self) -> Self {
        Self { may_commit_all: false, ..self }
    }

    fn makes(&self, check: Check) -> bool {
        !self.without.contains(&check)
    }

    /// Whether the API takes a code for a change.
    fn accepts(&self, world: &World, step: Step) -> bool {
        let Step::Confirm { name, sealed, is_altered, state, code } = step else { return false };
        let is_right = |check, holds: bool| holds || !self.makes(check);
        is_right(Check::Seal, !is_altered)
            && is_right(Check::SealedName, name == sealed)
            && is_right(Check::OneAtATime, world.in_flight.iter().all(|flight| flight.sealed != sealed))
            && is_right(Check::OpenAtStart, world.changes[sealed].fate == Fate::Open)
            && is_right(Check::State, state == sealed)
            && is_right(Check::ClaimedOnce, !world.codes[code].is_claimed)
    }

    fn redeem(&self, world: &mut World, flight: InFlight) -> Result<(), String> {
        world.end(flight);
        let InFlight { sealed, is_altered, code: number } = flight;
        let is_wrong = |check, holds: bool| !holds && self.makes(check);
        let code = &mut world.codes[number];
        // The provider uses a code up, whatever is wrong with the request for it.
        let was_redeemed = std::mem::replace(&mut code.is_redeemed, true);
        if is_wrong(Check::RedeemedOnce, !was_redeemed) || is_wrong(Check::Verifier, code.request == sealed) {
            return Ok(());
        }
        let change = &world.changes[sealed];
        let is_refused = is_wrong(Check::Nonce, code.request == sealed && !is_altered)
            || is_wrong(Check::AuthTime, code.is_fresh)
            || is_wrong(Check::Person, code.person == Person::of(sealed))
            || is_wrong(Check::OpenAtCommit, change.fate == Fate::Open)
            || is_wrong(Check::Unique, !change.is_committed && !code.has_committed);
        if is_refused {
            return Ok(());
        }
        let promises = [
            (code.request == sealed, "a login for another change"),
            (!is_altered, "other content than was prepared"),
            (code.is_fresh, "a login older than the change"),
            (code.person == Person::of(sealed), "the login of another person"),
            (!code.has_committed, "a login that has carried out a change before"),
            (!change.is_committed, "a change that was carried out before"),
            (change.fate != Fate::Withdrawn, "a change that was withdrawn"),
        ];
        if let Some((_, broken)) = promises.into_iter().find(|(holds, _)| !holds) {
            return Err(format!("carried out: {broken}"));
        }
        code.has_committed = true;
        let change = &mut world.changes[sealed];
        (change.fate, change.is_committed) = (Fate::Committed, true);
        Ok(())
    }

    fn reopen(&self, world: &mut World, number: usize, person: Person) -> Result<(), String> {
        if self.makes(Check::Owner) && person != Person::of(number) {
            return Ok(());
        }
        let change = &mut world.changes[number];
        if change.fate == Fate::Open {
            change.fate = Fate::Withdrawn;
            if person != Person::of(number) {
                return Err("withdrawn by another person".to_owned());
            }
        }
        Ok(())
    }
}

impl Model for Protocol {
    type State = World;
    type Step = Step;

    fn start(&self) -> World {
        World::new(self.changes)
    }

    fn steps(&self, world: &World) -> Vec<Step> {
        let mut steps = Vec::new();
        let prepared: Vec<usize> = (0..self.changes).filter(|number| world.changes[*number].is_prepared).collect();
        for number in 0..self.changes {
            if !world.changes[number].is_prepared {
                steps.push(Step::Prepare(number));
            }
        }
        for number in &prepared {
            for person in [Person::Anna, Person::Bo] {
                if world.can_be_opened(*number, self.makes(Check::RequestOnce)) {
                    steps.push(Step::Approve(*number, person));
                    steps.push(Step::ReuseSession(*number, person));
                }
                if world.changes[*number].fate == Fate::Open {
                    steps.push(Step::Reopen(*number, person));
                }
            }
        }
        for (&sealed, &name, &state) in product(&prepared) {
            for code in 0..world.codes.len() {
                let confirm = |is_altered| Step::Confirm { name, sealed, is_altered, state, code };
                // What is refused at once changes nothing.
                steps.extend([false, true].map(confirm).into_iter().filter(|step| self.accepts(world, *step)));
            }
        }
        steps.extend(world.in_flight.iter().copied().map(Step::Redeem));
        if !world.in_flight.is_empty() {
            steps.push(Step::Crash);
        }
        steps
    }

    fn take(&self, before: &World, step: Step) -> Result<World, String> {
        let mut world = before.clone();
        match step {
            Step::Prepare(number) => world.changes[number].is_prepared = true,
            Step::Approve(number, person) => world.log_in(number, person, true),
            Step::ReuseSession(number, person) => world.log_in(number, person, false),
            Step::Confirm { sealed, is_altered, code, .. } => {
                world.codes[code].is_claimed = true;
                world.begin(InFlight { sealed, is_altered, code });
            }
            Step::Redeem(flight) => self.redeem(&mut world, flight)?,
            Step::Reopen(number, person) => self.reopen(&mut world, number, person)?,
            Step::Crash => world.in_flight.clear(),
        }
        if self.makes(Check::ClaimedOnce) {
            world.forget_used_codes();
        }
        if !self.may_commit_all && world.changes.iter().all(|change| change.is_committed) {
            return Err("all is carried out".to_owned());
        }
        Ok(world.representative())
    }

    fn is_fault(&self, step: Step) -> bool {
        matches!(step, Step::Crash | Step::ReuseSession(..))
    }

    /// Every change has been carried out or withdrawn.
    fn is_good_end(&self, world: &World) -> bool {
        world.changes.iter().all(|change| change.fate != Fate::Open)
    }
}

/// Every change as what is sealed, what the address names, and what the state belongs to.
fn product(changes: &[usize]) -> impl Iterator<Item = (&usize, &usize, &usize)> {
    changes.iter().flat_map(move |sealed| {
        changes.iter().flat_map(move |name| changes.iter().map(move |state| (sealed, name, state)))
    })
}
