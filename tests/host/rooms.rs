//! The rooms of the source: who may use whom. The arrows of ARCHITECTURE.md, checked on what the files say to the compiler.

mod cycles;
mod planted;
mod source;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    sync::LazyLock,
};

pub use source::Source;

/// Each room with the rooms that it may use besides itself.
const ROOMS: [(&str, &[&str]); 9] = [
    ("domain", &[]),
    ("contract", &["domain"]),
    ("api_error", &["contract"]),
    ("relogin", &["domain", "contract", "api_error"]),
    ("verification", &["contract", "api_error"]),
    ("i18n", &["domain", "contract", "api_error", "relogin", "verification"]),
    ("browser", &["domain", "contract", "i18n"]),
    ("api", &["contract", "api_error", "browser"]),
    ("ui", &["domain", "contract", "api_error", "relogin", "verification", "i18n", "browser", "api"]),
];
/// The rooms that run anywhere.
const PURE: [&str; 6] = ["domain", "contract", "api_error", "relogin", "verification", "i18n"];
const BROWSER: [&str; 5] = ["leptos", "web_sys", "js_sys", "wasm_bindgen", "gloo_net"];
const CLOCK: [&str; 1] = ["std::time"];
/// What the door to the browser hides from the rooms behind it.
const DOOR: [&str; 2] = ["web_sys", "js_sys"];
/// What remembers all who have read it until it changes. Only a page may have such, for it goes with the page.
const REMEMBERING: [&str; 4] = ["RwSignal", "Memo<", "Memo::", "signal("];
/// What lives as long as the app.
const LASTING: [&str; 2] = ["ui/stores", "ui/journey"];
/// Names of keys (UI Events), which are no words.
const KEYS: [&str; 3] = ["ArrowDown", "ArrowUp", "Escape"];

/// Every file of a room, each read once.
pub fn sources(room: &str) -> &'static [Source] {
    static READ: LazyLock<BTreeMap<&str, Vec<Source>>> =
        LazyLock::new(|| ROOMS.iter().map(|&(room, _)| (room, read_room(room))).collect());
    &READ[room]
}

fn read_room(room: &str) -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = vec![folder.join(format!("{room}.rs"))];
    find(&folder.join(room), &mut files);
    files.iter().map(|file| read(&folder, file)).collect()
}

