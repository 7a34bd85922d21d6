//! A host: bodies in memory, their entries in a table of SQLite, and clerks who submit at once.
//!
//! An act is decided, its entry is stored, and then applied. The table is the truth; a body in memory is what has been read of
//! it so far. If another process has stored an entry since, the number is taken and the insert is refused; the body then
//! catches up, and decides again. So every entry was decided on all entries before it, and a refusal stores nothing.

use std::{
    collections::BTreeMap,
    env, fs,
    path::Path,
    process,
    sync::{Mutex, PoisonError, RwLock},
    thread,
};

use joint_meeting::{
    BundledError, ConflictError, Entry, JointMeeting, ReplayError, Submission,
    act::{AddAgendaItem, AdoptCharter, FirstHolder},
    answer::Refusal,
    id,
    id::{ItemId, PersonId},
    journal::{Head, Journal},
    text, time,
    wire::{self, MalformedError},
    words::ItemKind,
};
use rusqlite::{Connection, TransactionBehavior, ffi, params};

const TABLES: &str = "
    PRAGMA journal_mode = WAL;
    CREATE TABLE IF NOT EXISTS body (name TEXT PRIMARY KEY, charter TEXT NOT NULL, head TEXT NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS entry (
        body TEXT NOT NULL REFERENCES body, no INTEGER NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (body, no)
    ) STRICT, WITHOUT ROWID;";

/// What becomes of a submission: the number of its entry, or a refusal, which is an answer and not an error.
type Answer = Result<u32, Refusal>;

/// Why there is no answer.
#[derive(Debug, thiserror::Error)]
enum HostError {
    #[error("there is no body `{0}`")]
    UnknownBody(String),
    /// Another process was quicker.
    #[error("entry {0} is stored already")]
    Taken(u32),
    #[error("a clerk's thread has panicked")]
    Panicked,
    #[error(transparent)]
    Charter(#[from] BundledError),
    #[error(transparent)]
    Entry(#[from] MalformedError),
    #[error(transparent)]
    Order(#[from] ConflictError),
    #[error(transparent)]
    Journal(#[from] ReplayError),
    #[error(transparent)]
    Table(#[from] rusqlite::Error),
}

impl<T> From<PoisonError<T>> for HostError {
    fn from(_: PoisonError<T>) -> Self {
        Self::Panicked
    }
}

/// The bodies in the table, each with the name of its charter.
fn stored_bodies(table: &Connection) -> Result<Vec<(String, String)>, HostError> {
    let mut select = table.prepare("SELECT name, charter FROM body ORDER BY name")?;
    let rows = select.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The entries of a body that follow the one of that number.
fn entries_after(table: &Connection, body: &str, no: u32) -> Result<Vec<Entry>, HostError> {
    let mut select = table.prepare("SELECT entry FROM entry WHERE body = ?1 AND no > ?2 ORDER BY no")?;
    let rows = select.query_map(params![body, no], |row| row.get::<_, String>(0))?;
    rows.map(|it| it.map_err(HostError::from).and_then(|it| Ok(wire::from_str(&it)?))).collect()
}

/// How far the journal of a body reaches.
fn head(table: &Connection, body: &str) -> Result<Head, HostError> {
    let head: String = table.query_row("SELECT head FROM body WHERE name = ?1", [body], |row| row.get(0))?;
    Ok(wire::from_str(&head)?)
}

/// Stores an entry, and how far the journal now reaches: both, or neither.
fn append(table: &mut Connection, body: &str, entry: &Entry) -> Result<(), HostError> {
    let transaction = table.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let insert = "INSERT INTO entry (body, no, entry) VALUES (?1, ?2, ?3)";
    transaction.execute(insert, params![body, entry.no, wire::to_string(entry)]).map_err(|why| {
        let is_taken = |it: &ffi::Error| it.extended_code == ffi::SQLITE_CONSTRAINT_PRIMARYKEY;
        if why.sqlite_error().is_some_and(is_taken) { HostError::Taken(entry.no) } else { why.into() }
    })?;
    let mut journal = Journal::resume(head(&transaction, body)?);
    journal.write(entry);
    let head = wire::to_string(journal.head());
    transaction.execute("UPDATE body SET head = ?2 WHERE name = ?1", params![body, head])?;
    Ok(transaction.commit()?)
}

/// One process. Clerks of the same body wait for each other; those of different bodies, only at the table.
struct Host {
    bodies: RwLock<BTreeMap<String, Mutex<JointMeeting>>>,
    table: Mutex<Connection>,
}

impl Host {
    /// Opens every body as its entries tell. An entry that was stored but not yet applied when the last process ended is
    /// among them.
    fn open(path: &Path) -> Result<Self, HostError> {
        let table = Connection::open(path)?;
        table.execute_batch(TABLES)?;
        let bodies = stored_bodies(&table)?;
        let host = Self { bodies: RwLock::default(), table: Mutex::new(table) };
        for (name, charter) in bodies {
            let mut body = JointMeeting::bundled(&charter)?;
            host.catch_up(&name, &mut body)?;
            host.bodies.write()?.insert(name, Mutex::new(body));
        }
        Ok(host)
    }

    fn add_body(&self, name: &str, charter: &str) -> Result<(), HostError> {
        let body = JointMeeting::bundled(charter)?;
        let row = params![name, charter, wire::to_string(&body.head(None))];
        self.table.lock()?.execute("INSERT INTO body (name, charter, head) VALUES (?1, ?2, ?3)", row)?;
        self.bodies.write()?.insert(name.to_owned(), Mutex::new(body));
        Ok(())
    }

    /// Does some work with a body that nobody else has at the time.
    fn with<T, Work>(&self, name: &str, work: Work) -> Result<T, HostError>
    where
        Work: FnOnce(&mut JointMeeting) -> Result<T, HostError>,
    {
        let bodies = self.bodies.read()?;
        let body = bodies.get(name).ok_or_else(|| HostError::UnknownBody(name.to_owned()))?;
        work(&mut *body.lock()?)
    }

    /// Tries until the body knows everything that is in the table: only then does a refusal stand.
    fn submit(&self, name: &str, submission: &Submission) -> Result<Answer, HostError> {
        self.with(name, |body| {
            loop {
                let answer = self.attempt(name, body, submission);
                let is_refused = matches!(answer, Ok(Err(_)) | Err(HostError::Taken(_)));
                if !is_refused || self.catch_up(name, body)? == 0 {
                    return answer;
                }
            }
        })
    }

    /// Decides, stores, applies.
    fn attempt(&self, name: &str, body: &mut JointMeeting, it: &Submission) -> Result<Answer, HostError> {
        let entry = match body.decide(it) {
            Ok(entry) => entry,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let no = entry.no;
        append(&mut *self.table.lock()?, name, &entry)?;
        body.apply(entry)?;
        Ok(Ok(no))
    }

    /// Applies what others have stored, and says how many entries that were.
    fn catch_up(&self, name: &str, body: &mut JointMeeting) -> Result<usize, HostError> {
        let last = body.entries().last().map_or(0, |it| it.no);
        let missed = entries_after(&*self.table.lock()?, name, last)?;
        let count = missed.len();
        missed.into_iter().try_for_each(|it| body.apply(it))?;
        Ok(count)
    }

    /// Checks the chain against the head in the table and decides every entry again; says how many there are, and how many
    /// would be refused.
    fn verify(&self, name: &str) -> Result<(u32, usize), HostError> {
        self.with(name, |body| {
            let head = head(&*self.table.lock()?, name)?;
            let again =
                JointMeeting::replay_checked(body.charters().to_vec(), &body.journal().0, Some(&head))?;
            Ok((head.count, again.breaches().len()))
        })
    }
}

const BODIES: [(&str, &str); 2] =
    [("currency", "counterfeit-currency-qianjiang-2014"), ("dogs", "nankai-dog-2022")];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let path = env::temp_dir().join(format!("joint-meeting-host-{}.sqlite", process::id()));
    let shown = show(&path);
    fs::remove_file(&path)?;
    Ok(shown?)
}

fn show(path: &Path) -> Result<(), HostError> {
    // Two hosts with one file are to each other what two processes are.
    let first = Host::open(path)?;
    BODIES.iter().try_for_each(|(name, charter)| first.add_body(name, charter))?;
    let second = Host::open(path)?;
    let say = |it: Answer| it.map_or_else(|it| it.to_string(), |no| format!("entry {no}"));
    println!("first host:  {}", say(first.submit("dogs", &founding())?));
    // The second host has not heard of that: it decides on entry 1 as well, is refused the insert, and looks.
    println!("second host: {}", say(second.submit("dogs", &founding())?));

    let stored = race([&first, &second])?;
    println!("the same four letters, by two clerks at each host: {stored} stored");

    drop((first, second));
    let reopened = Host::open(path)?;
    for (name, _) in BODIES {
        let (entries, breaches) = reopened.verify(name)?;
        println!("{name} after a restart: entries {entries}, journal whole, breaches {breaches}");
    }
    Ok(())
}

/// Clerks enter the same letters at once. Each letter is stored once, whoever comes first; the others hear that the name is taken.
fn race(hosts: [&Host; 2]) -> Result<usize, HostError> {
    let clerks: [PersonId; 2] = [id!("p2"), id!("p3")];
    thread::scope(|scope| {
        let desks = hosts.iter().flat_map(|host| clerks.iter().map(move |clerk| (host, clerk)));
        let threads: Vec<_> = desks.map(|(host, clerk)| scope.spawn(|| enter_letters(host, clerk))).collect();
        threads.into_iter().map(|it| it.join().map_err(|_| HostError::Panicked)?).sum()
    })
}

fn enter_letters(host: &Host, clerk: &PersonId) -> Result<usize, HostError> {
    let letters: [ItemId; 4] = [id!("letter-1"), id!("letter-2"), id!("letter-3"), id!("letter-4")];
    let answers = letters.map(|letter| {
        let item = AddAgendaItem::new(letter, text!("群众来信"), ItemKind::Discussion);
        host.submit("dogs", &Submission::new(item, clerk.clone(), time!("2022-05-09T09:00:00+08:00")))
    });
    answers.into_iter().map(|it| Ok(usize::from(it?.is_ok()))).sum()
}

fn founding() -> Submission {
    let holders = [
        FirstHolder::new(id!("deputy-head"), id!("p1")),
        FirstHolder::new(id!("order-head"), id!("p2")),
        FirstHolder::new(id!("order-staff"), id!("p3")),
    ];
    let act = AdoptCharter::new(id!("nankai-dog-2022"), 1, holders);
    Submission::new(act, id!("p1"), time!("2022-04-21T09:00:00+08:00"))
}
