//! How a thing of the state is written down: everyone may read its fields, only the core writes them.
//!
//! What each kind of thing holds is in the file of its concept.

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
