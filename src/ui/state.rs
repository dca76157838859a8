//! What the app knows, as signals that every page reads. Lives as long as the page is open.

use std::collections::HashMap;

use leptos::{prelude::*, task::spawn_local};

use super::{
    expiry::Expiry,
    keeping::Sealing,
    recent::Recent,
    route::{FormRoute, Route},
};
use crate::{
    api,
    api_error::ApiError,
    browser::{document, location, network, page_state::PageState, storage},
    contract::{AccountOverview, BenefitTypes, Caseworker, Configuration, ProblemType},
    domain::{draft::Draft, right::Right},
    i18n::Language,
    relogin::{Event, Machine, Notice, SessionState, State, StoredRecord, WaitingRecord},
};

/// Handle to everything the app knows.
#[derive(Clone, Copy)]
pub struct App {
    /// Language of the screens.
    pub language: RwSignal<Language>,
    /// The page shown.
    pub route: RwSignal<Route>,
    /// Who is logged in; decided by the machine.
    pub session: Memo<SessionState>,
    /// What the agency has configured, once it is known.
    pub configuration: RwSignal<Option<Configuration>>,
    /// The accounts last looked at.
    pub overview: RwSignal<Option<AccountOverview>>,
    /// Whose accounts were looked at in this session, the newest first.
    pub recent: RwSignal<Vec<Recent>>,
    /// The benefit types last looked at.
    pub benefit_types: RwSignal<Option<BenefitTypes>>,
    /// What has been typed, form by form. Kept when the caseworker looks at another page.
    pub drafts: RwSignal<HashMap<FormRoute, Draft>>,
    /// Why the form is open again.
    pub notice: RwSignal<Option<Notice>>,
    /// The code from the paper of a receipt that was in the address.
    pub receipt_code: RwSignal<Option<String>>,
    /// How far the re-login is; decided by the machine.
    pub relogin: Memo<State>,
    /// What decides about session and re-login. Only [`App::dispatch`] sets it.
    pub(super) machine: RwSignal<Machine>,
    /// Whether the computer has a network.
    pub is_online: RwSignal<bool>,
    /// When the session ends.
    pub(super) expiry: StoredValue<Expiry>,
    /// Whether what is typed is kept as it is typed: once somebody is logged in, and what was kept before is back.
    pub(super) is_keeping: RwSignal<bool>,
    /// What it is sealed with.
    pub(super) sealing: StoredValue<Sealing>,
    /// Whether the next heading that is drawn takes the focus.
    next_heading_takes_focus: StoredValue<bool>,
}

impl App {
    /// Everything at its beginning, on the page at the present address.
    #[must_use]
    pub fn at_the_present_address() -> Self {
        Self::with_machine(Machine::default())
    }

    /// The same where something is under way already.
    #[must_use]
    pub fn with_machine(machine: Machine) -> Self {
        let machine = RwSignal::new(machine);
        Self {
            language: RwSignal::new(remembered_language()),
            route: RwSignal::new(Route::from_path(&location::path())),
            session: Memo::new(move |_| machine.with(|machine| machine.session.clone())),
            configuration: RwSignal::new(None),
            overview: RwSignal::new(None),
            recent: RwSignal::new(Vec::new()),
            benefit_types: RwSignal::new(None),
            drafts: RwSignal::new(HashMap::new()),
            notice: RwSignal::new(None),
            receipt_code: RwSignal::new(None),
            relogin: Memo::new(move |_| machine.with(|machine| machine.state.clone())),
            machine,
            is_online: RwSignal::new(network::is_online()),
            expiry: StoredValue::new(Expiry::unknown()),
            is_keeping: RwSignal::new(false),
            sealing: StoredValue::new(Sealing::default()),
            next_heading_takes_focus: StoredValue::new(false),
        }
    }

    /// Notes that the heading of a page is drawn, and says whether it takes the focus. Not on the first page, which leaves it where the
    /// browser put it, nor where the page that is shown is drawn anew.
    #[must_use]
    pub fn heading_takes_focus(self) -> bool {
        let takes_focus = self.next_heading_takes_focus.get_value();
        self.next_heading_takes_focus.set_value(true);
        takes_focus
    }

