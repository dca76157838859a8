//! One change, from the form to the sealed bytes and back. T03 and T04.

#![allow(clippy::unwrap_used)]

mod drafts;

use nemkonto::{
    domain::{
        account::Account,
        change_kind::ChangeKind,
        company_number::Cvr,
        date::Date,
        draft::{Field, Rules},
        holder::{HolderId, Scheme},
    },
    i18n::{Language, REFERENCE_TEXT_BYTES, reference_text},
};
use proptest::prelude::*;

use super::*;

const RULES: Rules = Rules { today: Date::UNIX_EPOCH, valid_from_days: 0, tolerance_days: 0 };

fn pending() -> PendingChange {
    let mut draft = Draft::new(ChangeKind::AssignNemKonto);
    draft.set(Field::AccountType, "iban");
    draft.set(Field::Bic, "REVOLT21");
    draft.set(Field::Iban, "LT353250012345678901");
    let holder = HolderId::parse(Scheme::Cvr, "99000120", Date::UNIX_EPOCH).unwrap();
    let change = check(&draft, &holder);
    pending_change(draft, change)
}

/// What the form says, for a caseworker of the municipality.
fn check(draft: &Draft, holder: &HolderId) -> Change {
    let authority = Cvr::parse("98765409").unwrap();
    draft.check(Some(holder), &authority, RULES).unwrap_or_else(|errors| panic!("{draft:?}: {errors:?}"))
}

fn pending_change(draft: Draft, change: Change) -> PendingChange {
    let unit = UnitId("a unit".to_owned());
    let statement = Statement {
        change_id: ChangeId("a change".to_owned()),
        unit,
        version: 1,
        change,
        warnings: Vec::new(),
        payee: None,
    };
    let person = Person { id: "a person".to_owned(), cvr: "98765409".to_owned() };
    let return_to = "http://localhost/return".to_owned();
    let employer = Authority { name: "Eksempelby Kommune".to_owned(), cvr: Cvr::parse("98765409").unwrap() };
    PendingChange::new(&statement, draft, return_to, (person, employer), Timestamp(0), Timestamp(600)).unwrap()
}

#[test]
fn t03_equal_changes_have_different_nonces() {
    let (one, other) = (pending(), pending());
    assert_eq!(one.change_bytes(), other.change_bytes());
    assert_ne!(one.commitment().unwrap(), other.commitment().unwrap());
}

#[test]
fn any_other_byte_makes_another_nonce() {
    let mut pending = pending();
    let before = pending.commitment().unwrap();
    pending.change_bytes = pending.change_bytes.replace("LT35", "LT36");
    assert_ne!(before, pending.commitment().unwrap());
}

#[test]
fn the_same_change_for_another_unit_has_another_nonce() {
    let mut pending = pending();
    let before = pending.commitment().unwrap();
    pending.change_bytes = pending.change_bytes.replace("a unit", "another unit");
    assert_ne!(before, pending.commitment().unwrap());
}

#[test]
fn the_nonce_is_hexadecimal_and_the_check_code_has_four_digits() {
    let commitment = Commitment([0xab; 32]);
    assert_eq!(commitment.nonce(), "ab".repeat(32));
    assert_eq!(commitment.check_code(), format!("{:04}", 0xabab_abab_u32 % 10_000));
}

#[test]
fn opens_to_the_same_change() {
    let sealer = Sealer::new(&[1; 32]);
    let pending = pending();
    let opened = PendingChange::open(&sealer, &pending.seal(&sealer).unwrap()).unwrap();
    assert_eq!(serde_json::to_string(&opened.statement().unwrap()).unwrap(), pending.change_bytes);
    assert_eq!(opened.commitment().unwrap(), pending.commitment().unwrap());
}

/// Every number that identifies a citizen or an account.
fn whole_numbers(change: &Change) -> Vec<String> {
    let cpr = change.holder().and_then(HolderId::cpr).map(|cpr| vec![cpr.as_str().to_owned(), cpr.to_string()]);
    let account = change.account().map(|account| match account {
        Account::Domestic(account) => vec![account.account_number().as_str().to_owned()],
        Account::Iban(account) => vec![account.iban.iban().as_str().to_owned()],
        Account::Number(account) => vec![account.number.account().to_owned()],
        Account::Fi(account) => {
            let payment_id = account.payment_id().map(str::to_owned);
            payment_id.into_iter().chain([account.creditor().as_str().to_owned()]).collect()
        }
    });
    cpr.into_iter().chain(account).flatten().collect()
}

proptest! {
    #[test]
    fn t04_what_is_sealed_is_what_was_checked_and_typed((draft, holder) in drafts::any_draft()) {
        let sealer = Sealer::new(&[1; 32]);
        let change = check(&draft, &holder);
        let sealed = pending_change(draft.clone(), change.clone()).seal(&sealer).unwrap();
        let opened = PendingChange::open(&sealer, &sealed).unwrap();
        prop_assert_eq!(opened.statement().unwrap().change, change);
        prop_assert_eq!(opened.draft, draft);
    }

    #[test]
    fn t04_the_text_in_the_app_is_short_and_holds_no_number_in_whole((draft, holder) in drafts::any_draft()) {
        let change = check(&draft, &holder);
        let text = reference_text(Language::Danish, &change, "1234");
        prop_assert!(text.len() <= REFERENCE_TEXT_BYTES, "{}: {} bytes", text, text.len());
        for number in whole_numbers(&change) {
            prop_assert!(!text.contains(&number), "{}", text);
        }
    }
}
