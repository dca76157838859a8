//! The pages that are read, in a browser: accounts, history, benefit types, units.

use crate::{
    support::{self, authority, benefit_types, check, filled_forms, overview, session, with_creditor, with_specific},
    verbs::{self, App, answer, appears, click, element, exists, hold, log_in, mount, settle, text},
};
use leptos::prelude::*;
use nemkonto::{
    contract::{
        AccountOverview, Assignment, BenefitTypes, HistoryEntry, HistoryEvent, HistoryPage, Names, Session, Timestamp,
        Unit, UnitId,
    },
    domain::{
        right::Right,
        specific::{Locks, SpecificAccountId},
    },
    i18n::Language,
    ui::{pages::Page, route::Route},
};
use wasm_bindgen_test::wasm_bindgen_test;

const SPECIFIC: &str = "specific-NKSSOP-10000009";

async fn show(route: Route, session: Session, overview: Option<AccountOverview>, types: Option<BenefitTypes>) -> App {
    let app = mount(|| view! { <Page/> });
    app.fetched.set_overview(overview);
    app.fetched.set_benefit_types(types);
    log_in(app, session);
    app.page.show(route);
    settle().await;
    app
}

async fn show_overview(session: Session, overview: AccountOverview) -> App {
    show(Route::Overview(overview.handle.clone()), session, Some(overview), None).await
}

fn with_rights(rights: &[Right]) -> Session {
    let mut session = session();
    session.caseworker.rights = rights.to_vec();
    session
}

#[wasm_bindgen_test]
async fn an_unlocked_account_of_the_own_authority_can_be_changed_deleted_and_locked() {
    show_overview(session(), with_specific()).await;
    let shown = text(SPECIFIC);
    for expected in ["Social pension (NKSSOP)", "Sandby Kommune", "0000 123 456", "Ikke låst"] {
        assert!(shown.contains(expected), "“{expected}” is missing in {shown}");
    }
    let links = element(SPECIFIC).query_selector_all("a").unwrap();
    let hrefs: Vec<_> = (0..links.length())
        .map(|index| {
            let link: web_sys::Element = wasm_bindgen::JsCast::unchecked_into(links.item(index).unwrap());
            link.get_attribute("href").unwrap().rsplit('/').next().unwrap().to_owned()
        })
        .collect();
    assert_eq!(hrefs, ["replace", "delete", "lock"]);
    let link: web_sys::Element = wasm_bindgen::JsCast::unchecked_into(links.item(0).unwrap());
    assert!(link.text_content().unwrap().contains("for Social pension"), "each link says to what it belongs");
}

#[wasm_bindgen_test]
async fn others_read_why_they_cannot_change_a_locked_account() {
    let mut overview = with_specific();
    overview.specific_accounts[0].locks = Locks { account: true, benefit_type: false };
    overview.specific_accounts[0].authority.cvr = support::other_authority().cvr;
    show_overview(session(), overview).await;
    let shown = text("specific-NKSSOP-98765409");
    assert!(shown.contains("låst af en anden myndighed"), "{shown}");
    assert!(!exists("#specific-NKSSOP-98765409 a"));
}

#[wasm_bindgen_test]
async fn missing_rights_read_differently_from_missing_data() {
    show_overview(session(), overview()).await;
    assert!(text("mounted").contains("Der er ingen specifikke konti."));
    assert!(exists("#create-specific") && exists("#assign-nemkonto"));

    show_overview(with_rights(&[Right::ViewAccounts]), overview()).await;
    assert!(text("no-right").contains("ikke rettighed til at ændre NemKonto"));
    assert!(text("no-right-specific").contains("ikke rettighed til at ændre specifikke konti"));
    assert!(!exists("#create-specific") && !exists("#assign-nemkonto"));

    show_overview(with_rights(&[Right::ViewAccounts, Right::ChangeNemKonto]), overview()).await;
    assert!(exists("#assign-nemkonto") && exists("#no-right-specific"));
}

#[wasm_bindgen_test]
async fn who_may_not_look_at_accounts_finds_no_form_that_would_be_refused() {
    show(Route::Start, with_rights(&[Right::ManageBenefitTypes]), None, None).await;
    assert!(text("no-right").contains("ikke rettighed til at slå kontohavere op") && !exists("#holder-number"));
    show(Route::Start, with_rights(&[Right::ViewAccounts]), None, None).await;
    assert!(exists("#holder-number") && !exists("#no-right"));
}

#[wasm_bindgen_test]
async fn an_account_that_waits_says_until_when_and_whether_that_is_over() {
    show_overview(session(), support::with_pending(false)).await;
    let waiting = text("pending");
    assert!(waiting.contains("dateret den 01-11-2026") && waiting.contains("senest den 31-12-2026"), "{waiting}");
    assert_eq!(text("pending-heading"), "NemKonto, der venter på aktivering");
    show_overview(session(), support::with_pending(true)).await;
    assert!(text("pending").contains("udløb den 31-12-2026"));
    assert_eq!(text("pending-heading"), "NemKonto, der ikke blev aktiveret");
}

#[wasm_bindgen_test]
async fn an_unlocked_creditor_is_not_said_to_become_the_nemkonto() {
    show_overview(session(), with_specific()).await;
    assert!(text(SPECIFIC).contains("Ikke låst. Kontohaveren kan ændre og slette kontoen, og den kan blive NemKonto"));
    show_overview(session(), with_creditor()).await;
    assert!(text(SPECIFIC).contains("Ikke låst. Kontohaveren kan ændre og slette kontoen"));
    assert!(!text(SPECIFIC).contains("kan blive NemKonto"));
}

