//! What a host asks a paper for by: its kind, and the thing it is about.

use joint_meeting::{
    Submission,
    id::{ActionId, BulletinId, DocumentId, MeetingId, MinutesId, PersonId, UnitId},
    time::Date,
};
use serde::{Deserialize, Serialize};

/// The paper that is wanted: `{"minutes": {"minutes": "n1"}}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Wanted {
    /// The notice of a meeting (会议通知).
    Notice {
        /// The meeting.
        meeting: MeetingId,
    },
    /// The last supplementary notice of a meeting (补充通知).
    SupplementaryNotice {
        /// The meeting.
        meeting: MeetingId,
    },
    /// The agenda of a meeting (会议议程).
    Agenda {
        /// The meeting.
        meeting: MeetingId,
    },
    /// The attendance sheet of a meeting (签到表), to be signed before the meeting and filled after it.
    Attendance {
        /// The meeting.
        meeting: MeetingId,
    },
    /// Minutes to be written, with all that the journal knows of the meeting; always a draft (纪要稿).
    MinutesSkeleton {
        /// The meeting.
        meeting: MeetingId,
    },
    /// The minutes as they stand (会议纪要); a draft until they are issued.
    Minutes {
        /// The minutes.
        minutes: MinutesId,
    },
    /// The sheet on which units consent and countersign (会签单).
    CountersignSheet {
        /// The minutes.
        minutes: MinutesId,
    },
    /// A formal document that was issued (正式文件).
    Document {
        /// The document.
        document: DocumentId,
    },
    /// The notice that a document was corrected, withdrawn, revoked or repealed, whichever was last (更正、撤回、撤销、废止通知).
    DocumentNotice {
        /// The document.
        document: DocumentId,
    },
    /// A formal document before it goes out: a draft with the reasons, if it would be refused.
    Issue(
        /// The `issue_document` or `issue_other_document` as it would be submitted.
        Box<Submission>,
    ),
    /// A briefing or a circular (简报、通报).
    Bulletin {
        /// The bulletin.
        bulletin: BulletinId,
    },
    /// A letter about a report that is missing, with its missing parts (催报函).
    Reminder {
        /// The unit.
        unit: UnitId,
        /// The year of the report.
        #[serde(deserialize_with = "joint_meeting::time::bounded_year")]
        year: i32,
        /// The day of the letter.
        on: Date,
    },
    /// The summary of a year, from the reports of the units (年度总结).
    Summary {
        /// The year.
        #[serde(deserialize_with = "joint_meeting::time::bounded_year")]
        year: i32,
        /// The day of the summary.
        on: Date,
    },
    /// The responsibility register (职责项目清单).
    Register {
        /// The day.
        on: Date,
    },
    /// What was agreed, who carries it out, until when, with what result (议定事项落实台账).
    Assignments {
        /// The day.
        on: Date,
    },
    /// What came in during a year, and what became of it (收文登记簿).
    Incoming {
        /// The year.
        #[serde(deserialize_with = "joint_meeting::time::bounded_year")]
        year: i32,
        /// The day as of which it is seen.
        on: Date,
    },
    /// The corrections of the record that were made in a year (更正登记).
    Corrections {
        /// The year.
        #[serde(deserialize_with = "joint_meeting::time::bounded_year")]
        year: i32,
        /// The day as of which they are seen.
        on: Date,
    },
    /// What shows that the entries are true on which the audit of a year rests, by clause (佐证目录).
    Proofs {
        /// The year.
        #[serde(deserialize_with = "joint_meeting::time::bounded_year")]
        year: i32,
        /// The day on which it is judged.
        on: Date,
    },
    /// The last power of attorney that a unit gave a person (授权委托书).
    Authorization {
        /// The unit.
        unit: UnitId,
        /// The person.
        person: PersonId,
    },
    /// The plan of a joint action (联合治理行动方案).
    ActionPlan {
        /// The action.
        action: ActionId,
    },
    /// The result of a joint action.
    ActionResult {
        /// The action.
        action: ActionId,
    },
    /// The dates of a period: meetings, and what is owed or was done (日程).
    Calendar {
        /// The first day.
        from: Date,
        /// The last day.
        to: Date,
        /// The day as of which they are seen.
        on: Date,
    },
    /// The verdicts on every clause for a year (年度核查).
    Audit {
        /// The year.
        #[serde(deserialize_with = "joint_meeting::time::bounded_year")]
        year: i32,
        /// The day on which it is judged.
        on: Date,
    },
}
