//! What all languages say of the same things: something, and each something else.

use std::{collections::BTreeSet, fmt::Debug};

use nemkonto::{
    api_error::ApiError,
    contract::{Authority, ProblemDetails, ProblemType, Warning},
    domain::{
        account::{Account, AccountType},
        change_kind::ChangeKind,
        date::Date,
        draft::{Draft, Field},
        fi::Slip,
        foreign_number::{AccountKind, BankCodeKind},
        holder::{HolderId, Scheme},
    },
    i18n::{
        FieldTexts, Language, REFERENCE_TEXT_BYTES, Texts, account_lines, field_error, field_texts, holder_error,
        login_problem, problem, recognition_error, reference_text, refusal, registered_lines, verification_error,
        warning,
    },
    relogin::Problem,
};

use super::samples;
use crate::support::{self, authority, check, rules, today};

/// What the languages say of something: in each a sentence without a banned word. Which words two of them may share, `source` says.
fn assert_said(what: &dyn Debug, say: impl Fn(Language) -> String) {
    for &language in Language::ALL {
        let sentence = say(language);
        assert!(!sentence.trim().is_empty(), "{language:?} says nothing of {what:?}");
        for word in language.banned_words() {
            assert!(!sentence.to_lowercase().contains(word), "“{sentence}” says “{word}”");
        }
    }
}

