//! The page for a log-out that did not get through. Nothing of anybody is shown meanwhile.

use leptos::prelude::*;

use super::problem::{ReferenceLine, reference_of};
use crate::{
    api_error::ApiError,
    relogin::Event,
    ui::{
        components::{Button, PageHeading},
        journey::Journey,
        language::{localised, texts},
    },
};

/// Says that somebody is still logged in, and offers to try again, or to stay.
#[component]
pub fn StillLoggedIn(failure: ApiError) -> impl IntoView {
    let journey = Journey::get();
    let reference = reference_of(Some(&failure));
    localised(move || {
        let texts = texts();
        view! {
            <PageHeading text=texts.login.still_title/>
            <p class="font-lead" id="still-logged-in">{texts.login.still}</p>
            <ReferenceLine reference=reference.clone()/>
            <div class="button-row">
                <Button id="log-out-again" text=texts.frame.log_out on_press=move |()| journey.dispatch(Event::LogOutPressed) is_primary=true/>
                <Button id="stay-logged-in" text=texts.session.stay on_press=move |()| journey.dispatch(Event::AskAgainPressed)/>
            </div>
        }
    })
}
