//! Makers: which facts each kind of paper has. One file for each group of papers; what they share is here.
//!
//! No rule and no wording: what is allowed or owed is asked of the core, how it is said stands in the templates.

mod action;
mod bulletin;
mod calendar;
mod document;
mod evidence;
mod known;
mod meeting;
mod minutes;
mod reports;
mod tables;

use joint_meeting::{
    Charter, Language,
    charter::settings::Carrier,
    id::{PersonId, UnitId},
    time::{Date, Period},
};
use serde::Serialize;

pub(crate) use self::{calendar::calendar, evidence::evidence};
use crate::{
    check::{PaperFinding, PaperKnown, check_with},
    desk::{Desk, PaperError},
    facts::{ItemFacts, JournalFacts},
    paper::Paper,
    wanted::Wanted,
    words::{Fields, Made, PaperWords},
};

/// Makes a paper. One that the rules on documents do not allow to go out becomes a draft, whoever asks for it.
pub(crate) fn paper(desk: &Desk<'_>, wanted: &Wanted) -> Result<Paper, PaperError> {
    let (mut paper, known) = before_check(desk, wanted)?;
    // What is a draft by its nature says what is open; it need not be whole.
    if paper.draft.is_none() || matches!(wanted, Wanted::Issue(_)) {
        let found = check_with(&paper, &known);
        let why: Vec<String> =
            found.iter().filter(|it| it.stops()).map(|it| it.render(desk.words.language())).collect();
        if !why.is_empty() {
            desk.words.make_draft(&mut paper, why)?;
        }
    }
    Ok(paper)
}

/// Looks at a paper by every row, with all that the journal knows.
pub(crate) fn findings(desk: &Desk<'_>, wanted: &Wanted) -> Result<Vec<PaperFinding>, PaperError> {
    let (paper, known) = before_check(desk, wanted)?;
    Ok(check_with(&paper, &known))
}

/// What the journal knows of a paper that is not printed on it.
pub(crate) fn known(desk: &Desk<'_>, wanted: &Wanted) -> Result<PaperKnown, PaperError> {
    Ok(before_check(desk, wanted)?.1)
}

/// A paper that nobody has looked at yet, and what is known beside it.
fn before_check(desk: &Desk<'_>, wanted: &Wanted) -> Result<(Paper, PaperKnown), PaperError> {
    let (name, mut made) = match wanted {
        Wanted::Notice { meeting } => ("notice".to_owned(), meeting::notice(desk, meeting)?),
        Wanted::Agenda { meeting } => ("agenda".to_owned(), meeting::agenda(desk, meeting)?),
        Wanted::Attendance { meeting } => ("attendance".to_owned(), meeting::attendance(desk, meeting)?),
        Wanted::MinutesSkeleton { meeting } => {
            ("minutes_skeleton".to_owned(), minutes::skeleton(desk, meeting)?)
        }
        Wanted::Minutes { minutes } => ("minutes".to_owned(), minutes::minutes(desk, minutes)?),
        Wanted::CountersignSheet { minutes } => {
            ("countersign_sheet".to_owned(), minutes::countersign_sheet(desk, minutes)?)
        }
        Wanted::Document { document } => document::document(desk, document)?,
        Wanted::Issue(submission) => document::before_issue(desk, submission)?,
        Wanted::Bulletin { bulletin } => bulletin::bulletin(desk, bulletin)?,
        Wanted::Reminder { unit, year, on } => {
            ("reminder".to_owned(), reports::reminder(desk, unit, *year, *on)?)
        }
        Wanted::Summary { year, on } => ("summary".to_owned(), reports::summary(desk, *year, *on)?),
        Wanted::Register { on } => ("register".to_owned(), tables::register(desk, *on)?),
        Wanted::Assignments { on } => ("assignments".to_owned(), tables::assignments(desk, *on)?),
        Wanted::ActionPlan { action } => ("action_plan".to_owned(), action::plan(desk, action)?),
        Wanted::ActionResult { action } => ("action_result".to_owned(), action::result(desk, action)?),
        Wanted::Calendar { from, to, on } => {
            let period = Period { from: *from, to: *to };
            return Ok((calendar(desk, period, *on)?.table, PaperKnown::default()));
        }
        Wanted::Audit { year, on } => ("audit".to_owned(), tables::audit(desk, *year, *on)?),
    };
    let known = std::mem::take(&mut made.known);
    Ok((put(desk, &name, made)?, known))
}

/// Puts facts into the words of a template.
fn put(desk: &Desk<'_>, name: &str, made: Made) -> Result<Paper, PaperError> {
    desk.words.paper(name, made, &desk.given.fields, desk.head())
}

fn period(year: i32) -> Result<Period, PaperError> {
    Period::year(year).ok_or(PaperError::Year { year })
}

/// A word of the journal as it stands there.
fn spelling(word: &impl Serialize) -> String {
    match serde_json::to_value(word) {
        Ok(serde_json::Value::String(it)) => it,
        _ => String::new(),
    }
}

fn word(words: &PaperWords, kind: &'static str, word: &impl Serialize) -> Result<String, PaperError> {
    words.word(kind, &spelling(word))
}

