//! Every screen of the app in every state, with the way there.
//!
//! One table for all that looks at screens: the checks of accessibility, the snapshots of the accessibility tree, the
//! gallery. A new screen is one line in [`SCREENS`].

mod step;
mod walk;

pub use step::Step;
pub use walk::Walk;

use nemkonto_sandbox::provider::Fault;
use step::Step::{
    All, CheckReceipt, Choose, Click, Cut, EndSession, Fill, LogIn, LookUp, OpenApp, Provider, Reload, Reveal, Run,
    ScanReceipt, See, Silence, Visit, WithoutApp,
};

/// A screen in one state.
#[derive(Debug)]
pub struct Screen {
    /// Also the name of its picture and its snapshot.
    pub name: &'static str,
    /// Who is logged in when it begins, on the first page.
    pub user: Option<&'static str>,
    /// From there to the state.
    pub way: &'static [Step],
}

const fn logged_out(name: &'static str, way: &'static [Step]) -> Screen {
    Screen { name, user: None, way }
}

const fn anna(name: &'static str, way: &'static [Step]) -> Screen {
    Screen { name, user: Some("anna"), way }
}

/// Somebody who may look at accounts but not change them.
const fn dan(name: &'static str, way: &'static [Step]) -> Screen {
    Screen { name, user: Some("dan"), way }
}

/// A caseworker of another authority.
const fn clara(name: &'static str, way: &'static [Step]) -> Screen {
    Screen { name, user: Some("clara"), way }
}

/// The app panics when it next draws something: the browser makes no element for it.
pub const PANIC: &str = "Node.prototype.cloneNode = () => { throw new Error('no element') }";

// What is carried out is carried out for a holder that no later screen shows.
const NOTHING: Step = LookUp("990001-20");
const DOMESTIC: Step = LookUp("010158-5018");
const FOREIGN: Step = LookUp("241270-5001");
const SPECIFIC: Step = LookUp("050675-7002");

/// The app waits, not what is there before it.
const WAITING: Step = See(".waiting:not(#first *)");
const ERRORS: Step = See(".error-summary:not([hidden])");
const DOMESTIC_FORM: Step = All(&[DOMESTIC, Click("#assign-nemkonto"), See("#account-number")]);
const DOMESTIC_ACCOUNT: Step = All(&[Fill("#registration-number", "9998"), Fill("#account-number", "246813"), BANK]);
const FOREIGN_FORM: Step = All(&[NOTHING, Click("#assign-nemkonto"), FOREIGN_FIELDS]);
const FOREIGN_FIELDS: Step = All(&[Click("label[for=account-type-iban]"), See("#iban")]);
const FOREIGN_ACCOUNT: Step = All(&[Fill("#bic", "REVOLT21"), Fill("#iban", "LT35 3250 0123 4567 8901"), BANK]);
/// The bank of the last field that names one is known.
const BANK: Step = See("#iban-bank:not(:empty), #registration-number-bank:not(:empty)");
/// The change that the guide of the sandbox suggests.
const REPLACEMENT: Step = All(&[LookUp("99000015"), Click("#assign-nemkonto"), FOREIGN_FIELDS, FOREIGN_ACCOUNT]);
const NUMBER_FORM: Step =
    All(&[NOTHING, Click("#assign-nemkonto"), Click("label[for=account-type-number]"), See("#country")]);
const NUMBER_ACCOUNT: Step = All(&[
    Click("#country option[value=US]"),
    Fill("#bank-code", "999999992"),
    Fill("#foreign-account", "000123456789"),
    Fill("#bank-name", "Example Bank"),
    Fill("#bank-street", "1 Main Street"),
    Fill("#bank-city", "12345 Springfield"),
    Fill("#currency", "usd"),
]);
const SPECIFIC_FORM: Step = All(&[NOTHING, Click("#create-specific"), See("#benefit-type")]);
const SPECIFIC_ACCOUNT: Step = All(&[Click("#benefit-type option[value=NKSKOH]"), DOMESTIC_ACCOUNT]);
const CREDITOR: Step = All(&[
    Click("#benefit-type option[value=NKSKOH]"),
    Click("label[for=account-type-fi]"),
    Click("label[for=slip-71]"),
    Fill("#payment-id", "000000000123455"),
    Fill("#creditor", "80000000"),
]);
const REPLACE_SPECIFIC: Step =
    All(&[LookUp("031280-5006"), Click("[id^='specific-BEFORD'] a[href$='/replace']"), DOMESTIC_ACCOUNT]);
