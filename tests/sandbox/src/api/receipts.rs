//! Receipts, for the authority whose caseworker made the change, and the keys that verify them, for everybody.

use axum::{
    Json,
    extract::{Path, State},
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use nemkonto::{
    contract::{ProblemType, Receipt, ReceiptCode, ReceiptKeys, SignedReceipt},
    domain::right::Right,
};
use rand::{Rng, rngs::OsRng};
use sha2::{Digest, Sha256};

use super::{
    Api, Refusal, Wrong,
    extract::{LoggedIn, require},
};
use crate::{
    identities::MUNICIPALITY,
    sign::SigningKey,
    store::{
        audit::{self, Event},
        commits, receipt_keys,
    },
};

/// `GET /api/receipts/{number}`
pub async fn receipt(
    State(api): State<Api>,
    LoggedIn(session): LoggedIn,
    Path(number): Path<String>,
) -> Result<Json<SignedReceipt>, Refusal> {
    require(&session, Right::ViewAccounts)?;
    let (now, for_all) = (api.clock().now(), api.is_wrong(Wrong::ReceiptsForAll));
    api.store()
        .transaction(move |transaction| {
            let municipality = MUNICIPALITY.to_contract().cvr;
            let reader = if for_all { &municipality } else { &session.caseworker.authority.cvr };
            let (receipt, holder) =
                commits::receipt(transaction, &number, reader)?.ok_or(ProblemType::ReceiptNotFound)?;
            let entry = audit::Entry { holder, change: Some(&receipt.change_id), ..audit::Entry::by(&session) };
            audit::write(transaction, now, Event::ReceiptRead, &entry)?;
            Ok(Json(receipt))
        })
        .await
}

/// `GET /api/receipt-keys`, without a login: whoever holds a receipt may check it.
pub async fn keys(State(api): State<Api>) -> Result<Json<ReceiptKeys>, Refusal> {
    let keys = api.store().transaction(|transaction| receipt_keys::published(transaction).map_err(Refusal::from));
    Ok(Json(keys.await?))
}

/// Signs a receipt, and the code for its paper.
pub(super) fn sign(key: &SigningKey, receipt: &Receipt, api: &Api) -> Result<SignedReceipt, Refusal> {
    let document = key.sign(SignedReceipt::TYPE, receipt)?;
    let digested = if api.is_wrong(Wrong::CodeOfAnother) { "another" } else { &document };
    let digest = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(digested));
    let code = key.sign(ReceiptCode::TYPE, &ReceiptCode::of(receipt, digest))?;
    SignedReceipt::read(document, code).map_err(|error| Refusal::with_detail(ProblemType::Internal, error.to_string()))
}

/// A number for a new receipt: twelve characters that are not mistaken for each other, 60 random bits, such as `7F3K-9Q2M-XT4C`.
pub(super) fn new_number() -> String {
    /// Crockford's base 32, without I, L, O and U.
    const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let group = || (0..4).map(|_| char::from(ALPHABET[OsRng.gen_range(0..32)])).collect::<String>();
    [group(), group(), group()].join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn receipt_numbers_can_be_read_aloud_and_differ() {
        let number = new_number();
        assert_eq!(number.split('-').map(str::len).collect::<Vec<_>>(), [4, 4, 4]);
        assert!(!number.contains(['I', 'L', 'O', 'U']));
        assert_ne!(number, new_number());
    }
}
