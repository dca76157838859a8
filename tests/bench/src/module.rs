//! Where the bytes of the app's module come from: its functions by crate, before compression.

use std::collections::HashMap;
use std::fs;

use nemkonto_e2e::site::root;
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

use crate::Failure;
use crate::table::Report;

/// What is not worth a line of its own.
const SHORTEST: usize = 3000;

pub fn measure(report: &mut Report) -> Result<(), Failure> {
    // The module of the release build before its names were taken out; tests/bench/measure makes it.
    let module = fs::read(root().join("target/bench/named.wasm"))?;
    let (functions, data) = read(&module)?;
    let mut crates: HashMap<&str, usize> = HashMap::new();
    for (name, size) in &functions {
        *crates.entry(owner(name)).or_default() += size;
    }
    let mut crates: Vec<(String, usize)> = crates.into_iter().map(|(name, size)| (name.to_owned(), size)).collect();
    let small: usize = crates.extract_if(.., |(_, size)| *size < SHORTEST).map(|(_, size)| size).sum();
    crates.extend([("the rest".to_owned(), small), ("data: texts and tables".to_owned(), data)]);
    crates.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    report.crates(crates);
    Ok(())
}

/// The name and size of each function, and the size of the data.
fn read(module: &[u8]) -> Result<(Vec<(String, usize)>, usize), Failure> {
    let mut imported = 0;
    let mut sizes = Vec::new();
    let mut data = 0;
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => sizes.push(body.range().len()),
            Payload::DataSection(section) => data = section.range().len(),
            Payload::CustomSection(section) => {
                let KnownCustom::Name(section) = section.as_known() else { continue };
                for name in section {
                    let Name::Function(functions) = name? else { continue };
                    for function in functions {
                        let function = function?;
                        names.insert(function.index, function.name.to_owned());
                    }
                }
            }
            _ => {}
        }
    }
    if names.is_empty() {
        return Err("the module has no names".into());
    }
    let functions = (imported..).zip(sizes).map(|(index, size)| (names.remove(&index).unwrap_or_default(), size));
    Ok((functions.collect(), data))
}

/// The crate of a function, by its demangled name: that of the path which the name begins with, which is the type's where it is a
/// method, and the trait's where the type is a parameter.
fn owner(name: &str) -> &str {
    let path = name.trim_start_matches(['<', '&', '[', '(', '*']);
    let path = ["mut ", "const ", "dyn "].iter().fold(path, |path, word| path.trim_start_matches(word));
    let Some((beginning, _)) = path.split_once("::") else { return "no crate" };
    let beginning = beginning.rsplit(' ').next().unwrap_or(beginning);
    // Some names tell crates of the same name apart: `core[c5930c85a12de822]`.
    beginning.split('[').next().unwrap_or(beginning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_of_its_type() {
        for (name, expected) in [
            ("nemkonto::ui::pages::draw::h3ad98f8652ce32d0", "nemkonto"),
            ("<&mut alloc::vec::Vec<T> as core::fmt::Debug>::fmt::h0", "alloc"),
            ("<dyn core::any::Any>::is::h0", "core"),
            ("<T as tachys::view::Render>::build::h0", "tachys"),
            ("core[c5930c85a12de822]::fmt::write", "core"),
            ("memcpy", "no crate"),
        ] {
            assert_eq!(owner(name), expected, "{name}");
        }
    }
}
