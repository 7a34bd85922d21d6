//! The act `archive_document` puts a document into the archive (归档).

use crate::{
    charter::{Charter, settings::SettingKey},
    kernel::{
        act::{ActType, some_text},
        finding::{Finding, Standing},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        transition,
        view::{Ask, Case},
    },
    law::{
        document::{
            issue::superiors,
            issued::{OnDocument, recent},
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
    /// Puts a document into the archive (归档), also one that was withdrawn, revoked or repealed.
    ///
    /// Only the office may do it (`actor.is_office`), once (`document.is_archived_once`). Where the charter says for how many
    /// years papers are kept, it is kept for at least as long (`document.is_kept_long_enough`); a charter that is silent
    /// leaves the term to the office.
    ///
    /// It settles nothing. The document remembers when it was put away.
    ///
    /// ```
    /// use joint_meeting::{Act, act::ArchiveDocument, wire};
    ///
    /// let act = ArchiveDocument::new("d1".parse()?, "2022-D30-0012".parse()?).years(30);
    /// let json = r#"{
    ///     "type": "archive_document", "document": "d1", "file_number": "2022-D30-0012", "years": 30
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct ArchiveDocument {
        /// The document that is put away.
        pub document: DocumentId,
        /// The number of the file (档号).
        pub file_number: Text,
        /// For how many years it is kept (保管期限). If none is given, it is kept for ever (永久).
        optional pub years: Option<u16>,
    }
}

impl OnDocument for ArchiveDocument {
    fn document<'c>(case: &'c Case<'_, Self>) -> &'c FormalDocument {
        case.names
    }
}

impl ActType for ArchiveDocument {
    type Names<'s> = &'s FormalDocument;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        Guard {
            rule: Rule::always("document.is_archived_once", "归档以一次为限", "a document is put away once"),
            check: |it| {
                let archived = it.names.after().is_some_and(|it| it.archived.is_some());
                ensure(!archived, || Finding::state(Standing::Archived, &[Standing::NotArchived]))
            },
        },
        Guard {
            rule: Rule::law(
                "document.is_kept_long_enough",
                "保管期限不短于制度规定的年限",
                "the document is kept for as many years as the charter says",
            )
            .needs(&[SettingKey::Retention]),
            check: |it| match (it.act.years, it.settings().retention.fixed().copied()) {
                (Some(have), Some(need)) => {
                    ensure(have >= need, || Finding::TooFew { have: have.into(), need: need.into() })
                }
                _ => Ok(()),
            },
        },
    ];

    const FREE: &'static [&'static str] = &["file_number", "years"];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        transition::of_document(&self.document, &state.documents)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.document)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        state.change_document(&self.document, stamp.at, superiors(charter), |it| {
            it.after.get_or_insert_default().archived = Some(stamp.deed());
        });
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let archive = |document: &DocumentId| {
            Some(Self { document: document.clone(), file_number: some_text()?, years: None })
        };
        recent(ask, |it| it.after().is_none_or(|it| it.archived.is_none())).filter_map(archive).collect()
    }
}
