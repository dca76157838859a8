//! What `index.html` says before the app is there is what the app says.

use nemkonto::api_error::ApiError;
use std::collections::BTreeSet;

use nemkonto::contract::{Configuration, Links, ProblemDetails, ProblemType};
use nemkonto::domain::{right::Right, text::LONGEST_TYPED};
use nemkonto::i18n::{Language, Texts, login_problem};
use nemkonto::relogin::Problem;

use crate::support;

const PAGE: &str = include_str!("../../../index.html");

/// Why a login does not begin, as `public/first.js` tells them apart.
fn failures() -> [(&'static str, Problem); 6] {
    let refused = |name| Problem::Api(ApiError::Refused(Box::new(ProblemDetails::new(name, "reference"))));
    [
        ("unreachable", Problem::Api(ApiError::Unreachable)),
        ("unreadable", Problem::Api(ApiError::Unreadable)),
        ("internal", refused(ProblemType::Internal)),
        ("provider-unavailable", refused(ProblemType::ProviderUnavailable)),
        ("too-many-attempts", refused(ProblemType::TooManyAttempts)),
        ("did-not-leave", Problem::DidNotLeave),
    ]
}

fn template(language: Language) -> &'static str {
    let begin = format!("<template data-first-page lang=\"{}\">", language.tag());
    let (_, rest) = PAGE.split_once(&begin).unwrap_or_else(|| panic!("{language:?} is missing in index.html"));
    rest.split_once("</template>").unwrap().0
}

/// What stands between the tags.
fn texts(html: &str) -> Vec<&str> {
    let texts = html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text.trim());
    texts.filter(|text| text.chars().any(char::is_alphabetic)).collect()
}

#[test]
fn the_first_page_says_what_the_app_says() {
    for &language in Language::ALL {
        let Texts { frame, login, lookup, .. } = language.texts();
        let mut expected: Vec<String> = [
            frame.skip_link,
            frame.sandbox,
            frame.sandbox_guide,
            frame.service,
            frame.hidden_name,
            frame.switch_unit,
            frame.log_out,
            frame.find_holder,
            frame.benefit_types,
        ]
        .map(str::to_owned)
        .into();
        for (_, problem) in failures() {
            let words = login_problem(language, &problem);
            expected.extend([words.title, words.next_step]);
        }
        let rest = [
            [login.title, login.lead, login.who, login.button, login.starting, login.starting],
            [lookup.title, lookup.number_label, lookup.number_hint, lookup.button, lookup.searching, lookup.searching],
        ];
        expected.extend(rest.concat().into_iter().chain([frame.loading]).map(str::to_owned));
        expected.push(frame.contact_heading.to_owned());
        expected.extend((frame.session_minutes)(30).split("30").map(|part| part.trim().to_owned()));
        let footer = [frame.verify_receipt, frame.accessibility_statement, frame.privacy_notice, frame.support];
        expected.extend(footer.map(str::to_owned));
        expected.extend(Language::ALL.iter().map(|language| language.own_name().to_owned()));
        assert_eq!(texts(template(language)), expected);
        for label in [frame.menu, frame.choose_language] {
            assert!(template(language).contains(&format!("aria-label=\"{label}\"")), "{label}");
        }
    }
}

#[test]
fn the_first_page_knows_the_reasons_by_the_names_of_the_api() {
    for (name, problem) in failures() {
        for &language in Language::ALL {
            let title = login_problem(language, &problem).title;
            let (_, alert) = template(language).split_once(&format!("role=\"alert\" data-if=\"{name}\">")).unwrap();
            assert_eq!(texts(alert)[0], title);
        }
        if let Some(problem_type) = problem.api_error().and_then(ApiError::problem_type) {
            assert_eq!(serde_json::to_value(problem_type).unwrap(), format!("urn:nemkonto:problem:{name}"));
        }
    }
}

/// What cannot be typed there could not go on in the app.
#[test]
fn the_first_page_takes_as_long_a_number_as_the_app() {
    for &language in Language::ALL {
        assert!(template(language).contains(&format!("maxlength=\"{LONGEST_TYPED}\"")));
    }
}

#[test]
fn the_first_page_knows_who_may_look_up() {
    let name = serde_json::to_string(&Right::ViewAccounts).unwrap().replace('"', "'");
    assert!(include_str!("../../../public/first.js").contains(&format!("rights.includes({name})")));
}

/// With the ids of the app, so that the focus stays.
#[test]
fn the_first_page_has_a_place_for_each_link_of_the_agency() {
    for &language in Language::ALL {
        for (name, _) in Links::default().by_name() {
            assert!(template(language).contains(&format!("<li data-link=\"{name}\"><a id=\"{name}\">")), "{name}");
        }
    }
}

#[test]
fn the_first_page_switches_to_every_language() {
    for &language in Language::ALL {
        for own in Language::ALL {
            let current = if *own == language { " aria-current=\"true\"" } else { "" };
            let (tag, name) = (own.tag(), own.own_name());
            let button = format!(
                "<button class=\"function-link\" type=\"button\" lang=\"{tag}\" id=\"language-{tag}\"{current}>{name}</button>"
            );
            assert!(template(language).contains(&button), "{button}");
        }
    }
}

#[test]
fn the_first_page_knows_what_there_is_in_a_configuration() {
    let script = include_str!("../../../public/first.js");
    let (_, keys) = script.split_once("const KEYS = [").unwrap();
    let (keys, _) = keys.split_once(']').unwrap();
    let known: BTreeSet<_> = keys.split(',').map(|key| key.trim().trim_matches('\'').to_owned()).collect();
    let whole = Configuration {
        product_name: Some("a name".to_owned()),
        languages: vec!["da".to_owned()],
        session_minutes: Some(30),
        stylesheet: Some("/brand.css".to_owned()),
        report_address: Some("/api/reports".to_owned()),
        ..support::configuration()
    };
    let written = serde_json::to_value(whole).unwrap();
    let written = written.as_object().unwrap();
    assert!(written.values().all(|value| !value.is_null()));
    assert_eq!(known, written.keys().cloned().collect());
}
