//! What a field says: its label, how it is filled in, and what it is called once it is registered.

use super::Language;
use crate::domain::{
    account::AccountType,
    draft::{Draft, Field},
    fi::Slip,
    foreign_number::{AccountKind, BankCodeKind},
};

/// The fields of the forms.
pub struct Fields {
    /// What each field says. [`field_texts`] asks the more special ones where a form knows more.
    pub field: fn(Field) -> FieldTexts,
    /// What the bank's code is called in a country.
    pub bank_code: fn(BankCodeKind) -> FieldTexts,
    /// What the number of an account is called in a country.
    pub foreign_account: fn(AccountKind) -> FieldTexts,
    pub payment_id: fn(Slip) -> FieldTexts,
    /// The label of a field that may stay empty.
    pub optional: fn(&str) -> String,
    pub account_type: fn(AccountType) -> &'static str,
    pub slip: fn(Slip) -> &'static str,
    /// In a list of which nothing is chosen yet.
    pub choose: &'static str,
    /// Below a field into which more was put than fits.
    pub too_much: &'static str,
    pub account_as_read: fn(&str, &str) -> String,
    pub use_iban: &'static str,
    pub use_number: &'static str,
    pub use_domestic: &'static str,
    pub bic_unusual: fn(&str) -> String,
    pub bic_help_heading: &'static str,
    pub bic_help: &'static str,
    /// Beside the box of [`Field::DifferentCountries`]: the country of the account and that of the bank.
    pub countries_tick: fn(&str, &str) -> String,
    pub bank_heading: &'static str,
    /// Opens the fields about the bank that are seldom needed.
    pub bank_folded: &'static str,
    /// Before the name of a bank.
    pub bank: &'static str,
    /// In the place of its name, where the directory does not know it.
    pub bank_unknown: &'static str,
    /// Below an IBAN that is of another bank than the BIC.
    pub banks_differ: &'static str,
    pub use_bic: &'static str,
}

/// The words of one field.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FieldTexts {
    /// Above the field: the label of a text field or list, the legend of a group. Of a field that may stay empty, without saying so.
    pub label: &'static str,
    /// How to fill it in, or what a tick means; empty where the label says enough.
    pub hint: &'static str,
    /// Beside the box of a tick; empty for all other fields.
    pub tick: &'static str,
    /// Beside the value where it is read and not typed: in the confirmation, on the receipt, in the accounts.
    pub registered: &'static str,
}

impl FieldTexts {
    /// A field with a label and a hint, called by its label where it is registered.
    pub(super) const fn new(label: &'static str, hint: &'static str) -> Self {
        Self { label, hint, tick: "", registered: label }
    }

    /// With the words beside the box of a tick.
    pub(super) const fn with_tick(self, tick: &'static str) -> Self {
        Self { tick, ..self }
    }

    /// With another word for it where it is registered.
    pub(super) const fn registered_as(self, registered: &'static str) -> Self {
        Self { registered, ..self }
    }
}

/// What a field of a form says. The country decides what bank and account are known by, and the slip how long its payment id is.
#[must_use]
pub fn field_texts(language: Language, field: Field, draft: &Draft) -> FieldTexts {
    let texts = &language.texts().fields;
    match field {
        Field::BankCode => draft.layout().map(|layout| (texts.bank_code)(layout.bank_code)),
        Field::ForeignAccount => draft.layout().map(|layout| (texts.foreign_account)(layout.account)),
        Field::PaymentId => draft.slip().map(texts.payment_id),
        _ => None,
    }
    .unwrap_or_else(|| (texts.field)(field))
}
