//! The pieces that pages are made of, in a browser: roles, names, states and what they tell.

use crate::{
    support::{self, change, receipt, today},
    verbs::{
        all, choose, click, element, exists, fill_in, has_focus, mount, paste_into, settle, text, type_into, until,
        value,
    },
};
use leptos::prelude::*;
use nemkonto::{
    browser::location,
    domain::{
        change::Registered,
        holder::{HolderId, Scheme},
    },
    ui::{
        components::{
            AccountRows, Alert, AlertKind, CheckBox, Choice, CopyButton, DownloadLink, ErrorSummary, FileField,
            HolderRows, Link, PageHeading, QrCodeOf, RadioGroup, ReceiptRows, RegisteredRows, Row, Select,
            SelectOption, SubmitButton, SummaryItem, TextField, Waiting,
        },
        route::Route,
    },
};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

fn attribute(id: &str, name: &str) -> Option<String> {
    element(id).get_attribute(name)
}

#[wasm_bindgen_test]
async fn an_alert_interrupts_only_for_warnings_and_errors() {
    for (kind, role, class) in [
        (AlertKind::Success, "status", "alert-success"),
        (AlertKind::Info, "status", "alert-info"),
        (AlertKind::Warning, "alert", "alert-warning"),
        (AlertKind::Error, "alert", "alert-error"),
    ] {
        mount(move || view! { <Alert kind heading="Overskrift"><p id="inside">"text"</p></Alert> });
        settle().await;
        let alert = &all(".alert")[0];
        assert_eq!(alert.get_attribute("role").as_deref(), Some(role));
        assert!(alert.class_name().contains(class));
        assert_eq!(alert.query_selector("h2").unwrap().unwrap().text_content().unwrap(), "Overskrift");
        assert_eq!(text("inside"), "text");
    }
}

#[wasm_bindgen_test]
async fn a_text_field_shows_its_value_and_tells_what_is_typed_and_pasted() {
    let typed = RwSignal::new("before".to_owned());
    let error = RwSignal::new(None::<String>);
    mount(move || {
        view! {
            <TextField id="field" label="Felt" hint="Hjælp" value=typed on_input=Callback::new(move |text| typed.set(text))
                error width="input-char-10" echo=Signal::derive(move || Some(format!("læst: {}", typed.get())))
                on_paste=Some(Callback::new(move |text: String| { typed.set(format!("<{text}>")); true })) numeric=true/>
        }
    });
    settle().await;
    assert_eq!(
        (value("field"), text("field-label"), text("field-hint")),
        ("before".into(), "Felt".into(), "Hjælp".into())
    );
    assert!(element("field").has_attribute("required"));
    type_into("field", "after");
    settle().await;
    assert_eq!(text("field-echo"), "læst: after");
    assert_eq!(attribute("field", "aria-describedby").unwrap(), "field-hint field-echo");
    fill_in("field", "by a password manager");
    settle().await;
    assert_eq!(text("field-echo"), "læst: by a password manager", "which tells it by a change alone");
    paste_into("field", "1234");
    settle().await;
    assert_eq!(value("field"), "<1234>");
    error.set(Some("Indtast feltet".into()));
    settle().await;
    assert_eq!(attribute("field", "aria-describedby").unwrap(), "field-hint field-error field-echo");
    assert_eq!(attribute("field", "aria-invalid").unwrap(), "true");
    assert_eq!(text("field-error").trim(), "Fejl: Indtast feltet");
}

#[wasm_bindgen_test]
async fn a_list_begins_with_nothing_chosen_and_follows_its_value() {
    let value = RwSignal::new(String::new());
    let options = ["a", "b"].map(|option| SelectOption { value: option.into(), label: option.to_uppercase() }).to_vec();
    mount(move || {
        view! {
            <Select id="list" label="Liste" hint="Hjælp" options value
                on_change=Callback::new(move |chosen| value.set(chosen)) error=Signal::stored(Some("Vælg".to_owned()))/>
        }
    });
    settle().await;
    let list: web_sys::HtmlSelectElement = element("list").unchecked_into();
    assert_eq!(list.value(), "");
    choose("list", "b");
    assert_eq!(value.get_untracked(), "b");
    value.set("a".into());
    settle().await;
    assert_eq!(list.value(), "a");
    assert_eq!(attribute("list", "aria-describedby").unwrap(), "list-hint list-error");
}

