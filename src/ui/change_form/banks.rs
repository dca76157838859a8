//! The banks of a form, as the API knows them. Each is asked for once, when what names it is complete, and forgotten with the form.

use leptos::prelude::*;

use super::ChangeForm;
use crate::{
    api,
    contract::FoundBank,
    domain::{
        bank_key::BankKey,
        bic::Bic,
        draft::{Draft, Field},
    },
    ui::{reaction::react, task::TaskScope},
};

/// What was asked, and what was answered.
#[derive(Clone, Copy)]
pub(super) struct Banks {
    asked: StoredValue<Vec<Asked>>,
    /// Grows with each answer.
    answers: RwSignal<u32>,
    page: TaskScope,
}

struct Asked {
    key: BankKey,
    /// Nothing as long as there is no answer.
    answer: Option<FoundBank>,
}

impl Banks {
    pub(super) fn here() -> Self {
        Self { asked: StoredValue::default(), answers: RwSignal::default(), page: TaskScope::here() }
    }

    fn of(self, key: &BankKey) -> Option<FoundBank> {
        self.answers.track();
        self.asked.with_value(|asked| asked.iter().find(|asked| asked.key == *key)?.answer.clone())
    }

    /// Asks for the banks that a form names now, but for those that were asked for since they were complete.
    fn ask(self, keys: Vec<BankKey>) {
        // What had no answer, and was typed anew, is asked for again.
        self.asked.update_value(|asked| asked.retain(|asked| asked.answer.is_some() || keys.contains(&asked.key)));
        for key in keys {
            if self.asked.with_value(|asked| asked.iter().any(|asked| asked.key == key)) {
                continue;
            }
            self.asked.update_value(|asked| asked.push(Asked { key: key.clone(), answer: None }));
            let question = key.clone();
            self.page.spawn(async move { api::find_bank(&question).await }, move |answer| {
                if let Ok(found) = answer {
                    self.note(&found);
                }
            });
        }
    }

    fn note(self, found: &FoundBank) {
        self.asked.update_value(|asked| {
            asked
                .iter_mut()
                .filter(|asked| asked.key == found.key)
                .for_each(|asked| asked.answer = Some(found.clone()));
        });
        self.answers.update(|answers| *answers += 1);
    }
}

impl ChangeForm {
    /// What the directory says of the bank that a field names; nothing as long as it has said nothing.
    #[must_use]
    pub fn bank(self, field: Field) -> Option<FoundBank> {
        self.banks.of(&self.draft.with(|draft| draft.bank_key(field))?)
    }

    /// The BIC of the bank that the IBAN names, where it is not there yet.
    #[must_use]
    pub fn offered_bic(self) -> Option<Bic> {
        self.bank(Field::Iban)?.bank?.bic_to_offer(&self.value(Field::Bic))
    }

    /// Whether BIC and IBAN name different banks.
    #[must_use]
    pub fn names_two_banks(self) -> bool {
        let bank = |field| self.bank(field).and_then(|found| found.bank);
        let (Some(of_iban), Ok(bic)) = (bank(Field::Iban), Bic::parse(&self.value(Field::Bic))) else {
            return false;
        };
        of_iban.is_other_than(&bic, bank(Field::Bic).as_ref())
    }

    /// Asks for each bank as soon as a field names it.
    pub(super) fn ask_for_banks(self) {
        react(move || {
            if self.fetched.get_value().configuration().is_some_and(|configured| configured.bank_directory) {
                self.banks.ask(self.draft.with(Draft::bank_keys));
            }
        });
    }
}
