//! Names that the browser knows.

use std::cell::RefCell;

use js_sys::{Array, Function, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

use crate::{domain, i18n::Language};

/// Name of a country, such as `Litauen` or `Lithuania`; its code where the browser has no name for it (`Intl.DisplayNames`).
#[must_use]
pub fn country(language: Language, country: domain::country::Country) -> String {
    display_name(language, "region", country.as_str()).unwrap_or_else(|| country.as_str().to_owned())
}

/// Name of a currency, such as `euro`; its code where the browser has no name for it (`Intl.DisplayNames`).
#[must_use]
pub fn currency(language: Language, currency: &domain::currency::Currency) -> String {
    display_name(language, "currency", currency.as_str()).unwrap_or_else(|| currency.as_str().to_owned())
}

/// Things in the order of their texts in the language's alphabet (`localeCompare`).
#[must_use]
pub fn sorted<T>(language: Language, items: impl Iterator<Item = T>, text: impl Fn(&T) -> &str) -> Vec<T> {
    let locales = Array::of1(&language.tag().into());
    let mut sorted = Vec::new();
    for item in items {
        let follows =
            |other: &T| JsString::from(text(other)).locale_compare(text(&item), &locales, &Object::new()) <= 0;
        let at = sorted.partition_point(follows);
        sorted.insert(at, item);
    }
    sorted
}

thread_local! {
    /// What knows the names, by language and kind. Made once: a browser takes longer for it than for all that a key press changes.
    static DISPLAY_NAMES: RefCell<Vec<((Language, &'static str), JsValue)>> = const { RefCell::new(Vec::new()) };
}

fn display_name(language: Language, kind: &'static str, code: &str) -> Option<String> {
    let wanted = (language, kind);
    let known =
        DISPLAY_NAMES.with_borrow(|all| all.iter().find(|(of, _)| *of == wanted).map(|(_, names)| names.clone()));
    let names = if let Some(names) = known {
        names
    } else {
        let names = display_names(language, kind)?;
        DISPLAY_NAMES.with_borrow_mut(|all| all.push((wanted, names.clone())));
        names
    };
    let of: Function = Reflect::get(&names, &"of".into()).ok()?.dyn_into().ok()?;
    of.call1(&names, &JsValue::from_str(code)).ok()?.as_string()
}

fn display_names(language: Language, kind: &str) -> Option<JsValue> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &"DisplayNames".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &kind.into()).ok()?;
    Reflect::construct(&constructor, &Array::of2(&language.tag().into(), &options)).ok()
}
