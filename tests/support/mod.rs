//! Values that several tests need. All numbers are synthetic.

#![allow(clippy::unwrap_used, dead_code, reason = "each test uses some of it")]

pub mod signing;

use std::{
    pin::pin,
    task::{Context, Poll, Waker},
};

use nemkonto::{
    contract::{
        AccountOverview, ActingAs, Assignment, Authority, BenefitType, BenefitTypes, Caseworker, ChangeId,
        Configuration, Confirmed, Contact, DraftKey, HolderHandle, HolderStatus, Identity, InForce, Links, Names, Next,
        OwnBenefitType, PayeeCheck, Pending, PrepareAnswer, PrepareRequest, Prepared, Reading, Reason, Receipt,
        Registration, Reopened, Sealed, Session, SignedReceipt, SpecificAccount, Timestamp, ToAcknowledge, Unit,
        UnitId, Warning,
    },
    domain::{
        account::{Account, AccountType},
        benefit_type::{BenefitCode, BenefitName},
        change::Change,
        change_kind::ChangeKind,
        company_number::Cvr,
        date::Date,
        draft::{Draft, Field, FieldErrors, Rules},
        holder::{HolderId, Scheme},
        payee::PayeeAnswer,
        right::Right,
        specific::{Locks, SpecificAccountId},
    },
    relogin::{AgreedChange, Compared, Entered, StoredRecord, UnacknowledgedChange},
};

/// What a future that never waits comes to.
pub fn now<T>(future: impl Future<Output = T>) -> T {
    let mut context = Context::from_waker(Waker::noop());
    match pin!(future).poll(&mut context) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("it waits"),
    }
}

pub const CVR: &str = "12345674";
pub const BIC: &str = "REVOLT21";
pub const IBAN: &str = "LT121000011101001000";
pub const OTHER_IBAN: &str = "LT601010012345678901";

pub fn today() -> Date {
    Date::new(2026, 11, 23).unwrap()
}

pub fn rules() -> Rules {
    Rules { today: today(), valid_from_days: 365, tolerance_days: 0 }
}

pub fn holder() -> HolderId {
    HolderId::parse(Scheme::Cvr, CVR, today()).unwrap()
}

pub fn foreign(bic: &str, iban: &str) -> Draft {
    let mut draft = Draft::new(ChangeKind::AssignNemKonto);
    draft.set(Field::AccountType, AccountType::Iban.name());
    draft.set(Field::Bic, bic);
    draft.set(Field::Iban, iban);
    draft
}

pub fn draft() -> Draft {
    foreign(BIC, IBAN)
}

/// What the API would make of a draft.
pub fn check(draft: &Draft) -> Result<Change, FieldErrors> {
    draft.check(Some(&holder()), &authority().cvr, rules())
}

pub fn change() -> Change {
    check(&draft()).unwrap()
}

pub fn other_change() -> Change {
    check(&foreign(BIC, OTHER_IBAN)).unwrap()
}

/// One form of each kind, filled in, and of each form of account.
pub fn filled_forms() -> Vec<Draft> {
    let specific =
        SpecificAccountId { benefit_type: BenefitCode::parse("NKSSOP").unwrap(), authority: authority().cvr };
    let with = |mut draft: Draft, values: &[(Field, &str)]| {
        for (field, value) in values {
            draft.set(*field, *value);
        }
        draft
    };
    let domestic = [(Field::RegistrationNumber, "9999"), (Field::AccountNumber, "123456")];
    let iban = [
        (Field::AccountType, "iban"),
        (Field::Bic, BIC),
        (Field::Iban, IBAN),
        (Field::BankName, "Revolut Bank"),
        (Field::Currency, "EUR"),
    ];
    let number = [
        (Field::AccountType, "number"),
        (Field::Country, "US"),
        (Field::BankCode, "999999992"),
        (Field::ForeignAccount, "000123456789"),
        (Field::BankName, "Example Bank"),
        (Field::BankStreet, "1 Main Street"),
        (Field::BankCity, "Springfield 12345"),
        (Field::Currency, "USD"),
    ];
    let fi =
        [(Field::AccountType, "fi"), (Field::Slip, "71"), (Field::PaymentId, "123455"), (Field::Creditor, "80000000")];
    let named = [(Field::Name, "Tilskud til musikskole")];
    let new_specific = || with(Draft::new(ChangeKind::CreateSpecific), &[(Field::BenefitType, "NKSSOP")]);
    let existing = |kind| Draft::for_account(kind, &specific);
    let own_type = |kind| with(Draft::new(kind), &[(Field::BenefitType, "MUSIK")]);
    vec![
        with(Draft::new(ChangeKind::AssignNemKonto), &domestic),
        with(Draft::new(ChangeKind::AssignNemKonto), &iban),
        with(Draft::new(ChangeKind::AssignNemKonto), &number),
        Draft::new(ChangeKind::DeleteNemKonto),
        with(new_specific(), &domestic),
        with(new_specific(), &fi),
        with(existing(ChangeKind::ReplaceSpecific), &number),
        with(existing(ChangeKind::ReplaceSpecific), &iban),
        existing(ChangeKind::DeleteSpecific),
        existing(ChangeKind::LockSpecific),
        existing(ChangeKind::UnlockSpecific),
        with(with(Draft::new(ChangeKind::CreateBenefitType), &named), &[(Field::Code, "musik")]),
        with(own_type(ChangeKind::EditBenefitType), &named),
        own_type(ChangeKind::DeleteBenefitType),
    ]
}

