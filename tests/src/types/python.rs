//! The types as Python: `TypedDict`s, `Literal` words and unions of them.

use std::collections::BTreeSet;

use super::model::{Field, Is, Shape, Type};

const HEAD: &str = "\
\"\"\"What crosses the border of joint-meeting, as plain JSON: what is handed in, and what is answered.

Generated from the Rust types: `cargo xtask generate`. Do not edit.
\"\"\"

from typing import Literal, NotRequired, TypeAlias, TypedDict, final

Json: TypeAlias = \"str | int | bool | None | list[Json] | dict[str, Json]\"
\"\"\"Any JSON.\"\"\"
";

/// Words that cannot name a field of a class.
const KEYWORDS: &[&str] = &["class", "from", "global", "import", "in", "is", "pass", "return", "with"];

pub(super) fn write(types: &[Type]) -> String {
    let mut out = HEAD.to_owned();
    let mut known = BTreeSet::new();
    let told_by_key: BTreeSet<&str> = types.iter().flat_map(untagged).collect();
    let mut after_class = false;
    for it in types {
        let is_class = matches!(it.is, Is::Record(_));
        out += if is_class || after_class { "\n\n" } else { "\n" };
        after_class = is_class;
        if told_by_key.contains(it.name.as_str()) {
            out += "@final\n";
        }
        out += &one(it, &known);
        known.insert(it.name.as_str());
    }
    out
}

/// Variants that are told apart by their key: only if they are final can a type checker do so.
fn untagged(it: &Type) -> Vec<&str> {
    match &it.is {
        Is::Union(variants) if !it.tagged => variants.iter().flat_map(|(it, _)| it.names()).collect(),
        _ => Vec::new(),
    }
}

fn one(it: &Type, known: &BTreeSet<&str>) -> String {
    let name = &it.name;
    match &it.is {
        Is::Alias(shape) => format!("{name}: TypeAlias = {}\n{}", show(shape), doc("", &it.doc)),
        Is::Union(variants) if variants.iter().all(|(it, _)| matches!(it, Shape::Word(_))) => {
            let words = variants.iter().map(|(shape, says)| match shape {
                Shape::Word(word) => format!("{}    \"{word}\",\n", comment("    ", says)),
                _ => String::new(),
            });
            format!("{name}: TypeAlias = Literal[\n{}]\n{}", words.collect::<String>(), doc("", &it.doc))
        }
        Is::Union(variants) => {
            let mut lines = String::new();
            for (ix, (shape, says)) in variants.iter().enumerate() {
                let or = if ix == 0 { "" } else { "| " };
                lines += &format!("{}    {or}{}\n", comment("    ", says), show(shape));
            }
            format!("{name}: TypeAlias = (\n{lines})\n{}", doc("", &it.doc))
        }
        Is::Record(fields) if fields.iter().all(|it| is_plain(&it.name)) => {
            let line =
                |it: &Field| format!("    {}: {}\n{}", it.name, annotation(it, known), doc("    ", &it.doc));
            let lines = fields.iter().map(line).collect::<Vec<_>>().join("\n");
            format!("class {name}(TypedDict):\n{}\n{lines}", doc("    ", &it.doc))
        }
        Is::Record(fields) => {
            let line = |it: &Field| {
                format!(
                    "{}        \"{}\": {},\n",
                    comment("        ", &it.doc),
                    it.name,
                    annotation(it, known)
                )
            };
            let lines: String = fields.iter().map(line).collect();
            format!("{name} = TypedDict(\n    \"{name}\",\n    {{\n{lines}    }},\n)\n{}", doc("", &it.doc))
        }
    }
}

/// The type of a field; as a string where it mentions what comes later.
fn annotation(field: &Field, known: &BTreeSet<&str>) -> String {
    let mut shown = show(&field.shape);
    if field.shape.names().into_iter().any(|it| !known.contains(it)) {
        shown = format!("\"{shown}\"");
    }
    if field.required { shown } else { format!("NotRequired[{shown}]") }
}

fn show(shape: &Shape) -> String {
    match shape {
        Shape::Any => "Json".to_owned(),
        Shape::Text => "str".to_owned(),
        Shape::Integer => "int".to_owned(),
        Shape::Boolean => "bool".to_owned(),
        Shape::Null => "None".to_owned(),
        Shape::Word(word) => format!("Literal[\"{word}\"]"),
        Shape::Named(name) => name.clone(),
        Shape::List(it) => format!("list[{}]", show(it)),
        Shape::Map(key, it) => format!("dict[{}, {}]", show(key), show(it)),
        Shape::OneOf(all) => all.iter().map(show).collect::<Vec<_>>().join(" | "),
    }
}

fn is_plain(name: &str) -> bool {
    !KEYWORDS.contains(&name) && name.chars().all(|it| it.is_ascii_alphanumeric() || it == '_')
}

fn doc(indent: &str, text: &str) -> String {
    let text = text.replace('\\', "\\\\").replace("\"\"\"", "'''");
    match text.lines().collect::<Vec<_>>().as_slice() {
        [] => String::new(),
        [line] if !line.ends_with('"') => format!("{indent}\"\"\"{line}\"\"\"\n"),
        [first, lines @ ..] => {
            let lines = lines.iter().map(|it| format!("{indent}{it}").trim_end().to_owned() + "\n");
            format!("{indent}\"\"\"{first}\n{}{indent}\"\"\"\n", lines.collect::<String>())
        }
    }
}

fn comment(indent: &str, text: &str) -> String {
    text.lines().map(|it| format!("{indent}# {it}").trim_end().to_owned() + "\n").collect()
}
