//! The calls of the API. Each answers with what the contract says, or with an [`ApiError`]; nothing is retried here.

#![warn(missing_docs)]

use std::cell::RefCell;

use gloo_net::http::{Request, RequestBuilder, Response};
use serde::{
    Serialize,
    de::{DeserializeOwned, IgnoredAny},
};

use crate::browser::report;
use crate::browser::request::{AskedEarly, NO_REDIRECT, asked_early, segment, timeout};
use crate::{
    api_error::ApiError,
    contract::{
        ACTING_AS, AccountOverview, ActingAs, BankKey, BenefitTypes, ChangeId, Configuration, ConfirmRequest,
        Confirmed, FoundBank, HistoryCursor, HistoryPage, HolderHandle, LoginCallback, LoginStarted, LookupRequest,
        Operation, PROBLEM_MEDIA_TYPE, PrepareAnswer, PrepareRequest, ProblemDetails, ReceiptKeys, ReopenRequest,
        Reopened, Report, Session, SessionExpiry, SignedReceipt, SwitchRequest, UnitId, json,
    },
};

thread_local! {
    static SHOWN: RefCell<Option<ActingAs>> = const { RefCell::new(None) };
}

/// From now on every request says that its page shows this caseworker in this unit, or nobody.
pub fn act_as(shown: Option<&ActingAs>) {
    SHOWN.set(shown.cloned());
}

/// After so long a call counts as unanswered. The API gives the identity provider 10 seconds, so this is longer.
const TIMEOUT_MILLISECONDS: i32 = 20_000;
/// The same for the call that everything else waits for. It asks no provider. As long as in `public/early.js`.
const SESSION_MILLISECONDS: i32 = 10_000;

/// The body of a call that says all by its address.
const NOTHING: &str = "{}";

/// Who is logged in.
pub async fn session() -> Result<Session, ApiError> {
    read(get_within(SESSION_MILLISECONDS, Operation::Session, "/api/session").await)
}

/// When the session ends. The only call that does not prolong it.
pub async fn session_expiry() -> Result<SessionExpiry, ApiError> {
    get(Operation::SessionExpiry, "/api/session/expiry").await
}

/// Starts a login.
pub async fn start_login() -> Result<LoginStarted, ApiError> {
    read(post_text(Operation::StartLogin, "/api/login", NOTHING.to_owned()).await)
}

/// Finishes a login.
pub async fn complete_login(callback: &LoginCallback) -> Result<Session, ApiError> {
    post(Operation::CompleteLogin, "/api/login/complete", callback).await
}

/// Ends the session.
pub async fn log_out() -> Result<(), ApiError> {
    read::<IgnoredAny>(post_text(Operation::LogOut, "/api/logout", NOTHING.to_owned()).await).map(|_| ())
}

/// What the agency has configured.
pub async fn configuration() -> Result<Configuration, ApiError> {
    get(Operation::Configuration, "/api/configuration").await
}

/// Finds an account holder.
pub async fn look_up(request: &LookupRequest) -> Result<AccountOverview, ApiError> {
    let overview = post(Operation::LookUp, "/api/account-holders/lookup", request).await?;
    about(Operation::LookUp, overview, |overview| request.is_answered_by(overview))
}

/// The accounts of a holder.
pub async fn overview(handle: &HolderHandle) -> Result<AccountOverview, ApiError> {
    let path = format!("/api/account-holders/{}", segment(&handle.0));
    let overview: AccountOverview = get(Operation::Overview, &path).await?;
    about(Operation::Overview, overview, |overview| overview.handle == *handle)
}

/// What has happened to the accounts of a holder, or to the authority's benefit types when no holder is given.
pub async fn history(holder: Option<&HolderHandle>, cursor: Option<&HistoryCursor>) -> Result<HistoryPage, ApiError> {
    let of =
        holder.map_or_else(|| "benefit-types".to_owned(), |handle| format!("account-holders/{}", segment(&handle.0)));
    let from = cursor.map(|cursor| format!("?cursor={}", segment(&cursor.0))).unwrap_or_default();
    let operation = if holder.is_some() { Operation::HolderHistory } else { Operation::BenefitTypeHistory };
    get(operation, &format!("/api/{of}/history{from}")).await
}

/// The benefit types that the caseworker has to do with.
pub async fn benefit_types() -> Result<BenefitTypes, ApiError> {
    get(Operation::BenefitTypes, "/api/benefit-types").await
}

/// Acts for another unit from now on.
pub async fn switch_unit(unit: &UnitId) -> Result<Session, ApiError> {
    post(Operation::SwitchUnit, "/api/session/unit", &SwitchRequest { unit: unit.clone() }).await
}

/// The bank that something names, if the directory knows it.
pub async fn find_bank(key: &BankKey) -> Result<FoundBank, ApiError> {
    let found: FoundBank = post(Operation::FindBank, "/api/banks/find", key).await?;
    about(Operation::FindBank, found, |found| found.key == *key)
}

/// Asks what the API makes of a change, and prepares the login.
pub async fn prepare(request: &PrepareRequest) -> Result<PrepareAnswer, ApiError> {
    post(Operation::Prepare, "/api/changes/prepare", request).await
}

/// Carries out a change. Asking again gives the same receipt.
pub async fn confirm(change_id: &ChangeId, request: &ConfirmRequest) -> Result<Confirmed, ApiError> {
    post(Operation::Confirm, &format!("/api/changes/{}/confirm", segment(&change_id.0)), request).await
}

