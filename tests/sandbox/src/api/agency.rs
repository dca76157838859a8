//! What an agency sets, and what the sandbox sets in its place.

use nemkonto::contract::{Contact, Links};

/// What the agency sets of the app's configuration. The rest the API knows by itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Agency {
    /// Whom a caseworker can ask.
    pub contact: Contact,
    /// The agency's own pages that every page leads to.
    pub links: Links,
}

impl Agency {
    /// That of the sandbox; its pages are in `guide::examples`.
    #[must_use]
    pub fn of_the_sandbox() -> Self {
        Self {
            contact: Contact {
                name: "NemKonto Support".to_owned(),
                telephone: "00 00 00 00".to_owned(),
                email: "support@nemkonto.example".to_owned(),
                opening_hours: "8.00-16.00".to_owned(),
            },
            links: Links {
                accessibility_statement: Some("/sandbox/accessibility-statement".to_owned()),
                privacy_notice: Some("/sandbox/privacy-notice".to_owned()),
                support: Some("/sandbox/support".to_owned()),
            },
        }
    }
}
