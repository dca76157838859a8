//! What the folders of the languages hold, read as the compiler reads it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use nemkonto::i18n::Language;

use crate::rooms::{self, Source};

/// What may be the same in several languages: names, and words that they happen to share.
const ALIKE: [&str; 6] = ["Bank", "CLABE", "Menu", "NemKonto", "Support", "for"];

/// Parts of the URIs of the levels of assurance, which no person reads.
const LEVELS: [&str; 3] = ["Low", "Substantial", "High"];

/// The texts of every file.
static FILES: LazyLock<Vec<(String, Vec<String>)>> = LazyLock::new(|| {
    let texts = |file: &Source| file.texts.iter().map(|text| text.what.clone()).collect();
    rooms::sources("i18n").iter().map(|file| (file.name.clone(), texts(file))).collect()
});

fn folder(language: Language) -> String {
    format!("i18n/{}", language.tag())
}

/// The texts of a language, by their file within its folder.
fn texts(language: Language) -> BTreeMap<&'static str, &'static [String]> {
    let folder = folder(language);
    FILES.iter().filter_map(|(name, texts)| Some((name.strip_prefix(&folder)?, texts.as_slice()))).collect()
}

/// What a text says by itself, without what is put into it.
fn words(text: &str) -> Option<String> {
    let mut parts = text.split('{');
    let first = parts.next().unwrap_or_default();
    let rest = parts.map(|part| part.split_once('}').map_or("", |(_, after)| after));
    let words: String = [first].into_iter().chain(rest).collect();
    words.chars().any(char::is_alphabetic).then(|| words.trim().to_owned())
}

#[test]
fn nothing_is_said_outside_the_folders_of_the_languages() {
    let folders: Vec<String> = Language::ALL.iter().map(|language| folder(*language)).collect();
    let is_shared = |name: &str| folders.iter().all(|folder| !name.starts_with(folder.as_str()));
    let shared = rooms::sources("i18n").iter().filter(|file| is_shared(&file.name));
    let said = shared.flat_map(rooms::sentences);
    let said: Vec<String> = said.filter(|place| !LEVELS.iter().any(|level| place.ends_with(level))).collect();
    assert!(said.is_empty(), "{said:#?}");
}

#[test]
fn the_folders_of_all_languages_have_the_same_files() {
    let files = |language: &Language| texts(*language).into_keys().collect::<BTreeSet<_>>();
    for language in Language::ALL {
        assert_eq!(files(language), files(&Language::ALL[0]), "{language:?}");
    }
}

#[test]
fn what_is_empty_in_one_language_is_empty_in_all() {
    let empty = |language: &Language| {
        let count = |texts: &[String]| texts.iter().filter(|text| text.trim().is_empty()).count();
        texts(*language).into_iter().map(|(file, texts)| (file, count(texts))).collect::<BTreeMap<_, _>>()
    };
    for language in Language::ALL {
        assert_eq!(empty(language), empty(&Language::ALL[0]), "{language:?}");
    }
}

#[test]
fn no_two_languages_say_the_same() {
    let mut said: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for language in Language::ALL {
        for text in texts(*language).into_values().flatten().filter_map(|text| words(text)) {
            said.entry(text).or_default().insert(language.tag());
        }
    }
    let alike: BTreeMap<String, _> = said.into_iter().filter(|(_, languages)| languages.len() > 1).collect();
    assert_eq!(alike.keys().map(String::as_str).collect::<BTreeSet<_>>(), ALIKE.into(), "{alike:#?}");
}

#[test]
fn no_text_says_what_the_design_system_forbids() {
    for language in Language::ALL {
        let banned = language.banned_words();
        for text in texts(*language).into_values().flatten().filter(|text| !banned.contains(&text.as_str())) {
            let said = banned.iter().find(|word| text.to_lowercase().contains(*word));
            assert_eq!(said, None, "“{text}”");
        }
    }
}

#[test]
fn names_of_the_code_do_not_get_into_sentences() {
    let is_name = |word: &str| {
        let letters: Vec<char> = word.chars().collect();
        letters.windows(2).any(|pair| pair[0].is_lowercase() && pair[1].is_uppercase())
    };
    for language in Language::ALL {
        for text in texts(*language).into_values().flatten().filter_map(|text| words(text)) {
            let mut names = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| is_name(word));
            let name = names.find(|name| !name.starts_with("NemKonto") && *name != "MitID");
            assert_eq!(name, None, "“{text}”");
        }
    }
}

/// They are shown where the app cannot run, so it cannot choose the language.
#[test]
fn the_panels_without_the_app_speak_every_language() {
    let page = include_str!("../../../index.html");
    let own = format!("<html lang=\"{}\">", Language::default().tag());
    let (head, panels) = page.split_once("<body>").unwrap();
    assert!(head.contains(&own), "the first language of the page is that of the authorities");
    for panel in panels.split("class=\"start-panel\"").skip(1) {
        for language in Language::ALL.iter().filter(|language| **language != Language::default()) {
            let part = format!("lang=\"{}\"", language.tag());
            assert!(panel.contains(&part), "no {language:?} in {panel}");
        }
    }
}

#[test]
fn words_are_what_stands_around_the_values() {
    assert_eq!(words("{by}, {at}"), None);
    assert_eq!(words("Af {caseworker}, {authority}").as_deref(), Some("Af ,"));
    assert_eq!(words(" for {}").as_deref(), Some("for"));
}
