//! Session storage: text that survives a redirect, in this tab only. Local storage: what the person prefers, and nothing else.

use web_sys::Storage;

use super::window;

/// Session storage is missing, refused or full.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct StorageRefused;

/// Stores a text and reads it back.
pub fn store(key: &str, text: &str) -> Result<(), StorageRefused> {
    let storage = storage()?;
    storage.set_item(key, text).map_err(|_| StorageRefused)?;
    match storage.get_item(key) {
        Ok(Some(stored)) if stored == text => Ok(()),
        _ => Err(StorageRefused),
    }
}

/// Reads a text, if there is one.
#[must_use]
pub fn read(key: &str) -> Option<String> {
    storage().ok()?.get_item(key).ok()?
}

/// Takes a text out of the storage, if there is one.
#[must_use]
pub fn take(key: &str) -> Option<String> {
    let text = read(key);
    remove(key);
    text
}

/// Removes a text.
pub fn remove(key: &str) {
    if let Ok(storage) = storage() {
        // Removing fails only where storing fails too.
        let _ = storage.remove_item(key);
    }
}

/// The keys that begin with a prefix.
#[must_use]
pub fn keys(prefix: &str) -> Vec<String> {
    let Ok(storage) = storage() else { return Vec::new() };
    let length = storage.length().unwrap_or_default();
    (0..length).filter_map(|index| storage.key(index).ok()?).filter(|key| key.starts_with(prefix)).collect()
}

/// Remembers a preference for the next visit. Without storage it is forgotten, which harms nobody.
pub fn remember(name: &str, preference: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.set_item(name, preference);
    }
}

/// A remembered preference.
#[must_use]
pub fn recall(name: &str) -> Option<String> {
    window().local_storage().ok()??.get_item(name).ok()?
}

/// Forgets a preference.
pub fn forget(name: &str) {
    if let Ok(Some(storage)) = window().local_storage() {
        let _ = storage.remove_item(name);
    }
}

fn storage() -> Result<Storage, StorageRefused> {
    window().session_storage().ok().flatten().ok_or(StorageRefused)
}