/// Asks what became of a change; one that is open is given back and can no longer be committed.
pub async fn reopen(request: &ReopenRequest) -> Result<Reopened, ApiError> {
    post(Operation::Reopen, "/api/changes/reopen", request).await
}

/// A receipt.
pub async fn receipt(number: &str) -> Result<SignedReceipt, ApiError> {
    let receipt: SignedReceipt = get(Operation::Receipt, &format!("/api/receipts/{}", segment(number))).await?;
    about(Operation::Receipt, receipt, |receipt| receipt.number == number)
}

/// The keys that verify receipts.
pub async fn receipt_keys() -> Result<ReceiptKeys, ApiError> {
    get(Operation::ReceiptKeys, "/api/receipt-keys").await
}

/// An answer that is about what was asked for. One about something else is as good as none.
fn about<T>(operation: Operation, answer: T, is_it: impl FnOnce(&T) -> bool) -> Result<T, ApiError> {
    if is_it(&answer) { Ok(answer) } else { Err(unreadable(operation, OK)) }
}

async fn get<T: DeserializeOwned>(operation: Operation, path: &str) -> Result<T, ApiError> {
    read(get_within(TIMEOUT_MILLISECONDS, operation, path).await)
}

async fn post<T: DeserializeOwned>(operation: Operation, path: &str, body: &impl Serialize) -> Result<T, ApiError> {
    read(post_text(operation, path, written(body)?).await)
}

fn written(body: &impl Serialize) -> Result<String, ApiError> {
    serde_json::to_string(body).map_err(|_| ApiError::Unreachable)
}

fn read<T: DeserializeOwned>(answer: Result<Answered, ApiError>) -> Result<T, ApiError> {
    let answered = answer?;
    json::read(&answered.text).map_err(|_| unreadable(answered.operation, answered.status))
}

// From here on everything is text, so that it is compiled once and not for every call.

/// What may be JSON.
struct Answered {
    operation: Operation,
    status: u16,
    text: String,
}

const OK: u16 = 200;

/// The agency is told that its API, or something before it, answers what the app cannot read.
fn unreadable(operation: Operation, status: u16) -> ApiError {
    report::send(&Report::of_answer(operation, status));
    ApiError::Unreadable
}

/// The answer to what was asked before the app was there; nothing if it has to be asked now.
async fn early_answer(operation: Operation, question: &str) -> Option<Result<Answered, ApiError>> {
    match asked_early(question).await {
        AskedEarly::Answered(response) => Some(answer(operation, response.into()).await),
        AskedEarly::TimedOut => Some(Err(ApiError::Unreachable)),
        AskedEarly::Failed => None,
    }
}

async fn get_within(milliseconds: i32, operation: Operation, path: &str) -> Result<Answered, ApiError> {
    match early_answer(operation, path).await {
        Some(answer) => answer,
        None => send(operation, prepared(Request::get(path), milliseconds).build()).await,
    }
}

async fn post_text(operation: Operation, path: &str, body: String) -> Result<Answered, ApiError> {
    if let Some(answer) = early_answer(operation, &format!("{path} {body}")).await {
        return answer;
    }
    let request = prepared(Request::post(path), TIMEOUT_MILLISECONDS).header("Content-Type", "application/json");
    send(operation, request.body(body)).await
}

async fn send(operation: Operation, request: Result<Request, gloo_net::Error>) -> Result<Answered, ApiError> {
    let request = request.map_err(|_| ApiError::Unreachable)?;
    answer(operation, request.send().await.map_err(|_| ApiError::Unreachable)?).await
}

fn prepared(request: RequestBuilder, milliseconds: i32) -> RequestBuilder {
    let request = match SHOWN.with_borrow(Clone::clone) {
        Some(ActingAs(shown)) => request.header(ACTING_AS, &shown),
        None => request,
    };
    request
        // What answers elsewhere is not the API: it has perhaps carried out what was asked, and the page there knows nothing of it.
        .redirect(NO_REDIRECT)
        .header("Accept", &format!("application/json, {PROBLEM_MEDIA_TYPE}"))
        .abort_signal(timeout(milliseconds).as_ref())
}

/// The JSON that was answered.
async fn answer(operation: Operation, response: Response) -> Result<Answered, ApiError> {
    let text = response.text().await.map_err(|_| ApiError::Unreachable)?;
    // Its letters' case has no meaning (RFC 9110 section 8.3.1).
    let media_type = response.headers().get("Content-Type").unwrap_or_default().to_ascii_lowercase();
    let status = response.status();
    if status == 204 {
        return Ok(Answered { operation, status, text: "null".to_owned() });
    }
    if response.ok() && media_type.starts_with("application/json") {
        return Ok(Answered { operation, status, text });
    }
    if media_type.starts_with(PROBLEM_MEDIA_TYPE) {
        let mut problem: ProblemDetails = json::read(&text).map_err(|_| unreadable(operation, status))?;
        problem.retry_after =
            problem.retry_after.or_else(|| response.headers().get("Retry-After")?.trim().parse().ok());
        return Err(ApiError::Refused(Box::new(problem)));
    }
    // A gateway that cannot reach the API says so in its own words.
    Err(if matches!(status, 502..=504) { ApiError::Unreachable } else { unreadable(operation, status) })
}
