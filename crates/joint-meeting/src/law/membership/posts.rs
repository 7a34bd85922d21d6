//! The units at which holders of posts are seated, and who records a change in a post.

use crate::{
    kernel::{
        finding::{Finding, Lacking},
        resolver::Resolver,
        rule::{Check, Rule, ensure},
        view::Ask,
        word::word,
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
    "职务变动由办公室依所在单位来函记录，或者由原任者、牵头单位负责人办理；负责人的变动附来函，其他职务也可由所在单位负责人办理",
    "a change in a post is recorded by the office on its unit's letter, by the person leaving it or by the head of the lead \
     unit; of a unit's head, with the letter attached; in another post, also by that head",
);

impl Ask<'_> {
    /// Checks that the actor may record a change in a post of a unit. A liaison officer speaks for their unit in daily
    /// matters, and makes nobody its head, nor enters that somebody else did; whoever keeps the record for the office puts
    /// another into a post.
    pub(crate) fn records_post(&self, post: &PostId, unit: &UnitId, into: Option<&PersonId>) -> Check {
        let (by, on) = (self.by, self.today());
        let of_heads = self.settings().responsible_posts.fixed().is_some_and(|it| it.contains(post));
        let is_head = self.binds_unit(by, unit, on);
        let officer = self.named(unit, Named::LiaisonOfficer, on).map(|it| &it.person);
        let is_only_liaison =
            |it| officer == Some(it) && !self.binds_unit(it, unit, on) && !self.is_staff(it, on);
        let liaison = officer == Some(by);
        let of_office = into != Some(by) && self.holds(Role::Office, by, None, on) && !is_only_liaison(by);
        let leaves = self.is_seated(by, (post, unit), on);
        let own = leaves || self.heads_lead_unit(by, on) || (is_head && !of_heads);
        let entered = !of_heads || !is_only_liaison(self.recorder());
        // The first posts under a new charter are filled where nobody holds any.
        let is_first = || {
            let holds = |it| self.holds(Role::Office, it, None, on) || self.heads_lead_unit(it, on);
            !liaison && !self.state.membership().persons.keys().any(holds)
        };
        ensure(entered && (of_office || own || is_first()), || {
            let head = (!of_heads).then_some(Role::ResponsiblePerson);
            Finding::NeedsRole {
                roles: [Role::Office, Role::LeadUnit].into_iter().chain(head).collect(),
                unit: head.map(|_| unit.clone()),
            }
        })?;
        // A journal of the first format has no place for a letter.
        let is_shown = self.beside.has_letter || self.beside.old_format.is_some();
        ensure(own || !of_office || !of_heads || is_shown, || Finding::Missing {
            what: vec![word(&Lacking::Letter)],
        })
    }
}
