//! What a field says: its label, how it is filled in, and what it is called once it is registered.

use super::Language;
use crate::domain::draft::{Draft, Field};

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
