//! The forms of all kinds of change, in a browser: their fields, and how they follow what is chosen.

use crate::{
    support::{
        self, benefit_types, other_authority, overview, session, with_creditor, with_nemkonto, with_pending,
        with_specific,
    },
    verbs::{
        self, App, choose, click, element, exists, has_focus, log_in, mount, paste_into, settle, state, text,
        type_into, value,
    },
};
use leptos::prelude::*;
use nemkonto::{
    contract::{AccountOverview, BenefitTypes},
    domain::{change_kind::ChangeKind, draft::Field},
    relogin::State,
    ui::{
        pages::Page,
        route::{FormRoute, Route},
    },
};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

async fn open(form: FormRoute, overview: Option<AccountOverview>, types: Option<BenefitTypes>) -> App {
    let app = mount(|| view! { <Page/> });
    app.fetched.set_overview(overview);
    app.fetched.set_benefit_types(types);
    log_in(app, session());
    app.page.show(Route::Form(form));
    settle().await;
    app
}

async fn open_for_holder(kind: ChangeKind) -> App {
    open(FormRoute::Holder(overview().handle, kind), Some(overview()), Some(benefit_types())).await
}

fn fields() -> Vec<String> {
    let found = document().query_selector_all("form input:not([type=radio]), form select").unwrap();
    (0..found.length())
        .map(|index| wasm_bindgen::JsCast::unchecked_into::<web_sys::Element>(found.item(index).unwrap()).id())
        .collect()
}

#[wasm_bindgen_test]
async fn the_kind_of_account_decides_the_fields_and_what_was_typed_stays() {
    open_for_holder(ChangeKind::AssignNemKonto).await;
    assert!(exists("#registration-number") && !exists("#iban"));
    type_into("registration-number", "9999");
    click("account-type-iban");
    settle().await;
    assert!(exists("#iban") && !exists("#registration-number"));
    assert!(!exists("#account-type-fi"), "a creditor number is no NemKonto");
    click("account-type-domestic");
    settle().await;
    assert_eq!(value("registration-number"), "9999");
}

#[wasm_bindgen_test]
async fn the_country_comes_first_and_decides_the_others() {
    open_for_holder(ChangeKind::AssignNemKonto).await;
    click("account-type-number");
    settle().await;
    assert_eq!(fields(), ["country", "valid-from"]);
    choose("country", "US");
    settle().await;
    assert!(text("bank-code-label").contains("ABA-nummer"));
    assert!(text("bic-label").contains("frivilligt"));
    type_into("bank-code", "999999993");
    click("save");
    settle().await;
    assert!(text("bank-code-error").contains("Kontrolcifferet i ABA-nummeret passer ikke"));
    choose("country", "MX");
    settle().await;
    assert!(!exists("#bank-code"), "a CLABE includes the bank");
    assert_eq!(text("foreign-account-label"), "CLABE");
}

#[wasm_bindgen_test]
async fn a_country_with_iban_leads_to_the_iban() {
    open_for_holder(ChangeKind::AssignNemKonto).await;
    click("account-type-number");
    settle().await;
    choose("country", "DE");
    settle().await;
    assert!(text("other-form").contains("har IBAN"));
    click("use-other-form");
    settle().await;
    assert!(exists("#iban") && has_focus("bic"));
}

#[wasm_bindgen_test]
async fn a_domestic_iban_among_foreign_accounts_leads_to_the_domestic_form() {
    open_for_holder(ChangeKind::AssignNemKonto).await;
    click("account-type-iban");
    settle().await;
    type_into("iban", "DK0399990000123456");
    settle().await;
    click("use-domestic");
    settle().await;
    assert_eq!((value("registration-number").as_str(), value("account-number").as_str()), ("9999", "0000123456"));
}

#[wasm_bindgen_test]
async fn an_iban_of_a_country_without_leads_to_the_account_number() {
    open_for_holder(ChangeKind::AssignNemKonto).await;
    click("account-type-iban");
    settle().await;
    type_into("iban", "US12 3456");
    settle().await;
    click("use-number");
    settle().await;
    assert!(has_focus("country"));
    assert_eq!(value("country"), "US");
    assert!(exists("#bank-code"));
    type_into("bank-code", "999 999 992");
    type_into("foreign-account", "Acct no. 123456");
    settle().await;
    assert_eq!((text("bank-code-echo").as_str(), text("foreign-account-echo").as_str()), ("999999992", "123456"));
}

