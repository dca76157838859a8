//! The notice that the session is about to end, with the way to stay.

use leptos::prelude::*;

use super::{
    components::BusyButton,
    journey::Journey,
    language::{language, localised, texts},
    stores::Expiry,
};
use crate::{browser::document, i18n::failure_sentence};

/// Counts down for the eye, and tells a screen reader now and then. Nothing as long as there is time.
#[component]
pub fn SessionNotice() -> impl IntoView {
    let expiry = Expiry::get();
    let has_stayed = RwSignal::new(false);
    let is_shown = Memo::new(move |_| expiry.left().is_some());
    let told = Memo::new(move |_| expiry.left().map(rounded));
    localised(move || {
        let texts = &texts().session;
        let announcement = move || match told.get() {
            Some(seconds) => (texts.announced)(seconds),
            None if has_stayed.get() => texts.stayed.to_owned(),
            None => String::new(),
        };
        view! {
            <div class="sr-only" role="status" id="session-status">{announcement}</div>
            {move || is_shown.get().then(|| view! { <Notice expiry has_stayed/> })}
        }
    })
}

#[component]
fn Notice(expiry: Expiry, has_stayed: RwSignal<bool>) -> impl IntoView {
    let journey = Journey::get();
    let (language, texts) = (language(), &texts().session);
    let came_from = StoredValue::new_local(None::<document::Focused>);
    let stay = move |()| {
        journey.prolong_session(move || {
            has_stayed.set(true);
            match came_from.try_update_value(Option::take).flatten() {
                Some(before) => before.focus(),
                None => document::focus("main"),
            }
        });
    };
    view! {
        <section class="session-notice" id="session-notice" aria-labelledby="session-heading" on:focusin=move |event| {
            if let Some(before) = document::Focused::before(&event) {
                came_from.set_value(Some(before));
            }
        }>
            <div class="container session-notice-inner">
                <div>
                    <h2 class="h4" id="session-heading">{texts.heading}</h2>
                    <p>
                        <span role="timer" id="session-left">{move || expiry.left().map(texts.left).unwrap_or_default()}</span>
                        " "
                        {texts.kept}
                    </p>
                    {move || expiry.failure().map(|failure| {
                        let words = failure_sentence(language, &failure);
                        view! { <p role="alert" id="session-failure">{words.title}". "{words.next_step}</p> }
                    })}
                </div>
                <BusyButton
                    id="stay"
                    text=texts.stay
                    busy_text=texts.staying
                    is_busy=Signal::derive(move || expiry.is_prolonging())
                    on_press=stay
                    is_primary=true
                />
            </div>
        </section>
    }
}

/// The time that is told: whole minutes, and towards the end twenty seconds, so that nobody is interrupted more often.
fn rounded(seconds: u32) -> u32 {
    if seconds <= 20 { 20 } else { seconds.div_ceil(60) * 60 }
}
