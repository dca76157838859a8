//! What people paste into the fields.

use std::fmt::{Debug, Display};

use nemkonto::domain::{
    bank_details::split_bank_details,
    bic::Bic,
    change_kind::ChangeKind,
    country::Country,
    date::Date,
    domestic::split_domestic_account,
    draft::{Draft, Field},
    fi::{CreditorNumber, split_slip},
    foreign_number::{ForeignNumber, split_foreign_number},
    holder::{HolderId, Scheme, recognise},
    iban::{ForeignIban, Iban},
    line::Line,
};

/// Whatever is accepted is accepted again as it is shown, and means the same.
pub fn pasted(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let today = Date::new(2026, 11, 25).expect("a date");
    let _ = recognise(&text, today);
    for &scheme in Scheme::ALL {
        same_as_shown(&text, |text| HolderId::parse(scheme, text, today));
    }
    same_as_shown(&text, Iban::parse);
    same_as_shown(&text, ForeignIban::parse);
    same_as_shown(&text, Bic::parse);
    same_as_shown(&text, CreditorNumber::parse);
    same_as_shown(&text, Date::parse_typed);
    same_as_shown(&text, |text| Line::parse(text).map(|line| line.as_str().to_owned()));
    if let Some(account) = split_domestic_account(&text) {
        assert_eq!(split_domestic_account(&account.to_string()), Some(account));
    }
    if let Some(slip) = split_slip(&text) {
        assert_eq!(split_slip(&slip.to_string()), Some(slip));
    }
    if let Some((iban, bic)) = split_bank_details(&text) {
        assert_eq!(split_bank_details(&format!("{iban}\n{bic}")), Some((iban, bic)));
    }
    for account_type in ChangeKind::CreateSpecific.account_types() {
        let mut draft = Draft::new(ChangeKind::CreateSpecific);
        draft.set(Field::AccountType, account_type.name());
        let before = draft.clone();
        assert!(draft.paste(Field::ForeignAccount, &text) || draft == before, "what is not taken changes nothing");
    }
    let Some((country, rest)) = text.split_at_checked(2) else { return };
    let Some(country) = Country::from_code(country) else { return };
    if let Some(number) = split_foreign_number(country, rest) {
        assert_eq!(split_foreign_number(country, &number.to_string()), Some(number));
    }
    let (bank_code, account) = rest.split_once('\n').unwrap_or(("", rest));
    if let Ok(number) = ForeignNumber::parse(country, bank_code, account) {
        let again = ForeignNumber::parse(country, number.bank_code().unwrap_or_default(), number.account());
        assert_eq!(again, Ok(number));
    }
}

fn same_as_shown<T: Display + PartialEq + Debug, E: Debug>(text: &str, parse: impl Fn(&str) -> Result<T, E>) {
    if let Ok(value) = parse(text) {
        let again = parse(&value.to_string()).expect("what is shown can be read");
        assert_eq!(again, value);
    }
}
