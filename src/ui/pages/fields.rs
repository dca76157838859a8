//! The fields of the forms, in the order of [`Draft::fields`].

mod bank;
mod description;
mod echo;
mod form_field;
mod ways_on;

use leptos::prelude::*;

use crate::{
    browser::document,
    contract::BenefitTypes,
    domain::draft::{Draft, Field},
    i18n::Language,
    ui::{
        change_form::ChangeForm,
        components::{Alert, AlertKind},
        language::{language, texts},
        reaction::react,
    },
};
use description::Description;
use form_field::FormField;
use ways_on::WaysOn;

pub use description::target;

/// The details with the fields that are seldom needed.
const FOLDED: &str = "seldom-needed";

/// Fields that belong together, or one that stands by itself.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Section {
    heading: Option<&'static str>,
    /// Whether they may all stay empty, and stand in the way of "Gem" for nobody.
    is_folded: bool,
    fields: Vec<Description>,
}

/// The fields of a form. One that says something else than before is drawn anew; the others stay as they are while their form changes.
#[component]
pub fn Fields(form: ChangeForm, types: Option<BenefitTypes>) -> impl IntoView {
    let language = language();
    let sections = Memo::new(move |_| form.with_draft(|draft| sections(language, draft)));
    let types = StoredValue::new(types.map(|types| types.payable).unwrap_or_default());
    view! {
        <For each=move || sections.get() key=Clone::clone let:section>
            {
                let Section { heading, is_folded, fields } = section;
                let names: Vec<Field> = fields.iter().map(|field| field.field).collect();
                let fields = fields
                    .into_iter()
                    .map(|field| view! { <FormField form field=field.clone() types/><WaysOn form field=field.field/> })
                    .collect_view();
                match heading {
                    Some(heading) if is_folded => {
                        view! { <Folded form heading names>{fields}</Folded> }.into_any()
                    }
                    Some(heading) => view! {
                        <fieldset class="group"><legend class="form-label">{heading}</legend>{fields}</fieldset>
                    }.into_any(),
                    None => fields.into_any(),
                }
            }
        </For>
    }
}

fn sections(language: Language, draft: &Draft) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for field in draft.fields() {
        let description = Description::of(language, field, draft);
        let texts = &language.texts().fields;
        let is_folded = draft.is_seldom_needed(field);
        let heading =
            if is_folded { Some(texts.bank_folded) } else { is_about_bank(field).then_some(texts.bank_heading) };
        match sections.last_mut() {
            Some(last) if heading.is_some() && last.heading == heading => last.fields.push(description),
            _ => sections.push(Section { heading, is_folded, fields: vec![description] }),
        }
    }
    sections
}

/// Fields that are seldom needed: closed, unless something stands there, or is wrong there.
#[component]
fn Folded(form: ChangeForm, heading: &'static str, names: Vec<Field>, children: Children) -> impl IntoView {
    react(move || {
        form.attempt.track();
        if names.iter().any(|field| !form.value(*field).is_empty() || form.error(*field).with(Option::is_some)) {
            document::open(FOLDED);
        }
    });
    view! {
        <details class="help" id=FOLDED>
            <summary>{heading}</summary>
            {children()}
        </details>
    }
}

fn is_about_bank(field: Field) -> bool {
    matches!(field, Field::BankName | Field::BankStreet | Field::BankCity)
}

/// In place of a form for a specific account, where there is no benefit that could go to it.
#[component]
pub fn NoBenefitTypes() -> impl IntoView {
    view! {
        <div id="no-benefit-types"><Alert kind=AlertKind::Warning heading=texts().change_page.no_benefit_types/></div>
    }
}
