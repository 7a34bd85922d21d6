//! The imports of a crate, read from its sources: every `use`, every path that begins with `crate`, `self` or `super`, and the file
//! that holds what it names.
//!
//! Which imports a crate may have is not settled here. Macros are not expanded: what their bodies name counts where they are written.

use std::collections::{BTreeMap, BTreeSet};

use crate::tokens::{Token, tokens};

/// Sources by the names of their files, counted from `src`: `words/fill.rs`.
pub type Sources = BTreeMap<String, String>;

/// That a file names something of its own crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The file.
    pub file: String,
    /// The line.
    pub line: usize,
    /// What is named, from the root of the crate: `crate::words::Fields`.
    pub named: String,
    /// The file that holds it; re-exports are followed.
    pub held_by: String,
}

/// A path from the root of the crate, or a module.
type Path = Vec<String>;

/// A path as it stands in a file.
#[derive(Clone, Debug)]
struct Mention {
    line: usize,
    /// The module in which it stands.
    within: Path,
    written: Path,
    /// The name by which the module knows it afterwards, if it is a `use` of one thing.
    bound: Option<String>,
    is_glob: bool,
}

/// The imports of a crate, file by file.
pub fn imports(sources: &Sources) -> Vec<Import> {
    let files: BTreeMap<Path, &str> = sources.keys().map(|it| (module(it), it.as_str())).collect();
    let mut mentions: Vec<(&str, Mention)> = Vec::new();
    for (file, text) in sources {
        let text = without_exported_macros(text);
        mentions.extend(read(&text, module(file)).into_iter().map(|it| (file.as_str(), it)));
    }
    let mut names =
        Names { files, bound: BTreeMap::new(), globs: BTreeMap::new(), declared: declared(sources) };
    for (_, it) in &mentions {
        let target = names.absolute(it);
        match (&it.bound, target) {
            (Some(name), target) => {
                names.bound.entry((it.within.clone(), name.clone())).or_insert(target);
            }
            (None, Some(target)) if it.is_glob => {
                names.globs.entry(it.within.clone()).or_default().push(target);
            }
            _ => {}
        }
    }
    let import = |(file, it): &(&str, Mention)| {
        let path = names.absolute(it)?;
        let held_by = names.holder(&path, 0)?;
        let star = if it.is_glob { "::*" } else { "" };
        let named = format!("{}{star}", [vec!["crate".to_owned()], path].concat().join("::"));
        Some(Import { file: (*file).to_owned(), line: it.line, named, held_by })
    };
    mentions.iter().filter_map(import).collect()
}

/// The text with blanks in the place of macros that are exported: they are expanded elsewhere, and name what is public there.
fn without_exported_macros(text: &str) -> String {
    const MARK: &str = "#[macro_export]";
    let Some((before, exported)) = text.split_once(MARK) else { return text.to_owned() };
    let mut depth = 0_usize;
    let end = exported.char_indices().find_map(|(at, it)| {
        match it {
            '{' => depth += 1,
            '}' if depth == 1 => return Some(at + 1),
            '}' => depth -= 1,
            _ => {}
        }
        None
    });
    let (exported, after) = exported.split_at(end.unwrap_or(exported.len()));
    let blank: String = exported.chars().filter(|it| *it == '\n').collect();
    format!("{before}{blank}{}", without_exported_macros(after))
}

/// The module that a file is.
fn module(file: &str) -> Path {
    let path = file.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    if matches!(path, "lib" | "main") { Vec::new() } else { path.split('/').map(str::to_owned).collect() }
}

/// What is known of names in the crate.
struct Names<'s> {
    files: BTreeMap<Path, &'s str>,
    /// What a `use` brings into a module, by the module and the name; none if it is of another crate.
    bound: BTreeMap<(Path, String), Option<Path>>,
    /// From which modules a module takes everything.
    globs: BTreeMap<Path, Vec<Path>>,
    /// The names of the things that each file declares.
    declared: BTreeMap<Path, BTreeSet<String>>,
}

impl Names<'_> {
    /// The path from the root of the crate; none if it leads to another crate.
    fn absolute(&self, it: &Mention) -> Option<Path> {
        let (mut base, mut rest) = match it.written.first()?.as_str() {
            "crate" => (Vec::new(), &it.written[1..]),
            "self" => (it.within.clone(), &it.written[1..]),
            "super" => (it.within.clone(), &it.written[..]),
            // A module below is named without `self` too.
            first => {
                let below = [it.within.clone(), vec![first.to_owned()]].concat();
                return self
                    .files
                    .contains_key(&below)
                    .then(|| [it.within.clone(), it.written.clone()].concat());
            }
        };
        while rest.first().is_some_and(|it| it == "super") {
            base.pop();
            rest = &rest[1..];
        }
        base.extend_from_slice(rest);
        Some(base)
    }

    /// The file that holds what a path names; none if that is of another crate.
    fn holder(&self, path: &[String], followed: u8) -> Option<String> {
        let depth = (0..=path.len()).rev().find(|it| self.files.contains_key(&path[..*it]))?;
        let (module, rest) = path.split_at(depth);
        let here = || Some(self.files[module].to_owned());
        // Re-exports that lead in a circle do not compile; this is for sources that do not.
        let Some(name) = rest.first().filter(|_| followed < 16) else { return here() };
        if let Some(target) = self.bound.get(&(module.to_vec(), name.clone())) {
            return self.holder(&[target.as_ref()?, &rest[1..]].concat(), followed + 1);
        }
        if self.declared.get(module).is_some_and(|it| it.contains(name)) {
            return here();
        }
        let globs = self.globs.get(module).into_iter().flatten();
        let mut from = globs.filter(|it| {
            self.declared.get(*it).is_some_and(|it| it.contains(name))
                || self.bound.contains_key(&(it.to_vec(), name.clone()))
        });
        match from.next() {
            Some(glob) => self.holder(&[glob, rest].concat(), followed + 1),
            None => here(),
        }
    }
}

