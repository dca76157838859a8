//! What there is: changes, codes, and confirmations under way.

/// A caseworker. Anna prepares the changes with even numbers, Bo the others.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Person {
    /// Honest, but approves every login that she is shown.
    Anna,
    /// The attacker.
    Bo,
}

/// Everything at one moment.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct World {
    /// The changes, by number.
    pub changes: Vec<Change>,
    /// Codes that the provider has given. All of them are known to everybody.
    pub codes: Vec<Code>,
    /// Confirmations that the API is working on.
    pub in_flight: Vec<InFlight>,
}

/// A change.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Change {
    /// Whether it has been prepared, and its login pushed.
    pub is_prepared: bool,
    /// What has become of it, as the API's database says.
    pub fate: Fate,
    /// Whether it has been carried out. The database could not say so of a change that is carried out twice.
    pub is_committed: bool,
}

/// What has become of a change.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub enum Fate {
    /// It can be confirmed.
    Open,
    /// It was given back for editing.
    Withdrawn,
    /// It was carried out.
    Committed,
}

/// An authorization code, and the login that it stands for.
#[allow(clippy::struct_excessive_bools, reason = "each says something of its own")]
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Code {
    /// The change whose nonce and PKCE challenge were pushed.
    pub request: usize,
    /// Who logged in.
    pub person: Person,
    /// Whether the person approved it, after the change was prepared.
    pub is_fresh: bool,
    /// Whether the API has taken it.
    pub is_claimed: bool,
    /// Whether the provider has redeemed it.
    pub is_redeemed: bool,
    /// Whether it has carried out a change.
    pub has_committed: bool,
}

/// A confirmation under way: its code is taken, and not redeemed yet.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub struct InFlight {
    /// The sealed change.
    pub sealed: usize,
    /// Whether its content was altered.
    pub is_altered: bool,
    /// The code.
    pub code: usize,
}

impl Person {
    /// Who prepares a change.
    #[must_use]
    pub fn of(change: usize) -> Self {
        if change.is_multiple_of(2) { Self::Anna } else { Self::Bo }
    }
}

impl World {
    /// Nothing has been prepared.
    pub(super) fn new(changes: usize) -> Self {
        let change = Change { is_prepared: false, fate: Fate::Open, is_committed: false };
        Self { changes: vec![change; changes], codes: Vec::new(), in_flight: Vec::new() }
    }

    /// Whether the login of a change can be opened, for the first time or, if the provider allows that, for the second.
    pub(super) fn can_be_opened(&self, number: usize, only_once: bool) -> bool {
        let opened = self.codes.iter().filter(|code| code.request == number).count();
        opened < if only_once { 1 } else { 2 }
    }

    /// Adds a code. They stand in the order of their requests, so that the order in which they were given makes no difference.
    pub(super) fn log_in(&mut self, request: usize, person: Person, is_fresh: bool) {
        let code = Code { request, person, is_fresh, is_claimed: false, is_redeemed: false, has_committed: false };
        let at = self.codes.iter().position(|other| other.request > request).unwrap_or(self.codes.len());
        self.codes.insert(at, code);
        for flight in &mut self.in_flight {
            flight.code += usize::from(flight.code >= at);
        }
    }

    /// A code that the API will not take again is the same as any other such code of its request.
    pub(super) fn forget_used_codes(&mut self) {
        for number in 0..self.codes.len() {
            let is_in_flight = self.in_flight.iter().any(|flight| flight.code == number);
            let code = &mut self.codes[number];
            if code.is_claimed && !is_in_flight {
                (code.person, code.is_fresh, code.is_redeemed) = (Person::Anna, false, true);
            }
        }
    }

    /// The two changes of a caseworker are interchangeable, so one of the worlds that differ only in which is which stands for all.
    pub(super) fn representative(self) -> Self {
        let mut least = self;
        for (one, other) in [(0, 2), (1, 3), (0, 2)] {
            if other < least.changes.len() {
                let swapped = least.swapped(one, other);
                least = least.min(swapped);
            }
        }
        least
    }

    fn swapped(&self, one: usize, other: usize) -> Self {
        let rename = |number: usize| match number {
            number if number == one => other,
            number if number == other => one,
            number => number,
        };
        let mut order: Vec<usize> = (0..self.codes.len()).collect();
        order.sort_by_key(|number| rename(self.codes[*number].request));
        let codes = order.iter().map(|number| {
            let code = &self.codes[*number];
            Code { request: rename(code.request), ..code.clone() }
        });
        let in_flight = self.in_flight.iter().map(|flight| InFlight {
            sealed: rename(flight.sealed),
            code: order.iter().position(|number| *number == flight.code).unwrap_or(flight.code),
            ..*flight
        });
        let mut changes = self.changes.clone();
        changes.swap(one, other);
        let mut world = Self { changes, codes: codes.collect(), in_flight: in_flight.collect() };
        world.in_flight.sort_unstable();
        world
    }

    pub(super) fn begin(&mut self, flight: InFlight) {
        self.in_flight.push(flight);
        self.in_flight.sort_unstable();
    }

    pub(super) fn end(&mut self, flight: InFlight) {
        if let Some(at) = self.in_flight.iter().position(|other| *other == flight) {
            self.in_flight.remove(at);
        }
    }
}
