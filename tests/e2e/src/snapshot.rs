//! What was reviewed of the accessibility tree of each screen.
//!
//! Most screens have the same frame: header, footer, a link to the content. What several screens show is a file of its own in the folder
//! `frame`, and a line in their snapshots names it. So a button in the footer is one line to review, not one for each screen.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What stands before the name of a part of the frame.
const NAMED: &str = "  see frame/";
const FRAME: &str = "frame";

/// Snapshots in a folder.
pub struct Snapshots {
    folder: PathBuf,
    /// Parts of the frame, by name.
    frame: BTreeMap<String, String>,
    /// The parts of which an update has decided already.
    decided: BTreeSet<String>,
}

impl Snapshots {
    /// Reads the frame.
    pub fn open(folder: &Path) -> io::Result<Self> {
        let mut frame = BTreeMap::new();
        for name in names(&folder.join(FRAME))? {
            frame.insert(name.clone(), fs::read_to_string(folder.join(FRAME).join(format!("{name}.txt")))?);
        }
        Ok(Self { folder: folder.to_owned(), frame, decided: BTreeSet::new() })
    }

    /// The tree of a screen as it was reviewed, in full. Empty where none was.
    #[must_use]
    pub fn reviewed(&self, screen: &str) -> String {
        unfold(&self.read(screen), &self.frame)
    }

    /// Writes the tree of a screen for the next review. What the screen showed of the frame is written there, unless another screen
    /// showed it otherwise before.
    pub fn update(&mut self, screen: &str, tree: &str) -> io::Result<()> {
        let shown: Vec<String> = self.read(screen).lines().filter_map(named).map(str::to_owned).collect();
        let changed = update_frame(tree, &shown, &mut self.frame, &mut self.decided);
        for name in changed {
            fs::write(self.folder.join(FRAME).join(format!("{name}.txt")), &self.frame[&name])?;
        }
        fs::write(self.file(screen), fold(tree, &self.frame))
    }

    /// The screens that have a snapshot, and what is not used of the frame.
    pub fn inventory(&self) -> io::Result<(BTreeSet<String>, BTreeSet<String>)> {
        let screens: BTreeSet<String> = names(&self.folder)?.into_iter().collect();
        let shown: Vec<String> = screens.iter().map(|screen| self.read(screen)).collect();
        let shown: BTreeSet<&str> = shown.iter().flat_map(|text| text.lines().filter_map(named)).collect();
        let unused = self.frame.keys().filter(|name| !shown.contains(name.as_str())).cloned().collect();
        Ok((screens, unused))
    }

    fn file(&self, screen: &str) -> PathBuf {
        self.folder.join(format!("{screen}.txt"))
    }

    fn read(&self, screen: &str) -> String {
        fs::read_to_string(self.file(screen)).unwrap_or_default()
    }
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries: Vec<_> = fs::read_dir(folder)?.collect::<io::Result<_>>()?;
    let names = entries.iter().filter_map(|entry| Some(entry.file_name().to_str()?.strip_suffix(".txt")?.to_owned()));
    Ok(names.collect())
}

fn named(line: &str) -> Option<&str> {
    line.strip_prefix(NAMED)
}

/// The page itself, and then each of its children with all that is in it.
fn parts(tree: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for line in tree.split_inclusive('\n') {
        match parts.last_mut() {
            Some(part) if line.starts_with("    ") => part.push_str(line),
            _ => parts.push(line.to_owned()),
        }
    }
    parts
}

/// With names in place of what is in the frame.
fn fold(tree: &str, frame: &BTreeMap<String, String>) -> String {
    let name = |part: &String| frame.iter().find(|(_, text)| *text == part).map(|(name, _)| format!("{NAMED}{name}\n"));
    parts(tree).into_iter().map(|part| name(&part).unwrap_or(part)).collect()
}

/// With what is in the frame in place of names.
fn unfold(text: &str, frame: &BTreeMap<String, String>) -> String {
    let part = |line: &str| named(line).and_then(|name| frame.get(name)).cloned();
    text.lines().map(|line| part(line).unwrap_or_else(|| format!("{line}\n"))).collect()
}

/// Takes what a screen shows now of those parts of the frame into it, and tells which of them are new.
fn update_frame(
    tree: &str,
    shown: &[String],
    frame: &mut BTreeMap<String, String>,
    decided: &mut BTreeSet<String>,
) -> Vec<String> {
    let role = |text: &str| text.split_whitespace().next().map(str::to_owned);
    let mut changed = Vec::new();
    for part in parts(tree) {
        if let Some((name, _)) = frame.iter().find(|(_, text)| **text == part) {
            decided.insert(name.clone());
            continue;
        }
        let before = shown.iter().find(|name| frame.get(*name).is_some_and(|text| role(text) == role(&part)));
        if let Some(name) = before.filter(|name| !decided.contains(*name)) {
            frame.insert(name.clone(), part);
            decided.insert(name.clone());
            changed.push(name.clone());
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREE: &str =
        "page \"A\"\n  banner\n    link \"Home\"\n  main\n    heading \"A\"\n  contentinfo\n    button \"da\"\n";

    fn frame() -> BTreeMap<String, String> {
        [("header", "  banner\n    link \"Home\"\n"), ("footer", "  contentinfo\n    button \"da\"\n")]
            .map(|(name, text)| (name.to_owned(), text.to_owned()))
            .into()
    }

    #[test]
    fn what_is_in_the_frame_is_named_and_found_again() {
        let folded = fold(TREE, &frame());
        assert_eq!(folded, "page \"A\"\n  see frame/header\n  main\n    heading \"A\"\n  see frame/footer\n");
        assert_eq!(unfold(&folded, &frame()), TREE);
    }

    #[test]
    fn a_screen_with_another_footer_shows_all_of_it() {
        let other = TREE.replace("\"da\"", "\"en\"");
        assert!(fold(&other, &frame()).ends_with("  contentinfo\n    button \"en\"\n"));
        assert_ne!(unfold(&fold(TREE, &frame()), &frame()), other);
    }

    #[test]
    fn a_change_of_the_footer_is_written_once_for_all_screens() {
        let (mut frame, mut decided) = (frame(), BTreeSet::new());
        let (shown, changed) = (["header".to_owned(), "footer".to_owned()], TREE.replace("\"da\"", "\"en\""));
        assert_eq!(update_frame(&changed, &shown, &mut frame, &mut decided), ["footer"]);
        assert_eq!(update_frame(&changed, &shown, &mut frame, &mut decided), [] as [String; 0]);
        assert!(fold(&changed, &frame).contains("see frame/footer"));
    }

    #[test]
    fn one_screen_that_differs_changes_the_frame_of_no_other() {
        let (mut frame, mut decided) = (frame(), BTreeSet::new());
        let shown = ["header".to_owned(), "footer".to_owned()];
        update_frame(TREE, &shown, &mut frame, &mut decided);
        let other = TREE.replace("\"da\"", "\"en\"");
        assert_eq!(update_frame(&other, &shown, &mut frame, &mut decided), [] as [String; 0]);
        assert!(fold(&other, &frame).ends_with("  contentinfo\n    button \"en\"\n"));
        assert!(fold(TREE, &frame).ends_with("see frame/footer\n"));
    }
}
