//! A thousand re-logins of fifty caseworkers at the same time: each receipt belongs to its change and its person.

use std::{collections::HashSet, sync::Arc, time::Instant};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use nemkonto::{
    contract::{Confirmed, HolderStatus, LoginCallback, Receipt, SignedReceipt, UnitId},
    domain::{
        date::Date,
        holder::{HolderId, Scheme},
        right::Right,
    },
};
use nemkonto_sandbox::{
    fixtures::BENEFITS,
    identities::{Identity, IdentityKind, MUNICIPALITY, Situation},
    store::{accounts, assignments},
};
use serde_json::Value;
use tokio::{sync::Semaphore, task::JoinSet};

use crate::support::{Browser, Ready, World, foreign, numbered_iban, person};

const CASEWORKERS: u32 = 50;
/// So many changes each caseworker has open, each in a tab of its own.
const TABS: u32 = 20;
/// So many tabs are sending something at the same time. More would only wait for this machine.
const AT_ONCE: usize = 200;

/// A caseworker who exists nowhere else.
fn caseworker(number: u32) -> Identity {
    let text = |text: String| -> &'static str { Box::leak(text.into_boxed_str()) };
    Identity {
        user_id: text(format!("caseworker-{number}")),
        name: Some(text(format!("Sagsbehandler {number}"))),
        kind: IdentityKind::Employee {
            authority: MUNICIPALITY,
            persistent_id: text(format!("00000000-0000-4000-8000-{number:012}")),
        },
        situation: Situation::Colleague,
    }
}

/// The company that a tab changes the account of: one for each tab.
fn company(caseworker: u32, tab: u32) -> (HolderId, String) {
    let number = 10_000_000 + caseworker * TABS + tab;
    let holder = HolderId::parse(Scheme::Se, &number.to_string(), Date::UNIX_EPOCH).unwrap();
    (holder, format!("Virksomhed {number}"))
}

async fn world_with(identities: &[Identity]) -> World {
    let world = World::start().await;
    world.provider.invite(identities.iter().copied());
    world.change(|transaction| {
        for (identity, number) in identities.iter().zip(0..) {
            let unit = UnitId(BENEFITS.id.to_owned());
            assignments::set_rights(transaction, &person(*identity), &unit, Right::ALL)?;
            for tab in 0..TABS {
                let (holder, name) = company(number, tab);
                accounts::add_holder(transaction, &holder, &name, HolderStatus::Active)?;
            }
        }
        Ok(())
    });
    world
}

/// A change on its way.
#[derive(Clone)]
struct Tab {
    caseworker: u32,
    number: u32,
    identity: Identity,
    browser: Arc<Browser>,
}

impl Tab {
    fn iban(&self) -> String {
        numbered_iban(self.caseworker * TABS + self.number)
    }

    async fn prepare(self) -> (Self, Ready) {
        let (holder, _) = company(self.caseworker, self.number);
        let overview = self.browser.look_up(Scheme::Se, holder.as_str()).await.unwrap();
        let prepared = self.browser.prepare(&overview, &foreign("REVOLT21", &self.iban())).await.unwrap();
        (self, prepared)
    }

    async fn approve(self, prepared: Ready) -> (Self, Ready, LoginCallback) {
        let callback = self.browser.approve(&prepared, self.identity.user_id).await;
        (self, prepared, callback)
    }

    async fn confirm(self, prepared: Ready, callback: LoginCallback) -> (Self, Ready, Confirmed) {
        let confirmed = self.browser.confirm(&prepared, &callback).await.unwrap();
        (self, prepared, confirmed)
    }
}

/// Does the same for all tabs, in no order in particular, and waits for all of them.
async fn all<T: 'static, U: Send + 'static, F>(tabs: Vec<T>, step: impl Fn(T) -> F) -> Vec<U>
where
    F: Future<Output = U> + Send + 'static,
{
    let (started, turns) = (Instant::now(), Arc::new(Semaphore::new(AT_ONCE)));
    let mut waiting = JoinSet::new();
    for tab in tabs {
        let (work, turns) = (step(tab), Arc::clone(&turns));
        waiting.spawn(async move {
            let _turn = turns.acquire_owned().await.unwrap();
            work.await
        });
    }
    let done = waiting.join_all().await;
    println!("{} took {:.1} s", done.len(), started.elapsed().as_secs_f32());
    done
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_relogins_at_once_mix_up_nothing() {
    let identities: Vec<Identity> = (0..CASEWORKERS).map(caseworker).collect();
    let world = world_with(&identities).await;
    let mut browsers = Vec::new();
    for (identity, caseworker) in identities.iter().copied().zip(0..) {
        let browser = world.browser();
        browsers.push(async move {
            browser.log_in(identity.user_id).await.unwrap();
            let browser = Arc::new(browser);
            let tab = move |number| Tab { caseworker, number, identity, browser: Arc::clone(&browser) };
            (0..TABS).map(tab).collect::<Vec<Tab>>()
        });
    }
    let tabs: Vec<Tab> = all(browsers, |login| login).await.into_iter().flatten().collect();

    // All are prepared before the first logs in, and all are logged in before the first is confirmed.
    let prepared = all(tabs, Tab::prepare).await;
    let approved = all(prepared, |(tab, prepared)| tab.approve(prepared)).await;
    let confirmed = all(approved, |(tab, prepared, callback)| tab.confirm(prepared, callback)).await;

    assert_eq!(world.commits(), i64::from(CASEWORKERS * TABS));
    let mut numbers = HashSet::new();
    for (tab, prepared, Confirmed { receipt, session }) in confirmed {
        assert_belongs(&receipt, &tab, &prepared);
        assert_eq!(session.caseworker, receipt.caseworker);
        assert_belongs(&evidence(&world, &tab, &receipt), &tab, &prepared);
        assert!(numbers.insert(receipt.number.clone()));
    }
}

fn assert_belongs(receipt: &Receipt, tab: &Tab, prepared: &Ready) {
    let (holder, name) = company(tab.caseworker, tab.number);
    assert_eq!((receipt.change.holder(), receipt.names.holder.as_deref()), (Some(&holder), Some(name.as_str())));
    assert_eq!(receipt.change, prepared.reading.change);
    assert_eq!(serde_json::to_value(&receipt.change).unwrap().to_string().matches(&tab.iban()).count(), 1);
    assert_eq!((&receipt.change_id, &receipt.check_code), (&prepared.change_id, &prepared.check_code));
    assert_eq!(receipt.caseworker.name.as_deref(), tab.identity.name);
}

/// The receipt as the database has it, whose evidence is a login of this tab's caseworker for this change.
fn evidence(world: &World, tab: &Tab, receipt: &Receipt) -> SignedReceipt {
    let (document, code, id_token, person_id) = world.change(|transaction| {
        transaction.query_row(
            "SELECT document, code, id_token, person_id FROM commits WHERE change_id = ?1",
            [&receipt.change_id.0],
            |row| {
                Ok((
                    row.get::<_, String>(0)?,
                    row.get::<_, String>(1)?,
                    row.get::<_, String>(2)?,
                    row.get::<_, String>(3)?,
                ))
            },
        )
    });
    let claims = BASE64_URL_SAFE_NO_PAD.decode(id_token.split('.').nth(1).unwrap()).unwrap();
    let claims: Value = serde_json::from_slice(&claims).unwrap();
    let stored = SignedReceipt::read(document, code).unwrap();
    assert_eq!(claims["nonce"], stored.commitment.as_str());
    assert_eq!(person_id, person(tab.identity).id);
    assert_eq!(claims["sub"], tab.identity.subject());
    stored
}
