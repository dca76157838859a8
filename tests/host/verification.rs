//! What is called genuine, and what is not. Row T06 of the table of faults, without a browser.

use crate::support::{
    self, now, receipt,
    signing::{Signer, base64url},
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use nemkonto::{
    api_error::ApiError,
    contract::{LONGEST_DOCUMENT, Receipt, ReceiptCode, ReceiptKey, ReceiptKeys, SignedReceipt},
    domain::holder::{HolderId, Scheme},
    verification::{Content, UnverifiedDocument, VerificationError, VerifiedDocument},
};
use p256::ecdsa::{self, signature::Verifier};
use proptest::prelude::*;

/// The whole check, with the arithmetic that the browser does elsewhere.
fn verify(text: &str, keys: &ReceiptKeys) -> Result<VerifiedDocument, VerificationError> {
    let document = UnverifiedDocument::read(text)?;
    now(document.verify(keys, has_signed))
}

/// What the browser does in the app.
async fn has_signed(key: &ReceiptKey, message: &[u8], signature: &[u8]) -> Result<bool, ()> {
    let decode = |part: &str| BASE64_URL_SAFE_NO_PAD.decode(part).unwrap();
    let point = [vec![4], decode(&key.x), decode(&key.y)].concat();
    let key = ecdsa::VerifyingKey::from_sec1_bytes(&point).unwrap();
    Ok(ecdsa::Signature::from_slice(signature).is_ok_and(|signature| key.verify(message, &signature).is_ok()))
}

fn refused(text: &str) -> VerificationError {
    verify(text, &Signer::ours().keys()).unwrap_err()
}

fn payload() -> String {
    serde_json::to_string(&receipt()).unwrap()
}

fn document() -> String {
    Signer::ours().document(&payload())
}

fn for_citizen() -> Receipt {
    let mut receipt = receipt();
    let citizen = HolderId::parse(Scheme::Cpr, "010158-5018", support::today()).unwrap();
    receipt.change = support::draft().check(Some(&citizen), &support::authority().cvr, support::rules()).unwrap();
    receipt
}

#[test]
fn t06_a_receipt_and_its_code_are_genuine_and_say_what_was_signed() {
    let ours = Signer::ours();
    let signed = ours.receipt(&receipt());
    let verified = verify(signed.document(), &ours.keys()).unwrap();
    assert_eq!(*verified.content(), Content::Receipt(Box::new(receipt())));
    assert_eq!(verified.as_str(), signed.document());
    assert_eq!(UnverifiedDocument::read(signed.document()).unwrap().kid(), ours.kid);
    let Content::Code(code) = verify(signed.code(), &ours.keys()).unwrap().content().clone() else { panic!("no code") };
    assert_eq!(code, ReceiptCode::of(&receipt(), "the-sha-256".to_owned()));
}

/// Signed before receipts named the bank. What was signed then is genuine for as long as its key is published.
#[test]
fn t06_a_receipt_in_the_format_of_before_is_genuine_and_reads_as_it_did() {
    let document = include_str!("../cases/receipt_without_bank.txt").trim();
    let verified = verify(document, &Signer::ours().keys()).unwrap();
    let Content::Receipt(old) = verified.content() else { panic!("no receipt") };
    assert_eq!((&old.names.bank, &old.names.bank_before), (&None, &None));
    assert_eq!((old.number.as_str(), old.names.holder.as_deref()), ("NK-2023-000001", Some("Sandby Cykler ApS")));
}

#[test]
fn t06_another_content_under_the_same_signature_is_altered() {
    let (head, rest) = document().split_once('.').map(|(head, rest)| (head.to_owned(), rest.to_owned())).unwrap();
    let (_, signature) = rest.split_once('.').unwrap();
    for altered in [payload().replace("REVOLT21", "REVOLT22"), payload().replace("4821", "4822"), "{}".to_owned()] {
        assert_eq!(
            refused(&format!("{head}.{}.{signature}", base64url(altered.as_bytes()))),
            VerificationError::Altered
        );
    }
}

#[test]
fn t06_a_foreign_key_is_unknown_or_fails_under_a_name_of_ours() {
    assert_eq!(refused(&Signer::new("their-key", 9).document(&payload())), VerificationError::UnknownKey);
    assert_eq!(refused(&Signer::new(Signer::ours().kid, 9).document(&payload())), VerificationError::Altered);
}

#[test]
fn t06_a_header_has_our_members_with_our_values_and_nothing_else() {
    let typ = SignedReceipt::TYPE;
    for header in [
        format!(r#"{{"alg":"none","kid":"our-key","typ":"{typ}"}}"#),
        format!(r#"{{"alg":"HS256","kid":"our-key","typ":"{typ}"}}"#),
        format!(r#"{{"alg":"ES384","kid":"our-key","typ":"{typ}"}}"#),
        format!(r#"{{"kid":"our-key","typ":"{typ}"}}"#),
        format!(r#"{{"alg":"ES256","typ":"{typ}"}}"#),
        format!(r#"{{"alg":"ES256","kid":"","typ":"{typ}"}}"#),
        r#"{"alg":"ES256","kid":"our-key"}"#.to_owned(),
        r#"{"alg":"ES256","kid":"our-key","typ":"JWT"}"#.to_owned(),
        format!(r#"{{"alg":"ES256","kid":"our-key","kid":"our-key","typ":"{typ}"}}"#),
        format!(r#"{{"alg":"ES256","kid":"our-key","typ":"{typ}","jwk":{{}}}}"#),
        format!(r#"{{"alg":"ES256","kid":"our-key","typ":"{typ}","jku":"https://example.org"}}"#),
        format!(r#"{{"alg":"ES256","kid":"our-key","typ":"{typ}","x5u":"https://example.org"}}"#),
        format!(r#"{{"alg":"ES256","kid":"our-key","typ":"{typ}","crit":["b64"],"b64":false}}"#),
        format!(r#"["ES256","our-key","{typ}"]"#),
    ] {
        assert_eq!(refused(&Signer::ours().sign(&header, &payload())), VerificationError::NotAReceipt, "{header}");
    }
}

#[test]
fn t06_a_code_is_no_receipt_and_a_receipt_is_no_code() {
    let signer = Signer::ours();
    let as_code = signer.sign(&signer.header(ReceiptCode::TYPE), &payload());
    assert_eq!(refused(&as_code), VerificationError::TooNew);
    assert!(SignedReceipt::read(as_code.clone(), as_code).is_err());
}

#[test]
fn t06_what_was_signed_twice_over_is_not_shown() {
    let twice = payload().replacen('{', r#"{"number":"0000-0000-0000","#, 1);
    assert_eq!(refused(&Signer::ours().document(&twice)), VerificationError::TooNew);
}

#[test]
fn t06_each_value_has_one_spelling() {
    let document = document();
    let (signed, signature) = document.rsplit_once('.').unwrap();
    // 64 bytes leave four bits of the last character unused.
    let last = signature.chars().next_back().unwrap();
    let neighbour = char::from(u8::try_from(last).unwrap() + 1);
    let respelt = format!("{signed}.{}{neighbour}", &signature[..signature.len() - 1]);
    for other in [respelt, format!("{document}="), format!("{document}.")] {
        assert_eq!(refused(&other), VerificationError::Altered, "{other}");
    }
}

#[test]
fn t06_rubbish_is_no_receipt_and_a_part_is_altered() {
    let document = document();
    let long = "a".repeat(3 * LONGEST_DOCUMENT);
    for rubbish in ["", ".", "..", "#", "Hej", "%PDF-1.7", "{}", "e30.e30.e30", &document[1..], &long] {
        assert_eq!(refused(rubbish), VerificationError::NotAReceipt, "{rubbish:.20}");
    }
    let end = document.rfind('.').unwrap();
    for part in [&document[..document.len() - 1], &document[..end], &document[..end - 9]] {
        assert_eq!(refused(part), VerificationError::Altered);
    }
    let too_long = Signer::ours().document(&" ".repeat(LONGEST_DOCUMENT));
    assert_eq!(refused(&too_long), VerificationError::NotAReceipt);
}

#[test]
fn there_is_room_for_twice_the_longest_document_and_no_more() {
    let document = document();
    let padded = |length: usize| format!("{document}{}", " ".repeat(length - document.len()));
    assert!(verify(&padded(2 * LONGEST_DOCUMENT), &Signer::ours().keys()).is_ok());
    assert_eq!(refused(&padded(2 * LONGEST_DOCUMENT + 1)), VerificationError::NotAReceipt);
}

#[test]
fn only_missing_keys_may_be_there_the_next_time() {
    assert!(VerificationError::NoKeys(ApiError::Unreachable).is_transient());
    for lasting in [VerificationError::Altered, VerificationError::UnknownKey, VerificationError::NoCrypto] {
        assert!(!lasting.is_transient(), "{lasting:?}");
    }
}

#[test]
fn a_log_does_not_repeat_the_signed_text() {
    let document = document();
    let shown = format!("{:?}", verify(&document, &Signer::ours().keys()).unwrap());
    assert!(shown.starts_with("VerifiedDocument(Receipt(") && !shown.contains(&document), "{shown}");
}

#[test]
fn mail_programs_editors_and_addresses_do_not_matter() {
    let signed = Signer::ours().receipt(&receipt());
    let lines: Vec<&str> = signed.document().as_bytes().chunks(76).map(|line| str::from_utf8(line).unwrap()).collect();
    for text in [
        lines.join("\r\n"),
        format!("\u{feff}{}\n", signed.document()),
        format!("  {}  ", signed.document()),
        format!("https://nemkonto.example/verify#{}", signed.code()),
    ] {
        assert!(verify(&text, &Signer::ours().keys()).is_ok(), "{text}");
    }
}

#[test]
fn keys_of_other_kinds_and_names_of_two_keys_are_passed_over() {
    let ours = Signer::ours().public();
    let with = |change: fn(&mut nemkonto::contract::ReceiptKey)| {
        let mut key = ours.clone();
        change(&mut key);
        verify(&document(), &ReceiptKeys { keys: vec![key] })
    };
    assert!(with(|_| {}).is_ok());
    assert_eq!(with(|key| key.kty = "OKP".to_owned()), Err(VerificationError::UnknownKey));
    assert_eq!(with(|key| key.crv = "P-384".to_owned()), Err(VerificationError::UnknownKey));
    assert_eq!(with(|key| key.alg = "ES384".to_owned()), Err(VerificationError::UnknownKey));
    let twice = ReceiptKeys { keys: vec![ours.clone(), ours.clone()] };
    assert_eq!(verify(&document(), &twice), Err(VerificationError::UnknownKey));
    // A set with an RSA key and members that we do not know.
    let mixed = serde_json::json!({"keys": [{"kty": "RSA", "n": "AQAB", "e": "AQAB", "kid": "rsa"}, ours], "more": 1});
    assert!(verify(&document(), &serde_json::from_value(mixed).unwrap()).is_ok());
}

#[test]
fn t08_a_key_that_is_not_for_signatures_proves_nothing() {
    let with = |member: &str, value: serde_json::Value| {
        let mut key = serde_json::to_value(Signer::ours().public()).unwrap();
        key[member] = value;
        let keys = serde_json::from_value(serde_json::json!({ "keys": [key] })).unwrap();
        verify(&document(), &keys).map(|_| ())
    };
    let unknown = Err(VerificationError::UnknownKey);
    assert_eq!(with("use", "sig".into()), Ok(()));
    assert_eq!(with("use", "enc".into()), unknown);
    assert_eq!(with("use", "something else".into()), unknown);
    assert_eq!(with("key_ops", serde_json::json!(["sign", "verify"])), Ok(()));
    assert_eq!(with("key_ops", serde_json::json!(["deriveKey"])), unknown);
    assert_eq!(with("key_ops", serde_json::json!([])), unknown);
}

#[test]
fn t06_the_code_holds_no_number_in_whole() {
    let mut receipt = for_citizen();
    receipt.before = receipt.change.after(None);
    let code = serde_json::to_string(&ReceiptCode::of(&receipt, "digest".to_owned())).unwrap();
    assert!(code.contains("010158-****") && code.contains("LT.. 1000"), "{code}");
    for secret in ["5018", support::IBAN, &support::IBAN[4..]] {
        assert!(!code.contains(secret), "{code}");
    }
}

#[test]
fn what_is_shown_is_what_was_signed() {
    let signed = Signer::ours().receipt(&receipt());
    let travelled: SignedReceipt = serde_json::from_str(&serde_json::to_string(&signed).unwrap()).unwrap();
    assert_eq!((&travelled, &*travelled), (&signed, &receipt()));
    let debug = format!("{signed:?}");
    assert!(!debug.contains(support::IBAN) && !debug.contains(signed.document()), "{debug}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn t06_no_altered_document_is_called_genuine(
        is_code: bool,
        position: prop::sample::Index,
        other in "[ -~æ]",
        how in 0..3,
    ) {
        let signed = Signer::ours().receipt(&receipt());
        let document = if is_code { signed.code() } else { signed.document() };
        let mut characters: Vec<char> = document.chars().collect();
        let position = position.index(characters.len());
        let other = other.chars().next().unwrap();
        match how {
            0 => characters[position] = other,
            1 => characters.insert(position, other),
            _ => { characters.remove(position); }
        }
        let altered: String = characters.into_iter().collect();
        // White space does not count, and what precedes `#` is an address.
        let read = altered.rsplit('#').next().unwrap().replace(' ', "");
        prop_assume!(read != document);
        prop_assert!(verify(&altered, &Signer::ours().keys()).is_err());
    }

    #[test]
    fn t06_no_altered_byte_of_the_content_is_called_genuine(position: prop::sample::Index, flip in 1..=255u8) {
        let document = document();
        let mut parts: Vec<Vec<u8>> =
            document.split('.').map(|part| BASE64_URL_SAFE_NO_PAD.decode(part).unwrap()).collect();
        let position = position.index(parts.iter().map(Vec::len).sum());
        let byte = parts.iter_mut().flatten().nth(position).unwrap();
        *byte ^= flip;
        let altered = parts.iter().map(|part| base64url(part)).collect::<Vec<_>>().join(".");
        prop_assert!(verify(&altered, &Signer::ours().keys()).is_err());
    }
}
