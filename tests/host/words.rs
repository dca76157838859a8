//! What people read: complete, in the manner of the design system, and never more than it may say.

use crate::support::{self, check, foreign, rules, today};
use nemkonto::{
    api_error::ApiError,
    contract::{ProblemDetails, ProblemType, Warning},
    domain::{
        account::Account,
        change_kind::ChangeKind,
        draft::{Draft, Field},
        fi::Slip,
        holder::{HolderId, Recognition, Scheme, recognise},
    },
    i18n::{
        self, Language, REFERENCE_TEXT_BYTES, field_error, field_texts, holder_error, login_problem, problem,
        recognition_error, reference_text, registered_lines,
    },
    relogin::{Problem, ProviderError},
    verification::VerificationError,
};

/// Words that the design system's rules for error messages forbid.
const BANNED: [&str; 8] =
    ["ugyldig", "forkert udfyldt", "udfyld feltet", "fejl 500", "invalid", "please", "sorry", "beklager"];

fn assert_kind(sentence: &str) {
    assert!(!sentence.trim().is_empty());
    for word in BANNED {
        assert!(!sentence.to_lowercase().contains(word), "“{sentence}” says “{word}”");
    }
}

/// The sentences at BIC and IBAN for what was typed, in Danish.
fn sentences(bic: &str, iban: &str) -> (Option<String>, Option<String>) {
    let errors = check(&foreign(bic, iban)).err().unwrap_or_default();
    let sentence = |field| errors.get(field).map(|error| field_error(Language::Danish, error));
    (sentence(Field::Bic), sentence(Field::Iban))
}

#[test]
fn a_refusal_names_its_cause() {
    let iban = |typed: &str| sentences(support::BIC, typed).1.unwrap();
    assert_eq!(iban(""), "Indtast IBAN-koden");
    assert_eq!(iban("LT1210000111010010"), "IBAN-koden mangler to tegn");
    assert_eq!(iban("LT1210000111010010001"), "IBAN-koden har et tegn for meget");
    assert!(iban("QQ121000011101001000").starts_with("Intet land har koden QQ"));
    assert!(iban("LT121000011101001001").contains("tastefejl"));
    assert_eq!(iban("LT12 1000 0111 O100 1000"), "Tegn nr. 16 i IBAN-koden skal være et tal, ikke et bogstav");
    assert!(iban("DK0399990000123456").starts_with("Det er en dansk konto."));
    assert!(iban("FO5000000001234567").starts_with("Det er en færøsk konto."));
    assert!(iban("GL5000000001234567").starts_with("Det er en grønlandsk konto."));

    let bic = |typed: &str| sentences(typed, support::IBAN).0.unwrap();
    assert_eq!(bic(""), "Indtast BIC-koden");
    assert_eq!(bic("REVOLT2"), "BIC-koden har syv tegn. Den skal have 8 eller 11");
    assert!(bic("REVOLT20").contains("testkode"));
    assert!(bic("REVOZZ21").contains("er ikke et land"));
}

#[test]
fn what_people_paste_is_accepted() {
    for typed in [
        "lt12 1000 0111 0100 1000",
        "LT12\u{a0}1000\u{a0}0111\u{a0}0100\u{a0}1000",
        "IBAN: LT12-1000-0111-0100-1000",
        "iban:lt12.1000.0111.0100.1000",
        "LT12 1000 0111\r\n0100 1000\n",
    ] {
        assert_eq!(sentences("revolt21", typed), (None, None), "{typed:?}");
    }
}

#[test]
fn different_countries_want_a_tick_and_known_pairs_do_not() {
    let mut draft = foreign("DEUTDEFF", support::IBAN);
    let errors = check(&draft).unwrap_err();
    let sentence = field_error(Language::Danish, errors.get(Field::DifferentCountries).unwrap());
    assert!(sentence.contains("LT") && sentence.contains("DE"), "{sentence}");
    draft.set_tick(Field::DifferentCountries, true);
    assert!(check(&draft).is_ok());
    assert!(check(&foreign("BFCORERX", "FR1420041010050500013M02606")).is_ok(), "Réunion is French");
}

#[test]
fn a_whole_account_is_spread_over_both_fields() {
    for pasted in ["9999-123456", "9999 123456", "DK0399990000123456", "9999 0000 123456"] {
        let mut draft = Draft::new(ChangeKind::AssignNemKonto);
        assert!(draft.spread(Field::RegistrationNumber, pasted), "{pasted}");
        assert_eq!(draft.get(Field::RegistrationNumber), "9999");
        assert_eq!(draft.get(Field::AccountNumber), "0000123456");
        assert!(check(&draft).is_ok());
    }
    let mut draft = Draft::new(ChangeKind::AssignNemKonto);
    assert!(!draft.spread(Field::RegistrationNumber, "9999"));
    assert_eq!(draft.get(Field::AccountNumber), "");
}

