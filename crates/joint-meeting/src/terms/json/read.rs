//! The reading of typed values from JSON text in one pass, in which every error learns the path to where it arose.
//!
//! An object is never read from a list of its fields, and no key may stand twice in it.

use std::borrow::Cow;

use serde::{
    Deserialize, Deserializer,
    de::{self, Expected, IntoDeserializer, Unexpected, Visitor, value::StrDeserializer},
    forward_to_deserialize_any,
};

use crate::terms::json::{
    read_error::ReadError,
    scan::{Keys, Scanner, Token},
};

impl Token<'_> {
    /// That something else was expected.
    #[cold]
    fn instead_of(&self, expected: &dyn Expected) -> ReadError {
        let found = match self {
            Self::Null => Unexpected::Unit,
            Self::Bool(it) => Unexpected::Bool(*it),
            Self::Whole(it) => Unexpected::Unsigned(*it),
            Self::Negative(it) => Unexpected::Signed(*it),
            Self::Word(it) => Unexpected::Str(it),
            Self::List => Unexpected::Seq,
            Self::Object => Unexpected::Map,
        };
        de::Error::invalid_type(found, expected)
    }
}

impl<'j> Scanner<'j> {
    /// Reads an object, after which nothing may follow.
    pub(crate) fn whole<T: Deserialize<'j>>(&mut self) -> Result<T, ReadError> {
        if self.peek() != Some(b'{') {
            return Err(de::Error::custom("expected an object"));
        }
        let value = T::deserialize(&mut *self)?;
        self.end().map(|()| value)
    }

    fn list<V: Visitor<'j>>(&mut self, visitor: V) -> Result<V::Value, ReadError> {
        let mut elements = Elements { scanner: self, next: 0, is_over: false };
        let value = visitor.visit_seq(&mut elements)?;
        all_read(elements.is_over || !elements.step()?, value)
    }

    fn object<V: Visitor<'j>>(&mut self, visitor: V, watch: Option<Watch>) -> Result<V::Value, ReadError> {
        let key = self.place();
        let mut entries = Entries { scanner: self, key, watch, is_first: true, is_over: false };
        let value = visitor.visit_map(&mut entries)?;
        all_read(entries.is_over || entries.step()?.is_none(), value)
    }

    /// Where the `type` of an object stands, unless it is its first key.
    fn tag(&mut self) -> Result<Option<Watch>, ReadError> {
        let begin = self.place();
        let (mut tag, mut is_first) = (None, true);
        while let Some(key) = self.key(is_first)? {
            if key == "type" {
                tag = (!is_first).then(|| Watch::Tag { value: self.place(), is_told: false });
                break;
            }
            self.skip().map_err(|why| why.under(&key))?;
            is_first = false;
        }
        self.go_to(begin);
        Ok(tag)
    }
}

/// The value, unless something was left unread.
fn all_read<T>(all: bool, value: T) -> Result<T, ReadError> {
    if all { Ok(value) } else { Err(de::Error::custom("more than is expected here")) }
}

macro_rules! read_words {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'j>>(self, visitor: V) -> Result<V::Value, ReadError> {
            if self.peek() != Some(b'"') {
                return Err(self.token()?.instead_of(&visitor));
            }
            match self.word()? {
                Cow::Borrowed(it) => visitor.visit_borrowed_str(it),
                Cow::Owned(it) => visitor.visit_str(&it),
            }
        }
    )*};
}

