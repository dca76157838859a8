//! What was understood of a field, once it can be read.

use crate::{
    browser::names,
    domain::{
        bic::Bic,
        currency::Currency,
        domestic::{AccountNumber, DomesticAccount, DomesticCountry, RegistrationNumber},
        draft::{Draft, Field},
        foreign_number::ForeignNumber,
        iban::Iban,
    },
    i18n::Language,
};

/// The words below a field; nothing below most.
pub fn echo(language: Language, field: Field, draft: &Draft) -> Option<String> {
    let texts = &language.texts().fields;
    match field {
        Field::AccountNumber => {
            let registration_number = RegistrationNumber::parse(draft.get(Field::RegistrationNumber)).ok()?;
            let account_number = AccountNumber::parse(draft.get(Field::AccountNumber)).ok()?;
            let account = DomesticAccount::new(registration_number, account_number);
            let iban = account.to_iban(DomesticCountry::Denmark);
            Some((texts.account_as_read)(&account.to_string(), &iban.to_string()))
        }
        Field::Iban => {
            let iban = Iban::parse(draft.get(Field::Iban)).ok()?;
            Some(format!("{iban} · {}", names::country(language, iban.country())))
        }
        Field::Bic => {
            let bic = Bic::parse(draft.get(Field::Bic)).ok()?;
            let country = names::country(language, bic.country());
            Some(if bic.has_digit_in_party_prefix() { (texts.bic_unusual)(&country) } else { country })
        }
        Field::BankCode => foreign_number(draft)?.bank_code_in_groups(),
        Field::ForeignAccount => Some(foreign_number(draft)?.account_in_groups()),
        Field::Currency => Some(names::currency(language, &Currency::parse(draft.get(Field::Currency)).ok()?)),
        _ => None,
    }
}

fn foreign_number(draft: &Draft) -> Option<ForeignNumber> {
    let has_code = draft.fields().contains(&Field::BankCode);
    let code = if has_code { draft.get(Field::BankCode) } else { "" };
    ForeignNumber::parse(draft.country()?, code, draft.get(Field::ForeignAccount)).ok()
}
