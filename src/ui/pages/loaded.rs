//! Draws what has to be fetched first.

use leptos::{prelude::*, task::spawn_local};

use super::problem::FailurePage;
use crate::{
    api,
    api_error::ApiError,
    contract::{AccountOverview, BenefitTypes, HolderHandle},
    i18n::Texts,
    ui::{
        components::Waiting,
        language::{localised, texts},
        state::App,
    },
};

/// Draws the accounts of a holder, fetching them unless they were just fetched.
#[component]
pub fn WithOverview(key: HolderHandle, children: Callback<AccountOverview, AnyView>) -> impl IntoView {
    let app = App::get();
    let here = {
        let key = key.clone();
        Signal::derive(move || app.overview.get().filter(|overview| overview.handle == key))
    };
    let load = Callback::new(move |failure: RwSignal<Option<ApiError>>| {
        let key = key.clone();
        spawn_local(async move {
            match api::overview(&key).await {
                Ok(overview) => app.overview.set(Some(overview)),
                Err(refused) => app.fail(failure, refused),
            }
        });
    });
    view! { <Loaded here load waiting=|texts| texts.overview.loading children/> }
}

/// Draws something that needs the benefit types, fetching them unless they were just fetched.
#[component]
pub fn WithBenefitTypes(children: Callback<BenefitTypes, AnyView>) -> impl IntoView {
    let app = App::get();
    let load = Callback::new(move |failure: RwSignal<Option<ApiError>>| {
        spawn_local(async move {
            match api::benefit_types().await {
                Ok(types) => app.benefit_types.set(Some(types)),
                Err(refused) => app.fail(failure, refused),
            }
        });
    });
    view! { <Loaded here=app.benefit_types load waiting=|texts| texts.benefit_types.loading children/> }
}

/// Words for the wait, then either the thing, or why it is not here and a way to try again.
#[component]
fn Loaded<T: Clone + PartialEq + Send + Sync + 'static>(
    #[prop(into)] here: Signal<Option<T>>,
    /// Fetches it, and puts a failure where it is told.
    load: Callback<RwSignal<Option<ApiError>>>,
    waiting: fn(&'static Texts) -> &'static str,
    children: Callback<T, AnyView>,
) -> impl IntoView {
    let here = Memo::new(move |_| here.get());
    let failure = RwSignal::new(None::<ApiError>);
    let fetch = Callback::new(move |()| {
        failure.set(None);
        load.run(failure);
    });
    // Also when it is forgotten while the page is shown, because it has changed.
    Effect::new(move || {
        if here.with(Option::is_none) {
            fetch.run(());
        }
    });
    move || match (here.get(), failure.get()) {
        (Some(thing), _) => untrack(|| children.run(thing)),
        (None, Some(failure)) => view! { <FailurePage failure retry=fetch/> }.into_any(),
        (None, None) => localised(move || view! { <Waiting text=waiting(texts()) is_page=true/> }).into_any(),
    }
}

impl App {
    fn fail(self, failure: RwSignal<Option<ApiError>>, refused: ApiError) {
        self.note_failure(&refused);
        failure.set(Some(refused));
    }
}
