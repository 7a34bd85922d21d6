//! Who decides on the units of the body.

use crate::{
    charter::{
        Charter,
        readings::UnitAddedBy,
        settings::{choices::Decider, values::UnitChange},
    },
    kernel::{finding::Finding, resolver::Resolver, rule::Check, view::Ask},
    terms::{
        id::{ClassId, ItemId, Text},
        words::Role,
    },
};

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
            Decider::LeadUnit => basis.is_some() || self.heads_lead_unit(self.by, self.today()),
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
