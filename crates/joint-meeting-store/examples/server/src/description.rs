//! How the server describes itself: the routes say what each is asked, and the library's own schemas what is in it.

use joint_meeting::schema;
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};
use utoipa::openapi::OpenApi;

/// Where a description by OpenAPI keeps its schemas.
const SCHEMAS: &str = "/components/schemas";

/// The description of some routes with all schemas that they name.
pub fn whole(routes: OpenApi) -> Value {
    let mut whole = json!(routes);
    whole["info"] = json!({"title": "Records of joint meetings", "version": env!("CARGO_PKG_VERSION")});
    let mut schemas = library();
    schemas.insert("Problem".into(), problem());
    schemas.insert("Refused".into(), refused());
    whole["components"]["schemas"] = Value::Object(schemas);
    whole
}

/// All that the library reads and answers.
fn library() -> Map<String, Value> {
    // OpenAPI 3.1 is JSON Schema 2020-12, but for the place.
    let settings = SchemaSettings::draft2020_12().with(|it| it.definitions_path = SCHEMAS.into());
    let mut generator = settings.into_generator();
    schema::read(&mut generator);
    schema::written(&mut generator);
    generator.take_definitions(true)
}

fn problem() -> Value {
    json!({
        "description": "Why there is no answer: a kind for programs, and words.",
        "type": "object",
        "properties": {
            "error": {"type": "string"},
            "zh": {"type": "string"},
            "en": {"type": "string"},
        },
        "required": ["error"],
    })
}

fn refused() -> Value {
    json!({
        "description": "A refusal and its words, with every ground.",
        "type": "object",
        "properties": {"words": {"type": "string"}, "refused": {"$ref": "#/components/schemas/Refusal"}},
        "required": ["words", "refused"],
    })
}
