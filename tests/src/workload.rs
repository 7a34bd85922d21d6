//! A body-year of ordinary work, with which the doors are held against other ways of keeping such a body: a year in
//! which every paper goes its whole way, and some forty mistakes are refused, each by one rule.
//!
//! What each act stands for, and what the others check, is said in `docs/performance.md`. The scenario in
//! `scenarios/` has every act there is; here are those that a small program would know as well.

mod acts;
mod year;

use std::{collections::BTreeMap, fmt::Write};

use joint_meeting::{Act, JointMeeting, Outcome, Submission, wire};
use serde_json::{Value, json};

use crate::{scenario, years};

/// The first year. Others follow it.
const FIRST: i32 = 2022;
/// The units, in the order of the charter. That with no member of its own has the convener.
const UNITS: [&str; 6] = ["cyberspace", "police", "urban-management", "health", "market", "civilisation"];
const LEAD: usize = 1;
const CONVENER: &str = "p1";
const DIRECTOR: &str = "p2";
const STAFF: &str = "p3";
/// Something to write.
const TEXT: &str = "落实养犬管理职责，加强联合巡查和宣传引导";

/// A submission as JSON text, and the rule that refuses it, if one does.
type Line = (String, Option<String>);

/// So many years of one body, as JSON Lines: each a submission and what becomes of it; the last what is to be counted.
pub fn text(years: i32) -> String {
    let mut plan = Plan::new();
    plan.founding();
    for year in FIRST..FIRST + years {
        plan.year = year;
        plan.work();
    }
    let mut text = String::new();
    for (submit, refused_by) in &plan.lines {
        let _ = writeln!(text, r#"{{"submit":{submit},"refused_by":{}}}"#, json!(refused_by));
    }
    let _ = writeln!(text, "{}", json!({ "counts": counts(&plan.body) }));
    text
}

/// What whoever played the year has to have counted.
fn counts(body: &JointMeeting) -> Value {
    let (mut settled, mut issued, mut late_reports, mut done, mut late) = (0, 0, 0, 0, 0);
    let (mut due, mut numbers) = (BTreeMap::new(), BTreeMap::new());
    for entry in body.entries() {
        match &entry.act {
            Act::Agree(_) | Act::Clarify(_) => settled += 1,
            Act::IssueDocument(_) => issued += 1,
            Act::SubmitReport(it) => {
                let last = format!("{}-12-25", it.year);
                late_reports += u32::from(entry.at.date().to_string() > last);
            }
            Act::Assign(it) => {
                due.insert(it.assignment.clone(), it.due);
            }
            Act::CompleteAssignment(it) => {
                done += 1;
                let due = due.get(&it.assignment).copied().flatten();
                late += u32::from(due.is_some_and(|it| entry.at.date() > it));
            }
            _ => {}
        }
        if let Outcome::Numbered { number } = &entry.outcome {
            numbers.insert(number.year().to_string(), number.serial());
        }
    }
    json!({
        "entries": body.entries().len(), "settled": settled, "issued": issued, "late_reports": late_reports,
        "done": done, "late": late, "last_numbers": numbers,
    })
}

/// The year as it is written down. Every line is tried on a body at once.
struct Plan {
    body: JointMeeting,
    lines: Vec<Line>,
    year: i32,
    /// The time of the next line.
    day: (u32, u32),
    minutes: u32,
    /// Who is the member and the liaison officer of each unit.
    members: [String; 6],
    officers: [String; 6],
    /// The tasks of the year, each with its unit.
    tasks: Vec<(String, usize)>,
}

/// A meeting that is planned.
struct Meeting<'m> {
    id: String,
    kind: &'m str,
    chair: String,
    /// The units called; they all come.
    units: &'m [usize],
    items: Vec<String>,
    minutes: String,
}

impl Plan {
    fn new() -> Self {
        let person = |tens: usize| std::array::from_fn(|unit| format!("p{tens}{}", unit + 1));
        let mut members = person(2);
        CONVENER.clone_into(&mut members[LEAD]);
        Self {
            body: years::body(&years::charter()),
            lines: Vec::new(),
            year: FIRST,
            day: (4, 21),
            minutes: 0,
            members,
            officers: person(3),
            tasks: Vec::new(),
        }
    }

    fn on(&mut self, month: u32, day: u32) {
        (self.day, self.minutes) = ((month, day), 0);
    }

    fn date(&self, (month, day): (u32, u32)) -> String {
        format!("{}-{month:02}-{day:02}", self.year)
    }

    fn time(&self) -> String {
        let (hour, minute) = (9 + self.minutes / 60, self.minutes % 60);
        format!("{}T{hour:02}:{minute:02}:00+08:00", self.date(self.day))
    }

    /// The name of a thing in this year.
    fn name(&self, what: &str) -> String {
        format!("{what}-{}", self.year)
    }

    /// An act that is accepted.
    fn does(&mut self, by: &str, act: Value) {
        let at = self.time();
        self.submit(by, &at, act, None);
        self.minutes += 3;
    }

    /// An act that one rule refuses, or `names`.
    fn fails(&mut self, rule: &str, by: &str, act: Value) {
        let at = self.time();
        self.submit(by, &at, act, Some(rule));
    }

    fn submit(&mut self, by: &str, at: &str, act: Value, refused_by: Option<&str>) {
        let submit = json!({ "act": act, "by": by, "at": at }).to_string();
        let submission: Submission = wire::from_str(&submit).unwrap_or_else(|why| panic!("{submit}: {why}"));
        // As the library writes it, with the type of the act first.
        let written = wire::to_string(&submission);
        let found =
            self.body.perform(submission).err().map(|it| scenario::refused_by(&it)).unwrap_or_default();
        assert_eq!(found, Vec::from_iter(refused_by), "{submit}");
        self.lines.push((written, refused_by.map(str::to_owned)));
    }
}

impl Meeting<'_> {
    /// A unit that is not called, where one is not.
    fn outsider(&self) -> Option<usize> {
        (0..UNITS.len()).find(|it| !self.units.contains(it))
    }

    fn has_mistakes(&self) -> bool {
        self.kind == "plenary"
    }
}