pub fn authority() -> Authority {
    Authority { name: "Sandby Kommune".into(), cvr: Cvr::parse("10000009").unwrap() }
}

pub fn unit() -> Unit {
    Unit { id: UnitId("unit".into()), name: "Ydelsesservice".into() }
}

pub fn caseworker() -> Caseworker {
    Caseworker {
        name: Some("Signe Sandkasse".into()),
        authority: authority(),
        unit: unit(),
        rights: Right::ALL.to_vec(),
    }
}

/// Whom a login of the caseworker names.
pub fn identity() -> Identity {
    Identity { name: caseworker().name, organisation: authority() }
}

pub fn configuration() -> Configuration {
    let contact = Contact {
        name: "Support".into(),
        telephone: "12 34 56 78".into(),
        email: "support@example.org".into(),
        opening_hours: "8-16".into(),
    };
    let login_origin = Some("https://provider.example".into());
    let links = Links { support: Some("https://support.example".into()), ..Links::default() };
    Configuration {
        contact,
        links,
        product_name: None,
        languages: Vec::new(),
        session_minutes: None,
        stylesheet: None,
        report_address: None,
        sandbox: true,
        valid_from_days: 365,
        bank_directory: false,
        payee_check: false,
        login_origin,
    }
}

pub fn session() -> Session {
    Session {
        caseworker: caseworker(),
        assignments: vec![Assignment { authority: authority(), unit: unit() }],
        expires_in: 1800,
        acting_as: ActingAs("signe-in-unit".into()),
        draft_key: DraftKey("A".repeat(43)),
    }
}

pub fn overview() -> AccountOverview {
    AccountOverview {
        handle: HolderHandle("holder-handle".into()),
        version: 7,
        holder: holder(),
        name: "Sandby Cykler ApS".into(),
        status: HolderStatus::Active,
        nemkonto: None,
        pending: None,
        specific_accounts: Vec::new(),
    }
}

pub fn names() -> Names {
    Names { holder: Some(overview().name), ..Names::default() }
}

pub fn other_authority() -> Authority {
    Authority { name: "Nordby Kommune".into(), cvr: Cvr::parse("98765409").unwrap() }
}

fn domestic_account() -> Account {
    check(&filled_forms()[0]).unwrap().account().unwrap().clone()
}

fn registration() -> Registration {
    Registration { by: authority().name, at: Timestamp(1_695_033_720) }
}

fn benefit_type(code: &str, name: &str) -> BenefitType {
    BenefitType { code: BenefitCode::parse(code).unwrap(), name: BenefitName::parse(name).unwrap() }
}

/// A holder with one unlocked specific account of the own authority.
pub fn with_specific() -> AccountOverview {
    let specific = SpecificAccount {
        benefit_type: benefit_type("NKSSOP", "Social pension"),
        authority: authority(),
        in_force: Some(InForce { account: domestic_account(), bank: None, registration: registration() }),
        pending: None,
        locks: Locks::default(),
    };
    AccountOverview { specific_accounts: vec![specific], ..overview() }
}

/// The same holder with a `NemKonto`.
pub fn with_nemkonto() -> AccountOverview {
    let specific = with_specific();
    AccountOverview { nemkonto: specific.specific_accounts[0].in_force.clone(), ..specific }
}

/// The same holder with a creditor in the place of the account.
pub fn with_creditor() -> AccountOverview {
    let mut overview = with_specific();
    let in_force = overview.specific_accounts[0].in_force.as_mut().unwrap();
    in_force.account = check(&filled_forms()[5]).unwrap().account().unwrap().clone();
    overview
}

/// A holder whose `NemKonto` waits for activation, or has done so in vain.
pub fn with_pending(is_expired: bool) -> AccountOverview {
    let pending = Pending {
        account: domestic_account(),
        bank: None,
        registration: registration(),
        letter_date: Date::new(2026, 11, 1).unwrap(),
        activate_by: Date::new(2026, 12, 31).unwrap(),
        is_expired,
        valid_from: None,
    };
    AccountOverview { pending: Some(pending), ..overview() }
}

pub fn benefit_types() -> BenefitTypes {
    let own = benefit_type("MUSIK", "Tilskud til musikskole");
    BenefitTypes {
        version: 3,
        payable: vec![benefit_type("NKSSOP", "Social pension"), own.clone()],
        own: vec![OwnBenefitType { benefit_type: own, locked: false, accounts: 0 }],
    }
}

