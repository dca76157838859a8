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
    contract::{AccountOverview, BenefitTypes, Caseworker, Configuration, ProblemType, Session},
    domain::{draft::Draft, right::Right},
    i18n::Language,
    relogin::{Notice, Problem, State, StoredRecord},
};

/// Handle to everything the app knows.
#[derive(Clone, Copy)]
pub struct App {
    /// Language of the screens.
    pub language: RwSignal<Language>,
    /// The page shown.
    pub route: RwSignal<Route>,
    /// Who is logged in.
    pub session: RwSignal<SessionState>,
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
    /// Where the re-login is.
    pub relogin: RwSignal<State>,
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

/// Who is logged in.
#[derive(Clone, PartialEq, Debug)]
pub enum SessionState {
    /// Not asked yet.
    Unknown,
    /// Nobody, and why.
    LoggedOut(LoggedOut),
    /// Somebody.
    LoggedIn(Session),
    /// The API could not say.
    Failed(ApiError),
}

/// Why nobody is logged in.
#[derive(Clone, PartialEq, Debug)]
pub enum LoggedOut {
    /// Nobody has logged in yet.
    NotYet,
    /// The session has ended.
    Ended,
    /// By choice.
    ByChoice,
    /// The login was cancelled.
    Cancelled,
    /// The login came to nothing, and why.
    Refused(Problem),
}

impl App {
    /// Everything at its beginning, on the page at the present address.
    #[must_use]
    pub fn at_the_present_address() -> Self {
        Self {
            language: RwSignal::new(remembered_language()),
            route: RwSignal::new(Route::from_path(&location::path())),
            session: RwSignal::new(SessionState::Unknown),
            configuration: RwSignal::new(None),
            overview: RwSignal::new(None),
            recent: RwSignal::new(Vec::new()),
            benefit_types: RwSignal::new(None),
            drafts: RwSignal::new(HashMap::new()),
            notice: RwSignal::new(None),
            receipt_code: RwSignal::new(None),
            relogin: RwSignal::new(State::Editing(None)),
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

    /// The handle, inside a component.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// The person at the screen, if somebody is logged in.
    #[must_use]
    pub fn caseworker(self) -> Option<Caseworker> {
        match self.session.get() {
            SessionState::LoggedIn(session) => Some(session.caseworker),
            _ => None,
        }
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
    pub fn go_instead(self, route: &Route) {
        location::replace(&route.path());
        self.show(route.clone());
    }

    /// Shows a page whose address is already in the address bar.
    pub fn show(self, route: Route) {
        self.dispatch(crate::relogin::Event::LeftPage);
        self.route.set(route);
        self.load_session_if_unknown();
    }

    /// Asks who is logged in, if nobody has asked yet: coming back from the login, the app does without.
    pub fn load_session_if_unknown(self) {
        if matches!(self.session.get_untracked(), SessionState::Unknown) {
            self.load_session();
        }
    }

    /// Takes the code of a receipt out of the address, if the page is the one that checks receipts.
    pub fn take_receipt_code(self) {
        if Route::from_path(&location::path()) == Route::Verify
            && let Some(code) = location::take_fragment()
        {
            self.receipt_code.set(Some(code));
        }
    }

    /// Asks who is logged in.
    pub fn load_session(self) {
        self.load_session_or(LoggedOut::NotYet);
    }

    /// The same, with the reason to give if it is nobody.
    pub fn load_session_or(self, nobody: LoggedOut) {
        self.load_configuration();
        spawn_local(async move {
            match api::session().await {
                Ok(session) => self.take_up(session, false),
                Err(failure) if failure.problem_type() == Some(ProblemType::NotLoggedIn) => {
                    self.session.set(SessionState::LoggedOut(nobody));
                }
                Err(failure) => self.session.set(SessionState::Failed(failure)),
            }
        });
    }

    /// Notes who has just logged in, and goes back to the page that was left for the login.
    pub fn logged_in(self, session: Session) {
        self.take_up(session, true);
    }

    /// Notes who is logged in. Takes up a re-login that never came back, unless a form or a receipt would have to go for it, and what
    /// was typed before.
    fn take_up(self, session: Session, has_just_logged_in: bool) {
        let has_form = self.drafts.with_untracked(|drafts| !drafts.is_empty());
        let has_receipt = self.route.with_untracked(|route| matches!(route, Route::Receipt(_)));
        let record = if has_form || has_receipt { None } else { stored_record() };
        let goes_back = has_just_logged_in && record.is_none();
        self.begin(session, goes_back);
        if let Some(record) = record {
            self.dispatch(crate::relogin::Event::FoundRecord(record));
        }
    }

    /// Notes who is logged in, and opens what was typed before the login; on the page that was left then, if wanted.
    pub(super) fn begin(self, session: Session, goes_back: bool) {
        self.sealing.update_value(|sealing| sealing.key = Some(session.draft_key.clone()));
        self.session_lasts(&session);
        self.session.set(SessionState::LoggedIn(session));
        if self.is_keeping.get_untracked() {
            return;
        }
        spawn_local(async move {
            let left = self.restore_drafts().await;
            self.is_keeping.set(true);
            if let Some(left) = left
                && goes_back
                && self.route.get_untracked() == Route::Start
            {
                self.go_instead(&left);
            }
        });
    }

    /// Notes that a call was refused because the session has ended.
    pub fn note_failure(self, failure: &ApiError) {
        if failure.problem_type() == Some(ProblemType::NotLoggedIn) {
            self.end_session();
        }
    }

    /// Ends the session.
    pub fn log_out(self) {
        spawn_local(async move {
            match api::log_out().await {
                Ok(()) => {
                    self.forget_what_was_fetched();
                    self.forget_session();
                    self.drafts.update(HashMap::clear);
                    self.forget_kept_drafts();
                    self.go_instead(&Route::Start);
                    self.session.set(SessionState::LoggedOut(LoggedOut::ByChoice));
                }
                Err(failure) => self.session.set(SessionState::Failed(failure)),
            }
        });
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
