//! A day in the life of the body, by which makers name units, persons and issuers.
//!
//! What happened at a meeting or to minutes has files of its own.

use joint_meeting::{
    Charter, Language,
    id::{PersonId, UnitId},
    time::{Date, Period},
    words::Carrier,
};

use crate::{
    facts::JournalFacts,
    sources::Sources,
    terms::error::PaperError,
    words::{Fields, PaperWords},
};

/// A day in the life of the body: which charter was in force, who belonged, what everybody was called.
pub(super) struct BodyDay<'d> {
    pub(super) words: &'d PaperWords,
    pub(super) charter: &'d Charter,
    pub(super) facts: JournalFacts<'d>,
    pub(super) on: Date,
    /// The member units in protocol order, by their names of the day.
    pub(super) units: Vec<(UnitId, String)>,
}

impl<'d> BodyDay<'d> {
    pub(super) fn new(sources: &'d Sources<'_>, on: Date) -> Self {
        let roster = sources.body.roster(on);
        Self {
            words: sources.words,
            charter: sources.body.charter_on(on),
            facts: sources.facts(),
            on,
            units: roster.units.into_iter().map(|it| (it.unit, it.name.to_string())).collect(),
        }
    }

    /// What a unit was called.
    pub(super) fn unit(&self, unit: &UnitId) -> String {
        let entry = self.charter.unit(unit);
        if self.words.language() == Language::En
            && let Some(entry) = entry
        {
            return entry.en.to_string();
        }
        let member = self.units.iter().find(|(it, _)| it == unit).map(|(_, name)| name.clone());
        let listed = || entry.map(|it| it.zh.to_string());
        let known = || self.facts.unit_name(unit, self.on).map(ToString::to_string);
        member.or_else(listed).or_else(known).unwrap_or_else(|| unit.to_string())
    }

    /// The units in protocol order, others after the member units.
    pub(super) fn in_order<'u>(&self, units: impl IntoIterator<Item = &'u UnitId>) -> Vec<&'u UnitId> {
        let mut units: Vec<&UnitId> = units.into_iter().collect();
        let place = |unit: &UnitId| self.units.iter().position(|(it, _)| it == unit).unwrap_or(usize::MAX);
        units.sort_by_key(|it| place(it));
        units
    }

    pub(super) fn list<'u>(&self, units: impl IntoIterator<Item = &'u UnitId>) -> String {
        self.words.list(self.in_order(units).into_iter().map(|it| self.unit(it)))
    }

    /// The fields of every template that say who works with the papers on that day.
    pub(super) fn fields(&self) -> Result<Fields, PaperError> {
        let file = self.charter.file();
        let title = match self.words.language() {
            Language::Zh => file.title.zh.as_str(),
            Language::En => file.title.en.as_str(),
        };
        let (before, after) = (self.words.word("charter", "before")?, self.words.word("charter", "after")?);
        let body = title.strip_prefix(before.as_str()).unwrap_or(title);
        let body = body.strip_suffix(after.as_str()).unwrap_or(body);
        let short =
            self.charter.settings().short_name.fixed().filter(|_| self.words.language() == Language::Zh);
        let mut fields = Fields::default();
        fields.set("charter", title);
        fields.set("body", body);
        fields.set("short", short.map_or(body, |it| it.as_str()));
        fields.set("today", self.words.date(self.on)?);
        let lead = self.charter.settings().lead_units.fixed();
        fields.set_some("lead", lead.map(|it| self.list(it)));
        Ok(fields)
    }

    /// The units in whose name documents go out, the sponsor first; none if it is the body itself.
    pub(super) fn issuing(&self) -> &'d [UnitId] {
        let settings = self.charter.settings();
        let lead = settings.lead_units.fixed().map_or(&[][..], |it| it);
        match settings.carrier.fixed() {
            Some(Carrier::Joint) => settings.issue_order.fixed().map_or(lead, |it| it),
            Some(Carrier::LeadUnit) => lead,
            Some(Carrier::Body) | None => &[],
        }
    }

    /// The names of those in whose name documents go out, the sponsor first.
    pub(super) fn issuers(&self, sources: &Sources<'_>) -> Result<Vec<String>, PaperError> {
        let units = self.issuing();
        if units.is_empty() {
            return Ok(self.fields()?.text("body").map(str::to_owned).into_iter().collect());
        }
        let name = |it| sources.given.letterheads.get(it).cloned().unwrap_or_else(|| self.unit(it));
        Ok(units.iter().map(name).collect())
    }

    /// A person of a unit: both names, and the post where it is known.
    pub(super) fn person(
        &self,
        sources: &Sources<'_>,
        facts: JournalFacts<'_>,
        unit: &UnitId,
        person: &PersonId,
    ) -> Fields {
        let mut fields = Fields::default();
        fields.set("unit", self.unit(unit));
        fields.set("person", sources.person(person));
        fields.set_some("post", facts.post(unit, person));
        fields
    }
}

/// The whole of a year.
pub(super) fn period(year: i32) -> Result<Period, PaperError> {
    Period::year(year).ok_or(PaperError::Year { year })
}
