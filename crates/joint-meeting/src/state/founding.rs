//! The slice of the charter in the life of the body: versions, readings and laws chosen, its end.

use crate::{
    charter::readings::ReadingKey,
    terms::{
        deed::Deed,
        matter::{Law, MatterRef},
        period::Period,
        sorted::{Map, Set},
        time::{Date, day_before},
    },
};

/// Charter versions, chosen readings, the end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Founding {
    /// When the charter was adopted, and the entry.
    pub(crate) adopted: Option<Deed>,
    /// Each version's first day.
    pub(crate) versions: Map<Date, u32>,
    /// What was chosen for each question of reading, from the choice made first to the one made last.
    pub(crate) choices: Map<ReadingKey, Vec<ReadingChoice>>,
    /// The law chosen for matters that were open when a version came into force.
    pub(crate) laws: Choices,
    /// The last day of the body.
    pub(crate) dissolved: Option<Date>,
}

impl Founding {
    pub(crate) fn is_founded(&self) -> bool {
        self.adopted.is_some()
    }

    /// The law chosen for a matter under a version.
    pub(crate) fn law_of(&self, matter: &MatterRef, version: u32) -> Option<Law> {
        self.laws.get(&(matter.clone(), version)).map(|(law, _)| *law)
    }

    /// Whether a choice was ever made among the options of a reading.
    pub(crate) fn has_choices(&self, key: ReadingKey) -> bool {
        self.choices.contains_key(&key)
    }

    /// The option that the body has chosen for a day, by the entries before a number: that of the choice made last of
    /// those that apply from that day or an earlier one.
    pub(crate) fn chosen(&self, key: ReadingKey, day: Date, before: u32) -> Option<u8> {
        let all = self.choices.get(&key).into_iter().flatten();
        all.rev().find(|it| it.from <= day && it.made.no < before)?.option
    }

    /// Remembers a choice. One that was entered late stands before those made after it.
    pub(crate) fn choose(&mut self, key: ReadingKey, choice: ReadingChoice) {
        let all = self.choices.entry(key).or_default();
        let at = all.partition_point(|it| it.made <= choice.made);
        all.insert(at, choice);
    }

    /// The days from which choices among readings apply.
    pub(crate) fn chosen_from(&self, keys: &[ReadingKey]) -> Set<Date> {
        keys.iter().filter_map(|it| self.choices.get(it)).flatten().map(|it| it.from).collect()
    }

    /// Each version up to the end of a period, with the part of the period in which it was in force, if any.
    pub(crate) fn in_force_during(&self, period: Period) -> Vec<(u32, Option<Period>)> {
        let ends = self.versions.keys().skip(1).map(|it| day_before(*it)).chain([period.to]);
        let spans = self.versions.iter().zip(ends).enumerate();
        let known = spans.filter(|(_, ((from, _), _))| **from <= period.to);
        let part = |(ix, ((from, version), to)): (usize, ((&Date, &u32), Date))| {
            let from = if ix == 0 { period.from.min(*from) } else { *from };
            (*version, period.overlap(Period { from, to }))
        };
        known.map(part).collect()
    }

    /// The version in force on a day; before the first, the first.
    pub(crate) fn version_on(&self, date: Date) -> Option<u32> {
        let in_force = self.versions.range(..=date).next_back();
        in_force.or_else(|| self.versions.first_key_value()).map(|(_, version)| *version)
    }
}

/// A choice among readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct ReadingChoice {
    /// The option chosen; none if the question is left open again.
    pub(crate) option: Option<u8>,
    /// The first day to which it applies.
    pub(crate) from: Date,
    /// When it was made, and the entry.
    pub(crate) made: Deed,
}

/// The law chosen for a matter under a version, and the entry that chose it.
pub(crate) type Choices = Map<(MatterRef, u32), (Law, u32)>;
