//! Whole accounts that are pasted or typed into one field of a form.

use super::{Draft, Field, OF_BANK, labelled};
use crate::domain::{
    account::AccountType,
    bank_details::split_bank_details,
    bic::Bic,
    country::Country,
    domestic::{DomesticAccount, is_grouped_account_number, split_domestic_account},
    fi::{FiAccount, split_slip},
    foreign_number::{ForeignNumber, is_account_number, split_foreign_number},
    iban::{ForeignIban, Iban},
};

impl Draft {
    /// Fills in all fields of an account that was pasted into `field` as a whole, and chooses its type: a domestic account, the line of a
    /// payment slip, an IBAN with its BIC, an account of the chosen country with its bank's code, lines that each have a label, or, in the
    /// form for a domestic account, a foreign IBAN. Returns whether the text was one of these.
    ///
    /// ```
    /// use nemkonto::domain::{account::AccountType, change_kind::ChangeKind, draft::{Draft, Field}};
    ///
    /// let mut draft = Draft::new(ChangeKind::AssignNemKonto);
    /// assert!(draft.paste(Field::RegistrationNumber, "IBAN: LT35 3250 0123 4567 8901, BIC: REVOLT21"));
    /// assert_eq!(draft.account_type(), AccountType::Iban);
    /// assert_eq!(draft.get(Field::Bic), "REVOLT21");
    /// ```
    pub fn paste(&mut self, field: Field, text: &str) -> bool {
        let chosen = self.account_type();
        let slip = || split_slip(text).filter(|_| self.kind.account_types().contains(&AccountType::Fi));
        // The fields of a slip are long enough to be taken for whole accounts, so there only a slip is looked for; and those of an
        // account without IBAN for domestic ones.
        let is_of_slip = chosen == AccountType::Fi;
        let is_of_number = chosen == AccountType::Number && matches!(field, Field::BankCode | Field::ForeignAccount);
        if field == Field::AccountNumber && is_grouped_account_number(text) {
            return false;
        }
        if let Some(slip) = slip() {
            self.set_slip(&slip);
        } else if is_of_slip {
            return false;
        } else if let Some((iban, bic)) = split_bank_details(text) {
            self.set_iban(&iban, Some(bic.as_str()));
        } else if let Some(account) = split_domestic_account(text).filter(|_| !is_of_number) {
            self.set_domestic(&account);
        } else if let Some(number) = self.split_number(field, text).filter(|_| is_of_number) {
            self.set_number(&number);
        } else if chosen == AccountType::Domestic && ForeignIban::parse(text).is_ok() {
            self.set(Field::AccountType, AccountType::Iban.name());
            self.set(Field::Iban, text);
        } else {
            return self.paste_lines(text);
        }
        true
    }

    /// Spreads a whole account that was typed into a field, once the field is left. The type of account and what was typed into other
    /// fields stay.
    pub fn leave(&mut self, field: Field) {
        let mut spread = self.clone();
        let is_account = spread.paste(field, self.get(field));
        let stays =
            |(other, text): (Field, &String)| other == field || self.get(other).is_empty() || self.get(other) == text;
        if is_account && spread.account_type() == self.account_type() && spread.values.iter().all(stays) {
            *self = spread;
        }
    }

    /// A number that is an account by itself is none with a bank's code.
    fn split_number(&self, field: Field, text: &str) -> Option<ForeignNumber> {
        let country = self.country()?;
        let is_whole = field == Field::BankCode || !is_account_number(country, text);
        is_whole.then(|| split_foreign_number(country, text)).flatten()
    }

    /// What is wrong with a line shows at its field.
    fn paste_lines(&mut self, text: &str) -> bool {
        let Some(lines) = labelled::read(text) else { return false };
        let get = |field| lines.get(field).copied();
        let account_number = get(Field::AccountNumber);
        if let Some(iban) = get(Field::Iban) {
            match Iban::parse(iban) {
                Ok(iban) => self.set_iban(&iban, get(Field::Bic)),
                Err(_) => return false,
            }
        } else if let (Some(registration_number), Some(account_number)) =
            (get(Field::RegistrationNumber), account_number)
        {
            self.set(Field::AccountType, AccountType::Domestic.name());
            self.set(Field::RegistrationNumber, registration_number);
            self.set(Field::AccountNumber, account_number);
        } else if let Some(account_number) = account_number {
            self.set(Field::AccountType, AccountType::Number.name());
            let by_bank = || Some(Bic::parse(get(Field::Bic)?).ok()?.country());
            if let Some(country) = get(Field::Country).and_then(Country::from_code).or_else(by_bank) {
                self.set(Field::Country, country.as_str());
            }
            match self.split_number(Field::ForeignAccount, account_number) {
                Some(number) => self.set_number(&number),
                None => self.set(Field::ForeignAccount, account_number),
            }
            for field in [Field::BankCode, Field::Bic] {
                self.set_known(field, get(field));
            }
        } else {
            return false;
        }
        for field in OF_BANK {
            self.set_known(field, get(field));
        }
        true
    }

    fn set_known(&mut self, field: Field, text: Option<&str>) {
        if let Some(text) = text {
            self.set(field, text);
        }
    }

    fn set_domestic(&mut self, account: &DomesticAccount) {
        self.set(Field::AccountType, AccountType::Domestic.name());
        self.set(Field::RegistrationNumber, account.registration_number().to_string());
        self.set(Field::AccountNumber, account.account_number().to_string());
    }

    fn set_iban(&mut self, iban: &Iban, bic: Option<&str>) {
        if let Some(account) = DomesticAccount::from_iban(iban) {
            return self.set_domestic(&account);
        }
        self.set(Field::AccountType, AccountType::Iban.name());
        self.set(Field::Iban, iban.to_string());
        self.set_known(Field::Bic, bic);
    }

    fn set_number(&mut self, number: &ForeignNumber) {
        self.set_known(Field::BankCode, number.bank_code_in_groups().as_deref());
        self.set(Field::ForeignAccount, number.account_in_groups());
    }

    fn set_slip(&mut self, account: &FiAccount) {
        self.set(Field::AccountType, AccountType::Fi.name());
        self.set(Field::Slip, account.slip().code());
        self.set(Field::PaymentId, account.payment_id().unwrap_or_default());
        self.set(Field::Creditor, account.creditor().as_str());
    }
}
