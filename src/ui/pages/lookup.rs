//! The page on which an account holder is found.

mod recent;

use leptos::prelude::*;

use super::holder_search::HolderSearch;
use crate::{
    api_error::ApiError,
    browser::clock,
    contract::ProblemType,
    domain::holder::{HolderError, HolderId, Recognition, RecognitionError, Scheme, recognise},
    domain::{date::Date, right::Right},
    i18n::{Language, failure_sentence, holder_error, recognition_error, scheme},
    ui::{
        components::{
            Choice, ErrorSummary, FailureAlert, PageHeading, RadioGroup, SubmitButton, SummaryItem, TextField,
        },
        language::{language, localised, texts},
        reaction::react,
        stores::{CurrentSession, Fetched},
    },
};
use recent::RecentLookUps;

const NUMBER: &str = "holder-number";
const SCHEME: &str = "holder-scheme";
/// What is wrong with what was typed.
#[derive(Clone, Copy, PartialEq)]
enum LookupError {
    /// It is the number of nobody.
    Unrecognised(RecognitionError),
    /// It is no number of the kind that was chosen.
    Number(HolderError),
    /// It may be of several kinds, and none is chosen.
    NoScheme,
}

/// The form in use.
#[derive(Clone, Copy)]
struct LookupForm {
    typed: RwSignal<String>,
    chosen: RwSignal<Option<Scheme>>,
    /// Whether the API has said that what is typed is the number of several.
    is_of_several: RwSignal<bool>,
    /// Grows with each refused search; back to nothing once the number is right.
    attempt: RwSignal<u32>,
    search: HolderSearch,
}

/// One field for every kind of number. The kind is asked for only when neither the digits nor the registers tell.
#[component]
pub fn Lookup() -> impl IntoView {
    if !CurrentSession::get().may(Right::ViewAccounts) {
        return localised(|| {
            let texts = &texts().lookup;
            view! { <PageHeading text=texts.title/><p id="no-right">{texts.no_right}</p> }
        })
        .into_any();
    }
    let form = LookupForm::new();
    localised(move || view! { <Content form/> }).into_any()
}

#[component]
fn Content(form: LookupForm) -> impl IntoView {
    let (language, texts) = (language(), &texts().lookup);
    let error = Memo::new(move |_| (form.attempt.get() > 0).then(|| form.parsed().err()).flatten());
    let number_error = move || match error.get()? {
        LookupError::Unrecognised(error) => Some(recognition_error(language, error)),
        LookupError::Number(error) => Some(holder_error(language, error)),
        LookupError::NoScheme => None,
    };
    let scheme_error = move || (error.get()? == LookupError::NoScheme).then(|| texts.scheme_required.to_owned());
    let failure = Signal::derive(move || form.search.failure.get().filter(|failure| !tells_of_several(failure)));
    let candidates = Memo::new(move |_| form.candidates());
    let summary = move || {
        let first = candidates.get().first().map_or(NUMBER, |scheme| choice_id(*scheme));
        let number = number_error().map(|sentence| SummaryItem { field: NUMBER, sentence });
        let scheme = scheme_error().map(|sentence| SummaryItem { field: first, sentence });
        number.into_iter().chain(scheme).collect()
    };
    let has_recent = !Fetched::get().recent().is_empty();
    let hint =
        if has_recent { format!("{}. {}", texts.number_hint, texts.recent_key) } else { texts.number_hint.to_owned() };
    view! {
        <ErrorSummary items=Signal::derive(summary) attempt=form.attempt/>
        <FailureAlert failure words=failure_sentence/>
        <PageHeading
            text=texts.title
            has_errors=Signal::derive(move || error.with(Option::is_some))
            focuses=NUMBER
        />
        <form novalidate=true on:keydown=|event| recent::enter(&event) on:submit=move |event| {
            event.prevent_default();
            form.search();
        }>
            <TextField
                id=NUMBER
                label=texts.number_label
                hint
                value=form.typed
                on_input=Callback::new(move |text| form.type_number(text))
                error=Signal::derive(number_error)
                echo=Signal::derive(move || form.echo(language))
                width="input-char-16"
            />
            {move || (!candidates.get().is_empty()).then(|| view! {
                <RadioGroup
                    name=SCHEME
                    legend=texts.scheme_legend
                    choices=choices(candidates.get())
                    chosen=Signal::derive(move || form.chosen.get().map(choice_id))
                    on_change=Callback::new(move |id| form.choose(id))
                    error=Signal::derive(scheme_error)
                />
            })}
            <SubmitButton id="look-up" text=texts.button busy_text=texts.searching is_busy=form.search.is_searching/>
        </form>
        <RecentLookUps/>
    }
}

