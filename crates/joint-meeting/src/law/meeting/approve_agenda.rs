//! The act `approve_agenda` approves items for an agenda (审定议题) where the charter asks for it.

use crate::{
    charter::{Charter, settings::SettingKey},
    kernel::{
        act::ActType,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, fixed},
        view::Ask,
    },
    law::meeting::calling::AGENDA_ITEMS_ARE_OPEN,
    state::{State, decision::AgendaItem},
    terms::{deed::Stamp, id::ItemId, matter::MatterRef, record::record},
};

record! {
    /// Approves items for an agenda (审定议题), where the charter asks for it.
    ///
    /// Those whom the charter names do this; where it does not ask for approval, nobody can give it
    /// (`agenda.approval_provided_for`). The items are not settled and on no other agenda, each named once
    /// (`meeting.agenda_items_are_open`).
    ///
    /// It settles nothing. The items are approved, so that `convene` can put them on an agenda (`agenda.is_approved`),
    /// until a meeting that had them on its agenda is closed.
    ///
    /// ```
    /// use joint_meeting::{Act, act::ApproveAgenda, wire};
    ///
    /// let act = ApproveAgenda::new(["i1".parse()?, "i2".parse()?]);
    /// assert_eq!(Act::from(act), wire::from_str(r#"{"type": "approve_agenda", "items": ["i1", "i2"]}"#)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ApproveAgenda {
        /// The items.
        pub items: Vec<ItemId>,
    }
}

impl ActType for ApproveAgenda {
    type Names<'s> = Vec<&'s AgendaItem>;

    const GUARDS: &'static [Guard<Self>] = &[
        Guard {
            rule: Rule::law(
                "agenda.approval_provided_for",
                "制度规定议题须经审定，并由有权者审定",
                "the charter asks for approval of the agenda, and whoever may gives it",
            )
            .asks(&[SettingKey::AgendaApproval]),
            check: |it| it.needs(fixed(&it.settings().agenda_approval)?, None),
        },
        Guard {
            rule: AGENDA_ITEMS_ARE_OPEN,
            check: |it| it.can_go_on_agenda(it.act.items.iter().zip(it.names.iter().copied())),
        },
    ];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.all_known(&self.items)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        for id in &self.items {
            if let Some(item) = state.decisions.items.get_mut(id) {
                item.approved = true;
                item.last = item.last.max(stamp.at);
            }
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let items = ask.free_items().into_iter().filter(|(_, it)| !it.approved);
        let items: Vec<ItemId> = items.map(|(id, _)| id.clone()).collect();
        if items.is_empty() { Vec::new() } else { vec![Self { items }] }
    }
}
