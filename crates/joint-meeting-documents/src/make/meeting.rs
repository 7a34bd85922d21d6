//! The maker of the papers of a meeting: its notice, agenda and attendance sheet; and what minutes share with them.

use joint_meeting::{
    act::Present,
    id::{MeetingId, UnitId},
    sorted::Set,
    time::Time,
    words::MeetingKind,
};

use super::day::BodyDay;
use crate::{
    facts::{JournalFacts, MeetingFacts},
    sources::Sources,
    terms::error::PaperError,
    words::{Fields, Made, PaperWords},
};

/// The facts of a meeting: when, where, who presides, who is called, what is on the agenda, who was there.
pub(super) fn fields(
    sources: &Sources<'_>,
    facts: JournalFacts<'_>,
    day: &BodyDay<'_>,
    meeting: &MeetingFacts<'_>,
) -> Result<Fields, PaperError> {
    let words = sources.words;
    let mut fields = day.fields()?;
    let kind = words.word_for("meeting", &meeting.call.kind)?;
    fields.set(
        "meeting",
        match ordinal(facts, day, meeting) {
            Some(ordinal) => words.nth(ordinal, &kind)?,
            None => kind,
        },
    );
    fields.set("mode", words.word_for("mode", &meeting.call.mode)?);
    fields.set("held", words.time(meeting.held_at)?);
    fields
        .set_some("ends", meeting.meeting.ends_at().map(|it| until(words, meeting.held_at, it)).transpose()?);
    // Where the notice says no place, the host may.
    if let Some(place) = meeting.meeting.place() {
        fields.set("place", place);
    }
    fields.set("held_on", words.date(meeting.held_at.date())?);
    fields.set("presiding", sources.person(meeting.meeting.presiding()));
    fields.set("units", day.list(meeting.meeting.called()));
    fields.set("called_on", words.date(meeting.meeting.convened().at.date())?);
    fields.set_some("postponed", meeting.postponed);
    let items = meeting.meeting.agenda().iter();
    let items: Vec<_> = items.map(|it| day.item(&facts.item(it)?)).collect::<Result<_, _>>()?;
    let topics: Vec<&str> = items.iter().filter_map(|it| it.text("title")).collect();
    fields.set_some("topics", Some(words.list(topics)));
    fields.set_rows("agenda", items);
    who_was_there(sources, facts, day, meeting, &mut fields)?;
    Ok(fields)
}

/// Which session of its kind a meeting is, where the charter has sessions of the kind counted through.
fn ordinal(facts: JournalFacts<'_>, day: &BodyDay<'_>, meeting: &MeetingFacts<'_>) -> Option<usize> {
    let before = day.settings().ordinals.fixed()?.get(&meeting.call.kind)?;
    let of_kind = facts.body.meetings().map(|(_, it)| it).filter(|it| it.kind() == meeting.call.kind);
    let held = of_kind.filter(|it| it.cancelled().is_none() && it.held_at() < meeting.meeting.held_at());
    Some(usize::from(*before) + held.count() + 1)
}

/// The end of a meeting: of the same day, only the hour.
fn until(words: &PaperWords, from: Time, to: Time) -> Result<String, PaperError> {
    if from.date() == to.date() { Ok(hour(to)) } else { words.time(to) }
}

fn hour(it: Time) -> String {
    it.to_chrono().format("%-H:%M").to_string()
}

/// Who attended, sent apologies, was absent and sat in, each group in protocol order.
fn who_was_there(
    sources: &Sources<'_>,
    facts: JournalFacts<'_>,
    day: &BodyDay<'_>,
    meeting: &MeetingFacts<'_>,
    fields: &mut Fields,
) -> Result<(), PaperError> {
    // Where it is recorded who came of those invited, only they sat in.
    let came = meeting.invited.iter().any(|it| it.came().is_some());
    let invited = meeting.invited.iter().filter(|it| !came || it.came().is_some()).map(|it| {
        let mut row = Fields::default();
        row.set("who", it.name());
        row.set_some("for", facts.item_put(it.item()).ok().map(|it| it.title.to_string()));
        row
    });
    let mut sits_in: Vec<Fields> = invited.collect();
    if let Some(attendance) = &meeting.attendance {
        let mut attended = Vec::new();
        for unit in day.in_order(attendance.present.iter().map(|it| &it.unit)) {
            for it in attendance.present.iter().filter(|it| it.unit == *unit) {
                attended.push(present(sources, facts, day, it)?);
            }
        }
        attended.dedup();
        fields.set_rows("attended", attended);
        let named = |unit: &UnitId| {
            let mut row = Fields::default();
            row.set("unit", day.unit(unit));
            row
        };
        let excused = excused(meeting);
        fields.set_rows("apologies", day.in_order(excused.iter().copied()).into_iter().map(named));
        let here = |unit: &&UnitId| attendance.present.iter().any(|it| it.unit == **unit);
        let absent = meeting.meeting.called().iter().filter(|it| !here(it) && !excused.contains(it));
        fields.set_rows("absent", day.in_order(absent).into_iter().map(named));
        for it in &attendance.observers {
            let mut row = day.person(sources, facts, &it.unit, &it.person);
            let who = format!("{} {}", day.unit(&it.unit), sources.person(&it.person));
            row.set("who", who);
            row.set("role", sources.words.word_for("observer", &it.role)?);
            sits_in.push(row);
        }
    }
    fields.set_rows("sits_in", sits_in);
    Ok(())
}

