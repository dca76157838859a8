//! Receipts, for the authority whose caseworker made the change.

use axum::{
    Json,
    extract::{Path, State},
};
use nemkonto::contract::{ProblemKind, Receipt, Right};
use rand::{Rng, rngs::OsRng};

use super::{
    Api, Refusal,
    extract::{LoggedIn, require},
};
use crate::store::{
    audit::{self, Event},
    commits,
};

/// `GET /api/receipts/{number}`
pub async fn receipt(
    State(api): State<Api>,
    LoggedIn(session): LoggedIn,
    Path(number): Path<String>,
) -> Result<Json<Receipt>, Refusal> {
    require(&session, Right::ViewAccounts)?;
    let now = api.clock().now();
    api.store()
        .transaction(move |transaction| {
            let (receipt, holder) = commits::receipt(transaction, &number, &session.caseworker.authority.cvr)?
                .ok_or(ProblemKind::ReceiptNotFound)?;
            let entry = audit::Entry { holder, change: Some(&receipt.change_id), ..audit::Entry::by(&session) };
            audit::write(transaction, now, Event::ReceiptRead, &entry)?;
            Ok(Json(receipt))
        })
        .await
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
