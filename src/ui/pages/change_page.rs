//! What every page for a change has around its fields.

use leptos::prelude::*;

use super::{
    fields::{Fields, NoBenefitTypes, target},
    loaded::{WithBenefitTypes, WithOverview},
    problem::NoRightPage,
};
use crate::{
    contract::{AccountOverview, BenefitTypes, ProblemType},
    domain::{
        change::Registered,
        change_kind::ChangeKind,
        company_number::Cvr,
        draft::{Draft, Field},
        right::Right,
        specific::check_allowed,
    },
    i18n::{self, problem},
    relogin::{Notice, State},
    ui::{
        change_form::{ChangeForm, Subject},
        components::{
            Alert, AlertKind, ErrorSummary, FailureAlert, HolderRows, Link, PageHeading, RegisteredRows, SubmitButton,
        },
        confirmation::Confirmation,
        journey::Journey,
        language::{language, localised, texts},
        pages::deletion::Deletion,
        route::FormRoute,
        stores::{CurrentSession, Forms},
    },
};

/// The page of a form, once what it is about has been fetched.
#[component]
pub fn ChangePage(form: FormRoute) -> impl IntoView {
    match form.holder().cloned() {
        Some(key) if form.kind() == ChangeKind::CreateSpecific => {
            let children = Callback::new(move |overview: AccountOverview| {
                let form = form.clone();
                let children = Callback::new(move |types| {
                    let (form, overview) = (form.clone(), Some(overview.clone()));
                    view! { <Frame form overview types=Some(types)/> }.into_any()
                });
                view! { <WithBenefitTypes children/> }.into_any()
            });
            view! { <WithOverview key children/> }.into_any()
        }
        Some(key) => {
            let children = Callback::new(move |overview| {
                view! { <Frame form=form.clone() overview=Some(overview) types=None/> }.into_any()
            });
            view! { <WithOverview key children/> }.into_any()
        }
        None => {
            let children = Callback::new(move |types| {
                view! { <Frame form=form.clone() overview=None types=Some(types)/> }.into_any()
            });
            view! { <WithBenefitTypes children/> }.into_any()
        }
    }
}

#[component]
fn Frame(form: FormRoute, overview: Option<AccountOverview>, types: Option<BenefitTypes>) -> impl IntoView {
    let session = CurrentSession::get();
    let kind = form.kind();
    if !untrack(|| session.may(Right::needed_for(kind))) {
        return view! { <NoRightPage/> }.into_any();
    }
    let present = present(&form, overview.as_ref(), types.as_ref());
    let authority = session.caseworker().map(|caseworker| caseworker.authority.cvr);
    let Some(authority) = authority.filter(|_| !kind.is_about_existing() || present.is_some()) else {
        return view! { <NotThere form/> }.into_any();
    };
    if let Some(refusal) = refused_as(&form, overview.as_ref(), types.as_ref(), &authority) {
        return view! { <Refused form refusal/> }.into_any();
    }
    let subject = Subject {
        holder: overview.as_ref().map(|overview| overview.holder.clone()),
        authority,
        version: overview
            .as_ref()
            .map(|overview| overview.version)
            .or(types.as_ref().map(|types| types.version))
            .unwrap_or_default(),
        defaults: defaults(&form, present.as_ref()),
    };
    let change_form = ChangeForm::new(&form, subject);
    let about = About { form, overview, types, present };
    view! {
        {localised(move || view! { <FormPage about=about.clone() change_form/> })}
        <Confirmation/>
    }
    .into_any()
}

/// What a form is about, as far as it was fetched.
#[derive(Clone)]
struct About {
    form: FormRoute,
    overview: Option<AccountOverview>,
    types: Option<BenefitTypes>,
    /// What is registered now where the form makes its change.
    present: Option<Registered>,
}

#[component]
fn FormPage(about: About, change_form: ChangeForm) -> impl IntoView {
    let texts = texts();
    let About { form, overview, types, present } = about;
    let kind = form.kind();
    let summary = change_form.summary(target);
    // Under the name of the link that led here.
    let replaces = kind == ChangeKind::AssignNemKonto && present.is_some();
    let title = if replaces { texts.overview.replace } else { (texts.changes.title)(kind) };
    let lead = Some((texts.changes.lead)(kind)).filter(|lead| !lead.is_empty());
    let pays_nothing =
        kind == ChangeKind::CreateSpecific && types.as_ref().is_none_or(|types| types.payable.is_empty());
    let benefit_type = named_benefit_type(&form, overview.as_ref(), types.as_ref());
    let deletion = overview.clone().filter(|_| kind == ChangeKind::DeleteNemKonto);
    view! {
        <p><BackLink form/></p>
        <ErrorSummary items=summary attempt=change_form.attempt/>
        <Messages/>
        <PageHeading text=title has_errors=Signal::derive(move || summary.with(|items| !items.is_empty()))/>
        {(kind != ChangeKind::CreateBenefitType).then(|| view! {
            <div class="box">
                {overview.map(|overview| view! { <HolderRows holder=overview.holder name=overview.name/> })}
                {benefit_type.map(|name| view! { <p class="benefit-type" translate="no">{name}</p> })}
                <Present kind present/>
            </div>
        })}
        {lead.map(|lead| view! { <p class="form-lead">{lead}</p> })}
        {(!kind.account_types().is_empty() && !pays_nothing).then(|| view! { <p class="form-lead">{texts.change_page.evidence}</p> })}
        {deletion.map(|overview| view! { <Deletion overview/> })}
        {if pays_nothing {
            view! { <NoBenefitTypes/> }.into_any()
        } else {
            view! {
                <form novalidate=true on:submit=move |event| {
                    event.prevent_default();
                    change_form.save();
                }>
                    <Fields form=change_form types/>
                    <p class="form-hint" id="before-save">{texts.change_page.before_save}</p>
                    <SubmitButton
                        id="save"
                        text=(texts.changes.save)(kind)
                        busy_text=change_form.busy_text()
                        is_busy=change_form.is_saving()
                    />
                </form>
            }.into_any()
        }}
    }
}

