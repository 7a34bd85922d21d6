//! The maker of briefings and circulars of the office, each with its running number of the year.

use chrono::Datelike;
use joint_meeting::{
    Act, Entry, Outcome,
    id::{BulletinId, Text},
};

use super::{day::BodyDay, meeting::by_the_office};
use crate::{sources::Sources, terms::error::PaperError, words::Made};

pub(super) fn bulletin(sources: &Sources<'_>, id: &BulletinId) -> Result<(String, Made), PaperError> {
    let find = |entry: &'_ Entry| -> Option<(&'static str, Text, Text)> {
        match &entry.act {
            Act::IssueBriefing(it) if it.bulletin == *id => {
                Some(("briefing", it.title.clone(), it.text.clone()))
            }
            Act::IssueCircular(it) if it.bulletin == *id => {
                Some(("circular", it.title.clone(), it.text.clone()))
            }
            _ => None,
        }
    };
    let entries = sources.facts().entries.iter();
    let found = entries.filter_map(|it| Some((it, find(it)?))).next();
    let Some((entry, (name, title, text))) = found else {
        return Err(PaperError::Unknown { kind: BulletinId::KIND, name: id.to_string() });
    };
    let day = BodyDay::new(sources, entry.at.date());
    let mut made = Made { fields: day.fields()?, dated: Some(day.on), sent: Some(day.on), ..Made::default() };
    if let Outcome::Serial { serial } = entry.outcome {
        made.fields.set("serial", serial);
    }
    made.fields.set("year", day.on.year());
    made.fields.set("title", title);
    made.fields.set("text", text);
    made.copied_to = day.units.iter().map(|(it, _)| day.unit(it)).collect();
    by_the_office(sources, &mut made)?;
    Ok((name.to_owned(), made))
}
