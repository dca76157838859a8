//! The authority's own benefit types.

use leptos::prelude::*;

use super::loaded::WithBenefitTypes;
use crate::{
    contract::{BenefitTypes, OwnBenefitType},
    domain::{benefit_type::BenefitCode, change_kind::ChangeKind, right::Right},
    ui::{
        components::{Link, PageHeading},
        language::{localised, texts},
        route::{FormRoute, Route},
        stores::CurrentSession,
    },
};

/// Shows them, fetching them unless they were just fetched.
#[component]
pub fn BenefitTypesPage() -> impl IntoView {
    let children =
        Callback::new(|types: BenefitTypes| localised(move || view! { <Content own=types.own.clone()/> }).into_any());
    view! { <WithBenefitTypes children/> }
}

#[component]
fn Content(own: Vec<OwnBenefitType>) -> impl IntoView {
    let texts = &texts().benefit_types;
    let can_manage = CurrentSession::get().may(Right::ManageBenefitTypes);
    view! {
        <PageHeading text=texts.title/>
        <p>{texts.lead}</p>
        <p><Link to=Route::BenefitTypeHistory class="function-link" id="history">{texts.history}</Link></p>
        {if own.is_empty() {
            view! { <p id="none">{texts.none}</p> }.into_any()
        } else {
            view! {
                <div class="table-frame" role="region" aria-labelledby="page-heading" tabindex="0">
                    <table class="table" id="own" role="table">
                        <thead role="rowgroup">
                            <tr role="row">
                                <th scope="col" role="columnheader">{texts.code}</th>
                                <th scope="col" role="columnheader">{texts.name}</th>
                                <th scope="col" role="columnheader">{texts.lock}</th>
                                <th scope="col" role="columnheader" class="number-cell">{texts.accounts}</th>
                                {can_manage.then(|| view! { <th scope="col" role="columnheader">{texts.actions}</th> })}
                            </tr>
                        </thead>
                        <tbody role="rowgroup">
                            {own.into_iter().map(|own| view! { <TypeRow own can_manage/> }).collect_view()}
                        </tbody>
                    </table>
                </div>
            }.into_any()
        }}
        {if can_manage {
            view! {
                <div class="button-row">
                    <Link to=Route::Form(FormRoute::NewBenefitType) class="button button-primary" id="create-benefit-type">{texts.create}</Link>
                </div>
            }.into_any()
        } else {
            view! { <p id="no-right">{texts.no_right}</p> }.into_any()
        }}
    }
}

/// On a narrow screen the cells stand below each other, each with the words of its column. Browsers then no longer take them for a table,
/// unless their roles are said.
#[component]
fn TypeRow(own: OwnBenefitType, can_manage: bool) -> impl IntoView {
    let (texts, registered) = (&texts().benefit_types, &texts().registered);
    let OwnBenefitType { benefit_type, locked, accounts } = own;
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" translate="no">{benefit_type.code.to_string()}</th>
            <td role="cell" translate="no">{benefit_type.name.to_string()}</td>
            <td role="cell" data-title=texts.lock>{if locked { registered.type_locked } else { registered.unlocked }}</td>
            <td role="cell" data-title=texts.accounts class="number-cell">{accounts.to_string()}</td>
            {can_manage.then(|| view! { <Actions code=benefit_type.code/> })}
        </tr>
    }
}

#[component]
fn Actions(code: BenefitCode) -> impl IntoView {
    let texts = &texts().benefit_types;
    let (edited, deleted) = (code.to_string(), code.to_string());
    let link = |kind| Route::Form(FormRoute::BenefitType(code.clone(), kind));
    view! {
        <td role="cell">
            <Link to=link(ChangeKind::EditBenefitType) class="function-link">
                {texts.edit}<span class="sr-only" translate="no">" "{edited}</span>
            </Link>
            " "
            <Link to=link(ChangeKind::DeleteBenefitType) class="function-link">
                {texts.delete}<span class="sr-only" translate="no">" "{deleted}</span>
            </Link>
        </td>
    }
}
