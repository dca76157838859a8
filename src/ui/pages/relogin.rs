//! The pages between the login and the receipt.

use leptos::prelude::*;

use crate::{
    relogin::{Attempt, Event, State},
    ui::{
        components::{Button, PageHeading, Waiting},
        journey::Journey,
        language::{localised, texts},
    },
};

/// The change is being carried out.
#[component]
pub fn SubmittingPage() -> impl IntoView {
    localised(|| {
        let texts = &texts().relogin;
        view! { <PageHeading text=texts.submitting_title/><Progress text=texts.submitting/> }
    })
}

/// What was typed is being fetched.
#[component]
pub fn ReopeningPage() -> impl IntoView {
    localised(|| {
        let texts = &texts().relogin;
        view! { <PageHeading text=texts.reopening_title/><Progress text=texts.reopening/> }
    })
}

#[component]
fn Progress(text: &'static str) -> impl IntoView {
    let (journey, texts) = (Journey::get(), &texts().relogin);
    let attempt = Memo::new(move |_| match journey.state() {
        State::Submitting(_, _, attempt) | State::Reopening(_, _, attempt) => attempt,
        _ => Attempt::default(),
    });
    let words = Signal::derive(move || match attempt.get().failed {
        0 => text.to_owned(),
        failed => (texts.retrying)(failed + 1),
    });
    view! {
        <Waiting text=words/>
        {move || attempt.get().is_pausing.then(|| view! {
            <Button id="try-now" text=texts.try_now on_press=move |()| journey.dispatch(Event::TryNowPressed)/>
        })}
    }
}
