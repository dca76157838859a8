//! The addresses of the app. None of them holds a CPR or account number.

use crate::{contract::HolderKey, domain::draft::Kind};

/// A page of the app.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Route {
    /// Find an account holder, or log in.
    Start,
    /// The provider sends the browser here after an ordinary login.
    LoginReturn,
    /// The accounts of a holder.
    Overview(HolderKey),
    /// A form for changing the accounts of a holder.
    Form(HolderKey, Kind),
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
            ["account-holders", key] => Self::Overview(HolderKey((*key).to_owned())),
            ["account-holders", key, form] => {
                kind_from_segment(form).map_or(Self::NotFound, |kind| Self::Form(HolderKey((*key).to_owned()), kind))
            }
            ["verify"] => Self::Verify,
            ["receipts", number] => Self::Receipt((*number).to_owned()),
            _ => Self::NotFound,
        }
    }

    /// The path of the page.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Start | Self::NotFound => "/".to_owned(),
            Self::LoginReturn => "/login/return".to_owned(),
            Self::Return => "/return".to_owned(),
            Self::Overview(key) => format!("/account-holders/{}", key.0),
            Self::Form(key, kind) => format!("/account-holders/{}/{}", key.0, segment_of(*kind)),
            Self::Receipt(number) => format!("/receipts/{number}"),
            Self::Verify => "/verify".to_owned(),
        }
    }
}

fn segment_of(kind: Kind) -> &'static str {
    match kind {
        Kind::DomesticNemKonto => "domestic-nemkonto",
        Kind::ForeignNemKonto => "foreign-nemkonto",
        Kind::DeleteNemKonto => "delete-nemkonto",
    }
}

fn kind_from_segment(segment: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| segment_of(*kind) == segment)
}
