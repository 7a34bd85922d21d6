#![doc = include_str!("../README.md")]
// The face of the crate: what is public of it.
#![cfg_attr(docsrs, feature(doc_cfg))]
#![cfg_attr(
    not(test),
    deny(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)
)]

// Floor by floor, from the lowest: words; the contract and what rests on it alone; the stores, beside each other.
mod terms;

mod contract;

mod file;
#[cfg(feature = "postgres")]
mod postgres;
#[cfg(feature = "sqlite")]
mod sqlite;

#[cfg(feature = "postgres")]
pub use crate::postgres::Postgres;
#[cfg(feature = "sqlite")]
pub use crate::sqlite::Sqlite;
pub use crate::{
    contract::{
        Store, Stored,
        held::{Held, TRIES},
        opened::OpenBodies,
        shelf::Shelf,
        verified::{Verified, for_each_head, verify, verify_all},
        whole::{Exported, create, export, import, upgrade},
    },
    file::{
        File, Repaired,
        disk::{Disk, Locked, SystemDisk},
    },
    terms::{
        chinese::in_chinese,
        disguise::Disguise,
        error::StoreError,
        line::NewLine,
        name::{BODY_NAME_MAX, BodyName, BodyNameError},
        source::CharterSource,
    },
};
