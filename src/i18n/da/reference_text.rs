//! The text in the `MitID` app, in Danish.

use crate::domain::{
    change::{BenefitTypeAction, Change, ChangeDetails, NemKontoAction, SpecificAction},
    holder::{HolderId, Scheme},
};

pub(in crate::i18n) fn reference_text(change: &Change, check_code: &str) -> String {
    let what = match change.details() {
        ChangeDetails::NemKonto { action, .. } => match action {
            NemKontoAction::Assign { account, .. } => format!("NemKonto {}", account.masked()),
            NemKontoAction::Delete => "sletning af NemKonto".to_owned(),
        },
        ChangeDetails::SpecificAccount { id, action, .. } => {
            let code = &id.benefit_type;
            match action {
                SpecificAction::Create { account, .. } => format!("konto {} til {code}", account.masked()),
                SpecificAction::Replace { account } => format!("ny konto {} til {code}", account.masked()),
                SpecificAction::Delete => format!("sletning af konto til {code}"),
                SpecificAction::Lock => format!("lås af konto til {code}"),
                SpecificAction::Unlock => format!("oplåsning af konto til {code}"),
            }
        }
        ChangeDetails::BenefitType { code, action, .. } => match action {
            BenefitTypeAction::Create { .. } => format!("ny ydelsesart {code}"),
            BenefitTypeAction::Edit { locked: true, .. } => format!("ret og lås ydelsesart {code}"),
            BenefitTypeAction::Edit { locked: false, .. } => format!("ret ydelsesart {code}, ikke låst"),
            BenefitTypeAction::Delete => format!("sletning af ydelsesart {code}"),
        },
    };
    let whose = change.holder().map(|holder| format!(" for {}", who(holder))).unwrap_or_default();
    format!("Bekræft {what}{whose}. Kontrolkode {check_code}")
}

fn who(holder: &HolderId) -> String {
    let number = holder.as_str();
    match holder.scheme() {
        Scheme::Cpr => format!("CPR-nr. der ender på {}", &number[number.len() - 4..]),
        Scheme::Cvr => format!("CVR-nr. {number}"),
        Scheme::Se => format!("SE-nr. {number}"),
        Scheme::P => format!("P-nr. {number}"),
    }
}
