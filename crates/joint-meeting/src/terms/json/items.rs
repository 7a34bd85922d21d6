//! The writing of what stands between two brackets of JSON.

use serde::{
    Serialize,
    de::value::Error as WriteError,
    ser::{
        SerializeMap, SerializeSeq, SerializeStruct, SerializeStructVariant, SerializeTuple,
        SerializeTupleStruct, SerializeTupleVariant,
    },
};

use crate::terms::json::write::Writer;

/// What stands between two brackets.
pub(crate) struct Items<'w> {
    pub(super) writer: &'w mut Writer,
    /// Where the first of it begins.
    pub(super) begin: usize,
    /// How many entries of objects around it are noted, if they are put in order.
    pub(super) before: usize,
    pub(super) end: &'static str,
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

    /// Notes the key that was written from here on, and goes on to its value.
    fn after_key(&mut self, begin: usize) {
        let Writer { json, order } = &mut *self.writer;
        if let Some(order) = order {
            order.note(json, begin);
        }
        json.push(':');
    }

    #[inline(never)]
    fn key(&mut self, key: &str) -> Result<(), WriteError> {
        self.comma();
        let begin = self.writer.json.len();
        self.writer.word(key)?;
        self.after_key(begin);
        Ok(())
    }

    pub(super) fn field<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<(), WriteError> {
        self.key(key)?;
        value.serialize(&mut *self.writer)
    }

    #[inline(never)]
    pub(super) fn finish(self) -> Result<(), WriteError> {
        let Writer { json, order } = self.writer;
        if let Some(order) = order {
            order.put(json, self.before);
        }
        json.push_str(self.end);
        Ok(())
    }
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

items! { SerializeSeq serialize_element, SerializeTuple serialize_element, SerializeTupleStruct serialize_field,
SerializeTupleVariant serialize_field }

fields! { SerializeStruct SerializeStructVariant }

impl SerializeMap for Items<'_> {
    type Ok = ();
    type Error = WriteError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), WriteError> {
        self.comma();
        let begin = self.writer.json.len();
        key.serialize(&mut *self.writer)?;
        // A key is a string, whatever it is elsewhere.
        if !self.writer.json.ends_with('"') {
            self.writer.json.insert(begin, '"');
            self.writer.json.push('"');
        }
        self.after_key(begin);
        Ok(())
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), WriteError> {
        self.finish()
    }
}
