//! Membership: units, posts and persons over time, and the roles that follow from them.
//!
//! Three types, each with its own history: a unit joins, is renamed, merges; a post is held by persons one
//! after the other; a person is named as member or liaison officer by a unit. What roles may do is said at
//! the acts.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    act::{ActType, Resolver, new_name, some_text},
    charter::{
        Charter, PostEntry,
        readings::{
            ConvenerCounts, LiaisonAlsoMember, LiaisonQualification, LiaisonUnits, Promptly, UnitAddedBy,
            UnitEligible, UnitList,
        },
        settings::{Decider, Holder, Office, Role, Succession},
    },
    duty::{Found, Instance},
    entry::Entry,
    founding::FirstHolder,
    id::{ClassId, ItemId, PersonId, PostId, Text, UnitId},
    record::{record, words},
    refusal::Finding,
    rule::{Ask, Case, Check, Duty, Guard, Rule, View, ensure, fixed, remedy},
    state::State,
    time::{Date, Period, Time, day_before},
    verdict::{Due, Verdict},
};

words! {
    /// What kind of unit it is.
    pub enum UnitKind {
        /// A Party organ (党委部门).
        PartyOrgan,
        /// A government department or its branch (政府部门).
        Government,
        /// A court (法院).
        Court,
        /// A procuratorate (检察院).
        Procuratorate,
        /// An organ of a people's congress (人大).
        PeoplesCongress,
        /// A military unit (军事机关).
        Military,
        /// A mass organisation (群团组织).
        MassOrganisation,
        /// A street or town (街道、乡镇).
        Street,
        /// A part of another unit (内设机构).
        SubUnit,
        /// A company or a bank (企业).
        Enterprise,
        /// An association (协会).
        Association,
        /// A village or residents' committee (村居).
        Village,
    }

    /// The rank of a post, from the highest (职级).
    pub enum Rank {
        /// 省部级
        Provincial,
        /// 厅局级
        Bureau,
        /// 处级
        Division,
        /// 科级
        Section,
        /// Without a rank of leadership.
        Staff,
    }

    /// The two persons a unit names.
    pub enum Named {
        /// The member (成员).
        Member,
        /// The liaison officer (联络员).
        LiaisonOfficer,
    }
}

impl UnitKind {
    /// Whether it is a public body, and not a company, an association or a village.
    pub fn is_public_body(self) -> bool {
        !matches!(self, Self::Enterprise | Self::Association | Self::Village)
    }
}

record! {
    /// Adds a member unit (增加成员单位).
    pub struct AdmitUnit {
        /// Its new name here, or that of a unit known already.
        pub unit: UnitId,
        /// Its name.
        pub name: Text,
        /// What kind of unit it is.
        pub kind: UnitKind,
        /// The class through which it belongs.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub class: Option<ClassId>,
        /// The agreed matter by which it is added.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub item: Option<ItemId>,
        /// The paper on which it rests, where it is not an agreed matter.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub basis: Option<Text>,
        /// The unit's written consent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub consent: Option<Text>,
        /// The first day; if not given, the day of the act.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub from: Option<Date>,
    }

    /// Takes a unit out of the body (退出).
    pub struct WithdrawUnit {
        /// The unit.
        pub unit: UnitId,
        /// What it rests on.
        pub basis: Text,
        /// The last day.
        pub to: Date,
    }

    /// Records that units were merged into one (机构合并); the successor takes their place.
    pub struct MergeUnits {
        /// The units that end.
        pub units: Vec<UnitId>,
        /// The successor: one of them, another unit, or a new one.
        pub into: UnitId,
        /// Its name.
        pub name: Text,
        /// What kind of unit it is.
        pub kind: UnitKind,
        /// The paper on which the merger rests.
        pub basis: Text,
        /// The successor's first day.
        pub from: Date,
    }

    /// Records a unit's new name (更名).
    pub struct RenameUnit {
        /// The unit.
        pub unit: UnitId,
        /// The new name.
        pub name: Text,
        /// The paper on which it rests.
        pub basis: Text,
        /// The first day of the new name.
        pub from: Date,
    }

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

const ACTS_FOR_UNIT: Rule = Rule::law(
    "actor.acts_for_unit",
    "由该单位的负责人、成员或者联络员代表该单位办理",
    "whoever acts for the unit is its responsible person, its member or its liaison officer",
);

const OFFICE: Rule = Rule::law("actor.is_office", "日常工作由办公室办理", "daily work is done by the office");

const CONVENER: Rule = Rule::law("actor.is_convener", "由召集人办理", "the convener does this");

const MEMBER_UNIT: Rule =
    Rule::law("unit.is_member", "该单位当日是成员单位", "the unit is a member unit that day");

/// The actor acts for the unit.
pub(crate) const fn by_unit<A: ActType>(check: fn(&Case<'_, A>) -> Check) -> Guard<A> {
    Guard { rule: ACTS_FOR_UNIT, check }
}

/// The office does this.
pub(crate) const fn by_office<A: ActType>() -> Guard<A> {
    Guard { rule: OFFICE, check: |it| it.needs(&[Role::Office], None) }
}

/// The convener does this.
pub(crate) const fn by_convener<A: ActType>() -> Guard<A> {
    Guard { rule: CONVENER, check: |it| it.needs(&[Role::Convener], None) }
}

/// The units are member units that day.
pub(crate) const fn of_members<A: ActType>(check: fn(&Case<'_, A>) -> Check) -> Guard<A> {
    Guard { rule: MEMBER_UNIT, check }
}

impl Ask<'_> {
    /// The actor acts for the unit that day.
    pub(crate) fn acts_for(&self, unit: &UnitId) -> Check {
        self.needs(&[Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer], Some(unit))
    }

    /// The units are member units that day.
    pub(crate) fn members_all<'u>(&self, units: impl IntoIterator<Item = &'u UnitId>) -> Check {
        let strange: Vec<UnitId> =
            units.into_iter().filter(|it| !self.is_member(it, self.today())).cloned().collect();
        ensure(strange.is_empty(), || Finding::StrangeUnits { units: strange })
    }
}

/// Who held which role on a day.
impl<'s> View<'s> {
    /// Whether the unit is a member unit.
    pub(crate) fn is_member(&self, unit: &UnitId, on: Date) -> bool {
        self.state.membership.units.get(unit).is_some_and(|it| it.is_member(on))
    }

