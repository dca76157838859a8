//! The page on which an account holder is found.

mod recent;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    api,
    api_error::ApiError,
    browser::clock,
    contract::LookupRequest,
    domain::holder::{HolderId, Recognition, Scheme, recognise},
    domain::{date::Date, right::Right},
    i18n::{failure_sentence, holder_error, recognition_error, scheme},
    ui::{
        components::{
            Alert, AlertKind, Choice, ErrorSummary, PageHeading, RadioGroup, SubmitButton, SummaryItem, TextField,
        },
        route::Route,
        state::App,
    },
};
use recent::RecentLookUps;

const NUMBER: &str = "holder-number";
const SCHEME: &str = "holder-scheme";
const SCHEMES: [Scheme; 4] = [Scheme::Cpr, Scheme::Cvr, Scheme::Se, Scheme::P];

/// What is wrong with what was typed.
#[derive(Clone, PartialEq)]
enum Wrong {
    Number(String),
    Scheme(&'static str),
}

/// The form in use.
#[derive(Clone, Copy)]
struct LookupForm {
    app: App,
    typed: RwSignal<String>,
    chosen: RwSignal<Option<Scheme>>,
    /// Grows with each refused search; back to nothing once the number is right.
    attempt: RwSignal<u32>,
    is_searching: RwSignal<bool>,
    failure: RwSignal<Option<ApiError>>,
}

/// One field for every kind of number. The kind is asked for only when the digits do not tell.
#[component]
pub fn Lookup() -> impl IntoView {
    let app = App::get();
    let texts = move || &app.texts().lookup;
    if !untrack(|| app.may(Right::ViewAccounts)) {
        return view! {
            <PageHeading text=Signal::derive(move || texts().title.to_owned())/>
            <p id="no-right">{move || texts().no_right}</p>
        }
        .into_any();
    }
    let form = LookupForm::new(app);
    let wrong = Memo::new(move |_| (form.attempt.get() > 0).then(|| form.parsed().err()).flatten());
    let number_error = move || match wrong.get() {
        Some(Wrong::Number(sentence)) => Some(sentence),
        _ => None,
    };
    let scheme_error = move || match wrong.get() {
        Some(Wrong::Scheme(sentence)) => Some(sentence.to_owned()),
        _ => None,
    };
    view! {
        <ErrorSummary items=Signal::derive(move || form.summary(wrong.get())) attempt=form.attempt/>
        {move || form.failure.get().map(|failure| {
            let words = failure_sentence(app.language.get(), &failure);
            view! { <Alert kind=AlertKind::Error heading=words.title><p>{words.next_step}</p></Alert> }
        })}
        <PageHeading
            text=Signal::derive(move || texts().title.to_owned())
            has_errors=Signal::derive(move || wrong.with(Option::is_some))
            focuses=NUMBER
        />
        <form novalidate=true on:keydown=|event| recent::enter(&event) on:submit=move |event| {
            event.prevent_default();
            form.search();
        }>
            <TextField
                id=NUMBER
                label=Signal::derive(move || texts().number_label)
                hint=Signal::derive(move || {
                    let hint = texts().number_hint;
                    if app.recent.with(Vec::is_empty) { hint.to_owned() } else { format!("{hint}. {}", texts().recent_key) }
                })
                value=form.typed
                on_input=Callback::new(move |text| form.type_number(text))
                error=Signal::derive(number_error)
                echo=Signal::derive(move || form.echo())
                width="input-char-16"
            />
            {move || (!form.candidates().is_empty()).then(|| view! {
                <RadioGroup
                    name=SCHEME
                    legend=Signal::derive(move || texts().scheme_legend)
                    choices=Signal::derive(move || form.choices())
                    chosen=Signal::derive(move || form.chosen.get().map(choice_id))
                    on_change=Callback::new(move |id| form.choose(id))
                    error=Signal::derive(scheme_error)
                />
            })}
            <SubmitButton
                id="look-up"
                text=Signal::derive(move || texts().button)
                busy_text=Signal::derive(move || texts().searching)
                is_busy=form.is_searching
            />
        </form>
        <RecentLookUps/>
    }
    .into_any()
}

impl LookupForm {
    fn new(app: App) -> Self {
        Self {
            app,
            typed: RwSignal::new(String::new()),
            chosen: RwSignal::new(None),
            attempt: RwSignal::new(0),
            is_searching: RwSignal::new(false),
            failure: RwSignal::new(None),
        }
    }

