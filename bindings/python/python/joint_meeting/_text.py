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
    """JSON text: dates and datetimes by their ISO form, whole numbers of other libraries as numbers. An error is told from a
    place on."""
    text = _core.plain_json(value, _plain)
    return _dump(value, place) if text is None else text


def _dump(value: object, place: str) -> str:
    """The same by Python's own writer: it knows classes that are like those of JSON. Here is found what is wrong."""
    import json

    return json.dumps(_all_plain(value, place, 0), ensure_ascii=False, separators=(",", ":"))


def _all_plain(value: object, place: str, depth: int) -> object:
    """A value of lists and dicts alone, and of what those of JSON hold."""
    from collections.abc import Mapping

    if depth > _DEEPEST:
        raise Malformed(place or ".", "nested without end")
    if isinstance(value, Mapping):
        for key in value:
            if not isinstance(key, str):
                raise Malformed(place or ".", f"a key is text, and not {_shown(key)}")
            _text(key, place)
        return {key: _all_plain(it, f"{place}.{key}".lstrip("."), depth + 1) for key, it in value.items()}
    if isinstance(value, list | tuple):
        return [_all_plain(it, f"{place}[{ix}]", depth + 1) for ix, it in enumerate(value)]
    if isinstance(value, str):
        return _text(value, place)
    if value is None or isinstance(value, bool | int):
        return value
    try:
        return _plain(value)
    except Malformed as why:
        raise Malformed(place or ".", why.problem) from None


def _text(value: str, place: str) -> str:
    try:
        value.encode()
    except UnicodeEncodeError as why:
        half = f"half of a character, `{value[why.start]!a}`, at position {why.start}"
        raise Malformed(place or ".", half.replace("'", "")) from None
    return value


def text_of(value: object, place: str = "") -> str | bytes:
    """JSON text as it is, anything else as JSON text. An error is told from a place on."""
    return value if isinstance(value, str | bytes) else dump(value, place)


def iso(value: Any) -> Any:
    """A date or datetime by its ISO form, anything else as it is."""
    if value is None or isinstance(value, str | int | list | dict):
        return value
    import datetime

    return _plain(value) if isinstance(value, datetime.date) else value


def period(span: Span) -> dict[str, Any] | types.Period:
    """A period as the core reads it."""
    # A whole number of another library, or one that a table has as a float.
    it: Any = _plain(span) if hasattr(span, "dtype") or isinstance(span, float) else span
    match it:
        case int():
            return {"from": f"{it:04}-01-01", "to": f"{it:04}-12-31"}
        case (first, last):
            return {"from": first, "to": last}
        case _:
            return it  # type: ignore[no-any-return]


_DEEPEST = 100
"""What is nested deeper is nested without end."""


def _plain(value: Any) -> str | int | float:
    """What JSON has for a value of Python, or of those who compute with it."""
    import datetime
    import math

    if isinstance(value, datetime.datetime):
        return _moment(value)
    if isinstance(value, datetime.date):
        return value.isoformat()
    # Scalars of NumPy know their kind, and are not imported for that.
    kind = getattr(getattr(value, "dtype", None), "kind", " ")
    if kind in "biuf" and getattr(value, "shape", None) == ():
        it: Any = value.item()
        return it if isinstance(it, int) else _plain(it)
    if kind == "M" and str(value) != "NaT":
        at = value.astype("datetime64[us]").item()
        return _moment(at) if isinstance(at, datetime.datetime) else str(at)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, float) and math.isfinite(value):
        return value
    # Whatever is missing in a table is not equal to itself: NaN, NaT, and in its own way NA.
    is_missing = isinstance(value, float) or str(value) in ("NaT", "<NA>")
    problem = "is no value: leave it out" if is_missing else "is none of JSON, and no date"
    raise Malformed(".", f"{_shown(value)} {problem}")


def _moment(value: datetime.datetime) -> str:
    """A moment, or a day where no more is said: a table has days as midnights."""
    if str(value) == "NaT":
        raise Malformed(".", "`NaT` is no value: leave it out")
    if value.tzinfo is not None:
        return value.isoformat()
    text = value.isoformat()
    day, _, time = text.partition("T")
    if time == "00:00:00":
        return day
    raise Malformed(".", f"`{text}` has no zone; a datetime needs one, such as +08:00")


def _shown(value: object) -> str:
    """A value as an error shows it."""
    text = str(value)
    text = text if len(text) <= 40 else f"{text[:40]}…"
    return f"`{text}` ({type(value).__name__})"


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