impl<'j> Deserializer<'j> for &mut Scanner<'j> {
    type Error = ReadError;

    fn deserialize_any<V: Visitor<'j>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.token()? {
            Token::Null => visitor.visit_unit(),
            Token::Bool(it) => visitor.visit_bool(it),
            Token::Whole(it) => visitor.visit_u64(it),
            Token::Negative(it) => visitor.visit_i64(it),
            Token::Word(Cow::Borrowed(it)) => visitor.visit_borrowed_str(it),
            Token::Word(Cow::Owned(it)) => visitor.visit_str(&it),
            Token::List => self.list(visitor),
            Token::Object => self.object(visitor, Some(Watch::Keys(Keys::default()))),
        }
    }

    read_words! { deserialize_str deserialize_string deserialize_char deserialize_identifier }

    fn deserialize_seq<V: Visitor<'j>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.token()? {
            Token::List => self.list(visitor),
            other => Err(other.instead_of(&visitor)),
        }
    }

    fn deserialize_map<V: Visitor<'j>>(self, visitor: V) -> Result<V::Value, ReadError> {
        match self.token()? {
            Token::Object => self.object(visitor, Some(Watch::Keys(Keys::default()))),
            _ => Err(de::Error::custom(format_args!("expected {}", &visitor as &dyn Expected))),
        }
    }

    /// Fields are told in the order in which they stand, but for a `type` that is said to be the first.
    fn deserialize_struct<V: Visitor<'j>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        match self.token()? {
            Token::Object => {
                let watch = if fields.first() == Some(&"type") { self.tag()? } else { None };
                self.object(visitor, watch)
            }
            other => Err(other.instead_of(&visitor)),
        }
    }

    fn deserialize_option<V: Visitor<'j>>(self, visitor: V) -> Result<V::Value, ReadError> {
        if self.peek() != Some(b'n') {
            return visitor.visit_some(self);
        }
        self.token()?;
        visitor.visit_none()
    }

    fn deserialize_newtype_struct<V: Visitor<'j>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'j>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        let one_key = || de::Error::invalid_value(Unexpected::Map, &"an object with one key");
        match self.token()? {
            Token::Word(word) => visitor.visit_enum(Variant { word: &word, value: None, is_whole: false }),
            Token::Object => {
                let is_whole = self.is_in_nothing();
                let word = self.key(true)?.ok_or_else(one_key)?;
                let value = visitor.visit_enum(Variant { word: &word, value: Some(self), is_whole })?;
                if self.key(false)?.is_none() { Ok(value) } else { Err(one_key()) }
            }
            _ => Err(de::Error::custom("expected a word, or an object with one key")),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'j>>(self, visitor: V) -> Result<V::Value, ReadError> {
        self.skip()?;
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        <W: Visitor<'j>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 bytes byte_buf unit unit_struct tuple tuple_struct
    }
}

struct Elements<'s, 'j> {
    scanner: &'s mut Scanner<'j>,
    next: usize,
    is_over: bool,
}

impl Elements<'_, '_> {
    /// Steps to the next element; whether there is one.
    fn step(&mut self) -> Result<bool, ReadError> {
        self.is_over = !self.scanner.element(self.next == 0)?;
        self.next += 1;
        Ok(!self.is_over)
    }
}

impl<'j> de::SeqAccess<'j> for &mut Elements<'_, 'j> {
    type Error = ReadError;

    fn next_element_seed<T: de::DeserializeSeed<'j>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, ReadError> {
        let ix = self.next;
        if self.is_over || !self.step()? {
            return Ok(None);
        }
        seed.deserialize(&mut *self.scanner).map(Some).map_err(|why| why.under_place(ix))
    }
}

/// What is watched in an object whose entries are not just told one after the other.
enum Watch {
    /// The keys that were told, where nobody else looks whether one stands twice.
    Keys(Keys),
    /// The `type` that is told before all others, although it is not the first.
    Tag {
        /// Where its value stands.
        value: usize,
        is_told: bool,
    },
}

/// The entries of an object.
struct Entries<'s, 'j> {
    scanner: &'s mut Scanner<'j>,
    /// Where the last key stands that was told.
    key: usize,
    watch: Option<Watch>,
    is_first: bool,
    is_over: bool,
}

