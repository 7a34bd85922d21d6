//! What errors say in Chinese, made of what they say in English, so that each is said once where it arises.
//!
//! A sentence is found by its form, in which `{}` stands for what differs. What stands in 「」 is taken as it is; all else
//! is put into Chinese as well or, if nobody can, into 「」.

/// A form of a sentence in English, and in Chinese.
pub type Forms = [(&'static str, &'static str)];

/// So many sentences can stand within each other. Only what comes from outside looks as if there were more.
const DEEPEST: usize = 16;

/// What an error says, in Chinese. The forms of one's own go before those of the library.
pub fn chinese(text: &str, own: &Forms) -> String {
    within(DEEPEST, text, own)
}

/// What stands within so many sentences less than there can be, in Chinese.
fn within(left: usize, text: &str, own: &Forms) -> String {
    let Some(left) = left.checked_sub(1) else { return left_over(text) };
    let mut forms = own.iter().chain(FORMS);
    let found = forms.find_map(|(en, zh)| Some((holes(text, en)?, *zh)));
    let Some((holes, zh)) = found else { return left_over(text) };
    let mut said = String::new();
    let mut holes = holes.into_iter();
    for (ix, piece) in zh.split("{}").enumerate() {
        if ix > 0 {
            let hole = holes.next().unwrap_or_default();
            if said.ends_with('「') { said += hole } else { said += &within(left, hole, own) }
        }
        said += piece;
    }
    said
}

/// What stands in the holes of a form; none if the text has another form.
fn holes<'t>(text: &'t str, form: &str) -> Option<Vec<&'t str>> {
    let mut pieces = form.split("{}");
    let mut rest = text.strip_prefix(pieces.next()?)?;
    let mut holes = Vec::new();
    let mut pieces = pieces.peekable();
    while let Some(piece) = pieces.next() {
        let end = match pieces.peek() {
            Some(_) => rest.find(piece)?,
            None if piece.is_empty() => rest.len(),
            None => rest.strip_suffix(piece)?.len(),
        };
        holes.push(rest.get(..end)?);
        rest = rest.get(end + piece.len()..)?;
    }
    rest.is_empty().then_some(holes)
}

/// Words in backticks, in the quotation marks of Chinese; anything else with Latin letters as a whole.
fn left_over(text: &str) -> String {
    let mut said = String::new();
    for (ix, part) in text.split('`').enumerate() {
        match (ix % 2 == 1, part) {
            (true, it) => said += &format!("「{it}」"),
            (false, " or " | ", or ") => said.push('或'),
            (false, ", ") => said.push('、'),
            (false, it) if it.chars().any(|it| it.is_ascii_alphabetic()) => return format!("「{text}」"),
            (false, it) => said += it,
        }
    }
    said
}

