//! The names of the things that something owed is about.
//!
//! How the names are worded stands in the templates.

use joint_meeting::{
    Act,
    id::{MeetingId, Text},
};

use crate::{sources::Sources, terms::error::PaperError};

/// What it is about, by its name where it has one.
pub(super) fn about(sources: &Sources<'_>, rule: &str, subject: &str) -> Result<String, PaperError> {
    // The subject of a change is the capacity and the person.
    if let (true, Some((capacity, person))) = (rule.starts_with("change."), subject.split_once(' ')) {
        let person = person.parse().map_or_else(|_| person.to_owned(), |it| sources.person(&it));
        return Ok(format!("{} {person}", sources.words.word("capacity", capacity)?));
    }
    let entries = sources.body.entries().iter();
    let all: Vec<NamedThing<'_>> = entries.filter_map(|it| named(sources, subject, &it.act)).collect();
    let of_rule = all.iter().find(|it| it.rules.iter().any(|it| rule.starts_with(it)));
    // A name may be given to things of different sorts.
    let only = || all.first().filter(|_| all.len() == 1);
    let Some(it) = of_rule.or_else(only) else { return Ok(subject.to_owned()) };
    match &it.name {
        ThingName::Text(it) => Ok(it.to_string()),
        ThingName::Meeting(id) => {
            let it = sources.facts().meeting(id)?;
            let held = sources.words.date(it.held_at.date())?;
            Ok(format!("{} {held}", sources.words.word_for("meeting", &it.call.kind)?))
        }
    }
}

/// What an act calls a thing by that id.
fn named<'d>(sources: &Sources<'d>, id: &str, act: &'d Act) -> Option<NamedThing<'d>> {
    let (found, name, rules): (&str, ThingName<'d>, &'static [&'static str]) = match act {
        Act::AddAgendaItem(it) => (it.item.as_str(), ThingName::Text(&it.title), &["matters.", "decision."]),
        Act::Assign(it) if it.assignment.as_str() == id => {
            let item = sources.facts().item(&it.item).ok()?;
            (id, ThingName::Text(&item.put.title), &["assignment.", "cooperation."])
        }
        Act::AcceptAssignedMatter(it) => (it.matter.as_str(), ThingName::Text(&it.task), &["matter."]),
        Act::RequestMeeting(it) => (it.request.as_str(), ThingName::Text(&it.topic), &["request."]),
        Act::PlanJointAction(it) => (it.action.as_str(), ThingName::Text(it.problem.as_ref()?), &["action."]),
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

/// What a thing is called, and how the rules begin that are about such things.
struct NamedThing<'d> {
    name: ThingName<'d>,
    rules: &'static [&'static str],
}

enum ThingName<'d> {
    Text(&'d Text),
    /// The name is that of the meeting: its kind and its day.
    Meeting(&'d MeetingId),
}
