"""A file of SQLite as a store: one table of entries, whose key is the expected number.

It is opened by the SQLite that comes with Python, with the statements, tables and settings of the Rust library: either reads and
writes what the other has written, at the same time. A second SQLite in the wheel would add half to its size.
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from functools import partial
from pathlib import Path
from typing import TypeVar

from joint_meeting._answer import loads
from joint_meeting._text import dump
from joint_meeting.store.contract import CharterText, Store, Stored
from joint_meeting.store.errors import (
    Busy,
    Conflict,
    Failed,
    ReadOnly,
    Rewritten,
    Stopped,
    StoreError,
    Taken,
    UnknownBody,
    UnknownFormat,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Literal

    from joint_meeting import types
    from joint_meeting.store.held import Line


T = TypeVar("T")

TABLES_FORMAT = 1
"""The format of the tables."""
APPLICATION = 0x4A4D5354
"""What says that a file is one of ours: the letters JMST."""
TABLES = (
    """CREATE TABLE charter (digest TEXT PRIMARY KEY, json TEXT NOT NULL, under TEXT NOT NULL) STRICT""",
    """CREATE TABLE body (name TEXT PRIMARY KEY) STRICT, WITHOUT ROWID""",
    """CREATE TABLE body_charter (
        body TEXT NOT NULL REFERENCES body, digest TEXT NOT NULL REFERENCES charter, place INTEGER NOT NULL,
        PRIMARY KEY (body, digest)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE entry (
        body TEXT NOT NULL REFERENCES body, no INTEGER NOT NULL, line TEXT NOT NULL, digest TEXT NOT NULL,
        PRIMARY KEY (body, no)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE former (
        body TEXT NOT NULL REFERENCES body, head TEXT NOT NULL, no INTEGER NOT NULL, line TEXT NOT NULL,
        PRIMARY KEY (body, head, no)
    ) STRICT, WITHOUT ROWID""",
)
PATIENCE = 30.0
"""For how many seconds one waits while others write."""
OLDEST = (3, 37)
"""The first SQLite that knows tables whose types are strict."""

_BUSY, _LOCKED, _READ_ONLY, _CONSTRAINT, _NO_DATABASE = 5, 6, 8, 19, 26


def _fault(why: sqlite3.Error) -> int | None:
    """The primary code of an error."""
    code: int | None = getattr(why, "sqlite_errorcode", None)
    return None if code is None else code & 0xFF


def _patiently(work: Callable[[], T]) -> T:
    """Waits for whoever writes. SQLite itself would wait longer each time, and be overtaken."""
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return work()
        except sqlite3.OperationalError as why:
            if _fault(why) not in (_BUSY, _LOCKED) or time.monotonic() > until:
                raise
        time.sleep(0.001)


def _run(it: sqlite3.Connection, sql: str) -> None:
    it.execute(sql).fetchall()


def _number(row: Any) -> int:
    return int(row[0])


class Sqlite(Store):
    """A file of SQLite, for an office or a server: many processes of one machine can use it at once."""

    def __init__(self, path: str | Path, *, read_only: bool, language: Literal["zh", "en"]) -> None:
        super().__init__(str(path), language)
        self._path, self._read_only = Path(path), read_only
        self._lock = threading.RLock()
        self._stopped = False
        self._process = os.getpid()
        if sqlite3.sqlite_version_info < OLDEST:
            why = f"SQLite {sqlite3.sqlite_version} is older than {OLDEST[0]}.{OLDEST[1]}"
            raise self._error(Failed, why=why)
        try:
            self._connection = self._connect("ro" if read_only else "rwc")
        except sqlite3.Error as why:
            raise self._fails(why) from why
        try:
            self._set_up()
            self._check()
        except BaseException as why:
            self._connection.close()
            if isinstance(why, sqlite3.Error):
                raise self._unreadable(why) from why
            raise

    def _connect(self, mode: str) -> sqlite3.Connection:
        uri = f"{self._path.absolute().as_uri()}?mode={mode}"
        connection = sqlite3.connect(uri, uri=True, timeout=0, isolation_level=None, check_same_thread=False)
        # What another program has put there need not be text.
        connection.text_factory = bytes
        return connection

    def _unreadable(self, why: sqlite3.Error) -> StoreError:
        if _fault(why) == _NO_DATABASE:
            return self._error(UnknownFormat, found="not SQLite", known=TABLES_FORMAT)
        return self._fails(why)

    def _set_up(self) -> None:
        """Sets how the connection writes, and makes the tables where there are none."""
        it = self._connection
        tables = _patiently(lambda: _number(it.execute("SELECT count(*) FROM sqlite_schema").fetchone()))
        application = _number(it.execute("PRAGMA application_id").fetchone())
        # A file of another program stays as it is.
        if self._read_only or (tables > 0 and application != APPLICATION):
            return
        # Whatever the machine does, what was committed stays.
        for setting in ("journal_mode = WAL", "synchronous = FULL", "fullfsync = ON"):
            _patiently(partial(_run, it, f"PRAGMA {setting}"))
        if tables > 0:
            return
        _patiently(lambda: it.execute("BEGIN IMMEDIATE"))
        if _number(it.execute("SELECT count(*) FROM sqlite_schema").fetchone()) == 0:
            for sql in TABLES:
                it.execute(sql)
            it.execute(f"PRAGMA application_id = {APPLICATION}")
            it.execute(f"PRAGMA user_version = {TABLES_FORMAT}")
        it.execute("COMMIT")

    def _check(self) -> None:
        """Whether these are tables that are known."""
        application = _number(self._connection.execute("PRAGMA application_id").fetchone())
        version = _number(self._connection.execute("PRAGMA user_version").fetchone())
        if application != APPLICATION:
            raise self._error(UnknownFormat, found="of another program", known=TABLES_FORMAT)
        if version != TABLES_FORMAT:
            raise self._error(UnknownFormat, found=version, known=TABLES_FORMAT)

    def _goes(self) -> None:
        if self._stopped:
            raise self._error(Stopped)
        if os.getpid() != self._process:
            raise self._error(Failed, why="a file of SQLite is not to be carried over a fork: open it anew")

    def _fails(self, why: sqlite3.Error) -> StoreError:
        match _fault(why):
            case 5 | 6:
                return self._error(Busy)
            case 8:
                return self._error(ReadOnly)
            case _:
                return self._error(Failed, why=str(why))

    def _stops(self, why: sqlite3.Error) -> StoreError:
        """Of what failed while it was written nobody knows what became, unless somebody else had the lock."""
        if _fault(why) not in (_BUSY, _LOCKED, _READ_ONLY, _CONSTRAINT):
            self._stopped = True
        return self._fails(why)

    def _reads(self, read: Callable[[sqlite3.Connection], T]) -> T:
        """Reads what was so at one moment."""
        with self._lock:
            self._goes()
            it = self._connection
            try:
                _patiently(lambda: it.execute("BEGIN"))
                try:
                    return _patiently(lambda: read(it))
                finally:
                    it.execute("COMMIT")
            except sqlite3.Error as why:
                raise self._fails(why) from why

    def _writes(self, write: Callable[[sqlite3.Connection], None]) -> None:
        """Writes all or nothing. What it meets besides faults of the disk, it raises."""
        with self._lock:
            self._goes()
            if self._read_only:
                raise self._error(ReadOnly)
            it = self._connection
            try:
                _patiently(lambda: it.execute("BEGIN IMMEDIATE"))
            except sqlite3.Error as why:
                raise self._stops(why) from why
            try:
                write(it)
                it.execute("COMMIT")
            except BaseException as why:
                self._undo()
                if isinstance(why, sqlite3.Error):
                    raise self._stops(why) from why
                raise

    def _undo(self) -> None:
        if not self._connection.in_transaction:
            return
        try:
            self._connection.execute("ROLLBACK")
        except sqlite3.Error:
            self._stopped = True

    def _unknown(self, name: str) -> UnknownBody:
        return self._error(UnknownBody, body=name)

    def _elsewhere(self, it: sqlite3.Connection, name: str, entry: int) -> StoreError:
        """Why a journal does not reach where one expects."""
        return self._error(Conflict, body=name, entry=entry) if _has(it, name) else self._unknown(name)

    def _create(self, name: str, charters: list[CharterText], lines: list[Line]) -> None:
        def write(it: sqlite3.Connection) -> None:
            if _has(it, name):
                raise self._error(Taken, body=name)
            it.execute("INSERT INTO body (name) VALUES (?1)", (name,))
            for charter in charters:
                _keep_charter(it, name, charter)
            _insert(it, name, lines)

        self._writes(write)

    def _add_charter(self, name: str, charter: CharterText) -> None:
        def write(it: sqlite3.Connection) -> None:
            if not _has(it, name):
                raise self._unknown(name)
            _keep_charter(it, name, charter)

        self._writes(write)

    def _load(self, name: str) -> Stored:
        def read(it: sqlite3.Connection) -> tuple[list[str], list[tuple[int, bytes, bytes]]]:
            select = "SELECT digest FROM body_charter WHERE body = ?1 ORDER BY place"
            return [row[0].decode() for row in it.execute(select, (name,))], _lines_from(it, name, 0)

        charters, rows = self._reads(read)
        if not rows:
            raise self._unknown(name)
        return Stored(charters, _text(rows), {"count": rows[-1][0], "digest": rows[-1][2].decode()})

    def _charter(self, digest: str) -> tuple[str, list[str]] | None:
        select = "SELECT json, under FROM charter WHERE digest = ?1"
        found = self._reads(lambda it: it.execute(select, (digest,)).fetchone())
        try:
            return None if found is None else (found[0].decode(), loads(found[1].decode()))
        except ValueError:
            return None

    def _after(self, name: str, known: types.Head) -> bytes:
        def read(it: sqlite3.Connection) -> bytes:
            select = "SELECT 1 FROM entry WHERE body = ?1 AND no = ?2 AND digest = ?3"
            if it.execute(select, (name, known["count"], known["digest"])).fetchone() is None:
                raise self._error(Rewritten, body=name) if _has(it, name) else self._unknown(name)
            return _text(_lines_from(it, name, known["count"] + 1))

        return self._reads(read)

    def _append(self, name: str, expected: types.Head, lines: list[Line]) -> None:
        # The line before is the expected one, or nothing is inserted; and the number is free, or the key is taken.
        insert = """INSERT INTO entry (body, no, line, digest) SELECT ?1, ?2, ?3, ?4
            WHERE EXISTS (SELECT 1 FROM entry WHERE body = ?1 AND no = ?5 AND digest = ?6)
            ON CONFLICT DO NOTHING"""

        def write(it: sqlite3.Connection) -> None:
            first = lines[0]
            row = (name, first.no, first.text, first.digest, expected["count"], expected["digest"])
            if it.execute(insert, row).rowcount != 1:
                raise self._elsewhere(it, name, first.no)
            _insert(it, name, lines[1:])

        self._writes(write)

    def _rewrite(self, name: str, expected: types.Head, lines: list[Line]) -> None:
        def write(it: sqlite3.Connection) -> None:
            if _head_of(it, name) != expected:
                raise self._elsewhere(it, name, expected["count"] + 1)
            keep = """INSERT INTO former (body, head, no, line)
                SELECT body, ?2, no, line FROM entry WHERE body = ?1"""
            it.execute(keep, (name, expected["digest"]))
            it.execute("DELETE FROM entry WHERE body = ?1", (name,))
            _insert(it, name, lines)

        self._writes(write)

    def _bodies(self, after: str, at_most: int) -> list[str]:
        return self._reads(lambda it: _bodies(it, after, at_most))

    def _heads(self, after: str, at_most: int) -> list[tuple[str, types.Head]]:
        def read(it: sqlite3.Connection) -> list[tuple[str, types.Head]]:
            heads = [(name, _head_of(it, name)) for name in _bodies(it, after, at_most)]
            return [(name, head) for name, head in heads if head is not None]

        return self._reads(read)

    def backup(self, to: str | Path) -> None:
        """Copies the whole file while it is in use. There must be nothing at that place."""
        self._goes()
        to = Path(to)
        beside = to.with_name(f"{to.name}.new")
        try:
            if to.exists():
                raise FileExistsError(f"{to} is there already")
            # Of a copy that was broken off nothing is of use.
            beside.unlink(missing_ok=True)
            # By a connection of its own, so that nobody waits.
            connection = self._connect("ro")
            try:
                _patiently(lambda: connection.execute("VACUUM INTO ?1", (str(beside),)))
            finally:
                connection.close()
            _sync(beside)
            os.rename(beside, to)
            if os.name == "posix":
                _sync(to.absolute().parent)
        except sqlite3.Error as why:
            raise self._fails(why) from why
        except OSError as why:
            raise Failed(self.language, {"place": str(to), "why": str(why)}) from why

    def close(self) -> None:
        """Closes the file. Nothing may be asked of it afterwards."""
        with self._lock:
            self._stopped = True
            if os.getpid() == self._process:
                self._connection.close()


def _sync(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _has(it: sqlite3.Connection, name: str) -> bool:
    return it.execute("SELECT 1 FROM body WHERE name = ?1", (name,)).fetchone() is not None


def _keep_charter(it: sqlite3.Connection, name: str, charter: CharterText) -> None:
    keep = "INSERT INTO charter (digest, json, under) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING"
    it.execute(keep, (charter.digest, charter.json, dump(charter.under)))
    bind = """INSERT INTO body_charter (body, digest, place)
        SELECT ?1, ?2, count(*) FROM body_charter WHERE body = ?1 ON CONFLICT DO NOTHING"""
    it.execute(bind, (name, charter.digest))


def _insert(it: sqlite3.Connection, name: str, lines: list[Line]) -> None:
    insert = "INSERT INTO entry (body, no, line, digest) VALUES (?1, ?2, ?3, ?4)"
    it.executemany(insert, [(name, line.no, line.text, line.digest) for line in lines])


def _lines_from(it: sqlite3.Connection, name: str, no: int) -> list[tuple[int, bytes, bytes]]:
    """The lines from a number on, without their ends."""
    select = "SELECT no, line, digest FROM entry WHERE body = ?1 AND no >= ?2 ORDER BY no"
    return it.execute(select, (name, no)).fetchall()


def _text(rows: list[tuple[int, bytes, bytes]]) -> bytes:
    return b"".join(row[1] + b"\n" for row in rows)


def _head_of(it: sqlite3.Connection, name: str) -> types.Head | None:
    select = "SELECT no, digest FROM entry WHERE body = ?1 ORDER BY no DESC LIMIT 1"
    row = it.execute(select, (name,)).fetchone()
    return None if row is None else {"count": row[0], "digest": row[1].decode()}


def _bodies(it: sqlite3.Connection, after: str, at_most: int) -> list[str]:
    select = "SELECT name FROM body WHERE name > ?1 ORDER BY name LIMIT ?2"
    return [row[0].decode(errors="replace") for row in it.execute(select, (after, at_most))]
