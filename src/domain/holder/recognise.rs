//! Tells which kind of number somebody typed.

use super::Scheme;
use crate::domain::company_number::{CVR_LABELS, P_LABELS, PNumber, SE_LABELS};
use crate::domain::cpr::{CPR_LABELS, Cpr};
use crate::domain::date::Date;
use crate::domain::text::{self, FormatError};

/// What a typed number can be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Recognition {
    /// It can be a number of this kind only. It may still be refused as such.
    One(Scheme),
    /// It can be any of these; the caseworker has to say which.
    Ambiguous(&'static [Scheme]),
    /// It is none.
    Unknown(RecognitionError),
}

impl Recognition {
    /// Whether a number of several kinds is looked up as it stands, and its kind asked for only where there are holders of both. Only
    /// companies have eight digits; of ten digits the wrong kind would be a citizen whom nobody meant.
    #[must_use]
    pub fn is_looked_up_as_it_stands(self) -> bool {
        matches!(self, Self::Ambiguous(schemes) if !schemes.contains(&Scheme::Cpr))
    }
}

/// Why a typed number is none of the kinds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecognitionError {
    /// Empty, or characters other than digits.
    Format(FormatError),
    /// Neither 8 nor 10 digits.
    WrongLength {
        /// How many there are.
        got: usize,
    },
}

/// How the P numbers begin that exist: they are issued in order from 1 000 000 000 (inferred from the published examples).
///
/// Without this nearly every CPR number of somebody born on the 10th to the 19th could be a P number, because both have
/// the same check digit.
const P_NUMBERS_BEGIN: &str = "10";

/// The labels that tell the kind.
const LABELS: [(Scheme, &[&str]); 4] =
    [(Scheme::Cpr, &CPR_LABELS), (Scheme::Cvr, &CVR_LABELS), (Scheme::Se, &SE_LABELS), (Scheme::P, &P_LABELS)];

/// The labels that leave it open: `DK` stands before CVR and SE numbers alike, and forms have fields for one or the other.
const OPEN_LABELS: &[&str] = &["DK", "CPR/CVR", "CPR/CVRNR", "CVR/SE", "CVR/SENR", "SE/CVR", "SE/CVRNR"];

/// Tells which kind of number `raw` is, by its label or its digits.
///
/// Eight digits are a CVR or an SE number, also when the CVR check digit does not match: it is more often a typing error
/// than an SE number without check digit. Ten digits are a CPR number when they begin with a date, a P number when only
/// that check digit matches, ambiguous when both can be, and otherwise a CPR number to be refused as such. `today`
/// rules out people not yet born.
#[must_use]
pub fn recognise(raw: &str, today: Date) -> Recognition {
    let whole = match text::compact(raw, &[]) {
        Ok(whole) => whole,
        Err(error) => return Recognition::Unknown(RecognitionError::Format(error)),
    };
    let mut labelled = LABELS.iter().filter(|(_, labels)| whole.starts_with_label(labels));
    if let (Some((scheme, _)), None) = (labelled.next(), labelled.next()) {
        return Recognition::One(*scheme);
    }
    // Nobody writes another number of ten digits with its gap after the sixth.
    if text::compact(raw, OPEN_LABELS).is_ok_and(|number| number.groups() == [6, 4]) {
        return Recognition::One(Scheme::Cpr);
    }
    match text::digits(raw, OPEN_LABELS, 0..=usize::MAX) {
        Ok(digits) if digits.len() == 8 => Recognition::Ambiguous(&[Scheme::Cvr, Scheme::Se]),
        Ok(digits) if digits.len() == 10 => ten_digits(&digits, today),
        Ok(digits) => Recognition::Unknown(RecognitionError::WrongLength { got: digits.len() }),
        Err(error) => Recognition::Unknown(RecognitionError::Format(error)),
    }
}

fn ten_digits(digits: &str, today: Date) -> Recognition {
    let is_p = PNumber::parse(digits).is_ok();
    match Cpr::parse(digits) {
        Err(_) if is_p => Recognition::One(Scheme::P),
        Ok(cpr) if is_p && digits.starts_with(P_NUMBERS_BEGIN) => match cpr.birth_date() {
            Some(birth_date) if birth_date > today => Recognition::One(Scheme::P),
            _ => Recognition::Ambiguous(&[Scheme::Cpr, Scheme::P]),
        },
        _ => Recognition::One(Scheme::Cpr),
    }
}
