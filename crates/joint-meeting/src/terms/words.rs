//! The word lists that acts, charters and answers share.

use std::fmt;

mod papers;
mod ranks;
mod units;

pub use self::{
    papers::{IncomingKind, Secrecy, Urgency},
    ranks::Rank,
    units::EntrustedMatter,
};
use crate::terms::{
    language::Language,
    record::{Word, words},
};

words! {
    /// What a joint working group is formed for.
    #[non_exhaustive]
    pub enum Purpose {
        /// Joint inspection of streets (联合督导检查).
        Inspection "联合督导检查" "joint inspection",
        /// Special rectification (专项整治).
        Rectification "专项整治" "special rectification",
        /// Something else.
        Other "其他用途" "another purpose",
    }
}

words! {
    /// A role, as settings, findings and cures name it.
    #[non_exhaustive]
    pub enum Role {
        /// 总召集人
        ChiefConvener "总召集人" "chief convener",
        /// 召集人
        Convener "召集人" "convener",
        /// 副召集人
        DeputyConvener "副召集人" "deputy convener",
        /// The office (办公室): its director, deputies and staff.
        Office "办公室" "office",
        /// The director of the office (办公室主任).
        OfficeDirector "办公室主任" "director of the office",
        /// Anyone who acts for a lead unit (牵头单位).
        LeadUnit "牵头单位" "lead unit",
        /// Anyone who acts for a member unit (成员单位).
        MemberUnit "成员单位" "member unit",
        /// The person a unit named as member (成员).
        Member "成员" "member",
        /// The person a unit named as liaison officer (联络员).
        LiaisonOfficer "联络员" "liaison officer",
        /// A person responsible for a unit (负责人).
        ResponsiblePerson "负责人" "responsible person",
        /// The person presiding over the meeting (主持人).
        PresidingPerson "主持人" "person presiding",
        /// The organ above the body (上级).
        Superior "上级" "superior",
    }
}

words! {
    /// A step on the way from a decision to a document.
    #[non_exhaustive]
    pub enum Step {
        /// Minutes are drafted.
        Draft "起草纪要" "draft of the minutes",
        /// The units asked consent.
        Consent "征求同意" "consent",
        /// The units asked countersign.
        Countersign "会签" "countersigning",
        /// The convener approves.
        ConvenerApprove "召集人审定" "approval by the convener",
        /// A number is allotted.
        Number "编号" "number",
        /// The document is issued.
        Issue "印发" "issue",
        /// The superior receives a copy.
        ReportUp "抄报" "copy to the superior",
    }
}

words! {
    /// In whose name documents go out.
    pub enum Carrier {
        /// The lead unit's letterhead, number and seal.
        LeadUnit "牵头单位行文" "the letterhead of the lead unit",
        /// The member units jointly, under the lead unit's number.
        Joint "各成员单位联合行文" "the member units jointly",
        /// The joint meeting itself, without a seal.
        Body "联席会议自己行文" "the joint meeting itself",
    }
}

