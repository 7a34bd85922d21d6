//! The part for tables: rosters read from spreadsheets, answers and papers laid out, files of spreadsheets written.

use joint_meeting::{
    Charter, JointMeeting, Language,
    wire::{self, Day, MalformedError},
};
use joint_meeting_documents::{Given, wire as papers};
use joint_meeting_tables::{
    Entering, RosterError, Sheet, SheetError, Table, TableQuestion, Tables, UnreadableError, changes_of, csv,
    founding_of, roster_book, sheets, tables_of, template, text, wire as handed, xlsx,
};
use serde::{
    Deserialize,
    de::{
        IntoDeserializer,
        value::{Error as WordError, StrDeserializer},
    },
};
use serde_json::json;

use crate::{
    border::{Answered, border},
    thrown::{Thrown, words},
};

/// What is asked beyond the border. Every language is its word, and what persons are called is JSON text.
pub(crate) enum TablesAsked<'a> {
    /// The sheets of a file.
    Sheets { file: &'a [u8] },
    /// The roster of a charter to be filled, as a workbook.
    Template { charter: &'a Charter, language: &'a str },
    /// The acts by which a roster founds a body.
    Founding { roster: RosterHanded<'a>, charter: &'a Charter, entering: &'a str, language: &'a str },
    /// What a roster says otherwise than a body.
    Changes {
        roster: RosterHanded<'a>,
        body: &'a JointMeeting,
        given: &'a str,
        entering: &'a str,
        language: &'a str,
    },
    /// The roster of a body as a workbook.
    Book { body: &'a JointMeeting, given: &'a str, on: &'a str, language: &'a str },
    /// The tables of what a body is asked.
    Answer { body: &'a JointMeeting, given: &'a str, question: &'a str, language: &'a str },
    /// The tables that stand in a paper.
    Paper { paper: &'a str, on: Option<&'a str> },
    /// Tables as a file.
    Write { tables: &'a str, format: &'a str, width: Option<usize> },
}

/// A roster: a file, or the rows of a sheet as JSON text.
pub(crate) enum RosterHanded<'a> {
    File(&'a [u8]),
    Rows(&'a str),
}

border!(
    TablesAsked<'_> => answer,
    "__wasm_split_00tables00_import_00000000000000000000000000000000",
    "__wasm_split_00tables00_export_00000000000000000000000000000000"
);

fn answer(asked: &TablesAsked<'_>) -> Result<Answered, Thrown> {
    Ok(match asked {
        TablesAsked::Sheets { file } => Answered::Text(wire::to_string(&sheets(file)?)),
        TablesAsked::Template { charter, language } => {
            Answered::File(template(charter, of_word("language", language)?)?)
        }
        TablesAsked::Founding { roster, charter, entering, language } => {
            let (entering, language): (Entering, _) =
                (wire::from_str(entering)?, of_word("language", language)?);
            let found = founding_of(&roster.sheets()?, charter, &entering)?;
            let body = JointMeeting::new([Charter::clone(charter)])?;
            let tables = [found.table(&body, entering.at.date(), language)];
            Answered::Text(with_tables("founding", &wire::to_string(&found), &tables))
        }
        TablesAsked::Changes { roster, body, given, entering, language } => {
            let (given, entering): (Given, Entering) = (wire::from_str(given)?, wire::from_str(entering)?);
            let found = changes_of(&roster.sheets()?, body, Some(&given), &entering)?;
            let tables = found.tables(body, entering.at.date(), of_word("language", language)?);
            Answered::Text(with_tables("changes", &wire::to_string(&found), &tables))
        }
        TablesAsked::Book { body, given, on, language } => {
            let (given, Day { on }): (Given, _) = (wire::from_str(given)?, wire::from_str(on)?);
            Answered::File(roster_book(body, Some(&given), on, of_word("language", language)?)?)
        }
        TablesAsked::Answer { body, given, question, language } => {
            let (given, question): (Given, TableQuestion) =
                (wire::from_str(given)?, wire::from_str(question)?);
            let tables = Tables::new(body, of_word("language", language)?).named(&given).asked(&question)?;
            Answered::Text(wire::to_string(&tables))
        }
        TablesAsked::Paper { paper, on } => {
            let on = on.map(wire::from_str).transpose()?.map(|Day { on }| on);
            Answered::Text(wire::to_string(&tables_of(&papers::paper(paper)?, on)))
        }
        TablesAsked::Write { tables, format, width } => {
            let tables = handed::tables(tables)?;
            Answered::File(match of_word("format", format)? {
                TableFormat::Xlsx => xlsx(&tables)?,
                TableFormat::Csv => csv(&tables).into_bytes(),
                TableFormat::Txt => text(&tables, *width).into_bytes(),
            })
        }
    })
}

fn with_tables(key: &str, found: &str, tables: &[Table]) -> String {
    format!(r#"{{"{key}":{found},"tables":{}}}"#, wire::to_string(&tables))
}

/// The file of tables, by how its name ends.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum TableFormat {
    Xlsx,
    Csv,
    Txt,
}

/// One of the words of a list.
fn of_word<T: for<'de> Deserialize<'de>>(path: &str, word: &str) -> Result<T, MalformedError> {
    let word: StrDeserializer<'_, WordError> = word.into_deserializer();
    T::deserialize(word).map_err(|it| MalformedError { path: path.to_owned(), problem: it.to_string() })
}

impl<'a> RosterHanded<'a> {
    /// The file, where there is one.
    pub(crate) fn of(file: Option<&'a [u8]>, rows: &'a str) -> Self {
        file.map_or(Self::Rows(rows), Self::File)
    }

    fn sheets(&self) -> Result<Vec<Sheet>, Thrown> {
        match self {
            Self::File(bytes) => Ok(sheets(bytes)?),
            Self::Rows(json) => Ok(vec![Sheet::of_rows("", handed::rows(json)?)?]),
        }
    }
}

impl From<RosterError> for Thrown {
    fn from(it: RosterError) -> Self {
        Self::new("roster", json!({ "why": it }), words!(it))
    }
}

impl From<UnreadableError> for Thrown {
    fn from(it: UnreadableError) -> Self {
        RosterError::Unreadable(it).into()
    }
}

impl From<SheetError> for Thrown {
    fn from(it: SheetError) -> Self {
        Self::new("table", json!({ "why": it }), words!(it))
    }
}
