//! One choice among many.

use leptos::prelude::*;

use crate::ui::{
    components::field_frame::{FieldFrame, described_by},
    language::texts,
};

/// One of the choices of a [`Select`].
#[derive(Clone, PartialEq, Eq)]
pub struct SelectOption {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
}

/// A labelled list to choose from, with hint and error. Nothing is chosen at first.
#[component]
pub fn Select(
    id: &'static str,
    #[prop(into)] label: String,
    #[prop(into)] hint: String,
    options: Vec<SelectOption>,
    #[prop(into)] value: Signal<String>,
    on_change: Callback<String>,
    #[prop(into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let described_by = move || described_by(id, error, Signal::stored(None));
    view! {
        <FieldFrame id label hint error>
            <select
                class="form-select"
                id=id
                name=id
                required=true
                autocomplete="off"
                aria-describedby=described_by
                aria-invalid=move || error.with(Option::is_some).to_string()
                on:change=move |event| on_change.run(event_target_value(&event))
            >
                <option value="" selected=move || value.with(String::is_empty)>{texts().fields.choose}</option>
                {options.into_iter().map(|SelectOption { value: own, label }| {
                    let is_chosen = {
                        let own = own.clone();
                        move || value.with(|value| *value == own)
                    };
                    view! { <option value=own prop:selected=is_chosen>{label}</option> }
                }).collect_view()}
            </select>
        </FieldFrame>
    }
}
