//! A message about what has just failed.

use leptos::prelude::*;

use super::{Alert, AlertKind};
use crate::{
    i18n::{Language, ProblemTexts},
    ui::language::language,
};

/// Says what failed and what to do about it, as long as there is something.
#[component]
pub fn FailureAlert<T: Send + Sync + 'static>(
    #[prop(into)] failure: Signal<Option<T>>,
    words: fn(Language, &T) -> ProblemTexts,
) -> impl IntoView {
    let language = language();
    move || failure.with(|failure| failure.as_ref().map(|failure| words(language, failure))).map(alert)
}

fn alert(ProblemTexts { title, next_step }: ProblemTexts) -> AnyView {
    view! { <Alert kind=AlertKind::Error heading=title><p>{next_step}</p></Alert> }.into_any()
}
