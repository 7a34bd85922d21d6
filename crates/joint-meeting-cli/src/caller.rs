//! Whoever calls: their language, their store, their day, and how they are answered.

use std::{
    fs,
    io::{self, Read as _},
    path::{Path, PathBuf},
    str::FromStr,
};

use clap::ArgMatches;
use joint_meeting::{
    JointMeeting, Language,
    chrono::{DateTime, Datelike as _, FixedOffset},
    id::{PersonId, Text},
    time::{Date, Period, Time, start_of},
};
use joint_meeting_documents::Given;
use joint_meeting_tables::{Table, coloured, csv, text, xlsx};

use crate::{
    end::{CommandEnd, CommandFault, Ended},
    files,
    words::say,
};

/// Whoever calls, and what they said.
pub(crate) struct CommandCaller<'m> {
    pub(crate) language: Language,
    pub(crate) said: &'m ArgMatches,
}

impl CommandCaller<'_> {
    pub(crate) fn say(&self, key: &str, holes: &[&str]) -> String {
        say(self.language, key, holes)
    }

    /// The value of an option or argument.
    pub(crate) fn of(&self, name: &str) -> Option<&str> {
        self.said.try_get_one::<String>(name).ok().flatten().map(String::as_str)
    }

    /// What is said, or what the environment says.
    pub(crate) fn or_environment(&self, name: &str, variable: &str) -> Option<String> {
        self.of(name).map(ToOwned::to_owned).or_else(|| std::env::var(variable).ok())
    }

    /// All values of an option or argument.
    pub(crate) fn all(&self, name: &str) -> Vec<&str> {
        let all = self.said.try_get_many::<String>(name).ok().flatten();
        all.into_iter().flatten().map(String::as_str).collect()
    }

    /// Whether a flag was given.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.said.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or(false)
    }

    /// What must be said.
    pub(crate) fn needs(&self, name: &str) -> Result<&str, CommandFault> {
        let missing = || CommandFault::usage(self.say("use.missing", &[&format!("--{name}")]));
        self.of(name).ok_or_else(missing)
    }

    /// The present moment: what is taken for it, or what the clock says.
    pub(crate) fn now(&self, offset: FixedOffset) -> Result<Time, CommandFault> {
        if let Some(said) = self.or_environment("now", "JOINT_MEETING_NOW") {
            return self.moment(&said, offset);
        }
        #[expect(clippy::disallowed_methods, reason = "the command is the host, who brings the time")]
        let passed = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let seconds = passed.ok().and_then(|it| i64::try_from(it.as_secs()).ok());
        let now = seconds.and_then(|it| DateTime::from_timestamp(it, 0)).and_then(|it| it.try_into().ok());
        let now: Time = now.ok_or_else(|| CommandFault::usage(self.say("bad.time", &["now"])))?;
        Ok(now.at_offset(offset))
    }

    /// A moment as people write it.
    pub(crate) fn moment(&self, said: &str, offset: FixedOffset) -> Result<Time, CommandFault> {
        let written = said.trim().replacen(' ', "T", 1);
        let forms = [written.clone(), format!("{written}{offset}"), format!("{written}:00{offset}")];
        let day = || written.parse().ok().map(|it: Date| start_of(it, offset));
        let found = forms.iter().find_map(|it| it.parse().ok()).or_else(day);
        found.ok_or_else(|| CommandFault::usage(self.say("bad.time", &[said])))
    }

    /// The day of an option, or today.
    pub(crate) fn day(&self, name: &str, offset: FixedOffset) -> Result<Date, CommandFault> {
        match self.of(name) {
            None => Ok(self.now(offset)?.date()),
            Some(said) => said.parse().map_err(|_| CommandFault::usage(self.say("bad.day", &[said]))),
        }
    }

    /// The year of an option, or that of a day.
    pub(crate) fn year(&self, on: Date) -> Result<i32, CommandFault> {
        let wrong = |it: &str| CommandFault::usage(self.say("bad.year", &[it]));
        self.of("year").map_or(Ok(on.to_chrono().year()), |it| it.parse().map_err(|_| wrong(it)))
    }

    /// The same, from its first day to its last.
    pub(crate) fn whole_year(&self, on: Date) -> Result<Period, CommandFault> {
        let year = self.year(on)?;
        let wrong = || CommandFault::usage(self.say("bad.year", &[&year.to_string()]));
        Period::year(year).ok_or_else(wrong)
    }

    /// The number of an option.
    pub(crate) fn number<N: FromStr>(&self, name: &str) -> Result<Option<N>, CommandFault> {
        self.of(name).map(|it| it.parse().map_err(|_| self.no_number(it))).transpose()
    }

    /// What was said is no number that can be used.
    pub(crate) fn no_number(&self, said: &str) -> CommandFault {
        CommandFault::usage(self.say("bad.number", &[said]))
    }

    /// The command within a command, with what was said of it.
    pub(crate) fn within(&self) -> Option<(&str, CommandCaller<'_>)> {
        let (name, said) = self.said.subcommand()?;
        Some((name, CommandCaller { language: self.language, said }))
    }

    pub(crate) fn person(&self, name: &str) -> Result<Option<PersonId>, CommandFault> {
        self.of(name).map(|it| self.person_said(it)).transpose()
    }

    /// A person, by the code that was said.
    pub(crate) fn person_said(&self, said: &str) -> Result<PersonId, CommandFault> {
        let wrong = |why: joint_meeting::id::TextError| {
            CommandFault::usage(self.say("bad.person", &[said, &why.text(self.language)]))
        };
        said.parse().map_err(wrong)
    }

    pub(crate) fn text(&self, said: &str) -> Result<Text, CommandFault> {
        let wrong = |why: joint_meeting::id::TextError| {
            CommandFault::usage(self.say("bad.text", &[said, &why.text(self.language)]))
        };
        said.parse().map_err(wrong)
    }

    /// The bytes of a file.
    pub(crate) fn bytes(&self, path: &str) -> Result<Vec<u8>, CommandFault> {
        let read = if path == "-" {
            let mut all = Vec::new();
            io::stdin().read_to_end(&mut all).map(|_| all)
        } else {
            fs::read(path)
        };
        read.map_err(|why| CommandFault::input("file", self.say("bad.file", &[path, &self.why(&why)])))
    }

    /// What the system says, in the language of the caller where it is known.
    pub(crate) fn why(&self, why: &io::Error) -> String {
        match why.kind() {
            io::ErrorKind::NotFound => self.say("io.none", &[]),
            io::ErrorKind::PermissionDenied => self.say("io.denied", &[]),
            io::ErrorKind::AlreadyExists => self.say("io.there", &[]),
            io::ErrorKind::IsADirectory => self.say("io.folder", &[]),
            io::ErrorKind::StorageFull => self.say("io.full", &[]),
            io::ErrorKind::ReadOnlyFilesystem => self.say("io.read-only", &[]),
            _ => why.to_string(),
        }
    }

    /// The text of a file.
    pub(crate) fn read(&self, path: &str) -> Result<String, CommandFault> {
        let text = String::from_utf8(self.bytes(path)?);
        text.map_err(|_| CommandFault::input("utf8", self.say("bad.utf8", &[path])))
    }

    /// Writes a file.
    pub(crate) fn put(&self, path: &Path, bytes: &[u8]) -> Result<(), CommandFault> {
        files::put(path, bytes, self.has("force")).map_err(|why| self.not_written(path, &why))
    }

    pub(crate) fn not_written(&self, path: &Path, why: &io::Error) -> CommandFault {
        let path = path.display().to_string();
        if why.kind() == io::ErrorKind::AlreadyExists {
            return CommandFault::input("exists", self.say("bad.exists", &[&path]));
        }
        CommandFault::disk(self.say("bad.write", &[&path, &self.why(why)]))
    }

    /// What was given beside the record: of `--given`, or of the file beside the store.
    pub(crate) fn given(&self, beside: &Path) -> Result<Given, CommandFault> {
        let said = self.of("given").map(PathBuf::from);
        let Some(path) = said.or_else(|| beside.exists().then(|| beside.to_owned())) else {
            return Ok(Given::default());
        };
        let path = path.display().to_string();
        let wrong = |why: joint_meeting::wire::MalformedError| {
            CommandFault::input("json", self.say("bad.json", &[&path, &why.text(self.language)]))
        };
        joint_meeting::wire::from_str(&self.read(&path)?).map_err(wrong)
    }

    /// Prints a line.
    pub(crate) fn print(&self, line: &str) {
        use std::io::Write as _;
        // Whoever reads may have seen enough.
        let _ = writeln!(anstream::stdout(), "{line}");
    }

    /// Prints an answer for programs.
    pub(crate) fn answer(&self, body: &str, on: Option<Date>, answer: &str) {
        let quoted = |it: &str| joint_meeting::wire::to_string(&it);
        let on = on.map(|it| format!(",\"on\":{}", quoted(&it.to_string()))).unwrap_or_default();
        self.print(&format!("{{\"body\":{}{on},\"answer\":{answer}}}", quoted(body)));
    }

    /// How wide a table may be.
    pub(crate) fn width(&self) -> Result<Option<usize>, CommandFault> {
        let of_terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
        Ok(self.number("width")?.or_else(of_terminal))
    }

    /// Shows tables, or writes them to the file that is wanted.
    pub(crate) fn show(&self, tables: &[Table], on: Date) -> Ended {
        let Some(path) = self.of("output") else {
            self.print(&self.say("as-of", &[&on.to_string()]));
            self.print("");
            self.print(coloured(tables, self.width()?).trim_end());
            return Ok(CommandEnd::Done);
        };
        let bytes = self.table_bytes(tables, path)?;
        self.put(Path::new(path), &bytes)?;
        self.print(&self.say("file.done", &[path]));
        Ok(CommandEnd::Done)
    }

    /// Tables as a file, by the ending of its name.
    pub(crate) fn table_bytes(&self, tables: &[Table], path: &str) -> Result<Vec<u8>, CommandFault> {
        match Path::new(path).extension().and_then(|it| it.to_str()) {
            Some("csv") => Ok(csv(tables).into_bytes()),
            Some("txt") => Ok(text(tables, None).into_bytes()),
            Some("xlsx") => xlsx(tables).map_err(|why| CommandFault::input("table", why.text(self.language))),
            _ => Err(CommandFault::usage(self.say("bad.ending", &[path, ".xlsx .csv .txt"]))),
        }
    }

    /// An act in words.
    pub(crate) fn label(&self, body: &JointMeeting, act: &joint_meeting::Act) -> String {
        let label = body.label(act);
        self.language.of(&label.zh, &label.en).clone()
    }
}
