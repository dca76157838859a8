//! The authority's own benefit types.

use leptos::prelude::*;

use super::loaded::WithBenefitTypes;
use crate::{
    contract::{BenefitTypes, OwnBenefitType},
    domain::{benefit_type::BenefitCode, change_kind::ChangeKind, right::Right},
    ui::{
        components::{Link, PageHeading},
        route::{FormRoute, Route},
        state::App,
    },
};

/// Shows them, fetching them unless they were just fetched.
#[component]
pub fn BenefitTypesPage() -> impl IntoView {
    let children = Callback::new(|types| view! { <Content types/> }.into_any());
    view! { <WithBenefitTypes children/> }
}

#[component]
fn Content(types: BenefitTypes) -> impl IntoView {
    let app = App::get();
    let texts = move || &app.texts().benefit_types;
    let own = types.own;
    view! {
        <PageHeading text=Signal::derive(move || texts().title.to_owned())/>
        <p>{move || texts().lead}</p>
        <p><Link to=Route::BenefitTypeHistory class="function-link" id="history">{move || texts().history}</Link></p>
        {if own.is_empty() {
            view! { <p id="none">{move || texts().none}</p> }.into_any()
        } else {
            view! {
                <div class="table-frame" role="region" aria-labelledby="page-heading" tabindex="0">
                    <table class="table" id="own" role="table">
                        <thead role="rowgroup">
                            <tr role="row">
                                <th scope="col" role="columnheader">{move || texts().code}</th>
                                <th scope="col" role="columnheader">{move || texts().name}</th>
                                <th scope="col" role="columnheader">{move || texts().lock}</th>
                                <th scope="col" role="columnheader" class="number-cell">{move || texts().accounts}</th>
                                {move || app.may(Right::ManageBenefitTypes).then(|| {
                                    view! { <th scope="col" role="columnheader">{move || texts().actions}</th> }
                                })}
                            </tr>
                        </thead>
                        <tbody role="rowgroup">{own.into_iter().map(|own| view! { <TypeRow own/> }).collect_view()}</tbody>
                    </table>
                </div>
            }.into_any()
        }}
        {move || if app.may(Right::ManageBenefitTypes) {
            view! {
                <div class="button-row">
                    <Link to=Route::Form(FormRoute::NewBenefitType) class="button button-primary" id="create-benefit-type">{move || texts().create}</Link>
                </div>
            }.into_any()
        } else {
            view! { <p id="no-right">{move || texts().no_right}</p> }.into_any()
        }}
    }
}

/// On a narrow screen the cells stand below each other, each with the words of its column. Browsers then no longer take them for a table,
/// unless their roles are said.
#[component]
fn TypeRow(own: OwnBenefitType) -> impl IntoView {
    let app = App::get();
    let OwnBenefitType { benefit_type, locked, accounts } = own;
    let code = benefit_type.code.clone();
    let texts = move || &app.texts().benefit_types;
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{benefit_type.code.to_string()}</th>
            <td role="cell">{benefit_type.name.to_string()}</td>
            <td role="cell" data-title=move || texts().lock>
                {move || if locked { app.texts().registered.type_locked } else { app.texts().registered.unlocked }}
            </td>
            <td role="cell" data-title=move || texts().accounts class="number-cell">{accounts.to_string()}</td>
            {move || app.may(Right::ManageBenefitTypes).then(|| view! { <Actions code=code.clone()/> })}
        </tr>
    }
}

#[component]
fn Actions(code: BenefitCode) -> impl IntoView {
    let app = App::get();
    let link = |kind| Route::Form(FormRoute::BenefitType(code.clone(), kind));
    let (edited, deleted) = (code.to_string(), code.to_string());
    view! {
        <td role="cell">
            <Link to=link(ChangeKind::EditBenefitType) class="function-link">
                {move || app.texts().benefit_types.edit}<span class="sr-only">" "{edited}</span>
            </Link>
            " "
            <Link to=link(ChangeKind::DeleteBenefitType) class="function-link">
                {move || app.texts().benefit_types.delete}<span class="sr-only">" "{deleted}</span>
            </Link>
        </td>
    }
}
