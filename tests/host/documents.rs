//! What the documents name is there: links, files, programs, options and packages.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

const DOCUMENTS: [&str; 5] = ["README.md", "ARCHITECTURE.md", "ADOPTING.md", "SECURITY.md", "tests/README.md"];
/// Folders that a path of the repository begins with.
const FOLDERS: [&str; 5] = ["src", "style", "public", "tests", ".cargo"];
/// Made while the tests run, or by the sandbox.
const MADE: [&str; 1] = ["target/"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn read(document: &str) -> String {
    fs::read_to_string(root().join(document)).unwrap_or_else(|error| panic!("{document}: {error}"))
}

/// What stands in code, inline or as an indented block.
fn code(text: &str) -> Vec<String> {
    let inline = text.lines().filter(|line| !line.starts_with("    "));
    let inline = inline.flat_map(|line| line.split('`').skip(1).step_by(2)).map(str::to_owned);
    let blocks = text.lines().filter_map(|line| line.strip_prefix("    ")).map(str::to_owned);
    inline.chain(blocks).collect()
}

/// The targets of Markdown's links.
fn links(text: &str) -> Vec<&str> {
    text.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target).collect()
}

/// The heading's name in an address, as GitHub makes it.
fn anchor(heading: &str) -> String {
    let kept = heading.trim_start_matches('#').trim().to_lowercase();
    kept.chars()
        .filter(|sign| sign.is_alphanumeric() || matches!(sign, ' ' | '-'))
        .collect::<String>()
        .replace(' ', "-")
}

#[test]
fn every_link_to_a_file_or_a_heading_leads_there() {
    for document in DOCUMENTS {
        let text = read(document);
        let folder = root().join(document).parent().unwrap().to_owned();
        for target in links(&text).into_iter().filter(|target| !target.contains("://")) {
            let (file, heading) = target.split_once('#').unwrap_or((target, ""));
            let file = if file.is_empty() { root().join(document) } else { folder.join(file) };
            assert!(file.exists(), "{document}: {target}");
            if !heading.is_empty() {
                let linked = fs::read_to_string(&file).unwrap();
                let headings = linked.lines().filter(|line| line.starts_with('#')).map(anchor);
                assert!(headings.collect::<Vec<_>>().contains(&heading.to_owned()), "{document}: {target}");
            }
        }
    }
}

#[test]
fn every_file_that_a_document_names_is_there() {
    for document in DOCUMENTS {
        for word in code(&read(document)).iter().flat_map(|code| code.split([' ', ',', ';', '"', '='])) {
            let is_path = FOLDERS.iter().any(|folder| word.starts_with(&format!("{folder}/")));
            let is_pattern =
                word.contains(['*', '<', '{', '$', '…']) || word.chars().any(|sign| sign.is_ascii_uppercase());
            if is_path && !is_pattern && !MADE.iter().any(|made| word.starts_with(made)) {
                assert!(root().join(word.trim_end_matches(['.', ':'])).exists(), "{document}: {word}");
            }
        }
    }
}

/// `cargo run` is the sandbox.
#[test]
fn every_option_of_the_sandbox_is_one() {
    let options = read("tests/sandbox/src/launch/options.rs");
    let fields = options.lines().filter_map(|line| line.trim().strip_prefix("pub ")?.split_once(':'));
    let known: BTreeSet<String> = fields.map(|(name, _)| name.replace('_', "-")).chain(["help".to_owned()]).collect();
    let mut seen = 0;
    for document in DOCUMENTS {
        for code in code(&read(document)) {
            let Some((_, arguments)) = code.split_once("cargo run -- ") else { continue };
            for option in arguments.split([' ', '`', ')']).filter_map(|word| word.strip_prefix("--")) {
                seen += 1;
                assert!(known.contains(option), "{document}: --{option}");
            }
        }
    }
    assert!(seen > 5, "{seen}");
}

#[test]
fn every_package_and_program_of_a_command_is_there() {
    let manifests = read("Cargo.toml")
        + &["src/web", "tests/sandbox", "tests/e2e", "tests/model", "tests/fuzz", "tests/real_provider", "tests/kit"]
            .map(|folder| read(&format!("{folder}/Cargo.toml")))
            .concat();
    let folders = [
        "tests",
        "tests/sandbox/tests",
        "tests/e2e/tests",
        "tests/model/tests",
        "tests/fuzz/tests",
        "tests/real_provider/tests",
        "tests/kit/tests",
    ];
    for document in DOCUMENTS {
        for code in code(&read(document)).iter().filter(|code| code.contains("cargo ")) {
            let words: Vec<&str> = code.split_whitespace().collect();
            for pair in words.windows(2) {
                match pair {
                    ["-p", package] => {
                        assert!(manifests.contains(&format!("name = \"{package}\"")), "{document}: {package}");
                    }
                    ["--test", program] => {
                        let is_there = |folder: &&str| {
                            let place = root().join(folder).join(program);
                            place.with_extension("rs").exists() || place.join("main.rs").exists()
                        };
                        assert!(folders.iter().any(is_there), "{document}: {program}");
                    }
                    _ => {}
                }
            }
        }
    }
}

/// Those that `tests/run` has itself, and each folder with a program of that name.
#[test]
fn every_suite_of_a_command_is_there() {
    let runner = read("tests/run");
    let mut seen = 0;
    for document in DOCUMENTS {
        for code in code(&read(document)) {
            let Some((_, suites)) = code.split_once("tests/run ") else { continue };
            for suite in suites.split_whitespace().filter(|word| !word.starts_with("--") && *word != "quick") {
                seen += 1;
                let is_own = runner.contains(&format!("\nsuite_{suite}() {{"));
                assert!(is_own || root().join("tests").join(suite).join("run").exists(), "{document}: {suite}");
            }
        }
    }
    assert!(seen > 5, "{seen}");
}
