//! What becomes of what is typed and pasted into a form.

use super::{errors, form};
use crate::support::{self, check, filled_forms};
use nemkonto::domain::{
    account::AccountType,
    change_kind::ChangeKind,
    draft::{Draft, Field},
    text::LONGEST_TYPED,
};

#[test]
fn what_was_typed_for_another_form_of_account_stays_and_does_not_count() {
    let mut draft = filled_forms().remove(0);
    draft.set(Field::Iban, "nonsense");
    draft.set(Field::BankCode, "nonsense");
    assert!(check(&draft).is_ok());
    draft.set(Field::AccountType, "iban");
    assert_eq!(draft.get(Field::AccountNumber), "123456");
    assert!(check(&draft).is_err());
}

#[test]
fn what_is_pasted_as_a_whole_is_spread_and_the_form_of_account_follows() {
    let pasted = |kind, form_name, text: &str| {
        let mut draft = form(kind, &[(Field::AccountType, form_name)]);
        let is_account = draft.paste(Field::RegistrationNumber, text);
        is_account.then(|| draft.account_type())
    };
    let domestic = AccountType::Domestic;
    assert_eq!(pasted(ChangeKind::AssignNemKonto, "domestic", "9999-123456"), Some(domestic));
    assert_eq!(pasted(ChangeKind::AssignNemKonto, "iban", "DK0399990000123456"), Some(domestic));
    assert_eq!(pasted(ChangeKind::AssignNemKonto, "domestic", support::IBAN), Some(AccountType::Iban));
    assert_eq!(pasted(ChangeKind::AssignNemKonto, "iban", support::IBAN), None, "it is where it belongs");
    let slip = "+71<000000000123455+80000000<";
    assert_eq!(pasted(ChangeKind::AssignNemKonto, "domestic", slip), None, "no NemKonto");
    assert_eq!(pasted(ChangeKind::CreateSpecific, "domestic", slip), Some(AccountType::Fi));
    assert_eq!(pasted(ChangeKind::CreateSpecific, "fi", "00000000123455"), None, "a payment id, no domestic account");
}

#[test]
fn a_tick_for_differing_countries_is_for_the_account_and_bank_it_was_set_for() {
    let mut draft = support::foreign("AAAADEFF", support::IBAN);
    draft.set_tick(Field::DifferentCountries, true);
    assert!(check(&draft).is_ok());
    draft.set(Field::Iban, support::IBAN);
    assert!(check(&draft).is_ok(), "nothing has changed");
    draft.set(Field::Bic, "AAAAFRPP");
    assert!(matches!(&errors(&draft)[..], [(Field::DifferentCountries, _)]));
}

#[test]
fn the_apps_own_grouping_of_an_account_number_is_no_whole_account() {
    let mut draft = form(ChangeKind::AssignNemKonto, &[(Field::RegistrationNumber, "9999")]);
    for shown in ["0000 123 456", "1234 567 890", "Kontonummer: 0000 123 456"] {
        assert!(!draft.paste(Field::AccountNumber, shown), "{shown}");
        assert_eq!(draft.get(Field::RegistrationNumber), "9999");
    }
    assert!(draft.paste(Field::AccountNumber, "9998 0000 123 456"));
    assert_eq!(draft.get(Field::RegistrationNumber), "9998");
}

#[test]
fn b17_a_whole_account_that_is_typed_is_spread_when_its_field_is_left_and_nothing_else_is_lost() {
    let left = |typed: &[(Field, &str)], field| {
        let mut draft = form(ChangeKind::AssignNemKonto, typed);
        draft.leave(field);
        let get = |field| draft.get(field).to_owned();
        (get(Field::RegistrationNumber), get(Field::AccountNumber), draft.account_type())
    };
    let (registration, account, domestic) = (Field::RegistrationNumber, Field::AccountNumber, AccountType::Domestic);
    let spread = ("9999".to_owned(), "0000123456".to_owned(), domestic);
    assert_eq!(left(&[(account, "9999 123456")], account), spread);
    assert_eq!(left(&[(account, "9999-123456")], account), spread);
    assert_eq!(left(&[(registration, "9999 123456")], registration), spread);
    assert_eq!(left(&[(registration, "9999"), (account, "9999 123456")], account), spread, "typed a second time");
    let stays = |typed: &[(Field, &str)], field| {
        let all = form(ChangeKind::AssignNemKonto, typed);
        let before = (all.get(registration).to_owned(), all.get(account).to_owned(), domestic);
        assert_eq!(left(typed, field), before);
    };
    stays(&[(registration, "9998"), (account, "0000 123456")], account);
    stays(&[(registration, "9999"), (account, "0000 123 456")], account);
    stays(&[(registration, "9999 123456"), (account, "654321")], registration);
    stays(&[(registration, support::IBAN)], registration);
    stays(&[(account, "123456")], account);
}

#[test]
fn b20_of_a_text_without_end_the_beginning_stays_however_it_came() {
    let long = "ø".repeat(8_000_000);
    let draft = form(ChangeKind::AssignNemKonto, &[(Field::AccountNumber, &long)]);
    let beginning = "ø".repeat(LONGEST_TYPED);
    assert_eq!(draft.get(Field::AccountNumber), beginning);
    let kept = serde_json::to_string(&draft).unwrap().replace(&beginning, &long);
    assert!(serde_json::from_str::<Draft>(&kept).unwrap() == draft);
}

#[test]
fn what_was_never_touched_shows_what_the_form_begins_with() {
    let beginning = form(ChangeKind::EditBenefitType, &[(Field::Name, "Varmehjælp"), (Field::TypeLocked, "true")]);
    let typed = form(ChangeKind::EditBenefitType, &[(Field::Name, "Varmetillæg")]);
    let whole = typed.with_defaults(&beginning);
    assert_eq!((whole.get(Field::Name), whole.is_ticked(Field::TypeLocked)), ("Varmetillæg", true));
    let unticked = form(ChangeKind::EditBenefitType, &[(Field::TypeLocked, "")]).with_defaults(&beginning);
    assert_eq!((unticked.get(Field::Name), unticked.is_ticked(Field::TypeLocked)), ("Varmehjælp", false));
}
