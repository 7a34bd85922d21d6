//! The slice of the charter in the life of the body: versions, readings and laws chosen, its end.

use std::collections::BTreeMap;

use crate::{
    charter::readings::ReadingKey,
    terms::{
        deed::Deed,
        matter::{Law, MatterRef},
        period::Period,
        time::{Date, day_before},
    },
};

/// Charter versions, chosen readings, the end.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Founding {
    /// When the charter was adopted, and the entry.
    pub(crate) adopted: Option<Deed>,
    /// Each version's first day.
    pub(crate) versions: BTreeMap<Date, u32>,
    /// The option chosen for a question of reading, and the entry that chose it.
    pub(crate) choices: BTreeMap<ReadingKey, (u8, u32)>,
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

    /// The option chosen by the body.
    pub(crate) fn chosen(&self, key: ReadingKey) -> Option<u8> {
        self.choices.get(&key).map(|(option, _)| *option)
    }

    /// Each version up to the end of a period, with the part of the period in which it was in force, if any.
    pub(crate) fn in_force_during(&self, period: Period) -> Vec<(u32, Option<Period>)> {
        let ends = self.versions.keys().skip(1).map(|it| day_before(*it)).chain([period.to]);
        let spans = self.versions.iter().zip(ends).enumerate();
        let known = spans.filter(|(ix, ((from, _), _))| *ix == 0 || **from <= period.to);
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

/// The law chosen for a matter under a version, and the entry that chose it.
pub(crate) type Choices = BTreeMap<(MatterRef, u32), (Law, u32)>;
