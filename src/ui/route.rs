//! The addresses of the app. None of them holds a CPR or account number.

mod form;

use crate::{
    browser::request::{segment, text_of},
    contract::HolderHandle,
};

pub use form::FormRoute;

/// A page of the app.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Route {
    /// Find an account holder, or log in.
    Start,
    /// The provider sends the browser here after an ordinary login.
    LoginReturn,
    /// The accounts of a holder.
    Overview(HolderHandle),
    /// What has happened to the accounts of a holder.
    History(HolderHandle),
    /// The authority's own benefit types.
    BenefitTypes,
    /// What has happened to them.
    BenefitTypeHistory,
    /// A form for a change.
    Form(FormRoute),
    /// For which unit to act.
    Units,
    /// The provider sends the browser here after the re-login.
    Return,
    /// A receipt.
    Receipt(String),
    /// Where anyone can check a receipt. The code from the paper of one comes in the fragment, and is taken out of the address.
    Verify,
    /// Anything else.
    NotFound,
}

impl Route {
    /// The page at a path.
    #[must_use]
    pub fn from_path(path: &str) -> Self {
        let segments: Vec<&str> = path.split('/').filter(|segment| !segment.is_empty()).collect();
        match segments.as_slice() {
            [] => Self::Start,
            ["login", "return"] => Self::LoginReturn,
            ["return"] => Self::Return,
            ["unit"] => Self::Units,
            ["account-holders", handle] => {
                text_of(handle).map_or(Self::NotFound, |handle| Self::Overview(HolderHandle(handle)))
            }
            ["verify"] => Self::Verify,
            ["account-holders", handle, "history"] => {
                text_of(handle).map_or(Self::NotFound, |handle| Self::History(HolderHandle(handle)))
            }
            ["benefit-types"] => Self::BenefitTypes,
            ["benefit-types", "history"] => Self::BenefitTypeHistory,
            ["receipts", number] => text_of(number).map_or(Self::NotFound, Self::Receipt),
            segments => FormRoute::from_segments(segments).map_or(Self::NotFound, Self::Form),
        }
    }

    /// Whether it is a history.
    #[must_use]
    pub fn is_history(&self) -> bool {
        matches!(self, Self::History(_) | Self::BenefitTypeHistory)
    }

    /// The path of the page.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Start | Self::NotFound => "/".to_owned(),
            Self::LoginReturn => "/login/return".to_owned(),
            Self::Return => "/return".to_owned(),
            Self::Units => "/unit".to_owned(),
            Self::Overview(key) => format!("/account-holders/{}", segment(&key.0)),
            Self::History(key) => format!("/account-holders/{}/history", segment(&key.0)),
            Self::BenefitTypes => "/benefit-types".to_owned(),
            Self::BenefitTypeHistory => "/benefit-types/history".to_owned(),
            Self::Form(form) => form.path(),
            Self::Receipt(number) => format!("/receipts/{}", segment(number)),
            Self::Verify => "/verify".to_owned(),
        }
    }
}
