//! The word that a value has on the wire.

use crate::terms::record::Word;

/// The word of a value on the wire.
pub(crate) fn word(it: &impl Word) -> String {
    it.word().to_owned()
}