/// The units that sent apologies, before the meeting or as attendance was recorded, and were not there.
fn excused<'b>(meeting: &MeetingFacts<'b>) -> Set<&'b UnitId> {
    let all = meeting.meeting.excused().keys().chain(meeting.meeting.apologies());
    all.filter(|it| !meeting.meeting.attended().contains_key(*it)).collect()
}

fn present(
    sources: &Sources<'_>,
    facts: JournalFacts<'_>,
    day: &BodyDay<'_>,
    it: &Present,
) -> Result<Fields, PaperError> {
    let mut row = day.person(sources, facts, &it.unit, &it.person);
    row.set("capacity", sources.words.word_for("capacity", &it.capacity)?);
    Ok(row)
}

pub(super) fn notice(sources: &Sources<'_>, id: &MeetingId) -> Result<Made, PaperError> {
    let facts = sources.facts();
    let meeting = facts.meeting(id)?;
    let sent = meeting.meeting.postponed().last().copied().unwrap_or(meeting.meeting.convened());
    let day = BodyDay::new(sources, sent.at.date());
    let mut made = Made {
        fields: fields(sources, facts, &day, &meeting)?,
        recipients: day.in_order(meeting.meeting.called()).into_iter().map(|it| day.unit(it)).collect(),
        dated: Some(day.on),
        ..Made::default()
    };
    // That it was cancelled since is no part of what went out, and nobody should send it now.
    if let Some(why) = JournalFacts::new(sources.today).meeting(id).ok().and_then(|it| it.cancelled) {
        made.add_draft([sources.words.word("why", "cancelled")? + why.as_str()]);
    }
    day.by_the_office(&mut made)?;
    Ok(made)
}

/// What a notice did not say that went out before: the units and the items that come besides.
pub(super) fn supplementary_notice(sources: &Sources<'_>, id: &MeetingId) -> Result<Made, PaperError> {
    let facts = sources.facts();
    let meeting = facts.meeting(id)?;
    let supplement = meeting.supplement.ok_or(PaperError::NotYet { act: "supplement_notice" })?;
    let sent = meeting.meeting.supplemented().last().map_or(meeting.meeting.convened(), |it| *it);
    let day = BodyDay::new(sources, sent.at.date());
    let mut fields = fields(sources, facts, &day, &meeting)?;
    fields.set_some("more_units", Some(day.list(&supplement.units)));
    let items = supplement.agenda.iter().map(|it| day.item(&facts.item(it)?));
    let ends = supplement.ends_at.map(|it| until(sources.words, meeting.held_at, it));
    fields.set_some("new_end", ends.transpose()?);
    fields.set_some("new_place", supplement.place.as_ref());
    fields.set_rows("more_items", items.collect::<Result<Vec<_>, _>>()?);
    // Whoever was called before hears of it as well.
    let recipients = day.in_order(meeting.meeting.called()).into_iter().map(|it| day.unit(it)).collect();
    let mut made = Made { fields, recipients, dated: Some(day.on), ..Made::default() };
    day.by_the_office(&mut made)?;
    Ok(made)
}

pub(super) fn agenda(sources: &Sources<'_>, id: &MeetingId) -> Result<Made, PaperError> {
    let facts = sources.facts();
    let meeting = facts.meeting(id)?;
    let day = BodyDay::new(sources, meeting.held_at.date());
    Ok(Made { fields: fields(sources, facts, &day, &meeting)?, ..Made::default() })
}

/// One row for each person who attended or is expected, and for each that sits in.
pub(super) fn attendance(sources: &Sources<'_>, id: &MeetingId) -> Result<Made, PaperError> {
    let facts = sources.facts();
    let meeting = facts.meeting(id)?;
    let day = BodyDay::new(sources, meeting.held_at.date());
    let mut all = fields(sources, facts, &day, &meeting)?;
    let roster = sources.body.roster(day.on).units;
    let excused = excused(&meeting);
    let mut rows = Vec::new();
    for unit in day.in_order(meeting.meeting.called()) {
        let here = meeting.attendance.as_ref().and_then(|it| it.present.iter().find(|it| it.unit == *unit));
        let of_day = roster.iter().find(|it| it.unit == *unit);
        let expected = of_day.and_then(|it| match meeting.call.kind {
            MeetingKind::Liaison => it.liaison_officer.as_ref(),
            _ => it.member.as_ref(),
        });
        let mut row = match (here, expected) {
            (Some(it), _) => present(sources, facts, &day, it)?,
            (None, Some(person)) => day.person(sources, facts, unit, person),
            (None, None) => Fields::default(),
        };
        row.set("unit", day.unit(unit));
        let mark = match &meeting.attendance {
            _ if excused.contains(unit) => Some("apologies"),
            None => None,
            Some(_) if here.is_some() => Some("present"),
            Some(_) => Some("absent"),
        };
        if let Some(it) = meeting.meeting.attended().get(unit) {
            row.set_some("arrived", it.arrived().map(hour));
            row.set_some("left", it.left().map(|it| hour(it.at)));
        }
        row.set_some("mark", mark.map(|it| sources.words.word("mark", it)).transpose()?);
        rows.push(row);
    }
    all.set_rows("sheet", rows);
    Ok(Made { fields: all, ..Made::default() })
}
