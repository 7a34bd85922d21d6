//! The definitions as a type system: the part of JSON Schema that our types need, and no more.

use serde_json::{Map, Value};

use super::schema::is_record;

/// A named type.
pub(super) struct Type {
    pub(super) name: String,
    pub(super) doc: String,
    /// Whether its variants have a `type`.
    pub(super) tagged: bool,
    pub(super) is: Is,
}

impl Type {
    /// The first name of a type.
    pub(super) fn alias(first: &str, now: &str) -> Self {
        let doc = format!("The first name of `{now}`, which stays.");
        Self { name: first.to_owned(), doc, tagged: false, is: Is::Alias(Shape::Named(now.to_owned())) }
    }
}

/// What a named type is.
pub(super) enum Is {
    /// An object with these fields.
    Record(Vec<Field>),
    /// One of several, each with what it means.
    Union(Vec<(Shape, String)>),
    /// Another name for something.
    Alias(Shape),
}

/// A field of a record.
pub(super) struct Field {
    pub(super) name: String,
    pub(super) doc: String,
    pub(super) shape: Shape,
    pub(super) required: bool,
}

/// What stands where a value can be.
pub(super) enum Shape {
    /// Any JSON.
    Any,
    Text,
    Integer,
    Boolean,
    Null,
    Word(String),
    Named(String),
    List(Box<Shape>),
    /// By its keys.
    Map(Box<Shape>, Box<Shape>),
    OneOf(Vec<Shape>),
}

impl Shape {
    /// The names it mentions.
    pub(super) fn names(&self) -> Vec<&str> {
        match self {
            Self::Named(name) => vec![name],
            Self::List(it) => it.names(),
            Self::Map(key, it) => [key.names(), it.names()].concat(),
            Self::OneOf(all) => all.iter().flat_map(Self::names).collect(),
            _ => Vec::new(),
        }
    }
}

/// The types, each after those it mentions where that is possible.
pub(super) fn types(definitions: &Map<String, Value>) -> Vec<Type> {
    let mut types = Vec::new();
    let mut seen = Vec::new();
    for name in definitions.keys() {
        visit(name, definitions, &mut seen, &mut types);
    }
    types
}

fn visit(name: &str, definitions: &Map<String, Value>, seen: &mut Vec<String>, types: &mut Vec<Type>) {
    if seen.iter().any(|it| it == name) {
        return;
    }
    seen.push(name.to_owned());
    let schema = &definitions[name];
    let is = is(schema);
    let shapes: Vec<&Shape> = match &is {
        Is::Record(fields) => fields.iter().map(|it| &it.shape).collect(),
        Is::Union(variants) => variants.iter().map(|(it, _)| it).collect(),
        Is::Alias(shape) => vec![shape],
    };
    for mentioned in shapes.into_iter().flat_map(Shape::names) {
        visit(mentioned, definitions, seen, types);
    }
    let tagged =
        |path: &str| definitions[path.trim_start_matches("#/$defs/")]["properties"].get("type").is_some();
    let variants = schema["oneOf"].as_array().into_iter().flatten();
    let tagged = variants.filter_map(|it| it["$ref"].as_str()).all(tagged);
    types.push(Type { name: name.to_owned(), doc: doc(schema), tagged, is });
}

fn is(schema: &Value) -> Is {
    if let Some(Value::Array(variants)) = schema.get("oneOf") {
        return Is::Union(variants.iter().map(|it| (shape(it), doc(it))).collect());
    }
    if is_record(schema) {
        let fields = schema.get("properties").and_then(Value::as_object).cloned().unwrap_or_default();
        return Is::Record(record(schema, &fields));
    }
    match shape(schema) {
        Shape::OneOf(all) => Is::Union(all.into_iter().map(|it| (it, String::new())).collect()),
        shape => Is::Alias(shape),
    }
}

/// The tag first, then what is required in the order of the Rust type, then the rest.
fn record(schema: &Value, fields: &Map<String, Value>) -> Vec<Field> {
    let required: Vec<&str> =
        schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let optional = fields.keys().map(String::as_str).filter(|it| !required.contains(it));
    let field = |name: &str| Field {
        name: name.to_owned(),
        doc: doc(&fields[name]),
        shape: shape(&fields[name]),
        required: required.contains(&name),
    };
    required.iter().copied().chain(optional).map(field).collect()
}

fn doc(schema: &Value) -> String {
    schema["description"].as_str().unwrap_or_default().to_owned()
}

fn shape(schema: &Value) -> Shape {
    let text = |key: &str| schema.get(key).and_then(Value::as_str).map(str::to_owned);
    let all = |key: &str| schema.get(key).and_then(Value::as_array);
    if let Some(path) = text("$ref") {
        return Shape::Named(path.trim_start_matches("#/$defs/").to_owned());
    }
    if let Some(word) = text("const") {
        return Shape::Word(word);
    }
    if let Some(words) = all("enum") {
        let words = words.iter().filter_map(Value::as_str).map(|it| Shape::Word(it.to_owned()));
        return Shape::OneOf(words.collect());
    }
    if let Some(shapes) = all("oneOf").or(all("anyOf")) {
        return Shape::OneOf(shapes.iter().map(shape).collect());
    }
    match &schema["type"] {
        Value::String(kind) => of_kind(kind, schema),
        Value::Array(kinds) => {
            Shape::OneOf(kinds.iter().filter_map(Value::as_str).map(|it| of_kind(it, schema)).collect())
        }
        _ => Shape::Any,
    }
}

fn of_kind(kind: &str, schema: &Value) -> Shape {
    match kind {
        "string" => Shape::Text,
        "integer" => Shape::Integer,
        "boolean" => Shape::Boolean,
        "null" => Shape::Null,
        "array" => Shape::List(Box::new(shape(&schema["items"]))),
        "object" if schema["additionalProperties"] == true => {
            Shape::Map(Box::new(Shape::Text), Box::new(Shape::Any))
        }
        "object" if schema["additionalProperties"].is_object() => {
            let key = schema.get("propertyNames").map_or(Shape::Text, shape);
            Shape::Map(Box::new(key), Box::new(shape(&schema["additionalProperties"])))
        }
        _ => panic!("not in the part of JSON Schema that we use: {schema}"),
    }
}
