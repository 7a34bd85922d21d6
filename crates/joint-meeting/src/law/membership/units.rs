//! Who decides on the units of the body.

use crate::{
    charter::{
        Charter,
        readings::{ReadingKey, UnitAddedBy, UnitEligible},
        settings::{choices::Decider, values::UnitChange},
    },
    kernel::{
        finding::Finding,
        resolver::Resolver,
        rule::{Check, Rule, ensure},
        view::{Ask, View},
        word::word,
    },
    state::decision::AgendaItem,
    terms::{
        id::{ClassId, ItemId, Text, UnitId},
        time::{Date, start_of},
        words::{ItemKind, Role, UnitKind},
    },
};

pub(crate) const IS_ELIGIBLE: Rule =
    Rule::law("unit.is_eligible", "增加的是有关部门，不是企业、协会", "a unit that joins is a public body")
        .reads(&[ReadingKey::UnitEligible]);

/// Checks that a unit of the kind may become a member unit; one of a class may, whatever its kind.
pub(crate) fn is_eligible(view: &View<'_>, kind: UnitKind, by_class: bool) -> Check {
    let eligible =
        by_class || kind.is_public_body() || view.reading::<UnitEligible>() == UnitEligible::Anybody;
    ensure(eligible, || Finding::NotAllowed { value: word(&kind), allowed: vec!["public_body".to_owned()] })
}

/// Looks a class up among those of the charter.
pub(crate) fn known_class(charter: &Charter, class: &ClassId, names: &mut Resolver<'_>) {
    let mut classes = charter.settings().member_classes.fixed().into_iter().flatten();
    if !classes.any(|it| it.id == *class) {
        names.unknown(class);
    }
}

/// What a change of the units rests on.
pub(crate) struct RestsOn<'a> {
    /// The unit that joins or leaves, or whose person is confirmed.
    pub(crate) unit: &'a UnitId,
    /// The agreed matter.
    pub(crate) item: Option<(&'a ItemId, &'a AgendaItem)>,
    /// The paper.
    pub(crate) paper: Option<&'a Text>,
}

impl Ask<'_> {
    /// Who decides that a unit joins or leaves: those whom the charter names or, where it names none, whom the reading
    /// does.
    fn deciders(&self, change: &UnitChange) -> Vec<Decider> {
        if !change.by.is_empty() {
            return change.by.clone();
        }
        vec![match self.reading() {
            UnitAddedBy::Consensus => Decider::Meeting,
            UnitAddedBy::Convener => Decider::Convener,
            UnitAddedBy::Reissue => Decider::Reissue,
        }]
    }

    /// Checks that whoever may has decided that a unit joins or leaves. A matter is agreed before the change takes
    /// effect and, where only a reading leaves it to consensus, by every member unit of the day.
    pub(crate) fn change_decided(
        &self,
        change: &UnitChange,
        basis: &RestsOn<'_>,
        effective: Date,
        fits: impl Fn(Date) -> bool,
    ) -> Check {
        self.decided_by(&self.deciders(change), basis, |id, item| {
            let settled = item.settled.map_or(effective, |it| it.at.date());
            ensure(fits(settled), no_matter)?;
            let earliest = start_of(settled, self.charter.offset());
            ensure(effective >= settled, || Finding::TooEarly { earliest })?;
            let all = if change.by.is_empty() { self.members_on(settled) } else { Vec::new() };
            let units = all.into_iter().filter(|it| !self.bond(id, item, it).can_be_tasked());
            let units: Vec<UnitId> = units.cloned().collect();
            ensure(units.is_empty(), || Finding::MissingUnits { units })
        })
    }

    /// Checks that one of the deciders has decided, as the agreed matter about the unit, the paper or the actor's own
    /// role shows.
    pub(crate) fn decided_by(
        &self,
        by: &[Decider],
        basis: &RestsOn<'_>,
        fits: impl Fn(&ItemId, &AgendaItem) -> Check,
    ) -> Check {
        let agreed = |plenary: bool| {
            let (id, item) = basis.item.ok_or_else(no_matter)?;
            let about = item.kind == ItemKind::Membership && item.about.contains(basis.unit);
            let agreed = item.is_agreed() && (!plenary || item.settled_at_plenary(self.state.meetings()));
            ensure(about && agreed, no_matter)?;
            fits(id, item)
        };
        let shown = |held: bool| {
            let missing = || Finding::Missing { what: vec!["basis".to_owned()] };
            ensure(held || basis.paper.is_some(), missing)
        };
        let mut what = Vec::new();
        for decider in by {
            let found = match decider {
                Decider::Meeting => agreed(false),
                Decider::Plenary => agreed(true),
                Decider::Convener => shown(self.decides(&[Role::Convener]).is_ok()),
                Decider::LeadUnit => shown(self.decides(&[Role::LeadUnit]).is_ok()),
                Decider::Superior | Decider::Reissue => shown(false),
            };
            match found {
                Ok(()) => return Ok(()),
                Err(Finding::Missing { what: these }) => what.extend(these),
                Err(finding) => return Err(finding),
            }
        }
        Err(Finding::Missing { what })
    }
}

fn no_matter() -> Finding {
    Finding::Missing { what: vec!["agreed_matter".to_owned()] }
}
