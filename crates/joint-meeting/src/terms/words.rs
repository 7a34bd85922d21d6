//! The word lists that acts, charters and answers share.

use std::fmt;

use crate::terms::record::{Word, words};

words! {
    /// What a joint working group is formed for.
    #[non_exhaustive]
    pub enum Purpose {
        /// Joint inspection of streets (联合督导检查).
        Inspection,
        /// Special rectification (专项整治).
        Rectification,
        /// Something else.
        Other,
    }
}

words! {
    /// A role, as settings, findings and cures name it.
    #[non_exhaustive]
    pub enum Role {
        /// 总召集人
        ChiefConvener,
        /// 召集人
        Convener,
        /// 副召集人
        DeputyConvener,
        /// The office (办公室): its director, deputies and staff.
        Office,
        /// The director of the office (办公室主任).
        OfficeDirector,
        /// Anyone who acts for a lead unit (牵头单位).
        LeadUnit,
        /// Anyone who acts for a member unit (成员单位).
        MemberUnit,
        /// The person a unit named as member (成员).
        Member,
        /// The person a unit named as liaison officer (联络员).
        LiaisonOfficer,
        /// A person responsible for a unit (负责人).
        ResponsiblePerson,
        /// The person presiding over the meeting (主持人).
        PresidingPerson,
        /// The organ above the body (上级).
        Superior,
    }
}

words! {
    /// A step on the way from a decision to a document.
    #[non_exhaustive]
    pub enum Step {
        /// Minutes are drafted.
        Draft,
        /// The units asked consent.
        Consent,
        /// The units asked countersign.
        Countersign,
        /// The convener approves.
        ConvenerApprove,
        /// A number is allotted.
        Number,
        /// The document is issued.
        Issue,
        /// The superior receives a copy.
        ReportUp,
    }
}

words! {
    /// In whose name documents go out.
    pub enum Carrier {
        /// The lead unit's letterhead, number and seal.
        LeadUnit,
        /// The member units jointly, under the lead unit's number.
        Joint,
        /// The joint meeting itself, without a seal.
        Body,
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
        Agree,
        /// It agrees, and has a reservation on record (保留意见).
        AgreeWithReservation,
        /// It objects (不同意).
        Object,
        /// It abstains (不表态).
        Abstain,
    }
}

words! {
    /// The kind of a document (文种): the fifteen formal ones, and three that offices take for formal.
    #[non_exhaustive]
    pub enum DocumentKind {
        /// 决议
        Resolution,
        /// 决定
        Decision,
        /// 命令（令）
        Order,
        /// 公报
        Communique,
        /// 公告
        Announcement,
        /// 通告
        PublicNotice,
        /// 意见
        Opinion,
        /// 通知
        Notice,
        /// 通报
        Circular,
        /// 报告
        Report,
        /// 请示
        RequestForInstructions,
        /// 批复
        Reply,
        /// 议案
        Bill,
        /// 函
        Letter,
        /// 纪要
        Minutes,
        /// 简报: not a formal kind.
        Briefing,
        /// 方案: not a formal kind.
        Plan,
        /// 清单: not a formal kind.
        List,
    }
}

words! {
    /// Whether a document is public.
    pub enum Publicness {
        /// 主动公开
        Open,
        /// 依申请公开
        OnRequest,
        /// 不予公开
        Closed,
    }
}

impl DocumentKind {
    /// Its Chinese word, with which a title ends.
    pub fn zh(self) -> &'static str {
        match self {
            Self::Resolution => "决议",
            Self::Decision => "决定",
            Self::Order => "令",
            Self::Communique => "公报",
            Self::Announcement => "公告",
            Self::PublicNotice => "通告",
            Self::Opinion => "意见",
            Self::Notice => "通知",
            Self::Circular => "通报",
            Self::Report => "报告",
            Self::RequestForInstructions => "请示",
            Self::Reply => "批复",
            Self::Bill => "议案",
            Self::Letter => "函",
            Self::Minutes => "纪要",
            Self::Briefing => "简报",
            Self::Plan => "方案",
            Self::List => "清单",
        }
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
        LawfulHandling,
        /// 舆论引导
        PublicGuidance,
        /// 社会面管控
        SocialControl,
    }
}

words! {
    /// A force at the grass roots (基层组织、群防群治力量).
    #[non_exhaustive]
    pub enum Grassroots {
        /// 社区居委会
        ResidentsCommittee,
        /// 物业公司
        PropertyCompany,
        /// 社区网格员
        GridWorker,
        /// 平安志愿者
        Volunteer,
    }
}

words! {
    /// The kinds of meeting.
    #[non_exhaustive]
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
}

words! {
    /// What an agenda item is for.
    #[non_exhaustive]
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

words! {
    /// How a meeting is held.
    #[non_exhaustive]
    pub enum Mode {
        /// In one room (现场).
        OnSite,
        /// By video (视频).
        Video,
        /// By papers passed round (书面传阅).
        Circulation,
    }
}

words! {
    /// As what a person attends for a unit.
    #[non_exhaustive]
    pub enum Capacity {
        /// As its member (成员).
        Member,
        /// In the member's place (代为参加).
        Alternate,
        /// As its liaison officer (联络员).
        LiaisonOfficer,
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
        LiaisonOfficer,
        /// As one of the staff (工作人员).
        Staff,
    }
}

words! {
    /// What kind of unit it is.
    #[non_exhaustive]
    pub enum UnitKind {
        /// A Party organ (党委部门).
        PartyOrgan,
        /// A government department or its branch (政府部门).
        Government,
        /// A court (法院).
        Court,
        /// A procuratorate (检察院).
        Procuratorate,
        /// An organ of a people's congress (人大).
        PeoplesCongress,
        /// A military unit (军事机关).
        Military,
        /// A mass organisation (群团组织).
        MassOrganisation,
        /// A street or town (街道、乡镇).
        Street,
        /// A part of another unit (内设机构).
        SubUnit,
        /// A company or a bank (企业).
        Enterprise,
        /// An association (协会).
        Association,
        /// A village or residents' committee (村居).
        Village,
    }
}

words! {
    /// The rank of a post, from the highest (职级).
    #[non_exhaustive]
    pub enum Rank {
        /// 国家级
        State,
        /// 省部级
        Provincial,
        /// 厅局级
        Bureau,
        /// 处级
        Division,
        /// 科级
        Section,
        /// Without a rank of leadership.
        Staff,
    }
}

words! {
    /// The two persons a unit names.
    pub enum Named {
        /// The member (成员).
        Member,
        /// The liaison officer (联络员).
        LiaisonOfficer,
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
        ReportedUp,
        /// This body hands it down (交办).
        HandedDown,
    }
}
