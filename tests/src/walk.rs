//! A random walk: any actor tries anything, what is accepted is kept, and the invariants hold after every step.
//!
//! Which charters are walked, how often and how far is said by the tests.

pub mod anew;
pub mod breached;
pub mod model;
pub mod mutate;
mod slips;

use std::collections::{BTreeMap, BTreeSet};

use joint_meeting::{
    Act, ActKind, Charter, JointMeeting, Submission,
    answer::{
        Audit, Bearer, Choice, ClauseVerdict, Due, Finding, Judgement, OptionsWanted, Refusal, Verdict,
    },
    id::{ClauseId, PersonId},
    journal, rule,
    time::{Date, Period, Time},
    wire,
};

pub use self::{model::Model, mutate::Dice};
use crate::{
    fill::{filled, written_out},
    indexes,
    mended::mend,
    prefixes,
};

/// Of so many walks every beginning of one is replayed.
const EVERY: u64 = 5;

/// Of so many lists of options one is read page by page as well, about one in a walk: every page counts the whole list again.
const PAGED: usize = 128;

/// What walks have seen.
#[derive(Debug, Default)]
pub struct Seen {
    /// The acts that were accepted.
    pub accepted: BTreeSet<&'static str>,
    /// The rules that refused, each with how often.
    pub refused: BTreeMap<String, usize>,
    /// Entries made.
    pub steps: usize,
    /// Lists of options that were read page by page.
    pub paged: usize,
    /// Beginnings of journals replayed.
    pub prefixes: usize,
    /// Entries recorded in spite of the rules.
    pub breaches: usize,
}

impl Seen {
    /// What the two have seen together.
    pub fn and(&mut self, other: Self) {
        self.accepted.extend(other.accepted);
        other.refused.into_iter().for_each(|(rule, often)| *self.refused.entry(rule).or_default() += often);
        self.steps += other.steps;
        self.paged += other.paged;
        self.prefixes += other.prefixes;
        self.breaches += other.breaches;
    }

    /// Takes in why something was refused, if it was.
    pub fn note(&mut self, refusal: Option<&Refusal>) {
        for ground in refusal.into_iter().flat_map(Refusal::grounds) {
            *self.refused.entry(ground.rule.to_owned()).or_default() += 1;
        }
    }
}

/// How rarely an act is tried when it is open: acts that end things, or that change who is who, would be all there is.
fn one_in(act: &str) -> usize {
    match act {
        "dissolve" | "amend_charter" | "withdraw_unit" | "merge_units" | "end_unit" => 20,
        "vacate_post"
        | "fill_post"
        | "end_naming"
        | "end_child"
        | "move_functions"
        | "name_member"
        | "name_liaison_officer"
        | "admit_unit"
        | "cancel_meeting" => 12,
        _ => 1,
    }
}

/// The way from a meeting to its document and what follows from it.
const ON_THE_WAY: &[&str] = &[
    "convene",
    "open_meeting",
    "record_attendance",
    "discuss",
    "state_position",
    "agree",
    "clarify",
    "leave_open",
    "close_meeting",
    "draft_minutes",
    "consent",
    "countersign",
    "approve_minutes",
    "allot_number",
    "issue_document",
    "acknowledge_receipt",
    "assign",
];

/// Slips that are kept now and then when they are accepted.
const KEPT: &[ActKind] = &[ActKind::Agree, ActKind::AddAgendaItem, ActKind::IssueOtherDocument];