#[wasm_bindgen_test]
async fn a_specific_account_names_its_benefit_and_explains_its_lock() {
    let app = open_for_holder(ChangeKind::CreateSpecific).await;
    assert_eq!(fields(), ["benefit-type", "registration-number", "account-number", "locked"]);
    assert!(element("locked").closest("fieldset").unwrap().unwrap().get_attribute("aria-describedby").is_some());
    assert!(text("locked-hint").contains("aldrig NemKonto"));
    click("save");
    settle().await;
    assert_eq!(text("benefit-type-error").trim(), "Fejl: Vælg en ydelsesart");
    choose("benefit-type", "NKSSOP");
    type_into("registration-number", "9999");
    type_into("account-number", "123456");
    click("locked");
    click("save");
    assert!(matches!(state(app), State::Preparing(_)));
}

#[wasm_bindgen_test]
async fn the_form_is_called_what_the_link_to_it_is_called() {
    let form = || FormRoute::Holder(overview().handle, ChangeKind::AssignNemKonto);
    open(form(), Some(overview()), None).await;
    assert_eq!(text("page-heading"), "Registrér NemKonto");
    let in_force = with_specific().specific_accounts[0].in_force.clone();
    open(form(), Some(AccountOverview { nemkonto: in_force, ..overview() }), None).await;
    assert_eq!(text("page-heading"), "Ret NemKonto");
}

#[wasm_bindgen_test]
async fn a_unit_that_pays_nothing_is_told_so() {
    let none = BenefitTypes { payable: Vec::new(), ..benefit_types() };
    open(FormRoute::Holder(overview().handle, ChangeKind::CreateSpecific), Some(overview()), Some(none)).await;
    assert!(text("no-benefit-types").contains("udbetaler ingen ydelser"));
    assert!(!exists("#save") && !exists("#account-number"), "nothing to fill in that could not be sent");
}

#[wasm_bindgen_test]
async fn a_deletion_lists_what_can_take_the_place_and_nothing_else() {
    let delete = || FormRoute::Holder(overview().handle, ChangeKind::DeleteNemKonto);
    open(delete(), Some(with_nemkonto()), None).await;
    assert!(text("promotable").starts_with("Social pension (NKSSOP) · Sandby Kommune. Lås for ændringer"));
    assert!(exists("#promotable a[href$='/specific/NKSSOP/10000009/lock']"), "the way to lock it");
    assert!(!exists("#still-waits"));
    let nemkonto = with_nemkonto().nemkonto;
    let mut locked = with_nemkonto();
    locked.specific_accounts[0].locks.benefit_type = true;
    for none in [locked, AccountOverview { nemkonto: nemkonto.clone(), ..with_creditor() }] {
        open(delete(), Some(none), None).await;
        assert!(!exists("#promotable") && text("no-promotion").contains("Ingen ulåst specifik konto"));
    }
    let mut of_others = with_nemkonto();
    of_others.specific_accounts[0].authority = other_authority();
    open(delete(), Some(of_others), None).await;
    assert!(text("promotable").contains("Kun myndigheden selv kan låse kontoen") && !exists("#promotable a"));
    open(delete(), Some(AccountOverview { nemkonto, ..with_pending(false) }), None).await;
    assert!(text("still-waits").contains("venter på aktivering"));
}

#[wasm_bindgen_test]
async fn a_form_that_would_be_refused_whatever_is_typed_says_so_at_once() {
    let told = |words: &str| {
        assert!(text("page-heading").contains(words) && !exists("#save"), "{}", text("page-heading"));
        assert!(!text("refusal").is_empty() && exists("#back"));
    };
    open(FormRoute::Holder(overview().handle, ChangeKind::DeleteNemKonto), Some(overview()), None).await;
    told("ingen NemKonto at slette");

    let mut locked = with_specific();
    locked.specific_accounts[0].authority = other_authority();
    locked.specific_accounts[0].locks.account = true;
    let key = locked.specific_accounts[0].id();
    for kind in [ChangeKind::ReplaceSpecific, ChangeKind::DeleteSpecific] {
        open(FormRoute::Specific(overview().handle, key.clone(), kind), Some(locked.clone()), None).await;
        told("låst af en anden myndighed");
    }
    let mut by_type = with_specific();
    by_type.specific_accounts[0].locks.benefit_type = true;
    let key = by_type.specific_accounts[0].id();
    open(FormRoute::Specific(overview().handle, key, ChangeKind::UnlockSpecific), Some(by_type), None).await;
    told("låst af sin ydelsesart");

    let mut in_use = benefit_types();
    in_use.own[0].accounts = 2;
    let code = in_use.own[0].benefit_type.code.clone();
    open(FormRoute::BenefitType(code, ChangeKind::DeleteBenefitType), None, Some(in_use)).await;
    told("Ydelsesarten er i brug");
}

