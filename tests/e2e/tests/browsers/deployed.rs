//! The app behind the servers of `tests/deploy`, over TLS: each promised header, and the journey.

use std::fs;

use nemkonto_e2e::at_site;
use nemkonto_e2e::engine::Engine;
use nemkonto_e2e::proxy::{Proxy, Server};
use nemkonto_e2e::site::{Site, dist, start_behind};
use nemkonto_sandbox::security_headers::{Transport, headers};
use nemkonto_sandbox::server::Sandbox;
use reqwest::redirect::Policy;
use reqwest::{Client, Method, Response, StatusCode};
use tempfile::TempDir;
use url::Url;

use crate::caseworker::{BIC, COMPANY, Caseworker, IBAN};
use crate::start::built_file;

struct Deployed {
    server: Server,
    sandbox: Sandbox,
    client: Client,
    _data: TempDir,
    proxy: Proxy,
}

impl Deployed {
    async fn all() -> Vec<Self> {
        let mut all = Vec::new();
        for server in Server::ALL {
            let (sandbox, data, proxy) = start_behind(server).await.unwrap();
            // Nobody vouches for the certificates of a test, and a test follows nothing.
            let client = Client::builder().danger_accept_invalid_certs(true).redirect(Policy::none());
            all.push(Self { server, sandbox, client: client.build().unwrap(), _data: data, proxy });
        }
        all
    }

    async fn ask(&self, method: Method, path: &str, encoding: &str) -> Response {
        let request = self.client.request(method, self.sandbox.app().join(path).unwrap());
        request.header("accept-encoding", encoding).send().await.unwrap()
    }

    async fn get(&self, path: &str) -> Response {
        self.ask(Method::GET, path, "identity").await
    }
}

fn header<'a>(response: &'a Response, name: &str) -> &'a str {
    response.headers().get(name).map_or("", |value| value.to_str().unwrap())
}

/// Name of the built file in an address.
fn address(beginning: &str, ending: &str) -> String {
    let file = built_file(&dist().unwrap(), beginning, ending);
    format!("/{}", file.file_name().unwrap().to_str().unwrap())
}

#[tokio::test]
async fn every_answer_has_each_promised_header_once() {
    for site in Deployed::all().await {
        let script = address("first", "js");
        for path in
            ["/", "/verify", &script, "/missing.js", "/api/configuration", "/api/session", "/api/nothing", "/api"]
        {
            let response = site.get(path).await;
            for (name, value) in headers(Transport::Tls) {
                let sent: Vec<_> = response.headers().get_all(&name).iter().collect();
                assert_eq!(sent, [value], "{} {path}: {name}", site.server);
            }
            let told = header(&response, "server");
            assert!(!told.contains(|sign: char| sign.is_ascii_digit()), "{} {path}: {told}", site.server);
        }
        site.sandbox.stop().await;
    }
}

#[tokio::test]
async fn a20_every_address_of_the_app_is_the_page_and_nothing_else_is() {
    let page = fs::read_to_string(dist().unwrap().join("index.html")).unwrap();
    for site in Deployed::all().await {
        for path in [
            "/",
            "/index.html",
            "/return?code=a.b&state=c",
            "/login/return?error=access_denied",
            "/account-holders/a/history",
        ] {
            let response = site.get(path).await;
            assert_eq!(response.status(), StatusCode::OK, "{} {path}", site.server);
            assert!(header(&response, "content-type").starts_with("text/html"), "{} {path}", site.server);
            assert_eq!(response.text().await.unwrap(), page, "{} {path}", site.server);
        }
        for path in
            ["/missing.js", "/fonts/missing.woff2", "/../Cargo.toml", "/%2e%2e/Cargo.toml", "/api", "/api/nothing"]
        {
            let response = site.get(path).await;
            assert_eq!(response.status(), StatusCode::NOT_FOUND, "{} {path}", site.server);
            assert_ne!(response.text().await.unwrap(), page, "{} {path}", site.server);
        }
        assert_eq!(
            site.ask(Method::POST, "/", "identity").await.status(),
            StatusCode::METHOD_NOT_ALLOWED,
            "{}",
            site.server
        );
        let server = site.server;
        let app = site.sandbox.app().clone();
        site.sandbox.stop().await;
        let answer = site.client.get(app.join("/api/session").unwrap()).send().await.unwrap();
        assert_eq!(answer.status(), StatusCode::BAD_GATEWAY, "{server}: an API that is down");
        assert_ne!(answer.text().await.unwrap(), page, "{server}");
    }
}

