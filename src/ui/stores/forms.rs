//! What has been typed, form by form. It stays when the caseworker looks at another page.

use leptos::prelude::*;

use super::keeping::{self, KeptDraft, Sealing};
use crate::{
    browser::crypto::SealingKey,
    contract::DraftKey,
    domain::draft::Draft,
    relogin::Notice,
    ui::{
        lasting::Lasting,
        route::{FormRoute, Route},
    },
};

/// The forms that are filled in, and the copies of them that outlive the page.
#[derive(Clone, Copy)]
pub struct Forms {
    /// Each form once.
    drafts: Lasting<Vec<(FormRoute, Draft)>>,
    /// What another version of the app has kept and this one cannot show.
    unknown: StoredValue<Vec<KeptDraft>>,
    notice: Lasting<Option<Notice>>,
    /// Whether what is typed is kept as it is typed: once somebody is logged in, and what was kept before is back.
    is_keeping: Lasting<bool>,
    sealing: StoredValue<Sealing, LocalStorage>,
    goes_back: StoredValue<bool>,
}

impl Forms {
    /// Nothing is typed yet.
    #[must_use]
    pub fn empty() -> Self {
        Self {
            drafts: Lasting::new(Vec::new()),
            unknown: StoredValue::new(Vec::new()),
            notice: Lasting::new(None),
            is_keeping: Lasting::new(false),
            sealing: StoredValue::new_local(Sealing::default()),
            goes_back: StoredValue::new(false),
        }
    }

    /// The handle, inside a component.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// All that is typed.
    #[must_use]
    pub fn drafts(self) -> Vec<(FormRoute, Draft)> {
        self.drafts.get()
    }

    /// What was typed into a form, if anything was.
    #[must_use]
    pub fn draft(self, form: &FormRoute) -> Option<Draft> {
        self.drafts.with(|drafts| drafts.iter().find(|(known, _)| known == form).map(|(_, draft)| draft.clone()))
    }

    /// Changes what is typed into a form.
    pub fn update(self, form: &FormRoute, change: impl FnOnce(&mut Draft)) {
        let mut draft = untrack(|| self.draft(form)).unwrap_or_else(|| form.empty_draft());
        change(&mut draft);
        self.put(form.clone(), draft);
    }

    /// Opens a form with what was typed into it, and says why it is open again.
    pub fn reopen(self, form: FormRoute, draft: Draft, notice: Notice) {
        self.put(form, draft);
        self.notice.set(Some(notice));
    }

    fn put(self, form: FormRoute, draft: Draft) {
        self.drafts.update(|drafts| {
            drafts.retain(|(known, _)| *known != form);
            drafts.push((form, draft));
        });
    }

    /// Forgets what was typed into a form: it is done with.
    pub fn close(self, form: &FormRoute) {
        self.drafts.update(|drafts| drafts.retain(|(known, _)| known != form));
    }

    /// Forgets all that was typed, and all that is kept of it, also what is being sealed at this moment.
    pub fn forget(self) {
        self.drafts.update(Vec::clear);
        self.unknown.update_value(Vec::clear);
        self.sealing.update_value(|sealing| {
            sealing.next_attempt();
        });
        keeping::remove();
    }

    /// Whether something is typed.
    #[must_use]
    pub fn has_drafts(self) -> bool {
        self.drafts.with(|drafts| drafts.iter().any(|(form, draft)| *draft != form.empty_draft()))
    }

    /// Why the form is open again.
    #[must_use]
    pub fn notice(self) -> Option<Notice> {
        self.notice.get()
    }

    /// The form is filled in further, or is another one: why it was open again is old.
    pub fn forget_notice(self) {
        self.notice.set(None);
    }

    /// Whether what is typed is kept as it is typed.
    #[must_use]
    pub fn is_keeping(self) -> bool {
        self.is_keeping.get()
    }

    /// The page that was left for the login is wanted, once what was typed is open again.
    pub fn go_back_once_restored(self) {
        self.goes_back.set_value(true);
    }

    /// Whether the page that was left for the login is wanted.
    #[must_use]
    pub fn goes_back(self) -> bool {
        self.goes_back.get_value()
    }

    /// Seals with the key of this session from now on.
    pub fn seal_with(self, key: &DraftKey) {
        self.sealing.update_value(|sealing| sealing.key = Some(SealingKey::new(key.clone())));
    }

    /// Keeps what is typed, and the page; but not what was typed into the form `except`, which is kept elsewhere. Where nothing is typed,
    /// the page alone is kept if it `is_left`.
    pub async fn keep(self, page: &Route, except: Option<&FormRoute>, is_left: bool) {
        let Some(key) = self.sealing.with_value(|sealing| sealing.key.clone()) else { return };
        let attempt = self.sealing.try_update_value(Sealing::next_attempt);
        let mut drafts = self.unknown.get_value();
        self.drafts.with_untracked(|all| {
            let typed = |(form, draft): &&(FormRoute, Draft)| Some(form) != except && *draft != form.empty_draft();
            drafts.extend(all.iter().filter(typed).map(|(form, draft)| KeptDraft::new(form.holder(), draft)));
        });
        if drafts.is_empty() {
            keeping::remove();
        }
        if !drafts.is_empty() || is_left {
            // Sealing takes a moment, in which more may have been typed.
            let is_last = move || self.sealing.try_with_value(Sealing::attempts) == attempt;
            keeping::store(&key, page, drafts, is_last).await;
        }
    }

    /// Opens what was kept, and keeps what is typed from now on. What belongs to somebody else is removed. Gives the page that was left.
    pub async fn restore(self) -> Option<Route> {
        let key = self.sealing.with_value(|sealing| sealing.key.clone());
        let kept = keeping::take(key.as_ref()).await;
        let page = kept.map(|(page, drafts)| {
            for kept in drafts {
                match kept.form() {
                    Some((form, draft)) => self.put(form, draft),
                    None => self.unknown.update_value(|unknown| unknown.push(kept)),
                }
            }
            page
        });
        self.is_keeping.set(true);
        page
    }
}
