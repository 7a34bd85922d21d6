"""A joint meeting: what may be done, what is done, and every question about it.

Nothing is decided here: each method hands JSON text to the core and reads its answer.
"""

from __future__ import annotations

import os

from joint_meeting import _core
from joint_meeting._answer import loads
from joint_meeting._text import dump, period, text_of
from joint_meeting.charter import Charter
from joint_meeting.journal import Journal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any, Literal

    from joint_meeting import types
    from joint_meeting._text import Day, Moment, Span
    from joint_meeting.answers import Audit, Obligations, Options, Roster
    from joint_meeting.proofs import ProofFile
    from joint_meeting.tables import Rows, Source


if hasattr(os, "register_at_fork"):
    # No lock of a body is held across a fork: the child can use every body.
    os.register_at_fork(
        before=_core.before_fork,
        after_in_parent=_core.after_fork,
        after_in_child=_core.after_fork,
    )


class JointMeeting:
    """A joint meeting (联席会议): the standing body, as its journal tells.

    It is made of a charter, or of the successive versions of one. It can be pickled, compared, and shared by threads;
    whatever takes long lets other threads run, and ends when a signal such as Ctrl-C raises an exception.
    """

    __slots__ = ("_body", "_now", "calendar", "charters", "language")

    def __init__(
        self, charters: Charter | Iterable[Charter], *, language: Literal["zh", "en"] = "zh"
    ) -> None:
        self.charters: tuple[Charter, ...] = _all(charters)
        """The charters, by version."""
        self.language: Literal["zh", "en"] = language
        """The language of its words."""
        self.calendar: str | None = None
        """The table of working days that was given to `replay` or `with_calendar`."""
        self._now: str | None = None
        self._body = _core.Body([it._handle for it in self.charters], language)

    @classmethod
    def replay(
        cls,
        charters: Charter | Iterable[Charter],
        journal: Journal | str | bytes,
        *,
        checked: bool = False,
        head: types.Head | str | None = None,
        calendar: str | None = None,
        language: Literal["zh", "en"] = "zh",
    ) -> JointMeeting:
        """A body as its journal tells. `checked`: the chain is checked and every act decided again, see `breaches`.

        `calendar` is another table of working days, as `with_calendar` takes it: by this one the acts are decided again.
        """
        charters, text = _all(charters), journal.text if isinstance(journal, Journal) else journal
        kept = None if head is None else text_of(head)
        body = _core.Body.replay([it._handle for it in charters], text, checked, kept, calendar, language)
        return cls._of(body, charters, language, calendar, None)

    @classmethod
    def _of(
        cls,
        body: _core.Body,
        charters: tuple[Charter, ...],
        language: Literal["zh", "en"],
        calendar: str | None,
        now: str | None,
    ) -> JointMeeting:
        it = cls.__new__(cls)
        it._body, it.charters, it.language, it.calendar, it._now = body, charters, language, calendar, now
        return it

    def with_calendar(self, calendar: str) -> JointMeeting:
        """The same body with another table of working days, as CSV: `date,kind,occasion`, where the kind is `off` or `work`,
        and two lines that say how far it is known, in whole years: `2022-01-01,known_from` and `2027-12-31,known_through`.

        The table that comes with the library grows with each yearly notice on holidays; this one takes its place. What was
        decided by the one before is decided again when it is asked for, see `breaches`.
        """
        body = self._body.with_calendar(calendar)
        return self._of(body, self.charters, self.language, calendar, self._now)

    def set_now(self, now: Moment) -> None:
        """Says what time it is, until another time is said: nothing is recorded after the end of that day.

        Where nobody says so, nothing is recorded more than two years after what is known, by the table of working days or by
        the last entry. Entries that a journal tells of are not asked.
        """
        self._say_now(dump({"at": now}))

    def _say_now(self, now: str) -> None:
        self._body.set_now(now)
        self._now = now

    # What is done.

    def perform(
        self,
        act: types.Act,
        *,
        by: str,
        at: Moment,
        recorded_at: Moment | None = None,
        recorded_by: str | None = None,
        proofs: Iterable[types.Proof] = (),
        key: str | None = None,
        against: types.Against | None = None,
    ) -> types.Entry:
        """Does an act, and gives the entry to store. Raises `Refused` or `Malformed`; then nothing has changed.

        `recorded_by` is who entered it, where that is not `by`; `proofs` show that it is true; with a `key`, the same again is
        the entry that there is; `against` names the rules against which it was done, if it is to be recorded all the same.
        """
        entry: types.Entry = loads(
            self._body.perform(_submission(act, by, at, recorded_at, recorded_by, proofs, key, against))
        )
        return entry

    def check(
        self,
        act: types.Act,
        *,
        by: str,
        at: Moment,
        recorded_at: Moment | None = None,
        recorded_by: str | None = None,
        proofs: Iterable[types.Proof] = (),
        key: str | None = None,
        against: types.Against | None = None,
    ) -> None:
        """May this be done? Raises `Refused` if not. Changes nothing."""
        self._body.check(_submission(act, by, at, recorded_at, recorded_by, proofs, key, against))

    def decide(
        self,
        act: types.Act,
        *,
        by: str,
        at: Moment,
        recorded_at: Moment | None = None,
        recorded_by: str | None = None,
        proofs: Iterable[types.Proof] = (),
        key: str | None = None,
        against: types.Against | None = None,
    ) -> types.Decision:
        """May this be done? The entry or the refusal, as data. Changes nothing."""
        decision: types.Decision = loads(
            self._body.decide(_submission(act, by, at, recorded_at, recorded_by, proofs, key, against))
        )
        return decision

    def apply(self, entry: types.Entry | str | bytes) -> None:
        """Folds in an entry that was decided on this state, and stored since. Raises `Conflict` if it does not follow."""
        self._body.apply(text_of(entry))

    def perform_many(self, submissions: Iterable[types.Submission]) -> list[types.Decision]:
        """Does many acts in order; each is accepted or refused for itself. If one is malformed, none is done."""
        texts = [dump(it, f"[{ix}]") for ix, it in enumerate(submissions)]
        return [loads(it) for it in self.perform_many_json(texts)]

    def perform_all(self, submissions: Iterable[types.Submission]) -> list[types.Entry]:
        """Does all of these acts or none, each on the state after those before it. Raises `Refused` for the first that is
        refused, with its place in `index`; then nothing has changed."""
        texts = [dump(it, f"[{ix}]") for ix, it in enumerate(submissions)]
        return [loads(it) for it in self._body.perform_all(texts)]

    def what_if(self, submissions: Iterable[types.Submission]) -> Rows[types.Decision]:
        """What would become of these acts, one after the other: the decision on each. Changes nothing."""
        decisions: Rows[types.Decision] = self._rows("what_if", submissions=list(submissions))
        return decisions

    def perform_json(self, submission: str | bytes) -> str:
        """`perform`, with JSON text in and out."""
        return self._body.perform(submission)

    def decide_json(self, submission: str | bytes) -> str:
        """`decide`, with JSON text in and out."""
        return self._body.decide(submission)

    def perform_many_json(self, submissions: str | bytes | Iterable[str | bytes]) -> list[str]:
        """`perform_many`, with JSON text in and out: the text of a list, or a text for each."""
        if isinstance(submissions, str | bytes):
            return self._body.perform_list(submissions)
        return self._body.perform_many(list(submissions))

    # What is answered.

    def options(
        self,
        *,
        by: str,
        at: Moment,
        about: str | None = None,
        kinds: Iterable[types.ActName] = (),
        limit: int | None = None,
        after: types.OptionsAfter | None = None,
    ) -> Options:
        """The acts that an actor could try: those open, and those blocked with the grounds; of each kind at most 256.

        If more than `by` and `at` is given, one page of them: only what belongs to a thing or names it (`about`), only some
        `kinds` of acts, at most `limit` rows (256 if not given, 1024 at most), those `after` another page. The answer then
        has `counts` of all there are, and an `after` for the next page unless it is the last.
        """
        from joint_meeting.answers import Options

        wanted = {"about": about, "kinds": list(kinds) or None, "limit": limit, "after": after}
        wanted = {key: value for key, value in wanted.items() if value is not None}
        if not wanted:
            every, words, source = self._ask("options", by=by, at=at)
            return Options(every, words, self.language, None, source)
        page, words, source = self._ask("options_page", by=by, at=at, **wanted)
        return Options(page["rows"], words, self.language, page, source)

    def obligations(self, on: Day, horizon_days: int = 90) -> Obligations:
        """What is owed on a day, overdue or due within so many days, 3653 at most."""
        from joint_meeting.answers import Obligations

        return Obligations(*self._ask("obligations", on=on, horizon_days=horizon_days))

    def audit(self, span: Span, on: Day) -> Audit:
        """Was the charter kept in a year or period, as seen on a day? A period touches at most twenty years."""
        from joint_meeting.answers import Audit

        return Audit(*self._ask("audit", period=period(span), on=on))

    def audits(self, spans: Iterable[Span], on: Day) -> Iterator[Audit]:
        """An audit for each year or period, as seen on a day: `body.audits(range(2022, 2030), on)`. Each is made when it is
        asked for, and only that one is in memory."""
        return (self.audit(span, on) for span in spans)

    def audit_family(self, children: Iterable[JointMeeting], span: Span, on: Day) -> types.FamilyAudit:
        """Judges this body and lower bodies, each by its own charter. Raises `NotBelow` for one that is none."""
        bodies = [it._body for it in children]
        question = dump({"period": period(span), "on": on})
        family: types.FamilyAudit = loads(self._body.audit_family(bodies, question))
        return family

    def roster(self, on: Day) -> Roster:
        """Who was what on a day."""
        from joint_meeting.answers import Roster

        return Roster(*self._ask("roster", on=on))

    def register(self, on: Day) -> Roster:
        """The first name of `roster`, which stays."""
        return self.roster(on)

    def trail(self, subject: str) -> Rows[types.Trace]:
        """Every entry that names a thing, and the clauses it rested on. Raises `Unknown` if nothing has the name."""
        trail: Rows[types.Trace] = self._rows("trail", subject=subject)
        return trail

    def explain_rule(self, rule: str) -> types.RuleExplained:
        """What a rule says, and which clauses claim it. Raises `Unknown` if there is no such rule."""
        explained: types.RuleExplained = self._ask("explain_rule", rule=rule)[0]
        return explained

    def explain_entry(self, no: int) -> types.EntryExplained:
        """What an entry rested on. Raises `Unknown` if there is no such entry."""
        explained: types.EntryExplained = self._ask("explain_entry", no=no)[0]
        return explained

    def breaches(self) -> Rows[types.Breach]:
        """The entries that the rules would have refused."""
        breaches: Rows[types.Breach] = self._rows("breaches")
        return breaches

    def touched_by(self, before: Charter, after: Charter, on: Day) -> types.Touched:
        """The open matters that a change of the charter touches."""
        touched: types.Touched = loads(self._body.touched_by(before._handle, after._handle, dump({"on": on})))
        return touched

    def as_of(self, at: Moment) -> JointMeeting:
        """The body as it was known at a moment."""
        body = self._body.as_of(dump({"at": at}))
        return self._of(body, self.charters, self.language, self.calendar, self._now)

    def charter_on(self, on: Day) -> Charter:
        """The charter in force on a day; before the body was founded, the first."""
        version = self._ask("charter_on", on=on)[0]
        return next(it for it in self.charters if it.version == version)

    def _rows(self, question: str, /, **about: object) -> Rows[Any]:
        """An answer that is a list."""
        from joint_meeting.tables import Rows

        records, _, source = self._ask(question, **about)
        return Rows(records, source)

    def ask_json(self, question: str | bytes) -> str:
        """Any question, such as `{"register": {"on": "2022-06-01"}}`, with JSON text in and out."""
        return self._body.ask(question)[0]

    @property
    def entries(self) -> list[types.Entry]:
        """The entries so far, as they were recorded."""
        entries: list[types.Entry] = self._ask("entries")[0]
        return entries

    def entry(self, no: int) -> types.Entry | None:
        """The entry of a number, counted from one, as it was recorded."""
        entry: types.Entry | None = self._ask("entry", no=no)[0]
        return entry

    def entry_as_read(self, no: int) -> types.Entry | None:
        """The entry of a number as it reads today, with its corrections; none if it is struck."""
        entry: types.Entry | None = self._ask("entry_as_read", no=no)[0]
        return entry

    def verify_proofs(self, folder: str | os.PathLike[str]) -> list[ProofFile]:
        """Looks for the file of every proof in a folder, by its name, and compares its digest. The library keeps no files."""
        from joint_meeting.proofs import verify_proofs

        return verify_proofs(self.entries, folder)

    @property
    def format(self) -> int:
        """The version of the format of its journal."""
        return self._body.format()

    def upgrade(self) -> JointMeeting:
        """The same body with a journal of the newest format, whose first line names the head of the journal so far."""
        return self._of(self._body.upgrade(), self.charters, self.language, self.calendar, self._now)

    def journal(self) -> Journal:
        """The whole journal."""
        return Journal(self._body.journal()[0])

    def _ask(self, question: str, /, **about: object) -> tuple[Any, list[str], Source]:
        """The answer, its words, and where its tables come from: they are laid out when they are asked for."""
        asked = dump({question: about})
        answer, words, count = self._body.ask(asked)
        body = self._body
        return loads(answer), words, lambda: _core.tables_asked(body, f'{{"answer": {asked}}}', count, None)

    def __len__(self) -> int:
        return self._body.count()

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[types.Entry]:
        return iter(self.entries)

    def __eq__(self, other: object) -> bool:
        return self._body.equals(other._body) if isinstance(other, JointMeeting) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[object, ...]:
        return _replay, (self.charters, self._body.journal()[0], self.language, self.calendar, self._now)

    def __repr__(self) -> str:
        charter, count = self.charters[0], len(self)
        last = self.entry(count)
        until = f", the last {last['act']['type']} at {last['at']}" if last else ""
        return f"<JointMeeting {charter.id}: {count} entries{until}>"


def _replay(
    charters: tuple[Charter, ...],
    journal: str,
    language: Literal["zh", "en"],
    calendar: str | None,
    now: str | None = None,
) -> JointMeeting:
    body = JointMeeting.replay(charters, journal, calendar=calendar, language=language)
    if now is not None:
        body._say_now(now)
    return body


def _all(charters: Charter | Iterable[Charter]) -> tuple[Charter, ...]:
    all_of_them = (charters,) if isinstance(charters, Charter) else tuple(charters)
    return tuple(sorted(all_of_them, key=lambda it: it.version))


def _submission(
    act: types.Act,
    by: str,
    at: Moment,
    recorded_at: Moment | None,
    recorded_by: str | None,
    proofs: Iterable[types.Proof],
    key: str | None,
    against: types.Against | None,
) -> str:
    submission: dict[str, object] = {"act": act, "by": by, "at": at}
    beside = {
        "recorded_at": recorded_at,
        "recorded_by": recorded_by,
        "proofs": list(proofs) or None,
        "key": key,
        "against": against,
    }
    submission |= {name: value for name, value in beside.items() if value is not None}
    return dump(submission)
