//! Bodies that hold very many things of one kind, for every kind of thing that a body can hold.
//!
//! How each kind grows stands in `growth.json`; what such bodies are asked is in `growth/questions.rs`, how long that takes is
//! told by `bin/worst.rs`.

pub mod questions;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
    time::{Duration, Instant},
};

use joint_meeting::{
    ActKind, Charter, JointMeeting, Submission,
    answer::Refusal,
    chrono::{DateTime, Days, FixedOffset, TimeDelta},
    wire,
};
use serde::Deserialize;
use serde_json::Value;

use crate::{scenario, vector, years};

/// Acts that cannot be done as often as one likes, each with the reason.
pub const BOUNDED: &[(&str, &str)] = &[
    ("adopt_charter", "once for each body"),
    ("amend_charter", "once for each version of the charter that the host has given"),
    ("choose_law", "once for each matter that is open when the charter changes"),
    ("correct_record", "each decides the entries after those that it changes again, which is what it is for"),
    ("dissolve", "once for each body"),
    ("submit_report", "once for each unit and year"),
];

/// The first day on which something grows: by then the scenario has founded the body and its units have named their people.
const FROM: &str = "2022-05-02T00:00:00+08:00";
const FOUNDED_BEFORE: &str = "2022-04-26";
/// Things are made up to some years before the last that there are, since an act may tell of days to come.
const YEARS: i64 = 170;

/// How the kinds grow.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Growths {
    stories: BTreeMap<String, Vec<Value>>,
    /// The kinds.
    pub kinds: Vec<Growth>,
}

/// How one kind of thing grows.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Growth {
    /// What there is more and more of.
    pub name: String,
    #[serde(default)]
    settings: BTreeMap<String, Value>,
    #[serde(default)]
    readings: BTreeMap<String, String>,
    /// The minutes between two of them.
    #[serde(default = "one")]
    minutes: i64,
    /// What is there before the first of them.
    #[serde(default)]
    given: Vec<Value>,
    /// What makes one more: submissions, and names of stories. In them `$n` is the number of the thing, `$p` that of the thing
    /// before, `#n` the number as a number, `$at`, `$day` and `$next` the moment, its day and the day after.
    each: Vec<Value>,
}

fn one() -> i64 {
    1
}

impl Growths {
    /// Reads them.
    pub fn read() -> Self {
        vector::read(&crate::folder("growth.json"))
    }

    /// The submissions of which some steps consist.
    fn steps(&self, steps: &[Value]) -> Vec<String> {
        let of_step = |step: &Value| match step {
            Value::String(story) => {
                self.steps(self.stories.get(story).unwrap_or_else(|| panic!("there is no story `{story}`")))
            }
            submission => vec![submission.to_string()],
        };
        steps.iter().flat_map(of_step).collect()
    }

    /// The acts by which something grows.
    pub fn acts(&self) -> BTreeSet<String> {
        let steps = self.kinds.iter().flat_map(|it| self.steps(&it.each));
        let act = |it: String| {
            let it: Value = serde_json::from_str(&it).expect("it was JSON");
            it["act"]["type"].as_str().expect("an act has a type").to_owned()
        };
        steps.map(act).collect()
    }

    /// The acts of which nothing is told here.
    pub fn forgotten(&self) -> Vec<&'static str> {
        let grown = self.acts();
        let bounded = |it: &str| BOUNDED.iter().any(|(act, _)| *act == it);
        ActKind::ALL.iter().map(|it| it.name()).filter(|it| !grown.contains(*it) && !bounded(it)).collect()
    }

    /// A body before the first thing of a kind.
    pub fn begin(&self, kind: &Growth) -> Growing {
        let charter = vector::charter("nankai-dog-2022", &kind.settings, &kind.readings);
        let mut body = JointMeeting::new([charter.clone()]).expect("one charter makes a body");
        for line in scenario::read(years::SCENARIO) {
            let at = line.submit["at"].as_str().expect("it has a time");
            if line.refused_by.is_empty() && at < FOUNDED_BEFORE {
                body.perform(line.submission()).unwrap_or_else(|why| panic!("{}: {why:?}", line.submit));
            }
        }
        let mut growing = Growing {
            charter,
            body,
            count: 0,
            minutes: kind.minutes,
            each: self.steps(&kind.given),
            from: DateTime::parse_from_rfc3339(FROM).expect("a time"),
        };
        growing.grow().unwrap_or_else(|(act, why)| panic!("{}, given: {act}: {why:?}", kind.name));
        growing.count = 0;
        growing.from += TimeDelta::minutes(1);
        growing.each = self.steps(&kind.each);
        growing
    }
}

/// The processor's time that this thread has used, where the system tells it, so that other work on the machine does not count;
/// else the time that has passed.
pub fn spent() -> Duration {
    static BEGAN: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|it| it.split(' ').next()?.parse().ok());
    nanoseconds.map_or_else(|| BEGAN.elapsed(), Duration::from_nanos)
}

/// How long some work takes that is done once.
pub fn once(work: impl FnOnce()) -> Duration {
    let began = spent();
    work();
    spent().saturating_sub(began)
}

/// How long some work takes. What takes little is done again and again until that takes long enough, since the system tells the
/// time in steps of a few milliseconds.
pub fn timed(enough: Duration, mut work: impl FnMut() -> usize) -> Duration {
    let began = spent();
    for times in 1..=1000 {
        std::hint::black_box(work());
        let took = spent().saturating_sub(began);
        if took > enough || times == 1000 {
            return took / times;
        }
    }
    Duration::ZERO
}

/// A body in which something grows.
#[derive(Clone)]
pub struct Growing {
    /// Its charter.
    pub charter: Charter,
    /// The body.
    pub body: JointMeeting,
    /// How many things there are.
    pub count: u32,
    minutes: i64,
    each: Vec<String>,
    from: DateTime<FixedOffset>,
}

impl Growing {
    /// How many there can be before the years run out.
    pub fn most(&self) -> u32 {
        u32::try_from(YEARS * 365 * 24 * 60 / self.minutes).unwrap_or(u32::MAX)
    }

    /// One thing more.
    ///
    /// # Errors
    /// The act that was refused, and why.
    pub fn grow(&mut self) -> Result<(), (String, Refusal)> {
        for it in self.next() {
            self.body.perform(it.clone()).map_err(|why| (format!("{it:?}"), why))?;
        }
        self.count += 1;
        Ok(())
    }

    /// The acts that make the next thing.
    pub fn next(&self) -> Vec<Submission> {
        let n = self.count + 1;
        let at = self.from + TimeDelta::minutes(self.minutes) * i32::try_from(self.count).expect("so many");
        let next = at.date_naive() + Days::new(1);
        let fields = [
            ("\"#n\"", n.to_string()),
            ("$p", (n - 1).to_string()),
            ("$either", (n % 2 + 1).to_string()),
            ("$some_day", (10 + n % 20).to_string()),
            ("$at", at.to_rfc3339()),
            ("$day", at.date_naive().to_string()),
            ("$next", next.to_string()),
            ("$n", n.to_string()),
        ];
        let submission = |step: &String| {
            let mut text = step.clone();
            for (field, value) in &fields {
                if text.contains(field) {
                    text = text.replace(field, value);
                }
            }
            text.insert_str(1, &format!(r#""at":"{}","#, at.to_rfc3339()));
            wire::from_str(&text).unwrap_or_else(|why| panic!("{text}: {why}"))
        };
        self.each.iter().map(submission).collect()
    }
}
