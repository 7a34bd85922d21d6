//! The act `file_incoming` files something that came in and needs no answer (存查).

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
        incoming::{must_be_open, of_open_incoming},
        membership::by_office,
    },
    state::{State, incoming::Incoming},
    terms::{
        deed::Stamp,
        id::{IncomingId, Text},
        matter::{MatterKind, MatterRef},
        record::record,
        time::Time,
    },
};

record! {
    /// Files something that came in and needs no answer, or no other answer (存查).
    ///
    /// Only the office may do it (`actor.is_office`), once, as long as it is neither answered nor filed nor taken on
    /// (`incoming.is_open`).
    ///
    /// It settles nothing. What came in is done with.
    ///
    /// ```
    /// use joint_meeting::{Act, act::FileIncoming, wire};
    ///
    /// let act = FileIncoming::new("in1".parse()?, "for information only".parse()?);
    /// let json = r#"{
    ///     "type": "file_incoming", "incoming": "in1", "reason": "for information only"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct FileIncoming {
        /// What is filed.
        pub incoming: IncomingId,
        /// Why it is filed.
        pub reason: Text,
    }
}

impl ActType for FileIncoming {
    type Names<'s> = &'s Incoming;

    const GUARDS: &'static [Guard<Self>] = &[by_office(), of_open_incoming(|it| must_be_open(it.names))];

    const FREE: &'static [&'static str] = &["reason"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Incoming, &self.incoming))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.incoming)
    }

    fn since(&self, incoming: &Self::Names<'_>) -> Option<Time> {
        Some(incoming.last_step())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.incoming.end(&self.incoming, stamp.deed());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let file = |it: &IncomingId| Some(Self { incoming: it.clone(), reason: some_text()? });
        ask.state.incoming().open.iter().filter_map(file).collect()
    }
}
