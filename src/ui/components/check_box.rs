//! A tick that must be set, with its error.

use leptos::prelude::*;

use crate::ui::state::App;

/// A single check box in a group of its own.
#[component]
pub fn CheckBox(
    id: &'static str,
    #[prop(into)] legend: Signal<&'static str>,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] checked: Signal<bool>,
    on_change: Callback<bool>,
    #[prop(into)] error: Signal<Option<String>>,
) -> impl IntoView {
    let app = App::get();
    view! {
        <div class="form-group" class:form-error=move || error.with(Option::is_some)>
            <fieldset aria-describedby=move || error.with(Option::is_some).then(|| format!("{id}-error"))>
                <legend class="form-label">{move || legend.get()}</legend>
                {move || error.get().map(|error| view! {
                    <span class="form-error-message" id=format!("{id}-error")>
                        <span class="sr-only">{app.texts().frame.error_prefix}</span>
                        {error}
                    </span>
                })}
                <div class="form-group-checkbox">
                    <input
                        class="form-checkbox"
                        type="checkbox"
                        id=id
                        name=id
                        prop:checked=move || checked.get()
                        on:change=move |event| on_change.run(event_target_checked(&event))
                    />
                    <label class="form-label" id=format!("{id}-label") for=id>{move || label.get()}</label>
                </div>
            </fieldset>
        </div>
    }
}
