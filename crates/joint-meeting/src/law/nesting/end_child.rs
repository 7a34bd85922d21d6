//! The act `end_child` records that a lower body has ended (撤销).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        view::Ask,
    },
    law::{membership::by_office, nesting::in_being},
    state::{State, membership::LastDay, nesting::Child},
    terms::{
        deed::Stamp,
        id::{ChildId, Text},
        matter::MatterRef,
        record::record,
        time::{Date, Time},
    },
};

record! {
    /// Records that a lower body has ended (下级联席会议撤销).
    ///
    /// Only the office may do it (`actor.is_office`), for a lower body that is there on its last day and has not ended
    /// (`child.is_in_being`); an end that lies ahead can be brought forward. A
    /// charter need not provide for this: whoever set up the lower body ends it, and it is only recorded here.
    ///
    /// It settles nothing. After the last day nothing is linked with the lower body any more, and it owes no report that it had
    /// not given; what was linked with it before stays.
    ///
    /// ```
    /// use joint_meeting::{Act, act::EndChild, wire};
    ///
    /// let act = EndChild::new("c1".parse()?, "2023-06-30".parse()?, "the streets were merged".parse()?);
    /// let json = r#"{
    ///     "type": "end_child", "child": "c1", "to": "2023-06-30", "reason": "the streets were merged"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct EndChild {
        /// The lower body.
        pub child: ChildId,
        /// Its last day.
        pub to: Date,
        /// Why it has ended, or the paper by which it was ended.
        pub reason: Text,
    }
}

impl ActType for EndChild {
    type Names<'s> = &'s Child;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        in_being(|it| it.child_is_in_being(it.names, it.act.to).and(it.has_not_ended(it.names, it.today()))),
    ];

    const FREE: &'static [&'static str] = &["to", "reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        None
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.child)
    }

    fn since(&self, child: &Self::Names<'_>) -> Option<Time> {
        Some(child.recorded.at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        if let Some(child) = state.nesting.children.get_mut(&self.child) {
            child.last_days.push(LastDay { day: self.to, entry: stamp.no });
        }
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let end = |(child, it): (&ChildId, &Child)| {
            Some(Self { child: child.clone(), to: ask.today().max(it.from), reason: some_text()? })
        };
        ask.state.nesting().children.iter().filter_map(end).collect()
    }
}