/// What is registered now, on forms that change it.
#[component]
fn Present(kind: ChangeKind, present: Option<Registered>) -> impl IntoView {
    let texts = &texts().changes;
    (kind != ChangeKind::CreateSpecific).then(|| {
        view! {
            <div id="present">
                <p class="present-heading">{(texts.before)(kind)}</p>
                <RegisteredRows entry=present none=texts.none/>
            </div>
        }
    })
}

#[component]
fn NotThere(form: FormRoute) -> impl IntoView {
    localised(move || {
        let texts = &texts().change_page;
        view! {
            <PageHeading text=texts.not_there_title/>
            <p>{texts.not_there}</p>
            <p><BackLink form=form.clone()/></p>
        }
    })
}

/// In place of a form for what cannot be done, in the words with which the API would refuse it.
#[component]
fn Refused(form: FormRoute, refusal: ProblemType) -> impl IntoView {
    localised(move || {
        let words = i18n::refusal(language(), refusal);
        view! {
            <PageHeading text=words.title/>
            <p id="refusal">{words.next_step}</p>
            <p><BackLink form=form.clone()/></p>
        }
    })
}

#[component]
fn BackLink(form: FormRoute) -> impl IntoView {
    let texts = &texts().change_page;
    view! {
        <Link to=form.parent() class="back-link" id="back">
            {if form.holder().is_some() { texts.back } else { texts.back_to_types }}
        </Link>
    }
}

/// Why the form is open again, and what stopped the last attempt.
#[component]
fn Messages() -> impl IntoView {
    let (journey, forms) = (Journey::get(), Forms::get());
    let texts = &texts().change_page;
    let stopped_by = Memo::new(move |_| match journey.state() {
        State::Editing(stopped_by) => stopped_by.filter(|problem| !problem.is_at_fields()),
        _ => None,
    });
    view! {
        {move || forms.notice().map(|notice| {
            let words = match notice {
                Notice::Cancelled => texts.cancelled_notice,
                Notice::Interrupted => texts.interrupted_notice,
                Notice::Asked => texts.asked_notice,
                Notice::OtherVersion => texts.other_version_notice,
            };
            view! { <Alert kind=AlertKind::Info heading=texts.notice_heading><p id="notice">{words}</p></Alert> }
        })}
        <FailureAlert failure=stopped_by words=problem/>
    }
}

/// What is registered now where the form makes its change.
fn present(form: &FormRoute, overview: Option<&AccountOverview>, types: Option<&BenefitTypes>) -> Option<Registered> {
    match form {
        FormRoute::Holder(_, ChangeKind::AssignNemKonto | ChangeKind::DeleteNemKonto) => {
            overview?.registered_nemkonto()
        }
        FormRoute::Specific(_, key, _) => overview?.specific(key)?.registered(),
        FormRoute::BenefitType(code, _) => Some(types?.own(code)?.registered()),
        FormRoute::Holder(..) | FormRoute::NewBenefitType => None,
    }
}

/// Why the form would be refused whatever is typed into it, as far as that is known here.
fn refused_as(
    form: &FormRoute,
    overview: Option<&AccountOverview>,
    types: Option<&BenefitTypes>,
    acting: &Cvr,
) -> Option<ProblemType> {
    match form {
        FormRoute::Holder(_, ChangeKind::DeleteNemKonto) => {
            overview?.nemkonto.is_none().then_some(ProblemType::NothingToDelete)
        }
        FormRoute::Specific(_, key, kind) => {
            check_allowed(*kind, overview?.specific(key)?.locks, &key.authority, acting).err().map(ProblemType::from)
        }
        FormRoute::BenefitType(code, ChangeKind::DeleteBenefitType) => {
            (types?.own(code)?.accounts > 0).then_some(ProblemType::BenefitTypeInUse)
        }
        FormRoute::Holder(..) | FormRoute::NewBenefitType | FormRoute::BenefitType(..) => None,
    }
}

/// Name and code of the benefit type that the form is about.
fn named_benefit_type(
    form: &FormRoute,
    overview: Option<&AccountOverview>,
    types: Option<&BenefitTypes>,
) -> Option<String> {
    let benefit_type = match form {
        FormRoute::Specific(_, key, _) => &overview?.specific(key)?.benefit_type,
        FormRoute::BenefitType(code, _) => &types?.own(code)?.benefit_type,
        FormRoute::Holder(..) | FormRoute::NewBenefitType => return None,
    };
    Some(benefit_type.to_string())
}

/// What a form begins with: an editing one with what is registered.
fn defaults(form: &FormRoute, present: Option<&Registered>) -> Draft {
    let mut draft = form.empty_draft();
    if let (ChangeKind::EditBenefitType, Some(Registered::BenefitType { name, locked })) = (form.kind(), present) {
        draft.set(Field::Name, name.as_str());
        draft.set_tick(Field::TypeLocked, *locked);
    }
    draft
}
