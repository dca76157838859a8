//! The page on which a caseworker chooses for which unit to act.

use leptos::prelude::*;

use crate::{
    api,
    api_error::ApiError,
    contract::{Assignment, UnitId},
    i18n::failure_sentence,
    relogin::Event,
    ui::{
        components::{FailureAlert, Link, PageHeading, SubmitButton},
        journey::Journey,
        language::{localised, texts},
        route::Route,
        stores::CurrentSession,
        task::TaskScope,
    },
};

/// The units that the caseworker can act for, to choose one. What is being typed elsewhere stays.
#[component]
pub fn UnitsPage() -> impl IntoView {
    let (journey, page) = (Journey::get(), TaskScope::here());
    let session = CurrentSession::get().session();
    let present = session.as_ref().map(|session| session.caseworker.unit.id.clone());
    let assignments = session.map(|session| session.assignments).unwrap_or_default();
    let chosen = RwSignal::new(present);
    let is_switching = RwSignal::new(false);
    let failure = RwSignal::new(None::<ApiError>);
    let switch = move || {
        let Some(unit) = chosen.get_untracked().filter(|_| !is_switching.get_untracked()) else { return };
        is_switching.set(true);
        page.spawn(async move { api::switch_unit(&unit).await }, move |answer| match answer {
            Ok(session) => {
                journey.dispatch(Event::SessionRenewed(Box::new(session)));
                journey.go(&Route::Start);
            }
            Err(refused) => {
                journey.note_failure(&refused);
                failure.set(Some(refused));
                is_switching.set(false);
            }
        });
    };
    localised(move || {
        let (frame, texts) = (&texts().frame, &texts().units);
        view! {
            <FailureAlert failure=failure words=failure_sentence/>
            <PageHeading text=texts.title/>
            <p>{texts.lead}</p>
            <form novalidate=true on:submit=move |event| {
                event.prevent_default();
                switch();
            }>
                <fieldset class="form-group">
                    <legend class="form-label">{texts.legend}</legend>
                    {assignments.iter().cloned().enumerate().map(|(index, Assignment { unit, authority })| {
                        let (name, id) = (format!("{}, {}", unit.name, authority.name), format!("unit-{index}"));
                        view! { <UnitChoice id name unit=unit.id chosen/> }
                    }).collect_view()}
                </fieldset>
                <SubmitButton id="switch-unit" text=texts.button busy_text=frame.switching is_busy=is_switching/>
            </form>
            <p><Link to=Route::Start id="back">{texts.back}</Link></p>
        }
    })
}

#[component]
fn UnitChoice(id: String, name: String, unit: UnitId, chosen: RwSignal<Option<UnitId>>) -> impl IntoView {
    let own = unit.clone();
    view! {
        <div class="form-group-radio">
            <input
                class="form-radio"
                type="radio"
                name="unit"
                id=id.clone()
                prop:checked=move || chosen.with(|chosen| chosen.as_ref() == Some(&own))
                on:change=move |_| chosen.set(Some(unit.clone()))
            />
            <label class="form-label" for=id translate="no">{name}</label>
        </div>
    }
}
