//! What a login looks like on the wire, recorded without judging it.

use std::time::Duration;

use nemkonto_sandbox::driver::{Choice, Driver};
use openidconnect::{
    JsonWebKey, JsonWebKeyId,
    core::{CoreJsonWebKey, CoreJsonWebKeySet, CoreJwsSigningAlgorithm},
};
use reqwest::{Response, StatusCode, header::HeaderMap};
use serde_json::Value;

use super::{Jwt, Parameters, REDIRECT_URI, Request, Stand, VERIFIER};

/// Everything that can be seen of one login. Steps that could not be taken are `None`.
#[derive(Default)]
pub struct Wire {
    pub issuer: String,
    pub discovery: Value,
    pub keys_before: Value,
    pub keys_at_answer: Value,
    pub keys_after: Value,
    pub pushed: Option<Exchange>,
    pub answer: Option<Parameters>,
    pub is_in_fragment: bool,
    pub tokens: Option<Exchange>,
    pub id_token: Option<Jwt>,
    pub userinfo: Option<Exchange>,
}

/// An answer to the client.
pub struct Exchange {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Exchange {
    async fn read(response: Response) -> Exchange {
        Exchange {
            status: response.status(),
            headers: response.headers().clone(),
            body: response.text().await.unwrap(),
        }
    }

    pub fn json(&self) -> Option<Value> {
        serde_json::from_str(&self.body).ok()
    }
}

/// Records a login as Anna. An answer that takes longer than `patience` counts as none.
pub async fn observe(stand: &Stand, browser: &Driver, patience: Duration) -> Wire {
    let mut wire = Wire {
        issuer: stand.provider.issuer().to_owned(),
        discovery: stand.get_json("/.well-known/openid-configuration").await,
        keys_before: stand.get_json("/keys").await,
        ..Wire::default()
    };
    let request = Request::plain().with("prompt", "login");
    let Ok(response) = tokio::time::timeout(patience, stand.push(&request)).await else {
        return wire;
    };
    let pushed = Exchange::read(response).await;
    let request_uri = pushed.json().and_then(|answer| Some(answer["request_uri"].as_str()?.to_owned()));
    wire.pushed = Some(pushed);
    let Some(request_uri) = request_uri else {
        return wire;
    };
    let back = browser.log_in(&stand.authorize(&request_uri), "anna", Choice::Approve).await.unwrap();
    let answer = Parameters::of(&back);
    let code = answer.get("code").map(str::to_owned);
    assert!(back.as_str().starts_with(REDIRECT_URI));
    wire.answer = Some(answer);
    wire.is_in_fragment = back.fragment().is_some();
    wire.keys_at_answer = stand.get_json("/keys").await;
    let Some(code) = code else {
        return wire;
    };
    let Ok(response) = tokio::time::timeout(patience, stand.redeem(&code, VERIFIER)).await else {
        return wire;
    };
    let tokens = Exchange::read(response).await;
    if let Some(answer) = tokens.json()
        && let Some(access_token) = answer["access_token"].as_str()
    {
        wire.userinfo = Some(Exchange::read(stand.userinfo(access_token).await).await);
    }
    wire.id_token = tokens.json().and_then(|tokens| Some(Jwt::read(tokens["id_token"].as_str()?)));
    wire.tokens = Some(tokens);
    wire.keys_after = stand.get_json("/keys").await;
    wire
}

impl Wire {
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.answer.as_ref()?.get(name)
    }

    pub fn claim(&self, name: &str) -> Option<&Value> {
        self.id_token.as_ref()?.claims.get(name)
    }

    /// A claim of the userinfo endpoint.
    pub fn told(&self, name: &str) -> Option<Value> {
        self.userinfo.as_ref()?.json()?.get(name).cloned()
    }

    /// Whether the userinfo endpoint tells something, but not this.
    pub fn is_not_told(&self, name: &str) -> bool {
        self.userinfo.as_ref().and_then(Exchange::json).is_some_and(|told| told.get(name).is_none())
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        self.id_token.as_ref()?.header.get(name)?.as_str()
    }