#[wasm_bindgen_test]
async fn choices_are_a_group_with_a_name_and_one_of_them_is_checked() {
    let chosen = RwSignal::new(Some("one"));
    let error = RwSignal::new(None::<String>);
    mount(move || {
        view! {
            <RadioGroup name="choice" legend="Hvilken?" choices=vec![Choice { id: "one", label: "En" }, Choice { id: "two", label: "To" }]
                chosen on_change=Callback::new(move |id| chosen.set(Some(id))) error/>
        }
    });
    settle().await;
    let is_checked = |id: &str| element(id).unchecked_into::<web_sys::HtmlInputElement>().checked();
    assert!(is_checked("one") && !is_checked("two"));
    click("two");
    assert_eq!(chosen.get_untracked(), Some("two"));
    let group = all("fieldset").remove(0);
    assert_eq!(group.get_attribute("aria-labelledby").as_deref(), Some("choice-legend"));
    assert_eq!(group.get_attribute("aria-describedby"), None);
    error.set(Some("Vælg".into()));
    settle().await;
    assert_eq!(group.get_attribute("aria-describedby").as_deref(), Some("choice-error"));
    assert_eq!(text("choice-error").trim(), "Fejl: Vælg");
}

#[wasm_bindgen_test]
async fn a_tick_says_what_it_means_and_tells_each_change() {
    let checked = RwSignal::new(false);
    mount(move || {
        view! {
            <CheckBox id="tick" legend="Lås" label="Lås kontoen" checked on_change=Callback::new(move |is| checked.set(is))
                error=Signal::stored(None::<String>) hint=Some("Så kan ingen ændre den")/>
        }
    });
    settle().await;
    assert_eq!(text("tick-label"), "Lås kontoen");
    assert_eq!(all("fieldset")[0].get_attribute("aria-describedby").as_deref(), Some("tick-hint"));
    click("tick");
    assert!(checked.get_untracked());
    click("tick");
    assert!(!checked.get_untracked());
}

#[wasm_bindgen_test]
async fn a_file_field_has_a_name_and_a_hint() {
    mount(|| {
        view! {
            <FileField id="file" label="Fil" hint="Vælg en fil" accept=".jws" on_choose=Callback::new(|_| ())/>
        }
    });
    settle().await;
    assert_eq!((text("file-label"), text("file-hint")), ("Fil".into(), "Vælg en fil".into()));
    assert_eq!(attribute("file", "aria-describedby").unwrap(), "file-hint");
    assert_eq!(attribute("file", "accept").unwrap(), ".jws");
}

#[wasm_bindgen_test]
async fn a_button_that_works_stays_a_button_and_says_so() {
    let is_busy = RwSignal::new(false);
    mount(move || view! { <SubmitButton id="go" text="Gem" busy_text="Gemmer …" is_busy/> });
    settle().await;
    assert_eq!((text("go"), attribute("go", "aria-busy").unwrap()), ("Gem".into(), "false".into()));
    assert_eq!(all("[role=status]")[0].inner_text(), "");
    is_busy.set(true);
    settle().await;
    assert_eq!((text("go"), attribute("go", "aria-busy").unwrap()), ("Gemmer …".into(), "true".into()));
    assert!(!element("go").has_attribute("disabled"), "the focus stays on it");
    assert_eq!(all("[role=status]")[0].inner_text(), "Gemmer …");
}

