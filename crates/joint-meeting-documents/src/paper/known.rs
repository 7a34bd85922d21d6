//! What is known of a paper and not printed on it, for the checks before paper.
//!
//! What the journal knows of one is gathered in `make`.

use joint_meeting::time::Date;
use serde::{Deserialize, Serialize};

use super::parts::PaperSecrecy;

/// What is known of a paper and not printed on it. What is not given is not judged.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaperKnown {
    /// Whether it goes up, down or to equals, where its kind does not say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<PaperDirection>,
    /// The issuers, the sponsor first, where nobody signs beneath.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issuers: Option<Vec<String>>,
    /// Whether the issuers are of the same level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_level: Option<bool>,
    /// Whether the issuer was authorised to give orders to lower committees and governments.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authorised: Option<bool>,
    /// The approval and signing by the responsible person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approval: Option<PaperApproval>,
    /// The day of the last signature among the issuers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_signed: Option<Date>,
    /// The issuers whose responsible person has not signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_signed: Option<Vec<String>>,
    /// Those whose powers it touches and who have not agreed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_agreed: Option<Vec<String>>,
    /// The numbers of other documents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other_numbers: Option<Vec<String>>,
    /// Whether its path or, where it goes by none, its charter gives it a number: one that is not numbered needs none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub numbered: Option<bool>,
    /// Whether it goes out at all: minutes that no step issues have neither a foot nor a say on publicness.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goes_out: Option<bool>,
    /// The organ codes of the sponsor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub codes: Option<Vec<String>>,
    /// The number of seals it bears.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seals: Option<u32>,
    /// What its head says of secrecy and urgency, where the paper does not say it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secrecy: Option<PaperSecrecy>,
    /// Whether it is still under discussion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub under_discussion: Option<bool>,
}

/// Where a document goes (行文方向).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum PaperDirection {
    /// It goes to a superior (上行文).
    Up,
    /// It goes to equals, and to those who are neither above nor below (平行文).
    Level,
    /// It goes to those below, or to all (下行文).
    Down,
}

/// How a document was approved (签发).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PaperApproval {
    /// Whether it was approved by the principal responsible person (主要负责人), if that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by_principal: Option<bool>,
    /// Whether the approval has its full date.
    pub dated: bool,
}
