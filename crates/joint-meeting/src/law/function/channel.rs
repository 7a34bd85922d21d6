//! The moment before which nothing about a data channel can happen.

use crate::{kernel::resolver::since, state::function::DataChannel};

since! { DataChannel(opened.at); }
