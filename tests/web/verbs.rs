//! Verbs for tests in a browser: mount, type, click, look.

use std::{cell::Cell, rc::Rc, sync::Once};

use leptos::{mount::mount_to, prelude::*};
use nemkonto::{
    browser::{location, translation},
    contract::{LoginCallback, PrepareAnswer, Session},
    domain::change::Change,
    relogin::{Callback, Event, Machine, SessionState, State, WaitingRecord},
    ui::{
        journey::Journey,
        route::{FormRoute, Route},
        stores::{Fetched, Forms, View},
    },
};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    ClipboardEvent, ClipboardEventInit, DataTransfer, EventInit, HtmlElement, HtmlInputElement, HtmlSelectElement,
    KeyboardEvent, KeyboardEventInit, Storage,
};

thread_local! {
    /// The app that was drawn last. Its clock goes on, and it would go on keeping what was typed.
    static LAST: Cell<Option<App>> = const { Cell::new(None) };
}

/// All tests share one page.
static FOLLOWS: Once = Once::new();

/// The handles of an app that is drawn.
#[derive(Clone, Copy)]
pub struct App {
    pub journey: Journey,
    pub page: View,
    pub fetched: Fetched,
    pub forms: Forms,
}

impl App {
    pub fn machine(self) -> Machine {
        self.journey.machine()
    }

    pub fn route(self) -> Route {
        untrack(|| self.page.route())
    }

    /// Keeps what is typed, as the app does before it leaves.
    pub async fn keep(self, except: Option<&FormRoute>) {
        self.forms.keep(&self.route(), except, except.is_none() && self.route() != Route::Start).await;
    }
}

/// Draws a view as a tab that was just opened does: nothing of an earlier test is left, and the API answers nothing.
pub fn mount<V: IntoView + 'static>(draw: impl FnOnce() -> V + 'static) -> App {
    fresh_tab();
    reload(draw)
}

/// Leaves nothing of an earlier test: all of them share one page. For tests that prepare something before they [`reload`].
pub fn fresh_tab() {
    nemkonto::browser::tabs::stop_listening();
    if let Some(last) = LAST.take() {
        last.forms.forget();
        last.journey.dispatch(Event::SessionEnded);
    }
    window().local_storage().unwrap().unwrap().clear().unwrap();
    clear_session_storage();
    location::replace("/");
    mark_with_text();
    FOLLOWS.call_once(translation::follow);
    api_is_silent();
    clock_is_right();
}

/// Draws a view with a new state of the app, in place of what was drawn before: storage, address and API stay as they are.
pub fn reload<V: IntoView + 'static>(draw: impl FnOnce() -> V + 'static) -> App {
    reload_from(Machine::default(), draw)
}

/// Draws a view as a tab where something is under way already.
pub fn mount_from<V: IntoView + 'static>(machine: Machine, draw: impl FnOnce() -> V + 'static) -> App {
    fresh_tab();
    reload_from(machine, draw)
}

fn reload_from<V: IntoView + 'static>(machine: Machine, draw: impl FnOnce() -> V + 'static) -> App {
    if let Some(last) = document().get_element_by_id("mounted") {
        last.remove();
    }
    let place = document().create_element("main").unwrap();
    place.set_id("mounted");
    document().body().unwrap().append_child(&place).unwrap();
    // Made inside, so that it lives as long as what is mounted.
    let made = Rc::new(Cell::new(None));
    let for_caller = Rc::clone(&made);
    mount_to(place.unchecked_into(), move || {
        let journey = Journey::provide(machine);
        made.set(Some(App { journey, page: View::get(), fetched: Fetched::get(), forms: Forms::get() }));
        draw()
    })
    .forget();
    LAST.set(for_caller.get());
    for_caller.get().unwrap()
}

