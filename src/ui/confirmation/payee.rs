//! What the bank of the account said about its owner, and what the caseworker says to that.

use leptos::prelude::*;

use super::Cancel;
use crate::{
    browser::{clock, document},
    contract::PayeeCheck,
    domain::{
        draft::{Draft, Field},
        payee::{NOTE_LENGTH, PayeeAnswer},
    },
    i18n::{acknowledged, field_error, field_texts, payee_answer, reason},
    relogin::{Event, UnacknowledgedChange},
    ui::{
        components::{BusyButton, Select, SelectOption, TextField},
        journey::Journey,
        language::{language, texts},
        route::Route,
        stores::{Forms, View},
    },
};

/// What was asked, what the bank answered, and when.
#[component]
pub fn PayeeAnswered(check: PayeeCheck) -> impl IntoView {
    let journey = Journey::get();
    let (language, texts) = (language(), &texts().payee);
    let class = match check.answer {
        PayeeAnswer::Match => "alert alert-success",
        PayeeAnswer::CloseMatch | PayeeAnswer::NoMatch => "alert alert-warning",
        PayeeAnswer::NoIban | PayeeAnswer::NotInScheme | PayeeAnswer::NoAnswer => "alert alert-info",
    };
    let advice = if check.acknowledged.is_none() { (texts.advice)(check.answer) } else { "" };
    view! {
        <div class=class id="payee">
            <div class="alert-body">
                <h3 class="alert-heading">{texts.heading}</h3>
                <p class="alert-text">
                    <strong id="payee-answer">{payee_answer(language, &check)}</strong>
                    " "
                    {(texts.asked_at)(&clock::time_of_day(check.asked_at))}
                </p>
                {(!advice.is_empty()).then(|| view! { <p class="alert-text">{advice}</p> })}
                {check.acknowledged.map(|said| view! {
                    <p class="alert-text" id="acknowledged">{acknowledged(language, &said)}</p>
                })}
                {(check.answer == PayeeAnswer::NoAnswer).then(|| view! {
                    <BusyButton
                        id="ask-bank-again"
                        text=texts.ask_again
                        busy_text=texts.asking
                        is_busy=Signal::derive(move || journey.is_asking_again())
                        on_press=move |()| journey.dispatch(Event::AskBankAgainPressed)
                    />
                })}
            </div>
        </div>
    }
}

/// What is typed into the form that is being confirmed. The reason is part of it, so that it is not lost either.
#[derive(Clone, Copy)]
struct Typed {
    forms: Forms,
    view: View,
}

impl Typed {
    fn draft(self) -> Option<Draft> {
        match self.view.route() {
            Route::Form(form) => self.forms.draft(&form),
            _ => None,
        }
    }

    fn value(self, field: Field) -> Signal<String> {
        Signal::derive(move || self.draft().map(|draft| draft.get(field).to_owned()).unwrap_or_default())
    }

    fn into_field(self, field: Field) -> Callback<String> {
        Callback::new(move |typed: String| {
            if let Route::Form(form) = untrack(|| self.view.route()) {
                self.forms.update(&form, |draft| draft.set(field, typed));
            }
        })
    }
}

/// Why the account is right although its bank knows it by another name.
#[component]
pub fn Acknowledging(change: UnacknowledgedChange) -> impl IntoView {
    let journey = Journey::get();
    let (language, texts) = (language(), &texts().payee);
    let typed = Typed { forms: Forms::get(), view: View::get() };
    let options = change.to_acknowledge().reasons.iter();
    let options =
        options.map(|own| SelectOption { value: own.id.clone(), label: reason(language, own).to_owned() }).collect();
    let words = [Field::PayeeReason, Field::PayeeNote].map(|field| field_texts(language, field, change.draft()));
    let to_acknowledge = StoredValue::new(change.to_acknowledge().clone());
    let said = move || {
        let draft = typed.draft().unwrap_or_else(|| change.draft().clone());
        to_acknowledge.with_value(|known| draft.acknowledgement(|reason| known.wants_note(reason)))
    };
    let said = StoredValue::new(said);
    // What is missing is told once the caseworker wants to go on.
    let has_tried = RwSignal::new(false);
    let errors = Memo::new(move |_| {
        let missing = has_tried.get().then(|| said.with_value(|said| said().err()));
        missing.flatten().unwrap_or_default()
    });
    let error = move |field| {
        Signal::derive(move || errors.with(|errors| errors.get(field).map(|error| field_error(language, error))))
    };
    let chosen = typed.value(Field::PayeeReason);
    let wants_note =
        Memo::new(move |_| to_acknowledge.with_value(|known| known.wants_note(&chosen.get())) == Some(true));
    let go_on = move |()| match untrack(|| said.with_value(|said| said())) {
        Ok(said) => journey.dispatch(Event::AcknowledgePressed(said)),
        Err(errors) => {
            has_tried.set(true);
            if let Some((field, _)) = errors.iter().next() {
                document::focus_field(field.name());
            }
        }
    };
    let [about_reason, about_note] = words;
    view! {
        <Select
            id=Field::PayeeReason.name()
            label=about_reason.label
            hint=about_reason.hint
            options
            value=chosen
            on_change=typed.into_field(Field::PayeeReason)
            error=error(Field::PayeeReason)
        />
        {move || wants_note.get().then(|| view! {
            <TextField
                id=Field::PayeeNote.name()
                label=about_note.label
                hint=about_note.hint
                value=typed.value(Field::PayeeNote)
                on_input=typed.into_field(Field::PayeeNote)
                error=error(Field::PayeeNote)
                width="input-width-xl"
                longest=NOTE_LENGTH
            />
        })}
        <div class="modal-footer">
            <BusyButton
                id="acknowledge"
                text=texts.go_on
                busy_text=texts.asking
                is_busy=Signal::derive(move || journey.is_asking_again())
                on_press=go_on
                is_primary=true
            />
            <Cancel/>
        </div>
    }
}
