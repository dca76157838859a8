//! The machine under test. Its states are numbered as they appear, so that the search can hold many of them; what it does is
//! always what [`nemkonto::relogin::Machine::step`] answers.
//!
//! The machine numbers its requests upwards without end. All that matters is whether an answer has the number of the last one, so
//! between two steps the last ones are called [`ASKED`] and [`ASKED_SESSION`].

use std::{
    cell::RefCell,
    collections::HashMap,
    sync::{LazyLock, Mutex, PoisonError},
};

use nemkonto::{
    api_error::ApiError,
    contract::{
        Acknowledged, ActingAs, ChangeId, Confirmed, DraftKey, LoginCallback, Next, PayeeCheck, PrepareAnswer,
        Prepared, ProblemDetails, ProblemType, Reading, Receipt, Reopened, Sealed, Session, SignedReceipt,
    },
    domain::{
        draft::{Draft, Field},
        payee::{Acknowledgement, PayeeAnswer},
    },
    relogin::{
        Callback, Compared, Effect, Entered, Event, LoggedOut, Outcome, ProviderError, RecordError, RequestId,
        SessionState, State, Storage, StoredRecord, WaitingRecord,
    },
};

use super::{session::Who, support, world::MOST_CHANGES};

/// Number of the last request or pause of the re-login.
const ASKED: RequestId = RequestId(1);
/// Number of the last request about the session.
const ASKED_SESSION: RequestId = RequestId(2);

/// Number of a state of the machine.
pub type StateId = u16;

/// A change that was prepared: its number in order, and what was typed.
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
    /// The app is another version meanwhile, which does not know it.
    OfOtherVersion,
}

impl Record {
    /// Whether the API can be asked about it.
    pub fn is_readable(self) -> bool {
        matches!(self, Self::Whole | Self::OfOtherVersion)
    }
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
    /// The account's bank knows it by another name.
    Differs(u8),
    /// The same change, with what the caseworker has said to that.
    PreparedAcknowledged(Pending),
    /// A login, though nothing was said to it.
    PreparedInSpite(Pending),
    PrepareFailed(Failure),
    AcknowledgePressed,
    ConfirmPressed,
    CancelPressed,
    Stored(Storage),
    Probed(bool),
    PageRestored,
    Opened,
    CameBack(Pending, Login, Record),
    CameBackFromLogin,
    /// Somebody is logged in; with a record that waits, and whether something would have to go for it.
    LoggedIn(Who, Option<Pending>, bool),
    SessionFailed(Failure),
    AskAgainPressed,
    SessionEnded,
    SessionDiffers,
    /// Another tab has told whose session it is now, or that it is over.
    Heard(Option<Who>),
    GoOnPressed,
    Confirmed(Pending, Who),
    ConfirmFailed(Failure),
    Withdrawn(Pending, Who),
    Committed(Pending),
    ReopenFailed(Failure),
    PauseOver,
    EditPressed,
    LeftPage,
}

/// An effect of the machine.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Does {
    /// With what was typed, and whether something is said to the bank's answer.
    Prepare(u8, bool),
    Store(Pending),
    GoTo(Pending),
    Confirm(Pending),
    Reopen(Pending),
    Probe,
    Pause,
    Forget(Pending),
    OpenForm(u8),
    ShowReceipt(Pending),
    ShowStart,
    ForgetTyped,
    AskSession,
    /// What has to do with what was fetched or looked at, and with a login that this world does in one step.
    Nothing,
}

/// What the app knows of the session.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Knows {
    Unknown,
    Asking,
    In(Who),
    /// The caseworker has to agree to another unit.
    OtherUnit,
    Out,
    /// The same, because somebody else is logged in.
    MadeWay,
    Failed,
}

/// What a page can be seen to be doing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shows {
    Form,
    Preparing,
    /// The dialog asks why the account is right.
    Acknowledging,
    /// The dialog is open while the API is asked once more.
    AskingAgain,
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
    states: Vec<nemkonto::relogin::Machine>,
    shows: Vec<(Shows, Knows)>,
    /// Numbers of states by what they look like when printed, which hides some of them from each other.
    alike: HashMap<String, Vec<StateId>>,
    answers: HashMap<(StateId, Happens), (StateId, Vec<Does>)>,
}

