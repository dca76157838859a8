//! The addresses of the forms: what each is about, and which kind of change it makes.

use super::Route;
use crate::{
    browser::request::{segment, text_of},
    contract::HolderKey,
    domain::{
        benefit_type::BenefitCode,
        change::SpecificKey,
        company_number::Cvr,
        draft::{Draft, Field, Kind},
    },
};

/// A form, by what it is about.
#[derive(Clone, PartialEq, Eq, Hash, Debug)]
pub enum Form {
    /// About the `NemKonto` of a holder, or about a specific account that is not there yet.
    Holder(HolderKey, Kind),
    /// About one of the specific accounts of a holder.
    Specific(HolderKey, SpecificKey, Kind),
    /// About a benefit type that is not there yet.
    NewBenefitType,
    /// About one of the authority's benefit types.
    BenefitType(BenefitCode, Kind),
}

/// The kinds of change with the end of their addresses.
const HOLDER: [(&str, Kind); 3] =
    [("nemkonto", Kind::AssignNemKonto), ("delete-nemkonto", Kind::DeleteNemKonto), ("specific", Kind::CreateSpecific)];
const SPECIFIC: [(&str, Kind); 4] = [
    ("replace", Kind::ReplaceSpecific),
    ("delete", Kind::DeleteSpecific),
    ("lock", Kind::LockSpecific),
    ("unlock", Kind::UnlockSpecific),
];
const BENEFIT_TYPE: [(&str, Kind); 2] = [("edit", Kind::EditBenefitType), ("delete", Kind::DeleteBenefitType)];
const NEW: &str = "new";

impl Form {
    /// The form in which a draft was typed.
    #[must_use]
    pub fn of(holder: Option<HolderKey>, draft: &Draft) -> Option<Self> {
        let kind = draft.kind();
        let code = || BenefitCode::parse(draft.get(Field::BenefitType)).ok();
        match (kind.is_about_holder(), kind.is_about_existing()) {
            (true, false) => Some(Self::Holder(holder?, kind)),
            (true, true) => {
                let authority = Cvr::parse(draft.get(Field::Authority)).ok()?;
                Some(Self::Specific(holder?, SpecificKey { benefit_type: code()?, authority }, kind))
            }
            (false, false) => Some(Self::NewBenefitType),
            (false, true) => Some(Self::BenefitType(code()?, kind)),
        }
    }

    /// Which kind of change it makes.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match self {
            Self::Holder(_, kind) | Self::Specific(_, _, kind) | Self::BenefitType(_, kind) => *kind,
            Self::NewBenefitType => Kind::CreateBenefitType,
        }
    }

    /// Whose accounts it is about, if it is about a holder's.
    #[must_use]
    pub fn holder(&self) -> Option<&HolderKey> {
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
            Self::Specific(_, account, kind) => Draft::about(*kind, account),
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
                Some(Self::Holder(HolderKey((*key).to_owned()), kind(&HOLDER, change)?))
            }
            ["account-holders", key, "specific", benefit_type, authority, change] => {
                let account = SpecificKey { benefit_type: code(benefit_type)?, authority: Cvr::parse(authority).ok()? };
                Some(Self::Specific(HolderKey((*key).to_owned()), account, kind(&SPECIFIC, change)?))
            }
            ["benefit-types", NEW] => Some(Self::NewBenefitType),
            ["benefit-types", benefit_type, change] => {
                Some(Self::BenefitType(code(benefit_type)?, kind(&BENEFIT_TYPE, change)?))
            }
            _ => None,
        }
    }

    pub(super) fn path(&self) -> String {
        match self {
            Self::Holder(key, kind) => format!("/account-holders/{}/{}", key.0, word(&HOLDER, *kind)),
            Self::Specific(key, SpecificKey { benefit_type, authority }, kind) => format!(
                "/account-holders/{}/specific/{}/{}/{}",
                key.0,
                segment(benefit_type.as_str()),
                authority.as_str(),
                word(&SPECIFIC, *kind)
            ),
            Self::NewBenefitType => format!("/benefit-types/{NEW}"),
            Self::BenefitType(code, kind) => {
                format!("/benefit-types/{}/{}", segment(code.as_str()), word(&BENEFIT_TYPE, *kind))
            }
        }
    }
}

fn kind(table: &[(&str, Kind)], wanted: &str) -> Option<Kind> {
    table.iter().find(|(word, _)| *word == wanted).map(|(_, kind)| *kind)
}

/// The end of the address of a kind. A kind that does not belong to the table has none, and its address is no page.
fn word(table: &[(&'static str, Kind)], wanted: Kind) -> &'static str {
    table.iter().find(|(_, kind)| *kind == wanted).map_or("", |(word, _)| word)
}
