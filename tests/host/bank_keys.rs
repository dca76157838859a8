//! What names a bank: of an account, of a form that is being filled in, and as JSON. And what a bank that was found says of the BIC that was
//! typed.

use nemkonto::{
    contract::Bank,
    domain::{
        account::{Account, AccountType},
        bank_key::{BankKey, IbanBank},
        bic::Bic,
        change_kind::ChangeKind,
        country::Country,
        domestic::RegistrationNumber,
        draft::{Draft, Field},
    },
};
use serde_json::json;

use crate::support::{BIC, IBAN, check, filled_forms, foreign};

fn account(form: usize) -> Account {
    check(&filled_forms()[form]).unwrap().account().unwrap().clone()
}

fn lithuanian() -> IbanBank {
    serde_json::from_value(json!({ "country": "LT", "code": "10000" })).unwrap()
}

#[test]
fn an_account_names_its_bank_by_what_finds_it_best() {
    let number = RegistrationNumber::parse("9999").unwrap();
    assert_eq!(BankKey::of_account(&account(0)), [BankKey::RegistrationNumber(number)]);
    let bic = Bic::parse(BIC).unwrap();
    assert_eq!(BankKey::of_account(&account(1)), [BankKey::Iban(lithuanian()), BankKey::Bic(bic)]);
    assert_eq!(BankKey::of_account(&account(2)), [], "a foreign number without a BIC");
    assert_eq!(BankKey::of_account(&account(5)), [], "a creditor");
    let Account::Number(american) = account(2) else { panic!("no account without IBAN") };
    assert_eq!(american.number.bank_code(), Some("999999992"));
}

#[test]
fn what_an_iban_says_of_its_bank_has_exactly_the_length_of_the_country() {
    let bank = lithuanian();
    assert_eq!((bank.country(), bank.code()), (Country::from_code("LT").unwrap(), "10000"));
    for (country, code, error) in [
        ("LT", "1000", "TooShort { missing: 1 }"),
        ("LT", "1", "TooShort { missing: 4 }"),
        ("LT", "", "TooShort { missing: 5 }"),
        ("LT", "100001", "TooLong { extra: 1 }"),
        ("LT", "100001234", "TooLong { extra: 4 }"),
        ("LT", "1000-", "Unexpected { position: 5 }"),
        ("LT", "a0000", "Unexpected { position: 1 }"),
        ("US", "10000", "TooLong { extra: 5 }"),
        ("US", "", "Empty"),
    ] {
        let json = json!({ "country": country, "code": code });
        assert_eq!(serde_json::from_value::<IbanBank>(json).unwrap_err().to_string(), error, "{country} {code}");
    }
    // Letters are as good as digits where a country has them.
    assert!(serde_json::from_value::<IbanBank>(json!({ "country": "GB", "code": "NWBK" })).is_ok());
}

#[test]
fn a_form_names_a_bank_once_what_names_it_is_complete() {
    let keys = |draft: &Draft| draft.bank_keys();
    assert_eq!(keys(&foreign(BIC, IBAN)).len(), 2);
    assert_eq!(keys(&foreign(&BIC[..7], IBAN)), [BankKey::Iban(lithuanian())]);
    assert_eq!(keys(&foreign(BIC, &IBAN[..19])), [BankKey::Bic(Bic::parse(BIC).unwrap())]);
    let mut domestic = Draft::new(ChangeKind::AssignNemKonto);
    domestic.set(Field::RegistrationNumber, "999");
    assert_eq!(keys(&domestic), []);
    domestic.set(Field::RegistrationNumber, "9999");
    assert_eq!(keys(&domestic), [BankKey::RegistrationNumber(RegistrationNumber::parse("9999").unwrap())]);
    // What stands in the fields of another kind of account names nothing.
    domestic.set(Field::AccountType, AccountType::Fi.name());
    domestic.set(Field::AccountType, AccountType::Iban.name());
    assert_eq!(keys(&domestic), []);
}

fn bank(name: &str, bic: Option<&str>) -> Bank {
    let bic = bic.map(|bic| Bic::parse(bic).unwrap());
    let country = Country::from_code("LT").unwrap();
    Bank { name: name.into(), street: None, postcode: None, city: None, country, bic }
}

#[test]
fn the_only_bic_of_a_bank_is_offered_where_another_stands_or_none() {
    let known = bank("Pavyzdys Bankas", Some(BIC));
    for typed in ["", "REVO", "DEUTDEFF"] {
        assert_eq!(known.bic_to_offer(typed), Some(Bic::parse(BIC).unwrap()), "{typed:?}");
    }
    for typed in [BIC, "revolt21", "REVOLT21XXX", "REVOLT21ABC"] {
        assert_eq!(known.bic_to_offer(typed), None, "{typed:?}: the same bank, or a branch of it");
    }
    assert_eq!(bank("Pavyzdys Bankas", None).bic_to_offer(""), None);
}

#[test]
fn bic_and_iban_name_two_banks_only_where_that_is_known() {
    let [own, branch, other] = [BIC, "REVOLT21ABC", "DEUTDEFF"].map(|bic| Bic::parse(bic).unwrap());
    let known = bank("Pavyzdys Bankas", Some(BIC));
    assert!(!known.is_other_than(&own, None) && !known.is_other_than(&branch, None));
    assert!(known.is_other_than(&other, None));
    // Of a bank with several BICs the name tells.
    let with_several = bank("Pavyzdys Bankas", None);
    assert!(!with_several.is_other_than(&other, None), "nothing is known of the other one");
    assert!(!with_several.is_other_than(&other, Some(&known)));
    assert!(with_several.is_other_than(&other, Some(&bank("Another", None))));
}
