//! The files of the app as a browser gets them.

use std::fs;
use std::path::Path;

use nemkonto_sandbox::security_headers::{Transport, headers};
use nemkonto_sandbox::server::{Sandbox, Settings, StartError};
use openidconnect::reqwest::{Client, Method, Response, StatusCode, redirect};

const PAGE: &str = "<!doctype html><title>NemKonto</title>";
const SCRIPT: &str = "/app-0123456789abcdef.js";

struct Site {
    sandbox: Sandbox,
    client: Client,
    _dist: tempfile::TempDir,
}

async fn site() -> Site {
    let dist = tempfile::tempdir().unwrap();
    for (name, content) in [
        ("index.html", PAGE),
        ("app-0123456789abcdef.js", "plain"),
        ("app-0123456789abcdef.js.br", "compressed"),
        ("third-party-notices.txt", "notices"),
    ] {
        fs::write(dist.path().join(name), content).unwrap();
    }
    Site { sandbox: Sandbox::start(&settings(0, dist.path())).await.unwrap(), client: Client::new(), _dist: dist }
}

fn settings(port: u16, dist: &Path) -> Settings {
    Settings::new(port, dist.into(), dist.join("sandbox.sqlite"))
}

impl Site {
    async fn get(&self, path: &str) -> Response {
        self.request(Method::GET, path, "identity").await
    }

    async fn request(&self, method: Method, path: &str, encoding: &str) -> Response {
        let port = self.sandbox.app().port().unwrap();
        let url = format!("http://localhost:{port}{path}");
        self.client.request(method, url).header("accept-encoding", encoding).send().await.unwrap()
    }
}

fn header<'a>(response: &'a Response, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn every_route_of_the_app_is_the_page_and_is_never_kept() {
    let site = site().await;
    for path in ["/", "/login/return?code=abc&state=x.y", "/return", "/a/b/c/", "/index.html"] {
        let response = site.get(path).await;
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        assert_eq!(header(&response, "cache-control"), "no-store", "{path}");
        assert_eq!(header(&response, "content-type"), "text/html", "{path}");
        assert_eq!(response.text().await.unwrap(), PAGE, "{path}");
    }
}

#[tokio::test]
async fn an_unknown_file_or_api_address_is_not_the_page() {
    let site = site().await;
    for path in ["/missing.js", "/fonts/missing.woff2", "/api", "/api/nothing", "/../Cargo.toml", "/%2e%2e/Cargo.toml"]
    {
        let response = site.get(path).await;
        assert_eq!(response.status(), StatusCode::NOT_FOUND, "{path}");
        let caching = if path.starts_with("/api") { "no-store" } else { "" };
        assert_eq!(header(&response, "cache-control"), caching, "{path}");
    }
}

#[tokio::test]
async fn pages_are_only_read() {
    let response = site().await.request(Method::POST, "/", "identity").await;
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
}

#[tokio::test]
async fn files_named_after_their_content_are_kept_for_ever() {
    let site = site().await;
    assert_eq!(header(&site.get(SCRIPT).await, "cache-control"), "public, max-age=31536000, immutable");
    assert_eq!(header(&site.get("/third-party-notices.txt").await, "cache-control"), "no-cache");
}

#[tokio::test]
async fn browsers_that_can_get_the_compressed_copy() {
    let site = site().await;
    let compressed = site.request(Method::GET, SCRIPT, "gzip, br").await;
    assert_eq!(header(&compressed, "content-encoding"), "br");
    assert_eq!(header(&compressed, "content-type"), "text/javascript");
    assert_eq!(header(&compressed, "vary"), "accept-encoding");
    assert_eq!(compressed.bytes().await.unwrap(), "compressed");
    assert_eq!(site.get(SCRIPT).await.text().await.unwrap(), "plain");
}

#[tokio::test]
async fn every_answer_carries_the_security_headers() {
    let site = site().await;
    for path in ["/", SCRIPT, "/missing.js", "/api/nothing"] {
        let response = site.get(path).await;
        let policy = header(&response, "content-security-policy");
        for part in ["default-src 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'"] {
            assert!(policy.contains(part), "{path} lacks {part}");
        }
        assert!(!policy.contains("unsafe-inline"), "{path}");
        assert_eq!(header(&response, "x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header(&response, "referrer-policy"), "no-referrer", "{path}");
        assert_eq!(header(&response, "cross-origin-opener-policy"), "same-origin", "{path}");
    }
}

#[test]
fn t09_in_production_browsers_are_told_to_come_over_tls_only() {
    let strict = |transport| headers(transport).find(|(name, _)| name == "strict-transport-security");
    let (_, value) = strict(Transport::Tls).expect("it is among the headers to send");
    let seconds: u32 = value.split(';').next().unwrap().strip_prefix("max-age=").unwrap().parse().unwrap();
    assert!(seconds >= 31_536_000, "a year at least");
    assert_eq!(strict(Transport::Plain), None);
    assert_eq!(headers(Transport::Tls).count(), headers(Transport::Plain).count() + 1);
}

#[tokio::test]
async fn t12_the_other_name_of_this_machine_leads_to_the_one_that_logins_return_to() {
    let site = site().await;
    let port = site.sandbox.app().port().unwrap();
    let browser = Client::builder().redirect(redirect::Policy::none()).build().unwrap();
    let get = async |path: &str| browser.get(format!("http://127.0.0.1:{port}{path}")).send().await.unwrap();
    for path in ["/", "/login/return?code=a&state=b", SCRIPT, "/sandbox"] {
        let response = get(path).await;
        assert_eq!(response.status(), StatusCode::TEMPORARY_REDIRECT, "{path}");
        assert_eq!(header(&response, "location"), format!("http://localhost:{port}{path}"));
    }
    assert_eq!(get("/api/configuration").await.status(), StatusCode::OK, "what is no page stays");
    let rebound = browser.get(format!("http://127.0.0.1:{port}/")).header("host", "elsewhere.example");
    assert_eq!(rebound.send().await.unwrap().status(), StatusCode::OK);
}

#[tokio::test]
async fn a_taken_port_is_named() {
    let site = site().await;
    let port = site.sandbox.app().port().unwrap();
    let second = Sandbox::start(&settings(port, Path::new("unused"))).await;
    assert!(matches!(second, Err(StartError::PortTaken { port: taken }) if taken == port));
}

#[tokio::test]
async fn stopping_frees_the_port() {
    let site = site().await;
    let port = site.sandbox.app().port().unwrap();
    site.sandbox.stop().await;
    std::net::TcpListener::bind(("127.0.0.1", port)).unwrap();
}
