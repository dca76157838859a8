//! One of each thing that can go wrong, of every variant and every variant inside it. A new variant does not compile until it is here.

use nemkonto::{
    api_error::ApiError,
    contract::{ProblemDetails, ProblemType},
    domain::{
        benefit_type::BenefitCodeError,
        bic::BicError,
        company_number::{CvrError, PNumberError},
        country::Country,
        cpr::CprError,
        currency::CurrencyError,
        date::DateError,
        draft::FieldError,
        fi::{CreditorNumberError, PaymentIdError},
        foreign_number::{AccountKind, BankCodeKind, PartError},
        holder::{HolderError, RecognitionError},
        iban::{IbanError, Wanted},
        text::FormatError,
    },
    relogin::{Problem, ProviderError},
    verification::VerificationError,
};

use crate::support::today;

/// Lists what there is of each variant. The match asks for all of them.
macro_rules! one_of_each {
    ($type:ty { $($pattern:pat => $samples:expr,)* }) => {{
        let _ = |value: &$type| match value { $($pattern => (),)* };
        let all: Vec<Vec<$type>> = vec![$($samples.into_iter().collect()),*];
        all.concat()
    }};
}

fn formats() -> Vec<FormatError> {
    one_of_each!(FormatError {
        FormatError::Empty => [FormatError::Empty],
        FormatError::Forbidden { .. } => [FormatError::Forbidden { position: 3 }],
        FormatError::Unexpected { .. } => [FormatError::Unexpected { position: 3 }],
        FormatError::TooShort { .. } => [1, 2, 20].map(|missing| FormatError::TooShort { missing }),
        FormatError::TooLong { .. } => [1, 2, 20].map(|extra| FormatError::TooLong { extra }),
    })
}

fn parts() -> Vec<PartError> {
    one_of_each!(PartError {
        PartError::Format(_) => formats().into_iter().map(PartError::Format),
        PartError::CheckDigit => [PartError::CheckDigit],
        PartError::NotUsed => [PartError::NotUsed],
        PartError::IsIban => [PartError::IsIban],
        PartError::Word => [PartError::Word],
    })
}

fn ibans() -> Vec<IbanError> {
    let country = Country::DENMARK;
    let all_wanted = one_of_each!(Wanted {
        Wanted::Digit => [Wanted::Digit],
        Wanted::Letter => [Wanted::Letter],
        Wanted::LetterOrDigit => [Wanted::LetterOrDigit],
        Wanted::Zero => [Wanted::Zero],
    });
    one_of_each!(IbanError {
        IbanError::Format(_) => formats().into_iter().map(IbanError::Format),
        IbanError::NoCountryCode => [IbanError::NoCountryCode],
        IbanError::UnknownCountry { .. } => [IbanError::UnknownCountry { code: ['Q', 'Q'] }],
        IbanError::OfOtherCountry { .. } => [IbanError::OfOtherCountry { country }],
        IbanError::CountryWithoutIban { .. } => [IbanError::CountryWithoutIban { country }],
        IbanError::Structure { .. } => all_wanted.iter().map(|&wanted| IbanError::Structure { position: 3, wanted }),
        IbanError::CheckDigits => [IbanError::CheckDigits],
        IbanError::Domestic { .. } => domestic().map(|country| IbanError::Domestic { country }),
    })
}

fn domestic() -> [Country; 3] {
    [Country::DENMARK, Country::FAROE_ISLANDS, Country::GREENLAND]
}

fn bics() -> Vec<BicError> {
    one_of_each!(BicError {
        BicError::Format(_) => formats().into_iter().map(BicError::Format),
        BicError::WrongLength { .. } => [7, 20].map(|got| BicError::WrongLength { got }),
        BicError::UnknownCountry { .. } => [BicError::UnknownCountry { code: ['Q', 'Q'] }],
        BicError::Test => [BicError::Test],
    })
}

