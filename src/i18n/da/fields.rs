//! The fields of the forms, in Danish.

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
    optional: |label| format!("{label} (frivilligt)"),
    account_type: |account_type| match account_type {
        AccountType::Domestic => "Dansk, færøsk eller grønlandsk konto",
        AccountType::Iban => "Udenlandsk konto med IBAN",
        AccountType::Number => "Udenlandsk konto uden IBAN",
        AccountType::Fi => "FI-kreditornummer",
    },
    slip: |slip| match slip {
        Slip::Type71 => "+71: betalingsidentifikation på 15 cifre",
        Slip::Type73 => "+73: uden betalingsidentifikation",
        Slip::Type75 => "+75: betalingsidentifikation på 16 cifre",
    },
    choose: "Vælg …",
    too_much: "Der var mere tekst, end feltet kan rumme. Kun begyndelsen står i feltet",
    account_as_read: |account, iban| format!("{account} · IBAN i en dansk bank {iban}"),
    use_iban: "Skift til konto med IBAN",
    use_number: "Skift til konto uden IBAN",
    use_domestic: "Skift til dansk, færøsk eller grønlandsk konto",
    bic_unusual: |country| {
        format!("{country}. Tal blandt de første fire tegn er sjældne, så sammenlign koden en gang til")
    },
    bic_help_heading: "Hvor finder jeg BIC-koden?",
    bic_help: "BIC-koden står på kontoudtoget, i netbanken eller på bankens hjemmeside. Den kaldes også SWIFT-kode. Tegn 5 og 6 er bankens land.",
    countries_tick: |account, bic| {
        format!("Jeg har kontrolleret, at kontoen ({account}) og banken ({bic}) hører sammen")
    },
    bank_heading: "Bankens navn og adresse",
    bank_folded: "Tilføj bankens navn og adresse eller kontoens valuta",
    bank: "Bank",
    bank_unknown: "Banken er ikke i bankregisteret. Kontrollér, at alt er skrevet rigtigt",
    banks_differ: "BIC-koden og IBAN-koden hører til hver sin bank. Kontrollér begge",
    use_bic: "Indsæt bankens BIC-kode",
};

fn field(field: Field) -> FieldTexts {
    match field {
        Field::BenefitType => FieldTexts::new("Ydelsesart", "De ydelser, som din enhed udbetaler"),
        Field::Authority => FieldTexts::new("Myndighed", ""),
        Field::AccountType => FieldTexts::new("Hvilken slags konto er det?", "").registered_as("Konto"),
        Field::RegistrationNumber => FieldTexts::new(
            "Registreringsnummer",
            "4 cifre. Du kan også indsætte hele kontonummeret eller et IBAN",
        ),
        Field::AccountNumber => FieldTexts::new("Kontonummer", "Op til 10 cifre"),
        Field::Country => {
            FieldTexts::new("Kontoens land", "Landet afgør, hvad banken og kontoen kendes på").registered_as("Land")
        }
        Field::BankCode => bank_code(BankCodeKind::General),
        Field::ForeignAccount => foreign_account(AccountKind::General),
        Field::Bic => FieldTexts::new("BIC-kode (SWIFT)", "8 eller 11 tegn"),
        Field::Iban => FieldTexts::new(
            "IBAN-kode",
            "Begynder med landets to bogstaver. Du kan også indsætte BIC og IBAN på én gang",
        ),
        Field::DifferentCountries => FieldTexts::new("Konto og bank ligger i hver sit land", ""),
        Field::BankName => FieldTexts::new("Bankens navn", "Højst 35 tegn"),
        Field::BankStreet => {
            FieldTexts::new("Vej og nummer", "Den filial, der fører kontoen. Højst 35 tegn").registered_as("Bankens vej")
        }
        Field::BankCity => FieldTexts::new("Postnummer og by", "Højst 35 tegn").registered_as("Bankens by"),
        Field::Currency => FieldTexts::new("Kontoens valuta", "Valutakoden på tre bogstaver, for eksempel USD")
            .registered_as("Valuta"),
        Field::Slip => FieldTexts::new("Indbetalingskort", "").registered_as("Kortart"),
        Field::PaymentId => payment_id(Slip::Type75),
        Field::Creditor => FieldTexts::new("Kreditornummer", "8 cifre; det første er 8"),
        Field::ValidFrom => FieldTexts::new(
            "Gælder fra",
            "Dag, måned og år, for eksempel 18-09-2027. Uden dato gælder kontoen fra i dag",
        ),
        Field::Locked => FieldTexts::new(
            "Lås",
            "Kun din myndighed kan så ændre kontoen, og den bliver aldrig NemKonto. Uden lås kan kontohaveren ændre og slette den, og den kan blive NemKonto, hvis NemKonto slettes.",
        )
        .with_tick("Lås for ændringer"),
        Field::Code => FieldTexts::new(
            "Korttekst",
            "Højst 10 bogstaver og tal, uden mellemrum. Den kan ikke ændres bagefter",
        ),
        Field::Name => FieldTexts::new("Ydelsesartstekst", "Højst 60 tegn"),
        Field::TypeLocked => FieldTexts::new(
            "Lås",
            "Låser alle specifikke konti for ydelsesarten. Kun din myndighed kan så ændre dem, og de bliver aldrig NemKonto.",
        )
        .with_tick("Lås for kontoændringer"),
        Field::PayeeReason => FieldTexts::new("Hvorfor er kontoen rigtig?", ""),
        Field::PayeeNote => FieldTexts::new("Forklaring", "Højst 140 tegn. Skriv ikke personnumre"),
    }
}

