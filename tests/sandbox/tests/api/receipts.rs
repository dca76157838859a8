//! Receipts that can be verified: signed, the same for ever, by keys that everybody may have. Rows T06 and T03.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use nemkonto::{
    contract::{ReceiptCode, ReceiptKey, ReceiptKeys, Reopened, SignedReceipt},
    domain::holder::Scheme,
    verification::{Content, UnverifiedDocument, VerificationError, VerifiedDocument},
};
use nemkonto_sandbox::store::receipt_keys;
use p256::ecdsa::{self, signature::Verifier};
use sha2::{Digest, Sha256};

use crate::support::{Browser, World, lithuanian};

/// A citizen with a foreign `NemKonto`.
const CITIZEN: &str = "080888-8009";

async fn receipt(browser: &Browser) -> SignedReceipt {
    let prepared = browser.prepared().await;
    browser.approve_and_confirm(&prepared, "anna").await.unwrap().receipt
}

/// The published keys, as somebody without a login gets them.
async fn keys(world: &World) -> ReceiptKeys {
    world.browser().get("/api/receipt-keys").await.unwrap()
}

/// The whole check, as the app does it in the browser.
async fn verify(document: &str, keys: &ReceiptKeys) -> Result<VerifiedDocument, VerificationError> {
    let document = UnverifiedDocument::read(document)?;
    document.verify(keys, has_signed).await
}

/// What the browser does in the app.
async fn has_signed(key: &ReceiptKey, message: &[u8], signature: &[u8]) -> Result<bool, ()> {
    let decode = |part: &str| BASE64_URL_SAFE_NO_PAD.decode(part).unwrap();
    let point = [vec![4], decode(&key.x), decode(&key.y)].concat();
    let key = ecdsa::VerifyingKey::from_sec1_bytes(&point).unwrap();
    Ok(ecdsa::Signature::from_slice(signature).is_ok_and(|signature| key.verify(message, &signature).is_ok()))
}

fn rotate(world: &World) {
    let now = world.clock.now();
    world.change(|transaction| receipt_keys::rotate(transaction, now));
}

#[tokio::test]
async fn t06_a_receipt_and_its_code_are_proven_by_the_published_key() {
    let world = World::start().await;
    let signed = receipt(&world.logged_in("anna").await).await;
    let keys = keys(&world).await;
    assert_eq!(keys.keys.len(), 1);
    let verified = verify(signed.document(), &keys).await.unwrap();
    assert_eq!(*verified.content(), Content::Receipt(Box::new((*signed).clone())));

    let digest = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(signed.document()));
    let verified = verify(signed.code(), &keys).await.unwrap();
    assert_eq!(*verified.content(), Content::Code(ReceiptCode::of(&signed, digest)));
}

#[tokio::test]
async fn t06_an_altered_receipt_is_not_proven() {
    let world = World::start().await;
    let signed = receipt(&world.logged_in("anna").await).await;
    let keys = keys(&world).await;
    let parts: Vec<&str> = signed.document().split('.').collect();
    let payload = String::from_utf8(BASE64_URL_SAFE_NO_PAD.decode(parts[1]).unwrap()).unwrap();
    let altered = payload.replace("LT353250012345678901", "LT121000011101001000");
    assert_ne!(altered, payload);
    let altered = format!("{}.{}.{}", parts[0], BASE64_URL_SAFE_NO_PAD.encode(altered), parts[2]);
    assert_eq!(verify(&altered, &keys).await, Err(VerificationError::Altered));
}

#[tokio::test]
async fn t06_a_new_key_signs_from_now_on_and_older_receipts_stay_verifiable() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let before = receipt(&anna).await;
    rotate(&world);
    let after = receipt(&anna).await;
    let keys = keys(&world).await;
    for document in [before.document(), before.code(), after.document(), after.code()] {
        assert!(verify(document, &keys).await.is_ok());
    }
    let [new, old] = &keys.keys[..] else { panic!("{keys:?}") };
    assert_ne!(new.kid, old.kid);
    assert_eq!(
        verify(before.document(), &ReceiptKeys { keys: vec![new.clone()] }).await,
        Err(VerificationError::UnknownKey)
    );
    assert_eq!(
        verify(after.document(), &ReceiptKeys { keys: vec![old.clone()] }).await,
        Err(VerificationError::UnknownKey)
    );

    assert_eq!(
        world.count("SELECT count(*) FROM receipt_keys WHERE private_key IS NOT NULL"),
        1,
        "a retired key signs no more"
    );
    assert_eq!(world.count("SELECT count(*) FROM audit WHERE event = 'receipt-key-rotated'"), 1);
}

