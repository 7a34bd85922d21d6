//! What the column `error` says in Chinese, made of what it says in English.

use joint_meeting::{
    Language,
    wire::{self, Forms},
};

/// Why a body could not be read, in a language.
pub(crate) fn said(why: &str, language: Language) -> String {
    match language {
        Language::Zh => wire::chinese(why, FORMS),
        Language::En => why.to_owned(),
    }
}

#[rustfmt::skip]
const FORMS: &Forms = &[
    ("body: it has no name", "联席会议没有名称"),
    ("journal: there is none", "没有记录"),
    ("journal: line {} is not UTF-8, from byte {} on", "记录第{}行自全文第{}字节起不是UTF-8编码"),
    ("journal: line {} is not read", "记录第{}行读不出"),
    ("journal: {}", "记录：{}"),
    ("charter: the journal was begun under `{}`, and not `{}`", "记录所依的制度是「{}」，不是「{}」"),
    ("charter: `{}` is not known", "没有制度「{}」"),
    ("charter: version {} of `{}` with the digest `{}` is not known", "没有第{}版制度「{}」（摘要值「{}」）"),
    ("charter: there are several files of version {} of `{}`: name those of the body by their digests", "第{}版制度「{}」有多个文件：请按摘要值指明所用的"),
    ("charter: version {} with the digest `{}`, which entry {} puts into force, is not known", "没有第{}版制度（摘要值「{}」），第{}号记录使其生效"),
];
