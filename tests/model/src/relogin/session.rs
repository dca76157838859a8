//! Whose session it is.

/// Whose session it is, seen from the caseworker at the first tab.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Who {
    /// The caseworker's own.
    Own,
    /// The same person's, for another unit.
    InOtherUnit,
    /// Somebody else's.
    Other,
}

/// Whose session the browser's cookie stands for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Session {
    Nobody,
    Own,
    /// The caseworker's own, for another unit than the tabs showed at first.
    OwnInOtherUnit,
    OtherPerson,
    OtherCompany,
}

impl Session {
    /// Whose it is; nothing, if it is nobody's.
    pub fn who(self) -> Option<Who> {
        match self {
            Self::Nobody => None,
            Self::Own => Some(Who::Own),
            Self::OwnInOtherUnit => Some(Who::InOtherUnit),
            Self::OtherPerson | Self::OtherCompany => Some(Who::Other),
        }
    }

    pub fn is_own(self) -> bool {
        matches!(self, Self::Own | Self::OwnInOtherUnit)
    }
}
