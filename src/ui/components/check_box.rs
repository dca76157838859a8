//! A tick, with what it means and what is wrong with it.

use leptos::prelude::*;

use super::field_frame::ErrorMessage;

/// A single check box in a group of its own.
#[component]
pub fn CheckBox(
    id: &'static str,
    #[prop(into)] legend: String,
    #[prop(into)] label: String,
    #[prop(into)] checked: Signal<bool>,
    on_change: Callback<bool>,
    #[prop(into)] error: Signal<Option<String>>,
    /// What the tick means.
    #[prop(optional_no_strip)]
    hint: Option<&'static str>,
) -> impl IntoView {
    let described_by = move || {
        let hint = hint.map(|_| format!("{id}-hint"));
        let error = error.with(Option::is_some).then(|| format!("{id}-error"));
        let ids: Vec<_> = hint.into_iter().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    };
    view! {
        <div class="form-group" class:form-error=move || error.with(Option::is_some)>
            <fieldset aria-describedby=described_by>
                <legend class="form-label">{legend}</legend>
                {hint.map(|hint| view! { <span class="form-hint" id=format!("{id}-hint")>{hint}</span> })}
                <ErrorMessage id error/>
                <div class="form-group-checkbox">
                    <input
                        class="form-checkbox"
                        type="checkbox"
                        id=id
                        name=id
                        prop:checked=move || checked.get()
                        on:change=move |event| on_change.run(event_target_checked(&event))
                    />
                    <label class="form-label" id=format!("{id}-label") for=id>{label}</label>
                </div>
            </fieldset>
        </div>
    }
}
