//! Base64url beside the `base64` crate, with which the API writes it.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use nemkonto::contract::base64url::{decode, encode};
use proptest::prelude::*;

proptest! {
    #[test]
    fn bytes_are_written_as_the_api_writes_them_and_read_back(bytes: Vec<u8>) {
        let text = encode(&bytes);
        prop_assert_eq!(&text, &BASE64_URL_SAFE_NO_PAD.encode(&bytes));
        prop_assert_eq!(decode(&text), Some(bytes));
    }

    /// Most of these are no spelling of anything: a length that none has, bits left over, padding, the other alphabet.
    #[test]
    fn a_text_is_read_or_refused_as_the_api_does(text in "[AQgw0-9a-z_=+/é-]{0,9}") {
        prop_assert_eq!(decode(&text), BASE64_URL_SAFE_NO_PAD.decode(&text).ok());
    }
}
