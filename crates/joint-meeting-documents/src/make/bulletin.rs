//! The maker of briefings and circulars of the office, each with its running number of the year.

use joint_meeting::{id::BulletinId, state::BulletinKind};

use super::day::BodyDay;
use crate::{facts::act, sources::Sources, terms::error::PaperError, words::Made};

pub(super) fn bulletin(sources: &Sources<'_>, id: &BulletinId) -> Result<(String, Made), PaperError> {
    let unknown = || PaperError::Unknown { kind: BulletinId::KIND, name: id.to_string() };
    let bulletin = sources.body.bulletin(id).ok_or_else(unknown)?;
    let (facts, issued) = (sources.facts(), bulletin.issued());
    let (name, text) = match bulletin.kind() {
        BulletinKind::Briefing => ("briefing", facts.said(issued, act!(IssueBriefing)).map(|it| &it.text)),
        BulletinKind::Circular => ("circular", facts.said(issued, act!(IssueCircular)).map(|it| &it.text)),
    };
    let day = BodyDay::new(sources, issued.at.date());
    let mut made = Made { fields: day.fields()?, dated: Some(day.on), sent: Some(day.on), ..Made::default() };
    made.fields.set("serial", bulletin.serial());
    made.fields.set("year", bulletin.year());
    made.fields.set("title", bulletin.title());
    made.fields.set_some("text", text);
    made.copied_to = day.units.iter().map(|(it, _)| day.unit(it)).collect();
    day.by_the_office(&mut made)?;
    Ok((name.to_owned(), made))
}
