//! `vacate_post`: records that a person leaves a post (免职).
//!
//! The act with its fields, the rules before it, what it settles and how it is folded.

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Ask,
    },
    law::membership::posts::{POST_RECORDED, seat},
    state::State,
    terms::{
        deed::Stamp,
        id::{PersonId, PostId, UnitId},
        matter::MatterRef,
        record::record,
        time::Date,
        words::Role,
    },
};

record! {
    /// Records that a person leaves a post (免职).
    pub struct VacatePost {
        /// The post.
        pub post: PostId,
        /// The unit, for a post that every member unit has.
        optional pub unit: Option<UnitId>,
        /// The person.
        pub person: PersonId,
        /// The last day; if not given, the day of the act.
        optional pub to: Option<Date>,
    }
}

impl ActType for VacatePost {
    type Names<'s> = UnitId;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: POST_RECORDED,
            check: |it| {
                it.needs(&[Role::Office], None).or_else(|_| {
                    it.needs(
                        &[Role::Office, Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer],
                        Some(&it.names),
                    )
                })
            },
        },
        Guard {
            rule: Rule::always("post.is_held", "该人员担任该职务", "the person holds the post"),
            check: |it| {
                let to = it.act.to.unwrap_or_else(|| it.today());
                let held = it
                    .state
                    .membership
                    .holders(&it.act.post, &it.names, to)
                    .any(|holder| *holder == it.act.person);
                ensure(held, || Finding::Missing { what: vec![it.act.post.to_string()] })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["to"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<UnitId> {
        if !names.state.membership.knows_person(&self.person) {
            names.unknown(&self.person);
        }
        seat(names, &self.post, self.unit.as_ref())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        let own = charter.post(&self.post).and_then(|it| it.unit.as_ref());
        let Some(unit) = own.or(self.unit.as_ref()) else { return };
        let to = self.to.unwrap_or_else(|| stamp.at.date());
        let seat = state.membership.seats.get_mut(&self.post).and_then(|it| it.get_mut(unit));
        for tenure in seat.into_iter().flatten() {
            if tenure.person == self.person && tenure.holds(to) {
                tenure.to = Some(to);
            }
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let posts = ask.state.membership.seats.iter();
        let seats = posts.flat_map(|(post, units)| units.iter().map(move |(unit, it)| (post, unit, it)));
        seats
            .filter_map(|(post, unit, tenures)| {
                let tenure = tenures.iter().find(|it| it.holds(ask.today()))?;
                Some(Self {
                    post: post.clone(),
                    unit: Some(unit.clone()),
                    person: tenure.person.clone(),
                    to: None,
                })
            })
            .collect()
    }
}
