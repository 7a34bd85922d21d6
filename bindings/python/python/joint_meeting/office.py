"""The office (办公室) at its desk: one call for each thing it is asked every day.

Each answer is a table or a paper, in the language of the body: print it, show it in a notebook, or save it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from joint_meeting import _core
from joint_meeting._file import replace_file
from joint_meeting._text import dump, iso, period
from joint_meeting.body import JointMeeting
from joint_meeting.charter import Charter
from joint_meeting.errors import PaperError
from joint_meeting.journal import Journal
from joint_meeting.papers import Desk, Paper
from joint_meeting.tables import Table, Tables

if TYPE_CHECKING:
    from joint_meeting import types
    from joint_meeting._text import Day, Moment, Span


class Office:
    """The office of a body. `given` is what only the office knows: how persons are called, the number of its room.

    It sees what is done in its body since.
    """

    __slots__ = ("body", "desk", "given")

    def __init__(self, body: JointMeeting, *, given: types.Given | None = None) -> None:
        self.body = body
        """The body."""
        self.given = given
        """What only the office knows."""
        self.desk = Desk(body, given=given)
        """Where its papers are made."""

    @classmethod
    def read(
        cls,
        journal: str | Path,
        charter: Charter | str | Path,
        *,
        given: types.Given | None = None,
        language: Literal["zh", "en"] = "zh",
    ) -> Office:
        """An office, from the file of its journal and its charter: a file, one that comes with the library by its name, or
        one that was read."""
        if not isinstance(charter, Charter):
            is_bundled = str(charter) in Charter.names()
            charter = Charter.bundled(str(charter)) if is_bundled else Charter.read(charter)
        body = JointMeeting.replay(charter, Journal.read(journal), language=language)
        return cls(body, given=given)

    def who(self, on: Day) -> Tables:
        """Who is member, liaison officer and convener on a day, also of the past: the units, then the roles."""
        return self._ask({"answer": {"roster": {"on": on}}})

    def due(self, on: Day, days: int = 60) -> Table:
        """What is due within so many days: by whom, when, on which safe day, and by which clause."""
        return self._ask({"answer": {"obligations": {"on": on, "horizon_days": days}}})[0]

    def owes(self, on: Day, days: int = 60) -> Table:
        """Who has not reported, and which parts of the report are missing."""
        return self._ask({"reports_owed": {"on": on, "horizon_days": days}})[0]

    def may(
        self,
        *acts: types.Act,
        by: str,
        at: Moment,
        about: str | None = None,
        kinds: Iterable[types.ActName] = (),
    ) -> Table:
        """What would become of these acts, one after the other; of none, what a person may do, perhaps `about` one thing.

        Nothing is done.
        """
        if acts:
            submissions = [{"act": it, "by": by, "at": at} for it in acts]
            return self._ask({"answer": {"what_if": {"submissions": submissions}}})[0]
        wanted: dict[str, object] = {"by": by, "at": at, "kinds": list(kinds)}
        if about is not None:
            wanted["about"] = about
        return self._ask({"answer": {"options_page": wanted}})[0]

    def minutes(self, meeting: str) -> Paper:
        """The minutes of a meeting to be written, with 出席, 请假, 列席 and what was agreed."""
        return self.desk.paper({"minutes_skeleton": {"meeting": meeting}})

    def countersigning(self, minutes: str) -> Paper:
        """The sheet on which units consent and countersign, with those that are still open."""
        return self.desk.paper({"countersign_sheet": {"minutes": minutes}})

    def may_issue(self, minutes: str, *, by: str, at: Moment) -> Tables:
        """May the document that carries these minutes be issued? Then what is missing, and who can do what about it.

        Raises `Unknown` if there are no such minutes.
        """
        return self._ask({"may_issue": {"minutes": minutes, "by": by, "at": at}})

    def tasks(self, on: Day) -> Paper:
        """What was agreed: the unit, the target, the due date, the result."""
        return self.desk.paper({"assignments": {"on": str(iso(on))}})

    def audit(self, span: Span, on: Day) -> Tables:
        """Was the charter kept? What is open, then a verdict on every clause."""
        return self._ask({"answer": {"audit": {"period": period(span), "on": on}}})

    def record(self, on: Day) -> Table:
        """What happened by a day, as it reads today."""
        return self._ask({"record": {"on": on}})[0]

    def why(self, id: str | int, on: Day) -> Table:
        """What stands behind a rule or a clause by its id, an entry by its number, or a thing by its name.

        Raises `Unknown` if nothing has that name.
        """
        return self._ask({"why": {"id": str(id), "on": on}})[0]

    def pack(
        self, year: int, folder: str | Path, on: Day, formats: Sequence[str] = ("docx", "xlsx")
    ) -> list[Path]:
        """All papers of a year in a folder, their tables beside them, and its dates as a calendar (`.ics`): for whoever inspects.

        The folder is made; one that has something in it is left alone, with a `FileExistsError`. Gives the files.
        """
        place = Path(folder)
        if place.is_dir() and any(place.iterdir()):
            raise FileExistsError(str(place))
        papers = self.desk.evidence(year, on)
        dates = self.desk.calendar(year, on)
        place.mkdir(parents=True, exist_ok=True)
        written = []
        for name, paper in papers:
            for ending in formats:
                path = place / f"{name}.{ending}"
                try:
                    paper.save(path)
                except PaperError as why:
                    # A paper without a table has none to write.
                    if why.data["type"] != "no_table":
                        raise
                else:
                    written.append(path)
        calendar = place / f"{year}.ics"
        replace_file(calendar, dates.ics.encode())
        return [*written, calendar]

    def _ask(self, question: Mapping[str, Any]) -> Tables:
        given = None if self.given is None else dump(self.given)
        return Tables._read(_core.tables_asked(self.body._body, dump(question), None, given))

    def __reduce__(self) -> tuple[object, ...]:
        return _office, (self.body, self.given)

    def __repr__(self) -> str:
        return f"<Office of {self.body!r}>"


def _office(body: JointMeeting, given: types.Given | None) -> Office:
    return Office(body, given=given)
