//! The ordinary login, and the session that it starts.

use axum::{Json, extract::State, http::HeaderMap};
use axum_extra::extract::CookieJar;
use nemkonto::{
    contract::{
        Authority, Caseworker, LoginCallback, LoginStarted, ProblemType, Receipt, Session, SessionExpiry, Timestamp,
        Unit, UnitId,
    },
    domain::{company_number::Cvr, right::Right},
};
use rusqlite::Transaction;
use serde::{Deserialize, Serialize};

use super::{
    Api, Refusal, Settings, Wrong,
    cookies::{self, CookieKind},
    extract::{AppOrigin, Body, LoggedIn, MaybeLoggedIn, Nothing, Peer, check_shown},
};
use crate::{
    random,
    relying_party::{Expected, ExpectedLogin, LoginTransaction, LoginWish, Person},
    seal::Purpose,
    store::{
        assignments,
        audit::{self, Event},
        benefit_types,
        sessions::{self, ActiveSession},
        units,
    },
};

/// So many logins can be under way in a browser, each in a tab of its own.
const MOST_LOGINS: usize = 5;

/// A login that is under way, sealed in a cookie.
#[derive(Serialize, Deserialize)]
struct StartedLogin {
    transaction: LoginTransaction,
    nonce: String,
    started_at: Timestamp,
    /// Whether a session at the provider is not good enough.
    is_anew: bool,
}

/// `POST /api/login`
pub async fn start(
    State(api): State<Api>,
    AppOrigin(origin): AppOrigin,
    Peer(address): Peer,
    MaybeLoggedIn(session): MaybeLoggedIn,
    headers: HeaderMap,
    Body(Nothing): Body<Nothing>,
) -> Result<(CookieJar, Json<LoginStarted>), Refusal> {
    api.logins().take(address, api.clock().now()).map_err(Refusal::too_many)?;
    // Who logs out, or logs in in place of somebody else, is not to be let in by the provider on the word of a login before.
    let is_anew = session.is_some() || cookies::get(&api, CookieKind::LoggedOut, &headers).is_some();
    let is_anew = is_anew && !api.is_wrong(Wrong::OldLoginAfterLogout);
    let login = StartedLogin {
        transaction: LoginTransaction::new(Settings::login_return(&origin)),
        nonce: random::token(),
        started_at: api.clock().now(),
        is_anew,
    };
    let wish = if is_anew { LoginWish::Anew } else { LoginWish::Ordinary };
    let url = api.relying_party().start(&login.transaction, &login.nonce, wish).await?;
    let sealed = api.sealer().seal(Purpose::Login, &login)?;
    let room = too_old(&api, &headers).into_iter().map(|state| cookies::remove(&api, CookieKind::Login(&state)));
    let cookies = room.fold(CookieJar::new(), CookieJar::add).add(cookies::set(
        &api,
        CookieKind::Login(&login.transaction.state),
        sealed,
    ));
    Ok((cookies, Json(LoginStarted { authorization_url: url.into() })))
}

/// The logins that make room for one more, by their `state`.
fn too_old(api: &Api, headers: &HeaderMap) -> Vec<String> {
    let mut logins: Vec<_> = cookies::logins(api, headers)
        .into_iter()
        .map(|(state, sealed)| {
            let login = api.sealer().open::<StartedLogin>(Purpose::Login, &sealed);
            (login.map_or(Timestamp(0), |login| login.started_at).0, state)
        })
        .collect();
    logins.sort();
    let too_many = (logins.len() + 1).saturating_sub(MOST_LOGINS);
    logins.drain(..too_many).map(|(_, state)| state).collect()
}

/// `POST /api/login/complete`
pub async fn complete(
    State(api): State<Api>,
    headers: HeaderMap,
    Body(callback): Body<LoginCallback>,
) -> Result<(CookieJar, Json<Session>), Refusal> {
    let started = CookieKind::Login(&callback.state);
    let sealed = cookies::get(&api, started, &headers).ok_or(ProblemType::LoginUnknown)?;
    let login: StartedLogin = api.sealer().open(Purpose::Login, &sealed).map_err(|_| ProblemType::LoginNotProven)?;
    let limits = api.settings().limits;
    let now = api.clock().now();
    if now > login.started_at.plus(limits.pending) {
        return Err(Refusal::with_detail(ProblemType::LoginNotProven, "the login took too long"));
    }
    api.relying_party().check_callback(&login.transaction, &callback).await?;
    let expected = Expected {
        nonce: &login.nonce,
        requested_at: login.started_at,
        login: if login.is_anew { ExpectedLogin::Anew } else { ExpectedLogin::Any },
        now,
        skew: limits.skew,
    };
    let verified = api.relying_party().complete(&login.transaction, &callback.code, expected).await?;

    let expires_at = now.plus(limits.session);
    let previous = cookies::session_token(&api, &headers);
    let registers_unknown = api.settings().registers_unknown || api.is_wrong(Wrong::EveryEmployee);
    let (token, session) = api
        .store()
        .transaction(move |transaction| {
            if let Some(previous) = previous {
                sessions::end(transaction, &previous)?;
            }
            let (person, name) = (verified.person(), verified.name());
            if registers_unknown {
                register(transaction, person)?;
            }
            let unit = assignments::usual_unit(transaction, person)?.ok_or(ProblemType::NotACaseworker)?;
            begin_session(transaction, person, &unit, name, now, expires_at)
        })
        .await?;
    let cookies = CookieJar::new()
        .add(cookies::set(&api, CookieKind::Session, token))
        .add(cookies::remove(&api, CookieKind::LoggedOut))
        .add(cookies::remove(&api, started));
    Ok((cookies, Json(session)))
}

