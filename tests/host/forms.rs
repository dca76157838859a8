//! The forms: which fields they have, what becomes of them, and what is told where.

mod acknowledgement;
mod typing;

use crate::support::{self, authority, check, filled_forms};
use nemkonto::domain::{
    account::Account,
    change_kind::ChangeKind,
    draft::{Draft, Field, FieldError, FieldErrors, Rules},
    foreign_number::PartError,
    text::FormatError,
};

fn form(kind: ChangeKind, values: &[(Field, &str)]) -> Draft {
    let mut draft = Draft::new(kind);
    for (field, value) in values {
        draft.set(*field, *value);
    }
    draft
}

/// Each field with what is wrong with it.
fn errors(draft: &Draft) -> Vec<(Field, FieldError)> {
    let errors = check(draft).unwrap_err();
    errors.iter().map(|(field, error)| (field, error.clone())).collect()
}

#[test]
fn an_account_by_itself_is_checked_like_that_of_a_form() {
    for draft in filled_forms() {
        if let Some(account) = check(&draft).unwrap().account() {
            assert_eq!(draft.check_account().as_ref(), Ok(account));
        }
    }
    // Each is right, and together they are not.
    let mut draft = filled_forms().into_iter().find(|draft| !draft.get(Field::Iban).is_empty()).unwrap();
    draft.set(Field::Bic, "EXAMUS33");
    assert!(draft.check_account().is_err());
}

#[test]
fn every_form_makes_a_change_of_its_own_kind() {
    for &kind in ChangeKind::ALL {
        assert!(filled_forms().iter().any(|draft| draft.kind() == kind), "{kind:?}");
    }
    for draft in filled_forms() {
        let change = check(&draft).unwrap_or_else(|errors| panic!("{draft:?}: {errors:?}"));
        assert_eq!(change.kind(), draft.kind());
        assert_eq!(change.holder().is_some(), draft.kind().is_about_holder());
        assert_eq!(change.account().map(Account::account_type), change.account().map(|_| draft.account_type()));
    }
}

#[test]
fn a_form_tells_whether_it_needs_something_that_is_there_and_whether_it_removes_it() {
    let named = |wanted: fn(ChangeKind) -> bool| {
        ChangeKind::ALL.iter().copied().filter(|kind| wanted(*kind)).collect::<Vec<_>>()
    };
    let [replace, delete, lock, unlock] =
        [ChangeKind::ReplaceSpecific, ChangeKind::DeleteSpecific, ChangeKind::LockSpecific, ChangeKind::UnlockSpecific];
    let about_types = [ChangeKind::EditBenefitType, ChangeKind::DeleteBenefitType];
    assert_eq!(named(ChangeKind::is_about_existing), [&[replace, delete, lock, unlock], &about_types[..]].concat());
    assert_eq!(named(ChangeKind::is_deletion), [ChangeKind::DeleteNemKonto, delete, ChangeKind::DeleteBenefitType]);
}

#[test]
fn a_draft_in_a_log_names_its_fields_and_shows_nothing() {
    let shown = format!("{:?}", form(ChangeKind::AssignNemKonto, &[(Field::AccountNumber, "123456")]));
    assert!(
        shown.contains("AssignNemKonto") && shown.contains("AccountNumber") && !shown.contains("123456"),
        "{shown}"
    );
}

#[test]
fn an_account_may_begin_today_and_until_the_last_day_allowed() {
    let read = |typed: &str| {
        let draft = form(
            ChangeKind::AssignNemKonto,
            &[(Field::RegistrationNumber, "9999"), (Field::AccountNumber, "123456"), (Field::ValidFrom, typed)],
        );
        check(&draft).map(|_| ()).map_err(|errors| errors.get(Field::ValidFrom).cloned())
    };
    let latest = support::today().plus_days(support::rules().valid_from_days);
    assert_eq!(read(&support::today().plus_days(-1).as_typed()), Err(Some(FieldError::ValidFromPast)));
    assert_eq!(read(&support::today().as_typed()), Ok(()));
    assert_eq!(read(&latest.as_typed()), Ok(()));
    assert_eq!(read(&latest.plus_days(1).as_typed()), Err(Some(FieldError::ValidFromTooLate { latest })));
}

#[test]
fn a_form_about_a_holder_needs_one() {
    for draft in filled_forms() {
        let checked = draft.check(None, &authority().cvr, support::rules());
        assert_eq!(checked.is_err(), draft.kind().is_about_holder(), "{draft:?}");
    }
}

