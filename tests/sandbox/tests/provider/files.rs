//! Provider files: those that come with the project, and what is said of wrong ones.

use std::fs;

use nemkonto_sandbox::relying_party::{
    Broker, ClaimSource, Client, ClientAuthentication, ProviderSettings, PushedRequests, ReferenceTextShape, Secret,
};
use strum::IntoEnumIterator;
use tempfile::TempDir;

/// A complete file.
const GOOD: &str = r#"
issuer = "https://provider.example/op"
algorithms = ["ES256"]

[client]
id = "a client"
authentication = "client_secret_post"
secret = "s3cret"

[request]
scopes = ["openid", "profile"]
pushed = "if-announced"
reference_text = "none"

[request.parameters]
idp_values = "mitid_erhverv"

[claims]
source = "userinfo"
person = "sub"
company = "cvr"

[assurance]
claim = "loa"
accepted = ["substantial"]
"#;

fn read(text: &str) -> Result<ProviderSettings, String> {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("provider.toml");
    fs::write(&file, text).unwrap();
    fs::write(folder.path().join("not-a-key.pem"), "s3cret").unwrap();
    ProviderSettings::read(&file).map_err(|error| {
        let message = error.to_string();
        assert!(!message.contains("s3cret"), "{message}");
        assert!(message.contains("provider.toml") || message.contains(".pem"), "{message}");
        message.replace(&format!("{}/", folder.path().display()), "")
    })
}

/// What is said of the complete file with one thing changed.
fn complaint(from: &str, to: &str) -> String {
    assert!(GOOD.contains(from), "{from}");
    read(&GOOD.replacen(from, to, 1)).unwrap_err()
}

#[test]
fn a_complete_file_is_read() {
    let settings = read(GOOD).unwrap();
    assert_eq!(settings.issuer, "https://provider.example/op");
    assert_eq!(settings.request.pushed, PushedRequests::IfAnnounced);
    assert_eq!(settings.request.reference_text, ReferenceTextShape::None);
    assert_eq!(settings.request.max_age, None);
    assert_eq!(settings.claims.source, ClaimSource::Userinfo);
    assert!(settings.claims.employee.is_none());
    assert!(matches!(settings.client.authentication, ClientAuthentication::SecretPost(_)));
    assert!(!format!("{settings:?}").contains("s3cret"));
}

/// A file that comes with the project lacks nothing but what only the provider can give.
#[test]
fn the_files_of_the_project_lack_only_the_client() {
    for broker in Broker::iter() {
        let filled = broker
            .file()
            .replacen("issuer = \"\"", "issuer = \"https://provider.example\"", 1)
            .replacen("\nid = \"\"", "\nid = \"a client\"", 1)
            .replacen("\nsecret = \"\"", "\nsecret = \"a secret\"", 1);
        let settings = read(&filled).unwrap_or_else(|message| panic!("{broker:?}: {message}"));
        let from_file = format!("{settings:?}");

        let client = Client { id: "a client".to_owned(), authentication: settings.client.authentication };
        let made = broker.settings(&settings.issuer, client);
        assert_eq!(format!("{made:?}"), from_file);
        let unfilled = read(broker.file()).unwrap_err();
        assert!(unfilled.ends_with("Fill in what the provider gave you."), "{unfilled}");
    }
}

#[test]
fn the_stand_in_is_shaped_after_the_nets_file() {
    let authentication = ClientAuthentication::SecretBasic(Secret::new("a secret"));
    let client = Client { id: "a client".to_owned(), authentication };
    let made = Broker::Nets.settings("http://127.0.0.1:1", client);
    let nets = ProviderSettings::nets("http://127.0.0.1:1", "a client", Secret::new("a secret"));
    assert_eq!(format!("{nets:?}"), format!("{made:?}"));
}

#[test]
fn a_misspelt_or_missing_entry_is_named_with_its_line() {
    let misspelt = complaint("pushed = ", "pusht = ");
    assert!(misspelt.starts_with("provider.toml, line 12: unknown field `pusht`"), "{misspelt}");
    let wrong_value = complaint("if-announced", "sometimes");
    assert!(wrong_value.starts_with("provider.toml, line 12: unknown variant `sometimes`"), "{wrong_value}");
    assert!(wrong_value.contains("`required`, `if-announced`, `off`"), "{wrong_value}");
    let missing = complaint("person = \"sub\"\n", "");
    assert!(missing.contains("missing field `person`"), "{missing}");
    let algorithm = complaint("ES256", "ES257");
    assert!(algorithm.contains("line 3") && algorithm.contains("ES257"), "{algorithm}");
}

