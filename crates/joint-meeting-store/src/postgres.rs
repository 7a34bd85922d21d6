//! A server of PostgreSQL as a store: the same tables as in a file of SQLite, for many hosts.

mod link;
mod sql;

use std::{
    fmt,
    path::Path,
    sync::{Mutex, PoisonError},
};

use joint_meeting::journal::Head;
use postgres::{Client, Config, NoTls, Row, config::Host, error::SqlState, types::ToSql};

use self::link::Link;
use crate::{
    contract::{Store, Stored, shelf::Shelf, whole::export_all},
    file::File,
    terms::{error::StoreError, line::NewLine, name::BodyName, source::CharterSource},
};

/// So many connections are kept that nobody uses at the moment.
const IDLE_MAX: usize = 16;

type Connect = dyn Fn() -> Result<Client, postgres::Error> + Send + Sync;
type Parameters<'p> = &'p [&'p (dyn ToSql + Sync)];

/// A server of PostgreSQL, by connections that the host makes.
///
/// ```no_run
/// use joint_meeting_store::{Held, Postgres, StoreError};
/// use postgres::{Client, NoTls};
///
/// let store = Postgres::open("records", || Client::connect("host=localhost user=records", NoTls))?;
/// let dogs = Held::open(&store, &"dogs".parse()?)?;
/// # Ok::<(), StoreError>(())
/// ```
///
/// The tables stand in the schema `joint_meeting`. An entry, or a batch, is one statement: it is there as a whole or not at all, and
/// no statement speaks of two bodies, so that a server of many nodes can spread them by the column `body`.
///
/// Where a connection breaks while entries are stored, the answer is [`StoreError::Unsure`], and the next call makes another
/// connection. Connections block, as everything here does: a host with a runtime calls from a thread that may wait.
pub struct Postgres {
    place: String,
    is_read_only: bool,
    connect: Box<Connect>,
    idle: Mutex<Vec<Link>>,
    shelf: Shelf,
}

impl fmt::Debug for Postgres {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Postgres").field("place", &self.place).finish_non_exhaustive()
    }
}

impl Postgres {
    /// Opens a database, and makes the tables where there are none. The name is what errors call it.
    ///
    /// # Errors
    /// [`StoreError::Format`] if its tables are of a newer format; [`StoreError::Failed`] if the server does not sync what it commits.
    pub fn open(
        name: impl Into<String>,
        connect: impl Fn() -> Result<Client, postgres::Error> + Send + Sync + 'static,
    ) -> Result<Self, StoreError> {
        Self::begin(name.into(), Box::new(connect), false)
    }

    /// Opens a database to read.
    pub fn open_read_only(
        name: impl Into<String>,
        connect: impl Fn() -> Result<Client, postgres::Error> + Send + Sync + 'static,
    ) -> Result<Self, StoreError> {
        Self::begin(name.into(), Box::new(connect), true)
    }

    /// The database at an address such as `postgresql://clerk@host/records`, without TLS: over a network that is not one's own, a
    /// connection is made by [`Postgres::open`].
    ///
    /// # Errors
    /// The address is none, or as for [`Postgres::open`].
    pub fn at(address: &str) -> Result<Self, StoreError> {
        let (name, connect) = by_address(address)?;
        Self::open(name, connect)
    }

    /// The same to read: nothing is stored, and nothing is made.
    ///
    /// # Errors
    /// As for [`Postgres::at`].
    pub fn at_read_only(address: &str) -> Result<Self, StoreError> {
        let (name, connect) = by_address(address)?;
        Self::open_read_only(name, connect)
    }

    fn begin(place: String, connect: Box<Connect>, is_read_only: bool) -> Result<Self, StoreError> {
        let it = Self { place, is_read_only, connect, idle: Mutex::default(), shelf: Shelf::default() };
        let mut link = it.link()?;
        if !is_read_only {
            link.set_up().map_err(|why| it.failed(&why))?;
        }
        link.check(&it.place).map_err(|why| it.failed(&why))??;
        it.keep(link);
        Ok(it)
    }

