//! What values tell about themselves: birth dates, hints, masked forms, wire forms.

use nemkonto::contract::{FieldRefusal, Timestamp};
use nemkonto::domain::benefit_type::BenefitName;
use nemkonto::domain::bic::Bic;
use nemkonto::domain::company_number::{Cvr, SeNumber};
use nemkonto::domain::country::Country;
use nemkonto::domain::cpr::Cpr;
use nemkonto::domain::currency::Currency;
use nemkonto::domain::date::Date;
use nemkonto::domain::domestic::{
    AccountNumber, DomesticAccount, DomesticCountry, RegistrationNumber, split_domestic_account,
};
use nemkonto::domain::draft::{Field, FieldError};
use nemkonto::domain::fi::{FiAccount, Slip};
use nemkonto::domain::foreign_number::{ForeignNumber, Presence, layout};
use nemkonto::domain::holder::{HolderId, Recognition, Scheme, recognise};
use nemkonto::domain::iban::{ForeignIban, Iban, iban_length};
use nemkonto::domain::line::Line;
use nemkonto::domain::text::FormatError;
use nemkonto::i18n::{Language, LineValue, bank_line};
use serde_json::json;

use crate::support;

fn date(iso: &str) -> Date {
    serde_json::from_value(iso.into()).unwrap()
}

fn country(code: &str) -> Country {
    Country::from_code(code).unwrap()
}

#[test]
fn the_seventh_digit_and_the_year_give_the_century() {
    // One row for each row of the CPR Office's table, the bounds of each column.
    let table = [
        ("0123", "00", 1900),
        ("0123", "36", 1936),
        ("0123", "37", 1937),
        ("0123", "57", 1957),
        ("0123", "58", 1958),
        ("0123", "99", 1999),
        ("49", "00", 2000),
        ("49", "36", 2036),
        ("49", "37", 1937),
        ("49", "57", 1957),
        ("49", "58", 1958),
        ("49", "99", 1999),
        ("5678", "00", 2000),
        ("5678", "36", 2036),
        ("5678", "37", 2037),
        ("5678", "57", 2057),
        ("5678", "58", 1858),
        ("5678", "99", 1899),
    ];
    for (digits, year, expected) in table {
        for digit in digits.chars() {
            let cpr = Cpr::parse(&format!("0102{year}-{digit}000")).unwrap();
            assert_eq!(cpr.birth_date(), Date::new(expected, 2, 1), "digit {digit}, year {year}");
        }
    }
}

#[test]
fn modulus_11_is_only_a_hint() {
    assert!(Cpr::parse("010158-5018").unwrap().passes_modulus_11());
    assert!(!Cpr::parse("010158-5001").unwrap().passes_modulus_11());
    assert!(SeNumber::parse("99999993").unwrap().passes_modulus_11());
    assert!(!SeNumber::parse("99999994").unwrap().passes_modulus_11());

    let lacks = |scheme, number| HolderId::parse(scheme, number, date("2023-11-18")).unwrap().fails_modulus_11();
    assert!(!lacks(Scheme::Cpr, "010158-5018") && lacks(Scheme::Cpr, "010158-5001"));
    assert!(!lacks(Scheme::Se, "99999993") && lacks(Scheme::Se, "99999994"));
    assert!(!lacks(Scheme::Cvr, "12345674") && !lacks(Scheme::P, "1999999006"), "without it they are refused");
}

#[test]
fn numbers_are_grouped_for_comparing_with_paper() {
    assert_eq!(AccountNumber::parse("123456").unwrap().in_groups(), "0000 123 456");
    let slip = |slip, id| FiAccount::parse(slip, "80000000", id).unwrap();
    assert_eq!(slip(Slip::Type71, "123455").creditor().in_groups(), "8000 0000");
    assert_eq!(slip(Slip::Type71, "123455").payment_id_in_groups().as_deref(), Some("000 000 000 123 455"));
    assert_eq!(slip(Slip::Type75, "123455").payment_id_in_groups().as_deref(), Some("0000 0000 0012 3455"));
    assert_eq!(slip(Slip::Type73, "").payment_id_in_groups(), None);
}

#[test]
fn a_replacement_number_is_recognised_and_has_no_birth_date() {
    let cpr = Cpr::parse("610158-5000").unwrap();
    assert!(cpr.is_replacement());
    assert_eq!(cpr.birth_date(), None);
    assert!(!Cpr::parse("310158-5000").unwrap().is_replacement());
}