impl Machine {
    /// Where every page begins.
    pub fn start(&self) -> StateId {
        self.0.borrow_mut().number(nemkonto::relogin::Machine::default())
    }

    /// A page on which somebody is logged in.
    pub fn logged_in(&self) -> StateId {
        let session = SessionState::LoggedIn(Box::new(session(Who::Own)));
        self.0.borrow_mut().number(nemkonto::relogin::Machine::new(State::default(), session))
    }

    /// What the machine answers.
    pub fn step(&self, state: StateId, happens: Happens) -> (StateId, Vec<Does>) {
        let mut seen = self.0.borrow_mut();
        if let Some(answer) = seen.answers.get(&(state, happens)) {
            return answer.clone();
        }
        let (after, effects) = seen.states[usize::from(state)].clone().step(event(happens));
        let answer = (seen.number(after), effects.iter().map(read).collect());
        seen.answers.insert((state, happens), answer.clone());
        answer
    }

    /// What the page shows of the change.
    pub fn shows(&self, state: StateId) -> Shows {
        self.0.borrow().shows[usize::from(state)].0
    }

    /// What the page knows of the session.
    pub fn knows(&self, state: StateId) -> Knows {
        self.0.borrow().shows[usize::from(state)].1
    }

    /// How many states have been seen.
    pub fn len(&self) -> usize {
        self.0.borrow().states.len()
    }
}

impl Seen {
    fn number(&mut self, mut machine: nemkonto::relogin::Machine) -> StateId {
        (machine.asked, machine.asked_session) = (ASKED, ASKED_SESSION);
        let alike = self.alike.entry(format!("{machine:?}")).or_default();
        if let Some(number) = alike.iter().find(|number| self.states[usize::from(**number)] == machine) {
            return *number;
        }
        let number = StateId::try_from(self.states.len()).expect("the machine has few states");
        alike.push(number);
        self.shows.push((shows(&machine.state), knows(&machine.session)));
        self.states.push(machine);
        number
    }
}

fn knows(session: &SessionState) -> Knows {
    match session {
        SessionState::Unknown => Knows::Unknown,
        SessionState::Asking(_)
        | SessionState::LoggingIn(_)
        | SessionState::CompletingLogin
        | SessionState::LoggingOut => Knows::Asking,
        SessionState::LoggedIn(session) => Knows::In(who(session)),
        SessionState::OtherUnit(_) => Knows::OtherUnit,
        SessionState::LoggedOut(LoggedOut::SomebodyElse, _) => Knows::MadeWay,
        SessionState::LoggedOut(LoggedOut::Refused(_), _) => unreachable!("logins without a change do not fail here"),
        SessionState::LoggedOut(..) => Knows::Out,
        SessionState::Failed(_) | SessionState::NotLoggedOut(_) => Knows::Failed,
    }
}

fn session(who: Who) -> Session {
    let named = |person: &str, unit: &str| Session {
        acting_as: ActingAs(format!("{person} in {unit}")),
        draft_key: DraftKey(person.to_owned()),
        ..support::session()
    };
    match who {
        Who::Own => named("own", "unit"),
        Who::InOtherUnit => named("own", "other unit"),
        Who::Other => named("other", "unit"),
    }
}

fn who(found: &Session) -> Who {
    let known = [Who::Own, Who::InOtherUnit, Who::Other];
    known.into_iter().find(|who| session(*who) == *found).expect("a session is known")
}

fn shows(state: &State) -> Shows {
    match state {
        State::Editing(_) => Shows::Form,
        State::Preparing(_) => Shows::Preparing,
        State::Acknowledging(..) => Shows::Acknowledging,
        State::AskingAgain(..) => Shows::AskingAgain,
        State::Confirming(agreed, _) => Shows::Dialog(named(&agreed.change_id)),
        State::Leaving(agreed) => Shows::Leaving(named(&agreed.change_id)),
        State::Submitting(.., attempt) | State::Reopening(.., attempt) => {
            Shows::Working { is_pausing: attempt.is_pausing }
        }
        State::Done(_) => Shows::Receipt,
        State::Stuck(problem, record) => Shows::Stopped {
            says: problem.outcome(),
            has_record: record.is_some(),
            asks_for_login: problem.api_error().and_then(ApiError::problem_type) == Some(ProblemType::NotLoggedIn),
        },
    }
}

