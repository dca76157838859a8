//! What a file of Rust mentions, as the compiler would read it: paths, texts and names, in code and inside macros.

use std::collections::BTreeMap;

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use syn::{
    Attribute, Ident, ItemExternCrate, ItemMod, ItemUse, LitStr, Macro, UseTree, VisRestricted,
    ext::IdentExt,
    visit::{self, Visit},
};

/// A file, or a snippet that stands for one.
pub struct Source {
    /// Where its lines are, for messages.
    pub name: String,
    /// Its module, from the crate on: `["crate", "ui", "pages"]`.
    pub module: Vec<String>,
    /// Paths from the crate on, or from the name of another crate.
    pub paths: Vec<Mention>,
    /// What names stand for that a `use` brings in, and others can take from here: `super::Name`.
    pub names: BTreeMap<String, String>,
    /// Texts, and what stands in a view without quotation marks.
    pub texts: Vec<Mention>,
    /// What is styled or written into the page past the elements of a view.
    pub inline: Vec<Mention>,
}

/// Something that stands in a line.
pub struct Mention {
    pub line: usize,
    pub what: String,
}

impl Source {
    pub fn read(name: &str, module: &[&str], text: &str) -> Source {
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{name}: {error}"));
        let module: Vec<String> = module.iter().map(|&part| part.to_owned()).collect();
        let source = Source {
            name: name.to_owned(),
            module,
            paths: Vec::new(),
            names: BTreeMap::new(),
            texts: Vec::new(),
            inline: Vec::new(),
        };
        let mut reader = Reader { module: source.module.clone(), source };
        reader.visit_file(&file);
        reader.source
    }

    /// Where something stands, for a message.
    pub fn place(&self, mention: &Mention) -> String {
        format!("{}:{}", self.name, mention.line)
    }
}

struct Reader {
    source: Source,
    /// The module that is being read: another than that of the file inside `mod name { ... }`.
    module: Vec<String>,
}

impl Reader {
    fn path(&mut self, parts: &[String], span: Span) {
        if let Some(path) = absolute(&self.module, parts) {
            self.source.paths.push(Mention { line: span.start().line, what: path.join("::") });
        }
    }

    fn name(&mut self, name: &Ident, path: &[String]) {
        if self.module == self.source.module
            && let Some(path) = absolute(&self.module, path)
        {
            self.source.names.insert(name.unraw().to_string(), path.join("::"));
        }
    }

    fn text(&mut self, what: String, span: Span) {
        self.source.texts.push(Mention { line: span.start().line, what });
    }

    fn tree(&mut self, tree: &UseTree, before: &[String]) {
        let mut path = before.to_vec();
        match tree {
            UseTree::Path(step) => {
                path.push(step.ident.unraw().to_string());
                self.tree(&step.tree, &path);
            }
            UseTree::Name(last) => {
                path.push(last.ident.unraw().to_string());
                self.path(&path, last.ident.span());
                self.name(&last.ident, &path);
            }
            UseTree::Rename(last) => {
                path.push(last.ident.unraw().to_string());
                self.path(&path, last.ident.span());
                self.name(&last.rename, &path);
            }
            UseTree::Glob(glob) => {
                path.push("*".to_owned());
                self.path(&path, glob.star_token.spans[0]);
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.tree(tree, &path)),
        }
    }

