//! TODO: law/function/matter

use crate::{kernel::resolver::since, state::function::AssignedMatter};

since! { AssignedMatter(accepted.at); }
