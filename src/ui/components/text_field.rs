//! A labelled text field.

use leptos::prelude::*;

use super::field_frame::{FieldFrame, described_by};
use crate::{
    browser::gesture,
    domain::text::{LONGEST_TYPED, beginning},
    ui::language::texts,
};

/// A text field. `id` names the input; label, hint and error derive their ids from it.
#[component]
pub fn TextField(
    id: &'static str,
    #[prop(into)] label: String,
    #[prop(into)] hint: String,
    /// What stands in the field.
    #[prop(into)]
    value: Signal<String>,
    on_input: Callback<String>,
    /// What is wrong, as a sentence.
    #[prop(into)]
    error: Signal<Option<String>>,
    /// DKFDS width class; a hint of the expected length, never a limit.
    width: &'static str,
    /// What was understood, once the text can be read.
    #[prop(optional, into)]
    echo: Signal<Option<String>>,
    /// Offered what is pasted; says whether it has dealt with it.
    #[prop(optional_no_strip)]
    on_paste: Option<Callback<String, bool>>,
    /// Told when the field is left with another text than before.
    #[prop(optional_no_strip)]
    on_leave: Option<Callback<()>>,
    /// The most characters that it holds.
    #[prop(default = LONGEST_TYPED)]
    longest: usize,
    /// Whether digits are expected (for the on-screen keyboard).
    #[prop(optional)]
    numeric: bool,
    /// Whether the field may stay empty.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let described_by = move || described_by(id, error, echo);
    let text_in = move |event: &_| gesture::text_in(event, |text| beginning(text, longest));
    let is_full = Memo::new(move |_| value.with(|value| value.chars().count() >= longest));
    let too_much = texts().fields.too_much;
    view! {
        <FieldFrame id label hint error>
            <input
                class=format!("form-input {width}")
                type="text"
                id=id
                name=id
                required=!optional
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                inputmode=if numeric { "numeric" } else { "text" }
                aria-describedby=described_by
                aria-invalid=move || error.with(Option::is_some).to_string()
                prop:value=move || value.get()
                maxlength=longest.to_string()
                on:paste=move |event| {
                    // The browser itself puts in as much of a longer one as fits.
                    let fits = |text: &String| beginning(text, longest).len() == text.len();
                    let has_taken = |text| on_paste.is_some_and(|on_paste| on_paste.run(text));
                    if gesture::pasted_text(&event).filter(fits).is_some_and(has_taken) {
                        event.prevent_default();
                        gesture::type_over(&event, &value.get_untracked());
                    }
                }
                on:input=move |event| on_input.run(text_in(&event))
                on:change=move |event| {
                    // What a password manager fills in is told by this event alone. It also comes when the field is taken away while
                    // somebody types into it: then there is nobody left to be told.
                    let text = text_in(&event);
                    match value.try_with_untracked(|value| *value != text) {
                        Some(true) => on_input.run(text),
                        Some(false) => {}
                        None => return,
                    }
                    if let Some(on_leave) = on_leave {
                        on_leave.run(());
                    }
                }
            />
            {move || is_full.get().then(|| view! { <span class="form-error-message" role="alert">{too_much}</span> })}
            <span class="field-echo" id=format!("{id}-echo") translate="no">{move || echo.get().unwrap_or_default()}</span>
        </FieldFrame>
    }
}
