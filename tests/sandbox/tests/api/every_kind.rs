//! What holds for every kind of change: the journey, and the faults A03, A04, A08, T04.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use nemkonto::{
    contract::{HistoryEntry, HistoryEvent, ProblemType, Reopened, SignedReceipt},
    domain::{
        change::Change, change_kind::ChangeKind, draft::Field, holder::Scheme, right::Right, text::LONGEST_TYPED,
    },
    i18n::{Language, REFERENCE_TEXT_BYTES, reference_text},
};
use nemkonto_sandbox::{fixtures::BENEFITS, identities::ANNA};

use crate::support::{Browser, COMPANY, PreparedCase, World, case, kind, lithuanian};

/// The change as it stands in the evidence, beside the login that proves it.
fn committed_change(world: &World, PreparedCase { prepared, .. }: &PreparedCase) -> Change {
    let [bytes, nonce, id_token] = world.change(|transaction| {
        let evidence = "SELECT change_bytes, nonce, id_token FROM commits WHERE change_id = ?1";
        transaction.query_row(evidence, [&prepared.change_id.0], |row| {
            Ok([row.get::<_, String>(0)?, row.get(1)?, row.get(2)?])
        })
    });
    let claims = BASE64_URL_SAFE_NO_PAD.decode(id_token.split('.').nth(1).unwrap()).unwrap();
    let claims: serde_json::Value = serde_json::from_slice(&claims).unwrap();
    assert_eq!(claims["nonce"], nonce.as_str());
    let statement: serde_json::Value = serde_json::from_str(&bytes).unwrap();
    assert_eq!(statement["unit"], BENEFITS.id);
    serde_json::from_value(statement["change"].clone()).unwrap()
}

async fn newest_in_history(browser: &Browser, case: &PreparedCase) -> HistoryEntry {
    let entries = match &case.overview {
        Some(overview) => browser.history(overview).await,
        None => browser.type_history().await,
    };
    entries.into_iter().next().unwrap()
}

#[tokio::test]
async fn t04_each_kind_is_shown_committed_and_told_alike() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for (count, &kind) in (1..).zip(ChangeKind::ALL) {
        let case = anna.prepare_case(kind).await;
        let prepared = &case.prepared;
        assert_eq!(prepared.reading.change.kind(), kind);
        assert_eq!(
            prepared.reference_text,
            reference_text(Language::Danish, &prepared.reading.change, &prepared.check_code)
        );
        assert!(prepared.reference_text.len() <= REFERENCE_TEXT_BYTES, "{kind:?}");

        let receipt = anna.approve_and_confirm(prepared, "anna").await.unwrap().receipt;
        assert_eq!(committed_change(&world, &case), prepared.reading.change);
        assert_eq!((&receipt.change, &receipt.names), (&prepared.reading.change, &prepared.reading.names));
        let shown = if kind.is_deletion() { None } else { prepared.reading.before.clone() };
        assert_eq!(receipt.before, shown, "{kind:?}");
        let read: SignedReceipt = anna.get(&format!("/api/receipts/{}", receipt.number)).await.unwrap();
        assert_eq!(read, receipt);

        let entry = newest_in_history(&anna, &case).await;
        assert_eq!(entry.event, HistoryEvent::Changed { change: prepared.reading.change.clone() });
        assert_eq!((&entry.names, entry.at), (&receipt.names, receipt.committed_at));
        assert_eq!((entry.by.as_str(), entry.caseworker.as_deref()), ("Eksempelby Kommune", Some("Anna Agersted")));
        assert_eq!(entry.receipt.as_ref(), Some(&receipt.number));
        assert_eq!(world.commits(), count);
    }
}

#[tokio::test]
async fn each_kind_tells_what_its_numbers_and_codes_are_called() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for &kind in ChangeKind::ALL {
        let PreparedCase { prepared, overview, .. } = anna.prepare_case(kind).await;
        assert_eq!(prepared.reading.names.holder, overview.map(|overview| overview.name));
        let is_about_type = prepared.reading.change.benefit_type().is_some();
        assert_eq!(prepared.reading.names.benefit_type.is_some(), is_about_type, "{kind:?}");
        let authority = is_about_type.then_some("Eksempelby Kommune");
        assert_eq!(prepared.reading.names.authority.as_deref(), authority, "{kind:?}");
    }
}

#[tokio::test]
async fn each_kind_comes_back_letter_by_letter() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for &kind in ChangeKind::ALL {
        let case = anna.prepare_case(kind).await;
        let Reopened::Withdrawn { overview, draft, .. } = anna.reopen(&case.prepared).await.unwrap() else {
            panic!("{kind:?} was committed")
        };
        assert_eq!(draft, case.draft);
        assert_eq!(overview.map(|overview| *overview), case.overview);
    }
    world.assert_nothing_committed();
}

