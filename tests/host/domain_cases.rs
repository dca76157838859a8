//! The tables in `tests/cases`: what people type and paste, and what becomes of it.
//!
//! Each row has a reason, an input and the value or the error. `\u{a0}`, `\n`, `\r`, `\t` and `\\` in an input stand for the
//! characters that one could not see.

use std::fmt::Debug;

use nemkonto::contract::{Configuration, Links, json};
use nemkonto::domain::account::AccountType;
use nemkonto::domain::bank_details::split_bank_details;
use nemkonto::domain::bank_key::BankKey;
use nemkonto::domain::benefit_type::{BenefitCode, BenefitName};
use nemkonto::domain::bic::Bic;
use nemkonto::domain::change_kind::ChangeKind;
use nemkonto::domain::company_number::{Cvr, PNumber, SeNumber};
use nemkonto::domain::country::{Country, countries_agree};
use nemkonto::domain::cpr::Cpr;
use nemkonto::domain::currency::Currency;
use nemkonto::domain::date::Date;
use nemkonto::domain::domestic::{AccountNumber, RegistrationNumber, split_domestic_account};
use nemkonto::domain::draft::{Draft, Field};
use nemkonto::domain::fi::{CreditorNumber, FiAccount, Slip, split_slip};
use nemkonto::domain::foreign_number::ForeignNumber;
use nemkonto::domain::holder::{HolderId, Scheme, recognise};
use nemkonto::domain::iban::{ForeignIban, Iban};
use nemkonto::domain::line::Line;

/// The day on which the cases with birth dates are true.
fn today() -> Date {
    Date::new(2023, 11, 18).unwrap()
}

/// Checks every row of a table.
fn check(table: &str, outcome: impl Fn(&str) -> String) {
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let mut checked = 0;
    for row in rows.records() {
        let row = row.unwrap();
        let [why, input, expected] = [&row[0], &row[1], &row[2]];
        assert_eq!(outcome(&with_invisible(input)), with_invisible(expected), "{why}: {input}");
        checked += 1;
    }
    assert!(checked > 4, "the table is empty");
}

/// What a parser makes of an input: the value, or the error by name.
fn told<T: Into<String>, E: Debug>(parsed: Result<T, E>) -> String {
    parsed.map_or_else(|error| format!("{error:?}"), Into::into)
}

/// Replaces the escapes of a table by the characters they stand for.
fn with_invisible(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, escape)) = rest.split_once('\\') {
        plain.push_str(before);
        (plain, rest) = match escape.split_at(1) {
            ("n", after) => (plain + "\n", after),
            ("r", after) => (plain + "\r", after),
            ("t", after) => (plain + "\t", after),
            ("\\", after) => (plain + "\\", after),
            ("u", after) => {
                let (code, after) = after.strip_prefix('{').unwrap().split_once('}').unwrap();
                plain.push(u32::from_str_radix(code, 16).unwrap().try_into().unwrap());
                (plain, after)
            }
            _ => panic!("unknown escape in {text}"),
        };
    }
    plain + rest
}

#[test]
fn cpr_numbers() {
    check(include_str!("../cases/cpr.csv"), |input| told(Cpr::parse(input)));
}

#[test]
fn cvr_numbers() {
    check(include_str!("../cases/cvr.csv"), |input| told(Cvr::parse(input)));
}

#[test]
fn se_numbers() {
    check(include_str!("../cases/se.csv"), |input| told(SeNumber::parse(input)));
}

#[test]
fn p_numbers() {
    check(include_str!("../cases/p.csv"), |input| told(PNumber::parse(input)));
}

#[test]
fn kinds_of_number_are_recognised() {
    check(include_str!("../cases/recognise.csv"), |input| format!("{:?}", recognise(input, today())));
}

#[test]
fn account_holders() {
    check(include_str!("../cases/holder.csv"), |input| {
        let (scheme, number) = input.split_once('|').unwrap();
        let scheme: Scheme = serde_json::from_value(scheme.into()).unwrap();
        told(HolderId::parse(scheme, number, today()).map(|holder| holder.to_string()))
    });
}

#[test]
fn ibans() {
    check(include_str!("../cases/iban.csv"), |input| told(Iban::parse(input)));
}

#[test]
fn foreign_ibans() {
    check(include_str!("../cases/foreign_iban.csv"), |input| told(ForeignIban::parse(input).map(Iban::from)));
}

#[test]
fn bics() {
    check(include_str!("../cases/bic.csv"), |input| told(Bic::parse(input)));
}

#[test]
fn countries_of_account_and_bank() {
    check(include_str!("../cases/countries_agree.csv"), |input| {
        let (account, bank) = input.split_once(' ').unwrap();
        countries_agree(Country::from_code(account).unwrap(), Country::from_code(bank).unwrap()).to_string()
    });
}

#[test]
fn registration_numbers() {
    check(include_str!("../cases/registration_number.csv"), |input| told(RegistrationNumber::parse(input)));
}

#[test]
fn account_numbers() {
    check(include_str!("../cases/account_number.csv"), |input| told(AccountNumber::parse(input)));
}

#[test]
fn b17_iban_and_bic_pasted_together() {
    check(include_str!("../cases/bank_details.csv"), |input| {
        split_bank_details(input).map_or("none".to_owned(), |(iban, bic)| format!("{iban} {bic}"))
    });
}

#[test]
fn pasted_accounts() {
    check(include_str!("../cases/pasted_account.csv"), |input| {
        split_domestic_account(input).map_or("none".to_owned(), |account| account.to_string())
    });
}

