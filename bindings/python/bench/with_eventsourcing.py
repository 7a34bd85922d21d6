"""The same checks in an aggregate of `eventsourcing`, in its most sparing use: one kind of event, stored in memory.

The plain reducer is the aggregate's state. What it accepts becomes an event; what it refuses is raised before there is one.
"""

from typing import Any
from uuid import UUID

import plain
from eventsourcing.application import Application
from eventsourcing.domain import Aggregate


class Refused(Exception):
    """The rule in the way."""


class Year(Aggregate):
    class Performed(Aggregate.Event):
        submission: dict[str, Any]

        def apply(self, aggregate: "Year") -> None:  # type: ignore[override]
            if rule := aggregate.body.perform(self.submission):
                raise Refused(rule)

    def __init__(self) -> None:
        self.body = plain.Body()

    def perform(self, submission: dict[str, Any]) -> None:
        self.trigger_event(self.Performed, submission=submission)


class Fetched:
    """As the documentation shows: each act gets the aggregate from the repository, and saves it."""

    def __init__(self) -> None:
        self.app: Application[UUID] = Application()
        self.year = Year()
        self.app.save(self.year)

    def get(self) -> Year:
        year: Year = self.app.repository.get(self.year.id)
        return year

    def perform(self, submission: dict[str, Any]) -> str | None:
        year = self.get()
        try:
            year.perform(submission)
        except Refused as refused:
            return str(refused)
        self.app.save(year)
        return None

    def counts(self) -> dict[str, Any]:
        return self.get().body.counts()


class Held(Fetched):
    """Its aggregate is kept between the acts, and saved after each."""

    def get(self) -> Year:
        return self.year
