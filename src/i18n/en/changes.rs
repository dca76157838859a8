//! The changes: their forms, their confirmation, and what they do, in English.

use crate::{
    contract::Warning,
    domain::{account::AccountType, change_kind::ChangeKind, holder::Scheme},
    i18n::changes::{ChangePage, Changes, Confirmation},
};

pub(super) const CHANGES: Changes = Changes {
    title: |kind| match kind {
        ChangeKind::AssignNemKonto => "Register a NemKonto",
        ChangeKind::DeleteNemKonto => "Delete the NemKonto",
        ChangeKind::CreateSpecific => "Register a specific account",
        ChangeKind::ReplaceSpecific => "Change a specific account",
        ChangeKind::DeleteSpecific => "Delete a specific account",
        ChangeKind::LockSpecific => "Lock a specific account",
        ChangeKind::UnlockSpecific => "Unlock a specific account",
        ChangeKind::CreateBenefitType => "Create a benefit type",
        ChangeKind::EditBenefitType => "Edit a benefit type",
        ChangeKind::DeleteBenefitType => "Delete a benefit type",
    },
    lead: |kind| match kind {
        ChangeKind::AssignNemKonto | ChangeKind::EditBenefitType => "",
        ChangeKind::DeleteNemKonto => {
            "The account is no longer the NemKonto as soon as you have confirmed with MitID Erhverv."
        }
        ChangeKind::CreateSpecific => {
            "A specific account receives one benefit from one authority. Other benefits still go to the NemKonto. You may first suggest that the holder transfers the money between own accounts."
        }
        ChangeKind::ReplaceSpecific => {
            "The new account takes the place of the present one when the holder has activated it. The lock stays as it is."
        }
        ChangeKind::DeleteSpecific => {
            "When you have confirmed, the benefit goes to the holder's NemKonto, if there is one."
        }
        ChangeKind::LockSpecific => {
            "A locked account can be changed and deleted by your own authority only, and it never becomes the NemKonto, not even when that is deleted."
        }
        ChangeKind::UnlockSpecific => {
            "If the account is not locked, the holder can change and delete it, and it may become the NemKonto if that is deleted."
        }
        ChangeKind::CreateBenefitType => "Agree on the new benefit type with your paying system before you create it.",
        ChangeKind::DeleteBenefitType => "A benefit type can be deleted when there are no specific accounts for it.",
    },
    save: |kind| match kind {
        ChangeKind::DeleteNemKonto => "Delete the NemKonto",
        ChangeKind::DeleteSpecific => "Delete the account",
        ChangeKind::LockSpecific => "Lock the account",
        ChangeKind::UnlockSpecific => "Unlock the account",
        ChangeKind::DeleteBenefitType => "Delete the benefit type",
        ChangeKind::AssignNemKonto
        | ChangeKind::CreateSpecific
        | ChangeKind::ReplaceSpecific
        | ChangeKind::CreateBenefitType
        | ChangeKind::EditBenefitType => "Save",
    },
    done: |kind| match kind {
        ChangeKind::AssignNemKonto => "New NemKonto registered",
        ChangeKind::DeleteNemKonto => "NemKonto deleted",
        ChangeKind::CreateSpecific => "Specific account registered",
        ChangeKind::ReplaceSpecific => "Specific account changed",
        ChangeKind::DeleteSpecific => "Specific account deleted",
        ChangeKind::LockSpecific => "Specific account locked",
        ChangeKind::UnlockSpecific => "Specific account unlocked",
        ChangeKind::CreateBenefitType => "Benefit type created",
        ChangeKind::EditBenefitType => "Benefit type edited",
        ChangeKind::DeleteBenefitType => "Benefit type deleted",
    },
    success: |kind| match kind {
        ChangeKind::AssignNemKonto => "The new NemKonto is registered",
        ChangeKind::DeleteNemKonto => "The NemKonto is deleted",
        ChangeKind::CreateSpecific => "The specific account is registered",
        ChangeKind::ReplaceSpecific => "The new specific account is registered",
        ChangeKind::DeleteSpecific => "The specific account is deleted",
        ChangeKind::LockSpecific => "The specific account is locked",
        ChangeKind::UnlockSpecific => "The specific account is unlocked",
        ChangeKind::CreateBenefitType => "The benefit type is created",
        ChangeKind::EditBenefitType => "The benefit type is edited",
        ChangeKind::DeleteBenefitType => "The benefit type is deleted",
    },
    next: |kind| match kind {
        ChangeKind::AssignNemKonto => &[
            "The holder gets an activation letter by post, sent to the address in CPR or CVR. The new account takes effect when the code in the letter has been used, but not before the day from which it is valid. The code works for 60 days from the date of the letter.",
            "Until then payments go as before. If it is urgent, the holder can go to their own bank.",
        ],
        ChangeKind::DeleteNemKonto => {
            &["The account is no longer the NemKonto. The deleted account number is not on the receipt."]
        }
        ChangeKind::CreateSpecific => &[
            "The holder gets an activation letter by post, sent to the address in CPR or CVR. The account takes effect when the code in the letter has been used. The code works for 60 days from the date of the letter.",
            "Until then the benefit is paid as before.",
        ],
        ChangeKind::ReplaceSpecific => &[
            "The holder gets an activation letter by post, sent to the address in CPR or CVR. The new account takes effect when the code in the letter has been used. The code works for 60 days from the date of the letter.",
            "Until then the benefit is paid as before.",
        ],
        ChangeKind::DeleteSpecific => &["The account is deleted. The deleted account number is not on the receipt."],
        ChangeKind::LockSpecific => {
            &["The lock holds from now on. Only your authority can change the account or unlock it."]
        }
        ChangeKind::UnlockSpecific => &["The account is not locked itself any more."],
        ChangeKind::CreateBenefitType => &[
            "The benefit type can be used from now on. Your paying system must know the code before the benefit can go to a specific account.",
        ],
        ChangeKind::EditBenefitType => &["The change holds from now on."],
        ChangeKind::DeleteBenefitType => &["The benefit type can no longer be used. Its history stays."],
    },
    next_as_told: |kind, warning| match (kind, warning) {
        (ChangeKind::DeleteNemKonto, Warning::SpecificAccountTakesOver) => {
            Some("A specific account has become the NemKonto. See in the accounts which one.")
        }
        (ChangeKind::DeleteNemKonto, Warning::NoAccountAfterwards) => {
            Some("The holder now has no NemKonto. Payments cannot be carried out until there is a new one.")
        }
        (ChangeKind::DeleteNemKonto, Warning::StillWaits) => Some(
            "The account that waits for activation becomes the NemKonto when the holder uses the code in the activation letter.",
        ),
        (ChangeKind::DeleteSpecific, Warning::BenefitGoesToNemKonto) => {
            Some("From now on the benefit goes to the holder's NemKonto.")
        }
        (ChangeKind::DeleteSpecific, Warning::NoAccountAfterwards) => {
            Some("The holder has no NemKonto, so the benefit cannot be paid until one is registered.")
        }
        (ChangeKind::UnlockSpecific, Warning::UnlockedCanBeChanged | Warning::UnlockedCreditorCanBeChanged) => {
            Some("From now on the holder can change and delete it.")
        }
        (ChangeKind::CreateSpecific | ChangeKind::UnlockSpecific, Warning::LockedByType) => {
            Some("Its benefit type locks the account. That lock is removed by editing the benefit type.")
        }
        (ChangeKind::EditBenefitType, Warning::LocksAllAccounts) => {
            Some("From now on all specific accounts for the benefit type are locked.")
        }
        (ChangeKind::EditBenefitType, Warning::UnlocksAllAccounts) => Some(
            "The benefit type no longer locks its specific accounts. Those that are locked themselves stay locked.",
        ),
        (
            ChangeKind::AssignNemKonto | ChangeKind::CreateSpecific | ChangeKind::ReplaceSpecific,
            Warning::HolderDeceased,
        ) => Some("The holder is registered as deceased, so the activation letter may not arrive."),
        (
            ChangeKind::AssignNemKonto | ChangeKind::CreateSpecific | ChangeKind::ReplaceSpecific,
            Warning::CompanyClosed,
        ) => Some("The company is registered as closed, so the activation letter may not arrive."),
        _ => None,
    },
    before: |kind| match kind {
        ChangeKind::AssignNemKonto | ChangeKind::DeleteNemKonto => "Present NemKonto",
        ChangeKind::CreateSpecific
        | ChangeKind::ReplaceSpecific
        | ChangeKind::DeleteSpecific
        | ChangeKind::LockSpecific
        | ChangeKind::UnlockSpecific => "Present specific account",
        ChangeKind::CreateBenefitType | ChangeKind::EditBenefitType | ChangeKind::DeleteBenefitType => {
            "Present benefit type"
        }
    },
    belongs_to: |authority| format!("The account belongs to {authority}"),
    before_change: "Before the change",
    after: |kind, account_type| match (kind, account_type) {
        (ChangeKind::AssignNemKonto, Some(AccountType::Iban | AccountType::Number)) => "New foreign NemKonto",
        (ChangeKind::AssignNemKonto, _) => "New NemKonto",
        (ChangeKind::DeleteNemKonto, _) => "NemKonto after the change",
        (ChangeKind::CreateSpecific | ChangeKind::ReplaceSpecific, Some(AccountType::Iban | AccountType::Number)) => {
            "New foreign specific account"
        }
        (ChangeKind::CreateSpecific | ChangeKind::ReplaceSpecific, _) => "New specific account",
        (ChangeKind::DeleteSpecific | ChangeKind::LockSpecific | ChangeKind::UnlockSpecific, _) => {
            "Specific account after the change"
        }
        (ChangeKind::CreateBenefitType, _) => "New benefit type",
        (ChangeKind::EditBenefitType | ChangeKind::DeleteBenefitType, _) => "Benefit type after the change",
    },
    removed: "Is deleted",
    none: "None",
    changed: "changed",
    dropped: "left out",
    promoted: |benefit_type| {
        format!("The specific account for {benefit_type} became the NemKonto when that was deleted")
    },
    registered: "NemKonto registered by the bank",
};