fn codes() -> Vec<BenefitCodeError> {
    one_of_each!(BenefitCodeError {
        BenefitCodeError::Format(_) => formats().into_iter().map(BenefitCodeError::Format),
        BenefitCodeError::General => [BenefitCodeError::General],
    })
}

fn currencies() -> Vec<CurrencyError> {
    one_of_each!(CurrencyError {
        CurrencyError::Format(_) => formats().into_iter().map(CurrencyError::Format),
        CurrencyError::Unknown => [CurrencyError::Unknown],
    })
}

fn payment_ids() -> Vec<PaymentIdError> {
    one_of_each!(PaymentIdError {
        PaymentIdError::Format(_) => formats().into_iter().map(PaymentIdError::Format),
        PaymentIdError::CheckDigit => [PaymentIdError::CheckDigit],
        PaymentIdError::NotUsed => [PaymentIdError::NotUsed],
    })
}

fn creditors() -> Vec<CreditorNumberError> {
    one_of_each!(CreditorNumberError {
        CreditorNumberError::Format(_) => formats().into_iter().map(CreditorNumberError::Format),
        CreditorNumberError::FirstDigit => [CreditorNumberError::FirstDigit],
    })
}

fn dates() -> Vec<DateError> {
    one_of_each!(DateError {
        DateError::Empty => [DateError::Empty],
        DateError::Unreadable => [DateError::Unreadable],
        DateError::NoSuchDate => [DateError::NoSuchDate],
    })
}

pub fn field_errors() -> Vec<FieldError> {
    let bank_codes = BankCodeKind::ALL.iter().flat_map(|&kind| parts().into_iter().map(move |error| (kind, error)));
    let accounts = AccountKind::ALL.iter().flat_map(|&kind| parts().into_iter().map(move |error| (kind, error)));
    let (account, bic) = (Country::DENMARK, Country::GREENLAND);
    one_of_each!(FieldError {
        FieldError::BenefitType => [FieldError::BenefitType],
        FieldError::BenefitTypeOfOthers => [FieldError::BenefitTypeOfOthers],
        FieldError::SpecificAccountExists => [FieldError::SpecificAccountExists],
        FieldError::AccountType => [FieldError::AccountType],
        FieldError::RegistrationNumber(_) => formats().into_iter().map(FieldError::RegistrationNumber),
        FieldError::AccountNumber(_) => formats().into_iter().map(FieldError::AccountNumber),
        FieldError::Country => [FieldError::Country],
        FieldError::CountryWithIban(_) => [FieldError::CountryWithIban(Country::DENMARK)],
        FieldError::CountryDomestic(_) => domestic().map(FieldError::CountryDomestic),
        FieldError::BankCode { .. } => bank_codes.map(|(kind, error)| FieldError::BankCode { kind, error }),
        FieldError::ForeignAccount { .. } => accounts.map(|(kind, error)| FieldError::ForeignAccount { kind, error }),
        FieldError::Bic(_) => bics().into_iter().map(FieldError::Bic),
        FieldError::Iban(_) => ibans().into_iter().map(FieldError::Iban),
        FieldError::DifferentCountries { .. } => [FieldError::DifferentCountries { account, bic }],
        FieldError::BankName(_) => formats().into_iter().map(FieldError::BankName),
        FieldError::BankStreet(_) => formats().into_iter().map(FieldError::BankStreet),
        FieldError::BankCity(_) => formats().into_iter().map(FieldError::BankCity),
        FieldError::Currency(_) => currencies().into_iter().map(FieldError::Currency),
        FieldError::Slip => [FieldError::Slip],
        FieldError::PaymentId(_) => payment_ids().into_iter().map(FieldError::PaymentId),
        FieldError::Creditor(_) => creditors().into_iter().map(FieldError::Creditor),
        FieldError::ValidFrom(_) => dates().into_iter().map(FieldError::ValidFrom),
        FieldError::ValidFromPast => [FieldError::ValidFromPast],
        FieldError::ValidFromTooLate { .. } => [FieldError::ValidFromTooLate { latest: today() }],
        FieldError::Code(_) => codes().into_iter().map(FieldError::Code),
        FieldError::NoSuchBank => [FieldError::NoSuchBank],
        FieldError::CodeTaken => [FieldError::CodeTaken],
        FieldError::Name(_) => formats().into_iter().map(FieldError::Name),
        FieldError::PayeeReason => [FieldError::PayeeReason],
        FieldError::PayeeNote(_) => formats().into_iter().map(FieldError::PayeeNote),
        FieldError::NotAccepted => [FieldError::NotAccepted],
    })
}

