//! Which files need each other.

use std::collections::{BTreeMap, BTreeSet};

use super::source::Source;

/// A name is not re-exported more often than this on its way.
const MOST: usize = 8;

/// Each file with the files that it needs: those whose items it names, wherever they are re-exported, and those of its child modules,
/// which it is made of. That a child names its parent says only what it is a part of.
pub type Graph = BTreeMap<String, BTreeSet<String>>;

pub fn graph(sources: &[Source]) -> Graph {
    let modules: BTreeMap<String, &Source> = sources.iter().map(|source| (source.module.join("::"), source)).collect();
    let needed = |source: &Source| {
        let named = source.paths.iter().filter_map(|path| file_of(&modules, &path.what, MOST));
        let children = sources.iter().filter(|child| child.module[..child.module.len() - 1] == source.module);
        let others = named.chain(children).filter(|other| !source.module.starts_with(&other.module));
        others.map(|other| other.name.clone()).collect()
    };
    sources.iter().map(|source| (source.name.clone(), needed(source))).collect()
}

/// The file of what a path names, following so many re-exports.
fn file_of<'a>(modules: &BTreeMap<String, &'a Source>, path: &str, times: usize) -> Option<&'a Source> {
    let parts: Vec<&str> = path.split("::").collect();
    let length = (2..=parts.len()).rev().find(|length| modules.contains_key(&parts[..*length].join("::")))?;
    let module = parts[..length].join("::");
    let file = modules[&module];
    let stands_for = parts.get(length).and_then(|name| file.names.get(*name)).filter(|_| times > 0);
    let elsewhere = stands_for.and_then(|path| {
        let path = if path.starts_with("crate") { path.clone() } else { format!("{module}::{path}") };
        file_of(modules, &path, times - 1)
    });
    elsewhere.or(Some(file))
}

/// The groups of files in which each leads to each, every group in the order of the alphabet.
pub fn cycles(graph: &Graph) -> BTreeSet<Vec<String>> {
    let reached: BTreeMap<&String, BTreeSet<&String>> = graph.keys().map(|file| (file, reach(graph, file))).collect();
    graph
        .keys()
        .map(|file| reached[file].iter().filter(|other| reached[*other].contains(file)).copied().cloned().collect())
        .filter(|group: &Vec<String>| !group.is_empty())
        .collect()
}

/// The files that a file leads to; itself only where it comes back to itself.
fn reach<'a>(graph: &'a Graph, from: &String) -> BTreeSet<&'a String> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&String> = graph[from].iter().collect();
    while let Some(file) = open.pop() {
        if found.insert(file) {
            open.extend(&graph[file]);
        }
    }
    found
}