    fn link(&self) -> Result<Link, StoreError> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        let found = std::iter::from_fn(|| idle.pop()).find(|it| !it.is_closed());
        drop(idle);
        found.map_or_else(|| Link::new(&*self.connect).map_err(|why| self.failed(&why)), Ok)
    }

    fn keep(&self, link: Link) {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < IDLE_MAX && !link.is_closed() {
            idle.push(link);
        }
    }

    fn failed(&self, why: &postgres::Error) -> StoreError {
        let said = why.as_db_error().map_or_else(|| why.to_string(), ToString::to_string);
        match why.code() {
            Some(&SqlState::READ_ONLY_SQL_TRANSACTION) => StoreError::ReadOnly { place: self.place() },
            Some(&SqlState::LOCK_NOT_AVAILABLE) => StoreError::Busy { place: self.place() },
            _ => StoreError::Failed { place: self.place(), why: said },
        }
    }

    /// Reads; once more where the connection turns out to be gone.
    fn read(&self, sql: &'static str, with: Parameters<'_>) -> Result<Vec<Row>, StoreError> {
        let mut again = true;
        loop {
            let mut link = self.link()?;
            match link.query(sql, with) {
                Ok(rows) => {
                    self.keep(link);
                    return Ok(rows);
                }
                Err(why) if again && link::is_broken(&why) => again = false,
                Err(why) => return Err(self.failed(&why)),
            }
        }
    }

    /// Writes, and says what to make of an error.
    fn write<T>(
        &self,
        write: impl FnOnce(&mut Link) -> Result<T, postgres::Error>,
        what_of: impl FnOnce(&postgres::Error) -> Option<StoreError>,
    ) -> Result<T, StoreError> {
        if self.is_read_only {
            return Err(StoreError::ReadOnly { place: self.place() });
        }
        let mut link = self.link()?;
        let written = write(&mut link);
        if written.as_ref().is_err_and(link::is_broken) {
            drop(link);
        } else {
            self.keep(link);
        }
        written.map_err(|why| what_of(&why).unwrap_or_else(|| self.failed(&why)))
    }

    fn has(&self, body: &BodyName) -> Result<bool, StoreError> {
        Ok(!self.read(sql::HAS_BODY, &[&body.as_str()])?.is_empty())
    }

    fn unknown(&self, body: &BodyName) -> StoreError {
        StoreError::Unknown { place: self.place(), body: body.clone() }
    }

    /// Why a journal does not reach where one expects.
    fn elsewhere(&self, body: &BodyName, entry: u32) -> StoreError {
        match self.has(body) {
            Ok(true) => StoreError::Conflict { body: body.clone(), entry },
            Ok(false) => self.unknown(body),
            Err(why) => why,
        }
    }
}

/// What a database is called, without a password, and how it is connected to.
fn by_address(
    address: &str,
) -> Result<(String, impl Fn() -> Result<Client, postgres::Error> + Send + Sync + 'static), StoreError> {
    let none =
        |why: postgres::Error| StoreError::Failed { place: "postgresql".to_owned(), why: why.to_string() };
    let config: Config = address.parse().map_err(none)?;
    let host = |it: &Host| match it {
        Host::Tcp(it) => it.clone(),
        #[cfg(unix)]
        Host::Unix(it) => it.display().to_string(),
    };
    let hosts: Vec<String> = config.get_hosts().iter().map(host).collect();
    let name = format!("postgresql://{}/{}", hosts.join(","), config.get_dbname().unwrap_or_default());
    Ok((name, move || config.connect(NoTls)))
}

fn unsure(why: &postgres::Error, body: &BodyName, entry: u32) -> Option<StoreError> {
    link::is_broken(why).then(|| StoreError::Unsure { body: body.clone(), entry, why: why.to_string() })
}

/// A number as the column has it; more entries than that there cannot be.
fn number(no: u32) -> i32 {
    i32::try_from(no).unwrap_or(i32::MAX)
}

fn count(no: i32) -> u32 {
    u32::try_from(no).unwrap_or_default()
}

impl Store for Postgres {
    fn place(&self) -> String {
        self.place.clone()
    }

    fn shelf(&self) -> &Shelf {
        &self.shelf
    }

    fn create(&self, body: &BodyName, charters: &[CharterSource], journal: &str) -> Result<(), StoreError> {
        let lines = NewLine::all(journal);
        let taken = |why: &postgres::Error| match why.code() {
            Some(&SqlState::UNIQUE_VIOLATION) => {
                Some(StoreError::Taken { place: self.place(), body: body.clone() })
            }
            _ => unsure(why, body, 0),
        };
        self.write(|link| link.create(body.as_str(), charters, &lines), taken)
    }

    fn add_charter(&self, body: &BodyName, charter: &CharterSource) -> Result<(), StoreError> {
        if !self.is_read_only && !self.has(body)? {
            return Err(self.unknown(body));
        }
        self.write(|link| link.add_charter(body.as_str(), charter), |why| unsure(why, body, 0))
    }