impl<'j> Entries<'_, 'j> {
    /// Steps to the next key; none at the end of the object.
    #[inline(never)]
    fn step(&mut self) -> Result<Option<Cow<'j, str>>, ReadError> {
        if self.watch.is_some() {
            return self.watched();
        }
        self.next()
    }

    fn next(&mut self) -> Result<Option<Cow<'j, str>>, ReadError> {
        self.key = self.scanner.place();
        let key = self.scanner.key(self.is_first)?;
        (self.is_first, self.is_over) = (false, key.is_none());
        Ok(key)
    }

    #[inline(never)]
    fn watched(&mut self) -> Result<Option<Cow<'j, str>>, ReadError> {
        if let Some(Watch::Tag { is_told: false, .. }) = self.watch {
            return Ok(Some(Cow::Borrowed("type")));
        }
        let key = self.next()?;
        match &mut self.watch {
            Some(Watch::Tag { value, .. }) if *value == self.scanner.place() => {
                self.scanner.skip()?;
                self.next()
            }
            Some(Watch::Keys(keys)) => {
                key.iter().try_for_each(|it| keys.add(it, self.scanner))?;
                Ok(key)
            }
            _ => Ok(key),
        }
    }

    /// Puts the key before the path to what is wrong with its value.
    #[cold]
    fn under_key(&self, why: ReadError, is_tag: bool) -> ReadError {
        match self.scanner.key_at(self.key) {
            Some(key) if !is_tag => why.under(&key),
            _ => why.under("type"),
        }
    }
}

impl<'j> de::MapAccess<'j> for &mut Entries<'_, 'j> {
    type Error = ReadError;

    fn next_key_seed<K: de::DeserializeSeed<'j>>(&mut self, seed: K) -> Result<Option<K::Value>, ReadError> {
        if self.is_over {
            return Ok(None);
        }
        let Some(key) = self.step()? else { return Ok(None) };
        let read: StrDeserializer<'_, ReadError> = (&*key).into_deserializer();
        seed.deserialize(read).map(Some).map_err(|why| why.under(&key))
    }

    fn next_value_seed<V: de::DeserializeSeed<'j>>(&mut self, seed: V) -> Result<V::Value, ReadError> {
        if let Some(Watch::Tag { value, is_told: is_told @ false }) = &mut self.watch {
            *is_told = true;
            let begin = self.scanner.place();
            self.scanner.go_to(*value);
            let read = seed.deserialize(&mut *self.scanner).map_err(|why| self.under_key(why, true));
            self.scanner.go_to(begin);
            return read;
        }
        seed.deserialize(&mut *self.scanner).map_err(|why| self.under_key(why, false))
    }
}

struct Variant<'s, 'j> {
    word: &'s str,
    value: Option<&'s mut Scanner<'j>>,
    /// Whether it is all there is, so that only the word can tell where something is wrong with it.
    is_whole: bool,
}

impl<'j> de::EnumAccess<'j> for Variant<'_, 'j> {
    type Error = ReadError;
    type Variant = Self;

    fn variant_seed<V: de::DeserializeSeed<'j>>(self, seed: V) -> Result<(V::Value, Self), ReadError> {
        let read: StrDeserializer<'_, ReadError> = self.word.into_deserializer();
        match seed.deserialize(read) {
            Ok(variant) => Ok((variant, self)),
            Err(why) => Err(if self.is_whole { why.under(self.word) } else { why }),
        }
    }
}

impl<'s, 'j> Variant<'s, 'j> {
    /// Reads its value.
    fn read<T>(self, read: impl FnOnce(&'s mut Scanner<'j>) -> Result<T, ReadError>) -> Result<T, ReadError> {
        let Some(scanner) = self.value else {
            return Err(de::Error::custom(format_args!("`{}` needs a value", self.word)));
        };
        read(scanner).map_err(|why| why.under(self.word))
    }
}

impl<'j> de::VariantAccess<'j> for Variant<'_, 'j> {
    type Error = ReadError;

    fn unit_variant(self) -> Result<(), ReadError> {
        match self.value.map(Scanner::token).transpose()? {
            None | Some(Token::Null) => Ok(()),
            Some(_) => Err(de::Error::custom(format_args!("`{}` takes no value", self.word))),
        }
    }

    fn newtype_variant_seed<T: de::DeserializeSeed<'j>>(self, seed: T) -> Result<T::Value, ReadError> {
        self.read(|it| seed.deserialize(it))
    }

    fn tuple_variant<V: Visitor<'j>>(self, _: usize, visitor: V) -> Result<V::Value, ReadError> {
        self.read(|it| it.deserialize_seq(visitor))
    }

    fn struct_variant<V: Visitor<'j>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ReadError> {
        self.read(|it| it.deserialize_struct("", fields, visitor))
    }
}
