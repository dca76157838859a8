//! What the sandbox has logged of calls, and browsers have reported of errors, may be read by anybody who runs a server.

use nemkonto::contract::Report;
use nemkonto_sandbox::fixtures::HOLDERS;
use nemkonto_sandbox::identities::IDENTITIES;
use serde_json::Value;

/// All that a line may have.
const MEMBERS: [&str; 10] =
    ["time", "event", "operation", "status", "milliseconds", "reason", "reference", "kind", "build", "page"];
const PLACE: &str = "place";

/// The report that a line is, if it is one.
#[must_use]
pub fn report(line: &Value) -> Option<Report> {
    let mut report = line.clone();
    let members = report.as_object_mut()?;
    members.remove("time");
    (members.remove("event")? == "report").then(|| serde_json::from_value(report).ok()).flatten()
}

/// Checks that no line says more than it may, and that none has a number or a name of anybody in the data of the sandbox, or of an account.
///
/// # Panics
/// When one does.
pub fn assert_tells_of_nobody(lines: &[Value]) {
    let names = IDENTITIES.iter().filter_map(|identity| identity.name);
    let secrets: Vec<_> = HOLDERS.iter().flat_map(|holder| [holder.number, holder.name]).chain(names).collect();
    for line in lines {
        let text = line.to_string();
        for (member, value) in line.as_object().into_iter().flatten() {
            let is_known = MEMBERS.contains(&member.as_str()) || member == PLACE;
            assert!(is_known && (value.is_number() || value.is_string() || value.is_null()), "{text}");
        }
        for secret in &secrets {
            assert!(!text.contains(secret), "{secret} in {text}");
        }
        // Neither an account number nor a code or token, which have large letters as surely as they are random: nothing but the time, the
        // build and the reference is no word.
        for member in ["operation", "reason", "kind", "page", PLACE] {
            let word = line[member].as_str().unwrap_or_default();
            let digits = word.bytes().filter(u8::is_ascii_digit).count();
            assert!(digits <= 6 && !word.bytes().any(|byte| byte.is_ascii_uppercase()), "{member} in {text}");
        }
        assert!(line["event"] != "report" || report(line).is_some(), "{text}");
    }
}