    fn load(&self, body: &BodyName) -> Result<Stored, StoreError> {
        let rows = self.read(sql::LINES_FROM, &[&body.as_str(), &0])?;
        let Some(last) = rows.last() else { return Err(self.unknown(body)) };
        let head = Head { count: count(last.get(0)), digest: last.get(2) };
        // Asked for after the lines, so that no line rests on a charter that is missing here.
        let charters = self.read(sql::CHARTERS_OF, &[&body.as_str()])?;
        Ok(Stored { charters: charters.iter().map(|it| it.get(0)).collect(), journal: text(&rows), head })
    }

    fn charter(&self, digest: &str) -> Result<CharterSource, StoreError> {
        let rows = self.read(sql::CHARTER, &[&digest])?;
        let read =
            |it: &Row| Some(CharterSource { json: it.get(0), under: serde_json::from_str(it.get(1)).ok()? });
        let lost = || StoreError::NoCharter { place: self.place(), digest: digest.to_owned() };
        rows.first().and_then(read).ok_or_else(lost)
    }

    fn after(&self, body: &BodyName, known: &Head) -> Result<Vec<u8>, StoreError> {
        let rows = self.read(sql::LINES_FROM, &[&body.as_str(), &number(known.count)])?;
        match rows.split_first() {
            Some((first, rest)) if first.get::<_, &str>(2) == known.digest => Ok(text(rest)),
            _ if self.has(body)? => Err(StoreError::Rewritten { body: body.clone() }),
            _ => Err(self.unknown(body)),
        }
    }

    fn append(&self, body: &BodyName, expected: &Head, lines: &[NewLine]) -> Result<(), StoreError> {
        let Some(first) = lines.first() else { return Ok(()) };
        let conflict = |why: &postgres::Error| match why.code() {
            Some(
                &SqlState::UNIQUE_VIOLATION
                | &SqlState::T_R_SERIALIZATION_FAILURE
                | &SqlState::T_R_DEADLOCK_DETECTED,
            ) => Some(StoreError::Conflict { body: body.clone(), entry: first.no }),
            _ => unsure(why, body, first.no),
        };
        match self.write(|link| link.append(body.as_str(), expected, lines), conflict)? {
            0 => Err(self.elsewhere(body, first.no)),
            _ => Ok(()),
        }
    }

    fn rewrite(&self, body: &BodyName, expected: &Head, journal: &str) -> Result<(), StoreError> {
        let lines = NewLine::all(journal);
        let entry = expected.count + 1;
        match self
            .write(|link| link.rewrite(body.as_str(), expected, &lines), |why| unsure(why, body, entry))?
        {
            false => Err(self.elsewhere(body, entry)),
            true => Ok(()),
        }
    }

    fn bodies(&self, after: Option<&BodyName>, at_most: usize) -> Result<Vec<BodyName>, StoreError> {
        let at_most = i64::try_from(at_most).unwrap_or(i64::MAX);
        let rows = self.read(sql::BODIES, &[&after.map_or("", BodyName::as_str), &at_most])?;
        Ok(rows.iter().filter_map(|it| it.get::<_, &str>(0).parse().ok()).collect())
    }

    fn heads(&self, after: Option<&BodyName>, at_most: usize) -> Result<Vec<(BodyName, Head)>, StoreError> {
        let after = after.map_or("", BodyName::as_str);
        let at_most = i64::try_from(at_most).unwrap_or(i64::MAX);
        let rows = self.read(sql::HEADS, &[&after, &at_most])?;
        let head = |it: &Row| {
            Some((it.get::<_, &str>(0).parse().ok()?, Head { count: count(it.get(1)), digest: it.get(2) }))
        };
        Ok(rows.iter().filter_map(head).collect())
    }

    /// Copies the bodies into a folder, which is opened as a [`File`]. A server has means of its own besides.
    fn backup(&self, to: &Path) -> Result<(), StoreError> {
        if to.exists() {
            let why = std::io::Error::from(std::io::ErrorKind::AlreadyExists).to_string();
            return Err(StoreError::Failed { place: to.display().to_string(), why });
        }
        export_all(self, &File::open(to)?)
    }
}

/// The lines of rows, each with its end.
fn text(rows: &[Row]) -> Vec<u8> {
    let line = |it: &Row| [it.get::<_, &str>(1).as_bytes(), b"\n"].concat();
    rows.iter().flat_map(line).collect()
}