#[test]
fn every_field_is_called_the_same_in_the_page_and_on_the_wire() {
    for field in Field::ALL {
        assert_eq!(serde_json::to_value(field).unwrap(), field.name());
    }
}

/// A new field that a form does not show, or that the check does not read, fails here.
#[test]
fn every_field_is_on_some_form_and_counts_there() {
    let mut differing = support::foreign("AAAADEFF", support::IBAN);
    differing.set_tick(Field::DifferentCountries, true);
    let forms: Vec<_> = filled_forms().into_iter().chain([differing]).collect();
    let counts = |field: Field, draft: &Draft| {
        let with = |typed| {
            let mut other = draft.clone();
            other.set(field, typed);
            check(&other)
        };
        [with("true"), with("\u{202e}")].iter().any(|other| *other != check(draft))
    };
    for &field in Field::ALL.iter().filter(|field| !Field::OF_CONFIRMATION.contains(field)) {
        let on_form = forms.iter().filter(|draft| draft.fields().contains(&field));
        // Whose account it is, is known when the form is opened.
        let forms: Vec<_> = if field == Field::Authority { forms.iter().collect() } else { on_form.collect() };
        assert!(!forms.is_empty(), "no form shows {field:?}");
        assert!(forms.iter().any(|draft| counts(field, draft)), "no form reads {field:?}");
    }
}

#[test]
fn every_field_with_an_error_is_on_the_page() {
    for draft in filled_forms() {
        let mut broken = draft.clone();
        for field in draft.fields() {
            if field != Field::AccountType && field != Field::Country && field != Field::Slip {
                broken.set(field, "\u{202e}");
            }
        }
        for (field, _) in check(&broken).err().iter().flat_map(FieldErrors::iter) {
            assert!(broken.fields().contains(&field), "{draft:?}: {field:?}");
        }
    }
}

#[test]
fn an_empty_form_says_what_is_missing_everywhere() {
    let fields =
        |kind, values: &[_]| errors(&form(kind, values)).into_iter().map(|(field, _)| field).collect::<Vec<_>>();
    let domestic = [Field::RegistrationNumber, Field::AccountNumber];
    assert_eq!(fields(ChangeKind::AssignNemKonto, &[]), domestic);
    assert_eq!(fields(ChangeKind::AssignNemKonto, &[(Field::AccountType, "iban")]), [Field::Bic, Field::Iban]);
    assert_eq!(fields(ChangeKind::AssignNemKonto, &[(Field::AccountType, "number")]), [Field::Country]);
    let american = [(Field::AccountType, "number"), (Field::Country, "US")];
    let bank = [Field::BankName, Field::BankStreet, Field::BankCity, Field::Currency];
    assert_eq!(
        fields(ChangeKind::AssignNemKonto, &american),
        [&[Field::BankCode, Field::ForeignAccount], &bank[..]].concat(),
        "the ABA number finds the bank, so no BIC is asked for"
    );
    let canadian = [(Field::AccountType, "number"), (Field::Country, "CA")];
    assert_eq!(
        fields(ChangeKind::AssignNemKonto, &canadian),
        [&[Field::BankCode, Field::ForeignAccount, Field::Bic], &bank[..]].concat()
    );
    assert_eq!(fields(ChangeKind::CreateSpecific, &[]), [&[Field::BenefitType], &domestic[..]].concat());
    assert_eq!(fields(ChangeKind::CreateSpecific, &[(Field::AccountType, "fi")]), [Field::BenefitType, Field::Slip]);
    assert_eq!(fields(ChangeKind::CreateBenefitType, &[]), [Field::Code, Field::Name]);
    assert_eq!(fields(ChangeKind::EditBenefitType, &[]), [Field::BenefitType, Field::Name]);
}

#[test]
fn a_field_is_called_optional_where_nothing_is_wrong_when_it_is_empty() {
    // Choices begin with one of them chosen, and a tick says something without being set.
    let is_typed = |field: &Field| {
        ![Field::AccountType, Field::DifferentCountries, Field::Locked, Field::TypeLocked].contains(field)
    };
    for &kind in ChangeKind::ALL {
        let types = kind.account_types().iter().map(|account_type| (Field::AccountType, account_type.name()));
        let countries = ["", "US", "CA", "MX", "TH"].map(|country| (Field::Country, country));
        let chosen = |account_type| countries.map(|country| [account_type, country, (Field::Slip, "71")]);
        for draft in types.flat_map(chosen).map(|values| form(kind, &values)).chain([form(kind, &[])]) {
            let wrong = check(&draft).err().unwrap_or_default();
            for field in draft.fields().into_iter().filter(is_typed).filter(|field| draft.get(*field).is_empty()) {
                assert_eq!(draft.may_stay_empty(field), wrong.get(field).is_none(), "{draft:?}: {field:?}");
            }
        }
    }
}