fn declared(sources: &Sources) -> BTreeMap<Path, BTreeSet<String>> {
    const WORDS: [&str; 9] =
        ["struct", "enum", "trait", "type", "fn", "const", "static", "mod", "macro_rules"];
    let of_file = |(file, text): (&String, &String)| {
        let tokens = tokens(text);
        let mut names = BTreeSet::new();
        for (ix, (_, token)) in tokens.iter().enumerate() {
            if let Token::Word(word) = token
                && WORDS.contains(word)
            {
                let after = tokens[ix + 1..].iter().find_map(|(_, it)| match it {
                    Token::Word("mut" | "fn") => None,
                    Token::Word(it) => Some(*it),
                    _ => None,
                });
                names.extend(after.map(str::to_owned));
            }
        }
        (module(file), names)
    };
    sources.iter().map(of_file).collect()
}

/// The paths of a file that may lead into its own crate.
fn read(text: &str, module: Path) -> Vec<Mention> {
    let mut reader = Reader { tokens: tokens(text), at: 0, module, found: Vec::new() };
    // At which depth of braces each module within the file began.
    let (mut depth, mut began) = (0_usize, Vec::new());
    while let Some((line, token)) = reader.next() {
        match token {
            Token::Sign('{') => depth += 1,
            Token::Sign('}') => {
                depth = depth.saturating_sub(1);
                if began.last() == Some(&depth) {
                    began.pop();
                    reader.module.pop();
                }
            }
            Token::Word("mod") => {
                reader.skip(Token::Sign('$'));
                if let (Some(Token::Word(name)), Some(Token::Sign('{'))) = (reader.peek(0), reader.peek(1)) {
                    reader.module.push(name.to_owned());
                    reader.at += 2;
                    began.push(depth);
                    depth += 1;
                }
            }
            // `use<'a>` tells what a type captures.
            Token::Word("use") if reader.peek(0) != Some(Token::Sign('<')) => reader.tree(&[]),
            Token::Word(first @ ("crate" | "self" | "super")) if reader.peek(0) == Some(Token::Join) => {
                // `pub(in crate::body)` tells who may see a thing.
                let is_visibility = reader.at >= 2 && reader.tokens[reader.at - 2].1 == Token::Word("in");
                let mut path = vec![first.to_owned()];
                while let (Some(Token::Join), Some(Token::Word(word))) = (reader.peek(0), reader.peek(1)) {
                    path.push(word.to_owned());
                    reader.at += 2;
                }
                if !is_visibility {
                    reader.found(line, path, None, false);
                }
            }
            _ => {}
        }
    }
    reader.found
}

struct Reader<'s> {
    tokens: Vec<(usize, Token<'s>)>,
    at: usize,
    module: Path,
    found: Vec<Mention>,
}

impl<'s> Reader<'s> {
    fn next(&mut self) -> Option<(usize, Token<'s>)> {
        let next = self.tokens.get(self.at).copied();
        self.at += 1;
        next
    }

    fn peek(&self, ahead: usize) -> Option<Token<'s>> {
        self.tokens.get(self.at + ahead).map(|(_, it)| *it)
    }

    /// Passes a token, if it is the next one.
    fn skip(&mut self, token: Token<'s>) -> bool {
        let is_next = self.peek(0) == Some(token);
        self.at += usize::from(is_next);
        is_next
    }

    fn found(&mut self, line: usize, written: Path, bound: Option<String>, is_glob: bool) {
        self.found.push(Mention { line, within: self.module.clone(), written, bound, is_glob });
    }

    /// What a `use` names below a path.
    fn tree(&mut self, above: &[String]) {
        let mut path = above.to_vec();
        // In the body of a macro a name may be one of its variables.
        while self.skip(Token::Sign('$')) || self.skip(Token::Join) {}
        while let Some((line, token)) = self.next() {
            match token {
                Token::Word(word) => {
                    if word != "self" || path.is_empty() {
                        path.push(word.to_owned());
                    }
                    if self.skip(Token::Join) {
                        continue;
                    }
                    let mut bound = path.last().cloned();
                    if let (Some(Token::Word("as")), Some(Token::Word(name))) = (self.peek(0), self.peek(1)) {
                        bound = Some(name.to_owned());
                        self.at += 2;
                    }
                    return self.found(line, path, bound, false);
                }
                Token::Sign('*') => return self.found(line, path, None, true),
                Token::Sign('{') => {
                    while self.peek(0).is_some() && !self.skip(Token::Sign('}')) {
                        let before = self.at;
                        self.tree(&path);
                        let went_on = self.skip(Token::Sign(',')) || self.at > before;
                        self.at += usize::from(!went_on);
                    }
                    return;
                }
                // What a macro puts in its place is not known.
                _ => {
                    self.at -= 1;
                    return;
                }
            }
        }
    }
}
