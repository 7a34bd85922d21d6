//! The act `revoke_document` revokes a document (撤销), which then counts as if it had never been.

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
    /// Revokes a document (撤销).
    ///
    /// Only the office may do it (`actor.is_office`), for a document that has not come to its end (`document.ends_once`). The
    /// document in its place, if one is named, is another one, which is in force (`document.replaced_by_another`). A charter
    /// need not provide for this: it is recorded as what was done, with the name of whoever decided it, and the agreed matter
    /// stands as it did.
    ///
    /// It settles nothing. The document counts as if it had never been, and nothing is outstanding for it any more. The minutes
    /// that it carried are as if they had not been issued: they bear no number, and can be redrafted and issued anew. Its own
    /// number stays used up.
    ///
    /// ```
    /// use joint_meeting::{Act, act::RevokeDocument, wire};
    ///
    /// let act = RevokeDocument::new("d1".parse()?, "区政府".parse()?, "it is against a law".parse()?)
    ///     .replaced_by("d2".parse()?);
    /// let json = r#"{
    ///     "type": "revoke_document", "document": "d1", "decided_by": "区政府", "reason": "it is against a law",
    ///     "replaced_by": "d2"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct RevokeDocument {
        /// The document that is revoked.
        pub document: DocumentId,
        /// Who decided it, by name: the issuer, its superior, or an organ of power.
        pub decided_by: Text,
        /// Why it is revoked.
        pub reason: Text,
        /// The document in its place, where there is one.
        optional pub replaced_by: Option<DocumentId>,
    }
}

ending! { RevokeDocument as Revoked, by decided_by }
