//! Forms, filled in.

use nemkonto::domain::{
    benefit_type::BenefitCode,
    change::Change,
    change_kind::ChangeKind,
    company_number::Cvr,
    date::Date,
    draft::{Draft, Field, Rules},
    holder::HolderId,
    specific::SpecificAccountId,
};
use nemkonto_sandbox::identities::{Authority, MUNICIPALITY};

/// Fields and what is typed into them.
pub type Typed<'a> = &'a [(Field, &'a str)];

/// Rules that foreign accounts do not depend on.
pub const RULES: Rules = Rules { today: Date::UNIX_EPOCH, valid_from_days: 0, tolerance_days: 0 };

/// A domestic account.
pub const DOMESTIC: Typed<'_> =
    &[(Field::AccountType, "domestic"), (Field::RegistrationNumber, "9998"), (Field::AccountNumber, "654321")];

/// The foreign account of the guide.
pub const LITHUANIAN: Typed<'_> =
    &[(Field::AccountType, "iban"), (Field::Bic, "REVOLT21"), (Field::Iban, "LT35 3250 0123 4567 8901")];

/// An account without IBAN.
pub const AMERICAN: Typed<'_> = &[
    (Field::AccountType, "number"),
    (Field::Country, "US"),
    (Field::BankCode, "999999992"),
    (Field::ForeignAccount, "000987654321"),
    (Field::BankName, "First Bank of Example"),
    (Field::BankStreet, "1 Example Street"),
    (Field::BankCity, "Exampleton, EX 00000"),
    (Field::Currency, "usd"),
];

/// A creditor who is paid by FI.
pub const CREDITOR: Typed<'_> =
    &[(Field::AccountType, "fi"), (Field::Slip, "71"), (Field::PaymentId, "123455"), (Field::Creditor, "8000 0001")];

/// A form with these fields.
pub fn filled(kind: ChangeKind, typed: Typed<'_>) -> Draft {
    let mut draft = Draft::new(kind);
    for (field, text) in typed {
        draft.set(*field, *text);
    }
    draft
}

/// A form about a specific account, with these fields.
pub fn about(kind: ChangeKind, of: &SpecificAccountId, typed: Typed<'_>) -> Draft {
    let mut draft = Draft::for_account(kind, of);
    for (field, text) in typed {
        draft.set(*field, *text);
    }
    draft
}

/// A form for a new specific account.
pub fn new_specific(benefit_type: &str, account: Typed<'_>) -> Draft {
    filled(ChangeKind::CreateSpecific, &[&[(Field::BenefitType, benefit_type)], account].concat())
}

/// A form about a benefit type.
pub fn type_edit(code: &str, name: &str, locked: bool) -> Draft {
    let mut draft = filled(ChangeKind::EditBenefitType, &[(Field::BenefitType, code), (Field::Name, name)]);
    draft.set_tick(Field::TypeLocked, locked);
    draft
}

/// Names a specific account.
pub fn key(benefit_type: &str, authority: Authority) -> SpecificAccountId {
    SpecificAccountId { benefit_type: BenefitCode::parse(benefit_type).unwrap(), authority: cvr(authority) }
}

pub fn cvr(authority: Authority) -> Cvr {
    Cvr::parse(authority.cvr).unwrap()
}

/// What the app makes of a form about a holder, for a caseworker of the municipality.
pub fn checked(draft: &Draft, holder: &HolderId) -> Change {
    draft.check(Some(holder), &cvr(MUNICIPALITY), RULES).unwrap()
}

/// The foreign account of the guide, as `NemKonto`.
pub fn lithuanian() -> Draft {
    filled(ChangeKind::AssignNemKonto, LITHUANIAN)
}

pub fn foreign(bic: &str, iban: &str) -> Draft {
    filled(ChangeKind::AssignNemKonto, &[(Field::AccountType, "iban"), (Field::Bic, bic), (Field::Iban, iban)])
}

/// A domestic account as `NemKonto`.
pub fn domestic() -> Draft {
    filled(ChangeKind::AssignNemKonto, DOMESTIC)
}
