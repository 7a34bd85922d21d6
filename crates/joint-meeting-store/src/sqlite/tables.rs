//! The tables, and the statements that more than one call needs.

use std::{thread, time::Duration};

use joint_meeting::journal::Head;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::terms::{error::StoreError, line::NewLine, name::BodyName, source::CharterSource};

/// The format of the tables.
const TABLES_FORMAT: u32 = 1;
/// What says that a file is one of ours: the letters JMST.
const APPLICATION: i32 = 0x4A4D_5354;

const TABLES: &str = "
    CREATE TABLE charter (digest TEXT PRIMARY KEY, json TEXT NOT NULL, under TEXT NOT NULL) STRICT;
    CREATE TABLE body (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
    CREATE TABLE body_charter (
        body TEXT NOT NULL REFERENCES body, digest TEXT NOT NULL REFERENCES charter, place INTEGER NOT NULL,
        PRIMARY KEY (body, digest)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE entry (
        body TEXT NOT NULL REFERENCES body, no INTEGER NOT NULL, line TEXT NOT NULL, digest TEXT NOT NULL,
        PRIMARY KEY (body, no)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE former (
        body TEXT NOT NULL REFERENCES body, head TEXT NOT NULL, no INTEGER NOT NULL, line TEXT NOT NULL,
        PRIMARY KEY (body, head, no)
    ) STRICT, WITHOUT ROWID;";

/// For how long one waits while others write, in milliseconds.
const PATIENCE: i32 = 30_000;

/// Waits for whoever writes. SQLite itself would wait longer each time, up to a tenth of a second, and be overtaken.
fn wait(times: i32) -> bool {
    thread::sleep(Duration::from_millis(1));
    times < PATIENCE
}

/// Sets how a connection writes, and makes the tables where there are none.
pub(super) fn set_up(it: &mut Connection, is_read_only: bool) -> rusqlite::Result<()> {
    it.busy_handler(Some(wait))?;
    let tables: i64 = it.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let application: i32 = it.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    // A file of another program stays as it is.
    if is_read_only || tables > 0 && application != APPLICATION {
        return Ok(());
    }
    // Whatever the machine does, what was committed stays.
    it.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;")?;
    if tables > 0 {
        return Ok(());
    }
    let begun = it.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let tables: i64 = begun.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    if tables == 0 {
        begun.execute_batch(TABLES)?;
        begun.execute_batch(&format!(
            "PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {TABLES_FORMAT};"
        ))?;
    }
    begun.commit()
}

/// Whether these are tables that are known.
pub(super) fn check(it: &Connection, place: &str) -> Result<(), StoreError> {
    let number = |pragma: &str| it.query_row(pragma, [], |row| row.get::<_, i64>(0));
    let read = number("PRAGMA application_id").and_then(|one| Ok((one, number("PRAGMA user_version")?)));
    match read {
        Ok((application, format)) if application == i64::from(APPLICATION) => {
            if format == i64::from(TABLES_FORMAT) { Ok(()) } else { Err(unknown(place, format.to_string())) }
        }
        Ok(_) => Err(unknown(place, "of another program".to_owned())),
        Err(why) => Err(StoreError::Failed { place: place.to_owned(), why: why.to_string() }),
    }
}

pub(super) fn unknown(place: &str, found: String) -> StoreError {
    StoreError::Format { place: place.to_owned(), found, known: TABLES_FORMAT }
}

pub(super) fn with_digest(it: &CharterSource) -> (String, &CharterSource) {
    (it.charter().map(|it| it.digest().to_owned()).unwrap_or_default(), it)
}

pub(super) fn has_body(it: &Connection, body: &str) -> rusqlite::Result<bool> {
    let found = it.query_row("SELECT 1 FROM body WHERE name = ?1", [body], |_| Ok(())).optional()?;
    Ok(found.is_some())
}

pub(super) fn keep_charter(
    it: &Connection,
    body: &str,
    (digest, source): &(String, &CharterSource),
) -> rusqlite::Result<()> {
    let under = serde_json::to_string(&source.under).unwrap_or_default();
    let keep = "INSERT INTO charter (digest, json, under) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
    it.execute(keep, params![digest, source.json, under])?;
    let bind = "INSERT INTO body_charter (body, digest, place)
        SELECT ?1, ?2, count(*) FROM body_charter WHERE body = ?1 ON CONFLICT DO NOTHING";
    it.execute(bind, params![body, digest]).map(|_| ())
}

pub(super) fn charters_of(it: &Connection, body: &str) -> rusqlite::Result<Vec<String>> {
    let mut select = it.prepare("SELECT digest FROM body_charter WHERE body = ?1 ORDER BY place")?;
    select.query_map([body], |row| row.get(0))?.collect()
}

pub(super) fn insert(it: &Connection, body: &str, lines: &[NewLine]) -> rusqlite::Result<()> {
    if lines.is_empty() {
        return Ok(());
    }
    let mut insert = it.prepare("INSERT INTO entry (body, no, line, digest) VALUES (?1, ?2, ?3, ?4)")?;
    lines
        .iter()
        .try_for_each(|line| insert.execute(params![body, line.no, line.text, line.digest]).map(|_| ()))
}

/// The lines from a number on, each with its end, and how far they reach; no head where there are none.
pub(super) fn lines_from(it: &Connection, body: &str, no: u32) -> rusqlite::Result<(Vec<u8>, Option<Head>)> {
    let mut select =
        it.prepare("SELECT no, line, digest FROM entry WHERE body = ?1 AND no >= ?2 ORDER BY no")?;
    let mut rows = select.query(params![body, no])?;
    let (mut lines, mut digest, mut count) = (Vec::new(), String::new(), None);
    while let Some(row) = rows.next()? {
        lines.extend_from_slice(row.get_ref(1)?.as_bytes()?);
        lines.push(b'\n');
        digest.clear();
        digest.push_str(row.get_ref(2)?.as_str()?);
        count = Some(row.get(0)?);
    }
    Ok((lines, count.map(|count| Head { count, digest })))
}

/// Whether a journal has been at that head.
pub(super) fn is_at(it: &Connection, body: &str, head: &Head) -> rusqlite::Result<bool> {
    let select = "SELECT 1 FROM entry WHERE body = ?1 AND no = ?2 AND digest = ?3";
    let found = it.query_row(select, params![body, head.count, head.digest], |_| Ok(())).optional()?;
    Ok(found.is_some())
}

pub(super) fn head_of(it: &Connection, body: &str) -> rusqlite::Result<Option<Head>> {
    let select = "SELECT no, digest FROM entry WHERE body = ?1 ORDER BY no DESC LIMIT 1";
    it.query_row(select, [body], |row| Ok(Head { count: row.get(0)?, digest: row.get(1)? })).optional()
}

pub(super) fn bodies(
    it: &Connection,
    after: Option<&BodyName>,
    at_most: usize,
) -> rusqlite::Result<Vec<BodyName>> {
    let mut select = it.prepare("SELECT name FROM body WHERE name > ?1 ORDER BY name LIMIT ?2")?;
    let at_most = i64::try_from(at_most).unwrap_or(i64::MAX);
    let mut rows = select.query(params![after.map_or("", BodyName::as_str), at_most])?;
    let mut bodies = Vec::new();
    while let Some(row) = rows.next()? {
        // What another program has put there under a name that is none cannot be asked for either.
        bodies.extend(row.get_ref(0)?.as_str()?.parse::<BodyName>().ok());
    }
    Ok(bodies)
}
