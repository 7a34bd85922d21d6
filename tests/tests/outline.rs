//! The outline of official texts: texts of our own in the forms that official texts have, and any text at all.

use joint_meeting::{
    Charter,
    charter::{Misplacement, Node, Outline, Paragraph, PartKind, TextPart, outline},
};
use proptest::prelude::*;
use serde_json::{Value, json};

/// The locators of all headings, in order.
fn places(text: &str) -> Vec<String> {
    outline(text).nodes().map(|it| it.at.clone()).collect()
}

fn without_space(text: &str) -> String {
    text.chars().filter(|it| !it.is_whitespace() && *it != '\u{feff}').collect()
}

fn depth(nodes: &[Node<'_>]) -> usize {
    nodes.iter().map(|it| 1 + depth(&it.children)).max().unwrap_or(0)
}

/// Nothing is lost, nothing is added, and the nesting is bounded.
fn is_whole(text: &str, outline: &Outline<'_>) {
    let pieces: String = outline.pieces().collect();
    assert_eq!(without_space(&pieces), without_space(text));
    assert!(outline.parts.iter().all(|it| depth(&it.nodes) <= 8));
}

#[test]
fn the_four_levels_and_their_paragraphs() {
    let text = "河畔区路灯联席会议制度\r\n\r\n　　为管好路灯，定本制度。\r\n一、组织形式\r\n由甲局牵头。\r\n\r\n甲局设办公室。\r\n\
                二、工作机制\r\n（一）会议机制。每年开一次。遇事另开。\r\n可以请专家。\r\n（二）修理下列路灯：\r\n1．街上的；\r\n\
                ２. 巷里的，分为\r\n（1）主巷；\r\n(２)支巷。\r\n（三）其他\r\n三、附则";
    let outline = outline(text);
    is_whole(text, &outline);
    assert_eq!(
        places(text),
        [
            "一",
            "二",
            "二（一）",
            "二（二）",
            "二（二）1.",
            "二（二）2.",
            "二（二）2.（1）",
            "二（二）2.（2）",
            "二（三）",
            "三"
        ]
    );
    let before: Vec<(&str, &str)> =
        outline.parts[0].before.iter().map(|it| (it.at.as_str(), it.text)).collect();
    assert_eq!(before, [("P¶1", "河畔区路灯联席会议制度"), ("P¶2", "为管好路灯，定本制度。")]);
    let node = |at: &str| outline.nodes().find(|it| it.at == at).unwrap();
    let under = |at: &str| -> Value {
        let it = node(at);
        json!([it.heading, it.paragraphs.iter().map(|it| [it.at.as_str(), it.text]).collect::<Vec<_>>()])
    };
    assert_eq!(under("一"), json!(["组织形式", [["一¶1", "由甲局牵头。"], ["一¶2", "甲局设办公室。"]]]));
    assert_eq!(
        under("二（一）"),
        json!(["会议机制。", [["二（一）¶1", "每年开一次。遇事另开。"], ["二（一）¶2", "可以请专家。"]]])
    );
    // The text of an item is no title.
    assert_eq!(under("二（二）"), json!(["", [["二（二）¶1", "修理下列路灯："]]]));
    assert_eq!(under("二（二）2.（1）"), json!(["", [["二（二）2.（1）¶1", "主巷；"]]]));
    assert_eq!(under("二（三）"), json!(["其他", []]));
    assert_eq!(node("二（二）2.（1）").mark, "（1）");
}

#[test]
fn chapters_and_articles() {
    let text = "第一章 总则\n第一条 为管好桥，定本制度。桥指公路桥。\n第二条 各单位：\n（一）甲局；\n（二）乙局。\n第二章　会议\n第三条　频次\n\
                一、年会\n二、例会\n第四条规定的会议另算。\n第四条 附则";
    is_whole(text, &outline(text));
    assert_eq!(
        places(text),
        [
            "第一章",
            "第一条",
            "第二条",
            "第二条（一）",
            "第二条（二）",
            "第二章",
            "第三条",
            "第三条一",
            "第三条二",
            "第四条"
        ]
    );
    assert_eq!(
        places("一、总则\n第一条 甲\n第二条 乙\n（一）丙\n二、分则\n第三条 丁"),
        ["一", "第一条", "第二条", "第二条（一）", "二", "第三条"]
    );
    assert_eq!(
        places("第一章 总则\n第一节 组织\n第二节 会议\n第二章 附则"),
        ["第一章", "第一章第一节", "第一章第二节", "第二章"]
    );
}

#[test]
fn what_only_looks_like_a_heading() {
    for line in [
        "1.5公斤以上",
        "１．５公斤",
        "2022. 4. 21",
        "2022.4.21起",
        "12. 25前报送",
        "4、5月份",
        "一、二级响应",
        "三、四季度",
        "（2022）12号",
        "（此件公开）",
        "第三条规定的事项",
        "第一、要重视",
        "第二百次会议",
        "一是抓紧",
        "十",
        "、",
        "（",
        "（）空",
        "0. 零",
        "一二三四五六七、多",
        "1234567. 长",
    ] {
        assert_eq!(places(&format!("一、甲\n{line}\n乙")), ["一"], "{line}");
    }
    // Within quotation marks a line quotes; a mark that is never closed hides nothing.
    assert_eq!(places("一、甲\n原文为“首先\n二、乙\n三、丙”。\n四、丁"), ["一", "四"]);
    assert_eq!(places("一、甲“\n二、乙\n三、“丙”"), ["一", "二", "三"]);
}

#[test]
fn what_is_a_heading_all_the_same() {
    assert_eq!(
        places("\u{feff}一、甲\n　　二、 乙\n\t三、三个方面\n十一、一项工作"),
        ["一", "二", "三", "十一"]
    );
    assert_eq!(places("一、甲\n1.2022年工作\n2、其他\n3. "), ["一", "一1.", "一2.", "一3."]);
}

#[test]
fn marks_in_every_form() {
    for (text, expected) in [
        ("\u{200b}一、甲\n二 、乙\n三. 丙\n四．丁", vec!["一", "二", "三", "四"]),
        (
            "一、甲\n( 一 ) 乙\n（ 二 ）丙\n㈢丁\n（四）、戊",
            vec!["一", "一（一）", "一（二）", "一（三）", "一（四）"],
        ),
        ("⒈甲\n⑴乙\n2)丙\n３）丁\n⒉戊", vec!["1.", "1.（1）", "1.（2）", "1.（3）", "2."]),
        ("第 二 条 甲\n第十一条之一 乙\n第十二条 丙", vec!["第二条", "第十一条之一", "第十二条"]),
    ] {
        assert_eq!(places(text), expected, "{text}");
        is_whole(text, &outline(text));
    }
    for line in ["（一）、（二）项所列单位参加。", "（一）和（二）不算", "（三）项所列单位", "第三条之一规定"]
    {
        assert_eq!(places(&format!("第九条 甲\n{line}")), ["第九条"], "{line}");
    }
}

/// Each part: its kind, its mark, and the locators in it with the text of each.
fn parts(text: &str) -> Value {
    let all = outline(text);
    is_whole(text, &all);
    let rows = |all: &[Paragraph<'_>]| -> Vec<String> {
        all.iter().map(|it| format!("{} {}", it.at, it.text)).collect()
    };
    let nodes = |it: &TextPart<'_>| -> Vec<String> {
        it.nodes()
            .flat_map(|it| [vec![format!("{} {}", it.at, it.heading)], rows(&it.paragraphs)].concat())
            .collect()
    };
    let part = |it: &TextPart<'_>| json!([it.kind, it.mark, rows(&it.before), nodes(it), rows(&it.closing)]);
    all.parts.iter().map(part).collect()
}

