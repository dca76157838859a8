//! Finding an account holder, and what is registered, in English.

use crate::{
    domain::{change_kind::ChangeKind, holder::Scheme},
    i18n::accounts::{BenefitTypes, History, Lookup, Overview, Registered},
};

pub(super) const LOOKUP: Lookup = Lookup {
    title: "Find an account holder",
    number_label: "CPR, CVR, SE or P number",
    number_hint: "Type or paste the number, with or without hyphen and spaces",
    scheme_legend: "What kind of number is it?",
    scheme_required: "Choose what kind of number it is",
    scheme: |scheme| match scheme {
        Scheme::Cpr => "CPR number",
        Scheme::Cvr => "CVR number",
        Scheme::Se => "SE number",
        Scheme::P => "P number",
    },
    understood_as: |kind| format!("Read as a {kind}"),
    no_right: "You do not have the right to look up account holders. Your local administrator can give it to you.",
    no_check_digit: "The number does not satisfy modulus 11. Not all valid numbers do",
    button: "Open the accounts",
    searching: "Searching …",
    recent: "Recent look-ups",
    recent_key: "Arrow down leads to the recent look-ups",
    recent_hint: "The list is in this tab only, and gone when you log out.",
};

pub(super) const OVERVIEW: Overview = Overview {
    title: "Accounts",
    back: "Find another account holder",
    deceased: "The person is registered as deceased.",
    closed: "The company is registered as closed.",
    nemkonto: "NemKonto",
    no_nemkonto: "No NemKonto is in force.",
    pending: "NemKonto waiting for activation",
    not_activated: "NemKonto that was not activated",
    pending_note: |date| {
        format!(
            "The account takes effect when the holder uses the code in the activation letter, by {date} at the latest."
        )
    },
    specific: "Specific accounts",
    no_specific: "There are no specific accounts.",
    benefit_type: "Benefit type",
    account: "Account",
    registered: "Registered",
    registered_by: |by, at| format!("{by}, {at}"),
    unlocked: "Not locked. The holder can change and delete the account, and it may become the NemKonto",
    unlocked_creditor: "Not locked. The holder can change and delete the account",
    lock: "Lock",
    assign: "Register a NemKonto",
    replace: "Change the NemKonto",
    delete: "Delete the NemKonto",
    create_specific: "Register a specific account",
    history: "See the history",
    letter_sent: |date| format!("The activation letter is dated {date}."),
    expired_note: |date| {
        format!(
            "The code in the activation letter expired on {date}. The account can no longer be activated and must be registered again."
        )
    },
    valid_from: |date| format!("Valid from {date}."),
    no_right: "You can see accounts, but you do not have the right to change a NemKonto. Your local administrator can give it to you.",
    no_right_specific: "You do not have the right to change specific accounts. Your local administrator can give it to you.",
    pending_specific: "Account waiting for activation",
    not_activated_specific: "Account that was not activated",
    authority: "Authority",
    locked_account: "Locked for changes. Only the authority itself can change the account, and it never becomes the NemKonto",
    locked_type: "Locked because its benefit type is locked. Only the authority itself can change the account, and it never becomes the NemKonto. That lock is removed by editing the benefit type",
    action: |kind| match kind {
        ChangeKind::ReplaceSpecific => "Change the account",
        ChangeKind::DeleteSpecific => "Delete the account",
        ChangeKind::LockSpecific => "Lock for changes",
        ChangeKind::UnlockSpecific => "Unlock",
        ChangeKind::AssignNemKonto
        | ChangeKind::DeleteNemKonto
        | ChangeKind::CreateSpecific
        | ChangeKind::CreateBenefitType
        | ChangeKind::EditBenefitType
        | ChangeKind::DeleteBenefitType => "Change",
    },
    action_on: |benefit_type| format!("for {benefit_type}"),
    loading: "Loading the accounts …",
};

pub(super) const REGISTERED: Registered =
    Registered { locked: "Locked for changes", type_locked: "Locked for changes of accounts", unlocked: "Not locked" };

pub(super) const HISTORY: History = History {
    title: "History",
    types_title: "History of the benefit types",
    none: "There are no changes yet.",
    by: |by| format!("By {by}"),
    by_caseworker: |caseworker, authority| format!("By {caseworker}, {authority}"),
    receipt: |number| format!("Receipt {number}"),
    older: "Show older changes",
    loading: "Loading the history …",
    shown: |count| if count == 1 { "1 change shown".to_owned() } else { format!("{count} changes shown") },
    no_more: "There are no more.",
};

pub(super) const BENEFIT_TYPES: BenefitTypes = BenefitTypes {
    title: "Benefit types",
    lead: "These are the benefit types that your authority has created itself. The general benefit types are shared by all authorities and cannot be edited.",
    none: "Your authority has no benefit types of its own.",
    create: "Create a new one",
    edit: "Edit",
    delete: "Delete",
    history: "See the history",
    code: "Short text",
    name: "Name",
    lock: "Lock",
    accounts: "Specific accounts",
    no_right: "You can see benefit types, but you do not have the right to change them. Your local administrator can give it to you.",
    loading: "Loading the benefit types …",
    actions: "Actions",
};
