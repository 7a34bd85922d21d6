//! The dates of a body: its meetings, and what is owed or was. What is owed and whether it was done is asked of the core.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use joint_meeting::{
    Act, Entry,
    charter::Role,
    id::{ClauseId, MeetingId, Text},
    journal::Journal,
    obligation::Obligation,
    refusal::{Finding, role},
    rule,
    time::{Date, Period, Time, days_between, start_of},
    verdict::{Audit, Bearer, Due, Judgement, Verdict},
};

use super::{BodyDay, meeting, put};
use crate::{
    calendar::{DateForm, Dated, PaperCalendar, Progress, When},
    desk::{Desk, PaperError},
    words::{Fields, Made, Pattern},
};

pub(crate) fn calendar(desk: &Desk<'_>, period: Period, on: Date) -> Result<PaperCalendar, PaperError> {
    let day = BodyDay::new(desk, on);
    let making = Making { desk, day: &day, common: day.fields()?, body: name(desk) };
    let mut all = Vec::new();
    for id in making.meetings() {
        all.extend(making.meeting(id, period)?);
    }
    for it in making.owed(period) {
        all.push(making.duty(&it)?);
    }
    let (dates, rows): (Vec<Dated>, Vec<Fields>) = all.into_iter().unzip();
    let mut made = Made { fields: making.common.clone(), ..Made::default() };
    made.fields.set("from", desk.words.date(period.from)?);
    made.fields.set("to", desk.words.date(period.to)?);
    made.fields.set_rows("dates", rows);
    Ok(PaperCalendar {
        name: making.fill("name", &desk.words.calendar.name, &Fields::default())?,
        // A body that was never founded has no entry to be stamped by.
        stamp: match desk.body.entries().last() {
            Some(entry) => entry.recorded_at,
            None => start_of(period.from, day.charter.offset()),
        },
        dates,
        table: put(desk, "calendar", made)?,
        made_from: desk.head().clone(),
    })
}

/// Something owed, as it stands: what the obligation and the judgement on it tell.
struct OwedDate {
    key: OwedKey,
    due: Option<Due>,
    to: Option<Role>,
    /// How it stands, by a word of the wording.
    state: &'static str,
    progress: Progress,
}

/// What makes it this one and no other.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct OwedKey {
    clause: ClauseId,
    rule: &'static str,
    bearer: Bearer,
    subject: Option<String>,
    /// Which it is, by its date, of several that are otherwise the same: each version of a charter may set its own.
    nth: u32,
}

impl From<Obligation> for OwedDate {
    fn from(it: Obligation) -> Self {
        let (state, progress) = match it.finding {
            _ if it.overdue => ("overdue", Progress::Open),
            Some(Finding::TooFew { have, need }) if have > 0 => {
                let part = u64::from(have) * 100 / u64::from(need.max(1));
                ("begun", Progress::Begun(u8::try_from(part.min(99)).unwrap_or(99)))
            }
            _ => ("open", Progress::Open),
        };
        let key =
            OwedKey { clause: it.clause, rule: it.rule, bearer: it.bearer, subject: it.subject, nth: 0 };
        Self { key, due: it.due, to: it.to, state, progress }
    }
}

impl OwedDate {
    /// Among others: by what it is, then by its date.
    fn place(&self) -> (OwedKey, Option<Date>) {
        (self.key.clone(), self.due.as_ref().map(|it| it.date))
    }

    /// What a judgement tells; none if there was nothing to keep.
    fn judged(desk: &Desk<'_>, clause: &ClauseId, it: &Judgement) -> Option<Self> {
        let evidence = it.evidence.iter();
        let done = evidence.filter_map(|no| desk.body.entry(*no)).map(|it| it.at).max();
        let done = done.map_or(Progress::Unsaid, Progress::Done);
        let (state, progress) = match (it.verdict, &it.finding) {
            (Verdict::Met, _) => ("done", done),
            (Verdict::Unmet, Some(Finding::Late { .. })) => ("late", done),
            (Verdict::Unmet, _) => ("unmet", Progress::Unsaid),
            (Verdict::Disputed, _) => ("disputed", Progress::Unsaid),
            (Verdict::NotDue, _) => ("open", Progress::Open),
            (Verdict::NotJudged | Verdict::NotApplicable | Verdict::Silent, _) => return None,
        };
        let key = OwedKey {
            clause: clause.clone(),
            rule: it.rule,
            bearer: it.bearer.clone(),
            subject: it.subject.clone(),
            nth: 0,
        };
        Some(Self { key, due: it.due.clone(), to: None, state, progress })
    }
}

