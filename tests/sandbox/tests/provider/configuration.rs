//! What an agency sets: the file that comes with the sandbox, and what is said of wrong ones.

use std::{env, fs, path::Path};

use nemkonto_sandbox::api::{Agency, ConfigurationError, WrongEntry};

const OWN: &str = include_str!("../../configuration.toml");

fn refused(text: &str) -> String {
    Agency::parse(text).unwrap_err().to_string()
}

/// `UPDATE_SNAPSHOTS=1` writes it anew.
#[test]
fn the_schema_in_the_repository_is_current_and_fits_the_file_of_the_sandbox() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("configuration.schema.json");
    let schema = Agency::schema();
    let current = serde_json::to_string_pretty(&schema).unwrap() + "\n";
    if env::var_os("UPDATE_SNAPSHOTS").is_some_and(|value| value == "1") {
        fs::write(&file, &current).unwrap();
    }
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert!(kept == current, "{} is not current; UPDATE_SNAPSHOTS=1 writes it", file.display());
    let own: serde_json::Value = toml::from_str(OWN).unwrap();
    assert!(jsonschema::is_valid(&schema, &own));
    let mut unknown = own;
    unknown["links"]["help"] = "/help".into();
    assert!(!jsonschema::is_valid(&schema, &unknown));
}

/// Every entry that the file of the sandbox only mentions.
#[test]
fn what_the_file_mentions_can_be_set() {
    let all: String = OWN
        .lines()
        .map(|line| {
            line.strip_prefix("# ").filter(|entry| entry.contains(" = ") && !entry.contains('`')).unwrap_or(line)
        })
        .fold(String::new(), |text, line| text + line + "\n");
    let agency = Agency::parse(&all).unwrap();
    assert_eq!(agency.product_name.as_deref(), Some("Kontoportalen"));
    assert_eq!(agency.languages, ["da", "en"]);
    assert!(agency.session_length_shown);
    assert_eq!(agency.stylesheet.as_deref(), Some("/agency/brand.css"));
    assert_eq!(agency.contact, Agency::of_the_sandbox().contact);
}

#[test]
fn a30_a_wrong_entry_is_refused_by_its_key() {
    let with = |entry: &str| refused(&format!("{entry}\n{OWN}"));
    let instead = |from: &str, to: &str| {
        assert!(OWN.contains(from), "{from}");
        refused(&OWN.replacen(from, to, 1))
    };
    let address = "\"/sandbox/support\"";
    let long = format!("\"{}\"", "a".repeat(201));
    for (told, key) in [
        (with("colour = \"red\""), "colour is no entry"),
        (instead("support = \"/s", "suport = \"/s"), "links.suport is no entry"),
        (instead("telephone =", "fax = \"1\"\ntelephone ="), "contact.fax is no entry"),
        (instead("wait_milliseconds = 2000", "wait_seconds = 2"), "payee_check.wait_seconds is no entry"),
        (instead("wants_note = true", "wants_notes = true"), "payee_check.reasons[4].wants_notes is no entry"),
        (instead("id = \"joint\"", "id = \"guardian\""), "payee_check.reasons: there must be one at least"),
        (instead("id = \"joint\"", "id = \" \""), "payee_check.reasons: there must be one at least"),
        (instead("da = \"En anden grund\"", &format!("da = {long}")), "payee_check.reasons[4].da"),
        (instead("telephone = \"00 00 00 00\"", ""), "telephone"),
        (instead("\"00 00 00 00\"", "5"), "telephone"),
        (instead("\"NemKonto Support\"", &long), "contact.name is longer"),
        (instead("NemKonto Support", "Support\\u202e"), "contact.name is longer than 200 characters, or has signs"),
        (instead(address, "\"javascript:alert(1)\""), "links.support must be https://"),
        (instead(address, "\"http://support.example\""), "links.support must be https://"),
        (instead(address, "\"//evil.example\""), "links.support must be https://"),
        (
            with("stylesheet = \"https://evil.example/brand.css\""),
            "stylesheet must be an address of the app's own origin",
        ),
        (with("languages = [\"da\", \"de\"]"), "languages: the app has no \"de\""),
        (with(&format!("product_name = {long}")), "product_name is longer"),
        (with("session_length_shown = 30"), "session_length_shown"),
        (refused("[contact"), "contact"),
    ] {
        assert!(told.contains(key), "{key}: {told}");
    }
}

#[test]
fn a30_a_file_that_is_missing_is_named() {
    let refused = Agency::read(Path::new("no-such-file.toml")).unwrap_err();
    assert!(matches!(refused, ConfigurationError::Read { .. }));
    assert!(refused.to_string().starts_with("no-such-file.toml cannot be read"), "{refused}");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("agency.toml");
    fs::write(&file, format!("colour = 1\n{OWN}")).unwrap();
    let refused = Agency::read(&file).unwrap_err();
    assert!(matches!(&refused, ConfigurationError::Wrong { source: WrongEntry::Unknown(key), .. } if key == "colour"));
    assert!(refused.to_string().contains("agency.toml"), "{refused}");
}

#[test]
fn an_agency_that_does_not_ask_banks_leaves_it_out_and_one_that_does_has_reasons() {
    let (without, _) = OWN.split_once("[payee_check]").unwrap();
    assert_eq!(Agency::parse(without).unwrap().payee_check, None);
    assert!(refused(&format!("{without}[payee_check]\nreasons = []")).starts_with("payee_check.reasons"));
    let one = "[payee_check]\nreasons = [{ id = \"other\", da = \"Andet\", en = \"Other\" }]";
    let asked = Agency::parse(&format!("{without}{one}")).unwrap().payee_check.unwrap();
    assert_eq!((asked.wait_milliseconds, asked.reasons.len()), (2_000, 1));
}
