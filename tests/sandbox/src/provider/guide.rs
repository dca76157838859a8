//! Who can log in, for those who try the sandbox.

use nemkonto::i18n::Language;

use super::texts;
use crate::{
    guide::{Entry, Section},
    identities::IDENTITIES,
};

/// What someone trying the sandbox can log in as.
#[must_use]
pub fn guide() -> Section {
    let explain = texts::in_language(Language::English).situation;
    let entries = IDENTITIES.map(|identity| Entry {
        text: identity.user_id.to_owned(),
        meaning: format!("{}: {}", identity.name.unwrap_or("(hidden name)"), explain(identity.situation)),
    });
    Section { title: "User ids to log in with".to_owned(), entries: entries.into() }
}