#[tokio::test]
async fn a03_each_kind_is_refused_on_data_that_have_changed() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for &kind_of_change in ChangeKind::ALL {
        let PreparedCase { prepared, .. } = anna.prepare_case(kind_of_change).await;
        for table in ["holders", "authorities"] {
            world.change(|database| database.execute(&format!("UPDATE {table} SET version = version + 1"), []));
        }
        let answer = anna.approve_and_confirm(&prepared, "anna").await;
        assert_eq!(kind(answer), ProblemType::AccountsChanged, "{kind_of_change:?}");
    }
    assert_eq!(world.commits(), 0);
}

#[tokio::test]
async fn a04_each_kind_needs_its_right_at_the_commit() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    for &kind_of_change in ChangeKind::ALL {
        let PreparedCase { prepared, .. } = anna.prepare_case(kind_of_change).await;
        let needed = Right::needed_for(kind_of_change);
        let others: Vec<Right> = Right::ALL.iter().copied().filter(|right| *right != needed).collect();
        world.set_rights(ANNA, &others);
        let answer = anna.approve_and_confirm(&prepared, "anna").await;
        assert_eq!(kind(answer), ProblemType::NoRight, "{kind_of_change:?}");
        world.set_rights(ANNA, Right::ALL);
    }
    world.assert_nothing_committed();
}

#[tokio::test]
async fn each_kind_needs_its_right_to_be_prepared() {
    let world = World::start().await;
    let (anna, dan) = (world.logged_in("anna").await, world.logged_in("dan").await);
    let types = anna.benefit_types().await.unwrap();
    for &kind_of_change in ChangeKind::ALL {
        let case = case(kind_of_change);
        let answer = match case.cpr {
            Some(cpr) => {
                let overview = dan.look_up(Scheme::Cpr, cpr).await.unwrap();
                dan.prepare(&overview, &case.draft).await
            }
            None => dan.prepare_type(&types, &case.draft).await,
        };
        assert_eq!(kind(answer), ProblemType::NoRight, "{kind_of_change:?}");
    }
}

#[tokio::test]
async fn a08_the_name_of_one_kind_of_change_does_not_fit_another() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let committed = anna.prepare_case(ChangeKind::DeleteBenefitType).await.prepared;
    let callback = anna.approve(&committed, "anna").await;
    let receipt = anna.confirm(&committed, &callback).await.unwrap().receipt;
    for other in ChangeKind::ALL.iter().copied().filter(|other| *other != ChangeKind::DeleteBenefitType) {
        let mut altered = committed.clone();
        altered.sealed = anna.prepare_case(other).await.prepared.login.sealed;
        assert_eq!(kind(anna.confirm(&altered, &callback).await), ProblemType::ChangeMismatch, "{other:?}");
    }
    assert_eq!(anna.confirm(&committed, &callback).await.unwrap().receipt, receipt);
    assert_eq!(world.commits(), 1);
}

#[tokio::test]
async fn a_form_about_a_holder_names_one_and_other_forms_do_not() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let types = anna.benefit_types().await.unwrap();
    let overview = anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    for &kind_of_change in ChangeKind::ALL {
        let draft = case(kind_of_change).draft;
        let answer = if kind_of_change.is_about_holder() {
            anna.prepare_type(&types, &draft).await
        } else {
            anna.prepare(&overview, &draft).await
        };
        assert_eq!(kind(answer), ProblemType::BadRequest, "{kind_of_change:?}");
    }
}

/// Fields that no foreign account with IBAN has.
const OF_OTHER_ACCOUNTS: [Field; 10] = [
    Field::RegistrationNumber,
    Field::AccountNumber,
    Field::BankCode,
    Field::ForeignAccount,
    Field::Country,
    Field::Slip,
    Field::PaymentId,
    Field::Creditor,
    Field::Code,
    Field::Name,
];

#[tokio::test]
async fn s08_a_form_with_too_much_in_fields_that_do_not_count_is_refused() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cvr, COMPANY).await.unwrap();
    let mut draft = lithuanian();
    for field in OF_OTHER_ACCOUNTS {
        draft.set(field, "8".repeat(LONGEST_TYPED));
    }
    assert_eq!(kind(anna.prepare(&overview, &draft).await), ProblemType::BadRequest);
    let mut draft = lithuanian();
    draft.set(Field::Creditor, "<script>".repeat(LONGEST_TYPED / 8));
    let prepared = anna.prepare(&overview, &draft).await.unwrap();
    let Reopened::Withdrawn { draft: reopened, .. } = anna.reopen(&prepared).await.unwrap() else {
        panic!("the change was committed")
    };
    assert_eq!(reopened, draft);
}
