//! What makes a struct an act: its names, the guards before it, what it settles, and how it is folded in.
//!
//! The acts themselves are in `law`.

use crate::{
    charter::Charter,
    kernel::{
        outcome::Outcome,
        resolver::{Resolver, Since},
        rule::Guard,
        view::{Ask, Case},
    },
    state::State,
    terms::{
        deed::Stamp,
        id::PLACEHOLDER,
        matter::{MatterKind, MatterRef},
        record::Mention,
        time::Time,
        words::MeetingKind,
    },
};

/// What makes a struct an act.
pub(crate) trait ActType: Clone + Mention + 'static {
    /// What its names stand for in the state.
    type Names<'s>: Since;

    /// The rules that stand before it, in the order in which grounds are given.
    const GUARDS: &'static [Guard<Self>];

    /// The fields a host has still to choose in a candidate: texts, dates, new names.
    const FREE: &'static [&'static str] = &[];

    /// The matter that it carries on, for which the charter may name another version than that of the day; none for an act
    /// that begins a matter or stands alone.
    fn matter(&self, state: &State) -> Option<MatterRef>;

    /// The kind of the meeting at which it is done, or to which what it is about belongs.
    fn meeting_kind(&self, state: &State) -> Option<MeetingKind> {
        let matter = self.matter(state).filter(|it| it.kind == MatterKind::Meeting)?;
        state.meetings.meetings.get(matter.name.spelling()).map(|it| it.kind)
    }

    /// Finds what its names stand for. Every name is looked up, so that all unknown ones are known.
    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>>;

    /// The latest moment of the things and steps it builds on, before which it cannot happen. An act has a `since` of its own
    /// if it may happen before the last change of what its names stand for: what stands beside it, such as what other units
    /// say of the same thing, can be entered in any order.
    fn since(&self, names: &Self::Names<'_>) -> Option<Time> {
        names.since()
    }

    /// Whether it says something that a journal of the first format has no place for, by a field that was added later.
    fn says_more(&self) -> bool {
        false
    }

    /// What has to be settled when it is accepted.
    fn settle(_case: &Case<'_, Self>) -> Outcome {
        Outcome::None
    }

    /// Folds the accepted act into the state. It holds no rule and cannot refuse.
    fn apply(&self, stamp: Stamp<'_>, outcome: &Outcome, state: &mut State, charter: &Charter);

    /// The acts of this type worth trying for this actor now. Those that differ in nothing but what is free stand beside each
    /// other. Where there can be one for each of several kinds of things together, they are made as they are asked for.
    fn candidates(_ask: &Ask<'_>) -> impl IntoIterator<Item = Self> {
        Vec::new()
    }
}

impl Since for () {}

impl Since for Time {
    fn since(&self) -> Option<Time> {
        Some(*self)
    }
}

impl<T: Since> Since for &T {
    fn since(&self) -> Option<Time> {
        (*self).since()
    }
}

impl<T: Since> Since for Option<T> {
    fn since(&self) -> Option<Time> {
        self.as_ref().and_then(T::since)
    }
}

impl<T: Since> Since for Vec<T> {
    fn since(&self) -> Option<Time> {
        self.iter().filter_map(T::since).max()
    }
}

impl<A: Since, B: Since> Since for (A, B) {
    fn since(&self) -> Option<Time> {
        self.0.since().max(self.1.since())
    }
}

/// A name for a thing that a candidate would make; the host chooses the real one.
pub(crate) fn new_name<T: std::str::FromStr>() -> Option<T> {
    PLACEHOLDER.parse().ok()
}

/// A text for a candidate; the host writes the real one.
pub(crate) fn some_text<T: std::str::FromStr>() -> Option<T> {
    PLACEHOLDER.parse().ok()
}