fn draft(typed: u8) -> Draft {
    support::foreign(support::BIC, [support::IBAN, support::OTHER_IBAN][usize::from(typed)])
}

fn prepared(pending: Pending) -> Prepared {
    let name = format!("{}-{}", pending.number, pending.typed);
    Prepared {
        change_id: ChangeId(name.clone()),
        authorization_url: format!("https://provider.example/{name}"),
        state: format!("state-{name}"),
        sealed: Sealed(format!("sealed-{name}")),
        ..support::prepared()
    }
}

fn change(typed: u8) -> nemkonto::domain::change::Change {
    [support::change, support::other_change][usize::from(typed)]()
}

fn reading(typed: u8, payee: Option<PayeeCheck>) -> Reading {
    Reading { change: change(typed), payee, ..support::reading() }
}

/// What the API makes of what was typed, with a login.
fn answer(pending: Pending, typed: u8, payee: Option<PayeeCheck>) -> Event {
    let next = Next::Login(Box::new(prepared(pending)));
    Event::PrepareAnswered(ASKED, Ok(Box::new(PrepareAnswer { reading: reading(typed, payee), next })))
}

/// The bank does not know the holder.
fn other_name() -> PayeeCheck {
    support::payee(PayeeAnswer::NoMatch)
}

/// What the caseworker says to that.
fn said() -> Acknowledgement {
    Acknowledgement { reason: support::reasons()[0].id.clone(), note: None }
}

fn acknowledged() -> PayeeCheck {
    let acknowledged = Some(Acknowledged { reason: support::reasons()[0].clone(), note: None });
    PayeeCheck { acknowledged, ..other_name() }
}

fn request(typed: u8) -> nemkonto::contract::PrepareRequest {
    nemkonto::contract::PrepareRequest { draft: draft(typed), ..support::prepare_request() }
}

fn receipt(pending: Pending) -> Receipt {
    let (change_id, change) = (prepared(pending).change_id, change(pending.typed));
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
        Happens::SavePressed(typed) => Event::SavePressed(request(typed), Box::new(change(typed))),
        Happens::Prepared(pending) => answer(pending, pending.typed, None),
        Happens::PreparedAnother(pending) => answer(pending, 1 - pending.typed, None),
        Happens::PreparedAcknowledged(pending) => answer(pending, pending.typed, Some(acknowledged())),
        Happens::PreparedInSpite(pending) => answer(pending, pending.typed, Some(other_name())),
        Happens::Differs(typed) => {
            let next = Next::Acknowledge(support::to_acknowledge());
            let answer = PrepareAnswer { reading: reading(typed, Some(other_name())), next };
            Event::PrepareAnswered(ASKED, Ok(Box::new(answer)))
        }
        Happens::AcknowledgePressed => Event::AcknowledgePressed(said()),
        Happens::PrepareFailed(why) => Event::PrepareAnswered(ASKED, Err(failure(why))),
        Happens::ConfirmPressed => Event::ConfirmPressed,
        Happens::CancelPressed => Event::CancelPressed,
        Happens::Stored(outcome) => Event::Stored(outcome),
        Happens::Probed(can_be_reached) => Event::Probed(ASKED, can_be_reached),
        Happens::PageRestored => Event::PageRestored,
        Happens::Opened => Event::Opened,
        Happens::CameBack(pending, login, record) => Event::CameBack(
            callback(pending, login),
            match record {
                Record::None => Err(RecordError::Missing),
                Record::Whole => Ok(record_of(pending)),
                Record::Damaged => Err(RecordError::Unreadable),
                Record::OfOtherVersion => Ok(support::of_other_version(&record_of(pending))),
            },
        ),
        Happens::CameBackFromLogin => {
            let login = LoginCallback { code: "code".into(), state: "state".into(), iss: None };
            Event::CameBackFromLogin(Callback::Login(login))
        }
        Happens::LoggedIn(who, waiting, is_in_the_way) => Event::SessionAnswered(
            ASKED_SESSION,
            Ok(Box::new(session(who))),
            WaitingRecord { record: waiting.map(record_of), is_in_the_way },
        ),
        Happens::SessionFailed(why) => {
            Event::SessionAnswered(ASKED_SESSION, Err(failure(why)), WaitingRecord::default())
        }
        Happens::AskAgainPressed => Event::AskAgainPressed,
        Happens::SessionEnded => Event::SessionEnded,
        Happens::SessionDiffers => Event::SessionDiffers,
        Happens::Heard(now) => Event::HeardFromTab(now.map(|who| session(who).acting_as)),
        Happens::GoOnPressed => Event::GoOnPressed,
        Happens::Confirmed(pending, who) => {
            let confirmed = Confirmed { receipt: signed(pending), session: session(who) };
            Event::ConfirmAnswered(ASKED, Ok(Box::new(confirmed)))
        }
        Happens::ConfirmFailed(why) => Event::ConfirmAnswered(ASKED, Err(failure(why))),
        Happens::Withdrawn(pending, who) => {
            let overview = Some(Box::new(support::overview()));
            let (draft, session) = (draft(pending.typed), Box::new(session(who)));
            Event::ReopenAnswered(ASKED, Ok(Reopened::Withdrawn { overview, draft, session }))
        }
        Happens::Committed(pending) => {
            Event::ReopenAnswered(ASKED, Ok(Reopened::Committed { receipt: Box::new(signed(pending)) }))
        }
        Happens::ReopenFailed(why) => Event::ReopenAnswered(ASKED, Err(failure(why))),
        Happens::PauseOver => Event::PauseOver(ASKED),
        Happens::EditPressed => Event::EditPressed,
        Happens::LeftPage => Event::LeftPage,
    }
}

