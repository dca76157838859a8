//! What was measured, as Markdown.

use std::fmt;
use std::fmt::Write;

use crate::conditions::Conditions;

/// A page that was opened; times are milliseconds, medians of the runs.
pub struct Load {
    pub name: &'static str,
    pub paint: f64,
    pub cold: f64,
    pub warm: f64,
    pub bytes: Bytes,
}

/// What a first visit fetches, in bytes as they travel.
#[derive(Default)]
pub struct Bytes {
    /// Page, scripts, module.
    pub code: f64,
    pub styles: f64,
    pub fonts: f64,
    pub images: f64,
    /// Answers of the API.
    pub calls: f64,
    pub requests: usize,
}

/// What is to be reached, and its unit.
#[derive(Clone, Copy)]
pub enum Target {
    AtMost(f64, &'static str),
    Below(f64, &'static str),
    AtLeast(f64, &'static str),
}

impl Target {
    fn unit(self) -> &'static str {
        let (Self::AtMost(_, unit) | Self::Below(_, unit) | Self::AtLeast(_, unit)) = self;
        unit
    }

    /// What is not a number meets nothing.
    fn is_met(self, value: f64) -> bool {
        match self {
            Self::AtMost(limit, _) => value <= limit,
            Self::Below(limit, _) => value < limit,
            Self::AtLeast(limit, _) => value >= limit,
        }
    }
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AtMost(limit, unit) => write!(f, "at most {limit}{unit}"),
            Self::Below(limit, unit) => write!(f, "below {limit}{unit}"),
            Self::AtLeast(limit, unit) => write!(f, "at least {limit}{unit}"),
        }
    }
}

/// Everything that is printed in the end.
pub struct Report {
    introduction: String,
    loads: String,
    bytes: String,
    returns: String,
    targets: String,
    notes: String,
    crates: String,
}

impl Report {
    pub fn new(conditions: &Conditions, runs: usize) -> Self {
        Self {
            introduction: format!("{conditions}; medians of {runs}.\n"),
            loads: String::new(),
            bytes: String::new(),
            returns: String::new(),
            targets: String::new(),
            notes: String::new(),
            crates: String::new(),
        }
    }

    pub fn loads(&mut self, loads: Vec<Load>) {
        self.loads.push_str("\n| | first paint | usable, cold | usable, warm |\n|---|---|---|---|\n");
        let code = "\n| kB, as they travel | HTML+JS+wasm | styles | fonts | images | API | requests |\n|---|---|---|---|---|---|---|\n";
        self.bytes.push_str(code);
        for Load { name, paint, cold, warm, bytes } in loads {
            let [paint, cold, warm] = [paint, cold, warm].map(seconds);
            row(&mut self.loads, &[name, &paint, &cold, &warm]);
            let [code, styles, fonts, images, calls] =
                [bytes.code, bytes.styles, bytes.fonts, bytes.images, bytes.calls].map(kilobytes);
            row(&mut self.bytes, &[name, &code, &styles, &fonts, &images, &calls, &bytes.requests.to_string()]);
        }
    }

    /// Milliseconds from the provider's redirect to the receipt.
    pub fn returns(&mut self, ours: f64, theirs: f64) {
        for (name, time) in [("React, return to the receipt", theirs), ("return to the receipt", ours)] {
            row(&mut self.returns, &[name, "", "", &seconds(time)]);
        }
    }

    pub fn target(&mut self, what: &str, value: f64, target: Target) {
        let met = if target.is_met(value) { "yes" } else { "**no**" };
        row(&mut self.targets, &[what, &format!("{}{}", short(value), target.unit()), &target.to_string(), met]);
    }

    pub fn note(&mut self, sentence: &str) {
        self.notes.push_str(sentence);
        self.notes.push('\n');
    }

    pub fn crates(&mut self, crates: Vec<(String, usize)>) {
        let total: usize = crates.iter().map(|(_, size)| size).sum();
        self.crates.push_str("\n| the module, not compressed | kB | of it |\n|---|---|---|\n");
        #[allow(clippy::cast_precision_loss, reason = "far below 2^52")]
        for (name, size) in crates {
            let share = format!("{:.1} %", 100.0 * size as f64 / total as f64);
            row(&mut self.crates, &[&name, &kilobytes(size as f64), &share]);
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { introduction, loads, bytes, returns, targets, notes, crates } = self;
        f.write_str(introduction)?;
        if loads.is_empty() && !returns.is_empty() {
            f.write_str("\n| | first paint | usable, cold | usable, warm |\n|---|---|---|---|\n")?;
        }
        write!(f, "{loads}{returns}{bytes}")?;
        if !targets.is_empty() {
            write!(f, "\n| | measured | target | met |\n|---|---|---|---|\n{targets}")?;
        }
        if !notes.is_empty() {
            write!(f, "\n{notes}")?;
        }
        f.write_str(crates)
    }
}

fn row(table: &mut String, cells: &[&str]) {
    // Writing to a string cannot fail.
    let _ = writeln!(table, "| {} |", cells.join(" | "));
}

fn seconds(milliseconds: f64) -> String {
    format!("{:.2} s", milliseconds / 1000.0)
}

fn kilobytes(bytes: f64) -> String {
    format!("{:.1}", bytes / 1000.0)
}

/// With two digits behind the point where they say something.
fn short(value: f64) -> String {
    if value.abs() < 10.0 { format!("{value:.2}") } else { format!("{value:.0}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_target_is_met_or_not() {
        assert!(Target::AtMost(1.0, "x").is_met(1.0));
        assert!(!Target::Below(16.0, " ms").is_met(16.0));
        assert!(!Target::AtLeast(3.0, "x").is_met(2.9));
        assert!(!Target::AtMost(1.0, "x").is_met(f64::NAN));
    }
}
