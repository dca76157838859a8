//! The bank that a field names: below it as soon as it is complete, asked for once, and never in the way.

use crate::{
    support::{benefit_types, configuration, names, overview, reading, session, with_nemkonto},
    verbs::{
        App, all, answer, answer_text, appears, asked, click, element, exists, has_focus, hold, log_in, mount,
        open_confirmation, refuse, settle, state, text, type_into, until, value,
    },
};
use leptos::prelude::*;
use nemkonto::{
    contract::{Bank, Configuration, FoundBank, Names, PrepareAnswer, ProblemType, Reading},
    domain::{
        bank_key::BankKey, bic::Bic, change_kind::ChangeKind, country::Country, domestic::RegistrationNumber,
        iban::Iban,
    },
    relogin::State,
    ui::{
        pages::Page,
        route::{FormRoute, Route},
    },
};
use wasm_bindgen_test::wasm_bindgen_test;

const FIND: &str = "/api/banks/find";
const IBAN: &str = "LT35 3250 0123 4567 8901";

async fn open(bank_directory: bool) -> App {
    let app = mount(|| view! { <Page/> });
    answer("/api/configuration", 200, &Configuration { bank_directory, ..configuration() });
    app.fetched.load_configuration();
    until(|| untrack(|| app.fetched.configuration()).is_some()).await;
    app.fetched.set_overview(Some(overview()));
    app.fetched.set_benefit_types(Some(benefit_types()));
    log_in(app, session());
    app.page.show(form());
    settle().await;
    app
}

fn form() -> Route {
    Route::Form(FormRoute::Holder(overview().handle, ChangeKind::AssignNemKonto))
}

fn registered(number: &str) -> BankKey {
    BankKey::RegistrationNumber(RegistrationNumber::parse(number).unwrap())
}

fn of_iban() -> BankKey {
    BankKey::of_iban(&Iban::parse(IBAN).unwrap()).unwrap()
}

fn bank(name: &str, bic: Option<&str>) -> Bank {
    Bank {
        name: name.into(),
        street: Some("Bankvej 1".into()),
        postcode: Some("9999".into()),
        city: Some("Eksempelby".into()),
        country: Country::DENMARK,
        bic: bic.map(|bic| Bic::parse(bic).unwrap()),
    }
}

/// The directory knows a bank by this key, or none, whatever it is asked.
fn directory_says(key: BankKey, bank: Option<Bank>) {
    answer(FIND, 200, &FoundBank { key, bank });
}

/// The form for a foreign account, with an IBAN of a bank that has one BIC.
async fn with_iban() -> App {
    let app = open(true).await;
    click("account-type-iban");
    settle().await;
    directory_says(of_iban(), Some(bank("Pavyzdys Bankas", Some("REVOLT21"))));
    type_into("iban", IBAN);
    until(|| text("iban-bank") == "Bank: Pavyzdys Bankas, Eksempelby").await;
    app
}

#[wasm_bindgen_test]
async fn the_bank_stands_below_its_field_once_that_is_complete_and_is_asked_for_once() {
    open(true).await;
    directory_says(registered("9999"), Some(bank("Eksempelbanken", None)));
    for typed in ["9", "99", "999"] {
        type_into("registration-number", typed);
        settle().await;
    }
    assert_eq!(asked(FIND), 0, "nothing is asked on the way");
    type_into("registration-number", "9999");
    until(|| text("registration-number-bank") == "Bank: Eksempelbanken, Eksempelby").await;
    assert_eq!(element("registration-number-bank").get_attribute("role").as_deref(), Some("status"));
    type_into("registration-number", "999");
    settle().await;
    assert_eq!(text("registration-number-bank"), "", "it is not the bank of what stands there now");
    type_into("registration-number", "Reg. 9999");
    type_into("account-number", "123");
    settle().await;
    assert_eq!(text("registration-number-bank"), "Bank: Eksempelbanken, Eksempelby");
    assert_eq!(asked(FIND), 1);
}

#[wasm_bindgen_test]
async fn a_bank_that_the_directory_does_not_know_stops_nobody() {
    let app = open(true).await;
    directory_says(registered("9900"), None);
    type_into("registration-number", "9900");
    type_into("account-number", "123");
    until(|| text("registration-number-bank").contains("ikke i bankregisteret")).await;
    assert!(!exists(".form-error"));
    click("save");
    assert!(matches!(state(app), State::Preparing(..)));
}

#[wasm_bindgen_test]
async fn an_api_without_a_directory_is_not_asked() {
    open(false).await;
    directory_says(registered("9999"), Some(bank("Eksempelbanken", None)));
    type_into("registration-number", "9999");
    settle().await;
    assert_eq!((asked(FIND), text("registration-number-bank").as_str()), (0, ""));
}

#[wasm_bindgen_test]
async fn the_bic_of_the_bank_can_be_filled_in() {
    with_iban().await;
    click("use-bic");
    settle().await;
    assert_eq!(value("bic"), "REVOLT21");
    assert!(!exists("#use-bic") && has_focus("bic"), "the button is gone, and the focus is where the BIC is now");
    type_into("bic", "REVOLT21XXX");
    settle().await;
    assert!(!exists("#use-bic"), "a branch is of the same bank");
    assert_eq!(text("banks-differ"), "");
}

