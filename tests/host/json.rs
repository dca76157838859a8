//! The app's reader of JSON beside `serde_json`, with which the API reads and writes: what one takes the other takes for the same, and
//! what one refuses the other refuses.

use std::fmt::Debug;

use nemkonto::{
    contract::{
        Acknowledged, FieldProblem, FieldRefusal, HistoryEntry, HistoryEvent, HistoryPage, PayeeCheck, ProblemDetails,
        ProblemType, Receipt, ReceiptKeys, SignedReceipt, Timestamp,
        json::{Unreadable, read},
    },
    domain::{
        benefit_type::BenefitCode,
        draft::Field,
        payee::{Note, PayeeAnswer},
        specific::SpecificAccountId,
    },
};
use serde::{
    Serialize,
    de::{DeserializeOwned, IgnoredAny},
};
use serde_json::{Value, json};

use crate::support::{
    self, authority, benefit_types, check, configuration, filled_forms, overview, prepare_request, receipt, session,
    signing, withdrawn,
};

/// What may stand anywhere instead of what belongs there. Lists are not in it: serde takes one for a structure.
fn others() -> [Value; 11] {
    [
        json!(null),
        json!(true),
        json!(0),
        json!(-1),
        json!(1.5),
        json!(u64::MAX),
        json!(""),
        json!("71"),
        json!("created"),
        json!({}),
        json!({ "another": null }),
    ]
}

/// Every place in a value (JSON pointer, RFC 6901).
fn places(value: &Value) -> Vec<String> {
    let inner: Vec<(String, &Value)> = match value {
        Value::Object(entries) => entries.iter().map(|(name, inner)| (name.clone(), inner)).collect(),
        Value::Array(elements) => elements.iter().enumerate().map(|(at, inner)| (at.to_string(), inner)).collect(),
        _ => Vec::new(),
    };
    let deeper = inner.into_iter().flat_map(|(name, inner)| {
        places(inner).into_iter().map(move |place| format!("/{}{place}", name.replace('~', "~0").replace('/', "~1")))
    });
    [String::new()].into_iter().chain(deeper).collect()
}

fn assert_same<T: DeserializeOwned + PartialEq + Debug>(text: &str) {
    assert_eq!(read::<T>(text).ok(), serde_json::from_str::<T>(text).ok(), "{text}");
}

/// The value as it is; and in every place something else, nothing, something more, and the same twice.
fn assert_read_as_ever<T: Serialize + DeserializeOwned + PartialEq + Debug>(right: &T) {
    let whole = serde_json::to_value(right).unwrap();
    assert_eq!(read::<T>(&whole.to_string()).as_ref(), Ok(right));
    for place in places(&whole) {
        for other in others() {
            let mut changed = whole.clone();
            *changed.pointer_mut(&place).unwrap() = other;
            assert_same::<T>(&changed.to_string());
        }
        let Some(Value::Object(entries)) = whole.pointer(&place) else { continue };
        for name in entries.keys() {
            let mut without = whole.clone();
            without.pointer_mut(&place).unwrap().as_object_mut().unwrap().remove(name);
            assert_same::<T>(&without.to_string());
        }
        let mut with = whole.clone();
        with.pointer_mut(&place).unwrap()["unknown"] = json!([{ "more": [1, -1, 1e300, "\u{1f600}\n", false] }]);
        assert_same::<T>(&with.to_string());
        assert_same::<T>(&with.to_string().replacen("\"unknown\":[", &format!("{}[", twice(entries)), 1));
    }
}

/// The first entry once more, before an unknown one.
fn twice(entries: &serde_json::Map<String, Value>) -> String {
    let again = entries.iter().next().map(|(name, value)| format!("{}:{value},", json!(name))).unwrap_or_default();
    format!("{again}\"unknown\":")
}

/// A page for each kind of event.
fn histories() -> Vec<HistoryPage> {
    let drafts = filled_forms();
    let changes = drafts.iter().map(|draft| HistoryEvent::Changed { change: check(draft).unwrap() });
    let account = check(&drafts[0]).unwrap().account().unwrap().clone();
    let id = SpecificAccountId { benefit_type: BenefitCode::parse("NKSSOP").unwrap(), authority: authority().cvr };
    let others = [HistoryEvent::Registered { account }, HistoryEvent::BecameNemKonto { id }];
    let entry = |event| HistoryEntry {
        at: Timestamp(1_700_000_000),
        event,
        names: support::names(),
        by: "Somewhere".to_owned(),
        caseworker: None,
        payee: None,
        receipt: Some("NK-1".to_owned()),
    };
    changes.chain(others).map(|event| HistoryPage { entries: vec![entry(event)], next: None }).collect()
}

fn refusal() -> ProblemDetails {
    let error = |error| FieldProblem { pointer: "/draft/values/code".to_owned(), field: Field::Code, error };
    let latest = serde_json::from_value("2026-12-31".into()).unwrap();
    let errors = vec![error(FieldRefusal::CodeTaken), error(FieldRefusal::ValidFromTooLate { latest })];
    let retry_after = Some(4);
    ProblemDetails { errors, retry_after, ..ProblemDetails::new(ProblemType::FieldsRefused, "reference") }
}

