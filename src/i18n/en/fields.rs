//! The fields of the forms, in English.

use crate::{
    domain::{
        account::AccountType,
        draft::Field,
        fi::Slip,
        foreign_number::{AccountKind, BankCodeKind},
    },
    i18n::fields::{FieldTexts, Fields},
};

pub(super) const FIELDS: Fields = Fields {
    field,
    bank_code,
    foreign_account,
    payment_id,
    optional: |label| format!("{label} (optional)"),
    account_type: |account_type| match account_type {
        AccountType::Domestic => "Danish, Faroese or Greenlandic account",
        AccountType::Iban => "Foreign account with IBAN",
        AccountType::Number => "Foreign account without IBAN",
        AccountType::Fi => "FI creditor number",
    },
    slip: |slip| match slip {
        Slip::Type71 => "+71: payment id of 15 digits",
        Slip::Type73 => "+73: no payment id",
        Slip::Type75 => "+75: payment id of 16 digits",
    },
    choose: "Choose …",
    too_much: "There was more text than the field can hold. Only the beginning is in the field",
    account_as_read: |account, iban| format!("{account} · IBAN in a Danish bank {iban}"),
    use_iban: "Switch to an account with IBAN",
    use_number: "Switch to an account without IBAN",
    use_domestic: "Switch to a Danish, Faroese or Greenlandic account",
    bic_unusual: |country| {
        format!("{country}. Digits among the first four characters are rare, so compare the code once more")
    },
    bic_help_heading: "Where do I find the BIC?",
    bic_help: "The BIC is on the account statement, in the online bank or on the bank's website. It is also called the SWIFT code. Characters 5 and 6 are the bank's country.",
    countries_tick: |account, bic| {
        format!("I have checked that the account ({account}) and the bank ({bic}) belong together")
    },
    bank_heading: "Name and address of the bank",
    bank_folded: "Add the bank's name and address or the account's currency",
    bank: "Bank",
    bank_unknown: "The bank is not in the directory of banks. Check that everything is typed correctly",
    banks_differ: "The BIC and the IBAN are of different banks. Check both",
    use_bic: "Fill in the bank's BIC",
};

fn field(field: Field) -> FieldTexts {
    match field {
        Field::BenefitType => FieldTexts::new("Benefit type", "The benefits that your unit pays"),
        Field::Authority => FieldTexts::new("Authority", ""),
        Field::AccountType => FieldTexts::new("What kind of account is it?", "").registered_as("Account"),
        Field::RegistrationNumber => FieldTexts::new(
            "Registration number",
            "4 digits. You can also paste the whole account number or an IBAN",
        ),
        Field::AccountNumber => FieldTexts::new("Account number", "Up to 10 digits"),
        Field::Country => FieldTexts::new("Country of the account", "The country decides what bank and account are known by")
            .registered_as("Country"),
        Field::BankCode => bank_code(BankCodeKind::General),
        Field::ForeignAccount => foreign_account(AccountKind::General),
        Field::Bic => FieldTexts::new("BIC (SWIFT)", "8 or 11 characters"),
        Field::Iban => FieldTexts::new(
            "IBAN",
            "Begins with the two letters of the country. You can also paste BIC and IBAN together",
        ),
        Field::DifferentCountries => FieldTexts::new("Account and bank are in different countries", ""),
        Field::BankName => FieldTexts::new("Name of the bank", "35 characters at the most"),
        Field::BankStreet => {
            FieldTexts::new("Street and number", "The branch that keeps the account. 35 characters at the most")
                .registered_as("Street of the bank")
        }
        Field::BankCity => {
            FieldTexts::new("Postcode and city", "35 characters at the most").registered_as("City of the bank")
        }
        Field::Currency => {
            FieldTexts::new("Currency of the account", "The currency code of three letters, for example USD")
                .registered_as("Currency")
        }
        Field::Slip => FieldTexts::new("Payment slip", "").registered_as("Kind of slip"),
        Field::PaymentId => payment_id(Slip::Type75),
        Field::Creditor => FieldTexts::new("Creditor number", "8 digits; the first is 8"),
        Field::ValidFrom => FieldTexts::new(
            "Valid from",
            "Day, month and year, for example 18-09-2027. Without a date the account is valid from today",
        ),
        Field::Locked => FieldTexts::new(
            "Lock",
            "Only your authority can then change the account, and it never becomes the NemKonto. Without a lock the holder can change and delete it, and it may become the NemKonto if that is deleted.",
        )
        .with_tick("Lock for changes"),
        Field::Code => FieldTexts::new(
            "Short text",
            "At most 10 letters and digits, without spaces. It cannot be changed afterwards",
        ),
        Field::Name => FieldTexts::new("Name of the benefit type", "60 characters at the most"),
        Field::TypeLocked => FieldTexts::new(
            "Lock",
            "Locks all specific accounts for the benefit type. Only your authority can then change them, and they never become the NemKonto.",
        )
        .with_tick("Lock for account changes"),
        Field::PayeeReason => FieldTexts::new("Why is the account right?", ""),
        Field::PayeeNote => FieldTexts::new("Explanation", "At most 140 characters. Write no personal numbers"),
    }
}

fn bank_code(kind: BankCodeKind) -> FieldTexts {
    match kind {
        BankCodeKind::Aba => FieldTexts::new("ABA number (routing number)", "9 digits"),
        BankCodeKind::CanadianTransit => {
            FieldTexts::new("Transit number", "5 digits for the branch and 3 for the bank, for example 12345-678")
        }
        BankCodeKind::Bsb => FieldTexts::new("BSB number", "6 digits, for example 123-456"),
        BankCodeKind::NewZealand => FieldTexts::new("Bank and branch", "2 digits for the bank and 4 for the branch"),
        BankCodeKind::Ifsc => FieldTexts::new("IFSC code", "4 letters, a 0 and 6 letters or digits"),
        BankCodeKind::SouthAfricanBranch => FieldTexts::new("Branch code", "6 digits"),
        BankCodeKind::Cnaps => FieldTexts::new("CNAPS code", "12 digits"),
        BankCodeKind::Zengin => FieldTexts::new("Zengin code", "4 digits for the bank and 3 for the branch"),
        BankCodeKind::General => {
            FieldTexts::new("Bank code", "The code that the country uses for the bank, if there is one")
        }
    }
}

fn foreign_account(kind: AccountKind) -> FieldTexts {
    match kind {
        AccountKind::Clabe => FieldTexts::new("CLABE", "18 digits"),
        AccountKind::UnitedStates => FieldTexts::new("Account number", "Up to 17 characters"),
        AccountKind::Australian => FieldTexts::new("Account number", "Up to 10 digits"),
        AccountKind::NewZealand => {
            FieldTexts::new("Account number with suffix", "7 digits and a suffix of 2 or 3 digits")
        }
        AccountKind::Japanese => FieldTexts::new("Account number", "7 digits"),
        AccountKind::General => FieldTexts::new("Account number", "Up to 34 letters and digits"),
    }
}

fn payment_id(slip: Slip) -> FieldTexts {
    let hint = match slip {
        Slip::Type71 => "Up to 15 digits. You can also paste the whole line of the slip",
        Slip::Type73 => "",
        Slip::Type75 => "Up to 16 digits. You can also paste the whole line of the slip",
    };
    FieldTexts::new("Payment id", hint)
}
