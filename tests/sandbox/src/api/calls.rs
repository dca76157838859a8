//! The calls of the API in one table: from it come both the router and the OpenAPI document.

use std::{collections::HashMap, sync::LazyLock};

use axum::{
    extract::DefaultBodyLimit,
    handler::Handler,
    http::Method,
    routing::{MethodRouter, get, post},
};
use nemkonto::contract::{
    AccountOverview, BenefitTypes, Configuration, ConfirmRequest, Confirmed, FoundBank, HistoryPage, LoginCallback,
    LoginStarted, LookupRequest, Operation, PrepareAnswer, PrepareRequest, ReceiptKeys, ReopenRequest, Reopened,
    Report, Session, SessionExpiry, SignedReceipt, SwitchRequest,
};
use nemkonto::domain::bank_key::BankKey;
use schemars::{JsonSchema, Schema, SchemaGenerator};

use super::{
    Api, banks, benefit_types, configuration, confirm,
    extract::Nothing,
    health::{self, Health},
    history, holders, login, prepare, receipts, reopen, reports, units,
};

/// Makes the schema of a type, and notes what it is made of.
pub type Describe = fn(&mut SchemaGenerator) -> Schema;

/// One call.
pub struct Call {
    /// What it is called.
    pub operation: Operation,
    /// `get` or `post`.
    pub method: &'static str,
    /// The path under `/api`; `{…}` stands for a part that varies.
    pub path: &'static str,
    /// What it is for.
    pub summary: &'static str,
    /// Parameters of the query.
    pub query: &'static [&'static str],
    /// The body of the request.
    pub body: Option<Describe>,
    /// The body of the answer.
    pub answer: Describe,
    /// Whether the session's cookie is needed.
    pub needs_session: bool,
    /// Whether the page that asks may say whom it shows.
    pub is_compared: bool,
    /// What answers it.
    pub handler: MethodRouter<Api>,
}