impl Role {
    /// Whether it is held in a unit, by whom the unit named or seated.
    pub(crate) fn is_of_unit(self) -> bool {
        matches!(self, Self::MemberUnit | Self::Member | Self::LiaisonOfficer | Self::ResponsiblePerson)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

words! {
    /// What a unit says to a proposal.
    pub enum Position {
        /// It agrees (同意).
        Agree "同意" "agrees",
        /// It agrees, and has a reservation on record (保留意见).
        AgreeWithReservation "同意并保留意见" "agrees with a reservation",
        /// It objects (不同意).
        Object "不同意" "objects",
        /// It abstains (不表态).
        Abstain "不表态" "abstains",
    }
}

words! {
    /// The kind of a document (文种): the fifteen formal ones, and three that offices take for formal.
    #[non_exhaustive]
    pub enum DocumentKind {
        /// 决议
        Resolution "决议" "resolution",
        /// 决定
        Decision "决定" "decision",
        /// 命令（令）
        Order "令" "order",
        /// 公报
        Communique "公报" "communiqué",
        /// 公告
        Announcement "公告" "announcement",
        /// 通告
        PublicNotice "通告" "public notice",
        /// 意见
        Opinion "意见" "opinion",
        /// 通知
        Notice "通知" "notice",
        /// 通报
        Circular "通报" "circular",
        /// 报告
        Report "报告" "report",
        /// 请示
        RequestForInstructions "请示" "request for instructions",
        /// 批复
        Reply "批复" "reply",
        /// 议案
        Bill "议案" "bill",
        /// 函
        Letter "函" "letter",
        /// 纪要
        Minutes "纪要" "minutes",
        /// 简报: not a formal kind.
        Briefing "简报" "briefing",
        /// 方案: not a formal kind.
        Plan "方案" "plan",
        /// 清单: not a formal kind.
        List "清单" "list",
    }
}

words! {
    /// Whether a document is public.
    pub enum Publicness {
        /// 主动公开
        Open "主动公开" "open to the public",
        /// 依申请公开
        OnRequest "依申请公开" "open on request",
        /// 不予公开
        Closed "不予公开" "not open",
    }
}

impl DocumentKind {
    /// Its Chinese word, with which a title ends.
    pub fn zh(self) -> &'static str {
        self.text(Language::Zh)
    }

    /// Whether it is one of the fifteen (党政机关公文处理工作条例 8).
    pub fn is_formal(self) -> bool {
        !matches!(self, Self::Briefing | Self::Plan | Self::List)
    }
}

words! {
    /// A leg of the handling of online opinion (三同步).
    pub enum OpinionLeg {
        /// 依法处置
        LawfulHandling "依法处置" "lawful handling",
        /// 舆论引导
        PublicGuidance "舆论引导" "public guidance",
        /// 社会面管控
        SocialControl "社会面管控" "social control",
    }
}

words! {
    /// A force at the grass roots (基层组织、群防群治力量).
    #[non_exhaustive]
    pub enum Grassroots {
        /// 社区居委会
        ResidentsCommittee "社区居委会" "residents' committees",
        /// 物业公司
        PropertyCompany "物业公司" "property companies",
        /// 社区网格员
        GridWorker "社区网格员" "grid workers",
        /// 平安志愿者
        Volunteer "平安志愿者" "volunteers",
    }
}

words! {
    /// The kinds of meeting.
    #[non_exhaustive]
    pub enum MeetingKind {
        /// 全体成员会议
        Plenary "全体成员会议" "plenary meeting",
        /// 专门会议: the body looks into one matter.
        Special "专门会议" "special meeting",
        /// 专题会议: asked for by a member unit.
        Thematic "专题会议" "thematic meeting",
        /// 联络员会议
        Liaison "联络员会议" "liaison meeting",
    }
}

words! {
    /// What an agenda item is for.
    #[non_exhaustive]
    pub enum ItemKind {
        /// A report on the state of work is heard (通报工作情况).
        StateOfWork "通报工作情况" "report on the state of work",
        /// A topic is discussed (议题).
        Discussion "讨论议题" "topic for discussion",
        /// A matter is to be agreed (需要议定的事项).
        Decision "议定事项" "matter to be agreed",
        /// Member units, members or liaison officers change.
        Membership "成员变动" "change of membership",
        /// The body's own rules change.
        Rules "制度修改" "change of the rules",
        /// Policy or law.
        Policy "政策措施" "policy",
        /// A major case.
        MajorCase "重大案件" "major case",
    }
}

words! {
    /// How a meeting is held.
    #[non_exhaustive]
    pub enum Mode {
        /// In one room (现场).
        OnSite "现场会议" "in one room",
        /// By video (视频).
        Video "视频会议" "by video",
        /// By papers passed round (书面传阅).
        Circulation "书面传阅" "by papers passed round",
    }
}

words! {
    /// As what a person attends for a unit.
    #[non_exhaustive]
    pub enum Capacity {
        /// As its member (成员).
        Member "成员" "member",
        /// In the member's place (代为参加).
        Alternate "代为参加的人" "alternate",
        /// As its liaison officer (联络员).
        LiaisonOfficer "联络员" "liaison officer",
    }
}

impl ItemKind {
    /// Whether such an item asks for a decision, and is not only heard or discussed.
    pub(crate) fn is_decided(self) -> bool {
        !matches!(self, Self::StateOfWork | Self::Discussion)
    }
}

/// A meeting of which nothing else is said is held on site.
impl Default for Mode {
    fn default() -> Self {
        Self::OnSite
    }
}

words! {
    /// As what a person sits in at a meeting (列席).
    #[non_exhaustive]
    pub enum ObserverRole {
        /// As the liaison officer of a unit (联络员).
        LiaisonOfficer "联络员" "liaison officer",
        /// As one of the staff (工作人员).
        Staff "工作人员" "staff",
    }
}

words! {
    /// What kind of unit it is.
    #[non_exhaustive]
    pub enum UnitKind {
        /// A Party organ (党委部门).
        PartyOrgan "党委部门" "Party organ",
        /// A government department or its branch (政府部门).
        Government "政府部门" "government department",
        /// A court (法院).
        Court "法院" "court",
        /// A procuratorate (检察院).
        Procuratorate "检察院" "people's procuratorate",
        /// An organ of a people's congress (人大).
        PeoplesCongress "人大机关" "organ of a people's congress",
        /// A military unit (军事机关).
        Military "军事机关" "military unit",
        /// A mass organisation (群团组织).
        MassOrganisation "群团组织" "mass organisation",
        /// A street or town (街道、乡镇).
        Street "街道、乡镇" "street or town",
        /// A part of another unit (内设机构).
        SubUnit "内设机构" "part of another unit",
        /// A company or a bank (企业).
        Enterprise "企业" "enterprise",
        /// An association (协会).
        Association "协会" "association",
        /// A village or residents' committee (村居).
        Village "村居" "village or neighbourhood",
    }
}

words! {
    /// The two persons a unit names.
    pub enum Named {
        /// The member (成员).
        Member "成员" "member",
        /// The liaison officer (联络员).
        LiaisonOfficer "联络员" "liaison officer",
    }
}

impl UnitKind {
    /// Whether it is a public body, and not a company, an association or a village.
    pub(crate) fn is_public_body(self) -> bool {
        !matches!(self, Self::Enterprise | Self::Association | Self::Village)
    }
}

words! {
    /// Which way a matter goes between this body and a lower one.
    #[non_exhaustive]
    pub enum ChildLink {
        /// The lower body reports it here (报告).
        ReportedUp "向上报告" "reported up",
        /// This body hands it down (交办).
        HandedDown "向下交办" "handed down",
    }
}
