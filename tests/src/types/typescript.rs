//! The types as TypeScript declarations.

use super::model::{Is, Shape, Type};

const HEAD: &str = "\
// What crosses the border of joint-meeting, as plain JSON: what is handed in, and what is answered.
// Generated from the Rust types: `cargo xtask generate`. Do not edit.

/** Any JSON. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };
";

pub(super) fn write(types: &[Type]) -> String {
    let mut out = HEAD.to_owned();
    for it in types {
        out += "\n";
        out += &doc("", &it.doc);
        out += &one(it);
    }
    out
}

fn one(it: &Type) -> String {
    let name = &it.name;
    match &it.is {
        Is::Alias(shape) => format!("export type {name} = {};\n", show(shape)),
        Is::Union(variants) => {
            let one = |(shape, says): &(Shape, String)| format!("{}  | {}", doc("  ", says), show(shape));
            format!("export type {name} =\n{};\n", variants.iter().map(one).collect::<Vec<_>>().join("\n"))
        }
        Is::Record(fields) => {
            let fields = fields.iter().map(|it| {
                let mark = if it.required { "" } else { "?" };
                format!("{}  {}{mark}: {};\n", doc("  ", &it.doc), key(&it.name), show(&it.shape))
            });
            format!("export interface {name} {{\n{}}}\n", fields.collect::<String>())
        }
    }
}

fn show(shape: &Shape) -> String {
    match shape {
        Shape::Any => "Json".to_owned(),
        Shape::Text => "string".to_owned(),
        Shape::Integer => "number".to_owned(),
        Shape::Boolean => "boolean".to_owned(),
        Shape::Null => "null".to_owned(),
        Shape::Word(word) => format!("\"{word}\""),
        Shape::Named(name) => name.clone(),
        Shape::List(it) if matches!(**it, Shape::OneOf(_)) => format!("({})[]", show(it)),
        Shape::List(it) => format!("{}[]", show(it)),
        Shape::Map(key, it) if matches!(**key, Shape::Text) => format!("{{ [key: string]: {} }}", show(it)),
        Shape::Map(key, it) => format!("{{ [key in {}]?: {} }}", show(key), show(it)),
        Shape::OneOf(all) => all.iter().map(show).collect::<Vec<_>>().join(" | "),
    }
}

/// A field name, in quotes where it is no identifier.
fn key(name: &str) -> String {
    let plain = name.chars().all(|it| it.is_ascii_alphanumeric() || it == '_');
    if plain { name.to_owned() } else { format!("\"{name}\"") }
}

fn doc(indent: &str, text: &str) -> String {
    let text = text.replace("*/", "* /");
    match text.lines().collect::<Vec<_>>().as_slice() {
        [] => String::new(),
        [line] => format!("{indent}/** {line} */\n"),
        lines => {
            let lines = lines.iter().map(|it| format!("{indent} * {it}").trim_end().to_owned() + "\n");
            format!("{indent}/**\n{}{indent} */\n", lines.collect::<String>())
        }
    }
}
