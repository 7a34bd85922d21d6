//! The words for papers: how secret and urgent a document is, and what kinds of papers come in.

use crate::terms::record::words;

words! {
    /// How secret a document is (密级).
    pub enum Secrecy {
        /// 绝密
        TopSecret "绝密" "top secret",
        /// 机密
        Secret "机密" "secret",
        /// 秘密
        Confidential "秘密" "confidential",
    }
}

words! {
    /// How urgent a document is (紧急程度).
    pub enum Urgency {
        /// 特急
        ExtraUrgent "特急" "extra urgent",
        /// 加急
        Urgent "加急" "urgent",
    }
}

words! {
    /// What kind of thing came in (来文来件).
    #[non_exhaustive]
    pub enum IncomingKind {
        /// A letter of another organ (来函).
        Letter "来函" "letter",
        /// An instruction that a leader wrote on a paper (批示).
        Instruction "批示" "instruction",
        /// A matter that a superior hands down (交办).
        HandedDown "交办" "matter handed down",
        /// What a citizen writes or says (群众来信来访).
        Citizen "群众来信来访" "citizen's matter",
        /// A matter of a street or town (街道、乡镇来件).
        Street "街道、乡镇来件" "matter of a street or town",
        /// Anything else.
        Other "其他来件" "other paper",
    }
}
