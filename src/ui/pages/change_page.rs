//! What every page for a change has around its fields.

use leptos::prelude::*;

use super::overview::WithOverview;
use crate::{
    contract::{AccountOverview, HolderKey},
    domain::draft::Kind,
    i18n::{Form as Texts, problem},
    relogin::{Notice, State},
    ui::{
        change_form::ChangeForm,
        components::{AccountRows, Alert, AlertKind, ErrorSummary, HolderRows, Link, PageHeading, Row, SubmitButton},
        confirmation::Confirmation,
        pages::{deletion::Deletion, domestic_fields::DomesticFields, foreign_fields::ForeignFields},
        route::Route,
        state::App,
    },
};

/// The page for a kind of change of the holder at the address.
#[component]
pub fn ChangePage(key: HolderKey, kind: Kind) -> impl IntoView {
    let draw: fn(AccountOverview) -> AnyView = match kind {
        Kind::DomesticNemKonto => |overview| {
            view! { <Frame overview kind=Kind::DomesticNemKonto title=|texts| texts.domestic_title/> }.into_any()
        },
        Kind::ForeignNemKonto => |overview| {
            view! { <Frame overview kind=Kind::ForeignNemKonto title=|texts| texts.foreign_title/> }.into_any()
        },
        Kind::DeleteNemKonto => {
            |overview| view! { <Frame overview kind=Kind::DeleteNemKonto title=|texts| texts.delete_title/> }.into_any()
        }
    };
    view! { <WithOverview key children=draw/> }
}

#[component]
fn Frame(overview: AccountOverview, kind: Kind, title: fn(&Texts) -> &'static str) -> impl IntoView {
    let app = App::get();
    let texts = move || &app.texts().form;
    let form = ChangeForm::new(app, &overview, kind);
    let AccountOverview { key, holder, name, nemkonto, specific_accounts, .. } = overview;
    let present = nemkonto.map(|nemkonto| nemkonto.account);
    let fields = match kind {
        Kind::DomesticNemKonto => view! { <DomesticFields form/> }.into_any(),
        Kind::ForeignNemKonto => view! { <ForeignFields form/> }.into_any(),
        Kind::DeleteNemKonto => view! { <Deletion specific_accounts/> }.into_any(),
    };
    let button = move || if kind == Kind::DeleteNemKonto { texts().delete } else { texts().save };
    view! {
        <p><Link to=Route::Overview(key) class="back-link">{move || texts().back}</Link></p>
        <ErrorSummary items=form.summary attempt=form.attempt/>
        <Messages/>
        <PageHeading
            text=Signal::derive(move || title(texts()).to_owned())
            has_errors=Signal::derive(move || form.summary.with(|items| !items.is_empty()))
        />
        <div class="box">
            <HolderRows holder name/>
            <dl class="rows">
                <Row term=Signal::derive(move || texts().present.to_owned())>
                    <AccountRows account=present none=Signal::derive(move || texts().none)/>
                </Row>
            </dl>
        </div>
        <form novalidate=true on:submit=move |event| {
            event.prevent_default();
            form.save();
        }>
            {fields}
            <SubmitButton
                id="save"
                text=Signal::derive(button)
                busy_text=Signal::derive(move || texts().saving)
                is_busy=form.is_saving
            />
        </form>
        <Confirmation/>
    }
}

/// Why the form is open again, and what stopped the last attempt.
#[component]
fn Messages() -> impl IntoView {
    let app = App::get();
    let stopped_by = Memo::new(move |_| match app.relogin.get() {
        State::Editing(stopped_by) => stopped_by.filter(|problem| !problem.is_at_fields()),
        _ => None,
    });
    view! {
        {move || app.notice.get().map(|notice| {
            let texts = &app.texts().form;
            let words = match notice {
                Notice::Cancelled => texts.cancelled_notice,
                Notice::Interrupted => texts.interrupted_notice,
                Notice::Asked => texts.asked_notice,
            };
            view! { <Alert kind=AlertKind::Info heading=texts.notice_heading.to_owned()><p id="notice">{words}</p></Alert> }
        })}
        {move || stopped_by.get().map(|stopped_by| {
            let words = problem(app.language.get(), &stopped_by);
            view! { <Alert kind=AlertKind::Error heading=words.title><p>{words.next_step}</p></Alert> }
        })}
    }
}
