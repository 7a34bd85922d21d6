//! The act `acknowledge_receipt` records that a document has been received (签收).

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        finding::Finding,
        outcome::Outcome,
        resolver::Resolver,
        rule::{Check, Guard, Rule, ensure},
        transition,
        view::{Ask, Case},
    },
    law::{
        document::{
            issue::superiors,
            issued::{OnDocument, in_force},
        },
        membership::by_unit,
    },
    state::{State, document::FormalDocument},
    terms::{
        deed::Stamp,
        id::{DocumentId, Text, UnitId},
        matter::MatterRef,
        record::record,
        spelling::Spelling,
        time::{Date, Time},
        words::Role,
    },
};

record! {
    /// Records that a document has been received (签收).
    ///
    /// The office may do it, and whoever acts for the unit that received the document: its responsible person, its
    /// member or its liaison officer (`actor.acts_for_unit`). For a recipient that is not a unit of the body only the
    /// office may. The document must have been sent or copied to the recipient, or to a unit in whose place it stands
    /// (`receipt.by_a_recipient`), which acknowledges it once (`receipt.is_given_once`): for all these units under its own
    /// name, or for one under the name of that one. By then the document must not have been withdrawn, revoked or repealed
    /// (`document.is_in_force`).
    ///
    /// It settles nothing. The receipt stands in the document; when it was the last one missing, and nothing has to be
    /// reported up, nothing is outstanding for the document.
    ///
    /// ```
    /// use joint_meeting::{Act, act::AcknowledgeReceipt, wire};
    ///
    /// let act = AcknowledgeReceipt::new("d1".parse()?, "market".parse()?);
    /// let json = r#"{
    ///     "type": "acknowledge_receipt", "document": "d1", "recipient": "market"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct AcknowledgeReceipt {
        /// The document that was received.
        pub document: DocumentId,
        /// Who has received it: a unit, or another recipient by name.
        pub recipient: Text,
    }
}

impl OnDocument for AcknowledgeReceipt {
    fn document<'c>(case: &'c Case<'_, Self>) -> &'c FormalDocument {
        case.names.0
    }
}

impl ActType for AcknowledgeReceipt {
    type Names<'s> = (&'s FormalDocument, Option<&'s UnitId>);

    const GUARDS: &'static [Guard<Self>] = &[
        by_unit(Self::by_recipient_or_office),
        in_force(),
        Guard {
            rule: Rule::always(
                "receipt.by_a_recipient",
                "签收的是该文件的主送或者抄送单位",
                "the document was sent to whoever receives it",
            ),
            check: |it| {
                let document = it.names.0;
                ensure(!it.act.received(it.state.whole(), document, it.today()).is_empty(), || {
                    Finding::NotAllowed {
                        value: it.act.recipient.to_string(),
                        allowed: document.addressees().map(ToOwned::to_owned).collect(),
                    }
                })
            },
        },
        Guard {
            rule: Rule::always("receipt.is_given_once", "一次签收", "a receipt is given once"),
            check: |it| {
                let received = it.act.received(it.state.whole(), it.names.0, it.today());
                let again =
                    !received.is_empty() && received.iter().all(|to| it.names.0.receipts.contains_key(to));
                ensure(!again, || Finding::Unwanted { what: vec![it.act.recipient.to_string()] })
            },
        },
    ];

    /// The matter is the meeting: a receipt is about a document, which belongs to the meeting of its minutes.
    fn matter(&self, state: &State) -> Option<MatterRef> {
        transition::of_document(&self.document, &state.documents)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        let state = names.state;
        let unit = state.membership.units.get_key_value(self.recipient.spelling()).map(|(id, _)| id);
        names.known(&self.document).map(|it| (it, unit))
    }

    fn since(&self, names: &Self::Names<'_>) -> Option<Time> {
        Some(names.0.sent(self.recipient.as_str()).at)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        let Some(document) = state.documents.documents.get(&self.document) else { return };
        let received = self.received(state, document, stamp.at.date());
        state.change_document(&self.document, stamp.at, superiors(charter), |it| {
            for to in received {
                it.receipts.entry(to).or_insert(stamp.deed());
            }
        });
    }

    /// The candidates are, for each document, the first outstanding receipt that the actor could give.
    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let documents = ask.state.documents();
        let first = |id: &DocumentId| {
            let document = documents.documents.get(id)?;
            let mut outstanding = document.outstanding();
            let recipient = outstanding.find(|to| {
                let unit = ask.state.membership().units.get_key_value(*to).map(|(id, _)| id);
                may_receive(ask, unit).is_ok()
            });
            Some(Self { document: id.clone(), recipient: recipient?.parse().ok()? })
        };
        documents.open.iter().filter_map(first).collect()
    }
}

impl AcknowledgeReceipt {
    /// The addressees for whom the recipient receives the document that day: itself, and the units in whose place it
    /// stands.
    fn received(&self, state: &State, document: &FormalDocument, on: Date) -> Vec<Text> {
        let since = document.issued.at.date();
        let (own, membership) = (self.recipient.spelling(), &state.membership);
        let stands_for = |to: &Spelling| {
            let ended = membership.units.get_key_value(to).map(|(it, _)| it);
            let now = ended.map(|it| membership.in_place_of(it, since, (on, u32::MAX)));
            now.into_iter().flatten().any(|it| it.spelling() == own)
        };
        let stands_for = |to: &Spelling| membership.some_ended && stands_for(to);
        let for_it = document.sent_to().filter(|to| *to == own || stands_for(to));
        for_it.filter_map(|it| it.as_str().parse().ok()).collect()
    }

    fn by_recipient_or_office(case: &Case<'_, Self>) -> Check {
        may_receive(case, case.names.1)
    }
}

/// Checks that the actor is of the office, or acts for the unit that received.
fn may_receive(ask: &Ask<'_>, unit: Option<&UnitId>) -> Check {
    let Some(unit) = unit else { return ask.needs(&[Role::Office], None) };
    let roles = [Role::Office, Role::ResponsiblePerson, Role::Member, Role::LiaisonOfficer];
    ask.speaks(unit, ask.today(), &roles)
}
