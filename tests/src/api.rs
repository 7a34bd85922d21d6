//! The public items of the crates, one a line: what a user of the library can name, and what a change adds and removes.
//!
//! They are read from the sources, as `lib.rs` exports them; how macros are expanded is in [`crate::expand`].

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
};

use syn::{Attribute, Fields, ImplItem, Item, Meta, Signature, TraitItem, Type, UseTree, Visibility};

use crate::expand::{Modules, modules, written};

/// The crates that have a listing: the name, and where the sources are, from the root of the repository.
pub const CRATES: &[(&str, &str)] = &[
    ("joint-meeting", "crates/joint-meeting/src"),
    ("joint-meeting-documents", "crates/joint-meeting-documents/src"),
    ("joint-meeting-fleet", "crates/joint-meeting-fleet/src"),
    ("joint-meeting-store", "crates/joint-meeting-store/src"),
    ("joint-meeting-tables", "crates/joint-meeting-tables/src"),
];

const HEAD: &str = "\
# Every public item, one a line. Generated from the sources: `cargo xtask generate`. Do not edit.
# Items that macros make are among them. After `impl` stand the traits of a type, derived or not; those of a feature are left out.
";

/// The file that holds the listing of a crate.
pub fn path(krate: &str) -> PathBuf {
    crate::folder("..").join(format!("docs/api/{krate}.txt"))
}

/// The listing of a crate, as its sources have it.
pub fn listing(krate: &str, sources: &str) -> String {
    let modules = modules(&crate::folder("..").join(sources));
    let lines = lines(&krate.replace('-', "_"), &modules);
    HEAD.to_owned() + &lines.iter().map(|it| format!("{it}\n")).collect::<String>()
}

/// What the sources of a crate have and its listing has not, with `+`, and what they no longer have, with `-`.
pub fn changes(krate: &str, sources: &str) -> Vec<String> {
    let (listed, is) = (fs::read_to_string(path(krate)).unwrap_or_default(), listing(krate, sources));
    let (listed, is): (BTreeSet<&str>, BTreeSet<&str>) = (listed.lines().collect(), is.lines().collect());
    let added = is.difference(&listed).map(|it| format!("+ {it}"));
    listed.difference(&is).map(|it| format!("- {it}")).chain(added).collect()
}

fn lines(krate: &str, modules: &Modules) -> Vec<String> {
    let traits = modules.values().flatten().filter_map(|it| match it {
        Item::Trait(it) => Some(it.ident.to_string()),
        _ => None,
    });
    let mut api = Api { modules, traits: traits.collect(), lines: BTreeSet::new(), named: BTreeMap::new() };
    api.module(&[], krate);
    for item in modules.values().flatten() {
        match item {
            Item::Impl(it) => api.implementation(it),
            Item::Macro(it) if has(&it.attrs, "macro_export") && !is_hidden(&it.attrs) => {
                let name = it.ident.as_ref().map(ToString::to_string).unwrap_or_default();
                api.line(&format!("{krate}::{name}"), "macro ", "!");
            }
            _ => {}
        }
    }
    for (path, traits) in std::mem::take(&mut api.named).into_values() {
        // Conversions have a line each: some types have many.
        let (from, others): (Vec<String>, Vec<String>) =
            traits.into_iter().partition(|it| it.contains("From<"));
        for it in from {
            api.line(&path, &format!("impl {it} for "), "");
        }
        if !others.is_empty() {
            api.line(&path, "impl ", &format!(": {}", others.join(", ")));
        }
    }
    api.lines.into_iter().map(|(_, line)| line).collect()
}

struct Api<'m> {
    modules: &'m Modules,
    /// Those that the crate declares itself.
    traits: BTreeSet<String>,
    /// In the order of their paths.
    lines: BTreeSet<(String, String)>,
    /// The types and traits that are public, by their names: the path, and the traits that a type has.
    named: BTreeMap<String, (String, BTreeSet<String>)>,
}

impl<'m> Api<'m> {
    fn line(&mut self, path: &str, before: &str, after: &str) {
        self.lines.insert((path.to_owned(), format!("{before}{path}{after}")));
    }

    fn module(&mut self, at: &[String], public: &str) {
        let modules = self.modules;
        for item in modules.get(at).into_iter().flatten() {
            match item {
                Item::Mod(it) if is_public(&it.vis) => {
                    let name = it.ident.to_string();
                    self.module(&[at, std::slice::from_ref(&name)].concat(), &format!("{public}::{name}"));
                }
                Item::Use(it) if is_public(&it.vis) && !is_hidden(&it.attrs) => {
                    for (target, name) in flat(&it.tree) {
                        self.export(at, target, &name, public);
                    }
                }
                _ => {
                    if let Some((name, _)) = name(item).filter(|(_, vis)| is_public(vis)) {
                        self.item(item, &format!("{public}::{name}"));
                    }
                }
            }
        }
    }

