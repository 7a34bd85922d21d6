//! The act `withdraw_document` withdraws a document before anyone has received it (撤回).

use crate::{
    charter::Charter,
    kernel::{
        act::{ActType, some_text},
        finding::{Finding, Standing},
        outcome::Outcome,
        resolver::Resolver,
        rule::{Guard, Rule, ensure, instead},
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
        act_kind::ActKind,
        deed::Stamp,
        id::{DocumentId, Text},
        matter::MatterRef,
        record::record,
        words::Role,
    },
};

record! {
    /// Withdraws a document before anyone has received it (撤回).
    ///
    /// Only the office may do it (`actor.is_office`), as long as nobody has acknowledged its receipt
    /// (`document.is_not_received`) and it has not come to its end (`document.ends_once`). The document in its place, if one
    /// is named, is another one, which is in force (`document.replaced_by_another`). A charter need not provide for this: it
    /// is recorded as what was done, and the agreed matter stands as it did.
    ///
    /// It settles nothing. Nothing is outstanding for the document any more. The minutes that it carried are as if they had
    /// not been issued: they bear no number, and can be redrafted and issued anew. Its own number stays used up.
    ///
    /// ```
    /// use joint_meeting::{Act, act::WithdrawDocument, wire};
    ///
    /// let act = WithdrawDocument::new("d1".parse()?, "the annex is missing".parse()?);
    /// let json = r#"{
    ///     "type": "withdraw_document", "document": "d1", "reason": "the annex is missing"
    /// }"#;
    /// assert_eq!(Act::from(act), wire::from_str(json)?);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct WithdrawDocument {
        /// The document that is withdrawn.
        pub document: DocumentId,
        /// Why it is withdrawn.
        pub reason: Text,
        /// The document in its place, where there is one.
        optional pub replaced_by: Option<DocumentId>,
    }
}

const NOT_RECEIVED: Guard<WithdrawDocument> = Guard {
    rule: Rule::always(
        "document.is_not_received",
        "该文件尚无单位签收",
        "nobody has acknowledged the receipt of the document",
    )
    .cured_by(&[instead(ActKind::RevokeDocument, &[Role::Office])]),
    check: |it| {
        let received = !it.names.0.receipts.is_empty();
        ensure(!received, || Finding::state(Standing::Received, &[Standing::NotReceived]))
    },
};

ending! { WithdrawDocument as Withdrawn with NOT_RECEIVED }
