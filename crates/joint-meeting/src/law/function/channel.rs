//! TODO: law/function/channel

use crate::{kernel::resolver::since, state::function::DataChannel};

since! { DataChannel(opened.at); }
