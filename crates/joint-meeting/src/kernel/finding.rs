//! What a rule found, as data.
//!
//! The words for a finding are in `views::say`.

use serde::{Serialize, Serializer};

use crate::{
    charter::settings::SettingKey,
    terms::{
        id::{UnitId, is_placeholder},
        language::Language,
        record::{Word, words},
        time::{Date, Time},
        words::Role,
    },
};

/// What a rule found, as data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub enum Finding {
    /// The charter says nothing on which the act could rest.
    Silent {
        /// The setting on which it is silent.
        setting: SettingKey,
    },
    /// The actor holds none of the roles.
    NeedsRole {
        /// The roles of which any would do.
        roles: Vec<Role>,
        /// The unit for which it is needed.
        #[serde(skip_serializing_if = "Option::is_none")]
        unit: Option<UnitId>,
    },
    /// Units are missing that have not attended, consented or signed.
    MissingUnits {
        /// The units.
        units: Vec<UnitId>,
    },
    /// Units are named that do not belong: they are no members, were not called or not asked.
    StrangeUnits {
        /// Those units.
        units: Vec<UnitId>,
    },
    /// The positions of units stand in the way.
    OpposingUnits {
        /// Those units.
        units: Vec<UnitId>,
    },
    /// Parts, items, steps or fields are missing.
    Missing {
        /// Their names.
        what: Vec<String>,
    },
    /// Something is there that must not be.
    Unwanted {
        /// Their names.
        what: Vec<String>,
    },
    /// The thing is in another state.
    State {
        /// The state it is in.
        #[cfg_attr(feature = "schema", schemars(with = "String"))]
        is: StateWord,
        /// The states of which one is needed.
        #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
        needs: Vec<StateWord>,
    },
    /// A value is not among those allowed.
    NotAllowed {
        /// The value.
        value: String,
        /// The values allowed.
        allowed: Vec<String>,
    },
    /// A value differs from what it must be.
    Differs {
        /// The value given.
        found: String,
        /// The value needed.
        expected: String,
    },
    /// There are too few.
    TooFew {
        /// The number there is.
        have: u32,
        /// The number needed.
        need: u32,
    },
    /// There would be too many.
    TooMany {
        /// The number there would be.
        have: u32,
        /// The number allowed.
        allowed: u32,
    },
    /// It is too early.
    TooEarly {
        /// The first moment at which it is possible.
        earliest: Time,
    },
    /// It is too late.
    TooLate {
        /// The last moment at which it was possible.
        latest: Time,
    },
    /// The versions of the charter that come into question give different answers, and none prevails.
    LawsDiffer {
        /// What each says.
        versions: Vec<VersionAnswer>,
    },
    /// Other rules stand in the way of an act than those named against which it is to be recorded.
    InTheWay {
        /// The rules that do, and could be named.
        #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::terms::schema::RuleId>"))]
        rules: Vec<&'static str>,
    },
    /// Later entries would have nothing to stand on.
    EntriesFail {
        /// Those entries, each with what would be wrong with it.
        entries: Vec<EntryFails>,
    },
    /// It was done after the due date.
    Late {
        /// The last day in time.
        due: Date,
        /// The day it happened.
        done: Date,
    },
}

words! {
    /// The states of things that go through no stages of their own.
    pub(crate) enum Standing {
        Accepted "已验收" "accepted",
        Allotted "已编号" "allotted",
        Answered "已答复" "answered",
        Approved "已审定" "approved",
        Archived "已归档" "archived",
        AtWork "在开展工作" "at work",
        AwaitsRectification "有待整改" "awaiting rectification",
        Closed "已关闭" "closed",
        Completed "已办结" "completed",
        Consented "已同意" "consented to",
        Current "现行有效" "in force",
        Declined "已答复不开" "declined",
        Ended "已结束" "ended",
        Founded "已建立" "founded",
        Granted "已答复同意" "granted",
        Issued "已印发" "issued",
        Met "已开会" "met by a meeting",
        NotApproved "未审定" "not approved",
        NotArchived "未归档" "not archived",
        NotConsented "未同意" "not consented to",
        NotFounded "未建立" "not founded",
        NotIssued "未印发" "not issued",
        NotOpened "未召开" "not opened",
        NotPublished "未公布" "not published",
        NotReceived "未签收" "not received",
        NotSigned "未会签" "not signed",
        NotSubmitted "未报送" "not submitted",
        NothingToRectify "没有需要整改的问题" "with nothing to rectify",
        OfTheCharter "制度本身的文号" "the number of the charter itself",
        Open "未了结" "open",
        Opened "已召开" "opened",
        Published "已公布" "published",
        Received "已签收" "received",
        Rectified "已整改" "rectified",
        Repealed "已废止" "repealed",
        Retired "已移出清单" "retired",
        Revoked "已撤销" "revoked",
        Signed "已会签" "signed",
        Submitted "已报送" "submitted",
        Unanswered "未答复" "unanswered",
        Unsettled "未有结论" "unsettled",
        Unused "未使用" "unused",
        Voided "已作废" "voided",
        Withdrawn "已撤回" "withdrawn",
    }
}

