//! Any form that can be checked without fault, of any kind.

use nemkonto::domain::{
    account::AccountType,
    change_kind::ChangeKind,
    date::Date,
    draft::{Draft, Field},
    holder::{HolderId, Scheme},
};
use proptest::{prelude::*, sample::select};

/// A form and whose accounts it is about.
pub fn any_draft() -> impl Strategy<Value = (Draft, HolderId)> {
    (select(ChangeKind::ALL), holder(), account(), benefit_code(), "[A-Za-zæøå][A-Za-zæøå ]{0,58}", proptest::bool::ANY)
        .prop_map(|(kind, holder, account, code, name, tick)| {
            let mut draft = Draft::new(kind);
            let form = AccountType::from_name(&account[0].1);
            if form.is_some_and(|form| kind.account_types().contains(&form)) {
                for (field, text) in account {
                    draft.set(field, text);
                }
            } else if !kind.account_types().is_empty() {
                draft.set(Field::RegistrationNumber, "9999");
                draft.set(Field::AccountNumber, "1234567890");
            }
            draft.set(Field::BenefitType, code.clone());
            draft.set(Field::Authority, "98765417");
            draft.set(Field::Code, code);
            draft.set(Field::Name, name);
            draft.set_tick(Field::Locked, tick);
            draft.set_tick(Field::TypeLocked, tick);
            (draft, holder)
        })
}

fn holder() -> impl Strategy<Value = HolderId> {
    let numbers = [
        (Scheme::Cpr, "0101585018"),
        (Scheme::Cpr, "2902846000"),
        (Scheme::Cvr, "99000120"),
        (Scheme::Se, "99000457"),
        (Scheme::P, "1999999006"),
    ];
    select(numbers.to_vec())
        .prop_map(|(scheme, number)| HolderId::parse(scheme, number, Date::UNIX_EPOCH).expect("these are valid"))
}

/// Not general, so that it can be the code of an own type as well.
fn benefit_code() -> impl Strategy<Value = String> {
    "[A-MO-ZÆØÅ0-9][A-ZÆØÅ0-9]{0,9}"
}

/// The fields of an account, the form first.
fn account() -> impl Strategy<Value = Vec<(Field, String)>> {
    prop_oneof![domestic(), iban(), number(), creditor()]
}

fn domestic() -> BoxedStrategy<Vec<(Field, String)>> {
    ("[0-9]{4}", "[0-9]{1,10}")
        .prop_map(|(registration_number, account_number)| {
            fields(
                "domestic",
                [(Field::RegistrationNumber, registration_number), (Field::AccountNumber, account_number)],
            )
        })
        .boxed()
}

fn iban() -> BoxedStrategy<Vec<(Field, String)>> {
    // Maltese ones are among the longest.
    let lithuanian = "[0-9]{16}".prop_map(|rest| ("AAAALT21", iban_with("LT", &rest)));
    let maltese = "[A-Z]{4}[0-9]{5}[A-Z0-9]{18}".prop_map(|rest| ("AAAAMTMT", iban_with("MT", &rest)));
    prop_oneof![lithuanian, maltese]
        .prop_map(|(bic, iban)| fields("iban", [(Field::Bic, bic.to_owned()), (Field::Iban, iban)]))
        .boxed()
}

fn number() -> BoxedStrategy<Vec<(Field, String)>> {
    ("[A-Z0-9]{1,35}", "[A-Z0-9]{8,34}", "[A-Za-z][A-Za-z0-9 .,]{0,33}")
        .prop_map(|(bank_code, account, line)| {
            let typed = [
                (Field::Country, "HK".to_owned()),
                (Field::BankCode, bank_code),
                (Field::ForeignAccount, account),
                (Field::Bic, "AAAAHKHH".to_owned()),
                (Field::BankName, line.clone()),
                (Field::BankStreet, line.clone()),
                (Field::BankCity, line),
                (Field::Currency, "HKD".to_owned()),
            ];
            fields("number", typed)
        })
        .boxed()
}

fn creditor() -> BoxedStrategy<Vec<(Field, String)>> {
    (select(vec![("71", 14), ("73", 0), ("75", 15)]), "[0-9]{15}", "8[0-9]{7}")
        .prop_map(|((slip, length), digits, creditor)| {
            let id = if length == 0 { String::new() } else { with_luhn(&digits[..length]) };
            fields("fi", [(Field::Slip, slip.to_owned()), (Field::PaymentId, id), (Field::Creditor, creditor)])
        })
        .boxed()
}

fn fields<const N: usize>(form: &str, typed: [(Field, String); N]) -> Vec<(Field, String)> {
    std::iter::once((Field::AccountType, form.to_owned())).chain(typed).collect()
}

/// With the check digits of ISO 13616.
fn iban_with(country: &str, rest: &str) -> String {
    let value = |remainder: u32, character: char| {
        let value = character.to_digit(36).unwrap_or_default();
        (remainder * if value < 10 { 10 } else { 100 } + value) % 97
    };
    let remainder = format!("{rest}{country}00").chars().fold(0, value);
    format!("{country}{:02}{rest}", 98 - remainder)
}

/// With the check digit of the Luhn algorithm.
fn with_luhn(digits: &str) -> String {
    let sum: u32 = digits
        .bytes()
        .rev()
        .zip([2, 1].into_iter().cycle())
        .map(|(digit, weight)| u32::from(digit - b'0') * weight)
        .map(|product| product / 10 + product % 10)
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}