/// Walks a body under these charters, from a beginning up to so many entries, and then looks at the whole.
pub fn walk(seed: u64, charters: &[Charter], beginning: &[Submission], steps: usize, seen: &mut Seen) {
    let first = charters.iter().min_by_key(|it| it.version()).expect("a body has a charter");
    let mut dice = Dice::new(seed, first);
    let mut body = JointMeeting::new(charters.to_vec()).expect("the charters are of one body");
    let mut model = Model::default();
    before_founding(&body, beginning, &mut dice, seen);
    let mut at = beginning[0].at;
    for submission in beginning {
        // Under another charter a story may end early.
        let Ok(entry) = body.perform(submission.clone()) else { break };
        at = at.max(submission.at);
        seen.accepted.insert(entry.act.kind().name());
        model.see(entry);
    }
    assert!(!body.entries().is_empty(), "no body is founded under {}", first.id());
    let mut tries = 0;
    while body.entries().len() < steps && tries < 4 * steps {
        tries += 1;
        at = dice.later(at);
        step(&mut body, at, &mut model, &mut dice, seen);
    }
    seen.steps += body.entries().len();
    at_the_end(&body);
    mend(&body, &mut dice, seen);
    breached::go_on(&body, at, &model, &mut dice, seen);
    // Every beginning is another replay: of every so many walks, or, if that is wanted, of each.
    if std::env::var("PREFIXES").is_ok() || seed.is_multiple_of(EVERY) {
        seen.prefixes += prefixes::replay_to_what_was(&body);
    }
}

fn step(body: &mut JointMeeting, at: Time, model: &mut Model, dice: &mut Dice, seen: &mut Seen) {
    let by = who(body, at, model, dice);
    let choices = body.options(&by, at);
    check_options(body, &choices, &by, at, dice, seen);
    choices.iter().for_each(|it| seen.note(it.refusal.as_ref()));
    for _ in 0..8 {
        if let Some(submission) = dice.mutate(&choices, &model.past, &model.persons, at) {
            // What a slip of the pen does is looked at, and now and then kept.
            if body.check(&submission).is_err() || dice.chance(12) {
                try_it(body, submission, model, seen);
            }
        }
    }
    let acts: Vec<&Act> = choices.iter().map(|it| &it.act).collect();
    for submission in dice.slips(&acts, model, at) {
        match body.check(&submission) {
            Ok(()) if KEPT.contains(&submission.act.kind()) && dice.chance(2) => {
                try_it(body, submission, model, seen);
            }
            answer => seen.note(answer.err().as_ref()),
        }
    }
    let open: Vec<&Choice> = choices.iter().filter(|it| it.is_open()).collect();
    let kinds: BTreeSet<&str> = open.iter().map(|it| it.act.kind().name()).collect();
    let fresh: Vec<&str> = kinds.iter().copied().filter(|it| !seen.accepted.contains(it)).collect();
    let mut kinds: Vec<&str> = kinds.into_iter().filter(|it| dice.chance(one_in(it))).collect();
    // What no walk has done yet; else two times in three the way from a meeting to its document; else mostly what this
    // one did least.
    if !fresh.is_empty() {
        kinds = fresh;
    } else if !dice.chance(3) && kinds.iter().any(|it| ON_THE_WAY.contains(it)) {
        kinds.retain(|it| ON_THE_WAY.contains(it));
    } else if !dice.chance(4) {
        let least = kinds.iter().map(|it| model.count(it)).min();
        kinds.retain(|it| Some(model.count(it)) == least);
    }
    let Some(kind) = dice.maybe_one_of(&kinds) else { return };
    let of_kind: Vec<&&Choice> = open.iter().filter(|it| it.act.kind().name() == *kind).collect();
    let choice = *dice.one_of(&of_kind);
    let act = filled(choice, body, dice);
    try_it(body, Submission::new(act, by, at), model, seen);
}

/// Nothing but a sound founding is accepted of a body that does not exist.
fn before_founding(body: &JointMeeting, beginning: &[Submission], dice: &mut Dice, seen: &mut Seen) {
    let past: Vec<_> = beginning.iter().map(|it| (it.act.clone(), it.by.clone())).collect();
    let persons: Vec<PersonId> = past.iter().map(|(_, by)| by.clone()).collect();
    for _ in 0..20 {
        let past = if dice.chance(2) { &past[..1] } else { &past };
        let Some(submission) = dice.mutate(&[], past, &persons, beginning[0].at) else { continue };
        match body.decide(&submission) {
            Ok(entry) => assert_eq!(entry.act.kind(), ActKind::AdoptCharter),
            Err(refusal) => seen.note(Some(&refusal)),
        }
    }
    let adoption = &beginning[0];
    for slip in dice.slips(&[&adoption.act], &Model::default(), adoption.at) {
        seen.note(body.check(&slip).err().as_ref());
    }
}

