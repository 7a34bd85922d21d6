//! The items of a crate, read from its sources, those that its own macros make among them.
//!
//! Macros are expanded as far as items go: what stands in the body of a function is left as it is.

use std::{collections::BTreeMap, fs, path::Path, rc::Rc};

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{
    Attribute, File, Item, Meta,
    parse::{ParseStream, Parser},
};

/// The items of each module, by its path from the root of the crate; tests are left out.
pub type Modules = BTreeMap<Vec<String>, Vec<Item>>;

/// Reads a crate.
///
/// # Panics
/// If a file cannot be read, or a macro of the crate cannot be expanded.
pub fn modules(folder: &Path) -> Modules {
    let mut files = BTreeMap::new();
    read(folder, &mut Vec::new(), &mut files);
    let mut macros = BTreeMap::new();
    for file in files.values() {
        gather(&file.items, &mut macros);
    }
    let mut modules = Modules::new();
    for (path, file) in files {
        place(path, file.items, &macros, &mut modules);
    }
    modules
}

/// Whether an item is there for tests alone.
fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(
        |it| matches!(&it.meta, Meta::List(it) if it.path.is_ident("cfg") && it.tokens.to_string() == "test"),
    )
}

fn read(folder: &Path, module: &mut Vec<String>, files: &mut BTreeMap<Vec<String>, File>) {
    let mut found: Vec<_> = fs::read_dir(folder)
        .expect("the folder is there")
        .map(|it| it.expect("it is there").path())
        .collect();
    found.sort();
    for path in found {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            module.push(name);
            read(&path, module, files);
            module.pop();
        } else if path.extension().is_some_and(|it| it == "rs") {
            let text = fs::read_to_string(&path).expect("the file can be read");
            let file = syn::parse_file(&text).unwrap_or_else(|why| panic!("{}: {why}", path.display()));
            let is_root = matches!(name.as_str(), "lib" | "main" | "mod");
            files.insert(module.iter().cloned().chain((!is_root).then_some(name)).collect(), file);
        }
    }
}

/// A macro: its rules, each what it takes and what it makes.
type Rules = Vec<(Vec<TokenTree>, Vec<TokenTree>)>;

fn gather(items: &[Item], macros: &mut BTreeMap<String, Rules>) {
    for item in items {
        match item {
            Item::Macro(it) => {
                if let Some(name) = &it.ident {
                    macros.insert(name.to_string(), rules(it.mac.tokens.clone()));
                }
            }
            Item::Mod(it) => {
                gather(it.content.iter().flat_map(|it| &it.1).cloned().collect::<Vec<_>>().as_slice(), macros)
            }
            _ => {}
        }
    }
}

fn rules(tokens: TokenStream) -> Rules {
    let mut groups = tokens.into_iter().filter_map(|it| match it {
        TokenTree::Group(it) => Some(it.stream().into_iter().collect()),
        _ => None,
    });
    std::iter::from_fn(|| Some((groups.next()?, groups.next()?))).collect()
}

fn place(path: Vec<String>, items: Vec<Item>, macros: &BTreeMap<String, Rules>, modules: &mut Modules) {
    modules.entry(path.clone()).or_default();
    for item in items {
        match item {
            Item::Mod(it) if is_test(&it.attrs) => {}
            Item::Mod(mut it) => {
                let below = [path.clone(), vec![it.ident.to_string()]].concat();
                if let Some((_, items)) = it.content.take() {
                    place(below, items, macros, modules);
                }
                modules.entry(path.clone()).or_default().push(Item::Mod(it));
            }
            Item::Macro(it) if it.ident.is_none() => {
                let name = it.mac.path.segments.last().map(|it| it.ident.to_string()).unwrap_or_default();
                if let Some(rules) = macros.get(&name) {
                    let made = expand(rules, it.mac.tokens).and_then(|it| syn::parse2::<File>(it).ok());
                    let made =
                        made.unwrap_or_else(|| panic!("{name}! in {} cannot be expanded", path.join("::")));
                    place(path.clone(), made.items, macros, modules);
                }
            }
            other => modules.entry(path.clone()).or_default().push(other),
        }
    }
}

/// What stands for a variable.
#[derive(Clone)]
enum Bound {
    One(Vec<TokenTree>),
    Many(Rc<Vec<Bounds>>),
}

type Bounds = BTreeMap<String, Bound>;

fn expand(rules: &Rules, tokens: TokenStream) -> Option<TokenStream> {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let made = |(takes, makes): &(Vec<TokenTree>, Vec<TokenTree>)| {
        let mut bounds = Bounds::new();
        let end = take(takes, &tokens, &mut bounds)?;
        (end == tokens.len()).then(|| make(makes, &bounds).into_iter().collect())
    };
    rules.iter().find_map(made)
}

/// A part of a rule.
enum Part<'r> {
    Variable(String, String),
    Repeated { inner: Vec<TokenTree>, separator: Option<char>, once: bool },
    Token(&'r TokenTree),
}

