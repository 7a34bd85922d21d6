//! Documents after they were issued: what the acts share by which they end, are corrected, sent on, made public and kept.
//!
//! How minutes come to be issued as a document is in `issue_document`.

use crate::{
    charter::settings::SettingKey,
    kernel::{
        act::ActType,
        finding::{Finding, Standing},
        rule::{Check, Guard, Rule, ensure},
        view::{Ask, Case},
    },
    law::document::{
        issue_document::IssueDocument, issue_other_document::IssueOtherDocument,
        supplement_recipients::SupplementRecipients,
    },
    state::document::{FormalDocument, after::DocumentEnding},
    terms::{
        id::{DocumentId, Text, UnitId},
        order,
        time::Time,
    },
};

/// An act on a document that was issued.
pub(crate) trait OnDocument: ActType {
    fn document<'c>(case: &'c Case<'_, Self>) -> &'c FormalDocument;
}

impl FormalDocument {
    /// What ended it by a moment, if anything did.
    fn ended_by(&self, at: Time) -> Option<Standing> {
        let end = self.end().filter(|it| it.ended.at <= at)?;
        Some(match end.how {
            DocumentEnding::Withdrawn => Standing::Withdrawn,
            DocumentEnding::Revoked => Standing::Revoked,
            DocumentEnding::Repealed => Standing::Repealed,
        })
    }
}

const IN_FORCE: Rule = Rule::always(
    "document.is_in_force",
    "该文件没有撤回、撤销、废止",
    "the document has not been withdrawn, revoked or repealed",
);

/// The guard that the document has not come to its end by then.
pub(crate) const fn in_force<A: OnDocument>() -> Guard<A> {
    Guard {
        rule: IN_FORCE,
        check: |it| match A::document(it).ended_by(it.at) {
            Some(is) => Err(Finding::state(is, &[Standing::Current])),
            None => Ok(()),
        },
    }
}

const ENDS_ONCE: Rule = Rule::always(
    "document.ends_once",
    "撤回、撤销、废止以一次为限",
    "a document is withdrawn, revoked or repealed once",
);

/// The guard that nothing has ended the document, at whatever time.
pub(crate) const fn ending_once<A: OnDocument>() -> Guard<A> {
    Guard {
        rule: ENDS_ONCE,
        check: |it| match A::document(it).end().and_then(|end| A::document(it).ended_by(end.ended.at)) {
            Some(is) => Err(Finding::state(is, &[Standing::Current])),
            None => Ok(()),
        },
    }
}

const WITHIN: Rule = Rule::law(
    "document.stays_within",
    "不对外发文，只发成员单位",
    "the document goes to member units only, where nothing goes outside",
)
.needs(&[SettingKey::Outward]);

/// An act by which a document is sent.
pub(crate) trait Sending: ActType {
    /// The units to which it goes.
    fn units(&self) -> &[UnitId];

    /// The others to whom it goes, copies among them.
    fn others(&self) -> impl Iterator<Item = &Text>;
}

macro_rules! sending {
    ($($act:ident)*) => {$(
        impl Sending for $act {
            fn units(&self) -> &[UnitId] {
                &self.recipients
            }

            fn others(&self) -> impl Iterator<Item = &Text> {
                self.other_recipients.iter().chain(&self.copied_to)
            }
        }
    )*};
}

sending! { IssueDocument IssueOtherDocument SupplementRecipients }

/// The guard that what is sent goes to member units only, where nothing goes outside.
pub(crate) const fn staying_within<A: Sending>() -> Guard<A> {
    Guard {
        rule: WITHIN,
        check: |it| {
            if it.settings().outward.fixed() != Some(&false) {
                return Ok(());
            }
            let units = it.act.units().iter().filter(|unit| !it.is_member(unit, it.today()));
            let others = it.act.others().map(ToString::to_string);
            let what: Vec<String> = units.map(ToString::to_string).chain(others).collect();
            ensure(what.is_empty(), || Finding::Unwanted { what })
        },
    }
}

macro_rules! ending {
    ($act:ident as $how:ident $(with $($guard:expr),+)? $(, by $decided_by:ident)?) => {
        impl OnDocument for $act {
            fn document<'c>(case: &'c Case<'_, Self>) -> &'c FormalDocument {
                case.names.0
            }
        }

        impl ActType for $act {
            type Names<'s> = (&'s FormalDocument, Option<&'s FormalDocument>);

            const GUARDS: &'static [Guard<Self>] = &[
                by_office(),
                ending_once(),
                $($($guard,)+)?
                Guard {
                    rule: REPLACED_BY_ANOTHER,
                    check: |it| replaced_by_another(it, &it.act.document, it.act.replaced_by.as_ref()),
                },
            ];

            const FREE: &'static [&'static str] = &[$(stringify!($decided_by),)? "reason", "replaced_by"];

            /// The matter is the meeting: a document belongs to the meeting of its minutes.
            fn matter(&self, state: &State) -> Option<MatterRef> {
                transition::of_document(&self.document, &state.documents)
            }

            fn resolve<'s>(&self, names: &mut Resolver<'s>) -> Option<Self::Names<'s>> {
                let another = names.known_if_named(self.replaced_by.as_ref());
                Some((names.known(&self.document)?, another?))
            }

            fn apply(&self, stamp: Stamp<'_>, _: &Outcome, state: &mut State, charter: &Charter) {
                let (how, replaced_by) = (DocumentEnding::$how, self.replaced_by.clone());
                let end = DocumentEnd { how, ended: stamp.deed(), replaced_by };
                state.end_document(&self.document, end, superiors(charter));
            }

            fn candidates(ask: &Ask<'_>) -> Vec<Self> {
                let end = |document: &DocumentId| Some(Self {
                    document: document.clone(),
                    $($decided_by: some_text()?,)?
                    reason: some_text()?,
                    replaced_by: None,
                });
                recent(ask, |it| it.end().is_none()).filter_map(end).collect()
            }
        }
    };
}

pub(crate) use ending;

pub(crate) const REPLACED_BY_ANOTHER: Rule = Rule::always(
    "document.replaced_by_another",
    "代替该文件的是另一份现行有效的文件",
    "the document in its place is another one, which is in force",
);

/// Checks that the document in the place of one that ends is another one, which is in force.
pub(crate) fn replaced_by_another<'s, A>(
    case: &Case<'s, A>,
    id: &DocumentId,
    replaced_by: Option<&DocumentId>,
) -> Check
where
    A: ActType<Names<'s> = (&'s FormalDocument, Option<&'s FormalDocument>)>,
{
    let itself = replaced_by.filter(|it| *it == id);
    ensure(itself.is_none(), || Finding::Unwanted { what: vec![id.to_string()] })?;
    match case.names.1.and_then(|it| it.ended_by(case.at)) {
        Some(is) => Err(Finding::state(is, &[Standing::Current])),
        None => Ok(()),
    }
}

/// The number of the last documents that are offered to be ended, corrected or sent on.
const RECENT: usize = 12;

/// The last documents of which something holds.
pub(crate) fn recent<'s>(
    ask: &Ask<'s>,
    which: impl Fn(&FormalDocument) -> bool,
) -> impl Iterator<Item = &'s DocumentId> {
    let mut all: Vec<_> = ask.state.documents().documents.iter().filter(|(_, it)| which(it)).collect();
    order::sort_by_key(&mut all, |(_, it)| it.issued.no);
    all.into_iter().rev().take(RECENT).map(|(id, _)| id)
}