    /// What a `use` in a module makes public.
    fn export(&mut self, at: &[String], target: Vec<String>, name: &str, public: &str) {
        let public = format!("{public}::{name}");
        let Some(path) = self.absolute(at, &target) else {
            return self.line(&public, "use ", &format!(" = {}", target.join("::")));
        };
        if self.modules.contains_key(&path) {
            return self.module(&path, &public);
        }
        match self.find(&path, 0) {
            Some(item) => self.item(item, &public),
            None => panic!("`{}` is exported and not found", path.join("::")),
        }
    }

    fn absolute(&self, at: &[String], path: &[String]) -> Option<Vec<String>> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => Some([at, rest].concat()),
            "super" => {
                self.absolute(&at[..at.len().saturating_sub(1)], &[&["self".to_owned()], rest].concat())
            }
            _ => {
                let below = [at, std::slice::from_ref(first)].concat();
                self.modules.contains_key(&below).then(|| [at, path].concat())
            }
        }
    }

    /// The item of a path; re-exports are followed.
    fn find(&self, path: &[String], followed: u8) -> Option<&'m Item> {
        let (last, above) = path.split_last()?;
        let modules = self.modules;
        let items = modules.get(above)?;
        let here = items.iter().find(|it| name(it).is_some_and(|(name, _)| name == *last));
        here.or_else(|| {
            let uses =
                items.iter().filter_map(|it| if let Item::Use(it) = it { Some(&it.tree) } else { None });
            let (target, _) = uses.flat_map(flat).find(|(_, name)| name == last)?;
            let target = self.absolute(above, &target).filter(|_| followed < 16)?;
            self.find(&target, followed + 1)
        })
    }

    fn item(&mut self, item: &Item, path: &str) {
        let (attributes, derived) = match item {
            Item::Struct(it) => (&it.attrs, true),
            Item::Enum(it) => (&it.attrs, true),
            Item::Trait(it) => (&it.attrs, true),
            Item::Fn(it) => (&it.attrs, false),
            Item::Const(it) => (&it.attrs, false),
            Item::Static(it) => (&it.attrs, false),
            Item::Type(it) => (&it.attrs, false),
            _ => return,
        };
        if is_hidden(attributes) {
            return;
        }
        if let (true, Some((name, _))) = (derived, name(item)) {
            self.named.entry(name).or_insert_with(|| (path.to_owned(), derives(attributes)));
        }
        let open = if has(attributes, "non_exhaustive") { "#[non_exhaustive] " } else { "" };
        match item {
            Item::Struct(it) => {
                self.line(path, &format!("{open}struct "), &written(&it.generics));
                self.fields(&it.fields, path);
            }
            Item::Enum(it) => {
                self.line(path, &format!("{open}enum "), &written(&it.generics));
                for variant in &it.variants {
                    let fields = written(&bare(&variant.fields));
                    let open = if has(&variant.attrs, "non_exhaustive") { "#[non_exhaustive] " } else { "" };
                    let space = if matches!(variant.fields, Fields::Named(_)) { " " } else { "" };
                    self.line(
                        &format!("{path}::{}", variant.ident),
                        &format!("{open}variant "),
                        &format!("{space}{fields}"),
                    );
                }
            }
            Item::Trait(it) => {
                self.line(path, "trait ", &written(&it.generics));
                for item in &it.items {
                    match item {
                        TraitItem::Fn(it) => self.function(&it.sig, path),
                        TraitItem::Const(it) => {
                            self.line(
                                &format!("{path}::{}", it.ident),
                                "const ",
                                &format!(": {}", written(&it.ty)),
                            );
                        }
                        TraitItem::Type(it) => self.line(&format!("{path}::{}", it.ident), "type ", ""),
                        _ => {}
                    }
                }
            }
            Item::Fn(it) => self.signature(&it.sig, path),
            Item::Const(it) => self.line(path, "const ", &format!(": {}", written(&it.ty))),
            Item::Static(it) => self.line(path, "static ", &format!(": {}", written(&it.ty))),
            Item::Type(it) => {
                self.line(path, "type ", &format!("{} = {}", written(&it.generics), written(&it.ty)))
            }
            _ => {}
        }
    }

    fn fields(&mut self, fields: &Fields, path: &str) {
        for (ix, it) in fields.iter().enumerate().filter(|(_, it)| is_public(&it.vis)) {
            let name = it.ident.as_ref().map_or(ix.to_string(), ToString::to_string);
            self.line(&format!("{path}::{name}"), "field ", &format!(": {}", written(&it.ty)));
        }
    }

    fn function(&mut self, signature: &Signature, of: &str) {
        self.signature(signature, &format!("{of}::{}", signature.ident));
    }

    fn signature(&mut self, signature: &Signature, path: &str) {
        let name = format!("fn {}", signature.ident);
        // That a parameter is changed within is of no account to who calls.
        let text = written(signature).replace("(mut ", "(").replace(", mut ", ", ");
        let (before, after) = text.split_once(&name).unwrap_or_default();
        self.line(path, &format!("{before}fn "), after);
    }

    fn implementation(&mut self, it: &syn::ItemImpl) {
        let Type::Path(of) = &*it.self_ty else { return };
        let Some(name) = of.path.segments.last().map(|it| it.ident.to_string()) else { return };
        let Some((path, _)) = self.named.get(&name).cloned() else { return };
        if let Some((_, of, _)) = &it.trait_ {
            let Some(last) = of.segments.last() else { return };
            let own = self.traits.contains(&last.ident.to_string());
            // The traits of a feature are not told apart from those that are always there.
            if (!own || self.named.contains_key(&last.ident.to_string())) && last.ident != "JsonSchema" {
                self.named.entry(name).and_modify(|(_, traits)| {
                    traits.insert(written(last));
                });
            }
            return;
        }
        for item in &it.items {
            match item {
                ImplItem::Fn(it) if is_public(&it.vis) && !is_hidden(&it.attrs) => {
                    self.function(&it.sig, &path)
                }
                ImplItem::Const(it) if is_public(&it.vis) && !is_hidden(&it.attrs) => {
                    self.line(&format!("{path}::{}", it.ident), "const ", &format!(": {}", written(&it.ty)));
                }
                _ => {}
            }
        }
    }
}

