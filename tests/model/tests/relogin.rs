//! The re-login's machine keeps its promises, whatever happens in whatever order; and the search would notice if it did not.

#![allow(clippy::unwrap_used)]

use nemkonto_model::{
    explore::explore,
    relogin::{Flaw, Relogin},
};

#[test]
fn every_order_of_events_with_every_pair_of_faults_keeps_the_promises() {
    let model = Relogin::with_faults(2);
    let explored = explore(&model).unwrap();
    println!("the re-login with every pair of faults: {explored}; {} states of the machine", model.machine_states());
    assert!(explored.states > 1_000_000, "something that could happen does not happen any more");
}

/// What the search says of a world with a mistake in it.
fn found(flaw: Flaw) -> String {
    explore(&Relogin::flawed(2, flaw)).unwrap_err().why
}

#[test]
fn a_change_that_is_carried_out_twice_is_found() {
    assert!(found(Flaw::CommitsAgain).contains("carried out twice"));
}

#[test]
fn f10_a_session_for_a_used_code_is_found() {
    assert!(found(Flaw::AnswersUsedCodes).contains("begins a session"));
}

#[test]
fn a_withdrawn_change_that_is_carried_out_is_found() {
    assert!(found(Flaw::CommitsTheWithdrawn).contains("was Withdrawn, then Committed"));
}

#[test]
fn a_change_that_is_carried_out_and_given_back_is_found() {
    assert!(found(Flaw::ReopensTheCommitted).contains("was Committed, then Withdrawn"));
}

#[test]
fn leaving_without_a_record_is_found() {
    assert!(found(Flaw::StorageLies).contains("cannot be read back"));
}

#[test]
fn a_form_that_is_displaced_by_an_older_change_is_found() {
    assert!(found(Flaw::RecordsDisplaceTheForm).contains("is lost"));
}

#[test]
fn s11_a_form_that_somebody_else_finds_is_found() {
    assert!(found(Flaw::FormsAreForAnybody).contains("somebody else finds what was typed"));
}

#[test]
fn s11_an_answer_to_somebody_whom_the_page_does_not_show_is_found() {
    assert!(found(Flaw::AnswersAnybody).contains("whom the page does not show"));
}

#[test]
fn v08_an_account_of_somebody_else_that_nobody_has_answered_for_is_found() {
    assert!(found(Flaw::HidesTheOwner).contains("nobody said why its account is right"));
}

#[test]
fn a_receipt_that_is_never_drawn_is_found() {
    assert!(found(Flaw::SessionIsNotAskedFor).contains("no way leads to a good end"));
}

#[test]
fn a_refusal_that_denies_what_was_done_is_found() {
    // It takes a break, a colleague at the same browser, and the old address.
    let found = explore(&Relogin::flawed(3, Flaw::SaysAnotherPerson)).unwrap_err();
    assert!(found.why.contains("the page says that it was not"), "{found:#?}");
}