#[test]
fn only_masked_forms_and_never_debug_show_parts_of_a_number() {
    let cpr = Cpr::parse("010158-5018").unwrap();
    let iban = Iban::parse("LT41 9999 9000 0000 8417").unwrap();
    let account = split_domestic_account("9999-123456").unwrap();
    let abroad = ForeignNumber::parse(country("US"), "999999992", "123456789").unwrap();
    let short = |account| ForeignNumber::parse(country("TH"), "", account).unwrap().masked();
    assert_eq!((short("1234").as_str(), short("12345").as_str()), ("TH.. 4", "TH.. 2345"));
    assert_eq!(cpr.masked(), "010158-****");
    assert_eq!(iban.masked(), "LT.. 8417");
    assert_eq!(account.masked(), "9999 ......3456");
    assert_eq!(format!("{cpr:?} {iban:?}"), "Cpr(***) Iban(***)");
    let debug = format!("{account:?} {abroad:?}");
    assert!(!debug.chars().any(|c| c.is_ascii_digit()), "{debug}");
}

#[test]
fn values_have_a_form_for_people() {
    assert_eq!(Cpr::parse("0101585018").unwrap().to_string(), "010158-5018");
    assert_eq!(Cvr::parse("12345674").unwrap().to_string(), "12 34 56 74");
    assert_eq!(Iban::parse("NO6499990000123").unwrap().to_string(), "NO64 9999 0000 123");
    assert_eq!(Bic::parse("revolt21").unwrap().to_string(), "REVOLT21");
    assert_eq!(split_domestic_account("9999-123456").unwrap().to_string(), "9999 0000123456");
    assert_eq!(ForeignIban::parse("NO6499990000123").unwrap().to_string(), "NO64 9999 0000 123");
    assert_eq!(Line::parse("Storgata 1").unwrap().to_string(), "Storgata 1");
    assert_eq!(Currency::parse("eur").unwrap().to_string(), "EUR");
    assert_eq!(BenefitName::parse("Fritidspas").unwrap().to_string(), "Fritidspas");
}

#[test]
fn who_is_born_today_can_be_meant_and_who_is_not_yet_born_cannot() {
    let day = date("2023-10-10");
    let yesterday = |digits: &String| recognise(digits, day.plus_days(-1)) == Recognition::One(Scheme::P);
    let born_that_day = (0..10_000).map(|serial| format!("101023{serial:04}")).find(yesterday).unwrap();
    assert_eq!(recognise(&born_that_day, day), Recognition::Ambiguous(&[Scheme::Cpr, Scheme::P]));
}

#[test]
fn a_holder_is_sent_as_scheme_and_digits() {
    let holder = HolderId::parse(Scheme::Cpr, "010158-5018", date("2023-11-18")).unwrap();
    let wire = json!({ "scheme": "cpr", "number": "0101585018" });
    assert_eq!(serde_json::to_value(&holder).unwrap(), wire);
    assert_eq!(serde_json::from_value::<HolderId>(wire).unwrap(), holder);
    assert_eq!(holder.masked(), "010158-****");
}

#[test]
fn the_wire_accepts_only_valid_values() {
    assert!(serde_json::from_value::<HolderId>(json!({ "scheme": "cpr", "number": "6101585000" })).is_err());
    assert!(serde_json::from_value::<HolderId>(json!({ "scheme": "cvr", "number": "12345678" })).is_err());
    assert!(serde_json::from_value::<HolderId>(json!({ "scheme": "cpr" })).is_err());
    assert!(serde_json::from_value::<Cpr>(json!(101_585_018)).is_err());
    assert!(serde_json::from_value::<Iban>(json!("DK0399990000123457")).is_err());
    assert!(serde_json::from_value::<ForeignIban>(json!("DK0399990000123456")).is_err());
    assert!(serde_json::from_value::<Country>(json!("ZZ")).is_err());
    assert!(serde_json::from_value::<Country>(json!("dk")).is_err());
    assert!(serde_json::from_value::<Date>(json!("18-09-2023")).is_err());
    assert!(serde_json::from_value::<ForeignNumber>(json!({ "country": "GB", "account": "1" })).is_err());
    let message = serde_json::from_value::<Cpr>(json!("010158-501")).unwrap_err().to_string();
    assert!(!message.contains("010158"), "{message}");
}

