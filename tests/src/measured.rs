//! What is measured on the scenario's year: the same work for a clock and for a counter of instructions.
//!
//! `bin/bench.rs` takes the times, `bin/counts.rs` counts instructions.

use std::{collections::BTreeMap, hint::black_box};

use joint_meeting::{
    ActKind, Charter, JointMeeting, Language, Submission,
    answer::{Audit, Choice, Obligation},
    id::PersonId,
    time::{Date, Period, Rhythm, Time},
    wire,
};
use joint_meeting_documents::{Paper, PaperFormat, Wanted};

use crate::{
    papers::desk,
    years::{self, Acts},
};

/// Names of what is counted, in the order in which the counts are printed.
pub const COUNTED: [&str; 12] = [
    "act",
    "refusal",
    "correction",
    "replay",
    "checked replay",
    "obligations",
    "audit",
    "audit after an act",
    "audit of a past day",
    "options",
    "minutes",
    "docx",
];

/// The minutes that are made and written, as they are wanted.
pub const MINUTES: &str = r#"{"minutes": {"minutes": "n6"}}"#;

/// For so many days it is asked what is owed.
pub const AHEAD: u32 = 90;

/// Before so many acts of the year have been done, nobody asks for an audit after each.
const BEFORE_AUDITS: usize = 340;

/// What takes the measure of what it is given to do.
pub type Measure<'m> = &'m mut dyn FnMut(&mut dyn FnMut());

/// A piece of work, made ready.
pub struct Work {
    /// How many it does of what it is named after.
    pub of: usize,
    /// Does it, and gives what is to be measured to the measure.
    round: Box<dyn FnMut(Measure<'_>)>,
}

impl Work {
    /// Does it once, so that what is made ready on first use is ready.
    pub fn warmed(mut self) -> Self {
        (self.round)(&mut |it| it());
        self
    }

