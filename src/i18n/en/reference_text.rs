//! The text in the `MitID` app, in English.

use crate::domain::{
    change::{BenefitTypeAction, Change, ChangeDetails, NemKontoAction, SpecificAction},
    holder::{HolderId, Scheme},
};

pub(in crate::i18n) fn reference_text(change: &Change, check_code: &str) -> String {
    let what = match change.details() {
        ChangeDetails::NemKonto { action, .. } => match action {
            NemKontoAction::Assign { account, .. } => format!("NemKonto {}", account.masked()),
            NemKontoAction::Delete => "deletion of NemKonto".to_owned(),
        },
        ChangeDetails::SpecificAccount { id, action, .. } => {
            let code = &id.benefit_type;
            match action {
                SpecificAction::Create { account, .. } => format!("account {} under {code}", account.masked()),
                SpecificAction::Replace { account } => format!("new account {} under {code}", account.masked()),
                SpecificAction::Delete => format!("deletion of account under {code}"),
                SpecificAction::Lock => format!("lock of account under {code}"),
                SpecificAction::Unlock => format!("unlocking of account under {code}"),
            }
        }
        ChangeDetails::BenefitType { code, action, .. } => match action {
            BenefitTypeAction::Create { .. } => format!("new benefit type {code}"),
            BenefitTypeAction::Edit { locked: true, .. } => format!("edit and lock benefit type {code}"),
            BenefitTypeAction::Edit { locked: false, .. } => format!("edit benefit type {code}, not locked"),
            BenefitTypeAction::Delete => format!("deletion of benefit type {code}"),
        },
    };
    let whose = change.holder().map(|holder| format!(" for {}", who(holder))).unwrap_or_default();
    format!("Confirm {what}{whose}. Check code {check_code}")
}

fn who(holder: &HolderId) -> String {
    let number = holder.as_str();
    match holder.scheme() {
        Scheme::Cpr => format!("CPR no. ending in {}", &number[number.len() - 4..]),
        Scheme::Cvr => format!("CVR no. {number}"),
        Scheme::Se => format!("SE no. {number}"),
        Scheme::P => format!("P no. {number}"),
    }
}
