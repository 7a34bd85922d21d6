//! The act `repeal_document` repeals a document (废止), which has no effect from then on.

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        outcome::Outcome,
        resolver::Resolver,
        rule::Guard,
        transition,
        view::{Ask, Case},
    },
    law::{
        document::{
            issue::superiors,
            issued::{OnDocument, REPLACED_BY_ANOTHER, ending, ending_once, recent, replaced_by_another},
        },
        membership::by_office,
    },
    state::{
        State,
        document::{
            FormalDocument,
            after::{DocumentEnd, DocumentEnding},
        },
    },
    terms::{
        deed::Stamp,
        id::{DocumentId, Text},
        matter::MatterRef,
        record::record,
    },
};

record! {
    /// Repeals a document (废止).
    ///
    /// Only the office may do it (`actor.is_office`), for a document that has not come to its end (`document.ends_once`). The
    /// document in its place, if one is named, is another one, which is in force (`document.replaced_by_another`). A charter
    /// need not provide for this: it is recorded as what was done, with the name of whoever decided it, and the agreed matter
    /// stands as it did.
    ///
    /// It settles nothing. The document had effect until then, so that the minutes which it carried stay issued; nothing is
    /// outstanding for it any more.
    ///
    /// ```
    /// use joint_meeting::{Act, act::RepealDocument, wire};
    ///
    /// let act = RepealDocument::new("d1".parse()?, "区政府".parse()?, "it is against a law".parse()?)
    ///     .replaced_by("d2".parse()?);
    /// let json = r#"{
    ///     "type": "repeal_document", "document": "d1", "decided_by": "区政府", "reason": "it is against a law",
    ///     "replaced_by": "d2"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct RepealDocument {
        /// The document that is repealed.
        pub document: DocumentId,
        /// Who decided it, by name: the issuer, its superior, or an organ of power.
        pub decided_by: Text,
        /// Why it is repealed.
        pub reason: Text,
        /// The document in its place, where there is one.
        optional pub replaced_by: Option<DocumentId>,
    }
}

ending! { RepealDocument as Repealed, by decided_by }
