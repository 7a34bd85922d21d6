"""Tables: what is answered, laid out to be read, printed, or kept in a spreadsheet.

What stands in them is the core's; here it is shown. A table made by hand is written in the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, Literal, TypedDict, TypeVar, overload

from joint_meeting import _core
from joint_meeting._answer import loads
from joint_meeting._text import dump, iso
from joint_meeting.errors import Malformed

if TYPE_CHECKING:
    from pathlib import Path

    from joint_meeting._text import Day

Record = TypeVar("Record")


class Column(TypedDict):
    """A column of a table."""

    name: str
    """Its name for programs, the same in every language."""
    head: str
    """Its heading."""


class _TableData(TypedDict):
    title: str
    language: Literal["zh", "en"]
    columns: list[Column]
    rows: list[list[str | int | None]]


class TableData(_TableData, total=False):
    """A table as data. A cell is a text, a number, a day or a moment as text, or nothing."""

    on: str
    """The day as of which it holds."""


class _Shown:
    """What can be read, printed and saved: one table or several."""

    __slots__ = ()

    @property
    def _all(self) -> list[TableData]:
        raise NotImplementedError

    def text(self, width: int | None = None) -> str:
        """As text in columns, in which a Chinese character counts twice. In so many columns of a terminal, or as wide as it is."""
        return _core.tables_text(_handed(self._all), width)

    @property
    def csv(self) -> str:
        """As CSV, with the mark by which spreadsheets know UTF-8; what they would take for formulas is kept from them."""
        return _core.tables_csv(_handed(self._all))

    @property
    def xlsx(self) -> bytes:
        """As a workbook with a sheet for each. Raises `TableError` if a sheet cannot hold one."""
        return _core.tables_book(_handed(self._all))

    def save(self, path: str | Path) -> None:
        """Writes a file, in the format that its name ends in: `.xlsx`, `.csv` or `.txt`."""
        import os

        from joint_meeting._file import replace_file

        ending = os.path.splitext(path)[1].lower()
        match ending:
            case ".xlsx":
                data = self.xlsx
            case ".csv":
                data = self.csv.encode()
            case ".txt":
                data = self.text().encode()
            case _:
                raise Malformed("path", f"no format ends in `{ending}`: .xlsx, .csv, .txt")
        replace_file(path, data)

    def __str__(self) -> str:
        return self.text(_width()).rstrip("\n")

    def _repr_html_(self) -> str:
        return "".join(_html(it) for it in self._all)


class Table(_Shown, Sequence[dict[str, str | int | None]]):
    """A table, with a title, columns and rows. Made by hand of a title and rows that have the headings for keys.

    A row is a dict by the names of the columns; some rows of it, `table[:3]`, are a table again.
    """

    __slots__ = ("data",)

    data: TableData
    """The whole as plain data."""

    def __init__(
        self,
        title: str,
        rows: Iterable[Mapping[str, Any]],
        *,
        on: Day | None = None,
        language: Literal["zh", "en"] = "zh",
    ) -> None:
        every = [dict(it) for it in rows]
        names = list(dict.fromkeys(name for row in every for name in row))
        self.data = {
            "title": title,
            "language": language,
            "columns": [{"name": it, "head": it} for it in names],
            "rows": [[_cell(row.get(name)) for name in names] for row in every],
        }
        if on is not None:
            self.data["on"] = str(iso(on))

    @classmethod
    def _of(cls, data: TableData) -> Table:
        it = cls.__new__(cls)
        it.data = data
        return it

    @property
    def _all(self) -> list[TableData]:
        return [self.data]

    @property
    def title(self) -> str:
        """What it is called."""
        return self.data["title"]

    @property
    def on(self) -> str | None:
        """The day as of which it holds."""
        return self.data.get("on")

    @property
    def heads(self) -> list[str]:
        """The headings of its columns."""
        return [it["head"] for it in self.data["columns"]]

    @property
    def rows(self) -> list[list[str | int | None]]:
        """Its rows, each with a cell for every column."""
        return self.data["rows"]

    def to_dicts(self) -> list[dict[str, str | int | None]]:
        """Its rows by the names of the columns, which are the same in every language."""
        names = [it["name"] for it in self.data["columns"]]
        return [dict(zip(names, row, strict=True)) for row in self.rows]

    def columns(self) -> dict[str, list[str | int | None]]:
        """The same by columns, under their headings: for a data frame."""
        return {head: [row[ix] for row in self.rows] for ix, head in enumerate(self.heads)}

    @overload
    def __getitem__(self, ix: int) -> dict[str, str | int | None]: ...
    @overload
    def __getitem__(self, ix: slice) -> Table: ...
    def __getitem__(self, ix: int | slice) -> dict[str, str | int | None] | Table:
        if isinstance(ix, slice):
            return Table._of({**self.data, "rows": self.rows[ix]})
        return self[ix : ix + 1 or None].to_dicts()[0]

    def __iter__(self) -> Iterator[dict[str, str | int | None]]:
        return iter(self.to_dicts())

    def __len__(self) -> int:
        return len(self.rows)

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        return self.data == other.data if isinstance(other, Table) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[object, ...]:
        return Table._of, (self.data,)

    def __repr__(self) -> str:
        return f"<Table {self.title[:60]}: {len(self)} rows>"


class Tables(_Shown, Sequence[Table]):
    """Tables that belong together: printed one below the other, saved as the sheets of one workbook."""

    __slots__ = ("_tables",)

    def __init__(self, tables: Iterable[Table]) -> None:
        self._tables = list(tables)

    @classmethod
    def _read(cls, text: str) -> Tables:
        return cls(Table._of(it) for it in loads(text))

    @property
    def _all(self) -> list[TableData]:
        return [it.data for it in self._tables]

    @overload
    def __getitem__(self, ix: int) -> Table: ...
    @overload
    def __getitem__(self, ix: slice) -> Tables: ...
    def __getitem__(self, ix: int | slice) -> Table | Tables:
        return Tables(self._tables[ix]) if isinstance(ix, slice) else self._tables[ix]

    def __len__(self) -> int:
        return len(self._tables)

    def __eq__(self, other: object) -> bool:
        return self._tables == other._tables if isinstance(other, Tables) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[object, ...]:
        return Tables, (self._tables,)

    def __repr__(self) -> str:
        return f"<Tables: {', '.join(it.title[:60] for it in self)}>"


class ShownByTables:
    """What is printed, shown in a notebook and saved as the tables that show it."""

    __slots__ = ()

    @property
    def tables(self) -> Tables:
        """The tables that show it."""
        raise NotImplementedError

    def save(self, path: str | Path) -> None:
        """Writes the tables that show it, in the format that the name ends in: `.xlsx`, `.csv` or `.txt`."""
        self.tables.save(path)

    def __str__(self) -> str:
        return str(self.tables)

    def _repr_html_(self) -> str:
        return self.tables._repr_html_()


class Rows(ShownByTables, list[Record], Generic[Record]):
    """A list of plain records that is printed, and shown in a notebook, as a table."""

    __slots__ = ("_source",)

    def __init__(self, records: Iterable[Record] = (), source: Source = None) -> None:
        super().__init__(records)
        self._source = source

    @property
    def tables(self) -> Tables:
        """The tables that show it."""
        self._source = settled(self._source)
        return tables_of(self._source, "", ({"": it} for it in self))

    def __reduce__(self) -> tuple[object, ...]:
        return Rows, (list(self), settled(self._source))


Source = str | Callable[[], str] | None
"""Where the tables of an answer come from: JSON text, or what gives it when it is first asked for."""


def settled(source: Source) -> str | None:
    """The JSON text of the tables of an answer."""
    return source() if callable(source) else source


def tables_of(source: str | None, title: str, rows: Iterable[Mapping[str, Any]]) -> Tables:
    """Those of an answer; of one that nobody laid out its rows as they are."""
    return Tables([Table(title, rows)]) if source is None else Tables._read(source)


def _handed(tables: list[TableData]) -> str:
    return dump({"tables": tables})


def _cell(value: Any) -> str | int | None:
    match value:
        case None | False:
            return None
        case True:
            return "✓"
        case str() | int():
            return value
        case list() | tuple():
            return "、".join(str(_cell(it) or "") for it in value)
        case Mapping():
            return dump(value)
        case _ if is_missing(value):
            return None
        case float():
            return int(value) if value.is_integer() else str(value)
        case _:
            return str(iso(value))


def is_missing(value: object) -> bool:
    """Whether it is what a data frame has where there is nothing."""
    return str(value) in ("nan", "NaT", "<NA>")


def _width() -> int:
    """How wide a printed table may be: as the terminal is, or as a page."""
    import shutil
    import sys

    is_terminal = getattr(sys.stdout, "isatty", bool)()
    return max(40, shutil.get_terminal_size((120, 24)).columns) if is_terminal else 120


def _html(table: TableData) -> str:
    language = "zh-Hans" if table["language"] == "zh" else "en"
    caption = f"<caption>{_escape(table['title'])}</caption>" if table["title"] else ""
    head = "".join(f"<th>{_escape(it['head'])}</th>" for it in table["columns"])
    body = "".join("<tr>" + "".join(map(_html_cell, row)) + "</tr>" for row in table["rows"])
    return f'<table lang="{language}">{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _html_cell(value: str | int | None) -> str:
    said = _escape("" if value is None else str(value))
    return f'<td style="text-align:left;white-space:pre-wrap">{said}</td>'


def _escape(text: str) -> str:
    # Loaded only where a table is shown.
    from html import escape

    return escape(text)
