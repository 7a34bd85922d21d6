//! `papers` and `calendar`: one paper, all of a year, the dates.

use std::{fs, path::Path};

use joint_meeting::{
    time::{Date, Period},
    wire,
};
use joint_meeting_documents::{Desk, Paper, PaperError, PaperFormat, PaperWords, Wanted};
use joint_meeting_tables::{paper_book, tables_of};
use serde_json::{Map, Value};

use crate::{
    acts::{asking::offset, safekeeping::bar},
    caller::CommandCaller,
    end::{CommandEnd, CommandFault, Ended},
    keeping::Opening,
    making::{pairs, value_of},
    words::joined,
};

/// A format of a file: one of papers, or a workbook of their tables.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FileFormat {
    Paper(PaperFormat),
    Workbook,
}

impl FileFormat {
    fn named(caller: &CommandCaller<'_>, ending: &str) -> Result<Self, CommandFault> {
        let paper = PaperFormat::ALL.into_iter().find(|it| it.ending() == ending || it.name() == ending);
        let found = paper.map(Self::Paper).or_else(|| (ending == "xlsx").then_some(Self::Workbook));
        let known = || PaperFormat::ALL.map(PaperFormat::ending).into_iter().chain(["xlsx"]);
        let unknown = || caller.say("bad.format", &[ending, &joined(caller.language, known())]);
        found.ok_or_else(|| CommandFault::usage(unknown()))
    }

    fn ending(self) -> &'static str {
        match self {
            Self::Paper(it) => it.ending(),
            Self::Workbook => "xlsx",
        }
    }

    /// The file, if the paper has anything for that format.
    fn write(
        self,
        caller: &CommandCaller<'_>,
        paper: &Paper,
        on: Date,
    ) -> Result<Option<Vec<u8>>, CommandFault> {
        match self {
            Self::Paper(format) => match format.write(paper) {
                Ok(bytes) => Ok(Some(bytes)),
                Err(PaperError::NoTable) => Ok(None),
                Err(why) => Err(unmade(caller, &why)),
            },
            Self::Workbook => {
                let bytes = paper_book(paper, Some(on));
                bytes.map_err(|why| CommandFault::input("table", why.text(caller.language)))
            }
        }
    }
}

fn unmade(caller: &CommandCaller<'_>, why: &PaperError) -> CommandFault {
    CommandFault::input("paper", why.text(caller.language))
}

pub(super) fn papers(caller: &CommandCaller<'_>) -> Ended {
    let said = caller.all("paper");
    let held = caller.held(Opening::Read)?;
    let given = caller.given(&caller.beside(held.name()))?;
    let on = caller.day("on", offset(held.body()))?;
    let words = PaperWords::built_in(caller.language);
    let desk = Desk::at(held.body(), words, &given, held.head().clone());
    if let Some((name, fields)) = said.split_first() {
        let wanted = wanted(caller, name, fields, on)?;
        let paper = desk.paper(&wanted).map_err(|why| unmade(caller, &why))?;
        return one(caller, held.name().as_str(), &paper, on);
    }
    let year = caller.year(on)?;
    let formats = caller.of("format").unwrap_or("docx").split(',');
    let formats: Vec<FileFormat> =
        formats.map(|it| FileFormat::named(caller, it.trim())).collect::<Result<_, _>>()?;
    let folder = caller.of("output").map_or_else(|| format!("papers-{year}"), ToOwned::to_owned);
    let folder = Path::new(&folder);
    let is_full = fs::read_dir(folder).is_ok_and(|mut it| it.next().is_some());
    if is_full && !caller.has("force") {
        return Err(caller.not_written(folder, &std::io::ErrorKind::AlreadyExists.into()));
    }
    let all = desk.evidence(year, on).map_err(|why| unmade(caller, &why))?;
    fs::create_dir_all(folder).map_err(|why| caller.not_written(folder, &why))?;
    let bar = bar(caller, "papers.progress", Some(all.len()));
    let mut names = Vec::new();
    for it in &all {
        for format in &formats {
            if let Some(bytes) = format.write(caller, &it.paper, on)? {
                let name = format!("{}.{}", it.name, format.ending());
                caller.put(&folder.join(&name), &bytes)?;
                names.push(name);
            }
        }
        bar.inc(1);
    }
    bar.finish_and_clear();
    if caller.has("json") {
        caller.answer(held.name().as_str(), Some(on), &wire::to_string(&names));
        return Ok(CommandEnd::Done);
    }
    let (papers, files) = (all.len().to_string(), names.len().to_string());
    caller.print(&caller.say("as-of", &[&on.to_string()]));
    caller.print(&caller.say("papers.done", &[&papers, &files, &folder.display().to_string()]));
    let drafts = all.iter().filter(|it| it.paper.draft.is_some()).count();
    if drafts > 0 {
        caller.print(&caller.say("papers.drafts", &[&drafts.to_string()]));
    }
    Ok(CommandEnd::Done)
}

