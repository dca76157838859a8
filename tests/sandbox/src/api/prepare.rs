//! `POST /api/changes/prepare`: from the form as typed to a change that waits for its login.

use axum::{Json, extract::State};
use nemkonto::{
    contract::{
        Assignment, Caseworker, ChangeId, Next, PrepareAnswer, PrepareRequest, Prepared, ProblemType, Reading,
        Timestamp,
    },
    domain::{
        change::Change,
        draft::{Draft, Rules},
        right::Right,
    },
    i18n::{Language, reference_text},
};
use rusqlite::Transaction;

use super::{
    Api, Refusal, Settings, Wrong,
    clock::day,
    extract::{AppOrigin, Body, LoggedIn, require},
    payee::Asking,
    pending_change::{PendingChange, Statement, nonce},
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

/// The form as the API reads it, and what it is about.
struct Read {
    reading: Reading,
    version: u64,
    holder: Option<i64>,
}

/// `POST /api/changes/prepare`
pub async fn prepare(
    State(api): State<Api>,
    AppOrigin(origin): AppOrigin,
    LoggedIn(session): LoggedIn,
    Body(request): Body<PrepareRequest>,
) -> Result<Json<PrepareAnswer>, Refusal> {
    let kind = request.draft.kind();
    if !api.is_wrong(Wrong::AnyRight) {
        require(&session, Right::needed_for(kind))?;
    }
    if kind.is_about_holder() != request.holder.is_some() {
        return Err(ProblemType::BadRequest.into());
    }
    let prepared_at = api.clock().now();
    let rules =
        Rules { today: day(prepared_at), valid_from_days: api.settings().limits.valid_from_days, tolerance_days: 0 };
    let (of, asked, rules_of) = (session.clone(), request.clone(), api.clone());
    let (read, identity) = api
        .store()
        .transaction(move |transaction| -> Result<_, Refusal> {
            let ActiveSession { person, caseworker, .. } = &of;
            let identity = units::identity(transaction, person, caseworker.name.as_deref())?;
            Ok((read(&rules_of, transaction, &asked, caseworker, rules, prepared_at)?, identity))
        })
        .await?;
    let Read { mut reading, version, holder } = read;
    let asking = Asking { api: &api, person: &session.person, now: prepared_at };
    reading.payee = asking.check(&request, &reading.change, reading.names.holder.as_deref()).await?;
    if let Some(to_acknowledge) = asking.to_acknowledge(&reading)? {
        note(&api, session, prepared_at, holder, None, &reading).await?;
        return Ok(Json(PrepareAnswer { reading, next: Next::Acknowledge(to_acknowledge) }));
    }

    let statement = Statement {
        change_id: ChangeId(random::name()),
        unit: session.caseworker.unit.id.clone(),
        version,
        change: reading.change.clone(),
        warnings: reading.warnings.clone(),
        payee: reading.payee.clone(),
    };
    let expires_at = prepared_at.plus(api.settings().limits.pending);
    let return_to = Settings::change_return(&origin);
    let login = (session.person.clone(), identity.organisation.clone());
    let pending = PendingChange::new(&statement, request.draft, return_to, login, prepared_at, expires_at)?;
    let commitment = pending.commitment()?;
    let check_code = commitment.check_code();
    let reference_text = reference_text(Language::Danish, &statement.change, &check_code);
    let wish = LoginWish::Fresh { reference_text: &reference_text };
    let nonce = nonce(&api, &commitment);
    let authorization_url = api.relying_party().start(&pending.login, &nonce, wish).await?.into();

    let prepared = Prepared {
        change_id: statement.change_id.clone(),
        expires_at,
        check_code,
        reference_text,
        identity,
        authorization_url,
        state: pending.login.state.clone(),
        issuer: api.relying_party().named_issuer().await?,
        sealed: pending.seal(api.sealer())?,
    };
    note(&api, session, prepared_at, holder, Some(statement.change_id), &reading).await?;
    Ok(Json(PrepareAnswer { reading, next: Next::Login(Box::new(prepared)) }))
}

/// Notes in the audit log what was prepared, and what the bank answered.
async fn note(
    api: &Api,
    session: ActiveSession,
    at: Timestamp,
    holder: Option<i64>,
    change: Option<ChangeId>,
    reading: &Reading,
) -> Result<(), Refusal> {
    let payee = reading.payee.as_ref().map(|check| {
        let said = check.acknowledged.as_ref().map(|said| format!("; acknowledged as {}", said.reason.id));
        format!("payee: {}{}", check.answer.name(), said.unwrap_or_default())
    });
    api.store()
        .transaction(move |transaction| {
            let own = audit::Entry::by(&session);
            let entry = audit::Entry { holder, change: change.as_ref(), detail: payee.as_deref(), ..own };
            let event = if change.is_some() { Event::Prepared } else { Event::PayeeDiffers };
            audit::write(transaction, at, event, &entry).map_err(Refusal::from)
        })
        .await
}

fn read(
    api: &Api,
    transaction: &Transaction<'_>,
    request: &PrepareRequest,
    caseworker: &Caseworker,
    rules: Rules,
    prepared_at: Timestamp,
) -> Result<Read, Refusal> {
    let target = Target::of_request(transaction, request.holder.as_ref(), caseworker, rules.today)?;
    if target.version() != request.version && !api.is_wrong(Wrong::AnyVersion) {
        return Err(ProblemType::AccountsChanged.into());
    }
    let change = check(&request.draft, &target, caseworker, rules)?;
    api.keeping(rules::check(transaction, &change, &target, caseworker))?;
    let Caseworker { authority, unit, .. } = caseworker.clone();
    let reading = Reading {
        names: target.names(transaction, &change)?,
        before: target.before(&change),
        warnings: warnings(transaction, &change, &target)?,
        payee: None,
        prepared_at,
        acts_for: Assignment { authority, unit },
        change,
    };
    Ok(Read { reading, version: target.version(), holder: target.row() })
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
