//! One change of each kind that the fixtures allow Anna to make, none of which stands in the way of another.

use nemkonto::{
    contract::AccountOverview,
    domain::{
        change_kind::ChangeKind,
        draft::{Draft, Field},
        holder::Scheme,
    },
};
use nemkonto_sandbox::identities::MUNICIPALITY;

use super::{AMERICAN, Browser, CREDITOR, DOMESTIC, Ready, about, filled, key, new_specific, type_edit};

/// A form, and whose accounts it is about.
pub struct Case {
    pub cpr: Option<&'static str>,
    pub draft: Draft,
}

/// The prepared change of a case.
pub struct PreparedCase {
    pub draft: Draft,
    pub overview: Option<AccountOverview>,
    pub prepared: Ready,
}

pub fn case(kind: ChangeKind) -> Case {
    let specific = |benefit_type, typed| about(kind, &key(benefit_type, MUNICIPALITY), typed);
    let (cpr, draft) = match kind {
        ChangeKind::AssignNemKonto => (Some("1203616003"), filled(kind, AMERICAN)),
        ChangeKind::DeleteNemKonto => (Some("0101585018"), Draft::new(kind)),
        ChangeKind::CreateSpecific => {
            let mut draft = new_specific("nkssop", CREDITOR);
            draft.set_tick(Field::Locked, true);
            (Some("2902846000"), draft)
        }
        ChangeKind::ReplaceSpecific => (Some("0506757002"), specific("NKSSOP", DOMESTIC)),
        ChangeKind::DeleteSpecific => (Some("0709705008"), specific("NKSKOH", &[])),
        ChangeKind::LockSpecific => (Some("1102745007"), specific("NKSSOP", &[])),
        ChangeKind::UnlockSpecific => (Some("0312805006"), specific("BEFORD", &[])),
        ChangeKind::CreateBenefitType => (None, filled(kind, &[(Field::Code, "julehj"), (Field::Name, " Julehjælp ")])),
        ChangeKind::EditBenefitType => (None, type_edit("BEFORD", "Befordring", true)),
        ChangeKind::DeleteBenefitType => (None, filled(kind, &[(Field::BenefitType, "FRITID")])),
    };
    Case { cpr, draft }
}

impl Browser {
    /// Prepares the change of a kind, on what is registered now.
    pub async fn prepare_case(&self, kind: ChangeKind) -> PreparedCase {
        let Case { cpr, draft } = case(kind);
        let (overview, prepared) = match cpr {
            Some(cpr) => {
                let overview = self.look_up(Scheme::Cpr, cpr).await.unwrap();
                let prepared = self.prepare(&overview, &draft).await;
                (Some(overview), prepared)
            }
            None => (None, self.prepare_type(&self.benefit_types().await.unwrap(), &draft).await),
        };
        let prepared = prepared.unwrap_or_else(|refused| panic!("{kind:?}: {refused:?}"));
        PreparedCase { draft, overview, prepared }
    }
}
