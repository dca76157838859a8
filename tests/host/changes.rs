//! Changes: what they tell, how they travel, and what is none.

use nemkonto::{
    contract::PrepareAnswer,
    domain::{
        account::AccountType,
        change::{Change, Registered},
        change_kind::ChangeKind,
        company_number::Cvr,
        draft::Draft,
        specific::{Locks, SpecificAccountError, can_become_nemkonto, check_allowed},
    },
};
use serde_json::{Value, json};

use crate::support::{self, answer, authority, check, filled_forms};

/// The JSON of every form and of the change that it makes. Receipts of years ago hold such changes, so it stays as it is.
#[test]
fn forms_and_changes_are_written_as_ever_and_read_back() {
    let kept: Vec<Value> = serde_json::from_str(include_str!("../cases/changes.json")).unwrap();
    let forms = filled_forms();
    assert_eq!(kept.len(), forms.len());
    for (draft, kept) in forms.iter().zip(kept) {
        let change = check(draft).unwrap();
        assert_eq!(json!({ "draft": draft, "change": change }), kept);
        assert_eq!(serde_json::from_value::<Draft>(kept["draft"].clone()).unwrap(), *draft);
        assert_eq!(serde_json::from_value::<Change>(kept["change"].clone()).unwrap(), change);
    }
}

/// What a form refuses is refused as JSON, too, whoever sends it.
#[test]
fn what_no_form_makes_is_no_change_as_json_either() {
    let json = |form: usize| serde_json::to_value(check(&filled_forms()[form]).unwrap()).unwrap();
    let fi = json(5)["specific-account"]["action"]["create"]["account"].clone();
    let with = |mut change: Value, pointer: &str, value: Value| {
        *change.pointer_mut(pointer).unwrap() = value;
        change
    };
    let canadian = json!({ "country": "CA", "bank_code": "99999999", "account": "1234567" });
    let refused = [
        (with(json(0), "/nem-konto/action/assign/account", fi), "AccountType"),
        (with(json(2), "/nem-konto/action/assign/account/number/number", canadian.clone()), "BicMissing"),
        (with(json(6), "/specific-account/action/replace/account/number/number", canadian), "BicMissing"),
        (with(json(11), "/benefit-type/code", json!("NKSABC")), "GeneralBenefitCode"),
    ];
    for (change, error) in refused {
        assert_eq!(serde_json::from_value::<Change>(change.clone()).unwrap_err().to_string(), error);
        let answer = with(serde_json::to_value(answer()).unwrap(), "/reading/change", change);
        assert_eq!(serde_json::from_value::<PrepareAnswer>(answer).unwrap_err().to_string(), error);
    }
}

#[test]
fn what_can_become_the_nemkonto_is_unlocked_and_no_creditor() {
    let account = |form: usize| check(&filled_forms()[form]).unwrap().account().unwrap().clone();
    let locked = Locks { account: true, benefit_type: false };
    let by_type = Locks { account: false, benefit_type: true };
    assert!(can_become_nemkonto(&account(4), Locks::default()));
    assert!(!can_become_nemkonto(&account(4), locked) && !can_become_nemkonto(&account(4), by_type));
    assert!(!can_become_nemkonto(&account(5), Locks::default()), "a creditor");
}

#[test]
fn what_is_registered_afterwards_follows_from_the_change() {
    let account = check(&filled_forms()[0]).unwrap().account().unwrap().clone();
    let before = Registered::Account { account, valid_from: None, locked: Some(false) };
    for draft in filled_forms() {
        let change = check(&draft).unwrap();
        let after = change.after(Some(&before));
        match change.kind() {
            ChangeKind::DeleteNemKonto | ChangeKind::DeleteSpecific | ChangeKind::DeleteBenefitType => {
                assert_eq!(after, None);
            }
            ChangeKind::LockSpecific => assert_eq!(after.and_then(|after| after.lock()), Some(true)),
            ChangeKind::UnlockSpecific => assert_eq!(after, Some(before.clone())),
            ChangeKind::ReplaceSpecific => {
                assert_eq!(after.and_then(|after| after.lock()), Some(false), "the lock stays");
            }
            _ => assert!(after.is_some(), "{change:?}"),
        }
    }
}

#[test]
fn a_change_tells_which_benefit_type_it_concerns() {
    for draft in filled_forms() {
        let change = check(&draft).unwrap();
        let expected = match change.kind() {
            ChangeKind::AssignNemKonto | ChangeKind::DeleteNemKonto => None,
            ChangeKind::CreateBenefitType | ChangeKind::EditBenefitType | ChangeKind::DeleteBenefitType => {
                Some("MUSIK")
            }
            _ => Some("NKSSOP"),
        };
        assert_eq!(change.benefit_type().map(ToString::to_string).as_deref(), expected, "{change:?}");
    }
}

#[test]
fn an_account_tells_its_last_digits_and_what_can_be_pasted_and_whether_the_money_leaves_the_country() {
    for draft in filled_forms() {
        let change = check(&draft).unwrap();
        let Some(account) = change.account() else { continue };
        let (masked, pasted, is_foreign) = match account.account_type() {
            AccountType::Domestic => ("9999 ......3456", "9999 0000123456", false),
            AccountType::Iban => ("LT.. 1000", support::IBAN, true),
            AccountType::Number => ("US.. 6789", "000123456789", true),
            AccountType::Fi => ("FI ....0000", "+71<000000000123455+80000000<", false),
        };
        assert_eq!(
            (account.masked().as_str(), account.text_to_copy().as_str(), account.is_foreign()),
            (masked, pasted, is_foreign)
        );
    }
}

#[test]
fn who_may_do_what_to_a_specific_account() {
    let own = authority().cvr;
    let other = Cvr::parse("98765409").unwrap();
    let unlocked = Locks::default();
    let locked = Locks { account: true, benefit_type: false };
    let by_type = Locks { account: false, benefit_type: true };
    let kinds =
        [ChangeKind::ReplaceSpecific, ChangeKind::DeleteSpecific, ChangeKind::LockSpecific, ChangeKind::UnlockSpecific];
    let told = |locks, acting: &Cvr| kinds.map(|kind| check_allowed(kind, locks, &own, acting).err());

    assert_eq!(told(unlocked, &own), [None, None, None, Some(SpecificAccountError::NotLocked)]);
    assert_eq!(told(locked, &own), [None, None, Some(SpecificAccountError::AlreadyLocked), None]);
    assert_eq!(told(by_type, &own), [None, None, None, Some(SpecificAccountError::BenefitTypeLocked)]);
    let not_theirs = Some(SpecificAccountError::OtherAuthority);
    assert_eq!(told(unlocked, &other), [None, None, not_theirs, not_theirs]);
    let shut_out = Some(SpecificAccountError::LockedByOther);
    assert_eq!(told(locked, &other), [shut_out, shut_out, not_theirs, not_theirs]);
    assert_eq!(told(by_type, &other), [shut_out, shut_out, not_theirs, not_theirs]);
}

/// Only then are their lines compared one by one.
#[test]
fn benefit_types_and_accounts_of_one_type_are_alike_and_nothing_else() {
    let kind = |registered: &Registered| match registered {
        Registered::Account { account, .. } => Some(account.account_type()),
        Registered::BenefitType { .. } => None,
    };
    let all: Vec<Registered> = filled_forms().iter().filter_map(|draft| check(draft).unwrap().after(None)).collect();
    for one in &all {
        assert!(all.iter().all(|other| one.is_like(other) == (kind(one) == kind(other))), "{one:?}");
    }
}
