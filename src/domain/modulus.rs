//! Weighted sums behind check digits.

/// The sum of each digit of `digits` times its weight.
///
/// Both have the same length; characters other than digits never get here.
pub(crate) fn weighted_sum(digits: &str, weights: &[u32]) -> u32 {
    digits.bytes().zip(weights).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum()
}

/// The weights of the Danish modulus 11 check over ten digits (CPR number, new P number).
pub(crate) const DANISH_TEN: [u32; 10] = [4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/// The weights of the Danish modulus 11 check over eight digits (CVR and SE number).
pub(crate) const DANISH_EIGHT: [u32; 8] = [2, 7, 6, 5, 4, 3, 2, 1];