#[tokio::test]
async fn a19_no_page_no_refusal_and_no_answer_of_the_api_is_kept() {
    for site in Deployed::all().await {
        let kept = "public, max-age=31536000, immutable";
        let missing = "/nemkonto-0123456789abcdef.js";
        for (path, expected) in [
            ("/", "no-store"),
            ("/index.html", "no-store"),
            ("/return?code=a&state=b", "no-store"),
            (&address("first", "js"), kept),
            (&address("nemkonto", "wasm"), kept),
            ("/third-party-notices.txt", "no-cache"),
            (missing, ""),
            ("/api/configuration", "no-store"),
            ("/api/session", "no-store"),
            ("/api/nothing-0123456789abcdef.js", "no-store"),
        ] {
            let response = site.get(path).await;
            let sent: Vec<_> = response.headers().get_all("cache-control").iter().collect();
            let expected = if expected.is_empty() { Vec::new() } else { vec![expected] };
            assert_eq!(sent, expected, "{} {path}", site.server);
        }
        site.sandbox.stop().await;
    }
}

#[tokio::test]
async fn what_is_compressed_beside_the_files_is_sent_to_browsers_that_can_read_it() {
    for site in Deployed::all().await {
        for (beginning, ending, media_type) in
            [("index", "html", "text/html"), ("first", "js", "javascript"), ("nemkonto", "wasm", "application/wasm")]
        {
            let path = address(beginning, ending);
            let file = dist().unwrap().join(path.trim_start_matches('/'));
            for (accepted, encoding, suffix) in
                [("gzip, br", "br", ".br"), ("gzip", "gzip", ".gz"), ("identity", "", "")]
            {
                let response = site.ask(Method::GET, &path, accepted).await;
                let about = format!("{} {path} for {accepted}", site.server);
                assert_eq!(header(&response, "content-encoding"), encoding, "{about}");
                assert!(header(&response, "content-type").contains(media_type), "{about}");
                // What is not compressed is for everybody.
                let varies = header(&response, "vary").eq_ignore_ascii_case("accept-encoding");
                assert!(varies || encoding.is_empty(), "{about}");
                let whole = fs::read(format!("{}{suffix}", file.display())).unwrap();
                assert!(response.bytes().await.unwrap() == whole, "{about}");
            }
        }
        site.sandbox.stop().await;
    }
}

#[tokio::test]
async fn whoever_comes_without_tls_is_sent_to_it_before_anything_is_told() {
    for site in Deployed::all().await {
        let asked = site.proxy.plain.join("/verify?what=else").unwrap();
        let response = site.client.get(asked).send().await.unwrap();
        assert_eq!(response.status(), StatusCode::PERMANENT_REDIRECT, "{}", site.server);
        let mut to: Url = header(&response, "location").parse().unwrap();
        // The servers of an agency have the port that goes without saying.
        to.set_port(None).unwrap();
        assert_eq!(to.as_str(), "https://localhost/verify?what=else", "{}", site.server);
        assert!(response.text().await.unwrap().len() < 300, "{}: no page", site.server);
        site.sandbox.stop().await;
    }
}

/// The API takes what the app asks for what the app's own origin asks, and logins return to it.
#[tokio::test]
async fn t18_the_journey_leads_through_a_server_with_tls_and_its_session_goes_nowhere_without_it() {
    for server in Server::ALL {
        let site = Site::open_behind(Engine::Shell, server).await.unwrap();
        at_site(site, &format!("the_journey_leads_through_{server}"), async |site| {
            let anna = Caseworker::log_in_by_hand(site, "anna").await;
            anna.open_foreign_form(COMPANY).await;
            // What script can read or another host can set is no session.
            let cookies = site.browser.client().get_all_cookies().await.unwrap();
            let session = cookies
                .iter()
                .find(|cookie| cookie.name() == "__Host-session")
                .unwrap_or_else(|| panic!("{cookies:?}"));
            assert_eq!((session.secure(), session.http_only(), session.path()), (Some(true), Some(true), Some("/")));
            assert!(session.same_site().unwrap().is_strict());
            anna.save_and_confirm(BIC, IBAN).await;
            anna.login.complete_by_hand("anna").await.unwrap();
            let number = anna.app.receipt_number().await.unwrap();
            site.browser.reload().await.unwrap();
            assert_eq!(anna.app.receipt_number().await.unwrap(), number);
            let messages = site.browser.console().await.unwrap();
            let faults: Vec<_> = messages.iter().filter(|message| message.source != "network").collect();
            assert!(faults.is_empty(), "{faults:#?}");
        })
        .await;
    }
}
