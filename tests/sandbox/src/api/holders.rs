//! Looking up account holders. Every look is logged.

use axum::{
    Json,
    extract::{Path, State},
};
use nemkonto::{
    contract::{AccountOverview, HolderHandle, LookupRequest, ProblemType},
    domain::{
        holder::{HolderId, Scheme},
        right::Right,
    },
};
use sha2::digest::{consts::U32, generic_array::GenericArray};

use super::{
    Api, Refusal, Wrong,
    clock::day,
    extract::{Body, LoggedIn, require},
};
use crate::{
    rate,
    store::{
        accounts,
        audit::{self, Event},
        secrets,
    },
};

/// `POST /api/account-holders/lookup`
pub async fn lookup(
    State(api): State<Api>,
    LoggedIn(session): LoggedIn,
    Body(request): Body<LookupRequest>,
) -> Result<Json<AccountOverview>, Refusal> {
    require(&session, Right::ViewAccounts)?;
    let now = api.clock().now();
    // Eight digits without a kind may be of both; no other number is looked for without one.
    let schemes = request.scheme.map_or(vec![Scheme::Cvr, Scheme::Se], |scheme| vec![scheme]);
    let parsed = schemes.into_iter().filter_map(|scheme| HolderId::parse(scheme, &request.number, day(now)).ok());
    let holders: Vec<HolderId> = parsed.collect();
    // The digits are the same, whatever kind they are of.
    let none =
        if api.is_wrong(Wrong::NoNumberIsUnknown) { ProblemType::HolderNotFound } else { ProblemType::BadRequest };
    let subject = subject(api.audit_key(), holders.first().ok_or(none)?);
    let limit = if api.is_wrong(Wrong::NoLookupLimit) { u32::MAX } else { api.settings().limits.lookups_a_minute };
    let takes_one = api.is_wrong(Wrong::OneOfSeveral);
    // The look-up is logged even if it finds nobody, so "nobody" must not undo the transaction.
    let found = api
        .store()
        .transaction(move |transaction| -> Result<_, Refusal> {
            let first_that_counts = audit::nth_last(transaction, &session.person, Event::LookedUp, limit)?;
            if let Some(pause) = first_that_counts.and_then(|then| rate::pause(then, now)) {
                return Err(Refusal::too_many(pause));
            }
            let mut found = Vec::new();
            for holder in &holders {
                found.extend(accounts::find(transaction, holder, day(now))?);
            }
            // One question is one look, whether it finds nobody, somebody, or that it has to be asked more exactly.
            let found = match found.len() {
                0 | 1 => Ok(found.pop()),
                _ if takes_one => Ok(found.pop()),
                _ => Err(ProblemType::SeveralHolders),
            };
            let entry = audit::Entry {
                holder: found.as_ref().ok().and_then(Option::as_ref).map(|found| found.id),
                subject: Some(&subject),
                ..audit::Entry::by(&session)
            };
            audit::write(transaction, now, Event::LookedUp, &entry)?;
            Ok(found)
        })
        .await?;
    let found = found?.ok_or(ProblemType::HolderNotFound)?;
    Ok(Json(found.overview))
}

/// `GET /api/account-holders/{handle}`
pub async fn overview(
    State(api): State<Api>,
    LoggedIn(session): LoggedIn,
    Path(key): Path<String>,
) -> Result<Json<AccountOverview>, Refusal> {
    require(&session, Right::ViewAccounts)?;
    let now = api.clock().now();
    api.store()
        .transaction(move |transaction| {
            let holder =
                accounts::get(transaction, &HolderHandle(key), day(now))?.ok_or(ProblemType::HolderNotFound)?;
            let entry = audit::Entry { holder: Some(holder.id), ..audit::Entry::by(&session) };
            audit::write(transaction, now, Event::Viewed, &entry)?;
            Ok(Json(holder.overview))
        })
        .await
}

/// What stands for a number in the audit log: the same for the same number, and of no use without the key.
fn subject(key: &[u8; 32], holder: &HolderId) -> String {
    let hash = secrets::keyed_hash(key, holder.as_str());
    format!("{:x}", GenericArray::<u8, U32>::from(hash))
}