pub(super) const CHANGE_PAGE: ChangePage = ChangePage {
    delete_takes_over: "These specific accounts are not locked. One of them may automatically become the new NemKonto. If that must not happen, they must be locked first.",
    only_owner_locks: "Only the authority itself can lock the account.",
    delete_none_takes_over: "No unlocked specific account can become the new NemKonto. Afterwards public payments cannot be carried out until there is a new one.",
    no_benefit_types: "Your unit pays no benefits, so specific accounts cannot be registered here. Switch unit if you also act for another.",
    evidence: "Make sure that this is what the account holder wants, and keep the evidence in the case.",
    before_save: "Nothing is changed until you have seen a confirmation and logged in with MitID Erhverv.",
    saving: "Checking the change …",
    back: "Back to the accounts",
    back_to_types: "Back to the benefit types",
    cancelled_notice: "You cancelled the login with MitID Erhverv. What you entered is still here.",
    interrupted_notice: "You came back before the login with MitID Erhverv was finished. What you entered is still here.",
    asked_notice: "What you entered is still here.",
    other_version_notice: "NemKonto changed to another version while you were logging in. What you entered is still here. Choose Save, and confirm again.",
    notice_heading: "The change has not been carried out",
    not_there_title: "What you want to change is no longer there",
    not_there: "It may have been deleted meanwhile, or belong to another authority. Go back and see what is registered now.",
};