#[wasm_bindgen_test]
async fn a23_bic_and_iban_of_different_banks_are_told_and_stop_nobody() {
    let app = with_iban().await;
    directory_says(BankKey::Bic(Bic::parse("AAAALT22").unwrap()), Some(bank("Kitas Bankas", Some("AAAALT22"))));
    type_into("bic", "AAAALT22");
    settle().await;
    assert!(text("banks-differ").contains("hver sin bank"));
    assert!(exists("#use-bic") && !exists(".form-error"));
    click("save");
    assert!(matches!(state(app), State::Preparing(..)));
}

#[wasm_bindgen_test]
async fn a24_a_directory_that_is_down_or_talks_nonsense_is_asked_again_later_and_stops_nobody() {
    let app = open(true).await;
    type_into("account-number", "123");
    for (times, break_it) in [
        (|| ()) as fn(),
        || refuse(FIND, ProblemType::Internal),
        || answer_text(FIND, 200, "<!doctype html>"),
        || answer_text(FIND, 200, r#"{"key":{"registration-number":"9999"},"bank":{"name":1}}"#),
    ]
    .into_iter()
    .enumerate()
    {
        break_it();
        type_into("registration-number", "9999");
        until(|| asked(FIND) == times + 1).await;
        settle().await;
        assert_eq!(text("registration-number-bank"), "");
        type_into("account-number", &"1".repeat(times + 1));
        settle().await;
        assert_eq!(asked(FIND), times + 1, "what is typed elsewhere does not ask again");
        type_into("registration-number", "");
        settle().await;
    }
    directory_says(registered("9999"), Some(bank("Eksempelbanken", None)));
    let release = hold(FIND);
    type_into("registration-number", "9999");
    settle().await;
    click("save");
    assert!(matches!(state(app), State::Preparing(..)), "nobody waits for a slow directory");
    release();
    until(|| text("registration-number-bank").contains("Eksempelbanken")).await;
}

#[wasm_bindgen_test]
async fn a25_an_answer_about_another_bank_is_not_shown() {
    open(true).await;
    directory_says(registered("9998"), Some(bank("En anden bank", None)));
    type_into("registration-number", "9999");
    until(|| asked(FIND) == 1).await;
    settle().await;
    assert_eq!(text("registration-number-bank"), "");
}

#[wasm_bindgen_test]
async fn a25_an_answer_that_comes_when_something_else_stands_there_is_not_shown_with_it() {
    let app = open(true).await;
    directory_says(registered("9999"), Some(bank("Eksempelbanken", None)));
    let release = hold(FIND);
    type_into("registration-number", "9999");
    settle().await;
    type_into("registration-number", "9998");
    release();
    settle().await;
    assert!(!text("registration-number-bank").contains("Eksempelbanken"));

    directory_says(registered("9997"), Some(bank("Eksempelbanken", None)));
    let release = hold(FIND);
    type_into("registration-number", "9997");
    settle().await;
    app.page.show(Route::Start);
    settle().await;
    release();
    settle().await;
    assert!(exists("#holder-number"), "who has left the page hears nothing of it");
}

#[wasm_bindgen_test]
async fn a21_the_name_of_a_bank_is_text_with_an_end_that_turns_nothing_around() {
    open(true).await;
    let name = format!("<img src=x onerror=alert(1)>\u{202e}{}", "A".repeat(500));
    directory_says(registered("9999"), Some(bank(&name, None)));
    type_into("registration-number", "9999");
    until(|| text("registration-number-bank").contains("<img")).await;
    let shown = text("registration-number-bank");
    assert!(!exists("#mounted img") && !shown.contains('\u{202e}') && shown.contains('…'));
}

#[wasm_bindgen_test]
async fn the_confirmation_names_the_bank_before_and_after_and_marks_another_one() {
    let app = open(false).await;
    let names =
        |before: &str, after: &str| Names { bank_before: Some(before.into()), bank: Some(after.into()), ..names() };
    let before = with_nemkonto().registered_nemkonto();
    for (after, is_marked) in [("Pavyzdys Bankas, Vilnius", true), ("Eksempelbanken, Eksempelby", false)] {
        let names = names("Eksempelbanken, Eksempelby", after);
        let reading = Reading { names, before: before.clone(), ..reading() };
        open_confirmation(app, PrepareAnswer { reading, ..crate::support::answer() });
        appears("#confirmation[open] #after").await;
        until(|| text("after").contains(&format!("Bank: {after}"))).await;
        assert!(text("before").contains("Bank: Eksempelbanken, Eksempelby"));
        let line = element("after").query_selector(".account-line").unwrap().unwrap();
        assert!(line.text_content().unwrap().starts_with("Bank: "), "before the numbers");
        assert_eq!(line.class_list().contains("changed"), is_marked);
    }
}

#[wasm_bindgen_test]
async fn the_overview_names_the_bank_of_each_account() {
    let app = mount(|| view! { <Page/> });
    let mut overview = with_nemkonto();
    overview.nemkonto.as_mut().unwrap().bank = Some("Eksempelbanken, Eksempelby".into());
    overview.specific_accounts[0].in_force.as_mut().unwrap().bank = Some("Sparekassen Prøve, Prøvehavn".into());
    let handle = overview.handle.clone();
    app.fetched.set_overview(Some(overview));
    log_in(app, session());
    app.page.show(Route::Overview(handle));
    appears("#nemkonto .account-line").await;
    assert!(text("nemkonto").contains("Bank: Eksempelbanken, Eksempelby"));
    assert!(all(".specific-account")[0].inner_text().contains("Bank: Sparekassen Prøve, Prøvehavn"));
}
