//! The browser engines, and what each wants to be told.

use std::env;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Map, Value, json};

/// Debian's. What it has on the search path is a script that waits for the program, and the program goes on when the script is ended.
const SHELL: &str = "/usr/lib/chromium/chromium-headless-shell";

/// A browser engine that can be driven through WebDriver.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    /// Chromium's engine without the browser around it, in which a test takes about half the time. Where it is not installed, Chromium.
    Shell,
    Firefox,
    WebKit,
}

impl Engine {
    /// The engines that `BROWSERS` names.
    ///
    /// # Panics
    /// When it names something else: a misspelt browser must not pass as tested.
    #[must_use]
    pub fn asked_for() -> Vec<Self> {
        let names = env::var("BROWSERS").unwrap_or_default();
        let engines: Vec<Self> = names.split_whitespace().map(Self::named).collect();
        if engines.is_empty() { vec![Self::Chromium] } else { engines }
    }

    fn named(name: &str) -> Self {
        match name {
            "chromium" => Self::Chromium,
            "firefox" => Self::Firefox,
            "webkit" => Self::WebKit,
            other => panic!("BROWSERS names \"{other}\"; known are chromium, firefox and webkit"),
        }
    }

    /// The WebDriver program, and its arguments for listening on the port.
    pub(crate) fn driver(self, port: u16) -> (&'static str, Vec<String>) {
        let program = match self {
            Self::Chromium | Self::Shell => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        };
        (program, vec![format!("--port={port}")])
    }

    /// What the driver, and through it the browser, finds in its environment.
    pub(crate) fn environment(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Chromium | Self::Shell | Self::Firefox => &[],
            Self::WebKit => &[
                // The sandbox of its processes needs namespaces that root in a container does not get. Only our own pages are visited.
                ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"),
                // Layers are for a graphics card. Where a processor puts them together, it is busy for half as long again.
                ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"),
                ("LANGUAGE", "da"),
            ],
        }
    }

    /// Whether it runs on a screen only.
    pub(crate) fn needs_display(self) -> bool {
        self == Self::WebKit
    }

    /// What to ask of a new session: no window, Danish, no traffic of the browser's own. Firefox makes a profile where it is not given one; the
    /// others always do.
    pub(crate) fn capabilities(self, profile: Option<&Path>) -> Map<String, Value> {
        let value = match self {
            Self::Chromium => of_chromium(None),
            Self::Shell => of_chromium(Some(Path::new(SHELL)).filter(|program| program.exists())),
            Self::Firefox => of_firefox(profile),
            Self::WebKit => json!({
                // After a step back from a page with another Cross-Origin-Opener-Policy its driver (2.50) takes the page for
                // loading for ever, and would let every further command wait.
                "pageLoadStrategy": "none",
                "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation"] },
            }),
        };
        match value {
            Value::Object(map) => map,
            _ => Map::new(),
        }
    }

    /// How long the driver may take to answer, with a text to type on a busy machine. Where a page goes away while `WebKit` asks it
    /// something, its driver (2.50) never does.
    pub(crate) fn answer_limit(self) -> Option<Duration> {
        (self == Self::WebKit).then_some(Duration::from_secs(25))
    }

    /// Whether the driver passes on the `DevTools` protocol, and tells what was written to the console. Only that of Chromium does.
    #[must_use]
    pub fn has_devtools(self) -> bool {
        matches!(self, Self::Chromium | Self::Shell)
    }
}

fn of_firefox(profile: Option<&Path>) -> Value {
    let mut args = vec![json!("-headless"), json!("--width=1280"), json!("--height=900")];
    if let Some(profile) = profile {
        args.extend([json!("-profile"), json!(profile)]);
    }
    json!({
        "moz:firefoxOptions": {
            "args": args,
            "prefs": {
                "intl.accept_languages": "da,en",
                // A page and a process of the browser's own, which no test sees and each start would pay for.
                "browser.newtab.preload": false,
                "extensions.webextensions.remote": false,
            },
        },
    })
}

fn of_chromium(program: Option<&Path>) -> Value {
    let mut options = json!({
        "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--disable-background-networking", "--hide-scrollbars", "--lang=da", "--window-size=1280,900",
        ],
        "prefs": {
            "intl.accept_languages": "da,en",
            // What cautious administrators set.
            "profile.block_third_party_cookies": true,
            "profile.default_content_setting_values.popups": 2,
        },
    });
    if let Some(program) = program {
        options["binary"] = json!(program);
    }
    json!({
        // Those of the servers that are tried over TLS.
        "acceptInsecureCerts": true,
        "goog:chromeOptions": options,
        "goog:loggingPrefs": { "browser": "ALL" },
    })
}

/// `WebKit`'s own small browser, which Debian keeps in a folder of the library that is named after machine and version.
fn mini_browser() -> PathBuf {
    let folders = |folder: &str| fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    folders("/usr/lib")
        .chain(folders("/usr/libexec"))
        .flat_map(|folder| [folder.join("webkit2gtk-4.1/MiniBrowser"), folder.join("MiniBrowser")])
        .find(|program| program.exists())
        .unwrap_or_else(|| "MiniBrowser".into())
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Shell => "shell",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}
