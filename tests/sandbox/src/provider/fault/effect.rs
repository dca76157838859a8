//! What each fault does: the one place that says so.

use serde_json::{Value, json};
use strum::{EnumIs, EnumTryAs};

use super::{Breakage, Fault};
use crate::identities::{AGENCY, BO, EVA, Identity};

/// Where and how a fault shows. Each endpoint takes the effects that are its own.
#[derive(Debug, Clone, EnumTryAs, EnumIs)]
pub(in super::super) enum Effect {
    /// The discovery document is not ours.
    Discovery,
    /// The pushed request goes wrong.
    Push(Breakage),
    /// The keys change when a login starts.
    RotateAtStart,
    /// Whoever is logged in is taken without being asked.
    ReuseSession,
    /// The authorization response is edited.
    Answer(Vec<AnswerEdit>),
    /// The token endpoint goes wrong.
    Token(Breakage),
    /// The token endpoint forgets the ID token.
    NoIdToken,
    /// The userinfo endpoint goes wrong.
    Userinfo(Breakage),
    /// What the userinfo endpoint tells is edited.
    Told(Vec<(&'static str, ClaimEdit)>),
    /// The ID token is about someone else.
    Impersonate(Identity),
    /// The claims are edited before the ID token is signed.
    Claims(Vec<(&'static str, ClaimEdit)>),
    /// The ID token is signed in another way.
    Forge(Forgery),
}

/// A change to the authorization response.
#[derive(Debug, Clone)]
pub(in super::super) enum AnswerEdit {
    /// An error and its description take the place of the code.
    Fail(&'static str, Option<String>),
    Set(&'static str, &'static str),
    LeaveOut(&'static str),
    AddIdToken,
    MoveToFragment,
}

/// A change to one claim.
#[derive(Debug, Clone)]
pub(in super::super) enum ClaimEdit {
    LeaveOut,
    Set(Value),
    /// The present time plus so many seconds.
    SecondsFromNow(i64),
    /// The same value as a string.
    AsText,
    /// The same string with this at its end.
    Append(&'static str),
    /// The value of another claim.
    CopyOf(&'static str),
    /// The value in an array, followed by these.
    InArrayWith(&'static [&'static str]),
}

/// A way to sign that is not the ordinary one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum Forgery {
    ChangeSignature,
    ChangeClaims,
    Unsigned,
    HmacWithPublicKey,
    HmacWithSecret,
    Rs512,
    NoKid,
    NoKidAmongSeveral,
    UnknownKid,
    RotateFirst,
    ReplaceKey,
    ReplaceKeyWithoutKid,
    EncryptionKey,
}

/// An issuer that is not ours.
pub(in super::super) const ELSEWHERE: &str = "https://elsewhere.example";
const DAY: i64 = 24 * 60 * 60;

impl Effect {
    #[expect(clippy::too_many_lines, reason = "a table with one entry for each fault")]
    pub fn of(fault: Fault) -> Effect {
        use AnswerEdit::{AddIdToken, MoveToFragment};
        use ClaimEdit::{Append, AsText, CopyOf, InArrayWith, SecondsFromNow};

        match fault {
            Fault::AudienceInArray => claim("aud", InArrayWith(&[])),

            Fault::WrongDiscoveryIssuer => Effect::Discovery,

            Fault::ParRefused => Effect::Push(Breakage::Refused("invalid_request")),
            Fault::ParError => Effect::Push(Breakage::InternalError),
            Fault::ParTimeout => Effect::Push(Breakage::Silence),

            Fault::IgnoredPrompt => Effect::ReuseSession,

            Fault::WrongResponseIss => answer([set("iss", ELSEWHERE)]),
            Fault::MissingResponseIss => answer([leave_out("iss")]),
            Fault::WrongState => answer([set("state", "another-state")]),
            Fault::MissingState => answer([leave_out("state")]),
            Fault::AccessDenied => answer([fail("access_denied")]),
            Fault::AbortedInMitid => answer([aborted("mitid_user_aborted")]),
            Fault::AbortedByUser => answer([aborted("user_aborted")]),
            Fault::LoginRequired => answer([fail("login_required")]),
            Fault::InteractionRequired => answer([fail("interaction_required")]),
            Fault::UnmetAuthenticationRequirements => answer([fail("unmet_authentication_requirements")]),
            Fault::TemporarilyUnavailable => answer([fail("temporarily_unavailable")]),
            Fault::ServerError => answer([fail("server_error")]),
            Fault::UnknownError => answer([fail("quite_unheard_of")]),
            Fault::LongDescription => {
                answer([AnswerEdit::Fail("server_error", Some("<img src=x onerror=alert(1)><b>!</b> ".repeat(111)))])
            }
            Fault::ErrorWithWrongState => answer([fail("access_denied"), set("state", "another-state")]),
            Fault::ErrorWithoutState => answer([fail("access_denied"), leave_out("state")]),
            Fault::ErrorWithWrongIss => answer([fail("access_denied"), set("iss", ELSEWHERE)]),
            Fault::ErrorWithoutIss => answer([fail("access_denied"), leave_out("iss")]),
            Fault::FrontChannelIdToken => answer([AddIdToken]),
            Fault::FrontChannelIdTokenOnly => answer([AddIdToken, leave_out("code")]),
            Fault::FrontChannelFragment => answer([AddIdToken, MoveToFragment]),

            Fault::TokenRefused => Effect::Token(Breakage::Refused("invalid_grant")),
            Fault::TokenError => Effect::Token(Breakage::InternalError),
            Fault::TokenBadGateway => Effect::Token(Breakage::BadGateway),
            Fault::TokenTooManyRequests => Effect::Token(Breakage::TooManyRequests),
            Fault::TokenTimeout => Effect::Token(Breakage::Silence),
            Fault::TokenTruncated => Effect::Token(Breakage::TruncatedJson),
            Fault::TokenHtml => Effect::Token(Breakage::Html),
            Fault::TokenHuge => Effect::Token(Breakage::HugeBody),
            Fault::TokenRedirect => Effect::Token(Breakage::Redirect),
            Fault::TokenWithoutIdToken => Effect::NoIdToken,

            Fault::UserinfoError => Effect::Userinfo(Breakage::InternalError),
            Fault::UserinfoTruncated => Effect::Userinfo(Breakage::TruncatedJson),
            Fault::UserinfoHuge => Effect::Userinfo(Breakage::HugeBody),
            Fault::UserinfoRedirect => Effect::Userinfo(Breakage::Redirect),
            Fault::UserinfoOtherSubject => told("sub", ClaimEdit::Set(BO.subject().into())),
            Fault::UserinfoWithoutSubject => told("sub", ClaimEdit::LeaveOut),
            Fault::UserinfoContradiction => told("identity_type", ClaimEdit::Set("private".into())),

            Fault::WrongIss => claim("iss", ClaimEdit::Set(ELSEWHERE.into())),
            Fault::IssWithSlash => claim("iss", Append("/")),
            Fault::MissingIss => without(&["iss"]),
            Fault::WrongAud => claim("aud", ClaimEdit::Set("another-client".into())),
            Fault::MissingAud => without(&["aud"]),
            Fault::EmptyAud => claim("aud", ClaimEdit::Set(json!([]))),
            Fault::SecondAud => claim("aud", InArrayWith(&["another-client"])),
            Fault::WrongAzp => claim("azp", ClaimEdit::Set("another-client".into())),
            Fault::OwnAzp => claim("azp", CopyOf("aud")),
            Fault::WrongNonce => claim("nonce", ClaimEdit::Set("another-nonce".into())),
            Fault::MissingNonce => without(&["nonce"]),
            Fault::EmptyNonce => claim("nonce", ClaimEdit::Set("".into())),
            Fault::MissingSub => without(&["sub"]),
            Fault::NullSub => claim("sub", ClaimEdit::Set(Value::Null)),
            Fault::MissingIat => without(&["iat"]),
            Fault::OldIat => claim("iat", SecondsFromNow(-7 * DAY)),
            Fault::FutureIat => claim("iat", SecondsFromNow(DAY)),
            Fault::MissingExp => without(&["exp"]),
            Fault::PastExp => claim("exp", SecondsFromNow(-10 * 60)),
            Fault::TextExp => claim("exp", ClaimEdit::Set("tomorrow".into())),
            Fault::WrongAtHash => claim("at_hash", ClaimEdit::Set("AAAAAAAAAAAAAAAAAAAAAA".into())),

            Fault::ChangedSignature => Effect::Forge(Forgery::ChangeSignature),
            Fault::ChangedClaims => Effect::Forge(Forgery::ChangeClaims),
            Fault::UnsignedToken => Effect::Forge(Forgery::Unsigned),
            Fault::Hs256WithPublicKey => Effect::Forge(Forgery::HmacWithPublicKey),
            Fault::Hs256WithSecret => Effect::Forge(Forgery::HmacWithSecret),
            Fault::UnlistedAlgorithm => Effect::Forge(Forgery::Rs512),
            Fault::NoKid => Effect::Forge(Forgery::NoKid),
            Fault::NoKidAmongSeveral => Effect::Forge(Forgery::NoKidAmongSeveral),
            Fault::UnknownKid => Effect::Forge(Forgery::UnknownKid),
            Fault::RotatedKeys => Effect::RotateAtStart,
            Fault::RotatedKeysBeforeSigning => Effect::Forge(Forgery::RotateFirst),
            Fault::ReplacedKey => Effect::Forge(Forgery::ReplaceKey),
            Fault::ReplacedKeyWithoutKid => Effect::Forge(Forgery::ReplaceKeyWithoutKid),
            Fault::EncryptionKey => Effect::Forge(Forgery::EncryptionKey),

            Fault::OldAuthTime => claim("auth_time", SecondsFromNow(-60 * 60)),
            Fault::AncientAuthTime => claim("auth_time", SecondsFromNow(-2 * DAY)),
            Fault::MissingAuthTime => without(&["auth_time"]),
            Fault::TextAuthTime => claim("auth_time", ClaimEdit::Set("just now".into())),
            Fault::DigitsAuthTime => claim("auth_time", AsText),
            Fault::FutureAuthTime => claim("auth_time", SecondsFromNow(DAY)),
            Fault::MissingAcr => without(&["acr", "loa"]),
            Fault::LowAcr => level("https://data.gov.dk/concept/core/nsis/Low"),
            Fault::UnknownAcr => level("https://elsewhere.example/level/best"),
            Fault::NemloginAcr => level("https://data.gov.dk/concept/core/nsis/loa/Substantial"),
            Fault::PrivateIdentity => Effect::Impersonate(EVA),
            Fault::OtherPerson => Effect::Impersonate(BO),
            Fault::OtherCompany => Effect::Claims(vec![
                ("nemlogin.cvr", ClaimEdit::Set(AGENCY.cvr.into())),
                ("nemlogin.org_name", ClaimEdit::Set(AGENCY.name.into())),
            ]),
            Fault::MissingCompany => without(&["nemlogin.cvr"]),
            Fault::MissingPerson => without(&["nemlogin.persistent_professional_id"]),
            Fault::ListedPerson => claim("nemlogin.persistent_professional_id", InArrayWith(&[])),
            Fault::ListedLevel => claim("loa", InArrayWith(&[])),
        }
    }
}

fn answer<const N: usize>(edits: [AnswerEdit; N]) -> Effect {
    Effect::Answer(edits.into())
}

fn set(name: &'static str, value: &'static str) -> AnswerEdit {
    AnswerEdit::Set(name, value)
}

fn leave_out(name: &'static str) -> AnswerEdit {
    AnswerEdit::LeaveOut(name)
}

fn fail(code: &'static str) -> AnswerEdit {
    AnswerEdit::Fail(code, None)
}

fn aborted(description: &str) -> AnswerEdit {
    AnswerEdit::Fail("access_denied", Some(description.to_owned()))
}

fn claim(name: &'static str, edit: ClaimEdit) -> Effect {
    Effect::Claims(vec![(name, edit)])
}

fn told(name: &'static str, edit: ClaimEdit) -> Effect {
    Effect::Told(vec![(name, edit)])
}

fn without(names: &[&'static str]) -> Effect {
    Effect::Claims(names.iter().map(|name| (*name, ClaimEdit::LeaveOut)).collect())
}

/// The assurance level is in two claims.
fn level(uri: &str) -> Effect {
    Effect::Claims(["acr", "loa"].map(|name| (name, ClaimEdit::Set(uri.into()))).into())
}