fn cprs() -> Vec<CprError> {
    one_of_each!(CprError {
        CprError::Format(_) => formats().into_iter().map(CprError::Format),
        CprError::NoSuchDate => [CprError::NoSuchDate],
    })
}

fn cvrs() -> Vec<CvrError> {
    one_of_each!(CvrError {
        CvrError::Format(_) => formats().into_iter().map(CvrError::Format),
        CvrError::LeadingZero => [CvrError::LeadingZero],
        CvrError::CheckDigit => [CvrError::CheckDigit],
    })
}

fn p_numbers() -> Vec<PNumberError> {
    one_of_each!(PNumberError {
        PNumberError::Format(_) => formats().into_iter().map(PNumberError::Format),
        PNumberError::CheckDigit => [PNumberError::CheckDigit],
    })
}

pub fn holder_errors() -> Vec<HolderError> {
    one_of_each!(HolderError {
        HolderError::Cpr(_) => cprs().into_iter().map(HolderError::Cpr),
        HolderError::Cvr(_) => cvrs().into_iter().map(HolderError::Cvr),
        HolderError::Se(_) => formats().into_iter().map(HolderError::Se),
        HolderError::P(_) => p_numbers().into_iter().map(HolderError::P),
        HolderError::BornInTheFuture => [HolderError::BornInTheFuture],
        HolderError::ReplacementCpr => [HolderError::ReplacementCpr],
    })
}

pub fn recognition_errors() -> Vec<RecognitionError> {
    one_of_each!(RecognitionError {
        RecognitionError::Format(_) => formats().into_iter().map(RecognitionError::Format),
        RecognitionError::WrongLength { .. } => [RecognitionError::WrongLength { got: 9 }],
    })
}

pub fn refused(problem_type: ProblemType) -> ApiError {
    ApiError::Refused(Box::new(ProblemDetails::new(problem_type, "reference")))
}

pub fn api_errors() -> Vec<ApiError> {
    one_of_each!(ApiError {
        ApiError::Refused(_) => ProblemType::ALL.iter().copied().map(refused),
        ApiError::Unreachable => [ApiError::Unreachable],
        ApiError::Unreadable => [ApiError::Unreadable],
    })
}

pub fn problems() -> Vec<Problem> {
    one_of_each!(Problem {
        Problem::StorageBlocked => [Problem::StorageBlocked],
        Problem::Offline => [Problem::Offline],
        Problem::DidNotLeave => [Problem::DidNotLeave],
        Problem::ReadingDiffers => [Problem::ReadingDiffers],
        Problem::NoRecord => [Problem::NoRecord],
        Problem::Provider(_) => ProviderError::ALL.iter().copied().map(Problem::Provider),
        Problem::Api(_) => api_errors().into_iter().map(Problem::Api),
        Problem::OutcomeUnknown(_) => api_errors().into_iter().map(Problem::OutcomeUnknown),
    })
}

pub fn verification_errors() -> Vec<VerificationError> {
    one_of_each!(VerificationError {
        VerificationError::NotAReceipt => [VerificationError::NotAReceipt],
        VerificationError::Altered => [VerificationError::Altered],
        VerificationError::UnknownKey => [VerificationError::UnknownKey],
        VerificationError::TooNew => [VerificationError::TooNew],
        VerificationError::NoKeys(_) => api_errors().into_iter().map(VerificationError::NoKeys),
        VerificationError::NoCrypto => [VerificationError::NoCrypto],
    })
}
