//! What surrounds every page: skip link, header, footer.

use leptos::prelude::*;

use super::{
    components::Link,
    journey::Journey,
    language::{localised, texts},
    pages::Page,
    route::Route,
    session_notice::SessionNotice,
    stores::{CurrentSession, Fetched, View},
};
use crate::{
    browser::document,
    contract::{Links, Session},
    i18n::{Language, contact_line},
    relogin::Event,
};

/// Header, page and footer.
#[component]
pub fn Frame() -> impl IntoView {
    let (journey, page) = (Journey::get(), View::get());
    view! {
        {localised(|| view! {
            <a class="skipnav" href="#main" on:click=|event| {
                event.prevent_default();
                document::focus("main");
            }>{texts().frame.skip_link}</a>
        })}
        {move || (!journey.is_confirming()).then(|| view! { <SessionNotice/> })}
        {localised(|| view! { <Header/> })}
        <div class="network" role="status">
            {localised(move || move || {
                (!page.is_online()).then(|| view! { <p class="container" id="offline">{texts().frame.offline}</p> })
            })}
        </div>
        <main class="container page-container" id="main" tabindex="-1">
            <Page/>
        </main>
        {localised(|| view! { <Footer/> })}
    }
}

#[component]
fn Header() -> impl IntoView {
    let (fetched, current) = (Fetched::get(), CurrentSession::get());
    let session = move || current.session();
    let texts = &texts().frame;
    view! {
        <header class="header">
            {move || view! {
                {fetched.configuration().filter(|configuration| configuration.sandbox).map(|_| view! {
                    <div class="sandbox-banner"><p class="container">
                            {texts.sandbox}
                            " "
                            <a href="/sandbox">{texts.sandbox_guide}</a>
                        </p></div>
                })}
                <div class="portal-info">
                    <div class="portal-info-inner container">
                        <Link to=Route::Start class="service-name">{fetched.product_name(texts.service)}</Link>
                        {move || session().map(|session| view! { <PortalUser session/> })}
                    </div>
                </div>
            }}
            {move || session().map(|_| view! {
                <nav class="menu container" aria-label=texts.menu>
                    <Link to=Route::Start id="menu-find">{texts.find_holder}</Link>
                    <Link to=Route::BenefitTypes id="menu-benefit-types">{texts.benefit_types}</Link>
                </nav>
            })}
        </header>
    }
}

/// Who is logged in, and for which unit.
#[component]
fn PortalUser(session: Session) -> impl IntoView {
    let journey = Journey::get();
    let texts = &texts().frame;
    let Session { caseworker, assignments, .. } = session;
    view! {
        <div class="portal-user">
            <p class="user" id="caseworker" translate="no">
                {caseworker.name.unwrap_or_else(|| texts.hidden_name.to_owned())}
                ", "
                {caseworker.unit.name}
                ", "
                {caseworker.authority.name}
            </p>
            {(assignments.len() > 1).then(|| view! {
                <Link to=Route::Units class="function-link" id="to-units">{texts.switch_unit}</Link>
            })}
            <button class="function-link log-off" type="button" id="log-out" on:click=move |_| journey.dispatch(Event::LogOutPressed)>
                {texts.log_out}
            </button>
        </div>
    }
}

#[component]
fn Footer() -> impl IntoView {
    let (page, fetched) = (View::get(), Fetched::get());
    let texts = &texts().frame;
    let words = [texts.accessibility_statement, texts.privacy_notice, texts.support];
    view! {
        <footer class="page-footer">
            <div class="container">
                // One closure for all of it: each is a kilobyte of the module.
                {move || {
                    let known = fetched.configuration();
                    let offered = known.as_ref().map(|known| known.languages.clone()).unwrap_or_default();
                    let links = known.as_ref().map(|known| known.links.clone()).unwrap_or_default();
                    let minutes = known.as_ref().and_then(|known| known.session_minutes);
                    view! {
                        {known.map(|known| view! {
                            <p class="contact">
                                <strong>{texts.contact_heading}</strong>
                                ": "
                                <span translate="no">{contact_line(&known.contact)}</span>
                            </p>
                        })}
                        {minutes.map(|minutes| view! { <p>{(texts.session_minutes)(minutes)}</p> })}
                        <ul class="footer-links">
                            <li><Link to=Route::Verify id="verify-receipt">{texts.verify_receipt}</Link></li>
                            {agency_links(links, words)}
                        </ul>
                        <nav class="language-switch" aria-label=texts.choose_language>
                            {Language::offered(&offered).into_iter().map(|own| view! {
                                <button
                                    class="function-link"
                                    type="button"
                                    lang=own.tag()
                                    id=format!("language-{}", own.tag())
                                    aria-current=(own == super::language::language()).then_some("true")
                                    on:click=move |_| page.speak(own)
                                >{own.own_name()}</button>
                            }).collect_view()}
                        </nav>
                    }
                }}
            </div>
        </footer>
    }
}

/// The agency's own pages, as far as they have an address, each in its words.
fn agency_links(links: Links, words: [&'static str; 3]) -> impl IntoView {
    let link = |((name, address), words)| {
        let address: String = address?;
        Some(view! { <li><a id=name href=address>{words}</a></li> })
    };
    links.by_name().into_iter().zip(words).filter_map(link).collect_view()
}
