//! The directory of banks: what it answers, what it must not be told, and what it stops.

use nemkonto::{
    contract::{FieldRefusal, FoundBank, Names, ProblemType},
    domain::{
        bank_key::BankKey,
        bic::Bic,
        change_kind::ChangeKind,
        domestic::RegistrationNumber,
        draft::{Draft, Field},
        holder::Scheme,
        iban::Iban,
    },
};
use nemkonto_sandbox::{fixtures::UNKNOWN_REGISTRATION_NUMBER, store::banks};
use serde_json::json;

use crate::support::{COMPANY, COMPANY_WITH_NEMKONTO, Refused, World, domestic, filled, foreign, kind, lithuanian};

fn registered(number: &str) -> BankKey {
    BankKey::RegistrationNumber(RegistrationNumber::parse(number).unwrap())
}

fn bic(text: &str) -> BankKey {
    BankKey::Bic(Bic::parse(text).unwrap())
}

fn in_bank(registration_number: &str) -> Draft {
    let typed = [(Field::RegistrationNumber, registration_number), (Field::AccountNumber, "123")];
    filled(ChangeKind::AssignNemKonto, &typed)
}

fn assert_refused_at_its_field(refused: &Refused) {
    let problems: Vec<_> = refused.errors.iter().map(|problem| (problem.field, problem.error.clone())).collect();
    assert_eq!(problems, [(Field::RegistrationNumber, FieldRefusal::NoSuchBank)]);
}

#[tokio::test]
async fn a_bank_is_found_by_each_of_its_keys_and_an_unknown_one_is_no_error() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let iban = |text: &str| BankKey::of_iban(&Iban::parse(text).unwrap()).unwrap();
    for (key, name, own_bic) in [
        (registered("9999"), Some("Eksempelbanken"), Some("AAAADKKK")),
        (registered(UNKNOWN_REGISTRATION_NUMBER), None, None),
        (bic("REVOLT21"), Some("Pavyzdys Bankas"), Some("REVOLT21")),
        // A branch without an entry of its own.
        (bic("REVOLT21XXX"), Some("Pavyzdys Bankas"), Some("REVOLT21")),
        (bic("NOBADKKK"), None, None),
        (iban("LT353250012345678901"), Some("Pavyzdys Bankas"), Some("REVOLT21")),
        (iban("DE19999999990000123456"), Some("Beispielbank"), None),
        (iban("LT419999900000008417"), None, None),
    ] {
        let found: FoundBank = anna.post("/api/banks/find", &key).await.unwrap();
        assert_eq!(found.key, key);
        assert_eq!(found.bank.as_ref().map(|bank| bank.name.as_str()), name, "{key:?}");
        let found_bic = found.bank.and_then(|bank| bank.bic);
        assert_eq!(found_bic.as_ref().map(Bic::as_str), own_bic, "{key:?}");
    }
}

#[tokio::test]
async fn t01_a_whole_account_cannot_be_asked_about() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for body in [
        json!({ "iban": { "country": "LT", "code": "3250012345678901" } }),
        json!({ "iban": "LT353250012345678901" }),
        json!({ "registration-number": "99990000123456" }),
        // Whose IBANs have no part for the bank.
        json!({ "iban": { "country": "PL", "code": "" } }),
        json!({ "iban": { "country": "US", "code": "1" } }),
    ] {
        let answer = anna.post::<FoundBank>("/api/banks/find", &body).await;
        assert_eq!(kind(answer), ProblemType::BadRequest, "{body}");
    }
}

#[tokio::test]
async fn a06_a_registration_number_that_no_bank_has_is_refused_at_its_field() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    let refused = anna.prepare(&overview, &in_bank(UNKNOWN_REGISTRATION_NUMBER)).await.unwrap_err();
    assert_eq!(refused.problem_type, ProblemType::FieldsRefused);
    assert_refused_at_its_field(&refused);
    assert!(anna.prepare(&overview, &in_bank("9996")).await.is_ok());
}

/// A payment to it would come back, so the change does not happen; the form says at its field why, once it is open again.
#[tokio::test]
async fn a22_a_registration_number_that_loses_its_bank_before_the_commit_is_not_registered() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    let prepared = anna.prepare(&overview, &domestic()).await.unwrap();
    world.change(|transaction| banks::remove(transaction, &registered("9998")));
    let refused = anna.approve_and_confirm(&prepared, "anna").await.unwrap_err();
    assert_eq!(refused.problem_type, ProblemType::FieldsRefused);
    assert_refused_at_its_field(&refused);
    world.assert_nothing_committed();

    anna.reopen(&prepared).await.unwrap();
    assert_refused_at_its_field(&anna.prepare(&overview, &domestic()).await.unwrap_err());
}

#[tokio::test]
async fn accounts_are_named_with_their_banks_before_and_after_a_change() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cvr, COMPANY_WITH_NEMKONTO).await.unwrap();
    let known = Some("Eksempelbanken, Eksempelby");
    assert_eq!(overview.nemkonto.as_ref().unwrap().bank.as_deref(), known);

    let named = |names: &Names| (names.bank_before.clone(), names.bank.clone());
    let told = (known.map(str::to_owned), Some("Pavyzdys Bankas, Vilnius".to_owned()));
    let prepared = anna.prepare(&overview, &lithuanian()).await.unwrap();
    assert_eq!(named(&prepared.reading.names), told);
    let receipt = anna.approve_and_confirm(&prepared, "anna").await.unwrap().receipt;
    assert_eq!(named(&receipt.names), told);
    let pending = anna.again(&overview).await.pending.unwrap();
    assert_eq!(pending.bank, told.1);

    let unknown = foreign("NOBALT22", "LT419999900000008417");
    let prepared = anna.prepare(&anna.again(&overview).await, &unknown).await.unwrap();
    assert_eq!(named(&prepared.reading.names), (told.0, None));
}
