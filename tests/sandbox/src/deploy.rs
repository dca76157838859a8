//! What a server in production sends with the app, in the words of the servers that agencies use: the headers of the sandbox itself
//! (`security_headers`, `static_files`), and nothing else. `tests/deploy` and ADOPTING.md hold it between two marks.

use std::fmt::Write as _;

use crate::security_headers::{Transport, headers};
use crate::static_files::{NAMED_AFTER_CONTENT, OTHERS, PAGE};

/// A part of a file that is written from here.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// The file, from the folder of the workspace.
    pub file: &'static str,
    /// What the marks around it are called.
    pub name: &'static str,
    /// Its lines.
    pub lines: fn() -> String,
}

/// Everything that is written from here.
pub const PARTS: [Part; 7] = [
    Part { file: "ADOPTING.md", name: "headers", lines: table },
    Part { file: "tests/deploy/nginx.conf", name: "caching", lines: nginx_caching },
    Part { file: "tests/deploy/nginx.conf", name: "headers", lines: nginx_headers },
    Part { file: "tests/deploy/nginx.conf", name: "headers of the API", lines: nginx_headers_of_the_api },
    Part { file: "tests/deploy/Caddyfile", name: "caching", lines: caddy_caching },
    Part { file: "tests/deploy/Caddyfile", name: "headers", lines: caddy_headers },
    Part { file: "tests/deploy/Caddyfile", name: "headers of the API", lines: caddy_headers_of_the_api },
];

/// Names of files that contain a hash of their content, as `static_files` and the servers tell them.
const HASHED: &str = r"-[0-9a-f]{16}\.[^./]+$";

/// A text of a file with a part of it written anew; nothing if the marks are missing. The lines are indented as the first mark is.
#[must_use]
pub fn with_part(text: &str, part: &Part) -> Option<String> {
    let [begin, end] = ["begin", "end"].map(|mark| format!("{mark} {}", part.name));
    let is_mark = |line: &str, mark: &str| {
        line.trim_start_matches(['#', ' ', '\t', '<', '!', '-']).trim_end_matches(['-', '>', ' ', '\n']) == mark
    };
    let mut lines = text.split_inclusive('\n');
    let mut whole = String::new();
    let first = loop {
        let line = lines.next()?;
        whole.push_str(line);
        if is_mark(line, &begin) {
            break line;
        }
    };
    let indent = &first[..first.len() - first.trim_start().len()];
    for line in (part.lines)().lines() {
        // Writing to a text does not fail.
        let _ = writeln!(whole, "{indent}{line}");
    }
    let last = lines.find(|line| is_mark(line, &end))?;
    whole.push_str(last);
    whole.extend(lines);
    Some(whole)
}

fn nginx_caching() -> String {
    format!(
        "map $uri $nemkonto_cache_control {{\n    ~^/api/                     \"\"; # the API says it itself\n    \
         /index.html                 \"{PAGE}\";\n    \"~{HASHED}\" \"{NAMED_AFTER_CONTENT}\";\n    \
         default                     \"{OTHERS}\";\n}}"
    )
}

fn nginx_headers() -> String {
    let always = each_header(|name, value| format!("add_header {name} \"{value}\" always;"));
    // Not with what went wrong: a missing file is not to be missed for ever.
    format!("{always}add_header Cache-Control $nemkonto_cache_control;")
}

fn nginx_headers_of_the_api() -> String {
    each_header(|name, _| format!("proxy_hide_header {name};"))
}

fn caddy_caching() -> String {
    format!(
        "header Cache-Control \"{OTHERS}\"\nheader @named_after_content Cache-Control \"{NAMED_AFTER_CONTENT}\"\n\
         header @page Cache-Control \"{PAGE}\""
    )
}

fn caddy_headers() -> String {
    each_header(|name, value| format!("{name} \"{value}\""))
}

fn caddy_headers_of_the_api() -> String {
    each_header(|name, _| format!("header_down -{name}"))
}

/// The headers, for people.
fn table() -> String {
    let rows = each_header(|name, value| format!("| `{name}` | `{value}` |"));
    format!(
        "| Header | Value |\n|---|---|\n{rows}| `Cache-Control` of the page | `{PAGE}` |\n\
         | `Cache-Control` of files named after their content | `{NAMED_AFTER_CONTENT}` |\n\
         | `Cache-Control` of other files | `{OTHERS}` |\n| `Cache-Control` of the API | its own, always `no-store` |"
    )
}

fn each_header(line: impl Fn(&str, &str) -> String) -> String {
    headers(Transport::Tls)
        .fold(String::new(), |lines, (name, value)| lines + &line(&written(name.as_str()), value) + "\n")
}

/// A header's name as people write it.
fn written(name: &str) -> String {
    let capital = |word: &str| word[..1].to_uppercase() + &word[1..];
    name.split('-').map(capital).collect::<Vec<_>>().join("-")
}
