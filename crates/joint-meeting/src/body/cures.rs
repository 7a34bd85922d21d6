//! Cures that cure: what the grounds of a refusal offer is tried before it is offered.

use std::{collections::BTreeSet, ops::ControlFlow, sync::Arc};

use crate::{
    body::JointMeeting,
    charter::{Charter, settings::choices::PriorStep},
    kernel::{
        finding::Finding,
        refusal::{Cure, Ground, OnlyBy, Refusal},
        view::{Ask, AskBeside, View},
    },
    law::founding::recorders,
    registry::acts::Act,
    state::{meeting::Meeting, seat::Places},
    terms::{
        act_kind::ActKind,
        id::{CharterId, ItemId, MeetingId, PersonId, Text, UnitId},
        json::to_string,
        matter::MatterKind,
        record::Mention,
        sorted::Set,
        time::Time,
        words::{MeetingKind, Named, Role},
    },
};

/// How many acts in a row a cure may take: the cure, and what must come before it.
const DEPTH: usize = 3;

/// What was refused, with the things that it names, to whom, and the moment at which it can be cured.
#[derive(Clone, Copy)]
struct Refused<'r> {
    act: &'r Act,
    things: &'r [ThingOfAct<'r>],
    by: &'r PersonId,
    now: Time,
}

/// A thing that an act names, with its kind.
type ThingOfAct<'a> = (&'static str, &'a str);

impl JointMeeting {
    /// The refusal with those cures alone that somebody can do, now or after other cures.
    pub(crate) fn with_cures(
        &self,
        mut refusal: Refusal,
        act: &Act,
        by: &PersonId,
        recorded_at: Time,
    ) -> Refusal {
        let now = self.state.last_recorded().map_or(recorded_at, |last| last.max(recorded_at));
        self.keep_cures(&mut refusal, Refused { act, things: &things(act), by, now }, DEPTH);
        refusal
    }

    /// Keeps the cures that somebody can do within so many acts. Whether every ground then has one.
    fn keep_cures(&self, refusal: &mut Refusal, refused: Refused<'_>, depth: usize) -> bool {
        let Refusal::Rules { grounds, .. } = refusal else { return false };
        // Nobody is anything yet in a body that has no charter.
        if !self.state.is_founded() {
            return false;
        }
        if depth < DEPTH {
            grounds.iter_mut().for_each(|it| it.cures.retain(|it| !it.instead));
            if grounds.iter().any(|it| it.cures.is_empty()) {
                return false;
            }
        }
        for ground in &mut *grounds {
            if let Finding::Silent { .. } = ground.finding {
                self.leave_to_the_charter(ground, refused);
                continue;
            }
            let mut cures = std::mem::take(&mut ground.cures);
            // An act of the same kind is another, done instead.
            cures.iter_mut().for_each(|it| it.instead |= it.act == refused.act.kind());
            cures.retain_mut(|it| self.is_cure(it, ground, refused, depth));
            ground.cures = cures;
            if depth == DEPTH && ground.cures.is_empty() {
                self.fill_vacancy(ground, (refused.act, refused.by), refused.now);
            }
        }
        grounds.iter().all(|it| !it.cures.is_empty())
    }

    /// Where the charter is silent, only those can help who amend it; or, where it is silent on that too, nobody.
    fn leave_to_the_charter(&self, ground: &mut Ground, refused: Refused<'_>) {
        let Refused { act, now, .. } = refused;
        ground.cures.clear();
        let Some(by) = self.charter_on(now.date()).settings_on(now.date()).amendment.fixed() else {
            ground.only_by = Some(OnlyBy::NewCharter);
            return;
        };
        let mut who = recorders(by);
        who.retain(|it| !self.holders_of_one(*it, None, (act, now)).is_empty());
        if !who.is_empty() {
            ground.cures.push(Cure { act: ActKind::AmendCharter, who, units: Vec::new(), instead: false });
        }
    }

