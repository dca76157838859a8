//! `POST /api/changes/reopen`: what became of a change, and the form for editing if it was not carried out.

use axum::{Json, extract::State};
use nemkonto::{
    contract::{ProblemKind, ReopenRequest, Reopened, Right},
    domain::draft::Draft,
};

use super::{
    Api, Refusal,
    extract::{Body, LoggedIn, require},
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
    LoggedIn(session): LoggedIn,
    Body(request): Body<ReopenRequest>,
) -> Result<Json<Reopened>, Refusal> {
    require(&session, Right::ViewAccounts)?;
    let pending = PendingChange::open(api.sealer(), &request.sealed)?;
    let statement = pending.statement()?;
    if session.person.id != pending.person.id {
        return Err(ProblemKind::OtherPerson.into());
    }
    if session.person.cvr != pending.person.cvr {
        return Err(ProblemKind::OtherCompany.into());
    }
    let now = api.clock().now();
    api.store()
        .transaction(move |transaction| {
            if let Fate::Committed { receipt, .. } = commits::fate(transaction, &statement.change_id)? {
                return Ok(Json(Reopened::Committed { receipt }));
            }
            commits::withdraw(transaction, &statement.change_id, now)?;
            let holder = accounts::find(transaction, &statement.change.holder)?.ok_or(ProblemKind::HolderNotFound)?;
            let entry = audit::Entry {
                person: Some(&session.person),
                holder: Some(holder.id),
                change: Some(&statement.change_id),
                ..Default::default()
            };
            audit::write(transaction, now, Event::Withdrawn, &entry)?;
            let draft = Draft::from(&statement.change);
            Ok(Json(Reopened::Withdrawn { overview: Box::new(holder.overview), draft }))
        })
        .await
}