#[test]
fn answers_are_read_as_serde_json_reads_them() {
    assert_read_as_ever(&session());
    assert_read_as_ever(&configuration());
    assert_read_as_ever(&overview());
    assert_read_as_ever(&support::with_specific());
    assert_read_as_ever(&support::with_pending(true));
    assert_read_as_ever(&benefit_types());
    assert_read_as_ever(&prepare_request());
    assert_read_as_ever(&support::answer());
    assert_read_as_ever(&support::answer_about(Some(support::payee(PayeeAnswer::CloseMatch))));
    let said =
        Acknowledged { reason: support::reasons()[1].clone(), note: Some(Note::parse("Set på bilaget").unwrap()) };
    let check = PayeeCheck { acknowledged: Some(said), ..support::payee(PayeeAnswer::NoMatch) };
    assert_read_as_ever(&Receipt { payee: Some(check.record()), ..receipt() });
    assert_read_as_ever(&support::answer_about(Some(check)));
    assert_read_as_ever(&receipt());
    assert_read_as_ever(&support::confirmed());
    assert_read_as_ever(&withdrawn(Some(overview()), support::draft()));
    assert_read_as_ever(&refusal());
    assert_read_as_ever::<ReceiptKeys>(&signing::Signer::ours().keys());
}

#[test]
fn a_history_is_read_as_serde_json_reads_it() {
    histories().iter().for_each(assert_read_as_ever);
}

#[test]
fn what_is_no_json_is_unreadable() {
    let text = serde_json::to_string(&session()).unwrap();
    for (end, _) in text.char_indices() {
        assert_eq!(read::<nemkonto::contract::Session>(&text[..end]), Err(Unreadable), "{end}");
    }
    assert_eq!(read::<nemkonto::contract::Session>(&format!("{text}]")), Err(Unreadable));
    assert_eq!(read::<IgnoredAny>(&"[".repeat(100_000)).err(), Some(Unreadable));
}

/// Numbers, texts, space and nesting, right and wrong.
#[test]
fn the_standard_decides_what_is_json() {
    let deep = |depth| format!("{}1{}", "[".repeat(depth), "]".repeat(depth));
    let (deepest, too_deep) = (deep(127), deep(128));
    // Divided by spaces, which some of them have no place for.
    let texts = r#"0 -0 -0.0 01 - -1 +1 1. .5 1.5 1e5 1E+5 1e-5 1e 1e+ 1.e1 0x1 18446744073709551615 18446744073709551616
        -9223372036854775808 -9223372036854775809 NaN null nul nullx true false True "" " "a" "\"" "\"\\\/\b\f\n\r\t" "\x" "\é"
        "\u00e6" "\u00E6" "\u00e" "\u+0e6" "\ud83d\ude00" "\ud83d" "\ude00" "\ud83d\u0041" "\ud83dx" "æ😀" 'a' [] [1,2]
        [1,] [,1] [1 ] {} {"a":1} {"a":1,} {"a":1,"b":[{}]} {"a"} {a:1} {"a":1 {1:1} {}{} //1"#
        .split_whitespace();
    let spaced = [
        "",
        " ",
        "\u{feff}1",
        "\u{a0}1",
        " \t\r\n1 \n",
        "1 1",
        "\u{b}1",
        "\"\u{0}\"",
        "\"\n\"",
        "\"\u{7f}\"",
        "[ ]",
        "[1 2]",
        "{ \"a\" : 1 }",
        "{\"a\":1 \"b\":2}",
        &deepest,
        &too_deep,
    ];
    for text in texts.chain(spaced) {
        assert_same::<u64>(text);
        assert_same::<i64>(text);
        assert_same::<String>(text);
        assert_same::<Option<bool>>(text);
        assert_same::<Vec<u8>>(text);
        let is_json = serde_json::from_str::<Value>(text).is_ok();
        assert_eq!(read::<IgnoredAny>(text).is_ok(), is_json, "{text}");
    }
}

/// Where serde would count what stands in a list.
#[test]
fn a_list_is_no_structure() {
    assert_eq!(read::<ReceiptKeys>("[[]]"), Err(Unreadable));
    assert!(serde_json::from_str::<ReceiptKeys>("[[]]").is_ok());
}

/// Receipts are read for years. What they did not say when they were signed, they need not say.
#[test]
fn v09_a_receipt_from_before_banks_were_asked_is_read() {
    let mut old = serde_json::to_value(receipt()).unwrap();
    let members = old.as_object_mut().unwrap();
    assert!(members.remove("warnings").is_some() && !members.contains_key("payee"));
    let text = old.to_string();
    assert_eq!(read::<Receipt>(&text).unwrap(), Receipt { warnings: Vec::new(), ..receipt() });
    let signed = signing::Signer::ours().receipt(&receipt());
    assert_eq!(SignedReceipt::read(signed.document().to_owned(), String::new()).unwrap().payee, None);
}
