//! The tables that answers make: what each column is, and what stands in it.
//!
//! What an answer says is settled by the core, and how persons are called by the host; here it is laid out.

pub(crate) mod asked;
mod audit;
mod decisions;
mod duties;
mod heads;
mod journal;
mod options;
pub(crate) mod papers;
mod roster;
pub(crate) mod why;

use joint_meeting::{
    JointMeeting, Language,
    answer::Verdict,
    id::{PersonId, UnitId},
    time::Date,
};
use joint_meeting_documents::Given;

use self::heads::TableHead;
use crate::table::{Table, TableState, TableTone};

/// Makes tables of what a body answers, in one language.
///
/// ```
/// use joint_meeting::{JointMeeting, Language, time::Period};
/// use joint_meeting_tables::Tables;
///
/// let body = JointMeeting::bundled("nankai-dog-2022")?;
/// let year = Period::year(2023).unwrap();
/// let audit = body.audit(year, "2024-01-15".parse()?);
/// let table = Tables::new(&body, Language::Zh).audit(&audit);
/// assert_eq!(table.rows.len(), audit.clauses.len());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Tables<'b> {
    body: &'b JointMeeting,
    language: Language,
    given: Option<&'b Given>,
}

impl<'b> Tables<'b> {
    /// Tables of a body.
    pub fn new(body: &'b JointMeeting, language: Language) -> Self {
        Self { body, language, given: None }
    }

    /// With the names of persons that the office has given, as papers have them. A person without one goes by the name in the
    /// journal.
    #[must_use]
    pub fn named(self, given: &'b Given) -> Self {
        Self { given: Some(given), ..self }
    }

    fn table(&self, title: &str, heads: &[TableHead], on: Date) -> Table {
        Table::new(title, self.language, heads.iter().map(|it| (it.name, self.of(it.zh, it.en)))).on(on)
    }

    /// Whether something may be done, in a word.
    fn may(&self, can: bool) -> &'static str {
        if can { self.of("可", "yes") } else { self.of("否", "no") }
    }

    fn verdict(&self, it: Verdict) -> TableState {
        let tone = match it {
            Verdict::Met => TableTone::Well,
            Verdict::Disputed => TableTone::Watch,
            Verdict::Unmet => TableTone::Amiss,
            _ => TableTone::Plain,
        };
        TableState { text: it.text(self.language).to_owned(), tone }
    }

    fn of<T>(&self, zh: T, en: T) -> T {
        match self.language {
            Language::Zh => zh,
            Language::En => en,
        }
    }

    fn person(&self, person: &PersonId) -> String {
        let named = self.given.and_then(|it| it.persons.get(person));
        named.cloned().unwrap_or_else(|| person.to_string())
    }

    fn persons<'p>(&self, all: impl IntoIterator<Item = &'p PersonId>) -> String {
        all.into_iter().map(|it| self.person(it)).collect::<Vec<_>>().join(self.of("、", ", "))
    }

    /// What a unit is called on a day: in Chinese the name that it bears, in English what the charter calls it, if it does.
    fn unit(&self, unit: &UnitId, on: Date) -> String {
        let listed = self.body.charter_on(on).unit(unit);
        let borne = self.body.unit(unit).and_then(|it| it.name(on));
        let (zh, en) = (listed.map(|it| &it.zh), listed.map(|it| &it.en));
        self.of(borne.or(zh), en.or(borne)).map_or_else(|| unit.to_string(), ToString::to_string)
    }
}
