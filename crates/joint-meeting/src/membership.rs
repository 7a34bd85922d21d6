//! Membership: units, posts and persons over time, and the roles that follow from them.
//!
//! Three types, each with its own history: a unit joins, is renamed, merges; a post is held by persons one
//! after the other; a person is named as member or liaison officer by a unit. What roles may do is said at
//! the acts.

mod duties;
mod naming;
mod posts;
mod units;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use self::{duties::DUTIES, units::known_class};
pub use self::{
    naming::{ConfirmAppointment, NameLiaisonOfficer, NameMember, NotifyChange},
    posts::{FillPost, VacatePost},
    units::{AdmitUnit, MergeUnits, RenameUnit, WithdrawUnit},
};
use crate::{
    act::{ActType, since, stands_for},
    charter::{
        Charter,
        readings::ConvenerCounts,
        settings::{Holder, Office, Role, Succession},
    },
    deed::Deed,
    id::{ClassId, PersonId, PostId, Text, UnitId},
    record::{Word, words},
    refusal::Finding,
    rule::{Ask, Case, Check, Guard, Rule, View, ensure},
    time::{Date, day_before},
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
        /// 国家级
        State,
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

    /// The day from which a unit has been a member unit without a break.
    pub(crate) fn joined(&self, unit: &UnitId, on: Date) -> Option<Date> {
        let spans = &self.state.membership.units.get(unit)?.spans;
        spans.iter().rfind(|it| it.holds(on)).map(|it| it.from)
    }

    /// The order of protocol: the units the charter lists, then those named at the founding.
    pub(crate) fn protocol_order(&self) -> impl Iterator<Item = &'s UnitId> + Clone {
        listed(self.charter).iter().chain(&self.state.membership.founders)
    }

    /// The member units, in protocol order, those admitted later after the others.
    pub(crate) fn members_on(&self, on: Date) -> Vec<&'s UnitId> {
        let units = &self.state.membership.units;
        let in_order = self.protocol_order().filter_map(|it| units.get_key_value(it));
        let order = self.protocol_order();
        let others = units.iter().filter(|(id, _)| !order.clone().any(|it| it == *id));
        in_order.chain(others).filter(|(_, it)| it.is_member(on)).map(|(id, _)| id).collect()
    }

    /// The person a unit has named, and the naming; not one who replaces another and still awaits confirmation.
    pub(crate) fn named(&self, unit: &UnitId, named: Named, on: Date) -> Option<&'s Naming> {
        let naming = self.state.membership.units.get(unit)?.naming(named, on)?;
        (naming.confirmed || !naming.is_change || !self.needs_confirmation(named)).then_some(naming)
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
                // An office of which only the seat is known: whoever acts for the unit.
                Some(Office::Seated { host, director, deputies, staff })
                    if director.is_empty() && deputies.is_empty() && staff.is_empty() =>
                {
                    self.acts_for_unit(person, host, on)
                }
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

    pub(crate) fn is_holder(&self, holder: &Holder, person: &PersonId, on: Date) -> bool {
        match holder {
            Holder::Post(post) => self.holds_post(post, person, on),
            Holder::Unit(unit) => self.acts_for_unit(person, unit, on),
        }
    }

    pub(crate) fn holds_post(&self, post: &PostId, person: &PersonId, on: Date) -> bool {
        self.holders_of_post(post, on).any(|it| it == person)
    }

    /// Who holds a post that has to do with the whole body: in its own unit or, if it has none, in any.
    pub(crate) fn holders_of_post(
        &self,
        post: &PostId,
        on: Date,
    ) -> impl Iterator<Item = &'s PersonId> + use<'s> {
        let own = self.charter.post(post).map(|it| it.unit.as_ref());
        let seats = self.state.membership.seats.get(post).into_iter().flatten();
        seats
            .filter(move |(unit, _)| own.is_some_and(|own| own.is_none_or(|own| own == *unit)))
            .flat_map(move |(_, all)| all.iter().filter(move |it| it.holds(on)).map(|it| &it.person))
    }

    /// The first convener who is in office, for a notice that names nobody.
    pub(crate) fn convener(&self, on: Date) -> Option<&'s PersonId> {
        let conveners = self.settings().conveners.fixed()?.iter();
        conveners.filter_map(|it| self.first_holder(it, on)).next()
    }

    /// The person who holds a role so bound, or the first of them.
    pub(crate) fn first_holder(&self, holder: &Holder, on: Date) -> Option<&'s PersonId> {
        match holder {
            Holder::Post(post) => self.holders_of_post(post, on).next(),
            Holder::Unit(unit) => self.member_of(unit, on),
        }
    }

    /// Where conveners are ranked, whether the person is the first of those in office.
    pub(crate) fn is_first_in_rank(&self, person: &PersonId, on: Date) -> bool {
        let conveners = self.settings().conveners.fixed().map_or(&[][..], |it| it);
        let in_office = conveners.iter().find(|it| self.first_holder(it, on).is_some());
        in_office.is_some_and(|it| self.is_holder(it, person, on))
    }
}

