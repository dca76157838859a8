//! Asking an account's bank who owns it: Verification of Payee, as the EPC's scheme has it (rulebook EPC218-23).
//!
//! A bank or a service between the banks and us answers. What travels has the scheme's names and codes, and is known nowhere but here. How it is
//! really called by an agency's provider is the provider's to say; then this is the file that changes.

pub mod stand_in;

use std::time::Duration;

use nemkonto::domain::{iban::Iban, payee::PayeeAnswer};
use reqwest::header;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::random;

/// Where a question is sent, below the provider's address.
const PATH: &str = "/vop/v1/payee-verifications";
/// The header that says to which question an answer belongs.
const REQUEST_ID: &str = "X-Request-ID";
/// The longest answer that is read, in bytes.
const LONGEST_ANSWER: usize = 16 * 1024;

/// Asks a provider of Verification of Payee.
pub struct Vop {
    http: reqwest::Client,
    address: Url,
}

/// What a bank says of a name and an account.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BankAnswer {
    /// The answer.
    pub answer: PayeeAnswer,
    /// The name that the bank has, where it is a close match.
    pub bank_name: Option<String>,
}

/// Is the account this party's?
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Question {
    party: Party,
    party_account: PartyAccount,
}

#[derive(Serialize, Deserialize)]
struct Party {
    name: String,
}

#[derive(Serialize, Deserialize)]
struct PartyAccount {
    iban: String,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    party_name_match: Code,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    matched_name: Option<String>,
}

/// The scheme's codes.
#[derive(Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
enum Code {
    /// The name matches.
    Mtch,
    /// It nearly matches.
    Cmtc,
    /// It does not match.
    Nmtc,
    /// The verification is not possible.
    Noap,
}

impl Vop {
    /// Asks at this address, and waits so long for an answer.
    pub fn new(address: Url, patience: Duration) -> Result<Self, reqwest::Error> {
        let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).timeout(patience).build()?;
        Ok(Self { http, address })
    }

    /// Whether an account is somebody's. Whatever goes wrong is no answer: nobody is kept from their work by a bank that is out of order.
    pub async fn ask(&self, name: &str, iban: &Iban) -> BankAnswer {
        let no_answer = BankAnswer { answer: PayeeAnswer::NoAnswer, bank_name: None };
        self.answer(name, iban).await.map_or(no_answer, read)
    }

    async fn answer(&self, name: &str, iban: &Iban) -> Option<Answer> {
        let question = Question {
            party: Party { name: name.to_owned() },
            party_account: PartyAccount { iban: iban.as_str().to_owned() },
        };
        let id = random::name();
        let request = self.http.post(self.address.join(PATH).ok()?).header(REQUEST_ID, &id).json(&question);
        let mut response = request.header(header::ACCEPT, "application/json").send().await.ok()?;
        // An answer that is somebody else's says nothing of this account.
        if !response.status().is_success() || response.headers().get(REQUEST_ID)?.as_bytes() != id.as_bytes() {
            return None;
        }
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.ok()? {
            body.extend_from_slice(&chunk);
            if body.len() > LONGEST_ANSWER {
                return None;
            }
        }
        serde_json::from_slice(&body).ok()
    }
}

fn read(Answer { party_name_match, matched_name }: Answer) -> BankAnswer {
    let name = matched_name.map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    match (party_name_match, name) {
        (Code::Mtch, _) => BankAnswer { answer: PayeeAnswer::Match, bank_name: None },
        (Code::Cmtc, Some(name)) => BankAnswer { answer: PayeeAnswer::CloseMatch, bank_name: Some(name) },
        // The scheme's close match comes with the name. Without it there is nothing to compare.
        (Code::Nmtc | Code::Cmtc, _) => BankAnswer { answer: PayeeAnswer::NoMatch, bank_name: None },
        (Code::Noap, _) => BankAnswer { answer: PayeeAnswer::NotInScheme, bank_name: None },
    }
}