    /// The member units, in protocol order, those admitted later after the others.
    pub(crate) fn members_on(&self, on: Date) -> Vec<&'s UnitId> {
        let order = self.settings().members.fixed().map_or(&[][..], |it| it);
        let place = |unit: &UnitId| order.iter().position(|it| it == unit).unwrap_or(order.len());
        let units = self.state.membership.units.iter();
        let mut members: Vec<&UnitId> = units.filter(|(_, it)| it.is_member(on)).map(|(id, _)| id).collect();
        members.sort_by_key(|it| place(it));
        members
    }

    /// The person a unit has named, and the naming; not one who still awaits confirmation.
    pub(crate) fn named(&self, unit: &UnitId, named: Named, on: Date) -> Option<&'s Naming> {
        let naming = self.state.membership.units.get(unit)?.naming(named, on)?;
        (naming.confirmed || !self.needs_confirmation(named)).then_some(naming)
    }

    /// The member of a unit: the person named, or the convener for the lead unit where the reading says so.
    pub(crate) fn member_of(&self, unit: &UnitId, on: Date) -> Option<&'s PersonId> {
        if let Some(naming) = self.named(unit, Named::Member, on) {
            return Some(&naming.person);
        }
        if self.reading::<ConvenerCounts>() == ConvenerCounts::No || !self.is_lead(unit) {
            return None;
        }
        let conveners = self.settings().conveners.fixed()?.iter();
        conveners.filter_map(|it| self.post_holder(it, unit, on)).next()
    }

    fn post_holder(&self, holder: &Holder, unit: &UnitId, on: Date) -> Option<&'s PersonId> {
        let Holder::Post(post) = holder else { return None };
        let own = self.charter.post(post)?.unit.as_ref()?;
        if own != unit {
            return None;
        }
        self.state.membership.holders(post, unit, on).next()
    }

    pub(crate) fn is_lead(&self, unit: &UnitId) -> bool {
        self.settings().lead_units.fixed().is_some_and(|it| it.contains(unit))
    }

    /// Whether a person so named must be confirmed by the meeting.
    pub(crate) fn needs_confirmation(&self, named: Named) -> bool {
        self.succession(named) == Some(Succession::Confirm)
    }

    fn succession(&self, named: Named) -> Option<Succession> {
        let settings = self.settings();
        match named {
            Named::Member => settings.member_change.fixed().copied(),
            Named::LiaisonOfficer => settings.liaison_change.fixed().copied(),
        }
    }

    /// Whether a person holds a role on a day; for roles in a unit, in the unit given, or in any.
    pub(crate) fn holds(&self, role: Role, person: &PersonId, unit: Option<&UnitId>, on: Date) -> bool {
        let settings = self.settings();
        match role {
            Role::ChiefConvener => {
                settings.chief_convener.fixed().is_some_and(|it| self.is_holder(it, person, on))
            }
            Role::Convener => self.is_any_holder(settings.conveners.fixed(), person, on),
            Role::DeputyConvener => self.is_any_holder(settings.deputy_conveners.fixed(), person, on),
            Role::Office => match settings.office.fixed() {
                Some(Office::Seated { director, deputies, staff, .. }) => {
                    director.iter().chain(deputies).chain(staff).any(|it| self.holds_post(it, person, on))
                }
                // Where there is no office, its work falls to the lead unit.
                Some(Office::Forbidden) | None => self.holds(Role::LeadUnit, person, None, on),
            },
            Role::OfficeDirector => match settings.office.fixed() {
                Some(Office::Seated { director, .. }) => {
                    director.iter().any(|it| self.holds_post(it, person, on))
                }
                Some(Office::Forbidden) | None => false,
            },
            Role::LeadUnit => match settings.lead_units.fixed() {
                Some(lead) if !lead.is_empty() => lead.iter().any(|it| self.acts_for_unit(person, it, on)),
                // Where no unit leads, the convener does.
                _ => self.holds(Role::Convener, person, None, on),
            },
            Role::MemberUnit => {
                self.in_units(unit, |it| self.is_member(it, on) && self.acts_for_unit(person, it, on))
            }
            Role::Member => self.in_units(unit, |it| self.member_of(it, on) == Some(person)),
            Role::LiaisonOfficer => self.in_units(unit, |it| {
                self.named(it, Named::LiaisonOfficer, on).is_some_and(|it| it.person == *person)
            }),
            Role::ResponsiblePerson => self.in_units(unit, |it| self.is_responsible(person, it, on)),
            Role::PresidingPerson | Role::Superior => false,
        }
    }

    /// Whether the person is responsible for the unit (负责人): holds such a post, or is its member.
    pub(crate) fn is_responsible(&self, person: &PersonId, unit: &UnitId, on: Date) -> bool {
        let posts = self.settings().responsible_posts.fixed().map_or(&[][..], |it| it);
        posts.iter().any(|it| self.state.membership.holders(it, unit, on).any(|it| it == person))
            || self.member_of(unit, on) == Some(person)
    }

    fn acts_for_unit(&self, person: &PersonId, unit: &UnitId, on: Date) -> bool {
        self.is_responsible(person, unit, on)
            || self.named(unit, Named::LiaisonOfficer, on).is_some_and(|it| it.person == *person)
    }

    fn in_units(&self, unit: Option<&UnitId>, holds: impl Fn(&UnitId) -> bool) -> bool {
        match unit {
            Some(unit) => holds(unit),
            None => self.state.membership.units.keys().any(holds),
        }
    }

    fn is_any_holder(&self, holders: Option<&Vec<Holder>>, person: &PersonId, on: Date) -> bool {
        holders.into_iter().flatten().any(|it| self.is_holder(it, person, on))
    }

    fn is_holder(&self, holder: &Holder, person: &PersonId, on: Date) -> bool {
        match holder {
            Holder::Post(post) => self.holds_post(post, person, on),
            Holder::Unit(unit) => self.acts_for_unit(person, unit, on),
        }
    }

    fn holds_post(&self, post: &PostId, person: &PersonId, on: Date) -> bool {
        let Some(PostEntry { unit: Some(unit), .. }) = self.charter.post(post) else { return false };
        self.state.membership.holders(post, unit, on).any(|it| it == person)
    }

    /// The first convener who is in office, for a notice that names nobody.
    pub(crate) fn convener(&self, on: Date) -> Option<&'s PersonId> {
        self.settings().conveners.fixed()?.iter().find_map(|it| match it {
            Holder::Post(post) => {
                let unit = self.charter.post(post)?.unit.as_ref()?;
                self.state.membership.holders(post, unit, on).next()
            }
            Holder::Unit(unit) => self.member_of(unit, on),
        })
    }
}

