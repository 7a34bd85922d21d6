//! The kinds of things that names stand for, in words.

use crate::terms::{
    id::{
        ActionId, AssignmentId, BulletinId, CaseId, ChannelId, CharterId, ChildId, ClassId, ClauseId,
        DocumentId, GroupId, IncomingId, InspectionId, ItemId, MatterId, MeetingId, MinutesId, PersonId,
        PostId, RegisterItemId, RequestId, SeriesId, UnitId,
    },
    language::Language,
};

/// Every kind, with what things of it are called in Chinese and English.
pub const KINDS: &[(&str, &str, &str)] = &[
    (UnitId::KIND, "单位", "unit"),
    (PersonId::KIND, "人员", "person"),
    (PostId::KIND, "职务", "post"),
    (ItemId::KIND, "议题", "agenda item"),
    (MeetingId::KIND, "会议", "meeting"),
    (MinutesId::KIND, "会议纪要", "minutes"),
    (DocumentId::KIND, "正式文件", "formal document"),
    (BulletinId::KIND, "简报、通报", "briefing or circular"),
    (AssignmentId::KIND, "落实任务", "assignment"),
    (RequestId::KIND, "提请", "request for a meeting"),
    (ActionId::KIND, "联合治理行动", "joint action"),
    (GroupId::KIND, "联合工作组", "joint working group"),
    (InspectionId::KIND, "督导检查", "supervisory inspection"),
    (RegisterItemId::KIND, "清单项目", "register item"),
    (ChannelId::KIND, "数据渠道", "data channel"),
    (CaseId::KIND, "网络负面舆情", "case of adverse online opinion"),
    (MatterId::KIND, "交办事项", "matter from above"),
    (IncomingId::KIND, "来文来件", "incoming paper"),
    (ChildId::KIND, "下级联席会议", "lower body"),
    (ClassId::KIND, "单位类别", "class of units"),
    (SeriesId::KIND, "发文字号系列", "number series"),
    (ClauseId::KIND, "条款", "clause"),
    (CharterId::KIND, "制度", "charter"),
    ("version", "制度版本", "version of the charter"),
    ("reading", "理解", "reading"),
    ("option", "选项", "option"),
    ("rule", "规则", "rule"),
    ("act", "行为", "act"),
    ("setting", "设置", "setting"),
    ("entry", "记录", "entry"),
];

/// What things of a kind are called in a sentence: of `unit`, 单位.
pub fn kind_text(kind: &str, language: Language) -> &'static str {
    let found = KINDS.iter().find(|it| it.0 == kind);
    let (zh, en) = found.map_or(("名称", "thing"), |it| (it.1, it.2));
    language.of(zh, en)
}
