//! TODO: law/function/channel

use crate::{kernel::resolver::since, state::function::Channel};

since! { Channel(opened.at); }
