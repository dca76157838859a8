//! The agency's own pages that every page of the app leads to.

use serde::{Deserialize, Deserializer, Serialize};

/// Addresses of pages of the agency. A page without an address is not offered.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Links {
    /// The accessibility statement ("tilgængelighedserklæring", act no. 692 of 2018 on web accessibility). An address begins with `https://`, or with
    /// one `/` for a page of the app's own origin.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "followed")]
    pub accessibility_statement: Option<String>,
    /// What becomes of personal data (GDPR, articles 13 and 14).
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "followed")]
    pub privacy_notice: Option<String>,
    /// Where caseworkers find help.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "followed")]
    pub support: Option<String>,
}

impl Links {
    /// Each page by its name in JSON, with its address.
    #[must_use]
    pub fn by_name(self) -> [(&'static str, Option<String>); 3] {
        [
            ("accessibility_statement", self.accessibility_statement),
            ("privacy_notice", self.privacy_notice),
            ("support", self.support),
        ]
    }

    /// Whether an address may stand in a link: protected on its way or of the app's own origin, and made of signs that are what they look like. No
    /// script is one. `public/first.js` has the same rule.
    ///
    /// ```
    /// use nemkonto::contract::Links;
    ///
    /// assert!(Links::is_followed("https://agency.example/privacy") && Links::is_followed("/support"));
    /// assert!(!Links::is_followed("http://agency.example") && !Links::is_followed("//elsewhere.example"));
    /// ```
    #[must_use]
    pub fn is_followed(address: &str) -> bool {
        let is_elsewhere = |rest: &str| rest.starts_with(|first: char| first.is_ascii_alphanumeric());
        let is_here = address.starts_with('/') && !address.starts_with("//");
        (is_here || address.strip_prefix("https://").is_some_and(is_elsewhere))
            && address.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')
    }
}

/// Reads an address. One that is not followed is as good as none: the rest of the configuration is needed.
fn followed<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    Ok(Option::<String>::deserialize(deserializer)?.filter(|address| Links::is_followed(address)))
}