words! {
    /// What findings name that is in no other list: fields of acts, and things that are not there yet.
    pub(crate) enum Lacking {
        AgreedMatter "会议的议定" "a matter agreed by a meeting",
        Answer "答复" "an answer",
        Approval "上级批准" "the approval of the superior",
        ApprovedBy "召集人的同意" "the approval of the convener",
        Basis "决定的依据" "the basis of the decision",
        CarriedOnBy "承接单位" "the unit that carries it on",
        Change "变更内容" "what changed",
        Completed "任务已经完成" "the completion of the work",
        Cooperation "配合情况" "what was done in cooperation",
        Declined "答复不开" "a refusal",
        Due "完成期限" "a due date",
        Expert "专家" "an expert",
        Granted "同意召开" "the granting of the request",
        KnowsDuties "熟悉职责" "knowledge of the duties",
        Letter "所在单位来函" "the letter of the unit",
        Major "属于重大事项" "being a major matter",
        MastersTrade "精通业务" "mastery of the trade",
        Matters "授权事项" "with what the person is entrusted",
        Meeting "会议" "a meeting",
        Minutes "会议纪要" "minutes",
        Notice "向办公室通报" "notice to the office",
        Parts "报送内容" "parts of the report",
        Person "责任人员" "the person responsible",
        Portfolio "分管此项工作" "charge of the matter",
        Post "职务" "the post",
        Presiding "主持人" "the person presiding",
        Problem "所针对的难题" "the problem it is aimed at",
        Proofs "佐证" "something that shows it",
        PublicBody "机关或公共机构" "a public body",
        Reason "理由" "the reason",
        Receipt "签收" "the receipt",
        Recipients "收文单位" "the recipients",
        Register "职责项目清单" "the responsibility register",
        Report "报告" "the report",
        Request "成员单位的提请" "the request of a member unit",
        Result "办理结果" "the result",
        SectionHead "业务科室主要负责人" "being head of a section",
        Serves "所服务的条款" "the clause it serves",
        Signature "会签意见" "a signature",
        Silent "没有规定" "not provided for",
        Streets "街道" "the streets",
        Units "单位" "the units",
    }
}

/// A state of a thing: its word in JSON, and what it is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StateWord {
    word: &'static str,
    zh: &'static str,
    en: &'static str,
}

impl StateWord {
    fn of(state: impl Word) -> Self {
        Self { word: state.word(), zh: state.text(Language::Zh), en: state.text(Language::En) }
    }

    /// Its word in JSON.
    pub fn word(self) -> &'static str {
        self.word
    }

    /// Its words in a sentence.
    pub fn text(self, language: Language) -> &'static str {
        language.of(self.zh, self.en)
    }
}

impl Serialize for StateWord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.word)
    }
}

/// What one version of the charter says to an act.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct VersionAnswer {
    /// The version.
    pub version: u32,
    /// The rules by which it refuses; none if it accepts.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<crate::terms::schema::RuleId>"))]
    pub refused_by: Vec<&'static str>,
}

/// What would be wrong with an entry on a past that is corrected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct EntryFails {
    /// The number of the entry.
    pub no: u32,
    /// The names that it would give to nothing, or give a second time.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default))]
    pub names: Vec<String>,
    /// The rules that keep the record sound and would refuse it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(default, with = "Vec<crate::terms::schema::RuleId>"))]
    pub rules: Vec<&'static str>,
}

impl Finding {
    /// A thing is in one state, and must be in one of others.
    pub(crate) fn state(is: impl Word, needs: &[impl Word]) -> Self {
        Self::State { is: StateWord::of(is), needs: needs.iter().map(|it| StateWord::of(*it)).collect() }
    }

    /// Whether it is about a value that only stands for one still to be chosen.
    pub(crate) fn is_about_a_placeholder(&self) -> bool {
        matches!(self, Self::NotAllowed { value, .. } if is_placeholder(value))
    }

    pub(crate) fn units(&self) -> &[UnitId] {
        match self {
            Self::MissingUnits { units } | Self::OpposingUnits { units } => units,
            _ => &[],
        }
    }
}
