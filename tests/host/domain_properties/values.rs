//! Values drawn at random, each as the rules want it.

use nemkonto::domain::country::Country;
use nemkonto::domain::date::Date;
use nemkonto::domain::domestic::{AccountNumber, DomesticAccount, RegistrationNumber};
use nemkonto::domain::foreign_number::ForeignNumber;
use proptest::prelude::*;
use proptest::sample::select;

fn weighted(digits: &str, weights: &[u32]) -> u32 {
    digits.chars().zip(weights).map(|(digit, weight)| digit.to_digit(10).unwrap() * weight).sum()
}

pub fn any_cpr() -> impl Strategy<Value = String> {
    let day = prop_oneof![1..=28u32, 61..=88u32];
    (day, 1..=12u32, 0..=99u32, 0..=9999u32)
        .prop_map(|(day, month, year, serial)| format!("{day:02}{month:02}{year:02}{serial:04}"))
}

pub fn any_cvr() -> impl Strategy<Value = String> {
    (1_000_000..=9_999_999u32).prop_filter_map("no check digit", |stem| {
        let check = (11 - weighted(&stem.to_string(), &[2, 7, 6, 5, 4, 3, 2]) % 11) % 11;
        (check < 10).then(|| format!("{stem}{check}"))
    })
}

/// P numbers of both generators.
pub fn any_p() -> impl Strategy<Value = String> {
    let old = (100_000_000..=100_695_941u32).prop_map(|stem| (stem, [1, 5, 6, 7, 3, 6, 4, 8, 9]));
    let new = (100_695_943..=199_999_999u32).prop_map(|stem| (stem, [4, 3, 2, 7, 6, 5, 4, 3, 2]));
    prop_oneof![old, new].prop_filter_map("no check digit", |(stem, weights)| {
        let check = (11 - weighted(&stem.to_string(), &weights) % 11) % 11;
        (check < 10).then(|| format!("{stem}{check}"))
    })
}

/// Payment ids with a Luhn check digit.
pub fn any_payment_id() -> impl Strategy<Value = String> {
    "[0-9]{15}".prop_map(|stem| {
        let doubled = |digit: u32| if digit > 4 { 2 * digit - 9 } else { 2 * digit };
        let digits = stem.chars().rev().map(|digit| digit.to_digit(10).unwrap());
        let sum: u32 = digits.enumerate().map(|(at, digit)| if at % 2 == 0 { doubled(digit) } else { digit }).sum();
        format!("{stem}{}", (10 - sum % 10) % 10)
    })
}

/// Accounts without IBAN: country, bank code, account.
pub fn any_foreign_number() -> impl Strategy<Value = ForeignNumber> {
    let parts = prop_oneof![
        (Just("ZA"), "[0-9]{6}", "[0-9]{1,20}"),
        (Just("AU"), "[0-9]{6}", "[0-9]{1,10}"),
        (Just("JP"), "[0-9]{7}", "[0-9]{7}"),
        (Just("CA"), "[0-9]{8}", "[0-9]{1,12}"),
        (Just("CN"), "[0-9]{12}", "[0-9]{1,19}"),
        (Just("IN"), "[A-Z]{4}0[A-Z0-9]{6}", "[0-9]{1,18}"),
        (Just("NZ"), "99[0-9]{4}", "[0-9]{9,10}"),
        (Just("TH"), "", "[0-9]{1,34}"),
    ];
    parts.prop_map(|(country, code, account)| {
        ForeignNumber::parse(Country::from_code(country).unwrap(), &code, &account).unwrap()
    })
}

/// IBANs with the structure of a published example: every digit and letter drawn anew, check digits computed.
pub fn any_iban() -> impl Strategy<Value = String> {
    let examples: Vec<&str> =
        include_str!("../../cases/iban_registry.csv").lines().skip(1).map(|row| &row[3..]).collect();
    (select(examples), any::<[u8; 34]>()).prop_map(|(example, random)| {
        let bban: String = example[4..].bytes().zip(random).map(|(byte, random)| redrawn(byte, random)).collect();
        with_check_digits(&example[..2], &bban)
    })
}

/// IBANs with groups that look like labels.
pub fn iban_with_words() -> impl Strategy<Value = String> {
    let word = || select(vec!["IBAN", "BANK", "BICN", "SWIF", "0000"]);
    let latvian = (word(), word(), word(), word()).prop_filter_map("letters", |(bank, one, two, three)| {
        (bank != "0000").then(|| with_check_digits("LV", &format!("{bank}{one}{two}{three}0")))
    });
    let maltese =
        (word(), word()).prop_map(|(one, two)| with_check_digits("MT", &format!("MALT01100{one}{two}1234567BIC")));
    prop_oneof![latvian, maltese]
}

pub fn redrawn(byte: u8, random: u8) -> char {
    if byte.is_ascii_digit() { char::from(b'0' + random % 10) } else { char::from(b'A' + random % 26) }
}

fn with_check_digits(country: &str, bban: &str) -> String {
    let remainder = format!("{bban}{country}00")
        .chars()
        .map(|c| c.to_digit(36).unwrap())
        .fold(0, |sum, value| (sum * if value > 9 { 100 } else { 10 } + value) % 97);
    format!("{country}{:02}{bban}", 98 - remainder)
}

pub fn any_country() -> impl Strategy<Value = Country> {
    select(Country::all().collect::<Vec<_>>())
}

pub fn any_bic() -> impl Strategy<Value = String> {
    (any_country(), "[A-Z0-9]{4}", "[A-Z0-9][A-Z1-9]", "([A-Z0-9]{3})?")
        .prop_map(|(country, bank, place, branch)| format!("{bank}{country}{place}{branch}"))
}

/// A valid value in compact form, with the name of its kind.
pub fn any_valid() -> impl Strategy<Value = (&'static str, String)> {
    prop_oneof![
        any_cpr().prop_map(|text| ("cpr", text)),
        any_cvr().prop_map(|text| ("cvr", text)),
        "[0-9]{8}".prop_map(|text| ("se", text)),
        any_p().prop_map(|text| ("p", text)),
        any_payment_id().prop_map(|text| ("payment id", text)),
        select(vec!["EUR", "USD", "NOK", "CZK"]).prop_map(|text| ("currency", text.to_owned())),
        any_iban().prop_map(|text| ("iban", text)),
        any_bic().prop_map(|text| ("bic", text)),
        "[0-9]{4}".prop_map(|text| ("registration number", text)),
        "[0-9]{10}".prop_map(|text| ("account number", text)),
        "8[0-9]{7}".prop_map(|text| ("creditor number", text)),
    ]
}

pub fn any_date() -> impl Strategy<Value = Date> {
    (1..=9999u16, 1..=12u8, 1..=31u8).prop_filter_map("no such date", |(year, month, day)| Date::new(year, month, day))
}

pub fn any_domestic() -> impl Strategy<Value = DomesticAccount> {
    ("[0-9]{4}", "[0-9]{1,10}").prop_map(|(registration, account)| {
        let registration = RegistrationNumber::parse(&registration).unwrap();
        DomesticAccount::new(registration, AccountNumber::parse(&account).unwrap())
    })
}
