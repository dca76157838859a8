//! `POST /api/changes/{change_id}/confirm`: the login is back, and the change is carried out.

use axum::{
    Json,
    extract::{Path, State},
};
use axum_extra::extract::CookieJar;
use nemkonto::contract::{ChangeId, ConfirmRequest, Confirmed, LoginCallback, ProblemType, SignedReceipt};

use super::{
    Api, Refusal,
    commit::commit,
    cookies::{self, CookieKind},
    extract::{Body, MaybeLoggedIn},
    login::begin_session,
    pending_change::PendingChange,
};
use crate::{
    relying_party::{Expected, ExpectedLogin},
    store::{
        attempts::{self, Claim, CodeHash},
        commits::{self, Fate},
        sessions::ActiveSession,
    },
};

/// `POST /api/changes/{change_id}/confirm`
pub async fn confirm(
    State(api): State<Api>,
    MaybeLoggedIn(session): MaybeLoggedIn,
    Path(change_id): Path<String>,
    Body(request): Body<ConfirmRequest>,
) -> Result<(CookieJar, Json<Confirmed>), Refusal> {
    let confirmation = Confirmation::open(api, ChangeId(change_id), request)?;
    // A browser that goes away must not stop this halfway, with the code redeemed and nothing carried out.
    tokio::spawn(confirmation.run(session))
        .await
        .unwrap_or_else(|_| Err(Refusal::with_detail(ProblemType::Internal, "confirming was interrupted")))
}

struct Confirmation {
    api: Api,
    pending: PendingChange,
    change_id: ChangeId,
    callback: LoginCallback,
    code: CodeHash,
}

impl Confirmation {
    /// Steps 1 and 2: the seal holds, and the sealed change is the one that is asked for.
    fn open(api: Api, change_id: ChangeId, request: ConfirmRequest) -> Result<Self, Refusal> {
        let pending = PendingChange::open(api.sealer(), &request.sealed)?;
        if pending.statement()?.change_id != change_id {
            return Err(ProblemType::ChangeMismatch.into());
        }
        let code = CodeHash::of(&request.callback.code);
        Ok(Self { api, pending, change_id, callback: request.callback, code })
    }

    /// Steps 3 to 5: what has become of the change, and whether there is time and patience left.
    async fn run(self, session: Option<ActiveSession>) -> Result<(CookieJar, Json<Confirmed>), Refusal> {
        let _turn = self.api.turns().wait(&self.change_id).await;
        let change_id = self.change_id.clone();
        let (fate, refused) = self
            .api
            .store()
            .transaction(move |transaction| -> Result<_, Refusal> {
                Ok((commits::fate(transaction, &change_id)?, attempts::refused(transaction, &change_id)?))
            })
            .await?;
        match fate {
            Fate::Committed { receipt, code } => return self.repeat(session, *receipt, code).await,
            Fate::Withdrawn => return Err(ProblemType::ChangeWithdrawn.into()),
            Fate::Open => {}
        }
        if self.api.clock().now() > self.pending.expires_at {
            return Err(ProblemType::ChangeExpired.into());
        }
        if refused >= self.api.settings().limits.refused_confirmations {
            return Err(ProblemType::TooManyAttempts.into());
        }
        match self.prove_and_commit().await {
            Ok(receipt) => self.answer(session, receipt).await,
            Err(refusal) => {
                self.note(refusal.kind).await?;
                Err(self.pending.refuse(refusal))
            }
        }
    }

    /// Steps 6 to 9: the login belongs to this change, is redeemed once, proves all that it must, and the change is carried out.
    async fn prove_and_commit(&self) -> Result<SignedReceipt, Refusal> {
        let relying_party = self.api.relying_party();
        relying_party.check_callback(&self.pending.login, &self.callback).await?;
        self.claim_code().await?;
        let limits = self.api.settings().limits;
        let expected = Expected {
            nonce: &self.pending.commitment()?.nonce(),
            requested_at: self.pending.prepared_at,
            login: ExpectedLogin::FreshBy(&self.pending.person),
            now: self.api.clock().now(),
            skew: limits.skew,
        };
        let login = relying_party.complete(&self.pending.login, &self.callback.code, expected).await?;
        commit(&self.api, &self.pending, login, self.code).await
    }

    /// A code works once, so whoever comes second with it gets what the first one got.
    async fn claim_code(&self) -> Result<(), Refusal> {
        let (change_id, code, now) = (self.change_id.clone(), self.code, self.api.clock().now());
        let claim = self
            .api
            .store()
            .transaction(move |transaction| attempts::claim(transaction, &change_id, code, now).map_err(Refusal::from))
            .await?;
        match claim {
            Claim::First => Ok(()),
            Claim::Again(refused_as) => {
                let kind = refused_as.unwrap_or(ProblemType::LoginNotProven);
                Err(Refusal::with_detail(kind, "the code has been redeemed before"))
            }
        }
    }

    /// A refused attempt counts, unless the fault was our own.
    async fn note(&self, kind: ProblemType) -> Result<(), Refusal> {
        let (change_id, code, now) = (self.change_id.clone(), self.code, self.api.clock().now());
        if kind == ProblemType::Internal {
            return Ok(());
        }
        self.api
            .store()
            .transaction(move |transaction| {
                attempts::note_refusal(transaction, &change_id, code, kind, now).map_err(Refusal::from)
            })
            .await
    }

    /// The change has been carried out, and somebody asks again: the answer was lost, or the page was loaded again.
    ///
    /// The receipt is for the caseworker, who shows that by a session, or, while the change would still be alive, by the very
    /// code that confirmed it. After that the code proves nothing any more.
    async fn repeat(
        self,
        session: Option<ActiveSession>,
        receipt: SignedReceipt,
        committed_by: CodeHash,
    ) -> Result<(CookieJar, Json<Confirmed>), Refusal> {
        let is_own = session.as_ref().is_some_and(|session| session.person == self.pending.person);
        let has_code = self.code == committed_by && self.callback.state == self.pending.login.state;
        if is_own || (has_code && self.api.clock().now() <= self.pending.expires_at) {
            return self.answer(session, receipt).await;
        }
        // Not "another person": whoever asks must not read that nothing was carried out.
        Err(ProblemType::NotLoggedIn.into())
    }

    /// The receipt, with the caseworker's session, which begins anew if it ran out during the login.
    async fn answer(
        &self,
        session: Option<ActiveSession>,
        receipt: SignedReceipt,
    ) -> Result<(CookieJar, Json<Confirmed>), Refusal> {
        let person = self.pending.person.clone();
        if let Some(session) = session.filter(|session| session.person == person) {
            return Ok((CookieJar::new(), Json(Confirmed { receipt, session: session.into() })));
        }
        let now = self.api.clock().now();
        let expires_at = now.plus(self.api.settings().limits.session);
        let (name, unit) = (receipt.caseworker.name.clone(), receipt.caseworker.unit.id.clone());
        let (token, session) = self
            .api
            .store()
            .transaction(move |transaction| {
                begin_session(transaction, &person, &unit, name.as_deref(), now, expires_at)
            })
            .await?;
        let cookies = CookieJar::new().add(cookies::set(&self.api, CookieKind::Session, token));
        Ok((cookies, Json(Confirmed { receipt, session })))
    }
}
