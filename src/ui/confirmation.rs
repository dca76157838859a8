//! The dialog "Bekræftelse": the API's reading of the change, for checking against paper before the login.

mod payee;

use leptos::{ev, html, prelude::*};

use self::payee::{Acknowledging, PayeeAnswered};
use super::{
    components::{BusyButton, Button, Comparison, FailureAlert, Row},
    journey::Journey,
    language::{language, localised, texts},
    reaction::react,
    session_notice::SessionNotice,
    stores::Fetched,
};
use crate::{
    browser::{clock, document},
    contract::{Names, Prepared, Reading, Warning},
    domain::{change::Change, holder::HolderId},
    i18n::{self, contact_line, problem},
    relogin::{Compared, Event, State},
};

const HEADING: &str = "confirmation-heading";

/// A native modal dialog, open from the API's answer to the form until the browser leaves for the login.
#[component]
pub fn Confirmation() -> impl IntoView {
    let journey = Journey::get();
    let dialog = NodeRef::<html::Dialog>::new();
    let shown = Memo::new(move |_| journey.confirmation());
    let show = move || {
        let Some(dialog) = dialog.get_untracked() else { return };
        if !dialog.open() {
            // Refused only when the element is not in the page; then there is nothing to show it in.
            let _ = dialog.show_modal();
        }
        // The content is drawn after this, so the browser has found nothing to focus yet.
        request_animation_frame(|| document::focus(HEADING));
    };
    react(move || {
        let Some(dialog) = dialog.get() else { return };
        if shown.with(Option::is_some) {
            show();
        } else {
            dialog.close();
        }
    });
    let cancel = move |event: ev::Event| {
        // Escape is a wish like any other; the machine decides, and closes the dialog if it agrees.
        event.prevent_default();
        journey.dispatch(Event::CancelPressed);
    };
    // A browser closes it without asking when it is asked twice. What the machine still wants is shown again. That it was closed is told
    // late: perhaps the next one is open by now.
    let closed = move |_| {
        if dialog.get_untracked().is_some_and(|dialog| !dialog.open()) && shown.with_untracked(Option::is_some) {
            journey.dispatch(Event::CancelPressed);
            if shown.with_untracked(Option::is_some) {
                show();
            }
        }
    };
    view! {
        <dialog id="confirmation" aria-labelledby=HEADING node_ref=dialog on:cancel=cancel on:close=closed>
            {move || shown.get().map(|shown| localised(move || view! { <Content shown=shown.clone()/> }))}
        </dialog>
    }
}

#[component]
fn Content(shown: Compared) -> impl IntoView {
    let fetched = Fetched::get();
    let (language, frame, texts) = (language(), &texts().frame, &texts().confirmation);
    let Reading { change, names, before, warnings, payee, prepared_at, acts_for } = shown.reading().clone();
    view! {
        <div class="modal-content">
            <SessionNotice/>
            <div class="modal-header">
                <h2 class="modal-title" id=HEADING tabindex="-1">{texts.title}</h2>
                <p class="prepared-at">{clock::date_and_time(language, prepared_at)}</p>
            </div>
            <div class="modal-body">
                <p><strong>{texts.lead}</strong></p>
                <StoppedBy/>
                <dl class="rows">
                    <About change=change.clone() names=names.clone()/>
                    <Row term=texts.acts_for>
                        <span id="acts-for" translate="no">{format!("{}, {}", acts_for.unit.name, acts_for.authority.name)}</span>
                    </Row>
                </dl>
                <Comparison change before names/>
                <Warnings warnings/>
                {payee.map(|check| view! { <PayeeAnswered check/> })}
                {match shown {
                    Compared::Agreed(agreed) => view! { <ByLogin prepared=(**agreed).clone()/> }.into_any(),
                    Compared::Unacknowledged(change) => view! { <Acknowledging change=*change/> }.into_any(),
                }}
            </div>
            {move || fetched.configuration().map(|configuration| view! {
                <p class="confirmation-contact">
                    <strong>{frame.contact_heading}</strong>
                    ": "
                    <span translate="no">{contact_line(&configuration.contact)}</span>
                </p>
            })}
        </div>
    }
}

/// How the change is confirmed by a login.
#[component]
fn ByLogin(prepared: Prepared) -> impl IntoView {
    let journey = Journey::get();
    let texts = &texts().confirmation;
    let is_leaving = Signal::derive(move || matches!(journey.state(), State::Leaving(_)));
    let Prepared { expires_at, check_code, reference_text, identity, .. } = prepared;
    let organisation = &identity.organisation.name;
    view! {
        <div class="box">
            <p>{match &identity.name {
                Some(name) => (texts.identity)(name, organisation),
                None => (texts.identity_hidden_name)(organisation),
            }}" "{(texts.expires)(&clock::time_of_day(expires_at))}</p>
            <p>{texts.app_text}</p>
            <p class="reference-text" id="reference-text" translate="no">{reference_text}</p>
            <p>{texts.check_code}": "<strong id="check-code" translate="no">{check_code}</strong></p>
        </div>
        <div class="modal-footer">
            <BusyButton
                id="confirm"
                text=texts.confirm
                busy_text=texts.leaving
                is_busy=is_leaving
                on_press=move |()| journey.dispatch(Event::ConfirmPressed)
                is_primary=true
            />
            <Cancel/>
        </div>
    }
}

#[component]
fn Cancel() -> impl IntoView {
    let journey = Journey::get();
    view! { <Button id="cancel" text=texts().confirmation.cancel on_press=move |()| journey.dispatch(Event::CancelPressed)/> }
}

/// To what the change is made.
#[component]
fn About(change: Change, names: Names) -> impl IntoView {
    let texts = &texts().confirmation;
    let benefit_type = names.benefit_type_of(&change);
    let Names { holder: holder_name, authority, .. } = names;
    view! {
        {change.holder().cloned().map(|holder| view! { <HolderRow holder name=holder_name.unwrap_or_default()/> })}
        {benefit_type.map(|name| view! {
            <Row term=texts.benefit_type><span id="confirmed-benefit-type" translate="no">{name}</span></Row>
        })}
        {authority.map(|name| view! { <Row term=texts.of_authority><span translate="no">{name}</span></Row> })}
    }
}

#[component]
fn HolderRow(holder: HolderId, name: String) -> impl IntoView {
    let term = (texts().confirmation.for_holder)(holder.scheme());
    view! { <Row term><span class="number" id="confirmed-holder" translate="no">{holder.to_string()}</span>" "<span translate="no">{name}</span></Row> }
}

#[component]
fn Warnings(warnings: Vec<Warning>) -> impl IntoView {
    let texts = texts();
    (!warnings.is_empty()).then(|| {
        view! {
            <div class="alert alert-warning" id="warnings">
                <div class="alert-body">
                    <h3 class="alert-heading">{texts.frame.warning}</h3>
                    {warnings.into_iter().map(|warning| view! {
                        <p class="alert-text">{i18n::warning(language(), warning)}</p>
                    }).collect_view()}
                </div>
            </div>
        }
    })
}

/// Why the browser has not left for the login.
#[component]
fn StoppedBy() -> impl IntoView {
    let journey = Journey::get();
    let stopped_by = Memo::new(move |_| journey.stopped_by());
    view! { <FailureAlert failure=stopped_by words=problem/> }
}