impl OwedKey {
    fn is_same(&self, other: &Self) -> bool {
        let what = |it: &Self| (it.clause.clone(), it.rule, it.bearer.clone(), it.subject.clone());
        what(self) == what(other)
    }

    /// As a part of a name: a separator within a name is written otherwise.
    fn uid(&self) -> String {
        let part = |it: &str| it.replace('%', "%25").replace('/', "%2F").replace('@', "%40");
        let bearer = match &self.bearer {
            Bearer::Body => "body".to_owned(),
            Bearer::Role { role } => super::spelling(role),
            Bearer::Unit { unit } => format!("unit/{}", part(unit.as_str())),
        };
        let mut uid = format!("{}/{}/{bearer}", part(self.clause.as_str()), self.rule);
        for it in self.subject.iter().map(|it| part(it)).chain((self.nth > 0).then(|| self.nth.to_string())) {
            uid.push('/');
            uid.push_str(&it);
        }
        uid
    }
}

struct Making<'d> {
    desk: &'d Desk<'d>,
    /// The day as which everything is seen.
    day: &'d BodyDay<'d>,
    common: Fields,
    /// The name of the body.
    body: String,
}

/// How many digits of the digest name a body.
const DIGITS: usize = 16;

/// What names a body, and none beside it under the same charter: the charter it began under and its first entry. Whatever is added to
/// its journal, this stays.
fn name(desk: &Desk<'_>) -> String {
    let first = desk.body.entries().first();
    let charter =
        first.map_or_else(|| desk.body.charters().first(), |it| Some(desk.body.charter_on(it.at.date())));
    let Some(charter) = charter else { return String::new() };
    let (mut journal, _) = Journal::begin(charter);
    first.map(|it| journal.write(it));
    let digest: String = journal.head().digest.chars().take(DIGITS).collect();
    format!("{digest}.{}", charter.id())
}

impl<'d> Making<'d> {
    fn fill(&self, place: &str, pattern: &Pattern, fields: &Fields) -> Result<String, PaperError> {
        let given = &self.desk.given.fields;
        pattern.fill_from(&format!("calendar.{place}"), &|it| {
            let told = fields.text(it).or_else(|| self.common.text(it));
            told.or_else(|| given.get(it).map(String::as_str))
        })
    }

    fn dated(&self, uid: &str, form: &DateForm, fields: &Fields, when: When) -> Result<Dated, PaperError> {
        Ok(Dated {
            uid: format!("{uid}@{}.joint-meeting", self.body),
            title: self.fill("title", &form.title, fields)?,
            about: self.fill("about", &form.about, fields)?,
            when,
        })
    }

