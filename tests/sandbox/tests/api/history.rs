//! What has happened, page by page.

use nemkonto::{
    contract::{AccountOverview, HistoryEntry, HistoryEvent, HistoryPage, Names, ProblemType, Timestamp},
    domain::{change_kind::ChangeKind, draft::Draft, holder::Scheme},
};
use nemkonto_sandbox::{
    fixtures::GRANTS,
    identities::MUNICIPALITY,
    store::history::{self, Event, Subject},
};
use rusqlite::Transaction;

use crate::support::{Browser, COMPANY_WITH_NEMKONTO, World, domestic, key, kind};

/// The citizen with a long history.
const LONG: &str = "230881-5008";

async fn page(browser: &Browser, overview: &AccountOverview, from: &str) -> HistoryPage {
    browser.get(&format!("/api/account-holders/{}/history{from}", overview.handle.0)).await.unwrap()
}

/// Reads page after page to the end, doing something before each.
async fn read_through(browser: &Browser, overview: &AccountOverview, before_each: impl Fn(usize)) -> Vec<HistoryEntry> {
    let (mut entries, mut from) = (Vec::new(), String::new());
    loop {
        before_each(entries.len());
        let page = page(browser, overview, &from).await;
        assert!(page.entries.len() <= 25);
        entries.extend(page.entries);
        let Some(next) = page.next else { return entries };
        from = format!("?cursor={}", next.0);
    }
}

/// Writes down that something happened at a moment that tells it from all others.
fn happen(transaction: &Transaction<'_>, holder: i64, at: i64) -> rusqlite::Result<()> {
    let of = key("NKSSOP", MUNICIPALITY);
    let event = Event {
        at: Timestamp(at),
        event: &HistoryEvent::BecameNemKonto { id: of },
        names: &Names::default(),
        by: "Eksempelbanken",
        acting: None,
        caseworker: None,
        payee: None,
        receipt: None,
    };
    history::write(transaction, &Subject::Holder(holder), &event)
}

#[tokio::test]
async fn ten_thousand_entries_are_read_without_gaps_or_repeats_while_new_ones_come() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cpr, "1203616003").await.unwrap();
    let holder = world.count("SELECT id FROM holders WHERE number = '1203616003'");
    world.change(|transaction| (0..10_000).try_for_each(|at| happen(transaction, holder, at)));
    let read = read_through(&anna, &overview, |count| {
        world.change(|transaction| happen(transaction, holder, 20_000 + i64::try_from(count).unwrap()));
    })
    .await;
    let times: Vec<i64> = read.iter().map(|entry| entry.at.0).collect();
    // The one that came before the first page, and then all that were there, the newest first.
    let expected: Vec<i64> = std::iter::once(20_000).chain((0..10_000).rev()).collect();
    assert_eq!(times, expected);
    assert_eq!(world.count("SELECT count(*) FROM audit WHERE event = 'history-read' AND holder_id IS NOT NULL"), 401);
}

#[tokio::test]
async fn the_history_of_the_fixtures_is_long_and_in_order() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cpr, LONG).await.unwrap();
    let entries = read_through(&anna, &overview, |_| {}).await;
    assert_eq!(entries.len(), 60);
    assert!(entries.is_sorted_by(|newer, older| newer.at >= older.at));
    let HistoryEvent::Registered { account } = &entries[0].event else { panic!("{:?}", entries[0]) };
    assert_eq!(*account, overview.nemkonto.unwrap().account);
    assert!(entries.iter().any(|entry| matches!(entry.event, HistoryEvent::Changed { .. })));
}

#[tokio::test]
async fn caseworker_and_receipt_are_for_the_same_authority_only() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cvr, COMPANY_WITH_NEMKONTO).await.unwrap();
    let receipt = anna.carry_out(&overview, &domestic(), "anna").await.receipt;
    for (user_id, is_own) in [("bo", true), ("clara", false), ("gry", true)] {
        let browser = world.logged_in(user_id).await;
        let newest = &browser.history(&overview).await[0];
        assert_eq!(newest.by, "Eksempelby Kommune");
        let expected = is_own.then_some(("Anna Agersted".to_owned(), receipt.number.clone()));
        assert_eq!(newest.caseworker.clone().zip(newest.receipt.clone()), expected, "{user_id}");
    }
    let gry = world.logged_in("gry").await;
    gry.switch_unit(GRANTS).await.unwrap();
    assert_eq!(gry.history(&overview).await[0].receipt, None);
}

