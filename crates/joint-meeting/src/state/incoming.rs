//! The slice of what came in: letters, instructions, matters of citizens and streets so far.

use crate::{
    state::thing::{Things, things},
    terms::{
        deed::Deed,
        id::{IncomingId, Text, UnitId},
        sorted::{Map, Set},
        time::Time,
        words::IncomingKind,
    },
};

/// What came in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct IncomingPapers {
    pub(crate) all: Things<IncomingId, Incoming>,
    /// What is neither answered nor filed.
    pub(crate) open: Set<IncomingId>,
}

things! {
    /// Something that came in (来文来件).
    pub struct Incoming {
        /// What it is.
        kind: copy IncomingKind,
        /// From whom it came, a unit of the body or anyone else.
        sender: by_ref Text,
        /// What it is about.
        subject: by_ref Text,
        /// When it was registered, and the entry: the entry says what else there is to say of it.
        registered: copy Deed,
        /// To which units it was passed on, with when and the entry.
        passed_on: by_ref Map<UnitId, Deed>,
        /// When it was answered, filed or taken on as a matter from above, and the entry.
        ended: copy Option<Deed>,
    }
}

impl Incoming {
    /// When it was registered or last passed on.
    pub(crate) fn last_step(&self) -> Time {
        self.passed_on.values().map(|it| it.at).fold(self.registered.at, Time::max)
    }
}

impl IncomingPapers {
    /// Ends what came in.
    pub(crate) fn end(&mut self, id: &IncomingId, ended: Deed) {
        if let Some(it) = self.all.get_mut(id) {
            it.ended = Some(ended);
        }
        self.open.remove(id);
    }
}
