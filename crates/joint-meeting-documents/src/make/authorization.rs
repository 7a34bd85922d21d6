//! The maker of powers of attorney, by which a unit entrusts a person with what it does in the body.

use joint_meeting::id::{PersonId, UnitId};

use super::day::BodyDay;
use crate::{sources::Sources, terms::error::PaperError, words::Made};

pub(super) fn letter(sources: &Sources<'_>, unit: &UnitId, person: &PersonId) -> Result<Made, PaperError> {
    let unknown = || PaperError::Unknown { kind: UnitId::KIND, name: unit.to_string() };
    let given = sources.body.unit(unit).ok_or_else(unknown)?.authorizations();
    let given = given.iter().rfind(|it| it.person() == person);
    let given = given.ok_or(PaperError::NotYet { act: "authorize" })?;
    let (words, day) = (sources.words, BodyDay::new(sources, given.made().at.date()));
    let mut fields = day.fields()?;
    let name = day.unit(unit);
    fields.set("unit", &name);
    fields.set("person", sources.person(person));
    fields.set_some("post", sources.facts().post(unit, person));
    fields.set("matters", words.list(given.matters().iter().map(|it| it.text(words.language()))));
    fields.set("from", words.date(given.from())?);
    fields.set("to", words.date(given.to())?);
    Ok(Made { fields, issuers: vec![name], dated: Some(day.on), ..Made::default() })
}