/// The word of a value on the wire.
pub(crate) fn word(it: &impl Word) -> String {
    it.word().to_owned()
}

/// A run of days without an end or with one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Span {
    pub(crate) from: Date,
    pub(crate) to: Option<Date>,
}

impl Span {
    pub(crate) fn holds(self, on: Date) -> bool {
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
    /// The entry by which it joined with nobody's decision, where the list of units was read as illustrative.
    pub(crate) undecided: Option<u32>,
    pub(crate) members: Vec<Naming>,
    pub(crate) liaison_officers: Vec<Naming>,
}

since! { Unit; }

/// A person named by a unit, over time.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Naming {
    pub(crate) person: PersonId,
    pub(crate) rank: Rank,
    pub(crate) from: Date,
    pub(crate) to: Option<Date>,
    /// When the unit named the person, and the entry.
    pub(crate) made: Deed,
    /// Whether it replaced another.
    pub(crate) is_change: bool,
    /// When the office was told, and the entry.
    pub(crate) notified: Option<Deed>,
    pub(crate) confirmed: bool,
}

impl Naming {
    pub(crate) fn holds(&self, on: Date) -> bool {
        Span { from: self.from, to: self.to }.holds(on)
    }

    pub(crate) fn is_pending(&self) -> bool {
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

    pub(crate) fn namings_mut(&mut self, named: Named) -> &mut Vec<Naming> {
        match named {
            Named::Member => &mut self.members,
            Named::LiaisonOfficer => &mut self.liaison_officers,
        }
    }

    /// The naming in effect on a day.
    pub(crate) fn naming(&self, named: Named, on: Date) -> Option<&Naming> {
        self.namings(named).iter().rfind(|it| it.holds(on))
    }

    /// Another name from a day on; the same name leaves no trace.
    pub(crate) fn rename(&mut self, name: &Text, from: Date) {
        if self.name(from) != Some(name) {
            self.names.insert(from, name.clone());
        }
    }

    pub(crate) fn end(&mut self, to: Date) {
        for span in self.spans.iter_mut().filter(|it| it.to.is_none()) {
            span.to = Some(to);
        }
    }
}

/// The units that a charter lists as member units.
pub(crate) fn listed(charter: &Charter) -> &[UnitId] {
    charter.settings().members.fixed().map_or(&[], |it| it)
}

/// Units, posts and persons over time.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Membership {
    pub(crate) units: BTreeMap<UnitId, Unit>,
    pub(crate) persons: BTreeSet<PersonId>,
    /// For each post, who held it in each unit.
    pub(crate) seats: BTreeMap<PostId, BTreeMap<UnitId, Vec<Tenure>>>,
    /// The member units that the charter itself lists.
    listed: BTreeSet<UnitId>,
    /// The member units at the beginning that the charter does not list, in protocol order.
    pub(crate) founders: Vec<UnitId>,
}

