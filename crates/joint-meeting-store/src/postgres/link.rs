//! One connection, with the statements that were prepared on it.

use std::collections::BTreeMap;

use joint_meeting::journal::Head;
use postgres::{Client, Error, Row, Statement, Transaction, error::SqlState};

use crate::{
    postgres::{Connect, Parameters, count, number, sql},
    terms::{error::StoreError, line::NewLine, source::CharterSource},
};

pub(super) struct Link {
    client: Client,
    prepared: BTreeMap<&'static str, Statement>,
}

/// Whether of an error one does not know what became of what was asked: the connection or the server is gone.
pub(super) fn is_broken(why: &Error) -> bool {
    let gone = [SqlState::ADMIN_SHUTDOWN, SqlState::CRASH_SHUTDOWN, SqlState::CANNOT_CONNECT_NOW];
    match why.code() {
        Some(code) => gone.contains(code) || code.code().starts_with("08"),
        None => true,
    }
}

impl Link {
    pub(super) fn new(connect: &Connect) -> Result<Self, Error> {
        let mut client = connect()?;
        // Whoever set up the database may have preferred speed; a stricter setting than `on` stays.
        client.batch_execute(
            "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') IN ('off', 'local')",
        )?;
        Ok(Self { client, prepared: BTreeMap::new() })
    }

    pub(super) fn is_closed(&self) -> bool {
        self.client.is_closed()
    }

    pub(super) fn set_up(&mut self) -> Result<(), Error> {
        let mut all = self.client.transaction()?;
        all.batch_execute(sql::ONE_AT_A_TIME)?;
        all.batch_execute(sql::TABLES)?;
        for part in 0..sql::PARTS {
            all.batch_execute(&format!(
                "CREATE TABLE IF NOT EXISTS joint_meeting.entry_{part} PARTITION OF joint_meeting.entry
                 FOR VALUES WITH (MODULUS {}, REMAINDER {part})",
                sql::PARTS
            ))?;
        }
        all.execute(sql::SET_FORMAT, &[&number(sql::TABLES_FORMAT)])?;
        all.commit()
    }

    /// Whether the tables are known, and the server syncs.
    pub(super) fn check(&mut self, place: &str) -> Result<Result<(), StoreError>, Error> {
        let found: Option<i32> = self.client.query_one(sql::FORMAT, &[])?.get(0);
        let format =
            |found: String| StoreError::Format { place: place.to_owned(), found, known: sql::TABLES_FORMAT };
        match found.map(count) {
            Some(sql::TABLES_FORMAT) => {}
            found => return Ok(Err(format(found.map_or_else(|| "none".to_owned(), |it| it.to_string())))),
        }
        let syncs: String = self.client.query_one("SELECT current_setting('fsync')", &[])?.get(0);
        let why = "the server is set not to sync what it commits".to_owned();
        Ok(if syncs == "off" { Err(StoreError::Failed { place: place.to_owned(), why }) } else { Ok(()) })
    }

    fn prepared(&mut self, sql: &'static str) -> Result<Statement, Error> {
        if let Some(it) = self.prepared.get(sql) {
            return Ok(it.clone());
        }
        let it = self.client.prepare(sql)?;
        self.prepared.insert(sql, it.clone());
        Ok(it)
    }

    pub(super) fn query(&mut self, sql: &'static str, with: Parameters<'_>) -> Result<Vec<Row>, Error> {
        let statement = self.prepared(sql)?;
        self.client.query(&statement, with)
    }

    pub(super) fn create(
        &mut self,
        body: &str,
        charters: &[CharterSource],
        lines: &[NewLine],
    ) -> Result<(), Error> {
        let mut all = self.client.transaction()?;
        all.execute(sql::NEW_BODY, &[&body])?;
        charters.iter().try_for_each(|it| keep_charter(&mut all, body, it))?;
        insert(&mut all, body, lines)?;
        all.commit()
    }

    pub(super) fn add_charter(&mut self, body: &str, charter: &CharterSource) -> Result<(), Error> {
        let mut all = self.client.transaction()?;
        keep_charter(&mut all, body, charter)?;
        all.commit()
    }

    /// How many lines were stored: all or none.
    pub(super) fn append(&mut self, body: &str, expected: &Head, lines: &[NewLine]) -> Result<u64, Error> {
        let statement = self.prepared(sql::APPEND)?;
        let (nos, texts, digests) = columns(lines);
        self.client
            .execute(&statement, &[&body, &number(expected.count), &expected.digest, &nos, &texts, &digests])
    }

    /// Whether the journal reached where one expects, and another stands in its place now.
    pub(super) fn rewrite(&mut self, body: &str, expected: &Head, lines: &[NewLine]) -> Result<bool, Error> {
        let mut all = self.client.transaction()?;
        let last = all.query_opt(sql::LAST, &[&body])?;
        let is_there =
            |it: Row| count(it.get(0)) == expected.count && it.get::<_, &str>(1) == expected.digest;
        if !last.is_some_and(is_there) {
            return Ok(false);
        }
        all.execute(sql::KEEP_FORMER, &[&body, &expected.digest])?;
        all.execute(sql::DELETE, &[&body])?;
        // Who appended meanwhile has been waited for, since the line before was held; and what was appended shows only now.
        if all.query_opt(sql::LAST, &[&body])?.is_some() {
            return Ok(false);
        }
        insert(&mut all, body, lines)?;
        all.commit().map(|()| true)
    }
}

fn keep_charter(all: &mut Transaction<'_>, body: &str, source: &CharterSource) -> Result<(), Error> {
    let digest = source.charter().map(|it| it.digest().to_owned()).unwrap_or_default();
    let under = serde_json::to_string(&source.under).unwrap_or_default();
    all.execute(sql::KEEP_CHARTER, &[&digest, &source.json, &under])?;
    all.execute(sql::BIND_CHARTER, &[&body, &digest]).map(|_| ())
}

fn insert(all: &mut Transaction<'_>, body: &str, lines: &[NewLine]) -> Result<u64, Error> {
    let (nos, texts, digests) = columns(lines);
    all.execute(sql::INSERT, &[&body, &nos, &texts, &digests])
}

fn columns(lines: &[NewLine]) -> (Vec<i32>, Vec<&str>, Vec<&str>) {
    let nos = lines.iter().map(|it| number(it.no)).collect();
    (
        nos,
        lines.iter().map(|it| it.text.as_str()).collect(),
        lines.iter().map(|it| it.digest.as_str()).collect(),
    )
}
