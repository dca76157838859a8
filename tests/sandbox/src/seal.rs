//! Sealing: encrypted and authenticated text that only this API can make or open.
//!
//! JWE compact serialization with direct encryption, `dir` and `A256GCM` (RFC 7516; RFC 7518 sections 4.5 and 5.3). The protected
//! header must be, byte for byte, the one that we write: whoever opens a text chooses neither algorithm nor purpose.

use aes_gcm::{
    Aes256Gcm, KeyInit,
    aead::{AeadInPlace, generic_array::GenericArray},
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde::{Serialize, de::DeserializeOwned};

use crate::random;

/// What a sealed text is for. One made for one purpose cannot be opened for another.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Purpose {
    /// A change that waits for its login.
    Change,
    /// A login that has been started.
    Login,
    /// A bank's answer to which the caseworker has to say something.
    PayeeAnswer,
    /// Where a page of a history begins.
    HistoryCursor,
}

/// Seals and opens under one key.
#[derive(Clone)]
pub struct Sealer(Aes256Gcm);

/// The text was altered, cut, made for another purpose or under another key.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("the sealed text cannot be opened")]
pub struct SealBroken;

/// Size of the initialization vector in bytes (RFC 7518 section 5.3).
const IV: usize = 12;
/// Size of the authentication tag in bytes (RFC 7518 section 5.3).
const TAG: usize = 16;

impl Purpose {
    fn protected_header(self) -> String {
        let header = match self {
            Self::Change => r#"{"alg":"dir","enc":"A256GCM","typ":"nemkonto-change-v1"}"#,
            Self::Login => r#"{"alg":"dir","enc":"A256GCM","typ":"nemkonto-login-v1"}"#,
            Self::PayeeAnswer => r#"{"alg":"dir","enc":"A256GCM","typ":"nemkonto-payee-v1"}"#,
            Self::HistoryCursor => r#"{"alg":"dir","enc":"A256GCM","typ":"nemkonto-history-v1"}"#,
        };
        BASE64_URL_SAFE_NO_PAD.encode(header)
    }
}

impl Sealer {
    /// A sealer with a key of 256 bits.
    #[must_use]
    pub fn new(key: &[u8; 32]) -> Self {
        Self(Aes256Gcm::new(key.into()))
    }

    /// Seals a value.
    pub fn seal(&self, purpose: Purpose, value: &impl Serialize) -> Result<String, serde_json::Error> {
        let header = purpose.protected_header();
        let iv = random::bytes::<IV>();
        let mut text = serde_json::to_vec(value)?;
        let tag = self
            .0
            .encrypt_in_place_detached(&iv.into(), header.as_bytes(), &mut text)
            .map_err(|_| serde::ser::Error::custom("too long to be sealed"))?;
        let [iv, text, tag] = [&iv[..], &text, &tag].map(|part| BASE64_URL_SAFE_NO_PAD.encode(part));
        // The second part is the encrypted key, of which direct encryption has none.
        Ok(format!("{header}..{iv}.{text}.{tag}"))
    }

    /// Opens what was sealed for the same purpose.
    pub fn open<T: DeserializeOwned>(&self, purpose: Purpose, sealed: &str) -> Result<T, SealBroken> {
        let parts: Vec<&str> = sealed.split('.').collect();
        let [header, "", iv, text, tag] = parts[..] else { return Err(SealBroken) };
        if header != purpose.protected_header() {
            return Err(SealBroken);
        }
        let decode = |part| BASE64_URL_SAFE_NO_PAD.decode(part).map_err(|_| SealBroken);
        let (iv, mut text, tag) = (decode(iv)?, decode(text)?, decode(tag)?);
        if iv.len() != IV || tag.len() != TAG {
            return Err(SealBroken);
        }
        self.0
            .decrypt_in_place_detached(
                GenericArray::from_slice(&iv),
                header.as_bytes(),
                &mut text,
                GenericArray::from_slice(&tag),
            )
            .map_err(|_| SealBroken)?;
        serde_json::from_slice(&text).map_err(|_| SealBroken)
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        #[test]
        fn s01_opens_to_what_it_sealed_and_no_byte_can_be_changed(
            key in any::<[u8; 32]>(),
            value in ".{0,40}",
            at in any::<prop::sample::Index>(),
            byte in any::<char>(),
        ) {
            let api = Sealer::new(&key);
            let sealed = api.seal(Purpose::Change, &value).unwrap();
            prop_assert_eq!(api.open::<String>(Purpose::Change, &sealed), Ok(value));
            let at = at.index(sealed.len());
            let altered = format!("{}{byte}{}", &sealed[..at], &sealed[at + 1..]);
            prop_assert_eq!(api.open::<String>(Purpose::Change, &altered).is_ok(), altered == sealed);
        }
    }

    #[test]
    fn opens_what_it_sealed() {
        let api = Sealer::new(&[7; 32]);
        let sealed = api.seal(Purpose::Change, &("a change", 1)).unwrap();
        assert_eq!(api.open::<(String, i32)>(Purpose::Change, &sealed), Ok(("a change".to_owned(), 1)));
    }

    #[test]
    fn never_seals_twice_alike() {
        let api = Sealer::new(&[7; 32]);
        assert_ne!(api.seal(Purpose::Change, &1).unwrap(), api.seal(Purpose::Change, &1).unwrap());
    }

    #[test]
    fn refuses_another_purpose_and_another_key() {
        let sealed = Sealer::new(&[7; 32]).seal(Purpose::Change, &1).unwrap();
        assert_eq!(Sealer::new(&[7; 32]).open::<i32>(Purpose::Login, &sealed), Err(SealBroken));
        assert_eq!(Sealer::new(&[8; 32]).open::<i32>(Purpose::Change, &sealed), Err(SealBroken));
    }

    #[test]
    fn refuses_text_of_another_form() {
        let api = Sealer::new(&[7; 32]);
        let sealed = api.seal(Purpose::Change, &1).unwrap();
        let [header, _, iv, text, tag] = sealed.split('.').collect::<Vec<_>>()[..] else { panic!("{sealed}") };
        let short_iv = format!("{header}..{}.{text}.{tag}", &iv[4..]);
        let short_tag = format!("{header}..{iv}.{text}.{}", &tag[4..]);
        for broken in
            ["", "....", "a.b.c.d.e", &short_tag, &short_iv, &sealed[..sealed.len() - 1], &format!("{sealed}.")]
        {
            assert_eq!(api.open::<i32>(Purpose::Change, broken), Err(SealBroken), "{broken}");
        }
    }
}
