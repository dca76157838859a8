//! What is on the screen: the page, and the language it is drawn in.

use leptos::prelude::*;

use crate::{
    browser::{document, location, network, page_state::PageState, storage},
    i18n::Language,
    ui::{lasting::Lasting, route::Route},
};

/// Name of the remembered language.
const LANGUAGE: &str = "nemkonto.language";

/// The page and its language.
#[derive(Clone, Copy)]
pub struct View {
    language: Lasting<Language>,
    route: Lasting<Route>,
    /// The code from the paper of a receipt that was in the address.
    receipt_code: Lasting<Option<String>>,
    /// Whether the computer has a network, as far as the browser knows.
    is_online: Lasting<bool>,
    /// Whether the next heading that is drawn takes the focus.
    next_heading_takes_focus: StoredValue<bool>,
}

impl View {
    /// The page at the present address, in the language that was chosen last.
    #[must_use]
    pub fn at_the_present_address() -> Self {
        let language = storage::recall(LANGUAGE).and_then(|tag| Language::from_tag(&tag)).unwrap_or_default();
        document::set_language(language.tag());
        Self {
            language: Lasting::new(language),
            route: Lasting::new(Route::from_path(&location::path())),
            receipt_code: Lasting::new(None),
            is_online: Lasting::new(network::is_online()),
            next_heading_takes_focus: StoredValue::new(false),
        }
    }

    /// The handle, inside a component.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// The language of the screens.
    #[must_use]
    pub fn language(self) -> Language {
        self.language.get()
    }

    /// Switches the language. The page is drawn anew, so that what the browser holds of it has to be given back.
    pub fn speak(self, language: Language) {
        let state = PageState::now();
        self.next_heading_takes_focus.set_value(false);
        self.language.set(language);
        document::set_language(language.tag());
        storage::remember(LANGUAGE, language.tag());
        self.restore(state);
    }

    /// Gives the page that is being drawn what the browser held of it before. Its heading does not take the focus then.
    pub fn restore(self, state: PageState) {
        self.next_heading_takes_focus.set_value(false);
        request_animation_frame(move || {
            state.restore();
            self.next_heading_takes_focus.set_value(true);
        });
    }

    /// Notes that the heading of a page is drawn, and says whether it takes the focus. Not on the first page, which leaves it where the
    /// browser put it, nor where the page that is shown is drawn anew.
    #[must_use]
    pub fn heading_takes_focus(self) -> bool {
        let takes_focus = self.next_heading_takes_focus.get_value();
        self.next_heading_takes_focus.set_value(true);
        takes_focus
    }

    /// The page that is shown.
    #[must_use]
    pub fn route(self) -> Route {
        self.route.get()
    }

    /// Shows a page, whatever the address says.
    pub fn show(self, route: Route) {
        self.route.set(route);
    }

    /// Shows a page in place of the present one.
    pub fn replace(self, route: Route) {
        location::replace(&route.path());
        self.show(route);
    }

    /// The code of a receipt that was in the address.
    #[must_use]
    pub fn receipt_code(self) -> Option<String> {
        self.receipt_code.get()
    }

    /// Takes the code of a receipt out of the address, if the page is the one that checks receipts.
    pub fn take_receipt_code(self) {
        if Route::from_path(&location::path()) == Route::Verify
            && let Some(code) = location::take_fragment()
        {
            self.receipt_code.set(Some(code));
        }
    }

    /// Forgets the code of a receipt: its page is left.
    pub fn forget_receipt_code(self) {
        self.receipt_code.set(None);
    }

    /// Whether the computer has a network, as far as the browser knows.
    #[must_use]
    pub fn is_online(self) -> bool {
        self.is_online.get()
    }

    /// Notes whether the computer has a network.
    pub fn note_network(self, is_online: bool) {
        self.is_online.set(is_online);
    }
}
