//! The table of the checks.

mod answers;
mod confirm;
mod confirm_once;
mod holders;
mod kinds;
mod login;
mod payee;
mod prepare;
mod receipts;
mod reopen;
mod requests;
mod rules;
mod service;
mod session;

use std::pin::Pin;

use crate::{Kit, outcome::Outcome};

/// One check.
pub struct Check {
    /// Its name.
    pub id: &'static str,
    /// The calls that it is about.
    pub call: &'static str,
    /// What the contract says.
    pub rule: &'static str,
    run: for<'a> fn(&'a Kit) -> Running<'a>,
}

/// A check that runs.
type Running<'a> = Pin<Box<dyn Future<Output = Outcome> + Send + 'a>>;

impl Check {
    /// Runs it.
    pub async fn run(&self, kit: &Kit) -> Outcome {
        (self.run)(kit).await
    }
}

/// Entries of the table: `id, calls, sentence => function;`.
macro_rules! checks {
    ($($id:literal, $call:literal, $rule:literal => $run:path;)*) => {
        /// The checks of this part.
        pub const CHECKS: &[$crate::checks::Check] = &[
            $($crate::checks::Check { id: $id, call: $call, rule: $rule, run: |kit| Box::pin($run(kit)) },)*
        ];
    };
}
use checks;

/// Every check, in the order in which they run. What is watched in all answers comes last.
pub fn all() -> impl Iterator<Item = &'static Check> {
    [
        requests::CHECKS,
        service::CHECKS,
        login::CHECKS,
        session::CHECKS,
        holders::CHECKS,
        prepare::CHECKS,
        rules::CHECKS,
        payee::CHECKS,
        confirm::CHECKS,
        confirm_once::CHECKS,
        reopen::CHECKS,
        kinds::CHECKS,
        receipts::CHECKS,
        answers::CHECKS,
    ]
    .into_iter()
    .flatten()
}