#[test]
fn a_domestic_account_is_sent_as_two_numbers() {
    let account = split_domestic_account("0040-123456").unwrap();
    let wire = json!({ "registration_number": "0040", "account_number": "0000123456" });
    assert_eq!(serde_json::to_value(&account).unwrap(), wire);
    assert_eq!(serde_json::from_value::<DomesticAccount>(wire).unwrap(), account);
}

#[test]
fn an_account_abroad_is_sent_with_the_fields_of_its_country() {
    let with_code = json!({ "country": "CA", "bank_code": "99999999", "account": "1234567" });
    let number: ForeignNumber = serde_json::from_value(with_code.clone()).unwrap();
    assert_eq!(serde_json::to_value(&number).unwrap(), with_code);
    let without_code = json!({ "country": "MX", "account": "999999000000001234" });
    let number: ForeignNumber = serde_json::from_value(without_code.clone()).unwrap();
    assert_eq!(serde_json::to_value(&number).unwrap(), without_code);
}

#[test]
fn what_the_api_refuses_travels_to_its_field() {
    let latest = date("2027-11-27");
    let wire = [
        (FieldError::BenefitType, json!("benefit-type")),
        (FieldError::BenefitTypeOfOthers, json!("benefit-type-of-others")),
        (FieldError::SpecificAccountExists, json!("specific-account-exists")),
        (FieldError::NoSuchBank, json!("no-such-bank")),
        (FieldError::CodeTaken, json!("code-taken")),
        (FieldError::ValidFromPast, json!("valid-from-past")),
        (FieldError::ValidFromTooLate { latest }, json!({ "valid-from-too-late": { "latest": "2027-11-27" } })),
        (FieldError::NotAccepted, json!("not-accepted")),
    ];
    for (error, wire) in wire {
        assert_eq!(serde_json::to_value(FieldRefusal::from(&error)).unwrap(), wire);
        assert_eq!(FieldError::from(serde_json::from_value::<FieldRefusal>(wire).unwrap()), error);
    }
    // What the app would have found itself, and what a newer API may say.
    assert_eq!(FieldRefusal::from(&FieldError::Slip), FieldRefusal::NotAccepted);
    assert_eq!(serde_json::from_value::<FieldRefusal>(json!("of-tomorrow")).unwrap(), FieldRefusal::NotAccepted);
}

#[test]
fn the_iban_of_a_domestic_account_has_the_published_check_digits() {
    let account = |registration, account| {
        let registration = RegistrationNumber::parse(registration).unwrap();
        DomesticAccount::new(registration, AccountNumber::parse(account).unwrap())
    };
    let iban = |country| account("0000", "1234567").to_iban(country).as_str().to_owned();
    assert_eq!(iban(DomesticCountry::Denmark), "DK8000000001234567");
    assert_eq!(iban(DomesticCountry::FaroeIslands), "FO5000000001234567");
    assert_eq!(iban(DomesticCountry::Greenland), "GL5000000001234567");
    let danish = account("9999", "123456").to_iban(DomesticCountry::Denmark);
    assert_eq!(danish.as_str(), "DK0399990000123456");
    let foreign = Iban::parse("LT41 9999 9000 0000 8417").unwrap();
    assert_eq!(DomesticAccount::from_iban(&foreign), None);
}

#[test]
fn days_are_counted_across_months_and_leap_years() {
    assert_eq!(date("2024-02-28").plus_days(1), date("2024-02-29"));
    assert_eq!(date("2023-02-28").plus_days(1), date("2023-03-01"));
    assert_eq!(date("2023-12-31").plus_days(1), date("2024-01-01"));
    assert_eq!(date("2000-01-01").plus_days(-1), date("1999-12-31"));
    assert_eq!(date("2023-09-18").plus_days(60), date("2023-11-17"));
    assert_eq!(date("1900-01-01").days_until(date("2000-01-01")), 36_524);
    assert_eq!(date("2000-01-01").days_until(date("2100-01-01")), 36_525, "2000 is a leap year, unlike 1900");
    assert_eq!(date("2000-02-28").plus_days(2), date("2000-03-01"));
    assert_eq!(date("9999-12-31").plus_days(1), date("9999-12-31"));
    assert_eq!(date("0001-01-01").plus_days(i32::MIN), date("0001-01-01"));
    assert_eq!(date("0001-01-01").plus_days(i32::MAX), date("9999-12-31"));
}