/// Waits until everything that follows from the last gesture has been drawn.
pub async fn settle() {
    for _ in 0..2 {
        let frame = js_sys::Promise::new(&mut |done, _| {
            window().request_animation_frame(&done).unwrap();
        });
        wasm_bindgen_futures::JsFuture::from(frame).await.unwrap();
    }
}

/// Waits until an element is there, for what takes longer than a drawing.
pub async fn appears(selector: &str) {
    for _ in 0..200 {
        if exists(selector) {
            return;
        }
        settle().await;
    }
    panic!("{selector} does not appear");
}

/// Waits until something is so.
pub async fn until(is_so: impl Fn() -> bool) {
    for _ in 0..1200 {
        if is_so() {
            return;
        }
        settle().await;
    }
    panic!("it did not come to be so");
}

pub fn element(id: &str) -> HtmlElement {
    document().get_element_by_id(id).unwrap_or_else(|| panic!("no element #{id}")).unchecked_into()
}

pub fn exists(selector: &str) -> bool {
    document().query_selector(selector).unwrap().is_some()
}

pub fn text(id: &str) -> String {
    element(id).inner_text()
}

pub fn click(id: &str) {
    element(id).click();
}

pub fn type_into(id: &str, typed: &str) {
    let input: HtmlInputElement = element(id).unchecked_into();
    input.set_value(typed);
    dispatch(&input, "input");
}

/// Fills in a field as a program does that tells it by a change alone.
pub fn fill_in(id: &str, text: &str) {
    let input: HtmlInputElement = element(id).unchecked_into();
    input.set_value(text);
    dispatch(&input, "change");
}

/// Chooses from a list by the value of the option.
pub fn choose(id: &str, value: &str) {
    let list: HtmlSelectElement = element(id).unchecked_into();
    list.set_value(value);
    dispatch(&list, "change");
}

/// Pastes a text, as the browser tells the page of it.
pub fn paste_into(id: &str, text: &str) {
    let data = DataTransfer::new().unwrap();
    data.set_data("text/plain", text).unwrap();
    let init = ClipboardEventInit::new();
    init.set_clipboard_data(Some(&data));
    init.set_bubbles(true);
    init.set_cancelable(true);
    let event = ClipboardEvent::new_with_event_init_dict("paste", &init).unwrap();
    element(id).dispatch_event(&event).unwrap();
}

/// What stands in a field.
pub fn value(id: &str) -> String {
    element(id).unchecked_into::<HtmlInputElement>().value()
}

pub fn press_escape(dialog: &str) {
    dispatch(&element(dialog), "cancel");
}

/// Presses a key, and says whether the page had a use for it.
pub fn press(id: &str, key: &str) -> bool {
    press_with(id, key, |_| ())
}

/// The same with other keys held down.
pub fn press_with(id: &str, key: &str, hold: impl FnOnce(&KeyboardEventInit)) -> bool {
    let init = KeyboardEventInit::new();
    init.set_key(key);
    init.set_bubbles(true);
    init.set_cancelable(true);
    hold(&init);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    !element(id).dispatch_event(&event).unwrap()
}

/// The elements that a selector finds.
pub fn all(selector: &str) -> Vec<HtmlElement> {
    let found = document().query_selector_all(selector).unwrap();
    (0..found.length()).map(|index| found.item(index).unwrap().unchecked_into()).collect()
}

fn dispatch(target: &HtmlElement, name: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    target.dispatch_event(&web_sys::Event::new_with_event_init_dict(name, &init).unwrap()).unwrap();
}

pub fn has_focus(id: &str) -> bool {
    document().active_element().is_some_and(|focused| focused.id() == id)
}

pub fn state(app: App) -> State {
    app.machine().state
}

/// Somebody is logged in from now on, without any call.
pub fn log_in(app: App, session: Session) {
    app.journey.dispatch(Event::Opened);
    let answer = Event::SessionAnswered(app.machine().asked_session, Ok(Box::new(session)), WaitingRecord::default());
    app.journey.dispatch(answer);
}

