//! One choice among a few.

use leptos::prelude::*;

use super::field_frame::ErrorMessage;

/// One of the choices of a [`RadioGroup`].
#[derive(Clone, PartialEq, Eq)]
pub struct Choice {
    /// Id of the input; the first one is what an error summary links to.
    pub id: &'static str,
    /// Words beside the button.
    pub label: &'static str,
}

/// Radio buttons under a legend. The ids of the choices are also their values.
#[component]
pub fn RadioGroup(
    name: &'static str,
    #[prop(into)] legend: String,
    choices: Vec<Choice>,
    #[prop(into)] chosen: Signal<Option<&'static str>>,
    on_change: Callback<&'static str>,
    #[prop(into)] error: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <div class="form-group" class:form-error=move || error.with(Option::is_some)>
            <fieldset
                aria-labelledby=format!("{name}-legend")
                aria-describedby=move || error.with(Option::is_some).then(|| format!("{name}-error"))
            >
                <legend class="form-label" id=format!("{name}-legend")>{legend}</legend>
                <ErrorMessage id=name error/>
                {choices.into_iter().map(|choice| view! {
                    <div class="form-group-radio">
                        <input
                            class="form-radio"
                            type="radio"
                            id=choice.id
                            name=name
                            value=choice.id
                            prop:checked=move || chosen.get() == Some(choice.id)
                            on:change=move |_| on_change.run(choice.id)
                        />
                        <label class="form-label" id=format!("{}-label", choice.id) for=choice.id>{choice.label}</label>
                    </div>
                }).collect_view()}
            </fieldset>
        </div>
    }
}
