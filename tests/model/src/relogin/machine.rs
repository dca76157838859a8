//! The machine under test. Its states are numbered as they appear, so that the search can hold many of them; what it does is
//! always what [`nemkonto::relogin::step`] answers.

use std::{
    cell::RefCell,
    collections::HashMap,
    sync::{LazyLock, Mutex, PoisonError},
};

use nemkonto::{
    api_error::ApiError,
    contract::{
        ChangeId, Confirmed, LoginCallback, Prepared, ProblemDetails, ProblemType, Receipt, Reopened, Sealed,
        SignedReceipt,
    },
    domain::draft::Draft,
    relogin::{Callback, Effect, Event, Outcome, ProviderError, RecordError, State, StoredRecord, step},
};

use super::{support, world::MOST_CHANGES};

/// Number of a state of the machine.
pub type StateId = u16;

/// A change that was prepared: the how manieth, and what was typed.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Pending {
    pub number: u8,
    pub typed: u8,
}

/// What the provider made of a login.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Login {
    /// The right person, just now.
    Good,
    /// Somebody else.
    ByAnother,
    /// The right person, some time ago.
    Old,
    /// Cancelled at the provider.
    Cancelled,
    /// The provider is out of order.
    Failed,
}

/// A record in session storage.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Record {
    None,
    Whole,
    Damaged,
}

/// Why a call has no answer.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Failure {
    Unreachable,
    Refused(ProblemType),
}

/// An event of the machine.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Happens {
    SavePressed(u8),
    Prepared(Pending),
    PreparedAnother(Pending),
    PrepareFailed(Failure),
    ConfirmPressed,
    CancelPressed,
    WentOffline,
    Stored(bool),
    PageRestored,
    CameBack(Pending, Login, Record),
    FoundRecord(Pending),
    Confirmed(Pending),
    ConfirmFailed(Failure),
    Withdrawn(Pending),
    Committed(Pending),
    ReopenFailed(Failure),
    TryAgain,
    EditPressed,
    LeftPage,
}

/// An effect of the machine.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Does {
    Prepare(u8),
    Store(Pending),
    GoTo(Pending),
    Confirm(Pending),
    Reopen(Pending),
    Wait,
    Forget(Pending),
    OpenForm(u8),
    ShowReceipt(Pending),
}

/// What a page can be seen to be doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shows {
    Form,
    Preparing,
    Dialog(Pending),
    Leaving(Pending),
    /// A call is under way, or is about to be repeated.
    Working {
        is_pausing: bool,
    },
    Receipt,
    /// The journey stopped: what is said of the change, whether the form can be had back, whether a login is asked for.
    Stopped {
        says: Outcome,
        has_record: bool,
        asks_for_login: bool,
    },
}

/// The machine, with all states that have been seen.
#[derive(Default)]
pub struct Machine(RefCell<Seen>);

#[derive(Default)]
struct Seen {
    states: Vec<State>,
    shows: Vec<Shows>,
    /// Numbers of states by what they look like when printed, which hides some of them from each other.
    alike: HashMap<String, Vec<StateId>>,
    answers: HashMap<(StateId, Happens), (StateId, Vec<Does>)>,
}

impl Machine {
    /// Where every page begins.
    pub fn start(&self) -> StateId {
        self.0.borrow_mut().number(State::Editing(None))
    }

    /// What the machine answers.
    pub fn step(&self, state: StateId, happens: Happens) -> (StateId, Vec<Does>) {
        let mut seen = self.0.borrow_mut();
        if let Some(answer) = seen.answers.get(&(state, happens)) {
            return answer.clone();
        }
        let (after, effects) = step(seen.states[usize::from(state)].clone(), event(happens));
        let answer = (seen.number(after), effects.iter().map(read).collect());
        seen.answers.insert((state, happens), answer.clone());
        answer
    }

    /// What the page shows.
    pub fn shows(&self, state: StateId) -> Shows {
        self.0.borrow().shows[usize::from(state)]
    }