const DELETE_SPECIFIC: Step =
    All(&[LookUp("110274-5007"), Click("[id^='specific-NKSKOH'] a[href$='/delete']"), See("#present")]);
const LOCK: Step = All(&[LookUp("070970-5008"), Click("[id^='specific-NKSKOH'] a[href$='/lock']"), See("#present")]);
const UNLOCK: Step = All(&[SPECIFIC, Click("[id^='specific-NKSSOP'] a[href$='/unlock']"), See("#present")]);
const NEW_BENEFIT_TYPE: Step = All(&[
    BENEFIT_TYPES,
    Click("#create-benefit-type"),
    Fill("#code", "MUSIK"),
    Fill("#name", "Musikskole"),
    Click("label[for=type-locked]"),
]);
const DELETE_BENEFIT_TYPE: Step = All(&[BENEFIT_TYPES, Click("#own a[href$='/FRITID/delete']"), See("#present")]);
const BENEFIT_TYPES: Step = All(&[Click("#menu-benefit-types"), See("#own")]);
/// Less than five minutes are left, and the clock stands still.
const SESSION_ENDING: Step = All(&[
    Run(
        "const ask = window.fetch, end = () => new Response('{\"expires_in\":247}', { headers: { 'content-type': 'application/json' } }); \
         window.fetch = (what, how) => ((what.url ?? what).includes('/expiry') ? Promise.resolve(end()) : ask(what, how)); \
         const late = Date.now() + 1700000; Date.now = () => late",
    ),
    See("#stay"),
]);
const CRASH: Step = All(&[Run(PANIC), Click(".service-name"), See("#crash a[href]")]);
const COPIED: Step = All(&[
    Run("Object.defineProperty(navigator, 'clipboard', { value: { writeText: async () => {} } }); \
         const later = window.setTimeout; window.setTimeout = (act, wait, ...rest) => (wait >= 1000 ? 0 : later(act, wait, ...rest))"),
    Click(".copy button"),
    See(".copied:not(:empty)"),
]);
const NO_BENEFIT_TYPES: Step = Run(
    "const ask = window.fetch, none = () => new Response('{\"version\":1,\"own\":[],\"payable\":[]}', { headers: { 'content-type': 'application/json' } }); \
     window.fetch = (what, how) => ((what.url ?? what).includes('/benefit-types') ? Promise.resolve(none()) : ask(what, how))",
);
/// The address of the provider is none that the app follows.
const NOWHERE_TO_GO: Step = Run(
    "const ask = window.fetch, nowhere = (text) => text.replace(/\"authorization_url\":\"[^\"]*\"/, '\"authorization_url\":\"about:blank\"'); \
     window.fetch = async (what, how) => { const answer = await ask(what, how); return answer.status === 200 ? new Response(nowhere(await answer.text()), answer) : answer }",
);
/// Another tab tells that nobody is logged in any more.
const LOGGED_OUT_ELSEWHERE: Step = Run("new BroadcastChannel('nemkonto.session').postMessage('')");
/// Another tab tells that somebody else is logged in, and so does the API.
const SOMEBODY_ELSE: Step = Run("const ask = window.fetch; \
     window.fetch = async (what, how) => new Response(JSON.stringify({ ...await (await ask(what, how)).json(), acting_as: 'x', draft_key: 'x' }), \
       { headers: { 'content-type': 'application/json' } }); \
     new BroadcastChannel('nemkonto.session').postMessage('x')");
/// The same of another unit.
const OTHER_UNIT: Step = Run("const ask = window.fetch; \
     window.fetch = async (what, how) => new Response(JSON.stringify({ ...await (await ask(what, how)).json(), acting_as: 'x' }), \
       { headers: { 'content-type': 'application/json' } }); \
     new BroadcastChannel('nemkonto.session').postMessage('x')");
