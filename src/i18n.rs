//! Every sentence that a person reads, in Danish and English.
//!
//! `da.rs` and `en.rs` each fill in the same [`Texts`]; a missing sentence does not compile. Sentences about errors and problems
//! are made from the typed cause by exhaustive `match` in `errors` and `problems`.

mod da;
mod en;
mod errors;
mod fields;
mod foreign;
mod format;
mod problems;
mod reference_text;
mod texts;
mod verdicts;

pub use errors::{field_error, holder_error, unrecognised};
pub use fields::{FieldTexts, field_texts};
pub use format::{
    Line, LineValue, account_lines, assurance, contact_line, holder_number, masked_holder_number, registered_lines,
    scheme,
};
pub use problems::{ProblemTexts, failure_sentence, login_problem, problem, refusal};
pub use reference_text::{REFERENCE_TEXT_BYTES, reference_text};
pub use texts::Texts;
pub use verdicts::{VerdictTexts, doubt};

/// A language of the app.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Language {
    /// Danish, the language of the authorities.
    #[default]
    Danish,
    /// English.
    English,
}

impl Language {
    /// Every language, in the order of the switch.
    pub const ALL: [Self; 2] = [Self::Danish, Self::English];

    /// Language tag (BCP 47), for `lang` attributes and the browser's formatters.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Danish => "da",
            Self::English => "en",
        }
    }

    /// The language called by its own name.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Danish => "Dansk",
            Self::English => "English",
        }
    }

    /// The language with a tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }

    /// All sentences of the language.
    #[must_use]
    pub fn texts(self) -> &'static Texts {
        match self {
            Self::Danish => &da::TEXTS,
            Self::English => &en::TEXTS,
        }
    }

    /// Chooses between two forms of the same sentence.
    fn choose(self, danish: impl Into<String>, english: impl Into<String>) -> String {
        match self {
            Self::Danish => danish.into(),
            Self::English => english.into(),
        }
    }
}
