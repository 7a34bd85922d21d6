//! The ranks of persons, and which of them another covers.

use crate::terms::record::words;

words! {
    /// The rank of a post, from the highest (职级).
    #[non_exhaustive]
    pub enum Rank {
        /// 国家级
        State "国家级" "state rank",
        /// 国家级副职
        DeputyState "国家级副职" "deputy state rank",
        /// 省部级
        Provincial "省部级" "provincial rank",
        /// 省部级副职
        DeputyProvincial "省部级副职" "deputy provincial rank",
        /// 厅局级
        Bureau "厅局级" "bureau rank",
        /// 厅局级副职
        DeputyBureau "厅局级副职" "deputy bureau rank",
        /// 处级
        Division "处级" "division rank",
        /// 处级副职
        DeputyDivision "处级副职" "deputy division rank",
        /// 科级
        Section "科级" "section rank",
        /// 科级副职
        DeputySection "科级副职" "deputy section rank",
        /// Without a rank of leadership.
        Staff "科级以下" "a rank below section",
    }
}

impl Rank {
    /// Whether who is asked for somebody of this rank may have one of another: a rank named without its step has both steps.
    pub(crate) fn covers(self, other: Self) -> bool {
        let deputy = match self {
            Self::State => Some(Self::DeputyState),
            Self::Provincial => Some(Self::DeputyProvincial),
            Self::Bureau => Some(Self::DeputyBureau),
            Self::Division => Some(Self::DeputyDivision),
            Self::Section => Some(Self::DeputySection),
            _ => None,
        };
        self == other || deputy == Some(other)
    }
}