/// `read` checks of every message that it does not contain the secret.
#[test]
fn a_secret_that_is_written_wrongly_is_not_printed() {
    let unquoted = complaint("\"s3cret\"", "s3cret");
    assert!(unquoted.starts_with("provider.toml, line 8"), "{unquoted}");
    let unclosed = complaint("\"s3cret\"", "\"s3cret");
    assert!(unclosed.starts_with("provider.toml, line 8"), "{unclosed}");
    let listed = complaint("\"s3cret\"", "[\"s3cret\"]");
    assert_eq!(listed, "provider.toml, line 8: a secret is a text in quotes.");
    let misplaced = complaint("secret = \"s3cret\"", "secrets = \"s3cret\"");
    assert!(misplaced.contains("unknown field `secrets`"), "{misplaced}");
}

#[test]
fn what_is_not_filled_in_is_named() {
    for (from, to, name) in [
        ("https://provider.example/op", "", "issuer"),
        ("a client", " ", "client.id"),
        ("s3cret", "", "client.secret"),
        ("secret = \"s3cret\"\n", "", "client.secret"),
        ("person = \"sub\"", "person = \"\"", "claims.person"),
        ("company = \"cvr\"", "company = \"\"", "claims.company"),
        ("\"loa\"", "\"\"", "assurance.claim"),
        ("[\"substantial\"]", "[]", "assurance.accepted"),
        ("[\"substantial\"]", "[\"substantial\", \"\"]", "assurance.accepted"),
        (
            "company = \"cvr\"",
            "company = \"cvr\"\nemployee = { claim = \"kind\", values = [] }",
            "claims.employee.values",
        ),
    ] {
        let expected = format!("provider.toml: {name} is missing or empty. Fill in what the provider gave you.");
        assert_eq!(complaint(from, to), expected);
    }
}

#[test]
fn an_issuer_without_tls_is_for_this_machine_only() {
    for issuer in ["http://provider.example", "provider.example", "https://provider.example?x", "ftp://127.0.0.1"] {
        assert!(
            complaint("https://provider.example/op", issuer).contains("issuer must be an https address"),
            "{issuer}"
        );
    }
    for issuer in ["http://127.0.0.1:8081", "http://localhost:8081", "http://[::1]:8081"] {
        read(&GOOD.replace("https://provider.example/op", issuer)).unwrap();
    }
}

#[test]
fn settings_that_would_weaken_the_login_are_refused() {
    for algorithms in ["[]", "[\"HS256\"]", "[\"ES256\", \"none\"]"] {
        assert!(complaint("[\"ES256\"]", algorithms).contains("algorithms must name"), "{algorithms}");
    }
    assert!(complaint("\"openid\", ", "").contains("must contain \"openid\""));
    assert!(complaint("pushed =", "max_age = 0\npushed =").contains("max_age must be at least 1"));
    for name in ["prompt", "nonce", "redirect_uri", "idp_params", "request"] {
        assert!(complaint("idp_values", name).contains(&format!("must not set {name}")), "{name}");
    }
}

#[test]
fn p23_an_algorithm_that_cannot_be_verified_is_named_before_anybody_logs_in() {
    let complaint = complaint("[\"ES256\"]", "[\"ES256\", \"ES512\"]");
    assert!(complaint.contains("algorithms must name some of ES256, ES384"), "{complaint}");
    for algorithm in ["ES256", "ES384", "EdDSA", "PS256", "PS384", "PS512", "RS256", "RS384", "RS512"] {
        read(&GOOD.replace("ES256", algorithm)).unwrap_or_else(|complaint| panic!("{algorithm}: {complaint}"));
    }
}

#[test]
fn p24_a_provider_that_nobody_knows_has_time_for_a_page_of_consent() {
    let client = Client {
        id: "a client".to_owned(),
        authentication: ClientAuthentication::SecretBasic(Secret::new("a secret")),
    };
    let settings = Broker::Generic.settings("https://provider.example", client);
    assert!(settings.request.max_age.is_some_and(|seconds| seconds >= 60), "{:?}", settings.request.max_age);
}

#[test]
fn a_private_key_must_be_there_and_fit() {
    let with = |entries: &str| complaint("authentication = \"client_secret_post\"", entries);
    let method = "authentication = \"private_key_jwt\"";
    assert!(with(method).contains("client.key_file is missing: private_key_jwt needs a private key"));
    let named = format!("{method}\nkey_file = \"not-a-key.pem\"");
    assert!(with(&named).contains("client.key_algorithm is missing"));
    let complete = format!("{named}\nkey_algorithm = \"ES256\"");
    assert!(with(&complete).contains("client.key_file: this is not an unencrypted private key in PKCS #8"));
    let elsewhere = complete.replace("not-a-key", "not-there");
    assert!(with(&elsewhere).starts_with("not-there.pem cannot be read"), "relative to the provider file");
    assert!(complaint("pushed =", "signed = true\npushed =").contains("request.signed needs a private key"));
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let folder = TempDir::new().unwrap();
    let error = ProviderSettings::read(&folder.path().join("nowhere.toml")).unwrap_err().to_string();
    assert!(error.contains("nowhere.toml cannot be read"), "{error}");
}