    fn meetings(&self) -> impl Iterator<Item = &'d MeetingId> {
        self.desk.body.entries().iter().filter_map(|it| match &it.act {
            Act::Convene(it) => Some(&it.meeting),
            _ => None,
        })
    }

    /// A meeting, if it is or was to be held in the period.
    fn meeting(&self, id: &MeetingId, period: Period) -> Result<Option<(Dated, Fields)>, PaperError> {
        let (facts, words) = (self.desk.facts(), self.desk.words);
        let it = facts.meeting(id)?;
        if !period.contains(it.held_at.date()) {
            return Ok(None);
        }
        let mut fields = meeting::fields(self.desk, facts, self.day, &it)?;
        let copy = |fields: &Fields, name| fields.text(name).map(str::to_owned);
        fields.set("kind", words.word("calendar", "meeting")?);
        fields.set("date", it.held_at.date());
        fields.set("time", it.held_at.to_chrono().format("%H:%M"));
        fields.set_some("who", copy(&fields, "units"));
        fields.set_some("what", copy(&fields, "meeting"));
        fields.set_some("about", copy(&fields, "topics"));
        fields.set_some("cancelled", it.cancelled);
        fields.set_some("state", it.cancelled.map(|_| words.word("meeting", "cancelled")).transpose()?);
        let (mut to, mut changes) = (None, 0);
        for entry in facts.entries {
            let of_it = match &entry.act {
                Act::PostponeMeeting(it) => it.meeting == *id,
                Act::CancelMeeting(it) => it.meeting == *id,
                Act::DelegatePresiding(it) => it.meeting == *id,
                Act::OpenMeeting(it) => it.meeting == *id,
                Act::CloseMeeting(it) => it.meeting == *id,
                _ => false,
            };
            changes += u32::from(of_it);
            if of_it && matches!(entry.act, Act::CloseMeeting(_)) {
                to = Some(entry.at);
            }
        }
        let form = &words.calendar;
        let place = Some(self.fill("place", &form.place, &fields)?).filter(|it| !it.is_empty());
        let cancelled = it.cancelled.is_some();
        let when = When::Meeting { from: it.held_at, to, place, cancelled, changes };
        Ok(Some((self.dated(&format!("meeting/{id}"), &form.meeting, &fields, when)?, fields)))
    }

    /// What is owed or was, with what is due in the period; and, if the day lies in it, what is owed without a date or from
    /// before.
    fn owed(&self, period: Period) -> Vec<OwedDate> {
        let (body, on) = (self.desk.body, self.day.on);
        let mut all: BTreeMap<(OwedKey, Option<Date>), OwedDate> = BTreeMap::new();
        let is_now = period.contains(on);
        let concerns = |it: &Obligation| match &it.due {
            Some(due) => period.contains(due.date) || (is_now && due.date < period.from),
            None => is_now,
        };
        let horizon = u32::try_from(days_between(on, period.to)).unwrap_or(0);
        let owed = body.obligations(on, horizon).into_iter().filter(concerns);
        for it in owed.map(OwedDate::from) {
            all.insert(it.place(), it);
        }
        let audit = body.audit(period, on);
        let clauses = audit.earlier.iter().chain([&audit]).flat_map(|it: &Audit| &it.clauses);
        let judged = clauses.flat_map(|it| it.judgements.iter().map(|judged| (&it.clause, judged)));
        let in_period = |it: &Judgement| it.due.as_ref().is_some_and(|it| period.contains(it.date));
        for (clause, judged) in judged.filter(|(_, it)| in_period(it)) {
            let Some(it) = OwedDate::judged(self.desk, clause, judged) else { continue };
            // What is not due and yet nobody owes: the body has ended.
            if judged.verdict != Verdict::NotDue {
                all.entry(it.place()).or_insert(it);
            }
        }
        let mut all: Vec<OwedDate> = all.into_values().collect();
        let mut before: Option<OwedKey> = None;
        for it in &mut all {
            it.key.nth = before.filter(|before| before.is_same(&it.key)).map_or(0, |before| before.nth + 1);
            before = Some(it.key.clone());
        }
        all.sort_by_key(|it| it.due.as_ref().map(|it| it.date));
        all
    }

    fn duty(&self, it: &OwedDate) -> Result<(Dated, Fields), PaperError> {
        let words = self.desk.words;
        let OwedKey { clause, rule, bearer, subject, .. } = &it.key;
        let mut fields = Fields::default();
        fields.set("kind", words.word("calendar", "duty")?);
        fields.set("who", self.bearer(bearer));
        fields.set("what", rule::find(rule).map_or("", |it| it.sentence(words.language())));
        fields.set_some("about", subject.as_ref().map(|it| self.about(rule, it)).transpose()?);
        fields.set("clause", clause);
        fields.set_some("at", self.day.charter.clause(clause.as_str()).map(|it| &it.at));
        fields.set("state", words.word("duty", it.state)?);
        fields.set_some("to", it.to.map(|it| role(it, words.language())));
        let (mut until, mut alarm) = (None, None);
        if let Some(due) = &it.due {
            fields.set("date", due.date);
            fields.set("safe", due.safe);
            fields.set("due", words.date(due.date)?);
            fields.set("safe_day", words.date(due.safe)?);
            if let Some(reading) = &due.reading {
                fields.set("reading", words.reading(reading)?);
            }
            if due.provisional {
                fields.set("provisional", words.word("duty", "provisional")?);
            }
            until = due.minute.and_then(|it| self.moment(due.date, TimeDelta::minutes(it.into())));
            if let Some(until) = until {
                let minute = until.to_chrono().format("%H:%M").to_string();
                fields.set("minute", &minute);
                fields.set("time", minute);
            }
            let is_left = matches!(it.progress, Progress::Open | Progress::Begun(_));
            if is_left && due.safe >= self.day.on {
                let of_day = words.calendar.alarm.signed_duration_since(chrono::NaiveTime::MIN);
                alarm = self.moment(due.safe, of_day);
            }
        }
        let due = it.due.as_ref().map(|it| it.date);
        let when = When::Duty { due, until, alarm, progress: it.progress };
        Ok((self.dated(&it.key.uid(), &words.calendar.duty, &fields, when)?, fields))
    }

    fn moment(&self, on: Date, of_day: TimeDelta) -> Option<Time> {
        let start = start_of(on, self.day.charter.offset());
        start.to_chrono().checked_add_signed(of_day)?.try_into().ok()
    }

    fn bearer(&self, bearer: &Bearer) -> String {
        match bearer {
            Bearer::Body => self.common.text("short").unwrap_or_default().to_owned(),
            Bearer::Role { role: it } => role(*it, self.desk.words.language()).to_owned(),
            Bearer::Unit { unit } => self.day.unit(unit),
        }
    }

    /// What it is about, by its name where it has one.
    fn about(&self, rule: &str, subject: &str) -> Result<String, PaperError> {
        // Whoever was changed: in what capacity, and who.
        if let (true, Some((capacity, person))) = (rule.starts_with("change."), subject.split_once(' ')) {
            let person = person.parse().map_or_else(|_| person.to_owned(), |it| self.desk.person(&it));
            return Ok(format!("{} {person}", self.desk.words.word("capacity", capacity)?));
        }
        let named = |entry: &'d Entry| self.named(subject, &entry.act);
        let all: Vec<NamedThing> = self.desk.body.entries().iter().filter_map(named).collect();
        let of_rule = all.iter().find(|it| it.rules.iter().any(|it| rule.starts_with(it)));
        // A name may be given to things of different sorts.
        let only = || all.first().filter(|_| all.len() == 1);
        let Some(it) = of_rule.or_else(only) else { return Ok(subject.to_owned()) };
        match &it.name {
            ThingName::Text(it) => Ok(it.to_string()),
            ThingName::Meeting(id) => {
                let it = self.desk.facts().meeting(id)?;
                let held = self.desk.words.date(it.held_at.date())?;
                Ok(format!("{} {held}", super::word(self.desk.words, "meeting", &it.call.kind)?))
            }
        }
    }

    /// What an act calls a thing by that id.
    fn named(&self, id: &str, act: &'d Act) -> Option<NamedThing<'d>> {
        let (found, name, rules): (&str, ThingName<'d>, &'static [&'static str]) = match act {
            Act::AddAgendaItem(it) => {
                (it.item.as_str(), ThingName::Text(&it.title), &["matters.", "decision."])
            }
            Act::Assign(it) if it.assignment.as_str() == id => {
                let item = self.desk.facts().item(&it.item).ok()?;
                (id, ThingName::Text(&item.put.title), &["assignment.", "cooperation."])
            }
            Act::AcceptAssignedMatter(it) => (it.matter.as_str(), ThingName::Text(&it.task), &["matter."]),
            Act::RequestMeeting(it) => (it.request.as_str(), ThingName::Text(&it.topic), &["request."]),
            Act::PlanJointAction(it) => {
                (it.action.as_str(), ThingName::Text(it.problem.as_ref()?), &["action."])
            }
            Act::DraftMinutes(it) => (
                it.minutes.as_str(),
                ThingName::Meeting(&it.meeting),
                &["minutes.con", "minutes.coun", "document."],
            ),
            Act::Convene(it) => {
                (it.meeting.as_str(), ThingName::Meeting(&it.meeting), &["meeting.", "minutes.for"])
            }
            _ => return None,
        };
        (found == id).then_some(NamedThing { name, rules })
    }
}

/// What a thing is called, and how the rules begin that are about such things.
struct NamedThing<'d> {
    name: ThingName<'d>,
    rules: &'static [&'static str],
}

enum ThingName<'d> {
    Text(&'d Text),
    /// That of the meeting: its kind and its day.
    Meeting(&'d MeetingId),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_run_together() {
        let key = |unit: &str, subject: &str| OwedKey {
            clause: "R-3".parse().unwrap(),
            rule: "report.yearly",
            bearer: Bearer::Unit { unit: unit.parse().unwrap() },
            subject: Some(subject.to_owned()),
            nth: 0,
        };
        let all = [("a", "b/c"), ("a/b", "c"), ("a%2Fb", "c"), ("a", "b%2Fc")].map(|(a, b)| key(a, b).uid());
        let different: std::collections::BTreeSet<&String> = all.iter().collect();
        assert_eq!(different.len(), all.len(), "{all:?}");
    }
}
