//! What an agency sets, as a file: `configuration.toml` is that of the sandbox. It is checked as a whole before anything starts, for what the app
//! does with a wrong entry is to do without it.

use std::{
    collections::HashSet,
    fs, io,
    path::{Path, PathBuf},
};

use nemkonto::{
    contract::{Contact, Links, Reason, is_shown_as_written},
    i18n::Language,
};
use schemars::{JsonSchema, Schema, generate::SchemaSettings, transform::RecursiveTransform};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use thiserror::Error;

use super::openapi::describe_without_links;

/// What the agency sets of the app's configuration. The rest the API knows by itself.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct Agency {
    /// Whom a caseworker can ask.
    pub contact: Contact,
    /// The agency's own pages that every page leads to.
    #[serde(default)]
    pub links: Links,
    /// What the service is called, in every language. Without it, as the app calls itself.
    #[serde(default)]
    pub product_name: Option<String>,
    /// The languages to choose from, by their tags; the first is for those who have not chosen. Without it, all of the app.
    #[serde(default)]
    pub languages: Vec<String>,
    /// Whether the log-in page says after how many minutes without use a caseworker is logged off.
    #[serde(default)]
    pub session_length_shown: bool,
    /// A stylesheet of the app's own origin, as an address that begins with `/`.
    #[serde(default)]
    pub stylesheet: Option<String>,
    /// Where the app tells of its own errors, as an address of the app's own origin. Without it, it tells nobody.
    #[serde(default)]
    pub report_address: Option<String>,
    /// How banks are asked whose account it is. Without it, nobody asks them.
    #[serde(default)]
    pub payee_check: Option<PayeeQuestions>,
}

/// How banks are asked whose account it is.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize, JsonSchema)]
pub struct PayeeQuestions {
    /// For how many milliseconds an answer is waited for. The change goes on without one.
    #[serde(default = "two_seconds")]
    pub wait_milliseconds: u64,
    /// The reasons to choose from why an account can be right although its bank knows it by another name; one at least.
    pub reasons: Vec<Reason>,
}

fn two_seconds() -> u64 {
    2_000
}

/// Why a configuration is not used.
#[derive(Debug, Error)]
pub enum ConfigurationError {
    /// It cannot be read.
    #[error("{} cannot be read ({source}).", path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Its entries make no sense.
    #[error("{}: {source}", path.display())]
    Wrong {
        /// The file.
        path: PathBuf,
        /// Why.
        source: WrongEntry,
    },
}

/// What is wrong with an entry, by its key.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum WrongEntry {
    /// It is not TOML, or an entry is missing or of another type.
    #[error("{0}")]
    Syntax(String),
    /// Nobody knows the key.
    #[error("{0} is no entry of the configuration.")]
    Unknown(String),
    /// Nobody would follow the address.
    #[error(
        "{0} must be https://… or, on the app's own origin, /…, without spaces and without letters outside of ASCII."
    )]
    Link(String),
    /// It would be another origin's.
    #[error("{0} must be an address of the app's own origin, such as /agency/brand.css.")]
    OwnOrigin(&'static str),
    /// It would not be shown as it is written.
    #[error("{0} is longer than 200 characters, or has signs that turn the words after them around.")]
    Text(String),
    /// The app has no such language.
    #[error("languages: the app has no \"{0}\".")]
    Language(String),
    /// A caseworker could not choose.
    #[error("payee_check.reasons: there must be one at least, and each with an id of its own.")]
    Reasons,
}

/// The configuration of the sandbox.
const OWN: &str = include_str!("../../configuration.toml");

impl Agency {
    /// That of the sandbox; its pages are in `guide::examples`.
    ///
    /// # Panics
    /// Never: a test reads it.
    #[must_use]
    pub fn of_the_sandbox() -> Self {
        Self::parse(OWN).expect("the file that comes with the sandbox")
    }

    /// Reads a file.
    pub fn read(path: &Path) -> Result<Self, ConfigurationError> {
        let text = fs::read_to_string(path).map_err(|source| ConfigurationError::Read { path: path.into(), source })?;
        Self::parse(&text).map_err(|source| ConfigurationError::Wrong { path: path.into(), source })
    }

    /// Reads the text of a file.
    pub fn parse(text: &str) -> Result<Self, WrongEntry> {
        let syntax = |error: toml::de::Error| WrongEntry::Syntax(error.to_string().trim_end().to_owned());
        let agency: Self = toml::from_str(text).map_err(syntax)?;
        let written: Value = toml::from_str(text).map_err(syntax)?;
        let understood = serde_json::to_value(&agency).map_err(|error| WrongEntry::Syntax(error.to_string()))?;
        compare("", &written, &understood)?;
        agency.check()?;
        Ok(agency)
    }

    /// What no other type has checked.
    fn check(&self) -> Result<(), WrongEntry> {
        for (key, address) in [("stylesheet", &self.stylesheet), ("report_address", &self.report_address)] {
            if address.as_ref().is_some_and(|address| !(address.starts_with('/') && Links::is_followed(address))) {
                return Err(WrongEntry::OwnOrigin(key));
            }
        }
        if self.product_name.as_ref().is_some_and(|name| !is_shown_as_written(name)) {
            return Err(WrongEntry::Text("product_name".to_owned()));
        }
        if self.payee_check.as_ref().is_some_and(|questions| !can_be_told_apart(&questions.reasons)) {
            return Err(WrongEntry::Reasons);
        }
        match self.languages.iter().find(|tag| Language::from_tag(tag).is_none()) {
            Some(tag) => Err(WrongEntry::Language(tag.clone())),
            None => Ok(()),
        }
    }

    /// The JSON Schema of the file.
    #[must_use]
    pub fn schema() -> Value {
        let mut settings = SchemaSettings::draft2020_12();
        settings.transforms.push(Box::new(RecursiveTransform(describe_without_links)));
        settings.transforms.push(Box::new(RecursiveTransform(|schema: &mut Schema| {
            if schema.get("properties").is_some() {
                schema.insert("additionalProperties".to_owned(), false.into());
            }
        })));
        settings.into_generator().into_root_schema_for::<Self>().to_value()
    }
}

fn can_be_told_apart(reasons: &[Reason]) -> bool {
    let ids: HashSet<_> = reasons.iter().map(|reason| reason.id.trim()).collect();
    !reasons.is_empty() && ids.len() == reasons.len() && !ids.contains("")
}

/// Refuses what was read otherwise than it is written: an entry that nobody knows, and one that was left out or altered because a page could
/// not bear it.
fn compare(key: &str, written: &Value, understood: &Value) -> Result<(), WrongEntry> {
    if let (Value::Array(written), Value::Array(understood)) = (written, understood)
        && written.len() == understood.len()
    {
        let mut both = written.iter().zip(understood).enumerate();
        return both.try_for_each(|(at, (written, understood))| compare(&format!("{key}[{at}]"), written, understood));
    }
    let (Value::Object(written), Value::Object(understood)) = (written, understood) else {
        return if written == understood { Ok(()) } else { Err(WrongEntry::Text(key.to_owned())) };
    };
    let links = Links::default().by_name().map(|(name, _)| name);
    for (name, value) in written {
        let key = if key.is_empty() { name.clone() } else { format!("{key}.{name}") };
        match understood.get(name) {
            Some(understood) => compare(&key, value, understood)?,
            None if key.starts_with("links.") && links.contains(&name.as_str()) => return Err(WrongEntry::Link(key)),
            None => return Err(WrongEntry::Unknown(key)),
        }
    }
    Ok(())
}
