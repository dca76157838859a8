//! What comes back out of session storage, on both sides.

use nemkonto::relogin::StoredRecord;
use serde_json::Value;

use crate::seal::{Purpose, Sealer};

/// The record as the app reads it.
pub fn record(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    if let Ok(record) = StoredRecord::from_text("key", &text) {
        assert_eq!(StoredRecord::from_text("key", &record.to_text()), Ok(record));
    }
}

/// The sealed change as the API reads it: nobody can make one without the key, and no byte of a real one can be changed.
pub fn sealed(bytes: &[u8]) {
    let sealer = Sealer::new(&[7; 32]);
    for purpose in [Purpose::Change, Purpose::Login] {
        assert!(sealer.open::<Value>(purpose, &String::from_utf8_lossy(bytes)).is_err());
    }
    let real = sealer.seal(Purpose::Change, &"a change").expect("a text can be sealed");
    if let [position, byte, ..] = *bytes {
        let mut altered = real.clone().into_bytes();
        let position = usize::from(position) % altered.len();
        altered[position] = byte;
        let altered = String::from_utf8_lossy(&altered).into_owned();
        let opened = sealer.open::<String>(Purpose::Change, &altered);
        assert_eq!(opened.is_ok(), altered == real);
    }
}