/// All calls.
#[allow(clippy::too_many_lines, reason = "a table: one row for each call")]
pub fn calls() -> Vec<Call> {
    vec![
        read::<Configuration, _>(
            Operation::Configuration,
            "/configuration",
            "What the app must know before anybody logs in",
            configuration::configuration,
        )
        .open_to_all(),
        send::<Nothing, LoginStarted, _>(Operation::StartLogin, "/login", "Starts an ordinary login", login::start)
            .open_to_all(),
        send::<LoginCallback, Session, _>(
            Operation::CompleteLogin,
            "/login/complete",
            "Redeems an ordinary login and begins a session",
            login::complete,
        )
        .open_to_all(),
        Call {
            needs_session: false,
            ..send::<Nothing, Nothing, _>(
                Operation::LogOut,
                "/logout",
                "Ends the session, if there is one",
                login::logout,
            )
        },
        read::<Session, _>(
            Operation::Session,
            "/session",
            "Who is logged in. Prolongs the session, as every call does but the next",
            login::session,
        ),
        read::<SessionExpiry, _>(
            Operation::SessionExpiry,
            "/session/expiry",
            "How long the session lasts, without prolonging it",
            login::expiry,
        ),
        send::<SwitchRequest, Session, _>(
            Operation::SwitchUnit,
            "/session/unit",
            "Acts for another unit from now on",
            units::switch,
        ),
        send::<LookupRequest, AccountOverview, _>(
            Operation::LookUp,
            "/account-holders/lookup",
            "The accounts of whoever has this number. The number is in the body, so that it is in no log",
            holders::lookup,
        ),
        read::<AccountOverview, _>(
            Operation::Overview,
            "/account-holders/{handle}",
            "The accounts of a holder, by the key of a look-up",
            holders::overview,
        ),
        read::<HistoryPage, _>(
            Operation::HolderHistory,
            "/account-holders/{handle}/history",
            "What has happened to a holder's accounts, newest first",
            history::of_holder,
        )
        .query(&["cursor"]),
        send::<BankKey, FoundBank, _>(
            Operation::FindBank,
            "/banks/find",
            "The bank with a registration number, a BIC, or the part of an IBAN that names it, if the directory knows it",
            banks::find,
        ),
        read::<BenefitTypes, _>(
            Operation::BenefitTypes,
            "/benefit-types",
            "The benefit types of the unit and its authority",
            benefit_types::benefit_types,
        ),
        read::<HistoryPage, _>(
            Operation::BenefitTypeHistory,
            "/benefit-types/history",
            "What has happened to the authority's benefit types, newest first",
            history::of_benefit_types,
        )
        .query(&["cursor"]),
        send::<PrepareRequest, PrepareAnswer, _>(
            Operation::Prepare,
            "/changes/prepare",
            "Checks a change, seals it, and announces the login that can commit it. Nothing is changed yet",
            prepare::prepare,
        ),
        send::<ConfirmRequest, Confirmed, _>(
            Operation::Confirm,
            "/changes/{change_id}/confirm",
            "Commits a change with the login that proves it. Asked again, it answers the same receipt",
            confirm::confirm,
        )
        .open_to_all(),
        Call {
            is_compared: false,
            ..send::<ReopenRequest, Reopened, _>(
                Operation::Reopen,
                "/changes/reopen",
                "Tells what became of a change, and withdraws one that was not committed",
                reopen::reopen,
            )
        },
        read::<SignedReceipt, _>(
            Operation::Receipt,
            "/receipts/{number}",
            "A receipt of the authority",
            receipts::receipt,
        ),
        read::<ReceiptKeys, _>(
            Operation::ReceiptKeys,
            "/receipt-keys",
            "The keys that prove receipts, old ones too (RFC 7517)",
            receipts::keys,
        )
        .open_to_all(),
        Call {
            handler: post(reports::take).layer(DefaultBodyLimit::max(reports::LARGEST)),
            ..send::<Report, Nothing, _>(
                Operation::Report,
                "/reports",
                "Takes what a browser tells of an error of the app; `report_address` of the configuration names it",
                reports::take,
            )
            .open_to_all()
        },
        read::<Health, _>(Operation::Health, "/health", "Whether the API can work: 503 if it cannot", health::health)
            .open_to_all(),
    ]
}

/// The call that a method and a pattern of `calls` name.
pub fn operation(method: &Method, path: &str) -> Option<Operation> {
    static OPERATIONS: LazyLock<HashMap<(&str, &str), Operation>> =
        LazyLock::new(|| calls().iter().map(|call| ((call.method, call.path), call.operation)).collect());
    let method = if *method == Method::POST { "post" } else { "get" };
    OPERATIONS.get(&(method, path)).copied()
}

fn read<Answer: JsonSchema, Parameters: 'static>(
    operation: Operation,
    path: &'static str,
    summary: &'static str,
    handler: impl Handler<Parameters, Api>,
) -> Call {
    Call {
        operation,
        method: "get",
        path,
        summary,
        query: &[],
        body: None,
        answer: SchemaGenerator::subschema_for::<Answer>,
        needs_session: true,
        is_compared: true,
        handler: get(handler),
    }
}

fn send<Body: JsonSchema, Answer: JsonSchema, Parameters: 'static>(
    operation: Operation,
    path: &'static str,
    summary: &'static str,
    handler: impl Handler<Parameters, Api>,
) -> Call {
    Call {
        operation,
        method: "post",
        path,
        summary,
        query: &[],
        body: Some(SchemaGenerator::subschema_for::<Body>),
        answer: SchemaGenerator::subschema_for::<Answer>,
        needs_session: true,
        is_compared: true,
        handler: post(handler),
    }
}

impl Call {
    fn open_to_all(self) -> Self {
        Self { needs_session: false, is_compared: false, ..self }
    }

    fn query(self, query: &'static [&'static str]) -> Self {
        Self { query, ..self }
    }
}
