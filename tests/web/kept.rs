//! What is typed survives a login, a network that is gone and a clock that is off, in a browser.

use crate::{
    support::{agreed, overview, session},
    verbs::{
        self, App, exists, fresh_tab, logged_in, mount, mount_from, reload, session_storage, settle, state, text,
        type_into, until, value,
    },
};
use leptos::prelude::*;
use nemkonto::{
    browser::{crypto::SealingKey, location, storage},
    contract::{DraftKey, Session},
    domain::{
        change_kind::ChangeKind,
        draft::{Draft, Field},
    },
    relogin::{Event, Machine, Problem, SessionState, State, Storage},
    ui::{
        pages::Page,
        route::{FormRoute, Route},
    },
};
use wasm_bindgen_test::wasm_bindgen_test;

const KEPT: &str = "nemkonto.drafts";

fn form() -> FormRoute {
    FormRoute::Holder(overview().handle, ChangeKind::AssignNemKonto)
}

fn somebody_else() -> Session {
    Session { draft_key: DraftKey("B".repeat(43)), ..session() }
}

/// The app on its first page, with what an earlier one has left in storage.
fn load_app() -> App {
    location::replace("/");
    reload(|| view! { <Page/> })
}

/// Somebody who has typed into a form when the session ends.
async fn typed() -> App {
    let app = mount(|| view! { <Page/> });
    app.fetched.set_overview(Some(overview()));
    logged_in(app, session()).await;
    app.page.show(Route::Form(form()));
    settle().await;
    type_into("account-number", "123456");
    app
}

#[wasm_bindgen_test]
async fn b08_what_was_typed_is_back_after_the_login_that_an_ended_session_asked_for() {
    let app = typed().await;
    app.journey.dispatch(Event::SessionEnded);
    app.keep(None).await;
    let [(key, sealed)] = &session_storage()[..] else { panic!("nothing is kept") };
    assert_eq!(key, KEPT);
    assert!(!sealed.contains("123456") && !sealed.contains(&overview().handle.0), "{sealed}");

    // The page is loaded anew after the login.
    let app = load_app();
    app.fetched.set_overview(Some(overview()));
    logged_in(app, session()).await;
    until(|| exists("#account-number")).await;
    assert_eq!(value("account-number"), "123456");
    assert_eq!(session_storage(), []);
}

#[wasm_bindgen_test]
async fn b08_nobody_else_finds_what_was_typed() {
    typed().await.keep(None).await;
    let app = load_app();
    logged_in(app, somebody_else()).await;
    until(|| session_storage().is_empty()).await;
    settle().await;
    assert!(untrack(|| app.forms.drafts()).is_empty());
    assert_eq!(app.route(), Route::Start);
}

#[wasm_bindgen_test]
async fn nothing_is_kept_where_nothing_was_typed() {
    let app = mount(|| view! { <Page/> });
    logged_in(app, session()).await;
    app.keep(None).await;
    assert_eq!(session_storage(), []);
    app.forms.update(&form(), |typed| *typed = Draft::new(ChangeKind::AssignNemKonto));
    app.keep(None).await;
    assert_eq!(session_storage(), []);
}

#[wasm_bindgen_test]
async fn the_form_that_is_being_confirmed_is_kept_by_its_record_and_the_others_here() {
    let app = typed().await;
    app.keep(Some(&form())).await;
    assert_eq!(session_storage(), []);
    let mut other = Draft::new(ChangeKind::CreateBenefitType);
    other.set(Field::Code, "MUSIK");
    app.forms.update(&FormRoute::NewBenefitType, |typed| *typed = other.clone());
    app.keep(Some(&form())).await;
    assert_eq!(session_storage().len(), 1);

    let app = load_app();
    logged_in(app, session()).await;
    until(|| untrack(|| app.forms.drafts()).len() == 1).await;
    assert_eq!(untrack(|| app.forms.draft(&FormRoute::NewBenefitType)), Some(other));
}

