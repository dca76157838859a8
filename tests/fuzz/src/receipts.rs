//! Receipts, as they are kept, scanned and presented for years.

use nemkonto::{
    contract::{Receipt, ReceiptCode, SignedReceipt},
    verification::{Presented, Signature, VerificationError},
};

use crate::answers::written_again;

/// The content, and the signed documents. Whatever is presented without a signature that holds is never called genuine.
pub fn receipts(bytes: &[u8]) {
    written_again::<Receipt>(bytes);
    written_again::<ReceiptCode>(bytes);
    let text = String::from_utf8_lossy(bytes);
    if let Ok(receipt) = SignedReceipt::read(text.clone().into_owned(), String::new()) {
        assert_eq!(receipt.document(), text);
    }
    let Ok(presented) = Presented::read(&text) else { return };
    assert!(!presented.signed_bytes().is_empty() && !presented.signature().is_empty());
    assert_eq!(presented.clone().judge(Signature::Fails).err(), Some(VerificationError::Altered));
    if let Ok(proven) = presented.judge(Signature::Holds) {
        let again = Presented::read(proven.document()).and_then(|again| again.judge(Signature::Holds));
        assert_eq!(again.map(|again| again.content().clone()).as_ref(), Ok(proven.content()));
    }
}
