//! The versions of a body's charter, and which of them is in force or judges an act.

use std::sync::Arc;

use crate::{
    charter::Charter,
    kernel::transition,
    registry::acts::Act,
    state::{State, founding::Founding},
    terms::time::{Date, Time},
};

/// The versions of a charter, in order; never none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Charters(Arc<[Charter]>);

impl Charters {
    /// In the order of their versions, of which there is at least one.
    pub(super) fn new(charters: Vec<Charter>) -> Self {
        Self(charters.into())
    }

    pub(super) fn all(&self) -> &[Charter] {
        &self.0
    }

    pub(super) fn first(&self) -> &Charter {
        #[expect(clippy::indexing_slicing, reason = "`new` refuses an empty list")]
        &self.0[0]
    }

    fn only(&self) -> Option<&Charter> {
        if let [only] = &*self.0 { Some(only) } else { None }
    }

    pub(super) fn of_version(&self, version: Option<u32>) -> &Charter {
        version.and_then(|it| transition::of_version(&self.0, it)).unwrap_or_else(|| self.first())
    }

    pub(super) fn in_force(&self, founding: &Founding, date: Date) -> &Charter {
        self.only().unwrap_or_else(|| self.of_version(founding.version_on(date)))
    }

    /// The version that judges an act; where none prevails the newest that comes into question, and the others.
    pub(super) fn judging(&self, state: &State, act: &Act, at: Time) -> (&Charter, Vec<&Charter>) {
        if let Some(only) = self.only() {
            return (only, Vec::new());
        }
        if let Act::AdoptCharter(adopts) = act
            && !state.is_founded()
        {
            return (self.of_version(Some(adopts.version)), Vec::new());
        }
        let day = at.at_offset(self.first().offset()).date();
        let mut versions = transition::versions_of(&self.0, state, act.matter(state), day);
        let newest = self.of_version(versions.pop());
        (newest, versions.into_iter().map(|it| self.of_version(Some(it))).collect())
    }
}
