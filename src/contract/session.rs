//! Who is logged in, and what the agency has configured.

use serde::{Deserialize, Deserializer, Serialize, de::Error as _};

use super::{json, links::Links, shown};
use crate::domain::{company_number::Cvr, right::Right};

/// Answer of `GET /api/session` and `POST /api/login/complete`.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Session {
    /// The person at the screen.
    pub caseworker: Caseworker,
    /// Everything that the caseworker can act for, the present unit among it.
    pub assignments: Vec<Assignment>,
    /// In how many seconds the session ends unless it is used. A duration, so that the computer's clock need not be right.
    pub expires_in: u32,
    /// Whom a page shows that is drawn for this session. The app says it with every request ([`ACTING_AS`]).
    pub acting_as: ActingAs,
    /// What the app seals drafts with while the caseworker is away for a login.
    pub draft_key: DraftKey,
}

/// Name of the request header in which a page says whom it shows. Another tab may have logged somebody else in meanwhile, or chosen
/// another unit: then the request is refused, and nobody is answered under somebody else's name.
pub const ACTING_AS: &str = "Acting-As";

/// A caseworker in a unit: a word without meaning, the same in every session of the same caseworker in the same unit.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct ActingAs(#[serde(deserialize_with = "word")] pub String);

/// Reads a word that can be sent in a header (RFC 9110 section 5.5).
fn word<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let word = String::deserialize(deserializer)?;
    let is_word = (1..=LONGEST_WORD).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_graphic());
    if is_word { Ok(word) } else { Err(D::Error::custom("no word for a header")) }
}

const LONGEST_WORD: usize = 200;

/// Answer of `GET /api/session/expiry`, which asks without using the session: what it answers stays true.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SessionExpiry {
    /// In how many seconds the session ends unless it is used, in this tab or another.
    pub expires_in: u32,
}

/// Whom a login names: a person, employed by an organisation. For whom the person acts is another question.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Identity {
    /// Name, or nothing when the person's name is protected.
    #[serde(default, deserialize_with = "shown::optional")]
    pub name: Option<String>,
    /// The employer.
    pub organisation: Authority,
}

/// A key of one caseworker, 32 bytes in base64url; the same after every login of the same person. It is kept in memory only, so what
/// it has sealed is open to nobody but the one who typed it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct DraftKey(pub String);

impl std::fmt::Debug for DraftKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DraftKey(…)")
    }
}

/// A caseworker, acting for one unit of one authority.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Caseworker {
    /// Name, or nothing when the person's name is protected (`MitID` Erhverv then gives a pseudonym).
    #[serde(default, deserialize_with = "shown::optional")]
    pub name: Option<String>,
    /// The authority the caseworker acts for.
    pub authority: Authority,
    /// The organisational unit of the authority ("LOS-enhed").
    pub unit: Unit,
    /// What the caseworker may do there.
    #[serde(deserialize_with = "known")]
    pub rights: Vec<Right>,
}

/// Reads the rights that this version of the app knows. One that came with a newer API opens nothing here.
fn known<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Right>, D::Error> {
    let names = Vec::<String>::deserialize(deserializer)?;
    Ok(names.iter().filter_map(|name| json::named(name)).collect())
}

/// A public authority.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Authority {
    /// Name as written.
    #[serde(deserialize_with = "shown::text")]
    pub name: String,
    /// CVR number.
    pub cvr: Cvr,
}

/// An organisational unit of an authority. Which benefits it pays decides for which benefit types it can register accounts.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Unit {
    /// Name in the API.
    pub id: UnitId,
    /// Name as written.
    #[serde(deserialize_with = "shown::text")]
    pub name: String,
}

/// Name of a unit in the API.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct UnitId(pub String);

/// A unit that a caseworker can act for.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Assignment {
    /// The authority.
    pub authority: Authority,
    /// The unit.
    pub unit: Unit,
}

/// Body of `POST /api/session/unit`: for whom the caseworker acts from now on.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SwitchRequest {
    /// One of the session's assignments.
    pub unit: UnitId,
}

/// Answer of `POST /api/login`: where the browser goes now.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct LoginStarted {
    /// The provider's authorization endpoint with a pushed request (RFC 9126).
    pub authorization_url: String,
}

/// Answer of `GET /api/configuration`: what the agency sets.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Configuration {
    /// Whom a caseworker can ask.
    pub contact: Contact,
    /// The agency's own pages that every page leads to.
    #[serde(default)]
    pub links: Links,
    /// What the service is called, in every language. Nothing where it is called as the app calls itself.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "shown::optional")]
    pub product_name: Option<String>,
    /// The languages to choose from, by their tags (BCP 47); the first is for those who have not chosen. None where all of the app are offered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<String>,
    /// After how many minutes without use a caseworker is logged off, where people are to be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session_minutes: Option<u32>,
    /// A stylesheet of the app's own origin with the colours and the logo of the agency, as an address that begins with `/`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stylesheet: Option<String>,
    /// Where errors of the app are told ([`Report`](super::Report)): an address of the app's own origin that begins with `/`. Nothing where they
    /// are told nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report_address: Option<String>,
    /// Whether this is the sandbox, where nothing is real.
    pub sandbox: bool,
    /// How many days ahead an account may take effect.
    pub valid_from_days: i32,
    /// Whether the API knows a directory of banks. One that does not is never asked for a bank.
    #[serde(default)]
    pub bank_directory: bool,
    /// Whether the bank of a new account is asked who owns it.
    #[serde(default)]
    pub payee_check: bool,
    /// The origin of the provider's login page, such as `https://login.example`, the only one that the app leaves for. Nothing until the
    /// API has reached the provider, as it has when it names an address to leave for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub login_origin: Option<String>,
}

/// Contact details of the agency's support, shown below the confirmation.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contact {
    /// Name of the unit.
    #[serde(deserialize_with = "shown::text")]
    pub name: String,
    /// Telephone number as written.
    #[serde(deserialize_with = "shown::text")]
    pub telephone: String,
    /// E-mail address.
    #[serde(deserialize_with = "shown::text")]
    pub email: String,
    /// Opening hours, in words.
    #[serde(deserialize_with = "shown::text")]
    pub opening_hours: String,
}

impl Session {
    /// Whether another session is one of the same person. Then that person finds what was typed.
    #[must_use]
    pub fn is_of_same_person_as(&self, other: &Self) -> bool {
        self.draft_key == other.draft_key
    }
}

impl Caseworker {
    /// Whether the caseworker has a right.
    #[must_use]
    pub fn may(&self, right: Right) -> bool {
        self.rights.contains(&right)
    }
}
