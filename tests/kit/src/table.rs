//! What ADOPTING.md says an API must do, from the table of the checks.

use std::fmt::Write;

use crate::checks;

/// The mark that the part of the document begins after.
pub const BEGIN: &str = "<!-- begin contract -->\n";
/// The mark that it ends before.
pub const END: &str = "<!-- end contract -->";

/// The table, for people.
#[must_use]
pub fn markdown() -> String {
    let mut table = String::from("| What the API must do | Call | Checked by |\n|---|---|---|\n");
    for check in checks::all() {
        let calls: Vec<_> = check.call.split(", ").map(code).collect();
        // Writing to a text does not fail.
        let _ = writeln!(table, "| {} | {} | `{}` |", check.rule, calls.join(", "), check.id);
    }
    table
}

/// A call is code; "every call" is none.
fn code(call: &str) -> String {
    if call.starts_with("GET ") || call.starts_with("POST ") { format!("`{call}`") } else { call.to_owned() }
}

/// A document with the table in its place; nothing if it has no such place.
#[must_use]
pub fn put_into(document: &str) -> Option<String> {
    let (before, rest) = document.split_once(BEGIN)?;
    let (_, after) = rest.split_once(END)?;
    Some(format!("{before}{BEGIN}{}{END}{after}", markdown()))
}
