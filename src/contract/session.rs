//! Who is logged in, and what the agency has configured.

use serde::{Deserialize, Serialize};

use super::Timestamp;

/// Answer of `GET /api/session` and `POST /api/login/complete`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Session {
    /// The person at the screen.
    pub caseworker: Caseworker,
    /// When the session ends unless it is used.
    pub expires_at: Timestamp,
}

/// A caseworker, acting for one authority.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Caseworker {
    /// Name, or nothing when the person's name is protected (`MitID` Erhverv then gives a pseudonym).
    pub name: Option<String>,
    /// The authority the caseworker acts for.
    pub authority: Authority,
    /// What the caseworker may do.
    pub rights: Vec<Right>,
}

/// A public authority.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Authority {
    /// Name as written.
    pub name: String,
    /// CVR number, eight digits.
    pub cvr: String,
}

/// Something a caseworker may do.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Right {
    /// Look up account holders and see their accounts.
    ViewAccounts,
    /// Assign, replace and delete a `NemKonto`.
    ChangeNemKonto,
}

/// Answer of `POST /api/login`: where the browser goes now.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct LoginStarted {
    /// The provider's authorization endpoint with a pushed request (RFC 9126).
    pub authorization_url: String,
}

/// Answer of `GET /api/configuration`: what the agency sets.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Configuration {
    /// Whom a caseworker can ask.
    pub contact: Contact,
    /// Whether this is the sandbox, where nothing is real.
    pub sandbox: bool,
    /// How many days ahead an account may take effect.
    pub valid_from_days: i32,
}

/// Contact details of the agency's support, shown below the confirmation.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Contact {
    /// Name of the unit.
    pub name: String,
    /// Telephone number as written.
    pub telephone: String,
    /// E-mail address.
    pub email: String,
    /// Opening hours, in words.
    pub opening_hours: String,
}

impl Caseworker {
    /// Whether the caseworker has a right.
    #[must_use]
    pub fn may(&self, right: Right) -> bool {
        self.rights.contains(&right)
    }
}
