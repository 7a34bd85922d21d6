//! What each question of reading asks, in words.

use crate::{charter::readings::ReadingKey, terms::language::Language};

impl ReadingKey {
    /// What is asked, in one sentence: 何谓每年一次？
    pub fn question_text(self, language: Language) -> &'static str {
        match language {
            Language::Zh => asked(self),
            Language::En => self.info().doc.split_inclusive('?').next().unwrap_or_default().trim(),
        }
    }
}

const fn asked(key: ReadingKey) -> &'static str {
    match key {
        ReadingKey::FirstYear => "制定当年，年度义务是否全部适用？",
        ReadingKey::UnitList => "成员单位的列举是否封闭？",
        ReadingKey::UnitAddedBy => "由谁决定增加成员单位？",
        ReadingKey::UnitEligible => "什么样的单位可以加入？",
        ReadingKey::ConvenerCounts => "召集人是否算作牵头单位的成员？",
        ReadingKey::LiaisonQualification => "联络员的几项资格须全部具备，还是具备其一？",
        ReadingKey::LiaisonAlsoMember => "成员可否兼任联络员？",
        ReadingKey::MemberUnits => "一人可否为两个单位的成员？",
        ReadingKey::ChangeEffect => "成员、联络员变动自何时起算？",
        ReadingKey::LiaisonUnits => "一人可否为两个单位的联络员？",
        ReadingKey::Promptly => "何谓“及时”通报？",
        ReadingKey::EnforcementCounts => "联合执法是否算作联合行动？",
        ReadingKey::Session => "集体讨论是否必须开会？",
        ReadingKey::Collective => "几个单位才算集体？",
        ReadingKey::Basis => "在哪些单位之间协商一致？",
        ReadingKey::Abstention => "弃权是否妨碍协商一致？",
        ReadingKey::Reservation => "保留意见是否妨碍协商一致？",
        ReadingKey::Absent => "缺席单位是否必须书面答复？",
        ReadingKey::PlenaryCount => "何谓每年一次？",
        ReadingKey::InPrinciple => "“原则上”的次数是否必须做到？",
        ReadingKey::CoConveners => "几位召集人中的一位可否单独召集？",
        ReadingKey::PlenaryAll => "全体会议须通知全体，还是全体到会？",
        ReadingKey::DelegateMay => "召集人可以委托谁主持？",
        ReadingKey::Caller => "会议通知由谁发出？",
        ReadingKey::PartialBinds => "部分单位参加的会议，其决定约束谁？",
        ReadingKey::RequestEffect => "成员单位提请后，办公室有何义务？",
        ReadingKey::LiaisonPowers => "联络员会议可以做什么？",
        ReadingKey::LiaisonPresiding => "联络员会议由谁主持？",
        ReadingKey::GroupPurpose => "联合工作组可以为何而设？",
        ReadingKey::ActionYear => "联合行动算在哪一年？",
        ReadingKey::ConsentOf => "纪要须经谁同意？",
        ReadingKey::CountersignOf => "由谁会签？",
        ReadingKey::CountersignOrder => "同意与会签是两步，还是一张单子？",
        ReadingKey::LiaisonMinutes => "联络员会议的纪要是否走同样的程序？",
        ReadingKey::BriefingRhythm => "没有写次数时，简报多久一次？",
        ReadingKey::DueDay => "某日“前”到何时为止？",
        ReadingKey::LeadReports => "牵头单位自己是否报送？",
        ReadingKey::JoinedReports => "当年加入的单位是否报送？",
        ReadingKey::ReportTime => "以收到还是发出的时间为准？",
        ReadingKey::ReportCovers => "报送的内容涵盖哪一段时间？",
        ReadingKey::ReportParts => "所列各部分是否必须齐全？",
        ReadingKey::Supplement => "补报时以哪一次收到为准？",
        ReadingKey::RegisterShape => "责任清单一个单位一份，还是合为一份？",
        ReadingKey::RegisterPerson => "责任人员须写姓名，还是写职务即可？",
        ReadingKey::NoneNoted => "何时可以注明该年无此事项？",
        ReadingKey::MatterSources => "哪些上级可以交办？",
    }
}
