//! Names that the browser knows.

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

/// Puts texts into the order of the language's alphabet (`localeCompare`).
pub fn sort<T>(language: Language, items: &mut [T], text: impl Fn(&T) -> &str) {
    let locales = Array::of1(&language.tag().into());
    items.sort_by(|a, b| {
        let order = JsString::from(text(a)).locale_compare(text(b), &locales, &Object::new());
        order.cmp(&0)
    });
}

fn display_name(language: Language, kind: &str, code: &str) -> Option<String> {
    let intl = Reflect::get(&js_sys::global(), &"Intl".into()).ok()?;
    let constructor: Function = Reflect::get(&intl, &"DisplayNames".into()).ok()?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"type".into(), &kind.into()).ok()?;
    let names = Reflect::construct(&constructor, &Array::of2(&language.tag().into(), &options)).ok()?;
    let of: Function = Reflect::get(&names, &"of".into()).ok()?.dyn_into().ok()?;
    of.call1(&names, &JsValue::from_str(code)).ok()?.as_string()
}