fn is(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(it)) if it.as_char() == sign)
}

/// The first part of a rule, and how many tokens it has. What a rule makes has no kinds of variables.
fn part(rule: &[TokenTree], takes: bool) -> Option<(Part<'_>, usize)> {
    let first = rule.first()?;
    if !is(Some(first), '$') {
        return Some((Part::Token(first), 1));
    }
    match rule.get(1)? {
        TokenTree::Ident(name) if takes && is(rule.get(2), ':') => {
            Some((Part::Variable(name.to_string(), rule.get(3)?.to_string()), 4))
        }
        TokenTree::Ident(name) => Some((Part::Variable(name.to_string(), String::new()), 2)),
        TokenTree::Group(group) => {
            let mut at = 2;
            let mut separator = None;
            let sign = |at: usize| match rule.get(at) {
                Some(TokenTree::Punct(it)) => Some(it.as_char()),
                _ => None,
            };
            let mut often = sign(at)?;
            if !matches!(often, '*' | '+' | '?') {
                separator = Some(often);
                at += 1;
                often = sign(at)?;
            }
            let inner = group.stream().into_iter().collect();
            Some((Part::Repeated { inner, separator, once: often == '?' }, at + 1))
        }
        other => Some((Part::Token(other), 2)),
    }
}

/// How many tokens a rule takes, if it takes them.
fn take(rule: &[TokenTree], tokens: &[TokenTree], bounds: &mut Bounds) -> Option<usize> {
    let (mut rule, mut at) = (rule, 0);
    while let Some((part, long)) = part(rule, true) {
        rule = &rule[long..];
        match part {
            Part::Variable(name, kind) => {
                let long = fragment(&kind, &tokens[at..])?;
                bounds.insert(name, Bound::One(tokens[at..at + long].to_vec()));
                at += long;
            }
            Part::Repeated { inner, separator, once } => {
                let mut all = Vec::new();
                loop {
                    let mut next = at;
                    if let (Some(sign), false) = (separator, all.is_empty()) {
                        if !is(tokens.get(next), sign) {
                            break;
                        }
                        next += 1;
                    }
                    let mut one = Bounds::new();
                    match take(&inner, &tokens[next..], &mut one) {
                        Some(long) if long > 0 => {
                            at = next + long;
                            all.push(one);
                        }
                        _ => break,
                    }
                    if once {
                        break;
                    }
                }
                let all = Rc::new(all);
                for name in variables(&inner) {
                    bounds.insert(name, Bound::Many(Rc::clone(&all)));
                }
            }
            Part::Token(TokenTree::Group(wanted)) => {
                let TokenTree::Group(given) = tokens.get(at)? else { return None };
                let within: Vec<TokenTree> = given.stream().into_iter().collect();
                let wanted_within: Vec<TokenTree> = wanted.stream().into_iter().collect();
                let fits = given.delimiter() == wanted.delimiter()
                    && take(&wanted_within, &within, bounds)? == within.len();
                at += usize::from(fits.then_some(true)?);
            }
            Part::Token(wanted) => {
                at += usize::from((tokens.get(at)?.to_string() == wanted.to_string()).then_some(true)?)
            }
        }
    }
    Some(at)
}

/// The variables that a part of a rule binds.
fn variables(rule: &[TokenTree]) -> Vec<String> {
    let (mut rule, mut names) = (rule, Vec::new());
    while let Some((part, long)) = part(rule, true) {
        rule = &rule[long..];
        match part {
            Part::Variable(name, _) => names.push(name),
            Part::Repeated { inner, .. } => names.extend(variables(&inner)),
            Part::Token(TokenTree::Group(it)) => {
                names.extend(variables(&it.stream().into_iter().collect::<Vec<_>>()));
            }
            Part::Token(_) => {}
        }
    }
    names
}

/// How many tokens a fragment of that kind has.
fn fragment(kind: &str, tokens: &[TokenTree]) -> Option<usize> {
    fn of<T>(parse: fn(ParseStream<'_>) -> syn::Result<T>, tokens: &[TokenTree]) -> Option<usize> {
        let rest = |input: ParseStream<'_>| {
            parse(input)?;
            input.parse::<TokenStream>()
        };
        let rest = rest.parse2(tokens.iter().cloned().collect()).ok()?;
        Some(tokens.len() - rest.into_iter().count())
    }
    match kind {
        "tt" => tokens.first().map(|_| 1),
        "ident" => matches!(tokens.first()?, TokenTree::Ident(_)).then_some(1),
        "literal" => of(|it| it.parse::<syn::Lit>(), tokens),
        "ty" => of(|it| it.parse::<syn::Type>(), tokens),
        "path" => of(|it| it.parse::<syn::Path>(), tokens),
        "meta" => of(|it| it.parse::<Meta>(), tokens),
        "vis" => of(|it| it.parse::<syn::Visibility>(), tokens),
        "expr" => of(|it| it.parse::<syn::Expr>(), tokens),
        "item" => of(|it| it.parse::<Item>(), tokens),
        _ => None,
    }
}

