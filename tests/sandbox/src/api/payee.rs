//! Whose account it is, as its bank says, before a change can be confirmed; and what the caseworker says to a name that does not fit.

use nemkonto::{
    contract::{Acknowledged, PayeeCheck, PrepareRequest, Reading, Reason, Sealed, Timestamp, ToAcknowledge},
    domain::{
        account::Account,
        change::Change,
        domestic::DomesticCountry,
        iban::Iban,
        payee::{Acknowledgement, PayeeAnswer},
    },
};
use serde::{Deserialize, Serialize};

use super::{Api, Refusal, Wrong};
use crate::{relying_party::Person, seal::Purpose, vop::BankAnswer};

/// A bank's answer to one change of one caseworker, for which something has to be said. Only this API can read it.
#[derive(Serialize, Deserialize)]
struct SealedAnswer {
    change: Change,
    check: PayeeCheck,
    person: Person,
    expires_at: Timestamp,
}

/// Who asks about which change, and when.
pub struct Asking<'a> {
    /// The API.
    pub api: &'a Api,
    /// The caseworker.
    pub person: &'a Person,
    /// When.
    pub now: Timestamp,
}

impl Asking<'_> {
    /// What the bank says, with what the caseworker has said to it. Nothing where nobody is asked.
    pub async fn check(
        &self,
        request: &PrepareRequest,
        change: &Change,
        holder: Option<&str>,
    ) -> Result<Option<PayeeCheck>, Refusal> {
        let Some(settings) = &self.api.settings().payee else { return Ok(None) };
        if let Some(answered) = request.acknowledges.as_ref().and_then(|sealed| self.open(sealed, change)) {
            let any_reason = self.api.is_wrong(Wrong::AnyReason);
            return acknowledge(answered, request, &settings.reasons, any_reason).map(Some);
        }
        let (Some(name), Some(account)) = (holder, change.account().filter(|account| is_the_holders(account))) else {
            return Ok(None);
        };
        let BankAnswer { answer, bank_name } = match (iban(account), self.api.vop()) {
            (Some(iban), Some(vop)) => vop.ask(name, &iban).await,
            _ => BankAnswer { answer: PayeeAnswer::NoIban, bank_name: None },
        };
        Ok(Some(PayeeCheck { asked_name: name.to_owned(), asked_at: self.now, answer, bank_name, acknowledged: None }))
    }

    /// What has to be said before there is a login, if anything has.
    pub fn to_acknowledge(&self, reading: &Reading) -> Result<Option<ToAcknowledge>, Refusal> {
        let settings = self.api.settings();
        let (Some(payee), Some(check)) = (&settings.payee, &reading.payee) else { return Ok(None) };
        if !check.wants_acknowledgement() || self.api.is_wrong(Wrong::NoReason) {
            return Ok(None);
        }
        let answer = SealedAnswer {
            change: reading.change.clone(),
            check: check.clone(),
            person: self.person.clone(),
            expires_at: self.now.plus(settings.limits.pending),
        };
        let sealed = Sealed(self.api.sealer().seal(Purpose::PayeeAnswer, &answer)?);
        Ok(Some(ToAcknowledge { reasons: payee.reasons.clone(), sealed }))
    }

    /// The answer, if it is one to this change of this caseworker, and not too old. Any other is asked for again.
    fn open(&self, Sealed(text): &Sealed, change: &Change) -> Option<PayeeCheck> {
        let answer: SealedAnswer = self.api.sealer().open(Purpose::PayeeAnswer, text).ok()?;
        let is_good = answer.change == *change && answer.person == *self.person && self.now <= answer.expires_at;
        (is_good || self.api.is_wrong(Wrong::AnyAnswer)).then_some(answer.check)
    }
}

/// The answer with what the form says to it.
fn acknowledge(
    check: PayeeCheck,
    request: &PrepareRequest,
    reasons: &[Reason],
    any: bool,
) -> Result<PayeeCheck, Refusal> {
    let find = |id: &str| reasons.iter().find(|reason| reason.id == id);
    let Acknowledgement { reason, note } =
        request.draft.acknowledgement(|id| find(id).map(|reason| reason.wants_note)).or_else(|errors| {
            let reason = reasons.first().filter(|_| any).map(|reason| reason.id.clone());
            reason.map(|reason| Acknowledgement { reason, note: None }).ok_or_else(|| Refusal::from(&errors))
        })?;
    let acknowledged = find(&reason).map(|reason| Acknowledged { reason: reason.clone(), note });
    Ok(PayeeCheck { acknowledged, ..check })
}

/// Whether the account should be the holder's. A creditor is paid in the holder's stead.
fn is_the_holders(account: &Account) -> bool {
    !matches!(account, Account::Fi(_))
}

/// The IBAN by which a bank finds the account. A registration number does not tell Denmark from the Faroe Islands and Greenland, and the
/// banks know all of them by their Danish one.
fn iban(account: &Account) -> Option<Iban> {
    match account {
        Account::Domestic(account) => Some(account.to_iban(DomesticCountry::Denmark)),
        Account::Iban(account) => Some(account.iban.iban().clone()),
        Account::Number(_) | Account::Fi(_) => None,
    }
}
