//! Who holds a role on a day, and which units were members.

use crate::{
    charter::Charter,
    charter::{
        readings::{ChangeEffect, ConvenerCounts},
        settings::choices::{Holder, Office, Succession},
    },
    kernel::view::View,
    state::{membership::Naming, seat::OwnSeat},
    terms::{
        id::{PersonId, PostId, UnitId},
        sorted::Set,
        time::Date,
        words::{Named, Role},
    },
};

impl<'s> View<'s> {
    /// Whether the unit is a member unit.
    pub(crate) fn is_member(&self, unit: &UnitId, on: Date) -> bool {
        self.state.membership().units.get(unit).is_some_and(|it| it.is_member(on))
    }

    /// The day from which a unit has been a member unit without a break.
    pub(crate) fn joined(&self, unit: &UnitId, on: Date) -> Option<Date> {
        let spans = &self.state.membership().units.get(unit)?.spans;
        spans.iter().rfind(|it| it.holds(on)).map(|it| it.from)
    }

    /// The order of protocol: the units the charter lists, then those named at the founding.
    pub(crate) fn protocol_order(&self) -> impl Iterator<Item = &'s UnitId> + Clone {
        listed(self.charter).iter().chain(&self.state.membership().founders)
    }

    /// The member units, in protocol order, those admitted later after the others.
    pub(crate) fn members_on(&self, on: Date) -> Vec<&'s UnitId> {
        let units = &self.state.membership().units;
        let in_order = self.protocol_order().filter_map(|it| units.get_key_value(it));
        let order = self.protocol_order();
        let others = units.iter().filter(|(id, _)| !order.clone().any(|it| it == *id));
        in_order.chain(others).filter(|(_, it)| it.is_member(on)).map(|(id, _)| id).collect()
    }

    /// The person a unit has named, and the naming. A person who replaces another and still awaits confirmation, or of
    /// whom the office has to be told first, does not count; the one before does until then, unless they left.
    pub(crate) fn named(&self, unit: &UnitId, named: Named, on: Date) -> Option<&'s Naming> {
        let namings = self.state.membership().units.get(unit)?.namings(named);
        let last = namings.iter().rposition(|it| it.held(on, self.known))?;
        let mut place = Some(last);
        while let Some(at) = place {
            let naming = namings.get(at)?;
            let counts = self.counts(naming, named, on);
            if counts && !naming.has_left(on, self.known) {
                return Some(naming);
            }
            // What one lacks that waits, all lack that waited before it.
            place = match !counts && naming.waits() {
                true => self.state.membership().settled_before(unit, named, at),
                false => at.checked_sub(1),
            };
        }
        None
    }

    fn counts(&self, naming: &Naming, named: Named, on: Date) -> bool {
        let told = || naming.notified.is_some_and(|it| it.at.date() <= on);
        match self.succession(named).filter(|_| naming.is_change) {
            Some(Succession::Confirm) => naming.confirmed,
            Some(Succession::Notify | Succession::File) => {
                told() || self.reading::<ChangeEffect>() == ChangeEffect::Named
            }
            Some(Succession::Automatic) | None => true,
        }
    }

    /// The member of a unit: the person named, or the convener for the lead unit where the reading says so.
    pub(crate) fn member_of(&self, unit: &UnitId, on: Date) -> Option<&'s PersonId> {
        if let Some(naming) = self.named(unit, Named::Member, on) {
            return Some(&naming.person);
        }
        if self.reading::<ConvenerCounts>() == ConvenerCounts::No || !self.is_lead(unit, on) {
            return None;
        }
        let conveners = self.settings().conveners.fixed()?.iter();
        conveners.filter_map(|it| self.post_holder(it, unit, on)).next()
    }

    fn post_holder(&self, holder: &Holder, unit: &UnitId, on: Date) -> Option<&'s PersonId> {
        let Holder::Post(post) = holder else { return None };
        let own = self.charter.post(post)?.unit.as_ref()?;
        if !self.stand_for(own, on).any(|it| it == unit) {
            return None;
        }
        self.state.membership().holders(post, own, on, self.known).next()
    }

    pub(crate) fn is_lead(&self, unit: &UnitId, on: Date) -> bool {
        let mut lead = self.settings().lead_units.fixed().into_iter().flatten();
        lead.any(|it| self.stand_for(it, on).any(|it| it == unit))
    }

    /// Whether a person holds a role on a day; for roles in a unit, in the unit given, or in any.
    pub(crate) fn holds(&self, role: Role, person: &PersonId, unit: Option<&UnitId>, on: Date) -> bool {
        match self.settings().acting_in_place_of(role) {
            Some(roles) => roles.iter().any(|it| self.holds_itself(*it, person, unit, on)),
            None => self.holds_itself(role, person, unit, on),
        }
    }

    /// The same, without those who act for a role that the charter leaves without a holder.
    fn holds_itself(&self, role: Role, person: &PersonId, unit: Option<&UnitId>, on: Date) -> bool {
        let settings = self.settings();
        match role {
            Role::ChiefConvener => {
                settings.chief_convener.fixed().is_some_and(|it| self.is_holder(it, person, on))
            }
            Role::Convener => self.is_any_holder(settings.conveners.fixed(), person, on),
            Role::DeputyConvener => self.is_any_holder(settings.deputy_conveners.fixed(), person, on),
            Role::Office => {
                // Where there is no office, its work falls to the lead unit.
                settings.offices().any(|(_, it)| self.is_of_office(it, person, on))
                    || !settings.has_role(role) && self.holds_itself(Role::LeadUnit, person, None, on)
            }
            Role::OfficeDirector => {
                self.holds_one_of(|it| settings.directors().any(|post| post == it), person, on)
            }
            Role::LeadUnit => match settings.lead_units.fixed() {
                Some(lead) if !lead.is_empty() => {
                    let leads = |unit: &UnitId| self.is_lead(unit, on);
                    // A convener by a post of the lead unit stands above its member.
                    lead.iter().any(|it| self.acts_for_named(person, it, on))
                        || self.convenes_from(leads, person, on)
                }
                // Where no unit leads, the convener does.
                _ => self.holds_itself(Role::Convener, person, None, on),
            },
            Role::MemberUnit => self.in_units(unit, (person, on), |it| {
                self.is_member(it, on) && self.acts_for_unit(person, it, on)
            }),
            Role::Member => self.in_units(unit, (person, on), |it| self.member_of(it, on) == Some(person)),
            Role::LiaisonOfficer => self.in_units(unit, (person, on), |it| {
                self.named(it, Named::LiaisonOfficer, on).is_some_and(|it| it.person == *person)
            }),
            Role::ResponsiblePerson => {
                self.in_units(unit, (person, on), |it| self.is_responsible(person, it, on))
            }
            Role::PresidingPerson | Role::Superior => false,
        }
    }

    /// Whether the person is responsible for the unit (负责人), by a post of that kind or as its member.
    pub(crate) fn is_responsible(&self, person: &PersonId, unit: &UnitId, on: Date) -> bool {
        let posts = self.settings().responsible_posts.fixed().map_or(&[][..], |it| it);
        let fits = |post: &PostId, within: &UnitId| within == unit && posts.contains(post);
        self.sits(person, fits, on) || self.member_of(unit, on) == Some(person)
    }

    /// Whether the person is of an office. Where only its seat is known, whoever acts for that unit is.
    fn is_of_office(&self, office: &Office, person: &PersonId, on: Date) -> bool {
        match office.host().filter(|_| office.posts().next().is_none()) {
            Some(host) => self.acts_for_named(person, host, on),
            None => self.is_staff_of(office, person, on),
        }
    }

    fn is_staff_of(&self, office: &Office, person: &PersonId, on: Date) -> bool {
        self.holds_one_of(|it| office.posts().any(|post| post == it), person, on)
    }

    /// Whether the person is a convener by a post of one of some units.
    fn convenes_from(&self, of: impl Fn(&UnitId) -> bool, person: &PersonId, on: Date) -> bool {
        let conveners = self.settings().conveners.fixed().into_iter().flatten();
        let posts = conveners.filter_map(|it| match it {
            Holder::Post(post) => self.charter.post(post)?.unit.as_ref().map(|unit| (post, unit)),
            Holder::Unit(_) => None,
        });
        posts.filter(|(_, unit)| of(unit)).any(|(post, _)| self.holds_post(post, person, on))
    }

    /// Whether the person is responsible for the lead unit or, where no unit leads, is the convener.
    pub(crate) fn heads_lead_unit(&self, person: &PersonId, on: Date) -> bool {
        match self.settings().lead_units.fixed() {
            Some(lead) if !lead.is_empty() => lead.iter().any(|it| self.heads_named(person, it, on)),
            _ => self.holds(Role::Convener, person, None, on),
        }
    }

    /// Whether the person holds a post of the office.
    pub(crate) fn is_staff(&self, person: &PersonId, on: Date) -> bool {
        self.settings().offices().any(|(_, it)| self.is_staff_of(it, person, on))
    }

    /// Whether there is a unit for which both persons act.
    pub(crate) fn act_for_one_unit(&self, one: &PersonId, other: &PersonId, on: Date) -> bool {
        self.in_units(None, (one, on), |it| {
            self.acts_for_unit(one, it, on) && self.acts_for_unit(other, it, on)
        })
    }

    /// Whether a person acts today for a unit for which they acted on a day, or for one in its place.
    pub(crate) fn acts_where(&self, person: &PersonId, then: Date) -> bool {
        self.in_units(None, (person, then), |it| {
            let standing = || self.in_place_of(it, then).into_iter();
            self.acts_for_unit(person, it, then)
                && standing().any(|it| self.acts_for_unit(person, it, self.on()))
        })
    }

    pub(crate) fn acts_for_unit(&self, person: &PersonId, unit: &UnitId, on: Date) -> bool {
        self.is_responsible(person, unit, on)
            || self.named(unit, Named::LiaisonOfficer, on).is_some_and(|it| it.person == *person)
    }

    /// Whether the person acts for a unit that the charter names or, once it has ended, for one in its place.
    fn acts_for_named(&self, person: &PersonId, unit: &UnitId, on: Date) -> bool {
        self.stand_for(unit, on).any(|it| self.acts_for_unit(person, it, on))
    }

    /// Whether the person is responsible for a unit that the charter names or, once it has ended, for one in its place.
    fn heads_named(&self, person: &PersonId, unit: &UnitId, on: Date) -> bool {
        self.stand_for(unit, on).any(|it| self.is_responsible(person, it, on))
    }

    /// Whether something holds of a person in the unit given or, without one, in any.
    fn in_units(
        &self,
        unit: Option<&UnitId>,
        (person, on): (&PersonId, Date),
        holds: impl Fn(&UnitId) -> bool,
    ) -> bool {
        if let Some(unit) = unit {
            return holds(unit);
        }
        self.own_units(person).any(&holds) || self.leading(on).any(&holds)
    }

    /// The units of which a person can be something: those that have named the person or seated them, and those that lead, for
    /// which the convener counts as their member.
    pub(crate) fn units_about<'u>(&'u self, person: &PersonId, on: Date) -> Set<&'u UnitId> {
        self.own_units(person).chain(self.leading(on)).collect()
    }

    fn own_units(&self, person: &PersonId) -> impl Iterator<Item = &'s UnitId> + use<'s> {
        self.state.membership().persons.get(person).into_iter().flat_map(|it| &it.units)
    }

    fn leading(&self, on: Date) -> impl Iterator<Item = &UnitId> {
        let lead = self.settings().lead_units.fixed().into_iter().flatten();
        lead.flat_map(move |it| self.stand_for(it, on))
    }

    fn is_any_holder(&self, holders: Option<&Vec<Holder>>, person: &PersonId, on: Date) -> bool {
        let seats = self.state.membership().seats_of(person);
        holders.into_iter().flatten().any(|it| match it {
            Holder::Post(post) => self.is_own_post(seats, |it| it == post, on),
            Holder::Unit(unit) => self.heads_named(person, unit, on),
        })
    }

    pub(crate) fn is_holder(&self, holder: &Holder, person: &PersonId, on: Date) -> bool {
        match holder {
            Holder::Post(post) => self.holds_post(post, person, on),
            Holder::Unit(unit) => self.heads_named(person, unit, on),
        }
    }

    pub(crate) fn holds_post(&self, post: &PostId, person: &PersonId, on: Date) -> bool {
        self.holds_one_of(|it| it == post, person, on)
    }

    /// Whether a person holds on a day one of some posts of the charter, in the post's own unit or, if it has none, in any.
    pub(crate) fn holds_one_of(&self, posts: impl Fn(&PostId) -> bool, person: &PersonId, on: Date) -> bool {
        self.is_own_post(self.state.membership().seats_of(person), posts, on)
    }

    fn is_own_post(&self, seats: &[OwnSeat], posts: impl Fn(&PostId) -> bool, on: Date) -> bool {
        let is_its_unit = |post: &PostId, within: &UnitId| {
            let own = self.charter.post(post).map(|it| it.unit.as_ref());
            own.is_some_and(|own| own.is_none_or(|own| own == within))
        };
        let fits = |post: &PostId, within: &UnitId| posts(post) && is_its_unit(post, within);
        self.state.membership().sits(seats, (on, self.known), fits)
    }

    /// Whether a person holds a post of a unit on a day.
    pub(crate) fn is_seated(&self, person: &PersonId, (post, unit): (&PostId, &UnitId), on: Date) -> bool {
        self.sits(person, |of, within| of == post && within == unit, on)
    }

    fn sits(&self, person: &PersonId, fits: impl Fn(&PostId, &UnitId) -> bool, on: Date) -> bool {
        let membership = self.state.membership();
        membership.sits(membership.seats_of(person), (on, self.known), fits)
    }

    /// Who holds a post that has to do with the whole body, in the post's own unit or, if it has none, in any.
    pub(crate) fn holders_of_post(
        &self,
        post: &PostId,
        on: Date,
    ) -> impl Iterator<Item = &'s PersonId> + use<'s> {
        let known = self.known;
        let own = self.charter.post(post).map(|it| it.unit.as_ref());
        let seats = self.state.membership().seats.get(post).into_iter().flatten();
        seats
            .filter(move |(unit, _)| own.is_some_and(|own| own.is_none_or(|own| own == *unit)))
            .flat_map(move |(_, seat)| seat.holders(on, known))
    }

    /// The first convener who is in office, for a notice that names nobody.
    pub(crate) fn convener(&self, on: Date) -> Option<&'s PersonId> {
        let conveners = self.settings().conveners.fixed()?.iter();
        conveners.filter_map(|it| self.first_holder(it, on)).next()
    }

    /// The first person who holds a role that is bound to this post or unit.
    pub(crate) fn first_holder(&self, holder: &Holder, on: Date) -> Option<&'s PersonId> {
        match holder {
            Holder::Post(post) => self.holders_of_post(post, on).next(),
            Holder::Unit(unit) => self.stand_for(unit, on).find_map(|it| self.member_of(it, on)),
        }
    }

    /// Where conveners are ranked, whether the person is the first of those in office.
    pub(crate) fn is_first_in_rank(&self, person: &PersonId, on: Date) -> bool {
        let conveners = self.settings().conveners.fixed().map_or(&[][..], |it| it);
        let in_office = conveners.iter().find(|it| self.first_holder(it, on).is_some());
        in_office.is_some_and(|it| self.is_holder(it, person, on))
    }
}

/// The units that a charter lists as member units.
pub(crate) fn listed(charter: &Charter) -> &[UnitId] {
    charter.settings().members.fixed().map_or(&[], |it| it)
}
