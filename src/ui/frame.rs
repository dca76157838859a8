//! What surrounds every page: skip link, header, footer.

use leptos::prelude::*;

use super::{pages::Page, route::Route, session_notice::SessionNotice, state::App};
use crate::{
    browser::document,
    i18n::{Language, contact_line},
    relogin::{Event, SessionState},
    ui::components::Link,
};

/// Header, page and footer.
#[component]
pub fn Frame() -> impl IntoView {
    let app = App::get();
    view! {
        <a class="skipnav" href="#main" on:click=|event| {
            event.prevent_default();
            document::focus("main");
        }>{move || app.texts().frame.skip_link}</a>
        {move || (!app.is_confirming()).then(|| view! { <SessionNotice/> })}
        <Header/>
        <div class="network" role="status">
            {move || (!app.is_online.get()).then(|| view! { <p class="container" id="offline">{move || app.texts().frame.offline}</p> })}
        </div>
        <main class="container page-container" id="main" tabindex="-1">
            <Page/>
        </main>
        <Footer/>
    }
}

#[component]
fn Header() -> impl IntoView {
    let app = App::get();
    let has_several_units = move || match app.session.get() {
        SessionState::LoggedIn(session) => session.assignments.len() > 1,
        _ => false,
    };
    let is_logged_in = move || app.caseworker().is_some();
    view! {
        <header class="header">
            {move || app.configuration.get().filter(|configuration| configuration.sandbox).map(|_| view! {
                <div class="sandbox-banner"><p class="container">
                        {move || app.texts().frame.sandbox}
                        " "
                        <a href="/sandbox">{move || app.texts().frame.sandbox_guide}</a>
                    </p></div>
            })}
            <div class="portal-info">
                <div class="portal-info-inner container">
                    <Link to=Route::Start class="service-name">{move || app.texts().frame.service}</Link>
                    {move || app.caseworker().map(|caseworker| {
                        let name = caseworker.name.clone();
                        view! {
                            <div class="portal-user">
                                <p class="user" id="caseworker">
                                    {move || name.clone().unwrap_or_else(|| app.texts().frame.hidden_name.to_owned())}
                                    ", "
                                    {caseworker.unit.name.clone()}
                                    ", "
                                    {caseworker.authority.name.clone()}
                                </p>
                                {has_several_units().then(|| view! {
                                    <Link to=Route::Units class="function-link" id="to-units">{move || app.texts().frame.switch_unit}</Link>
                                })}
                                <button class="function-link log-off" type="button" id="log-out" on:click=move |_| app.dispatch(Event::LogOutPressed)>
                                    {move || app.texts().frame.log_out}
                                </button>
                            </div>
                        }
                    })}
                </div>
            </div>
            {move || is_logged_in().then(|| view! {
                <nav class="menu container" aria-label=move || app.texts().frame.menu>
                    <Link to=Route::Start id="menu-find">{move || app.texts().frame.find_holder}</Link>
                    <Link to=Route::BenefitTypes id="menu-benefit-types">{move || app.texts().frame.benefit_types}</Link>
                </nav>
            })}
        </header>
    }
}

#[component]
fn Footer() -> impl IntoView {
    let app = App::get();
    view! {
        <footer class="page-footer">
            <div class="container">
                {move || app.configuration.get().map(|configuration| view! {
                    <p class="contact">
                        <strong>{move || app.texts().frame.contact_heading}</strong>
                        ": "
                        {contact_line(&configuration.contact)}
                    </p>
                })}
                <p><Link to=Route::Verify id="verify-receipt">{move || app.texts().frame.verify_receipt}</Link></p>
                <nav class="language-switch" aria-label=move || app.texts().frame.choose_language>
                    {Language::ALL.iter().copied().map(|language| view! {
                        <button
                            class="function-link"
                            type="button"
                            lang=language.tag()
                            id=format!("language-{}", language.tag())
                            aria-current=move || (app.language.get() == language).then_some("true")
                            on:click=move |_| app.speak(language)
                        >{language.own_name()}</button>
                    }).collect_view()}
                </nav>
            </div>
        </footer>
    }
}