/// A text that a notice with headings of its own sends out, with what closes it.
const SENT_OUT: &str = "示街办发〔2023〕3号\n关于印发路灯联席会议制度的通知\n各社区：\n一、要学习制度。\n二、要落实制度。\n\
    附件：1. 路灯联席会议制度\n2. 成员名单\n示例街道办事处\n2023年3月20日\n（此件公开发布）\n附件1\n路灯联席会议制度\n\
    为管好路灯，定本制度。\n一、组织\n甲局牵头。\n二、会议\n每年一次。\n附件 2  成员名单\n一、甲局\n二、乙局\n\
    抄送：区政府办公室\n示例街道党政办公室  2023年3月21日印发";

#[test]
fn a_notice_its_annexes_and_what_closes_them() {
    assert_eq!(
        parts(SENT_OUT),
        json!([
            [
                "text",
                "",
                ["P¶1 示街办发〔2023〕3号", "P¶2 关于印发路灯联席会议制度的通知", "P¶3 各社区："],
                ["一 ", "一¶1 要学习制度。", "二 ", "二¶1 要落实制度。"],
                [
                    "末¶1 附件：1. 路灯联席会议制度",
                    "末¶2 2. 成员名单",
                    "末¶3 示例街道办事处",
                    "末¶4 2023年3月20日",
                    "末¶5 （此件公开发布）"
                ]
            ],
            [
                "annex",
                "附件1",
                ["附件1¶1 路灯联席会议制度", "附件1¶2 为管好路灯，定本制度。"],
                ["附件1一 组织", "附件1一¶1 甲局牵头。", "附件1二 会议", "附件1二¶1 每年一次。"],
                []
            ],
            [
                "annex",
                "附件 2",
                ["附件2¶1 成员名单"],
                ["附件2一 甲局", "附件2二 乙局"],
                ["附件2末¶1 抄送：区政府办公室", "附件2末¶2 示例街道党政办公室  2023年3月21日印发"]
            ]
        ])
    );
    // The charter is where its phrases are, and is cited with its part or without.
    for (at, key, expected) in [
        ("一", "甲局牵头", None),
        ("附件1一", "甲局牵头", None),
        ("附件1一¶1", "甲局牵头", None),
        ("一¶2", "甲局牵头", Some("一¶1")),
        ("N", "要学习", None),
        ("N", "2023年3月20日", None),
        ("P", "为管好路灯", None),
        ("附件2二", "乙局", None),
        ("二", "甲局牵头", Some("一")),
        ("一", "要落实", Some("二")),
    ] {
        let both = charters(&[(at, key), ("二", "每年一次"), ("P", "定本制度")]).check_text(SENT_OUT);
        assert_eq!(both.first().and_then(|it| it.found_at.as_deref()), expected, "{at} {key}");
    }
}

