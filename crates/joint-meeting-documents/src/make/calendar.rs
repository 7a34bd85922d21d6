//! The maker of the calendar of a body: its meetings, and what is owed or was.
//!
//! What is owed and whether it was done is asked of the core.

mod moves;
mod named;
mod owed;
mod uid;

use chrono::TimeDelta;
use joint_meeting::{
    answer::{Audit, Bearer, Judgement, Obligation, Verdict},
    id::MeetingId,
    rule,
    sorted::Map,
    state::Meeting,
    time::{Date, Period, Time, start_of},
};

use self::{
    moves::Moves,
    owed::{OwedDate, OwedKey},
    uid::Uids,
};
use super::{day::BodyDay, meeting};
use crate::{
    calendar::{Dated, PaperCalendar, Progress, When},
    sources::Sources,
    terms::error::PaperError,
    words::{DateForm, Fields, Made, Pattern},
};

pub(crate) fn calendar(sources: &Sources<'_>, period: Period, on: Date) -> Result<PaperCalendar, PaperError> {
    let day = BodyDay::new(sources, on);
    let making = Making {
        sources,
        day: &day,
        common: day.fields()?,
        uids: Uids::new(sources),
        moves: Moves::of(sources.body),
    };
    let mut all = Vec::new();
    for id in making.meetings() {
        all.extend(making.meeting(id, period)?);
    }
    for it in making.owed(period) {
        all.push(making.duty(&it)?);
    }
    let (dates, rows): (Vec<Dated>, Vec<Fields>) = all.into_iter().unzip();
    let mut made = Made { fields: making.common.clone(), ..Made::default() };
    made.fields.set("from", sources.words.date(period.from)?);
    made.fields.set("to", sources.words.date(period.to)?);
    made.fields.set_rows("dates", rows);
    Ok(PaperCalendar {
        name: making.fill("name", &sources.words.calendar.name, &Fields::default())?,
        // A body that was never founded has no entry to be stamped by.
        stamp: match sources.body.state().last_recorded() {
            Some(recorded_at) => recorded_at,
            None => start_of(period.from, day.charter.offset()),
        },
        dates,
        table: sources.put("calendar", made)?,
        made_from: sources.head.clone(),
    })
}

/// How often the date of a meeting or what there is to say of it changed after it was called, and the entry of the last
/// change.
fn changes(it: &Meeting) -> (u32, u32) {
    let once = [it.cancelled(), it.opened(), it.closed()].into_iter().flatten();
    let all = || it.postponed().iter().chain(it.delegated()).copied().chain(once.clone());
    let last = all().map(|it| it.no).max().unwrap_or(it.convened().no);
    (u32::try_from(all().count()).unwrap_or(u32::MAX), last)
}

struct Making<'d> {
    sources: &'d Sources<'d>,
    /// The day as of which everything is seen.
    day: &'d BodyDay<'d>,
    common: Fields,
    uids: Uids,
    moves: Moves,
}

impl<'d> Making<'d> {
    fn fill(&self, place: &str, pattern: &Pattern, fields: &Fields) -> Result<String, PaperError> {
        let given = &self.sources.given.fields;
        pattern.fill_from(&format!("calendar.{place}"), &|it| {
            let told = fields.text(it).or_else(|| self.common.text(it));
            told.or_else(|| given.get(it).map(String::as_str))
        })
    }

    fn dated(
        &self,
        uid: String,
        form: &DateForm,
        fields: &Fields,
        (changes, modified): (u32, Option<Time>),
        when: When,
    ) -> Result<Dated, PaperError> {
        let (title, about) =
            (self.fill("title", &form.title, fields)?, self.fill("about", &form.about, fields)?);
        Ok(Dated { uid, title, about, changes, modified, when })
    }

