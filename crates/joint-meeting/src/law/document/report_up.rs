//! The act `report_up` sends a copy of a document to the superior (抄报).

use crate::{
    charter::{Charter, settings::SettingKey},
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
            issued::{OnDocument, in_force},
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
    /// Sends a copy of a document to the superior (抄报).
    ///
    /// Only the office may do it (`actor.is_office`), for a document that is in force (`document.is_in_force`). If the charter
    /// names the superiors to whom documents are reported up, it goes to one of them (`report_up.provided_for`); a charter
    /// that is silent leaves it to the office to send a copy to whom it likes, and makes no duty of it.
    ///
    /// It settles nothing. The document remembers when it first went to that superior, which fulfils the duty
    /// `document.reported_up`, if there is one.
    ///
    /// ```
    /// use joint_meeting::{Act, act::ReportUp, wire};
    ///
    /// let act = ReportUp::new("d1".parse()?, "区政府".parse()?);
    /// assert_eq!(Act::from(act), wire::from_str(r#"{"type": "report_up", "document": "d1", "to": "区政府"}"#)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ReportUp {
        /// The document that is reported up.
        pub document: DocumentId,
        /// The superior to whom the copy goes.
        pub to: Text,
    }
}

impl OnDocument for ReportUp {
    fn document<'c>(case: &'c Case<'_, Self>) -> &'c FormalDocument {
        case.names
    }
}

impl ActType for ReportUp {
    type Names<'s> = &'s FormalDocument;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        in_force(),
        Guard {
            rule: Rule::law(
                "report_up.provided_for",
                "制度定有抄报上级的，抄报给所定的上级",
                "where the charter names to whom documents are reported up, it is one of them",
            )
            .needs(&[SettingKey::ReportUp]),
            check: |it| {
                let targets = it.settings().report_up.fixed().map_or(&[][..], |it| it);
                ensure(targets.is_empty() || targets.contains(&it.act.to), || Finding::NotAllowed {
                    value: it.act.to.to_string(),
                    allowed: targets.iter().map(ToString::to_string).collect(),
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["to"];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        transition::of_document(&self.document, &state.documents)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.document)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        state.change_document(&self.document, stamp.at, superiors(charter), |it| {
            it.reported_up.entry(self.to.clone()).or_insert(stamp.deed());
        });
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let report = |id: &DocumentId| {
            let document = ask.state.documents().documents.get(id)?;
            let to = match ask.settings().report_up.fixed() {
                Some(targets) if !targets.is_empty() => document.not_yet_told(targets).next().cloned(),
                _ => some_text().filter(|_| document.reported_up.is_empty()),
            };
            Some(Self { document: id.clone(), to: to? })
        };
        ask.state.documents().open.iter().filter_map(report).collect()
    }
}
