//! What `public/early.js` asks for somebody who is back from the login, before the app is there: exactly what the app would.

use js_sys::{Array, Function};
use nemkonto::{
    browser::location,
    relogin::{Callback, Effect, Event, Machine, RecordError, StoredRecord},
};
use serde_json::json;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{
    support::{agreed, prepared},
    verbs::{fresh_tab, session_storage},
};

const EARLY: &str = include_str!("../../public/early.js");

/// The script with an address and a storage of the test, and a network that only notes what it is asked.
const RUN: &str = "const asked = [];
    const location = { pathname, search };
    const history = { replaceState: (state, title, path) => asked.push(['address', path]) };
    const sessionStorage = { getItem: (key) => (key === storedKey ? storedText : null) };
    const fetch = (path, { method = 'GET', body = '' }) => { asked.push([`${method} ${path}`, body]); return new Promise(() => {}); };
    EARLY
    delete window.cameBackWith;
    return asked;";

/// What the script does with an address and what is stored, in order.
fn does(path: &str, search: &str, key: &str, stored: Option<&str>) -> Vec<(String, String)> {
    let script = RUN.replace("EARLY", EARLY);
    let run = Function::new_with_args("pathname, search, storedKey, storedText", &script);
    let given: Array =
        [path.into(), search.into(), key.into(), stored.map_or(JsValue::NULL, Into::into)].iter().collect();
    let asked: Array = run.apply(&JsValue::NULL, &given).unwrap().unchecked_into();
    let pair = |pair: JsValue| {
        let pair: Array = pair.unchecked_into();
        (pair.get(0).as_string().unwrap(), pair.get(1).as_string().unwrap())
    };
    asked.iter().map(pair).collect()
}

/// What the app asks of the API in the same place.
fn app_asks(search: &str, key: &str, stored: Option<&str>) -> Option<(String, String)> {
    location::replace(&format!("/return{search}"));
    let callback = Callback::from_parameters(&location::take_parameters());
    let record = match (callback.state().map(StoredRecord::key_for), stored) {
        (Some(named), Some(text)) if named == key => StoredRecord::from_text(key, text),
        _ => Err(RecordError::Missing),
    };
    let (_, effects) = Machine::default().step(Event::CameBack(callback, record));
    effects.into_iter().find_map(|effect| match effect {
        Effect::Confirm(_, id, request) => Some((
            format!("POST /api/changes/{}/confirm", nemkonto::browser::request::segment(&id.0)),
            serde_json::to_string(&request).unwrap(),
        )),
        _ => None,
    })
}

/// What may stand in an address to which somebody is sent back.
fn searches(state: &str) -> [String; 19] {
    [
        format!("?code=c&state={state}"),
        format!("?state={state}&code=%22c%5C%20%C3%B8+d%22&iss=https%3A%2F%2Fprovider.example"),
        format!("?code=c&state={state}&session_state=more"),
        format!("?code=c&state={state}&iss="),
        format!("?code=c&state={state}&iss=a&iss=b"),
        format!("?code=&state={state}"),
        format!("?code=c&code=d&state={state}"),
        format!("?code=c&state={state}&state={state}"),
        format!("?code=c&state={state}&state="),
        format!("?code=c&state={state}&error=access_denied"),
        format!("?code=c&state={state}&error="),
        format!("?code=c&state={state}&id_token=t"),
        format!("?code=c&state={state}&access_token="),
        format!("?error=access_denied&state={state}"),
        format!("?state={state}"),
        "?code=c&state=another".to_owned(),
        "?code=c".to_owned(),
        "?".to_owned(),
        String::new(),
    ]
}

#[wasm_bindgen_test]
fn b31_what_is_asked_early_on_the_return_is_what_the_app_asks() {
    fresh_tab();
    let state = prepared().state;
    let record = StoredRecord::new(&agreed());
    let text = record.to_text();
    let read: serde_json::Value = serde_json::from_str(&text).unwrap();
    let changed = |name: &str, value: serde_json::Value| {
        let mut changed = read.clone();
        changed[name] = value;
        changed.to_string()
    };
    let records = [
        Some(text.clone()),
        None,
        Some(changed("version", json!(1))),
        Some(changed("version", json!("2"))),
        Some(changed("version", json!(3))),
        Some(changed("change_id", json!("a/b ?#&ø\"\\\u{1}"))),
        Some(changed("change_id", json!(null))),
        Some(changed("sealed", json!("a \"b\" \\ \u{7f} \u{2028} €"))),
        Some(changed("sealed", json!(7))),
        Some(changed("issuer", json!("https://provider.example"))),
        Some(changed("issuer", json!(null))),
        Some(changed("issuer", json!(7))),
        Some("null".to_owned()),
        Some("7".to_owned()),
        Some("[]".to_owned()),
        Some("{".to_owned()),
        Some(String::new()),
    ];
    let mut sent = 0;
    for search in &searches(&state) {
        for stored in &records {
            let stored = stored.as_deref();
            let done = does("/return", search, record.key(), stored);
            assert_eq!(done[0], ("address".to_owned(), "/return".to_owned()), "the code leaves the address first");
            let early = done.iter().find(|(what, _)| what.starts_with("POST")).cloned();
            assert_eq!(early, app_asks(search, record.key(), stored), "{search} {stored:?}");
            sent += usize::from(early.is_some());
        }
    }
    assert!(sent > 10, "{sent}");
    assert_eq!(session_storage().len(), 0);
}

#[wasm_bindgen_test]
fn b34_a_login_is_completed_early_as_the_app_completes_it() {
    fresh_tab();
    let mut sent = 0;
    for search in searches("s") {
        location::replace(&format!("/login/return{search}"));
        let callback = Callback::from_parameters(&location::take_parameters());
        let (_, effects) = Machine::default().step(Event::CameBackFromLogin(callback));
        let by_app = effects.into_iter().find_map(|effect| match effect {
            Effect::CompleteLogin(_, callback) => {
                Some(("POST /api/login/complete".to_owned(), serde_json::to_string(&callback).unwrap()))
            }
            _ => None,
        });
        let done = does("/login/return", &search, "none", None);
        assert_eq!(done[0], ("address".to_owned(), "/login/return".to_owned()), "the code leaves the address first");
        let early = done.iter().find(|(what, _)| what.starts_with("POST")).cloned();
        assert_eq!(early, by_app, "{search}");
        sent += usize::from(early.is_some());
    }
    assert!(sent > 2, "{sent}");
}

#[wasm_bindgen_test]
fn nothing_is_carried_out_early_anywhere_else() {
    fresh_tab();
    let record = StoredRecord::new(&agreed());
    let search = format!("?code=c&state={}", prepared().state);
    for path in ["/", "/login", "/login/return/", "/return/", "/verify", "/account-holders/x/nemkonto"] {
        let done = does(path, &search, record.key(), Some(&record.to_text()));
        assert!(done.iter().all(|(what, _)| !what.starts_with("POST")), "{path}: {done:?}");
    }
}
