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
        view::Ask,
    },
    law::{document::issue::superiors, membership::by_office},
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
    /// Only the office may do it (`actor.is_office`), where the charter says that documents are reported up; if it
    /// names the superiors as well, only to one of them (`report_up.provided_for`).
    ///
    /// It settles nothing. The document remembers when it first went to that superior, which fulfils the duty
    /// `document.reported_up`.
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

impl ActType for ReportUp {
    type Names<'s> = &'s FormalDocument;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::law(
                "report_up.provided_for",
                "制度规定了抄报，且抄报给所定的上级",
                "the charter says that documents are reported up, and to whom",
            )
            .needs(&[SettingKey::ReportUp, SettingKey::Paths]),
            check: |it| {
                let targets = it.settings().report_up.fixed();
                if targets.is_none() && !it.names.reports_up {
                    return Err(Finding::Silent { setting: SettingKey::ReportUp });
                }
                let targets = targets.map_or(&[][..], |it| it);
                ensure(targets.is_empty() || targets.contains(&it.act.to), || Finding::NotAllowed {
                    value: it.act.to.to_string(),
                    allowed: targets.iter().map(ToString::to_string).collect(),
                })
            },
        },
    ];

    const FREE: &'static [&'static str] = &["to"];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        transition::of_document(&self.document, state)
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
            let document = ask.state.documents.documents.get(id)?;
            let to = match ask.settings().report_up.fixed() {
                Some(targets) if !targets.is_empty() => document.not_yet_told(targets).next().cloned(),
                _ => some_text().filter(|_| document.reported_up.is_empty()),
            };
            Some(Self { document: id.clone(), to: to? })
        };
        ask.state.documents.open.iter().filter_map(report).collect()
    }
}
