//! What the IBAN registry says of each country.

use crate::domain::country::Country;
use crate::domain::structure;

/// Countries with IBAN and the structure of their account part (BBAN), see [`structure`].
///
/// Source: SWIFT, IBAN Registry, release 103 (September 2026). Neighbouring parts of one kind are joined.
///
/// The library that computes the check digits has a table too, but of release 98 and without Pakistan, and it cannot tell
/// where a structure goes wrong.
#[rustfmt::skip]
const STRUCTURES: [(&str, &str); 89] = [
    ("AD", "8n12c"), ("AE", "19n"), ("AL", "8n16c"), ("AT", "16n"), ("AZ", "4a20c"), ("BA", "16n"), ("BE", "12n"),
    ("BG", "4a6n8c"), ("BH", "4a14c"), ("BI", "23n"), ("BR", "8c15n2c"), ("BY", "4c4n16c"), ("CH", "5n12c"),
    ("CR", "18n"), ("CY", "8n16c"), ("CZ", "20n"), ("DE", "18n"), ("DJ", "23n"), ("DK", "14n"), ("DO", "4c20n"),
    ("EE", "16n"), ("EG", "25n"), ("ES", "20n"), ("FI", "14n"), ("FK", "2a12n"), ("FO", "14n"), ("FR", "10n11c2n"),
    ("GB", "4a14n"), ("GE", "2a16n"), ("GI", "4a15c"), ("GL", "14n"), ("GR", "7n16c"), ("GT", "24c"), ("HN", "4a20n"),
    ("HR", "17n"), ("HU", "24n"), ("IE", "4a14n"), ("IL", "19n"), ("IQ", "4a15n"), ("IS", "22n"), ("IT", "1a10n12c"),
    ("JO", "4a4n18c"), ("KW", "4a22c"), ("KZ", "3n13c"), ("LB", "4n20c"), ("LC", "4a24c"), ("LI", "5n12c"),
    ("LT", "16n"), ("LU", "3n13c"), ("LV", "4a13c"), ("LY", "21n"), ("MC", "10n11c2n"), ("MD", "20c"), ("ME", "18n"),
    ("MK", "3n10c2n"), ("MN", "16n"), ("MR", "23n"), ("MT", "4a5n18c"), ("MU", "4a19n3a"), ("NI", "4a20n"),
    ("NL", "4a10n"), ("NO", "11n"), ("OM", "3n16c"), ("PK", "4a16c"), ("PL", "24n"), ("PS", "4a21c"), ("PT", "21n"),
    ("QA", "4a21c"), ("RO", "4a16c"), ("RS", "18n"), ("RU", "14n15c"), ("SA", "2n18c"), ("SC", "4a20n3a"),
    ("SD", "14n"), ("SE", "20n"), ("SI", "15n"), ("SK", "20n"), ("SM", "1a10n12c"), ("SO", "19n"), ("ST", "21n"),
    ("SV", "4a20n"), ("TL", "19n"), ("TN", "20n"), ("TR", "6n16c"), ("UA", "6n19c"), ("VA", "18n"), ("VG", "4a16n"),
    ("XK", "16n"), ("YE", "4a4n18c"),
];

/// The structure of the account part of a country's IBANs; none for a country without IBAN.
pub(super) fn bban_structure(country: &str) -> Option<&'static str> {
    let index = STRUCTURES.binary_search_by_key(&country, |(code, _)| code).ok()?;
    Some(STRUCTURES[index].1)
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
