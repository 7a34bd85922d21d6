//! The act `fill_post` records who holds a post from now on (任职).

use crate::{
    charter::{Charter, file::PostEntry, settings::SettingKey},
    kernel::{
        act::{ActType, new_name},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, remedy},
        view::Ask,
    },
    law::membership::{
        of_standing_units,
        posts::{POST_RECORDED, seat},
    },
    state::State,
    terms::{
        act_kind::ActKind,
        deed::Stamp,
        id::{PersonId, PostId, UnitId},
        matter::MatterRef,
        record::record,
        time::Date,
        words::Role,
    },
};

record! {
    /// Records who holds a post from now on (任职).
    ///
    /// The office does this on the letter of the unit, the person who leaves the post or the head of the lead unit or, for
    /// a post other than that of a unit's head, also that head (`post.recorded_by_unit_or_office`). The letter on which the
    /// office changes a unit's head is among the proofs, and no liaison officer enters such a change. The post is vacant
    /// from the first day on; a post that several persons may hold is vacant for everyone who does not hold it
    /// yet (`post.is_vacant`). In a post of the body one who only stands in is named by whom the charter says, or by the lead
    /// unit if it does not say (`post.acting_holder_named_by_lead`); who heads a unit in the meantime (主持工作), the unit says.
    ///
    /// It settles nothing. From the first day on the person holds the post, and with it every role that the charter
    /// ties to it.
    ///
    /// ```
    /// use joint_meeting::{Act, act::FillPost, wire};
    ///
    /// let act = FillPost::new("deputy-head".parse()?, "p5".parse()?).acting(true);
    /// let json = r#"{"type": "fill_post", "post": "deputy-head", "person": "p5", "acting": true}"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct FillPost {
        /// The post.
        pub post: PostId,
        /// The unit, for a post that every member unit has.
        optional pub unit: Option<UnitId>,
        /// The person.
        pub person: PersonId,
        /// Whether the person only stands in until the post is filled (代理).
        optional pub acting: bool,
        /// The first day; if not given, the day of the act.
        optional pub from: Option<Date>,
    }
}

impl ActType for FillPost {
    type Names<'s> = UnitId;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: POST_RECORDED,
            check: |it| it.records_post(&it.act.post, &it.names, Some(&it.act.person)),
        },
        // A post that the charter gives to a unit goes on with the unit in its place.
        of_standing_units(|it| match it.charter.post(&it.act.post).and_then(|it| it.unit.as_ref()) {
            Some(_) => Ok(()),
            None => it.stand([&it.names]),
        }),
        Guard {
            rule: Rule::always("post.is_vacant", "该职务空缺", "the post is vacant")
                .cured_by(&[remedy(ActKind::VacatePost, &[Role::Office])]),
            check: |it| {
                let from = it.act.from.unwrap_or_else(|| it.today());
                let several = it.charter.post(&it.act.post).is_some_and(|it| it.several);
                let (seats, post, unit) = (&it.state.membership(), &it.act.post, &it.names);
                let what: Vec<String> = if several {
                    let own = seats.tenures_of(&it.act.person, post, Some(unit));
                    let taken = own.filter(|it| it.to().is_none_or(|to| to >= from));
                    taken.map(|it| it.person.to_string()).collect()
                } else {
                    seats.not_over(post, unit, from).map(|it| it.person.to_string()).collect()
                };
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        Guard {
            rule: Rule::law(
                "post.acting_holder_named_by_lead",
                "联席会议的职务空缺时由有权者指定代理人",
                "an acting holder of a post of the body is named by whoever the charter says, or by the lead unit",
            )
            .needs(&[SettingKey::Vacancy]),
            check: |it| match (it.act.acting, it.settings().vacancy.fixed()) {
                // Who stands in at a unit's own post is the unit's affair.
                _ if it.charter.post(&it.act.post).is_some_and(|it| it.unit.is_none()) => Ok(()),
                (false, _) => Ok(()),
                (true, Some(roles)) => it.needs(roles, None),
                (true, None) => ensure(it.heads_lead_unit(it.by, it.today()), || Finding::NeedsRole {
                    roles: vec![Role::LeadUnit],
                    unit: None,
                }),
            },
        },
    ];

    const FREE: &'static [&'static str] = &["person", "from"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<UnitId> {
        seat(names, &self.post, self.unit.as_ref())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        let own = charter.post(&self.post).and_then(|it| it.unit.as_ref());
        let Some(unit) = own.or(self.unit.as_ref()) else { return };
        let from = self.from.unwrap_or_else(|| stamp.at.date());
        state.membership.take_seat(&self.post, unit, &self.person, self.acting, from, stamp.no);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let Some(person) = new_name::<PersonId>() else { return Vec::new() };
        let fill = |post: &PostEntry, unit: Option<&UnitId>| Self {
            post: post.id.clone(),
            unit: unit.cloned(),
            person: person.clone(),
            acting: false,
            from: None,
        };
        let members = ask.members_on(ask.today());
        let posts = ask.charter.posts().iter();
        posts
            .flat_map(|post| match post.unit {
                Some(_) => vec![fill(post, None)],
                None => members.iter().map(|unit| fill(post, Some(unit))).collect(),
            })
            .collect()
    }
}