#[tokio::test]
async fn t06_a_receipt_is_the_same_document_whenever_it_is_asked_for() {
    let mut world = World::start().await;
    let anna = world.logged_in("anna").await;
    let prepared = anna.prepared().await;
    let callback = anna.approve(&prepared, "anna").await;
    let first = anna.confirm(&prepared, &callback).await.unwrap().receipt;
    rotate(&world);
    world.restart().await;
    let anna = anna.moved_to(world.browser());
    assert_eq!(anna.confirm(&prepared, &callback).await.unwrap().receipt, first);
    assert_eq!(anna.reopen(&prepared).await.unwrap(), Reopened::Committed { receipt: Box::new(first.clone()) });
    assert_eq!(anna.get::<SignedReceipt>(&format!("/api/receipts/{}", first.number)).await.unwrap(), first);
}

#[tokio::test]
async fn t06_the_keys_are_public_and_only_their_public_half() {
    let world = World::start().await;
    let answer = world.browser().request(reqwest::Method::GET, "/api/receipt-keys").send().await.unwrap();
    let set: serde_json::Value = answer.json().await.unwrap();
    let [key] = &set["keys"].as_array().unwrap()[..] else { panic!("{set}") };
    let mut members: Vec<&String> = key.as_object().unwrap().keys().collect();
    members.sort();
    assert_eq!(members, ["alg", "crv", "kid", "kty", "x", "y"]);
    assert_eq!((&key["kty"], &key["crv"], &key["alg"]), (&"EC".into(), &"P-256".into(), &"ES256".into()));
}

#[tokio::test]
async fn t03_the_receipt_has_the_commitment_that_the_login_carried_and_never_the_salt() {
    let world = World::start().await;
    let signed = receipt(&world.logged_in("anna").await).await;
    let (nonce, salt, change) = world.change(|transaction| {
        transaction.query_row("SELECT nonce, salt, change_bytes FROM commits", [], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?, row.get::<_, String>(2)?))
        })
    });
    assert_eq!(signed.commitment, nonce);
    let digest = Sha256::new().chain_update("nemkonto-change-v1").chain_update(&salt).chain_update(&change).finalize();
    assert_eq!(signed.commitment, format!("{digest:x}"), "whoever has the salt can prove the change");
    for document in [signed.document(), signed.code()] {
        let payload = BASE64_URL_SAFE_NO_PAD.decode(document.split('.').nth(1).unwrap()).unwrap();
        let payload = String::from_utf8(payload).unwrap();
        let hex = salt.iter().fold(String::new(), |hex, byte| hex + &format!("{byte:02x}"));
        assert!(!payload.contains(&hex) && !payload.contains(&BASE64_URL_SAFE_NO_PAD.encode(&salt)));
    }
}

#[tokio::test]
async fn t06_the_code_on_the_paper_of_a_citizen_holds_no_number_in_whole() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cpr, CITIZEN).await.unwrap();
    let prepared = anna.prepare(&overview, &lithuanian()).await.unwrap();
    let signed = anna.approve_and_confirm(&prepared, "anna").await.unwrap().receipt;
    let payload = BASE64_URL_SAFE_NO_PAD.decode(signed.code().split('.').nth(1).unwrap()).unwrap();
    let payload = String::from_utf8(payload).unwrap();
    assert!(payload.contains("080888-****") && payload.contains("LT.. 8901"), "{payload}");
    for secret in ["0808888009", "8009", "3250012345678901", "325001234567"] {
        assert!(!payload.contains(secret), "{payload}");
    }
}
