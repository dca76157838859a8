//! From the form through the confirmation to the provider.

use super::{ASKED, NEXT, agreed, confirming, leaving, machine, prepare_answered, preparing, record, refused, step};
use crate::support::{answer, change, other_change, prepare_request, prepared};
use nemkonto::{
    contract::ProblemType,
    relogin::{Effect, Entered, Event, LEAVING_SECONDS, Problem, State, Storage},
};

#[test]
fn save_asks_the_api_first() {
    let (state, effects) = step(State::Editing(None), Event::SavePressed(prepare_request(), Box::new(change())));
    assert_eq!(state, preparing());
    assert_eq!(effects, [Effect::Prepare(NEXT, prepare_request())]);
}

#[test]
fn the_confirmation_opens_with_the_reading_of_the_api() {
    let (state, effects) = step(preparing(), prepare_answered(Ok(answer())));
    assert_eq!(state, confirming());
    assert!(effects.is_empty(), "nothing is stored before Bekræft");
}

#[test]
fn the_confirmation_does_not_open_when_the_api_read_something_else() {
    let (state, effects) = step(
        State::Preparing(Box::new(Entered::new(prepare_request(), other_change()))),
        prepare_answered(Ok(answer())),
    );
    assert_eq!(state, State::Editing(Some(Problem::ReadingDiffers)));
    assert!(effects.is_empty());
}

#[test]
fn p19_a_provider_that_cannot_be_used_leaves_the_form_open() {
    let failure = refused(ProblemType::ProviderUnavailable);
    let (state, effects) = step(preparing(), prepare_answered(Err(failure.clone())));
    assert_eq!(state, State::Editing(Some(Problem::Api(failure))));
    assert!(effects.is_empty());
}

#[test]
fn accounts_that_have_changed_are_fetched_again_beside_the_form() {
    for problem_type in [ProblemType::AccountsChanged, ProblemType::NotRegistered] {
        let (state, effects) = step(preparing(), prepare_answered(Err(refused(problem_type))));
        assert_eq!(state, State::Editing(Some(Problem::Api(refused(problem_type)))));
        assert_eq!(effects, [Effect::ForgetFetched]);
    }
}

#[test]
fn a_form_that_is_saved_again_waits_for_its_own_answer() {
    let (first, effects) =
        machine(State::Editing(None)).step(Event::SavePressed(prepare_request(), Box::new(change())));
    let [Effect::Prepare(earlier, _)] = effects[..] else { panic!("the API is asked") };
    let (left, _) = first.step(Event::LeftPage);
    let (second, _) = left.step(Event::SavePressed(prepare_request(), Box::new(change())));
    let late = Event::PrepareAnswered(earlier, Ok(Box::new(answer())));
    assert_eq!(second.clone().step(late), (second, vec![]));
}

#[test]
fn confirm_stores_then_leaves() {
    let (state, effects) = step(confirming(), Event::ConfirmPressed);
    assert_eq!(effects, [Effect::Store(record())]);
    let (state, effects) = step(state, Event::Stored(Storage::Kept));
    assert_eq!(state, leaving());
    assert_eq!(effects, [Effect::GoTo(prepared().authorization_url), Effect::Pause(NEXT, LEAVING_SECONDS)]);
}

#[test]
fn s03_blocked_storage_does_not_leave() {
    let (state, effects) = step(leaving(), Event::Stored(Storage::Refused));
    assert_eq!(state, State::Confirming(agreed(), Some(Problem::StorageBlocked)));
    assert!(effects.is_empty());
}

#[test]
fn b03_fifty_clicks_are_one_hand_off() {
    let mut state = confirming();
    let mut stored = 0;
    for _ in 0..50 {
        let (next, effects) = step(state, Event::ConfirmPressed);
        stored += effects.iter().filter(|effect| matches!(effect, Effect::Store(_))).count();
        state = next;
    }
    assert_eq!(stored, 1);
}

#[test]
fn cancel_in_the_dialog_leads_back_to_the_form() {
    assert_eq!(step(confirming(), Event::CancelPressed), (State::Editing(None), vec![Effect::Forget(record())]));
    assert_eq!(step(confirming(), Event::LeftPage), (State::Editing(None), vec![Effect::Forget(record())]));
}

#[test]
fn who_leaves_the_form_while_it_is_checked_finds_no_dialog_on_another_page() {
    let (state, effects) = step(preparing(), Event::LeftPage);
    assert_eq!((&state, effects), (&State::Editing(None), vec![]));
    assert_eq!(step(state, prepare_answered(Ok(answer()))), (State::Editing(None), vec![]));
}

#[test]
fn b02_a_page_restored_while_leaving_can_be_used_again() {
    let (state, effects) = step(leaving(), Event::PageRestored);
    assert_eq!(state, confirming());
    assert!(effects.is_empty(), "the login may still be finished by going forward again");
}

#[test]
fn b07_without_a_network_the_browser_stays_and_the_confirmation_can_be_used_again() {
    let (state, effects) = step(leaving(), Event::Stored(Storage::KeptButSeemsOffline));
    assert_eq!((&state, effects), (&leaving(), vec![Effect::Probe(NEXT)]), "the browser may be wrong about it");
    let (state, effects) = step(state, Event::Probed(ASKED, false));
    assert_eq!(state, State::Confirming(agreed(), Some(Problem::Offline)));
    assert_eq!(effects, [], "the record stays, for the login page may still be ahead");
    assert!(matches!(step(state, Event::ConfirmPressed).0, State::Leaving(_)));
}

#[test]
fn b13_a_browser_that_only_says_that_there_is_no_network_leaves() {
    let (state, effects) = step(leaving(), Event::Probed(ASKED, true));
    assert_eq!(state, leaving());
    assert_eq!(effects, [Effect::GoTo(prepared().authorization_url), Effect::Pause(NEXT, LEAVING_SECONDS)]);
}

#[test]
fn b12_a_browser_that_does_not_leave_gives_the_confirmation_back() {
    for stays in [Event::PauseOver(ASKED), Event::NotFollowed] {
        let (state, effects) = step(leaving(), stays);
        assert_eq!(state, State::Confirming(agreed(), Some(Problem::DidNotLeave)));
        assert_eq!(effects, [], "the record stays, for the login page may still open");
        assert!(matches!(step(state.clone(), Event::ConfirmPressed).0, State::Leaving(_)));
        assert_eq!(step(state, Event::CancelPressed), (State::Editing(None), vec![Effect::Forget(record())]));
    }
}
