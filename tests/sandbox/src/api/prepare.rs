//! `POST /api/changes/prepare`: from the form as typed to a change that waits for its login.

use axum::{Json, extract::State};
use nemkonto::{
    contract::{
        AccountOverview, ChangeId, FieldProblem, HolderStatus, PrepareRequest, Prepared, ProblemKind, Right, Warning,
    },
    domain::{
        account::Account,
        change::{Action, Change},
        draft::{Draft, FieldErrors, Rules},
    },
    i18n::reference_text,
};

use super::{
    Api, Refusal, Settings,
    clock::day,
    extract::{AppOrigin, Body, LoggedIn, require},
    pending_change::{PendingChange, Statement},
};
use crate::{
    random,
    relying_party::LoginWish,
    store::{
        accounts,
        audit::{self, Event},
    },
};

/// `POST /api/changes/prepare`
pub async fn prepare(
    State(api): State<Api>,
    AppOrigin(origin): AppOrigin,
    LoggedIn(session): LoggedIn,
    Body(request): Body<PrepareRequest>,
) -> Result<Json<Prepared>, Refusal> {
    require(&session, Right::ChangeNemKonto)?;
    let holder = api
        .store()
        .transaction(move |transaction| accounts::get(transaction, &request.holder).map_err(Refusal::from))
        .await?
        .ok_or(ProblemKind::HolderNotFound)?;
    let overview = holder.overview;
    if overview.version != request.version {
        return Err(ProblemKind::AccountsChanged.into());
    }
    let prepared_at = api.clock().now();
    let rules = Rules { today: day(prepared_at), valid_from_days: api.settings().limits.valid_from_days };
    let change = check(&request.draft, &overview, rules)?;
    let expires_at = prepared_at.plus(api.settings().limits.pending);
    let statement = Statement { change_id: ChangeId(random::name()), accounts_version: overview.version, change };
    let return_to = Settings::change_return(&origin);
    let pending = PendingChange::new(&statement, return_to, session.person.clone(), prepared_at, expires_at)?;
    let commitment = pending.commitment()?;
    let check_code = commitment.check_code();
    let reference_text = reference_text(&statement.change, &check_code);
    let wish = LoginWish::Fresh { reference_text: &reference_text };
    let authorization_url = api.relying_party().start(&pending.login, &commitment.nonce(), wish).await?.into();

    let prepared = Prepared {
        change_id: statement.change_id.clone(),
        warnings: warnings(&statement.change, &overview),
        change: statement.change,
        holder_name: overview.name,
        present: overview.nemkonto.map(|nemkonto| nemkonto.account),
        prepared_at,
        expires_at,
        check_code,
        reference_text,
        caseworker: session.caseworker,
        authorization_url,
        state: pending.login.state.clone(),
        sealed: pending.seal(api.sealer())?,
    };
    let change_id = statement.change_id;
    api.store()
        .transaction(move |transaction| {
            let entry = audit::Entry {
                person: Some(&session.person),
                holder: Some(holder.id),
                change: Some(&change_id),
                ..Default::default()
            };
            audit::write(transaction, prepared_at, Event::Prepared, &entry).map_err(Refusal::from)
        })
        .await?;
    Ok(Json(prepared))
}

fn check(draft: &Draft, overview: &AccountOverview, rules: Rules) -> Result<Change, Refusal> {
    let change = draft
        .check(&overview.holder, rules)
        .map_err(|errors| Refusal { errors: field_problems(&errors), ..ProblemKind::FieldsRefused.into() })?;
    match change.action {
        Action::DeleteNemKonto if overview.nemkonto.is_none() => Err(ProblemKind::NothingToDelete.into()),
        _ => Ok(change),
    }
}

/// Each error with the place in the request's body where its field stands.
fn field_problems(errors: &FieldErrors) -> Vec<FieldProblem> {
    errors
        .iter()
        .map(|(field, error)| FieldProblem {
            pointer: format!("/draft/values/{}", field.name()),
            field,
            error: error.clone(),
        })
        .collect()
}

fn warnings(change: &Change, overview: &AccountOverview) -> Vec<Warning> {
    let is_foreign = change.account().is_some_and(Account::is_foreign);
    let deletes = matches!(change.action, Action::DeleteNemKonto);
    let has_unlocked = overview.specific_accounts.iter().any(|specific| !specific.locked);
    [
        (is_foreign, Warning::ForeignTransfer),
        (!deletes && overview.pending.is_some(), Warning::ReplacesPending),
        (deletes && has_unlocked, Warning::SpecificAccountTakesOver),
        (deletes && !has_unlocked, Warning::NoAccountAfterwards),
        (overview.status == HolderStatus::Deceased, Warning::HolderDeceased),
        (overview.status == HolderStatus::Closed, Warning::CompanyClosed),
    ]
    .into_iter()
    .filter_map(|(applies, warning)| applies.then_some(warning))
    .collect()
}
