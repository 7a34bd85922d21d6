//! The act `record_contact` records a contact between a unit and the office (日常联系对接).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        view::Ask,
    },
    law::{
        action::{by_unit_or_office, known_units},
        membership::of_members,
    },
    state::State,
    terms::{
        deed::Stamp,
        id::{Text, UnitId},
        matter::MatterRef,
        record::record,
    },
};

record! {
    /// Records a contact between a unit and the office (日常联系对接).
    ///
    /// The office may do it, and whoever acts for the unit (`work.recorded_by_unit_or_office`), which must be a member
    /// unit that day (`unit.is_member`).
    ///
    /// It settles nothing. The contact shows that the unit meets the duty `contact.kept`.
    ///
    /// ```
    /// use joint_meeting::{Act, act::RecordContact, wire};
    ///
    /// let act = RecordContact::new("health".parse()?, "about the briefing".parse()?);
    /// let json = r#"{
    ///     "type": "record_contact", "unit": "health", "text": "about the briefing"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct RecordContact {
        /// The unit that was in contact with the office.
        pub unit: UnitId,
        /// What the contact was about.
        pub text: Text,
    }
}

impl ActType for RecordContact {
    type Names<'s> = ();

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for([&it.act.unit])),
        of_members(|it| it.members_all([&it.act.unit])),
    ];

    const FREE: &'static [&'static str] = &["text"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<()> {
        known_units(names, [&self.unit]);
        Some(())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.functions.contacts.entry(self.unit.clone()).or_default().note(stamp.deed());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let made = || Some(Self { unit: ask.some_member()?, text: some_text()? });
        made().into_iter().collect()
    }
}
