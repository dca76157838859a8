//! A server on which versions of the app are deployed while people work, with an API that may be that of the next version.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::any;
use nemkonto_sandbox::api::openapi;
use nemkonto_sandbox::security_headers::{self, Transport};
use nemkonto_sandbox::static_files;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use url::Url;

use crate::error::Error;
use crate::site::root;

/// One that runs, until it is dropped.
pub struct Deployment {
    folder: TempDir,
    api: Api,
    server: JoinHandle<std::io::Result<()>>,
}

#[derive(Clone)]
struct Api {
    address: Url,
    client: reqwest::Client,
    is_next: Arc<AtomicBool>,
    document: Arc<Value>,
}

/// What the next version's answers leave out, where it may be left out.
const LEFT_OUT: [&str; 3] = ["links", "bank_directory", "name"];

impl Deployment {
    /// Serves a build at an origin of this machine, and below `/api/` what is at the address.
    pub async fn start(origin: &Url, build: &Path, address: &Url) -> Result<Self, Error> {
        let listener = TcpListener::bind(("127.0.0.1", origin.port().ok_or(Error::Answer)?)).await?;
        let api = Api {
            address: address.clone(),
            client: reqwest::Client::builder()
                .redirect(reqwest::redirect::Policy::none())
                .build()
                .map_err(|_| Error::Answer)?,
            is_next: Arc::default(),
            document: Arc::new(openapi::document()),
        };
        let folder = tempfile::tempdir()?;
        let site = static_files::router(&folder.path().join("current"));
        let site = site.merge(axum::Router::new().route("/api/{*rest}", any(forward)).with_state(api.clone()));
        let router = security_headers::add(site, Transport::Plain);
        let server = tokio::spawn(axum::serve(listener, router).into_future());
        let deployment = Self { folder, api, server };
        deployment.deploy(build)?;
        Ok(deployment)
    }

    /// From now on this build is there, and no file of any other.
    pub fn deploy(&self, build: &Path) -> Result<(), Error> {
        let [current, new] = ["current", "new"].map(|name| self.folder.path().join(name));
        symlink(build.canonicalize()?, &new)?;
        Ok(fs::rename(new, current)?)
    }

    /// From now on the API answers as the next version does: with members that are new, without some that may be left out, and with a right that
    /// nobody has heard of.
    pub fn upgrade_api(&self) {
        self.api.is_next.store(true, Ordering::Relaxed);
    }
}

impl Drop for Deployment {
    fn drop(&mut self) {
        self.server.abort();
    }
}

/// The build of the next version, see `tests/e2e/next.mjs`.
pub fn next_build() -> Result<PathBuf, Error> {
    let dist = root().join("target/next/dist");
    if dist.join("index.html").exists() { Ok(dist) } else { Err(Error::NotBuilt(dist.display().to_string())) }
}

async fn forward(State(api): State<Api>, request: Request) -> Response {
    match api.answer(request).await {
        Some(response) => response,
        None => StatusCode::BAD_GATEWAY.into_response(),
    }
}

impl Api {
    async fn answer(&self, request: Request) -> Option<Response> {
        let (parts, body) = request.into_parts();
        let address = self.address.join(parts.uri.path_and_query()?.as_str()).ok()?;
        let body = axum::body::to_bytes(body, usize::MAX).await.ok()?;
        let mut headers = parts.headers;
        headers.remove(header::HOST);
        let method = parts.method.as_str().to_lowercase();
        let answer = self.client.request(parts.method, address).headers(headers).body(body).send().await.ok()?;
        let mut response = Response::builder().status(answer.status());
        let is_of_body = |name: &HeaderName| *name == header::CONTENT_LENGTH || *name == header::TRANSFER_ENCODING;
        for (name, value) in answer.headers().iter().filter(|(name, _)| !is_of_body(name)) {
            response = response.header(name, value);
        }
        let is_altered = self.is_next.load(Ordering::Relaxed) && answer.status() == StatusCode::OK;
        let bytes: Bytes = answer.bytes().await.ok()?;
        let bytes = if is_altered { self.as_next(&method, parts.uri.path(), &bytes)?.into() } else { bytes };
        response.body(Body::from(bytes)).ok()
    }

    fn as_next(&self, method: &str, path: &str, bytes: &[u8]) -> Option<Vec<u8>> {
        let mut answer: Value = serde_json::from_slice(bytes).ok()?;
        let paths = self.document["paths"].as_object()?;
        let (_, operations) = paths.iter().find(|(pattern, operations)| {
            let (pattern, path): (Vec<_>, Vec<_>) = (pattern.split('/').collect(), path.split('/').collect());
            let is_part = |(pattern, part): (&&str, &&str)| pattern.starts_with('{') || pattern == part;
            pattern.len() == path.len() && pattern.iter().zip(&path).all(is_part) && operations.get(method).is_some()
        })?;
        self.alter(&operations[method]["responses"]["200"]["content"]["application/json"]["schema"], &mut answer);
        serde_json::to_vec(&answer).ok()
    }

    /// Alters what is of a schema. Where a name tells which of several things an object is, another name would make it none of them.
    fn alter(&self, schema: &Value, value: &mut Value) {
        if let Some(name) = schema["$ref"].as_str().and_then(|name| name.strip_prefix("#")) {
            return self.alter(self.document.pointer(name).unwrap_or(&Value::Null), value);
        }
        for variant in ["oneOf", "anyOf", "allOf"].iter().filter_map(|several| schema[several].as_array()).flatten() {
            self.alter(variant, value);
        }
        match value {
            Value::Array(elements) => elements.iter_mut().for_each(|element| self.alter(&schema["items"], element)),
            Value::Object(members) => {
                let Some(properties) = schema["properties"].as_object() else { return };
                let required = schema["required"].as_array().map_or(&[][..], Vec::as_slice);
                members.retain(|name, _| {
                    !LEFT_OUT.contains(&name.as_str())
                        || required.contains(&json!(name))
                        || !properties.contains_key(name)
                });
                for (name, property) in properties {
                    if let Some(member) = members.get_mut(name) {
                        self.alter(property, member);
                    }
                }
                if let Some(rights) = members.get_mut("rights").and_then(Value::as_array_mut) {
                    rights.push(json!("added-later"));
                }
                if schema["additionalProperties"] != json!(false) {
                    members.insert("added_later".to_owned(), json!({ "any": [1.5, null, "thing"] }));
                }
            }
            _ => {}
        }
    }
}
