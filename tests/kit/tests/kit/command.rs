//! The program, and the login command.

use std::process::Output;

use nemkonto_kit::{
    login::{LoginWay, Manner},
    outcome::Stop,
};
use nemkonto_sandbox::api::Wrong;
use tokio::process::Command;

use crate::support::Sandbox;

async fn kit(options: &[&str]) -> (i32, String) {
    let Output { status, stdout, stderr } =
        Command::new(env!("CARGO_BIN_EXE_nemkonto-kit")).args(options).output().await.unwrap();
    (status.code().unwrap(), String::from_utf8([stdout, stderr].concat()).unwrap())
}

fn file(name: &str) -> String {
    format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_passed_failed_and_was_not_tried_is_printed_and_the_status_says_whether_anything_failed() {
    let sandbox = Sandbox::start().await;
    let (base, cases) = (sandbox.address.to_string(), file("sandbox.toml"));
    let only =
        async |id| kit(&["--base", &base, "--origin", "http://localhost:8080", "--cases", &cases, "--only", id]).await;
    let (code, told) = only("requests.origin").await;
    assert_eq!((code, told.as_str()), (0, "passed     requests.origin\n1 passed, 0 failed\n"));
    let (code, told) = only("session.ends").await;
    assert_eq!(code, 0);
    assert!(told.starts_with("not tried  session.ends: it takes") && told.ends_with("failed, 1 not tried\n"), "{told}");

    sandbox.api.set_wrong(Some(Wrong::AnyOrigin));
    let (code, told) = only("requests.origin").await;
    assert_eq!(code, 1);
    assert!(
        told.starts_with("FAILED     requests.origin: POST /api/") && told.contains("The contract: A POST"),
        "{told}"
    );
    assert!(told.ends_with("0 passed, 1 failed\n"), "{told}");
}

#[tokio::test]
async fn what_there_is_to_check_is_listed_without_an_api() {
    let (code, told) = kit(&["--list"]).await;
    assert_eq!(code, 0);
    for check in nemkonto_kit::checks::all() {
        assert!(told.contains(check.id) && told.contains(check.rule), "{}", check.id);
    }
}

#[tokio::test]
async fn test_data_that_are_not_there_or_no_test_data_end_the_program_before_anything_is_asked() {
    for (name, reason) in [("nowhere.toml", "nowhere.toml"), ("Cargo.toml", "unknown field")] {
        let (code, told) = kit(&["--base", "http://localhost:9", "--cases", &file(name)]).await;
        assert_eq!(code, 2, "{told}");
        assert!(told.contains(reason), "{told}");
    }
}

#[tokio::test]
async fn a_login_command_is_told_where_who_and_how_and_prints_the_address() {
    let go = async |command: &str, manner| {
        LoginWay::Command(command.to_owned()).go("https://login.example/?a=1&b='", "Anna A", manner).await
    };
    let echo = r#"printf 'Opening ...\nhttp://localhost/return?%s|%s|%s\n\n' "$1" "$2" "$3"; true"#;
    for (manner, word) in [(Manner::Approve, "approve"), (Manner::Cancel, "cancel")] {
        let address = go(echo, manner).await.unwrap();
        assert_eq!(address.query(), Some(&*format!("https://login.example/?a=1&b=%27|Anna%20A|{word}")));
    }
    for (command, reason) in [("exit 75;", "cannot log in as Anna A"), ("exit 1;", "failed"), ("true", "no address")] {
        let Err(Stop::NotTried(told)) = go(command, Manner::Approve).await else { panic!("{command}") };
        assert!(told.contains(reason), "{told}");
    }
}