fn is_public(it: &Visibility) -> bool {
    matches!(it, Visibility::Public(_))
}

fn has(attributes: &[Attribute], name: &str) -> bool {
    attributes.iter().any(|it| it.path().is_ident(name))
}

fn is_hidden(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|it| matches!(&it.meta, Meta::List(it) if it.path.is_ident("doc") && it.tokens.to_string() == "hidden"))
}

fn name(item: &Item) -> Option<(String, &Visibility)> {
    let (name, vis) = match item {
        Item::Struct(it) => (&it.ident, &it.vis),
        Item::Enum(it) => (&it.ident, &it.vis),
        Item::Trait(it) => (&it.ident, &it.vis),
        Item::Fn(it) => (&it.sig.ident, &it.vis),
        Item::Const(it) => (&it.ident, &it.vis),
        Item::Static(it) => (&it.ident, &it.vis),
        Item::Type(it) => (&it.ident, &it.vis),
        _ => return None,
    };
    Some((name.to_string(), vis))
}

/// Fields without their attributes.
fn bare(fields: &Fields) -> Fields {
    let mut fields = fields.clone();
    fields.iter_mut().for_each(|it| it.attrs.clear());
    fields
}

/// The traits that a type derives.
fn derives(attributes: &[Attribute]) -> BTreeSet<String> {
    let mut traits = BTreeSet::new();
    for it in attributes.iter().filter(|it| it.path().is_ident("derive")) {
        let _ = it.parse_nested_meta(|it| {
            let name = it.path.segments.last().map(|it| it.ident.to_string()).unwrap_or_default();
            traits.insert(if name == "Deserialize" { "Deserialize<'de>".to_owned() } else { name });
            Ok(())
        });
    }
    // thiserror's derive writes both.
    if traits.contains("Error") {
        traits.insert("Display".to_owned());
    }
    traits
}

/// What a `use` names: the path of each thing, and the name that it gets.
fn flat(tree: &UseTree) -> Vec<(Vec<String>, String)> {
    match tree {
        UseTree::Path(it) => {
            let above = it.ident.to_string();
            let below = flat(&it.tree).into_iter();
            below.map(|(path, name)| ([vec![above.clone()], path].concat(), name)).collect()
        }
        UseTree::Name(it) => vec![(vec![it.ident.to_string()], it.ident.to_string())],
        UseTree::Rename(it) => vec![(vec![it.ident.to_string()], it.rename.to_string())],
        UseTree::Group(it) => it.items.iter().flat_map(flat).collect(),
        UseTree::Glob(_) => Vec::new(),
    }
}