#[test]
fn a_notice_and_the_text_after_its_date() {
    let text = "某局关于印发\n路灯联席会议制度的通知\n各单位：\n现予印发。\n二〇二三年三月二十日\n（此件公开）\n\
                甲市乙区\n路灯联席会议制度（试行）\n为管好路灯。\n一、组织\n甲局牵头。\n二、附则\n自印发之日起施行。\n甲局\n乙局\n2023年3月20日";
    assert_eq!(
        parts(text),
        json!([
            [
                "notice",
                "",
                [
                    "N¶1 某局关于印发",
                    "N¶2 路灯联席会议制度的通知",
                    "N¶3 各单位：",
                    "N¶4 现予印发。",
                    "N¶5 二〇二三年三月二十日",
                    "N¶6 （此件公开）"
                ],
                [],
                []
            ],
            [
                "text",
                "",
                ["P¶1 甲市乙区", "P¶2 路灯联席会议制度（试行）", "P¶3 为管好路灯。"],
                ["一 组织", "一¶1 甲局牵头。", "二 附则", "二¶1 自印发之日起施行。"],
                ["末¶1 甲局", "末¶2 乙局", "末¶3 2023年3月20日"]
            ]
        ])
    );
    // A notice with headings, and a text whose title nothing shows.
    let text = "通知\n一、学习。\n甲局\n2023年3月20日\n路灯怎么管\n一、组织\n甲局牵头。";
    let all = outline(text);
    is_whole(text, &all);
    assert_eq!(all.parts.iter().map(|it| it.kind).collect::<Vec<_>>(), [PartKind::Notice, PartKind::Text]);
    assert_eq!(places(text), ["N一", "一"]);
    assert_eq!(all.parts[1].before[0].text, "路灯怎么管");
}

