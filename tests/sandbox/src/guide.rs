//! The list that tells someone who tries the sandbox what to type. Each part of the sandbox contributes a section.

pub mod examples;
pub mod page;

use std::fmt;

/// Things of one sort to type, such as the user ids of the stand-in provider.
#[derive(Debug, Clone)]
pub struct Section {
    pub title: String,
    pub entries: Vec<Entry>,
}

/// What to type, and what it shows.
#[derive(Debug, Clone)]
pub struct Entry {
    pub text: String,
    pub meaning: String,
}

/// What can be done with a receipt.
#[must_use]
pub fn receipts() -> Section {
    let entry = |text: &str, meaning: &str| Entry { text: text.to_owned(), meaning: meaning.to_owned() };
    Section {
        title: "Receipts".to_owned(),
        entries: vec![
            entry("/verify", "where anyone can check a receipt, by its file or its QR code"),
            entry("cargo run -- --rotate-receipt-key", "makes a new key; older receipts can still be checked"),
        ],
    }
}

/// Prints as a title and two aligned columns.
impl fmt::Display for Section {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.title)?;
        let width = self.entries.iter().map(|entry| entry.text.chars().count()).max().unwrap_or(0);
        for Entry { text, meaning } in &self.entries {
            writeln!(f, "  {text:width$}  {meaning}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prints_what_to_type_in_aligned_columns() {
        let entry = |text: &str, meaning: &str| Entry { text: text.into(), meaning: meaning.into() };
        let section = Section {
            title: "User ids".into(),
            entries: vec![entry("sørine", "may change accounts"), entry("bo", "may only look")],
        };
        assert_eq!(section.to_string(), "User ids\n  sørine  may change accounts\n  bo      may only look\n");
    }
}
