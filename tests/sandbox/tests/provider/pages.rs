//! The pages that people see.

use crate::support::{Request, Stand};
use base64::{Engine, prelude::BASE64_STANDARD};
use nemkonto_sandbox::identities::IDENTITIES;
use reqwest::{Response, StatusCode};
use scraper::{Html, Selector};
use serde_json::json;

/// A page taken apart.
struct Page {
    status: StatusCode,
    policy: String,
    html: Html,
}

impl Page {
    async fn read(response: Response) -> Page {
        Page {
            status: response.status(),
            policy: response.headers()["content-security-policy"].to_str().unwrap().to_owned(),
            html: Html::parse_document(&response.text().await.unwrap()),
        }
    }

    fn count(&self, selector: &str) -> usize {
        self.html.select(&Selector::parse(selector).unwrap()).count()
    }

    fn text(&self, selector: &str) -> String {
        let parsed = Selector::parse(selector).unwrap();
        let mut found = self.html.select(&parsed);
        let element = found.next().unwrap_or_else(|| panic!("{selector} is on the page"));
        assert!(found.next().is_none(), "{selector} is there once");
        element.text().collect()
    }

    fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let found = self.html.select(&Selector::parse(selector).unwrap()).next().unwrap();
        found.attr(name).map(str::to_owned)
    }

    /// What every page owes to everybody.
    fn assert_basics(&self) {
        assert!(["da", "en"].contains(&self.attribute("html", "lang").unwrap().as_str()));
        assert_eq!(self.count("h1"), 1);
        assert_eq!(self.count("main"), 1);
        assert_eq!(self.count("meta[name=viewport]"), 1);
        assert!(!self.text("title").is_empty());
        assert!(self.text("#sandbox").contains("MitID"), "the banner says what this is not");
        assert!(self.text("title").ends_with("Sandkasse") || self.text("title").ends_with("Sandbox"));
        assert_eq!(self.count("[style], style, script:not([src]), [onclick], [onload]"), 0);
        assert_eq!(self.count("input"), self.count("label[for]"));
        for part in ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'"] {
            assert!(self.policy.contains(part), "{part} in {}", self.policy);
        }
        assert!(!self.policy.contains("unsafe"));
    }
}

/// A login that has just begun.
struct Login {
    stand: Stand,
    path: String,
}

impl Login {
    async fn start(request: Request) -> Login {
        let stand = Stand::start().await;
        let url = stand.authorization_url(&request).await;
        let response = stand.http.get(url).send().await.unwrap();
        let path = response.headers()["location"].to_str().unwrap().to_owned();
        Login { stand, path }
    }

    fn app(&self) -> String {
        self.path.replace("/login/", "/app/")
    }

    async fn page(&self, path: &str) -> Page {
        let page = Page::read(self.stand.get(path).await).await;
        page.assert_basics();
        page
    }

    async fn step(&self, step: &str) -> Page {
        self.page(&format!("{}{step}", self.path)).await
    }

    async fn type_user_id(&self, user_id: &str) -> Response {
        let url = self.stand.url(&format!("{}/user-id", self.path));
        self.stand.http.post(url).form(&[("user_id", user_id)]).send().await.unwrap()
    }

    async fn press_in_app(&self, button: &str) -> Response {
        let url = self.stand.url(&format!("{}/{button}", self.app()));
        self.stand.http.post(url).send().await.unwrap()
    }

    async fn status(&self) -> serde_json::Value {
        self.stand.get_json(&format!("{}/status", self.path)).await
    }
}

fn with_text(text: &str) -> Request {
    let params = json!({ "mitid": { "reference_text": BASE64_STANDARD.encode(text), "action_text": "CONFIRM" } });
    Request::plain().with("idp_params", &params.to_string())
}

#[tokio::test]
async fn the_way_through_the_pages() {
    let login = Login::start(with_text("Bekræft: NemKonto 4321")).await;

    let choose = login.step("").await;
    assert_eq!(choose.text("h1"), "Log på hos NemKonto");
    assert_eq!(choose.attribute("#choose-mitid", "href"), Some(format!("{}/user-id", login.path)));
    assert_eq!(choose.count("#cancel"), 1);

    let user_id = login.step("/user-id").await;
    assert_eq!(user_id.text("#continue"), "Fortsæt");
    assert_eq!(user_id.count("#identities dt"), IDENTITIES.len());
    assert_eq!(user_id.count("#cancel"), 1);

    let typed = login.type_user_id("anna").await;
    assert_eq!(typed.headers()["location"], format!("{}/approve", login.path));

    let wait = login.step("/approve").await;
    let app = login.stand.url(&login.app()).to_string();
    assert_eq!(wait.attribute("#open-app", "href"), Some(app));
    assert_eq!(wait.count("#qr-code[role=img][aria-label] svg path"), 1);
    assert_eq!(wait.attribute("#status", "role").as_deref(), Some("status"));
    assert_eq!(wait.attribute("#continue", "href"), Some(format!("{}/continue", login.path)));
    assert_eq!(wait.count("#cancel"), 1);

    let app = login.page(&login.app()).await;
    assert_eq!(app.text("h1"), "Bekræft hos NemKonto");
    assert_eq!(app.text("#reference-text"), "Bekræft: NemKonto 4321");
    assert_eq!((app.text("#approve"), app.text("#reject")), ("Godkend".to_owned(), "Afvis".to_owned()));

    assert_eq!(login.status().await, json!({ "status": "waiting" }));
    let early = login.stand.get(&format!("{}/continue", login.path)).await;
    assert_eq!(early.headers()["location"], format!("{}/approve", login.path));

    login.press_in_app("approve").await;
    assert_eq!(login.status().await, json!({ "status": "approved" }));
    assert_eq!(login.page(&login.app()).await.text("h1"), "Godkendt");
}

