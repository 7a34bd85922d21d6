//! The act `supplement_recipients` sends a document to further recipients after it was issued (补发).

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
            issued::{OnDocument, in_force, recent, staying_within},
        },
        membership::{by_office, of_standing_units},
    },
    state::{State, document::FormalDocument},
    terms::{
        deed::Stamp,
        id::{DocumentId, Text, UnitId},
        matter::MatterRef,
        record::record,
        sorted::Set,
    },
};

record! {
    /// Sends a document to further recipients after it was issued (补发).
    ///
    /// Only the office may do it (`actor.is_office`), for a document that is in force (`document.is_in_force`). It goes to
    /// somebody, and to nobody to whom it was sent before (`document.goes_to_new_recipients`), to no unit that has ended
    /// (`unit.has_not_ended`), and to member units only where nothing goes outside (`document.stays_within`). A charter need
    /// not provide for this: it is recorded as what was done.
    ///
    /// It settles nothing. The document waits for the receipts of those to whom it was sent now, as for those of the others.
    ///
    /// ```
    /// use joint_meeting::{Act, act::SupplementRecipients, wire};
    ///
    /// let act = SupplementRecipients::new("d1".parse()?)
    ///     .recipients(["civilisation".parse()?])
    ///     .copied_to(["区政府办公室".parse()?]);
    /// let json = r#"{
    ///     "type": "supplement_recipients", "document": "d1", "recipients": ["civilisation"],
    ///     "copied_to": ["区政府办公室"]
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct SupplementRecipients {
        /// The document that is sent.
        pub document: DocumentId,
        /// The units that the document goes to (主送) and that the body knows.
        optional pub recipients: Vec<UnitId>,
        /// Others that the document goes to, by name.
        optional pub other_recipients: Vec<Text>,
        /// Others who get a copy (抄送), by name.
        optional pub copied_to: Vec<Text>,
    }
}

impl SupplementRecipients {
    /// Everyone to whom it goes.
    fn all(&self) -> impl Iterator<Item = &str> {
        let others = self.other_recipients.iter().chain(&self.copied_to);
        self.recipients.iter().map(UnitId::as_str).chain(others.map(Text::as_str))
    }
}

impl OnDocument for SupplementRecipients {
    fn document<'c>(case: &'c Case<'_, Self>) -> &'c FormalDocument {
        case.names
    }
}

impl ActType for SupplementRecipients {
    type Names<'s> = &'s FormalDocument;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        in_force(),
        Guard {
            rule: Rule::always(
                "document.goes_to_new_recipients",
                "补发给此前未发送的单位",
                "the document goes to somebody, and to nobody to whom it was sent before",
            ),
            check: |it| {
                let some = it.act.all().next().is_some();
                ensure(some, || Finding::Missing { what: vec!["recipients".to_owned()] })?;
                let again = it.state.documents().sent_twice(&it.act.document, it.names, it.act.all());
                let what: Vec<String> = again.into_iter().map(ToOwned::to_owned).collect();
                ensure(what.is_empty(), || Finding::Unwanted { what })
            },
        },
        of_standing_units(|it| it.stand(&it.act.recipients)),
        staying_within(),
    ];

    const FREE: &'static [&'static str] = &["recipients", "other_recipients", "copied_to"];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        transition::of_document(&self.document, &state.documents)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let units = names.all_known(&self.recipients);
        names.known(&self.document).filter(|_| units.is_some())
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        let to = (&*self.recipients, &*self.other_recipients, &*self.copied_to);
        state.send_on(&self.document, to, stamp.deed(), superiors(charter));
    }

    /// The member units to which it was not sent or, where it was sent to all, somebody else, if anything goes outside.
    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let members = ask.members_on(ask.today());
        let goes_outside = ask.settings().outward.fixed() != Some(&false);
        let send = |id: &DocumentId| {
            let document = ask.state.documents().documents.get(id)?;
            let before: Set<&str> = document.addressees().collect();
            let new = members.iter().filter(|it| !before.contains(it.as_str()));
            let recipients: Vec<UnitId> = new.map(|it| (*it).clone()).collect();
            let other_recipients = match recipients.is_empty() {
                true if goes_outside => vec![some_text()?],
                true => return None,
                false => Vec::new(),
            };
            Some(Self { document: id.clone(), recipients, other_recipients, copied_to: Vec::new() })
        };
        recent(ask, |it| it.end().is_none()).filter_map(send).collect()
    }
}
