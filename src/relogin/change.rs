//! The re-login: the table of its states and events.

use super::{
    AgreedChange, Attempt, Callback, Effect, Entered, Event, LEAVING_SECONDS, LoggedOut, Machine, Notice, Problem,
    ProviderError, RecordError, State, Storage, StoredRecord,
};
use crate::{
    api_error::ApiError,
    contract::{ConfirmRequest, Confirmed, LoginCallback, PrepareAnswer, ProblemType, ReopenRequest, Reopened},
};

impl Machine {
    pub(super) fn take_about_change(&mut self, event: Event) -> Vec<Effect> {
        match (std::mem::take(&mut self.state), event) {
            (State::Editing(_), Event::SavePressed(request, change)) => {
                let effects = vec![Effect::Prepare(self.ask(), request.clone())];
                self.state = State::Preparing(Box::new(Entered::new(request, *change)));
                effects
            }
            (State::Preparing(entered), Event::PrepareAnswered(_, Ok(answer))) => self.compare(*entered, *answer),
            (State::Preparing(_), Event::PrepareAnswered(_, Err(error))) => self.refuse_to_prepare(error),
            (State::Acknowledging(unacknowledged, stopped_by), event) => {
                self.take_while_acknowledging(unacknowledged, stopped_by, event)
            }
            (State::AskingAgain(shown, entered), event) => self.take_while_asking_again(shown, entered, event),
            (State::Confirming(agreed, stopped_by), Event::AskBankAgainPressed) => {
                self.ask_bank_again(agreed, stopped_by)
            }

            (State::Confirming(agreed, _), Event::ConfirmPressed) => {
                let record = StoredRecord::new(&agreed);
                self.state = State::Leaving(agreed);
                vec![Effect::Store(record)]
            }
            // A page restored on the way back from the provider has stored its record already.
            (State::Confirming(agreed, _), Event::CancelPressed | Event::LeftPage) => {
                vec![Effect::Forget(StoredRecord::new(&agreed))]
            }
            (State::Leaving(agreed), event) => self.take_while_leaving(agreed, &event),

            (State::Editing(_), Event::CameBack(callback, record)) => self.come_back(callback, record),

            (State::Submitting(record, callback, attempt), Event::ConfirmAnswered(_, answer)) => {
                self.hear_of_commit(record, callback, attempt, answer)
            }
            (State::Reopening(record, notice, attempt), Event::ReopenAnswered(_, answer)) => {
                self.hear_of_outcome(record, notice, attempt, answer)
            }
            (State::Submitting(record, callback, attempt), event) if attempt.is_pausing && event.ends_pause() => {
                self.submit(record, callback, attempt.again())
            }
            (State::Reopening(record, notice, attempt), event) if attempt.is_pausing && event.ends_pause() => {
                self.reopen(record, notice, attempt.again())
            }

            (State::Stuck(_, Some(record)), Event::EditPressed) => {
                self.reopen(record, Notice::Asked, Attempt::default())
            }
            // A record that is left behind is asked about when the app is next loaded.
            (State::Preparing(_) | State::Stuck(..) | State::Done(_) | State::Editing(_), Event::LeftPage) => vec![],
            (state, _) => {
                self.state = state;
                vec![]
            }
        }
    }

    fn take_while_leaving(&mut self, agreed: Box<AgreedChange>, event: &Event) -> Vec<Effect> {
        // Whatever happens, the record stays once it is stored: the login page may still be a "forward" away.
        let (state, effects) = match event {
            Event::Stored(Storage::Kept) | Event::Probed(_, true) => {
                let effects =
                    vec![Effect::GoTo(agreed.authorization_url.clone()), Effect::Pause(self.ask(), LEAVING_SECONDS)];
                (State::Leaving(agreed), effects)
            }
            Event::Stored(Storage::KeptButSeemsOffline) => (State::Leaving(agreed), vec![Effect::Probe(self.ask())]),
            Event::Stored(Storage::Refused) => (State::Confirming(agreed, Some(Problem::StorageBlocked)), vec![]),
            Event::Probed(_, false) => (State::Confirming(agreed, Some(Problem::Offline)), vec![]),
            Event::PauseOver(_) | Event::NotFollowed => (State::Confirming(agreed, Some(Problem::DidNotLeave)), vec![]),
            Event::PageRestored => (State::Confirming(agreed, None), vec![]),
            _ => (State::Leaving(agreed), vec![]),
        };
        self.state = state;
        effects
    }

    pub(super) fn compare(&mut self, entered: Entered, answer: PrepareAnswer) -> Vec<Effect> {
        self.state = match entered.compare(answer) {
            Ok(compared) => compared.shown(None),
            Err(_) => State::Editing(Some(Problem::ReadingDiffers)),
        };
        vec![]
    }

    pub(super) fn refuse_to_prepare(&mut self, error: ApiError) -> Vec<Effect> {
        let effects = match error.problem_type() {
            // The login page says so; the form is as it was when somebody has logged in.
            Some(ProblemType::NotLoggedIn) => return self.end_session(),
            Some(ProblemType::SessionDiffers) => return self.ask_session(LoggedOut::Ended),
            // The form stays, above it what is registered now.
            Some(ProblemType::AccountsChanged | ProblemType::NotRegistered) => vec![Effect::ForgetFetched],
            _ => vec![],
        };
        self.state = State::Editing(Some(Problem::Api(error)));
        effects
    }

