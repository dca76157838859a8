//! The re-login as a table: given a state, when an event comes, then a state and what is to be done.

mod answers;
mod callback;
mod coming_back;
mod dialog;
mod other_session;
mod payee;
mod problem;
mod promises;
mod record;
mod session;

use crate::support::{self, entered, prepared, receipt, session, signed_receipt, signing};
use nemkonto::{
    api_error::ApiError,
    contract::{ChangeId, Confirmed, LoginCallback, PrepareAnswer, ProblemDetails, ProblemType, Receipt, Reopened},
    relogin::{AgreedChange, Attempt, Effect, Event, Machine, Notice, RequestId, SessionState, State, StoredRecord},
};

/// The last questions of a machine of these tests, and the next.
const ASKED: RequestId = RequestId(7);
const ASKED_SESSION: RequestId = RequestId(8);
const NEXT: RequestId = RequestId(9);

fn agreed() -> Box<AgreedChange> {
    Box::new(support::agreed())
}

fn record() -> StoredRecord {
    StoredRecord::new(&agreed())
}

fn login() -> LoginCallback {
    LoginCallback { code: "code".into(), state: prepared().state, iss: Some("https://provider.example".into()) }
}

fn refused(problem_type: ProblemType) -> ApiError {
    ApiError::Refused(Box::new(ProblemDetails::new(problem_type, "reference")))
}

fn logged_in() -> SessionState {
    SessionState::LoggedIn(Box::new(session()))
}

fn machine(state: State) -> Machine {
    Machine { asked: ASKED, asked_session: ASKED_SESSION, ..Machine::new(state, logged_in()) }
}

/// What happens to a change while somebody is logged in.
fn step(state: State, event: Event) -> (State, Vec<Effect>) {
    let (machine, effects) = machine(state).step(event);
    (machine.state, effects)
}

fn preparing() -> State {
    State::Preparing(Box::new(entered()))
}

fn confirming() -> State {
    State::Confirming(agreed(), None)
}

fn leaving() -> State {
    State::Leaving(agreed())
}

fn submitting() -> State {
    State::Submitting(record(), login(), Attempt::default())
}

fn reopening(notice: Notice) -> State {
    State::Reopening(record(), notice, Attempt::default())
}

fn prepare_answered(answer: Result<PrepareAnswer, ApiError>) -> Event {
    Event::PrepareAnswered(ASKED, answer.map(Box::new))
}

fn confirm_answered(answer: Result<Confirmed, ApiError>) -> Event {
    Event::ConfirmAnswered(ASKED, answer.map(Box::new))
}

fn reopen_answered(answer: Result<Reopened, ApiError>) -> Event {
    Event::ReopenAnswered(ASKED, answer)
}

fn committed() -> Reopened {
    Reopened::Committed { receipt: Box::new(signed_receipt()) }
}

/// The receipt of some other change, as genuine as ours.
fn receipt_of_another() -> Confirmed {
    let receipt = Receipt { change_id: ChangeId("another".into()), ..receipt() };
    Confirmed { receipt: signing::Signer::ours().receipt(&receipt), session: session() }
}
