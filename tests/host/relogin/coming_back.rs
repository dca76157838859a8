//! Back from the provider: what is sent, and what is not.

use super::{NEXT, committed, login, record, reopen_answered, reopening, step, submitting};
use crate::support::{self, draft, entered, overview, prepared, receipt, withdrawn};
use nemkonto::{
    contract::{Next, PrepareAnswer, Prepared, ReopenRequest},
    relogin::{
        Attempt, Callback, Compared, Effect, Event, Notice, Problem, ProviderError, RecordError, State, StoredRecord,
    },
};

#[test]
fn the_return_submits_the_stored_change() {
    let (state, effects) = step(State::Editing(None), Event::CameBack(Callback::Login(login()), Ok(record())));
    assert_eq!(state, submitting());
    assert!(matches!(&effects[..], [Effect::Confirm(NEXT, id, request)]
        if *id == prepared().change_id && request.sealed == prepared().sealed && request.callback == login()));
}

#[test]
fn p15_a_login_that_was_cancelled_asks_for_the_form() {
    let callback = Callback::Error {
        state: prepared().state,
        iss: Some("https://provider.example".into()),
        error: ProviderError::Cancelled,
    };
    let (state, effects) = step(State::Editing(None), Event::CameBack(callback, Ok(record())));
    assert_eq!(state, reopening(Notice::Cancelled));
    assert_eq!(effects, [Effect::Reopen(NEXT, ReopenRequest { sealed: prepared().sealed })]);
}

#[test]
fn p16_a_login_that_failed_keeps_the_record() {
    for error in [ProviderError::LoginNotPossible, ProviderError::Unavailable, ProviderError::Unknown] {
        let callback = Callback::Error { state: prepared().state, iss: Some("https://provider.example".into()), error };
        let (state, effects) = step(State::Editing(None), Event::CameBack(callback, Ok(record())));
        assert_eq!(state, State::Stuck(Problem::Provider(error), Some(record())));
        assert!(effects.is_empty(), "nothing is sent");
    }
}

#[test]
fn p17_an_error_that_the_provider_did_not_send_is_foreign() {
    let answer = |iss: Option<&str>| Callback::Error {
        state: prepared().state,
        iss: iss.map(str::to_owned),
        error: ProviderError::Cancelled,
    };
    for iss in [None, Some("https://elsewhere.example"), Some("https://provider.example/")] {
        let (state, effects) = step(State::Editing(None), Event::CameBack(answer(iss), Ok(record())));
        assert_eq!((state, effects), (State::Stuck(Problem::NoRecord, None), vec![]), "{iss:?}: the record stays");
    }
    // A provider that has not announced its name need not give it.
    let silent = {
        let next = Next::Login(Box::new(Prepared { issuer: None, ..prepared() }));
        let Ok(Compared::Agreed(agreed)) = entered().compare(PrepareAnswer { next, ..support::answer() }) else {
            panic!("it is what was entered")
        };
        StoredRecord::new(&agreed)
    };
    let (state, _) = step(State::Editing(None), Event::CameBack(answer(None), Ok(silent)));
    assert!(matches!(state, State::Reopening(..)));
}

fn parameters(pairs: &[(&str, &str)]) -> Callback {
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Callback::from_parameters(&pairs)
}

#[test]
fn p17_an_error_without_its_state_is_foreign() {
    let whole = [("error", "access_denied"), ("state", "s"), ("iss", "i")];
    assert!(matches!(parameters(&whole), Callback::Error { .. }));
    assert_eq!(parameters(&whole[..1]), Callback::Foreign);
    assert_eq!(parameters(&[("error", "access_denied"), ("state", "")]), Callback::Foreign);
    assert_eq!(parameters(&[whole[0], whole[1], ("state", "t")]), Callback::Foreign);
    // No record has the state of somebody else.
    let (state, effects) = step(State::Editing(None), Event::CameBack(parameters(&whole), Err(RecordError::Missing)));
    assert_eq!((state, effects), (State::Stuck(Problem::NoRecord, None), vec![]));
}

#[test]
fn p20_a_token_in_the_front_channel_is_refused() {
    for token in ["id_token", "access_token"] {
        for other in ["code", "error"] {
            assert_eq!(parameters(&[(other, "x"), ("state", "s"), (token, "e30.e30.")]), Callback::Foreign, "{token}");
        }
    }
    let (state, effects) = step(State::Editing(None), Event::CameBack(Callback::Foreign, Ok(record())));
    assert_eq!((state, effects), (State::Editing(None), vec![Effect::ShowStart]), "nothing is sent");
}

#[test]
fn s06_a_return_without_a_record_sends_nothing() {
    let (state, effects) =
        step(State::Editing(None), Event::CameBack(Callback::Login(login()), Err(RecordError::Missing)));
    assert_eq!(state, State::Stuck(Problem::NoRecord, None));
    assert!(effects.is_empty());
}

#[test]
fn s04_a_damaged_record_sends_nothing() {
    let (state, effects) =
        step(State::Editing(None), Event::CameBack(Callback::Login(login()), Err(RecordError::Unreadable)));
    assert_eq!(state, State::Stuck(Problem::NoRecord, None));
    assert!(effects.is_empty());
}

#[test]
fn b33_a_login_for_a_change_of_another_version_commits_nothing_and_asks_for_the_form() {
    let other = support::of_other_version(&record());
    let (state, effects) = step(State::Editing(None), Event::CameBack(Callback::Login(login()), Ok(other.clone())));
    assert_eq!(state, State::Reopening(other.clone(), Notice::OtherVersion, Attempt::default()));
    assert_eq!(effects, [Effect::Reopen(NEXT, ReopenRequest { sealed: prepared().sealed })]);
    let (state, effects) = step(state, reopen_answered(Ok(withdrawn(Some(overview()), draft()))));
    assert_eq!(state, State::Editing(None));
    assert_eq!(effects[0], Effect::Forget(other));
    let form = Effect::OpenForm(Some(Box::new(overview())), draft(), Notice::OtherVersion);
    assert_eq!(effects.last(), Some(&form));
}

#[test]
fn b33_a_change_of_another_version_that_was_carried_out_shows_its_receipt() {
    let other = support::of_other_version(&record());
    let (state, _) = step(State::Editing(None), Event::CameBack(Callback::Login(login()), Ok(other.clone())));
    let (_, effects) = step(state, reopen_answered(Ok(committed())));
    assert!(effects.contains(&Effect::Forget(other)));
    assert!(effects.contains(&Effect::ShowReceipt(receipt().number)));
}
