//! Planted violations: each kind is found, and what is allowed is not.

use super::{BROWSER, CLOCK, DOOR, cycles, forbidden_arrows, forbidden_crates, inline, sentences, source::Source};

/// A file of `domain`, two modules deep, which may use `contract` here.
fn domain(text: &str) -> Source {
    Source::read("domain/draft/check.rs", &["crate", "domain", "draft", "check"], text)
}

fn ui(text: &str) -> Source {
    Source::read("ui/pages.rs", &["crate", "ui", "pages"], text)
}

#[test]
fn every_way_into_another_room_is_found() {
    for planted in [
        "use crate::ui::state::App;",
        "use crate::{domain::bic::Bic, ui};",
        "use crate::{\n    domain::bic::Bic,\n    contract::Receipt,\n    ui::{\n        state::App,\n    },\n};",
        "use crate::ui::*;",
        "use crate::ui as allowed;",
        "use super::super::super::ui::state::App;",
        "pub use super::{super::super::ui::state::App, Draft};",
        "mod inside { use super::super::super::super::ui::state::App; }",
        "fn draw() { use crate::ui::state::App; }",
        "fn draw() { crate::ui::mount(); }",
        "fn draw(app: &crate::ui::state::App) {}",
        "fn draw() -> Vec<Option<crate::ui::state::App>> { Vec::new() }",
        "impl crate::ui::Draw for Draft {}",
        "type App = <crate::ui::state::App as Clone>::Owned;",
        "fn draw() { let text = format!(\"{}\", crate::ui::TITLE); }",
        "fn draw() { assert!(matches!(state, Some(super::super::super::ui::State::Open))); }",
        "macro_rules! draw { () => { $crate::ui::mount() } }",
        "macro_rules! draw { () => { use crate::{domain::bic::Bic, ui::state::App}; } }",
        // With these, one could no longer tell.
        "use crate as root;",
        "use crate::*;",
        "use super::super::super::*;",
        "use crate::{self as root};",
    ] {
        let found = forbidden_arrows(&domain(planted), &["contract"]);
        assert_eq!(found.len(), 1, "{planted}: {found:?}");
    }
}

