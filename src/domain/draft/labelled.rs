//! Bank details over several lines, each with its label, as they stand in letters and on websites.

use super::{ByField, Field};
use crate::domain::{bic, currency, domestic, foreign_number, iban, text::capital};

/// What banks write beside the labels that can stand before a number in its own field.
const BANK_NAME: [&str; 7] =
    ["BANK", "BANKNAME", "BANKNAVN", "BANKENSNAVN", "NAMEOFBANK", "NAVNPÅBANK", "PENGEINSTITUT"];
const BANK_ADDRESS: [&str; 6] =
    ["BANKADDRESS", "BANKSADDRESS", "ADDRESSOFBANK", "BANKADRESSE", "BANKENSADRESSE", "BANKENSVEJ"];
const BANK_CITY: [&str; 2] = ["BANKENSBY", "BANKCITY"];
const COUNTRY: [&str; 4] = ["COUNTRY", "BANKCOUNTRY", "LAND", "BANKENSLAND"];

/// Whose account it is. That is known before a form is opened, so such a line is left aside.
const HOLDER: [&str; 7] =
    ["ACCOUNTHOLDER", "ACCOUNTNAME", "BENEFICIARY", "BENEFICIARYNAME", "KONTOHAVER", "KONTOINDEHAVER", "KONTOENSEJER"];

/// What a label is about.
enum Label {
    Of(Field),
    Holder,
}

/// What stands in the lines, by field; a number of an account is [`Field::AccountNumber`], wherever the account is. Nothing unless every
/// line has a known label, before or above it, so that nothing is overlooked.
pub(super) fn read(raw: &str) -> Option<ByField<&str>> {
    let mut lines = raw.lines().map(str::trim).filter(|line| !line.is_empty());
    let mut found = ByField::default();
    while let Some(line) = lines.next() {
        let (label, value) = match label(line) {
            Some(label) => (label, lines.next()?),
            None => divide(line)?,
        };
        let Label::Of(field) = label else { continue };
        if found.insert(field, value).is_some_and(|other| other != value) {
            return None;
        }
    }
    (found.len() > 1).then_some(found)
}

/// A label and its value: divided by a colon or a tab, or by the first digit.
fn divide(line: &str) -> Option<(Label, &str)> {
    let end = line.find([':', '\t']).or_else(|| line.find(|c: char| c.is_ascii_digit()))?;
    let (before, value) = line.split_at(end);
    Some((label(before)?, value.trim_start_matches([':', '\t', ' '])))
}

fn label(text: &str) -> Option<Label> {
    let plain = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).map(capital).collect::<String>();
    let word = plain(text);
    let is_among = |labels: &[&str]| labels.iter().any(|label| plain(label) == word);
    let field = match () {
        () if is_among(&HOLDER) => return Some(Label::Holder),
        () if is_among(&iban::LABELS) => Field::Iban,
        () if is_among(&bic::LABELS) => Field::Bic,
        () if is_among(&domestic::REGISTRATION_LABELS) => Field::RegistrationNumber,
        () if is_among(&domestic::ACCOUNT_LABELS) => Field::AccountNumber,
        () if foreign_number::is_label_of_account(is_among) => Field::AccountNumber,
        () if foreign_number::is_label_of_bank_code(is_among) => Field::BankCode,
        () if is_among(&BANK_NAME) => Field::BankName,
        () if is_among(&BANK_ADDRESS) => Field::BankStreet,
        () if is_among(&BANK_CITY) => Field::BankCity,
        () if is_among(&COUNTRY) => Field::Country,
        () if is_among(&currency::LABELS) => Field::Currency,
        () => return None,
    };
    Some(Label::Of(field))
}
