//! Numbers and accounts, labelled and grouped for reading against paper.

use super::{Language, Texts, foreign};
use crate::{
    contract::Contact,
    domain::{
        account::Account,
        change::Registered,
        country::Country,
        currency::Currency,
        date::Date,
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
    let texts = &language.texts().entry;
    let lock = |locked| text(texts.lock, if locked { texts.locked } else { texts.unlocked });
    match entry {
        Registered::Account { account, valid_from, locked } => {
            let mut lines = account_lines(language, account);
            lines.extend(valid_from.map(|date| Line { label: texts.valid_from, value: LineValue::Date(date) }));
            lines.extend(locked.map(lock));
            lines
        }
        Registered::BenefitType { name, locked } => {
            vec![text(texts.name, name), text(texts.lock, if *locked { texts.type_locked } else { texts.unlocked })]
        }
    }
}

/// The lines of an account, in the order in which they stand on a form.
#[must_use]
pub fn account_lines(language: Language, account: &Account) -> Vec<Line> {
    let (form, entry) = (&language.texts().form, &language.texts().entry);
    let currency = |currency: &Currency| Line { label: entry.currency, value: LineValue::Currency(currency.clone()) };
    match account {
        Account::Domestic(account) => vec![
            text(form.registration_number_label, account.registration_number()),
            text(form.account_number_label, &account.account_number().in_groups()),
        ],
        Account::Iban(account) => {
            let mut lines = vec![text(form.bic_label, &account.bic), text(form.iban_label, account.iban.iban())];
            lines.extend(account.bank_name.as_ref().map(|line| text(entry.bank_name, line)));
            lines.extend(account.bank_street.as_ref().map(|line| text(entry.bank_street, line)));
            lines.extend(account.bank_city.as_ref().map(|line| text(entry.bank_city, line)));
            lines.extend(account.currency.as_ref().map(currency));
            lines
        }
        Account::Number(account) => {
            let (number, layout) = (&account.number, account.number.layout());
            let country = Line { label: entry.country, value: LineValue::Country(number.country()) };
            let code = foreign::bank_code(layout.bank_code).label(language);
            let mut lines = vec![country];
            lines.extend(number.bank_code_in_groups().map(|value| text(code, &value)));
            lines.push(text(foreign::account(layout.account).label(language), &number.account_in_groups()));
            lines.extend(account.bic.as_ref().map(|bic| text(form.bic_label, bic)));
            lines.push(text(entry.bank_name, &account.bank_name));
            lines.push(text(entry.bank_street, &account.bank_street));
            lines.push(text(entry.bank_city, &account.bank_city));
            lines.push(currency(&account.currency));
            lines
        }
        Account::Fi(account) => {
            let mut lines = vec![text(entry.slip, &format!("+{}", account.slip().code()))];
            lines.extend(account.payment_id_in_groups().map(|id| text(form.payment_id_label, &id)));
            lines.push(text(form.creditor_label, &account.creditor().in_groups()));
            lines
        }
    }
}

fn text(label: &'static str, value: &(impl ToString + ?Sized)) -> Line {
    Line { label, value: LineValue::Text(value.to_string()) }
}

/// ChangeKind and number of a holder, such as `CVR-nummer 12345674`.
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
    let lookup = &texts.lookup;
    match scheme {
        Scheme::Cpr => lookup.cpr,
        Scheme::Cvr => lookup.cvr,
        Scheme::Se => lookup.se,
        Scheme::P => lookup.p,
    }
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
