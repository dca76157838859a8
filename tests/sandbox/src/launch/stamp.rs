//! Tells whether the app has to be built again, by the times and sizes of the files it is built from.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::UNIX_EPOCH;

use super::tools;

/// What the app is built from, and the page that comes out.
const FILES: [&str; 9] = [
    "src",
    "style",
    "public",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    "rust-toolchain.toml",
    "dist/index.html",
];

/// One line for every file, or `None` when one is missing or unreadable. `dist/index.html` is among them, so a build made
/// in another way (`trunk serve` leaves one) is not mistaken for a release.
pub fn take(root: &Path) -> Option<String> {
    let mut stamp = format!("trunk {}\n", tools::TRUNK);
    for name in FILES {
        add(&root.join(name), &mut stamp)?;
    }
    Some(stamp)
}

fn add(path: &Path, stamp: &mut String) -> Option<()> {
    let metadata = fs::metadata(path).ok()?;
    if metadata.is_dir() {
        let mut entries: Vec<_> = fs::read_dir(path).ok()?.filter_map(Result::ok).map(|entry| entry.path()).collect();
        entries.sort();
        return entries.iter().try_for_each(|entry| add(entry, stamp));
    }
    let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    writeln!(stamp, "{} {} {}", path.display(), metadata.len(), modified.as_nanos()).ok()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn checkout() -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for name in FILES {
            let path = root.path().join(name);
            let file = if name.contains('.') { path } else { path.join("deep/file.rs") };
            fs::create_dir_all(file.parent().unwrap()).unwrap();
            fs::write(file, "content").unwrap();
        }
        root
    }

    /// A name that no longer exists would make every start build again.
    #[test]
    fn every_input_is_in_the_checkout() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        for name in FILES.iter().filter(|name| !name.starts_with("dist/")) {
            assert!(root.join(name).exists(), "{name}");
        }
    }

    #[test]
    fn an_unchanged_checkout_has_the_same_stamp() {
        let root = checkout();
        assert!(take(root.path()).is_some());
        assert_eq!(take(root.path()), take(root.path()));
    }

    #[test]
    fn a_changed_added_or_removed_file_changes_it() {
        let root = checkout();
        let mut stamps = vec![take(root.path())];
        fs::write(root.path().join("src/deep/file.rs"), "other content").unwrap();
        stamps.push(take(root.path()));
        fs::write(root.path().join("style/deep/new.scss"), "").unwrap();
        stamps.push(take(root.path()));
        fs::remove_file(root.path().join("public/deep/file.rs")).unwrap();
        stamps.push(take(root.path()));
        stamps.dedup();
        assert_eq!(stamps.len(), 4);
    }

    #[test]
    fn without_a_built_page_there_is_none() {
        let root = checkout();
        fs::remove_file(root.path().join("dist/index.html")).unwrap();
        assert_eq!(take(root.path()), None);
    }
}