#[test]
fn a_day_is_refused_with_its_cause() {
    let sentence = |typed: &str| {
        let mut draft = Draft::new(ChangeKind::AssignNemKonto);
        draft.spread(Field::AccountNumber, "9999-123456");
        draft.set(Field::ValidFrom, typed);
        let errors = check(&draft).err().unwrap_or_default();
        errors.get(Field::ValidFrom).map(|error| field_error(Language::Danish, error))
    };
    assert_eq!(sentence(""), None);
    assert_eq!(sentence("23-11-2026"), None);
    assert_eq!(sentence("22.11.2026").unwrap(), "Datoen er overskredet. Vælg i dag eller senere");
    assert_eq!(sentence("31-02-2027").unwrap(), "Datoen findes ikke. Kontrollér dag og måned");
    assert_eq!(sentence("24-11-2027").unwrap(), "Datoen ligger for langt fremme. Vælg senest 23-11-2027");
    assert!(sentence("i morgen").unwrap().starts_with("Skriv datoen som dag, måned og år"));
}

#[test]
fn every_problem_has_words_in_both_languages() {
    let mut problems = vec![
        Problem::StorageBlocked,
        Problem::Offline,
        Problem::DidNotLeave,
        Problem::ReadingDiffers,
        Problem::NoRecord,
        Problem::RecordUnreadable,
        Problem::Provider(ProviderError::Cancelled),
        Problem::Provider(ProviderError::LoginNotPossible),
        Problem::Provider(ProviderError::Unavailable),
        Problem::Provider(ProviderError::Unknown),
        Problem::Api(ApiError::Unreachable),
        Problem::Api(ApiError::Unreadable),
    ];
    for &kind in ProblemType::ALL {
        problems.push(Problem::Api(ApiError::Refused(Box::new(ProblemDetails::new(kind, "reference")))));
    }
    for stopped_by in &problems {
        let [danish, english] = [Language::Danish, Language::English].map(|language| problem(language, stopped_by));
        for words in [&danish, &english] {
            assert_kind(&words.title);
            assert_kind(&words.next_step);
        }
        assert_ne!(danish.title, english.title, "{stopped_by:?}");
        assert_ne!(danish.next_step, english.next_step, "{stopped_by:?}");
    }
}

#[test]
fn a_login_that_came_to_nothing_is_not_told_as_a_change() {
    let mut problems: Vec<_> = [ProviderError::LoginNotPossible, ProviderError::Unavailable, ProviderError::Unknown]
        .map(Problem::Provider)
        .into();
    for kind in [
        ProblemType::LoginNotProven,
        ProblemType::LoginNotFresh,
        ProblemType::AssuranceTooLow,
        ProblemType::PrivateIdentity,
        ProblemType::NotACaseworker,
        ProblemType::ProviderUnavailable,
    ] {
        problems.push(Problem::Api(ApiError::Refused(Box::new(ProblemDetails::new(kind, "reference")))));
    }
    problems.push(Problem::Api(ApiError::Unreachable));
    for refused_by in &problems {
        let [danish, english] =
            [Language::Danish, Language::English].map(|language| login_problem(language, refused_by));
        for words in [&danish, &english] {
            assert_kind(&words.title);
            assert_kind(&words.next_step);
        }
        assert!(!danish.next_step.to_lowercase().contains("ændring"), "{}", danish.next_step);
        assert!(!danish.next_step.contains("indtastet"), "nothing was typed: {}", danish.next_step);
        assert!(!english.next_step.contains("change"), "{}", english.next_step);
        assert_eq!(danish.title, problem(Language::Danish, refused_by).title);
    }
}

#[test]
fn every_field_says_what_it_wants_in_both_languages() {
    for draft in support::filled_forms() {
        for field in draft.fields() {
            let [danish, english] =
                [Language::Danish, Language::English].map(|language| field_texts(language, field, &draft));
            assert_ne!(danish.label, "", "{field:?}");
            assert_ne!(danish.registered, "", "{field:?}");
            assert_eq!(danish.hint.is_empty(), english.hint.is_empty(), "{field:?}");
            assert_eq!(danish.tick.is_empty(), english.tick.is_empty(), "{field:?}");
        }
    }
}

