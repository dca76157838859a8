//! The text that the person approves in the app. At the Nets broker `idp_params` is JSON such as
//! `{"mitid":{"reference_text":"QmVrcsOmZnQ=","action_text":"CONFIRM"}}`; at Idura `login_hint` has words such as
//! `message:QmVrcsOmZnQ action:confirm`.

use base64::{
    Engine,
    prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD},
};
use serde::Deserialize;

use super::RequestError::{self, Invalid};

/// The most that the app can show, in bytes. Whether the broker counts bytes or characters is not published; bytes is
/// the stricter reading.
const LONGEST_REFERENCE_TEXT: usize = 130;

/// What the app shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) struct AppText {
    pub reference_text: Option<String>,
    pub action: Action,
}

/// What the person is asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub(in super::super) enum Action {
    #[default]
    LogOn,
    Approve,
    Confirm,
    Accept,
    Sign,
}

#[derive(Deserialize)]
struct IdpParams {
    mitid: Option<MitidParams>,
}

#[derive(Deserialize)]
struct MitidParams {
    reference_text: Option<String>,
    action_text: Option<Action>,
}

impl AppText {
    pub fn from_idp_params(json: &str) -> Result<Option<AppText>, RequestError> {
        let params: IdpParams =
            serde_json::from_str(json).map_err(|_| Invalid("idp_params is not the JSON that is expected"))?;
        let Some(mitid) = params.mitid else {
            return Ok(None);
        };
        Ok(Some(AppText {
            reference_text: mitid.reference_text.as_deref().map(|text| decoded(&BASE64_STANDARD, text)).transpose()?,
            action: mitid.action_text.unwrap_or_default(),
        }))
    }

    pub fn from_login_hint(words: &[String]) -> Result<Option<AppText>, RequestError> {
        let after = |key: &str| words.iter().find_map(|word| word.strip_prefix(key));
        let Some(message) = after("message:") else {
            return Ok(None);
        };
        let action = match after("action:") {
            None => Action::default(),
            Some("confirm") => Action::Confirm,
            Some(_) => return Err(Invalid("the action is unknown")),
        };
        Ok(Some(AppText { reference_text: Some(decoded(&BASE64_URL_SAFE_NO_PAD, message)?), action }))
    }
}

fn decoded(alphabet: &impl Engine, base64: &str) -> Result<String, RequestError> {
    let bytes = alphabet.decode(base64).map_err(|_| Invalid("reference_text is not in its kind of base64"))?;
    let text = String::from_utf8(bytes).map_err(|_| Invalid("reference_text is not UTF-8"))?;
    if text.len() > LONGEST_REFERENCE_TEXT {
        return Err(Invalid("reference_text is longer than 130 bytes"));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with_text(text: &str) -> Result<Option<AppText>, RequestError> {
        let encoded = BASE64_STANDARD.encode(text);
        AppText::from_idp_params(&format!(r#"{{"mitid":{{"reference_text":"{encoded}"}}}}"#))
    }

    #[test]
    fn text_and_action_are_read() {
        let json = r#"{"mitid":{"reference_text":"w4Y=","action_text":"CONFIRM","loa_value":"x"}}"#;
        let expected = AppText { reference_text: Some("Æ".to_owned()), action: Action::Confirm };
        assert_eq!(AppText::from_idp_params(json), Ok(Some(expected)));
    }

    #[test]
    fn a_login_hint_is_read() {
        let words = |hint: &str| hint.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let expected = AppText { reference_text: Some("Æ?".to_owned()), action: Action::Confirm };
        assert_eq!(AppText::from_login_hint(&words("uuid:x message:w4Y_ action:confirm")), Ok(Some(expected)));
        assert_eq!(AppText::from_login_hint(&words("business")), Ok(None));
        assert!(AppText::from_login_hint(&words("message:w4Y/ action:confirm")).is_err(), "standard base64");
        assert!(AppText::from_login_hint(&words("message:w4Y_ action:pay")).is_err());
    }

    #[test]
    fn the_limit_counts_bytes() {
        assert!(with_text(&"a".repeat(130)).is_ok());
        assert!(with_text(&"æ".repeat(65)).is_ok());
        let too_long = Err(Invalid("reference_text is longer than 130 bytes"));
        assert_eq!(with_text(&"a".repeat(131)), too_long);
        assert_eq!(with_text(&"æ".repeat(66)), too_long);
    }

    #[test]
    fn other_shapes_are_refused() {
        for json in [
            "not json",
            "[]",
            r#"{"mitid":{"reference_text":"%"}}"#,
            r#"{"mitid":{"reference_text":"_-8="}}"#,
            r#"{"mitid":{"reference_text":"/w=="}}"#,
            r#"{"mitid":{"action_text":"PAY"}}"#,
        ] {
            assert!(AppText::from_idp_params(json).is_err(), "{json}");
        }
    }
}