pub fn prepare_request() -> PrepareRequest {
    PrepareRequest { holder: Some(overview().handle), version: overview().version, draft: draft(), acknowledges: None }
}

/// The change as it was entered.
pub fn entered() -> Entered {
    Entered::new(prepare_request(), change())
}

pub fn reading() -> Reading {
    Reading {
        change: change(),
        names: names(),
        before: None,
        warnings: vec![Warning::ForeignTransfer],
        payee: None,
        // 18 September 2023, 12:42 in Denmark.
        prepared_at: Timestamp(1_695_033_720),
        acts_for: Assignment { authority: authority(), unit: unit() },
    }
}

pub fn prepared() -> Prepared {
    Prepared {
        change_id: ChangeId("change-id".into()),
        expires_at: Timestamp(1_695_034_320),
        check_code: "4821".into(),
        reference_text: "Bekræft NemKonto LT.. 1000 for CVR-nr. 12345674. Kontrolkode 4821".into(),
        identity: identity(),
        authorization_url: "https://provider.example/authorize?client_id=nemkonto&request_uri=urn:x".into(),
        state: "state-of-the-request".into(),
        issuer: Some("https://provider.example".into()),
        sealed: Sealed("sealed-bytes".into()),
    }
}

/// What the API makes of the change.
pub fn answer() -> PrepareAnswer {
    answer_about(None)
}

/// The same, where the bank has said something about the owner of the account.
pub fn answer_about(payee: Option<PayeeCheck>) -> PrepareAnswer {
    let next = if payee.as_ref().is_some_and(PayeeCheck::wants_acknowledgement) {
        Next::Acknowledge(to_acknowledge())
    } else {
        Next::Login(Box::new(prepared()))
    };
    PrepareAnswer { reading: Reading { payee, ..reading() }, next }
}

/// What a bank answers.
pub fn payee(answer: PayeeAnswer) -> PayeeCheck {
    let bank_name = (answer == PayeeAnswer::CloseMatch).then(|| "S. Cykler ApS".to_owned());
    PayeeCheck { asked_name: overview().name, asked_at: reading().prepared_at, answer, bank_name, acknowledged: None }
}

/// The agency's reasons.
pub fn reasons() -> Vec<Reason> {
    let reason =
        |id: &str, da: &str, en: &str, wants_note| Reason { id: id.into(), da: da.into(), en: en.into(), wants_note };
    vec![
        reason("trading-name", "Virksomheden har et binavn", "The company has a trading name", false),
        reason("other", "En anden grund", "Another reason", true),
    ]
}

pub fn to_acknowledge() -> ToAcknowledge {
    ToAcknowledge { reasons: reasons(), sealed: Sealed("sealed-answer".into()) }
}

/// The prepared change, compared with what was entered.
pub fn agreed() -> AgreedChange {
    agreed_about(None)
}

/// The same, where the bank has said something about the owner of the account.
pub fn agreed_about(payee: Option<PayeeCheck>) -> AgreedChange {
    match entered().compare(answer_about(payee)).unwrap() {
        Compared::Agreed(agreed) => *agreed,
        Compared::Unacknowledged(_) => panic!("something is left to be said"),
    }
}

/// A record as a later version of the app may write it: of what this one knows, only what is the same in every version.
pub fn of_other_version(record: &StoredRecord) -> StoredRecord {
    let mut written: serde_json::Value = serde_json::from_str(&record.to_text()).unwrap();
    written["version"] = 200.into();
    written["issuer"].take();
    written["added_later"] = serde_json::json!([{ "whatever": 1.5 }]);
    StoredRecord::from_text(record.key(), &written.to_string()).unwrap()
}

/// The change whose account the bank knows by another name.
pub fn unacknowledged(answer: PayeeAnswer) -> UnacknowledgedChange {
    match entered().compare(answer_about(Some(payee(answer)))).unwrap() {
        Compared::Unacknowledged(unacknowledged) => *unacknowledged,
        Compared::Agreed(_) => panic!("nothing is left to be said"),
    }
}

pub fn receipt() -> Receipt {
    Receipt {
        number: "NK-2023-000001".into(),
        change_id: prepared().change_id,
        change: change(),
        commitment: "0d".repeat(32),
        names: names(),
        before: None,
        warnings: vec![Warning::ForeignTransfer],
        payee: None,
        caseworker: caseworker(),
        committed_at: Timestamp(1_695_033_900),
        authenticated_at: Timestamp(1_695_033_880),
        assurance: "https://data.gov.dk/concept/core/nsis/Substantial".into(),
        check_code: "4821".into(),
    }
}

pub fn signed_receipt() -> SignedReceipt {
    signing::Signer::ours().receipt(&receipt())
}

/// The answer that gives a form back.
pub fn withdrawn(overview: Option<AccountOverview>, draft: Draft) -> Reopened {
    Reopened::Withdrawn { overview: overview.map(Box::new), draft, session: Box::new(session()) }
}

pub fn confirmed() -> Confirmed {
    Confirmed { receipt: signed_receipt(), session: session() }
}
