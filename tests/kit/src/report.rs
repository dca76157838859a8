//! Running checks, and telling what came of it.

use std::fmt::Write;

use crate::{
    Kit,
    checks::{self, Check},
    outcome::{Outcome, Stop},
};

/// What came of the checks.
pub struct Report(Vec<(&'static Check, Outcome)>);

/// Runs the checks whose ids begin so, or all, one after the other, and tells each as it ends.
pub async fn run(kit: &Kit, begin: Option<&str>, tell: impl Fn(&str)) -> Report {
    let chosen = checks::all().filter(|check| begin.is_none_or(|begin| check.id.starts_with(begin)));
    let mut results = Vec::new();
    for check in chosen {
        let outcome = check.run(kit).await;
        if outcome.is_err() {
            // What an API does that it should not may be to end a session.
            kit.doubt().await;
        }
        tell(&line(check, &outcome));
        results.push((check, outcome));
    }
    Report(results)
}

fn line(check: &Check, outcome: &Outcome) -> String {
    let Check { id, rule, .. } = check;
    match outcome {
        Ok(()) => format!("passed     {id}"),
        Err(Stop::NotTried(missing)) => format!("not tried  {id}: {missing}"),
        Err(Stop::Failed(seen)) => format!("FAILED     {id}: {seen}\n           The contract: {rule}"),
    }
}

impl Report {
    /// The ids of the checks that failed.
    #[must_use]
    pub fn failed(&self) -> Vec<&'static str> {
        self.ids(|outcome| matches!(outcome, Err(Stop::Failed(_))))
    }

    /// The ids of the checks that could not be tried.
    #[must_use]
    pub fn not_tried(&self) -> Vec<&'static str> {
        self.ids(|outcome| matches!(outcome, Err(Stop::NotTried(_))))
    }

    /// Everything that did not pass, line by line.
    #[must_use]
    pub fn told(&self) -> String {
        let stopped = self.0.iter().filter(|(_, outcome)| outcome.is_err());
        stopped.fold(String::new(), |text, (check, outcome)| text + &line(check, outcome) + "\n")
    }

    /// How many passed, failed, and were not tried.
    #[must_use]
    pub fn summary(&self) -> String {
        let (failed, not_tried) = (self.failed().len(), self.not_tried().len());
        let mut summary = format!("{} passed, {failed} failed", self.0.len() - failed - not_tried);
        if not_tried > 0 {
            // Writing to a text does not fail.
            let _ = write!(summary, ", {not_tried} not tried");
        }
        summary
    }

    fn ids(&self, is_meant: impl Fn(&Outcome) -> bool) -> Vec<&'static str> {
        self.0.iter().filter(|(_, outcome)| is_meant(outcome)).map(|(check, _)| check.id).collect()
    }
}
