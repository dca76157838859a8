//! What the app tells the agency of its own errors, if the agency wants to know.
//!
//! A report is made of words that stand in the source: nothing in it was typed, answered or found in an address. What is not of this form is no report.

use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use strum::VariantArray;

use super::Operation;

/// One error of the app.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Report {
    /// What went wrong.
    pub kind: ReportKind,
    /// The build: name of the file of the module, as the page names it.
    #[serde(deserialize_with = "file_name")]
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = "^[A-Za-z0-9._-]{1,80}$")))]
    pub build: String,
    /// On which page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<ReportPage>,
    /// Which call of the API it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operation: Option<Operation>,
    /// The HTTP status of the answer.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "http_status")]
    #[cfg_attr(feature = "schema", schemars(range(min = 100, max = 599)))]
    pub status: Option<u16>,
    /// Where in the source the app stopped: file and line. What it said there may hold anything, and is not reported.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "place")]
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = "^[A-Za-z0-9._/-]{1,80}:[0-9]{1,6}$")))]
    pub place: Option<String>,
}

/// What went wrong.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, VariantArray)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ReportKind {
    /// The app stopped: a panic.
    AppStopped,
    /// The API answered something that is not in the contract.
    AnswerUnreadable,
    /// A change came back from its login to a version of the app that cannot read what was stored.
    RecordUnreadable,
    /// A file of the build is not on the server any more.
    FileMissing,
    /// The app did not start, for another reason.
    NotStarted,
    /// The browser allows no WebAssembly.
    WasmBlocked,
    /// The browser is too old.
    OldBrowser,
}

/// A page, without what stands in its address.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize, VariantArray)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ReportPage {
    /// The first page.
    Start,
    /// Back from an ordinary login.
    LoginReturn,
    /// The accounts of a holder.
    Overview,
    /// A history.
    History,
    /// The authority's benefit types.
    BenefitTypes,
    /// A form.
    Form,
    /// For which unit to act.
    Units,
    /// Back from the login for a change.
    Return,
    /// A receipt.
    Receipt,
    /// Where receipts are checked.
    Verify,
    /// None of the app's.
    NotFound,
}

impl Report {
    /// An answer of the API that is not in the contract.
    #[must_use]
    pub fn of_answer(operation: Operation, status: u16) -> Self {
        Self { operation: Some(operation), status: Some(status), ..Self::new(ReportKind::AnswerUnreadable) }
    }

    /// An app that stopped at a place in its source.
    #[must_use]
    pub fn of_stop(place: &str) -> Self {
        Self { place: Some(place.to_owned()), ..Self::new(ReportKind::AppStopped) }
    }

    /// An error of which there is no more to tell.
    #[must_use]
    pub fn new(kind: ReportKind) -> Self {
        Self { kind, build: String::new(), page: None, operation: None, status: None, place: None }
    }
}

impl ReportKind {
    /// Every kind.
    pub const ALL: &[Self] = Self::VARIANTS;
}

const LONGEST_NAME: usize = 80;

fn file_name<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    let name = String::deserialize(deserializer)?;
    if is_name(&name, b"._-") { Ok(name) } else { Err(D::Error::custom("no file name")) }
}

fn http_status<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<u16>, D::Error> {
    let status = Option::deserialize(deserializer)?;
    if status.is_none_or(|status| (100..=599).contains(&status)) {
        Ok(status)
    } else {
        Err(D::Error::custom("no status"))
    }
}

fn place<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    let Some(place) = Option::<String>::deserialize(deserializer)? else { return Ok(None) };
    let is_line = |line: &str| (1..=6).contains(&line.len()) && line.bytes().all(|digit| digit.is_ascii_digit());
    match place.rsplit_once(':') {
        Some((file, line)) if is_name(file, b"._-/") && is_line(line) => Ok(Some(place)),
        _ => Err(D::Error::custom("no place in a source")),
    }
}

fn is_name(text: &str, signs: &[u8]) -> bool {
    (1..=LONGEST_NAME).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || signs.contains(&byte))
}