impl LookupForm {
    fn new() -> Self {
        let this = Self {
            typed: RwSignal::new(String::new()),
            chosen: RwSignal::new(None),
            is_of_several: RwSignal::new(false),
            attempt: RwSignal::new(0),
            search: HolderSearch::new(),
        };
        // That a choice is missing is told as what is wrong with the form, because it is put right there.
        react(move || {
            if this.search.failure.with(|failure| failure.as_ref().is_some_and(tells_of_several)) {
                this.is_of_several.set(true);
                this.chosen.set(None);
                this.attempt.update(|attempt| *attempt += 1);
            }
        });
        this
    }

    fn recognition(self) -> Recognition {
        recognise(&self.typed.get(), latest_today())
    }

    /// The kinds of number that it may be, where it may be several and nobody but the caseworker can tell.
    fn candidates(self) -> &'static [Scheme] {
        match self.recognition() {
            Recognition::Ambiguous(schemes) if !self.is_left_to_api() => schemes,
            _ => &[],
        }
    }

    /// Whether the API is asked for the number without its kind: as long as it has not said that there are several holders.
    fn is_left_to_api(self) -> bool {
        self.recognition().is_looked_up_as_it_stands() && !self.is_of_several.get()
    }

    /// What the number was read as, where the digits tell, and whether it is worth a second look.
    fn echo(self, language: Language) -> Option<String> {
        let holder = self.parsed().ok()?;
        let texts = language.texts();
        let is_told = matches!(self.recognition(), Recognition::One(_));
        let understood = is_told.then(|| (texts.lookup.understood_as)(scheme(texts, holder.scheme())));
        let doubt = holder.fails_modulus_11().then(|| texts.lookup.no_check_digit.to_owned());
        let sentences: Vec<_> = understood.into_iter().chain(doubt).collect();
        (!sentences.is_empty()).then(|| sentences.join(". "))
    }

    fn parsed(self) -> Result<HolderId, LookupError> {
        let scheme = match self.recognition() {
            Recognition::One(scheme) => scheme,
            // Every eight digits can be an SE number.
            Recognition::Ambiguous(_) if self.is_left_to_api() => Scheme::Se,
            Recognition::Ambiguous(schemes) => {
                self.chosen.get().filter(|chosen| schemes.contains(chosen)).ok_or(LookupError::NoScheme)?
            }
            Recognition::Unknown(error) => return Err(LookupError::Unrecognised(error)),
        };
        HolderId::parse(scheme, &self.typed.get(), latest_today()).map_err(LookupError::Number)
    }

    fn type_number(self, text: String) {
        self.is_of_several.set(false);
        self.typed.set(text);
        self.forget_errors_once_right();
    }

    fn choose(self, id: &'static str) {
        self.chosen.set(Scheme::ALL.iter().copied().find(|scheme| choice_id(*scheme) == id));
        self.forget_errors_once_right();
    }

    fn forget_errors_once_right(self) {
        if untrack(|| self.parsed()).is_ok() {
            self.attempt.set(0);
        }
    }

    fn search(self) {
        if let Ok(holder) = untrack(|| self.parsed()) {
            let scheme = (!untrack(|| self.is_left_to_api())).then(|| holder.scheme());
            self.search.open(scheme, &holder);
        } else {
            self.search.failure.set(None);
            self.attempt.update(|attempt| *attempt += 1);
        }
    }
}

fn tells_of_several(failure: &ApiError) -> bool {
    matches!(failure, ApiError::Refused(problem) if problem.problem_type == ProblemType::SeveralHolders)
}

fn choices(candidates: &[Scheme]) -> Vec<Choice> {
    candidates.iter().map(|kind| Choice { id: choice_id(*kind), label: scheme(texts(), *kind) }).collect()
}

/// Today, if the computer's calendar is a day behind: who was born today exists. The API decides by its own.
fn latest_today() -> Date {
    clock::today().plus_days(1)
}

fn choice_id(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Cpr => "scheme-cpr",
        Scheme::Cvr => "scheme-cvr",
        Scheme::Se => "scheme-se",
        Scheme::P => "scheme-p",
    }
}
