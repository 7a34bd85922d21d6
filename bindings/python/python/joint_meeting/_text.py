"""Python values on their way to JSON text. What they mean is not asked here.

What most calls do without is imported when it is wanted: so the package is there sooner.
"""

from __future__ import annotations

from joint_meeting import _core
from joint_meeting.errors import Malformed

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime
    from typing import Any, TypeAlias

    from joint_meeting import types

    Day: TypeAlias = str | datetime.date
    """A date, or its ISO form."""
    Moment: TypeAlias = str | datetime.datetime
    """A datetime with its zone, or its RFC 3339 form."""
    Span: TypeAlias = int | tuple[Day, Day] | types.Period
    """A period: a year, its first and last day, or both by their keys."""


def dump(value: object, place: str = "") -> str:
    """JSON text; dates and datetimes by their ISO form. An error is told from a place on."""
    text = _core.plain_json(value, _iso)
    return _dump(value, place) if text is None else text


def _dump(value: object, place: str) -> str:
    """The same by Python's own writer: it knows classes that are like those of JSON, and what is wrong."""
    import json

    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=_iso)
    except (TypeError, ValueError, RecursionError) as why:
        if isinstance(why, Malformed):
            raise Malformed((place + _place(value)).lstrip(".") or ".", why.problem) from None
        problem = "nested without end" if isinstance(why, RecursionError) else str(why)
        raise Malformed(place or ".", problem) from None


def text_of(value: object, place: str = "") -> str | bytes:
    """JSON text as it is, anything else as JSON text. An error is told from a place on."""
    return value if isinstance(value, str | bytes) else dump(value, place)


def iso(value: Any) -> Any:
    """A date or datetime by its ISO form, anything else as it is."""
    if value is None or isinstance(value, str | int | list | dict):
        return value
    import datetime

    return _iso(value) if isinstance(value, datetime.date) else value


def period(span: Span) -> dict[str, Any] | types.Period:
    """A period as the core reads it."""
    match span:
        case int():
            return {"from": f"{span:04}-01-01", "to": f"{span:04}-12-31"}
        case (first, last):
            return {"from": first, "to": last}
        case _:
            return span


def _iso(value: object) -> str:
    import datetime

    match value:
        case datetime.datetime(tzinfo=None):
            raise Malformed(".", f"`{value.isoformat()}` has no zone; a datetime needs one, such as +08:00")
        case datetime.date():
            return value.isoformat()
        case _:
            raise TypeError(f"{type(value).__name__} is not JSON")


def _place(value: object) -> str:
    """The path of the first datetime without a zone."""
    import datetime
    from collections.abc import Mapping

    pairs: list[tuple[str, object]] = []
    if isinstance(value, Mapping):
        pairs = [(f".{key}", it) for key, it in value.items()]
    elif isinstance(value, list | tuple):
        pairs = [(f"[{ix}]", it) for ix, it in enumerate(value)]
    for key, it in pairs:
        if isinstance(it, datetime.datetime) and it.tzinfo is None:
            return key
        if below := _place(it):
            return key + below
    return ""


def act(type: str, **fields: object) -> Any:
    """An act as it is submitted: what is not given is left out, dates are text."""
    made = {"type": type}
    for name, value in fields.items():
        if value is not None:
            made[name.rstrip("_")] = _field(name.rstrip("_"), value)
    return made


def _field(name: str, value: object) -> Any:
    try:
        return iso(value)
    except Malformed as why:
        raise Malformed(name, why.problem) from None
