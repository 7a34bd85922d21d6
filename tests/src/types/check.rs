//! Whether a value is as a schema says: for the part of JSON Schema that our schemas use.
//!
//! Patterns and formats are not looked at, but for the form of dates and times.

use serde_json::{Map, Value};

/// The first thing that is not as the schema says, and where.
pub fn check(value: &Value, name: &str, all: &Map<String, Value>) -> Result<(), String> {
    Checking { all }.value(value, &all[name]).map_err(|(path, why)| format!("{name}{path}: {why}"))
}

type Wrong = (String, String);

fn wrong<T>(why: impl Into<String>) -> Result<T, Wrong> {
    Err((String::new(), why.into()))
}

struct Checking<'a> {
    all: &'a Map<String, Value>,
}

impl Checking<'_> {
    fn value(&self, value: &Value, schema: &Value) -> Result<(), Wrong> {
        let Some(schema) = schema.as_object() else { return Ok(()) };
        for (keyword, says) in schema {
            self.keyword(value, keyword, says, schema)?;
        }
        Ok(())
    }

    fn keyword(
        &self,
        value: &Value,
        keyword: &str,
        says: &Value,
        schema: &Map<String, Value>,
    ) -> Result<(), Wrong> {
        let holds = match keyword {
            "$ref" => {
                let name = says.as_str().unwrap_or_default().trim_start_matches("#/$defs/");
                return self.value(value, &self.all[name]);
            }
            "const" => value == says,
            "enum" => says.as_array().is_some_and(|all| all.contains(value)),
            "type" if says.is_array() => says.as_array().into_iter().flatten().any(|it| is_of(value, it)),
            "type" => is_of(value, says),
            "oneOf" => return self.one_of(value, says, true),
            "anyOf" => return self.one_of(value, says, false),
            "properties" | "additionalProperties" | "propertyNames" => {
                return value.as_object().map_or(Ok(()), |it| self.fields(it, keyword, says, schema));
            }
            "required" => {
                let missing = says.as_array().into_iter().flatten().filter_map(Value::as_str);
                missing.into_iter().all(|it| !value.is_object() || value.get(it).is_some())
            }
            "items" => {
                for (ix, it) in value.as_array().into_iter().flatten().enumerate() {
                    self.value(it, says).map_err(|(path, why)| (format!("[{ix}]{path}"), why))?;
                }
                true
            }
            "maxItems" => {
                value.as_array().is_none_or(|it| it.len() as u64 <= says.as_u64().unwrap_or_default())
            }
            "minimum" => value.as_i64().is_none_or(|it| it >= says.as_i64().unwrap_or_default()),
            "maximum" => value.as_i64().is_none_or(|it| it <= says.as_i64().unwrap_or_default()),
            "minLength" => length(value).is_none_or(|it| it >= says.as_u64().unwrap_or_default()),
            "maxLength" => length(value).is_none_or(|it| it <= says.as_u64().unwrap_or_default()),
            "format" => value.as_str().is_none_or(|it| is_form(it, says)),
            "title" | "description" | "default" | "pattern" => true,
            _ => panic!("`{keyword}` is not in the part of JSON Schema that we use"),
        };
        if holds { Ok(()) } else { wrong(format!("{value} is not as `{keyword}` says: {says}")) }
    }

    fn one_of(&self, value: &Value, schemas: &Value, exactly: bool) -> Result<(), Wrong> {
        let schemas: Vec<&Value> = schemas.as_array().into_iter().flatten().collect();
        match schemas.iter().filter(|it| self.value(value, it).is_ok()).count() {
            0 => wrong(format!("none of {} fits", schemas.len())),
            1 => Ok(()),
            _ if !exactly => Ok(()),
            several => wrong(format!("{several} of {} fit", schemas.len())),
        }
    }

    fn fields(
        &self,
        fields: &Map<String, Value>,
        keyword: &str,
        says: &Value,
        schema: &Map<String, Value>,
    ) -> Result<(), Wrong> {
        for (name, value) in fields {
            let known = schema.get("properties").and_then(|it| it.get(name));
            match (keyword, known) {
                ("properties", Some(known)) => self.value(value, known),
                ("additionalProperties", None) if *says == false => wrong("there is no such field"),
                ("additionalProperties", None) => self.value(value, says),
                ("propertyNames", _) => self.value(&Value::from(name.as_str()), says),
                _ => Ok(()),
            }
            .map_err(|(path, why)| (format!(".{name}{path}"), why))?;
        }
        Ok(())
    }
}

fn is_of(value: &Value, kind: &Value) -> bool {
    match kind.as_str() {
        Some("object") => value.is_object(),
        Some("array") => value.is_array(),
        Some("string") => value.is_string(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("boolean") => value.is_boolean(),
        _ => value.is_null(),
    }
}

fn length(value: &Value) -> Option<u64> {
    value.as_str().map(|it| it.chars().count() as u64)
}

fn is_form(text: &str, form: &Value) -> bool {
    match form.as_str() {
        Some("date") => text.parse::<joint_meeting::time::Date>().is_ok(),
        Some("date-time") => text.parse::<joint_meeting::time::Time>().is_ok(),
        _ => true,
    }
}
