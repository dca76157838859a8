//! What was fetched from the API, as long as it need not be fetched again.

use leptos::prelude::*;

use super::recent::{MOST, Recent};
use crate::{
    api,
    contract::{AccountOverview, BenefitTypes, Configuration},
    ui::{lasting::Lasting, task::TaskScope},
};

/// What was fetched last.
#[derive(Clone, Copy)]
pub struct Fetched {
    configuration: Lasting<Option<Configuration>>,
    /// Whether the configuration is being asked for.
    is_configuring: StoredValue<bool>,
    overview: Lasting<Option<AccountOverview>>,
    benefit_types: Lasting<Option<BenefitTypes>>,
    recent: Lasting<Vec<Recent>>,
    tasks: TaskScope,
}

impl Fetched {
    /// Nothing yet.
    #[must_use]
    pub fn nothing() -> Self {
        Self {
            configuration: Lasting::new(None),
            is_configuring: StoredValue::new(false),
            overview: Lasting::new(None),
            benefit_types: Lasting::new(None),
            recent: Lasting::new(Vec::new()),
            tasks: TaskScope::here(),
        }
    }

    /// The handle, inside a component.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// What the agency has configured, once it is known.
    #[must_use]
    pub fn configuration(self) -> Option<Configuration> {
        self.configuration.get()
    }

    /// What the service is called: by the agency, else as the app calls itself.
    #[must_use]
    pub fn product_name(self, own: &str) -> String {
        self.configuration().and_then(|known| known.product_name).unwrap_or_else(|| own.to_owned())
    }

    /// Fetches what the agency has configured, if it is not known yet. The app works without it.
    pub fn load_configuration(self) {
        if self.is_configuring.get_value() || self.configuration.with_untracked(Option::is_some) {
            return;
        }
        self.is_configuring.set_value(true);
        self.tasks.spawn(api::configuration(), move |answer| {
            self.is_configuring.set_value(false);
            if let Ok(configuration) = answer {
                self.configuration.set(Some(configuration));
            }
        });
    }

    /// The accounts last looked at.
    #[must_use]
    pub fn overview(self) -> Option<AccountOverview> {
        self.overview.get()
    }

    /// Notes the accounts that are looked at.
    pub fn set_overview(self, overview: Option<AccountOverview>) {
        self.overview.set(overview);
    }

    /// The benefit types last looked at.
    #[must_use]
    pub fn benefit_types(self) -> Option<BenefitTypes> {
        self.benefit_types.get()
    }

    /// Notes the benefit types that are looked at.
    pub fn set_benefit_types(self, types: Option<BenefitTypes>) {
        self.benefit_types.set(types);
    }

    /// Forgets accounts and benefit types: they are fetched anew when they are needed.
    pub fn forget(self) {
        self.overview.set(None);
        self.benefit_types.set(None);
    }

    /// Whose accounts were looked at in this session, the newest first.
    #[must_use]
    pub fn recent(self) -> Vec<Recent> {
        self.recent.get()
    }

    /// Remembers whose accounts are being looked at; the newest first, each once.
    pub fn remember_look_up(self, overview: &AccountOverview) {
        let newest = Recent::of(overview);
        self.recent.update(|recent| {
            recent.retain(|earlier| earlier.handle != newest.handle);
            recent.insert(0, newest);
            recent.truncate(MOST);
        });
    }

    /// Forgets whose accounts were looked at.
    pub fn forget_recent(self) {
        self.recent.update(Vec::clear);
    }
}
