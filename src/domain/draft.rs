//! A change as it is being typed, and the step from there to a valid one.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{
    account::{Account, IbanAccount},
    bic::{Bic, BicError},
    change::{Action, Change},
    country::Country,
    date::{Date, DateError},
    domestic::{AccountNumber, DomesticAccount, RegistrationNumber, split_pasted},
    holder::HolderId,
    iban::{ForeignIban, IbanError},
    text::FormError,
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

/// What the rules depend on besides the form: they are the agency's and the calendar's.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Rules {
    /// Today in Denmark.
    pub today: Date,
    /// How many days ahead an account may take effect. The real limit is not published, so it is configured.
    pub valid_from_days: i32,
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

/// What is wrong with one field.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(tag = "of", content = "cause", rename_all = "kebab-case")]
pub enum FieldError {
    /// The BIC.
    Bic(BicError),
    /// The IBAN.
    Iban(IbanError),
    /// Bank and account are in different countries, and nobody has said that this is right.
    DifferentCountries {
        /// Country of the account.
        iban: Country,
        /// Country of the bank.
        bic: Country,
    },
    /// The registration number.
    RegistrationNumber(FormError),
    /// The account number.
    AccountNumber(FormError),
    /// The first day cannot be read.
    ValidFrom(DateError),
    /// The first day is over.
    ValidFromPast,
    /// The first day is too far ahead.
    ValidFromTooLate {
        /// The last day that is allowed.
        latest: Date,
    },
}

/// Everything that is wrong with a draft, in page order.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FieldErrors(BTreeMap<Field, FieldError>);

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

    /// Whether nothing has been typed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.values().all(|value| value.trim().is_empty())
    }

    /// Country of the account and of the bank when both can be read and do not belong together: time to show the tick.
    #[must_use]
    pub fn differing_countries(&self) -> Option<(Country, Country)> {
        let iban = ForeignIban::parse(self.get(Field::Iban)).ok()?.iban().country();
        let bic = Bic::parse(self.get(Field::Bic)).ok()?.country();
        (!super::country::countries_agree(iban, bic)).then_some((iban, bic))
    }

    /// Checks every field and gathers all that is wrong, never stopping at the first.
    pub fn check(&self, holder: &HolderId, rules: Rules) -> Result<Change, FieldErrors> {
        let mut errors = FieldErrors::default();
        let action = match self.kind {
            Kind::DomesticNemKonto => self.check_domestic(rules, &mut errors),
            Kind::ForeignNemKonto => self
                .check_iban(&mut errors)
                .map(|account| Action::AssignNemKonto { account: Account::Iban(account), valid_from: None }),
            Kind::DeleteNemKonto => Some(Action::DeleteNemKonto),
        };
        match action {
            Some(action) if errors.is_empty() => Ok(Change { holder: holder.clone(), action }),
            _ => Err(errors),
        }
    }

    fn check_domestic(&self, rules: Rules, errors: &mut FieldErrors) -> Option<Action> {
        let registration_number = errors.keep(
            Field::RegistrationNumber,
            RegistrationNumber::parse(self.get(Field::RegistrationNumber)).map_err(FieldError::RegistrationNumber),
        );
        let account_number = errors.keep(
            Field::AccountNumber,
            AccountNumber::parse(self.get(Field::AccountNumber)).map_err(FieldError::AccountNumber),
        );
        let valid_from = errors.keep(Field::ValidFrom, self.check_valid_from(rules));
        let account = DomesticAccount::new(registration_number?, account_number?);
        Some(Action::AssignNemKonto { account: Account::Domestic(account), valid_from: valid_from? })
    }

    /// Left empty it means: from today.
    fn check_valid_from(&self, rules: Rules) -> Result<Option<Date>, FieldError> {
        let date = match Date::parse_typed(self.get(Field::ValidFrom)) {
            Ok(date) => date,
            Err(DateError::Empty) => return Ok(None),
            Err(error) => return Err(FieldError::ValidFrom(error)),
        };
        let latest = rules.today.plus_days(rules.valid_from_days);
        if date < rules.today {
            Err(FieldError::ValidFromPast)
        } else if date > latest {
            Err(FieldError::ValidFromTooLate { latest })
        } else {
            Ok(Some(date))
        }
    }

    fn check_iban(&self, errors: &mut FieldErrors) -> Option<IbanAccount> {
        let bic = errors.keep(Field::Bic, Bic::parse(self.get(Field::Bic)).map_err(FieldError::Bic));
        let iban = errors.keep(Field::Iban, ForeignIban::parse(self.get(Field::Iban)).map_err(FieldError::Iban));
        if let Some((iban, bic)) = self.differing_countries()
            && !self.is_ticked(Field::DifferentCountries)
        {
            errors.add(Field::DifferentCountries, FieldError::DifferentCountries { iban, bic });
        }
        Some(IbanAccount { bic: bic?, iban: iban? })
    }
}

impl std::fmt::Debug for Draft {
    /// Names the touched fields, never what stands in them.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Draft").field("kind", &self.kind).field("fields", &self.values.keys()).finish()
    }
}

impl FieldErrors {
    /// Notes what is wrong with a field.
    pub fn add(&mut self, field: Field, error: FieldError) {
        self.0.insert(field, error);
    }

    /// What is wrong with a field, if anything.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&FieldError> {
        self.0.get(&field)
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Field and error, in page order.
    pub fn iter(&self) -> impl Iterator<Item = (Field, &FieldError)> {
        self.0.iter().map(|(field, error)| (*field, error))
    }

    fn keep<T>(&mut self, field: Field, parsed: Result<T, FieldError>) -> Option<T> {
        parsed.map_err(|error| self.add(field, error)).ok()
    }
}
