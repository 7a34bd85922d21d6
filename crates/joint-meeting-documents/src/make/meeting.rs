//! The maker of the papers of a meeting: its notice, agenda and attendance sheet; and what minutes share with them.

use joint_meeting::{
    act::Present,
    id::{MeetingId, UnitId},
    words::MeetingKind,
};

use super::day::BodyDay;
use crate::{
    facts::{JournalFacts, MeetingFacts},
    sources::Sources,
    terms::error::PaperError,
    words::{Fields, Made},
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
    fields.set("meeting", words.word_for("meeting", &meeting.call.kind)?);
    fields.set("mode", words.word_for("mode", &meeting.call.mode)?);
    fields.set("held", words.time(meeting.held_at)?);
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

/// Who attended, sent apologies, was absent and sat in, each group in protocol order.
fn who_was_there(
    sources: &Sources<'_>,
    facts: JournalFacts<'_>,
    day: &BodyDay<'_>,
    meeting: &MeetingFacts<'_>,
    fields: &mut Fields,
) -> Result<(), PaperError> {
    let invited = meeting.invited.iter().map(|it| {
        let mut row = Fields::default();
        row.set("who", it.name());
        row.set_some("for", facts.item(it.item()).ok().map(|it| it.put.title.to_string()));
        row
    });
    let mut sits_in: Vec<Fields> = invited.collect();
    if let Some(attendance) = meeting.attendance {
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
        fields.set_rows("apologies", day.in_order(&attendance.apologies).into_iter().map(named));
        let here = |unit: &&UnitId| attendance.present.iter().any(|it| it.unit == **unit);
        let absent =
            meeting.meeting.called().iter().filter(|it| !here(it) && !attendance.apologies.contains(it));
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

/// Names the office as the issuer; what it is called is a matter of wording.
pub(super) fn by_the_office(sources: &Sources<'_>, made: &mut Made) -> Result<(), PaperError> {
    let short = made.fields.text("short").unwrap_or_default().to_owned();
    let office = sources.words.word("office", "name")?.replace("{short}", &short);
    made.fields.set("office", &office);
    made.issuers = vec![office];
    Ok(())
}

pub(super) fn notice(sources: &Sources<'_>, id: &MeetingId) -> Result<Made, PaperError> {
    let facts = sources.facts();
    let meeting = facts.meeting(id)?;
    let day = BodyDay::new(sources, meeting.meeting.convened().at.date());
    let mut made = Made {
        fields: fields(sources, facts, &day, &meeting)?,
        recipients: day.in_order(meeting.meeting.called()).into_iter().map(|it| day.unit(it)).collect(),
        dated: Some(day.on),
        ..Made::default()
    };
    // That it was cancelled since is no part of what went out, and nobody should send it now.
    if let Some(why) = JournalFacts::new(sources.today).meeting(id).ok().and_then(|it| it.cancelled) {
        made.draft = Some(vec![sources.words.word("why", "cancelled")? + why.as_str()]);
    }
    by_the_office(sources, &mut made)?;
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
    fields.set_rows("more_items", items.collect::<Result<Vec<_>, _>>()?);
    // Whoever was called before hears of it as well.
    let recipients = day.in_order(meeting.meeting.called()).into_iter().map(|it| day.unit(it)).collect();
    let mut made = Made { fields, recipients, dated: Some(day.on), ..Made::default() };
    by_the_office(sources, &mut made)?;
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
    let mut rows = Vec::new();
    for unit in day.in_order(meeting.meeting.called()) {
        let here = meeting.attendance.and_then(|it| it.present.iter().find(|it| it.unit == *unit));
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
        let mark = match meeting.attendance {
            None => None,
            Some(_) if here.is_some() => Some("present"),
            Some(it) if it.apologies.contains(unit) => Some("apologies"),
            Some(_) => Some("absent"),
        };
        row.set_some("mark", mark.map(|it| sources.words.word("mark", it)).transpose()?);
        rows.push(row);
    }
    all.set_rows("sheet", rows);
    Ok(Made { fields: all, ..Made::default() })
}
