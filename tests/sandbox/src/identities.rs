//! The people who can log in to the sandbox, one for each situation. All of them are invented.
//!
//! The company numbers pass modulus 11 and lie far above those that have been issued.

use nemkonto::{contract, domain::company_number::Cvr};
use sha2::{Digest, Sha256};

/// A person who can log in at the stand-in provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Identity {
    /// What is typed at the login.
    pub user_id: &'static str,
    /// `None` for a name-protected employee, of whom the provider tells only the alias `Pseudonym`.
    pub name: Option<&'static str>,
    /// As whom the person logs in.
    pub kind: IdentityKind,
    /// What it is there to try.
    pub situation: Situation,
}

/// As whom somebody logs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdentityKind {
    /// An employee with `MitID` Erhverv.
    Employee {
        /// The employer, which the login names. For whom and what the employee may act, `NemKonto` knows.
        authority: Authority,
        /// The `nemlogin.persistent_professional_id`: the same at every login of this employee.
        persistent_id: &'static str,
    },
    /// A private `MitID`, which gives no access to `NemKonto`.
    Private {
        /// The `mitid.uuid` of the person.
        uuid: &'static str,
    },
}

/// A public authority, which employs caseworkers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Authority {
    /// The name as the provider tells it.
    pub name: &'static str,
    /// The CVR number: eight digits.
    pub cvr: &'static str,
}

/// What an identity is there to try. The provider's texts explain it in every language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Situation {
    /// A caseworker in two units, who may do everything.
    MayDoEverything,
    /// Somebody else with the same rights.
    Colleague,
    /// A caseworker of another authority.
    OtherAuthority,
    /// A caseworker who may look but not change.
    MayOnlyLook,
    /// Nobody at work: a private `MitID`.
    Private,
    /// A caseworker whose name is not told.
    NameProtected,
    /// A caseworker who acts for other authorities than the employer.
    ServiceCentre,
    /// A caseworker with one right out of several.
    NemKontoOnly,
}

/// The authority that most identities work for.
pub const MUNICIPALITY: Authority = Authority { name: "Eksempelby Kommune", cvr: "98765409" };

/// Another authority.
pub const AGENCY: Authority = Authority { name: "Styrelsen for Eksempler", cvr: "98765417" };

/// An authority that does the work of the two others, and pays nothing out itself.
pub const SERVICE_CENTRE: Authority = Authority { name: "Fælles Servicecenter", cvr: "98765425" };

/// A caseworker who may do everything, in two units.
pub const ANNA: Identity = employee(
    "anna",
    Some("Anna Agersted"),
    MUNICIPALITY,
    "5f0c3c0e-6d0b-4c3a-9a53-0b1f6a1de001",
    Situation::MayDoEverything,
);

/// A colleague of [`ANNA`] in one of the units, with the same rights.
pub const BO: Identity =
    employee("bo", Some("Bo Birkelund"), MUNICIPALITY, "5f0c3c0e-6d0b-4c3a-9a53-0b1f6a1de002", Situation::Colleague);

/// A caseworker of the other authority.
pub const CLARA: Identity =
    employee("clara", Some("Clara Dyrholt"), AGENCY, "5f0c3c0e-6d0b-4c3a-9a53-0b1f6a1de003", Situation::OtherAuthority);

/// A caseworker who may look but not change.
pub const DAN: Identity = employee(
    "dan",
    Some("Dan Elkjærlund"),
    MUNICIPALITY,
    "5f0c3c0e-6d0b-4c3a-9a53-0b1f6a1de004",
    Situation::MayOnlyLook,
);

/// Someone who took the private `MitID` instead of `MitID` Erhverv.
pub const EVA: Identity = Identity {
    user_id: "eva",
    name: Some("Eva Fjordbak"),
    kind: IdentityKind::Private { uuid: "5f0c3c0e-6d0b-4c3a-9a53-0b1f6a1de005" },
    situation: Situation::Private,
};

/// A caseworker whose name is protected.
pub const NAMELESS: Identity =
    employee("skjult", None, MUNICIPALITY, "5f0c3c0e-6d0b-4c3a-9a53-0b1f6a1de006", Situation::NameProtected);

/// An employee of the service centre, who acts for both other authorities.
pub const GRY: Identity = employee(
    "gry",
    Some("Gry Holmgaard"),
    SERVICE_CENTRE,
    "5f0c3c0e-6d0b-4c3a-9a53-0b1f6a1de007",
    Situation::ServiceCentre,
);

/// A caseworker who may change a `NemKonto` and nothing else.
pub const IB: Identity =
    employee("ib", Some("Ib Jensgård"), MUNICIPALITY, "5f0c3c0e-6d0b-4c3a-9a53-0b1f6a1de008", Situation::NemKontoOnly);

/// Everyone who can log in, in the order in which they are listed.
pub const IDENTITIES: [Identity; 8] = [ANNA, BO, CLARA, DAN, EVA, NAMELESS, GRY, IB];

const fn employee(
    user_id: &'static str,
    name: Option<&'static str>,
    authority: Authority,
    persistent_id: &'static str,
    situation: Situation,
) -> Identity {
    Identity { user_id, name, kind: IdentityKind::Employee { authority, persistent_id }, situation }
}

impl Authority {
    /// As the API names it.
    pub(crate) fn to_contract(self) -> contract::Authority {
        contract::Authority {
            name: self.name.to_owned(),
            cvr: Cvr::parse(self.cvr).expect("the numbers above are valid"),
        }
    }
}

impl Identity {
    /// Finds the identity for what somebody typed; case and surrounding spaces do not matter.
    #[must_use]
    pub fn find(typed: &str) -> Option<Identity> {
        let typed = typed.trim().to_lowercase();
        IDENTITIES.into_iter().find(|identity| identity.user_id == typed)
    }

    /// The `sub` claim: one per person and organisation, as the broker gives it.
    #[must_use]
    pub fn subject(&self) -> String {
        let (id, organisation) = match self.kind {
            IdentityKind::Employee { authority, persistent_id } => (persistent_id, authority.cvr),
            IdentityKind::Private { uuid } => (uuid, ""),
        };
        let digest = Sha256::digest(format!("{organisation}/{id}"));
        format!("{digest:x}")[..32].to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn company_numbers_pass_modulus_11() {
        for authority in [MUNICIPALITY, AGENCY, SERVICE_CENTRE] {
            let sum: u32 = authority
                .cvr
                .bytes()
                .zip([2, 7, 6, 5, 4, 3, 2, 1])
                .map(|(digit, weight)| u32::from(digit - b'0') * weight)
                .sum();
            assert_eq!(authority.cvr.len(), 8);
            assert_eq!(sum % 11, 0, "{}", authority.cvr);
        }
    }

    #[test]
    fn nobody_shares_a_user_id_or_a_subject() {
        let user_ids: HashSet<_> = IDENTITIES.iter().map(|it| it.user_id).collect();
        let subjects: HashSet<_> = IDENTITIES.iter().map(Identity::subject).collect();
        assert_eq!(user_ids.len(), IDENTITIES.len());
        assert_eq!(subjects.len(), IDENTITIES.len());
    }

    #[test]
    fn a_user_id_is_found_however_it_is_typed() {
        assert_eq!(Identity::find(" Anna "), Some(ANNA));
        assert_eq!(Identity::find("SKJULT"), Some(NAMELESS));
        assert_eq!(Identity::find("nobody"), None);
    }
}
