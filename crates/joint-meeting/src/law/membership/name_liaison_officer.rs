//! The act `name_liaison_officer` names the liaison officer of a unit (指派联络员) or their successor.
//!
//! What it shares with the naming of members is in `naming`.

use crate::{
    charter::{
        Charter,
        readings::{LiaisonQualification, LiaisonUnits, ReadingKey},
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
    /// Names the liaison officer of a unit (指派联络员), or another person in the officer's place.
    ///
    /// A person responsible for the unit does this, or its member, or the office with the letter of the unit attached
    /// (`actor.acts_for_unit`), for a unit that is a member unit that day (`unit.is_member`). A unit has one liaison officer: whoever is named already must be named as the
    /// one who is replaced (`liaison.one_for_each_unit`). The person heads a business section, has the rank, and has
    /// the qualities, as far as the charter asks for it (`liaison.is_section_head`, `liaison.has_rank`,
    /// `liaison.has_qualities`). Unless the charter is read otherwise, the person is not also the unit's member
    /// (`liaison.is_not_the_member`), nor the liaison officer of another unit (`liaison.of_one_unit`).
    ///
    /// It settles nothing. From the first day on the person is the liaison officer, and the one who is replaced no
    /// longer; where the charter leaves a change to the meeting, that waits for `confirm_appointment`, and where it is
    /// read so, for `notify_change`. The unit owes the office word of a change (`change.notified_promptly`), which it gives by `notify_change`.
    ///
    /// ```
    /// use joint_meeting::{Act, act::NameLiaisonOfficer, wire, words::Rank};
    ///
    /// let (post, heads_section, knows_duties, masters_trade) = ("head of section".parse()?, true, true, true);
    /// let act = NameLiaisonOfficer::new(
    ///     "cyberspace".parse()?, "p41".parse()?, post, Rank::Section, heads_section, knows_duties, masters_trade,
    /// )
    /// .replaces("p31".parse()?);
    /// let json = r#"{
    ///     "type": "name_liaison_officer", "unit": "cyberspace", "person": "p41", "post": "head of section",
    ///     "rank": "section", "section_head": true, "knows_duties": true, "masters_trade": true, "replaces": "p31"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct NameLiaisonOfficer {
        /// The unit.
        pub unit: UnitId,
        /// The person.
        pub person: PersonId,
        /// The post the person holds in the unit.
        pub post: Text,
        /// Its rank.
        pub rank: Rank,
        /// Whether the person heads a business section (业务科室主要负责同志).
        pub section_head: bool,
        /// Whether the person knows the unit's duties in the matter (熟悉职责).
        pub knows_duties: bool,
        /// Whether the person masters the trade (精通业务).
        pub masters_trade: bool,
        /// Whom the person replaces.
        optional pub replaces: Option<PersonId>,
        /// The first day; if not given, the day of the act.
        optional pub from: Option<Date>,
    }
}

impl ActType for NameLiaisonOfficer {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(|it| it.says_who_is_named(&it.act.unit)),
        of_members(|it| it.members_all([&it.act.unit])),
        Guard {
            rule: Rule::law(
                "liaison.one_for_each_unit",
                "每个成员单位指派一名联络员，更换须指明原联络员",
                "each unit has one liaison officer; another is named in their place",
            )
            .needs(&[SettingKey::LiaisonNaming]),
            check: Self::replaces_the_one_named,
        },
        Guard {
            rule: Rule::law(
                "liaison.is_section_head",
                "联络员为业务科室主要负责同志",
                "the liaison officer heads a business section",
            )
            .needs(&[SettingKey::LiaisonNaming])
            .reads(&[ReadingKey::LiaisonQualification]),
            check: |it| {
                let asked = it.settings().liaison_naming.fixed().is_some_and(|it| it.section_head);
                let instead = it.reading::<LiaisonQualification>() == LiaisonQualification::Either
                    && it.act.has_qualities();
                ensure(!asked || it.act.section_head || instead, || Finding::Missing {
                    what: vec!["section_head".to_owned()],
                })
            },
        },
        Guard {
            rule: Rule::law(
                "liaison.has_rank",
                "联络员为规定职级的领导",
                "the liaison officer has the rank the charter asks for",
            )
            .needs(&[SettingKey::LiaisonNaming]),
            check: |it| {
                let naming = it.settings().liaison_naming.fixed();
                rank_is_one_of(it.act.rank, naming.map_or(&[], |it| &it.ranks))
            },
        },
        Guard {
            rule: Rule::law(
                "liaison.has_qualities",
                "联络员熟悉职责、精通业务",
                "the liaison officer knows the duties and masters the trade",
            )
            .needs(&[SettingKey::LiaisonNaming])
            .reads(&[ReadingKey::LiaisonQualification]),
            check: |it| {
                let asked = it.settings().liaison_naming.fixed().is_some_and(|it| it.qualities);
                let instead = it.reading::<LiaisonQualification>() == LiaisonQualification::Either
                    && it.act.section_head;
                let lacks = [("knows_duties", it.act.knows_duties), ("masters_trade", it.act.masters_trade)];
                let lacks: Vec<String> =
                    lacks.iter().filter(|(_, has)| !has).map(|(it, _)| (*it).to_owned()).collect();
                ensure(!asked || instead || lacks.is_empty(), || Finding::Missing { what: lacks })
            },
        },
        Guard {
            rule: NOT_BOTH,
            check: |it| it.is_not_both(it.member_of(&it.act.unit, it.today()), &it.act.person),
        },
        Guard {
            rule: Rule::law(
                "liaison.of_one_unit",
                "一人只任一个单位的联络员",
                "a person is the liaison officer of one unit",
            )
            .reads(&[ReadingKey::LiaisonUnits]),
            check: |it| {
                let others = it.others_naming(Named::LiaisonOfficer, &it.act.person, &it.act.unit);
                let may = it.reading::<LiaisonUnits>() == LiaisonUnits::Several;
                ensure(may || others.is_empty(), || Finding::Unwanted { what: others })
            },
        },
    ];

    const FREE: &'static [&'static str] =
        &["person", "post", "rank", "section_head", "knows_duties", "masters_trade", "from"];

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
        let ranks = ask.settings().liaison_naming.fixed().map_or(&[][..], |it| &it.ranks);
        let name = |unit: &UnitId| {
            let current = ask.state.membership().units.get(unit)?.last_named(Named::LiaisonOfficer);
            Some(Self {
                unit: unit.clone(),
                person: new_name()?,
                post: some_text()?,
                rank: ranks.first().copied().unwrap_or(Rank::Section),
                section_head: true,
                knows_duties: true,
                masters_trade: true,
                replaces: current.map(|it| it.person.clone()),
                from: None,
            })
        };
        ask.members_on(ask.today()).into_iter().filter_map(name).collect()
    }
}

impl NameLiaisonOfficer {
    fn has_qualities(&self) -> bool {
        self.knows_duties && self.masters_trade
    }
}
