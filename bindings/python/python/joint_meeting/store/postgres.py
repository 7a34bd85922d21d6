"""A server of PostgreSQL as a store, for many hosts: the tables and statements of the Rust library, by `psycopg`.

`psycopg` is no part of the package: `pip install joint-meeting[postgres]` brings it.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path
from typing import TypeVar

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

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
    Unsure,
)
from joint_meeting.store.held import Line
from joint_meeting.store.sqlite import Sqlite

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, Literal

    from joint_meeting import types

T = TypeVar("T")

TABLES_FORMAT = 1
"""The format of the tables."""
PARTS = 8
"""In so many parts the entries are kept."""

# The statements are those of the Rust library, to the letter.
ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(5570193308245612372)"
TABLES = """
    CREATE SCHEMA IF NOT EXISTS joint_meeting;
    CREATE TABLE IF NOT EXISTS joint_meeting.format (version integer PRIMARY KEY);
    CREATE TABLE IF NOT EXISTS joint_meeting.charter (
        digest text COLLATE "C" PRIMARY KEY, json text NOT NULL, under text NOT NULL);
    CREATE TABLE IF NOT EXISTS joint_meeting.body (name text COLLATE "C" PRIMARY KEY);
    CREATE TABLE IF NOT EXISTS joint_meeting.body_charter (
        body text COLLATE "C" NOT NULL, digest text COLLATE "C" NOT NULL, place integer NOT NULL,
        PRIMARY KEY (body, digest));
    CREATE TABLE IF NOT EXISTS joint_meeting.entry (
        body text COLLATE "C" NOT NULL, no integer NOT NULL, line text NOT NULL,
        digest text COLLATE "C" NOT NULL,
        PRIMARY KEY (body, no)) PARTITION BY HASH (body);
    CREATE TABLE IF NOT EXISTS joint_meeting.former (
        body text COLLATE "C" NOT NULL, head text COLLATE "C" NOT NULL, no integer NOT NULL, line text NOT NULL,
        PRIMARY KEY (body, head, no));"""
PART = """CREATE TABLE IF NOT EXISTS joint_meeting.entry_{part} PARTITION OF joint_meeting.entry
    FOR VALUES WITH (MODULUS {parts}, REMAINDER {part})"""
SYNCS = """SELECT set_config('synchronous_commit', 'on', false)
    WHERE current_setting('synchronous_commit') IN ('off', 'local')"""
FORMAT = "SELECT max(version) FROM joint_meeting.format"
SET_FORMAT = """INSERT INTO joint_meeting.format
    SELECT $1 WHERE NOT EXISTS (SELECT 1 FROM joint_meeting.format)"""
HAS_BODY = "SELECT 1 FROM joint_meeting.body WHERE name = $1"
NEW_BODY = "INSERT INTO joint_meeting.body (name) VALUES ($1)"
CHARTER = "SELECT json, under FROM joint_meeting.charter WHERE digest = $1"
KEEP_CHARTER = """INSERT INTO joint_meeting.charter (digest, json, under) VALUES ($1, $2, $3)
    ON CONFLICT DO NOTHING"""
BIND_CHARTER = """INSERT INTO joint_meeting.body_charter (body, digest, place)
    SELECT $1, $2, count(*) FROM joint_meeting.body_charter WHERE body = $1 ON CONFLICT DO NOTHING"""
CHARTERS_OF = "SELECT digest FROM joint_meeting.body_charter WHERE body = $1 ORDER BY place"
LINES_FROM = "SELECT no, line, digest FROM joint_meeting.entry WHERE body = $1 AND no >= $2 ORDER BY no"
BODIES = "SELECT name FROM joint_meeting.body WHERE name > $1 ORDER BY name LIMIT $2"
HEADS = """SELECT b.name, e.no, e.digest FROM joint_meeting.body b CROSS JOIN LATERAL (
        SELECT no, digest FROM joint_meeting.entry WHERE body = b.name ORDER BY no DESC LIMIT 1) e
    WHERE b.name > $1 ORDER BY b.name LIMIT $2"""
APPEND = """WITH known AS (
        SELECT 1 FROM joint_meeting.entry WHERE body = $1 AND no = $2 AND digest = $3 FOR KEY SHARE)
    INSERT INTO joint_meeting.entry (body, no, line, digest)
    SELECT $1, new.no, new.line, new.digest
        FROM known, unnest($4::integer[], $5::text[], $6::text[]) AS new (no, line, digest)"""
INSERT = """INSERT INTO joint_meeting.entry (body, no, line, digest)
    SELECT $1, new.no, new.line, new.digest
        FROM unnest($2::integer[], $3::text[], $4::text[]) AS new (no, line, digest)"""
LAST = "SELECT no, digest FROM joint_meeting.entry WHERE body = $1 ORDER BY no DESC LIMIT 1"
KEEP_FORMER = """INSERT INTO joint_meeting.former (body, head, no, line)
    SELECT body, $2, no, line FROM joint_meeting.entry WHERE body = $1"""
DELETE = "DELETE FROM joint_meeting.entry WHERE body = $1"

_GONE = ("57P01", "57P02", "57P03")
_TAKEN, _NOT_SERIAL, _DEADLOCK = "23505", "40001", "40P01"


def _is_broken(why: psycopg.Error) -> bool:
    """Whether of an error one does not know what became of what was asked: the connection or the server is gone."""
    return why.sqlstate is None or why.sqlstate in _GONE or why.sqlstate.startswith("08")


class Postgres(Store):
    """A server of PostgreSQL, which several machines write to. One connection is kept, and made anew where it breaks."""

    def __init__(self, address: str, *, read_only: bool, language: Literal["zh", "en"]) -> None:
        # Whatever names the store to people does not name the password.
        known: dict[str, Any] = conninfo_to_dict(address)
        super().__init__(make_conninfo("", **(known | {"password": None})), language)
        self._address, self._read_only = address, read_only
        self._lock = threading.RLock()
        self._process, self._closed = os.getpid(), False
        self._link: psycopg.Connection[Any] | None = None
        try:
            link = self._linked()
            if not read_only:
                self._set_up(link)
            self._check(link)
        except BaseException as why:
            self.close()
            if isinstance(why, psycopg.Error):
                raise self._fails(why) from why
            raise

    def _linked(self) -> psycopg.Connection[Any]:
        if self._closed:
            raise self._error(Stopped)
        if os.getpid() != self._process:
            raise self._error(Failed, why="a connection is not to be carried over a fork: open it anew")
        if self._link is None or self._link.closed:
            link = psycopg.connect(self._address, autocommit=True, cursor_factory=psycopg.RawCursor)
            # Whoever set up the database may have preferred speed; a stricter setting than `on` stays.
            link.execute(SYNCS)
            self._link = link
        return self._link

    def _set_up(self, link: psycopg.Connection[Any]) -> None:
        with link.transaction():
            link.execute(ONE_AT_A_TIME)
            link.execute(TABLES)
            for part in range(PARTS):
                link.execute(PART.format(part=part, parts=PARTS).encode())
            link.execute(SET_FORMAT, [TABLES_FORMAT])

    def _check(self, link: psycopg.Connection[Any]) -> None:
        """Whether the tables are known, and the server syncs."""
        found = _one(link, FORMAT)
        if found != TABLES_FORMAT:
            raise self._error(UnknownFormat, found="none" if found is None else found, known=TABLES_FORMAT)
        if _one(link, "SELECT current_setting('fsync')") == "off":
            raise self._error(Failed, why="the server is set not to sync what it commits")

    def _fails(self, why: psycopg.Error) -> StoreError:
        match why.sqlstate:
            case "25006":
                return self._error(ReadOnly)
            case "55P03":
                return self._error(Busy)
            case _:
                return self._error(Failed, why=str(why).strip())

    def _reads(self, sql: str, about: Sequence[object]) -> list[tuple[Any, ...]]:
        """Reads; once more where the connection turns out to be gone."""
        with self._lock:
            for again in (True, False):
                try:
                    return self._linked().execute(sql.encode(), about).fetchall()
                except psycopg.Error as why:
                    self._drop(why)
                    if not (again and _is_broken(why)):
                        raise self._fails(why) from why
            raise AssertionError

    def _writes(
        self,
        write: Callable[[psycopg.Connection[Any]], T],
        what_of: Callable[[psycopg.Error], StoreError | None],
    ) -> T:
        """Writes, and says what to make of an error."""
        with self._lock:
            if self._read_only:
                raise self._error(ReadOnly)
            try:
                link = self._linked()
            except psycopg.Error as why:
                raise self._fails(why) from why
            try:
                return write(link)
            except psycopg.Error as why:
                self._drop(why)
                raise what_of(why) or self._fails(why) from why

    def _drop(self, why: psycopg.Error) -> None:
        if self._link is not None and _is_broken(why):
            self._link.close()

    def _unsure(self, why: psycopg.Error, name: str, entry: int) -> StoreError | None:
        about = {"body": name, "entry": entry, "why": str(why).strip()}
        return self._error(Unsure, **about) if _is_broken(why) else None

    def _has(self, name: str) -> bool:
        return bool(self._reads(HAS_BODY, [name]))

    def _unknown(self, name: str) -> UnknownBody:
        return self._error(UnknownBody, body=name)

    def _elsewhere(self, name: str, entry: int) -> StoreError:
        """Why a journal does not reach where one expects."""
        return self._error(Conflict, body=name, entry=entry) if self._has(name) else self._unknown(name)

    def _create(self, name: str, charters: list[CharterText], lines: list[Line]) -> None:
        def write(link: psycopg.Connection[Any]) -> None:
            with link.transaction():
                link.execute(NEW_BODY, [name])
                for it in charters:
                    _keep_charter(link, name, it)
                link.execute(INSERT, [name, *_columns(lines)])

        def taken(why: psycopg.Error) -> StoreError | None:
            return self._error(Taken, body=name) if why.sqlstate == _TAKEN else self._unsure(why, name, 0)

        self._writes(write, taken)

    def _add_charter(self, name: str, charter: CharterText) -> None:
        def write(link: psycopg.Connection[Any]) -> None:
            with link.transaction():
                _keep_charter(link, name, charter)

        if not self._read_only and not self._has(name):
            raise self._unknown(name)
        self._writes(write, lambda why: self._unsure(why, name, 0))

    def _load(self, name: str) -> Stored:
        rows = self._reads(LINES_FROM, [name, 0])
        if not rows:
            raise self._unknown(name)
        # Asked for after the lines, so that no line rests on a charter that is missing here.
        charters = [row[0] for row in self._reads(CHARTERS_OF, [name])]
        return Stored(charters, _text(rows), {"count": rows[-1][0], "digest": rows[-1][2]})

    def _charter(self, digest: str) -> tuple[str, list[str]] | None:
        rows = self._reads(CHARTER, [digest])
        try:
            return (rows[0][0], loads(rows[0][1])) if rows else None
        except ValueError:
            return None

    def _after(self, name: str, known: types.Head) -> bytes:
        rows = self._reads(LINES_FROM, [name, known["count"]])
        if not rows or rows[0][2] != known["digest"]:
            raise self._error(Rewritten, body=name) if self._has(name) else self._unknown(name)
        return _text(rows[1:])

    def _append(self, name: str, expected: types.Head, lines: list[Line]) -> None:
        first = lines[0].no

        def write(link: psycopg.Connection[Any]) -> int:
            return link.execute(
                APPEND, [name, expected["count"], expected["digest"], *_columns(lines)]
            ).rowcount

        def conflict(why: psycopg.Error) -> StoreError | None:
            if why.sqlstate in (_TAKEN, _NOT_SERIAL, _DEADLOCK):
                return self._error(Conflict, body=name, entry=first)
            return self._unsure(why, name, first)

        if self._writes(write, conflict) == 0:
            raise self._elsewhere(name, first)

    def _rewrite(self, name: str, expected: types.Head, lines: list[Line]) -> None:
        entry = expected["count"] + 1

        def write(link: psycopg.Connection[Any]) -> bool:
            with link.transaction() as all:
                if link.execute(LAST, [name]).fetchone() != (expected["count"], expected["digest"]):
                    return False
                link.execute(KEEP_FORMER, [name, expected["digest"]])
                link.execute(DELETE, [name])
                # Who appended meanwhile has been waited for, since the line before was held; and what was
                # appended shows only now.
                if link.execute(LAST, [name]).fetchone() is not None:
                    raise psycopg.Rollback(all)
                link.execute(INSERT, [name, *_columns(lines)])
                return True
            return False

        if not self._writes(write, lambda why: self._unsure(why, name, entry)):
            raise self._elsewhere(name, entry)

    def _bodies(self, after: str, at_most: int) -> list[str]:
        return [row[0] for row in self._reads(BODIES, [after, at_most])]

    def _heads(self, after: str, at_most: int) -> list[tuple[str, types.Head]]:
        rows = self._reads(HEADS, [after, at_most])
        return [(name, {"count": no, "digest": digest}) for name, no, digest in rows]

    def backup(self, to: str | Path) -> None:
        """Copies the bodies into a file of SQLite. A server has means of its own besides. There must be nothing at that place."""
        to = Path(to)
        if to.exists():
            raise Failed(self.language, {"place": str(to), "why": f"{to} is there already"})
        with Sqlite(to, read_only=False, language=self.language) as copy:
            for name in self.bodies():
                stored = self._load(name)
                kept = [CharterText.of(it) for it in self._charters(name, stored.charters)]
                copy._create(name, kept, Line.all(self._text(name, stored.journal)))

    def close(self) -> None:
        """Closes the connection. Nothing may be asked of it afterwards."""
        with self._lock:
            self._closed = True
            if self._link is not None and os.getpid() == self._process:
                self._link.close()


def _one(link: psycopg.Connection[Any], sql: str) -> object:
    row = link.execute(sql.encode()).fetchone()
    return None if row is None else row[0]


def _keep_charter(link: psycopg.Connection[Any], name: str, charter: CharterText) -> None:
    link.execute(KEEP_CHARTER, [charter.digest, charter.json, dump(charter.under)])
    link.execute(BIND_CHARTER, [name, charter.digest])


def _columns(lines: list[Line]) -> tuple[list[int], list[str], list[str]]:
    return [it.no for it in lines], [it.text for it in lines], [it.digest for it in lines]


def _text(rows: list[tuple[Any, ...]]) -> bytes:
    """The lines of rows, each with its end."""
    return b"".join(row[1].encode() + b"\n" for row in rows)
