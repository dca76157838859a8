//! What has happened, page by page.

use axum::{
    Json,
    extract::{Path, Query, State},
};
use nemkonto::{
    contract::{HistoryCursor, HistoryPage, HolderHandle, ProblemType},
    domain::right::Right,
};
use serde::Deserialize;

use super::{
    Api, Refusal, Wrong,
    extract::{LoggedIn, require},
};
use crate::{
    identities::MUNICIPALITY,
    seal::{Purpose, Sealer},
    store::{
        accounts,
        audit::{self, Event},
        history::{self, Subject},
        sessions::ActiveSession,
    },
};

/// How many entries stand on a page.
const PAGE: u32 = 25;

/// The query of both calls.
#[derive(Deserialize)]
pub struct From {
    cursor: Option<HistoryCursor>,
}

/// `GET /api/account-holders/{handle}/history`
pub async fn of_holder(
    State(api): State<Api>,
    LoggedIn(session): LoggedIn,
    Path(key): Path<String>,
    Query(from): Query<From>,
) -> Result<Json<HistoryPage>, Refusal> {
    page(api, session, Some(HolderHandle(key)), from).await
}

/// `GET /api/benefit-types/history`
pub async fn of_benefit_types(
    State(api): State<Api>,
    LoggedIn(session): LoggedIn,
    Query(from): Query<From>,
) -> Result<Json<HistoryPage>, Refusal> {
    page(api, session, None, from).await
}

async fn page(
    api: Api,
    session: ActiveSession,
    holder: Option<HolderHandle>,
    From { cursor }: From,
) -> Result<Json<HistoryPage>, Refusal> {
    require(&session, Right::ViewAccounts)?;
    let (sealer, now) = (api.sealer().clone(), api.clock().now());
    let (any_cursor, for_all) = (api.is_wrong(Wrong::AnyCursor), api.is_wrong(Wrong::HistoryForAll));
    api.store()
        .transaction(move |transaction| {
            let reader = &session.caseworker.authority.cvr;
            let subject = match &holder {
                Some(handle) => {
                    Subject::Holder(accounts::row(transaction, handle)?.ok_or(ProblemType::HolderNotFound)?)
                }
                None => Subject::BenefitTypes(reader.clone()),
            };
            let before = cursor.map(|cursor| open(&sealer, &cursor, &subject, any_cursor)).transpose()?;
            let municipality = MUNICIPALITY.to_contract().cvr;
            let reader = if for_all { &municipality } else { reader };
            // One more than is shown tells whether there are older ones.
            let mut found = history::older(transaction, &subject, before, PAGE + 1, reader)?;
            let holder = if let Subject::Holder(holder) = subject { Some(holder) } else { None };
            let entry = audit::Entry { holder, ..audit::Entry::by(&session) };
            audit::write(transaction, now, Event::HistoryRead, &entry)?;

            let has_older = found.len() > PAGE as usize;
            found.truncate(PAGE as usize);
            let last = found.last().filter(|_| has_older).map(|(id, _)| *id);
            let next = last.map(|id| sealer.seal(Purpose::HistoryCursor, &(&subject, id))).transpose()?;
            let entries = found.into_iter().map(|(_, entry)| entry).collect();
            Ok(Json(HistoryPage { entries, next: next.map(HistoryCursor) }))
        })
        .await
}

/// The entry before which a page begins. A cursor of another history is refused.
fn open(sealer: &Sealer, HistoryCursor(text): &HistoryCursor, subject: &Subject, any: bool) -> Result<i64, Refusal> {
    match sealer.open::<(Subject, i64)>(Purpose::HistoryCursor, text) {
        Ok((of, id)) if of == *subject || any => Ok(id),
        _ => Err(ProblemType::BadRequest.into()),
    }
}
