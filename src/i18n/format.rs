//! Numbers and accounts, labelled and grouped for reading against paper.

use super::{FieldTexts, Language, Texts};
use crate::{
    contract::Contact,
    domain::{
        account::{Account, IbanAccount, NumberAccount},
        change::Registered,
        country::Country,
        currency::Currency,
        date::Date,
        draft::Field,
        holder::{HolderId, Scheme},
    },
};

/// One line of what is registered.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// What it is.
    pub label: &'static str,
    /// The value.
    pub value: LineValue,
}

/// A value, or what the browser makes words of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LineValue {
    /// Grouped, as it stands on paper.
    Text(String),
    /// A country, to be shown with its name.
    Country(Country),
    /// A currency, to be shown with its name.
    Currency(Currency),
    /// A day.
    Date(Date),
}

/// The lines of what is registered, in the order in which they stand on a form.
#[must_use]
pub fn registered_lines(language: Language, entry: &Registered) -> Vec<Line> {
    let (field, texts) = (language.texts().fields.field, &language.texts().registered);
    let lock = |locked| text(&field(Field::Locked), if locked { texts.locked } else { texts.unlocked });
    match entry {
        Registered::Account { account, valid_from, locked } => {
            let mut lines = account_lines(language, account);
            lines.extend(valid_from.map(|date| line(&field(Field::ValidFrom), LineValue::Date(date))));
            lines.extend(locked.map(lock));
            lines
        }
        Registered::BenefitType { name, locked } => {
            vec![
                text(&field(Field::Name), name),
                text(&field(Field::TypeLocked), if *locked { texts.type_locked } else { texts.unlocked }),
            ]
        }
    }
}

/// The line of the bank that the directory knows; none where what was typed says the same.
#[must_use]
pub fn bank_line(language: Language, account: &Account, bank: Option<&str>) -> Option<Line> {
    let bank = bank?;
    let typed = match account {
        Account::Iban(account) => account.bank_name.as_ref(),
        Account::Number(account) => Some(&account.bank_name),
        Account::Domestic(_) | Account::Fi(_) => None,
    };
    let says_the_same =
        |typed: &str| bank.strip_prefix(typed).is_some_and(|rest| rest.is_empty() || rest.starts_with(", "));
    let is_told = typed.is_some_and(|typed| says_the_same(typed.as_str()));
    (!is_told).then(|| Line { label: language.texts().fields.bank, value: LineValue::Text(bank.to_owned()) })
}

/// The lines of an account, in the order in which they stand on a form.
#[must_use]
pub fn account_lines(language: Language, account: &Account) -> Vec<Line> {
    let fields = &language.texts().fields;
    let field = fields.field;
    let currency = |currency: &Currency| line(&field(Field::Currency), LineValue::Currency(currency.clone()));
    match account {
        Account::Domestic(account) => vec![
            text(&field(Field::RegistrationNumber), account.registration_number()),
            text(&field(Field::AccountNumber), &account.account_number().in_groups()),
        ],
        // Taken apart whole, so that nothing is confirmed that is not shown.
        Account::Iban(IbanAccount { bic, iban, bank_name, bank_street, bank_city, currency: in_currency }) => {
            let mut lines = vec![text(&field(Field::Bic), bic), text(&field(Field::Iban), iban.iban())];
            lines.extend(bank_name.as_ref().map(|value| text(&field(Field::BankName), value)));
            lines.extend(bank_street.as_ref().map(|value| text(&field(Field::BankStreet), value)));
            lines.extend(bank_city.as_ref().map(|value| text(&field(Field::BankCity), value)));
            lines.extend(in_currency.as_ref().map(currency));
            lines
        }
        Account::Number(NumberAccount { number, bic, bank_name, bank_street, bank_city, currency: in_currency }) => {
            let layout = number.layout();
            let country = line(&field(Field::Country), LineValue::Country(number.country()));
            let code = (fields.bank_code)(layout.bank_code);
            let mut lines = vec![country];
            lines.extend(number.bank_code_in_groups().map(|value| text(&code, &value)));
            lines.push(text(&(fields.foreign_account)(layout.account), &number.account_in_groups()));
            lines.extend(bic.as_ref().map(|bic| text(&field(Field::Bic), bic)));
            lines.push(text(&field(Field::BankName), bank_name));
            lines.push(text(&field(Field::BankStreet), bank_street));
            lines.push(text(&field(Field::BankCity), bank_city));
            lines.push(currency(in_currency));
            lines
        }
        Account::Fi(account) => {
            let mut lines = vec![text(&field(Field::Slip), &format!("+{}", account.slip().code()))];
            lines.extend(account.payment_id_in_groups().map(|id| text(&field(Field::PaymentId), &id)));
            lines.push(text(&field(Field::Creditor), &account.creditor().in_groups()));
            lines
        }
    }
}

fn text(field: &FieldTexts, value: &(impl ToString + ?Sized)) -> Line {
    line(field, LineValue::Text(value.to_string()))
}

fn line(field: &FieldTexts, value: LineValue) -> Line {
    Line { label: field.registered, value }
}

/// Kind and number of a holder, such as `CVR-nummer 12345674`.
#[must_use]
pub fn holder_number(language: Language, holder: &HolderId) -> String {
    format!("{} {holder}", scheme(language.texts(), holder.scheme()))
}

/// The same where the number need not be read; of a CPR number only the day of birth, such as `CPR-nummer 010190-••••`.
#[must_use]
pub fn masked_holder_number(language: Language, holder: &HolderId) -> String {
    format!("{} {}", scheme(language.texts(), holder.scheme()), holder.masked().replace('*', "•"))
}

/// What a kind of number is called.
#[must_use]
pub fn scheme(texts: &Texts, scheme: Scheme) -> &'static str {
    (texts.lookup.scheme)(scheme)
}

/// A level of assurance that is named by a URI (NSIS), in a word.
#[must_use]
pub fn assurance<'a>(texts: &Texts, uri: &'a str) -> &'a str {
    let receipt = &texts.receipt;
    match uri.rsplit('/').next() {
        Some("Low") => receipt.assurance_low,
        Some("Substantial") => receipt.assurance_substantial,
        Some("High") => receipt.assurance_high,
        _ => uri,
    }
}

/// Contact details in one line.
#[must_use]
pub fn contact_line(contact: &Contact) -> String {
    format!("{} · {} · {} · {}", contact.name, contact.telephone, contact.email, contact.opening_hours)
}
