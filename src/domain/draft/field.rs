//! The fields of all forms.

use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantArray};

/// A field of a form. The order is the order on the page.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize, IntoStaticStr, VariantArray,
)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Field {
    /// Which benefit type a specific account is for, by its code. Chosen for a new one; otherwise named when the form is opened.
    BenefitType,
    /// Whose specific account it is, by CVR number. Never typed.
    Authority,
    /// The type of the account: `domestic`, `iban`, `number` or `fi`. Domestic as long as none is chosen.
    AccountType,
    /// Registration number of a domestic account.
    RegistrationNumber,
    /// Account number of a domestic account.
    AccountNumber,
    /// Country of an account without IBAN, by its two-letter code.
    Country,
    /// What the country calls the bank's code.
    BankCode,
    /// Number of an account without IBAN.
    ForeignAccount,
    /// BIC of the foreign bank.
    Bic,
    /// IBAN of the foreign account.
    Iban,
    /// The tick that says: it is right that bank and account are in different countries.
    DifferentCountries,
    /// Name of the foreign bank.
    BankName,
    /// Street of the foreign bank.
    BankStreet,
    /// Postcode and city of the foreign bank.
    BankCity,
    /// Currency of the foreign account.
    Currency,
    /// Which payment slip: `71`, `73` or `75`.
    Slip,
    /// Payment id on the slip.
    PaymentId,
    /// Creditor number on the slip.
    Creditor,
    /// First day on which a `NemKonto` is to be used, as people write it: `18-09-2027`, or `2027-09-18`.
    ValidFrom,
    /// The tick that locks a specific account.
    Locked,
    /// Code of an own benefit type.
    Code,
    /// Name of an own benefit type.
    Name,
    /// The tick that locks all accounts of a benefit type.
    TypeLocked,
    /// Why an account is right although its bank knows it by another name: the `id` of a reason. Asked for in the confirmation, not in the form.
    PayeeReason,
    /// More about that, in words.
    PayeeNote,
}

impl Field {
    /// Every field, in page order.
    pub const ALL: &[Self] = Self::VARIANTS;

    /// Those that are asked for in the confirmation, once the API has read the form.
    pub const OF_CONFIRMATION: [Self; 2] = [Self::PayeeReason, Self::PayeeNote];

    /// Name in JSON and id in the page.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.into()
    }
}
