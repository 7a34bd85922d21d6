//! The act `publish_document` makes a document public (公布).

use crate::{
    charter::Charter,
    kernel::{
        act::ActType,
        finding::{Finding, Standing},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure},
        transition,
        view::{Ask, Case},
        word::word,
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
        words::Publicness,
    },
};

record! {
    /// Makes a document public (公布).
    ///
    /// Only the office may do it (`actor.is_office`), for a document that is in force (`document.is_in_force`), once
    /// (`document.is_published_once`), and only if it was issued as open to the public (`document.published_if_open`). A charter
    /// need not provide for this: it is recorded as what was done.
    ///
    /// It settles nothing. The document remembers when it was made public.
    ///
    /// ```
    /// use joint_meeting::{Act, act::PublishDocument, wire};
    ///
    /// let act = PublishDocument::new("d1".parse()?).place("区政府网站".parse()?);
    /// let json = r#"{"type": "publish_document", "document": "d1", "place": "区政府网站"}"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct PublishDocument {
        /// The document that is made public.
        pub document: DocumentId,
        /// Where it is made public.
        optional pub place: Option<Text>,
    }
}

impl OnDocument for PublishDocument {
    fn document<'c>(case: &'c Case<'_, Self>) -> &'c FormalDocument {
        case.names
    }
}

impl ActType for PublishDocument {
    type Names<'s> = &'s FormalDocument;

    const GUARDS: &'static [Guard<Self>] = &[
        by_office(),
        in_force(),
        Guard {
            rule: Rule::always(
                "document.published_if_open",
                "公布的是主动公开的文件",
                "a document that is made public is one that is open to the public",
            ),
            check: |it| {
                ensure(it.names.publicness == Publicness::Open, || Finding::NotAllowed {
                    value: word(&it.names.publicness),
                    allowed: vec![word(&Publicness::Open)],
                })
            },
        },
        Guard {
            rule: Rule::always(
                "document.is_published_once",
                "公布以一次为限",
                "a document is made public once",
            ),
            check: |it| {
                let published = it.names.after().is_some_and(|it| it.published.is_some());
                ensure(!published, || Finding::state(Standing::Published, &[Standing::NotPublished]))
            },
        },
    ];

    const FREE: &'static [&'static str] = &["place"];

    fn matter(&self, state: &State) -> Option<MatterRef> {
        transition::of_document(&self.document, &state.documents)
    }

    fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
        names.known(&self.document)
    }

    fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
        state.change_document(&self.document, stamp.at, superiors(charter), |it| {
            it.after.get_or_insert_default().published = Some(stamp.deed());
        });
    }

    fn candidates(ask: &Ask<'_>) -> Vec<Self> {
        let open = |it: &FormalDocument| {
            it.end().is_none()
                && it.publicness == Publicness::Open
                && it.after().is_none_or(|it| it.published.is_none())
        };
        recent(ask, open).map(|it| Self { document: it.clone(), place: None }).collect()
    }
}
