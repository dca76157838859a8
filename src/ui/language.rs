//! The language of the screens. What is drawn does not follow it piece by piece: a switch draws each page anew from its state.

use leptos::{either::Either, prelude::*};

use super::stores::View;
use crate::i18n::{Language, Texts};

/// Draws something, and anew when the language is switched; nothing else makes it draw again. What must survive that, such as what is
/// typed into a page, is made outside of `draw`.
pub fn localised<V: IntoView + 'static>(draw: impl Fn() -> V + Send + 'static) -> AnyView {
    redrawn(Box::new(move || draw().into_any()))
}

/// The same for every kind of view, so that it is compiled once.
fn redrawn(draw: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    let view = View::get();
    let is_odd = StoredValue::new(false);
    let drawn = move || {
        let _ = view.language();
        let drawn = untrack(&draw);
        // One kind of view in turn with another, so that nothing old is used again: a translator may have taken it out of the page.
        is_odd.update_value(|is_odd| *is_odd = !*is_odd);
        if is_odd.get_value() { Either::Left(drawn) } else { Either::Right(drawn) }
    };
    drawn.into_any()
}

/// The language in which a view is being drawn.
#[must_use]
pub fn language() -> Language {
    untrack(|| View::get().language())
}

/// The sentences of the language in which a view is being drawn.
#[must_use]
pub fn texts() -> &'static Texts {
    language().texts()
}
