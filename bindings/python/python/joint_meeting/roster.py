"""Rosters (名单): the spreadsheet in which an office keeps who is who founds a body, or says what changed in one.

What a roster means is the core's. Nothing is performed but what is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from joint_meeting import _core
from joint_meeting._answer import loads
from joint_meeting._text import dump
from joint_meeting.body import JointMeeting
from joint_meeting.tables import ShownByTables, Tables, is_missing

if TYPE_CHECKING:
    from joint_meeting import types
    from joint_meeting._text import Day, Moment
    from joint_meeting.charter import Charter

Sheet: TypeAlias = str | Path | bytes | Iterable[Any]
"""A roster: the path of an .xlsx, .ods or .csv, its bytes, a data frame, or rows: dicts by the headings, or lists."""


class _Proposed(ShownByTables):
    """What a roster asks for: acts, each with the refusal that it would meet."""

    __slots__ = ("_tables", "data")

    def __init__(self, data: dict[str, Any], tables: str) -> None:
        self.data = data
        """The whole as plain data."""
        self._tables = tables

    @property
    def acts(self) -> list[types.Submission]:
        """The acts in the order in which they are to be performed."""
        return [it["submission"] for it in self.data["acts"]]

    @property
    def refused(self) -> list[dict[str, Any]]:
        """Those that would be refused: each with its `submission`, its `place` in the roster and the `refusal`."""
        return [it for it in self.data["acts"] if "refusal" in it]

    @property
    def persons(self) -> dict[str, str]:
        """What persons are called, where the roster has a code beside the name: what papers are given."""
        persons: dict[str, str] = self.data.get("persons", {})
        return persons

    @property
    def ignored(self) -> list[str]:
        """Headings of columns that mean nothing here."""
        ignored: list[str] = self.data.get("ignored", [])
        return ignored

    @property
    def tables(self) -> Tables:
        """The tables that show it."""
        return Tables._read(self._tables)

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {len(self.acts)} acts, {len(self.refused)} of them refused>"


class Founding(_Proposed):
    """The acts by which a roster founds a body: the adoption of the charter, then whom the units name."""

    __slots__ = ("charter", "language")

    def __init__(
        self, data: dict[str, Any], tables: str, charter: Charter, language: Literal["zh", "en"]
    ) -> None:
        super().__init__(data, tables)
        self.charter = charter
        """The charter."""
        self.language: Literal["zh", "en"] = language
        """The language of the words, and of the body."""

    @property
    def vacant(self) -> list[dict[str, Any]]:
        """Rows of posts and capacities in which nobody stands."""
        vacant: list[dict[str, Any]] = self.data.get("vacant", [])
        return vacant

    def body(self) -> JointMeeting:
        """The body, founded. Raises `Refused` for the first act that is refused."""
        body = JointMeeting(self.charter, language=self.language)
        body.perform_all(self.acts)
        return body


class Changes(_Proposed):
    """What a roster says otherwise than a body has it: acts, and what somebody has to decide."""

    __slots__ = ()

    @property
    def open(self) -> list[dict[str, Any]]:
        """What differs and needs a decision: `what` it is, what it `says`, and its `place`."""
        found: list[dict[str, Any]] = self.data.get("open", [])
        return found

    @property
    def same(self) -> int:
        """How many rows say what the body has."""
        return len(self.data.get("same", []))

    def __bool__(self) -> bool:
        return bool(self.acts or self.open)


def template(charter: Charter, *, language: Literal["zh", "en"] = "zh") -> bytes:
    """A roster to be filled, as an .xlsx: a row for every post of the charter and for whom each unit names."""
    return _core.roster_template(charter._handle, language)


def book(body: JointMeeting, on: Day, *, given: types.Given | None = None) -> bytes:
    """The roster of a body on a day as an .xlsx: to be corrected, and handed in again to `changes`."""
    return _core.roster_of_body(body._body, None if given is None else dump(given), dump({"on": on}))


def founding(
    roster: Sheet,
    charter: Charter,
    *,
    at: Moment,
    by: str | None = None,
    recorded_at: Moment | None = None,
    proofs: Iterable[types.Proof] = (),
    basis: str | None = None,
    approval: types.Approval | None = None,
    agreed: bool = False,
    language: Literal["zh", "en"] = "zh",
) -> Founding:
    """The founding of a body from a roster. Raises `RosterError` with all that is wrong in it, cell by cell.

    `at` is when it is done, `by` who enters it, if it is to be said; `approval` the superior's, `agreed` whether every member
    unit has agreed, where the charter asks.
    """
    entering = _entering(at, by, recorded_at, proofs, basis, approval, agreed or None)
    found = _core.found_by_roster(_read(roster), charter._handle, entering, language)
    return Founding(loads(found[0]), found[1], charter, language)


def changes(
    roster: Sheet,
    body: JointMeeting,
    *,
    at: Moment,
    by: str | None = None,
    recorded_at: Moment | None = None,
    proofs: Iterable[types.Proof] = (),
    basis: str | None = None,
    given: types.Given | None = None,
) -> Changes:
    """What a roster says otherwise than a body has it. Raises `RosterError` with all that is wrong in it, cell by cell.

    `body.perform_all(found.acts)` does what it asks for. Persons are found by what is `given` to call them, too.
    """
    entering = _entering(at, by, recorded_at, proofs, basis, None, None)
    known = None if given is None else dump(given)
    found = _core.changes_by_roster(_read(roster), body._body, known, entering)
    return Changes(loads(found[0]), found[1])


def _entering(
    at: Moment,
    by: str | None,
    recorded_at: Moment | None,
    proofs: Iterable[types.Proof],
    basis: str | None,
    approval: types.Approval | None,
    agreed: bool | None,
) -> str:
    beside = {
        "by": by,
        "recorded_at": recorded_at,
        "proofs": list(proofs) or None,
        "basis": basis,
        "approval": approval,
        "agreed": agreed,
    }
    return dump({"at": at, **{name: it for name, it in beside.items() if it is not None}})


def _read(roster: Sheet) -> bytes | str:
    """The bytes of a file, or the rows of a data frame as JSON text."""
    if isinstance(roster, bytes):
        return roster
    if isinstance(roster, str | Path):
        return Path(roster).read_bytes()
    return dump({"rows": [[_cell(it) for it in row] for row in _rows(roster)]})


def _rows(roster: Any) -> Iterable[Iterable[Any]]:
    """The headings, then the rows, of whatever has them."""
    if hasattr(roster, "iter_rows") and hasattr(roster, "columns"):  # Polars
        return [list(roster.columns), *roster.iter_rows()]
    if hasattr(roster, "itertuples"):  # pandas
        return [list(roster.columns), *roster.itertuples(index=False, name=None)]
    rows = list(roster)
    if not all(isinstance(it, Mapping) for it in rows):
        return rows
    heads = list(dict.fromkeys(head for row in rows for head in row))
    return [heads, *([row.get(head) for head in heads] for row in rows)]


def _cell(value: Any) -> Any:
    """A cell as a spreadsheet would have it: what is missing in a data frame is nothing."""
    if value is None or isinstance(value, str | bool | int):
        return value
    if is_missing(value):
        return None
    if isinstance(value, float):
        return int(value) if value.is_integer() else str(value)
    return value
