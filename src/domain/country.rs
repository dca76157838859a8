//! Countries as codes. Their names are texts and live elsewhere.

use std::fmt;

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// The two-letter codes of ISO 3166-1 and `XK` (Kosovo, used by banks under the standard's user-assigned range), sorted.
const CODES: &str = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCR\
CUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISITJEJMJO\
JPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINLNONPNRNUNZOMPAPEPFPG\
PHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVG\
VIVNVUWFWSXKYEYTZAZMZW";

/// A country or territory, known by its two-letter code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Country(&'static str);

impl Country {
    /// Denmark.
    pub const DENMARK: Country = Country("DK");
    /// The Faroe Islands.
    pub const FAROE_ISLANDS: Country = Country("FO");
    /// Greenland.
    pub const GREENLAND: Country = Country("GL");

    /// The country with this code: exactly two upper-case letters.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Country> {
        let (codes, _) = CODES.as_bytes().as_chunks::<2>();
        let index = codes.binary_search_by(|known| known.as_slice().cmp(code.as_bytes())).ok()?;
        Some(Country(&CODES[2 * index..2 * index + 2]))
    }

    /// All countries, in the order of their codes.
    pub fn all() -> impl Iterator<Item = Country> {
        (0..CODES.len()).step_by(2).map(|at| Country(&CODES[at..at + 2]))
    }

    /// The two letters.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.0
    }

    /// Whether this is Denmark, the Faroe Islands or Greenland, whose accounts have a registration number.
    #[must_use]
    pub fn is_domestic(self) -> bool {
        [Country::DENMARK, Country::FAROE_ISLANDS, Country::GREENLAND].contains(&self)
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

// Written out, because the derived one would ask for text that lives forever.
impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Country, D::Error> {
        let code = String::deserialize(deserializer)?;
        Country::from_code(&code).ok_or_else(|| D::Error::custom("unknown country"))
    }
}

/// Whether a bank in `bic_country` can hold accounts of `account_country` (the country of the IBAN, where there is one).
///
/// They are equal, except for territories whose accounts are those of another country.
/// Source: European Payments Council, relation between IBAN and BIC country codes. That banks in territories of the
/// United States may have a BIC of either is inferred.
///
/// ```
/// use nemkonto::domain::country::{Country, countries_agree};
///
/// let [guernsey, britain, france] = ["GG", "GB", "FR"].map(|code| Country::from_code(code).unwrap());
/// assert!(countries_agree(britain, guernsey));
/// assert!(!countries_agree(britain, france));
/// ```
#[must_use]
pub fn countries_agree(account_country: Country, bic_country: Country) -> bool {
    let also = match account_country.as_str() {
        "FR" => "GF GP MQ RE YT BL MF PM NC PF TF WF GG JE",
        "MC" => "FR",
        "GB" => "GG JE IM VG",
        "IE" => "GB",
        "DK" => "FO GL",
        "PR" | "GU" | "VI" | "AS" | "MP" => "US",
        _ => "",
    };
    account_country == bic_country || also.split(' ').any(|code| code == bic_country.as_str())
}