#[test]
fn what_only_seems_to_close_a_text() {
    for line in [
        "2022年4月21日",
        "（此件公开）",
        "抄送：区政府",
        "附件：名单",
        "甲局\n2022年4月21日",
        "附件所列单位参加。",
        "附件1和附件2另发。",
    ] {
        let text = format!("一、甲\n各单位参加。\n{line}\n另有规定的除外。\n二、乙");
        let all = outline(&text);
        is_whole(&text, &all);
        assert_eq!(places(&text), ["一", "二"], "{line}");
        assert!(all.parts[0].closing.is_empty(), "{line}");
    }
    // A list under a title stays there, dated or not; an article's text on a line of its own too.
    assert_eq!(
        parts("一、成员单位\n甲局\n乙局\n2022年4月21日")[0][3],
        json!(["一 成员单位", "一¶1 甲局", "一¶2 乙局"])
    );
    assert_eq!(
        parts("第九条 自印发之日起施行\n甲局\n2022年4月21日")[0][3],
        json!(["第九条 ", "第九条¶1 自印发之日起施行"])
    );
    // A date in the middle, many times: nothing is read twice over.
    let text = format!("一、甲\n各单位。\n{}", "甲局\n2022年4月21日\n另行通知。\n".repeat(50_000));
    is_whole(&text, &outline(&text));
}

#[test]
fn signs_of_the_fifth_level() {
    let text = "一、甲\n（1）乙\n①丙；\n② 丁。\n（2）戊";
    assert_eq!(places(text), ["一", "一（1）", "一（1）①", "一（1）②", "一（2）"]);
    is_whole(text, &outline(text));
}

/// The paragraphs of each heading, with its title.
fn read(text: &str) -> Value {
    let all = outline(text);
    is_whole(text, &all);
    let texts = |it: &Node<'_>| it.paragraphs.iter().map(|it| it.text.to_owned()).collect::<Vec<_>>();
    all.nodes().map(|it| json!([it.at, it.heading, texts(it)])).collect()
}

#[test]
fn headings_within_a_line() {
    assert_eq!(
        read("三、工作规则 （一）每年一次。（二）遇事另开。"),
        json!([["三", "工作规则", []], ["三（一）", "", ["每年一次。"]], ["三（二）", "", ["遇事另开。"]]])
    );
    assert_eq!(places("一、职责。（一）研究。"), ["一", "一（一）"]);
    assert_eq!(places("第五条 各单位：（一）甲；（二）乙。"), ["第五条", "第五条（一）", "第五条（二）"]);
    for line in ["一、按照（一）办。", "一、“甲。（一）乙。”", "一、甲。（三）乙。", "一、甲。（1）乙。"]
    {
        assert_eq!(places(line), ["一"], "{line}");
    }
}

#[test]
fn where_a_title_ends() {
    assert_eq!(read("（一）会议机制：每年一次。"), json!([["（一）", "会议机制：", ["每年一次。"]]]));
    for text in ["主要职责是：研究。", "开会时间为上午9:30。", "修理下列：路灯。", "甲，乙：丙。"]
    {
        assert_eq!(read(&format!("（一）{text}")), json!([["（一）", "", [text]]]));
    }
    // A colon of either width, and no full stop at all.
    assert_eq!(read("第三条 主要职责是:"), json!([["第三条", "", ["主要职责是:"]]]));
    assert_eq!(
        read("第五条 由甲乙组成\n第六条 频次\n每年一次。"),
        json!([["第五条", "", ["由甲乙组成"]], ["第六条", "频次", ["每年一次。"]]])
    );
}

