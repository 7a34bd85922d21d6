//! The writing of values as JSON text without white space, with their keys as they come or in the one order of digests.

use std::{
    borrow::Cow,
    fmt::{self, Write as _},
};

use serde::{
    Serialize, Serializer,
    de::value::Error as WriteError,
    ser::{
        self, SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
        SerializeTupleStruct, SerializeTupleVariant,
    },
};

use crate::terms::{
    bytes,
    json::scan::{Scanner, Token},
};

/// What was written so far.
#[derive(Default)]
pub(crate) struct Writer {
    json: String,
    /// Whether keys are put in order, `type` before all others.
    orders: bool,
}

impl Writer {
    /// One that puts keys in order.
    pub(crate) fn in_order() -> Self {
        Self { orders: true, ..Self::default() }
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
    fn word(&mut self, word: &str) -> Result<(), WriteError> {
        self.json.push('"');
        self.escaped(word);
        self.json.push('"');
        Ok(())
    }

    /// What stands in a string for a text.
    fn escaped(&mut self, text: &str) {
        let mut rest = text;
        loop {
            let (plain, after) = rest.split_at_checked(bytes::plain(rest)).unwrap_or((rest, ""));
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
        Items { begin: self.json.len(), writer: self, places: Vec::new(), end }
    }

    /// Begins an object of one key, whose value is to follow.
    fn variant(&mut self, word: &str) {
        self.json.push('{');
        let _ = self.word(word);
        self.json.push(':');
    }
}

/// What stands between two brackets.
pub(crate) struct Items<'w> {
    writer: &'w mut Writer,
    begin: usize,
    /// Where each entry of an object begins, if they are put in order.
    places: Vec<usize>,
    end: &'static str,
}

impl Items<'_> {
    fn comma(&mut self) {
        if self.writer.json.len() > self.begin {
            self.writer.json.push(',');
        }
    }

    fn element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        self.comma();
        value.serialize(&mut *self.writer)
    }

    fn before_key(&mut self) {
        self.comma();
        if self.writer.orders {
            self.places.push(self.writer.json.len());
        }
    }

    #[inline(never)]
    fn key(&mut self, key: &str) -> Result<(), WriteError> {
        self.before_key();
        self.writer.word(key)?;
        self.writer.json.push(':');
        Ok(())
    }

    fn field<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<(), WriteError> {
        self.key(key)?;
        value.serialize(&mut *self.writer)
    }

    #[inline(never)]
    fn finish(mut self) -> Result<(), WriteError> {
        if self.places.len() > 1 {
            self.put_in_order();
        }
        self.writer.json.push_str(self.end);
        Ok(())
    }

    /// Puts the entries of an object in order, and among them the commas.
    fn put_in_order(&mut self) {
        let json = &mut self.writer.json;
        let written = json.split_off(self.begin);
        let ends = self.places.iter().skip(1).map(|it| it - 1).chain([self.begin + written.len()]);
        let entry = |(begin, end): (&usize, usize)| written.get(begin - self.begin..end - self.begin);
        let mut entries: Vec<_> =
            self.places.iter().zip(ends).filter_map(entry).map(|it| (key(it), it)).collect();
        entries.sort_unstable();
        for (ix, (_, entry)) in entries.into_iter().enumerate() {
            if ix > 0 {
                json.push(',');
            }
            json.push_str(entry);
        }
    }
}

/// The key with which an entry begins; `type` goes before all others.
fn key(entry: &str) -> Option<Cow<'_, str>> {
    match Scanner::new(entry).token() {
        Ok(Token::Word(key)) if key != "type" => Some(key),
        _ => None,
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

/// The kinds of lists there are.
macro_rules! items {
    ($($kind:ident $method:ident),*) => {$(
        impl $kind for Items<'_> {
            type Ok = ();
            type Error = WriteError;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
                self.element(value)
            }

            fn end(self) -> Result<(), WriteError> {
                self.finish()
            }
        }
    )*};
}

/// The kinds of structs there are.
macro_rules! fields {
    ($($kind:ident)*) => {$(
        impl $kind for Items<'_> {
            type Ok = ();
            type Error = WriteError;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> Result<(), WriteError> {
                self.field(key, value)
            }

            fn end(self) -> Result<(), WriteError> {
                self.finish()
            }
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

items! { SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleStruct serialize_field,
SerializeTupleVariant serialize_field }

fields! { SerializeStruct SerializeStructVariant }

impl SerializeMap for Items<'_> {
    type Ok = ();
    type Error = WriteError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), WriteError> {
        self.before_key();
        let begin = self.writer.json.len();
        key.serialize(&mut *self.writer)?;
        // A key is a string, whatever it is elsewhere.
        if !self.writer.json.ends_with('"') {
            self.writer.json.insert(begin, '"');
            self.writer.json.push('"');
        }
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        self.writer.json.push(':');
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), WriteError> {
        self.finish()
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
        assert_eq!(Writer::default().text(&all), serde_json::to_string(&all).unwrap());
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
