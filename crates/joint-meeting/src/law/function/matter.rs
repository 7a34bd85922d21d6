//! TODO: law/function/matter

use crate::{kernel::resolver::since, state::function::Matter};

since! { Matter(accepted.at); }
