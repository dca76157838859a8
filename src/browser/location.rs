//! The address bar and the history.

use js_sys::Reflect;
use web_sys::{Url, UrlSearchParams};

use super::window;

/// Path of the page.
#[must_use]
pub fn path() -> String {
    window().location().pathname().unwrap_or_default()
}

/// The whole address of a path of the app.
#[must_use]
pub fn address_of(path: &str) -> String {
    format!("{}{path}", window().location().origin().unwrap_or_default())
}

/// Takes the parameters out of the address: reads them and replaces the history entry by one without them, so that no
/// code stays in the address bar, the history or a referrer. `public/early.js` has done so for whoever came back from a login.
#[must_use]
pub fn take_parameters() -> Vec<(String, String)> {
    let search = came_back_with().unwrap_or_else(|| {
        let search = window().location().search().unwrap_or_default();
        replace(&path());
        search
    });
    let Ok(parameters) = UrlSearchParams::new_with_str(&search) else { return Vec::new() };
    parameters
        .entries()
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let pair = js_sys::Array::from(&entry);
            Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
        })
        .collect()
}

/// The parameters that `public/early.js` has taken out of the address. They are there once.
fn came_back_with() -> Option<String> {
    let name = "cameBackWith".into();
    let search = Reflect::get(&window(), &name).ok()?.as_string()?;
    let _ = Reflect::delete_property(&window(), &name);
    Some(search)
}

/// Takes the fragment out of the address, as [`take_parameters`] does the query. No server ever sees it.
#[must_use]
pub fn take_fragment() -> Option<String> {
    let hash = window().location().hash().unwrap_or_default();
    let fragment = hash.strip_prefix('#').filter(|fragment| !fragment.is_empty())?;
    replace(&path());
    Some(fragment.to_owned())
}

/// Shows a path of the app as a new history entry.
pub fn push(path: &str) {
    if let Ok(history) = window().history() {
        let _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(path));
    }
}

/// Shows a path of the app in place of the present history entry.
pub fn replace(path: &str) {
    if let Ok(history) = window().history() {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(path));
    }
}

/// The address is none that is followed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotFollowed;

/// Leaves the app for an address of the provider, which lives at an origin.
pub fn leave_for(url: &str, origin: &str) -> Result<(), NotFollowed> {
    if !is_followed(url, origin) {
        return Err(NotFollowed);
    }
    window().location().assign(url).map_err(|_| NotFollowed)
}

/// Whether an address is of an origin, and protected on its way there: by TLS, or because it does not leave this machine.
#[must_use]
pub fn is_followed(url: &str, origin: &str) -> bool {
    let Ok(url) = Url::new(url) else { return false };
    let is_loopback = matches!(url.hostname().as_str(), "localhost" | "127.0.0.1" | "[::1]");
    let protocol = url.protocol();
    url.origin() == origin && (protocol == "https:" || (protocol == "http:" && is_loopback))
}
