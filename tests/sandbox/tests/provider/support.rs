//! A provider on a free port, and the client that logs in at it.

pub mod wire;

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use nemkonto_sandbox::{
    driver::{Choice, Driver},
    provider::{self, Algorithm, Client, Provider, Settings},
    relying_party::Broker,
};
use reqwest::{Response, redirect};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};
use tokio::net::TcpListener;
use url::Url;

pub const CLIENT_ID: &str = "nemkonto";
pub const SECRET: &str = "a secret: with+signs";
pub const REDIRECT_URI: &str = "http://localhost:8080/return";
pub const LOGGED_OUT_URI: &str = "http://localhost:8080/logged-out";
pub const VERIFIER: &str = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

/// A running provider.
pub struct Stand {
    pub provider: Provider,
    pub http: reqwest::Client,
}

impl Stand {
    pub async fn start() -> Stand {
        Stand::signing_with(Algorithm::Es256).await
    }

    pub async fn signing_with(signing: Algorithm) -> Stand {
        Stand::with(signing, true).await
    }

    pub async fn with(signing: Algorithm, fault_switch: bool) -> Stand {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let provider = Provider::new(Settings {
            issuer: issuer.parse().unwrap(),
            client: Client {
                id: CLIENT_ID.to_owned(),
                secret: SECRET.to_owned(),
                name: "NemKonto".to_owned(),
                redirect_uris: vec![REDIRECT_URI.parse().unwrap()],
                post_logout_redirect_uris: vec![LOGGED_OUT_URI.parse().unwrap()],
            },
            shaped_after: Broker::Nets,
            signing,
            fault_switch,
        });
        let router = provider::router(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        let http = reqwest::Client::builder().redirect(redirect::Policy::none()).build().unwrap();
        Stand { provider, http }
    }

    pub fn url(&self, path: &str) -> Url {
        format!("{}{path}", self.provider.issuer()).parse().unwrap()
    }

    pub async fn get(&self, path: &str) -> Response {
        self.http.get(self.url(path)).send().await.unwrap()
    }

    pub async fn get_json(&self, path: &str) -> Value {
        self.get(path).await.json().await.unwrap()
    }

    pub async fn push(&self, request: &Request) -> Response {
        self.http
            .post(self.url("/par"))
            .basic_auth(form_encoded(CLIENT_ID), Some(form_encoded(SECRET)))
            .form(&request.0)
            .send()
            .await
            .unwrap()
    }

    /// Pushes a request and gives the address to which the browser is sent.
    pub async fn authorization_url(&self, request: &Request) -> Url {
        let response = self.push(request).await;
        assert_eq!(response.status(), 201, "the request is pushed");
        let pushed: Value = response.json().await.unwrap();
        self.authorize(pushed["request_uri"].as_str().unwrap())
    }

    pub fn authorize(&self, request_uri: &str) -> Url {
        let mut url = self.url("/authorize");
        url.query_pairs_mut().append_pair("client_id", CLIENT_ID).append_pair("request_uri", request_uri);
        url
    }

    /// Logs in as Anna with a new browser and gives the parameters of the answer.
    pub async fn answer(&self, request: &Request) -> Parameters {
        let url = self.authorization_url(request).await;
        let back = Driver::new().unwrap().log_in(&url, "anna", Choice::Approve).await.unwrap();
        Parameters::of(&back)
    }

    pub async fn redeem(&self, code: &str, verifier: &str) -> Response {
        self.redeem_with(&[
            ("grant_type", "authorization_code"),
            ("code", code),
            ("code_verifier", verifier),
            ("redirect_uri", REDIRECT_URI),
        ])
        .await
    }

    pub async fn redeem_with(&self, form: &[(&str, &str)]) -> Response {
        self.http
            .post(self.url("/token"))
            .basic_auth(form_encoded(CLIENT_ID), Some(form_encoded(SECRET)))
            .form(form)
            .send()
            .await
            .unwrap()
    }

    pub async fn userinfo(&self, access_token: &str) -> Response {
        self.http.get(self.url("/userinfo")).bearer_auth(access_token).send().await.unwrap()
    }

    /// The whole way: the answer of the token endpoint for a login as Anna.
    pub async fn tokens(&self, request: &Request) -> Value {
        let answer = self.answer(request).await;
        let response = self.redeem(answer.get("code").unwrap(), VERIFIER).await;
        assert_eq!(response.status(), 200, "the code is redeemed");
        response.json().await.unwrap()
    }

    /// Header and claims of the ID token for a login as Anna.
    pub async fn id_token(&self, request: &Request) -> Jwt {
        let tokens = self.tokens(request).await;
        Jwt::read(tokens["id_token"].as_str().unwrap())
    }
}

fn form_encoded(text: &str) -> String {
    url::form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// The parameters of a request to push.
#[derive(Debug, Clone)]
pub struct Request(Vec<(String, String)>);

impl Request {
    /// A login that asks for nothing special.
    pub fn plain() -> Request {
        let challenge = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER));
        Request(Vec::new())
            .with("client_id", CLIENT_ID)
            .with("response_type", "code")
            .with("redirect_uri", REDIRECT_URI)
            .with("scope", "openid nemlogin")
            .with("state", "the-state")
            .with("nonce", "the-nonce")
            .with("code_challenge", &challenge)
            .with("code_challenge_method", "S256")
    }

    pub fn with(mut self, name: &str, value: &str) -> Request {
        self.0.retain(|(known, _)| known != name);
        self.0.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn without(mut self, name: &str) -> Request {
        self.0.retain(|(known, _)| known != name);
        self
    }

    pub fn twice(mut self, name: &str) -> Request {
        let pair = self.0.iter().find(|(known, _)| known == name).unwrap();
        self.0.push(pair.clone());
        self
    }
}

/// The parameters of an answer.
#[derive(Debug)]
pub struct Parameters(pub Vec<(String, String)>);

impl Parameters {
    pub fn of(url: &Url) -> Parameters {
        let pairs = url::form_urlencoded::parse(url.fragment().or(url.query()).unwrap_or_default().as_bytes());
        Parameters(pairs.into_owned().collect())
    }

    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// A token taken apart, without any check.
#[derive(Debug, Clone)]
pub struct Jwt {
    pub text: String,
    pub header: Map<String, Value>,
    pub claims: Map<String, Value>,
    pub signature: Vec<u8>,
}

impl Jwt {
    pub fn read(text: &str) -> Jwt {
        let parts: Vec<Vec<u8>> = text.split('.').map(|part| BASE64_URL_SAFE_NO_PAD.decode(part).unwrap()).collect();
        let [header, claims, signature] = parts.try_into().unwrap();
        Jwt {
            text: text.to_owned(),
            header: serde_json::from_slice(&header).unwrap(),
            claims: serde_json::from_slice(&claims).unwrap(),
            signature,
        }
    }
}