#[rustfmt::skip]
const FORMS: &Forms = &[
    ("{} (elsewhere it is `{}`)", "{}（在别的制度中写作「{}」）"),
    ("{} at line {} column {}", "{}（第{}行第{}列）"),
    // Of JSON.
    ("{} bytes long, and at most {} are allowed", "长{}字节，至多可有{}字节"),
    ("nested deeper than {}", "嵌套超过{}层"),
    ("invalid utf-8 sequence of {} bytes from index {}", "不是合格的字符编码（从第{}字节起，位置{}）"),
    ("incomplete utf-8 byte sequence from index {}", "字符编码不完整（位置{}）"),
    ("EOF while parsing {}", "{}没有写完"),
    ("expected ident", "应为一个完整的词"),
    ("expected value", "应为一个值"),
    ("invalid escape", "转义写法有误"),
    ("invalid number", "数字写法有误"),
    ("number out of range", "数字超出范围"),
    ("invalid unicode code point", "字符编码有误"),
    ("control character (\\u0000-\\u001F) found while parsing a string", "文字中有控制字符"),
    ("key must be a string", "键须为文字"),
    ("lone leading surrogate in hex escape", "转义写法不完整"),
    ("unexpected end of hex escape", "转义写法不完整"),
    ("trailing comma", "末尾多一个逗号"),
    ("trailing characters", "后面还有多余的字符"),
    ("recursion limit exceeded", "嵌套过深"),
    ("missing field `{}`", "缺少字段「{}」"),
    ("duplicate field `{}`", "字段「{}」出现两次"),
    ("unknown field `{}`, there are no fields", "没有字段「{}」，此处没有字段"),
    ("unknown field `{}`, expected {}", "没有字段「{}」，应为{}"),
    ("unknown variant `{}`, expected {}", "没有「{}」这个词，应为{}"),
    ("invalid type: {}, expected {}", "{}不合要求，应为{}"),
    ("invalid value: {}, expected {}", "{}不合要求，应为{}"),
    ("invalid length {}, expected {}", "长度{}不合要求，应为{}"),
    ("expected {}", "应为{}"),
    ("one of {}", "下列之一：{}"),
    ("an act: an object with a `type`", "一个行为：有「type」的对象"),
    ("an object with one key", "只有一个键的对象"),
    ("an object with at most {} keys", "至多有{}个键的对象"),
    ("a word, or an object with one key", "一个词，或者只有一个键的对象"),
    ("an object", "对象"), ("a list of at most {}", "至多{}项的列表"), ("a list", "列表"),
    ("a JSON value", "一个值"), ("a value", "一个值"), ("a string", "文字"), ("a boolean", "是或否"),
    ("a sequence", "列表"), ("a map", "对象"), ("an object", "对象"), ("struct {}", "对象"), ("variant identifier", "一个词"),
    ("field identifier", "字段名"), ("string or map", "一个词或者对象"),
    ("map", "对象"), ("sequence", "列表"), ("null", "空值"), ("unit", "空值"), ("unit value", "空值"),
    ("u16", "不小于零的整数"), ("u32", "不小于零的整数"), ("u8", "不小于零的整数"), ("i32", "整数"), ("a u32", "不小于零的整数"),
    ("string \"{}\"", "文字「{}」"), ("integer `{}`", "整数「{}」"), ("floating point `{}`", "小数「{}」"),
    ("boolean `{}`", "是否值「{}」"), ("character `{}`", "字符「{}」"),
    ("enum {}", "一个词"), ("unit variant", "一个词"), ("newtype variant", "带值的词"),
    ("a formatted date string", "日期"), ("a date", "日期"), ("a time with an offset", "带时差的时间"),
    ("a day", "日期"),
    ("not a whole number", "不是整数"),
    ("more than is expected here", "此处多出内容"),
    ("a value without a key", "有值而没有键"),
    ("`{}` needs a value", "「{}」须带一个值"),
    ("`{}` takes no value", "「{}」不带值"),
    ("more than {} in a list", "列表超过{}项"),
    ("more than {} keys", "超过{}个键"),
    ("there is more after the list", "列表之后还有内容"),
    ("the list has no end", "列表没有结尾"),
    ("no format `{}`", "没有格式「{}」"),
    // Of ids, texts, days, times and numbers.
    ("not {}: {}", "不是{}：{}"),
    ("a text", "文字"), ("a charter id", "制度的代号"), ("a clause id", "条款的代号"), ("a unit id", "单位的代号"),
    ("a person id", "人员的代号"), ("a post id", "职务的代号"), ("a meeting id", "会议的代号"),
    ("a {} id", "代号"), ("an {} id", "代号"),
    ("empty", "空白"),
    ("character {} is not allowed here", "此处不可有字符「{}」"),
    ("`{}` is not a day: write {}", "「{}」不是日期，应写作「{}」"),
    ("`{}` is not a day such as {}", "「{}」不是日期，日期写作「{}」"),
    ("not a time with an offset, such as {}", "不是带时差的时间，时间写作「{}」"),
    ("year {} is outside 1949 to 2199", "年份{}不在1949至2199之间"),
    ("a time within a day of the beginning of 1949 or of the end of 2199 lies in another year elsewhere",
        "时间距1949年初或者2199年末不足一日，在别的时区属于另一年"),
    ("the organ code must be Chinese characters", "机关代字须为汉字"),
    ("the year must stand in 〔〕", "年份须用六角括号〔〕括起"),
    ("the year must be written in full", "年份须写全四位"),
    ("the serial must be a number from 1 to 99999 without 第 and without leading zeros", "序号须为1至99999的数字，不加“第”，前面不加零"),
    ("it must end in 号", "末尾须为“号”"),
    ("line {} of the working-day table: {}", "工作日表第{}行：{}"),
    ("the header `date,kind,occasion` should stand here, not `{}`", "此处应为表头「date,kind,occasion」，不是「{}」"),
    ("not `date,off|work,occasion`: `{}`", "应写作「date,off|work,occasion」，不是「{}」"),
    ("another line says otherwise of {}", "与另一行对{}所写的相反"),
    ("`{}` is missing: `{}` says how far the table is known, which is whole years", "缺少「{}」：须有一行「{}」，写明表所及的整年"),
    ("a table is known for whole years, and {} is not at the end of one", "表须及于整年，而{}不是一年的首日或者末日"),
    ("{} lies where the table is not known", "{}不在表所及的时段内"),
    ("a field `{…}` that does not end or has no name in `{}`", "字段没有写完或没有名称：「{}」"),
    ("a part `[…]` that does not begin, does not end or is within another in `{}`", "方括号没有配对：「{}」"),
    // Of values that programs in other languages hand over.
    ("`{}` has no zone; a datetime needs one, such as {}", "「{}」没有时差，时间须写明时差，如「{}」"),
    ("`{}` ({}) is no value: leave it out", "「{}」（「{}」）不是值，应予省略"),
    ("`{}` ({}) is none of JSON, and no date", "「{}」（「{}」）不是JSON的值，也不是日期"),
    ("a key is text, and not `{}` ({})", "键须为文字，不能是「{}」（「{}」）"),
    ("nested without end", "层层嵌套，没有尽头"),
    ("half of a character, `{}`, at position {}", "半个字「{}」，在第{}位"),
    // Of journals and bodies.
    ("line {} of the journal: {}", "记录第{}行：{}"),
    ("there is no header", "没有首行"),
    ("format {} is not known", "格式{}不能识别"),
    ("the charter is not the one the journal was begun under", "所给制度不是记录开始时所依据的制度"),
    ("changed", "内容被改动"),
    ("not at the offset of the charter", "时间未按制度所定的时差书写"),
    ("missing: entry {} should stand here", "有缺失：此处应为第{}号记录"),
    ("swapped: entry {} should stand here", "次序有变：此处应为第{}号记录"),
    ("torn: the line has no end", "此行没有写完"),
    ("the head tells of {} entries", "所存首尾信息记有{}条记录"),
    ("more than {} entries", "超过{}条记录"),
    ("a body needs a charter", "联席会议须有制度"),
    ("`{}` is a general charter, not that of a body", "「{}」是通用规定，不是某个联席会议的制度"),
    ("`{}` and `{}` are charters of different bodies", "「{}」与「{}」是不同联席会议的制度"),
    ("version {} is given twice", "第{}版给了两次"),
    ("entry {} does not follow: the next is {}", "第{}号记录接不上，下一条应为第{}号"),
    ("`{}` names {} as the charter above it, not `{}`", "「{}」写明的上级制度为{}，不是「{}」"),
    ("none", "无"),
    ("no charter `{}` comes with the library; these do: {}", "没有随附的制度「{}」，随附的有：{}"),
    ("not the 64 digits and letters from a to f of a SHA-256", "不是摘要值，应为64位十六进制数"),
    ("submission {} of those handed in together is {}", "一并提交的各项中，第{}项{}"),
    ("refused by rule: {}", "不合规则：「{}」"),
    ("refused by name: {}", "所称有误：「{}」"),
    // Of charter files.
    ("{}; near it: {}", "{}，相近的有：{}"),
    ("{} is more than is allowed", "数目{}超过上限"),
    ("`{}` is not an offset such as {}", "「{}」不是时差，时差写作「{}」"),
    ("`{}` stands twice", "「{}」出现两次"),
    ("there is no rule `{}`", "没有规则「{}」"),
    ("there is no setting `{}`", "没有设置「{}」"),
    ("setting `{}` is set twice", "设置「{}」设了两次"),
    ("setting `{}`: {}", "设置「{}」：{}"),
    ("rule `{}` needs setting `{}`, which is neither fixed nor silent", "规则「{}」须有设置「{}」，而条款既未规定，也未注明没有规定"),
    ("there is no reading `{}`", "没有理解问题「{}」"),
    ("reading `{}` has no option `{}`", "理解问题「{}」没有选项「{}」"),
    ("the general charter `{}` has no clause `{}`", "通用规定「{}」没有条款「{}」"),
    ("there is no general charter `{}`", "没有通用规定「{}」"),
    ("`{}` is the charter of a body and cannot govern another", "「{}」是某个联席会议的制度，不能约束别的制度"),
    ("the clause id `{}` is too long behind the id of its charter", "条款代号「{}」加上制度代号后过长"),
    ("reading `{}` is contradictory", "理解问题「{}」前后矛盾"),
    ("rule `{}` asks reading `{}`, which no clause fixes or leaves open", "规则「{}」须有理解问题「{}」，而没有条款确定或留待选定"),
    ("there is no act `{}`", "没有行为「{}」"),
    ("unit `{}` is not defined", "没有写明单位「{}」"),
    ("post `{}` is not defined", "没有写明职务「{}」"),
    ("the key phrase has {} characters, and at most {} are allowed", "关键词句有{}个字，至多可有{}个字"),
    ("a clause of the text needs a key phrase", "原文条款须有关键词句"),
    ("{} is after {}", "{}在{}之后"),
    ("a period from {} to {} {}", "时段自{}至{}，{}"),
    ("ends before it begins", "结束早于开始"),
    ("touches more than {} years", "跨越的年份超过{}个"),
    ("at most {} days are looked ahead", "最多预看{}天"),
    ("a page has from 1 to {} rows", "一页为1至{}行"),
    ("longer than {} bytes", "超过{}字节"),
    ("year {} has more than {} days off", "{}年的放假日超过{}天"),
    ("there is no such day in a year", "一年中没有这一天"),
    (".: {}", "{}"),
    ("{}; {}", "{}；{}"),
    ("{}: {}", "「{}」：{}"),
];

/// Errors in words: each with its sentence in English, and the one made of it in Chinese.
macro_rules! in_words {
    ($($error:ty)*) => {$(
        impl $error {
            /// The error in words.
            pub fn text(&self, language: $crate::terms::language::Language) -> String {
                let text = self.to_string();
                match language {
                    $crate::terms::language::Language::Zh => $crate::terms::chinese::chinese(&text, &[]),
                    $crate::terms::language::Language::En => text,
                }
            }
        }
    )*};
}

pub(crate) use in_words;
