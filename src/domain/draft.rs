//! A change as it is being typed. `check` makes it a valid one.

mod acknowledgement;
mod bank;
mod by_field;
mod check;
mod field;
mod field_errors;
mod labelled;
mod paste;

use serde::{Deserialize, Deserializer, Serialize};

use self::by_field::ByField;
pub use self::{
    check::Rules,
    field::Field,
    field_errors::{FieldError, FieldErrors},
};
use super::{
    account::AccountType,
    bic::Bic,
    change_kind::ChangeKind,
    country::{Country, countries_agree},
    fi::Slip,
    foreign_number::{Layout, Presence, layout},
    iban::ForeignIban,
    specific::SpecificAccountId,
    text::{LONGEST_TYPED, beginning},
};

/// What the caseworker has typed, letter by letter, in one form. It is also what the app sends to the API, which checks it again.
///
/// A field that was never touched is not there, which is the same as an empty one; a tick is `true`. What was typed into the fields of another type
/// of account than the chosen one is there and says nothing.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Draft {
    kind: ChangeKind,
    #[serde(deserialize_with = "beginnings")]
    #[cfg_attr(
        feature = "schema",
        schemars(
            with = "std::collections::BTreeMap<Field, String>",
            extend("propertyNames" = { "$ref": "#/components/schemas/Field" })
        )
    )]
    values: ByField<String>,
}

const TICKED: &str = "true";

/// What is asked for of a foreign bank, and of the account in it, where its codes alone do not find it.
const OF_BANK: [Field; 4] = [Field::BankName, Field::BankStreet, Field::BankCity, Field::Currency];

impl Draft {
    /// An empty form.
    #[must_use]
    pub fn new(kind: ChangeKind) -> Self {
        Self { kind, values: ByField::default() }
    }

    /// An empty form about a specific account.
    #[must_use]
    pub fn for_account(kind: ChangeKind, account: &SpecificAccountId) -> Self {
        let mut draft = Self::new(kind);
        draft.set(Field::BenefitType, account.benefit_type.as_str());
        draft.set(Field::Authority, account.authority.as_str());
        draft
    }

    /// The kind of change that the form is for.
    #[must_use]
    pub fn kind(&self) -> ChangeKind {
        self.kind
    }

    /// The fields that the form shows, in page order. The type of account decides, and for accounts without IBAN the country.
    #[must_use]
    pub fn fields(&self) -> Vec<Field> {
        match self.kind {
            ChangeKind::AssignNemKonto => {
                [&[Field::AccountType], &self.account_fields()[..], &[Field::ValidFrom]].concat()
            }
            ChangeKind::CreateSpecific => {
                [&[Field::BenefitType, Field::AccountType], &self.account_fields()[..], &[Field::Locked]].concat()
            }
            ChangeKind::ReplaceSpecific => [&[Field::AccountType], &self.account_fields()[..]].concat(),
            ChangeKind::CreateBenefitType => vec![Field::Code, Field::Name, Field::TypeLocked],
            ChangeKind::EditBenefitType => vec![Field::Name, Field::TypeLocked],
            ChangeKind::DeleteNemKonto
            | ChangeKind::DeleteSpecific
            | ChangeKind::LockSpecific
            | ChangeKind::UnlockSpecific
            | ChangeKind::DeleteBenefitType => Vec::new(),
        }
    }

    /// Whether a field says what BIC and IBAN say already, so that it stays empty in nearly every form.
    #[must_use]
    pub fn is_seldom_needed(&self, field: Field) -> bool {
        self.account_type() == AccountType::Iban && OF_BANK.contains(&field)
    }

    /// Whether a field that is typed into may stay empty: an IBAN tells the bank, and some countries do without a code or a BIC.
    #[must_use]
    pub fn may_stay_empty(&self, field: Field) -> bool {
        let country_allows = |allows: fn(Layout) -> bool| self.layout().is_some_and(allows);
        match field {
            Field::ValidFrom => true,
            Field::BankCode => country_allows(|layout| layout.bank_code_presence == Presence::Optional),
            Field::Bic if self.account_type() == AccountType::Number => {
                country_allows(|layout| layout.bic != Presence::Required)
            }
            _ => self.is_seldom_needed(field),
        }
    }

