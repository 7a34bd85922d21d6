//! The act `name_member` names the member of a unit (确定成员) or their successor.
//!
//! What it shares with the naming of liaison officers is in `naming`.

use crate::{
    charter::{
        Charter,
        readings::{MemberUnits, ReadingKey},
        settings::SettingKey,
    },
    kernel::{
        act::{ActType, new_name, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        view::Ask,
    },
    law::membership::{
        by_unit,
        naming::{NOT_BOTH, Naming_, rank_is_one_of},
        of_members,
    },
    state::State,
    terms::{
        deed::Stamp,
        id::{PersonId, Text, UnitId},
        matter::MatterRef,
        record::record,
        time::Date,
        words::{Named, Rank},
    },
};

record! {
    /// Names the member of a unit (确定成员), or another person in the member's place.
    ///
    /// A person responsible for the unit does this, or its member, or the office with the letter of the unit attached
    /// (`actor.acts_for_unit`), for a unit that is a member unit that day (`unit.is_member`). A unit has one member: whoever is named already must be named as the one who
    /// is replaced (`member.one_for_each_unit`). The person has the rank, and the portfolio, that the charter asks for
    /// (`member.has_rank`, `member.has_portfolio`) and, unless the charter is read otherwise, is the member of no other
    /// unit (`member.of_one_unit`) and not also the unit's liaison officer (`liaison.is_not_the_member`).
    ///
    /// It settles nothing. From the first day on the person is the member, and the one who is replaced no longer; where
    /// the charter leaves a change to the meeting, that waits for `confirm_appointment`, and where it is read so, for
    /// `notify_change`. The unit owes the office word
    /// of a change (`change.notified_promptly`), which it gives by `notify_change`.
    ///
    /// ```
    /// use joint_meeting::{Act, act::NameMember, wire, words::Rank};
    ///
    /// let act = NameMember::new("health".parse()?, "p44".parse()?, "deputy head".parse()?, Rank::Division, true)
    ///     .replaces("p24".parse()?)
    ///     .from("2022-05-10".parse()?);
    /// let json = r#"{
    ///     "type": "name_member", "unit": "health", "person": "p44", "post": "deputy head", "rank": "division",
    ///     "portfolio": true, "replaces": "p24", "from": "2022-05-10"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct NameMember {
        /// The unit.
        pub unit: UnitId,
        /// The person.
        pub person: PersonId,
        /// The post the person holds in the unit.
        pub post: Text,
        /// Its rank.
        pub rank: Rank,
        /// Whether the matter is in the person's portfolio (分管).
        pub portfolio: bool,
        /// Whom the person replaces.
        optional pub replaces: Option<PersonId>,
        /// The first day; if not given, the day of the act.
        optional pub from: Option<Date>,
    }
}

impl ActType for NameMember {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(|it| it.says_who_is_named(&it.act.unit)),
        of_members(|it| it.members_all([&it.act.unit])),
        Guard {
            rule: Rule::law(
                "member.one_for_each_unit",
                "每个成员单位确定一名成员，更换须指明原成员",
                "each unit has one member; another is named in their place",
            )
            .needs(&[SettingKey::MemberNaming]),
            check: Self::replaces_the_one_named,
        },
        Guard {
            rule: Rule::law(
                "member.has_rank",
                "成员为规定职级的负责同志",
                "the member has the rank the charter asks for",
            )
            .needs(&[SettingKey::MemberNaming]),
            check: |it| {
                let naming = it.settings().member_naming.fixed();
                rank_is_one_of(it.act.rank, naming.map_or(&[], |it| &it.ranks))
            },
        },
        Guard {
            rule: Rule::law(
                "member.has_portfolio",
                "成员分管此项工作",
                "the matter is in the member's portfolio",
            )
            .needs(&[SettingKey::MemberNaming]),
            check: |it| {
                let asked = it.settings().member_naming.fixed().is_some_and(|it| it.portfolio);
                ensure(!asked || it.act.portfolio, || Finding::Missing { what: vec!["portfolio".to_owned()] })
            },
        },
        Guard {
            rule: Rule::law(
                "member.of_one_unit",
                "一人只任一个单位的成员",
                "a person is the member of one unit",
            )
            .reads(&[ReadingKey::ConvenerCounts, ReadingKey::MemberUnits]),
            check: |it| {
                let others = it.others_naming(Named::Member, &it.act.person, &it.act.unit);
                let may = it.reading::<MemberUnits>() == MemberUnits::Several;
                ensure(may || others.is_empty(), || Finding::Unwanted { what: others })
            },
        },
        Guard {
            rule: NOT_BOTH,
            check: |it| {
                let officer = it.named(&it.act.unit, Named::LiaisonOfficer, it.today());
                it.is_not_both(officer.map(|it| &it.person), &it.act.person)
            },
        },
    ];

    const FREE: &'static [&'static str] = &["person", "post", "rank", "portfolio", "from"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        self.resolve_naming(names)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        self.name(stamp, state);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let ranks = ask.settings().member_naming.fixed().map_or(&[][..], |it| &it.ranks);
        let name = |unit: &UnitId| {
            let current = ask.state.membership().units.get(unit)?.last_named(Named::Member);
            Some(Self {
                unit: unit.clone(),
                person: new_name()?,
                post: some_text()?,
                rank: ranks.first().copied().unwrap_or(Rank::Division),
                portfolio: true,
                replaces: current.map(|it| it.person.clone()),
                from: None,
            })
        };
        ask.members_on(ask.today()).into_iter().filter_map(name).collect()
    }
}