#[tokio::test]
async fn an_unknown_user_id_is_explained_and_stays_in_the_field() {
    let login = Login::start(Request::plain()).await;
    let typed = "anne\"><b>";
    let page = Page::read(login.type_user_id(typed).await).await;
    page.assert_basics();
    assert_eq!(page.status, 422);
    assert!(page.text("title").starts_with("Fejl: "));
    assert!(page.text("#user-id-error").contains("Sandkassen kender ikke dette bruger-ID"));
    assert_eq!(page.attribute("#user-id", "value").as_deref(), Some(typed));
    assert_eq!(page.attribute("#user-id", "aria-invalid").as_deref(), Some("true"));
    assert!(page.attribute("#user-id", "aria-describedby").unwrap().contains("user-id-error"));

    let empty = Page::read(login.type_user_id("  ").await).await;
    assert!(empty.text("#user-id-error").contains("Indtast et bruger-ID"));
}

#[tokio::test]
async fn hostile_text_stays_text_in_the_app() {
    let hostile = "<script>alert(1)</script>";
    let login = Login::start(with_text(hostile)).await;
    login.type_user_id("anna").await;
    let app = login.page(&login.app()).await;
    assert_eq!(app.text("#reference-text"), hostile);
    assert_eq!(app.count("script"), 0);
}

#[tokio::test]
async fn a_plain_login_shows_no_reference_text() {
    let login = Login::start(Request::plain()).await;
    login.type_user_id("skjult").await;
    let app = login.page(&login.app()).await;
    assert_eq!(app.text("h1"), "Log på hos NemKonto");
    assert_eq!(app.count("#reference-text"), 0);
    assert!(app.text("main").contains("Navnebeskyttet"));
}

#[tokio::test]
async fn the_app_has_nothing_to_approve_before_the_user_id() {
    let login = Login::start(Request::plain()).await;
    assert_eq!(login.page(&login.app()).await.count("#approve"), 0);
    login.press_in_app("approve").await;
    assert_eq!(login.status().await, json!({ "status": "waiting" }));
    let wait = login.stand.get(&format!("{}/approve", login.path)).await;
    assert_eq!(wait.headers()["location"], format!("{}/user-id", login.path));
}

#[tokio::test]
async fn the_first_answer_in_the_app_stands() {
    let login = Login::start(Request::plain()).await;
    login.type_user_id("anna").await;
    login.press_in_app("reject").await;
    login.press_in_app("approve").await;
    assert_eq!(login.status().await, json!({ "status": "rejected" }));
}

// The computer asks every half second and may have gone on before the app shows its page.
#[tokio::test]
async fn the_app_shows_what_was_decided_when_the_login_has_gone_on() {
    let login = Login::start(Request::plain()).await;
    login.type_user_id("anna").await;
    login.press_in_app("approve").await;
    login.stand.get(&format!("{}/continue", login.path)).await;
    let app = login.page(&login.app()).await;
    assert_eq!((app.status, app.text("h1").as_str(), app.count("#decided")), (StatusCode::OK, "Godkendt", 1));
    assert_eq!(login.step("/approve").await.status, 404, "at the computer it is over");
}

#[tokio::test]
async fn the_language_follows_the_request_and_the_switch() {
    let login = Login::start(Request::plain().with("ui_locales", "en")).await;
    let english = login.step("").await;
    assert_eq!(english.text("h1"), "Log on at NemKonto");
    assert_eq!(english.attribute("#language-da", "href").as_deref(), Some("?lang=da"));
    let danish = login.step("?lang=da").await;
    assert_eq!(danish.attribute("html", "lang").as_deref(), Some("da"));
    assert_eq!(login.step("/user-id").await.text("label"), "Bruger-ID", "the choice lasts");
}

#[tokio::test]
async fn a_login_that_is_over_says_so() {
    let login = Login::start(Request::plain()).await;
    let cancel = login.stand.url(&format!("{}/cancel", login.path));
    login.stand.http.post(cancel).send().await.unwrap();
    for path in [login.path.clone(), format!("{}/approve", login.path), format!("{}/status", login.path), login.app()] {
        let page = login.page(&path).await;
        assert_eq!(page.status, 404);
        assert!(page.text("main").contains("start forfra"));
    }
}

#[tokio::test]
async fn forms_may_lead_back_to_the_client() {
    let page = Login::start(Request::plain()).await.step("").await;
    assert!(page.policy.contains("form-action 'self' http://localhost:8080;"), "{}", page.policy);
}

#[tokio::test]
async fn everything_that_a_page_refers_to_is_there() {
    let stand = Stand::start().await;
    for (path, media_type) in [
        ("/assets/provider.css", "text/css"),
        ("/assets/wait.js", "text/javascript"),
        ("/assets/icon.svg", "image/svg+xml"),
    ] {
        let response = stand.get(path).await;
        assert_eq!(response.status(), 200);
        assert_eq!(response.headers()["content-type"], media_type);
    }
}
