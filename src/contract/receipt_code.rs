//! What the QR code of a receipt says: enough to compare with the paper, and no number in whole.

use serde::{Deserialize, Serialize};

use super::{Receipt, Timestamp, shown};
use crate::domain::{
    account::Account,
    benefit_type::BenefitCode,
    change_kind::ChangeKind,
    holder::{HolderId, Scheme},
};

/// Payload of the short signed document in the QR code. Its names are short, so that the code stays easy to scan.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ReceiptCode {
    /// Number of the receipt.
    #[serde(rename = "no", deserialize_with = "shown::text")]
    pub number: String,
    /// When the change was committed.
    #[serde(rename = "at")]
    pub committed_at: Timestamp,
    /// What was done.
    #[serde(rename = "did")]
    pub kind: ChangeKind,
    /// Name of the caseworker's authority.
    #[serde(rename = "by", deserialize_with = "shown::text")]
    pub authority: String,
    /// The short code that stood in the confirmation and in the `MitID` app.
    #[serde(rename = "chk", deserialize_with = "shown::text")]
    pub check_code: String,
    /// The kind of the holder's number, if the change was about a holder.
    #[serde(rename = "sch", default, skip_serializing_if = "Option::is_none")]
    pub scheme: Option<Scheme>,
    /// The holder's number in the groups that people write, `99 00 01 20`; of a CPR number, which is nobody's business, only the day of birth:
    /// `010158-****`.
    #[serde(rename = "for", default, skip_serializing_if = "Option::is_none", deserialize_with = "shown::optional")]
    pub holder: Option<String>,
    /// The benefit type, if the change was about one.
    #[serde(rename = "bt", default, skip_serializing_if = "Option::is_none")]
    pub benefit_type: Option<BenefitCode>,
    /// The account that the change introduced, masked: `9999 ......3456`, `LT.. 8901` of an IBAN, `US.. 6789` of an account without one (of a
    /// number of up to four characters only the last), `FI ....0000` of a creditor.
    #[serde(rename = "to", default, skip_serializing_if = "Option::is_none", deserialize_with = "shown::optional")]
    pub account: Option<String>,
    /// SHA-256 of the text of the whole signed document, base64url.
    #[serde(rename = "sha")]
    pub document: String,
}

impl ReceiptCode {
    /// Type of the short document (`typ`, RFC 7515 section 4.1.9).
    pub const TYPE: &str = "nemkonto-code+jws";

    /// What the code of a receipt says, given the SHA-256 of the receipt as signed.
    #[must_use]
    pub fn of(receipt: &Receipt, document: String) -> Self {
        let Receipt { number, change, caseworker, committed_at, check_code, .. } = receipt;
        Self {
            number: number.clone(),
            committed_at: *committed_at,
            kind: change.kind(),
            authority: caseworker.authority.name.clone(),
            check_code: check_code.clone(),
            scheme: change.holder().map(HolderId::scheme),
            holder: change.holder().map(HolderId::masked),
            benefit_type: change.benefit_type().cloned(),
            account: change.account().map(Account::masked),
            document,
        }
    }
}
