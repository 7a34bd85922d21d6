//! The writing of values as JSON text without white space, with their keys as they come or in the one order of digests.

use std::fmt::{self, Write as _};

use serde::{Serialize, Serializer, de::value::Error as WriteError, ser};

use crate::terms::{
    bytes,
    json::{items::Items, order::Order},
};

/// So many bytes most texts do not exceed.
const USUAL: usize = 512;

/// What was written so far.
pub(crate) struct Writer {
    pub(super) json: String,
    pub(super) order: Option<Order>,
}

impl Writer {
    /// One that leaves keys as they come.
    pub(crate) fn new() -> Self {
        Self { json: String::with_capacity(USUAL), order: None }
    }

    /// One that puts keys in order.
    pub(crate) fn in_order() -> Self {
        Self { order: Some(Order::default()), ..Self::new() }
    }

    /// The JSON text of a value. The library's types have string keys and nothing else that could fail.
    pub(crate) fn text(mut self, value: &impl Serialize) -> String {
        match value.serialize(&mut self) {
            Ok(()) => self.json,
            Err(_) => String::new(),
        }
    }

    /// Writes what needs no escape.
    #[inline(never)]
    fn display(&mut self, it: fmt::Arguments<'_>) -> Result<(), WriteError> {
        // Writing to a string does not fail.
        let _ = self.json.write_fmt(it);
        Ok(())
    }

    #[inline(never)]
    pub(super) fn word(&mut self, word: &str) -> Result<(), WriteError> {
        self.json.push('"');
        self.escaped(word);
        self.json.push('"');
        Ok(())
    }

    /// What stands in a string for a text.
    fn escaped(&mut self, text: &str) {
        let mut rest = text;
        loop {
            let (plain, after) = rest.split_at_checked(bytes::plain(rest.as_bytes())).unwrap_or((rest, ""));
            self.json.push_str(plain);
            let mut after = after.chars();
            match after.next() {
                Some(it @ ('"' | '\\')) => self.json.extend(['\\', it]),
                Some('\n') => self.json.push_str("\\n"),
                Some('\r') => self.json.push_str("\\r"),
                Some('\t') => self.json.push_str("\\t"),
                Some('\u{8}') => self.json.push_str("\\b"),
                Some('\u{C}') => self.json.push_str("\\f"),
                Some(it) => drop(write!(self.json, "\\u{:04x}", u32::from(it))),
                None => return,
            }
            rest = after.as_str();
        }
    }

    fn list(&mut self) -> Items<'_> {
        self.begin('[', "]")
    }

    fn object(&mut self) -> Items<'_> {
        self.begin('{', "}")
    }

    fn begin(&mut self, bracket: char, end: &'static str) -> Items<'_> {
        self.json.push(bracket);
        let before = self.order.as_ref().map_or(0, Order::len);
        Items { begin: self.json.len(), writer: self, before, end }
    }

    /// Begins an object of one key, whose value is to follow.
    fn variant(&mut self, word: &str) {
        self.json.push('{');
        let _ = self.word(word);
        self.json.push(':');
    }
}

/// Values whose JSON is how they are displayed.
macro_rules! plain {
    ($($method:ident $ty:ty),*) => {$(
        fn $method(self, it: $ty) -> Result<(), WriteError> {
            self.display(format_args!("{it}"))
        }
    )*};
}

impl<'w> Serializer for &'w mut Writer {
    type Ok = ();
    type Error = WriteError;
    type SerializeSeq = Items<'w>;
    type SerializeTuple = Items<'w>;
    type SerializeTupleStruct = Items<'w>;
    type SerializeTupleVariant = Items<'w>;
    type SerializeMap = Items<'w>;
    type SerializeStruct = Items<'w>;
    type SerializeStructVariant = Items<'w>;

    plain! {
        serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64, serialize_i128 i128,
        serialize_u8 u8, serialize_u16 u16, serialize_u32 u32, serialize_u64 u64, serialize_u128 u128,
        serialize_bool bool
    }

