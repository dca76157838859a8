//! The moment after which a change can be confirmed.

use std::ops::Deref;

use crate::{
    contract::{Next, PayeeCheck, PrepareAnswer, PrepareRequest, Prepared, Reading, ToAcknowledge},
    domain::{
        change::Change,
        draft::Draft,
        payee::{Acknowledgement, PayeeAnswer},
    },
};

/// A change as it was entered, and how the API is asked about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entered {
    request: PrepareRequest,
    change: Change,
    /// What was said to the bank's answer.
    said: Option<(PayeeCheck, Acknowledgement)>,
}

/// A change of which the API has read what was typed, and to whose account nothing is left to be said. Only such a change can be confirmed
/// and stored.
///
/// ```
/// # use nemkonto::{contract::PrepareAnswer, relogin::{Compared, Entered, StoredRecord}};
/// fn confirm(entered: Entered, answer: PrepareAnswer) -> Option<StoredRecord> {
///     match entered.compare(answer).ok()? {
///         Compared::Agreed(agreed) => Some(StoredRecord::new(&agreed)),
///         Compared::Unacknowledged(_) => None,
///     }
/// }
/// ```
///
/// An answer that was not compared cannot be stored,
///
/// ```compile_fail,E0308
/// # use nemkonto::{contract::Prepared, relogin::StoredRecord};
/// fn confirm(answer: Prepared) -> StoredRecord {
///     StoredRecord::new(&answer)
/// }
/// ```
///
/// nor one to whose account something has to be said,
///
/// ```compile_fail,E0308
/// # use nemkonto::relogin::{StoredRecord, UnacknowledgedChange};
/// fn confirm(change: UnacknowledgedChange) -> StoredRecord {
///     StoredRecord::new(&change)
/// }
/// ```
///
/// nor be called agreed.
///
/// ```compile_fail,E0451
/// # use nemkonto::{contract::{Prepared, Reading}, relogin::{AgreedChange, Entered}};
/// fn agree(entered: Entered, reading: Reading, prepared: Prepared) -> AgreedChange {
///     AgreedChange { entered, reading, prepared }
/// }
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AgreedChange {
    entered: Entered,
    reading: Reading,
    prepared: Prepared,
}

/// A change of which the API has read what was typed, and whose account's bank knows it by another name. There is no login for it before
/// the caseworker has said why it is right.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct UnacknowledgedChange {
    entered: Entered,
    reading: Reading,
    payee: PayeeCheck,
    to_acknowledge: ToAcknowledge,
}

/// What comparing came to: all that the confirmation can show.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Compared {
    /// It can be confirmed.
    Agreed(Box<AgreedChange>),
    /// Something has to be said before.
    Unacknowledged(Box<UnacknowledgedChange>),
}

/// The API read something else than what was entered, or made something else of the bank's answer than what was said to it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ReadingDiffers;

impl Entered {
    /// A change for the first time.
    #[must_use]
    pub fn new(request: PrepareRequest, change: Change) -> Self {
        Self { request, change, said: None }
    }

    /// How the API is asked.
    #[must_use]
    pub fn request(&self) -> &PrepareRequest {
        &self.request
    }

    /// Compares the API's answer with what was entered.
    pub fn compare(self, answer: PrepareAnswer) -> Result<Compared, ReadingDiffers> {
        let PrepareAnswer { reading, next } = answer;
        if reading.change != self.change {
            return Err(ReadingDiffers);
        }
        match next {
            Next::Login(prepared) if self.has_said_all_to(reading.payee.as_ref()) => {
                Ok(Compared::Agreed(Box::new(AgreedChange { entered: self, reading, prepared: *prepared })))
            }
            Next::Acknowledge(to_acknowledge) => {
                let payee = reading.payee.clone().filter(PayeeCheck::wants_acknowledgement).ok_or(ReadingDiffers)?;
                let unacknowledged = UnacknowledgedChange { entered: self, reading, payee, to_acknowledge };
                Ok(Compared::Unacknowledged(Box::new(unacknowledged)))
            }
            Next::Login(_) => Err(ReadingDiffers),
        }
    }

    /// Whether nothing is left to be said to the bank's answer, and nothing is put into the caseworker's mouth.
    fn has_said_all_to(&self, payee: Option<&PayeeCheck>) -> bool {
        // What was said to an answer is not left out either.
        let Some(payee) = payee else { return self.said.is_none() };
        match (&payee.acknowledged, &self.said) {
            (None, _) => !payee.answer.is_mismatch(),
            (Some(acknowledged), Some((answer, said))) => payee.is_same_answer(answer) && acknowledged.says(said),
            (Some(_), None) => false,
        }
    }
}

impl AgreedChange {
    /// The change as the API read it.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// The change as it was entered, to ask the bank once more, where it has not answered. What was said to an earlier answer is not said to
    /// the next one.
    #[must_use]
    pub fn ask_again(&self) -> Option<Entered> {
        let has_no_answer = self.reading.payee.as_ref().is_some_and(|payee| payee.answer == PayeeAnswer::NoAnswer);
        has_no_answer.then(|| {
            let Entered { request, change, .. } = self.entered.clone();
            Entered::new(PrepareRequest { acknowledges: None, ..request }, change)
        })
    }
}

/// It is read as what its login needs.
impl Deref for AgreedChange {
    type Target = Prepared;

    fn deref(&self) -> &Prepared {
        &self.prepared
    }
}

impl UnacknowledgedChange {
    /// The change as the API read it.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        &self.reading
    }

    /// What has to be said.
    #[must_use]
    pub fn to_acknowledge(&self) -> &ToAcknowledge {
        &self.to_acknowledge
    }

    /// The form as it was sent.
    #[must_use]
    pub fn draft(&self) -> &Draft {
        &self.entered.request.draft
    }

    /// The change with what the caseworker says to the bank's answer, and to no other one.
    #[must_use]
    pub fn acknowledge(&self, acknowledgement: Acknowledgement) -> Entered {
        let mut entered = self.entered.clone();
        entered.request.draft.acknowledge(&acknowledgement);
        entered.request.acknowledges = Some(self.to_acknowledge.sealed.clone());
        entered.said = Some((self.payee.clone(), acknowledgement));
        entered
    }
}

impl Compared {
    /// The change as the API read it.
    #[must_use]
    pub fn reading(&self) -> &Reading {
        match self {
            Self::Agreed(agreed) => agreed.reading(),
            Self::Unacknowledged(unacknowledged) => unacknowledged.reading(),
        }
    }
}