fn find(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            find(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

fn read(root: &Path, file: &Path) -> Source {
    let name = file.strip_prefix(root).unwrap();
    let module: Vec<String> = ["crate".into()]
        .into_iter()
        .chain(name.with_extension("").iter().map(|part| part.to_str().unwrap().into()))
        .collect();
    let module: Vec<&str> = module.iter().map(String::as_str).collect();
    Source::read(name.to_str().unwrap(), &module, &fs::read_to_string(file).unwrap())
}

/// Paths that leave the room for another than those, and paths of which one cannot tell.
fn forbidden_arrows(source: &Source, may_use: &[&str]) -> Vec<String> {
    let own = source.module[1].as_str();
    let leaves = |path: &str| {
        let parts: Vec<&str> = path.split("::").collect();
        parts[0] == "crate" && parts.get(1).is_none_or(|room| *room != own && !may_use.contains(room))
    };
    told(source, &source.paths, leaves)
}

/// Paths of other crates that the room is to know nothing of.
fn forbidden_crates(source: &Source, forbidden: &[&str]) -> Vec<String> {
    let is_of = |path: &str, wanted: &str| {
        path.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
    };
    told(source, &source.paths, |path| forbidden.iter().any(|wanted| is_of(path, wanted)))
}

/// Texts that a person would read.
pub fn sentences(source: &Source) -> Vec<String> {
    told(source, &source.texts, is_sentence)
}

fn inline(source: &Source) -> Vec<String> {
    told(source, &source.inline, |_| true)
}

fn told(source: &Source, mentions: &[source::Mention], is_wrong: impl Fn(&str) -> bool) -> Vec<String> {
    let wrong = mentions.iter().filter(|mention| is_wrong(&mention.what));
    wrong.map(|mention| format!("{}: {}", source.place(mention), mention.what)).collect()
}

/// Names of elements, classes, keys and paths have neither capitals nor Danish letters, no punctuation at the end of a word, and no
/// three words in a row. What is written in place of `{...}` comes from elsewhere.
fn is_sentence(text: &str) -> bool {
    let mut plain = String::new();
    let mut depth = 0;
    for letter in text.chars() {
        depth += i32::from(letter == '{');
        if depth == 0 {
            plain.push(letter);
        }
        depth -= i32::from(letter == '}');
    }
    let words: Vec<&str> = plain.split_whitespace().collect();
    let is_word = |word: &&str| word.len() > 1 && word.chars().all(char::is_alphabetic);
    let is_capitalised = |word: &&str| {
        let mut letters = word.trim_matches(|letter: char| !letter.is_alphabetic()).chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    };
    let ends_a_clause = |word: &&str| {
        let bare = word.trim_end_matches([',', '.', ':', ';', '?', '!']);
        bare.len() < word.len() && bare.ends_with(char::is_alphabetic)
    };
    !KEYS.contains(&text)
        && (plain.chars().any(|letter| letter.is_alphabetic() && !letter.is_ascii())
            || words.iter().any(is_capitalised)
            || words.iter().any(ends_a_clause)
            || words.windows(3).any(|row| row.iter().all(is_word)))
}

fn assert_none(found: &[String]) {
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_module_of_the_crate_is_a_room() {
    let library = include_str!("../../src/lib.rs");
    let modules = library.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';'));
    assert_eq!(modules.collect::<BTreeSet<_>>(), ROOMS.map(|(room, _)| room).into());
}

#[test]
fn arrows_point_one_way() {
    let found = ROOMS.iter().flat_map(|(room, may_use)| {
        sources(room).iter().flat_map(|source| forbidden_arrows(source, may_use)).collect::<Vec<_>>()
    });
    assert_none(&found.collect::<Vec<_>>());
}

#[test]
fn every_arrow_is_used() {
    let is_used = |room: &str, used: &str| {
        let start = format!("crate::{used}");
        sources(room).iter().flat_map(|source| &source.paths).any(|path| path.what.starts_with(&start))
    };
    let unused = ROOMS.iter().flat_map(|&(room, may_use)| {
        may_use.iter().filter(move |used| !is_used(room, used)).map(move |used| format!("{room} -> {used}"))
    });
    assert_none(&unused.collect::<Vec<_>>());
}

fn assert_unknown(rooms: &[&str], crates: &[&str]) {
    for room in rooms {
        assert_none(&sources(room).iter().flat_map(|source| forbidden_crates(source, crates)).collect::<Vec<_>>());
    }
}

#[test]
fn the_pure_rooms_know_no_browser_and_no_clock() {
    assert_unknown(&PURE, &BROWSER);
    assert_unknown(&PURE, &CLOCK);
}

#[test]
fn only_the_door_touches_the_browser() {
    assert_unknown(&["ui", "api"], &DOOR);
}

#[test]
fn sentences_live_in_one_place() {
    assert_none(&sources("ui").iter().flat_map(sentences).collect::<Vec<_>>());
}

#[test]
fn nothing_is_styled_inline() {
    assert_none(&sources("ui").iter().flat_map(inline).collect::<Vec<_>>());
}

#[test]
fn what_outlives_a_page_forgets_who_has_read_it() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    for part in LASTING {
        files.push(folder.join(part).with_extension("rs"));
        find(&folder.join(part), &mut files);
    }
    let mut found = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        let remembering = REMEMBERING.iter().filter(|kind| text.contains(*kind));
        found.extend(remembering.map(|kind| format!("{}: {kind}", file.display())));
    }
    assert_none(&found);
}

#[test]
fn no_files_of_a_room_need_each_other() {
    let found = ROOMS.iter().flat_map(|(room, _)| cycles::cycles(&cycles::graph(sources(room))));
    assert_eq!(found.collect::<Vec<_>>(), Vec::<Vec<String>>::new());
}