    fn serialize_f32(self, it: f32) -> Result<(), WriteError> {
        self.serialize_f64(it.into())
    }

    /// No value of the library has a fraction; one of a host may.
    fn serialize_f64(self, it: f64) -> Result<(), WriteError> {
        if it.is_finite() { self.display(format_args!("{it:?}")) } else { self.serialize_unit() }
    }

    fn serialize_char(self, it: char) -> Result<(), WriteError> {
        self.word(it.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, it: &str) -> Result<(), WriteError> {
        self.word(it)
    }

    fn collect_str<T: fmt::Display + ?Sized>(self, it: &T) -> Result<(), WriteError> {
        self.json.push('"');
        let written = Escaping(self).write_fmt(format_args!("{it}"));
        self.json.push('"');
        written.map_err(ser::Error::custom)
    }

    fn serialize_bytes(self, it: &[u8]) -> Result<(), WriteError> {
        self.collect_seq(it)
    }

    fn serialize_none(self) -> Result<(), WriteError> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, it: &T) -> Result<(), WriteError> {
        it.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), WriteError> {
        self.json.push_str("null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), WriteError> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, word: &'static str) -> Result<(), WriteError> {
        self.word(word)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        it: &T,
    ) -> Result<(), WriteError> {
        it.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        word: &'static str,
        it: &T,
    ) -> Result<(), WriteError> {
        let mut object = self.object();
        object.field(word, it)?;
        object.finish()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Items<'w>, WriteError> {
        Ok(self.list())
    }

    fn serialize_tuple(self, _: usize) -> Result<Items<'w>, WriteError> {
        Ok(self.list())
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Items<'w>, WriteError> {
        Ok(self.list())
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        word: &'static str,
        _: usize,
    ) -> Result<Items<'w>, WriteError> {
        self.variant(word);
        Ok(self.begin('[', "]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Items<'w>, WriteError> {
        Ok(self.object())
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Items<'w>, WriteError> {
        Ok(self.object())
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        word: &'static str,
        _: usize,
    ) -> Result<Items<'w>, WriteError> {
        self.variant(word);
        Ok(self.begin('{', "}}"))
    }
}

/// What is displayed, within a string.
struct Escaping<'w>(&'w mut Writer);

impl fmt::Write for Escaping<'_> {
    fn write_str(&mut self, it: &str) -> fmt::Result {
        self.0.escaped(it);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn awkward() -> Value {
        let all: String = (0..0x80).filter_map(char::from_u32).chain("中\u{2028}😀".chars()).collect();
        let keys = json!({ all.as_str(): 1, "type": "x", "a\"b": -1, "a!": null, "": [[], {}, true], "中": u64::MAX });
        json!([all, keys, i64::MIN, 0, "", [keys]])
    }

    #[test]
    fn it_writes_what_serde_json_writes() {
        #[derive(Serialize)]
        enum All {
            Unit,
            New(Option<char>),
            Pair(u8, ()),
            Fields { b: i128, a: std::collections::BTreeMap<u32, Vec<u8>> },
        }
        let fields = All::Fields { b: i128::MIN, a: [(7, vec![1]), (3, Vec::new())].into() };
        let all =
            (awkward(), [All::Unit, All::New(Some('"')), All::New(None), All::Pair(1, ()), fields], 1.5);
        assert_eq!(Writer::new().text(&all), serde_json::to_string(&all).unwrap());
    }

    #[test]
    fn keys_are_put_in_order_as_they_are_spelled_without_escapes() {
        fn check(value: &Value) -> String {
            match value {
                Value::Object(all) => {
                    let mut keys: Vec<_> = all.iter().collect();
                    keys.sort_by_key(|(key, _)| (*key != "type", *key));
                    let entries = keys.into_iter().map(|(key, it)| format!("{}:{}", json!(key), check(it)));
                    format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
                }
                Value::Array(all) => format!("[{}]", all.iter().map(check).collect::<Vec<_>>().join(",")),
                other => other.to_string(),
            }
        }
        assert_eq!(Writer::in_order().text(&awkward()), check(&awkward()));
    }
}