fn bank_code(kind: BankCodeKind) -> FieldTexts {
    match kind {
        BankCodeKind::Aba => FieldTexts::new("ABA-nummer (routing number)", "9 cifre"),
        BankCodeKind::CanadianTransit => {
            FieldTexts::new("Transitnummer", "5 cifre for filialen og 3 for banken, for eksempel 12345-678")
        }
        BankCodeKind::Bsb => FieldTexts::new("BSB-nummer", "6 cifre, for eksempel 123-456"),
        BankCodeKind::NewZealand => FieldTexts::new("Bank og filial", "2 cifre for banken og 4 for filialen"),
        BankCodeKind::Ifsc => FieldTexts::new("IFSC-kode", "4 bogstaver, et 0 og 6 bogstaver eller cifre"),
        BankCodeKind::SouthAfricanBranch => FieldTexts::new("Filialkode (branch code)", "6 cifre"),
        BankCodeKind::Cnaps => FieldTexts::new("CNAPS-kode", "12 cifre"),
        BankCodeKind::Zengin => FieldTexts::new("Zengin-kode", "4 cifre for banken og 3 for filialen"),
        BankCodeKind::General => FieldTexts::new("Bankkode", "Den kode, som landet bruger for banken, hvis der er en"),
    }
}

fn foreign_account(kind: AccountKind) -> FieldTexts {
    match kind {
        AccountKind::Clabe => FieldTexts::new("CLABE", "18 cifre"),
        AccountKind::UnitedStates => FieldTexts::new("Kontonummer", "Op til 17 tegn"),
        AccountKind::Australian => FieldTexts::new("Kontonummer", "Op til 10 cifre"),
        AccountKind::NewZealand => {
            FieldTexts::new("Kontonummer med suffiks", "7 cifre og et suffiks på 2 eller 3 cifre")
        }
        AccountKind::Japanese => FieldTexts::new("Kontonummer", "7 cifre"),
        AccountKind::General => FieldTexts::new("Kontonummer", "Op til 34 bogstaver og cifre"),
    }
}

fn payment_id(slip: Slip) -> FieldTexts {
    let hint = match slip {
        Slip::Type71 => "Op til 15 cifre. Du kan også indsætte hele linjen fra kortet",
        Slip::Type73 => "",
        Slip::Type75 => "Op til 16 cifre. Du kan også indsætte hele linjen fra kortet",
    };
    FieldTexts::new("Betalingsidentifikation", hint)
}
