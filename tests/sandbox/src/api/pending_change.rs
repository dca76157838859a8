//! A change that waits for its login: what is sealed, and how the login is bound to it.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use nemkonto::{
    contract::{Authority, ChangeId, PayeeCheck, ProblemType, Sealed, Timestamp, UnitId, Warning},
    domain::{change::Change, draft::Draft},
};
use serde::{Deserialize, Serialize};
use sha2::{
    Digest, Sha256,
    digest::{consts::U32, generic_array::GenericArray},
};

use super::{Api, Refusal, Wrong};
use crate::{
    random,
    relying_party::{LoginTransaction, Person},
    seal::{Purpose, SealBroken, Sealer},
};

/// What a login confirms. Its JSON, in this order of members, is the "change bytes" that the nonce commits to.
#[derive(Serialize, Deserialize)]
pub struct Statement {
    /// Name of the change.
    pub change_id: ChangeId,
    /// The unit for which the caseworker acts.
    pub unit: UnitId,
    /// Version of what the caseworker looked at.
    pub version: u64,
    /// To what, and what is done to it.
    pub change: Change,
    /// What the caseworker was told before confirming.
    pub warnings: Vec<Warning>,
    /// What the bank of the new account said about its owner, and the caseworker to that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payee: Option<PayeeCheck>,
}

/// A prepared change with all that is needed to recognise its login. Only this API can read it.
#[derive(Clone, Serialize, Deserialize)]
pub struct PendingChange {
    change_bytes: String,
    salt: String,
    /// The form as it was typed, in case it is wanted back.
    pub draft: Draft,
    /// State, PKCE verifier and return address of the login.
    pub login: LoginTransaction,
    /// When the change was prepared.
    pub prepared_at: Timestamp,
    /// Until when the login can commit it.
    pub expires_at: Timestamp,
    /// Who must log in.
    pub person: Person,
    /// For whom that person works.
    pub employer: Authority,
}

/// A salted commitment to one change; the `nonce` of its login. Who knows only the nonce can neither guess the change nor make
/// another change that fits.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Commitment([u8; 32]);

impl PendingChange {
    /// A pending change with a salt of its own.
    pub fn new(
        statement: &Statement,
        draft: Draft,
        redirect_uri: String,
        (person, employer): (Person, Authority),
        prepared_at: Timestamp,
        expires_at: Timestamp,
    ) -> Result<Self, serde_json::Error> {
        Ok(Self {
            change_bytes: serde_json::to_string(statement)?,
            salt: random::token(),
            draft,
            login: LoginTransaction::new(redirect_uri),
            prepared_at,
            expires_at,
            person,
            employer,
        })
    }

    /// Seals it.
    pub fn seal(&self, sealer: &Sealer) -> Result<Sealed, serde_json::Error> {
        sealer.seal(Purpose::Change, self).map(Sealed)
    }

    /// Opens a sealed one.
    pub fn open(sealer: &Sealer, Sealed(text): &Sealed) -> Result<Self, SealBroken> {
        sealer.open(Purpose::Change, text)
    }

    /// What the change bytes say.
    pub fn statement(&self) -> Result<Statement, SealBroken> {
        serde_json::from_str(&self.change_bytes).map_err(|_| SealBroken)
    }

    /// A refusal; where the wrong person has logged in, with the employer of the right one.
    pub fn refuse(&self, refusal: Refusal) -> Refusal {
        let is_about_person =
            matches!(refusal.kind, ProblemType::PrivateIdentity | ProblemType::OtherPerson | ProblemType::OtherCompany);
        Refusal { expected: is_about_person.then(|| self.employer.clone()), ..refusal }
    }

    /// The commitment to exactly these bytes: `SHA-256("nemkonto-change-v1" ‖ salt ‖ change bytes)`.
    pub fn commitment(&self) -> Result<Commitment, SealBroken> {
        let digest = Sha256::new()
            .chain_update("nemkonto-change-v1")
            .chain_update(self.salt()?)
            .chain_update(&self.change_bytes)
            .finalize();
        Ok(Commitment(digest.into()))
    }

    /// The bytes that the commitment is about.
    #[must_use]
    pub fn change_bytes(&self) -> &str {
        &self.change_bytes
    }

    /// The salt: 32 bytes.
    pub fn salt(&self) -> Result<[u8; 32], SealBroken> {
        let salt = BASE64_URL_SAFE_NO_PAD.decode(&self.salt).map_err(|_| SealBroken)?;
        salt.try_into().map_err(|_| SealBroken)
    }
}

/// The `nonce` of the login for a change.
pub fn nonce(api: &Api, commitment: &Commitment) -> String {
    if api.is_wrong(Wrong::OneNonce) { "another-nonce".to_owned() } else { commitment.nonce() }
}

impl Commitment {
    /// The `nonce`: 64 hexadecimal digits.
    #[must_use]
    pub fn nonce(&self) -> String {
        format!("{:x}", GenericArray::<u8, U32>::from(self.0))
    }

    /// Four digits for comparing screen and app by eye.
    #[must_use]
    pub fn check_code(&self) -> String {
        let [a, b, c, d, ..] = self.0;
        format!("{:04}", u32::from_be_bytes([a, b, c, d]) % 10_000)
    }
}

#[cfg(test)]
mod tests;
