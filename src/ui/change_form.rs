//! What every form for a change does with its fields: keep what is typed, check it on "Gem", show what is wrong.

use leptos::prelude::*;

use super::{components::SummaryItem, state::App};
use crate::{
    browser::clock,
    contract::{AccountOverview, ApiFailure, HolderKey, PrepareRequest},
    domain::{
        draft::{Draft, Field, FieldError, FieldErrors, Kind, Rules},
        holder::HolderId,
    },
    i18n::field_error,
    relogin::{Event, Problem, State},
};

/// A form in use. Cheap to copy; the text lives in [`App::draft`], so that it outlives the page.
#[derive(Clone, Copy)]
pub struct ChangeForm {
    app: App,
    kind: Kind,
    target: StoredValue<Target>,
    /// What was wrong when the caseworker last pressed "Gem", and the text it was wrong for.
    refused: RwSignal<(FieldErrors, Draft)>,
    /// Grows with each refused "Gem".
    pub attempt: RwSignal<u32>,
    /// What is wrong, for the error summary.
    pub summary: Signal<Vec<SummaryItem>>,
    /// Whether the API is being asked.
    pub is_saving: Signal<bool>,
}

struct Target {
    key: HolderKey,
    holder: HolderId,
    version: u64,
}

impl ChangeForm {
    /// The form of a kind for a holder, with what was typed into it before.
    #[must_use]
    pub fn new(app: App, overview: &AccountOverview, kind: Kind) -> Self {
        let key = overview.key.clone();
        let is_same = app.draft.with_untracked(|draft| {
            draft.as_ref().is_some_and(|(holder, draft)| *holder == key && draft.kind() == kind)
        });
        if !is_same {
            app.draft.set(Some((key.clone(), Draft::new(kind))));
            app.notice.set(None);
        }
        let target = StoredValue::new(Target { key, holder: overview.holder.clone(), version: overview.version });
        let refused = RwSignal::new((FieldErrors::default(), Draft::new(kind)));
        let is_saving = Signal::derive(move || app.relogin.with(|state| matches!(state, State::Preparing(_))));
        let attempt = RwSignal::new(0);
        let form = Self { app, kind, target, refused, attempt, summary: Signal::stored(Vec::new()), is_saving };
        form.show_refusals_of_the_api();
        let summary = Signal::derive(move || {
            kind.fields()
                .iter()
                .filter_map(|field| Some(SummaryItem { field: field.name(), sentence: form.error(*field).get()? }))
                .collect()
        });
        Self { summary, ..form }
    }

    /// The form as typed.
    #[must_use]
    pub fn draft(self) -> Draft {
        self.app.draft.with(|draft| draft.as_ref().map_or_else(|| Draft::new(self.kind), |(_, draft)| draft.clone()))
    }

    /// What stands in a field.
    #[must_use]
    pub fn value(self, field: Field) -> String {
        self.app.draft.with(|draft| draft.as_ref().map_or_else(String::new, |(_, draft)| draft.get(field).to_owned()))
    }

    /// Puts text into a field.
    #[must_use]
    pub fn typed_into(self, field: Field) -> Callback<String> {
        Callback::new(move |text: String| self.update(|draft| draft.set(field, text)))
    }

    /// Takes what was pasted into a field of a domestic account: spreads a whole account over both fields, and says whether
    /// it was one.
    #[must_use]
    pub fn pasted_account(self) -> Callback<String, bool> {
        Callback::new(move |text: String| {
            let mut is_account = false;
            self.update(|draft| is_account = draft.spread_account(&text));
            is_account
        })
    }

    /// The rules as far as the browser knows them. The API applies its own.
    fn rules(self) -> Rules {
        /// Until the configuration is known nothing is too far ahead.
        const NO_LIMIT: i32 = i32::MAX;
        let configured = self.app.configuration.with(|known| known.as_ref().map(|known| known.valid_from_days));
        Rules { today: clock::today(), valid_from_days: configured.unwrap_or(NO_LIMIT) }
    }

    /// Sets or removes a tick.
    #[must_use]
    pub fn ticked(self, field: Field) -> Callback<bool> {
        Callback::new(move |is_ticked| self.update(|draft| draft.set_tick(field, is_ticked)))
    }

    /// What is wrong with a field, as a sentence. Appears only when the caseworker presses "Gem", and goes as soon as it is put right.
    #[must_use]
    pub fn error(self, field: Field) -> Signal<Option<String>> {
        Signal::derive(move || {
            let language = self.app.language.get();
            self.present_error(field).map(|error| field_error(language, &error))
        })
    }

    /// Checks the form, and asks the API to prepare the change if nothing is wrong.
    pub fn save(self) {
        self.app.notice.set(None);
        let draft = untrack(|| self.draft());
        let rules = untrack(|| self.rules());
        let checked = self.target.with_value(|target| draft.check(&target.holder, rules));
        match checked {
            Err(errors) => self.refuse(errors, draft),
            Ok(change) => {
                let request = self.target.with_value(|target| PrepareRequest {
                    holder: target.key.clone(),
                    version: target.version,
                    draft,
                });
                self.app.dispatch(Event::SavePressed(request, Box::new(change)));
            }
        }
    }

    fn update(self, change: impl FnOnce(&mut Draft)) {
        self.app.draft.update(|draft| {
            if let Some((_, draft)) = draft {
                change(draft);
            }
        });
    }

    fn refuse(self, errors: FieldErrors, draft: Draft) {
        self.refused.set((errors, draft));
        self.attempt.update(|attempt| *attempt += 1);
    }

    fn present_error(self, field: Field) -> Option<FieldError> {
        let draft = self.draft();
        let rules = self.rules();
        let now = self.target.with_value(|target| draft.check(&target.holder, rules)).err().unwrap_or_default();
        self.refused.with(|(errors, refused_draft)| {
            let error = errors.get(field)?;
            let is_untouched = draft.get(field) == refused_draft.get(field);
            now.get(field).or(is_untouched.then_some(error)).cloned()
        })
    }

    /// What only the API knows lands at the same fields.
    fn show_refusals_of_the_api(self) {
        Effect::new(move || {
            let problems = self.app.relogin.with(|state| match state {
                State::Editing(Some(Problem::Api(ApiFailure::Refused(problem)))) => problem.errors.clone(),
                _ => Vec::new(),
            });
            if problems.is_empty() {
                return;
            }
            let mut errors = FieldErrors::default();
            for problem in problems {
                errors.add(problem.field, problem.error);
            }
            self.refuse(errors, untrack(|| self.draft()));
        });
    }
}