    /// Whether there is an ID token without this claim.
    pub fn lacks(&self, name: &str) -> bool {
        self.id_token.as_ref().is_some_and(|token| !token.claims.contains_key(name))
    }

    /// A claim as seconds from the time at which this is asked.
    pub fn seconds_from_now(&self, name: &str) -> Option<i64> {
        let now = std::time::UNIX_EPOCH.elapsed().unwrap().as_secs();
        Some(self.claim(name)?.as_i64()? - i64::try_from(now).unwrap())
    }

    /// Whether the answer is this error, with nothing else unusual about it.
    pub fn is_error(&self, code: &str, description: Option<&str>) -> bool {
        self.fails_with(code)
            && self.parameter("error_description") == description
            && self.parameter("state") == Some("the-state")
            && self.parameter("iss") == Some(&self.issuer)
    }

    pub fn fails_with(&self, code: &str) -> bool {
        self.parameter("error") == Some(code) && self.parameter("code").is_none()
    }

    pub fn answered_without(&self, name: &str) -> bool {
        self.answer.is_some() && self.parameter(name).is_none()
    }

    pub fn token_status(&self) -> Option<u16> {
        Some(self.tokens.as_ref()?.status.as_u16())
    }

    pub fn userinfo_status(&self) -> Option<u16> {
        Some(self.userinfo.as_ref()?.status.as_u16())
    }

    /// Whether a published key verifies the signature: the one of the `kid`, or any if there is no `kid`.
    pub fn verifies(&self) -> bool {
        let Some(token) = &self.id_token else { return false };
        let keys: CoreJsonWebKeySet = serde_json::from_value(self.keys_after.clone()).unwrap();
        let algorithm: CoreJwsSigningAlgorithm = serde_json::from_value(token.header["alg"].clone()).unwrap();
        let kid = self.header("kid").map(|kid| JsonWebKeyId::new(kid.to_owned()));
        let (message, _) = token.text.rsplit_once('.').unwrap();
        keys.keys()
            .iter()
            .filter(|key| kid.is_none() || key.key_id() == kid.as_ref())
            .any(|key: &CoreJsonWebKey| key.verify_signature(&algorithm, message.as_bytes(), &token.signature).is_ok())
    }

    /// What the key is published for that signed the ID token.
    pub fn usage_of_key(&self) -> Option<String> {
        let kid = self.header("kid")?;
        let key = self.keys_after["keys"].as_array()?.iter().find(|key| key["kid"] == kid)?;
        Some(key["use"].as_str()?.to_owned())
    }

    pub fn kid_is_in(&self, keys: &Value) -> bool {
        let Some(kid) = self.header("kid") else { return false };
        keys["keys"].as_array().is_some_and(|keys| keys.iter().any(|key| key["kid"] == kid))
    }

    /// Whether the signature is an HMAC with this key.
    pub fn is_hs256_with(&self, key: &[u8]) -> bool {
        use hmac::{Hmac, Mac};
        let Some(token) = &self.id_token else { return false };
        let (message, _) = token.text.rsplit_once('.').unwrap();
        let mac = Hmac::<sha2::Sha256>::new_from_slice(key).unwrap().chain_update(message);
        token.header["alg"] == "HS256" && mac.verify_slice(&token.signature).is_ok()
    }

    /// The published P-256 key as text.
    pub fn public_pem(&self) -> String {
        use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
        use p256::pkcs8::EncodePublicKey;
        let jwk = &self.keys_before["keys"][0];
        let coordinate = |name: &str| BASE64_URL_SAFE_NO_PAD.decode(jwk[name].as_str().unwrap()).unwrap();
        let point = [vec![4], coordinate("x"), coordinate("y")].concat();
        let key = p256::PublicKey::from_sec1_bytes(&point).unwrap();
        key.to_public_key_pem(p256::pkcs8::LineEnding::LF).unwrap()
    }
}
