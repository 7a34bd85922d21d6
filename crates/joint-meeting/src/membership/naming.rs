//! A unit names its member and its liaison officer, and tells the office when they change.

use super::{Named, Naming, Rank, Unit, by_office, by_unit, of_members, word};
use crate::{
    act::{ActKind, ActType, Resolver, new_name, some_text},
    charter::{
        Charter, ReadingKey, Role, SettingKey,
        readings::{LiaisonAlsoMember, LiaisonQualification, LiaisonUnits},
        settings::{Decider, Succession},
    },
    decision::Item,
    deed::Stamp,
    entry::Outcome,
    id::{ItemId, PersonId, Text, UnitId},
    law::MatterRef,
    record::record,
    refusal::Finding,
    rule::{Ask, Case, Check, Guard, Rule, ensure, remedy},
    state::State,
    time::{Date, Time, day_before, start_of},
};

record! {
    /// Names the member of a unit (确定成员), or another in his place.
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
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub replaces: Option<PersonId>,
        /// The first day; if not given, the day of the act.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub from: Option<Date>,
    }

    /// Names the liaison officer of a unit (指派联络员), or another in his place.
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
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub replaces: Option<PersonId>,
        /// The first day; if not given, the day of the act.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub from: Option<Date>,
    }

    /// Confirms a person whom a unit has named (确定人选), where the charter asks for it.
    pub struct ConfirmAppointment {
        /// The unit.
        pub unit: UnitId,
        /// As what the person was named.
        pub named: Named,
        /// The agreed matter by which it is confirmed.
        pub item: ItemId,
    }

    /// Tells the office that a unit has changed its member or liaison officer (通报变动).
    pub struct NotifyChange {
        /// The unit.
        pub unit: UnitId,
        /// Which of the two.
        pub named: Named,
        /// The person who was named.
        pub person: PersonId,
    }
}

/// What both namings have in common.
trait Naming_: ActType {
    const NAMED: Named;
    fn unit(&self) -> &UnitId;
    fn person(&self) -> &PersonId;
    fn replaces(&self) -> Option<&PersonId>;
    fn from(&self) -> Option<Date>;
    fn rank(&self) -> Rank;

    /// The person named now is replaced, or nobody is named.
    fn replaces_the_one_named(case: &Case<'_, Self>) -> Check {
        let from = case.act.from().unwrap_or_else(|| case.today());
        let unit = case.state.membership.units.get(case.act.unit());
        let last = unit.and_then(|it| it.namings(Self::NAMED).last());
        let current = last.map(|it| &it.person);
        if current == case.act.replaces() {
            let since = last.map_or(from, |it| it.from);
            let earliest = start_of(since, case.charter.offset());
            return ensure(from >= since, || Finding::TooEarly { earliest });
        }
        let word = |it: Option<&PersonId>| it.map_or_else(|| "-".to_owned(), ToString::to_string);
        Err(Finding::Differs { found: word(case.act.replaces()), expected: word(current) })
    }

    fn resolve_naming(&self, names: &mut Resolver<'_>) -> Option<()> {
        let state = names.state;
        let unit = names.known(self.unit()).map(|_| ());
        if let Some(person) = self.replaces()
            && !state.membership.knows_person(person)
        {
            names.unknown(person);
        }
        unit
    }

    fn name(&self, stamp: Stamp<'_>, state: &mut State) {
        state.membership.persons.insert(self.person().clone());
        let from = self.from().unwrap_or_else(|| stamp.at.date());
        let Some(unit) = state.membership.units.get_mut(self.unit()) else { return };
        let namings = unit.namings_mut(Self::NAMED);
        for naming in namings.iter_mut().filter(|it| it.to.is_none()) {
            naming.to = Some(day_before(from));
        }
        namings.push(Naming {
            person: self.person().clone(),
            rank: self.rank(),
            from,
            to: None,
            made: stamp.deed(),
            is_change: self.replaces().is_some(),
            notified: None,
            confirmed: false,
        });
    }
}

macro_rules! naming {
    ($act:ident is $named:ident) => {
        impl Naming_ for $act {
            const NAMED: Named = Named::$named;
            fn unit(&self) -> &UnitId {
                &self.unit
            }
            fn person(&self) -> &PersonId {
                &self.person
            }
            fn replaces(&self) -> Option<&PersonId> {
                self.replaces.as_ref()
            }
            fn from(&self) -> Option<Date> {
                self.from
            }
            fn rank(&self) -> Rank {
                self.rank
            }
        }
    };
}

naming!(NameMember is Member);
naming!(NameLiaisonOfficer is LiaisonOfficer);

fn rank_is_one_of(rank: Rank, ranks: &[Rank]) -> Check {
    ensure(ranks.is_empty() || ranks.contains(&rank), || Finding::NotAllowed {
        value: word(&rank),
        allowed: ranks.iter().map(word).collect(),
    })
}

const NOT_BOTH: Rule =
    Rule::law("liaison.is_not_the_member", "联络员与成员不是同一人", "the liaison officer is not the member")
        .reads(&[ReadingKey::LiaisonAlsoMember, ReadingKey::ConvenerCounts]);