/// As a newer version keeps it, to which somebody goes back after this one: a form with a field that is new, and one that this version knows.
#[wasm_bindgen_test]
async fn b33_a_form_that_another_version_has_kept_takes_no_other_with_it_and_waits() {
    fresh_tab();
    let key = SealingKey::new(session().draft_key);
    let mut known = Draft::new(ChangeKind::CreateBenefitType);
    known.set(Field::Code, "MUSIK");
    let unknown = r#"{"kind":"create-benefit-type","values":{"added-later":"typed"}}"#;
    let drafts: Vec<_> = [unknown.to_owned(), serde_json::to_string(&known).unwrap()]
        .map(|draft| serde_json::json!({ "holder": null, "draft": draft, "added_later": 1 }))
        .into();
    let kept = serde_json::json!({ "path": "/benefit-types/added-later", "drafts": drafts, "added_later": {} });
    storage::store(KEPT, &key.seal(&kept.to_string()).await.unwrap()).unwrap();

    let app = load_app();
    logged_in(app, session()).await;
    until(|| untrack(|| app.forms.drafts()).len() == 1).await;
    assert_eq!(untrack(|| app.forms.draft(&FormRoute::NewBenefitType)), Some(known));
    app.keep(None).await;
    let sealed = storage::read(KEPT).expect("both are kept");
    let again = key.open(&sealed).await.unwrap();
    assert!(again.contains("added-later") && again.contains("MUSIK"), "{again}");
}

#[wasm_bindgen_test]
async fn a_sealed_text_opens_with_its_key_only_and_whole_only() {
    let key = SealingKey::new(session().draft_key);
    let sealed = key.seal("indtastet æøå").await.unwrap();
    assert_eq!(key.open(&sealed).await.as_deref(), Some("indtastet æøå"));
    assert_ne!(key.seal("indtastet æøå").await.unwrap(), sealed, "no nonce is used twice");
    assert_eq!(SealingKey::new(somebody_else().draft_key).open(&sealed).await, None);
    for position in 0..sealed.len() {
        let mut altered = sealed.clone().into_bytes();
        altered[position] = if altered[position] == b'A' { b'B' } else { b'A' };
        assert_eq!(key.open(&String::from_utf8(altered).unwrap()).await, None, "at {position}");
    }
    for rubbish in ["", "A", "nonsense!", "AAAA"] {
        assert_eq!(key.open(rubbish).await, None, "{rubbish}");
    }
}

#[wasm_bindgen_test]
async fn rubbish_among_what_is_kept_is_removed_and_harms_nobody() {
    fresh_tab();
    storage::store(KEPT, "rubbish").unwrap();
    let app = load_app();
    logged_in(app, session()).await;
    until(|| session_storage().is_empty()).await;
    assert!(matches!(app.machine().session, SessionState::LoggedIn(_)));
}

#[wasm_bindgen_test]
async fn b07_without_a_network_the_confirmation_says_so_and_stays() {
    let leaving = Machine::new(State::Leaving(Box::new(agreed())), SessionState::Unknown);
    let app = mount_from(leaving, || view! { <nemkonto::ui::confirmation::Confirmation/> });
    app.journey.dispatch(Event::Stored(Storage::KeptButSeemsOffline));
    until(|| matches!(state(app), State::Confirming(..))).await;
    settle().await;
    assert!(matches!(state(app), State::Confirming(_, Some(Problem::Offline))));
    assert!(text("confirmation").contains("Der er ingen netforbindelse"));
    assert_eq!(session_storage(), []);
}

#[wasm_bindgen_test]
async fn b06_a_calendar_that_is_a_day_off_refuses_nothing_that_the_api_would_take() {
    let app = typed().await;
    type_into("registration-number", "9999");
    // What is today for the API is yesterday for a computer that is a day ahead.
    let yesterday = nemkonto::browser::clock::today().plus_days(-1);
    type_into("valid-from", &yesterday.as_typed());
    verbs::click("save");
    assert!(matches!(state(app), State::Preparing(_)));
}
