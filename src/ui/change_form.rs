//! What every form for a change does with its fields: keep what is typed, check it on "Gem", show what is wrong.

mod banks;

use leptos::prelude::*;

use super::{
    components::SummaryItem,
    journey::Journey,
    language::{language, texts},
    reaction::react,
    route::FormRoute,
    stores::{Fetched, Forms},
};
use crate::{
    api_error::ApiError,
    browser::{clock, document},
    contract::PrepareRequest,
    domain::{
        account::AccountType,
        change::Change,
        company_number::Cvr,
        draft::{Draft, Field, FieldErrors, Rules},
        fi::Slip,
        holder::HolderId,
    },
    i18n::field_error,
    relogin::{Event, Problem, State},
};
use banks::Banks;

/// A form in use. Cheap to copy; the text lives in [`Forms`], so that it outlives the page.
#[derive(Clone, Copy)]
pub struct ChangeForm {
    forms: Forms,
    /// Stored, because so many handles would be too much to hand around.
    fetched: StoredValue<Fetched>,
    journey: Journey,
    form: StoredValue<FormRoute>,
    subject: StoredValue<Subject>,
    /// What was wrong when the caseworker last pressed "Gem", and the text it was wrong for.
    refused: RwSignal<(FieldErrors, Draft)>,
    /// Grows with each refused "Gem".
    pub attempt: RwSignal<u32>,
    draft: Memo<Draft>,
    banks: Banks,
    /// What is wrong; checked once for each change of the draft, and only after something was refused.
    errors: Memo<FieldErrors>,
}

/// What the form is about.
pub struct Subject {
    /// The account holder, if it is about one.
    pub holder: Option<HolderId>,
    /// The authority for which the caseworker acts.
    pub authority: Cvr,
    /// Version of what the caseworker sees: the holder's accounts, or the benefit types.
    pub version: u64,
    /// What stands in fields that were never touched.
    pub defaults: Draft,
}

impl ChangeForm {
    /// The form, with what was typed into it before, or else with what it begins with.
    #[must_use]
    pub fn new(form: &FormRoute, subject: Subject) -> Self {
        let forms = Forms::get();
        if untrack(|| forms.draft(form)).is_none() {
            forms.forget_notice();
        }
        let empty = form.empty_draft();
        let (form, subject) = (StoredValue::new(form.clone()), StoredValue::new(subject));
        let draft = move || {
            let typed = form.with_value(|form| forms.draft(form));
            subject.with_value(|Subject { defaults, .. }| match typed {
                Some(typed) => typed.with_defaults(defaults),
                None => defaults.clone(),
            })
        };
        let this = Self {
            forms,
            fetched: StoredValue::new(Fetched::get()),
            journey: Journey::get(),
            form,
            subject,
            refused: RwSignal::new((FieldErrors::default(), empty)),
            attempt: RwSignal::new(0),
            draft: Memo::new(move |_| draft()),
            banks: Banks::here(),
            errors: Memo::new(|_| FieldErrors::default()),
        };
        let this = Self { errors: Memo::new(move |_| this.present_errors()), ..this };
        this.show_refusals_of_the_api();
        this.ask_for_banks();
        this
    }

    /// Whether the API is being asked.
    #[must_use]
    pub fn is_saving(self) -> Signal<bool> {
        Signal::derive(move || self.journey.is_preparing())
    }