#[tokio::test]
async fn a_deletion_shows_no_number() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cvr, COMPANY_WITH_NEMKONTO).await.unwrap();
    anna.carry_out(&overview, &Draft::new(ChangeKind::DeleteNemKonto), "anna").await;
    let newest = &anna.history(&overview).await[0];
    assert!(matches!(&newest.event, HistoryEvent::Changed { change } if change.kind() == ChangeKind::DeleteNemKonto));
    let text = serde_json::to_string(newest).unwrap();
    assert!(!text.contains("123456") && !text.contains("9999"), "{text}");
}

#[tokio::test]
async fn a_name_that_is_protected_stands_in_no_history() {
    let world = World::start().await;
    let nameless = world.logged_in("skjult").await;
    let overview = nameless.look_up(Scheme::Cvr, COMPANY_WITH_NEMKONTO).await.unwrap();
    nameless.carry_out(&overview, &domestic(), "skjult").await;
    let newest = &nameless.history(&overview).await[0];
    assert_eq!((newest.caseworker.as_ref(), newest.receipt.is_some()), (None, true));
}

#[tokio::test]
async fn benefit_types_have_a_history_of_their_own_for_each_authority() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cvr, COMPANY_WITH_NEMKONTO).await.unwrap();
    let holders_before = anna.history(&overview).await;
    let case = anna.prepare_case(ChangeKind::CreateBenefitType).await;
    anna.approve_and_confirm(&case.prepared, "anna").await.unwrap();
    let codes = |entries: Vec<HistoryEntry>| -> Vec<String> {
        let code = |entry: HistoryEntry| match entry.event {
            HistoryEvent::Changed { change } => change.benefit_type().unwrap().to_string(),
            other => panic!("{other:?}"),
        };
        entries.into_iter().map(code).collect()
    };
    assert_eq!(codes(anna.type_history().await), ["JULEHJ", "VARME", "BEFORD", "FRITID"]);
    assert_eq!(codes(world.logged_in("clara").await.type_history().await), ["PULJE"]);
    assert_eq!(anna.history(&overview).await, holders_before);
    assert_eq!(world.count("SELECT count(*) FROM audit WHERE event = 'history-read' AND holder_id IS NULL"), 2);
}

#[tokio::test]
async fn a_cursor_is_of_use_for_its_own_history_only() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let overview = anna.look_up(Scheme::Cpr, LONG).await.unwrap();
    let other = anna.look_up(Scheme::Cvr, COMPANY_WITH_NEMKONTO).await.unwrap();
    let cursor = page(&anna, &overview, "").await.next.unwrap().0;
    let holder = |key: &str, cursor: &str| format!("/api/account-holders/{key}/history?cursor={cursor}");
    anna.get::<HistoryPage>(&holder(&overview.handle.0, &cursor)).await.unwrap();
    for path in [
        holder(&other.handle.0, &cursor),
        holder(&overview.handle.0, "1"),
        holder(&overview.handle.0, ""),
        format!("/api/benefit-types/history?cursor={cursor}"),
        format!("/api/benefit-types/history?cursor={cursor}&cursor={cursor}"),
    ] {
        assert_eq!(kind(anna.get::<HistoryPage>(&path).await), ProblemType::BadRequest, "{path}");
    }
}

#[tokio::test]
async fn a_history_is_for_those_who_are_logged_in() {
    let world = World::start().await;
    let anna = world.logged_in("anna").await;
    let unknown = anna.get::<HistoryPage>("/api/account-holders/elsewhere/history").await;
    assert_eq!(kind(unknown), ProblemType::HolderNotFound);
    let nobody = world.browser();
    for path in ["/api/account-holders/elsewhere/history", "/api/benefit-types/history", "/api/benefit-types"] {
        assert_eq!(kind(nobody.get::<serde_json::Value>(path).await), ProblemType::NotLoggedIn);
    }
}