#[test]
fn levels_out_of_order_and_left_out() {
    assert_eq!(
        places("（1）甲\n1.乙\n（一）丙\n一、丁\n（1）戊\n（一）己\n一、庚"),
        ["（1）", "1.", "（一）", "一", "一（1）", "一（一）", "一"]
    );
}

#[test]
fn a_huge_text_has_an_outline() {
    let text = "一、甲\n（一）乙。丙。\n1.丁\n（1）戊\n".repeat(50_000);
    let outline = outline(&text);
    is_whole(&text, &outline);
    assert_eq!(outline.nodes().count(), 200_000);
    let line = "（一".repeat(300_000);
    assert_eq!(places(&line).len(), 0);
}

/// A charter with one clause, at a locator.
fn charter(at: &str, key: &str) -> Charter {
    charters(&[(at, key)])
}

/// A charter with clauses at locators.
fn charters(clauses: &[(&str, &str)]) -> Charter {
    let clause = |(ix, (at, key)): (usize, &(&str, &str))| json!({"id": format!("A-{}", ix + 1), "at": at, "key": key, "force": "principle", "zh": "甲", "en": "a"});
    let file = json!({
        "format": 1, "id": "lamps", "version": 1, "title": {"zh": "甲", "en": "a"}, "level": "district",
        "jurisdiction": "甲", "source": "甲", "offset": "+08:00", "units": [], "posts": [],
        "clauses": clauses.iter().enumerate().map(clause).collect::<Vec<_>>(),
    });
    Charter::from_json(&file.to_string()).unwrap()
}

#[test]
fn a_key_phrase_is_looked_for_under_its_heading() {
    let text = "通知\n各 单位\n一、组织\n甲局牵\n头。\n二、会议\n（一）年会。一年一次。\n1.五月开\n（二）例会\n最后一段";
    let found_at = |at: &str, key: &str| {
        let misplaced = charter(at, key).check_text(text);
        assert!(misplaced.len() < 2);
        misplaced.first().map(|it| it.found_at.clone())
    };
    for (at, key) in [
        ("N", "各单位"),
        ("P", "通知"),
        ("一¶1", "甲局牵头"),
        ("二（一）", "年会。一年"),
        ("二（一）1.", "五月"),
        ("一+二（二）", "例会"),
        ("二·末", "最后一段"),
    ] {
        assert_eq!(found_at(at, key), None, "{at} {key}");
    }
    assert_eq!(found_at("一", "无此语"), Some(None));
    assert_eq!(found_at("一", "例会"), Some(Some("二（二）".to_owned())));
    assert_eq!(found_at("二（一）", "五月"), Some(Some("二（一）1.".to_owned())));
    assert_eq!(found_at("一", "通知"), Some(Some("P".to_owned())));
    let misplaced = charter("一", "例会").check_text(text);
    assert_eq!(misplaced[0].what, Misplacement::Elsewhere);
    assert!(misplaced[0].zh.contains("二（二）") && misplaced[0].to_string().contains("二（二）"));
}

#[test]
fn what_the_text_says_instead() {
    let text = "一、组织\n公安分局为牵头单位，设办公室。\n二、会议\n每年召开一次全体会议。";
    let one = |key: &str| charter("一", key).check_text(text).remove(0);
    let reworded = one("公安局为牵头单位");
    let nearest = reworded.nearest.as_ref().unwrap();
    assert_eq!((reworded.what, nearest.at.as_str()), (Misplacement::Reworded, "一"));
    assert!(nearest.text.contains("局为牵头单位") && reworded.zh.contains(&nearest.text));
    let elsewhere = one("每年召开两次全体会议");
    assert_eq!(elsewhere.nearest.unwrap().at, "二");
    let missing = one("协商一致");
    assert_eq!((missing.what, missing.nearest), (Misplacement::Missing, None));
}

