//! A host: several bodies, clerks at once, and entries in a table of SQLite.
//!
//! An act is decided, stored and applied, in this order. The table is the truth, and a body in memory is what was read of it so
//! far. Another process may have stored an entry since; then the number is taken, the insert is refused, the body catches up
//! and decides again. So nothing is stored that was not decided on everything stored before it.

use std::{
    collections::BTreeMap,
    path::Path,
    sync::{Mutex, PoisonError, RwLock},
    thread,
};

use joint_meeting::{
    Charter, Conflict, Decision, Entry, JointMeeting, Language, NoBody, ReplayError, Submission,
    answer::Refusal,
    charter::CharterErrors,
    charters,
    journal::{Head, Journal},
    wire::{self, Malformed},
};
use rusqlite::{Connection, TransactionBehavior, ffi, params};

const TABLES: &str = "
    PRAGMA journal_mode = WAL;
    CREATE TABLE IF NOT EXISTS body (name TEXT PRIMARY KEY, charter TEXT NOT NULL, head TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS entry (
        body TEXT NOT NULL REFERENCES body, no INTEGER NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (body, no)
    ) STRICT, WITHOUT ROWID;";

/// What became of a submission. A refusal is an answer, not an error.
enum Answer {
    /// It is the entry of this number.
    Stored(u32),
    Refused(Refusal),
}

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
enum HostError {
    #[error("there is no body `{0}`")]
    UnknownBody(String),
    #[error("there is no charter `{0}`")]
    UnknownCharter(String),
    /// What an insert is refused by when another process was quicker.
    #[error("entry {no} of `{body}` is stored already")]
    Taken { body: String, no: u32 },
    #[error("another thread ended while it held a lock")]
    Poisoned,
    #[error("the charter does not load: {0:?}")]
    Charter(CharterErrors),
    #[error(transparent)]
    NoBody(#[from] NoBody),
    #[error(transparent)]
    Malformed(#[from] Malformed),
    #[error(transparent)]
    Conflict(#[from] Conflict),
    #[error(transparent)]
    Replay(#[from] ReplayError),
    #[error(transparent)]
    Table(#[from] rusqlite::Error),
}

impl<T> From<PoisonError<T>> for HostError {
    fn from(_: PoisonError<T>) -> Self {
        Self::Poisoned
    }
}

/// The bodies and their entries on disk.
struct Table(Connection);

impl Table {
    fn open(path: &Path) -> Result<Self, HostError> {
        let connection = Connection::open(path)?;
        connection.execute_batch(TABLES)?;
        Ok(Self(connection))
    }

    /// Puts a body down that has no entry yet, unless it is there.
    fn add(&self, body: &str, charter: &str) -> Result<(), HostError> {
        let head = Journal::begin(&load(charter)?).0.head().clone();
        let insert = "INSERT INTO body (name, charter, head) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        self.0.execute(insert, params![body, charter, wire::to_string(&head)])?;
        Ok(())
    }

    /// The bodies, each with the name of its charter.
    fn bodies(&self) -> Result<Vec<(String, String)>, HostError> {
        let mut select = self.0.prepare("SELECT name, charter FROM body ORDER BY name")?;
        let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Stores an entry and how far the journal now reaches: both, or neither.
    fn append(&mut self, body: &str, entry: &Entry) -> Result<(), HostError> {
        let transaction = self.0.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let insert = "INSERT INTO entry (body, no, entry) VALUES (?1, ?2, ?3)";
        transaction.execute(insert, params![body, entry.no, wire::to_string(entry)]).map_err(
            |why| match why.sqlite_error() {
                Some(it) if it.extended_code == ffi::SQLITE_CONSTRAINT_PRIMARYKEY => {
                    HostError::Taken { body: body.to_owned(), no: entry.no }
                }
                _ => why.into(),
            },
        )?;
        let mut journal = Journal::resume(head(&transaction, body)?);
        journal.write(entry);
        let update = "UPDATE body SET head = ?2 WHERE name = ?1";
        transaction.execute(update, params![body, wire::to_string(journal.head())])?;
        Ok(transaction.commit()?)
    }

    /// The entries of a body after one.
    fn entries_after(&self, body: &str, no: u32) -> Result<Vec<Entry>, HostError> {
        let select = "SELECT entry FROM entry WHERE body = ?1 AND no > ?2 ORDER BY no";
        let mut select = self.0.prepare(select)?;
        let rows = select.query_map(params![body, no], |row| row.get::<_, String>(0))?;
        rows.map(|it| it.map_err(HostError::from).and_then(|it| Ok(wire::from_str(&it)?))).collect()
    }
}

/// How far the journal of a body reaches.
fn head(table: &Connection, body: &str) -> Result<Head, HostError> {
    let head: String = table.query_row("SELECT head FROM body WHERE name = ?1", [body], |row| row.get(0))?;
    Ok(wire::from_str(&head)?)
}

fn load(charter: &str) -> Result<Charter, HostError> {
    let file = charters::get(charter).ok_or_else(|| HostError::UnknownCharter(charter.to_owned()))?;
    Charter::from_json(file).map_err(HostError::Charter)
}

/// One process: the bodies it has in memory, and its connection. Clerks of different bodies wait for each other only at the table.
struct Host {
    bodies: RwLock<BTreeMap<String, Mutex<JointMeeting>>>,
    table: Mutex<Table>,
}

impl Host {
    /// Opens every body in the table as its entries tell: on the first day there is none.
    fn open(path: &Path) -> Result<Self, HostError> {
        let table = Table::open(path)?;
        let bodies = table.bodies()?;
        let host = Self { bodies: RwLock::default(), table: Mutex::new(table) };
        for (body, charter) in bodies {
            host.keep(&body, &charter)?;
        }
        Ok(host)
    }

    /// Adds a body under a charter.
    fn add(&self, body: &str, charter: &str) -> Result<(), HostError> {
        self.table.lock()?.add(body, charter)?;
        self.keep(body, charter)
    }

    fn keep(&self, body: &str, charter: &str) -> Result<(), HostError> {
        let mut meeting = JointMeeting::new([load(charter)?])?;
        self.catch_up(body, &mut meeting)?;
        self.bodies.write()?.insert(body.to_owned(), Mutex::new(meeting));
        Ok(())
    }

    /// Decides, stores, applies. Decides again if the table holds more than the body knew: also before it refuses.
    fn submit(&self, body: &str, submission: &Submission) -> Result<Answer, HostError> {
        let bodies = self.bodies.read()?;
        let mut meeting = find(&bodies, body)?.lock()?;
        loop {
            let refusal = match meeting.decide(submission) {
                Decision::Refused(refusal) => Some(refusal),
                Decision::Accepted(entry) => {
                    let stored = self.table.lock()?.append(body, &entry);
                    match stored {
                        Ok(()) => return Ok(Answer::Stored(apply(&mut meeting, *entry)?)),
                        Err(HostError::Taken { .. }) => None,
                        Err(why) => return Err(why),
                    }
                }
            };
            let missed = self.catch_up(body, &mut meeting)?;
            if let (Some(refusal), 0) = (refusal, missed) {
                return Ok(Answer::Refused(refusal));
            }
        }
    }

    /// Applies the entries that others have stored, and says how many they were.
    fn catch_up(&self, body: &str, meeting: &mut JointMeeting) -> Result<usize, HostError> {
        let missed =
            self.table.lock()?.entries_after(body, meeting.entries().last().map_or(0, |it| it.no))?;
        let count = missed.len();
        missed.into_iter().try_for_each(|it| meeting.apply(it))?;
        Ok(count)
    }

    /// Decides every entry again and compares the journal with the head in the table.
    fn verify(&self, body: &str) -> Result<(Head, usize), HostError> {
        let bodies = self.bodies.read()?;
        let meeting = find(&bodies, body)?.lock()?;
        let head = head(&self.table.lock()?.0, body)?;
        let again =
            JointMeeting::replay_checked(meeting.charters().to_vec(), &meeting.journal().0, Some(&head))?;
        Ok((head, again.breaches().len()))
    }
}

fn apply(meeting: &mut JointMeeting, entry: Entry) -> Result<u32, Conflict> {
    let no = entry.no;
    meeting.apply(entry).map(|()| no)
}

type Bodies = BTreeMap<String, Mutex<JointMeeting>>;

fn find<'b>(bodies: &'b Bodies, body: &str) -> Result<&'b Mutex<JointMeeting>, HostError> {
    bodies.get(body).ok_or_else(|| HostError::UnknownBody(body.to_owned()))
}

fn founding(charter: &str, posts: &[(&str, &str)]) -> Submission {
    let holders: Vec<String> =
        posts.iter().map(|(post, person)| format!(r#"{{"post": "{post}", "person": "{person}"}}"#)).collect();
    wire::from_str(&format!(
        r#"{{"act": {{"type": "adopt_charter", "charter": "{charter}", "version": 1, "holders": [{}]}},
        "by": "{}", "at": "2022-04-21T09:00:00+08:00"}}"#,
        holders.join(", "),
        posts[0].1
    ))
    .unwrap()
}

fn item(no: usize, by: &str) -> Submission {
    wire::from_str(&format!(
        r#"{{"act": {{"type": "add_agenda_item", "item": "letter-{no}", "title": "来信{no}", "kind": "discussion"}},
        "by": "{by}", "at": "2022-05-09T09:00:00+08:00"}}"#
    ))
    .unwrap()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = std::env::temp_dir().join(format!("joint-meeting-{}.sqlite", std::process::id()));
    let first = Host::open(&path)?;
    first.add("district", "nankai-dog-2022")?;
    first.add("q", "counterfeit-currency-qianjiang-2014")?;
    let second = Host::open(&path)?;
    let f =
        founding("nankai-dog-2022", &[("deputy-head", "p1"), ("order-head", "p2"), ("order-staff", "p3")]);
    for host in [&first, &second] {
        match host.submit("district", &f)? {
            Answer::Stored(n) => println!("{n}"),
            Answer::Refused(r) => println!("{r}"),
        }
    }
    let g = founding("counterfeit-currency-qianjiang-2014", &[("vice-head-of-district", "p1")]);
    for host in [&first, &second] {
        match host.submit("q", &g)? {
            Answer::Stored(n) => println!("{n}"),
            Answer::Refused(r) => println!("{r}"),
        }
    }
    match second.submit("district", &item(1, "p3"))? {
        Answer::Stored(n) => println!("{n}"),
        Answer::Refused(r) => println!("{r}"),
    };
    match first.submit("district", &item(1, "p3"))? {
        Answer::Stored(n) => println!("{n}"),
        Answer::Refused(r) => println!("{r}"),
    };
    match first.submit("district", &item(2, "p2"))? {
        Answer::Stored(n) => println!("{n}"),
        Answer::Refused(r) => println!("{r}"),
    };
    Ok(())
}
