//! Receipts, as they are kept, scanned and presented for years.

use std::{
    pin::pin,
    task::{Context, Poll, Waker},
};

use nemkonto::{
    contract::{Receipt, ReceiptCode, ReceiptKey, ReceiptKeys, SignedReceipt},
    verification::{UnverifiedDocument, VerificationError, VerifiedDocument},
};

use crate::answers::written_again;

/// The content, and the signed documents. Whatever is presented without a signature that holds is never called genuine.
pub fn receipts(bytes: &[u8]) {
    let _ = written_again::<Receipt>(bytes);
    let _ = written_again::<ReceiptCode>(bytes);
    let text = String::from_utf8_lossy(bytes);
    if let Ok(receipt) = SignedReceipt::read(text.clone().into_owned(), String::new()) {
        assert_eq!(receipt.document(), text);
    }
    let Ok(document) = UnverifiedDocument::read(&text) else { return };
    assert_eq!(verify(document.clone(), Ok(false)).err(), Some(VerificationError::Altered));
    assert_eq!(verify(document.clone(), Err(())).err(), Some(VerificationError::NoCrypto));
    if let Ok(verified) = verify(document, Ok(true)) {
        let again = UnverifiedDocument::read(verified.as_str()).and_then(|again| verify(again, Ok(true)));
        assert_eq!(again.map(|again| again.content().clone()).as_ref(), Ok(verified.content()));
    }
}

/// What follows if the key that the document names exists, and the arithmetic says this.
pub fn verify(
    document: UnverifiedDocument,
    has_signed: Result<bool, ()>,
) -> Result<VerifiedDocument, VerificationError> {
    let keys = ReceiptKeys { keys: vec![ReceiptKey::p256(document.kid(), "", "")] };
    let check = async |_: &ReceiptKey, message: &[u8], signature: &[u8]| {
        assert!(!message.is_empty() && !signature.is_empty());
        has_signed
    };
    let mut context = Context::from_waker(Waker::noop());
    match pin!(document.verify(&keys, check)).poll(&mut context) {
        Poll::Ready(verified) => verified,
        Poll::Pending => unreachable!("nothing waits"),
    }
}
