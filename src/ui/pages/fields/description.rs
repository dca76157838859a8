//! What each field is like: what it says, what it is filled in with, and whether it may stay empty. The one place that knows.

use crate::{
    domain::{
        account::AccountType,
        draft::{Draft, Field},
        fi::Slip,
    },
    i18n::{FieldTexts, Language, field_texts},
};

/// A field as it is shown in a form.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Description {
    pub field: Field,
    pub label: String,
    pub hint: &'static str,
    /// Beside the box of a tick.
    pub tick: &'static str,
    pub is_optional: bool,
}

/// What a field is filled in with.
pub enum Control {
    /// Text; `width` is a class of DKFDS.
    Text { width: &'static str, is_numeric: bool, takes_accounts: bool },
    /// A tick.
    Tick,
    /// The tick that appears when account and bank are in different countries.
    CountriesTick,
    /// One of the types of account.
    AccountTypes,
    /// One of the payment slips.
    Slips,
    /// One of the countries.
    Countries,
    /// One of the benefit types that the unit pays.
    BenefitTypes,
    /// Nothing: it is known when the form is opened, or asked for in the confirmation.
    Nothing,
}

impl Description {
    pub fn of(language: Language, field: Field, draft: &Draft) -> Self {
        let FieldTexts { label, hint, tick, .. } = field_texts(language, field, draft);
        let is_optional = draft.may_stay_empty(field);
        let label = if is_optional { (language.texts().fields.optional)(label) } else { label.to_owned() };
        Self { field, label, hint, tick, is_optional }
    }

    pub fn control(&self) -> Control {
        let text = |width| Control::Text { width, is_numeric: false, takes_accounts: false };
        // A whole account that is pasted or typed fills all of its fields.
        let account = |width, is_numeric| Control::Text { width, is_numeric, takes_accounts: true };
        match self.field {
            Field::RegistrationNumber => account("input-char-4", true),
            Field::AccountNumber => account("input-char-10", true),
            Field::Bic => account("input-char-11", false),
            Field::Iban | Field::ForeignAccount => account("input-width-l", false),
            Field::PaymentId => account("input-char-16", true),
            Field::Creditor => account("input-char-8", true),
            Field::BankCode => account("input-char-16", false),
            Field::BankName | Field::BankStreet | Field::BankCity | Field::Name => text("input-width-l"),
            Field::Currency => text("input-char-4"),
            Field::ValidFrom | Field::Code => text("input-char-10"),
            Field::Locked | Field::TypeLocked => Control::Tick,
            Field::DifferentCountries => Control::CountriesTick,
            Field::AccountType => Control::AccountTypes,
            Field::Slip => Control::Slips,
            Field::Country => Control::Countries,
            Field::BenefitType => Control::BenefitTypes,
            Field::Authority | Field::PayeeReason | Field::PayeeNote => Control::Nothing,
        }
    }
}

/// The element to which an error of a field leads.
#[must_use]
pub fn target(field: Field) -> &'static str {
    match field {
        Field::AccountType => id_of_type(AccountType::Domestic),
        Field::Slip => id_of_slip(Slip::Type71),
        field => field.name(),
    }
}

/// The button that chooses a type of account.
pub const fn id_of_type(account_type: AccountType) -> &'static str {
    match account_type {
        AccountType::Domestic => "account-type-domestic",
        AccountType::Iban => "account-type-iban",
        AccountType::Number => "account-type-number",
        AccountType::Fi => "account-type-fi",
    }
}

/// The button that chooses a slip.
pub const fn id_of_slip(slip: Slip) -> &'static str {
    match slip {
        Slip::Type71 => "slip-71",
        Slip::Type73 => "slip-73",
        Slip::Type75 => "slip-75",
    }
}