    fn account_fields(&self) -> Vec<Field> {
        match self.account_type() {
            AccountType::Domestic => vec![Field::RegistrationNumber, Field::AccountNumber],
            AccountType::Iban => [&[Field::Bic, Field::Iban, Field::DifferentCountries], &OF_BANK[..]].concat(),
            AccountType::Number => {
                let Some(layout) = self.layout() else { return vec![Field::Country] };
                let bank_code = (layout.bank_code_presence != Presence::Absent).then_some(Field::BankCode);
                let codes = [Field::ForeignAccount, Field::Bic, Field::DifferentCountries];
                [Field::Country].into_iter().chain(bank_code).chain(codes).chain(OF_BANK).collect()
            }
            AccountType::Fi => {
                let payment_id = self.slip().and_then(Slip::id_length).map(|_| Field::PaymentId);
                [Field::Slip].into_iter().chain(payment_id).chain([Field::Creditor]).collect()
            }
        }
    }

    /// The text in a field; empty if it was never touched.
    #[must_use]
    pub fn get(&self, field: Field) -> &str {
        self.values.get(field).map_or("", String::as_str)
    }

    /// What was typed, with the defaults in the fields that were never touched.
    #[must_use]
    pub fn with_defaults(&self, defaults: &Self) -> Self {
        let mut whole = defaults.clone();
        for (field, typed) in self.values.iter() {
            whole.values.insert(field, typed.clone());
        }
        whole
    }

    /// Puts text into a field, as it was typed; of a text without end the beginning. A tick that account and bank belong together is for the account and bank it was set for,
    /// and so is the reason why an account is right that its bank knows by another name.
    pub fn set(&mut self, field: Field, typed: impl Into<String>) {
        self.put(field, typed.into());
    }

    fn put(&mut self, field: Field, mut typed: String) {
        typed.truncate(beginning(&typed, LONGEST_TYPED).len());
        if self.get(field) != typed {
            if matches!(field, Field::AccountType | Field::Country | Field::Iban | Field::Bic) {
                self.values.remove(Field::DifferentCountries);
            }
            if names_account(field) {
                self.values.remove(Field::PayeeReason);
            }
        }
        self.values.insert(field, typed);
    }

    /// The chosen type of account; domestic until one is chosen.
    #[must_use]
    pub fn account_type(&self) -> AccountType {
        AccountType::from_name(self.get(Field::AccountType))
            .filter(|chosen| self.kind.account_types().contains(chosen))
            .unwrap_or(AccountType::Domestic)
    }

    /// The chosen country of an account without IBAN.
    #[must_use]
    pub fn country(&self) -> Option<Country> {
        Country::from_code(self.get(Field::Country))
    }

    /// What accounts in the chosen country consist of; nothing as long as none is chosen, or where accounts have an IBAN.
    #[must_use]
    pub fn layout(&self) -> Option<Layout> {
        layout(self.country()?)
    }

    /// The chosen payment slip.
    #[must_use]
    pub fn slip(&self) -> Option<Slip> {
        Slip::from_code(self.get(Field::Slip))
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

    /// Country of the account and of the bank when both are known and do not belong together: time to show the tick.
    #[must_use]
    pub fn differing_countries(&self) -> Option<(Country, Country)> {
        let account = match self.account_type() {
            AccountType::Iban => ForeignIban::parse(self.get(Field::Iban)).ok()?.iban().country(),
            AccountType::Number => self.country()?,
            AccountType::Domestic | AccountType::Fi => return None,
        };
        let bic = Bic::parse(self.get(Field::Bic)).ok()?.country();
        (!countries_agree(account, bic)).then_some((account, bic))
    }
}

/// Whether an account is another one when this field says something else.
fn names_account(field: Field) -> bool {
    matches!(
        field,
        Field::AccountType
            | Field::RegistrationNumber
            | Field::AccountNumber
            | Field::Country
            | Field::BankCode
            | Field::ForeignAccount
            | Field::Bic
            | Field::Iban
    )
}

/// What was kept, or comes from elsewhere, is no longer than what can be typed.
fn beginnings<'de, D: Deserializer<'de>>(deserializer: D) -> Result<ByField<String>, D::Error> {
    let mut values = ByField::<String>::deserialize(deserializer)?;
    for typed in values.values_mut() {
        typed.truncate(beginning(typed, LONGEST_TYPED).len());
    }
    Ok(values)
}

impl std::fmt::Debug for Draft {
    /// Names the touched fields, never what stands in them.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Draft")
            .field("kind", &self.kind)
            .field("fields", &self.values.iter().map(|(field, _)| field).collect::<Vec<_>>())
            .finish()
    }
}
