//! `POST /api/changes/prepare`: from the form as typed to a change that waits for its login.

use axum::{Json, extract::State};
use nemkonto::{
    contract::{Assignment, Caseworker, ChangeId, Names, PrepareRequest, Prepared, ProblemType, Warning},
    domain::{
        change::{Change, Registered},
        draft::{Draft, Rules},
        right::Right,
    },
    i18n::{Language, reference_text},
};
use rusqlite::Transaction;

use super::{
    Api, Refusal, Settings,
    clock::day,
    extract::{AppOrigin, Body, LoggedIn, require},
    pending_change::{PendingChange, Statement},
    rules,
    target::Target,
    warnings::warnings,
};
use crate::{
    random,
    relying_party::LoginWish,
    store::{
        audit::{self, Event},
        sessions::ActiveSession,
        units,
    },
};

/// The longest form in bytes of JSON. It travels sealed, and comes back with every confirmation.
const LONGEST_DRAFT: usize = 16 * 1024;

/// The form as the API reads it, with all that the confirmation shows beside it.
struct Reading {
    change: Change,
    version: u64,
    names: Names,
    before: Option<Registered>,
    warnings: Vec<Warning>,
    holder: Option<i64>,
}

/// `POST /api/changes/prepare`
pub async fn prepare(
    State(api): State<Api>,
    AppOrigin(origin): AppOrigin,
    LoggedIn(session): LoggedIn,
    Body(request): Body<PrepareRequest>,
) -> Result<Json<Prepared>, Refusal> {
    let kind = request.draft.kind();
    require(&session, Right::needed_for(kind))?;
    if kind.is_about_holder() != request.holder.is_some() {
        return Err(ProblemType::BadRequest.into());
    }
    let prepared_at = api.clock().now();
    let rules =
        Rules { today: day(prepared_at), valid_from_days: api.settings().limits.valid_from_days, tolerance_days: 0 };
    let (asking, draft) = (session.clone(), request.draft.clone());
    let (reading, identity) = api
        .store()
        .transaction(move |transaction| -> Result<_, Refusal> {
            let ActiveSession { person, caseworker, .. } = &asking;
            let identity = units::identity(transaction, person, caseworker.name.as_deref())?;
            Ok((read(transaction, &request, caseworker, rules)?, identity))
        })
        .await?;
    let Reading { change, version, names, before, warnings, holder } = reading;

    let Caseworker { authority, unit, .. } = session.caseworker.clone();
    let statement = Statement { change_id: ChangeId(random::name()), unit: unit.id.clone(), version, change, warnings };
    let expires_at = prepared_at.plus(api.settings().limits.pending);
    let return_to = Settings::change_return(&origin);
    let login = (session.person.clone(), identity.organisation.clone());
    let pending = PendingChange::new(&statement, draft, return_to, login, prepared_at, expires_at)?;
    let commitment = pending.commitment()?;
    let check_code = commitment.check_code();
    let reference_text = reference_text(Language::Danish, &statement.change, &check_code);
    let wish = LoginWish::Fresh { reference_text: &reference_text };
    let authorization_url = api.relying_party().start(&pending.login, &commitment.nonce(), wish).await?.into();

    let prepared = Prepared {
        change_id: statement.change_id.clone(),
        change: statement.change,
        names,
        before,
        warnings: statement.warnings,
        prepared_at,
        expires_at,
        check_code,
        reference_text,
        identity,
        acts_for: Assignment { authority, unit },
        authorization_url,
        state: pending.login.state.clone(),
        issuer: api.relying_party().named_issuer().await?,
        sealed: pending.seal(api.sealer())?,
    };
    let change_id = statement.change_id;
    api.store()
        .transaction(move |transaction| {
            let entry = audit::Entry { holder, change: Some(&change_id), ..audit::Entry::by(&session) };
            audit::write(transaction, prepared_at, Event::Prepared, &entry).map_err(Refusal::from)
        })
        .await?;
    Ok(Json(prepared))
}

fn read(
    transaction: &Transaction<'_>,
    request: &PrepareRequest,
    caseworker: &Caseworker,
    rules: Rules,
) -> Result<Reading, Refusal> {
    let target = Target::of_request(transaction, request.holder.as_ref(), caseworker, rules.today)?;
    if target.version() != request.version {
        return Err(ProblemType::AccountsChanged.into());
    }
    let change = check(&request.draft, &target, caseworker, rules)?;
    rules::check(transaction, &change, &target, caseworker)?;
    Ok(Reading {
        version: target.version(),
        names: target.names(transaction, &change)?,
        before: target.before(&change),
        warnings: warnings(transaction, &change, &target)?,
        holder: target.row(),
        change,
    })
}

fn check(draft: &Draft, target: &Target, caseworker: &Caseworker, rules: Rules) -> Result<Change, Refusal> {
    let change =
        draft.check(target.holder(), &caseworker.authority.cvr, rules).map_err(|errors| Refusal::from(&errors))?;
    // What is too long in a field that counts has been refused at that field.
    if serde_json::to_string(draft)?.len() > LONGEST_DRAFT {
        return Err(ProblemType::BadRequest.into());
    }
    Ok(change)
}
