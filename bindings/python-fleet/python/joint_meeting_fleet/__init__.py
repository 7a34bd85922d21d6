"""One question asked of very many joint meetings (联席会议) at once: columns of Arrow in, columns of Arrow out."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Literal, Protocol, TypeAlias, runtime_checkable

from joint_meeting_fleet._core import Charters, Columns, ask, columns

__all__ = [
    "ArrowArray",
    "ArrowStream",
    "Ask",
    "Bodies",
    "Charters",
    "Columns",
    "Verdict",
    "audit_batch",
    "charters_batch",
    "columns",
    "obligations_batch",
]

Ask: TypeAlias = Literal["audit", "obligations", "charters"]
Verdict: TypeAlias = Literal["not_applicable", "not_judged", "met", "silent", "not_due", "disputed", "unmet"]


@runtime_checkable
class ArrowStream(Protocol):
    """Columns that come batch by batch: tables of Polars, DuckDB, pandas and Arrow."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any:
        """Give a capsule named ``arrow_array_stream``."""


@runtime_checkable
class ArrowArray(Protocol):
    """Columns of one batch, as Spark's `mapInArrow` has them."""

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any:
        """Give capsules named ``arrow_schema`` and ``arrow_array``."""


Bodies: TypeAlias = (
    ArrowStream
    | ArrowArray
    | Iterable[tuple[str | None, str | bytes | None] | tuple[str | None, str | bytes | None, str | None]]
)
"""Columns `body`, `journal` and, if anything, `charter`; or tuples of them."""

_BUNDLED: list[Charters] = []


def audit_batch(
    bodies: Bodies,
    *,
    on: date | str,
    year: int | None = None,
    period: tuple[date | str, date | str] | None = None,
    charters: Charters | None = None,
    only: Sequence[Verdict] = (),
    checked: bool = False,
    threads: int | None = None,
) -> Columns:
    """Say of every body whether its charter was kept in a year or another period, as seen on a day."""
    if (year is None) == (period is None):
        raise TypeError("say either `year` or `period`")
    first, last = period or (f"{year:04}-01-01", f"{year:04}-12-31")
    of = (str(first), str(last))
    return ask(bodies, _of(charters), "audit", str(on), of, 0, list(only), checked, threads or 0)


def obligations_batch(
    bodies: Bodies,
    *,
    on: date | str,
    horizon_days: int,
    charters: Charters | None = None,
    only: Sequence[Verdict] = (),
    checked: bool = False,
    threads: int | None = None,
) -> Columns:
    """Say of every body what is owed on a day, and what is due within so many days."""
    what = "obligations"
    return ask(bodies, _of(charters), what, str(on), None, horizon_days, list(only), checked, threads or 0)


def charters_batch(
    bodies: Bodies,
    *,
    on: date | str,
    charters: Charters | None = None,
    checked: bool = False,
    threads: int | None = None,
) -> Columns:
    """Say of every body which charter is in force on a day, and how it differs from the bundled one."""
    return ask(bodies, _of(charters), "charters", str(on), None, 0, [], checked, threads or 0)


def _of(charters: Charters | None) -> Charters:
    """Give charters that were handed over, or those of the library, which are read once."""
    if charters is not None:
        return charters
    if not _BUNDLED:
        _BUNDLED.append(Charters())
    return _BUNDLED[0]
