"""Calendars, read back by a parser of another author."""

import datetime
from typing import Any

import icalendar
import pytest
from joint_meeting import JointMeeting
from joint_meeting.papers import Desk


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("on", ["2022-05-01", "2022-12-24"])
def test_a_calendar_is_read_back(year: JointMeeting, language: str, on: str) -> None:
    desk = Desk(year, language="en" if language == "en" else "zh", given={"fields": {"place": "会议室"}})
    read: Any = icalendar.Calendar.from_ical(desk.calendar(2022, on).ics)
    things = [it for it in read.walk() if it.name in ("VEVENT", "VTODO")]
    names = [str(it["UID"]) for it in things]
    assert len(set(names)) == len(names) > 20
    assert not any(mark in name for name in names for mark in "/% ")
    assert all(not it.errors for it in read.walk())
    alarms = 0
    for it in things:
        assert int(it["SEQUENCE"]) >= 0
        begins = it["DTSTART"].dt if it.name == "VEVENT" else None
        if "LAST-MODIFIED" in it:
            assert it["LAST-MODIFIED"].dt <= it["DTSTAMP"].dt
        for alarm in it.walk("VALARM"):
            assert isinstance(begins, datetime.date) and not isinstance(begins, datetime.datetime)
            midnight = datetime.datetime.combine(begins, datetime.time(), datetime.UTC)
            # Midnight at +08:00.
            assert alarm["TRIGGER"].dt < midnight - datetime.timedelta(hours=8)
            alarms += 1
    # Each day on which something is due belongs to a task.
    related = {str(it["RELATED-TO"]) for it in things if "RELATED-TO" in it}
    assert related and related <= {str(it["UID"]) for it in things if it.name == "VTODO"}
    assert alarms > 0 or on == "2022-12-24"
