//! Values that several tests need. All numbers are synthetic.

#![allow(clippy::unwrap_used, dead_code, reason = "each test uses some of it")]

pub mod signing;

use nemkonto::{
    contract::{
        AccountOverview, Authority, Caseworker, ChangeId, Confirmed, HolderKey, HolderStatus, PrepareRequest, Prepared,
        Receipt, Right, Sealed, Session, SignedReceipt, Timestamp, Warning,
    },
    domain::{
        change::Change,
        date::Date,
        draft::{Draft, Field, Kind, Rules},
        holder::{HolderId, Scheme},
    },
};

pub const CVR: &str = "12345674";
pub const BIC: &str = "REVOLT21";
pub const IBAN: &str = "LT121000011101001000";
pub const OTHER_IBAN: &str = "LT601010012345678901";

pub fn today() -> Date {
    Date::new(2026, 11, 23).unwrap()
}

pub fn rules() -> Rules {
    Rules { today: today(), valid_from_days: 365 }
}

pub fn holder() -> HolderId {
    HolderId::parse(Scheme::Cvr, CVR, today()).unwrap()
}

pub fn foreign(bic: &str, iban: &str) -> Draft {
    let mut draft = Draft::new(Kind::ForeignNemKonto);
    draft.set(Field::Bic, bic);
    draft.set(Field::Iban, iban);
    draft
}

pub fn draft() -> Draft {
    foreign(BIC, IBAN)
}

pub fn change() -> Change {
    draft().check(&holder(), rules()).unwrap()
}

pub fn other_change() -> Change {
    foreign(BIC, OTHER_IBAN).check(&holder(), rules()).unwrap()
}

pub fn caseworker() -> Caseworker {
    Caseworker {
        name: Some("Signe Sandkasse".into()),
        authority: Authority { name: "Sandby Kommune".into(), cvr: "10000009".into() },
        rights: vec![Right::ViewAccounts, Right::ChangeNemKonto],
    }
}

pub fn session() -> Session {
    Session { caseworker: caseworker(), expires_at: Timestamp(1_695_035_000) }
}

pub fn overview() -> AccountOverview {
    AccountOverview {
        key: HolderKey("holder-key".into()),
        version: 7,
        holder: holder(),
        name: "Sandby Cykler ApS".into(),
        status: HolderStatus::Active,
        nemkonto: None,
        pending: None,
        specific_accounts: Vec::new(),
    }
}

pub fn prepare_request() -> PrepareRequest {
    PrepareRequest { holder: overview().key, version: overview().version, draft: draft() }
}

pub fn prepared() -> Prepared {
    Prepared {
        change_id: ChangeId("change-id".into()),
        change: change(),
        holder_name: overview().name,
        present: None,
        warnings: vec![Warning::ForeignTransfer],
        // 18 September 2023, 12:42 in Denmark.
        prepared_at: Timestamp(1_695_033_720),
        expires_at: Timestamp(1_695_034_320),
        check_code: "4821".into(),
        reference_text: "Bekræft NemKonto LT.. 1000 for CVR-nr. 12345674. Kontrolkode 4821".into(),
        caseworker: caseworker(),
        authorization_url: "https://provider.example/authorize?client_id=nemkonto&request_uri=urn:x".into(),
        state: "state-of-the-request".into(),
        sealed: Sealed("sealed-bytes".into()),
    }
}

pub fn receipt() -> Receipt {
    Receipt {
        number: "NK-2023-000001".into(),
        change_id: prepared().change_id,
        change: change(),
        commitment: "0d".repeat(32),
        holder_name: overview().name,
        previous: None,
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

pub fn confirmed() -> Confirmed {
    Confirmed { receipt: signed_receipt(), session: session() }
}