    /// The meetings, in the order in which they were called.
    fn meetings(&self) -> impl Iterator<Item = &'d MeetingId> {
        let mut called: Vec<(&MeetingId, &Meeting)> = self.sources.body.meetings().collect();
        called.sort_by_key(|(_, it)| it.convened().no);
        called.into_iter().map(|(id, _)| id)
    }

    /// The date of a meeting, if it is or was to be held in the period.
    fn meeting(&self, id: &MeetingId, period: Period) -> Result<Option<(Dated, Fields)>, PaperError> {
        let (facts, words) = (self.sources.facts(), self.sources.words);
        let it = facts.meeting(id)?;
        if !period.contains(it.held_at.date()) {
            return Ok(None);
        }
        let mut fields = meeting::fields(self.sources, facts, self.day, &it)?;
        let copy = |fields: &Fields, name| fields.text(name).map(str::to_owned);
        fields.set("kind", words.word("calendar", "meeting")?);
        fields.set("date", it.held_at.date());
        fields.set("time", it.held_at.to_chrono().format("%H:%M"));
        fields.set_some("who", copy(&fields, "units"));
        fields.set_some("what", copy(&fields, "meeting"));
        fields.set_some("about", copy(&fields, "topics"));
        fields.set_some("cancelled", it.cancelled);
        fields.set_some("state", it.cancelled.map(|_| words.word("meeting", "cancelled")).transpose()?);
        let to = it.meeting.closed().map(|it| it.at).or(it.meeting.ends_at());
        let (changes, last) = changes(it.meeting);
        let changed = (changes, self.sources.body.entry(last).map(|it| it.recorded_at));
        let form = &words.calendar;
        let place = Some(self.fill("place", &form.place, &fields)?).filter(|it| !it.is_empty());
        let cancelled = it.cancelled.is_some();
        let when = When::Meeting { from: it.held_at, to, place, cancelled };
        let uid = self.uids.meeting(id);
        Ok(Some((self.dated(uid, &form.meeting, &fields, changed, when)?, fields)))
    }

    /// What is owed or was, with what is due in the period; and, if the day lies in it, what is owed without a date or from
    /// before.
    fn owed(&self, period: Period) -> Vec<OwedDate> {
        let (body, on) = (self.sources.body, self.day.on);
        let mut all: Map<(OwedKey, Option<Date>), OwedDate> = Map::new();
        let is_now = period.contains(on);
        let concerns = |it: &Obligation| match &it.due {
            Some(due) => period.contains(due.date) || (is_now && due.date < period.from),
            None => is_now,
        };
        let horizon = u32::try_from((period.to - on).num_days()).unwrap_or(0);
        let owed = body.obligations(on, horizon).into_iter().filter(concerns);
        for it in owed.map(OwedDate::from) {
            all.insert(it.place(), it);
        }
        let audit = body.audit(period, on);
        let clauses = audit.earlier.iter().chain([&audit]).flat_map(|it: &Audit| &it.clauses);
        let judged = clauses.flat_map(|it| it.judgements.iter().map(move |judged| (it, judged)));
        let in_period = |it: &Judgement| it.due.as_ref().is_some_and(|it| period.contains(it.date));
        for (clause, judged) in judged.filter(|(_, it)| in_period(it)) {
            let Some(it) = OwedDate::judged(self.sources, clause, judged) else { continue };
            // What is not due and yet nobody owes was owed by a body that has ended.
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
        let words = self.sources.words;
        let OwedKey { clause, rule, bearer, subject, .. } = &it.key;
        let mut fields = Fields::default();
        fields.set("kind", words.word("calendar", "duty")?);
        fields.set("who", self.bearer(bearer));
        fields.set("what", rule::find(rule).map_or("", |it| it.sentence(words.language())));
        fields
            .set_some("about", subject.as_ref().map(|it| named::about(self.sources, rule, it)).transpose()?);
        fields.set("clause", clause);
        fields.set_some("at", self.sources.clause(it.version, clause).map(|it| it.place(words.language())));
        fields.set("state", words.word("duty", it.state)?);
        fields.set_some("to", it.to.map(|it| it.text(words.language())));
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
            // Some programs drop an alarm that is later than the beginning of the event, which is that of the last day.
            let remind = due.date.pred_opt().map_or(due.safe, |it| it.min(due.safe));
            if is_left && remind >= self.day.on {
                let of_day = words.calendar.alarm.signed_duration_since(chrono::NaiveTime::MIN);
                alarm = self.moment(remind, of_day);
            }
        }
        let due = it.due.as_ref().map(|it| it.date);
        let when = When::Duty { due, until, alarm, progress: it.progress };
        let changed = self.moves.of_owed(it);
        Ok((self.dated(self.uids.owed(&it.key), &words.calendar.duty, &fields, changed, when)?, fields))
    }

    fn moment(&self, on: Date, of_day: TimeDelta) -> Option<Time> {
        let start = start_of(on, self.day.charter.offset());
        start.to_chrono().checked_add_signed(of_day)?.try_into().ok()
    }

    fn bearer(&self, bearer: &Bearer) -> String {
        match bearer {
            Bearer::Body => self.common.text("short").unwrap_or_default().to_owned(),
            Bearer::Role { role: it } => it.text(self.sources.words.language()).to_owned(),
            Bearer::Unit { unit } => self.day.unit(unit),
        }
    }
}
