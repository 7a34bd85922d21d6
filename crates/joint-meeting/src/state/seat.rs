//! Seats: a post in a unit with everyone who held it, and where each person has sat.

use crate::{
    state::membership::{LastDay, Membership, Tenure},
    terms::{
        id::{PersonId, PostId, UnitId},
        sorted::{Map, Set},
        time::Date,
        words::Named,
    },
};

/// A post in a unit.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Seat {
    /// Everyone who held it, in the order of the entries.
    tenures: Vec<Tenure>,
    /// The last day of each tenure, as it is set now, with the place of the tenure; without one, the last day of all.
    ends: Set<(Date, usize)>,
}

/// A seat of a person: the post, the unit, and the place of the tenure in the seat.
pub(crate) type OwnSeat = (PostId, UnitId, usize);

/// Where a person has had something to do.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Places {
    /// The tenures of the person.
    seats: Vec<OwnSeat>,
    /// The units in which the person has had a post, and those that named the person.
    pub(crate) units: Set<UnitId>,
    /// The powers of attorney that the person was given: the unit, and the place among those that it gave.
    pub(super) entrusted: Vec<(UnitId, usize)>,
    /// The namings of the person: the unit, as which of the two, and the place among those of the unit.
    pub(super) named: Vec<(UnitId, Named, usize)>,
}

impl Places {
    /// Whether the person never held a post, and no unit ever named the person.
    pub(crate) fn is_empty(&self) -> bool {
        self.units.is_empty()
    }
}

impl Seat {
    pub(crate) fn tenures(&self) -> &[Tenure] {
        &self.tenures
    }

    /// The tenures that were not over before a day, in the order of the entries.
    pub(crate) fn not_over(&self, on: Date) -> impl DoubleEndedIterator<Item = &Tenure> {
        let places: Set<usize> = self.ends.range((on, 0)..).map(|(_, place)| *place).collect();
        places.into_iter().filter_map(|it| self.tenures.get(it))
    }

    /// Who holds it on a day, by the entries before a number.
    pub(crate) fn holders(&self, on: Date, before: u32) -> impl Iterator<Item = &PersonId> {
        // What was entered later may have set an end that nobody knew of before.
        let since = if before == u32::MAX { on } else { Date::MIN };
        self.not_over(since).filter(move |it| it.held(on, before)).map(|it| &it.person)
    }

    fn begin(&mut self, tenure: Tenure) -> usize {
        let place = self.tenures.len();
        self.ends.insert((end(&tenure), place));
        self.tenures.push(tenure);
        place
    }

    /// Sets the last day of a tenure.
    fn set_end(&mut self, place: usize, last: LastDay) {
        if let Some(tenure) = self.tenures.get_mut(place) {
            self.ends.remove(&(end(tenure), place));
            tenure.last_days.push(last);
            self.ends.insert((end(tenure), place));
        }
    }

    /// Puts an end to each tenure that goes on longer.
    pub(crate) fn close(&mut self, last: LastDay) {
        let longer: Vec<usize> = self.ends.range((last.day, usize::MAX)..).map(|(_, place)| *place).collect();
        for place in longer {
            self.set_end(place, last);
        }
    }
}

fn end(tenure: &Tenure) -> Date {
    tenure.to().unwrap_or(Date::MAX)
}

impl Membership {
    /// The body hears of a person.
    pub(crate) fn meet(&mut self, person: &PersonId) -> &mut Places {
        self.persons.get_or_insert_with(person, Places::default)
    }

    fn seat(&self, post: &PostId, unit: &UnitId) -> Option<&Seat> {
        self.seats.get(post)?.get(unit)
    }

    /// Everyone who ever held a post of a unit.
    pub(crate) fn tenures(&self, post: &PostId, unit: &UnitId) -> &[Tenure] {
        self.seat(post, unit).map_or(&[], Seat::tenures)
    }

    /// The tenures of a post of a unit that were not over before a day.
    pub(crate) fn not_over(&self, post: &PostId, unit: &UnitId, on: Date) -> impl Iterator<Item = &Tenure> {
        self.seat(post, unit).into_iter().flat_map(move |it| it.not_over(on))
    }

    /// The tenures of one person in a post, of one unit or of all.
    pub(crate) fn tenures_of(
        &self,
        person: &PersonId,
        post: &PostId,
        unit: Option<&UnitId>,
    ) -> impl Iterator<Item = &Tenure> {
        self.seats_of(person)
            .iter()
            .rev()
            .filter(move |(of, within, _)| of == post && unit.is_none_or(|it| it == within))
            .filter_map(|(post, unit, place)| self.tenures(post, unit).get(*place))
    }

    /// Where a person has sat.
    pub(crate) fn seats_of(&self, person: &PersonId) -> &[OwnSeat] {
        self.persons.get(person).map_or(&[], |it| &it.seats)
    }

    /// Whether one of the seats of a person fits and was the person's on a day, by the entries before a number. Most persons
    /// have one seat, which is held against what is asked, and not the other way round.
    pub(crate) fn sits(
        &self,
        seats: &[OwnSeat],
        (on, before): (Date, u32),
        fits: impl Fn(&PostId, &UnitId) -> bool,
    ) -> bool {
        seats.iter().any(|(post, unit, place)| {
            fits(post, unit) && self.tenures(post, unit).get(*place).is_some_and(|it| it.held(on, before))
        })
    }

    pub(crate) fn tenure(&self, post: &PostId, unit: &UnitId, on: Date) -> Option<&Tenure> {
        self.seat(post, unit)?.not_over(on).rfind(|it| it.holds(on))
    }

