//! Vacant roles: who can put a person into a role that an act takes and that nobody holds.

use std::ops::ControlFlow;

use crate::{
    body::JointMeeting,
    charter::settings::choices::{Holder, Office},
    kernel::{
        finding::Finding,
        refusal::{Cure, Ground, OnlyBy, Refusal},
        view::View,
    },
    registry::acts::Act,
    terms::{
        act_kind::ActKind,
        id::{PersonId, PostId, UnitId},
        matter::MatterKind,
        time::Time,
        words::{Named, Role},
    },
};

/// The acts that give a person a role.
const GIVING: [ActKind; 3] = [ActKind::FillPost, ActKind::NameMember, ActKind::NameLiaisonOfficer];

/// The roles of which one can do such an act.
const GIVERS: [Role; 5] =
    [Role::Office, Role::LeadUnit, Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer];

impl JointMeeting {
    /// Where an act takes a role that nobody holds: the acts by which somebody can give it, or that nobody can.
    pub(crate) fn fill_vacancy(&self, ground: &mut Ground, (act, by): (&Act, &PersonId), now: Time) {
        let Finding::NeedsRole { roles, unit } = &ground.finding else { return };
        // Who is above the body is not the body's to appoint, and who presides over a meeting that is not called yet is open.
        let is_called = || act.matter(&self.state).is_some_and(|it| it.kind == MatterKind::Meeting);
        if roles.contains(&Role::Superior)
            || (roles.contains(&Role::PresidingPerson) && !is_called())
            || !self.holders_of(roles, unit.as_ref(), act, now).is_empty()
        {
            return;
        }
        let view = self.view(self.charter_of(self.version_for(act, now)), now.date());
        // What a unit from outside settles, the body does not know.
        if unit.as_ref().is_some_and(|it| !view.is_member(it, now.date())) {
            return;
        }
        let gives = |it: &Act| roles.iter().any(|role| gives(&view, it, *role, unit.as_ref()));
        let mut somebody_may = false;
        for kind in GIVING {
            // What is worth trying here does not depend on who tries.
            let mut candidates = Vec::new();
            let _ = self.try_candidates(kind, by, (now, now), &mut |it| {
                candidates.extend(Some(it).filter(gives));
                ControlFlow::Continue(())
            });
            let mut can = |by: &PersonId| {
                let judged = candidates.iter().map(|it| self.judge_with_letter(it, by, (now, now)));
                let judged: Vec<_> = judged.collect();
                somebody_may |= judged.iter().any(|it| it.as_ref().err().is_none_or(|it| !is_for_others(it)));
                judged.iter().any(Result::is_ok)
            };
            // Whoever never held a post and was never named may do what any other such person may.
            let mut stranger = None;
            let asked =
                self.state.membership.persons.iter().filter(|(it, places)| {
                    !places.is_empty() || std::ptr::eq(*stranger.get_or_insert(*it), *it)
                });
            let can: Vec<&PersonId> = asked.map(|(it, _)| it).filter(|it| can(it)).collect();
            // A role that brings in nobody new is not named.
            let mut left = can;
            let mut brings_in = |role: &Role| {
                let before = left.len();
                left.retain(|by| !view.holds(*role, by, None, now.date()));
                left.len() < before
            };
            let who: Vec<Role> = GIVERS.into_iter().filter(|it| brings_in(it)).collect();
            if !who.is_empty() {
                ground.cures.push(Cure { act: kind, who, units: Vec::new(), instead: false });
            }
        }
        if !somebody_may {
            ground.only_by = Some(OnlyBy::Nobody);
        }
    }
}

/// Whether an act is refused because it is for others to do.
fn is_for_others(refusal: &Refusal) -> bool {
    refusal.grounds().iter().any(|it| matches!(it.finding, Finding::NeedsRole { .. }))
}

/// Whether an act that puts a person into a post, or names one for a unit, gives them the role; a role in a unit, in that
/// one.
fn gives(view: &View<'_>, act: &Act, role: Role, unit: Option<&UnitId>) -> bool {
    match view.settings().acting_in_place_of(role) {
        Some(roles) => roles.iter().any(|it| gives_itself(view, act, *it, unit)),
        None => gives_itself(view, act, role, unit),
    }
}

/// The same, whoever acts for a role that the charter leaves without a holder.
fn gives_itself(view: &View<'_>, act: &Act, role: Role, unit: Option<&UnitId>) -> bool {
    let (post, named, of) = match act {
        Act::FillPost(it) => {
            let own = view.charter.post(&it.post).and_then(|it| it.unit.as_ref());
            (Some(&it.post), None, own.or(it.unit.as_ref()))
        }
        Act::NameMember(it) => (None, Some(Named::Member), Some(&it.unit)),
        Act::NameLiaisonOfficer(it) => (None, Some(Named::LiaisonOfficer), Some(&it.unit)),
        _ => return false,
    };
    let Some(of) = of else { return false };
    let settings = view.settings();
    let is_asked = unit.is_none_or(|it| it == of);
    let heads = named == Some(Named::Member)
        || settings.responsible_posts.fixed().is_some_and(|all| post.is_some_and(|it| all.contains(it)));
    let acts = heads || named == Some(Named::LiaisonOfficer);
    let stands_for = |it: &UnitId| view.stand_for(it, view.on()).any(|it| it == of);
    let is_post = |it: &PostId| post == Some(it);
    let holder = |it: &Holder| match it {
        Holder::Post(it) => is_post(it),
        Holder::Unit(it) => heads && stands_for(it),
    };
    match role {
        Role::ChiefConvener => settings.chief_convener.fixed().is_some_and(holder),
        Role::Convener => settings.conveners.fixed().into_iter().flatten().any(holder),
        Role::DeputyConvener => settings.deputy_conveners.fixed().into_iter().flatten().any(holder),
        Role::Office => {
            let of_office = |(_, it): (_, &Office)| {
                let mut posts = it.posts().peekable();
                match it.host().filter(|_| posts.peek().is_none()) {
                    Some(host) => acts && stands_for(host),
                    None => posts.any(is_post),
                }
            };
            let by_lead = || !settings.has_role(role) && gives_itself(view, act, Role::LeadUnit, unit);
            settings.offices().any(of_office) || by_lead()
        }
        Role::OfficeDirector => settings.directors().any(is_post),
        Role::LeadUnit => match settings.lead_units.fixed() {
            Some(lead) if !lead.is_empty() => {
                let convenes = |it: &Holder| match it {
                    Holder::Post(it) => is_post(it) && lead.iter().any(stands_for),
                    Holder::Unit(_) => false,
                };
                acts && lead.iter().any(stands_for)
                    || settings.conveners.fixed().into_iter().flatten().any(convenes)
            }
            _ => gives_itself(view, act, Role::Convener, unit),
        },
        Role::MemberUnit => acts && is_asked && view.is_member(of, view.on()),
        Role::Member => named == Some(Named::Member) && is_asked,
        Role::LiaisonOfficer => named == Some(Named::LiaisonOfficer) && is_asked,
        Role::ResponsiblePerson => heads && is_asked,
        // Where nobody else presides, the convener does.
        Role::PresidingPerson => gives_itself(view, act, Role::Convener, unit),
        Role::Superior => false,
    }
}
