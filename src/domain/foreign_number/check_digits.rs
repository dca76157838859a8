//! The check digits of account numbers and bank codes without IBAN. All arguments are digits of the right length.

use crate::domain::modulus::weighted_sum;

/// An ABA routing number of 9 digits: weights 3 7 1, modulus 10. Source: American Bankers Association, routing number policy.
pub(super) fn aba_matches(number: &str) -> bool {
    weighted_sum(number, &[3, 7, 1, 3, 7, 1, 3, 7, 1]).is_multiple_of(10)
}

/// A CLABE of 18 digits: weights 3 7 1, each product modulus 10. Source: Banco de México, CLABE.
///
/// The check digit has weight 1, because it fills the sum up to a multiple of 10.
pub(super) fn clabe_matches(number: &str) -> bool {
    // Reducing each product changes nothing in a sum that is itself reduced modulus 10.
    weighted_sum(number, &[3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1]).is_multiple_of(10)
}

/// A New Zealand account: bank 2 and branch 4 digits, account 7 and suffix 2 or 3 digits.
///
/// Source: Inland Revenue, RWT and NRWT certificate filing specification, "Bank account number validation". The bank
/// decides the algorithm. Banks for which it names none (04, and those that it does not know) are not refused.
pub(super) fn new_zealand_matches(bank_and_branch: &str, account_and_suffix: &str) -> bool {
    let (account, suffix) = account_and_suffix.split_at(7);
    let digits = format!("{bank_and_branch}{account}{suffix:0>3}");
    let (weights, modulus, adds_digits) = match bank_and_branch[..2].parse() {
        Ok(1..=3 | 6 | 10..=24 | 27 | 30 | 35 | 38) if account < "0990000" => {
            ([0, 0, 6, 3, 7, 9, 0, 10, 5, 8, 4, 2, 1, 0, 0, 0], 11, false)
        }
        Ok(1..=3 | 6 | 10..=24 | 27 | 30 | 35 | 38) => ([0, 0, 0, 0, 0, 0, 0, 10, 5, 8, 4, 2, 1, 0, 0, 0], 11, false),
        Ok(8) => ([0, 0, 0, 0, 0, 0, 7, 6, 5, 4, 3, 2, 1, 0, 0, 0], 11, false),
        Ok(9) => ([0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 4, 3, 2, 0, 0, 1], 11, true),
        Ok(25 | 33) => ([0, 0, 0, 0, 0, 0, 1, 7, 3, 1, 7, 3, 1, 0, 0, 0], 10, false),
        Ok(26 | 28 | 29) => ([0, 0, 0, 0, 0, 0, 1, 3, 7, 1, 3, 7, 1, 3, 7, 1], 10, true),
        _ => return true,
    };
    let products = digits.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight);
    // Adding up the digits of a number until one is left gives its remainder by 9, or 9 instead of 0.
    let sum: u32 =
        products.map(|product| if adds_digits && product > 9 { (product - 1) % 9 + 1 } else { product }).sum();
    sum.is_multiple_of(modulus)
}
