//! The moment before which nothing about a matter from above can happen.

use crate::{kernel::resolver::since, state::function::AssignedMatter};

since! { AssignedMatter(accepted.at); }
