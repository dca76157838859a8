//! The pages between the login and the receipt.

use leptos::prelude::*;

use crate::{
    relogin::{Attempt, Event, State},
    ui::{
        components::{PageHeading, Waiting},
        state::App,
    },
};

/// The change is being carried out.
#[component]
pub fn SubmittingPage() -> impl IntoView {
    let app = App::get();
    view! {
        <PageHeading text=Signal::derive(move || app.texts().relogin.submitting_title.to_owned())/>
        <Progress text=Signal::derive(move || app.texts().relogin.submitting)/>
    }
}

/// What was typed is being fetched.
#[component]
pub fn ReopeningPage() -> impl IntoView {
    let app = App::get();
    view! {
        <PageHeading text=Signal::derive(move || app.texts().relogin.reopening_title.to_owned())/>
        <Progress text=Signal::derive(move || app.texts().relogin.reopening)/>
    }
}

#[component]
fn Progress(#[prop(into)] text: Signal<&'static str>) -> impl IntoView {
    let app = App::get();
    let attempt = Memo::new(move |_| match app.relogin.get() {
        State::Submitting(_, _, attempt) | State::Reopening(_, _, attempt) => attempt,
        _ => Attempt::default(),
    });
    let words = Signal::derive(move || match attempt.get().failed {
        0 => text.get().to_owned(),
        failed => (app.texts().relogin.retrying)(failed + 1),
    });
    view! {
        <Waiting text=words/>
        {move || attempt.get().is_pausing.then(|| view! {
            <button class="button button-secondary" type="button" id="try-now" on:click=move |_| app.dispatch(Event::TryNowPressed)>
                {move || app.texts().relogin.try_now}
            </button>
        })}
    }
}