/// Mostly those who hold a role that day, so that meetings get anywhere.
fn who(body: &JointMeeting, at: Time, model: &Model, dice: &mut Dice) -> PersonId {
    let roster = body.roster(at.date());
    let leaders: Vec<&PersonId> = roster.roles.iter().flat_map(|it| &it.persons).collect();
    let units = roster.units.iter();
    let units: Vec<&PersonId> =
        units.flat_map(|it| it.member.iter().chain(&it.liaison_officer).chain(&it.responsible)).collect();
    let from = match dice.below(10) {
        0..4 => dice.maybe_one_of(&leaders),
        4..9 => dice.maybe_one_of(&units),
        _ => None,
    };
    from.copied().unwrap_or(dice.one_of(&model.persons)).clone()
}

fn try_it(body: &mut JointMeeting, submission: Submission, model: &mut Model, seen: &mut Seen) {
    let before = body.clone();
    match body.decide(&submission) {
        Ok(entry) => {
            assert_eq!(entry.no, before.state().count() + 1);
            let members = body.roster(entry.at.date()).units.into_iter().map(|it| it.unit.to_string());
            model.check(&entry, body.charters(), &members.collect());
            let performed = body.perform(submission).expect("what is decided is performed");
            assert_eq!(entry, *performed, "decide and perform agree");
            seen.accepted.insert(performed.act.kind().name());
            model.see(performed);
            anew::is_what_is_kept(body);
        }
        Err(refusal) => {
            seen.note(Some(&refusal));
            assert_eq!(body.perform(submission), Err(refusal), "decide and perform agree");
            assert!(*body == before, "a refused act changes nothing");
        }
    }
}

/// An act is listed as open exactly when `decide` accepts it.
fn check_options(
    body: &JointMeeting,
    choices: &[Choice],
    by: &PersonId,
    at: Time,
    dice: &mut Dice,
    seen: &mut Seen,
) {
    if dice.chance(PAGED) {
        page_by_page(body, choices, by, at, dice);
        seen.paged += 1;
    }
    let recorded_at = body.state().last_recorded().map(|it| it.max(at));
    let told = serde_json::to_string(choices).expect("choices are JSON");
    assert!(!told.contains("\"…\""), "something made up is told: {told}");
    let Some(choice) = dice.maybe_one_of(choices) else { return };
    let mut submission = Submission::new(written_out(&choice.act, body), by.clone(), at);
    submission.recorded_at = recorded_at;
    match body.decide(&submission) {
        Ok(_) => assert!(choice.is_open(), "{:?}", choice.act),
        Err(refusal) => assert_eq!(choice.refusal.as_ref(), Some(&refusal), "{:?}", choice.act),
    }
}

fn at_the_end(body: &JointMeeting) {
    let (text, head) = body.journal();
    assert_eq!(journal::verify(&text, Some(&head)), Ok(head.clone()));
    let charters: Vec<_> = body.charters().to_vec();
    let again = JointMeeting::replay(charters.clone(), &text).expect("the journal is its own");
    assert_eq!(&again, body, "replay gives the same state");
    let checked = JointMeeting::replay_checked(charters, &text, Some(&head)).expect("the chain is whole");
    assert_eq!(checked.breaches(), vec![], "every entry is accepted again");
    looking_back(body);
    audit(body);
    indexes::agree(body);
    // Any text at the door is an error or an answer.
    assert!(wire::from_str::<Submission>(&text).is_err());
}