#[wasm_bindgen_test]
async fn who_leaves_while_the_form_is_checked_meets_no_dialog_elsewhere() {
    let app = open_for_holder(ChangeKind::AssignNemKonto).await;
    type_into("registration-number", "9999");
    type_into("account-number", "123456");
    click("save");
    assert!(matches!(state(app), State::Preparing(_)));
    app.journey.arrive(Route::Units);
    settle().await;
    assert_eq!(state(app), State::Editing(None));
}

#[wasm_bindgen_test]
async fn the_line_of_a_slip_is_spread_over_its_fields() {
    open_for_holder(ChangeKind::CreateSpecific).await;
    click("account-type-fi");
    settle().await;
    paste_into("creditor", "+71<000000000123455+80000000<");
    settle().await;
    assert_eq!((value("payment-id").as_str(), value("creditor").as_str()), ("000000000123455", "80000000"));
    click("slip-73");
    settle().await;
    assert!(!exists("#payment-id"), "+73 has no payment id");
}

#[wasm_bindgen_test]
async fn what_is_registered_now_stands_above_the_form() {
    let overview = with_specific();
    let key = overview.specific_accounts[0].id();
    open(FormRoute::Specific(overview.handle.clone(), key, ChangeKind::LockSpecific), Some(overview), None).await;
    assert_eq!(text("page-heading"), "Lås specifik konto");
    assert!(text("present").contains("0000 123 456") && text("present").contains("Ikke låst"));
    assert_eq!(text("save"), "Lås konto");
    assert_eq!(fields(), Vec::<String>::new());
}

#[wasm_bindgen_test]
async fn what_is_no_longer_there_is_told_and_leads_back() {
    let key = with_specific().specific_accounts[0].id();
    open(FormRoute::Specific(overview().handle, key, ChangeKind::DeleteSpecific), Some(overview()), None).await;
    assert!(text("page-heading").contains("findes ikke længere"));
    assert!(exists("#back") && !exists("#save"));
}

#[wasm_bindgen_test]
async fn a_benefit_type_is_edited_from_what_it_is() {
    let code = benefit_types().own[0].benefit_type.code.clone();
    open(FormRoute::BenefitType(code, ChangeKind::EditBenefitType), None, Some(benefit_types())).await;
    assert_eq!(fields(), ["name", "type-locked"]);
    assert_eq!(value("name"), "Tilskud til musikskole");
}

#[wasm_bindgen_test]
async fn what_somebody_else_changes_meanwhile_is_not_changed_back() {
    let code = benefit_types().own[0].benefit_type.code.clone();
    let app = open(FormRoute::BenefitType(code, ChangeKind::EditBenefitType), None, Some(benefit_types())).await;
    let is_ticked = || element("type-locked").unchecked_into::<web_sys::HtmlInputElement>().checked();
    assert!(!is_ticked() && !untrack(|| app.forms.has_drafts()), "nothing is typed yet");
    type_into("name", "Tilskud til korskole");
    let mut locked = benefit_types();
    locked.own[0].locked = true;
    app.fetched.set_benefit_types(Some(locked));
    settle().await;
    assert_eq!(value("name"), "Tilskud til korskole", "what was typed stays");
    assert!(is_ticked(), "what was not touched is what is registered now");
}

