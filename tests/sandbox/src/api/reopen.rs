//! `POST /api/changes/reopen`: what became of a change, and the form for editing if it was not carried out.

use axum::{Json, extract::State};
use nemkonto::{
    contract::{ProblemType, ReopenRequest, Reopened},
    domain::right::Right,
};

use super::{
    Api, Refusal, Wrong,
    clock::day,
    extract::{Body, LoggedInOnAnyPage, require},
    pending_change::PendingChange,
};
use crate::store::{
    accounts,
    audit::{self, Event},
    commits::{self, Fate},
};

/// `POST /api/changes/reopen`. Works for expired changes too.
pub async fn reopen(
    State(api): State<Api>,
    LoggedInOnAnyPage(session): LoggedInOnAnyPage,
    Body(request): Body<ReopenRequest>,
) -> Result<Json<Reopened>, Refusal> {
    require(&session, Right::ViewAccounts)?;
    let pending = PendingChange::open(api.sealer(), &request.sealed)?;
    let statement = pending.statement()?;
    if session.person.id != pending.person.id && !api.is_wrong(Wrong::AnybodysForm) {
        return Err(pending.refuse(ProblemType::OtherPerson.into()));
    }
    if session.person.cvr != pending.person.cvr {
        return Err(pending.refuse(ProblemType::OtherCompany.into()));
    }
    let now = api.clock().now();
    let (withdraws, gives_back) = (!api.is_wrong(Wrong::NotWithdrawn), api.is_wrong(Wrong::CommittedIsGivenBack));
    api.store()
        .transaction(move |transaction| {
            if let Fate::Committed { receipt, .. } = commits::fate(transaction, &statement.change_id)?
                && !gives_back
            {
                return Ok(Json(Reopened::Committed { receipt }));
            }
            if withdraws {
                commits::withdraw(transaction, &statement.change_id, now)?;
            }
            let holder = statement.change.holder();
            let holder = holder.map(|holder| accounts::find(transaction, holder, day(now))).transpose()?.flatten();
            let entry = audit::Entry {
                holder: holder.as_ref().map(|holder| holder.id),
                change: Some(&statement.change_id),
                ..audit::Entry::by(&session)
            };
            audit::write(transaction, now, Event::Withdrawn, &entry)?;
            let overview = holder.map(|holder| Box::new(holder.overview));
            Ok(Json(Reopened::Withdrawn { overview, draft: pending.draft, session: Box::new(session.into()) }))
        })
        .await
}