#[test]
fn the_number_of_a_paragraph_is_compared() {
    let text = "一、组织\n甲局牵头。\n乙局协\n助。\n二、会议\n每年一次。";
    for (at, key, expected) in [
        ("一¶1", "甲局牵头", None),
        ("一¶9", "甲局牵头", Some("一¶1")),
        ("一¶1", "乙局", Some("一¶2")),
        ("一¶9", "乙局协助", None),
        ("一", "乙局", None),
        ("二¶1", "甲局", Some("一")),
    ] {
        let misplaced = charter(at, key).check_text(text);
        assert_eq!(misplaced.first().and_then(|it| it.found_at.as_deref()), expected, "{at} {key}");
    }
}

/// A number up to ninety-nine in Chinese.
fn chinese(value: usize) -> String {
    let digits: Vec<char> = "零一二三四五六七八九".chars().collect();
    let tens = if value < 20 { String::new() } else { digits[value / 10].to_string() };
    let ten = if value < 10 { "" } else { "十" };
    let unit = if value.is_multiple_of(10) { String::new() } else { digits[value % 10].to_string() };
    format!("{tens}{ten}{unit}")
}

/// Styles of the marks of four levels, each with its number in the place of `#`.
const STYLES: [&[&str]; 4] = [
    &["#、", "# 、", "#. ", "#．", "\u{200b}#、", "　　#、"],
    &["（#）", "(#)", "( # ) ", "（#）、"],
    &["#.", "#．", "#、", "# . "],
    &["（#）", "(#)", "#)", "（ # ）"],
];

/// The place of a number in a locator, by level.
const PLACES: [&str; 4] = ["#", "（#）", "#.", "（#）"];

/// Headings of any depth, none more than one level under the one before it, with the style of each level and the number of
/// paragraphs of each heading.
fn written() -> impl Strategy<Value = (Vec<(usize, usize)>, Vec<usize>)> {
    (proptest::collection::vec((0..4usize, 0..3usize), 1..60), proptest::collection::vec(0..12usize, 4))
}

proptest! {
    #[test]
    fn what_is_written_in_any_style_is_read((headings, styles) in written()) {
        let (mut text, mut expected) = (String::new(), Vec::new());
        let (mut counts, mut depth) = ([0usize; 4], 0);
        for (level, paragraphs) in headings {
            let level = level.min(depth);
            depth = level + 1;
            counts[level] += 1;
            counts[depth..].fill(0);
            let number = |at: usize| if at < 2 { chinese(counts[at]) } else { counts[at].to_string() };
            let style = STYLES[level][styles[level] % STYLES[level].len()];
            text += &format!("{}组织\n", style.replace('#', &number(level)));
            text += &"各单位参加。\n".repeat(paragraphs);
            let place: String = (0..=level).map(|at| PLACES[at].replace('#', &number(at))).collect();
            expected.push((place, paragraphs));
        }
        let all = outline(&text);
        let found: Vec<(String, usize)> = all.nodes().map(|it| (it.at.clone(), it.paragraphs.len())).collect();
        prop_assert_eq!(found, expected);
        prop_assert!(all.nodes().all(|it| it.heading == "组织"));
        prop_assert!(all.parts[0].before.is_empty() && all.parts.len() == 1);
    }

    #[test]
    fn any_text_has_an_outline_that_loses_nothing(text in any::<String>()) {
        is_whole(&text, &outline(&text));
    }

    #[test]
    fn any_text_of_the_signs_of_headings_too(
        text in "([一二三十百〇零章节条第、（）()1２.．。；“”：① \u{3000}\r\n甲乙附件]|一、|（一）|1\\.|（1）|第一条|\n附件|\n2022年4月21日\n|制度\n|\n抄送：){0,200}"
    ) {
        is_whole(&text, &outline(&text));
    }
}
