//! A change as it is being typed. `check` makes it a valid one.

mod check;
mod field_errors;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use self::{
    check::Rules,
    field_errors::{FieldError, FieldErrors},
};
use super::{
    account::Account,
    bic::Bic,
    change::{Action, Change},
    country::{Country, countries_agree},
    domestic::split_pasted,
    iban::ForeignIban,
};

/// The forms that a caseworker can fill in.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A Danish, Faroese or Greenlandic account as `NemKonto`.
    DomesticNemKonto,
    /// A foreign account with IBAN as `NemKonto`.
    ForeignNemKonto,
    /// Removal of the `NemKonto`. Nothing is typed.
    DeleteNemKonto,
}

/// A field of a form. The order is the order on the page.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// Registration number of a domestic account.
    RegistrationNumber,
    /// Account number of a domestic account.
    AccountNumber,
    /// First day on which a domestic account is to be used.
    ValidFrom,
    /// BIC of the foreign bank.
    Bic,
    /// IBAN of the foreign account.
    Iban,
    /// The tick that says: it is right that bank and account are in different countries.
    DifferentCountries,
}

/// What the caseworker has typed, letter by letter, in one form. It is also what the app sends to the API, which checks it again.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    kind: Kind,
    values: BTreeMap<Field, String>,
}

const TICKED: &str = "true";

impl Field {
    /// Name in JSON and id in the page.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::RegistrationNumber => "registration-number",
            Self::AccountNumber => "account-number",
            Self::ValidFrom => "valid-from",
            Self::Bic => "bic",
            Self::Iban => "iban",
            Self::DifferentCountries => "different-countries",
        }
    }
}

impl Kind {
    /// Every form.
    pub const ALL: [Self; 3] = [Self::DomesticNemKonto, Self::ForeignNemKonto, Self::DeleteNemKonto];

    /// The fields of the form, in page order.
    #[must_use]
    pub fn fields(self) -> &'static [Field] {
        match self {
            Self::DomesticNemKonto => &[Field::RegistrationNumber, Field::AccountNumber, Field::ValidFrom],
            Self::ForeignNemKonto => &[Field::Bic, Field::Iban, Field::DifferentCountries],
            Self::DeleteNemKonto => &[],
        }
    }
}

impl Draft {
    /// An empty form.
    #[must_use]
    pub fn new(kind: Kind) -> Self {
        Self { kind, values: BTreeMap::new() }
    }

    /// Which form it is.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// What stands in a field; nothing if it was never touched.
    #[must_use]
    pub fn get(&self, field: Field) -> &str {
        self.values.get(&field).map_or("", String::as_str)
    }

    /// Puts text into a field, as it was typed.
    pub fn set(&mut self, field: Field, typed: impl Into<String>) {
        self.values.insert(field, typed.into());
    }

    /// Spreads a whole domestic account over its two fields; says whether the text was one.
    pub fn spread_account(&mut self, text: &str) -> bool {
        let Some(account) = split_pasted(text) else { return false };
        self.set(Field::RegistrationNumber, account.registration_number().to_string());
        self.set(Field::AccountNumber, account.account_number().to_string());
        true
    }

    /// Sets or removes the tick in a box.
    pub fn set_tick(&mut self, field: Field, is_ticked: bool) {
        self.set(field, if is_ticked { TICKED } else { "" });
    }

    /// Whether a box is ticked.
    #[must_use]
    pub fn is_ticked(&self, field: Field) -> bool {
        self.get(field) == TICKED
    }

    /// Country of the account and of the bank when both can be read and do not belong together: time to show the tick.
    #[must_use]
    pub fn differing_countries(&self) -> Option<(Country, Country)> {
        let iban = ForeignIban::parse(self.get(Field::Iban)).ok()?.iban().country();
        let bic = Bic::parse(self.get(Field::Bic)).ok()?.country();
        (!countries_agree(iban, bic)).then_some((iban, bic))
    }
}

impl From<&Change> for Draft {
    /// The change as it would be typed, for editing it again.
    fn from(change: &Change) -> Self {
        match &change.action {
            Action::AssignNemKonto { account: Account::Iban(account), .. } => {
                let mut draft = Draft::new(Kind::ForeignNemKonto);
                draft.set(Field::Bic, account.bic.to_string());
                draft.set(Field::Iban, account.iban.iban().to_string());
                if !account.countries_agree() {
                    draft.set_tick(Field::DifferentCountries, true);
                }
                draft
            }
            Action::AssignNemKonto { account: Account::Domestic(account), valid_from } => {
                let mut draft = Draft::new(Kind::DomesticNemKonto);
                draft.set(Field::RegistrationNumber, account.registration_number().to_string());
                draft.set(Field::AccountNumber, account.account_number().to_string());
                if let Some(valid_from) = valid_from {
                    draft.set(Field::ValidFrom, valid_from.as_typed());
                }
                draft
            }
            Action::DeleteNemKonto => Draft::new(Kind::DeleteNemKonto),
        }
    }
}

impl std::fmt::Debug for Draft {
    /// Names the touched fields, never what stands in them.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Draft").field("kind", &self.kind).field("fields", &self.values.keys()).finish()
    }
}
