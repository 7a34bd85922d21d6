//! The act `vacate_post` records that a person leaves a post (免职).

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
    state::{State, membership::LastDay},
    terms::{
        deed::Stamp,
        id::{PersonId, PostId, UnitId},
        matter::MatterRef,
        record::record,
        time::Date,
    },
};

record! {
    /// Records that a person leaves a post (免职).
    ///
    /// The office does this on the letter of the unit, the person who leaves the post or the head of the lead unit or, for
    /// a post other than that of a unit's head, also that head (`post.recorded_by_unit_or_office`). The letter on which the
    /// office changes a unit's head is among the proofs, and no liaison officer enters such a change. The person holds the
    /// post on the last day (`post.is_held`).
    ///
    /// It settles nothing. After the last day the person holds the post no longer, nor the roles that the charter ties
    /// to it, and `fill_post` can put another there.
    ///
    /// ```
    /// use joint_meeting::{Act, act::VacatePost, wire};
    ///
    /// let act = VacatePost::new("deputy-head".parse()?, "p1".parse()?).to("2022-05-05".parse()?);
    /// let json = r#"{"type": "vacate_post", "post": "deputy-head", "person": "p1", "to": "2022-05-05"}"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
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
        Guard { rule: POST_RECORDED, check: |it| it.records_post(&it.act.post, &it.names, None) },
        Guard {
            rule: Rule::always("post.is_held", "该人员担任该职务", "the person holds the post"),
            check: |it| {
                let to = it.act.to.unwrap_or_else(|| it.today());
                let held = it.is_seated(&it.act.person, (&it.act.post, &it.names), to);
                ensure(held, || Finding::Missing { what: vec![it.act.post.to_string()] })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["to"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<UnitId> {
        names.person(&self.person);
        seat(names, &self.post, self.unit.as_ref())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        let own = charter.post(&self.post).and_then(|it| it.unit.as_ref());
        let Some(unit) = own.or(self.unit.as_ref()) else { return };
        let to = self.to.unwrap_or_else(|| stamp.at.date());
        let last = LastDay { day: to, entry: stamp.no };
        state.membership.leave_seat(&self.post, unit, &self.person, last);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let posts = ask.state.membership().seats.iter();
        let seats = posts.flat_map(|(post, units)| units.iter().map(move |(unit, it)| (post, unit, it)));
        seats
            .filter_map(|(post, unit, seat)| {
                let person = seat.holders(ask.today(), u32::MAX).next()?.clone();
                Some(Self { post: post.clone(), unit: Some(unit.clone()), person, to: None })
            })
            .collect()
    }
}