pub(super) const CONFIRMATION: Confirmation = Confirmation {
    title: "Confirmation",
    lead: "You must now confirm the change with MitID Erhverv",
    for_holder: |scheme| match scheme {
        Scheme::Cpr => "For CPR number:",
        Scheme::Cvr => "For CVR number:",
        Scheme::Se => "For SE number:",
        Scheme::P => "For P number:",
    },
    benefit_type: "Benefit type:",
    of_authority: "Authority:",
    acts_for: "You act for:",
    warning,
    identity: |name, authority| format!("Log in as {name} for {authority}."),
    identity_hidden_name: |authority| format!("Log in with your own MitID Erhverv identity for {authority}."),
    app_text: "This is what the MitID app says. Refuse in the app if it says anything else:",
    check_code: "Check code",
    expires: |time| format!("The login must be finished by {time}."),
    confirm: "Confirm",
    leaving: "Taking you to MitID …",
    cancel: "Cancel",
};

fn warning(warning: Warning) -> &'static str {
    match warning {
        Warning::ForeignTransfer => {
            "NemKonto cannot guarantee that the money reaches an account abroad. The bank charges a fee for the transfer."
        }
        Warning::SpecificAccountTakesOver => {
            "A specific account that is not locked may automatically become the new NemKonto."
        }
        Warning::NoAccountAfterwards => {
            "Afterwards the holder has no NemKonto, and public payments cannot be carried out."
        }
        Warning::ReplacesPending => "Another account is waiting for activation. The new account takes its place.",
        Warning::StillWaits => {
            "Another account waits for activation. It becomes the NemKonto when the holder uses the code in the activation letter, also after the deletion."
        }
        Warning::NeverActivated => "The present account is not in force: its holder has not activated it.",
        Warning::UnlockedCanBeChanged => {
            "The account is not locked. The holder can change and delete it, and it may become the NemKonto if that is deleted."
        }
        Warning::UnlockedCreditorCanBeChanged => "The account is not locked. The holder can change and delete it.",
        Warning::LockedForOthers => {
            "The account is locked. Only your authority can change it, and it never becomes the NemKonto."
        }
        Warning::LockedByType => {
            "The account is not locked itself, but its benefit type locks it. Only your authority can change it, and it never becomes the NemKonto."
        }
        Warning::LocksAllAccounts => "All specific accounts for the benefit type become locked.",
        Warning::UnlocksAllAccounts => {
            "The benefit type no longer locks its specific accounts. Those that are locked themselves stay locked."
        }
        Warning::BenefitGoesToNemKonto => "Afterwards the benefit goes to the holder's NemKonto.",
        Warning::HolderDeceased => "The account holder is registered as deceased.",
        Warning::CompanyClosed => "The company is registered as closed.",
    }
}
