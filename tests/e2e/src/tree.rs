//! The accessibility tree of a page as text: what a screen reader is told, one element a line.

use std::fmt::Write;

use serde::Deserialize;
use serde_json::{Value, json};

use crate::browser::Browser;
use crate::error::Error;

/// Roles that say nothing to the person.
const SILENT: [&str; 5] = ["generic", "none", "InlineTextBox", "LineBreak", "ListMarker"];
/// What is said besides role, name and description.
const STATES: [&str; 10] =
    ["level", "required", "invalid", "checked", "expanded", "disabled", "busy", "modal", "live", "focused"];
/// What differs from one run to the next, as patterns in which 9 is any digit and * any sign of a name. Longer ones come first.
const MASKED: [&str; 8] = [
    "99-99-9999 99:99",
    "99-99-9999",
    "kl. 99:99",
    "Kontrolkode 9999",
    "localhost:99999",
    "\"****-****-****\"",
    "Kvittering ****-****-****",
    "Reference til support: **********************",
];
/// A list of more is told by its length. Names of countries come from the browser and differ from one version to the next.
const MANY_OPTIONS: usize = 40;
/// Beginning of everything that is signed (RFC 7515): the header's brace and quotation mark in base64.
const SIGNED: &str = "eyJ";

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    #[serde(rename = "nodeId")]
    id: String,
    #[serde(default)]
    ignored: bool,
    #[serde(default)]
    role: Held,
    #[serde(default)]
    name: Held,
    #[serde(default)]
    description: Held,
    #[serde(default)]
    value: Held,
    #[serde(default)]
    properties: Vec<Property>,
    #[serde(default)]
    child_ids: Vec<String>,
}

#[derive(Deserialize)]
struct Property {
    name: String,
    value: Held,
}

/// A value as the DevTools protocol wraps it.
#[derive(Default, Deserialize)]
struct Held {
    #[serde(default)]
    value: Value,
}

/// The tree of the page in Chromium. Times and numbers that are new in each run are masked.
pub async fn of(browser: &Browser) -> Result<String, Error> {
    let answer = browser.devtools("Accessibility.getFullAXTree", json!({})).await?;
    let nodes: Vec<Node> = serde_json::from_value(answer["nodes"].clone()).map_err(|_| Error::Answer)?;
    let mut text = String::new();
    if let Some(root) = nodes.first() {
        write(root, &nodes, 0, "", &mut text);
    }
    Ok(masked(&text))
}

fn write(node: &Node, all: &[Node], depth: usize, said: &str, text: &mut String) {
    let role = node.role.text();
    let name = node.name.text();
    let is_said_already = role == "StaticText" && said.contains(name.trim());
    let (depth, said) = if node.ignored || SILENT.contains(&role.as_str()) || is_said_already {
        (depth, said)
    } else {
        let role = if role == "StaticText" { "text" } else { &role };
        let _ = writeln!(text, "{:indent$}{role}{}", "", node.details(), indent = 2 * depth);
        (depth + 1, name.as_str())
    };
    if role == "MenuListPopup" && node.child_ids.len() > MANY_OPTIONS {
        let _ = writeln!(text, "{:indent$}{} options", "", node.child_ids.len(), indent = 2 * depth);
        return;
    }
    for child in &node.child_ids {
        if let Some(child) = all.iter().find(|node| node.id == *child) {
            write(child, all, depth, said, text);
        }
    }
}

impl Node {
    fn details(&self) -> String {
        let mut details = String::new();
        for (before, held, after) in
            [(" \"", &self.name, "\""), (" (", &self.description, ")"), (" = \"", &self.value, "\"")]
        {
            let text = held.text();
            if !text.is_empty() {
                let _ = write!(details, "{before}{text}{after}");
            }
        }
        for state in STATES {
            let value = self.properties.iter().find(|property| property.name == state).map(|it| it.value.text());
            match value.as_deref() {
                None | Some("false" | "") => {}
                Some("true") => {
                    let _ = write!(details, " [{state}]");
                }
                Some(value) => {
                    let _ = write!(details, " [{state}={value}]");
                }
            }
        }
        details
    }
}

impl Held {
    fn text(&self) -> String {
        match &self.value {
            Value::Null => String::new(),
            Value::String(text) => {
                let words = text.split_whitespace();
                words.map(|word| if word.starts_with(SIGNED) { SIGNED } else { word }).collect::<Vec<_>>().join(" ")
            }
            other => other.to_string(),
        }
    }
}

fn masked(text: &str) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for pattern in MASKED {
        let pattern: Vec<char> = pattern.chars().collect();
        for start in 0..letters.len().saturating_sub(pattern.len() - 1) {
            let place = &mut letters[start..start + pattern.len()];
            let fits = pattern.iter().zip(&*place).all(|(wanted, letter)| match wanted {
                '9' => letter.is_ascii_digit(),
                '*' => letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_'),
                _ => letter == wanted,
            });
            if fits {
                place.copy_from_slice(&pattern);
            }
        }
    }
    let text: String = letters.into_iter().collect();
    let mut is_code_next = false;
    text.lines().fold(String::new(), |mut all, line| {
        let text = line.trim_start();
        let is_code = text.len() == "text \"9999\"".len() && text.contains(|letter: char| letter.is_ascii_digit());
        if is_code_next && is_code {
            let _ = writeln!(all, "{}", line.replace(|letter: char| letter.is_ascii_digit(), "9"));
        } else {
            let _ = writeln!(all, "{line}");
        }
        is_code_next = text.contains("\"Kontrolkode\"") || (is_code_next && !is_code);
        all
    })
}
