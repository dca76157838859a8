//! The re-login: what is asked of the account's bank, and said to its answer, while the confirmation is open.

use super::{
    AgreedChange, Compared, Effect, Entered, Event, Machine, Problem, State, StoredRecord, UnacknowledgedChange,
};
use crate::{api_error::ApiError, contract::ProblemType};

impl Machine {
    pub(super) fn take_while_acknowledging(
        &mut self,
        unacknowledged: Box<UnacknowledgedChange>,
        stopped_by: Option<Problem>,
        event: Event,
    ) -> Vec<Effect> {
        match event {
            Event::AcknowledgePressed(acknowledgement) => {
                let entered = unacknowledged.acknowledge(acknowledgement);
                vec![self.ask_again(Compared::Unacknowledged(unacknowledged), entered)]
            }
            Event::CancelPressed | Event::LeftPage => vec![],
            _ => {
                self.state = State::Acknowledging(unacknowledged, stopped_by);
                vec![]
            }
        }
    }

    pub(super) fn take_while_asking_again(
        &mut self,
        shown: Compared,
        entered: Box<Entered>,
        event: Event,
    ) -> Vec<Effect> {
        match event {
            Event::PrepareAnswered(_, Ok(answer)) => self.compare(*entered, *answer),
            Event::PrepareAnswered(_, Err(error)) if leaves_nothing_to_confirm(&error) => self.refuse_to_prepare(error),
            Event::PrepareAnswered(_, Err(error)) => {
                self.state = shown.shown(Some(Problem::Api(error)));
                vec![]
            }
            Event::CancelPressed | Event::LeftPage => vec![],
            _ => {
                self.state = State::AskingAgain(shown, entered);
                vec![]
            }
        }
    }

    pub(super) fn ask_bank_again(&mut self, agreed: Box<AgreedChange>, stopped_by: Option<Problem>) -> Vec<Effect> {
        let Some(entered) = agreed.ask_again() else {
            self.state = State::Confirming(agreed, stopped_by);
            return vec![];
        };
        // A record of a login that was given up belongs to the answer that is being replaced.
        let forget = Effect::Forget(StoredRecord::new(&agreed));
        vec![forget, self.ask_again(Compared::Agreed(agreed), entered)]
    }

    fn ask_again(&mut self, shown: Compared, entered: Entered) -> Effect {
        let effect = Effect::Prepare(self.ask(), entered.request().clone());
        self.state = State::AskingAgain(shown, Box::new(entered));
        effect
    }
}

fn leaves_nothing_to_confirm(error: &ApiError) -> bool {
    matches!(
        error.problem_type(),
        Some(
            ProblemType::NotLoggedIn
                | ProblemType::SessionDiffers
                | ProblemType::AccountsChanged
                | ProblemType::NotRegistered
        )
    )
}
