//! The query of the return address.

use nemkonto::relogin::{Callback, StoredRecord};
use url::form_urlencoded;

/// Reads a query as the browser does, and then as the app does.
pub fn callback(bytes: &[u8]) {
    let parameters: Vec<(String, String)> = form_urlencoded::parse(bytes).into_owned().collect();
    let count = |name: &str| parameters.iter().filter(|(key, _)| key == name).count();
    let callback = Callback::from_parameters(&parameters);
    match &callback {
        Callback::Login(login) => {
            assert!(!login.code.is_empty() && !login.state.is_empty());
            assert_eq!((count("code"), count("state"), count("error")), (1, 1, 0));
            assert_eq!(count("iss"), usize::from(login.iss.is_some()));
            assert_eq!(count("id_token") + count("access_token"), 0);
        }
        Callback::Error { state, .. } => {
            assert!(!state.is_empty());
            assert_eq!((count("code"), count("state"), count("error")), (0, 1, 1));
        }
        Callback::Foreign => assert_eq!(callback.state(), None),
    }
    if let Some(state) = callback.state() {
        assert!(StoredRecord::key_for(state).starts_with(StoredRecord::KEY_PREFIX));
    }
}