#[wasm_bindgen_test]
async fn every_form_has_an_address_of_its_own() {
    let overview = with_specific();
    let key = overview.specific_accounts[0].id();
    let danish = nemkonto::domain::benefit_type::BenefitCode::parse("BØRN").unwrap();
    for form in [
        FormRoute::Holder(overview.handle.clone(), ChangeKind::AssignNemKonto),
        FormRoute::Holder(overview.handle.clone(), ChangeKind::DeleteNemKonto),
        FormRoute::Holder(overview.handle.clone(), ChangeKind::CreateSpecific),
        FormRoute::Specific(overview.handle.clone(), key.clone(), ChangeKind::ReplaceSpecific),
        FormRoute::Specific(overview.handle.clone(), key.clone(), ChangeKind::DeleteSpecific),
        FormRoute::Specific(overview.handle.clone(), key.clone(), ChangeKind::LockSpecific),
        FormRoute::Specific(overview.handle, key, ChangeKind::UnlockSpecific),
        FormRoute::NewBenefitType,
        FormRoute::BenefitType(danish.clone(), ChangeKind::EditBenefitType),
        FormRoute::BenefitType(danish, ChangeKind::DeleteBenefitType),
    ] {
        let route = Route::Form(form);
        assert_eq!(Route::from_path(&route.path()), route);
    }
    for path in ["/account-holders/x/lock", "/benefit-types/x/new", "/account-holders/x/specific/A/1/lock"] {
        assert_eq!(Route::from_path(path), Route::NotFound, "{path}");
    }
}

/// The element that a field is filled in with.
fn id_of(field: Field) -> &'static str {
    match field {
        Field::AccountType => "account-type-domestic",
        Field::Slip => "slip-71",
        field => field.name(),
    }
}

/// Whoever adds a field, a kind of change or a type of account is led here if nothing shows it.
#[wasm_bindgen_test]
async fn every_field_of_every_form_is_there_in_the_order_of_the_draft_and_is_not_drawn_anew_while_it_is_typed_into() {
    for draft in support::filled_forms() {
        let form = FormRoute::of(Some(overview().handle), &draft).unwrap();
        let app = open(form.clone(), Some(with_nemkonto()), Some(benefit_types())).await;
        app.forms.update(&form, |typed| {
            *typed = draft.clone();
            // So that the tick for different countries is there.
            typed.set(Field::Bic, "DEUTDEFF");
        });
        settle().await;
        let has_bic = draft.fields().contains(&Field::Bic);
        let ids: Vec<_> = draft.fields().into_iter().map(id_of).collect();
        let shown = verbs::all("form input, form select");
        let order: Vec<_> = ids.iter().map(|id| shown.iter().position(|element| element.id() == *id)).collect();
        assert!(order.iter().all(Option::is_some) && order.is_sorted(), "{:?}: {ids:?} at {order:?}", draft.kind());
        assert!(!has_bic || exists("#different-countries"));
        for input in verbs::all("form input[type=text]") {
            let id = input.id();
            let typed = format!("{}1", value(&id));
            type_into(&id, &typed);
            settle().await;
            assert!(input.is_connected() && value(&id) == typed, "{id} was drawn anew");
        }
    }
}

#[wasm_bindgen_test]
async fn what_an_iban_says_already_is_folded_away_until_it_is_used_or_wrong() {
    let is_open = || element("seldom-needed").has_attribute("open");
    let app = open_for_holder(ChangeKind::AssignNemKonto).await;
    click("account-type-iban");
    settle().await;
    assert!(!is_open());
    type_into("currency", "");
    click("save");
    settle().await;
    assert!(!is_open(), "what is wrong is elsewhere");
    paste_into("iban", "IBAN: LT12 1000 0111 0100 1000\nBanknavn: Kitas Bankas");
    settle().await;
    assert!(value("bank-name") == "Kitas Bankas" && is_open(), "what was pasted can be seen");
    element("seldom-needed").remove_attribute("open").unwrap();
    type_into("bank-name", "\u{202e}knaB");
    click("save");
    settle().await;
    assert!(is_open() && exists("#bank-name-error"), "what is wrong can be seen");
    verbs::all(".error-summary a").last().unwrap().click();
    assert!(has_focus("bank-name"), "and reached");

    app.page.show(Route::Start);
    settle().await;
    app.page.show(Route::Form(FormRoute::Holder(overview().handle, ChangeKind::AssignNemKonto)));
    settle().await;
    assert!(is_open(), "something stands there");
    click("account-type-number");
    settle().await;
    choose("country", "US");
    settle().await;
    assert!(!exists("#seldom-needed") && exists("#bank-name"), "there it is needed");
}
