//! Posts are filled and vacated: who holds which, from when to when.

use crate::{
    act::{ActKind, ActType, Resolver, new_name},
    charter::{Charter, PostEntry, Role, SettingKey},
    deed::Stamp,
    entry::Outcome,
    id::{PersonId, PostId, UnitId},
    law::MatterRef,
    record::record,
    refusal::Finding,
    rule::{Ask, Guard, Rule, ensure, remedy},
    state::State,
    time::Date,
};

record! {
    /// Records who holds a post from now on (任职).
    pub struct FillPost {
        /// The post.
        pub post: PostId,
        /// The unit, for a post that every member unit has.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub unit: Option<UnitId>,
        /// The person.
        pub person: PersonId,
        /// Whether the person only stands in until the post is filled (代理).
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub acting: bool,
        /// The first day; if not given, the day of the act.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub from: Option<Date>,
    }

    /// Records that a person leaves a post (免职).
    pub struct VacatePost {
        /// The post.
        pub post: PostId,
        /// The unit, for a post that every member unit has.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub unit: Option<UnitId>,
        /// The person.
        pub person: PersonId,
        /// The last day; if not given, the day of the act.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub to: Option<Date>,
    }
}

/// The unit of a post: the post's own, or the one given for a post that every unit has.
fn seat(names: &mut Resolver<'_>, post: &PostId, unit: Option<&UnitId>) -> Option<UnitId> {
    let Some(entry) = names.charter.post(post) else {
        names.unknown(post);
        return None;
    };
    match (&entry.unit, unit) {
        (Some(own), None) => Some(own.clone()),
        (None, Some(unit)) => names.known(unit).map(|_| unit.clone()),
        // A post of one unit with another unit, or a post of every unit with none.
        (Some(own), Some(unit)) if own == unit => Some(own.clone()),
        (Some(_), Some(unit)) => {
            names.unknown(unit);
            None
        }
        (None, None) => {
            names.unknown(post);
            None
        }
    }
}

const POST_RECORDED: Rule = Rule::law(
    "post.recorded_by_unit_or_office",
    "职务变动由所在单位或者办公室记录",
    "a change in a post is recorded by its unit or by the office",
);

impl ActType for FillPost {
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
            rule: Rule::always("post.is_vacant", "该职务空缺", "the post is vacant")
                .cured_by(&[remedy(ActKind::VacatePost, &[Role::Office])]),
            check: |it| {
                let from = it.act.from.unwrap_or_else(|| it.today());
                let several = it.charter.post(&it.act.post).is_some_and(|it| it.several);
                let seat = it.state.membership.tenures(&it.act.post, &it.names);
                let later = seat.iter().filter(|it| it.to.is_none_or(|to| to >= from));
                let same = |person: &PersonId| !several || *person == it.act.person;
                let taken = later.map(|it| &it.person).filter(|it| same(it));
                let what: Vec<String> = taken.map(ToString::to_string).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        Guard {
            rule: Rule::law(
                "post.acting_holder_named_by_lead",
                "职务空缺时由有权者指定代理人",
                "an acting holder is named by whoever the charter says, or by the lead unit",
            )
            .needs(&[SettingKey::Vacancy]),
            check: |it| match (it.act.acting, it.settings().vacancy.fixed()) {
                (false, _) => Ok(()),
                (true, Some(roles)) => it.needs(roles, None),
                (true, None) => it.needs(&[Role::LeadUnit], None),
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
        state.membership.seat(&self.post, unit, &self.person, self.acting, from, stamp.no);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let Some(person) = new_name::<PersonId>(ask) else { return Vec::new() };
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