stands_for! { UnitId => Unit in membership.units; }

impl Membership {
    pub(crate) fn knows_person(&self, person: &PersonId) -> bool {
        self.persons.contains(person)
    }

    /// Everyone who ever held a post of a unit.
    pub(crate) fn tenures(&self, post: &PostId, unit: &UnitId) -> &[Tenure] {
        self.seats.get(post).and_then(|it| it.get(unit)).map_or(&[], |it| it)
    }

    /// Who holds a post of a unit on a day.
    pub(crate) fn holders(&self, post: &PostId, unit: &UnitId, on: Date) -> impl Iterator<Item = &PersonId> {
        self.tenures(post, unit).iter().filter(move |it| it.holds(on)).map(|it| &it.person)
    }

    pub(crate) fn tenure(&self, post: &PostId, unit: &UnitId, on: Date) -> Option<&Tenure> {
        self.tenures(post, unit).iter().rfind(|it| it.holds(on))
    }

    /// A unit that the body hears of; one it knows already stays as it is.
    pub(crate) fn introduce(&mut self, id: &UnitId, name: &Text, kind: UnitKind, from: Date) {
        self.unit_mut(id, name, kind, from);
    }

    pub(crate) fn unit_mut(&mut self, id: &UnitId, name: &Text, kind: UnitKind, from: Date) -> &mut Unit {
        self.units.entry(id.clone()).or_insert_with(|| Unit {
            names: BTreeMap::from([(from, name.clone())]),
            kind,
            class: None,
            spans: Vec::new(),
            successor: None,
            undecided: None,
            members: Vec::new(),
            liaison_officers: Vec::new(),
        })
    }

    /// A person takes a post.
    pub(crate) fn seat(
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
        self.seats.entry(post.clone()).or_default().entry(unit.clone()).or_default().push(tenure);
    }

    /// A unit has a name from a day on; one that was not known before becomes known.
    pub(crate) fn name(&mut self, id: &UnitId, name: &Text, kind: UnitKind, from: Date) {
        self.unit_mut(id, name, kind, from).rename(name, from);
    }

    /// A unit belongs to the body through a class, or through none; one that was not known before becomes known.
    pub(crate) fn classify(
        &mut self,
        id: &UnitId,
        name: &Text,
        kind: UnitKind,
        class: Option<&ClassId>,
        from: Date,
    ) {
        self.unit_mut(id, name, kind, from).class = class.cloned();
    }

    /// The member units of a new body: those its charter lists, and those that are named beside them.
    pub(crate) fn found(&mut self, listed: &[UnitId], named: Vec<UnitId>, from: Date) {
        for unit in listed.iter().chain(&named) {
            if let Some(unit) = self.units.get_mut(unit) {
                unit.spans.push(Span { from, to: None });
            }
        }
        self.listed = listed.iter().cloned().collect();
        self.founders = named;
    }

    /// The member units under a new version of the charter: those it lists or that are named no longer leave, those it
    /// lists or that are named anew join. Where there are neither, everyone stays.
    pub(crate) fn amend(&mut self, listed: &[UnitId], named: Vec<UnitId>, from: Date) {
        let now: BTreeSet<UnitId> = listed.iter().chain(&named).cloned().collect();
        if now.is_empty() {
            return;
        }
        // A list in the charter replaces the list before; units that are named replace everyone.
        let all = !named.is_empty();
        for (id, unit) in self.units.iter_mut().filter(|(id, _)| !now.contains(*id)) {
            if all || self.listed.contains(id) || self.founders.contains(id) {
                unit.end(day_before(from));
            }
        }
        for id in &now {
            if let Some(unit) = self.units.get_mut(id)
                && !unit.is_member(from)
            {
                unit.spans.push(Span { from, to: None });
            }
        }
        self.listed = listed.iter().cloned().collect();
        self.founders = named;
    }
}
