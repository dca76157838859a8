//! Unguessable values, from the operating system's generator.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use rand::{RngCore, rngs::OsRng};

/// So many random bytes.
#[must_use]
pub fn bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    OsRng.fill_bytes(&mut bytes);
    bytes
}

/// Text of 256 random bits, safe in a URL and in a cookie.
#[must_use]
pub fn token() -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes::<32>())
}

/// A name for something, 128 random bits, safe in a URL.
#[must_use]
pub fn name() -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes::<16>())
}