impl ActType for AdmitUnit {
    type Names<'s> = Option<&'s Unit>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::law(
                "unit.addition_decided",
                "增加成员单位须经有权者决定",
                "whoever may add a unit has decided it",
            )
            .needs(&["unit.addition"])
            .reads(&["unit.added_by"])
            .cured_by(&[remedy("agree", &[Role::PresidingPerson])]),
            check: |it| {
                let by = &fixed(&it.settings().unit_addition, "unit.addition")?.by;
                let read = match it.reading() {
                    UnitAddedBy::Consensus => Decider::Meeting,
                    UnitAddedBy::Convener => Decider::Convener,
                    UnitAddedBy::Reissue => Decider::Reissue,
                };
                let by = if by.is_empty() { std::slice::from_ref(&read) } else { by };
                it.decided_by(by, it.act.item.as_ref(), it.act.basis.as_ref())
            },
        },
        Guard {
            rule: Rule::law(
                "unit.addition_consented",
                "拟增加的单位已书面同意",
                "the new unit has consented in writing",
            )
            .needs(&["unit.addition"]),
            check: |it| {
                let consents = it.settings().unit_addition.fixed().is_some_and(|it| it.unit_consents);
                ensure(!consents || it.act.consent.is_some(), || Finding::MissingUnits {
                    units: vec![it.act.unit.clone()],
                })
            },
        },
        Guard {
            rule: Rule::law(
                "unit.is_eligible",
                "增加的是有关部门，不是企业、协会",
                "a unit that joins is a public body",
            )
            .reads(&["unit.eligible"]),
            check: |it| {
                let eligible = it.act.kind.is_public_body()
                    || it.act.class.is_some()
                    || it.reading::<UnitEligible>() == UnitEligible::Anybody;
                ensure(eligible, || Finding::NotAllowed {
                    value: format!("{:?}", it.act.kind).to_lowercase(),
                    allowed: vec!["public_body".to_owned()],
                })
            },
        },
        Guard {
            rule: Rule::always(
                "unit.not_yet_member",
                "该单位尚不是成员单位",
                "the unit is not yet a member unit",
            ),
            check: |it| {
                ensure(!it.is_member(&it.act.unit, it.today()), || Finding::StrangeUnits {
                    units: vec![it.act.unit.clone()],
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["unit", "name", "kind", "consent"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let state = names.state;
        if let Some(item) = &self.item {
            names.known(&state.decisions.items, item)?;
        }
        if let Some(class) = &self.class {
            let classes = names.charter.settings().member_classes.fixed();
            if !classes.into_iter().flatten().any(|it| it.id == *class) {
                names.unknown(class);
            }
        }
        Some(state.membership.units.get(&self.unit))
    }

    fn apply(&self, entry: &Entry, state: &mut State, _: &Charter) {
        let from = self.from.unwrap_or_else(|| entry.at.date());
        let unit = state.membership.unit_mut(&self.unit, &self.name, self.kind, from);
        unit.class.clone_from(&self.class);
        unit.spans.push(Span { from, to: None });
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let items = ask.state.decisions.items.iter().filter(|(_, it)| it.is_agreed());
        let item = items.map(|(id, _)| id.clone()).next_back();
        let made = || {
            Some(Self {
                unit: new_name(ask)?,
                name: some_text()?,
                kind: UnitKind::Government,
                class: None,
                basis: if item.is_none() { some_text() } else { None },
                item,
                consent: some_text(),
                from: None,
            })
        };
        made().into_iter().collect()
    }
}

impl Ask<'_> {
    /// Whether one of the deciders has decided: by the agreed matter, the paper or the actor's own role.
    fn decided_by(&self, by: &[Decider], item: Option<&ItemId>, basis: Option<&Text>) -> Check {
        let agreed = |plenary: bool| {
            let item = item.and_then(|it| self.state.decisions.items.get(it));
            item.is_some_and(|it| it.is_agreed() && (!plenary || it.settled_at_plenary(self.state)))
        };
        let holds = |role| self.needs(&[role], None).is_ok();
        let decided = |it: &Decider| match it {
            Decider::Meeting => agreed(false),
            Decider::Plenary => agreed(true),
            Decider::Convener => basis.is_some() || holds(Role::Convener),
            Decider::LeadUnit => basis.is_some() || holds(Role::LeadUnit),
            Decider::Superior | Decider::Reissue => basis.is_some(),
        };
        if by.iter().any(decided) {
            return Ok(());
        }
        let word = |it: &Decider| match it {
            Decider::Meeting | Decider::Plenary => "agreed_matter",
            Decider::Convener | Decider::LeadUnit | Decider::Superior | Decider::Reissue => "basis",
        };
        Err(Finding::Missing { what: by.iter().map(|it| word(it).to_owned()).collect() })
    }
}

impl ActType for WithdrawUnit {
    type Names<'s> = &'s Unit;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        of_members(|it| it.members_all([&it.act.unit])),
        Guard {
            rule: Rule::law(
                "unit.removal_provided_for",
                "制度规定了成员单位退出的办法",
                "the charter says how a unit leaves",
            )
            .needs(&["unit.removal"])
            .cured_by(&[remedy("amend_charter", &[Role::LeadUnit])]),
            check: |it| {
                let removal = fixed(&it.settings().unit_removal, "unit.removal")?;
                it.decided_by(&removal.by, None, Some(&it.act.basis))
            },
        },
    ];

    const FREE: &'static [&'static str] = &["basis", "to"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let state = names.state;
        names.known(&state.membership.units, &self.unit)
    }

    fn apply(&self, _: &Entry, state: &mut State, _: &Charter) {
        if let Some(unit) = state.membership.units.get_mut(&self.unit) {
            unit.end(self.to);
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let withdraw =
            |unit: &UnitId| Some(Self { unit: unit.clone(), basis: some_text()?, to: ask.today() });
        ask.members_on(ask.today()).into_iter().filter_map(withdraw).collect()
    }
}

impl ActType for MergeUnits {
    type Names<'s> = Vec<&'s Unit>;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        of_members(|it| it.members_all(&it.act.units)),
        Guard {
            rule: Rule::always(
                "unit.merger_of_two",
                "合并须有两个以上单位",
                "a merger takes two units or more",
            ),
            check: |it| {
                let units: BTreeSet<&UnitId> = it.act.units.iter().chain([&it.act.into]).collect();
                ensure(units.len() > 1 && !it.act.units.is_empty(), || Finding::TooFew { have: 1, need: 2 })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["into", "name", "kind", "basis", "from"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let state = names.state;
        names.all_known(&state.membership.units, &self.units)
    }

    fn apply(&self, _: &Entry, state: &mut State, _: &Charter) {
        for id in self.units.iter().filter(|it| **it != self.into) {
            if let Some(unit) = state.membership.units.get_mut(id) {
                unit.end(day_before(self.from));
                unit.successor = Some(self.into.clone());
            }
        }
        let successor = state.membership.unit_mut(&self.into, &self.name, self.kind, self.from);
        if !successor.is_member(self.from) {
            successor.spans.push(Span { from: self.from, to: None });
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let made = || {
            let units = ask.members_on(ask.today()).into_iter().rev().take(2).cloned().collect();
            let (into, name, basis) = (new_name(ask)?, some_text()?, some_text()?);
            Some(Self { units, into, name, kind: UnitKind::Government, basis, from: ask.today() })
        };
        made().into_iter().collect()
    }
}

impl ActType for RenameUnit {
    type Names<'s> = &'s Unit;

    const GUARDS: &'static [Guard<Self>] = &[by_office()];

    const FREE: &'static [&'static str] = &["name", "basis", "from"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let state = names.state;
        names.known(&state.membership.units, &self.unit)
    }

    fn apply(&self, _: &Entry, state: &mut State, _: &Charter) {
        if let Some(unit) = state.membership.units.get_mut(&self.unit) {
            unit.names.insert(self.from, self.name.clone());
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let rename = |unit: &UnitId| {
            Some(Self { unit: unit.clone(), name: some_text()?, basis: some_text()?, from: ask.today() })
        };
        ask.members_on(ask.today()).into_iter().take(1).filter_map(rename).collect()
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
        (None, Some(unit)) => {
            let state = names.state;
            names.known(&state.membership.units, unit).map(|_| unit.clone())
        }
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
                .cured_by(&[remedy("vacate_post", &[Role::Office])]),
            check: |it| {
                let from = it.act.from.unwrap_or_else(|| it.today());
                let several = it.charter.post(&it.act.post).is_some_and(|it| it.several);
                let mut holders = it.state.membership.holders(&it.act.post, &it.names, from);
                let taken =
                    if several { holders.find(|holder| **holder == it.act.person) } else { holders.next() };
                ensure(taken.is_none(), || Finding::Unwanted {
                    what: taken.map(ToString::to_string).into_iter().collect(),
                })
            },
        },
        Guard {
            rule: Rule::law(
                "post.acting_holder_named_by_lead",
                "职务空缺时由有权者指定代理人",
                "an acting holder is named by whoever the charter says, or by the lead unit",
            )
            .needs(&["role.vacancy"]),
            check: |it| match (it.act.acting, it.settings().vacancy.fixed()) {
                (false, _) => Ok(()),
                (true, Some(roles)) => it.needs(roles, None),
                (true, None) => it.needs(&[Role::LeadUnit], None),
            },
        },
    ];

    const FREE: &'static [&'static str] = &["person", "from"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<UnitId> {
        seat(names, &self.post, self.unit.as_ref())
    }

    fn apply(&self, entry: &Entry, state: &mut State, charter: &Charter) {
        let own = charter.post(&self.post).and_then(|it| it.unit.as_ref());
        let Some(unit) = own.or(self.unit.as_ref()) else { return };
        let from = self.from.unwrap_or_else(|| entry.at.date());
        state.membership.seat(&self.post, unit, &self.person, self.acting, from, entry.no);
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
        let posts = ask.charter.file().posts.iter();
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

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<UnitId> {
        if !names.state.membership.knows_person(&self.person) {
            names.unknown(&self.person);
        }
        seat(names, &self.post, self.unit.as_ref())
    }

    fn apply(&self, entry: &Entry, state: &mut State, charter: &Charter) {
        let own = charter.post(&self.post).and_then(|it| it.unit.as_ref());
        let Some(unit) = own.or(self.unit.as_ref()) else { return };
        let to = self.to.unwrap_or_else(|| entry.at.date());
        let seat = state.membership.seats.get_mut(&(self.post.clone(), unit.clone()));
        for tenure in seat.into_iter().flatten() {
            if tenure.person == self.person && tenure.to.is_none() {
                tenure.to = Some(to);
            }
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let seats = ask.state.membership.seats.iter();
        seats
            .filter_map(|((post, unit), tenures)| {
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

/// What both namings have in common.
trait Naming_: ActType {
    const NAMED: Named;
    fn unit(&self) -> &UnitId;
    fn person(&self) -> &PersonId;
    fn replaces(&self) -> Option<&PersonId>;
    fn from(&self) -> Option<Date>;

    /// The person named now is replaced, or nobody is named.
    fn replaces_the_one_named(case: &Case<'_, Self>) -> Check {
        let from = case.act.from().unwrap_or_else(|| case.today());
        let unit = case.state.membership.units.get(case.act.unit());
        let current = unit.and_then(|it| it.naming(Self::NAMED, from)).map(|it| &it.person);
        if current == case.act.replaces() {
            return Ok(());
        }
        let word = |it: Option<&PersonId>| it.map_or_else(|| "-".to_owned(), ToString::to_string);
        Err(Finding::Differs { found: word(case.act.replaces()), expected: word(current) })
    }

    fn resolve_naming(&self, names: &mut Resolver<'_>) -> Option<()> {
        let state = names.state;
        let unit = names.known(&state.membership.units, self.unit()).map(|_| ());
        if let Some(person) = self.replaces()
            && !state.membership.knows_person(person)
        {
            names.unknown(person);
        }
        unit
    }

    fn name(&self, entry: &Entry, state: &mut State) {
        state.membership.persons.insert(self.person().clone());
        let from = self.from().unwrap_or_else(|| entry.at.date());
        let Some(unit) = state.membership.units.get_mut(self.unit()) else { return };
        let namings = unit.namings_mut(Self::NAMED);
        for naming in namings.iter_mut().filter(|it| it.to.is_none()) {
            naming.to = Some(day_before(from));
        }
        namings.push(Naming {
            person: self.person().clone(),
            from,
            to: None,
            at: entry.at,
            entry: entry.no,
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

/// The word of a value on the wire.
pub(crate) fn word(it: &impl serde::Serialize) -> String {
    match serde_json::to_value(it) {
        Ok(serde_json::Value::String(word)) => word,
        _ => String::new(),
    }
}

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
            .needs(&["member.naming"]),
            check: Self::replaces_the_one_named,
        },
        Guard {
            rule: Rule::law(
                "member.has_rank",
                "成员为规定职级的负责同志",
                "the member has the rank the charter asks for",
            )
            .needs(&["member.naming"]),
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
            .needs(&["member.naming"]),
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
            ),
            check: |it| {
                let others = it.others_naming(Named::Member, &it.act.person, &it.act.unit);
                ensure(others.is_empty(), || Finding::StrangeUnits { units: others })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["person", "post", "rank", "portfolio", "from"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        self.resolve_naming(names)
    }

    fn apply(&self, entry: &Entry, state: &mut State, _: &Charter) {
        self.name(entry, state);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let ranks = ask.settings().member_naming.fixed().map_or(&[][..], |it| &it.ranks);
        let name = |unit: &UnitId| {
            let current = ask.state.membership.units.get(unit)?.naming(Named::Member, ask.today());
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
            .needs(&["liaison.naming"]),
            check: Self::replaces_the_one_named,
        },
        Guard {
            rule: Rule::law(
                "liaison.is_section_head",
                "联络员为业务科室主要负责同志",
                "the liaison officer heads a business section",
            )
            .needs(&["liaison.naming"])
            .reads(&["liaison.qualification"]),
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
            .needs(&["liaison.naming"]),
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
            .needs(&["liaison.naming"])
            .reads(&["liaison.qualification"]),
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
            rule: Rule::law(
                "liaison.is_not_the_member",
                "联络员与成员不是同一人",
                "the liaison officer is not the member",
            )
            .reads(&["liaison.also_member"]),
            check: |it| {
                let same = it.member_of(&it.act.unit, it.today()) == Some(&it.act.person);
                let may = it.reading::<LiaisonAlsoMember>() == LiaisonAlsoMember::Yes;
                ensure(!same || may, || Finding::Unwanted { what: vec![it.act.person.to_string()] })
            },
        },
        Guard {
            rule: Rule::law(
                "liaison.of_one_unit",
                "一人只任一个单位的联络员",
                "a person is the liaison officer of one unit",
            )
            .reads(&["liaison.units"]),
            check: |it| {
                let others = it.others_naming(Named::LiaisonOfficer, &it.act.person, &it.act.unit);
                let may = it.reading::<LiaisonUnits>() == LiaisonUnits::Several;
                ensure(may || others.is_empty(), || Finding::StrangeUnits { units: others })
            },
        },
    ];

    const FREE: &'static [&'static str] =
        &["person", "post", "rank", "section_head", "knows_duties", "masters_trade", "from"];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        self.resolve_naming(names)
    }

    fn apply(&self, entry: &Entry, state: &mut State, _: &Charter) {
        self.name(entry, state);
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let ranks = ask.settings().liaison_naming.fixed().map_or(&[][..], |it| &it.ranks);
        let name = |unit: &UnitId| {
            let current = ask.state.membership.units.get(unit)?.naming(Named::LiaisonOfficer, ask.today());
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

impl View<'_> {
    /// The other units that have named the person so.
    fn others_naming(&self, named: Named, person: &PersonId, unit: &UnitId) -> Vec<UnitId> {
        let units = self.state.membership.units.iter().filter(|(id, _)| *id != unit);
        let names = |it: &Unit| it.namings(named).iter().any(|it| it.to.is_none() && it.person == *person);
        units.filter(|(_, it)| names(it)).map(|(id, _)| id.clone()).collect()
    }
}

impl ActType for ConfirmAppointment {
    type Names<'s> = &'s Unit;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::law(
                "appointment.is_for_the_meeting",
                "人选须由联席会议确定的，方需确定",
                "a person is confirmed only where the charter leaves it to the meeting",
            )
            .needs(&["change.member", "change.liaison_officer"]),
            check: |it| {
                let found = it.succession(it.act.named).map_or("silent", |it| match it {
                    Succession::Notify => "notify",
                    Succession::File => "file",
                    Succession::Confirm => "confirm",
                    Succession::Automatic => "automatic",
                });
                ensure(found == "confirm", || Finding::Differs {
                    found: found.to_owned(),
                    expected: "confirm".to_owned(),
                })
            },
        },
        Guard {
            rule: Rule::law(
                "appointment.agreed_by_meeting",
                "人选已由联席会议议定",
                "the meeting has agreed on the person",
            )
            .cured_by(&[remedy("agree", &[Role::PresidingPerson])]),
            check: |it| it.decided_by(&[Decider::Meeting], Some(&it.act.item), None),
        },
        Guard {
            rule: Rule::always(
                "appointment.awaits_confirmation",
                "该单位已提出人选，尚未确定",
                "the unit has named a person who is not yet confirmed",
            ),
            check: |it| {
                let naming = it.names.naming(it.act.named, it.today());
                ensure(naming.is_some_and(|it| !it.confirmed), || Finding::Missing {
                    what: vec![word(&it.act.named)],
                })
            },
        },
    ];

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let state = names.state;
        let item = names.known(&state.decisions.items, &self.item);
        names.known(&state.membership.units, &self.unit).filter(|_| item.is_some())
    }

    fn apply(&self, entry: &Entry, state: &mut State, _: &Charter) {
        let on = entry.at.date();
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

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let state = names.state;
        if !state.membership.knows_person(&self.person) {
            names.unknown(&self.person);
        }
        names.known(&state.membership.units, &self.unit)
    }

    fn since(unit: &Self::Names<'_>) -> Option<Time> {
        let namings = Named::ALL.iter().flat_map(|it| unit.namings(*it));
        namings.filter(|it| it.is_pending()).map(|it| it.at).min()
    }

    fn apply(&self, entry: &Entry, state: &mut State, _: &Charter) {
        let unit = state.membership.units.get_mut(&self.unit);
        let namings = unit.map(|it| it.namings_mut(self.named)).into_iter().flatten();
        for naming in namings.filter(|it| it.person == self.person && it.is_pending()) {
            naming.notified = Some((entry.at, entry.no));
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

pub(crate) const DUTIES: &[Duty] = &[
    Duty {
        rule: Rule::law("role.held", "职务有人担任", "each post the charter names is held"),
        gives: &[Verdict::Met, Verdict::Silent],
        look: |view, clause, period| {
            let on = period.to;
            let posts = view.charter.file().posts.iter().filter(|it| it.unit.is_some() && !it.several);
            posts
                .filter(|post| clause.sets.values().any(|it| names_post(it, post)))
                .map(|post| {
                    let unit = post.unit.as_ref();
                    let tenure = unit.and_then(|it| view.state.membership.tenure(&post.id, it, on));
                    let found = match tenure {
                        Some(it) => Found::Done {
                            at: crate::time::start_of(it.from, view.charter.offset()),
                            entries: vec![it.entry],
                        },
                        None => Found::Silent { entries: Vec::new() },
                    };
                    Instance::new(crate::verdict::Bearer::Body, found)
                        .about(&post.id)
                        .fulfilled_by(&["fill_post"])
                })
                .collect()
        },
    },
    Duty {
        rule: Rule::law("member.named", "各成员单位确定一名成员", "each unit has named a member")
            .needs(&["member.naming"])
            .reads(&["member.convener_counts"]),
        gives: &[Verdict::Met, Verdict::Unmet, Verdict::Disputed],
        look: |view, _, period| named_by_each_unit(view, Named::Member, period),
    },
    Duty {
        rule: Rule::law("liaison.named", "各成员单位指派一名联络员", "each unit has named a liaison officer")
            .needs(&["liaison.naming"]),
        gives: &[Verdict::Met, Verdict::Unmet],
        look: |view, _, period| named_by_each_unit(view, Named::LiaisonOfficer, period),
    },
    Duty {
        rule: Rule::law(
            "change.notified_promptly",
            "成员、联络员变动及时通报办公室",
            "a change of member or liaison officer is notified promptly",
        )
        .needs(&["change.prompt_days", "change.member", "change.liaison_officer"])
        .reads(&["change.promptly"]),
        gives: &[Verdict::Met, Verdict::NotDue, Verdict::Unmet, Verdict::Disputed, Verdict::NotApplicable],
        look: changes_notified,
    },
    Duty {
        rule: Rule::law(
            "unit.list_kept",
            "成员单位以制度所列为限",
            "the member units are those the charter lists and those admitted",
        )
        .needs(&["unit.members"])
        .reads(&["unit.list"]),
        gives: &[Verdict::Met],
        look: |view, _, period| {
            let listed = view.settings().members.fixed().map_or(&[][..], |it| it);
            let members = view.members_on(period.to);
            let missing: Vec<UnitId> =
                listed.iter().filter(|it| !members.contains(it) && !view.has_left(it)).cloned().collect();
            let found = if missing.is_empty() {
                Found::since_founding(view)
            } else {
                let finding = Finding::MissingUnits { units: missing };
                match view.reading() {
                    UnitList::Closed => Found::Broken { finding, entries: Vec::new() },
                    UnitList::Illustrative => Found::NotJudged { entries: Vec::new() },
                }
            };
            vec![Instance::new(crate::verdict::Bearer::Body, found)]
        },
    },
];

fn names_post(value: &serde_json::Value, post: &PostEntry) -> bool {
    match value {
        serde_json::Value::String(text) => text == post.id.as_str(),
        serde_json::Value::Array(all) => all.iter().any(|it| names_post(it, post)),
        serde_json::Value::Object(all) => all.values().any(|it| names_post(it, post)),
        _ => false,
    }
}

fn named_by_each_unit(view: &View<'_>, named: Named, period: Period) -> Vec<Instance> {
    let on = period.to;
    let instance = |unit: &UnitId| {
        let found = match (view.named(unit, named, on), named) {
            (Some(naming), _) => Found::Done { at: naming.at, entries: vec![naming.entry] },
            (None, Named::Member) if view.member_of(unit, on).is_some() => Found::since_founding(view),
            _ => Found::Open { finding: Finding::Missing { what: vec![word(&named)] }, entries: Vec::new() },
        };
        let act: &[&str] = match named {
            Named::Member => &["name_member"],
            Named::LiaisonOfficer => &["name_liaison_officer"],
        };
        Instance::of_unit(unit, found).owed_to(Role::Office).fulfilled_by(act)
    };
    view.members_on(on).into_iter().map(instance).collect()
}

fn changes_notified(view: &View<'_>, _: &crate::charter::Clause, period: Period) -> Vec<Instance> {
    let mut all = Vec::new();
    for (id, unit) in &view.state.membership.units {
        for named in Named::ALL {
            let notice = matches!(view.succession(*named), Some(Succession::Notify | Succession::File));
            let changes = unit.namings(*named).iter().filter(|it| notice && it.is_change);
            for naming in changes.filter(|it| period.contains(it.from)) {
                let due = match view.reading() {
                    Promptly::SameDay => Some(Due::on(view.calendar, naming.from)),
                    Promptly::BeforeNextMeeting => view
                        .state
                        .meetings
                        .next_held_after(naming.from)
                        .map(|it| Due::on(view.calendar, day_before(it))),
                    Promptly::WorkingDays => {
                        let days = view.settings().prompt_days.fixed();
                        days.map(|days| Due::within_working_days(view.calendar, naming.from, *days))
                    }
                };
                let found = match naming.notified {
                    Some((at, no)) => Found::Done { at, entries: vec![naming.entry, no] },
                    None => Found::Open {
                        finding: Finding::Missing { what: vec!["notice".to_owned()] },
                        entries: vec![naming.entry],
                    },
                };
                all.push(
                    Instance::of_unit(id, found)
                        .about(format!("{} {}", word(named), naming.person))
                        .due(due)
                        .owed_to(Role::Office)
                        .fulfilled_by(&["notify_change"]),
                );
            }
        }
    }
    if all.is_empty() {
        all.push(Instance::new(crate::verdict::Bearer::Body, Found::NotApplicable));
    }
    all
}

impl View<'_> {
    fn has_left(&self, unit: &UnitId) -> bool {
        self.state.membership.units.get(unit).is_some_and(|it| it.spans.iter().all(|it| it.to.is_some()))
    }
}

/// A run of days without an end or with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Span {
    pub(crate) from: Date,
    pub(crate) to: Option<Date>,
}

impl Span {
    fn holds(self, on: Date) -> bool {
        self.from <= on && self.to.is_none_or(|to| on <= to)
    }
}

/// A unit over time.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Unit {
    /// Its names, each from a day.
    pub(crate) names: BTreeMap<Date, Text>,
    pub(crate) kind: UnitKind,
    pub(crate) class: Option<ClassId>,
    /// When it was a member unit.
    pub(crate) spans: Vec<Span>,
    /// The unit it merged into.
    pub(crate) successor: Option<UnitId>,
    members: Vec<Naming>,
    liaison_officers: Vec<Naming>,
}

/// A person named by a unit, over time.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Naming {
    pub(crate) person: PersonId,
    pub(crate) from: Date,
    pub(crate) to: Option<Date>,
    /// When the unit named the person, and the entry.
    pub(crate) at: Time,
    pub(crate) entry: u32,
    /// Whether it replaced another.
    pub(crate) is_change: bool,
    /// When the office was told, and the entry.
    pub(crate) notified: Option<(Time, u32)>,
    pub(crate) confirmed: bool,
}

impl Naming {
    fn holds(&self, on: Date) -> bool {
        Span { from: self.from, to: self.to }.holds(on)
    }

    fn is_pending(&self) -> bool {
        self.is_change && self.notified.is_none()
    }
}

/// A person in a post, over time.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Tenure {
    pub(crate) person: PersonId,
    /// Whether the person only stands in.
    pub(crate) acting: bool,
    pub(crate) from: Date,
    pub(crate) to: Option<Date>,
    pub(crate) entry: u32,
}

impl Tenure {
    pub(crate) fn holds(&self, on: Date) -> bool {
        Span { from: self.from, to: self.to }.holds(on)
    }
}

impl Unit {
    pub(crate) fn is_member(&self, on: Date) -> bool {
        self.spans.iter().any(|it| it.holds(on))
    }

    /// Its name on a day; before the first, the first.
    pub(crate) fn name(&self, on: Date) -> Option<&Text> {
        let then = self.names.range(..=on).next_back();
        then.or_else(|| self.names.first_key_value()).map(|(_, name)| name)
    }

    pub(crate) fn namings(&self, named: Named) -> &[Naming] {
        match named {
            Named::Member => &self.members,
            Named::LiaisonOfficer => &self.liaison_officers,
        }
    }

    fn namings_mut(&mut self, named: Named) -> &mut Vec<Naming> {
        match named {
            Named::Member => &mut self.members,
            Named::LiaisonOfficer => &mut self.liaison_officers,
        }
    }

    /// The naming in effect on a day.
    pub(crate) fn naming(&self, named: Named, on: Date) -> Option<&Naming> {
        self.namings(named).iter().rfind(|it| it.holds(on))
    }

    fn end(&mut self, to: Date) {
        for span in self.spans.iter_mut().filter(|it| it.to.is_none()) {
            span.to = Some(to);
        }
    }
}

/// Units, posts and persons over time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Membership {
    pub(crate) units: BTreeMap<UnitId, Unit>,
    pub(crate) persons: BTreeSet<PersonId>,
    pub(crate) seats: BTreeMap<(PostId, UnitId), Vec<Tenure>>,
}

impl Membership {
    pub(crate) fn knows_person(&self, person: &PersonId) -> bool {
        self.persons.contains(person)
    }

    /// Who holds a post of a unit on a day.
    pub(crate) fn holders(&self, post: &PostId, unit: &UnitId, on: Date) -> impl Iterator<Item = &PersonId> {
        let tenures = self.seats.get(&(post.clone(), unit.clone())).map_or(&[][..], |it| it);
        tenures.iter().filter(move |it| it.holds(on)).map(|it| &it.person)
    }

    pub(crate) fn tenure(&self, post: &PostId, unit: &UnitId, on: Date) -> Option<&Tenure> {
        self.seats.get(&(post.clone(), unit.clone()))?.iter().rfind(|it| it.holds(on))
    }

    fn unit_mut(&mut self, id: &UnitId, name: &Text, kind: UnitKind, from: Date) -> &mut Unit {
        self.units.entry(id.clone()).or_insert_with(|| Unit {
            names: BTreeMap::from([(from, name.clone())]),
            kind,
            class: None,
            spans: Vec::new(),
            successor: None,
            members: Vec::new(),
            liaison_officers: Vec::new(),
        })
    }

    fn seat(
        &mut self,
        post: &PostId,
        unit: &UnitId,
        person: &PersonId,
        acting: bool,
        from: Date,
        entry: u32,
    ) {
        self.persons.insert(person.clone());
        let tenure = Tenure { person: person.clone(), acting, from, to: None, entry };
        self.seats.entry((post.clone(), unit.clone())).or_default().push(tenure);
    }

    /// The units and first holders of a new body.
    pub(crate) fn found(&mut self, charter: &Charter, holders: &[FirstHolder], entry: &Entry) {
        let from = charter.effective_from().unwrap_or_else(|| entry.at.date());
        for unit in &charter.file().units {
            self.unit_mut(&unit.id, &unit.zh, unit.kind, from);
        }
        for unit in charter.settings().members.fixed().into_iter().flatten() {
            if let Some(unit) = self.units.get_mut(unit) {
                unit.spans.push(Span { from, to: None });
            }
        }
        self.persons.insert(entry.by.clone());
        for it in holders {
            let own = charter.post(&it.post).and_then(|it| it.unit.as_ref());
            if let Some(unit) = own.or(it.unit.as_ref()) {
                self.seat(&it.post, unit, &it.person, false, from, entry.no);
            }
        }
    }
}
