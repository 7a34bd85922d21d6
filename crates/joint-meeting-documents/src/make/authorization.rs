//! The maker of powers of attorney, by which a unit entrusts a person with what it does in the body.

use joint_meeting::{
    JointMeeting,
    id::{PersonId, UnitId},
    state::Authorization,
};

use super::day::BodyDay;
use crate::{sources::Sources, terms::error::PaperError, words::Made};

pub(super) fn letter(sources: &Sources<'_>, unit: &UnitId, person: &PersonId) -> Result<Made, PaperError> {
    if sources.body.unit(unit).is_none() {
        return Err(PaperError::Unknown { kind: UnitId::KIND, name: unit.to_string() });
    }
    let given = last_given(sources.body, unit, person).ok_or(PaperError::NotYet { act: "authorize" })?;
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

/// What a unit last entrusted a person with.
pub(super) fn last_given<'b>(
    body: &'b JointMeeting,
    unit: &UnitId,
    person: &PersonId,
) -> Option<&'b Authorization> {
    body.unit(unit)?.authorizations().iter().rfind(|it| it.person() == person)
}
