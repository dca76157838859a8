//! The addresses of the forms: what each is about, and which kind of change it makes.

use super::Route;
use crate::{
    browser::request::{segment, text_of},
    contract::HolderHandle,
    domain::{
        benefit_type::BenefitCode,
        change_kind::ChangeKind,
        company_number::Cvr,
        draft::{Draft, Field},
        specific::SpecificAccountId,
    },
};

/// A form, by what it is about.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum FormRoute {
    /// About the `NemKonto` of a holder, or about a specific account that is not there yet.
    Holder(HolderHandle, ChangeKind),
    /// About one of the specific accounts of a holder.
    Specific(HolderHandle, SpecificAccountId, ChangeKind),
    /// About a benefit type that is not there yet.
    NewBenefitType,
    /// About one of the authority's benefit types.
    BenefitType(BenefitCode, ChangeKind),
}

impl FormRoute {
    /// The form in which a draft was typed.
    #[must_use]
    pub fn of(holder: Option<HolderHandle>, draft: &Draft) -> Option<Self> {
        let kind = draft.kind();
        let code = || BenefitCode::parse(draft.get(Field::BenefitType)).ok();
        match (kind.is_about_holder(), kind.is_about_existing()) {
            (true, false) => Some(Self::Holder(holder?, kind)),
            (true, true) => {
                let authority = Cvr::parse(draft.get(Field::Authority)).ok()?;
                Some(Self::Specific(holder?, SpecificAccountId { benefit_type: code()?, authority }, kind))
            }
            (false, false) => Some(Self::NewBenefitType),
            (false, true) => Some(Self::BenefitType(code()?, kind)),
        }
    }

    /// Which kind of change it makes.
    #[must_use]
    pub fn kind(&self) -> ChangeKind {
        match self {
            Self::Holder(_, kind) | Self::Specific(_, _, kind) | Self::BenefitType(_, kind) => *kind,
            Self::NewBenefitType => ChangeKind::CreateBenefitType,
        }
    }

    /// Whose accounts it is about, if it is about a holder's.
    #[must_use]
    pub fn holder(&self) -> Option<&HolderHandle> {
        match self {
            Self::Holder(key, _) | Self::Specific(key, ..) => Some(key),
            Self::NewBenefitType | Self::BenefitType(..) => None,
        }
    }

    /// The page from which it is opened.
    #[must_use]
    pub fn parent(&self) -> Route {
        self.holder().map_or(Route::BenefitTypes, |key| Route::Overview(key.clone()))
    }

    /// The form before anything is typed.
    #[must_use]
    pub fn empty_draft(&self) -> Draft {
        match self {
            Self::Specific(_, account, kind) => Draft::for_account(*kind, account),
            Self::BenefitType(code, kind) => {
                let mut draft = Draft::new(*kind);
                draft.set(Field::BenefitType, code.as_str());
                draft
            }
            Self::Holder(..) | Self::NewBenefitType => Draft::new(self.kind()),
        }
    }

    pub(super) fn from_segments(segments: &[&str]) -> Option<Self> {
        let code = |segment: &str| BenefitCode::parse(&text_of(segment)?).ok();
        match segments {
            ["account-holders", key, change] => {
                Some(Self::Holder(HolderHandle(text_of(key)?), kind(change, true, false)?))
            }
            ["account-holders", key, "specific", benefit_type, authority, change] => {
                let account =
                    SpecificAccountId { benefit_type: code(benefit_type)?, authority: Cvr::parse(authority).ok()? };
                Some(Self::Specific(HolderHandle(text_of(key)?), account, kind(change, true, true)?))
            }
            ["benefit-types", change] if kind(change, false, false).is_some() => Some(Self::NewBenefitType),
            ["benefit-types", benefit_type, change] => {
                Some(Self::BenefitType(code(benefit_type)?, kind(change, false, true)?))
            }
            _ => None,
        }
    }

    pub(super) fn path(&self) -> String {
        match self {
            Self::Holder(key, kind) => format!("/account-holders/{}/{}", segment(&key.0), word(*kind)),
            Self::Specific(key, SpecificAccountId { benefit_type, authority }, kind) => format!(
                "/account-holders/{}/specific/{}/{}/{}",
                segment(&key.0),
                segment(benefit_type.as_str()),
                authority.as_str(),
                word(*kind)
            ),
            Self::NewBenefitType => format!("/benefit-types/{}", word(self.kind())),
            Self::BenefitType(code, kind) => {
                format!("/benefit-types/{}/{}", segment(code.as_str()), word(*kind))
            }
        }
    }
}

/// The kind with this end of its address, among those that are about the same.
fn kind(wanted: &str, is_about_holder: bool, is_about_existing: bool) -> Option<ChangeKind> {
    let is_it = |kind: &ChangeKind| {
        word(*kind) == wanted
            && kind.is_about_holder() == is_about_holder
            && kind.is_about_existing() == is_about_existing
    };
    ChangeKind::ALL.iter().copied().find(is_it)
}

/// The end of the address of a kind.
fn word(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::AssignNemKonto => "nemkonto",
        ChangeKind::DeleteNemKonto => "delete-nemkonto",
        ChangeKind::CreateSpecific => "specific",
        ChangeKind::ReplaceSpecific => "replace",
        ChangeKind::DeleteSpecific | ChangeKind::DeleteBenefitType => "delete",
        ChangeKind::LockSpecific => "lock",
        ChangeKind::UnlockSpecific => "unlock",
        ChangeKind::CreateBenefitType => "new",
        ChangeKind::EditBenefitType => "edit",
    }
}
