//! The receipt, and checking one, in English.

use crate::{
    i18n::receipts::{Receipt, VerificationErrorTexts, Verify},
    verification::VerificationError,
};

pub(super) const RECEIPT: Receipt = Receipt {
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
};

pub(super) const VERIFY: Verify = Verify {
    error,
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
};

fn error(error: &VerificationError) -> VerificationErrorTexts {
    match error {
        VerificationError::NotAReceipt => VerificationErrorTexts {
            title: "This cannot be read as a receipt from NemKonto",
            explanation: "Choose the file that was downloaded with the receipt, or paste the whole of its text. If you only have a paper or a PDF, scan the QR code. If it is the right file, it has been altered or is not complete, and you cannot rely on it.",
        },
        VerificationError::Altered => VerificationErrorTexts {
            title: "The receipt has been altered",
            explanation: "The signature does not belong to the content. Somebody has altered the receipt, or a part of it is missing. Do not rely on what it says. Ask for the original file.",
        },
        VerificationError::UnknownKey => VerificationErrorTexts {
            title: "The receipt is not signed by NemKonto",
            explanation: "It is signed with a key that is not one of NemKonto's. Do not rely on what it says.",
        },
        VerificationError::TooNew => VerificationErrorTexts {
            title: "The receipt cannot be shown",
            explanation: "NemKonto has signed it, but this page is older than the receipt. Reload the page, and try again.",
        },
        VerificationError::NoKeys(_) => VerificationErrorTexts {
            title: "The receipt has not been checked",
            explanation: "NemKonto's keys could not be fetched. Check your network connection, and try again.",
        },
        VerificationError::NoCrypto => VerificationErrorTexts {
            title: "The receipt has not been checked",
            explanation: "Your browser cannot check signatures at this address. Use a newer browser, and see that the address begins with https.",
        },
    }
}
