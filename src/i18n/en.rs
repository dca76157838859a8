//! English.

mod fields;

use super::texts::{
    BenefitTypes, ChangePage, Changes, Confirmation, Copy, Crash, Frame, History, Login, Lookup, Overview, Problem,
    Receipt, Registered, Relogin, Session, Texts, Units, Verify,
};
use crate::{
    contract::Warning,
    domain::{account::AccountType, change_kind::ChangeKind},
};

pub(super) const TEXTS: Texts = Texts {
    frame: Frame {
        service: "NemKonto for caseworkers",
        skip_link: "Skip to the content",
        sandbox: "Sandbox: all persons, companies and accounts are invented.",
        sandbox_guide: "See what you can try",
        log_out: "Log out",
        choose_language: "Choose language",
        contact_heading: "Help",
        verify_receipt: "Check a receipt",
        error_prefix: "Error: ",
        error_title_prefix: "Error: ",
        error_summary: "Something needs correcting",
        warning: "Warning",
        loading: "Loading …",
        hidden_name: "Employee with a protected name",
        offline: "There is no network connection. What you enter stays, and you can go on when the connection is back.",
        menu: "Menu",
        find_holder: "Find an account holder",
        benefit_types: "Benefit types",
        unit: "Unit",
        switch_unit: "Switch unit",
        switching: "Switching unit …",
    },
    session: Session {
        heading: "You are about to be logged out",
        left: |seconds| format!("You will be logged out in {}:{:02}.", seconds / 60, seconds % 60),
        announced: |seconds| {
            let time = match seconds {
                60 => "a minute".to_owned(),
                0..60 => format!("{seconds} seconds"),
                _ => format!("{} minutes", seconds / 60),
            };
            format!("You will be logged out in {time}. Choose Stay logged in if you want to go on.")
        },
        kept: "What you have entered is kept until you log in again.",
        stay: "Stay logged in",
        staying: "Prolonging …",
        stayed: "You are still logged in.",
    },
    copy: Copy {
        button: "Copy",
        copied: "Copied",
        refused: "The browser does not copy. Select the number, and press Ctrl and C.",
        account: "account number",
        receipt_number: "receipt number",
    },
    units: Units {
        title: "Switch unit",
        lead: "The unit decides for which benefits you can register specific accounts. What you are entering stays as it is.",
        legend: "Which unit do you act for?",
        button: "Switch unit",
        back: "Back without switching",
    },
    login: Login {
        title: "Log in as a caseworker",
        lead: "Here you register accounts on behalf of citizens and companies, so that public payments arrive.",
        who: "You need MitID Erhverv from the authority you work for. Your private MitID does not give access.",
        button: "Log in",
        starting: "Taking you to the login …",
        logged_out: "You are logged out.",
        cancelled: "You cancelled the login. Choose Log in when you want to try again.",
        ended_title: "You are logged out",
        ended: "This is done for security when the page has not been used for a while.",
        kept: "What you had entered is not lost. Log in again, and it is where you left it.",
        not_kept: "The browser does not allow us to keep what you had entered. Enter it again when you have logged in.",
        nothing_typed: "You had not entered anything, so nothing is lost.",
        change_under_way: "You were confirming a change. Log in again, and we look whether it was carried out.",
        again: "Log in again",
    },
    lookup: Lookup {
        title: "Find an account holder",
        number_label: "CPR, CVR, SE or P number",
        number_hint: "Type or paste the number, with or without hyphen and spaces",
        scheme_legend: "What kind of number is it?",
        scheme_required: "Choose what kind of number it is",
        cpr: "CPR number",
        cvr: "CVR number",
        se: "SE number",
        p: "P number",
        understood_as: |kind| format!("Read as a {kind}"),
        no_right: "You do not have the right to look up account holders. Your local administrator can give it to you.",
        no_check_digit: "The number does not satisfy modulus 11. Not all valid numbers do",
        button: "Open the accounts",
        searching: "Searching …",
        recent: "Recent look-ups",
        recent_key: "Arrow down leads to the recent look-ups",
        recent_hint: "The list is in this tab only, and gone when you log out.",
    },
    overview: Overview {
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
    },
    changes: Changes {
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
            ChangeKind::CreateBenefitType => {
                "Agree on the new benefit type with your paying system before you create it."
            }
            ChangeKind::DeleteBenefitType => {
                "A benefit type can be deleted when there are no specific accounts for it."
            }
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
            ChangeKind::DeleteSpecific => {
                &["The account is deleted. The deleted account number is not on the receipt."]
            }
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
        after: |kind, form| match (kind, form) {
            (ChangeKind::AssignNemKonto, Some(AccountType::Iban | AccountType::Number)) => "New foreign NemKonto",
            (ChangeKind::AssignNemKonto, _) => "New NemKonto",
            (ChangeKind::DeleteNemKonto, _) => "NemKonto after the change",
            (
                ChangeKind::CreateSpecific | ChangeKind::ReplaceSpecific,
                Some(AccountType::Iban | AccountType::Number),
            ) => "New foreign specific account",
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
    },
    fields: fields::FIELDS,
    change_page: ChangePage {
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
        notice_heading: "The change has not been carried out",
        not_there_title: "What you want to change is no longer there",
        not_there: "It may have been deleted meanwhile, or belong to another authority. Go back and see what is registered now.",
    },
    registered: Registered {
        locked: "Locked for changes",
        type_locked: "Locked for changes of accounts",
        unlocked: "Not locked",
    },
    confirmation: Confirmation {
        title: "Confirmation",
        lead: "You must now confirm the change with MitID Erhverv",
        for_cpr: "For CPR number:",
        for_cvr: "For CVR number:",
        for_se: "For SE number:",
        for_p: "For P number:",
        benefit_type: "Benefit type:",
        of_authority: "Authority:",
        foreign_warning: "NemKonto cannot guarantee that the money reaches an account abroad. The bank charges a fee for the transfer.",
        specific_takes_over: "A specific account that is not locked may automatically become the new NemKonto.",
        no_account_afterwards: "Afterwards the holder has no NemKonto, and public payments cannot be carried out.",
        replaces_pending: "Another account is waiting for activation. The new account takes its place.",
        still_waits: "Another account waits for activation. It becomes the NemKonto when the holder uses the code in the activation letter, also after the deletion.",
        never_activated: "The present account is not in force: its holder has not activated it.",
        unlocked_can_be_changed: "The account is not locked. The holder can change and delete it, and it may become the NemKonto if that is deleted.",
        unlocked_creditor_can_be_changed: "The account is not locked. The holder can change and delete it.",
        locked_for_others: "The account is locked. Only your authority can change it, and it never becomes the NemKonto.",
        locked_by_type: "The account is not locked itself, but its benefit type locks it. Only your authority can change it, and it never becomes the NemKonto.",
        locks_all_accounts: "All specific accounts for the benefit type become locked.",
        unlocks_all_accounts: "The benefit type no longer locks its specific accounts. Those that are locked themselves stay locked.",
        benefit_goes_to_nemkonto: "Afterwards the benefit goes to the holder's NemKonto.",
        holder_deceased: "The account holder is registered as deceased.",
        company_closed: "The company is registered as closed.",
        identity: |name, authority| format!("Log in as {name} for {authority}."),
        identity_hidden_name: |authority| format!("Log in with your own MitID Erhverv identity for {authority}."),
        app_text: "This is what the MitID app says. Refuse in the app if it says anything else:",
        check_code: "Check code",
        expires: |time| format!("The login must be finished by {time}."),
        confirm: "Confirm",
        leaving: "Taking you to MitID …",
        cancel: "Cancel",
    },
    history: History {
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
    },
    benefit_types: BenefitTypes {
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
    },
    relogin: Relogin {
        submitting_title: "The change is being carried out",
        submitting: "Carrying out the change …",
        reopening_title: "The change is being reopened",
        reopening: "Fetching what you had entered …",
        retrying: |attempt| {
            format!("NemKonto does not answer. We keep trying (attempt {attempt}). The change is not lost.")
        },
        try_now: "Try again now",
    },
    receipt: Receipt {
        title: "Receipt",
        number: "Receipt number",
        committed_at: "Registered",
        caseworker: "Caseworker",
        authority: "Authority",
        holder: "Account holder",
        change: "Change",
        benefit_type: "Benefit type",
        account: "Account",
        login_at: "Confirmed by login",
        login_with: |at, level| format!("{at}, assurance level {level}"),
        assurance_low: "Low",
        assurance_substantial: "Substantial",
        assurance_high: "High",
        check_code: "Check code",
        next_heading: "What happens now",
        qr_code: "QR code that shows whether the receipt is genuine",
        qr_code_note: |address| {
            format!("Anyone can see on {address} whether the receipt is genuine. Scan the code, or choose the file.")
        },
        print: "Print the receipt",
        download: "Download the receipt as a file",
        download_name: |number| format!("receipt-{number}.jws"),
        same_holder: "New change for the same account holder",
        back_to_types: "To the benefit types",
        new_change: "Find another account holder",
        loading: "Loading the receipt …",
    },
    verify: Verify {
        title: "Check a receipt",
        lead: "See whether a receipt from NemKonto is genuine, and whether it has been altered.",
        private: "The check takes place in your browser. The receipt is not sent anywhere.",
        file_label: "Receipt as a file",
        file_hint: "The name of the file ends in .jws. It is checked as soon as you have chosen it",
        text_label: "Receipt as text",
        text_hint: "Paste the whole text of the file, or the address from the QR code",
        text_missing: "Paste the text of the receipt, or choose a file",
        button: "Check the text",
        checking: "Checking …",
        receipt_genuine: "The receipt is genuine",
        receipt_genuine_note: "NemKonto has signed it, and it has not been altered since. It shows what was registered at that time. The account may have changed later.",
        code_genuine: "The QR code is genuine",
        code_genuine_note: "Compare what you see here with the paper. If they differ, the paper has been altered.",
        code_next: "If you also have the receipt as a file, choose it below. Then you see the whole receipt, and whether file and paper belong together.",
        belongs_together: "The file and the QR code belong to the same receipt.",
        belongs_apart: "The file and the QR code do not belong together",
        belongs_apart_note: "Each of them is genuine, but they belong to different receipts.",
    },
    problem: Problem {
        what_happened: "What has happened?",
        what_became: "What became of the change?",
        not_carried_out: "The change has not been carried out.",
        unknown: "We do not know yet whether the change has been carried out. It can never be carried out twice.",
        next_step: "What you can do",
        reference: |reference| format!("Reference for support: {reference}"),
        moment: |at| format!("Time for the support: {at}"),
        nothing_changed: "Nothing was changed.",
        receipts_of_changes: "Only changes that were carried out have a receipt number.",
        expected: |employer| format!("The login must be with MitID Erhverv from {employer}."),
        try_again: "Try again",
        back_to_form: "Back to the change",
        log_in_again: "Log in again",
        to_start: "To the front page",
        not_found_title: "The page does not exist",
        not_found: "Check the address, or start again from the front page. The address may be misspelt, or the page may have moved.",
    },
    crash: Crash {
        title: "NemKonto could not continue",
        what_happened: "Something went wrong in the program. It is not because of anything you have done.",
        nothing_sent: "No change was sent, so nothing was changed.",
        under_way: "You were confirming a change, and we do not know yet whether it was carried out. Reload the page, and we look. The change can never be carried out twice.",
        carried_out: "The change was carried out. The receipt comes back when the page is reloaded.",
        reload_only: "Reload the page. If it happens once more, contact support and quote the reference.",
        reload_kept: "Reload the page. What you had entered is still there. If it happens once more, contact support and quote the reference.",
        reload: "Reload the page",
    },
};