#[test]
fn the_room_itself_and_those_that_it_may_use_are_allowed() {
    let text = "
        //! Not crate::ui.
        use crate::{contract::Receipt, domain::{self, bic::Bic}};
        use super::{super::iban::Iban, *};
        /// [`crate::ui::state::App`]
        pub(crate) fn read() { self::ui::read(); ui::read(); println!(\"crate::ui\"); }
        pub(in crate::domain) mod ui { pub(super) fn read() { super::super::Draft::new(); } }
    ";
    assert_eq!(forbidden_arrows(&domain(text), &["contract"]), [] as [&str; 0]);
}

#[test]
fn every_way_to_another_crate_is_found() {
    for planted in [
        "use web_sys::Storage;",
        "use {std::fmt, web_sys::Storage};",
        "use ::web_sys::Storage;",
        "use web_sys as allowed;",
        "extern crate web_sys;",
        "fn read() { web_sys::window(); }",
        "fn read(event: ::web_sys::Event) {}",
        "fn read() { view! { <p on:click=|event: web_sys::Event| ()/> } }",
        "fn read() { std::time::Instant::now(); }",
        "use std::{fmt, time::SystemTime};",
    ] {
        let source = domain(planted);
        let found = [forbidden_crates(&source, &BROWSER), forbidden_crates(&source, &CLOCK)].concat();
        assert_eq!(found.len(), 1, "{planted}: {found:?}");
    }
    let allowed = domain("use web_sys_names::Storage; use std::timeout; fn read() { self::web_sys::read(); }");
    assert_eq!(forbidden_crates(&allowed, &DOOR), [] as [&str; 0]);
}

#[test]
fn a_sentence_is_found_whatever_it_is_made_of() {
    for planted in [
        "view! { <p>\"Ændringen er ikke gennemført\"</p> }",
        "view! { <p>\"Ret kontoen, eller slet den.\"</p> }",
        "view! { <p>{format!(\"Du har {} konti\", count)}</p> }",
        "view! { <p>{format!(\"{count} konti, {locked} er locked\")}</p> }",
        "view! { <p title=\"Luk\"/> }",
        "view! { <div>{move || view! { <p>\"kontoen er ny\"</p> }}</div> }",
        "view! { <p>\"læs\"</p> }",
        "view! { <p>r#\"Slet konto\"#</p> }",
        "view! { <p>Slet konto</p> }",
        "view! { <p>slet</p> }",
        "alert(\"Prøv igen\")",
        "if is_open { \"Luk dialogen\" } else { \"\" }",
        "match state { State::Open => \"er du sikker?\", State::Closed => \"\" }",
    ] {
        let found = sentences(&ui(&format!("fn draw() {{ {planted}; }}")));
        assert_eq!(found.len(), 1, "{planted}: {found:?}");
    }
}

#[test]
fn names_and_what_is_only_put_together_are_no_sentences() {
    let text = "
        //! Comments may say: anything.
        #[allow(dead_code, reason = \"The reason, too.\")]
        fn draw() -> impl IntoView {
            set_attribute(\"aria-live\", \"polite\");
            let path = format!(\"M{x} {y}h1v1h-1z\");
            let line = format!(\"{}, {} – {hint}. {}\", name, number, more);
            view! {
                <div class=\"alert alert-error error-summary\" id=format!(\"specific-{code}\")>
                    {move || (0 < 1).then(|| view! { <b on:keydown=move |event| press(event, \"ArrowDown\")/> })}\", \"
                </div>
            }
        }
    ";
    assert_eq!(sentences(&ui(text)), [] as [&str; 0]);
}

#[test]
fn styles_and_markup_as_text_are_found() {
    for planted in [
        "view! { <p style=\"color: red\"/> }",
        "view! { <p style:color=\"red\"/> }",
        "view! { <div>{view! { <p style=colour/> }}</div> }",
        "view! { <p inner_html=markup/> }",
        "view! { <style>{rules}</style> }",
        "view! { <script src=\"app.js\"></script> }",
        "element.inner_html(markup)",
    ] {
        assert!(!inline(&ui(&format!("fn draw() {{ {planted}; }}"))).is_empty(), "{planted}");
    }
    assert_eq!(inline(&ui("fn draw() { view! { <p class=style/> } }")), [] as [&str; 0]);
}

fn circles(files: &[(&str, &str)]) -> Vec<Vec<String>> {
    let read = |(name, text): &(&str, &str)| {
        let module: Vec<&str> = ["crate"].into_iter().chain(name.split('/')).collect();
        Source::read(name, &module, text)
    };
    cycles::cycles(&cycles::graph(&files.iter().map(read).collect::<Vec<_>>())).into_iter().collect()
}

#[test]
fn files_that_need_each_other_are_found_however_long_the_way_round() {
    let room =
        ("ui", "mod one; mod two; mod three; pub use one::One; use two::Two; pub use self::three::{Three as Last};");
    let one = ("ui/one", "use super::two::Two;");
    let two = ("ui/two", "fn two() { println!(\"{}\", crate::ui::three::THREE); }");
    let three = ("ui/three", "use crate::{\n    domain::Draft,\n    ui::one::One,\n};");
    let leaf = ("ui/four", "use super::one::One; use super::One as Again;");
    let all = [vec!["ui/one".to_owned(), "ui/three".to_owned(), "ui/two".to_owned()]];
    assert_eq!(circles(&[room, one, two, three, leaf]), all);
    for again in ["use super::One;", "use crate::ui::*; fn three() -> super::One {}", "use super::{\n    One,\n};"] {
        assert_eq!(circles(&[room, one, two, ("ui/three", again)]), all, "{again}");
    }
    let two = ("ui/two", "use super::Last;");
    assert_eq!(circles(&[room, one, two, three]), all, "under another name");
    assert!(circles(&[room, one, two, leaf]).is_empty());
}

#[test]
fn a_file_and_its_parts_are_no_circle_but_may_be_on_one() {
    let whole = ("domain/draft", "mod check; pub use check::check; use crate::domain::draft::check::Checked;");
    let part = ("domain/draft/check", "use super::Draft; use crate::domain::draft::Field;");
    assert!(circles(&[whole, part]).is_empty());
    let outside = ("domain/change", "use super::draft::Draft;");
    assert!(circles(&[whole, part, outside]).is_empty());
    let part = ("domain/draft/check", "use super::{super::change::Change, Draft};");
    assert_eq!(circles(&[whole, part, outside]), [["domain/change", "domain/draft", "domain/draft/check"]]);
}
