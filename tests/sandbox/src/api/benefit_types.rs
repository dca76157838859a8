//! The benefit types that a caseworker has to do with.

use axum::{Json, extract::State};
use nemkonto::{contract::BenefitTypes, domain::right::Right};

use super::{
    Api, Refusal,
    extract::{LoggedIn, require},
};
use crate::store::benefit_types;

/// `GET /api/benefit-types`
pub async fn benefit_types(State(api): State<Api>, LoggedIn(session): LoggedIn) -> Result<Json<BenefitTypes>, Refusal> {
    require(&session, Right::ViewAccounts)?;
    api.store()
        .transaction(move |transaction| {
            let caseworker = &session.caseworker;
            Ok(Json(benefit_types::of(transaction, &caseworker.authority, &caseworker.unit)?))
        })
        .await
}