/// The pages together have every row once, and the counts count them.
fn page_by_page(body: &JointMeeting, choices: &[Choice], by: &PersonId, at: Time, dice: &mut Dice) {
    let key = |it: &Choice| (it.act.kind(), it.draft.fields().clone(), it.refusal.clone(), it.choose.clone());
    let mut left: Vec<_> = choices.iter().map(key).collect();
    let mut wanted = OptionsWanted::default().limit(if dice.chance(2) { 1 } else { 7 });
    loop {
        let page = body.options_page(by, at, &wanted);
        assert!(page.rows.len() <= usize::from(wanted.limit), "no more than asked for");
        for row in page.rows.iter().map(key) {
            let found = left.iter().position(|it| *it == row);
            left.remove(found.unwrap_or_else(|| panic!("{row:?} is in no list, or twice")));
        }
        for it in &page.counts {
            let rows = choices.iter().filter(|row| row.act.kind() == it.act).count();
            assert_eq!((rows, it.at_least), (it.rows as usize, false), "{}", it.act.name());
        }
        let Some(after) = page.after else { break };
        wanted = wanted.after(after);
    }
    assert_eq!(left, [], "every row is on a page");
}

/// What was known at a moment is the entries recorded by then.
fn looking_back(body: &JointMeeting) {
    let entries = body.entries();
    for entry in entries.iter().step_by(entries.len() / 3 + 1).chain(entries.last()) {
        let then = body.as_of(entry.recorded_at);
        let known = entries.iter().take_while(|it| it.recorded_at <= entry.recorded_at);
        assert!(then.entries().iter().eq(known), "as of {}", entry.recorded_at);
        assert!(then.entries().len() < entries.len() || then == *body, "as of now");
        let day = entry.at.date();
        let members: BTreeSet<_> = body.roster(day).units.into_iter().map(|it| it.unit).collect();
        assert_eq!(members.len(), body.roster(day).units.len(), "no unit is a member twice");
        assert!(body.explain_entry(entry.no).is_ok(), "every entry can be explained");
    }
}

fn year_of(date: Date) -> i32 {
    date.to_string()[..4].parse().expect("a year")
}

fn audit(body: &JointMeeting) {
    let last: Date = body.entries().last().expect("a body was founded").at.date();
    let this_year = body.audit(Period::year(year_of(last)).expect("a year"), last);
    for clause in &this_year.clauses {
        for judgement in &clause.judgements {
            assert!(rule::find(judgement.rule).is_some());
            assert!(judgement.evidence.iter().all(|it| body.entry(*it).is_some()));
        }
    }
    let first = body.entries().first().expect("a body was founded").at.date();
    let midway = body.entries()[body.entries().len() / 2].at.date();
    let later = Period::year(year_of(last) + 1).expect("a year").to;
    for on in BTreeSet::from([first, midway, last, later]) {
        owed_is_judged(body, on);
    }
}

/// What a judgement and an obligation have in common.
type Open<'o> = (
    u32,
    &'o ClauseId,
    &'o str,
    &'o Bearer,
    &'o Option<String>,
    Verdict,
    &'o Option<Due>,
    &'o Option<Finding>,
);