    /// Does it with its instructions counted.
    pub fn count(mut self) {
        (self.round)(&mut |it| counted(it));
    }
}

/// Does what is counted. What counts instructions looks for this function by its name.
#[inline(never)]
fn counted(work: &mut dyn FnMut()) {
    work();
}

/// Makes a piece of work ready, so that nothing is left but to do it.
pub fn ready(name: &str) -> Option<Work> {
    let charter = years::charter();
    let acts = years::acts(&charter, 1);
    let body = years::play(&charter, &acts);
    let (journal, _) = body.journal();
    let entries = body.entries().len();
    Some(match name {
        "act" => {
            let acts: Acts = acts.into_iter().filter(|(it, _)| !corrects(it)).collect();
            putting(years::body(&charter), submissions(&acts))
        }
        "correction" => {
            let place =
                acts.iter().rposition(|(it, accepted)| *accepted && corrects(it)).expect("one corrects");
            let before = play(years::body(&charter), submissions(&acts[..place]));
            putting(before, submissions(&acts[place..=place]))
        }
        "refusal" => {
            let refused = refused(&charter, &acts);
            work(refused.len(), move || refused.iter().for_each(|(body, it)| drop(black_box(body.check(it)))))
        }
        "replay" => work(entries, move || drop(black_box(replay(&charter, &journal)))),
        "checked replay" => work(entries, move || drop(black_box(replay_checked(&charter, &journal)))),
        "obligations" => Work {
            of: entries,
            round: Box::new(move |measure| {
                after_each(&charter, &acts, 0, |body, at| measure(&mut || drop(black_box(owed(body, at)))));
            }),
        },
        // A copy has kept no answers.
        "audit" => Work {
            of: 1,
            round: Box::new(move |measure| {
                let copy = body.clone();
                measure(&mut || drop(black_box(audit(&copy))));
            }),
        },
        "audit after an act" => Work {
            of: entries - BEFORE_AUDITS,
            round: Box::new(move |measure| {
                after_each(&charter, &acts, BEFORE_AUDITS, |body, at| {
                    measure(&mut || drop(black_box(audit_so_far(body, at))));
                });
            }),
        },
        "audit of a past day" => work(1, move || drop(black_box(audit_of_a_past_day(&body)))),
        "options" => {
            let all = moments(&charter, &acts, 40);
            work(all.len(), move || all.iter().for_each(|it| drop(black_box(it.options()))))
        }
        "minutes" => work(1, move || drop(black_box(minutes(&body)))),
        "docx" => {
            let paper = minutes(&body);
            work(1, move || drop(black_box(PaperFormat::Docx.write(&paper))))
        }
        _ => return name.strip_prefix("act after ")?.parse().ok().map(|it| after_years(&charter, it)),
    })
}

/// Acts that are put to a body, twice.
fn putting(body: JointMeeting, acts: Vec<Submission>) -> Work {
    let (of, mut given) = (acts.len(), vec![(body, acts); 2]);
    work(of, move || std::mem::forget(given.pop().map(|(body, acts)| play(body, acts))))
}

/// The acts of the year after so many years that are alike.
fn after_years(charter: &Charter, years: i32) -> Work {
    let mut all = years::alike(charter, years + 1);
    all.iter_mut().for_each(|it| it.retain(|(it, _)| !corrects(it)));
    let last = all.pop().unwrap_or_default();
    putting(play(years::body(charter), submissions(&all.concat())), submissions(&last))
}

/// Whether an act corrects the record: the journal is folded again for it, so that it costs as much as hundreds of others.
fn corrects(submission: &Submission) -> bool {
    submission.act.kind() == ActKind::CorrectRecord
}

fn work(of: usize, mut round: impl FnMut() + 'static) -> Work {
    Work { of, round: Box::new(move |measure| measure(&mut round)) }
}

/// What is submitted, to be given away.
pub fn submissions(acts: &[(Submission, bool)]) -> Vec<Submission> {
    acts.iter().map(|(it, _)| it.clone()).collect()
}

/// Puts every act to a body.
pub fn play(mut body: JointMeeting, acts: Vec<Submission>) -> JointMeeting {
    for submission in acts {
        let _ = black_box(body.perform(submission));
    }
    body
}

/// A body from its journal, which is trusted.
pub fn replay(charter: &Charter, journal: &str) -> JointMeeting {
    JointMeeting::replay([charter.clone()], journal).expect("the journal is whole")
}

/// The same with the chain checked and every act decided again.
pub fn replay_checked(charter: &Charter, journal: &str) -> JointMeeting {
    JointMeeting::replay_checked([charter.clone()], journal, None).expect("the journal is whole")
}

/// An audit of the last busy year, made when all of it is over.
pub fn audit(body: &JointMeeting) -> Audit {
    let last = body.entries().last().expect("it has entries").at.date();
    body.audit(busy_year(body), last.max(after(body, 15)))
}

/// An audit of the year in which the body is, made on a day of it.
pub fn audit_so_far(body: &JointMeeting, at: Time) -> Audit {
    body.audit(Rhythm::Year.around(at.date()), at.date())
}

/// What is owed on a day, in the days ahead.
pub fn owed(body: &JointMeeting, at: Time) -> Vec<Obligation> {
    body.obligations(at.date(), AHEAD)
}

/// The same as it was to be known before the last entries.
pub fn audit_of_a_past_day(body: &JointMeeting) -> Audit {
    body.audit(busy_year(body), busy_year(body).to)
}

/// The last year in which at least half as much happened as in any.
pub fn busy_year(body: &JointMeeting) -> Period {
    let mut years: BTreeMap<Period, usize> = BTreeMap::new();
    for entry in body.entries().iter() {
        *years.entry(Rhythm::Year.around(entry.at.date())).or_default() += 1;
    }
    let most = years.values().copied().max().expect("it has entries");
    let busy = years.into_iter().filter(|(_, entries)| *entries * 2 >= most);
    busy.map(|(year, _)| year).max_by_key(|it| it.from).expect("the one with most is busy")
}

/// So many days after the end of the last busy year.
pub fn after(body: &JointMeeting, days: u32) -> Date {
    let later = busy_year(body).to.to_chrono() + joint_meeting::chrono::Days::new(days.into());
    later.try_into().expect("a day within the years")
}

/// A body just after an act, with who did it and when.
pub struct Moment {
    /// The body.
    pub body: JointMeeting,
    /// Who did the last act.
    pub by: PersonId,
    /// When.
    pub at: Time,
}

impl Moment {
    /// What whoever did the last act may do next.
    pub fn options(&self) -> Vec<Choice> {
        self.body.options(&self.by, self.at)
    }
}

/// Puts every act to a body, and asks something after each that is accepted, but for so many in the beginning.
pub fn after_each(charter: &Charter, acts: &Acts, but: usize, mut ask: impl FnMut(&JointMeeting, Time)) {
    let mut body = years::body(charter);
    for (submission, _) in acts.iter().filter(|(_, accepted)| *accepted) {
        let at = body.perform(submission.clone()).expect("it is accepted").recorded_at;
        if body.entries().len() > but {
            ask(&body, at);
        }
    }
}

/// A body as it stood after every so many accepted acts.
pub fn moments(charter: &Charter, acts: &Acts, every: usize) -> Vec<Moment> {
    let mut moments = Vec::new();
    after_each(charter, acts, 0, |body, at| {
        let last = body.entries().last().expect("one was just made");
        if (body.entries().len() - 1) % every == 0 {
            moments.push(Moment { body: body.clone(), by: last.by.clone(), at });
        }
    });
    moments
}

/// What is refused, each with the body that refuses it.
fn refused(charter: &Charter, acts: &Acts) -> Vec<(JointMeeting, Submission)> {
    let mut body = years::body(charter);
    let mut refused = Vec::new();
    for (submission, accepted) in acts {
        if *accepted {
            body.perform(submission.clone()).expect("it is accepted");
        } else {
            refused.push((body.clone(), submission.clone()));
        }
    }
    refused
}

/// The minutes of a meeting of the year as a paper.
pub fn minutes(body: &JointMeeting) -> Paper {
    let wanted: Wanted = wire::from_str(MINUTES).expect("it is well formed");
    desk(body, Language::Zh).paper(&wanted).expect("it can be made")
}
