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
    terms::{
        id::{ClassId, ItemId, Text},
        words::{Role, UnitKind},
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

/// An agreed matter on which a candidate can rest.
pub(crate) fn last_agreed(ask: &Ask<'_>) -> Option<ItemId> {
    let mut agreed = ask.state.decisions.items.iter().filter(|(_, it)| it.is_agreed());
    agreed.next_back().map(|(id, _)| id.clone())
}

impl Ask<'_> {
    /// Who decides that a unit joins or leaves: those whom the charter names or, where it names none, whom the reading
    /// does.
    pub(crate) fn deciders(&self, change: &UnitChange) -> Vec<Decider> {
        if !change.by.is_empty() {
            return change.by.clone();
        }
        vec![match self.reading() {
            UnitAddedBy::Consensus => Decider::Meeting,
            UnitAddedBy::Convener => Decider::Convener,
            UnitAddedBy::Reissue => Decider::Reissue,
        }]
    }

    /// Checks that one of the deciders has decided, as the agreed matter, the paper or the actor's own role shows.
    pub(crate) fn decided_by(&self, by: &[Decider], item: Option<&ItemId>, basis: Option<&Text>) -> Check {
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