    fn recognition(self) -> Recognition {
        recognise(&self.typed.get(), latest_today())
    }

    fn candidates(self) -> &'static [Scheme] {
        match self.recognition() {
            Recognition::Ambiguous(schemes) => schemes,
            _ => &[],
        }
    }

    fn choices(self) -> Vec<Choice> {
        let texts = self.app.texts();
        self.candidates().iter().map(|kind| Choice { id: choice_id(*kind), label: scheme(texts, *kind) }).collect()
    }

    /// What the number was read as, where the digits tell, and whether it is worth a second look.
    fn echo(self) -> Option<String> {
        let holder = self.parsed().ok()?;
        let texts = self.app.texts();
        let is_told = matches!(self.recognition(), Recognition::One(_));
        let understood = is_told.then(|| (texts.lookup.understood_as)(scheme(texts, holder.scheme())));
        let doubt = holder.fails_modulus_11().then(|| texts.lookup.no_check_digit.to_owned());
        let sentences: Vec<_> = understood.into_iter().chain(doubt).collect();
        (!sentences.is_empty()).then(|| sentences.join(". "))
    }

    fn parsed(self) -> Result<HolderId, Wrong> {
        let language = self.app.language.get();
        let scheme = match self.recognition() {
            Recognition::One(scheme) => scheme,
            Recognition::Ambiguous(schemes) => {
                let chosen = self.chosen.get().filter(|chosen| schemes.contains(chosen));
                chosen.ok_or(Wrong::Scheme(language.texts().lookup.scheme_required))?
            }
            Recognition::Unknown(error) => return Err(Wrong::Number(recognition_error(language, error))),
        };
        HolderId::parse(scheme, &self.typed.get(), latest_today())
            .map_err(|error| Wrong::Number(holder_error(language, error)))
    }

    fn summary(self, wrong: Option<Wrong>) -> Vec<SummaryItem> {
        match wrong {
            Some(Wrong::Number(sentence)) => vec![SummaryItem { field: NUMBER, sentence }],
            Some(Wrong::Scheme(sentence)) => {
                let first = self.candidates().first().map_or(NUMBER, |scheme| choice_id(*scheme));
                vec![SummaryItem { field: first, sentence: sentence.to_owned() }]
            }
            None => Vec::new(),
        }
    }

    fn type_number(self, text: String) {
        self.typed.set(text);
        self.forget_errors_once_right();
    }

    fn choose(self, id: &'static str) {
        self.chosen.set(SCHEMES.into_iter().find(|scheme| choice_id(*scheme) == id));
        self.forget_errors_once_right();
    }

    fn forget_errors_once_right(self) {
        if untrack(|| self.parsed()).is_ok() {
            self.attempt.set(0);
        }
    }

    fn search(self) {
        self.failure.set(None);
        let Ok(holder) = untrack(|| self.parsed()) else {
            self.attempt.update(|attempt| *attempt += 1);
            return;
        };
        if self.is_searching.get_untracked() {
            return;
        }
        self.is_searching.set(true);
        spawn_local(async move {
            if let Err(refused) = self.app.open_accounts(&holder).await {
                self.failure.set(Some(refused));
                self.is_searching.set(false);
            }
        });
    }
}

impl App {
    /// Looks a holder up and shows the accounts.
    pub async fn open_accounts(self, holder: &HolderId) -> Result<(), ApiError> {
        let request = LookupRequest { scheme: holder.scheme(), number: holder.as_str().to_owned() };
        let overview = api::look_up(&request).await.inspect_err(|refused| self.note_failure(refused))?;
        let route = Route::Overview(overview.handle.clone());
        self.overview.set(Some(overview));
        self.go(&route);
        Ok(())
    }
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