#[test]
fn the_form_decides_what_a_field_is_called_and_how_long_it_is() {
    let mut draft = Draft::new(ChangeKind::CreateSpecific);
    let bank_code = |draft: &Draft| field_texts(Language::Danish, Field::BankCode, draft).label;
    assert_eq!(bank_code(&draft), "Bankkode");
    draft.set(Field::Country, "US");
    assert_eq!(bank_code(&draft), "ABA-nummer (routing number)");
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
    let number = support::filled_forms().into_iter().find(|draft| draft.get(Field::Country) == "US").unwrap();
    let mut draft = number;
    draft.set(Field::Country, "KR");
    draft.set(Field::Bic, "CZNBKRSE");
    let account = check(&draft).unwrap().account().unwrap().clone();
    for &language in Language::ALL {
        let lines = i18n::account_lines(language, &account);
        assert!(lines.iter().any(|line| line.label == "Bankkode" || line.label == "Bank code"), "{lines:?}");
    }
}

#[test]
fn one_change_is_not_several() {
    let shown = |count| [Language::Danish, Language::English].map(|language| (language.texts().history.shown)(count));
    assert_eq!(shown(1), ["1 ændring vist", "1 change shown"]);
    assert_eq!(shown(2), ["2 ændringer vist", "2 changes shown"]);
}

#[test]
fn every_doubt_about_a_receipt_has_words_in_both_languages() {
    let doubts = [
        VerificationError::NotAReceipt,
        VerificationError::Altered,
        VerificationError::UnknownKey,
        VerificationError::TooNew,
        VerificationError::NoKeys(ApiError::Unreachable),
        VerificationError::NoCrypto,
    ];
    for doubt in &doubts {
        let [danish, english] =
            [Language::Danish, Language::English].map(|language| i18n::verification_error(language, doubt));
        for words in [&danish, &english] {
            assert_kind(words.title);
            assert_kind(words.explanation);
            assert!(!words.title.contains("ægte") && !words.title.contains("genuine"), "{}", words.title);
        }
        assert_ne!(danish.title, english.title, "{doubt:?}");
        assert_ne!(danish.explanation, english.explanation, "{doubt:?}");
    }
}

#[test]
fn every_refused_number_has_words_in_both_languages() {
    let typed = ["", "12", "310258-5018", "311236-4004", "610158-5000", "abc", "0234567x", "1029829824", "01015850181"];
    for raw in typed {
        for &language in Language::ALL {
            let sentence = match recognise(raw, today()) {
                Recognition::One(scheme) => {
                    HolderId::parse(scheme, raw, today()).err().map(|error| holder_error(language, error))
                }
                Recognition::Unknown(error) => Some(recognition_error(language, error)),
                Recognition::Ambiguous(_) => None,
            };
            assert_kind(&sentence.unwrap_or_else(|| panic!("“{raw}” is not refused")));
        }
    }
    let cvr = HolderId::parse(Scheme::Cvr, "12345678", today()).unwrap_err();
    assert!(holder_error(Language::Danish, cvr).contains("Kontrolcifferet"));
}

#[test]
fn the_text_in_the_app_is_short_and_hides_what_it_can() {
    let citizen = HolderId::parse(Scheme::Cpr, "010158-5018", today()).unwrap();
    let check = |draft: &Draft| draft.check(Some(&citizen), &support::authority().cvr, rules()).unwrap();
    // Malta has the longest IBANs among the common ones.
    let text =
        reference_text(Language::Danish, &check(&foreign("VALLMTMT", "MT84MALT011000012345MTLCAST001S")), "4821");
    assert!(text.len() <= REFERENCE_TEXT_BYTES, "{} bytes", text.len());
    assert!(text.contains("5018") && text.contains("4821") && text.contains("MT"));
    assert!(!text.contains("010158") && !text.contains("MALT011000012345"), "{text}");
    for draft in support::filled_forms() {
        let text = reference_text(Language::Danish, &check(&draft), "4821");
        assert!(text.len() <= REFERENCE_TEXT_BYTES, "{text}: {} bytes", text.len());
        assert!(text.starts_with("Bekræft ") && text.ends_with("Kontrolkode 4821"), "{text}");
        assert_eq!(draft.kind().is_about_holder(), text.contains("5018"), "{text}");
        for number in ["0101585018", "LT121000011101001000", "0000123456", "000123456789", "80000000"] {
            assert!(!text.replace(' ', "").contains(number), "{text}");
        }
    }
}

#[test]
fn b11_what_could_deceive_a_reader_is_refused_with_its_position_and_what_only_separates_is_not() {
    let account = |number: &str| {
        let mut draft = Draft::new(ChangeKind::AssignNemKonto);
        draft.set(Field::RegistrationNumber, "9999");
        draft.set(Field::AccountNumber, number);
        check(&draft).err().map(|errors| field_error(Language::Danish, errors.get(Field::AccountNumber).unwrap()))
    };
    let deceptions = [
        ("12345\u{ff16}", 6, "a full-width digit"),
        ("\u{202e}123456", 1, "a right-to-left override"),
        ("123\u{200b}456", 4, "a zero-width space"),
        ("12\u{2066}3456", 3, "an isolate"),
        ("1234\u{0417}6", 5, "a Cyrillic letter that looks like 3"),
    ];
    for (number, position, what) in deceptions {
        let told = account(number).unwrap_or_else(|| panic!("{what} is accepted"));
        assert!(told.starts_with(&format!("Tegn nr. {position} ")), "{what}: {told}");
    }
    for number in ["123 456", "123\u{a0}456", "123-456", "123.456", "123\u{2013}456", " 123456\n"] {
        assert_eq!(account(number), None, "{number:?}");
    }
    let (bic, iban) = sentences("REVOLT2\u{0406}", "LT12 1000 0111 0100 \u{0406}000");
    assert!(bic.unwrap().starts_with("Tegn nr. 8 ") && iban.unwrap().starts_with("Tegn nr. 21 "));
}

