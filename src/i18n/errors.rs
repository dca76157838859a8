//! What is wrong with what was typed: an instruction when nothing was, otherwise the cause.

use std::borrow::Cow;

use super::Language;
use crate::domain::{
    draft::FieldError,
    foreign_number::{AccountKind, BankCodeKind},
    holder::{HolderError, RecognitionError},
    text::capital,
};

/// The sentences about errors. Each is an instruction, without a full stop at its end.
pub struct Errors {
    pub field: fn(&FieldError) -> Cow<'static, str>,
    pub holder: fn(HolderError) -> Cow<'static, str>,
    pub recognition: fn(RecognitionError) -> Cow<'static, str>,
}

/// A value that is typed, as the sentences about its format name it.
#[derive(Clone, Copy)]
pub enum Value {
    RegistrationNumber,
    AccountNumber,
    BankCode(BankCodeKind),
    ForeignAccount(AccountKind),
    Bic,
    Iban,
    BankName,
    BankStreet,
    BankCity,
    Currency,
    PaymentId,
    Creditor,
    BenefitCode,
    BenefitName,
    PayeeNote,
    Cpr,
    Cvr,
    Se,
    P,
    /// The number of a holder of which not even the kind is known.
    HolderNumber,
}

impl Value {
    /// Whether it has only digits.
    pub(super) fn is_digits(self) -> bool {
        match self {
            Self::RegistrationNumber
            | Self::AccountNumber
            | Self::PaymentId
            | Self::Creditor
            | Self::Cpr
            | Self::Cvr
            | Self::Se
            | Self::P
            | Self::HolderNumber => true,
            Self::BankCode(kind) => !matches!(kind, BankCodeKind::Ifsc | BankCodeKind::General),
            Self::ForeignAccount(kind) => !matches!(kind, AccountKind::UnitedStates | AccountKind::General),
            Self::Bic
            | Self::Iban
            | Self::BankName
            | Self::BankStreet
            | Self::BankCity
            | Self::Currency
            | Self::BenefitCode
            | Self::BenefitName
            | Self::PayeeNote => false,
        }
    }
}

/// The sentence for a field of a form.
#[must_use]
pub fn field_error(language: Language, error: &FieldError) -> String {
    (language.texts().errors.field)(error).into_owned()
}

/// The sentence for the number of an account holder.
#[must_use]
pub fn holder_error(language: Language, error: HolderError) -> String {
    (language.texts().errors.holder)(error).into_owned()
}

/// The sentence for a number of which not even the kind can be told.
#[must_use]
pub fn recognition_error(language: Language, error: RecognitionError) -> String {
    (language.texts().errors.recognition)(error).into_owned()
}

/// With a capital letter at its beginning, to stand first in a sentence.
pub(super) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(capital).into_iter().chain(letters).collect()
}
