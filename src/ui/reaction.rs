//! What follows when something changes.

use leptos::prelude::*;

/// Does something now, and again whenever a signal changes that it has read; as long as its page is there.
///
/// The same as [`Effect::new`], which would be compiled for each thing to do.
pub fn react(action: impl FnMut() + 'static) {
    let action: Box<dyn FnMut()> = Box::new(action);
    Effect::new(action);
}