/// What is owed on a day and the audit of that day agree word for word.
fn owed_is_judged(body: &JointMeeting, on: Date) {
    let this_year = Period::year(year_of(on)).expect("a year");
    let until = this_year.to;
    let horizon = u32::try_from((until - on).num_days()).expect("days ahead");
    let owed = body.obligations(on, horizon);
    let dissolved = body.entries().iter().any(|it| it.act.kind() == ActKind::Dissolve);
    let has_term = body.charter_on(on).settings().term.fixed().is_some();
    let is_over = owed.is_empty() && (dissolved || has_term);
    // Of a body that was not founded by then only what has been due since the last year is owed.
    let founds = |it: &joint_meeting::Entry| it.act.kind() == ActKind::AdoptCharter && it.at.date() <= on;
    let is_founded = body.entries().iter().any(founds);
    let first = if is_founded { 1950 } else { year_of(on) - 1 };
    let whole = Period::year(first).expect("a year").from;
    let whole = Period::new(whole, until).expect("a period");
    let this_year_has = |date| this_year.contains(date);
    let [whole, in_year] = [whole, this_year].map(|it| body.audit(it, on));
    let versions = |audit: &'_ Audit| -> Vec<ClauseVerdict> {
        audit.earlier.iter().chain([audit]).flat_map(|it| it.clauses.clone()).collect()
    };
    let [whole, in_year] = [whole, in_year].map(|it| versions(&it));
    let words = |clause: &ClauseVerdict, it: &Judgement| {
        let open: Open<'_> = (
            clause.version,
            &clause.clause,
            it.rule,
            &it.bearer,
            &it.subject,
            it.verdict,
            &it.due,
            &it.finding,
        );
        format!("{open:?}")
    };
    let judged = |all: &'_ [ClauseVerdict]| -> Vec<String> {
        let each = |clause: &'_ ClauseVerdict| {
            clause.judgements.iter().map(|it| words(clause, it)).collect::<Vec<_>>()
        };
        all.iter().flat_map(each).collect()
    };
    let (in_all, in_year): (BTreeSet<String>, BTreeSet<String>) =
        (judged(&whole).into_iter().collect(), judged(&in_year).into_iter().collect());
    let mut in_owed = BTreeSet::new();
    for it in &owed {
        let open: Open<'_> =
            (it.version, &it.clause, it.rule, &it.bearer, &it.subject, it.verdict, &it.due, &it.finding);
        let open = format!("{open:?}");
        in_owed.insert(open.clone());
        assert!(in_all.contains(&open), "owed on {on} and not judged: {open}");
        if it.due.as_ref().is_some_and(|it| this_year_has(it.date)) {
            assert!(in_year.contains(&open), "owed on {on} and not judged in its year: {open}");
        }
        let may_be = [Verdict::NotDue, Verdict::Unmet, Verdict::Silent, Verdict::Disputed];
        assert!(may_be.contains(&it.verdict) && (!it.overdue || it.verdict != Verdict::NotDue), "{it:?}");
    }
    for clause in &whole {
        let its = owed.iter().filter(|it| it.clause == clause.clause && it.version == clause.version);
        let (owed, overdue) = its.fold((0, 0), |(all, late), it| (all + 1, late + u32::from(it.overdue)));
        let later = |it: &&Judgement| {
            it.verdict == Verdict::NotDue && it.due.as_ref().is_some_and(|it| it.date > until)
        };
        let open = clause.judgements.iter().filter(|it| is_still_to_do(it) && !later(it));
        for it in open.filter(|_| !is_over) {
            let open = words(clause, it);
            assert!(in_owed.contains(&open), "judged open on {on} and not owed: {open}");
        }
        let later = clause.judgements.iter().filter(later).count();
        let later = u32::try_from(later).expect("few judgements");
        assert_eq!(clause.counts.open, owed + later, "open on {on}: {clause:?}");
        assert_eq!(clause.counts.overdue, overdue, "overdue on {on}: {clause:?}");
    }
}

/// Whether a judgement is of something that can still be done, as far as what is missing tells.
fn is_still_to_do(it: &Judgement) -> bool {
    let is_duty = rule::duties().any(|(id, _)| id == it.rule);
    let may_be = [Verdict::NotDue, Verdict::Unmet, Verdict::Silent, Verdict::Disputed];
    let cannot_be_mended = match &it.finding {
        None | Some(Finding::Late { .. } | Finding::TooMany { .. } | Finding::StrangeUnits { .. }) => true,
        Some(Finding::MissingUnits { .. }) if it.rule.starts_with("minutes.") => true,
        // A request that was declined and obliged to a meeting cannot be granted any more.
        Some(_) if it.rule == "request.answered" => it.verdict != Verdict::Silent,
        Some(_) => BROKEN_FOR_GOOD.contains(&it.rule),
    };
    assert!(it.verdict != Verdict::Disputed || it.finding.is_some(), "in dispute over nothing: {it:?}");
    is_duty && may_be.contains(&it.verdict) && !cannot_be_mended
}

/// The duties about what is over when they look at it.
const BROKEN_FOR_GOOD: &[&str] = &[
    "attendance.alternate_sent",
    "decision.by_consensus",
    "matters.discussed",
    "meeting.plenary_heard_state_of_work",
];
