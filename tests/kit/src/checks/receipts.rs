//! Receipts, and what other authorities are told.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use nemkonto::{
    contract::{HistoryEvent, HistoryPage, ProblemType, ReceiptCode, ReceiptKeys, SignedReceipt},
    verification::Content,
};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::checks;
use crate::{
    Kit,
    cases::Who,
    kit::{Caseworker, Ready},
    outcome::{Outcome, expect, fail},
    signature::verify,
};

checks! {
    "receipts.signed", "GET /api/receipt-keys",
    "The `document` of a receipt is a JWS (compact, `alg` ES256, `typ` nemkonto-receipt+jws, a `kid` and nothing else in the header) that one of the published keys has signed."
    => signed;
    "receipts.says", "POST /api/changes/{change_id}/confirm",
    "It says exactly what was confirmed: change, names, warnings and check code as `prepare` told them, the caseworker for the unit, and times in their order: prepared, logged in, committed. It says what was registered before, but of a deletion nothing."
    => says;
    "receipts.code", "POST /api/changes/{change_id}/confirm",
    "The `code` for the paper is a JWS of the same kind (`typ` nemkonto-code+jws). It says of the receipt what `ReceiptCode` describes, with a CPR number and an account masked, and the SHA-256 of `document`."
    => code;
    "receipts.read", "GET /api/receipts/{number}",
    "A receipt of the authority can be read by its number, in the documents that were handed out; the number holds nothing of a person or an account. A number that there is not is refused as receipt-not-found."
    => read;
    "receipts.other-authority", "GET /api/receipts/{number}",
    "A receipt of another authority is refused as receipt-not-found, as if there were none."
    => other_authority;
    "receipts.keys", "GET /api/receipt-keys",
    "The keys are answered without a login, and are public keys alone: no member `d`."
    => keys;
    "history.entry", "GET /api/account-holders/{handle}/history",
    "A change is the newest entry of its history once it is carried out, with the authority that made it, and for caseworkers of that authority the name of the caseworker and the number of the receipt."
    => entry;
    "history.other-authority", "GET /api/account-holders/{handle}/history",
    "Caseworkers of another authority are told the change and the authority, but not `caseworker`, `receipt` and `payee`."
    => entry_elsewhere;
}

async fn published(kit: &Kit) -> Outcome<ReceiptKeys> {
    kit.nobody().get("/api/receipt-keys").await?.read()
}

async fn signed(kit: &Kit) -> Outcome {
    let (_, receipt) = kit.committed().await?;
    match verify(receipt.document(), &published(kit).await?).await {
        Ok(Content::Receipt(_)) => Ok(()),
        Ok(Content::Code(_)) => fail("`document` is the code"),
        Err(error) => fail(format!("`document` does not verify: {error:?}")),
    }
}

async fn says(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let (Ready { reading, login }, receipt) = kit.committed().await?;
    for (is_same, what) in [
        (receipt.change_id == login.change_id, "change_id"),
        (receipt.change == reading.change, "change"),
        (receipt.names == reading.names, "names"),
        (receipt.warnings == reading.warnings, "warnings"),
        (receipt.before == reading.before, "before"),
        (receipt.check_code == login.check_code, "check_code"),
        (receipt.caseworker.unit == reading.acts_for.unit, "caseworker.unit"),
        (receipt.caseworker.authority == reading.acts_for.authority, "caseworker.authority"),
        (receipt.caseworker.name == anna.session.caseworker.name, "caseworker.name"),
    ] {
        expect(is_same, format!("`{what}` is not what was confirmed"))?;
    }
    let is_hash = receipt.commitment.len() == 64 && receipt.commitment.bytes().all(|byte| byte.is_ascii_hexdigit());
    expect(is_hash, "`commitment` has not 64 hexadecimal digits")?;
    expect(receipt.committed_at >= reading.prepared_at, "it was committed before it was prepared")?;
    let since_login = receipt.committed_at.0 - receipt.authenticated_at.0;
    expect((-120..=1200).contains(&since_login), "`authenticated_at` is not the time of the login")
}