#[wasm_bindgen_test]
async fn a_wait_is_told_in_words_and_the_spinner_is_for_the_eye_only() {
    mount(|| view! { <Waiting text="Henter …"/> });
    settle().await;
    assert_eq!(all("[role=status]")[0].inner_text(), "Henter …");
    assert_eq!(all(".spinner")[0].get_attribute("aria-hidden").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn a_heading_is_the_title_and_takes_the_focus_on_every_page_but_the_first() {
    let has_errors = RwSignal::new(false);
    let app = mount(move || view! { <PageHeading text="Konto" has_errors/> });
    settle().await;
    settle().await;
    assert_eq!(document().title(), "Konto – NemKonto for sagsbehandlere");
    assert!(!has_focus("page-heading"));
    assert!(app.page.heading_takes_focus(), "the next one does");
    has_errors.set(true);
    settle().await;
    assert!(document().title().starts_with("Fejl: Konto"));
    mount(|| {
        view! {
            {let _ = nemkonto::ui::stores::View::get().heading_takes_focus();}
            <PageHeading text="Næste"/>
        }
    });
    until(|| has_focus("page-heading")).await;
    assert_eq!(element("page-heading").tag_name(), "H1");
}

#[wasm_bindgen_test]
async fn a_link_changes_the_page_without_loading_it_and_has_a_real_address() {
    let app = mount(|| view! { <Link to=Route::BenefitTypes id="link">"Ydelsesarter"</Link> });
    settle().await;
    assert_eq!(attribute("link", "href").unwrap(), "/benefit-types");
    click("link");
    assert_eq!(app.route(), Route::BenefitTypes);
    assert_eq!(location::path(), "/benefit-types");
}

#[wasm_bindgen_test]
async fn the_summary_of_errors_is_hidden_until_there_are_any_and_then_takes_the_focus() {
    let items = RwSignal::new(Vec::<SummaryItem>::new());
    let attempt = RwSignal::new(0);
    mount(move || view! { <ErrorSummary items attempt/><input id="field"/> });
    settle().await;
    let summary = all(".error-summary").remove(0);
    assert!(summary.has_attribute("hidden"));
    items.set(vec![SummaryItem { field: "field", sentence: "Indtast feltet".into() }]);
    attempt.set(1);
    settle().await;
    assert!(!summary.has_attribute("hidden"));
    assert!(document().active_element().is_some_and(|focused| focused.class_name().contains("error-summary")));
    assert_eq!(text("error-summary-heading"), "Der er noget, der skal rettes");
    all(".error-summary a")[0].click();
    assert!(has_focus("field"));
}

#[wasm_bindgen_test]
async fn a_download_has_a_name_and_an_address_of_the_browser() {
    mount(
        || view! { <DownloadLink text="indhold".to_owned() media_type="text/plain" name="fil.txt".to_owned() class="button" id="download">"Hent"</DownloadLink> },
    );
    settle().await;
    assert_eq!(attribute("download", "download").unwrap(), "fil.txt");
    assert!(attribute("download", "href").unwrap().starts_with("blob:"));
}

#[wasm_bindgen_test]
async fn a_qr_code_is_a_picture_with_a_name() {
    mount(|| view! { <QrCodeOf address="http://localhost/verify#abc".to_owned() label="QR-kode"/> });
    settle().await;
    let code = document().query_selector("svg").unwrap().unwrap();
    assert_eq!(code.get_attribute("role").as_deref(), Some("img"));
    assert_eq!(code.get_attribute("aria-label").as_deref(), Some("QR-kode"));
    assert!(code.query_selector("path").unwrap().unwrap().get_attribute("d").unwrap().starts_with('M'));
}

#[wasm_bindgen_test]
async fn rows_are_terms_and_values_and_what_differs_is_marked_in_words() {
    let entry = |iban: &str| {
        let account = support::check(&support::foreign(support::BIC, iban)).unwrap().account().unwrap().clone();
        Registered::Account { account, valid_from: None, locked: None }
    };
    let (before, after) = (entry(support::OTHER_IBAN), entry(support::IBAN));
    mount(move || {
        view! {
            <dl><Row term="Navn">"Anna"</Row></dl>
            <div id="rows"><RegisteredRows entry=Some(after) before=Some(before) none="Ingen"/></div>
            <div id="none"><RegisteredRows entry=None none="Ingen"/></div>
        }
    });
    settle().await;
    assert_eq!(all("dt")[0].inner_text(), "Navn");
    assert_eq!(all("dd")[0].inner_text(), "Anna");
    assert_eq!(all("#rows .changed").len(), 1, "the IBAN and not the BIC");
    assert!(text("rows").contains("ændret") && text("none") == "Ingen");
}

fn citizen() -> HolderId {
    HolderId::parse(Scheme::Cpr, "010158-5018", today()).unwrap()
}

#[wasm_bindgen_test]
async fn a_cpr_number_is_read_in_whole_only_where_the_holder_is_made_sure_of() {
    mount(|| view! { <HolderRows holder=citizen() name="Dora".to_owned()/> });
    settle().await;
    assert!(text("mounted").contains("CPR-nummer 010158-••••") && !exists("#mounted button"));
    mount(|| view! { <HolderRows holder=citizen() name="Dora".to_owned() is_whole=true/> });
    settle().await;
    assert!(text("mounted").contains("010158-5018"));
    assert_eq!(all("button")[0].text_content().unwrap(), "Kopiér CPR-nummer");

    let mut receipt = receipt();
    receipt.change = support::draft().check(Some(&citizen()), &support::authority().cvr, support::rules()).unwrap();
    mount(move || view! { <ReceiptRows receipt/> });
    settle().await;
    assert!(text("receipt").contains("010158-••••") && !text("receipt").contains("5018"), "{}", text("receipt"));
    assert_eq!(all("#receipt .copy button")[0].text_content().unwrap(), "Kopiér kvitteringsnummer");
}

/// Puts another clipboard into the browser, and gives what it was asked to hold.
fn clipboard(is_willing: bool) -> impl Fn() -> String {
    let script = "window.copied = ''; Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {                   writeText: async text => { if (!isWilling) throw new DOMException('no'); window.copied = text; } } });";
    js_sys::Function::new_with_args("isWilling", script)
        .call1(&wasm_bindgen::JsValue::NULL, &is_willing.into())
        .unwrap();
    || js_sys::Reflect::get(&window(), &"copied".into()).unwrap().as_string().unwrap()
}

#[wasm_bindgen_test]
async fn a_copied_number_is_told_politely() {
    let copied = clipboard(true);
    mount(|| view! { <CopyButton text="NK-2023-000001".to_owned() what="kvitteringsnummer"/> });
    settle().await;
    let button = all(".copy button").remove(0);
    assert_eq!(button.get_attribute("type").as_deref(), Some("button"), "it saves no form");
    let status = all(".copied").remove(0);
    assert_eq!((status.get_attribute("role").as_deref(), status.inner_text().as_str()), (Some("status"), ""));
    button.click();
    until(|| status.inner_text() == "Kopieret").await;
    assert_eq!(copied(), "NK-2023-000001");
}

#[wasm_bindgen_test]
async fn a_browser_that_does_not_copy_says_how_to_do_it_by_hand() {
    let copied = clipboard(false);
    mount(|| view! { <CopyButton text="1".to_owned() what="kontonummer"/> });
    settle().await;
    all(".copy button")[0].click();
    until(|| all(".copied")[0].inner_text().contains("Ctrl og C")).await;
    assert_eq!(copied(), "");
}

#[wasm_bindgen_test]
async fn an_account_is_copied_as_it_can_be_pasted_into_a_form() {
    let copied = clipboard(true);
    let account = change().account().unwrap().clone();
    mount(move || view! { <AccountRows account bank=None/> });
    settle().await;
    all(".copy button")[0].click();
    until(|| copied() == support::IBAN).await;
}
