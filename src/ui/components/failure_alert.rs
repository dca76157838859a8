//! A message about what has just failed.

use leptos::prelude::*;

use super::{Alert, AlertKind};
use crate::{
    i18n::{Language, ProblemTexts},
    ui::language::language,
};

/// Says what failed and what to do about it, as long as there is something.
#[component]
pub fn FailureAlert<T: Clone + Send + Sync + 'static>(
    #[prop(into)] failure: Signal<Option<T>>,
    words: fn(Language, &T) -> ProblemTexts,
) -> impl IntoView {
    let language = language();
    move || {
        failure.get().map(|failure| {
            let words = words(language, &failure);
            view! { <Alert kind=AlertKind::Error heading=words.title><p>{words.next_step}</p></Alert> }
        })
    }
}
