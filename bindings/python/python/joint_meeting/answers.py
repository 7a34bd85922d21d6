"""Answers as sequences of plain records, with rows for tables and words for people.

The data is the core's, key by key; `data` has it whole. The words are the core's, in the language of the body.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, overload

from joint_meeting.tables import ShownByTables, Source, Tables, settled, tables_of

if TYPE_CHECKING:
    from joint_meeting import types

Record = TypeVar("Record")
Data = TypeVar("Data")


class _Answer(ShownByTables, Sequence[Record], Generic[Record, Data]):
    __slots__ = ("_source", "data", "words")

    def __init__(self, data: Data, words: Sequence[str], source: Source = None) -> None:
        self._source = source
        self.data = data
        """The whole answer as plain data."""
        self.words = list(words)
        """Each record in words, in the language of the body; of an option, why it is blocked."""

    @property
    def _records(self) -> list[Record]:
        raise NotImplementedError

    def _rows(self) -> Iterable[Mapping[str, Any]]:
        return (dict(it) for it in self._records)  # type: ignore[call-overload]

    def to_dicts(self) -> list[dict[str, types.Json]]:
        """Flat rows, all with the same columns: `due.date` is the `date` in `due`."""
        rows = [dict(_flat("", row)) for row in self._rows()]
        columns = dict.fromkeys(column for row in rows for column in row)
        return [{column: row.get(column) for column in columns} for row in rows]

    def columns(self) -> dict[str, list[types.Json]]:
        """The same by columns; a data frame made of them sees what kind of values a column has, wherever the first stands."""
        rows = self.to_dicts()
        return {column: [row[column] for row in rows] for column in (rows[0] if rows else ())}

    @overload
    def __getitem__(self, ix: int) -> Record: ...
    @overload
    def __getitem__(self, ix: slice) -> list[Record]: ...
    def __getitem__(self, ix: int | slice) -> Record | list[Record]:
        return self._records[ix]

    def __len__(self) -> int:
        return len(self._records)

    def __eq__(self, other: object) -> bool:
        return self.data == other.data if isinstance(other, type(self)) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    @property
    def tables(self) -> Tables:
        """The tables that show it, in the language of the body, as it was when this was asked."""
        self._source = settled(self._source)
        return tables_of(self._source, "", self._said())

    def _said(self) -> Iterable[Mapping[str, Any]]:
        """What a table has if nobody laid it out."""
        return ({**row, "": said} for row, said in zip(self.to_dicts(), self.words, strict=False))

    def __getstate__(self) -> dict[str, Any]:
        # Where the tables come from stays here; the tables go along.
        self._source = settled(self._source)
        slots = (name for it in type(self).__mro__ for name in getattr(it, "__slots__", ()))
        return {name: getattr(self, name) for name in slots if hasattr(self, name)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        for name, value in state.items():
            setattr(self, name, value)


class Audit(_Answer["types.ClauseVerdict", "types.Audit"]):
    """A verdict for every clause, in the order of the text. A row of the table is a judgement."""

    __slots__ = ()

    @property
    def _records(self) -> list[types.ClauseVerdict]:
        return self.data["clauses"]

    def _rows(self) -> Iterable[Mapping[str, Any]]:
        for clause in self:
            if not clause.get("judgements"):
                yield dict(clause)
            for judgement in clause.get("judgements", []):
                yield {"clause": clause["clause"], **judgement}

    def clause(self, clause: str) -> types.ClauseVerdict:
        """The verdict on one clause."""
        for it in self:
            if it["clause"] == clause:
                return it
        raise KeyError(clause)

    @property
    def verdicts(self) -> Counter[types.Verdict]:
        """How many clauses have each verdict."""
        return Counter(it["verdict"] for it in self)

    def __repr__(self) -> str:
        period = self.data["period"]
        counts = ", ".join(f"{count} {verdict}" for verdict, count in self.verdicts.items())
        return f"<Audit {period['from']} to {period['to']}, as seen on {self.data['on']}: {counts}>"


class Obligations(_Answer["types.Obligation", "list[types.Obligation]"]):
    """What is owed, in the order of the due dates; first what is owed at once."""

    __slots__ = ()

    @property
    def _records(self) -> list[types.Obligation]:
        return self.data

    @property
    def overdue(self) -> list[types.Obligation]:
        """Those that are overdue."""
        return [it for it in self if it["overdue"]]

    def __repr__(self) -> str:
        return f"<Obligations: {len(self)}, {len(self.overdue)} of them overdue>"


class Options(_Answer["types.Choice", "list[types.Choice]"]):
    """The acts an actor could try: those open, and those blocked with the grounds.

    In a row of the table `choose` has the fields that are still to choose by their names; `data` has all about them.
    """

    __slots__ = ("after", "counts", "language")

    def __init__(
        self,
        data: list[types.Choice],
        words: Sequence[str],
        language: Literal["zh", "en"] = "zh",
        page: types.OptionsPage | None = None,
        source: Source = None,
    ) -> None:
        super().__init__(data, words, source)
        self.language: Literal["zh", "en"] = language
        """The language of the words, that of the body."""
        self.counts: list[types.OptionsCount] = page["counts"] if page else []
        """Of a page, how many there are of each kind of act on all pages; beyond 256, that there are `at_least` so many."""
        self.after: types.OptionsAfter | None = page.get("after") if page else None
        """Of a page, where the next one begins; none if it is the last."""

    @property
    def _records(self) -> list[types.Choice]:
        return self.data

    def _rows(self) -> Iterable[Mapping[str, Any]]:
        for it in self:
            yield {**it, "choose": [blank["field"] for blank in it["choose"]]}

    @property
    def open(self) -> list[types.Choice]:
        """Those that would be accepted, once the fields under `choose` are filled in."""
        return [it for it in self if "refusal" not in it]

    @property
    def blocked(self) -> list[types.Choice]:
        """Those that would be refused."""
        return [it for it in self if "refusal" in it]

    def __repr__(self) -> str:
        return f"<Options: {len(self.open)} open, {len(self.blocked)} blocked>"


class Roster(_Answer["types.UnitOnDay", "types.Roster"]):
    """Who was what on a day: the units in protocol order, and the roles."""

    __slots__ = ()

    @property
    def _records(self) -> list[types.UnitOnDay]:
        return self.data["units"]

    @property
    def roles(self) -> list[types.RoleOnDay]:
        """The roles that the charter ties to posts or units, and who holds them."""
        return self.data["roles"]

    def __repr__(self) -> str:
        return f"<Roster on {self.data['on']}: {len(self)} units, {len(self.roles)} roles>"


Register = Roster
"""The first name of `Roster`, which stays."""


def _flat(path: str, value: Any) -> Iterable[tuple[str, Any]]:
    if not isinstance(value, Mapping):
        return [(path, value)]
    at = f"{path}." if path else ""
    return [pair for key, it in value.items() for pair in _flat(f"{at}{key}", it)]
