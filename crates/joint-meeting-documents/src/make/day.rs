//! A day in the life of the body, by which makers name units, persons and issuers.
//!
//! What happened at a meeting or to minutes has files of its own.

use joint_meeting::{
    Charter, Language,
    charter::{Holder, Office, Settings, StandsTo},
    id::{PersonId, UnitId},
    number::DocumentNumber,
    time::{Date, Period},
    words::{Carrier, Step},
};

use crate::{
    facts::JournalFacts,
    sources::Sources,
    terms::error::PaperError,
    words::{Fields, Made, PaperWords},
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

    /// What the charter fixed.
    pub(super) fn settings(&self) -> &'d Settings {
        self.charter.settings_on(self.on)
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
        let settings = self.settings();
        let titled = title.strip_prefix(before.as_str()).unwrap_or(title);
        let titled = titled.strip_suffix(after.as_str()).unwrap_or(titled);
        // Whatever a title says after the name of the body is no part of the name.
        let name = self.words.added_word("charter", "name_ends")?;
        let whole = (!name.is_empty()).then(|| title.rfind(name.as_str())).flatten();
        let titled = whole.and_then(|it| title.get(..it + name.len())).unwrap_or(titled);
        let body = match (settings.body_name.fixed(), self.words.language()) {
            (Some(name), Language::Zh) => name.zh.as_str(),
            (Some(name), Language::En) => name.en.as_str(),
            (None, _) => titled,
        };
        let short = settings.short_name.fixed().filter(|_| self.words.language() == Language::Zh);
        let mut fields = Fields::default();
        fields.set("charter", title);
        fields.set("body", body);
        fields.set("short", short.map_or(body, |it| it.as_str()));
        fields.set("today", self.words.date(self.on)?);
        fields.set_some("lead", settings.lead_units.fixed().map(|it| self.list(it)));
        fields.set_some(
            "jurisdictions",
            settings.jurisdictions.fixed().map(|it| self.words.list(it.iter().map(|it| it.as_str()))),
        );
        for (name, stands) in [
            ("bodies_above", StandsTo::Above),
            ("bodies_beside", StandsTo::Beside),
            ("bodies_below", StandsTo::Below),
        ] {
            let bodies = settings.related.fixed().into_iter().flatten().filter(|it| it.stands == stands);
            let called = bodies.map(|it| match self.words.language() {
                Language::Zh => it.zh.as_str(),
                Language::En => it.en.as_str(),
            });
            fields.set_some(name, Some(self.words.list(called)));
        }
        let office = match self.office(&fields)? {
            office if office.is_empty() => self.words.added_word("office", "open")?,
            office => self.words.list(office),
        };
        fields.set("office", office);
        Ok(fields)
    }

    /// Whether the charter has an office.
    fn has_office(&self) -> bool {
        matches!(self.settings().office.fixed(), Some(Office::Seated { .. }))
    }

    /// What the office is called or, where the charter has none, the units or posts that do its work; none if they cannot be
    /// known.
    fn office(&self, fields: &Fields) -> Result<Vec<String>, PaperError> {
        let settings = self.settings();
        if self.has_office() {
            let short = fields.text("short").unwrap_or_default();
            return Ok(vec![self.words.word("office", "name")?.replace("{short}", short)]);
        }
        if let Some(lead) = settings.lead_units.fixed().filter(|it| !it.is_empty()) {
            return Ok(self.in_order(lead).into_iter().map(|it| self.unit(it)).collect());
        }
        let conveners = settings.conveners.fixed().into_iter().flatten().filter_map(|it| match it {
            Holder::Unit(unit) => Some(self.unit(unit)),
            Holder::Post(post) => {
                let post = self.charter.post(post)?;
                let title = match self.words.language() {
                    Language::Zh => &post.zh,
                    Language::En => &post.en,
                };
                Some(post.unit.as_ref().map_or_else(|| title.to_string(), |it| self.unit(it)))
            }
        });
        let mut named: Vec<String> = Vec::new();
        for convener in conveners {
            if !named.contains(&convener) {
                named.push(convener);
            }
        }
        // Of several conveners none is the first, unless the charter ranks them.
        if settings.conveners_ranked.fixed() == Some(&true) {
            named.truncate(1);
        }
        Ok(named)
    }

    /// Names the office, or whoever does its work, as the issuer. Where that cannot be known, the paper is a draft.
    pub(super) fn by_the_office(&self, made: &mut Made) -> Result<(), PaperError> {
        made.issuers = self.office(&made.fields)?;
        if made.issuers.is_empty() {
            made.add_draft([self.words.added_word("why", "no_office")?]);
        }
        Ok(())
    }

    /// Names those in whose name a document goes out. Where the body may not be it and no other is known, it is a draft.
    pub(super) fn by_the_issuers(
        &self,
        sources: &Sources<'_>,
        made: &mut Made,
        (seal, number): (Option<Carrier>, Option<&str>),
    ) -> Result<(), PaperError> {
        made.issuers = self.issuers(sources, (seal, number))?;
        let by_itself = self.issuing((seal, number)).is_empty();
        match made.issuers.first().cloned() {
            None => {
                let open = self.words.added_word("office", "open")?;
                made.fields.set("sponsor", &open);
                made.fields.set("letterhead", open);
                made.add_draft([self.words.added_word("why", "no_issuer")?]);
            }
            Some(body) if by_itself => made.fields.set("own_name", body),
            Some(sponsor) => {
                // Where the body has no office, the sponsor sends out what bears its name.
                if !self.has_office() {
                    made.fields.set("office", &sponsor);
                }
                made.fields.set("letterhead", sponsor);
            }
        }
        Ok(())
    }

    /// In whose name a document goes out: as the charter says or, where it says nothing, as the seal does that it bears.
    fn carrier(&self, seal: Option<Carrier>) -> Option<Carrier> {
        let settings = self.settings();
        let is_forbidden = settings.own_name.fixed() == Some(&false);
        let is_open = match settings.carrier.fixed() {
            None => true,
            Some(carrier) => *carrier == Carrier::Body && is_forbidden,
        };
        let said = seal.filter(|it| *it != Carrier::Body && is_open);
        said.or_else(|| settings.carrier_in_effect())
    }

    /// The units in whose name documents go out, the sponsor first; none if it is the body itself, or if they are not known.
    ///
    /// Of several the sponsor is whom the charter names or, where it names nobody, the unit whose number the document bears.
    pub(super) fn issuing(&self, (seal, number): (Option<Carrier>, Option<&str>)) -> Vec<&'d UnitId> {
        let settings = self.settings();
        let mut units: Vec<&UnitId> = match (self.carrier(seal), settings.issue_order.fixed()) {
            (Some(Carrier::Joint), Some(order)) => order.iter().collect(),
            (Some(Carrier::Joint | Carrier::LeadUnit), _) => settings.sponsors_first(),
            (Some(Carrier::Body) | None, _) => Vec::new(),
        };
        let sponsor = settings.sponsor.fixed().or_else(|| self.numbering(number?));
        if let Some(place) = units.iter().position(|it| Some(*it) == sponsor) {
            units.get_mut(..=place).into_iter().for_each(|it| it.rotate_right(1));
        }
        units
    }

    /// The unit in whose series a number is.
    fn numbering(&self, number: &str) -> Option<&'d UnitId> {
        let number: DocumentNumber = number.parse().ok()?;
        let series = self.settings().series.fixed().into_iter().flatten();
        series.filter(|it| it.code.as_str() == number.code()).map(|it| &it.unit).next()
    }

    /// Whether the charter numbers what goes out without minutes. What goes out under the letterhead of a unit bears a number
    /// of that unit, and of a path that is not known nothing can be said.
    pub(super) fn numbers_documents(&self, seal: Option<Carrier>) -> bool {
        let settings = self.settings();
        let has_series = settings.series.fixed().is_some_and(|it| !it.is_empty());
        let by_unit = !matches!(self.carrier(seal), Some(Carrier::Body));
        let paths = settings.paths.fixed();
        by_unit || has_series || paths.is_none_or(|it| it.values().flatten().any(|it| *it == Step::Number))
    }

    /// The names of those in whose name documents go out, the sponsor first; none if that may not be the body and no other
    /// is known.
    pub(super) fn issuers(
        &self,
        sources: &Sources<'_>,
        (seal, number): (Option<Carrier>, Option<&str>),
    ) -> Result<Vec<String>, PaperError> {
        let units = self.issuing((seal, number));
        if units.is_empty() {
            let is_forbidden = self.settings().own_name.fixed() == Some(&false);
            let body = self.fields()?.text("body").map(str::to_owned);
            return Ok(body.filter(|_| !is_forbidden).into_iter().collect());
        }
        let name = |it| sources.given.letterheads.get(it).cloned().unwrap_or_else(|| self.unit(it));
        Ok(units.into_iter().map(name).collect())
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
