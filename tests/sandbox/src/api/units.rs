//! Acting for another unit ("Skift enhed").

use axum::{Json, extract::State, http::HeaderMap};
use nemkonto::contract::{ProblemType, Session, SwitchRequest};

use super::{
    Api, Refusal, Wrong, cookies,
    extract::{Body, LoggedIn},
};
use crate::store::{
    assignments,
    audit::{self, Event},
    sessions,
};

/// `POST /api/session/unit`
pub async fn switch(
    State(api): State<Api>,
    headers: HeaderMap,
    LoggedIn(mut session): LoggedIn,
    Body(SwitchRequest { unit }): Body<SwitchRequest>,
) -> Result<Json<Session>, Refusal> {
    let token = cookies::session_token(&api, &headers).ok_or(ProblemType::NotLoggedIn)?;
    let (now, forgets) = (api.clock().now(), api.is_wrong(Wrong::UnitForgotten));
    api.store()
        .transaction(move |transaction| {
            let name = session.caseworker.name.as_deref();
            session.caseworker = assignments::caseworker(transaction, &session.person, &unit, name)?
                .ok_or(ProblemType::UnitNotAssigned)?;
            if !forgets {
                assignments::note_choice(transaction, &session.person, &unit, now)?;
            }
            sessions::switch(transaction, &token, &unit)?;
            session.acting_as = sessions::acting_as(transaction, &session.person, &unit)?;
            audit::write(transaction, now, Event::UnitChosen, &audit::Entry::by(&session))?;
            Ok(Json(session.into()))
        })
        .await
}