    /// What the button says meanwhile: a bank may take a second or two to say whose account it is.
    #[must_use]
    pub fn busy_text(self) -> &'static str {
        let asks_bank = untrack(|| self.fetched.get_value().configuration()).is_some_and(|known| known.payee_check);
        let texts = texts();
        if asks_bank && !self.account_types().is_empty() { texts.payee.preparing } else { texts.change_page.saving }
    }

    /// The form as typed, over what it begins with.
    #[must_use]
    pub fn draft(self) -> Draft {
        self.draft.get()
    }

    /// Something about it, without a copy.
    #[must_use]
    pub fn with_draft<T>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with(read)
    }

    /// The types of account that can be typed into it.
    #[must_use]
    pub fn account_types(self) -> &'static [AccountType] {
        self.form.with_value(|form| form.kind().account_types())
    }

    /// What is chosen in a field of choices: there is always a type of account.
    #[must_use]
    pub fn chosen(self, field: Field) -> Option<&'static str> {
        self.draft.with(|draft| match field {
            Field::AccountType => Some(draft.account_type().name()),
            Field::Slip => draft.slip().map(Slip::code),
            _ => None,
        })
    }

    /// Whether a box is ticked.
    #[must_use]
    pub fn is_ticked(self, field: Field) -> bool {
        self.draft.with(|draft| draft.is_ticked(field))
    }

    /// What stands in a field.
    #[must_use]
    pub fn value(self, field: Field) -> String {
        self.draft.with(|draft| draft.get(field).to_owned())
    }

    /// What is wrong, for the error summary. `target` says which element a field's error leads to.
    #[must_use]
    pub fn summary(self, target: fn(Field) -> &'static str) -> Signal<Vec<SummaryItem>> {
        let language = language();
        Signal::derive(move || {
            self.errors.with(|errors| {
                let item = |field| {
                    let sentence = field_error(language, errors.get(field)?);
                    Some(SummaryItem { field: target(field), sentence })
                };
                self.with_draft(Draft::fields).into_iter().filter_map(item).collect()
            })
        })
    }

    /// Puts text into a field.
    #[must_use]
    pub fn typed_into(self, field: Field) -> Callback<String> {
        Callback::new(move |text: String| self.update(|draft| draft.set(field, text)))
    }

    /// Takes what was pasted: spreads a whole account over its fields, and says whether it was one. Where that takes another form of
    /// account, the field that was pasted into is gone, and the focus goes to where the number is now.
    #[must_use]
    pub fn pasted_account(self, field: Field) -> Callback<String, bool> {
        Callback::new(move |text: String| {
            let account_type = || untrack(|| self.draft().account_type());
            let before = account_type();
            let mut is_account = false;
            self.update(|draft| is_account = draft.paste(field, &text));
            let now = account_type();
            if now != before {
                let field = match now {
                    AccountType::Domestic => Field::AccountNumber,
                    AccountType::Iban => Field::Iban,
                    AccountType::Number => Field::ForeignAccount,
                    AccountType::Fi => Field::Creditor,
                };
                request_animation_frame(move || document::focus(field.name()));
            }
            is_account
        })
    }

    /// Spreads a whole account that was typed into one field, when the field is left.
    #[must_use]
    pub fn typed_account(self, field: Field) -> Callback<()> {
        Callback::new(move |()| self.update(|draft| draft.leave(field)))
    }

    /// The rules as far as the browser knows them. The API applies its own.
    fn rules(self) -> Rules {
        /// Until the configuration is known nothing is too far ahead.
        const NO_LIMIT: i32 = i32::MAX;
        let configured = self.fetched.get_value().configuration().map(|known| known.valid_from_days);
        // The computer's calendar may be a day off, so the days beside the limits are left to the API.
        Rules { today: clock::today(), valid_from_days: configured.unwrap_or(NO_LIMIT), tolerance_days: 1 }
    }

    /// Sets or removes a tick.
    #[must_use]
    pub fn ticked(self, field: Field) -> Callback<bool> {
        Callback::new(move |is_ticked| self.update(|draft| draft.set_tick(field, is_ticked)))
    }

    /// What is wrong with a field, as a sentence. Appears only when the caseworker presses "Gem", and goes as soon as it is put right.
    #[must_use]
    pub fn error(self, field: Field) -> Signal<Option<String>> {
        let language = language();
        Signal::derive(move || self.errors.with(|errors| errors.get(field).map(|error| field_error(language, error))))
    }

    /// Checks the form, and asks the API to prepare the change if nothing is wrong.
    pub fn save(self) {
        self.forms.forget_notice();
        let draft = untrack(|| self.draft());
        match untrack(|| self.check(&draft)) {
            Err(errors) => self.refuse(errors, draft),
            Ok(change) => {
                let holder = self.form.with_value(|form| form.holder().cloned());
                let version = self.subject.with_value(|subject| subject.version);
                let request = PrepareRequest { holder, version, draft, acknowledges: None };
                self.journey.dispatch(Event::SavePressed(request, Box::new(change)));
            }
        }
    }

    /// Changes what is typed.
    pub fn update(self, change: impl FnOnce(&mut Draft)) {
        self.form.with_value(|form| self.forms.update(form, change));
    }

    fn refuse(self, errors: FieldErrors, draft: Draft) {
        self.refused.set((errors, draft));
        self.attempt.update(|attempt| *attempt += 1);
    }

    fn check(self, draft: &Draft) -> Result<Change, FieldErrors> {
        let rules = self.rules();
        self.subject.with_value(|subject| draft.check(subject.holder.as_ref(), &subject.authority, rules))
    }

    /// What was wrong when the caseworker pressed "Gem" and still is. A field that was changed since is wrong for what stands there now.
    fn present_errors(self) -> FieldErrors {
        let (refused, refused_draft) = self.refused.get();
        let mut present = FieldErrors::default();
        if refused.is_empty() {
            return present;
        }
        let draft = self.draft();
        let now = self.check(&draft).err().unwrap_or_default();
        for (field, error) in refused.iter() {
            let is_untouched = draft.get(field) == refused_draft.get(field);
            if let Some(error) = now.get(field).or(is_untouched.then_some(error)) {
                present.add(field, error.clone());
            }
        }
        present
    }

    /// What only the API knows lands at the same fields.
    fn show_refusals_of_the_api(self) {
        react(move || {
            let problems = match self.journey.state() {
                State::Editing(Some(Problem::Api(ApiError::Refused(problem)))) => problem.errors,
                _ => Vec::new(),
            };
            if problems.is_empty() {
                return;
            }
            let mut errors = FieldErrors::default();
            for problem in problems {
                errors.add(problem.field, problem.error.into());
            }
            self.refuse(errors, untrack(|| self.draft()));
        });
    }
}