#[test]
fn a_bic_tells_country_head_office_and_oddities() {
    let bic = Bic::parse("AAAADKKK123").unwrap();
    assert_eq!(bic.country(), Country::DENMARK);
    assert_eq!(bic.head_office(), "AAAADKKK");
    assert!(!bic.has_digit_in_party_prefix());
    assert!(Bic::parse("A1AADKKK").unwrap().has_digit_in_party_prefix());
}

#[test]
fn a_country_is_found_by_its_code() {
    assert_eq!(Country::all().count(), 250);
    for country in Country::all() {
        assert_eq!(Country::from_code(country.as_str()), Some(country));
    }
    for code in ["", "D", "dk", "DKK", "AA", "ZZ", "ÆØ"] {
        assert_eq!(Country::from_code(code), None, "{code}");
    }
}

#[test]
fn countries_know_their_ibans() {
    assert_eq!(iban_length(country("NO")), Some(15));
    assert_eq!(iban_length(country("RU")), Some(33));
    assert_eq!(iban_length(country("US")), None);
    assert_eq!(Country::all().filter(|country| iban_length(*country).is_some()).count(), 89);
    assert!(country("RE").has_iban() && country("AX").has_iban() && !country("US").has_iban());
    assert_eq!(Country::all().filter(|country| country.is_domestic()).count(), 3);
}

#[test]
fn every_country_has_either_iban_or_a_layout() {
    for country in Country::all() {
        assert_eq!(layout(country).is_none(), country.has_iban(), "{country}");
    }
    let general = layout(country("TH")).unwrap();
    assert_eq!((general.bank_code_presence, general.bic), (Presence::Optional, Presence::Required));
    assert_eq!(layout(country("MX")).unwrap().bank_code_presence, Presence::Absent);
    assert_eq!(layout(country("CA")).unwrap().bic, Presence::Required);
}

#[test]
fn long_input_is_refused_by_its_length() {
    let digits = "1".repeat(10_000);
    assert_eq!(Cpr::parse(&digits), Err(FormatError::TooLong { extra: 9990 }.into()));
    assert_eq!(AccountNumber::parse(&digits), Err(FormatError::TooLong { extra: 9990 }));
    assert_eq!(Iban::parse(&format!("NO{digits}")), Err(FormatError::TooLong { extra: 9987 }.into()));
    assert_eq!(Cpr::parse(&" ".repeat(10_000)), Err(FormatError::Empty.into()));
}

#[test]
fn a13_a_moment_lies_in_the_years_that_a_calendar_has() {
    for seconds in [0, 1_695_033_720, -62_135_596_800, 253_402_300_799] {
        assert_eq!(serde_json::from_value::<Timestamp>(json!(seconds)).unwrap(), Timestamp(seconds));
    }
    for seconds in [253_402_300_800, 8_640_000_000_001, -62_135_596_801, i64::MAX, i64::MIN] {
        assert!(serde_json::from_value::<Timestamp>(json!(seconds)).is_err(), "{seconds}");
    }
}

#[test]
fn the_bank_of_the_directory_is_a_line_of_its_own_unless_what_was_typed_says_the_same() {
    let line = |typed: &str, known: Option<&str>| {
        let mut draft = support::foreign(support::BIC, support::IBAN);
        draft.set(Field::BankName, typed);
        let account = support::check(&draft).unwrap().account().unwrap().clone();
        bank_line(Language::Danish, &account, known).map(|line| line.value)
    };
    let told = |text: &str| Some(LineValue::Text(text.to_owned()));
    assert_eq!(line("", None), None);
    assert_eq!(line("", Some("Kitas Bankas, Kaunas")), told("Kitas Bankas, Kaunas"));
    assert_eq!(line("Kitas Bankas", Some("Kitas Bankas, Kaunas")), None);
    assert_eq!(line("Kitas Bankas", Some("Kitas Bankas")), None);
    assert_eq!(line("Kitas", Some("Kitas Bankas, Kaunas")), told("Kitas Bankas, Kaunas"), "only a part of it");
    assert_eq!(line("Pavyzdys", Some("Kitas Bankas")), told("Kitas Bankas"), "another one");
}

#[test]
fn only_numbers_that_no_citizen_can_have_are_looked_up_without_their_kind() {
    let day = date("2026-11-27");
    for (typed, as_it_stands) in [
        ("99000120", true),
        ("DK 99 00 01 20", true),
        ("CVR 99000120", false),
        ("1010501004", false),
        ("0101585018", false),
        ("9900012", false),
    ] {
        assert_eq!(recognise(typed, day).is_looked_up_as_it_stands(), as_it_stands, "{typed}");
    }
}