const SAVE: Step = Click("#save");
const CONFIRMATION: Step = All(&[SAVE, See("#confirmation[open] #confirm")]);
/// The form with an account whose bank knows it by a similar name.
const OTHER_NAME: Step = All(&[
    FOREIGN_FORM,
    Fill("#bic", "REVOLT21"),
    Fill("#iban", "LT66 3250 0070 0000 0001"),
    SAVE,
    See("#confirmation[open] #acknowledge"),
]);
/// "Another reason", in words, and said.
const ACKNOWLEDGED: Step = All(&[
    OTHER_NAME,
    Run(
        "const reason = document.getElementById('payee-reason'); reason.value = 'other'; reason.dispatchEvent(new Event('change', { bubbles: true }))",
    ),
    Fill("#payee-note", "Jane er gift og hedder sådan i banken"),
    Click("#acknowledge"),
    See("#confirmation[open] #confirm"),
]);
const AT_THE_PROVIDER: Step =
    All(&[FOREIGN_FORM, FOREIGN_ACCOUNT, CONFIRMATION, Click("#confirm"), See("#choose-mitid")]);
const BACK: Step = LogIn("anna");
const HISTORY: Step = All(&[Click("#history"), See("#entries + #shown")]);
const KEPT_FORM: Step = All(&[See("#kept"), Click("#log-in"), BACK, BANK]);
const CARRIED_OUT: Step = All(&[CONFIRMATION, Click("#confirm"), BACK, See("#receipt-number")]);