    fn come_back(&mut self, callback: Callback, record: Result<StoredRecord, RecordError>) -> Vec<Effect> {
        let problem = match (callback, record) {
            // It could be about something that this version would leave out. Asking is safe: nothing can commit the change after that.
            (Callback::Login(_), Ok(record)) if record.is_of_unknown_version() => {
                return self.reopen(record, Notice::OtherVersion, Attempt::default());
            }
            (Callback::Login(callback), Ok(record)) => return self.submit(record, callback, Attempt::default()),
            // An error that somebody else has put into the address decides nothing; an answer with a code is checked by the API.
            (Callback::Error { iss, .. }, Ok(record))
                if record.issuer().is_some() && record.issuer() != iss.as_deref() =>
            {
                Problem::NoRecord
            }
            (Callback::Error { error: ProviderError::Cancelled, .. }, Ok(record)) => {
                return self.reopen(record, Notice::Cancelled, Attempt::default());
            }
            (Callback::Error { error, .. }, Ok(record)) => {
                self.state = State::Stuck(Problem::Provider(error), Some(record));
                return vec![];
            }
            // A reload of the return page, or an old address: a record that is still there says what became of it.
            (Callback::Foreign, _) => {
                return [vec![Effect::ShowStart], self.ask_session_if_unknown()].concat();
            }
            (_, Err(_)) => Problem::NoRecord,
        };
        self.state = State::Stuck(problem, None);
        vec![]
    }

    fn submit(&mut self, record: StoredRecord, callback: LoginCallback, attempt: Attempt) -> Vec<Effect> {
        let request = ConfirmRequest { sealed: record.sealed().clone(), callback: callback.clone() };
        let effect = Effect::Confirm(self.ask(), record.change_id().clone(), request);
        self.state = State::Submitting(record, callback, attempt);
        vec![effect]
    }

    pub(super) fn reopen(&mut self, record: StoredRecord, notice: Notice, attempt: Attempt) -> Vec<Effect> {
        let effect = Effect::Reopen(self.ask(), ReopenRequest { sealed: record.sealed().clone() });
        self.state = State::Reopening(record, notice, attempt);
        vec![effect]
    }

    fn hear_of_commit(
        &mut self,
        record: StoredRecord,
        callback: LoginCallback,
        attempt: Attempt,
        answer: Result<Box<Confirmed>, ApiError>,
    ) -> Vec<Effect> {
        let error = match answer {
            Ok(confirmed) if confirmed.receipt.change_id == *record.change_id() => {
                let Confirmed { receipt, session } = *confirmed;
                let mut effects = vec![Effect::Forget(record), Effect::ForgetFetched];
                effects.extend(self.begin_session(Box::new(session)));
                effects.extend([Effect::ShowReceipt(receipt.number.clone()), self.tell_other_tabs()]);
                self.state = State::Done(Box::new(receipt));
                return effects;
            }
            // The receipt of another change says nothing of this one.
            Ok(_) => ApiError::Unreadable,
            Err(error) => error,
        };
        if let Some((attempt, seconds)) = attempt.after(&error) {
            self.state = State::Submitting(record, callback, attempt);
            return vec![Effect::Pause(self.ask(), seconds)];
        }
        self.state = State::Stuck(Problem::Api(error), Some(record));
        vec![]
    }

    fn hear_of_outcome(
        &mut self,
        record: StoredRecord,
        notice: Notice,
        attempt: Attempt,
        answer: Result<Reopened, ApiError>,
    ) -> Vec<Effect> {
        let error = match answer {
            // What can be shown nowhere would be lost: the record stays.
            Ok(answer) if !answer.can_be_shown() => ApiError::Unreadable,
            // The form is for whom it is given back to, and not for whoever the API would name if it were asked next.
            Ok(Reopened::Withdrawn { overview, draft, session }) => {
                let mut effects = vec![Effect::Forget(record), Effect::ForgetFetched];
                effects.extend(self.hear_whose_form(session));
                effects.push(Effect::OpenForm(overview, draft, notice));
                return effects;
            }
            Ok(Reopened::Committed { receipt }) if receipt.change_id == *record.change_id() => {
                let mut effects =
                    vec![Effect::Forget(record), Effect::ForgetFetched, Effect::ShowReceipt(receipt.number.clone())];
                effects.extend(self.ask_session_if_unknown());
                return effects;
            }
            Ok(Reopened::Committed { .. }) => ApiError::Unreadable,
            Err(error) => error,
        };
        match attempt.after(&error) {
            Some((attempt, seconds)) => {
                self.state = State::Reopening(record, notice, attempt);
                vec![Effect::Pause(self.ask(), seconds)]
            }
            None if can_be_reopened_later(&error) => {
                self.state = State::Stuck(Problem::OutcomeUnknown(error), Some(record));
                vec![]
            }
            None => {
                self.state = State::Stuck(Problem::OutcomeUnknown(error), None);
                vec![Effect::Forget(record)]
            }
        }
    }
}

impl Event {
    fn ends_pause(&self) -> bool {
        matches!(self, Self::PauseOver(_) | Self::TryNowPressed | Self::NetworkReturned)
    }
}

/// Whether the API may give the change back another time: to somebody who logs in, or has the right again, or once it answers again.
fn can_be_reopened_later(error: &ApiError) -> bool {
    error.is_transient()
        || matches!(
            error.problem_type(),
            Some(
                ProblemType::NotLoggedIn
                    | ProblemType::SessionDiffers
                    | ProblemType::NoRight
                    | ProblemType::OtherPerson
                    | ProblemType::OtherCompany
                    | ProblemType::TooManyAttempts
            )
        )
}
