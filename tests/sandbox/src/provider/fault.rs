//! The ways in which the provider can misbehave.

use serde::{Deserialize, Serialize};
use strum::EnumIter;

mod breakage;
mod effect;

use crate::faults::Faults;

pub(super) use breakage::Breakage;
pub(super) use effect::{AnswerEdit, ClaimEdit, ELSEWHERE, Effect, Forgery};

/// One way to misbehave, or, where it says so, to behave unusually but well.
///
/// Over HTTP the names are written in snake case: `wrong_nonce`. Claims and checks are those of `OpenID` Connect Core 1.0,
/// section 3.1.3.7.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum Fault {
    /// Allowed: the audience is an array of one.
    AudienceInArray,

    /// The issuer in the discovery document is another one.
    WrongDiscoveryIssuer,

    /// The pushed request is refused.
    ParRefused,
    /// The pushed request meets an internal error.
    ParError,
    /// The pushed request is never answered.
    ParTimeout,

    /// `prompt=login` and `max_age` are ignored: whoever is logged in is taken.
    IgnoredPrompt,

    /// The response comes from another issuer.
    WrongResponseIss,
    /// The response names no issuer (RFC 9207), though that was announced.
    MissingResponseIss,
    /// The response carries another state.
    WrongState,
    /// The response carries no state.
    MissingState,
    /// The login was cancelled, without a description.
    AccessDenied,
    /// The login was cancelled on `MitID`'s pages.
    AbortedInMitid,
    /// The login was cancelled by the user.
    AbortedByUser,
    /// `login_required`.
    LoginRequired,
    /// `interaction_required`.
    InteractionRequired,
    /// `unmet_authentication_requirements`.
    UnmetAuthenticationRequirements,
    /// `temporarily_unavailable`.
    TemporarilyUnavailable,
    /// `server_error`.
    ServerError,
    /// An error code that no specification knows.
    UnknownError,
    /// An error with 4 kB of description that contains markup.
    LongDescription,
    /// An error with another state.
    ErrorWithWrongState,
    /// An error without a state.
    ErrorWithoutState,
    /// An error from another issuer.
    ErrorWithWrongIss,
    /// An error that names no issuer.
    ErrorWithoutIss,
    /// The response carries an ID token beside the code.
    FrontChannelIdToken,
    /// The response carries an ID token and no code.
    FrontChannelIdTokenOnly,
    /// The response is in the fragment, with an ID token.
    FrontChannelFragment,

    /// The token endpoint answers 400 `invalid_grant`.
    TokenRefused,
    /// The token endpoint answers 500.
    TokenError,
    /// The token endpoint answers 502 with an HTML page.
    TokenBadGateway,
    /// The token endpoint answers 429.
    TokenTooManyRequests,
    /// The token endpoint never answers.
    TokenTimeout,
    /// The token endpoint's JSON stops in the middle.
    TokenTruncated,
    /// The token endpoint answers 200 with an HTML page.
    TokenHtml,
    /// The token endpoint's answer has no ID token.
    TokenWithoutIdToken,
    /// The token endpoint's answer is 64 MiB long.
    TokenHuge,
    /// The token endpoint redirects.
    TokenRedirect,

    /// The userinfo endpoint answers 500.
    UserinfoError,
    /// The userinfo endpoint's JSON stops in the middle.
    UserinfoTruncated,
    /// The userinfo endpoint's answer is 64 MiB long.
    UserinfoHuge,
    /// The userinfo endpoint redirects.
    UserinfoRedirect,
    /// The userinfo endpoint tells the same claims, but about another subject.
    UserinfoOtherSubject,
    /// The userinfo endpoint does not tell whom it is about.
    UserinfoWithoutSubject,
    /// The userinfo endpoint tells another kind of identity than the ID token.
    UserinfoContradiction,

    /// Another issuer.
    WrongIss,
    /// The issuer with a slash at its end.
    IssWithSlash,
    /// No issuer.
    MissingIss,
    /// Another audience.
    WrongAud,
    /// No audience.
    MissingAud,
    /// An audience without members.
    EmptyAud,
    /// Beside the client an audience that it does not know.
    SecondAud,
    /// Issued to another client (`azp`).
    WrongAzp,
    /// Allowed: names the client as the one that it is issued to.
    OwnAzp,
    /// Another nonce.
    WrongNonce,
    /// No nonce.
    MissingNonce,
    /// An empty nonce.
    EmptyNonce,
    /// No subject.
    MissingSub,
    /// A subject that is `null`.
    NullSub,
    /// No time of issue.
    MissingIat,
    /// Issued a week ago.
    OldIat,
    /// Issued tomorrow.
    FutureIat,
    /// No expiry.
    MissingExp,
    /// Expired ten minutes ago.
    PastExp,
    /// An expiry that is no number.
    TextExp,
    /// The hash of another access token.
    WrongAtHash,

    /// The signature's bytes are changed.
    ChangedSignature,
    /// The claims are changed after signing.
    ChangedClaims,
    /// Algorithm `none` and no signature.
    UnsignedToken,
    /// Signed with HS256, the key being the public key.
    Hs256WithPublicKey,
    /// Signed with HS256, the key being the client secret.
    Hs256WithSecret,
    /// Signed correctly with RS512, which nobody has configured.
    UnlistedAlgorithm,
    /// Allowed: no `kid`, while there is one key.
    NoKid,
    /// No `kid`, while there are two keys.
    NoKidAmongSeveral,
    /// A `kid` that is not in the key set.
    UnknownKid,
    /// Allowed: a new key from the beginning of a login on.
    RotatedKeys,
    /// Allowed: a new key immediately before it signs.
    RotatedKeysBeforeSigning,
    /// Allowed: a new key in place of the old one, immediately before it signs, under the old one's `kid`.
    ReplacedKey,
    /// Allowed: the same without a `kid`, while there is one key.
    ReplacedKeyWithoutKid,
    /// Signed with a key that is published for encryption.
    EncryptionKey,

    /// Logged in an hour ago.
    OldAuthTime,
    /// Logged in two days ago.
    AncientAuthTime,
    /// No time of login.
    MissingAuthTime,
    /// A time of login in words.
    TextAuthTime,
    /// A time of login as digits in a string, as the Nets broker writes it in other tokens.
    DigitsAuthTime,
    /// A login tomorrow.
    FutureAuthTime,
    /// No assurance level.
    MissingAcr,
    /// A lower assurance level than needed.
    LowAcr,
    /// An assurance level that nobody knows.
    UnknownAcr,
    /// Allowed: the level as NemLog-in writes it.
    NemloginAcr,
    /// A private `MitID`.
    PrivateIdentity,
    /// A colleague of the same authority: Bo.
    OtherPerson,
    /// The same employee, acting for the agency among the identities.
    OtherCompany,
    /// An employee without a company.
    MissingCompany,
    /// An employee without an identifier.
    MissingPerson,
    /// The employee's identifier in a list.
    ListedPerson,
    /// The assurance level in a list.
    ListedLevel,
}

impl Faults<Fault> {
    /// Takes the oldest fault whose effect the caller can commit, and counts it as committed.
    pub(super) fn take<T>(&mut self, pick: impl Fn(Effect) -> Option<T>) -> Option<T> {
        self.take_one(|fault| pick(Effect::of(fault)))
    }

    /// The same for effects that are only a name.
    pub(super) fn commit(&mut self, is: impl Fn(&Effect) -> bool) -> bool {
        self.take(|effect| is(&effect).then_some(())).is_some()
    }
}
