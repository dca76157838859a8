//! `POST /api/changes/{change_id}/confirm`: the login is back, and the change is carried out.

use axum::{
    Json,
    extract::{Path, State},
};
use axum_extra::extract::CookieJar;
use nemkonto::contract::{ChangeId, ConfirmRequest, Confirmed, LoginCallback, ProblemType, SignedReceipt};

use super::{
    Api, Refusal, Wrong,
    commit::commit,
    cookies::{self, CookieKind},
    extract::{Body, MaybeLoggedIn},
    login::{Held, begin_by_confirmation},
    pending_change::{PendingChange, nonce},
};
use crate::{
    relying_party::{Expected, ExpectedLogin},
    store::{
        attempts::{self, Claim, CodeHash},
        commits::{self, Fate},
        sessions::{self, ActiveSession},
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
        if pending.statement()?.change_id != change_id && !api.is_wrong(Wrong::AnyName) {
            return Err(ProblemType::ChangeMismatch.into());
        }
        let code = CodeHash::of(&request.callback.code);
        let mut callback = request.callback;
        if api.is_wrong(Wrong::AnyState) {
            callback.state.clone_from(&pending.login.state);
        }
        Ok(Self { api, pending, change_id, callback, code })
    }

    /// Steps 3 to 5: what has become of the change, and whether there is time and patience left.
    async fn run(self, session: Option<ActiveSession>) -> Result<(CookieJar, Json<Confirmed>), Refusal> {
        let _turn = self.api.turns().wait(&self.change_id).await;
        let (api, change_id) = (self.api.clone(), self.change_id.clone());
        let (fate, refused) = self
            .api
            .store()
            .transaction(move |transaction| -> Result<_, Refusal> {
                let fate = commits::fate(transaction, &change_id)?;
                if let Fate::Committed { .. } = fate {
                    api.count_again(Wrong::CommitsAgain, transaction)?;
                }
                Ok((fate, attempts::refused(transaction, &change_id)?))
            })
            .await?;
        match fate {
            Fate::Committed { receipt, code } => return self.repeat(session, *receipt, code).await,
            Fate::Withdrawn => return Err(ProblemType::ChangeWithdrawn.into()),
            Fate::Open => {}
        }
        if self.api.clock().now() > self.pending.expires_at && !self.api.is_wrong(Wrong::EndlessChange) {
            return Err(ProblemType::ChangeExpired.into());
        }
        if refused >= self.api.settings().limits.refused_confirmations && !self.api.is_wrong(Wrong::EndlessAttempts) {
            return Err(ProblemType::TooManyAttempts.into());
        }
        match self.prove_and_commit(self.own(session)).await {
            Ok((receipt, held)) => Ok(self.answer(receipt, held)),
            Err(refusal) => {
                self.note(refusal.kind).await?;
                Err(self.pending.refuse(refusal))
            }
        }
    }

    /// Steps 6 to 9: the login belongs to this change, is redeemed once, proves all that it must, and the change is carried out.
    async fn prove_and_commit(&self, session: Option<ActiveSession>) -> Result<(SignedReceipt, Held), Refusal> {
        let relying_party = self.api.relying_party();
        relying_party.check_callback(&self.pending.login, &self.callback).await?;
        self.claim_code().await?;
        let limits = self.api.settings().limits;
        let by_the_same = ExpectedLogin::FreshBy(&self.pending.person);
        let expected = Expected {
            nonce: &nonce(&self.api, &self.pending.commitment()?),
            requested_at: self.pending.prepared_at.plus(if self.api.is_wrong(Wrong::StaleLogin) { -86_400 } else { 0 }),
            login: if self.api.is_wrong(Wrong::AnyPerson) { ExpectedLogin::Anew } else { by_the_same },
            now: self.api.clock().now(),
            skew: limits.skew,
        };
        let login = relying_party.complete(&self.pending.login, &self.callback.code, expected).await?;
        commit(&self.api, &self.pending, login, self.code, session).await
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
            Claim::Again(_) if self.api.is_wrong(Wrong::CodeAgain) => Ok(()),
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
    /// The receipt is for the caseworker, who shows that by the session. The code that confirmed the change is as good only in place
    /// of a session that it began and whose cookie never arrived. A code that is played back later, after a log-out, proves nothing.
    async fn repeat(
        self,
        session: Option<ActiveSession>,
        receipt: SignedReceipt,
        committed_by: CodeHash,
    ) -> Result<(CookieJar, Json<Confirmed>), Refusal> {
        if let Some(session) = self.own(session) {
            return Ok(self.answer(receipt, Held::Before(session)));
        }
        let has_code = self.code == committed_by && self.callback.state == self.pending.login.state;
        if !has_code || self.api.clock().now() > self.pending.expires_at {
            // Not "another person": whoever asks must not read that nothing was carried out.
            return Err(ProblemType::NotLoggedIn.into());
        }
        let (receipt, held) = self.begin_again(receipt).await?;
        Ok(self.answer(receipt, held))
    }

    /// A session in place of the one that nobody has heard of.
    async fn begin_again(&self, receipt: SignedReceipt) -> Result<(SignedReceipt, Held), Refusal> {
        let (person, now) = (self.pending.person.clone(), self.api.clock().now());
        let expires_at = now.plus(self.api.settings().limits.session);
        let (is_lost, is_played_back) = (self.api.is_wrong(Wrong::AnswerLost), self.api.is_wrong(Wrong::PlayedBack));
        self.api
            .store()
            .transaction(move |transaction| {
                let is_unused = sessions::end_unused(transaction, &receipt.change_id, now)? && !is_lost;
                if !is_unused && !is_played_back {
                    return Err(Refusal::with_detail(ProblemType::NotLoggedIn, "the code has been answered before"));
                }
                let held = begin_by_confirmation(transaction, &person, &receipt, now, expires_at)?;
                Ok((receipt, held))
            })
            .await
    }

    /// The session, if it is the one of the caseworker who prepared the change.
    fn own(&self, session: Option<ActiveSession>) -> Option<ActiveSession> {
        session.filter(|session| session.person == self.pending.person)
    }

    /// The receipt, with the caseworker's session.
    fn answer(&self, receipt: SignedReceipt, held: Held) -> (CookieJar, Json<Confirmed>) {
        let cookies = CookieJar::new();
        match held {
            Held::Before(session) => (cookies, Json(Confirmed { receipt, session: session.into() })),
            Held::Begun(token, session) => {
                let cookie = cookies::set(&self.api, CookieKind::Session, token);
                (cookies.add(cookie), Json(Confirmed { receipt, session }))
            }
        }
    }
}
