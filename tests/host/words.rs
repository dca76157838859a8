//! What people read: complete, in the manner of the design system, and never more than it may say. Here in Danish; what holds for
//! every language stands in `languages`.

mod first_page;
mod languages;
mod samples;
mod source;

use nemkonto::{
    contract::Warning,
    domain::{
        change_kind::ChangeKind,
        date::Date,
        draft::{Draft, Field},
        holder::{HolderId, Recognition, Scheme, recognise},
    },
    i18n::{Language, field_error, field_texts, holder_error, login_problem, recognition_error, reference_text},
};

use crate::support::{self, check, foreign, today};

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
        assert!(draft.paste(Field::RegistrationNumber, pasted), "{pasted}");
        assert_eq!(draft.get(Field::RegistrationNumber), "9999");
        assert_eq!(draft.get(Field::AccountNumber), "0000123456");
        assert!(check(&draft).is_ok());
    }
    let mut draft = Draft::new(ChangeKind::AssignNemKonto);
    assert!(!draft.paste(Field::RegistrationNumber, "9999"));
    assert_eq!(draft.get(Field::AccountNumber), "");
}

#[test]
fn a_day_is_refused_with_its_cause() {
    let sentence = |typed: &str| {
        let mut draft = Draft::new(ChangeKind::AssignNemKonto);
        draft.paste(Field::AccountNumber, "9999-123456");
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
fn a_number_of_a_holder_is_refused_with_its_cause() {
    let sentence = |typed: &str| match recognise(typed, today()) {
        Recognition::One(scheme) => {
            holder_error(Language::Danish, HolderId::parse(scheme, typed, today()).unwrap_err())
        }
        Recognition::Unknown(error) => recognition_error(Language::Danish, error),
        Recognition::Ambiguous(schemes) => panic!("{typed} may be one of {schemes:?}"),
    };
    assert_eq!(sentence(""), "Indtast kontohaverens CPR-, CVR-, SE- eller P-nummer");
    assert_eq!(
        sentence("01015850181"),
        "Nummeret har 11 cifre. Et CPR- eller P-nummer har 10, et CVR- eller SE-nummer 8"
    );
    assert_eq!(sentence("0234567x"), "Tegn nr. 8 er ikke et tal. Der er kun tal i nummeret");
    assert!(sentence("311236-4004").contains("fødselsdato, der ikke er kommet endnu"));
    assert!(sentence("610158-5000").starts_with("Det er et erstatningspersonnummer."));
    assert!(sentence("310258-5018").contains("en dato, der ikke findes"));
    let cvr = HolderId::parse(Scheme::Cvr, "12345678", today()).unwrap_err();
    assert!(holder_error(Language::Danish, cvr).starts_with("Kontrolcifferet i CVR-nummeret passer ikke"));
}

#[test]
fn the_form_decides_what_a_field_is_called() {
    let mut draft = Draft::new(ChangeKind::AssignNemKonto);
    let bank_code = |draft: &Draft| field_texts(Language::Danish, Field::BankCode, draft).label;
    assert_eq!(bank_code(&draft), "Bankkode");
    draft.set(Field::Country, "US");
    assert_eq!(bank_code(&draft), "ABA-nummer (routing number)");
}

#[test]
fn a_login_without_a_change_speaks_of_none() {
    for what in samples::problems() {
        let next_step = login_problem(Language::Danish, &what).next_step.to_lowercase();
        assert!(!next_step.contains("ændring") && !next_step.contains("indtastet"), "{next_step}");
    }
}

#[test]
fn the_text_in_the_app_says_what_is_confirmed() {
    for draft in support::filled_forms() {
        let text = reference_text(Language::Danish, &check(&draft).unwrap(), "4821");
        assert!(text.starts_with("Bekræft ") && text.ends_with(". Kontrolkode 4821"), "{text}");
    }
}

#[test]
fn days_and_counts_are_written_as_people_write_them() {
    let day = Date::new(2027, 5, 8).unwrap();
    assert_eq!((Language::Danish.texts().date)(day), "08-05-2027");
    assert_eq!((Language::English.texts().date)(day), "8 May 2027");
    let shown = |count| [Language::Danish, Language::English].map(|language| (language.texts().history.shown)(count));
    assert_eq!(shown(1), ["1 ændring vist", "1 change shown"]);
    assert_eq!(shown(2), ["2 ændringer vist", "2 changes shown"]);
}