#[test]
fn b17_bank_details_over_several_lines() {
    check(include_str!("../cases/bank_lines.csv"), |input| {
        let mut draft = Draft::new(ChangeKind::AssignNemKonto);
        if !draft.paste(Field::RegistrationNumber, input) {
            assert!(draft == Draft::new(ChangeKind::AssignNemKonto), "what is not taken changes nothing: {input}");
            return "none".to_owned();
        }
        // The columns of the table are divided by commas.
        format!("{} {}", draft.account_type().name(), filled_in(&draft)).replace(',', "|")
    });
}

#[test]
fn b17_whole_accounts_pasted_where_there_is_no_iban() {
    check(include_str!("../cases/pasted_foreign.csv"), |input| {
        let [country, field, text] = input.split('|').collect::<Vec<_>>().try_into().unwrap();
        let field = *Field::ALL.iter().find(|known| known.name() == field).unwrap();
        let mut draft = Draft::new(ChangeKind::AssignNemKonto);
        draft.set(Field::AccountType, AccountType::Number.name());
        draft.set(Field::Country, country);
        if draft.paste(field, text) { filled_in(&draft) } else { "none".to_owned() }
    });
}

/// What stands in the fields that are shown.
fn filled_in(draft: &Draft) -> String {
    let shown = draft.fields().into_iter().filter(|&field| field != Field::AccountType && !draft.get(field).is_empty());
    shown.map(|field| format!("{}={}", field.name(), draft.get(field))).collect::<Vec<_>>().join(" ")
}

#[test]
fn accounts_without_iban() {
    check(include_str!("../cases/foreign_number.csv"), |input| {
        let [country, bank_code, account] = input.split('|').collect::<Vec<_>>().try_into().unwrap();
        let number = ForeignNumber::parse(Country::from_code(country).unwrap(), bank_code, account);
        told(number.map(|number| number.to_string()))
    });
}

#[test]
fn creditor_numbers() {
    check(include_str!("../cases/creditor_number.csv"), |input| told(CreditorNumber::parse(input)));
}

#[test]
fn payments_by_slip() {
    check(include_str!("../cases/slip.csv"), |input| {
        let [slip, payment_id, creditor] = input.split('|').collect::<Vec<_>>().try_into().unwrap();
        told(FiAccount::parse(Slip::from_code(slip).unwrap(), creditor, payment_id).map(|account| account.to_string()))
    });
}

#[test]
fn pasted_slips() {
    check(include_str!("../cases/pasted_slip.csv"), |input| {
        split_slip(input).map_or("none".to_owned(), |account| account.to_string())
    });
}

#[test]
fn currencies() {
    check(include_str!("../cases/currency.csv"), |input| told(Currency::parse(input)));
}

#[test]
fn codes_of_benefit_types() {
    check(include_str!("../cases/benefit_code.csv"), |input| told(BenefitCode::parse_own(input)));
}

#[test]
fn names_of_benefit_types() {
    check(include_str!("../cases/benefit_name.csv"), |input| told(BenefitName::parse(input)));
}

#[test]
fn dates() {
    check(include_str!("../cases/date.csv"), |input| told(Date::parse_typed(input)));
}

#[test]
fn lines() {
    check(include_str!("../cases/line.csv"), |input| told(Line::parse(input)));
}

#[test]
fn the_example_of_every_country_in_the_iban_registry_is_accepted() {
    let mut rows = csv::Reader::from_reader(include_str!("../cases/iban_registry.csv").as_bytes());
    let mut countries = Vec::new();
    for row in rows.records() {
        let row = row.unwrap();
        let iban = Iban::parse(&row[1]).unwrap();
        assert_eq!((iban.country().as_str(), iban.as_str()), (&row[0], &row[1]));
        countries.push(row[0].to_owned());
    }
    countries.sort();
    countries.dedup();
    assert_eq!(countries.len(), 89, "the registry has 89 countries");
}

/// The library's table is of an older release, which does not know every structure of today.
#[test]
fn the_part_of_an_iban_that_names_the_bank_is_that_of_the_registry() {
    let mut rows = csv::Reader::from_reader(include_str!("../cases/iban_registry.csv").as_bytes());
    let mut newer = Vec::new();
    for row in rows.records() {
        let row = row.unwrap();
        let ours = Iban::parse(&row[1]).unwrap();
        match row[1].parse::<iban::Iban>() {
            Ok(theirs) => assert_eq!(ours.bank_code(), theirs.bank_identifier(), "{}", &row[0]),
            Err(_) => newer.push((row[0].to_owned(), ours.bank_code().map(str::len))),
        }
        assert_eq!(BankKey::of_iban(&ours).is_some(), &row[0] != "PL");
    }
    newer.dedup();
    assert_eq!(
        newer,
        [("BR", Some(8)), ("HN", Some(4)), ("PK", Some(4))].map(|(code, length)| (code.to_owned(), length))
    );
}

/// An address that is not followed is left out, and the rest of the configuration is read.
#[test]
fn t13_links_of_the_configuration_lead_over_tls_or_to_the_own_origin() {
    check(include_str!("../cases/link.csv"), |address| {
        let mut written = serde_json::to_value(crate::support::configuration()).unwrap();
        written["links"] = serde_json::json!({ "privacy_notice": address });
        let read: Configuration = json::read(&written.to_string()).unwrap();
        let links = Links { privacy_notice: read.links.privacy_notice.clone(), ..Links::default() };
        assert_eq!(read, Configuration { links, ..crate::support::configuration() });
        assert_eq!(read.links.privacy_notice.is_some(), Links::is_followed(address));
        if read.links.privacy_notice.is_some() { "followed" } else { "not followed" }.to_owned()
    });
}