const WARNINGS: [Warning; 15] = [
    Warning::ForeignTransfer,
    Warning::SpecificAccountTakesOver,
    Warning::NoAccountAfterwards,
    Warning::ReplacesPending,
    Warning::StillWaits,
    Warning::UnlockedCanBeChanged,
    Warning::UnlockedCreditorCanBeChanged,
    Warning::NeverActivated,
    Warning::LockedForOthers,
    Warning::LockedByType,
    Warning::LocksAllAccounts,
    Warning::UnlocksAllAccounts,
    Warning::BenefitGoesToNemKonto,
    Warning::HolderDeceased,
    Warning::CompanyClosed,
];

#[test]
fn what_happens_next_is_never_the_opposite_of_what_was_told() {
    let texts = &Language::Danish.texts().changes;
    let next = |kind, warnings: &[Warning]| {
        let as_told = warnings.iter().filter_map(|warning| (texts.next_as_told)(kind, *warning));
        (texts.next)(kind).iter().copied().chain(as_told).collect::<Vec<_>>().join(" ")
    };
    let by_type = next(ChangeKind::UnlockSpecific, &[Warning::LockedByType]);
    assert!(by_type.contains("låser kontoen") && !by_type.contains("Fra nu af kan kontohaveren"), "{by_type}");
    assert!(next(ChangeKind::UnlockSpecific, &[Warning::UnlockedCanBeChanged]).contains("Fra nu af kan kontohaveren"));
    let without = next(ChangeKind::DeleteSpecific, &[Warning::NoAccountAfterwards]);
    assert!(without.contains("kan ikke udbetales") && !without.contains("fra nu af til kontohaverens"), "{without}");
    assert!(
        next(ChangeKind::DeleteSpecific, &[Warning::BenefitGoesToNemKonto]).contains("fra nu af til kontohaverens")
    );
    let promoted = next(ChangeKind::DeleteNemKonto, &[Warning::SpecificAccountTakesOver]);
    assert!(promoted.contains("er blevet NemKonto") && !promoted.contains("ingen NemKonto"), "{promoted}");
    assert!(next(ChangeKind::DeleteNemKonto, &[Warning::NoAccountAfterwards]).contains("nu ingen NemKonto"));
    assert!(next(ChangeKind::DeleteNemKonto, &[Warning::StillWaits]).contains("venter på aktivering"));
    assert!(next(ChangeKind::AssignNemKonto, &[Warning::HolderDeceased]).contains("når måske ikke frem"));
    assert!(next(ChangeKind::EditBenefitType, &[Warning::LocksAllAccounts]).contains("er låst fra nu af"));
}

#[test]
fn every_kind_of_change_has_words_in_both_languages() {
    for draft in support::filled_forms() {
        let change = support::check(&draft).unwrap();
        let (kind, form) = (change.kind(), change.account().map(Account::account_type));
        let mut next_as_told = Vec::new();
        let [danish, english] = [Language::Danish, Language::English].map(|language| {
            let texts = &language.texts().changes;
            let words = [texts.title, texts.save, texts.done, texts.success, texts.before].map(|words| words(kind));
            let next = (texts.next)(kind);
            assert!(!next.is_empty(), "{kind:?}");
            let as_told: Vec<_> = WARNINGS.iter().filter_map(|warning| (texts.next_as_told)(kind, *warning)).collect();
            assert!(as_told.iter().all(|sentence| !next.contains(sentence)), "{kind:?} says something twice");
            next_as_told.push(as_told.len());
            let lines = change.after(None).map(|entry| registered_lines(language, &entry)).unwrap_or_default();
            assert!(lines.iter().all(|line| !line.label.is_empty()));
            for sentence in words.iter().chain(next).chain(&as_told).chain(&[(texts.after)(kind, form)]) {
                assert_kind(sentence);
            }
            words
        });
        for (danish, english) in danish.iter().zip(english) {
            assert_ne!(*danish, english, "{kind:?}");
        }
        assert_eq!(next_as_told[0], next_as_told[1], "{kind:?} says something in one language only");
    }
}
