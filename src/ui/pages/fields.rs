//! The fields of the forms, in the order of [`Draft::fields`].

mod bank;
mod description;
mod echo;
mod form_field;
mod ways_on;

use leptos::prelude::*;

use crate::{
    contract::BenefitTypes,
    domain::draft::{Draft, Field},
    i18n::Language,
    ui::{
        change_form::ChangeForm,
        components::{Alert, AlertKind},
        language::{language, texts},
    },
};
use description::Description;
use form_field::FormField;
use ways_on::WaysOn;

pub use description::target;

/// Fields that belong together, or one that stands by itself.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Section {
    heading: Option<&'static str>,
    fields: Vec<Description>,
}

/// The fields of a form. One that says something else than before is drawn anew; the others stay as they are while their form changes.
#[component]
pub fn Fields(form: ChangeForm, types: Option<BenefitTypes>) -> impl IntoView {
    let language = language();
    let sections = Memo::new(move |_| sections(language, &form.draft()));
    let types = StoredValue::new(types.map(|types| types.payable).unwrap_or_default());
    view! {
        <For each=move || sections.get() key=Clone::clone let:section>
            {
                let Section { heading, fields } = section;
                let fields = fields
                    .into_iter()
                    .map(|field| view! { <FormField form field=field.clone() types/><WaysOn form field=field.field/> })
                    .collect_view();
                match heading {
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
        let heading = is_about_bank(field).then_some(language.texts().fields.bank_heading);
        match sections.last_mut() {
            Some(last) if heading.is_some() && last.heading == heading => last.fields.push(description),
            _ => sections.push(Section { heading, fields: vec![description] }),
        }
    }
    sections
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
