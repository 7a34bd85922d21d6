//! The moment before which nothing about a matter from above can happen.

use crate::{kernel::resolver::since, state::function::Matter};

since! { Matter(accepted.at); }
