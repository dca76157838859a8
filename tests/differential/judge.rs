//! Reads lines of kind, tab, input, and answers each with the compact form, or with nothing when the input is refused.
//!
//! The first argument is today's date (ISO 8601), after which nobody can be born.

use std::io::{BufRead, Write, stdin, stdout};

use nemkonto::domain::bic::Bic;
use nemkonto::domain::company_number::{Cvr, PNumber};
use nemkonto::domain::country::Country;
use nemkonto::domain::date::Date;
use nemkonto::domain::domestic::{AccountNumber, DomesticAccount, DomesticCountry, RegistrationNumber};
use nemkonto::domain::fi::{FiAccount, Slip};
use nemkonto::domain::foreign_number::ForeignNumber;
use nemkonto::domain::holder::{HolderId, Scheme};
use nemkonto::domain::iban::Iban;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let today: Date = std::env::args().nth(1).ok_or("today's date is missing")?.try_into()?;
    let mut out = stdout().lock();
    for line in stdin().lock().lines() {
        let line = line?;
        let (kind, input) = line.split_once('\t').ok_or("a line without tab")?;
        writeln!(out, "{}", judge(kind, input, today).unwrap_or_default())?;
    }
    Ok(())
}

fn judge(kind: &str, input: &str, today: Date) -> Option<String> {
    match kind {
        "cpr" => HolderId::parse(Scheme::Cpr, input, today).ok().map(|holder| holder.as_str().to_owned()),
        "cvr" => Cvr::parse(input).ok().map(String::from),
        "iban" => Iban::parse(input).ok().map(String::from),
        "bic" => Bic::parse(input).ok().map(String::from),
        "aba" => abroad("US", input, "1")?.bank_code().map(str::to_owned),
        "clabe" => Some(abroad("MX", "", input)?.account().to_owned()),
        "slip" => FiAccount::parse(Slip::Type71, "80000000", input).ok()?.payment_id().map(str::to_owned),
        "p" => PNumber::parse(input).ok().map(String::from),
        "domestic" => {
            let (registration_number, rest) = input.split_once('|')?;
            let (account_number, country) = rest.split_once('|')?;
            let country = match country {
                "DK" => DomesticCountry::Denmark,
                "FO" => DomesticCountry::FaroeIslands,
                "GL" => DomesticCountry::Greenland,
                _ => return None,
            };
            let registration_number = RegistrationNumber::parse(registration_number).ok()?;
            let account = DomesticAccount::new(registration_number, AccountNumber::parse(account_number).ok()?);
            Some(account.to_iban(country).into())
        }
        "nz" => {
            let (bank_code, account) = input.split_once('|')?;
            let number = abroad("NZ", bank_code, account)?;
            Some(format!("{}{}", number.bank_code()?, number.account()))
        }
        _ => None,
    }
}

fn abroad(country: &str, bank_code: &str, account: &str) -> Option<ForeignNumber> {
    ForeignNumber::parse(Country::from_code(country)?, bank_code, account).ok()
}
