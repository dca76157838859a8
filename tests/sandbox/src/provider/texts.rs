//! Everything that people read on the provider's pages.

use nemkonto::i18n::Language;

use super::request::Action;
use crate::identities::Situation;

mod da;
mod en;

/// The sentences of the provider in a language.
pub(super) fn in_language(language: Language) -> &'static Texts {
    match language {
        Language::Danish => &da::TEXTS,
        Language::English => &en::TEXTS,
    }
}

/// The first language of `ui_locales` that the provider has, or Danish.
pub(super) fn preferred(ui_locales: &[String]) -> Language {
    ui_locales.iter().filter_map(|tag| tag.split('-').next()).find_map(Language::from_tag).unwrap_or(Language::Danish)
}

/// The sentences of one language. Those that name someone are functions.
pub(super) struct Texts {
    pub sandbox: &'static str,
    pub not_mitid: &'static str,
    pub invented: &'static str,
    pub cancel: &'static str,
    pub go_on: &'static str,
    pub error_prefix: &'static str,

    pub log_on_at: fn(&str) -> String,
    pub choose_lead: &'static str,
    pub choose_mitid: &'static str,
    pub choose_hint: &'static str,

    pub user_id_title: &'static str,
    pub user_id: &'static str,
    pub user_id_hint: &'static str,
    pub user_id_unknown: &'static str,
    pub user_id_empty: &'static str,
    pub people: &'static str,
    pub name_protected: &'static str,
    /// What an identity is there to try.
    pub situation: fn(Situation) -> &'static str,

    pub wait_title: &'static str,
    pub wait_lead: &'static str,
    pub qr_code: &'static str,
    pub open_app: &'static str,
    pub new_tab: &'static str,
    pub waiting: &'static str,
    pub wait_fallback: &'static str,

    pub app: &'static str,
    pub action: fn(Action, &str) -> String,
    pub asks: fn(&str) -> String,
    pub you_are: &'static str,
    pub you_approve: &'static str,
    pub approve: &'static str,
    pub reject: &'static str,
    pub check_first: &'static str,
    pub approved: &'static str,
    pub rejected: &'static str,
    pub go_back: &'static str,
    pub nothing_title: &'static str,
    pub nothing_text: &'static str,

    pub expired_title: &'static str,
    pub expired_text: &'static str,
    pub unknown_request_title: &'static str,
    pub unknown_request_text: &'static str,
    pub logged_out_title: &'static str,
    pub logged_out_text: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn preferred(tags: &[&str]) -> Language {
        let tags: Vec<String> = tags.iter().map(ToString::to_string).collect();
        super::preferred(&tags)
    }

    #[test]
    fn the_first_language_that_we_have_is_taken() {
        assert_eq!(preferred(&["fr", "en-GB", "da"]), Language::English);
        assert_eq!(preferred(&["da-DK"]), Language::Danish);
        assert_eq!(preferred(&["fr"]), Language::Danish);
        assert_eq!(preferred(&[]), Language::Danish);
    }
}
