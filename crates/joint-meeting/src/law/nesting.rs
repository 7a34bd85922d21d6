//! Nesting: the lower bodies (下级联席会议) that units set up beside this one, each under its own charter.
//!
//! A lower body inherits nothing; its own affairs are kept in a journal of its own and not here.

pub(crate) mod duties;
pub(crate) mod link_child;
pub(crate) mod record_child;

use crate::{
    kernel::resolver::{since, stands_for},
    state::nesting::Child,
    terms::id::ChildId,
};

since! { Child(recorded.at); }

stands_for! { ChildId => Child in nesting.children; }