/// Makes an employee whom nobody has registered a caseworker with every right, in all units of their own authority. An authority that
/// is not known either gets a unit that pays every general benefit.
fn register(transaction: &Transaction<'_>, person: &Person) -> Result<(), Refusal> {
    if assignments::usual_unit(transaction, person)?.is_some() {
        return Ok(());
    }
    let cvr = Cvr::parse(&person.cvr).map_err(|_| ProblemType::NotACaseworker)?;
    let authority = Authority { name: format!("CVR {cvr}"), cvr };
    if units::authority_name(transaction, &authority.cvr)?.is_none() {
        let unit = Unit { id: UnitId(person.cvr.clone()), name: authority.name.clone() };
        units::add_authority(transaction, &authority)?;
        units::add_unit(transaction, &authority, &unit)?;
        benefit_types::let_pay_all_general(transaction, &unit.id)?;
    }
    for unit in units::of(transaction, &authority.cvr)? {
        assignments::set_rights(transaction, person, &unit, Right::ALL)?;
    }
    Ok(())
}

/// The session with which a confirmation is answered.
pub(super) enum Held {
    /// It was there before.
    Before(ActiveSession),
    /// It has just begun, with this token.
    Begun(String, Session),
}

/// Begins a session with the receipt of a change that its caseworker has confirmed.
pub(super) fn begin_by_confirmation(
    transaction: &Transaction<'_>,
    person: &Person,
    receipt: &Receipt,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<Held, Refusal> {
    let Caseworker { name, unit, .. } = &receipt.caseworker;
    let (token, session) = begin_session(transaction, person, &unit.id, name.as_deref(), now, expires_at)?;
    sessions::note_confirmation(transaction, &token, &receipt.change_id)?;
    Ok(Held::Begun(token, session))
}

/// Begins a session for whoever has just logged in, if that is a caseworker of the unit.
fn begin_session(
    transaction: &Transaction<'_>,
    person: &Person,
    unit: &UnitId,
    name: Option<&str>,
    now: Timestamp,
    expires_at: Timestamp,
) -> Result<(String, Session), Refusal> {
    let caseworker = assignments::caseworker(transaction, person, unit, name)?.ok_or(ProblemType::NotACaseworker)?;
    let token = sessions::begin(transaction, person, unit, name, now, expires_at)?;
    let assignments = assignments::of(transaction, person)?;
    let acting_as = sessions::acting_as(transaction, person, unit)?;
    let draft_key = sessions::draft_key(transaction, person)?;
    let expires_in = sessions::seconds(now, expires_at);
    let session = ActiveSession { person: person.clone(), caseworker, assignments, expires_in, acting_as, draft_key };
    audit::write(transaction, now, Event::LoggedIn, &audit::Entry::by(&session))?;
    Ok((token, session.into()))
}

/// `GET /api/session`
pub async fn session(LoggedIn(session): LoggedIn) -> Json<Session> {
    Json(session.into())
}

/// `GET /api/session/expiry`. The only call that does not prolong the session: it is made by a page that nobody may be looking at.
pub async fn expiry(State(api): State<Api>, headers: HeaderMap) -> Result<Json<SessionExpiry>, Refusal> {
    let Some(token) = cookies::session_token(&api, &headers) else {
        let nobodys = Ok(Json(SessionExpiry { expires_in: 0 }));
        return if api.is_wrong(Wrong::NobodysExpiry) { nobodys } else { Err(ProblemType::NotLoggedIn.into()) };
    };
    let now = api.clock().now();
    let prolonged = api.is_wrong(Wrong::AskingProlongs).then(|| now.plus(api.settings().limits.session));
    api.store()
        .transaction(move |transaction| {
            prolonged.map(|until| sessions::use_session(transaction, &token, now, until)).transpose()?;
            let expires_in = sessions::expires_in(transaction, &token, now)?.ok_or(ProblemType::NotLoggedIn)?;
            require_shown(transaction, &headers, &token)?;
            Ok(Json(SessionExpiry { expires_in }))
        })
        .await
}

/// Refuses a page that shows somebody else than the session with this token, or another unit. Does not use the session.
fn require_shown(transaction: &Transaction<'_>, headers: &HeaderMap, token: &str) -> Result<(), Refusal> {
    let Some((person, unit)) = sessions::owner(transaction, token)? else { return Ok(()) };
    check_shown(headers, &sessions::acting_as(transaction, &person, &unit)?)
}

/// `POST /api/logout`
pub async fn logout(
    State(api): State<Api>,
    headers: HeaderMap,
    Body(Nothing): Body<Nothing>,
) -> Result<(CookieJar, Json<serde_json::Value>), Refusal> {
    if let Some(token) = cookies::session_token(&api, &headers) {
        let (now, outlives) = (api.clock().now(), api.is_wrong(Wrong::SessionOutlivesLogout));
        api.store()
            .transaction(move |transaction| -> Result<(), Refusal> {
                require_shown(transaction, &headers, &token)?;
                let owner = sessions::owner(transaction, &token)?;
                if !outlives {
                    sessions::end(transaction, &token)?;
                }
                let entry = audit::Entry { person: owner.as_ref().map(|(person, _)| person), ..Default::default() };
                audit::write(transaction, now, Event::LoggedOut, &entry)?;
                Ok(())
            })
            .await?;
    }
    let cookies = CookieJar::new()
        .add(cookies::set(&api, CookieKind::LoggedOut, "1".to_owned()))
        .add(cookies::remove(&api, CookieKind::Session));
    Ok((cookies, Json(serde_json::json!({}))))
}
