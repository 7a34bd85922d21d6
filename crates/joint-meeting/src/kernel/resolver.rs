//! The looking up of names, which remembers those that mean nothing and those that are taken.

use crate::{
    charter::{Charter, file::Clause, readings::ReadingKey, settings::values::Series},
    kernel::{
        correcting::Correcting,
        known,
        refusal::{Name, Refusal},
        view::{Ask, View},
    },
    state::{State, thing::Things},
    terms::{
        id::{PersonId, SeriesId, UnitId},
        order,
        record::Mention,
        time::Time,
    },
};

/// Something on which an act can build, and before whose last change the act cannot happen.
pub(crate) trait Since {
    /// The moment of that change; none for what has no such moment.
    fn since(&self) -> Option<Time> {
        None
    }
}

/// Says where a thing keeps the moment of its last change; a thing that has no such moment stands alone.
macro_rules! since {
    ($($thing:ident $(($($moment:tt)+))?;)*) => {$(
        impl crate::kernel::resolver::Since for $thing {
            $(fn since(&self) -> Option<crate::terms::time::Time> {
                crate::kernel::resolver::Since::since(&self.$($moment)+)
            })?
        }
    )*};
}

pub(crate) use since;

since! { Charter; Clause; Series; ReadingKey; UnitId; u8; }

/// A kind of name that stands for a kind of thing.
pub(crate) trait StandsFor: Ord + Mention + Sized + 'static {
    type Thing;

    /// All things of the kind, as the state keeps them.
    fn all(state: &State) -> &Things<Self, Self::Thing>;
}

/// Says what a kind of name stands for, and where the state keeps it.
macro_rules! stands_for {
    ($($id:ident => $thing:ident in $slice:ident.$all:ident;)*) => {$(
        impl crate::kernel::resolver::StandsFor for $id {
            type Thing = $thing;

            fn all(state: &crate::state::State) -> &crate::state::thing::Things<Self, $thing> {
                &state.$slice.$all
            }
        }
    )*};
}

pub(crate) use stands_for;

/// For how many unknown names of one act the nearest are looked for: an act that names more things that nobody knows is no
/// slip of the hand.
const SUGGESTED_FOR: usize = 32;

/// Looks names up, and remembers those that mean nothing or too much.
pub(crate) struct Resolver<'s> {
    pub(crate) state: &'s State,
    pub(crate) charter: &'s Charter,
    pub(crate) charters: &'s [Charter],
    pub(crate) correcting: Option<&'s Correcting>,
    /// For how many unknown names the nearest are still looked for.
    suggested_for: usize,
    unknown: Vec<Name>,
    taken: Vec<Name>,
}

impl<'s> Resolver<'s> {
    pub(crate) fn of(ask: &Ask<'s>) -> Self {
        let View { charter, charters, .. } = ask.view;
        let state = ask.state.whole();
        let correcting = ask.beside.correcting;
        let suggested_for = if ask.beside.is_tried { 0 } else { SUGGESTED_FOR };
        let (unknown, taken) = (Vec::new(), Vec::new());
        let mut resolver = Self { state, charter, charters, correcting, suggested_for, unknown, taken };
        // Nobody's name stands for anybody, where it is only asked who may.
        let is_somebody = !ask.by.spelling().is_placeholder() || ask.beside.unwritten.is_some();
        if state.founding.is_founded() && is_somebody {
            resolver.person(ask.by);
        }
        if let Some(recorder) = ask.beside.recorded_by.filter(|_| state.founding.is_founded()) {
            resolver.person(recorder);
        }
        resolver
    }

    /// A person of whom the body has to have heard.
    pub(crate) fn person(&mut self, person: &PersonId) {
        if !self.state.membership.knows_person(person) {
            self.unknown(person);
        }
    }

    /// What a name stands for.
    pub(crate) fn known<K: StandsFor>(&mut self, id: &K) -> Option<&'s K::Thing> {
        let found = K::all(self.state).get(id);
        if found.is_none() {
            self.unknown(id);
        }
        found
    }

    /// What a name stands for that may be left out.
    pub(crate) fn known_if_named<K: StandsFor>(&mut self, id: Option<&K>) -> Option<Option<&'s K::Thing>> {
        match id {
            Some(id) => self.known(id).map(Some),
            None => Some(None),
        }
    }

    /// The series of the charter of that name.
    pub(crate) fn series(&mut self, id: &SeriesId) -> Option<&'s Series> {
        let mut all = self.charter.settings().series.fixed().into_iter().flatten();
        let found = all.find(|it| it.id == *id);
        if found.is_none() {
            self.unknown(id);
        }
        found
    }

    /// What each of several names stands for; nothing unless all are known.
    pub(crate) fn all_known<'i, K: StandsFor>(
        &mut self,
        ids: impl IntoIterator<Item = &'i K>,
    ) -> Option<Vec<&'s K::Thing>> {
        let found: Vec<Option<&K::Thing>> = ids.into_iter().map(|it| self.known(it)).collect();
        found.into_iter().collect()
    }

    /// Checks that a name for a new thing is free, and records one that is not.
    pub(crate) fn free<K: StandsFor>(&mut self, id: &K) -> Option<()> {
        if !K::all(self.state).contains_key(id) {
            return Some(());
        }
        id.mention(&mut |kind, name| {
            self.taken.push(Name { kind, name: name.as_str().to_owned(), nearest: Vec::new() });
        });
        None
    }

    /// Records a name that means nothing here.
    pub(crate) fn unknown(&mut self, id: &impl Mention) {
        id.mention(&mut |kind, name| self.unknown_word(kind, name.as_str()));
    }

    /// Records a word that names nothing in the library itself.
    pub(crate) fn unknown_word(&mut self, kind: &'static str, word: &str) {
        if self.unknown.iter().any(|it| it.kind == kind && it.name == word) {
            return;
        }
        let nearest = match self.unknown.len() < self.suggested_for {
            true => known::near(&[kind], word, self.state, self.charter),
            false => Vec::new(),
        };
        self.unknown.push(Name { kind, name: word.to_owned(), nearest });
    }

    /// Records a word that is no option of a question of reading.
    pub(crate) fn unknown_option(&mut self, word: &str, options: impl IntoIterator<Item = &'static str>) {
        let nearest = known::near_options(word, options);
        self.unknown.push(Name { kind: "option", name: word.to_owned(), nearest });
    }

    /// Records names that were found to mean nothing or too much before.
    pub(crate) fn unsettled(&mut self, unknown: &[Name], taken: &[Name]) {
        self.unknown.extend_from_slice(unknown);
        self.taken.extend_from_slice(taken);
    }

    pub(crate) fn finish(self, found_all: bool) -> Result<(), Refusal> {
        let (mut unknown, mut taken) = (self.unknown, self.taken);
        if found_all && unknown.is_empty() && taken.is_empty() {
            return Ok(());
        }
        for list in [&mut unknown, &mut taken] {
            order::sort(list);
            list.dedup();
        }
        Err(Refusal::Names { unknown, taken })
    }
}