impl ActType for NameMember {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(|it| it.needs(&[Role::ResponsiblePerson, Role::Member], Some(&it.act.unit))),
        of_members(|it| it.members_all([&it.act.unit])),
        Guard {
            rule: Rule::law(
                "member.one_for_each_unit",
                "每个成员单位确定一名成员，更换须指明原成员",
                "each unit has one member; another is named in his place",
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
            .reads(&[ReadingKey::ConvenerCounts]),
            check: |it| {
                let others = it.others_naming(Named::Member, &it.act.person, &it.act.unit);
                ensure(others.is_empty(), || Finding::Unwanted { what: others })
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
            let current = ask.state.membership.units.get(unit)?.namings(Named::Member).last();
            Some(Self {
                unit: unit.clone(),
                person: new_name(ask)?,
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

impl ActType for NameLiaisonOfficer {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(|it| it.needs(&[Role::ResponsiblePerson, Role::Member], Some(&it.act.unit))),
        of_members(|it| it.members_all([&it.act.unit])),
        Guard {
            rule: Rule::law(
                "liaison.one_for_each_unit",
                "每个成员单位指派一名联络员，更换须指明原联络员",
                "each unit has one liaison officer; another is named in his place",
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
            let current = ask.state.membership.units.get(unit)?.namings(Named::LiaisonOfficer).last();
            Some(Self {
                unit: unit.clone(),
                person: new_name(ask)?,
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

impl Ask<'_> {
    /// The other member units that have named the person so.
    fn others_naming(&self, named: Named, person: &PersonId, unit: &UnitId) -> Vec<String> {
        let on = self.today();
        let units = self.state.membership.units.iter().filter(|(id, _)| *id != unit);
        let names = |it: &Unit| it.namings(named).iter().any(|it| it.to.is_none() && it.person == *person);
        let is_member = |id: &UnitId| named == Named::Member && self.member_of(id, on) == Some(person);
        units
            .filter(|(id, it)| it.is_member(on) && (names(it) || is_member(id)))
            .map(|(id, _)| id.to_string())
            .collect()
    }

    /// Whoever is the one is not the other, unless the reading lets him.
    fn is_not_both(&self, other: Option<&PersonId>, person: &PersonId) -> Check {
        let may = self.reading::<LiaisonAlsoMember>() == LiaisonAlsoMember::Yes;
        ensure(may || other != Some(person), || Finding::Unwanted { what: vec![person.to_string()] })
    }
}

impl ActType for ConfirmAppointment {
    type Names<'s> = (&'s Unit, &'s Item);

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::law(
                "appointment.is_for_the_meeting",
                "人选须由联席会议确定的，方需确定",
                "a person is confirmed only where the charter leaves it to the meeting",
            )
            .needs(&[SettingKey::MemberChange, SettingKey::LiaisonChange]),
            check: |it| {
                let found = it.succession(it.act.named);
                ensure(found == Some(Succession::Confirm), || Finding::Differs {
                    found: found.map_or_else(|| "silent".to_owned(), |it| word(&it)),
                    expected: word(&Succession::Confirm),
                })
            },
        },
        Guard {
            rule: Rule::law(
                "appointment.agreed_by_meeting",
                "人选已由联席会议议定",
                "the meeting has agreed on the person",
            )
            .cured_by(&[remedy(ActKind::Agree, &[Role::PresidingPerson])]),
            check: |it| it.decided_by(&[Decider::Meeting], Some(&it.act.item), None),
        },
        Guard {
            rule: Rule::always(
                "appointment.awaits_confirmation",
                "该单位已提出人选，尚未确定",
                "the unit has named a person who is not yet confirmed",
            ),
            check: |it| {
                let naming = it.names.0.naming(it.act.named, it.today());
                ensure(naming.is_some_and(|it| !it.confirmed), || Finding::Missing {
                    what: vec![word(&it.act.named)],
                })
            },
        },
    ];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let item = names.known(&self.item);
        names.known(&self.unit).zip(item)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let on = stamp.at.date();
        let unit = state.membership.units.get_mut(&self.unit);
        let namings = unit.map(|it| it.namings_mut(self.named)).into_iter().flatten();
        for naming in namings.filter(|it| it.holds(on)) {
            naming.confirmed = true;
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let Some((item, _)) = ask.state.decisions.items.iter().rfind(|(_, it)| it.is_agreed()) else {
            return Vec::new();
        };
        let units = ask.members_on(ask.today()).into_iter();
        units
            .flat_map(|unit| {
                Named::ALL.iter().map(|named| Self { unit: unit.clone(), named: *named, item: item.clone() })
            })
            .collect()
    }
}

impl ActType for NotifyChange {
    type Names<'s> = &'s Unit;

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(|it| it.acts_for(&it.act.unit)),
        Guard {
            rule: Rule::law(
                "change.is_pending",
                "该单位有变动尚未通报",
                "the unit has changed this person and not yet told the office",
            ),
            check: |it| {
                let namings = it.names.namings(it.act.named);
                let pending =
                    namings.iter().any(|naming| naming.person == it.act.person && naming.is_pending());
                ensure(pending, || Finding::Missing { what: vec![word(&it.act.named)] })
            },
        },
    ];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let state = names.state;
        if !state.membership.knows_person(&self.person) {
            names.unknown(&self.person);
        }
        names.known(&self.unit)
    }

    fn since(unit: &Self::Names<'_>) -> Option<Time> {
        let namings = Named::ALL.iter().flat_map(|it| unit.namings(*it));
        namings.filter(|it| it.is_pending()).map(|it| it.made.at).min()
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        let unit = state.membership.units.get_mut(&self.unit);
        let namings = unit.map(|it| it.namings_mut(self.named)).into_iter().flatten();
        for naming in namings.filter(|it| it.person == self.person && it.is_pending()) {
            naming.notified = Some(stamp.deed());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let pending = |unit: &UnitId, named: Named| {
            let namings = ask.state.membership.units.get(unit)?.namings(named);
            let naming = namings.iter().rfind(|it| it.is_pending())?;
            Some(Self { unit: unit.clone(), named, person: naming.person.clone() })
        };
        let units = ask.members_on(ask.today()).into_iter();
        units.flat_map(|unit| Named::ALL.iter().filter_map(move |named| pending(unit, *named))).collect()
    }
}