fn make(rule: &[TokenTree], bounds: &Bounds) -> Vec<TokenTree> {
    let (mut rule, mut made) = (rule, Vec::new());
    while let Some((part, long)) = part(rule, false) {
        match part {
            Part::Variable(name, _) => match bounds.get(&name) {
                Some(Bound::One(tokens)) => made.extend(tokens.iter().cloned()),
                // `$crate`, or a variable of a macro within.
                _ if name == "crate" => made.push(rule[1].clone()),
                _ => made.extend(rule[..long].iter().cloned()),
            },
            Part::Repeated { inner, separator, .. } => {
                let names = used(&inner);
                let all = names.iter().find_map(|it| match bounds.get(it) {
                    Some(Bound::Many(all)) => Some(all),
                    _ => None,
                });
                for (ix, one) in all.into_iter().flat_map(|it| it.iter()).enumerate() {
                    if let (Some(sign), true) = (separator, ix > 0) {
                        made.push(proc_macro2::Punct::new(sign, proc_macro2::Spacing::Alone).into());
                    }
                    let mut within = bounds.clone();
                    // Others that are repeated as often go along.
                    for name in &names {
                        if let Some(Bound::Many(all)) = bounds.get(name)
                            && let Some(it) = all.get(ix).and_then(|it| it.get(name))
                        {
                            within.insert(name.clone(), it.clone());
                        }
                    }
                    within.extend(
                        one.iter()
                            .filter(|(name, _)| names.contains(name))
                            .map(|(a, b)| (a.clone(), b.clone())),
                    );
                    made.extend(make(&inner, &within));
                }
            }
            Part::Token(TokenTree::Group(it)) => {
                let within = make(&it.stream().into_iter().collect::<Vec<_>>(), bounds);
                made.push(Group::new(it.delimiter(), within.into_iter().collect()).into());
            }
            Part::Token(it) => made.push(it.clone()),
        }
        rule = &rule[long..];
    }
    made
}

/// The variables that a part of what a rule makes uses.
fn used(rule: &[TokenTree]) -> Vec<String> {
    let (mut rule, mut names) = (rule, Vec::new());
    while let Some((part, long)) = part(rule, false) {
        rule = &rule[long..];
        match part {
            Part::Variable(name, _) => names.push(name),
            Part::Repeated { inner, .. } => names.extend(used(&inner)),
            Part::Token(TokenTree::Group(it)) => {
                names.extend(used(&it.stream().into_iter().collect::<Vec<_>>()));
            }
            Part::Token(_) => {}
        }
    }
    names
}

/// Tokens as a person would write them on one line.
pub fn written(it: &impl ToTokens) -> String {
    let text = it.to_token_stream().to_string().replace('\n', " ");
    let mut out = text;
    for (from, to) in [
        (" :: ", "::"),
        (":: ", "::"),
        (" ::", "::"),
        (" < ", "<"),
        ("< ", "<"),
        (" >", ">"),
        ("& ", "&"),
        ("# [", "#["),
        (" ,", ","),
        (" :", ":"),
        ("( ", "("),
        (" )", ")"),
        ("[ ", "["),
        (" ]", "]"),
        (" ;", ";"),
        (",)", ")"),
        (", }", " }"),
        (",>", ">"),
    ] {
        out = out.replace(from, to);
    }
    let mut tight = String::new();
    for it in out.chars() {
        let after_name = it == '('
            && tight.ends_with(' ')
            && tight.trim_end().ends_with(|it: char| it.is_alphanumeric() || matches!(it, '_' | '>'))
            && !tight.ends_with("-> ");
        if after_name {
            tight.pop();
        }
        tight.push(it);
    }
    tight
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(rules_text: &str, tokens: &str) -> String {
        let rules = rules(rules_text.parse().unwrap());
        written(&expand(&rules, tokens.parse().unwrap()).unwrap())
    }

    #[test]
    fn a_macro_is_expanded() {
        let list = "($($(#[$meta:meta])* $name:ident: $ty:ty,)*) => { struct All { $($(#[$meta])* pub $name: $ty,)* } };";
        assert_eq!(
            made(list, "a: Vec<u8>, #[x] b: (u8, u8),"),
            "struct All { pub a: Vec<u8>, #[x] pub b: (u8, u8) }"
        );
        let nested =
            "($($name:ident { $($option:ident),* })*) => { $(enum $name { $($option),* } use $name::*;)* };";
        assert_eq!(made(nested, "A { B, C } D {}"), "enum A { B, C } use A::*; enum D { } use D::*;");
        let first = "(one $it:tt) => { $it }; ($($it:tt)*) => { many!{ $($it)* } };";
        assert_eq!(made(first, "one {}"), "{ }");
        assert_eq!(made(first, "two three"), "many ! { two three }");
    }
}
