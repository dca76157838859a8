//! What the IBAN registry says of each country.

use std::ops::Range;

use crate::domain::country::Country;
use crate::domain::structure;

/// Countries with IBAN, the structure of their account part (BBAN), see [`structure`], and how many characters of it name the bank; Poland
/// has no such part of its own.
///
/// Source: SWIFT, IBAN Registry, release 103 (September 2026). Neighbouring parts of one kind are joined.
///
/// The library that computes the check digits has a table too, but of release 98 and without Pakistan, and it cannot tell
/// where a structure goes wrong.
#[rustfmt::skip]
const STRUCTURES: [(&str, &str, u8); 89] = [
    ("AD", "8n12c", 4), ("AE", "19n", 3), ("AL", "8n16c", 3), ("AT", "16n", 5), ("AZ", "4a20c", 4), ("BA", "16n", 3),
    ("BE", "12n", 3), ("BG", "4a6n8c", 4), ("BH", "4a14c", 4), ("BI", "23n", 5), ("BR", "8c15n2c", 8),
    ("BY", "4c4n16c", 4), ("CH", "5n12c", 5), ("CR", "18n", 4), ("CY", "8n16c", 3), ("CZ", "20n", 4), ("DE", "18n", 8),
    ("DJ", "23n", 5), ("DK", "14n", 4), ("DO", "4c20n", 4), ("EE", "16n", 2), ("EG", "25n", 4), ("ES", "20n", 4),
    ("FI", "14n", 3), ("FK", "2a12n", 2), ("FO", "14n", 4), ("FR", "10n11c2n", 5), ("GB", "4a14n", 4),
    ("GE", "2a16n", 2), ("GI", "4a15c", 4), ("GL", "14n", 4), ("GR", "7n16c", 3), ("GT", "24c", 4), ("HN", "4a20n", 4),
    ("HR", "17n", 7), ("HU", "24n", 3), ("IE", "4a14n", 4), ("IL", "19n", 3), ("IQ", "4a15n", 4), ("IS", "22n", 2),
    ("IT", "1a10n12c", 5), ("JO", "4a4n18c", 4), ("KW", "4a22c", 4), ("KZ", "3n13c", 3), ("LB", "4n20c", 4),
    ("LC", "4a24c", 4), ("LI", "5n12c", 5), ("LT", "16n", 5), ("LU", "3n13c", 3), ("LV", "4a13c", 4), ("LY", "21n", 3),
    ("MC", "10n11c2n", 5), ("MD", "20c", 2), ("ME", "18n", 3), ("MK", "3n10c2n", 3), ("MN", "16n", 4), ("MR", "23n", 5),
    ("MT", "4a5n18c", 4), ("MU", "4a19n3a", 6), ("NI", "4a20n", 4), ("NL", "4a10n", 4), ("NO", "11n", 4),
    ("OM", "3n16c", 3), ("PK", "4a16c", 4), ("PL", "24n", 0), ("PS", "4a21c", 4), ("PT", "21n", 4), ("QA", "4a21c", 4),
    ("RO", "4a16c", 4), ("RS", "18n", 3), ("RU", "14n15c", 9), ("SA", "2n18c", 2), ("SC", "4a20n3a", 6),
    ("SD", "14n", 2), ("SE", "20n", 3), ("SI", "15n", 5), ("SK", "20n", 4), ("SM", "1a10n12c", 5), ("SO", "19n", 4),
    ("ST", "21n", 4), ("SV", "4a20n", 4), ("TL", "19n", 3), ("TN", "20n", 2), ("TR", "6n16c", 5), ("UA", "6n19c", 6),
    ("VA", "18n", 3), ("VG", "4a16n", 4), ("XK", "16n", 2), ("YE", "4a4n18c", 4),
];

/// The structure of the account part of a country's IBANs; none for a country without IBAN.
pub(super) fn bban_structure(country: &str) -> Option<&'static str> {
    entry(country).map(|(structure, _)| structure)
}

/// Where the bank stands in the account part of a country's IBANs; nothing where the registry does not say. In Italy and San Marino a
/// check character stands before it.
pub(in crate::domain) fn bank_part(country: Country) -> Option<Range<usize>> {
    let (structure, length) = entry(country.as_str())?;
    let start = usize::from(structure.starts_with("1a"));
    (length > 0).then(|| start..start + usize::from(length))
}

fn entry(country: &str) -> Option<(&'static str, u8)> {
    let index = STRUCTURES.binary_search_by_key(&country, |(code, ..)| code).ok()?;
    Some((STRUCTURES[index].1, STRUCTURES[index].2))
}

/// How many characters the IBANs of a country have; none for a country without IBAN.
#[must_use]
pub fn iban_length(country: Country) -> Option<usize> {
    bban_structure(country.as_str()).map(|structure| 4 + structure::length(structure))
}

/// Territories whose accounts have the IBANs of Finland, France or Great Britain.
///
/// Source: IBAN Registry, entries FR and FI; European Payments Council, relation between IBAN and BIC country codes.
const TERRITORIES: &str = "AX BL GF GG GP IM JE MF MQ NC PF PM RE TF WF YT";

impl Country {
    /// Whether accounts in this country have IBANs, be it those of another country.
    #[must_use]
    pub fn has_iban(self) -> bool {
        let is_territory = TERRITORIES.split(' ').any(|code| code == self.as_str());
        is_territory || bban_structure(self.as_str()).is_some()
    }
}
