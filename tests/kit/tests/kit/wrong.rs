//! APIs that break one rule each: the kit notices, and blames nothing else.

use std::collections::BTreeSet;

use nemkonto::{contract::ProblemType, domain::change_kind::ChangeKind};
use nemkonto_kit::{checks, report};
use nemkonto_sandbox::{api::Wrong, relying_party::ProviderSettings};
use tokio::task::JoinSet;

use crate::support::{CASES, Sandbox, client};

/// What is wrong with an API.
#[derive(Clone, Copy, Debug)]
enum Mistake {
    /// It breaks a rule.
    Breaks(Wrong),
    /// It takes every level of assurance that the provider tells.
    AnyAssurance,
}

const LOOKUP: &str = "/account-holders/lookup";
const PREPARE: &str = "/changes/prepare";
/// `prepare` and `reopen` have paths that begin so, too, and none of the reasons that are altered here.
const CONFIRM: &str = "/changes/";
const COMPLETE: &str = "/login/complete";

/// Each mistake, and the checks that fail by it.
#[rustfmt::skip]
const TABLE: &[(Mistake, &[&str])] = {
    use Mistake::{AnyAssurance, Breaks};
    use ProblemType as P;
    use Wrong as W;
    &[
        (Breaks(W::AnyOrigin), &["requests.origin"]),
        (Breaks(W::NobodysExpiry), &["requests.session"]),
        (Breaks(W::AnyPage), &["requests.acting-as"]),
        (Breaks(W::AnyMediaType), &["requests.body"]),
        (Breaks(W::OtherReason("/", P::NotFound, P::BadRequest)), &["requests.unknown"]),

        (Breaks(W::Says("/configuration", "/login_origin", "\"https://elsewhere.example\"")), &["configuration.login-origin", "prepare.login"]),
        (Breaks(W::Unhealthy), &["health.open"]),
        (Breaks(W::AnyReport), &["reports.strict"]),

        (Breaks(W::Says(COMPLETE, "/caseworker/rights", "[]")), &["login.begins", "session.foreign-unit"]),
        (Breaks(W::OtherReason(COMPLETE, P::LoginUnknown, P::LoginNotProven)), &["login.own-browser", "login.once", "login.state"]),
        (Breaks(W::LoginStays), &["login.once"]),
        (Breaks(W::FailedLoginLogsOut), &["login.state"]),
        (Breaks(W::AnyIssuer(COMPLETE)), &["login.issuer"]),
        (Breaks(W::OneLogin), &["login.tabs"]),
        (Breaks(W::OtherReason(COMPLETE, P::PrivateIdentity, P::NotACaseworker)), &["login.private"]),
        (Breaks(W::EveryEmployee), &["login.stranger"]),
        (Breaks(W::OldLoginAfterLogout), &["login.anew"]),
        (Breaks(W::OtherReason(COMPLETE, P::ProviderUnavailable, P::LoginNotProven)), &["login.provider-down"]),
        (Breaks(W::SessionOutlivesLogout), &["logout.ends"]),

        (Breaks(W::OneActingAs), &["session.acting-as", "session.unit"]),
        (Breaks(W::Says(COMPLETE, "/draft_key", "\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"")), &["session.draft-key"]),
        (Breaks(W::UnitForgotten), &["session.unit"]),
        (Breaks(W::OtherReason("/session/unit", P::UnitNotAssigned, P::NoRight)), &["session.foreign-unit"]),
        (Breaks(W::AskingProlongs), &["session.expiry"]),
        (Breaks(W::EndlessSession), &["session.ends"]),

        (Breaks(W::Says(LOOKUP, "/name", "\"Somebody else\"")), &["holders.lookup"]),
        (Breaks(W::OtherReason("/account-holders/", P::HolderNotFound, P::NotFound)), &["holders.unknown"]),
        (Breaks(W::NoNumberIsUnknown), &["holders.no-number"]),
        (Breaks(W::OneOfSeveral), &["holders.several"]),
        (Breaks(W::NoLookupLimit), &["holders.limit"]),
        (Breaks(W::AnyCursor), &["history.newest-first"]),
        (Breaks(W::Says("/benefit-types", "/own/-", r#"{"benefit_type":{"code":"PULJE","name":"Puljetilskud"},"locked":false,"accounts":0}"#)), &["benefit-types.list"]),
        (Breaks(W::Says("/benefit-types/history", "/entries/0/at", "0")), &["benefit-types.history"]),
        (Breaks(W::Says("/banks/find", "/bank", "null")), &["banks.find"]),

        (Breaks(W::Says(PREPARE, "/reading/names/holder", "\"Somebody else\"")), &["prepare.reading", "receipts.says"]),
        (Breaks(W::Says(PREPARE, "/next/login/identity/name", "\"Somebody else\"")), &["prepare.login"]),
        (Breaks(W::Says(PREPARE, "/next/login/reference_text", "\"Skift NemKonto\"")), &["prepare.text"]),
        (Breaks(W::AccountInAddress), &["prepare.text"]),
        (Breaks(W::Says(PREPARE, "/errors/0/pointer", "\"/draft\"")), &["prepare.fields"]),
        (Breaks(W::AnyVersion), &["prepare.version"]),
        (Breaks(W::AnyRight), &["prepare.right"]),
        (Breaks(W::OtherReason(PREPARE, P::HolderNotFound, P::NotFound)), &["prepare.holder"]),

        (Breaks(W::Waives(P::NothingToDelete)), &["rules.nothing-to-delete"]),
        (Breaks(W::Waives(P::NotRegistered)), &["rules.not-registered"]),
        (Breaks(W::Waives(P::LockedByOther)), &["rules.locked-by-other"]),
        (Breaks(W::Waives(P::OtherAuthority)), &["rules.other-authority"]),
        (Breaks(W::Waives(P::LockUnchanged)), &["rules.lock-unchanged"]),
        (Breaks(W::Waives(P::BenefitTypeLocked)), &["rules.benefit-type-locked"]),
        (Breaks(W::Waives(P::BenefitTypeInUse)), &["rules.benefit-type-in-use"]),
        (Breaks(W::Waives(P::NothingChanges)), &["rules.nothing-changes"]),

        (Breaks(W::NoReason), &["payee.reason", "payee.exactly-this", "payee.record"]),
        (Breaks(W::AnyReason), &["payee.reason"]),
        (Breaks(W::AnyAnswer), &["payee.exactly-this"]),
        (Breaks(W::AnswerLeftOut), &["payee.record"]),

        (Breaks(W::CountsTwice), &["confirm.commits", "kinds.specific-account"]),
        (Breaks(W::StaleLogin), &["confirm.fresh"]),
        (AnyAssurance, &["confirm.assurance"]),
        (Breaks(W::AnyPerson), &["confirm.same-person", "confirm.same-company", "confirm.refused-stays"]),
        (Breaks(W::OtherReason(CONFIRM, P::OtherCompany, P::OtherPerson)), &["confirm.same-company"]),
        (Breaks(W::OtherReason(CONFIRM, P::PrivateIdentity, P::OtherPerson)), &["confirm.private"]),
        (Breaks(W::RightForgotten), &["confirm.right-kept"]),
        (Breaks(W::OneNonce), &["confirm.nonce"]),
        (Breaks(W::AnyState), &["confirm.state", "confirm.attempts"]),
        (Breaks(W::AnyIssuer(CONFIRM)), &["confirm.issuer"]),
        (Breaks(W::OtherReason(CONFIRM, P::SealBroken, P::BadRequest)), &["payee.exactly-this", "confirm.seal-altered", "reopen.seal"]),
        (Breaks(W::AnyName), &["confirm.seal-swapped"]),
        (Breaks(W::OtherReason(CONFIRM, P::ProviderUnavailable, P::LoginNotProven)), &["confirm.provider-down"]),
        (Breaks(W::Says(PREPARE, "/next/login/state", "\"another\"")), &["prepare.login", "confirm.cancelled"]),
        (Breaks(W::CommitsAgain), &["confirm.again"]),
        (Breaks(W::CodeAgain), &["confirm.refused-stays"]),
        (Breaks(W::AnswerLost), &["confirm.lost-answer"]),
        (Breaks(W::PlayedBack), &["confirm.lost-answer", "confirm.played-back"]),
        (Breaks(W::AccountsForgotten), &["confirm.accounts-changed"]),
        (Breaks(W::UnitOfSession), &["confirm.unit-kept"]),
        (Breaks(W::EndlessAttempts), &["confirm.attempts"]),
        (Breaks(W::EndlessChange), &["confirm.expired"]),

        (Breaks(W::NotWithdrawn), &["reopen.withdraws"]),
        (Breaks(W::CommittedIsGivenBack), &["reopen.committed"]),
        (Breaks(W::AnybodysForm), &["reopen.own"]),
        (Breaks(W::OtherReason("/changes/reopen", P::SealBroken, P::BadRequest)), &["reopen.seal"]),

        (Breaks(W::NoEffect(ChangeKind::LockSpecific)), &["kinds.specific-account"]),
        (Breaks(W::NoEffect(ChangeKind::EditBenefitType)), &["kinds.benefit-type"]),

        (Breaks(W::Says("/receipt-keys", "/keys/0/kid", "\"another\"")), &["receipts.signed", "receipts.code"]),
        (Breaks(W::OtherTime), &["receipts.says"]),
        (Breaks(W::CodeOfAnother), &["receipts.code"]),
        (Breaks(W::Says("/receipts/", "/code", "\"another\"")), &["receipts.read"]),
        (Breaks(W::ReceiptsForAll), &["receipts.other-authority"]),
        (Breaks(W::Says("/receipt-keys", "/keys/0/+d", "\"AAAA\"")), &["receipts.keys"]),
        (Breaks(W::Says("/account-holders/", "/entries/0/caseworker", "\"Somebody else\"")), &["history.entry"]),
        (Breaks(W::HistoryForAll), &["history.other-authority"]),

        (Breaks(W::Says("/health", "/store", "\"yes\"")), &["answers.schema"]),
        (Breaks(W::RefusalsOfAnotherType), &["answers.schema"]),
        (Breaks(W::AnswersKept), &["answers.not-cached"]),
        (Breaks(W::RefusalsKept), &["answers.not-cached"]),
        (Breaks(W::Says("/", "/instance", "\"always the same\"")), &["answers.reference"]),
        (Breaks(W::NoRetryAfter), &["answers.retry-after"]),
        (Breaks(W::CookiesForScripts), &["answers.cookies"]),
        (Breaks(W::CookiesForOtherSites), &["answers.cookies"]),
        (Breaks(W::Says(LOOKUP, "/title", "\"99000120\"")), &["answers.numbers"]),
    ]
};

/// Checks that no single mistake breaks.
const HOLD: &[(&str, &str)] = &[(
    "confirm.other-login",
    "state, PKCE and nonce each refuse the login for another change, and an API that forgets one of them is caught by the check for that one",
)];

/// So many at a time: one waits for its answers while the others compute.
const AT_ONCE: usize = 6;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_mistake_fails_at_its_checks_and_nowhere_else() {
    let http = client();
    let mut waiting = TABLE.iter();
    let mut running = JoinSet::new();
    let mut wrong = Vec::new();
    loop {
        while running.len() < AT_ONCE
            && let Some((mistake, expected)) = waiting.next()
        {
            running.spawn(blamed(http.clone(), *mistake, expected));
        }
        let Some(blamed) = running.join_next().await else { break };
        wrong.extend(blamed.unwrap());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What is not as the table says.
async fn blamed(http: reqwest::Client, mistake: Mistake, expected: &[&str]) -> Option<String> {
    let sandbox = match mistake {
        Mistake::AnyAssurance => Sandbox::with(any_assurance).await,
        Mistake::Breaks(wrong) => {
            let sandbox = Sandbox::start().await;
            sandbox.api.set_wrong(Some(wrong));
            sandbox
        }
    };
    let report = report::run(&sandbox.kit(&http, CASES), None, |_| {}).await;
    let [failed, expected] = [&report.failed()[..], expected].map(|ids| ids.iter().copied().collect::<BTreeSet<_>>());
    (failed != expected).then(|| format!("{mistake:?} fails at {failed:?} instead of {expected:?}:\n{}", report.told()))
}

fn any_assurance(settings: &mut ProviderSettings) {
    settings.assurance.accepted.push("https://data.gov.dk/concept/core/nsis/Low".to_owned());
}

#[test]
fn each_check_is_seen_to_fail() {
    for check in checks::all() {
        let fails = TABLE.iter().any(|(_, expected)| expected.contains(&check.id));
        let holds = HOLD.iter().any(|(id, _)| *id == check.id);
        assert_ne!(fails, holds, "{}", check.id);
    }
}
