//! The languages in which answers are put into words.

/// The language in which an answer is put into words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Language {
    /// 中文
    Zh,
    /// English
    En,
}

impl Language {
    /// Of a word in both languages, the one in this.
    ///
    /// ```
    /// use joint_meeting::Language;
    ///
    /// assert_eq!(Language::En.of("联席会议", "joint meeting"), "joint meeting");
    /// ```
    pub const fn of<T: Copy>(self, zh: T, en: T) -> T {
        match self {
            Self::Zh => zh,
            Self::En => en,
        }
    }
}