    /// How many states have been seen.
    pub fn len(&self) -> usize {
        self.0.borrow().states.len()
    }
}

impl Seen {
    fn number(&mut self, state: State) -> StateId {
        let alike = self.alike.entry(format!("{state:?}")).or_default();
        if let Some(number) = alike.iter().find(|number| self.states[usize::from(**number)] == state) {
            return *number;
        }
        let number = StateId::try_from(self.states.len()).expect("the machine has few states");
        alike.push(number);
        self.shows.push(shows(&state));
        self.states.push(state);
        number
    }
}

fn shows(state: &State) -> Shows {
    match state {
        State::Editing(_) => Shows::Form,
        State::Preparing(_) => Shows::Preparing,
        State::Confirming(prepared, _) => Shows::Dialog(named(&prepared.change_id)),
        State::Leaving(prepared) => Shows::Leaving(named(&prepared.change_id)),
        State::Submitting(.., attempt) | State::Reopening(.., attempt) => {
            Shows::Working { is_pausing: attempt.is_pausing }
        }
        State::Done(_) => Shows::Receipt,
        State::Stuck(problem, record) => Shows::Stopped {
            says: problem.outcome(),
            has_record: record.is_some(),
            asks_for_login: problem.failure().and_then(ApiError::problem_type) == Some(ProblemType::NotLoggedIn),
        },
    }
}

fn draft(typed: u8) -> Draft {
    support::foreign(support::BIC, [support::IBAN, support::OTHER_IBAN][usize::from(typed)])
}

fn prepared(pending: Pending) -> Prepared {
    let name = format!("{}-{}", pending.number, pending.typed);
    let change = [support::change, support::other_change][usize::from(pending.typed)]();
    Prepared {
        change_id: ChangeId(name.clone()),
        change,
        authorization_url: format!("https://provider.example/{name}"),
        state: format!("state-{name}"),
        sealed: Sealed(format!("sealed-{name}")),
        ..support::prepared()
    }
}

fn receipt(pending: Pending) -> Receipt {
    let Prepared { change_id, change, .. } = prepared(pending);
    Receipt { number: format!("receipt-{}", change_id.0), change_id, change, ..support::receipt() }
}

fn callback(pending: Pending, login: Login) -> Callback {
    let state = prepared(pending).state;
    match login {
        Login::Good | Login::ByAnother | Login::Old => Callback::Login(code(pending)),
        Login::Cancelled => Callback::Error { state, iss: support::prepared().issuer, error: ProviderError::Cancelled },
        Login::Failed => Callback::Error { state, iss: support::prepared().issuer, error: ProviderError::Unavailable },
    }
}

fn code(pending: Pending) -> LoginCallback {
    let Prepared { change_id, state, .. } = prepared(pending);
    LoginCallback { code: format!("code-{}", change_id.0), state, iss: None }
}

fn failure(failure: Failure) -> ApiError {
    match failure {
        Failure::Unreachable => ApiError::Unreachable,
        Failure::Refused(kind) => ApiError::Refused(Box::new(ProblemDetails::new(kind, "reference"))),
    }
}