    /// What a macro is given need not be Rust; its paths and texts look the same there.
    fn tokens(&mut self, tokens: TokenStream, is_view: bool) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut path: Vec<String> = Vec::new();
        for (index, token) in tokens.iter().enumerate() {
            let is_punct = |distance: usize, wanted: char| {
                index
                    .checked_sub(distance)
                    .is_some_and(|at| matches!(&tokens[at], TokenTree::Punct(it) if it.as_char() == wanted))
            };
            let follows = |wanted: &[char]| matches!(tokens.get(index + 1), Some(TokenTree::Punct(it)) if wanted.contains(&it.as_char()));
            match token {
                TokenTree::Ident(ident) => {
                    let name = ident.unraw().to_string();
                    if !(is_punct(1, ':') && is_punct(2, ':')) {
                        path.clear();
                    }
                    path.push(name.clone());
                    let goes_on = follows(&[':'])
                        && matches!(tokens.get(index + 2), Some(TokenTree::Punct(it)) if it.as_char() == ':');
                    if path.len() > 1 && !goes_on {
                        self.path(&path.clone(), ident.span());
                    }
                    let is_element = is_punct(1, '<') && ["style", "script"].contains(&name.as_str());
                    let is_attribute = is_view && name == "style" && follows(&['=', ':']);
                    if is_element || is_attribute || name == "inner_html" {
                        self.source.inline.push(Mention { line: ident.span().start().line, what: name.clone() });
                    }
                    // After a tag, where a closing arrow would have a `-` or `=` before it.
                    if is_view && is_punct(1, '>') && !is_punct(2, '-') && !is_punct(2, '=') {
                        self.text(format!("{name} without quotation marks"), ident.span());
                    }
                }
                TokenTree::Literal(literal) => {
                    if let Ok(text) = syn::parse_str::<LitStr>(&literal.to_string()) {
                        self.text(text.value(), literal.span());
                    }
                }
                TokenTree::Group(group) => {
                    // `crate::{ ... }` inside a macro is a `use` of its own.
                    if group.delimiter() == Delimiter::Brace && is_punct(1, ':') && is_punct(2, ':') {
                        let before = path.join("::");
                        let tree = format!("use {before}::{group};");
                        if let Ok(item) = syn::parse_str::<ItemUse>(&tree) {
                            self.tree(&item.tree, &[]);
                        }
                    }
                    let is_view =
                        is_punct(1, '!') && matches!(&tokens[index - 2], TokenTree::Ident(it) if it == "view");
                    self.tokens(group.stream(), is_view);
                }
                TokenTree::Punct(_) => {}
            }
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.tree(&item.tree, &[]);
    }

    fn visit_item_extern_crate(&mut self, item: &'ast ItemExternCrate) {
        self.path(&[item.ident.to_string()], item.ident.span());
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        self.module.push(item.ident.unraw().to_string());
        visit::visit_item_mod(self, item);
        self.module.pop();
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let parts: Vec<String> = path.segments.iter().map(|part| part.ident.unraw().to_string()).collect();
        if parts.len() > 1 {
            self.path(&parts, path.segments[0].ident.span());
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, it: &'ast Macro) {
        self.visit_path(&it.path);
        self.tokens(it.tokens.clone(), it.path.segments.last().is_some_and(|name| name.ident == "view"));
    }

    fn visit_lit_str(&mut self, text: &'ast LitStr) {
        self.text(text.value(), text.span());
    }

    fn visit_ident(&mut self, ident: &'ast Ident) {
        if ident == "inner_html" {
            self.source.inline.push(Mention { line: ident.span().start().line, what: ident.to_string() });
        }
    }

    // Comments and reasons are for developers, and `pub(crate)` uses nothing.
    fn visit_attribute(&mut self, _: &'ast Attribute) {}
    fn visit_vis_restricted(&mut self, _: &'ast VisRestricted) {}
}

/// A path from the crate on; one that begins with another name stays as it is. Nothing where it climbs out of the crate.
fn absolute(module: &[String], parts: &[String]) -> Option<Vec<String>> {
    let mut place = match parts.first()?.as_str() {
        "crate" => vec!["crate".to_owned()],
        "self" | "super" => module.to_vec(),
        _ => return Some(parts.to_vec()),
    };
    let mut rest = parts;
    while let [first, after @ ..] = rest {
        match first.as_str() {
            "crate" | "self" => {}
            "super" => {
                place.pop()?;
            }
            _ => break,
        }
        rest = after;
    }
    place.extend(rest.iter().filter(|part| *part != "self").cloned());
    Some(place)
}
