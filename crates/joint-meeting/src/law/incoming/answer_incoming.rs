//! The act `answer_incoming` answers something that came in (答复、办复).

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
        action::by_unit_or_office,
        incoming::{must_be_open, of_open_incoming},
    },
    state::{State, document::FormalDocument, incoming::Incoming},
    terms::{
        deed::Stamp,
        id::{DocumentId, IncomingId, Text},
        matter::{MatterKind, MatterRef},
        record::record,
        time::Time,
    },
};

record! {
    /// Answers something that came in (答复、办复).
    ///
    /// The office may do it, and whoever acts for a unit to which it was passed on (`work.recorded_by_unit_or_office`), once, as
    /// long as it is neither answered nor filed nor taken on (`incoming.is_open`), and not before it was passed on.
    ///
    /// It settles nothing. What came in is done with.
    ///
    /// ```
    /// use joint_meeting::{Act, act::AnswerIncoming, wire};
    ///
    /// let act = AnswerIncoming::new("in1".parse()?, "the patrols begin in June".parse()?)
    ///     .document("d1".parse()?);
    /// let json = r#"{
    ///     "type": "answer_incoming", "incoming": "in1", "text": "the patrols begin in June",
    ///     "document": "d1"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct AnswerIncoming {
        /// What is answered.
        pub incoming: IncomingId,
        /// What the answer says.
        pub text: Text,
        /// The formal document by which it is answered, where there is one.
        optional pub document: Option<DocumentId>,
    }
}

impl ActType for AnswerIncoming {
    type Names<'s> = (&'s Incoming, Option<&'s FormalDocument>);

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit_or_office(|it| it.records_for(it.names.0.passed_on.keys())),
        of_open_incoming(|it| must_be_open(it.names.0)),
    ];

    const FREE: &'static [&'static str] = &["text", "document"];

    fn matter(&self, _: &State) -> Option<MatterRef> {
        Some(MatterRef::of(MatterKind::Incoming, &self.incoming))
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let document = names.known_if_named(self.document.as_ref());
        Some((names.known(&self.incoming)?, document?))
    }

    fn since(&self, (incoming, document): &Self::Names<'_>) -> Option<Time> {
        let issued = document.map(|it| it.issued.at);
        Some(incoming.last_step()).max(issued)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, _: &Charter) {
        state.incoming.end(&self.incoming, stamp.deed());
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let answer =
            |it: &IncomingId| Some(Self { incoming: it.clone(), text: some_text()?, document: None });
        ask.state.incoming().open.iter().filter_map(answer).collect()
    }
}
