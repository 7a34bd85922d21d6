//! The digest of a text, and the one way in which a value is written to be digested.

use serde::Serialize;
use serde_json::Value;

use crate::terms::{json, order};

/// The SHA-256 of some bytes, in hexadecimal.
pub fn digest(bytes: &[u8]) -> String {
    use sha2::Digest;
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut hex = String::with_capacity(64);
    for byte in sha2::Sha256::digest(bytes) {
        for nibble in [byte >> 4, byte & 15] {
            hex.push(HEX.get(usize::from(nibble)).copied().map_or('?', char::from));
        }
    }
    hex
}

/// JSON with one spelling: no white space, `type` first and then the keys in order, no floats.
pub(crate) fn canonical(value: &impl Serialize) -> String {
    let mut out = String::new();
    // The library's types have string keys and no floats, so that nothing can fail here.
    write(&serde_json::to_value(value).unwrap_or(Value::Null), &mut out);
    out
}

pub(crate) fn write(value: &Value, out: &mut String) {
    match value {
        Value::Object(map) => {
            let mut keys: Vec<&String> = map.keys().collect();
            order::sort_by_key(&mut keys, |it| (*it != "type", *it));
            out.push('{');
            for (ix, key) in keys.into_iter().enumerate() {
                if ix > 0 {
                    out.push(',');
                }
                scalar(key, out);
                out.push(':');
                write(map.get(key).unwrap_or(&Value::Null), out);
            }
            out.push('}');
        }
        Value::Array(all) => {
            out.push('[');
            for (ix, it) in all.iter().enumerate() {
                if ix > 0 {
                    out.push(',');
                }
                write(it, out);
            }
            out.push(']');
        }
        Value::String(_) | Value::Number(_) | Value::Bool(_) | Value::Null => scalar(value, out),
    }
}

fn scalar(value: &impl Serialize, out: &mut String) {
    out.push_str(&json::to_string(value));
}
