//! What the errors of stores say in Chinese.

use joint_meeting::wire::{self, Forms};

/// A sentence of a store in Chinese, for stores in other languages, which say the same.
pub fn in_chinese(sentence: &str) -> String {
    wire::chinese(sentence, FORMS)
}

#[rustfmt::skip]
pub(crate) const FORMS: &Forms = &[
    ("the name of a body is empty", "联席会议的存储名为空"),
    ("the name of a body is {} bytes long, and at most {} are allowed", "联席会议的存储名长{}字节，至多可有{}字节"),
    ("in the name of a body `{}` cannot stand at place {}", "联席会议的存储名中不可有「{}」（第{}个字符）"),
    ("`{}` has no body `{}`", "「{}」中没有联席会议「{}」"),
    ("`{}` has a body `{}` already", "「{}」中已有联席会议「{}」"),
    ("entry {} of `{}` was stored by somebody else", "第{}号记录（「{}」）已由他人存入"),
    ("the journal of `{}` was written anew since it was read", "「{}」的记录读取后已被重新写过"),
    ("a charter of `{}`: {}", "「{}」的制度：{}"),
    ("`{}` has no charter with the digest `{}`", "「{}」中没有摘要值为「{}」的制度"),
    ("`{}` in `{}`: after entry {} stands a line of {} bytes that has no end", "「{}」（存于「{}」）：第{}号记录之后有一行未写完，长{}字节"),
    ("`{}` in `{}`: this is {}, and no journal", "「{}」（存于「{}」）：这是{}，不是记录"),
    ("`{}` in `{}`: {}", "「{}」（存于「{}」）：{}"),
    ("`{}` was opened to read", "「{}」是以只读方式打开的"),
    ("`{}` failed before: open it anew", "「{}」此前出过错，须重新打开"),
    ("`{}` failed: {}", "「{}」出错：{}"),
    ("whether entry {} of `{}` was stored is not known: {}", "第{}号记录（「{}」）是否已存入，尚不得知：{}"),
    ("`{}` is held by somebody else", "「{}」正由他人占用"),
    ("`{}` is no store that can be read: its format is `{}`, and the newest known is {}", "「{}」不是可以读取的存储：格式为「{}」，所知最新为{}"),
    ("a thread that used `{}` has panicked", "使用「{}」的线程已异常中止"),
    ("an empty file", "空文件"),
    ("a journal with a byte order mark before it", "开头带有字节顺序标记的记录"),
    ("a journal whose lines end as on Windows", "换行方式被改写的记录"),
    ("text of two bytes a character", "双字节编码的文字"),
    ("a table of a spreadsheet program", "电子表格"),
    ("a database", "数据库"),
    ("there is no store in this folder", "这个文件夹中没有存储"),
    ("there is no such file", "没有这个文件"),
    ("there is no folder to make it in", "没有可以存放它的文件夹"),
    // What systems and databases say most often.
    ("No such file or directory (os error 2)", "没有这个文件或者文件夹"),
    ("Permission denied (os error 13)", "没有权限"),
    ("Not a directory (os error 20)", "不是文件夹"),
    ("Is a directory (os error 21)", "是文件夹"),
    ("No space left on device (os error 28)", "磁盘已满"),
    ("Read-only file system (os error 30)", "磁盘只可读取"),
    ("database or disk is full", "磁盘已满"),
    ("unable to open database file", "打不开数据库文件"),
    ("attempt to write a readonly database", "数据库只可读取"),
    ("disk I/O error", "磁盘读写出错"),
];
