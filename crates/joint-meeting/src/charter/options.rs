//! The words of the options of each question of reading, in the order of the options.

use crate::{
    charter::readings::{READINGS, ReadingKey},
    terms::language::Language,
};

impl ReadingKey {
    /// What an option says, in words; none for an option that there is not.
    pub fn option_text(self, option: &str, language: Language) -> Option<&'static str> {
        let place = self.info().options.iter().position(|it| *it == option)?;
        let (zh, en) = words(self).get(place)?;
        Some(language.of(zh, en))
    }
}

const fn words(key: ReadingKey) -> &'static [(&'static str, &'static str)] {
    match key {
        ReadingKey::FirstYear => &[
            ("当年就全部适用", "they run in full in that year"),
            ("从次年起适用", "they run from the next year on"),
        ],
        ReadingKey::UnitList => &[
            ("封闭，只有增加的单位除外", "it is closed, but for admissions"),
            ("只是举例", "it gives examples"),
        ],
        ReadingKey::UnitAddedBy => &[
            ("由会议协商一致决定", "a meeting, by consensus"),
            ("由召集人决定", "the convener"),
            ("须重新印发制度", "a new issue of the charter"),
        ],
        ReadingKey::UnitEligible => &[("只有机关和公共机构", "public bodies only"), ("任何单位", "any unit")],
        ReadingKey::ConvenerCounts => &[("算", "yes"), ("不算", "no")],
        ReadingKey::LiaisonQualification => &[("须全部具备", "both"), ("具备其一即可", "either is enough")],
        ReadingKey::LiaisonAlsoMember => &[("不可", "no"), ("可以", "yes")],
        ReadingKey::LiaisonUnits => {
            &[("只能为一个单位", "of one unit only"), ("可以为几个单位", "of several")]
        }
        ReadingKey::MemberUnits => {
            &[("只能为一个单位", "of one unit only"), ("可以为几个单位", "of several")]
        }
        ReadingKey::ChangeEffect => &[
            ("自确定之日起", "from the day named"),
            ("自办公室收到通报之日起", "from the day on which the office is told"),
        ],
        ReadingKey::NoneNoted => &[
            ("在该年最后一个月或者之后", "in its last month or later"),
            ("在该年结束之后", "once it is over"),
            ("任何时候", "at any time"),
        ],
        ReadingKey::Promptly => &[
            ("在规定的工作日数内", "within a number of working days"),
            ("在下一次会议之前", "before the next meeting"),
            ("当日", "on the same day"),
        ],
        ReadingKey::EnforcementCounts => &[("不算", "no"), ("算", "yes")],
        ReadingKey::Session => {
            &[("必须开会", "it needs a session"), ("书面传阅也可以", "papers passed round will do")]
        }
        ReadingKey::Collective => {
            &[("两个以上单位", "two units or more"), ("一个单位也可以", "one unit is enough")]
        }
        ReadingKey::Basis => &[
            ("在与会单位之间", "among the units that attend"),
            ("在与会的有关单位之间", "among the units concerned that attend"),
            ("在全体成员单位之间", "among all member units"),
        ],
        ReadingKey::Abstention => &[("不妨碍", "it does not"), ("妨碍", "it does")],
        ReadingKey::Reservation => {
            &[("不妨碍，仍算同意", "it does not: the unit agrees"), ("妨碍", "it does")]
        }
        ReadingKey::Absent => &[("不必，不计在内", "no, it does not count"), ("必须答复", "it must reply")],
        ReadingKey::PlenaryCount => &[
            ("每年至少一次", "at least once in a calendar year"),
            ("每年只开一次", "once and no more"),
            ("两次相隔不超过十二个月", "within twelve months of the last"),
        ],
        ReadingKey::InPrinciple => &[("必须做到", "it is owed"), ("只是参考", "it is a guideline")],
        ReadingKey::CoConveners => &[("可以单独召集", "either may"), ("须共同召集", "they call it together")],
        ReadingKey::PlenaryAll => &[("通知全体即可", "all called"), ("须全体到会", "all present")],
        ReadingKey::DelegateMay => &[("任何人", "anyone"), ("只能是成员", "a member only")],
        ReadingKey::Caller => &[
            ("由办公室经召集人同意后发出", "the office, with the convener's approval"),
            ("由牵头单位发出", "the lead unit"),
        ],
        ReadingKey::PartialBinds => {
            &[("只约束与会单位", "the units that attend"), ("约束全体成员单位", "all member units")]
        }
        ReadingKey::RequestEffect => &[("必须答复", "to answer"), ("必须召开", "to call the meeting")],
        ReadingKey::LiaisonPowers => &[("只能明确事项", "clarify only"), ("也可以议定事项", "agree as well")],
        ReadingKey::LiaisonPresiding => {
            &[("办公室主任", "the director of the office"), ("召集人", "the convener")]
        }
        ReadingKey::GroupPurpose => {
            &[("只为联合督导检查", "for joint inspection only"), ("不限", "for anything")]
        }
        ReadingKey::ActionYear => &[
            ("开始的那一年", "the year in which it started"),
            ("结束的那一年", "the year in which it finished"),
        ],
        ReadingKey::ConsentOf => &[
            ("与会的成员单位", "the member units that attended"),
            ("所有到会单位", "all units present"),
            ("全体成员单位", "all member units"),
        ],
        ReadingKey::CountersignOf => &[
            ("与会的成员单位", "the member units that attended"),
            ("联合发文的单位", "the units that issue it"),
            ("承担任务的单位", "the units with a task"),
            ("全体成员单位", "all member units"),
        ],
        ReadingKey::CountersignOrder => {
            &[("先同意、后会签两步", "two steps, consent first"), ("一张单子", "one sheet")]
        }
        ReadingKey::LiaisonMinutes => &[("不走同样的程序", "no"), ("走同样的程序", "yes")],
        ReadingKey::BriefingRhythm => &[("每年至少一期", "once a year"), ("没有规定", "nothing is said")],
        ReadingKey::DueDay => &[
            ("含当日，到当日结束", "the day itself, to its end"),
            ("含当日，到下班时", "the day itself, to the close of work"),
            ("不含当日，到前一日结束", "the end of the day before"),
            ("含当日，遇休息日顺延", "the day itself or, if it is a rest day, the next working day"),
        ],
        ReadingKey::LeadReports => &[("报送", "yes"), ("不报送", "no")],
        ReadingKey::JoinedReports => &[("报送", "yes"), ("不报送", "no")],
        ReadingKey::ReportTime => &[("以收到为准", "when it is received"), ("以发出为准", "when it is sent")],
        ReadingKey::ReportCovers => {
            &[("当年全年", "the calendar year"), ("上次报送以来", "the time since the last report")]
        }
        ReadingKey::ReportParts => {
            &[("必须齐全", "all of them"), ("有其中一部分即可", "any of them is enough")]
        }
        ReadingKey::Supplement => &[("以第一次为准", "the first"), ("以最后一次为准", "the last")],
        ReadingKey::RegisterShape => &[("一个单位一份", "one for each unit"), ("合为一份", "one for all")],
        ReadingKey::RegisterPerson => {
            &[("须写职务和姓名", "post and name"), ("写职务即可", "a post is enough")]
        }
        ReadingKey::MatterSources => {
            &[("任何上级", "any superior"), ("只有文中点名的上级", "only those that are named")]
        }
    }
}

/// Each question has words for each of its options.
const _: () = {
    let mut rest = ReadingKey::ALL;
    while let [key, after @ ..] = rest {
        #[expect(clippy::indexing_slicing, reason = "in a const: what is wrong does not compile")]
        let info = &READINGS[*key as usize];
        assert!(words(*key).len() == info.options.len());
        rest = after;
    }
};