/// Somebody comes back from an ordinary login, and the API says who it is.
pub async fn logged_in(app: App, session: Session) {
    answer("/api/login/complete", 200, &session);
    let login = LoginCallback { code: "code".into(), state: "state".into(), iss: None };
    app.journey.dispatch(Event::CameBackFromLogin(Callback::Login(login)));
    knows_session(app).await;
}

/// The app asks who is logged in, and the API says that somebody is.
pub async fn asked_who_is_logged_in(app: App, session: Session) {
    answer("/api/session", 200, &session);
    app.journey.dispatch(Event::Opened);
    knows_session(app).await;
}

async fn knows_session(app: App) {
    until(|| matches!(app.machine().session, SessionState::LoggedIn(_))).await;
}

/// The API has prepared a change as it was entered, and the confirmation opens.
pub fn open_confirmation(app: App, answer: PrepareAnswer) {
    app.journey.dispatch(Event::CancelPressed);
    save(app, answer.reading.change.clone());
    app.journey.dispatch(Event::PrepareAnswered(app.machine().asked, Ok(Box::new(answer))));
}

/// "Gem": the API is being asked.
pub fn save(app: App, change: Change) {
    app.journey.dispatch(Event::SavePressed(crate::support::prepare_request(), Box::new(change)));
}

fn storage() -> Storage {
    window().session_storage().unwrap().unwrap()
}

pub fn session_storage() -> Vec<(String, String)> {
    let storage = storage();
    (0..storage.length().unwrap())
        .map(|index| {
            let key = storage.key(index).unwrap().unwrap();
            let value = storage.get_item(&key).unwrap().unwrap();
            (key, value)
        })
        // The test runner keeps its own.
        .filter(|(key, _)| key.starts_with("nemkonto"))
        .collect()
}

pub fn clear_session_storage() {
    for (key, _) in session_storage() {
        storage().remove_item(&key).unwrap();
    }
}

/// Marks as `public/boot.js` has the app mark, where something will be drawn.
fn mark_with_text() {
    let script = "document.createComment = () => document.createTextNode('');";
    js_sys::Function::new_no_args(script).call0(&JsValue::NULL).unwrap();
}

/// Does what translators of whole pages do: other nodes take the places of the texts. Here they say the same, so that one sees what is
/// old by its words.
pub fn translate() {
    let script = "const texts = document.createTreeWalker(document.getElementById('mounted'), NodeFilter.SHOW_TEXT); \
                  const found = []; \
                  while (texts.nextNode()) if (texts.currentNode.data.trim()) found.push(texts.currentNode); \
                  for (const text of found) { \
                    const [outer, inner] = [document.createElement('font'), document.createElement('font')]; \
                    inner.textContent = text.data; \
                    outer.append(inner); \
                    text.replaceWith(outer); \
                  }";
    js_sys::Function::new_no_args(script).call0(&JsValue::NULL).unwrap();
}

/// From now on the API has no answer to anything, and no call has been made.
fn api_is_silent() {
    // A request keeps what it is made of: its body could be read in a later task only, and in any order.
    let script = "window.answers = {}; window.asked = []; window.shown = []; window.sent = {}; \
                  window.PlainRequest ??= Request; \
                  window.Request = class extends PlainRequest { \
                    constructor(to, given) { super(to, given); this.given = given; } \
                  }; \
                  window.fetch = async request => { \
                    const path = new URL(request.url ?? request, location.href).pathname; \
                    window.asked.push(path); \
                    window.shown.push(request.headers?.get('Acting-As') ?? ''); \
                    window.sent[path] = request.given?.body; \
                    const answer = window.answers[path]; \
                    if (!answer) throw new TypeError('unreachable'); \
                    await answer.held; \
                    if (answer.status === 302) { \
                      if (request.redirect === 'error') throw new TypeError('redirected'); \
                      return new Response('no such page', { status: 404, headers: { 'Content-Type': 'text/html' } }); \
                    } \
                    const type = answer.type ?? (answer.status < 400 ? 'application/json' : 'application/problem+json'); \
                    const body = [204, 205].includes(answer.status) ? null : answer.body; \
                    return new Response(body, { status: answer.status, headers: { 'Content-Type': type, ...answer.headers } }); };";
    js_sys::Function::new_no_args(script).call0(&JsValue::NULL).unwrap();
}