/// One paper: into a file, or as text.
fn one(caller: &CommandCaller<'_>, body: &str, paper: &Paper, on: Date) -> Ended {
    if caller.has("json") {
        caller.answer(body, Some(on), &wire::to_string(paper));
        return Ok(CommandEnd::Done);
    }
    let Some(path) = caller.of("output") else {
        let text = PaperFormat::Text.write(paper).map_err(|why| unmade(caller, &why))?;
        caller.print(String::from_utf8_lossy(&text).trim_end());
        return Ok(CommandEnd::Done);
    };
    let ending = Path::new(path).extension().and_then(|it| it.to_str()).unwrap_or_default();
    let format = FileFormat::named(caller, ending)?;
    let bytes = format.write(caller, paper, on)?;
    let bytes = bytes.ok_or_else(|| unmade(caller, &PaperError::NoTable))?;
    caller.put(Path::new(path), &bytes)?;
    caller.print(&caller.say("file.done", &[path]));
    Ok(CommandEnd::Done)
}

/// Which paper is wanted; what asks for a day is of the day that was said.
fn wanted(caller: &CommandCaller<'_>, name: &str, fields: &[&str], on: Date) -> Result<Wanted, CommandFault> {
    let mut of = Map::new();
    for (key, value) in pairs(caller, fields)? {
        let kind = if key == "year" { "number" } else { "text" };
        of.insert(key.to_owned(), value_of(caller, value, kind, false)?);
    }
    let read = |of: &Map<String, Value>| -> Result<Wanted, wire::MalformedError> {
        let one: Map<String, Value> = [(name.to_owned(), Value::from(of.clone()))].into_iter().collect();
        wire::from_str(&Value::from(one).to_string())
    };
    let why = match read(&of) {
        Ok(wanted) => return Ok(wanted),
        Err(why) => why,
    };
    of.entry("on").or_insert_with(|| on.to_string().into());
    read(&of).map_err(|_| {
        CommandFault::usage(format!("{}\n{}", caller.say("bad.paper", &[name]), why.text(caller.language)))
    })
}

pub(super) fn calendar(caller: &CommandCaller<'_>) -> Ended {
    let held = caller.held(Opening::Read)?;
    let given = caller.given(&caller.beside(held.name()))?;
    let on = caller.day("on", offset(held.body()))?;
    let whole = caller.whole_year(on)?;
    let of = |name: &str, or: Date| match caller.of(name) {
        Some(_) => caller.day(name, offset(held.body())),
        None => Ok(or),
    };
    let period = Period::of_question(of("from", whole.from)?, of("to", whole.to)?);
    let period = period.map_err(|why| CommandFault::usage(why.text(caller.language)))?;
    let words = PaperWords::built_in(caller.language);
    let desk = Desk::at(held.body(), words, &given, held.head().clone());
    let calendar = desk.calendar(period, on).map_err(|why| unmade(caller, &why))?;
    if caller.has("json") {
        let ics = calendar.to_ics();
        let both = serde_json::json!({"ics": ics, "table": calendar.table});
        caller.answer(held.name().as_str(), Some(on), &both.to_string());
        return Ok(CommandEnd::Done);
    }
    let Some(path) = caller.of("output") else {
        caller.print(calendar.to_ics().trim_end());
        return Ok(CommandEnd::Done);
    };
    if path.ends_with(".ics") {
        caller.put(Path::new(path), calendar.to_ics().as_bytes())?;
        caller.print(&caller.say("file.done", &[path]));
        return Ok(CommandEnd::Done);
    }
    caller.show(&tables_of(&calendar.table, Some(on)), on)
}
