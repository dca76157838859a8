//! Draws what has to be fetched first.

use leptos::prelude::*;

use super::problem::FailurePage;
use crate::{
    api,
    api_error::ApiError,
    contract::{AccountOverview, BenefitTypes, HolderHandle},
    i18n::Texts,
    ui::{
        components::{Waiting, entitle},
        journey::Journey,
        language::{localised, texts},
        reaction::react,
        stores::Fetched,
        task::TaskScope,
    },
};

/// Draws the accounts of a holder, fetching them unless they were just fetched.
#[component]
pub fn WithOverview(key: HolderHandle, children: Callback<AccountOverview, AnyView>) -> impl IntoView {
    let fetched = Fetched::get();
    let here = {
        let key = key.clone();
        move || fetched.overview().filter(|overview| overview.handle == key)
    };
    let ask = Callback::new(move |answered: Answered| {
        let key = key.clone();
        answered.by(async move { api::overview(&key).await }, move |overview| fetched.set_overview(Some(overview)));
    });
    view! { <Loaded here=Signal::derive(here) ask waiting=|texts| texts.overview.loading children/> }
}

/// Draws something that needs the benefit types, fetching them unless they were just fetched.
#[component]
pub fn WithBenefitTypes(children: Callback<BenefitTypes, AnyView>) -> impl IntoView {
    let fetched = Fetched::get();
    let here = Signal::derive(move || fetched.benefit_types());
    let ask = Callback::new(move |answered: Answered| {
        answered.by(api::benefit_types(), move |types| fetched.set_benefit_types(Some(types)));
    });
    view! { <Loaded here ask waiting=|texts| texts.benefit_types.loading children/> }
}

/// Where an answer goes that a page waits for.
#[derive(Clone, Copy)]
pub struct Answered {
    page: TaskScope,
    journey: Journey,
    failure: RwSignal<Option<ApiError>>,
}

impl Answered {
    /// Asks, and takes what is answered; a failure is told in its place.
    pub fn by<T: 'static>(
        self,
        call: impl Future<Output = Result<T, ApiError>> + 'static,
        take: impl FnOnce(T) + 'static,
    ) {
        self.failure.set(None);
        self.page.spawn(call, move |answer| match answer {
            Ok(found) => take(found),
            Err(failure) => {
                self.journey.note_failure(&failure);
                self.failure.set(Some(failure));
            }
        });
    }
}

/// Words for the wait, then either the thing, or why it is not here and a way to try again.
#[component]
pub fn Loaded<T: Clone + PartialEq + Send + Sync + 'static>(
    #[prop(into)] here: Signal<Option<T>>,
    /// Asks for it.
    ask: Callback<Answered>,
    waiting: fn(&'static Texts) -> &'static str,
    children: Callback<T, AnyView>,
    /// What became of changes, where it is not here.
    #[prop(optional)]
    outcome: Option<fn(&'static Texts) -> &'static str>,
) -> impl IntoView {
    let here = Memo::new(move |_| here.get());
    let failure = RwSignal::new(None::<ApiError>);
    let answered = Answered { page: TaskScope::here(), journey: Journey::get(), failure };
    let retry = Callback::new(move |()| ask.run(answered));
    // Also when it is forgotten while the page is shown, because it has changed.
    react(move || {
        if here.with(Option::is_none) {
            ask.run(answered);
        }
    });
    move || match (here.get(), failure.get()) {
        (Some(thing), _) => untrack(|| children.run(thing)),
        (None, Some(failure)) => view! { <FailurePage failure retry outcome/> }.into_any(),
        (None, None) => localised(move || {
            let text = waiting(texts());
            entitle(move || text.to_owned());
            view! { <Waiting text is_page=true/> }
        }),
    }
}
