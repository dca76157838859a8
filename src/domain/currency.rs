//! Currencies as codes. Their names are texts and live elsewhere.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::text::{self, FormatError};

/// The codes of ISO 4217 for money in circulation, sorted; without metals, funds and test codes.
const CODES: &str = "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP \
CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK \
JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN \
NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS \
TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER ZAR ZMW ZWG";

pub(super) const LABELS: [&str; 4] = ["VALUTA", "VALUTAKODE", "CURRENCY", "CURRENCYCODE"];

/// A currency, known by its three-letter code (ISO 4217).
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String", into = "String")]
pub struct Currency(String);

/// Why a text is no currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CurrencyError {
    /// Not three letters.
    Format(FormatError),
    /// No currency has this code.
    Unknown,
}

text_on_the_wire!(Currency, CurrencyError);
named_error!(CurrencyError);
from_format_error!(CurrencyError);

impl Currency {
    /// Reads a code as typed: `eur`, `Valuta: EUR`.
    pub fn parse(raw: &str) -> Result<Currency, CurrencyError> {
        let compact = text::compact(raw, &LABELS)?;
        compact.require(|byte| byte.is_ascii_uppercase())?;
        compact.require_length(3..=3)?;
        let code = compact.into_string();
        if CODES.split(' ').any(|known| known == code) { Ok(Currency(code)) } else { Err(CurrencyError::Unknown) }
    }

    /// Three letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