#[test]
fn the_country_decides_the_fields() {
    let fields = |country| {
        form(ChangeKind::AssignNemKonto, &[(Field::AccountType, "number"), (Field::Country, country)]).fields()
    };
    assert!(fields("US").contains(&Field::BankCode));
    assert!(!fields("MX").contains(&Field::BankCode), "a CLABE includes the bank");
    assert!(fields("TH").contains(&Field::BankCode), "the general form");
    assert!(!fields("DE").contains(&Field::ForeignAccount), "Germany has IBAN");
}

#[test]
fn countries_that_have_iban_ask_for_it() {
    let country = |code| {
        let draft = form(ChangeKind::AssignNemKonto, &[(Field::AccountType, "number"), (Field::Country, code)]);
        errors(&draft).remove(0).1
    };
    assert!(matches!(country("DE"), FieldError::CountryWithIban(country) if country.as_str() == "DE"));
    assert!(matches!(country("GB"), FieldError::CountryWithIban(_)));
    assert!(matches!(country("GL"), FieldError::CountryDomestic(_)));
    assert_eq!(country("QQ"), FieldError::Country);
    assert_eq!(country(""), FieldError::Country);
}

#[test]
fn a_wrong_check_digit_abroad_lands_at_its_field() {
    let mut draft = filled_forms().remove(2);
    draft.set(Field::BankCode, "999999993");
    assert!(matches!(
        &errors(&draft)[..],
        [(Field::BankCode, FieldError::BankCode { error: PartError::CheckDigit, .. })]
    ));
}

#[test]
fn bank_and_account_in_different_countries_want_a_tick_without_iban_too() {
    let mut draft = filled_forms().remove(2);
    draft.set(Field::Bic, "DEUTDEFF");
    assert!(matches!(&errors(&draft)[..], [(Field::DifferentCountries, FieldError::DifferentCountries { .. })]));
    draft.set_tick(Field::DifferentCountries, true);
    assert!(check(&draft).is_ok());
}

#[test]
fn a_creditor_number_is_for_specific_accounts_only() {
    let fi = [
        (Field::AccountType, "fi"),
        (Field::Slip, "73"),
        (Field::Creditor, "80000000"),
        (Field::BenefitType, "NKSLEV"),
    ];
    assert_eq!(errors(&form(ChangeKind::AssignNemKonto, &fi)), [(Field::AccountType, FieldError::AccountType)]);
    assert!(check(&form(ChangeKind::CreateSpecific, &fi)).is_ok());
}

#[test]
fn an_optional_field_that_is_filled_in_must_be_right() {
    let mut draft = support::draft();
    draft.set(Field::BankName, "a\u{200b}b");
    draft.set(Field::Currency, "EURO");
    let fields: Vec<_> = errors(&draft).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, [Field::BankName, Field::Currency]);
}

#[test]
fn a_code_of_a_benefit_type_is_told_apart_from_the_general_ones() {
    let named = |code| form(ChangeKind::CreateBenefitType, &[(Field::Code, code), (Field::Name, "Et navn")]);
    assert!(check(&named("musik")).is_ok());
    assert!(matches!(&errors(&named("NKSABC"))[..], [(Field::Code, FieldError::Code(_))]));
    assert!(matches!(
        &errors(&form(ChangeKind::CreateBenefitType, &[(Field::Code, "X")]))[..],
        [(Field::Name, FieldError::Name(FormatError::Empty))]
    ));
}

#[test]
fn days_beside_the_limits_are_left_to_whoever_has_the_better_calendar() {
    let rules = Rules { tolerance_days: 1, ..support::rules() };
    let read = |days| {
        let typed = support::today().plus_days(days).as_typed();
        let draft = form(
            ChangeKind::AssignNemKonto,
            &[(Field::RegistrationNumber, "9999"), (Field::AccountNumber, "123456"), (Field::ValidFrom, &typed)],
        );
        draft.check(Some(&support::holder()), &authority().cvr, rules).err()
    };
    assert_eq!((read(-1), read(366)), (None, None));
    let latest = support::today().plus_days(365);
    let too_late = FieldErrors::one(Field::ValidFrom, FieldError::ValidFromTooLate { latest });
    assert_eq!(read(367), Some(too_late), "the day that is named is the real limit");
    assert!(read(-2).is_some());
}