/// Lets the API answer a path from now on. Paths that have no answer cannot be reached.
pub fn answer(path: &str, status: u16, body: &impl serde::Serialize) {
    answer_text(path, status, &serde_json::to_string(body).unwrap());
}

/// The same with a body that need not be JSON.
pub fn answer_text(path: &str, status: u16, body: &str) {
    let set = js_sys::Function::new_with_args("path, status, body", "window.answers[path] = { status, body };");
    set.call3(&JsValue::NULL, &path.into(), &status.into(), &body.into()).unwrap();
}

/// The same with a media type.
pub fn answer_as(path: &str, media_type: &str, body: &impl serde::Serialize) {
    answer(path, 200, body);
    let set = js_sys::Function::new_with_args("path, type", "window.answers[path].type = type;");
    set.call2(&JsValue::NULL, &path.into(), &media_type.into()).unwrap();
}

/// The same with one more header.
pub fn answer_with_header(path: &str, status: u16, body: &impl serde::Serialize, name: &str, content: &str) {
    answer(path, status, body);
    let set =
        js_sys::Function::new_with_args("path, name, content", "window.answers[path].headers = { [name]: content };");
    set.call3(&JsValue::NULL, &path.into(), &name.into(), &content.into()).unwrap();
}

/// Holds the answer to a path back until the returned function is called.
pub fn hold(path: &str) -> impl FnOnce() {
    let script = "let release; window.answers[path].held = new Promise(done => { release = done; }); return release;";
    let hold = js_sys::Function::new_with_args("path", script);
    let release: js_sys::Function = hold.call1(&JsValue::NULL, &path.into()).unwrap().unchecked_into();
    move || {
        release.call0(&JsValue::NULL).unwrap();
    }
}

/// Refuses a path from now on.
pub fn refuse(path: &str, kind: nemkonto::contract::ProblemType) {
    answer(path, kind.status(), &nemkonto::contract::ProblemDetails::new(kind, "abc123"));
}

/// How often the app has called a path.
pub fn asked(path: &str) -> usize {
    let count = js_sys::Function::new_with_args("path", "return window.asked.filter(asked => asked === path).length;");
    let count = count.call1(&JsValue::NULL, &path.into()).unwrap();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small count")]
    let count = count.as_f64().unwrap() as usize;
    count
}

/// What the app sent when it last called a path.
pub fn sent(path: &str) -> serde_json::Value {
    let body = js_sys::Function::new_with_args("path", "return window.sent[path];");
    serde_json::from_str(&body.call1(&JsValue::NULL, &path.into()).unwrap().as_string().unwrap()).unwrap()
}

/// Whom the page said that it shows when it last called a path; nothing, if it said nothing.
pub fn shown_to(path: &str) -> String {
    let last =
        js_sys::Function::new_with_args("path", "return window.shown[window.asked.lastIndexOf(path)] ?? 'not asked';");
    last.call1(&JsValue::NULL, &path.into()).unwrap().as_string().unwrap()
}

/// Sets the computer's clock forward, as far as the page can tell.
pub fn advance_clock(seconds: u32) {
    let script = "window.now ??= Date.now; window.ahead = (window.ahead ?? 0) + seconds * 1000; \
                  Date.now = () => window.now.call(Date) + window.ahead;";
    js_sys::Function::new_with_args("seconds", script).call1(&JsValue::NULL, &seconds.into()).unwrap();
}

fn clock_is_right() {
    js_sys::Function::new_no_args("window.ahead = 0;").call0(&JsValue::NULL).unwrap();
}
