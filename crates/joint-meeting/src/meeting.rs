//! stub
use crate::{
    record::words,
    time::{Date, Period},
};
words! {
    /// The kinds of meeting.
    pub enum MeetingKind {
        /// 全体成员会议
        Plenary,
        /// 专门会议: the body looks into one matter.
        Special,
        /// 专题会议: asked for by a member unit.
        Thematic,
        /// 联络员会议
        Liaison,
    }

    /// What an agenda item is for.
    pub enum ItemKind {
        /// A report on the state of work is heard (通报工作情况).
        StateOfWork,
        /// A topic is discussed (议题).
        Discussion,
        /// A matter is to be agreed (需要议定的事项).
        Decision,
        /// Member units, members or liaison officers change.
        Membership,
        /// The body's own rules change.
        Rules,
        /// Policy or law.
        Policy,
        /// A major case.
        MajorCase,
    }
}
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Meetings {}
impl Meetings {
    pub(crate) fn in_key_period(&self, _: Period) -> bool {
        false
    }
    pub(crate) fn next_held_after(&self, _: Date) -> Option<Date> {
        None
    }
}
