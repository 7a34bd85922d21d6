//! The things of the state: how one is written down, and how those of a kind are kept by their names.
//!
//! Everyone may read the fields of a thing; only the core writes them.
//! What each kind of thing holds is in the file of its concept.

use std::borrow::Borrow;

use crate::terms::sorted::{LongMap, LongMapPairs};

/// The things of a kind by their names. Each is kept in a place of its own: they are large, and what is beside a name in its
/// run is moved when another comes between.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Things<K, T>(LongMap<K, Box<T>>);

impl<K, T> Default for Things<K, T> {
    fn default() -> Self {
        Self(LongMap::new())
    }
}

impl<K: Ord, T> Things<K, T> {
    pub(crate) fn get<Q: Ord + ?Sized>(&self, name: &Q) -> Option<&T>
    where
        K: Borrow<Q>,
    {
        self.0.get(name).map(Box::as_ref)
    }

    pub(crate) fn get_key_value<Q: Ord + ?Sized>(&self, name: &Q) -> Option<(&K, &T)>
    where
        K: Borrow<Q>,
    {
        self.0.get_key_value(name).map(|(name, it)| (name, it.as_ref()))
    }

    pub(crate) fn get_mut(&mut self, name: &K) -> Option<&mut T> {
        self.0.get_mut(name).map(Box::as_mut)
    }

    /// The thing of a name; where there is none, it is made.
    pub(crate) fn get_or_insert_with(&mut self, name: &K, make: impl FnOnce() -> T) -> &mut T
    where
        K: Clone,
    {
        self.0.get_or_insert_with(name, || Box::new(make()))
    }

    pub(crate) fn contains_key<Q: Ord + ?Sized>(&self, name: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.0.contains_key(name)
    }

    pub(crate) fn insert(&mut self, name: K, thing: T) {
        self.0.insert(name, Box::new(thing));
    }

    /// All of them, in the order of their names.
    pub(crate) fn iter(&self) -> ThingsIter<'_, K, T> {
        self.0.iter().map(|(name, it)| (name, it.as_ref()))
    }

    pub(crate) fn iter_mut(&mut self) -> impl Iterator<Item = (&K, &mut T)> {
        self.0.iter_mut().map(|(name, it)| (name, it.as_mut()))
    }

    pub(crate) fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + Clone {
        self.0.keys()
    }

    pub(crate) fn values(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.0.values().map(Box::as_ref)
    }
}

type ThingsIter<'t, K, T> =
    std::iter::Map<LongMapPairs<'t, K, Box<T>>, fn((&'t K, &'t Box<T>)) -> (&'t K, &'t T)>;

impl<'t, K: Ord, T> IntoIterator for &'t Things<K, T> {
    type Item = (&'t K, &'t T);
    type IntoIter = ThingsIter<'t, K, T>;

    fn into_iter(self) -> ThingsIter<'t, K, T> {
        self.iter()
    }
}

/// Structs whose fields are written in the core and read from anywhere, by a method of the same name. How a field is
/// kept and shown is said before its type: `copy` shows a copy of it, `by_ref` a reference, `list` keeps a vector and
/// shows a slice, `some` keeps an option and shows what is in it, `rare` does so with what few things have and keeps it apart.
macro_rules! things {
    ($(
        $(#[$meta:meta])*
        pub struct $name:ident { $($(#[$field_meta:meta])+ $field:ident: $how:ident $ty:ty,)* }
    )*) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub struct $name {
            $($(#[$field_meta])+ pub(crate) $field: crate::state::thing::kept!($how $ty),)*
        }

        impl $name { $(
            $(#[$field_meta])+
            pub fn $field(&self) -> crate::state::thing::shown!($how $ty) {
                crate::state::thing::show!($how self.$field)
            }
        )* }
    )*};
}

macro_rules! kept {
    (copy $ty:ty) => { $ty };
    (by_ref $ty:ty) => { $ty };
    (list $ty:ty) => { Vec<$ty> };
    (some $ty:ty) => { Option<$ty> };
    (rare $ty:ty) => { Option<Box<$ty>> };
}

macro_rules! shown {
    (copy $ty:ty) => { $ty };
    (by_ref $ty:ty) => { &$ty };
    (list $ty:ty) => { &[$ty] };
    (some $ty:ty) => { Option<&$ty> };
    (rare $ty:ty) => { Option<&$ty> };
}

macro_rules! show {
    (copy $field:expr) => {
        $field
    };
    (by_ref $field:expr) => {
        &$field
    };
    (list $field:expr) => {
        &$field
    };
    (some $field:expr) => {
        $field.as_ref()
    };
    (rare $field:expr) => {
        $field.as_deref()
    };
}

pub(crate) use {kept, show, shown, things};