async fn code(kit: &Kit) -> Outcome {
    let (_, receipt) = kit.committed().await?;
    let code = match verify(receipt.code(), &published(kit).await?).await {
        Ok(Content::Code(code)) => code,
        Ok(Content::Receipt(_)) => return fail("`code` is the document"),
        Err(error) => return fail(format!("`code` does not verify: {error:?}")),
    };
    let digest = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(receipt.document()));
    expect(code.document == digest, "`sha` is not the SHA-256 of the document")?;
    expect(code == ReceiptCode::of(receipt, digest), "it says something else than the receipt, or more")
}

async fn read(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let (_, receipt) = kit.committed().await?;
    let path = format!("/api/receipts/{}", receipt.number);
    let again: SignedReceipt = anna.browser.get(&path).await?.read()?;
    let is_same = again.document() == receipt.document() && again.code() == receipt.code();
    expect(is_same, "the documents are others than those that were handed out")?;
    let holder = kit.changed(&anna.browser).await?.holder;
    expect(!receipt.number.contains(holder.as_str()), "the number contains that of the holder")?;
    anna.browser.get("/api/receipts/no-such-number").await?.is_refused(ProblemType::ReceiptNotFound)
}

async fn other_authority(kit: &Kit) -> Outcome {
    let clara = kit.caseworker(Who::OtherAuthority).await?;
    let (_, receipt) = kit.committed().await?;
    let path = format!("/api/receipts/{}", receipt.number);
    clara.browser.get(&path).await?.is_refused(ProblemType::ReceiptNotFound)
}

async fn keys(kit: &Kit) -> Outcome {
    let keys: Value = kit.nobody().get("/api/receipt-keys").await?.read()?;
    let keys = keys["keys"].as_array().cloned().unwrap_or_default();
    expect(!keys.is_empty(), "there is no key")?;
    expect(keys.iter().all(|key| key.get("d").is_none()), "a private key is published")
}

/// The newest entry of the history, for somebody.
async fn newest(kit: &Kit, caseworker: &Caseworker) -> Outcome<nemkonto::contract::HistoryEntry> {
    let overview = kit.changed(&caseworker.browser).await?;
    let path = format!("/api/account-holders/{}/history", overview.handle.0);
    let page: HistoryPage = caseworker.browser.get(&path).await?.read()?;
    page.entries.into_iter().next().map_or_else(|| fail("the history is empty"), Ok)
}

async fn entry(kit: &Kit) -> Outcome {
    let anna = kit.caseworker(Who::Caseworker).await?;
    let (_, receipt) = kit.committed().await?;
    let entry = newest(kit, &anna).await?;
    let is_change = entry.event == HistoryEvent::Changed { change: receipt.change.clone() };
    expect(is_change && entry.at == receipt.committed_at, "the newest entry is not the change")?;
    expect(entry.by == receipt.caseworker.authority.name, "`by` is not the authority")?;
    expect(entry.caseworker == receipt.caseworker.name, "`caseworker` is not who confirmed")?;
    expect(entry.receipt.as_ref() == Some(&receipt.number), "`receipt` is not the number of the receipt")
}

async fn entry_elsewhere(kit: &Kit) -> Outcome {
    let clara = kit.caseworker(Who::OtherAuthority).await?;
    let (_, receipt) = kit.committed().await?;
    let entry = newest(kit, &clara).await?;
    let is_change = entry.event == HistoryEvent::Changed { change: receipt.change.clone() };
    expect(is_change && entry.by == receipt.caseworker.authority.name, "the newest entry is not the change")?;
    for (is_told, what) in [
        (entry.caseworker.is_some(), "caseworker"),
        (entry.receipt.is_some(), "receipt"),
        (entry.payee.is_some(), "payee"),
    ] {
        expect(!is_told, format!("another authority is told `{what}`"))?;
    }
    Ok(())
}
