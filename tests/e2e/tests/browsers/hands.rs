//! Hands on a keyboard, and eyes on what has the focus.

use std::time::{Duration, Instant};

use fantoccini::key::Key;
use nemkonto_e2e::browser::Browser;
use serde::Deserialize;

/// More stops than any page has.
const MANY: usize = 40;
const PATIENCE: Duration = Duration::from_secs(20);

// As WebDriver writes them (section 17.4.2).
const TAB: char = '\u{e004}';
const SHIFT: char = '\u{e008}';

pub struct Hands<'a>(pub &'a Browser);

/// What has the focus.
#[derive(Debug, Deserialize)]
struct Focus {
    /// Its id; its first class or its element where it has none.
    name: String,
    place: Place,
    is_seen: bool,
    /// Whether the keys go to the page at all, not to the browser's own controls.
    has_keys: bool,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Place {
    Dialog,
    Page,
    /// Nothing in particular has it.
    Nowhere,
}

/// A radio button and a check box are drawn by their label.
const FOCUS: &str = "
    const focus = document.activeElement ?? document.body;
    const box = focus.getBoundingClientRect();
    const isDrawnByLabel = focus.matches('[type=radio], [type=checkbox]');
    const ring = isDrawnByLabel ? getComputedStyle(focus.labels[0], '::before') : getComputedStyle(focus);
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(x, y);
    const isOnTop = top !== null && (focus.contains(top) || top.contains(focus) || isDrawnByLabel);
    return {
        name: focus.id || (focus.classList.length ? '.' + [...focus.classList].at(-1) : focus.localName),
        place: focus.closest('dialog') ? 'dialog' : focus.closest('body *') ? 'page' : 'nowhere',
        has_keys: document.hasFocus(),
        is_seen: isOnTop && ring.outlineStyle !== 'none' && parseFloat(ring.outlineWidth) >= 2,
    }";

impl Hands<'_> {
    /// Tab, to the next stop, which must be seen. Gives its name.
    pub async fn tab(&self) -> String {
        // A page that is still being loaded loses the key.
        self.0.settle().await.unwrap();
        self.press(&[TAB]).await;
        self.seen().await
    }

    /// Shift and Tab, to the stop before.
    pub async fn back_tab(&self) -> String {
        self.press(&[SHIFT, TAB]).await;
        self.seen().await
    }

    /// As many times Tab as it takes. Gives the names of the stops on the way.
    pub async fn tab_to(&self, name: &str) -> Vec<String> {
        let mut stops = Vec::new();
        while stops.last().is_none_or(|stop| stop != name) {
            assert!(stops.len() < MANY, "{name} is not reached: {stops:?}");
            stops.push(self.tab().await);
        }
        stops
    }

    pub async fn enter(&self) {
        self.press(&[Key::Enter.into()]).await;
    }

    pub async fn space(&self) {
        self.press(&[' ']).await;
    }

    pub async fn escape(&self) {
        self.press(&[Key::Escape.into()]).await;
    }

    pub async fn down(&self) {
        self.press(&[Key::Down.into()]).await;
    }

    pub async fn up(&self) {
        self.press(&[Key::Up.into()]).await;
    }

    /// Types where the focus is.
    pub async fn write(&self, text: &str) {
        for letter in text.chars() {
            self.press(&[letter]).await;
        }
    }

    /// What moves the focus may take a moment.
    pub async fn wait_for_focus(&self, name: &str) {
        let limit = Instant::now() + PATIENCE;
        loop {
            let focus = self.focus().await;
            if focus.name == name {
                return;
            }
            assert!(Instant::now() < limit, "{name} does not get the focus, {focus:?} has it");
        }
    }

    /// Tabs through the dialog's stops, on beyond the last, and back beyond the first. On the way round a browser may stop at the
    /// dialog itself and at its own controls, never on the page behind.
    pub async fn cannot_leave_the_dialog(&self, stops: [&str; 2]) {
        const FORWARDS: &[char] = &[TAB];
        const BACKWARDS: &[char] = &[SHIFT, TAB];
        assert_eq!([self.tab().await, self.tab().await], stops);
        self.stays_in_the_dialog(FORWARDS).await;
        let limit = Instant::now() + PATIENCE;
        while self.focus().await.name != stops[1] {
            assert!(Instant::now() < limit, "{} is not reached again", stops[1]);
            self.press(FORWARDS).await;
        }
        assert_eq!(self.back_tab().await, stops[0]);
        self.stays_in_the_dialog(BACKWARDS).await;
        let limit = Instant::now() + PATIENCE;
        while !matches!(self.focus().await, Focus { place: Place::Dialog, has_keys: true, .. }) {
            assert!(Instant::now() < limit, "the dialog is not reached again");
            self.press(FORWARDS).await;
        }
    }

    async fn stays_in_the_dialog(&self, key: &[char]) {
        for _ in 0..5 {
            self.press(key).await;
            let focus = self.focus().await;
            assert!(focus.place != Place::Page, "{focus:?} is behind the dialog");
        }
    }

    /// The login, with the app in the tab that its link opens.
    pub async fn log_in_at_the_provider(&self, user_id: &str) {
        let client = self.0.client();
        self.0.find("#choose-mitid").await.unwrap();
        self.tab_to("choose-mitid").await;
        self.enter().await;
        self.0.find("#user-id").await.unwrap();
        self.wait_for_focus("user-id").await;
        self.write(user_id).await;
        self.enter().await;
        self.0.find("#open-app").await.unwrap();
        self.tab_to("open-app").await;
        let login = client.window().await.unwrap();
        self.enter().await;
        let limit = Instant::now() + PATIENCE;
        let app = loop {
            let windows = client.windows().await.unwrap();
            if let Some(window) = windows.into_iter().find(|window| *window != login) {
                break window;
            }
            assert!(Instant::now() < limit, "the app does not open");
        };
        client.switch_to_window(app).await.unwrap();
        self.0.find("#approve").await.unwrap();
        self.tab_to("approve").await;
        self.enter().await;
        self.0.find("#decided").await.unwrap();
        client.close_window().await.unwrap();
        client.switch_to_window(login).await.unwrap();
    }

    async fn seen(&self) -> String {
        // The skip link slides in.
        let limit = Instant::now() + PATIENCE;
        loop {
            let focus = self.focus().await;
            if focus.is_seen {
                return focus.name;
            }
            assert!(Instant::now() < limit, "one cannot see that {focus:?} has the focus");
        }
    }

    async fn focus(&self) -> Focus {
        serde_json::from_value(self.0.run(FOCUS, Vec::new()).await.unwrap()).unwrap()
    }

    async fn press(&self, keys: &[char]) {
        self.0.press(keys).await.unwrap();
    }
}
