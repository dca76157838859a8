//! The page for a caseworker who has chosen another unit in another tab.

use leptos::prelude::*;

use crate::{
    contract::Assignment,
    relogin::Event,
    ui::{
        components::{Button, PageHeading},
        journey::Journey,
        language::{localised, texts},
    },
};

/// Says for whom the caseworker acts now, and goes on for that unit. What is typed stays.
#[component]
pub fn OtherUnit(now: Assignment) -> impl IntoView {
    let journey = Journey::get();
    localised(move || {
        let texts = &texts().units;
        let name = format!("{}, {}", now.unit.name, now.authority.name);
        view! {
            <PageHeading text=texts.other_title/>
            <p class="font-lead" id="other-unit">{(texts.other)(&name)}</p>
            <p>{texts.other_kept}</p>
            <Button id="go-on" text=texts.go_on on_press=move |()| journey.dispatch(Event::GoOnPressed) is_primary=true/>
        }
    })
}