/// That something holds for what each language says, or for none.
fn assert_alike(what: &dyn Debug, holds: impl Fn(&'static Texts) -> bool) {
    let first = holds(Language::ALL[0].texts());
    for language in Language::ALL {
        assert_eq!(holds(language.texts()), first, "{what:?} in {language:?} and {:?}", Language::ALL[0]);
    }
}

#[test]
fn every_language_has_a_tag_of_its_own_and_is_found_by_it() {
    for &language in Language::ALL {
        assert_eq!(Language::from_tag(language.tag()), Some(language));
    }
    assert_eq!(Language::from_tag("xx"), None);
}

#[test]
fn every_error_of_a_field_is_explained() {
    for error in samples::field_errors() {
        assert_said(&error, |language| field_error(language, &error));
    }
}

#[test]
fn every_error_of_a_holders_number_is_explained() {
    for error in samples::holder_errors() {
        assert_said(&error, |language| holder_error(language, error));
    }
    for error in samples::recognition_errors() {
        assert_said(&error, |language| recognition_error(language, error));
    }
}

#[test]
fn every_problem_is_explained() {
    for what in samples::problems() {
        assert_said(&what, |language| problem(language, &what).title);
        assert_said(&what, |language| problem(language, &what).next_step);
    }
    for what in ProblemType::ALL {
        assert_said(what, |language| refusal(language, *what).title);
        assert_said(what, |language| refusal(language, *what).next_step);
    }
}

#[test]
fn a_login_of_another_authority_is_told_which_one_it_should_be() {
    let expected = Some(Authority { name: "Eksempelby Kommune".into(), ..authority() });
    let details = ProblemDetails { expected, ..ProblemDetails::new(ProblemType::OtherCompany, "reference") };
    let what = Problem::Api(ApiError::Refused(Box::new(details)));
    for &language in Language::ALL {
        let (told, plain) = (problem(language, &what), refusal(language, ProblemType::OtherCompany));
        assert_eq!(told.title, plain.title);
        assert!(told.next_step.starts_with(&plain.next_step), "{}", told.next_step);
        assert!(told.next_step.contains("Eksempelby Kommune"), "{}", told.next_step);
    }
}

#[test]
fn a10_who_has_tried_too_often_is_told_for_how_long_to_wait() {
    let too_many = |retry_after| {
        let details = ProblemDetails { retry_after, ..ProblemDetails::new(ProblemType::TooManyAttempts, "reference") };
        Problem::Api(ApiError::Refused(Box::new(details)))
    };
    let plain = |language| refusal(language, ProblemType::TooManyAttempts).next_step;
    for &language in Language::ALL {
        for (seconds, told) in [(2, "2 "), (37, "37 "), (119, "119 "), (121, "3 "), (3600, "60 ")] {
            let words = problem(language, &too_many(Some(seconds)));
            assert!(words.next_step.contains(told), "{}", words.next_step);
            assert_eq!(login_problem(language, &too_many(Some(seconds))).next_step, words.next_step);
        }
        for nothing in [None, Some(0), Some(3601), Some(u32::MAX)] {
            assert_eq!(problem(language, &too_many(nothing)).next_step, plain(language));
        }
        assert_said(&"a second", |language| problem(language, &too_many(Some(1))).next_step);
    }
}

#[test]
fn a_login_that_came_to_nothing_is_not_told_as_a_change() {
    // What these ask for is the same whether or not there is a change.
    let alike = [
        ProblemType::NotACaseworker,
        ProblemType::AssuranceTooLow,
        ProblemType::TooManyAttempts,
        ProblemType::LoginUnknown,
    ];
    for what in samples::problems() {
        assert_said(&what, |language| login_problem(language, &what).next_step);
        for &language in Language::ALL {
            let (login, change) = (login_problem(language, &what), problem(language, &what));
            let is_alike = what.api_error().and_then(ApiError::problem_type).is_some_and(|kind| alike.contains(&kind));
            assert_eq!(login.title, change.title);
            assert_eq!(login.next_step == change.next_step, is_alike, "{what:?}: {}", login.next_step);
        }
    }
}

#[test]
fn every_verification_error_is_explained_and_none_calls_a_receipt_genuine() {
    for error in samples::verification_errors() {
        assert_said(&error, |language| verification_error(language, &error).title.to_owned());
        assert_said(&error, |language| verification_error(language, &error).explanation.to_owned());
        for &language in Language::ALL {
            let (title, texts) = (verification_error(language, &error).title, &language.texts().verify);
            assert!(![texts.receipt_genuine, texts.code_genuine].contains(&title), "{title}");
        }
    }
}

#[test]
fn every_warning_has_a_sentence() {
    for what in Warning::ALL {
        assert_said(what, |language| warning(language, *what).to_owned());
    }
}

#[test]
fn every_kind_of_change_has_its_words() {
    for kind in ChangeKind::ALL {
        let said = |word: fn(&'static Texts) -> fn(ChangeKind) -> &'static str| {
            assert_said(kind, |language| word(language.texts())(*kind).to_owned());
        };
        said(|texts| texts.changes.title);
        said(|texts| texts.changes.save);
        said(|texts| texts.changes.done);
        said(|texts| texts.changes.success);
        said(|texts| texts.changes.before);
        said(|texts| texts.overview.action);
        assert_said(kind, |language| (language.texts().changes.next)(*kind).join(" "));
        assert_alike(kind, |texts| (texts.changes.lead)(*kind).is_empty());
        for warning in Warning::ALL {
            assert_alike(&(kind, warning), |texts| (texts.changes.next_as_told)(*kind, *warning).is_some());
        }
        for language in Language::ALL {
            let texts = &language.texts().changes;
            let as_told: Vec<_> = Warning::ALL.iter().filter_map(|it| (texts.next_as_told)(*kind, *it)).collect();
            assert!(as_told.iter().all(|it| !(texts.next)(*kind).contains(it)), "{kind:?} says something twice");
        }
    }
}

#[test]
fn what_a_change_makes_of_an_account_is_named_and_listed() {
    for draft in support::filled_forms() {
        let change = check(&draft).unwrap();
        let account_type = change.account().map(Account::account_type);
        assert_said(&draft, |language| (language.texts().changes.after)(change.kind(), account_type).to_owned());
        for &language in Language::ALL {
            let lines = change.after(None).map(|after| registered_lines(language, &after)).unwrap_or_default();
            assert!(lines.iter().all(|line| !line.label.is_empty()), "{lines:?}");
        }
    }
}

#[test]
fn every_field_says_what_it_wants() {
    type Say = Box<dyn Fn(&'static Texts) -> FieldTexts>;
    let fields = Field::ALL.iter().map(|&it| -> Say { Box::new(move |texts| (texts.fields.field)(it)) });
    let codes = BankCodeKind::ALL.iter().map(|&it| -> Say { Box::new(move |texts| (texts.fields.bank_code)(it)) });
    let accounts =
        AccountKind::ALL.iter().map(|&it| -> Say { Box::new(move |texts| (texts.fields.foreign_account)(it)) });
    let slips = Slip::ALL.iter().map(|&it| -> Say { Box::new(move |texts| (texts.fields.payment_id)(it)) });
    for say in fields.chain(codes).chain(accounts).chain(slips) {
        for language in Language::ALL {
            let FieldTexts { label, registered, .. } = say(language.texts());
            assert!(!label.is_empty() && !registered.is_empty(), "{:?}", say(language.texts()));
        }
        let what = say(Language::ALL[0].texts());
        assert_alike(&what, |texts| say(texts).hint.is_empty());
        assert_alike(&what, |texts| say(texts).tick.is_empty());
    }
}

#[test]
fn every_type_of_account_slip_and_number_is_named() {
    for it in AccountType::OF_SPECIFIC {
        assert_said(it, |language| (language.texts().fields.account_type)(*it).to_owned());
    }
    for it in Slip::ALL {
        assert_said(it, |language| (language.texts().fields.slip)(*it).to_owned());
    }
    for it in Scheme::ALL {
        assert_said(it, |language| (language.texts().lookup.scheme)(*it).to_owned());
        assert_said(it, |language| (language.texts().confirmation.for_holder)(*it).to_owned());
    }
}

#[test]
fn the_hint_of_a_payment_id_tells_how_long_it_is_on_the_slip() {
    let mut draft = Draft::new(ChangeKind::CreateSpecific);
    for slip in Slip::ALL {
        draft.set(Field::Slip, slip.code());
        for &language in Language::ALL {
            let hint = field_texts(language, Field::PaymentId, &draft).hint;
            let length = slip.id_length().map(|length| length.to_string());
            assert!(length.map_or(hint.is_empty(), |length| hint.contains(&length)), "{slip:?}: {hint}");
        }
    }
}

#[test]
fn what_is_registered_is_not_called_optional() {
    let mut draft = support::filled_forms().into_iter().find(|draft| draft.get(Field::Country) == "US").unwrap();
    draft.set(Field::Country, "KR");
    draft.set(Field::Bic, "CZNBKRSE");
    let account = check(&draft).unwrap().account().unwrap().clone();
    for &language in Language::ALL {
        let code = field_texts(language, Field::BankCode, &draft).label;
        let labels: Vec<_> = account_lines(language, &account).into_iter().map(|line| line.label).collect();
        assert!(labels.contains(&code), "{labels:?}");
        assert_ne!((language.texts().fields.optional)(code), code);
    }
}

#[test]
fn one_is_not_several_and_no_day_is_like_another() {
    for language in Language::ALL {
        let texts = language.texts();
        let shown = texts.history.shown;
        assert!(shown(2).contains('2') && shown(1).replace('1', "2") != shown(2), "{}", shown(2));
        assert_ne!((texts.session.announced)(60), (texts.session.announced)(120));
        let days = (1..=12).flat_map(|month| [1, 28].map(|day| Date::new(2027, month, day).unwrap()));
        let written: BTreeSet<String> = days.map(texts.date).collect();
        assert_eq!(written.len(), 24, "{written:?}");
        assert!(written.iter().all(|date| date.contains("2027")), "{written:?}");
    }
}

#[test]
fn the_text_in_the_app_is_short_and_hides_what_it_can() {
    let citizen = HolderId::parse(Scheme::Cpr, "010158-5018", today()).unwrap();
    // Malta has the longest IBANs among the common ones.
    let malta = support::foreign("VALLMTMT", "MT84MALT011000012345MTLCAST001S");
    for draft in support::filled_forms().into_iter().chain([malta]) {
        let change = draft.check(Some(&citizen), &authority().cvr, rules()).unwrap();
        assert_said(&draft, |language| reference_text(language, &change, "4821"));
        for &language in Language::ALL {
            let text = reference_text(language, &change, "4821");
            assert!(text.len() <= REFERENCE_TEXT_BYTES, "{text}: {} bytes", text.len());
            assert!(text.ends_with(" 4821"), "{text}");
            assert_eq!(draft.kind().is_about_holder(), text.contains("5018"), "{text}");
            for number in
                ["010158", "LT121000011101001000", "MALT011000012345", "0000123456", "000123456789", "80000000"]
            {
                assert!(!text.replace(' ', "").contains(number), "{text}");
            }
        }
    }
}
