//! The rooms of the source: who may use whom. The arrows of ARCHITECTURE.md, checked.

use std::{
    fs,
    path::{Path, PathBuf},
};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Every source line of a room that is code, with its place.
fn lines(room: &str) -> Vec<(String, String)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![source.join(format!("{room}.rs"))];
    if source.join(room).is_dir() {
        sources(&source.join(room), &mut files);
    }
    let mut lines = Vec::new();
    for file in files {
        for (number, line) in fs::read_to_string(&file).unwrap().lines().enumerate() {
            if !line.trim_start().starts_with("//") {
                lines.push((format!("{}:{}", file.display(), number + 1), line.to_owned()));
            }
        }
    }
    lines
}

fn assert_absent(room: &str, forbidden: &[&str]) {
    for (place, line) in lines(room) {
        for word in forbidden {
            assert!(!line.contains(word), "{place} uses {word}");
        }
    }
}

const BROWSER: [&str; 6] = ["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo_net", "std::time"];

#[test]
fn the_pure_rooms_know_no_browser_and_no_clock() {
    for room in ["domain", "contract", "api_error", "relogin", "verification"] {
        assert_absent(room, &BROWSER);
    }
    assert_absent("i18n", &BROWSER);
}

#[test]
fn arrows_point_one_way() {
    assert_absent(
        "domain",
        &[
            "crate::contract",
            "crate::relogin",
            "crate::verification",
            "crate::api",
            "crate::browser",
            "crate::i18n",
            "crate::ui",
        ],
    );
    for room in ["contract", "verification"] {
        assert_absent(room, &["crate::relogin", "crate::api", "crate::browser", "crate::i18n", "crate::ui"]);
    }
    assert_absent("contract", &["crate::verification"]);
    assert_absent("relogin", &["crate::verification", "crate::api", "crate::browser", "crate::i18n", "crate::ui"]);
    assert_absent("i18n", &["crate::api", "crate::browser", "crate::ui"]);
    assert_absent("api", &["crate::relogin", "crate::i18n", "crate::ui"]);
    assert_absent("browser", &["crate::relogin", "crate::api", "crate::ui"]);
}

#[test]
fn only_the_door_touches_the_browser() {
    for room in ["ui", "api"] {
        assert_absent(room, &["web_sys", "js_sys"]);
    }
}

#[test]
fn sentences_live_in_one_place() {
    for (place, line) in lines("ui") {
        for literal in line.split('"').skip(1).step_by(2) {
            let is_sentence = literal.contains(' ')
                && literal.starts_with(char::is_uppercase)
                && literal.split(' ').all(|word| word.chars().all(char::is_alphabetic));
            assert!(!is_sentence, "{place} says “{literal}”");
        }
    }
}

#[test]
fn nothing_is_styled_inline() {
    for (place, line) in lines("ui") {
        for forbidden in ["style=", "style:", "inner_html", "<style", "<script"] {
            assert!(!line.contains(forbidden), "{place} uses {forbidden}");
        }
    }
}
