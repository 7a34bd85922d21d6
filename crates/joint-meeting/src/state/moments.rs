//! Moments: when something was done, with the numbers of the entries, quick to ask for a period.

use crate::terms::{
    deed::Deed,
    period::Period,
    time::{Date, around},
};

/// The times at which something was done, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Moments(Vec<Deed>);

impl Moments {
    /// Nothing was done.
    pub(crate) const NONE: &'static Self = &Self(Vec::new());

    pub(crate) fn note(&mut self, deed: Deed) {
        // What is entered late belongs further back; all else at the end.
        let place = match self.0.last() {
            Some(last) if deed < *last => self.0.partition_point(|it| *it < deed),
            _ => self.0.len(),
        };
        self.0.insert(place, deed);
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = Deed> {
        self.0.iter().copied()
    }

    /// Those within a period.
    pub(crate) fn within(&self, period: Period) -> impl Iterator<Item = Deed> {
        self.about(period).filter(move |it| period.contains(it.at.date()))
    }

    /// Those within a period and a year on either side, for a period that is yet to be rounded.
    pub(crate) fn near(&self, period: Period) -> impl Iterator<Item = Deed> {
        self.about(around(period, 366))
    }

    /// Those within a period and some days on either side, so that no offset of a time matters.
    fn about(&self, period: Period) -> impl Iterator<Item = Deed> {
        let Period { from, to } = around(period, 2);
        let first_on = |date: Date| self.0.partition_point(|it| it.at.date() < date);
        let rest = self.0.get(first_on(from)..).unwrap_or_default();
        rest.iter().copied().take_while(move |it| it.at.date() <= to)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::terms::{dice::Dice, time::Time};

    #[test]
    fn what_was_done_when_is_found_as_by_looking_at_all() {
        let day = |of_month: u32| Date::from_ymd_opt(2022, 3, 1 + of_month).unwrap();
        for seed in 0..300 {
            let (mut dice, mut moments, mut plain) = (Dice::new(seed), Moments::default(), Vec::new());
            for no in 1..=20 {
                let (hour, offset) = (dice.below(24), dice.below(12));
                let at = format!("{}T{hour:02}:00:00+{offset:02}:00", day(dice.below(28)));
                let deed = Deed { at: at.parse::<Time>().unwrap(), no };
                moments.note(deed);
                plain.push(deed);
            }
            plain.sort();
            assert!(moments.all().eq(plain.iter().copied()), "{seed}");
            for from in 0..28 {
                let period = Period::new(day(from), day(from + dice.below(28 - from))).unwrap();
                let within = plain.iter().copied().filter(|it| period.contains(it.at.date()));
                assert!(moments.within(period).eq(within), "{seed}: {period:?}");
            }
        }
    }
}
