//! The units at which holders of posts are seated, and who records a change in a post.

use crate::{
    kernel::{
        finding::Finding,
        resolver::Resolver,
        rule::{Check, Rule, ensure},
        view::Ask,
    },
    terms::{
        id::{PersonId, PostId, UnitId},
        words::{Named, Role},
    },
};

/// The unit of a post: the post's own, or the one given for a post that every unit has.
pub(crate) fn seat(names: &mut Resolver<'_>, post: &PostId, unit: Option<&UnitId>) -> Option<UnitId> {
    let Some(entry) = names.charter.post(post) else {
        names.unknown(post);
        return None;
    };
    match (&entry.unit, unit) {
        (Some(own), None) => Some(own.clone()),
        (None, Some(unit)) => names.known(unit).map(|_| unit.clone()),
        // The act names a post of one unit with another unit, or a post of every unit with none.
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

pub(crate) const POST_RECORDED: Rule = Rule::always(
    "post.recorded_by_unit_or_office",
    "职务变动由办公室依所在单位来函记录，或者由原任者、牵头单位负责人办理；负责人以外的职务，也可由所在单位负责人办理",
    "a change in a post is recorded by the office on its unit's letter, by the person leaving it or by the head of the lead \
     unit; in a post other than that of a unit's head, also by that head",
);

impl Ask<'_> {
    /// Checks that the actor may record a change in a post of a unit. A liaison officer speaks for their unit in daily
    /// matters, and makes nobody its head; whoever keeps the record for the office puts another into a post.
    pub(crate) fn records_post(&self, post: &PostId, unit: &UnitId, into: Option<&PersonId>) -> Check {
        let (by, on) = (self.by, self.today());
        let of_heads = self.settings().responsible_posts.fixed().is_some_and(|it| it.contains(post));
        let is_head = self.binds_unit(by, unit, on);
        let liaison = self.named(unit, Named::LiaisonOfficer, on).is_some_and(|it| it.person == *by);
        let of_office = into != Some(by)
            && self.holds(Role::Office, by, None, on)
            && (!liaison || is_head || self.is_staff(by, on));
        let leaves = self.is_seated(by, post, Some(unit), on);
        let may = of_office || leaves || self.heads_lead_unit(by, on) || (is_head && !of_heads);
        // The first posts under a new charter are filled where nobody holds any.
        let is_first = || {
            let holds = |it| self.holds(Role::Office, it, None, on) || self.heads_lead_unit(it, on);
            !liaison && !self.state.membership.persons.keys().any(holds)
        };
        ensure(may || is_first(), || {
            let head = (!of_heads).then_some(Role::ResponsiblePerson);
            Finding::NeedsRole {
                roles: [Role::Office, Role::LeadUnit].into_iter().chain(head).collect(),
                unit: head.map(|_| unit.clone()),
            }
        })
    }
}