fn record_of(pending: Pending) -> StoredRecord {
    let entered = Entered::new(request(pending.typed), change(pending.typed));
    let next = Next::Login(Box::new(prepared(pending)));
    match entered.compare(PrepareAnswer { reading: reading(pending.typed, None), next }) {
        Ok(Compared::Agreed(agreed)) => StoredRecord::new(&agreed),
        _ => unreachable!("it is compared with itself"),
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
    let stored = |record: &StoredRecord| {
        about(|pending| [record_of(pending), support::of_other_version(&record_of(pending))].contains(record))
    };
    let typed = |found: &Draft| {
        let account = |draft: &Draft| draft.get(Field::Iban).to_owned();
        [0, 1].into_iter().find(|typed| account(&draft(*typed)) == account(found)).expect("a draft is known")
    };
    match effect {
        Effect::Prepare(_, request) => Does::Prepare(typed(&request.draft), request.acknowledges.is_some()),
        Effect::Store(record) => Does::Store(stored(record)),
        Effect::GoTo(url) => Does::GoTo(of(&|prepared| prepared.authorization_url == *url)),
        Effect::Confirm(_, change_id, request) => {
            let pending = of(&|prepared| prepared.change_id == *change_id && prepared.sealed == request.sealed);
            assert_eq!(request.callback, code(pending), "the login of another change");
            Does::Confirm(pending)
        }
        Effect::Reopen(_, request) => Does::Reopen(of(&|prepared| prepared.sealed == request.sealed)),
        Effect::Probe(_) => Does::Probe,
        Effect::Pause(..) => Does::Pause,
        Effect::Forget(record) => Does::Forget(stored(record)),
        Effect::OpenForm(_, draft, _) => Does::OpenForm(typed(draft)),
        Effect::ShowReceipt(number) => Does::ShowReceipt(about(|pending| receipt(pending).number == *number)),
        Effect::ShowStart => Does::ShowStart,
        Effect::ForgetTyped => Does::ForgetTyped,
        Effect::AskSession(_) => Does::AskSession,
        Effect::CompleteLogin(..)
        | Effect::StartLogin(_)
        | Effect::GoToLogin(_)
        | Effect::LogOut(_)
        | Effect::BeginSession(_)
        | Effect::GoBackToPage
        | Effect::EndSession
        | Effect::TellOtherTabs(_)
        | Effect::ForgetFetched
        | Effect::ForgetRecent => Does::Nothing,
    }
}
