//! Answers kept beside the body for as long as nothing has changed on which they rest.
//!
//! What that is, nobody declares: rules see the state through a view alone, which notes what they ask (`kernel::asked`).

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use crate::{
    kernel::{
        asked::{Asked, Footing},
        duty::Instance,
        verdict::Judgement,
    },
    state::State,
    terms::{
        cancel::is_cancelled,
        id::{PersonId, UnitId},
        period::Period,
        time::Date,
        words::Role,
    },
};

/// What one duty said of a clause.
pub(crate) type Judged = Arc<Vec<(Instance, Judgement)>>;

/// What is asked of a duty.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct AskedOfDuty {
    /// The version of the charter.
    pub(crate) version: u32,
    pub(crate) period: Period,
    /// Whether only what is open is wanted.
    pub(crate) open: bool,
    /// Whether the body has ended.
    pub(crate) is_over: bool,
    /// The place of the clause in the charter, and of the duty among those of the clause.
    pub(crate) place: (usize, usize),
}

/// Who is looked for: in which role, of which unit, by which version of the charter, on which day.
pub(crate) type HoldersSought = (Role, Option<UnitId>, u32, Date);

/// The answers that are kept, which are those of one body: a copy of it begins with none.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    pub(crate) judged: Answers<AskedOfDuty, Vec<(Instance, Judgement)>>,
    pub(crate) holders: Answers<HoldersSought, Vec<PersonId>>,
}

impl Kept {
    /// Nothing is kept: of a body that is made to be asked once.
    pub(crate) const NEVER: Self = Self { judged: Answers(None), holders: Answers(None) };
}

impl Clone for Kept {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// So many answers of a kind are kept at most. A charter has fewer than a hundred duties.
const MOST: usize = 1024;

/// Answers of one kind. Whatever is found here is what asking again would say.
pub(crate) struct Answers<K, V>(Option<Mutex<BTreeMap<K, KeptAnswer<V>>>>);

struct KeptAnswer<V> {
    footing: Footing,
    said: Arc<V>,
}

impl<K: Ord, V> Answers<K, V> {
    /// What was kept, if it rests on nothing that has changed, or what is found now.
    pub(crate) fn or_found(
        &self,
        key: K,
        (state, on): (&State, Date),
        find: impl FnOnce(&Asked) -> V,
    ) -> Arc<V> {
        if let Some(said) = self.get(&key, (state, on)) {
            return said;
        }
        let asked = Asked::on(on);
        let said = Arc::new(find(&asked));
        if let Some(footing) = asked.footing(state).filter(|_| !is_cancelled()) {
            self.keep(key, KeptAnswer { footing, said: Arc::clone(&said) });
        }
        said
    }

    fn get(&self, key: &K, (state, on): (&State, Date)) -> Option<Arc<V>> {
        let kept = self.0.as_ref()?.lock().unwrap_or_else(PoisonError::into_inner);
        kept.get(key).filter(|it| it.footing.holds(state, on)).map(|it| Arc::clone(&it.said))
    }

    fn keep(&self, key: K, answer: KeptAnswer<V>) {
        let Some(kept) = &self.0 else { return };
        let mut kept = kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.clear();
        }
        kept.insert(key, answer);
    }
}

impl<K, V> Default for Answers<K, V> {
    fn default() -> Self {
        Self(Some(Mutex::default()))
    }
}

impl<K, V> std::fmt::Debug for Answers<K, V> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Answers")
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;
    use crate::{kernel::asked::Slices, terms::cancel::Cancel};

    /// Asks, and says whether anything had to be found.
    fn is_found(answers: &Answers<usize, ()>, key: usize, state: &State) -> bool {
        let found = Cell::new(false);
        answers.or_found(key, (state, Date::MIN), |asked| {
            found.set(true);
            let _ = Slices::of(state).noted_in(asked).meetings();
        });
        found.get()
    }

    #[test]
    fn what_was_found_is_kept_until_it_changes() {
        let (answers, mut state) = (Answers::default(), State::default());
        assert_eq!([1, 2, 1, 2].map(|it| is_found(&answers, it, &state)), [true, true, false, false]);
        state.documents.live = Default::default();
        assert!(!is_found(&answers, 1, &state));
        state.meetings.live = Default::default();
        assert_eq!([1, 1, 2].map(|it| is_found(&answers, it, &state)), [true, false, true]);
        let never = Answers(None);
        assert_eq!([1, 1].map(|it| is_found(&never, it, &state)), [true, true]);
    }

    #[test]
    fn there_are_never_more_than_so_many() {
        let (answers, state) = (Answers::default(), State::default());
        assert!((0..2 * MOST + 1).all(|it| is_found(&answers, it, &state)));
        assert_eq!(answers.0.map(|it| it.into_inner().unwrap().len()), Some(1));
    }

    #[test]
    fn what_was_left_off_in_the_middle_is_not_kept() {
        let (answers, state, cancel) = (Answers::default(), State::default(), Cancel::default());
        let found = || is_found(&answers, 1, &state);
        let cut_short = || {
            cancel.cancel();
            found()
        };
        assert_eq!(cancel.unless_cancelled(cut_short), None);
        assert_eq!([found(), found()], [true, false]);
    }
}