    /// The machine as it is now.
    #[must_use]
    pub fn machine(self) -> Machine {
        self.machine.get_untracked()
    }

    /// The handle, inside a component.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// The person at the screen, if somebody is logged in.
    #[must_use]
    pub fn caseworker(self) -> Option<Caseworker> {
        self.machine.with(|machine| machine.caseworker().cloned())
    }

    /// Whether the person at the screen may do something.
    #[must_use]
    pub fn may(self, right: Right) -> bool {
        self.caseworker().is_some_and(|caseworker| caseworker.may(right))
    }

    /// Whether the confirmation is open, so that nothing else can be reached.
    #[must_use]
    pub fn is_confirming(self) -> bool {
        self.relogin.with(|state| matches!(state, State::Confirming(..) | State::Leaving(_)))
    }

    /// Shows a page of the app.
    pub fn go(self, route: &Route) {
        location::push(&route.path());
        self.show(route.clone());
    }

    /// Shows a page of the app in place of the present one.
    pub fn replace(self, route: Route) {
        location::replace(&route.path());
        self.route.set(route);
    }

    /// Shows a page whose address is already in the address bar.
    pub fn show(self, route: Route) {
        self.dispatch(Event::LeftPage);
        self.route.set(route);
    }

    /// Takes the code of a receipt out of the address, if the page is the one that checks receipts.
    pub fn take_receipt_code(self) {
        if Route::from_path(&location::path()) == Route::Verify
            && let Some(code) = location::take_fragment()
        {
            self.receipt_code.set(Some(code));
        }
    }

    /// Notes that a call was refused because the session has ended.
    pub fn note_failure(self, failure: &ApiError) {
        if failure.problem_type() == Some(ProblemType::NotLoggedIn) {
            self.dispatch(Event::SessionEnded);
        }
    }

    /// What session storage has to say when it becomes known who is logged in.
    pub(super) fn waiting_record(self) -> WaitingRecord {
        let has_form = self.drafts.with_untracked(|drafts| !drafts.is_empty());
        let has_receipt = self.route.with_untracked(|route| matches!(route, Route::Receipt(_)));
        WaitingRecord { record: stored_record(), is_in_the_way: has_form || has_receipt }
    }

    /// Forgets accounts and benefit types: they are fetched anew when they are needed.
    pub fn forget_what_was_fetched(self) {
        self.overview.set(None);
        self.benefit_types.set(None);
    }

    /// Fetches what the agency has configured, if it is not known yet. The app works without it.
    pub fn load_configuration(self) {
        if self.configuration.with_untracked(Option::is_some) {
            return;
        }
        spawn_local(async move {
            if let Ok(configuration) = api::configuration().await {
                self.configuration.set(Some(configuration));
            }
        });
    }

    /// Switches the language. The page is drawn anew, so that what the browser holds of it has to be given back.
    pub fn speak(self, language: Language) {
        let state = PageState::now();
        self.next_heading_takes_focus.set_value(false);
        self.language.set(language);
        document::set_language(language.tag());
        storage::remember(LANGUAGE, language.tag());
        request_animation_frame(move || {
            state.restore();
            self.next_heading_takes_focus.set_value(true);
        });
    }
}

/// Name of the remembered language.
const LANGUAGE: &str = "nemkonto.language";

fn remembered_language() -> Language {
    let language = storage::recall(LANGUAGE).and_then(|tag| Language::from_tag(&tag)).unwrap_or_default();
    document::set_language(language.tag());
    language
}

/// The record of a re-login that never came back, if there is one. One that cannot be read is removed.
pub(super) fn stored_record() -> Option<StoredRecord> {
    storage::keys(StoredRecord::KEY_PREFIX).into_iter().find_map(|key| {
        let record = StoredRecord::from_text(&key, &storage::read(&key)?);
        if record.is_err() {
            storage::remove(&key);
        }
        record.ok()
    })
}
