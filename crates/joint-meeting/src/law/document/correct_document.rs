//! The act `correct_document` corrects a passage of a document that was issued (更正).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        transition,
        view::{Ask, Case},
    },
    law::{
        document::{
            issue::superiors,
            issued::{OnDocument, in_force, recent},
        },
        membership::by_office,
    },
    state::{State, document::FormalDocument},
    terms::{
        deed::Stamp,
        id::{DocumentId, Text},
        matter::MatterRef,
        record::record,
    },
};

record! {
    /// Corrects a passage of a document that was issued (更正): a slip in writing, not what was agreed.
    ///
    /// Only the office may do it (`actor.is_office`), for a document that is in force (`document.is_in_force`), and the new
    /// wording must differ from the old (`correction.changes_the_wording`). A charter need not provide for this: it is
    /// recorded as what was done. What the minutes say stays as the units consented to it; whoever wants that changed
    /// withdraws or revokes the document, and redrafts the minutes.
    ///
    /// It settles nothing. The document remembers that it was corrected, each time.
    ///
    /// ```
    /// use joint_meeting::{Act, act::CorrectDocument, wire};
    ///
    /// let act = CorrectDocument::new("d1".parse()?, "6月31日".parse()?, "6月30日".parse()?)
    ///     .reason("June has thirty days".parse()?);
    /// let json = r#"{
    ///     "type": "correct_document", "document": "d1", "passage": "6月31日", "wording": "6月30日",
    ///     "reason": "June has thirty days"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct CorrectDocument {
        /// The document that is corrected.
        pub document: DocumentId,
        /// The passage as it went out.
        pub passage: Text,
        /// The wording in its place.
        pub wording: Text,
        /// Why it is corrected.
        optional pub reason: Option<Text>,
    }
}

impl OnDocument for CorrectDocument {
    fn document<'c>(case: &'c Case<'_, Self>) -> &'c FormalDocument {
        case.names
    }
}

impl ActType for CorrectDocument {
    type Names<'s> = &'s FormalDocument;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        in_force(),
        Guard {
            rule: Rule::always(
                "correction.changes_the_wording",
                "更正后的文字与原文不同",
                "the new wording differs from the old",
            ),
            check: |it| {
                ensure(it.act.passage != it.act.wording, || Finding::Unwanted {
                    what: vec![it.act.wording.to_string()],
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["passage", "wording", "reason"];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        transition::of_document(&self.document, &state.documents)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.document)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        state.change_document(&self.document, stamp.at, superiors(charter), |it| {
            it.after.get_or_insert_default().corrections.push(stamp.deed());
        });
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let correct = |document: &DocumentId| {
            let (passage, wording) = (some_text()?, "……".parse().ok()?);
            Some(Self { document: document.clone(), passage, wording, reason: None })
        };
        recent(ask, |it| it.end().is_none()).filter_map(correct).collect()
    }
}