fn event(happens: Happens) -> Event {
    match happens {
        Happens::SavePressed(typed) => {
            let request = nemkonto::contract::PrepareRequest { draft: draft(typed), ..support::prepare_request() };
            Event::SavePressed(request, Box::new([support::change, support::other_change][usize::from(typed)]()))
        }
        Happens::Prepared(pending) => Event::PrepareAnswered(Ok(Box::new(prepared(pending)))),
        Happens::PreparedAnother(pending) => {
            let change = prepared(Pending { typed: 1 - pending.typed, ..pending }).change;
            Event::PrepareAnswered(Ok(Box::new(Prepared { change, ..prepared(pending) })))
        }
        Happens::PrepareFailed(why) => Event::PrepareAnswered(Err(failure(why))),
        Happens::ConfirmPressed => Event::ConfirmPressed,
        Happens::CancelPressed => Event::CancelPressed,
        Happens::WentOffline => Event::WentOffline,
        Happens::Stored(stored) => Event::Stored(if stored { Ok(()) } else { Err(()) }),
        Happens::PageRestored => Event::PageRestored,
        Happens::CameBack(pending, login, record) => Event::CameBack(
            callback(pending, login),
            match record {
                Record::None => Err(RecordError::Missing),
                Record::Whole => Ok(StoredRecord::new(&prepared(pending))),
                Record::Damaged => Err(RecordError::Unreadable),
            },
        ),
        Happens::FoundRecord(pending) => Event::FoundRecord(StoredRecord::new(&prepared(pending))),
        Happens::Confirmed(pending) => {
            Event::ConfirmAnswered(Ok(Box::new(Confirmed { receipt: signed(pending), session: support::session() })))
        }
        Happens::ConfirmFailed(why) => Event::ConfirmAnswered(Err(failure(why))),
        Happens::Withdrawn(pending) => Event::ReopenAnswered(Ok(Reopened::Withdrawn {
            overview: Some(Box::new(support::overview())),
            draft: draft(pending.typed),
        })),
        Happens::Committed(pending) => {
            Event::ReopenAnswered(Ok(Reopened::Committed { receipt: Box::new(signed(pending)) }))
        }
        Happens::ReopenFailed(why) => Event::ReopenAnswered(Err(failure(why))),
        Happens::TryAgain => Event::TryAgain,
        Happens::EditPressed => Event::EditPressed,
        Happens::LeftPage => Event::LeftPage,
    }
}

/// The receipt as it is handed out. Signing takes its time, so each is signed once.
fn signed(pending: Pending) -> SignedReceipt {
    static SIGNED: LazyLock<Mutex<HashMap<Pending, SignedReceipt>>> = LazyLock::new(Mutex::default);
    let mut signed = SIGNED.lock().unwrap_or_else(PoisonError::into_inner);
    signed.entry(pending).or_insert_with(|| support::signing::Signer::ours().receipt(&receipt(pending))).clone()
}

/// The change that something is about. What mixes two of them is about none.
fn about(fits: impl Fn(Pending) -> bool) -> Pending {
    let mut known = (0..MOST_CHANGES).flat_map(|number| [0, 1].map(|typed| Pending { number, typed }));
    known.find(|pending| fits(*pending)).expect("it is about one change")
}

fn named(change_id: &ChangeId) -> Pending {
    about(|pending| prepared(pending).change_id == *change_id)
}

/// Reads an effect back, every part of it.
fn read(effect: &Effect) -> Does {
    let of = |fits: &dyn Fn(&Prepared) -> bool| about(|pending| fits(&prepared(pending)));
    let typed = |found: &Draft| [0, 1].into_iter().find(|typed| draft(*typed) == *found).expect("a draft is known");
    match effect {
        Effect::Prepare(request) => Does::Prepare(typed(&request.draft)),
        Effect::Store(record) => Does::Store(of(&|prepared| StoredRecord::new(prepared) == *record)),
        Effect::GoTo(url) => Does::GoTo(of(&|prepared| prepared.authorization_url == *url)),
        Effect::Confirm(change_id, request) => {
            let pending = of(&|prepared| prepared.change_id == *change_id && prepared.sealed == request.sealed);
            assert_eq!(request.callback, code(pending), "the login of another change");
            Does::Confirm(pending)
        }
        Effect::Reopen(request) => Does::Reopen(of(&|prepared| prepared.sealed == request.sealed)),
        Effect::WaitSeconds(_) => Does::Wait,
        Effect::Forget(record) => Does::Forget(of(&|prepared| StoredRecord::new(prepared) == *record)),
        Effect::OpenForm(_, draft, _) => Does::OpenForm(typed(draft)),
        Effect::ShowReceipt(number) => Does::ShowReceipt(about(|pending| receipt(pending).number == *number)),
    }
}