/// A day in the life of the body: which charter was in force, who belonged, what everybody was called.
struct BodyDay<'d> {
    words: &'d PaperWords,
    charter: &'d Charter,
    facts: JournalFacts<'d>,
    on: Date,
    /// The member units in protocol order, by their names of the day.
    units: Vec<(UnitId, String)>,
}

impl<'d> BodyDay<'d> {
    fn new(desk: &'d Desk<'_>, on: Date) -> Self {
        let roster = desk.body.register(on);
        Self {
            words: desk.words,
            charter: desk.body.charter_on(on),
            facts: desk.facts(),
            on,
            units: roster.units.into_iter().map(|it| (it.unit, it.name.to_string())).collect(),
        }
    }

    /// What a unit was called.
    fn unit(&self, unit: &UnitId) -> String {
        let entry = self.charter.unit(unit);
        if self.words.language() == Language::En
            && let Some(entry) = entry
        {
            return entry.en.to_string();
        }
        let member = self.units.iter().find(|(it, _)| it == unit).map(|(_, name)| name.clone());
        let listed = || entry.map(|it| it.zh.to_string());
        let known = || self.facts.unit_name(unit).map(ToString::to_string);
        member.or_else(listed).or_else(known).unwrap_or_else(|| unit.to_string())
    }

    /// Units in protocol order, others after the member units.
    fn in_order<'u>(&self, units: impl IntoIterator<Item = &'u UnitId>) -> Vec<&'u UnitId> {
        let mut units: Vec<&UnitId> = units.into_iter().collect();
        let place = |unit: &UnitId| self.units.iter().position(|(it, _)| it == unit).unwrap_or(usize::MAX);
        units.sort_by_key(|it| place(it));
        units
    }

    fn list<'u>(&self, units: impl IntoIterator<Item = &'u UnitId>) -> String {
        self.words.list(self.in_order(units).into_iter().map(|it| self.unit(it)))
    }

    /// Who works with the papers on that day: fields of every template.
    fn fields(&self) -> Result<Fields, PaperError> {
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
    fn issuing(&self) -> &'d [UnitId] {
        let settings = self.charter.settings();
        let lead = settings.lead_units.fixed().map_or(&[][..], |it| it);
        match settings.carrier.fixed() {
            Some(Carrier::Joint) => settings.issue_order.fixed().map_or(lead, |it| it),
            Some(Carrier::LeadUnit) => lead,
            Some(Carrier::Body) | None => &[],
        }
    }

    /// In whose name documents go out, the sponsor first.
    fn issuers(&self, desk: &Desk<'_>) -> Result<Vec<String>, PaperError> {
        let units = self.issuing();
        if units.is_empty() {
            return Ok(self.fields()?.text("body").map(str::to_owned).into_iter().collect());
        }
        let name = |it| desk.given.letterheads.get(it).cloned().unwrap_or_else(|| self.unit(it));
        Ok(units.iter().map(name).collect())
    }

    /// A person of a unit: both names, and the post where it is known.
    fn person(&self, desk: &Desk<'_>, facts: JournalFacts<'_>, unit: &UnitId, person: &PersonId) -> Fields {
        let mut fields = Fields::default();
        fields.set("unit", self.unit(unit));
        fields.set("person", desk.person(person));
        fields.set_some("post", facts.post(unit, person));
        fields
    }

    /// An item as a row, with its assignments as rows.
    fn item(&self, item: &ItemFacts<'_>) -> Result<Fields, PaperError> {
        let mut fields = Fields::default();
        fields.set("title", &item.put.title);
        fields.set("kind", word(self.words, "item", &item.put.kind)?);
        fields.set_some("proposer", item.put.unit.as_ref().map(|it| self.unit(it)));
        fields.set_some("concerned", Some(self.list(&item.put.concerned)));
        fields.set_some("proposal", item.proposal);
        fields.set_some("reason", item.left_open.map(|it| &it.reason));
        if let Some(settled) = item.settled {
            fields.set("outcome", self.words.word("outcome", settled.how)?);
            fields.set_some("tasks", Some(self.list(settled.tasks)));
        }
        let mut assignments = Vec::new();
        for it in &item.assignments {
            let mut row = Fields::default();
            row.set("unit", self.unit(&it.assign.unit));
            row.set_some("cooperating", Some(self.list(&it.assign.cooperating)));
            row.set_some("target", it.assign.target.as_ref());
            row.set_some("due", it.due.map(|it| self.words.date(it)).transpose()?);
            row.set_some("progress", it.progress);
            if let Some((result, on)) = it.result {
                row.set("result", result);
                row.set("done", self.words.date(on)?);
            }
            assignments.push(row);
        }
        fields.set_rows("assignments", assignments);
        let mut positions = Vec::new();
        for unit in self.in_order(item.positions.keys().copied()) {
            let Some(it) = item.positions.get(unit) else { continue };
            let mut row = Fields::default();
            row.set("unit", self.unit(unit));
            row.set("position", word(self.words, "position", &it.position)?);
            row.set_some("text", it.text.as_ref());
            positions.push(row);
        }
        // What was said besides a plain yes.
        let with_words = positions.iter().filter(|it| it.text("text").is_some()).cloned().collect::<Vec<_>>();
        fields.set_rows("reservations", with_words);
        fields.set_rows("positions", positions);
        Ok(fields)
    }
}
