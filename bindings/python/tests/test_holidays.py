"""The table of working days and the days off by law, day by day beside two packages of other authors."""

import csv
import datetime
from collections.abc import Iterator

import chinese_calendar  # type: ignore[import-untyped]
import holidays
import pytest
import runner
from borax.calendars.lunardate import LunarDate, TermUtils  # type: ignore[import-untyped]

DATA = runner.FOLDER.parent / "crates/joint-meeting/data"
DAY = datetime.timedelta(days=1)


def rows(name: str) -> list[list[str]]:
    text = (DATA / name).read_text(encoding="utf-8")
    return list(csv.reader(it for it in text.splitlines() if not it.startswith("#")))


def days(first: datetime.date, last: datetime.date) -> Iterator[datetime.date]:
    return (first + DAY * ix for ix in range((last - first).days + 1))


def table() -> dict[datetime.date, bool]:
    """Of every day of the years whose decree is known, whether people work."""
    said = {kind: datetime.date.fromisoformat(day) for day, kind, _ in rows("cn-working-days.csv")[1:3]}
    otherwise = {day: kind == "work" for day, kind, _ in rows("cn-working-days.csv")[3:]}
    return {
        it: otherwise.get(it.isoformat(), it.weekday() < 5)
        for it in days(said["known_from"], said["known_through"])
    }


def by_law() -> dict[datetime.date, set[datetime.date]]:
    """The days off of each year since the law, by its first day."""
    lines = rows("cn-holidays.csv")
    (names,) = [it[1:] for it in lines if it[0] == "year"]
    off = [it for it in lines if it[0] == "off"]
    found = {}
    for year, *moving in (it for it in lines if it[0].isdigit()):
        named = dict(zip(names, moving, strict=True))
        starts = [(f"{year}-{named.get(anchor, anchor)}", int(days)) for _, _, anchor, days, _ in off]
        found[datetime.date(int(year), 1, 1)] = {
            datetime.date.fromisoformat(start) + DAY * days for start, days in starts
        }
    return found


def explained(package: str) -> dict[str, str]:
    differences: dict[str, str] = runner.read("holidays.json")[package]
    assert all(differences.values())
    return differences


def test_borax_has_the_same_days_that_move() -> None:
    def days_of(year: int) -> list[datetime.date]:
        spring, dragon_boat, mid_autumn = (
            LunarDate(year, month, day).to_solar_date() for month, day in ((1, 1), (5, 5), (8, 15))
        )
        return [spring, TermUtils.nth_term_day(year, term_name="清明"), dragon_boat, mid_autumn]

    moving = [it for it in rows("cn-holidays.csv") if it[0].isdigit()]
    assert [int(year) for year, *_ in moving] == list(range(2025, 2101))
    differing = set()
    for year, *ours in moving:
        for our, their in zip(ours, days_of(int(year)), strict=True):
            if f"{year}-{our}" != their.isoformat():
                differing.add(their.isoformat())
    assert differing == set(explained("borax"))


def test_chinese_calendar_has_the_same_working_days() -> None:
    known = table()
    try:
        chinese_calendar.is_workday(max(known))
    except NotImplementedError:
        pytest.fail("the package does not know the last decreed year: take a newer one")
    differing = {it.isoformat() for it, works in known.items() if chinese_calendar.is_workday(it) != works}
    assert differing == set(explained("chinese_calendar"))


def test_holidays_has_the_same_working_days_and_days_off_by_law() -> None:
    known, law = table(), by_law()
    china = holidays.country_holidays("CN", years=range(min(known).year, max(law).year + 1), language="en_US")
    differing = {it for it, works in known.items() if china.is_working_day(it) != works}
    for first, off in law.items():
        # Which working day is off for a holiday on a weekend is for the decree to say.
        theirs = {
            it
            for it, name in china.items()
            if it.year == first.year and "observed" not in name and "substituted" not in name
        }
        differing |= off ^ theirs
    assert {it.isoformat() for it in differing} == set(explained("holidays"))
    assert len(known) > 8000 and len(law) == 76
