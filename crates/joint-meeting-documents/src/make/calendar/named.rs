//! The names of the things that something owed is about.
//!
//! How the names are worded stands in the templates.

use std::str::FromStr;

use joint_meeting::{
    id::{MeetingId, Text},
    time::Date,
};

use crate::{facts::act, sources::Sources, terms::error::PaperError};

/// What it is about, by its name where it has one.
pub(super) fn about(sources: &Sources<'_>, rule: &str, subject: &str) -> Result<String, PaperError> {
    // The subject of a change is the capacity and the person.
    if let (true, Some((capacity, person))) = (rule.starts_with("change."), subject.split_once(' ')) {
        let person = person.parse().map_or_else(|_| person.to_owned(), |it| sources.person(&it));
        return Ok(format!("{} {person}", sources.words.word("capacity", capacity)?));
    }
    // The subject of a due date that was missed before more time was given is the name and that date.
    if let Some((name, missed)) = subject.split_once(' ').filter(|(_, it)| it.parse::<Date>().is_ok()) {
        return Ok(format!("{} {missed}", about(sources, rule, name)?));
    }
    let all = named(sources, subject);
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

/// The things of that name, each by what it is called.
fn named<'d>(sources: &Sources<'d>, name: &str) -> Vec<NamedThing<'d>> {
    let (body, facts) = (sources.body, sources.facts());
    let item = find(name, |id| body.item(id)).map(|it| it.title());
    let assignment = find(name, |id| body.assignment(id)).and_then(|it| body.item(it.item()));
    let matter = find(name, |id| body.assigned_matter(id));
    let matter = matter.and_then(|it| facts.said(it.accepted(), act!(AcceptAssignedMatter)));
    let request = find(name, |id| body.request(id)).map(|it| it.topic());
    let action = find(name, |id| body.joint_action(id));
    let action = action.and_then(|it| facts.said(it.planned(), act!(PlanJointAction))?.problem.as_ref());
    let texts: [(Option<&Text>, &'static [&'static str]); 5] = [
        (item, &["matters.", "decision."]),
        (assignment.map(|it| it.title()), &["assignment.", "cooperation."]),
        (matter.map(|it| &it.task), &["matter."]),
        (request, &["request."]),
        (action, &["action."]),
    ];
    let minutes = find(name, |id| body.minutes(id)).map(|it| it.meeting().clone());
    let meeting = name.parse().ok().filter(|id| body.meeting(id).is_some());
    let meetings: [(Option<MeetingId>, &'static [&'static str]); 2] =
        [(minutes, &["minutes.con", "minutes.coun", "document."]), (meeting, &["meeting.", "minutes.for"])];
    let texts = texts.into_iter().filter_map(|(it, rules)| Some((ThingName::Text(it?), rules)));
    let meetings = meetings.into_iter().filter_map(|(it, rules)| Some((ThingName::Meeting(it?), rules)));
    texts.chain(meetings).map(|(name, rules)| NamedThing { name, rules }).collect()
}

/// Looks a thing up by a name that may be none of its kind.
fn find<I: FromStr, T>(name: &str, look_up: impl FnOnce(&I) -> Option<T>) -> Option<T> {
    look_up(&name.parse().ok()?)
}

/// What a thing is called, and how the rules begin that are about such things.
struct NamedThing<'d> {
    name: ThingName<'d>,
    rules: &'static [&'static str],
}

enum ThingName<'d> {
    Text(&'d Text),
    /// The name is that of the meeting: its kind and its day.
    Meeting(MeetingId),
}
