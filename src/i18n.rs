//! Every sentence that a person reads. What there is to say stands in the modules of this folder, as types; what one language says,
//! in a folder of its own, file by file like those. A sentence that is missing does not compile.

mod accounts;
mod changes;
mod da;
mod en;
mod errors;
mod fields;
mod format;
mod frame;
mod login;
mod payee;
mod problems;
mod receipts;
mod reference_text;
mod texts;

use strum::VariantArray;

pub use changes::warning;
pub use errors::{field_error, holder_error, recognition_error};
pub use fields::{FieldTexts, field_texts};
pub use format::{
    Line, LineValue, account_lines, assurance, bank_line, contact_line, holder_number, masked_holder_number,
    registered_lines, scheme,
};
pub use payee::{acknowledged, payee_answer, reason};
pub use problems::{ProblemTexts, failure_sentence, login_problem, problem, refusal};
pub use receipts::{VerificationErrorTexts, verification_error};
pub use reference_text::{REFERENCE_TEXT_BYTES, reference_text};
pub use texts::Texts;

/// A language of the app.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, VariantArray)]
pub enum Language {
    /// Danish, the language of the authorities.
    #[default]
    Danish,
    /// English.
    English,
}

impl Language {
    /// Every language, in the order of the switch.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// All sentences of the language.
    #[must_use]
    pub fn texts(self) -> &'static Texts {
        match self {
            Self::Danish => &da::TEXTS,
            Self::English => &en::TEXTS,
        }
    }

    /// Language tag (BCP 47), for `lang` attributes and the browser's formatters.
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.texts().tag
    }

    /// The language called by its own name.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        self.texts().own_name
    }

    /// The language with a tag.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|language| language.tag() == tag)
    }

    /// The languages of which these are the tags, in their order; all, where there are none.
    #[must_use]
    pub fn offered(tags: &[String]) -> Vec<Self> {
        let offered: Vec<_> = tags.iter().filter_map(|tag| Self::from_tag(tag)).collect();
        if offered.is_empty() { Self::ALL.to_vec() } else { offered }
    }

    /// Words that no sentence may have: those that the design system's rules for error messages forbid.
    #[must_use]
    pub fn banned_words(self) -> &'static [&'static str] {
        match self {
            Self::Danish => da::BANNED_WORDS,
            Self::English => en::BANNED_WORDS,
        }
    }
}