/// The table. Who is logged in changes seldom from one line to the next, since that takes time.
pub const SCREENS: &[Screen] = &[
    // What index.html shows without the app.
    logged_out("loading", &[Reveal("loading")]),
    logged_out("start-failed", &[Reveal("start-failed")]),
    logged_out("outdated", &[Reveal("outdated")]),
    logged_out("unreachable", &[Reveal("unreachable")]),
    logged_out("old-browser", &[Reveal("old-browser")]),
    logged_out("wasm-blocked", &[Reveal("wasm-blocked")]),
    // What first.js shows until the app is there.
    logged_out("first-log-in", &[WithoutApp("/")]),
    logged_out(
        "first-log-in-starting",
        &[WithoutApp("/"), Silence("/api/login"), Click("#log-in"), See("#log-in[aria-busy=true]")],
    ),
    logged_out(
        "first-log-in-not-possible",
        &[WithoutApp("/"), Cut("/api/login"), Click("#log-in"), See(".alert-error")],
    ),
    dan("first-look-up", &[WithoutApp("/"), See("#holder-number")]),
    dan(
        "first-look-up-searching",
        &[WithoutApp("/"), Fill("#holder-number", "010158-5018"), Click("#look-up"), See("#look-up[aria-busy=true]")],
    ),
    dan("first-frame", &[WithoutApp("/benefit-types"), See("#menu-find")]),
    // The first page.
    logged_out("log-in", &[]),
    logged_out("crash-in-both-languages", &[Reveal("crash")]),
    logged_out("crash", &[Click("#verify-receipt"), See("#check-text"), CRASH]),
    logged_out("log-in-starting", &[Silence("/api/login"), Click("#log-in"), See("#log-in[aria-busy=true]")]),
    logged_out("log-in-not-possible", &[Provider(Fault::ParError), Click("#log-in"), See(".alert-error")]),
    logged_out("log-in-not-left", &[NOWHERE_TO_GO, Click("#log-in"), See(".alert-error")]),
    logged_out("log-in-cancelled", &[Click("#log-in"), Click("#cancel"), See(".status-word")]),
    logged_out("log-in-not-a-caseworker", &[Click("#log-in"), LogIn("eva"), See("#next-step")]),
    logged_out("session-waiting", &[Silence("/api/session"), Reload, WAITING]),
    logged_out("session-unreachable", &[Cut("/api/session"), Reload, See("#try-again")]),
    logged_out("guide", &[Visit("sandbox"), See("main dl")]),
    // The stand-in for MitID.
    logged_out("provider", &[Click("#log-in"), See("#choose-mitid")]),
    logged_out("provider-user-id", &[Click("#log-in"), Click("#choose-mitid"), See("#user-id")]),
    logged_out(
        "provider-user-id-unknown",
        &[
            Click("#log-in"),
            Click("#choose-mitid"),
            Fill("#user-id", "nobody"),
            Click("#continue"),
            See("#user-id-error"),
        ],
    ),
    logged_out(
        "provider-over",
        &[Click("#log-in"), See("#choose-mitid"), Run("location.pathname = '/login/over'"), See("h1 + p:last-child")],
    ),
    logged_out("provider-qr-code", &[Click("#log-in"), Choose("anna"), See("#open-app")]),
    // Finding an account holder.
    dan("look-up", &[]),
    dan("look-up-empty", &[Click("#look-up"), ERRORS]),
    dan("look-up-recognised", &[Fill("#holder-number", "010158-5018")]),
    dan("look-up-kinds", &[Fill("#holder-number", "1010501004"), See("#scheme-p")]),
    dan("look-up-kind-missing", &[Fill("#holder-number", "99000678"), Click("#look-up"), ERRORS]),
    dan("look-up-nobody", &[Fill("#holder-number", "010190-5014"), Click("#look-up"), See(".alert-error")]),
    dan(
        "look-up-searching",
        &[Silence("/lookup"), Fill("#holder-number", "010158-5018"), Click("#look-up"), See("[aria-busy=true]")],
    ),
    dan(
        "look-up-unreachable",
        &[Cut("/lookup"), Fill("#holder-number", "010158-5018"), Click("#look-up"), See(".alert-error")],
    ),
    dan("look-up-offline", &[Run("dispatchEvent(new Event('offline'))"), See("#offline")]),
    dan("look-up-recent", &[DOMESTIC, Click("#menu-find"), See("#recent-1")]),
    dan("look-up-session-ending", &[SESSION_ENDING]),
    dan("form-no-right", &[Visit("benefit-types/FRITID/edit"), See("#outcome")]),
    dan("benefit-types-no-right", &[BENEFIT_TYPES]),
    dan("not-found", &[Visit("no/such/page"), See("main a")]),
    // The accounts of a holder.
    dan("overview-no-right", &[DOMESTIC]),
    clara("overview-specific-other-authority", &[SPECIFIC]),
    clara(
        "receipt-benefit-type",
        &[
            BENEFIT_TYPES,
            Click("#own a[href$='/edit']"),
            Fill("#name", "Puljer til foreninger"),
            All(&[CONFIRMATION, Click("#confirm"), LogIn("clara"), See("#receipt-number")]),
        ],
    ),
    anna("overview-domestic", &[DOMESTIC]),
    anna("overview-foreign", &[FOREIGN]),
    anna("overview-copied", &[FOREIGN, COPIED]),
    anna("overview-nothing", &[NOTHING]),
    anna("overview-pending", &[LookUp("170983-5005")]),
    anna("overview-specific", &[SPECIFIC]),
    anna("overview-specific-hindered", &[LookUp("031280-5006")]),
    anna("overview-specific-pending", &[LookUp("110274-5007")]),
    anna("overview-specific-fi", &[LookUp("070970-5008")]),
    anna("overview-without-iban", &[LookUp("150462-5008")]),
    anna("overview-deceased", &[LookUp("301190-5004")]),
    anna("overview-closed", &[LookUp("99000341")]),
    anna("overview-waiting", &[DOMESTIC, Silence("/api/account-holders"), Reload, WAITING]),
    anna("overview-unreachable", &[DOMESTIC, Cut("/api/account-holders"), Reload, See("#try-again")]),
    anna("history", &[LookUp("230881-5008"), HISTORY]),
    anna("history-older", &[LookUp("230881-5008"), HISTORY, Click("#older"), See("#entry-49")]),
    anna("history-waiting", &[LookUp("230881-5008"), Silence("/history"), Click("#history"), WAITING]),
    // The caseworker's own.
    anna("units", &[Click("#to-units"), See("#switch-unit")]),
    anna("benefit-types", &[BENEFIT_TYPES]),
    anna("benefit-types-history", &[BENEFIT_TYPES, HISTORY]),
    anna("benefit-types-waiting", &[Silence("/api/benefit-types"), Click("#menu-benefit-types"), WAITING]),
    anna("benefit-type-new", &[BENEFIT_TYPES, Click("#create-benefit-type"), See("#code")]),
    anna("benefit-type-new-empty", &[BENEFIT_TYPES, Click("#create-benefit-type"), SAVE, ERRORS]),
    anna("benefit-type-edit", &[BENEFIT_TYPES, Click("#own a[href$='/edit']"), See("#name")]),
    anna("benefit-type-not-there", &[Visit("benefit-types/UKENDT/edit"), See("#page-heading")]),
    anna("benefit-type-delete", &[DELETE_BENEFIT_TYPE]),
    anna("benefit-type-in-use", &[BENEFIT_TYPES, Click("#own a[href$='/VARME/delete']"), See("#refusal")]),
    // The forms.
    anna("domestic", &[DOMESTIC_FORM]),
    anna("domestic-empty", &[DOMESTIC_FORM, SAVE, ERRORS]),
    anna("domestic-filled-in", &[DOMESTIC_FORM, DOMESTIC_ACCOUNT, See("#account-number-echo")]),
    anna("foreign", &[FOREIGN_FORM]),
    anna("foreign-empty", &[FOREIGN_FORM, SAVE, ERRORS]),
    anna("foreign-filled-in", &[FOREIGN_FORM, FOREIGN_ACCOUNT]),
    anna("foreign-help", &[FOREIGN_FORM, Click(".help summary"), See(".help[open]")]),
    anna("foreign-domestic-iban", &[FOREIGN_FORM, Fill("#iban", "DK1899980000246813"), See("#use-domestic")]),
    anna(
        "foreign-countries-differ",
        &[FOREIGN_FORM, FOREIGN_ACCOUNT, Fill("#bic", "AAAADEFF"), See("#bic-bank:not(:empty)"), SAVE, ERRORS],
    ),
    anna("foreign-saving", &[FOREIGN_FORM, FOREIGN_ACCOUNT, Silence("/prepare"), SAVE, See("#save[aria-busy=true]")]),
    anna(
        "foreign-not-possible",
        &[FOREIGN_FORM, FOREIGN_ACCOUNT, Provider(Fault::ParError), SAVE, See("main .alert-error:not(.error-summary)")],
    ),
    anna("number", &[NUMBER_FORM]),
    anna("number-empty", &[NUMBER_FORM, SAVE, ERRORS]),
    anna("number-filled-in", &[NUMBER_FORM, NUMBER_ACCOUNT]),
    anna("number-incomplete", &[NUMBER_FORM, Click("#country option[value=CA]"), See("#bank-code"), SAVE, ERRORS]),
    anna("number-other-form", &[NUMBER_FORM, Click("#country option[value=DE]"), See("#use-other-form")]),
    anna("specific-new", &[SPECIFIC_FORM]),
    anna("specific-new-empty", &[SPECIFIC_FORM, SAVE, ERRORS]),
    anna(
        "specific-new-without-types",
        &[NO_BENEFIT_TYPES, NOTHING, Click("#create-specific"), See("#no-benefit-types")],
    ),
    anna("specific-new-fi", &[SPECIFIC_FORM, Click("label[for=account-type-fi]"), See("#creditor")]),
    anna("specific-new-fi-filled-in", &[SPECIFIC_FORM, CREDITOR]),
    anna("specific-replace", &[SPECIFIC, Click("[id^='specific-NKSSOP'] a[href$='/replace']"), See("#present")]),
    anna("specific-lock", &[LOCK]),
    anna("specific-unlock", &[UNLOCK]),
    anna("specific-delete", &[SPECIFIC, Click("[id^='specific-NKSSOP'] a[href$='/delete']"), See("#present")]),
    anna("deletion", &[DOMESTIC, Click("#delete-nemkonto"), See("#no-promotion")]),
    anna("deletion-with-specific", &[SPECIFIC, Click("#delete-nemkonto"), See("#promotable")]),
    // The dialog.
    anna("confirmation-foreign", &[FOREIGN_FORM, FOREIGN_ACCOUNT, CONFIRMATION]),
    anna("confirmation-replacement", &[REPLACEMENT, CONFIRMATION]),
    anna("confirmation-domestic", &[DOMESTIC_FORM, DOMESTIC_ACCOUNT, CONFIRMATION]),
    anna("confirmation-number", &[NUMBER_FORM, NUMBER_ACCOUNT, CONFIRMATION]),
    anna("confirmation-specific", &[SPECIFIC_FORM, SPECIFIC_ACCOUNT, CONFIRMATION]),
    anna("confirmation-creditor", &[SPECIFIC_FORM, CREDITOR, CONFIRMATION]),
    anna("confirmation-other-name", &[OTHER_NAME]),
    anna(
        "confirmation-other-name-missing",
        &[OTHER_NAME, Click("#acknowledge"), See("#payee-reason[aria-invalid=true]")],
    ),
    anna("confirmation-other-name-acknowledged", &[ACKNOWLEDGED]),
    anna(
        "confirmation-no-match",
        &[
            DOMESTIC_FORM,
            Fill("#registration-number", "9999"),
            Fill("#account-number", "7000000002"),
            SAVE,
            See("#confirmation[open] #acknowledge"),
        ],
    ),
    anna(
        "confirmation-no-answer",
        &[DOMESTIC_FORM, Fill("#registration-number", "9999"), Fill("#account-number", "7000000005"), CONFIRMATION],
    ),
    anna("confirmation-deletion", &[SPECIFIC, Click("#delete-nemkonto"), CONFIRMATION]),
    anna("confirmation-specific-replacement", &[REPLACE_SPECIFIC, CONFIRMATION]),
    anna("confirmation-specific-deletion", &[DELETE_SPECIFIC, CONFIRMATION]),
    anna("confirmation-lock", &[LOCK, CONFIRMATION]),
    anna("confirmation-unlock", &[UNLOCK, CONFIRMATION]),
    anna("confirmation-benefit-type-new", &[NEW_BENEFIT_TYPE, CONFIRMATION]),
    anna("confirmation-benefit-type-deletion", &[DELETE_BENEFIT_TYPE, CONFIRMATION]),
    anna(
        "confirmation-benefit-type",
        &[BENEFIT_TYPES, Click("#own a[href$='/edit']"), Fill("#name", "Fritidskort"), CONFIRMATION],
    ),
    anna(
        "confirmation-storage-blocked",
        &[
            FOREIGN_FORM,
            FOREIGN_ACCOUNT,
            CONFIRMATION,
            Run("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"),
            Click("#confirm"),
            See("#confirmation .alert-error"),
        ],
    ),
    anna(
        "confirmation-not-left",
        &[
            NOWHERE_TO_GO,
            FOREIGN_FORM,
            FOREIGN_ACCOUNT,
            CONFIRMATION,
            Click("#confirm"),
            See("#confirmation .alert-error"),
        ],
    ),
    anna("confirmation-session-ending", &[FOREIGN_FORM, FOREIGN_ACCOUNT, CONFIRMATION, SESSION_ENDING]),
    // The app that approves, and what can become of a login.
    anna("provider-app", &[AT_THE_PROVIDER, Choose("anna"), OpenApp, See("#approve")]),
    anna("provider-app-approved", &[AT_THE_PROVIDER, Choose("anna"), OpenApp, Click("#approve"), See("#decided")]),
    anna("returning", &[AT_THE_PROVIDER, Silence("/confirm"), BACK, WAITING]),
    anna("returning-unreachable", &[AT_THE_PROVIDER, Cut("/confirm"), BACK, See("#try-now")]),
    anna(
        "problem-unknown-outcome",
        &[
            AT_THE_PROVIDER,
            Cut("/confirm"),
            BACK,
            All(&[Click("#try-now"), Click("#try-now"), Click("#try-now"), Click("#try-now")]),
            See("#outcome"),
        ],
    ),
    anna("problem-other-person", &[AT_THE_PROVIDER, LogIn("bo"), See("#back-to-form")]),
    anna("problem-private-mitid", &[AT_THE_PROVIDER, LogIn("eva"), See("#back-to-form")]),
    anna("problem-not-fresh", &[AT_THE_PROVIDER, Provider(Fault::OldAuthTime), BACK, See("#back-to-form")]),
    anna("problem-not-proven", &[AT_THE_PROVIDER, Provider(Fault::ChangedSignature), BACK, See("#back-to-form")]),
    anna(
        "problem-logged-out",
        &[AT_THE_PROVIDER, LogIn("bo"), See("#back-to-form"), EndSession, Click("#back-to-form"), See("#log-in-again")],
    ),
    anna("problem-reopening", &[AT_THE_PROVIDER, LogIn("bo"), Silence("/reopen"), Click("#back-to-form"), WAITING]),
    anna("problem-reopened", &[AT_THE_PROVIDER, LogIn("bo"), Click("#back-to-form"), See("#notice"), BANK]),
    anna("problem-no-record", &[Visit("return?code=unknown&state=unknown"), See("#outcome")]),
    anna("form-cancelled", &[AT_THE_PROVIDER, Click("#cancel"), See("#notice"), BANK]),
    anna("log-in-form-kept", &[FOREIGN_FORM, FOREIGN_ACCOUNT, EndSession, SAVE, See("#kept")]),
    anna("form-kept", &[FOREIGN_FORM, FOREIGN_ACCOUNT, EndSession, SAVE, KEPT_FORM]),
    anna("crash-form-kept", &[FOREIGN_FORM, FOREIGN_ACCOUNT, EndSession, SAVE, KEPT_FORM, CRASH]),
    anna("crash-under-way", &[AT_THE_PROVIDER, Silence("/confirm"), BACK, WAITING, CRASH]),
    anna("form-interrupted", &[AT_THE_PROVIDER, Visit(""), See("#notice"), BANK]),
    // Receipts.
    anna("receipt-foreign", &[REPLACEMENT, CARRIED_OUT]),
    anna("receipt-domestic", &[LookUp("290284-6000"), Click("#assign-nemkonto"), DOMESTIC_ACCOUNT, CARRIED_OUT]),
    anna("receipt-deletion", &[LookUp("080888-8009"), Click("#delete-nemkonto"), CARRIED_OUT]),
    anna(
        "receipt-specific",
        &[LookUp("99000236"), Click("#create-specific"), See("#benefit-type"), SPECIFIC_ACCOUNT, CARRIED_OUT],
    ),
    anna(
        "receipt-number",
        &[
            LookUp("020266-5004"),
            Click("#assign-nemkonto"),
            Click("label[for=account-type-number]"),
            NUMBER_ACCOUNT,
            CARRIED_OUT,
        ],
    ),
    anna(
        "receipt-creditor",
        &[LookUp("1999999006"), Click("#create-specific"), See("#benefit-type"), CREDITOR, CARRIED_OUT],
    ),
    anna("receipt-specific-replacement", &[REPLACE_SPECIFIC, CARRIED_OUT]),
    anna("receipt-specific-deletion", &[DELETE_SPECIFIC, CARRIED_OUT]),
    anna("receipt-lock", &[LOCK, CARRIED_OUT]),
    anna("receipt-unlock", &[UNLOCK, CARRIED_OUT]),
    anna("receipt-benefit-type-new", &[NEW_BENEFIT_TYPE, CARRIED_OUT]),
    anna("receipt-benefit-type-deletion", &[DELETE_BENEFIT_TYPE, CARRIED_OUT]),
    anna(
        "history-after-change",
        &[
            LookUp("120361-6003"),
            Click("#assign-nemkonto"),
            DOMESTIC_ACCOUNT,
            CARRIED_OUT,
            Click("#same-holder"),
            HISTORY,
        ],
    ),
    anna("receipt-not-found", &[Visit("receipts/unknown"), See("#to-start")]),
    anna("receipt-waiting", &[Silence("/api/receipts"), Visit("receipts/unknown"), WAITING]),
    anna("verify", &[Click("#verify-receipt"), See("#check-text")]),
    anna(
        "verify-doubt",
        &[Click("#verify-receipt"), Fill("#receipt-text", "kvittering"), Click("#check-text"), See("#doubt")],
    ),
    anna(
        "verify-genuine",
        &[LookUp("990005-62"), Click("#assign-nemkonto"), DOMESTIC_ACCOUNT, CARRIED_OUT, CheckReceipt],
    ),
    anna("verify-code", &[LookUp("180678-5004"), Click("#delete-nemkonto"), CARRIED_OUT, ScanReceipt]),
    anna("still-logged-in", &[Cut("/api/logout"), Click("#log-out"), See("#still-logged-in")]),
    anna("logged-out-in-other-tab", &[FOREIGN_FORM, FOREIGN_ACCOUNT, LOGGED_OUT_ELSEWHERE, See("#ended")]),
    anna("somebody-else", &[FOREIGN_FORM, FOREIGN_ACCOUNT, SOMEBODY_ELSE, See("#somebody-else")]),
    anna("other-unit", &[FOREIGN_FORM, FOREIGN_ACCOUNT, OTHER_UNIT, See("#other-unit")]),
    anna("logged-out", &[Click("#log-out"), See(".status-word")]),
];
