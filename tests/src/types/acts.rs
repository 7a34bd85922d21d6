//! The acts as Python functions, each of which makes the act of its name.

use super::{
    model::{Field, Is, Shape, Type},
    python::{KEYWORDS, doc, show},
};

const HEAD: &str = "\
\"\"\"The acts, each made by a function of its name: `Countersign(minutes=\"n1\", version=1, unit=\"health\")`.

Generated from the Rust types: `cargo xtask generate`. Do not edit.
\"\"\"

from __future__ import annotations

from joint_meeting._text import act

TYPE_CHECKING = False
if TYPE_CHECKING:
    from joint_meeting import types
    from joint_meeting._text import Day, Moment
";

pub(super) fn write(types: &[Type]) -> String {
    let find = |name: &str| types.iter().find(|it| it.name == name);
    let Some(Type { is: Is::Union(variants), .. }) = find("Act") else { return HEAD.to_owned() };
    let acts = variants.iter().flat_map(|(it, _)| it.names()).filter_map(find);
    HEAD.to_owned() + &acts.map(one).collect::<String>()
}

fn one(it: &Type) -> String {
    let Is::Record(fields) = &it.is else { return String::new() };
    let name = &it.name;
    let mut fields: Vec<&Field> = fields.iter().filter(|it| it.name != "type").collect();
    fields.sort_by_key(|it| !it.required);
    let parameters: String = fields.iter().map(|it| format!("    {},\n", parameter(it))).collect();
    let about: String = fields.iter().map(|it| format!("\n{}: {}", it.name, flat(&it.doc))).collect();
    let about = if about.is_empty() { it.doc.clone() } else { format!("{}\n{about}", it.doc) };
    let given: String = fields.iter().map(|it| format!("        {0}={0},\n", python(&it.name))).collect();
    let star = if fields.is_empty() { "" } else { "    *,\n" };
    format!(
        "\n\ndef {name}(\n{star}{parameters}) -> types.{name}:\n{}    made: types.{name} = act(\n        \"{}\",\n{given}    )\n    return made\n",
        doc("    ", &about),
        snake(name),
    )
}

fn parameter(field: &Field) -> String {
    let shown = show(&shape(&field.shape));
    let name = python(&field.name);
    if field.required { format!("{name}: {shown}") } else { format!("{name}: {shown} | None = None") }
}

/// Dates and times may be given as Python's own; other names are those of the types.
fn shape(of: &Shape) -> Shape {
    match of {
        Shape::Named(name) if name == "Date" => Shape::Named("Day".to_owned()),
        Shape::Named(name) if name == "Time" => Shape::Named("Moment".to_owned()),
        Shape::Named(name) => Shape::Named(format!("types.{name}")),
        Shape::List(it) => Shape::List(Box::new(shape(it))),
        Shape::Map(key, it) => Shape::Map(Box::new(shape(key)), Box::new(shape(it))),
        Shape::OneOf(all) => Shape::OneOf(all.iter().map(shape).collect()),
        Shape::Word(it) => Shape::Word(it.clone()),
        Shape::Any => Shape::Named("types.Json".to_owned()),
        Shape::Text => Shape::Text,
        Shape::Integer => Shape::Integer,
        Shape::Boolean => Shape::Boolean,
        Shape::Null => Shape::Null,
    }
}

/// Words of the language get an underscore.
fn python(name: &str) -> String {
    if KEYWORDS.contains(&name) { format!("{name}_") } else { name.to_owned() }
}

fn flat(text: &str) -> String {
    text.lines().collect::<Vec<_>>().join(" ")
}

fn snake(name: &str) -> String {
    super::schema::file_name(name).replace('-', "_")
}