    /// Narrows a cure to the roles and the units of which somebody can do it. Whether anybody can.
    fn is_cure(&self, cure: &mut Cure, ground: &Ground, refused: Refused<'_>, depth: usize) -> bool {
        let Some(depth) = depth.checked_sub(1) else { return false };
        let mut can = Set::new();
        let mut units = std::mem::take(&mut cure.units);
        let mut works = |unit: Option<&UnitId>| {
            let mut any = false;
            for role in &cure.who {
                let holders = self.holders_of_one(*role, unit, (refused.act, refused.now));
                let kind = cure.act;
                if holders.iter().any(|it| self.can_do(kind, it, (refused, ground, unit), depth)) {
                    can.insert(*role);
                    any = true;
                }
            }
            any
        };
        let found = if units.is_empty() {
            works(None)
        } else {
            units.retain(|it| works(Some(it)));
            !units.is_empty()
        };
        cure.units = units;
        cure.who.retain(|it| can.contains(it));
        found
    }

    /// Whether a person can do an act of the kind about what was refused, or somebody what must come before it.
    fn can_do(
        &self,
        kind: ActKind,
        by: &PersonId,
        (refused, ground, unit): (Refused<'_>, &Ground, Option<&UnitId>),
        depth: usize,
    ) -> bool {
        let now = refused.now;
        if !self.fits(kind, refused, &ground.finding, unit) {
            return false;
        }
        let works = |mut it: Act| {
            if !self.is_about(&it, refused, &ground.finding, unit) {
                return false;
            }
            // What is delegated is delegated to whoever tried.
            if let Act::DelegatePresiding(it) = &mut it
                && kind != refused.act.kind()
            {
                it.to = refused.by.clone();
            }
            match self.try_out(&it, by, (now, now)) {
                Ok(_) => true,
                Err(_) if depth == 0 => false,
                Err(mut refusal) => {
                    let refused = Refused { act: &it, things: &things(&it), by, now };
                    self.keep_cures(&mut refusal, refused, depth)
                }
            }
        };
        let mut until_one_works =
            |it| if works(it) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        self.try_candidates(kind, by, (now, now), &mut until_one_works).is_break()
    }

    /// Whether a cure has to do with what was refused: of each kind of thing that both name, they name the same. Where it
    /// is a matter of units, the cure names the unit.
    fn is_about(&self, cure: &Act, refused: Refused<'_>, finding: &Finding, unit: Option<&UnitId>) -> bool {
        if let Act::ChooseLaw(it) = cure {
            return Some(&it.matter) == refused.act.matter(&self.state).as_ref();
        }
        let (by_cure, by_refused) = (things(cure), refused.things);
        if unit.is_some_and(|it| !by_cure.contains(&(UnitId::KIND, it.as_str()))) {
            return false;
        }
        if let (Some(one), Some(other)) = (cure.matter(&self.state), refused.act.matter(&self.state))
            && one != other
        {
            return false;
        }
        let shared = |kind: &str, name: &str| {
            by_refused.contains(&(kind, name)) || found(finding).iter().any(|it| it == name)
        };
        let mut kinds = by_refused.iter().map(|it| it.0).filter(|it| *it != UnitId::KIND);
        kinds.all(|kind| {
            let mut of_kind = by_cure.iter().filter(|it| it.0 == kind).peekable();
            of_kind.peek().is_none() || of_kind.any(|(kind, name)| shared(kind, name))
        })
    }

    /// Whether such a cure can help with what was refused, beyond that it can be done.
    fn fits(&self, cure: ActKind, refused: Refused<'_>, finding: &Finding, unit: Option<&UnitId>) -> bool {
        let on = refused.now.date();
        let (view, named) = (self.view(self.charter_on(on), on), refused.things);
        let id = |of: &str| named.iter().find(|(kind, _)| *kind == of).map(|(_, name)| *name);
        let items = &self.state.decisions.items;
        let meeting = id(MeetingId::KIND).and_then(|it| self.state.meetings.meetings.get(it));
        let item = id(ItemId::KIND).and_then(|it| items.get(it));
        let attends = |unit: &UnitId| meeting.is_some_and(|it| it.attended.contains_key(unit));
        let is_liaison = meeting.map(|it| it.kind == MeetingKind::Liaison);
        let lacks = |what: Named| {
            let mut units =
                self.state.membership.units.keys().filter(|it| named.contains(&(UnitId::KIND, it.as_str())));
            units.any(|it| view.named(it, what, on).is_none())
        };
        match (cure, meeting, item) {
            // Who is in the room speaks there; who is not replies in writing, where that counts.
            (ActKind::ConsultUnit, Some(meeting), Some(item)) => {
                unit.is_some_and(|it| !attends(it) && view.must_reply(meeting, item, it))
            }
            (ActKind::ConsultUnit, ..) => {
                let steps = view.settings().prior_steps.fixed();
                let asked = match refused.act {
                    Act::Convene(it) => steps.and_then(|steps| steps.get(&it.kind)),
                    _ => None,
                };
                asked.is_some_and(|it| it.contains(&PriorStep::Consultation))
                    && found(finding).iter().any(|it| {
                        items
                            .get(it.as_str())
                            .is_some_and(|it| it.kind.is_decided() && !view.is_consulted(it))
                    })
            }
            (ActKind::StatePosition, ..) => unit.is_none_or(attends),
            (ActKind::WithdrawPosition, _, Some(item)) => {
                unit.is_some_and(|it| item.positions.contains_key(it))
            }
            // Whose attendance was recorded and who has left is not there again by being recorded.
            (ActKind::RecordAttendance, Some(meeting), _) => meeting.called.iter().any(|it| {
                let is_asked = match finding {
                    Finding::StrangeUnits { units } => units.contains(it),
                    _ => true,
                };
                let can_come = match meeting.kind {
                    MeetingKind::Liaison => view.named(it, Named::LiaisonOfficer, on).is_some(),
                    _ => view.member_of(it, on).is_some(),
                };
                is_asked && !attends(it) && view.is_member(it, on) && can_come
            }),
            // Where somebody is named, the act can say so.
            (ActKind::NameMember, ..) => is_liaison != Some(true) && lacks(Named::Member),
            (ActKind::NameLiaisonOfficer, ..) => is_liaison != Some(false) && lacks(Named::LiaisonOfficer),
            _ => true,
        }
    }

    /// Hands over the acts of a kind worth trying for a person until no more are wanted: those that the charter of the day or
    /// an earlier version gives, each by a version that judges it.
    pub(crate) fn try_candidates(
        &self,
        kind: ActKind,
        by: &PersonId,
        (at, recorded_at): (Time, Time),
        wanted: &mut dyn FnMut(Act) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let today = self.charter_on(at.date());
        let earlier: Vec<&Charter> =
            self.charters.all().iter().filter(|it| it.version() < today.version()).collect();
        let mut known = BTreeSet::new();
        for charter in std::iter::once(today).chain(earlier.iter().copied()) {
            let judged = |it: &Act| {
                let (newest, others) = self.charters.judging(&self.state, it, at);
                std::iter::once(newest).chain(others).any(|it| it.version() == charter.version())
            };
            let ask = self.ask(self.view(charter, at.date()), (by, at, recorded_at), kind);
            for act in kind.info().candidates(&ask) {
                if earlier.is_empty() || (judged(&act) && known.insert(to_string(&act))) {
                    wanted(act)?;
                }
            }
        }
        ControlFlow::Continue(())
    }

    /// The persons who hold one of the roles at a moment, in the order of their names. Who presides is asked of the meeting
    /// of the act or, where it has none, of those under way.
    pub(crate) fn holders_of(
        &self,
        roles: &[Role],
        unit: Option<&UnitId>,
        act: &Act,
        at: Time,
    ) -> Vec<PersonId> {
        let of_each: Vec<_> = roles.iter().map(|it| self.holders_of_one(*it, unit, (act, at))).collect();
        match of_each.as_slice() {
            [only] => only.to_vec(),
            all => all.iter().flat_map(|it| it.iter()).collect::<Set<_>>().into_iter().cloned().collect(),
        }
    }

    /// The persons who hold a role at a moment, likewise.
    pub(crate) fn holders_of_one(
        &self,
        role: Role,
        unit: Option<&UnitId>,
        (act, at): (&Act, Time),
    ) -> Arc<Vec<PersonId>> {
        // By the version that judges the act, which may be an earlier one.
        let version = self.version_for(act, at);
        let view = self.view(self.charter_of(version), at.date());
        let persons = self.state.membership.persons.keys();
        if role == Role::PresidingPerson {
            let led = self.meetings_led(act);
            let presides = |person: &PersonId| {
                let ask = self.ask(view, (person, at, at), act.kind());
                led.iter().any(|it| ask.presides(it).is_ok())
            };
            return Arc::new(persons.filter(|it| presides(it)).cloned().collect());
        }
        let sought = (role, unit.cloned(), version, at.date());
        self.kept.holders.or_found(sought, (&self.state, at.date()), |asked| {
            let view = view.noted_in(asked);
            // In a unit nobody holds a role whom it never named and never seated, but for a unit that leads, whose member may be
            // the convener.
            let is_led = unit.is_some_and(|it| view.is_lead(it, at.date()));
            let all = is_led || unit.is_none() || !role.is_of_unit();
            let is_known = |places: &Places| all || unit.is_some_and(|it| places.units.contains(it));
            let persons = view.state.membership().persons.iter().filter(|(_, places)| is_known(places));
            persons.map(|(it, _)| it).filter(|it| view.holds(role, it, unit, at.date())).cloned().collect()
        })
    }

    /// The meeting of an act or, where it has none, those under way: of several that are led alike, one.
    fn meetings_led(&self, act: &Act) -> Vec<&Meeting> {
        let meetings = &self.state.meetings;
        let matter = act.matter(&self.state).filter(|it| it.kind == MatterKind::Meeting);
        let meeting = matter.and_then(|it| meetings.meetings.get(it.name.spelling()));
        let under_way = meetings.live().map(|(_, it)| it).take_while(|_| meeting.is_none());
        let mut alike = BTreeSet::new();
        let led = meeting.into_iter().chain(under_way);
        led.filter(|it| alike.insert((it.kind, &it.presiding, it.is_delegated))).collect()
    }

    fn ask<'s>(
        &self,
        view: View<'s>,
        (by, at, recorded_at): (&'s PersonId, Time, Time),
        kind: ActKind,
    ) -> Ask<'s> {
        Ask { view, by, at, recorded_at, kind, since: None, beside: AskBeside::default() }
    }
}

/// The things that an act names, each with its kind; persons and what is still to be named left out.
fn things(act: &Act) -> Vec<ThingOfAct<'_>> {
    let mut things = Vec::new();
    each_thing(act, |kind, name| things.push((kind, name)));
    things
}

/// Calls `found` with the things that an act names, in the order of its fields; persons and what is still to be named left
/// out.
pub(crate) fn each_thing<'a>(act: &'a Act, mut found: impl FnMut(&'static str, &'a str)) {
    act.mention(&mut |kind, name| {
        let is_thing = ![Text::KIND, PersonId::KIND, CharterId::KIND].contains(&kind);
        if is_thing && !name.is_placeholder() {
            found(kind, name.as_str());
        }
    });
}

/// The names that were found missing or unwanted.
fn found(finding: &Finding) -> &[String] {
    match finding {
        Finding::Missing { what } | Finding::Unwanted { what } => what,
        _ => &[],
    }
}
