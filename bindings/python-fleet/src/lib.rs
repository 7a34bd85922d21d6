//! The door for Python: columns of Arrow in, columns of Arrow out, by the interface of capsules that every engine speaks.
//!
//! It holds no rule and no column of its own. What a person sees is the package `joint_meeting_fleet` beside it.

mod ask;
mod capsule;
mod columns;
mod given;

use pyo3::prelude::*;

/// What the package is built on.
#[pymodule]
mod _core {
    #[pymodule_export]
    use super::{
        ask::{PyFleetCharters, ask},
        columns::{PyColumns, columns},
    };
}