#[wasm_bindgen_test]
async fn a_history_that_cannot_be_fetched_is_told_once() {
    show(Route::History(overview().handle), session(), None, None).await;
    appears("#try-again").await;
    assert_eq!(verbs::all("h1").len(), 1);
}

/// Each kind of change tells what was done, to which benefit type, and what is registered since.
#[wasm_bindgen_test]
async fn the_history_tells_of_each_kind_of_change_what_it_was_about() {
    let changes: Vec<_> = filled_forms().iter().map(|draft| check(draft).unwrap()).collect();
    let entry = |event, owner: &str| HistoryEntry {
        at: Timestamp(1_695_033_720),
        event,
        names: Names { authority: Some(owner.to_owned()), ..Names::default() },
        by: authority().name,
        caseworker: None,
        payee: None,
        receipt: None,
    };
    let by_caseworker = |change| entry(HistoryEvent::Changed { change }, &authority().name);
    let promoted =
        SpecificAccountId { benefit_type: changes[4].benefit_type().unwrap().clone(), authority: authority().cvr };
    let mut entries: Vec<_> = changes.iter().cloned().map(by_caseworker).collect();
    entries.push(entry(HistoryEvent::BecameNemKonto { id: promoted }, &authority().name));
    entries.push(entry(HistoryEvent::Changed { change: changes[8].clone() }, "Nordby Kommune"));
    let last = entries.len() - 1;
    let app = show(Route::Start, session(), Some(overview()), None).await;
    answer("/api/account-holders/holder-handle/history", 200, &HistoryPage { entries, next: None });
    app.page.show(Route::History(overview().handle));
    appears(&format!("#entry-{last}")).await;

    let texts = Language::Danish.texts();
    for (index, change) in changes.iter().enumerate() {
        let shown = text(&format!("entry-{index}"));
        assert!(shown.starts_with((texts.changes.done)(change.kind())), "{shown}");
        if let Some(code) = change.benefit_type() {
            assert!(shown.contains(code.as_str()), "which benefit type is missing in {shown}");
        }
        let number = change.account().map(|account| account.text_to_copy().replace(' ', ""));
        let digits = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>();
        if let Some(number) = number.filter(|number| !number.starts_with('+')) {
            assert!(digits(&shown).contains(&number[number.len() - 6..]), "{shown}");
        }
        assert!(!shown.contains("Kontoen hører til"), "{shown}");
    }
    assert_eq!(
        text(&format!("entry-{}", last - 1)).matches("NKSSOP").count(),
        1,
        "a promotion names it in its heading"
    );
    assert!(text(&format!("entry-{last}")).contains("Kontoen hører til Nordby Kommune"));
}

#[wasm_bindgen_test]
async fn benefit_types_are_listed_with_their_lock() {
    show(Route::BenefitTypes, session(), None, Some(benefit_types())).await;
    let shown = text("own");
    assert!(
        shown.contains("MUSIK") && shown.contains("Tilskud til musikskole") && shown.contains("Ikke låst"),
        "{shown}"
    );
    assert!(exists("#create-benefit-type"));
    show(Route::BenefitTypes, with_rights(&[Right::ViewAccounts]), None, Some(benefit_types())).await;
    assert!(exists("#no-right") && !exists("#create-benefit-type") && !exists("#own a"));
}

#[wasm_bindgen_test]
async fn the_present_unit_is_chosen_and_another_can_be() {
    let mut session = session();
    let other = Unit { id: UnitId("other".into()), name: "Løn".into() };
    session.assignments.push(Assignment { authority: authority(), unit: other });
    show(Route::Units, session, None, None).await;
    let is_checked = |id: &str| {
        let input: web_sys::HtmlInputElement = wasm_bindgen::JsCast::unchecked_into(element(id));
        input.checked()
    };
    assert!(is_checked("unit-0") && !is_checked("unit-1"));
    click("unit-1");
    settle().await;
    assert!(is_checked("unit-1") && !is_checked("unit-0"));
}

/// An answer that came after its page was left was put into signals that were gone, and the app stopped.
#[wasm_bindgen_test]
async fn who_leaves_a_history_while_it_is_fetched_goes_on_elsewhere() {
    const HISTORY: &str = "/api/account-holders/holder-handle/history";
    let app = show(Route::Start, session(), Some(overview()), None).await;
    for status in [200, 503] {
        answer(HISTORY, status, &HistoryPage { entries: Vec::new(), next: None });
        let release = hold(HISTORY);
        app.page.show(Route::History(overview().handle));
        appears("#entries").await;
        app.page.show(Route::Start);
        appears("#holder-number").await;
        release();
        settle().await;
        settle().await;
        assert!(exists("#holder-number"));
    }
    click("look-up");
    settle().await;
    assert!(exists("#holder-number-error"), "the page works");
}

#[wasm_bindgen_test]
async fn a_look_up_that_is_answered_after_its_page_was_left_leads_nowhere() {
    let app = show(Route::Start, session(), None, Some(benefit_types())).await;
    answer("/api/account-holders/lookup", 200, &overview());
    let release = hold("/api/account-holders/lookup");
    verbs::type_into("holder-number", "010158-5018");
    click("look-up");
    settle().await;
    app.journey.go(&Route::BenefitTypes);
    settle().await;
    release();
    settle().await;
    settle().await;
    assert_eq!(app.route(), Route::BenefitTypes);
}
