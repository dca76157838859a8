//! The provider as a process of its own.

use std::{path::Path, process::Stdio};

use serde::{Deserialize, Serialize};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, ChildStdin, Command},
};

/// How the provider is configured, in the words of `provider.mjs`.
#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Options {
    /// Whether it takes pushed requests, and then no others.
    pub pushed: bool,
    /// Whether it insists on signed requests.
    pub signed: bool,
    /// `userinfo` or `id-token`.
    pub claims_in: &'static str,
    /// How the client proves who it is.
    pub authentication: &'static str,
    /// With what the client's key signs, if it has one.
    pub algorithm: Option<&'static str>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            pushed: true,
            signed: false,
            claims_in: "userinfo",
            authentication: "client_secret_basic",
            algorithm: None,
        }
    }
}

/// A running provider. It stops when this is dropped.
pub struct Provider {
    pub registration: Registration,
    _process: Child,
    _input: ChildStdin,
}

/// What the provider tells its client.
#[derive(Deserialize)]
pub struct Registration {
    pub issuer: String,
    pub client_id: String,
    pub secret: String,
    /// The client's private key as PEM.
    pub key: Option<String>,
}

impl Provider {
    /// Starts it and waits until it listens.
    pub async fn start(options: Options) -> Provider {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("provider.mjs");
        let mut process = Command::new("node")
            .arg(script)
            .arg(serde_json::to_string(&options).unwrap())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("Node.js is installed");
        let input = process.stdin.take().unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        while let Some(line) = lines.next_line().await.unwrap() {
            if let Some(registration) = line.strip_prefix("ready ") {
                let registration = serde_json::from_str(registration).unwrap();
                // Nobody reads on, and a full pipe would stop the provider.
                tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
                return Provider { registration, _process: process, _input: input };
            }
        }
        panic!("oidc-provider did not start; its own words stand above. Has tests/real_provider/run installed it?");
    }
}