    /// A person takes a post.
    pub(crate) fn take_seat(
        &mut self,
        post: &PostId,
        unit: &UnitId,
        person: &PersonId,
        acting: bool,
        from: Date,
        entry: u32,
    ) {
        let tenure = Tenure { person: person.clone(), acting, from, last_days: Vec::new(), entry };
        let of_post: &mut Map<UnitId, Seat> = self.seats.entry(post.clone()).or_default();
        let place = of_post.entry(unit.clone()).or_default().begin(tenure);
        let places = self.meet(person);
        // Most persons have one seat in all.
        if places.seats.is_empty() {
            places.seats.reserve_exact(1);
        }
        places.seats.push((post.clone(), unit.clone(), place));
        places.units.insert(unit.clone());
    }

    /// A person leaves a post.
    pub(crate) fn leave_seat(&mut self, post: &PostId, unit: &UnitId, person: &PersonId, last: LastDay) {
        let Some(seat) = self.seats.get_mut(post).and_then(|it| it.get_mut(unit)) else { return };
        let own = self.persons.get(person).into_iter().flat_map(|it| &it.seats);
        let own = own.filter(|(of, within, _)| of == post && within == unit).map(|(_, _, place)| *place);
        for place in own {
            if seat.tenures.get(place).is_some_and(|it| it.holds(last.day)) {
                seat.set_end(place, last);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{state::membership::LOOKED_AT, terms::dice::Dice};

    fn names<T: std::str::FromStr<Err: std::fmt::Debug>, const N: usize>(all: [&str; N]) -> [T; N] {
        all.map(|it| it.parse().unwrap())
    }

    fn day(of_month: u32) -> Date {
        Date::from_ymd_opt(2022, 3, 1 + of_month).unwrap()
    }

    /// How many tenures some work looks at.
    fn looked_at(work: impl FnOnce()) -> usize {
        let before = LOOKED_AT.get();
        work();
        LOOKED_AT.get() - before
    }

    #[test]
    fn of_those_who_held_a_seat_one_after_the_other_few_are_looked_at() {
        let ([post], [unit]): ([PostId; 1], [UnitId; 1]) = (names(["head"]), names(["police"]));
        let first = day(0).to_chrono();
        let after = |days: u64| Date::try_from(first + chrono::Days::new(days)).unwrap();
        let mut membership = Membership::default();
        let looks = [100, 3200].map(|many: u32| {
            for no in membership.tenures(&post, &unit).len() as u32..many {
                let person = format!("p{no}").parse().unwrap();
                membership.take_seat(&post, &unit, &person, false, after(no.into()), 2 * no + 1);
                let last = LastDay { day: after(no.into()), entry: 2 * no + 2 };
                membership.leave_seat(&post, &unit, &person, last);
            }
            let (last, over) = (after(u64::from(many) - 1), after(many.into()));
            assert_eq!(membership.holders(&post, &unit, last, u32::MAX).count(), 1);
            looked_at(|| {
                for on in [last, over] {
                    std::hint::black_box(membership.not_over(&post, &unit, on).count());
                    std::hint::black_box(membership.tenure(&post, &unit, on));
                    std::hint::black_box(membership.holders(&post, &unit, on, u32::MAX).count());
                }
            })
        });
        assert_eq!(looks[0], looks[1], "a hundred holders, and thirty-two times as many");
    }

    #[test]
    fn who_held_a_seat_is_found_as_by_looking_at_every_tenure() {
        let (posts, units, persons): ([PostId; 2], [UnitId; 2], [PersonId; 4]) =
            (names(["head", "staff"]), names(["police", "health"]), names(["p1", "p2", "p3", "p4"]));
        for seed in 0..300 {
            let (mut dice, mut membership) = (Dice::new(seed), Membership::default());
            for entry in 1..=24 {
                let (post, unit, person) = (dice.one_of(&posts), dice.one_of(&units), dice.one_of(&persons));
                let last = LastDay { day: day(dice.below(28)), entry };
                match dice.below(4) {
                    0 => membership.leave_seat(post, unit, person, last),
                    1 => {
                        let seat = membership.seats.get_mut(post).and_then(|it| it.get_mut(unit));
                        seat.into_iter().for_each(|it| it.close(last));
                    }
                    _ => membership.take_seat(post, unit, person, false, last.day, entry),
                }
            }
            for (post, unit) in posts.iter().flat_map(|post| units.iter().map(move |unit| (post, unit))) {
                let all = membership.tenures(post, unit);
                for on in (0..30).map(day) {
                    let not_over = all.iter().filter(|it| it.to().is_none_or(|to| to >= on));
                    assert!(
                        membership.not_over(post, unit, on).eq(not_over),
                        "{seed}: {post} of {unit}, {on}"
                    );
                    let tenure = all.iter().rfind(|it| it.holds(on));
                    assert_eq!(membership.tenure(post, unit, on), tenure, "{seed}: {post} of {unit}, {on}");
                    for before in [u32::MAX, 12] {
                        let held = all.iter().filter(|it| it.held(on, before)).map(|it| &it.person);
                        assert!(
                            membership.holders(post, unit, on, before).eq(held),
                            "{seed}: {on}, {before}"
                        );
                    }
                }
                for person in &persons {
                    let own = all.iter().rev().filter(|it| it.person == *person);
                    assert!(membership.tenures_of(person, post, Some(unit)).eq(own), "{seed}: {person}");
                }
            }
            for (post, person) in posts.iter().flat_map(|post| persons.iter().map(move |it| (post, it))) {
                let all = units.iter().flat_map(|unit| membership.tenures(post, unit));
                let mut own: Vec<&Tenure> = all.filter(|it| it.person == *person).collect();
                own.sort_by_key(|it| std::cmp::Reverse(it.entry));
                assert!(membership.tenures_of(person, post, None).eq(own), "{seed}: {person}");
            }
        }
    }
}
