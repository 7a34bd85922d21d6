"""A body that is held open: what is decided is stored before it is applied, and what others have stored is caught up with."""

from __future__ import annotations

import threading

from joint_meeting import _core
from joint_meeting._answer import loads
from joint_meeting._text import dump
from joint_meeting.body import JointMeeting, _submission
from joint_meeting.errors import Conflict as NotNext
from joint_meeting.errors import JournalError, Refused
from joint_meeting.store.errors import Conflict, Damaged, Rewritten, Stopped, StoreError, Unsure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from types import TracebackType
    from typing import Any, Literal, NoReturn, Self

    from joint_meeting import types
    from joint_meeting._text import Moment
    from joint_meeting.charter import Charter
    from joint_meeting.store.contract import Store

TRIES = 200
"""How often an act is decided again, because another was stored first, where nobody says so."""


class HeldBody(JointMeeting):
    """A body that a store holds: it answers every question, and is changed by `Held.perform` alone."""

    __slots__ = ()

    @classmethod
    def _of(
        cls,
        body: _core.Body,
        charters: tuple[Charter, ...],
        language: Literal["zh", "en"],
        calendar: str | None,
        now: str | None,
    ) -> JointMeeting:
        # What is made of it, as by `as_of`, nobody holds.
        return JointMeeting._of(body, charters, language, calendar, now)

    @staticmethod
    def _no(*_: object, **__: object) -> NoReturn:
        raise TypeError(
            "a body that a store holds is changed by `perform` of what holds it, and not by its own"
        )

    perform = perform_all = perform_many = perform_json = perform_many_json = apply = _no


class Held:
    """A body held open in a store. Threads can share it; `with` closes it in the end."""

    __slots__ = (
        "_body",
        "_calendar",
        "_changing",
        "_closed",
        "_conflicts",
        "_head",
        "_lock",
        "_store",
        "_tries",
        "name",
    )

    def __init__(self, store: Store, name: str, calendar: str | None, tries: int) -> None:
        self.name = name
        """The name under which it is kept."""
        self._store, self._calendar, self._tries = store, calendar, max(tries, 1)
        self._conflicts, self._closed = 0, False
        # While it is, the body may be half a batch ahead of its head: whoever finds it so reads it anew.
        self._changing = False
        self._lock = threading.RLock()
        self._head: str
        self._body: HeldBody
        self._read()

    def _read(self) -> None:
        body, head = self._store._read(self.name, self._calendar)
        held = HeldBody.__new__(HeldBody)
        held._body, held.charters, held.language = body._body, body.charters, body.language
        held.calendar, held._now = body.calendar, None
        now = self._body._now if hasattr(self, "_body") else None
        if now is not None:
            held._say_now(now)
        self._body, self._head, self._changing = held, head, False

    @property
    def body(self) -> JointMeeting:
        """The body as far as it was read; it answers every question."""
        return self._body

    @property
    def head(self) -> types.Head:
        """How far its journal reaches, as far as it was read."""
        head: types.Head = loads(self._head)
        return head

    @property
    def conflicts(self) -> int:
        """How often another was first with a number since the body was opened."""
        return self._conflicts

    def set_now(self, now: Moment) -> None:
        """Says what time it is, as `JointMeeting.set_now` does."""
        self._body.set_now(now)

    def as_of(self, at: Moment) -> JointMeeting:
        """The body as it was known at a moment."""
        return self._body.as_of(at)

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
        """Decides, stores, applies. The entry is durable when it is handed over.

        A submission whose key was submitted before is the entry that it became. Where others have stored entries since, the
        body catches up and decides again, so that a refusal is one of today. Raises `Refused`, `Malformed`, `Conflict` if
        others were first every time, or another `StoreError`.
        """
        return self.submit(_submission(act, by, at, recorded_at, recorded_by, proofs, key, against))

    def submit(self, submission: types.Submission | str | bytes) -> types.Entry:
        """The same for a submission as data or as its JSON text."""
        text = submission if isinstance(submission, str | bytes) else dump(submission)
        entry: types.Entry = self._again(lambda: [self._body._body.decided(text)])[0]
        return entry

    def perform_all(self, submissions: Iterable[types.Submission]) -> list[types.Entry]:
        """Performs all of these or none, in one transaction of the store. Raises `Refused` for the first that is refused,
        with its place in `index`."""
        texts: list[str | bytes] = [dump(it, f"[{ix}]") for ix, it in enumerate(submissions)]
        return self._again(lambda: self._body._body.decide_all(texts))

    def catch_up(self) -> int:
        """Applies what others have stored since, and says how many entries that were."""
        with self._lock:
            self._goes()
            before = self.head["count"]
            try:
                missed = self._store._after(self.name, self.head)
            except Rewritten:
                self._read()
                return max(abs(self.head["count"] - before), 1)
            lines = missed.split(b"\n")[:-1]
            for line in lines:
                try:
                    entry, head = _core.follow_journal(self._head, line)
                except JournalError as why:
                    raise Damaged.by(why, self._store.language, self._store.place, self.name) from why
                self._apply([entry], head)
            return len(lines)

    def close(self) -> None:
        """Nothing more is done with it."""
        self._closed = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Held {self.name} in {self._store.place}: {self.head['count']} entries>"

    def _goes(self) -> None:
        if self._closed:
            raise self._store._error(Stopped)
        if self._changing:
            self._read()

    def _again(self, decide: Callable[[], list[str]]) -> list[Any]:
        """Decides until it was decided on all that is stored."""
        with self._lock:
            self._goes()
            tries = self._tries
            while True:
                tries -= 1
                try:
                    decided = decide()
                except Refused:
                    if self.catch_up() == 0:
                        raise
                    if tries > 0:
                        continue
                    # What it was refused for may be gone with what others have stored.
                    raise self._conflict(self.head["count"] + 1) from None
                try:
                    return self._store_and_apply(decided)
                except Conflict:
                    if tries <= 0:
                        raise
                    self._conflicts += 1
                    self.catch_up()

    def _store_and_apply(self, decided: list[str]) -> list[Any]:
        """Stores those of some entries that are new, and applies them."""
        entries, known, head = [loads(it) for it in decided], self.head, self._head
        lines: list[Line] = []
        new: list[str] = []
        for entry, text in zip(entries, decided, strict=True):
            # Those that were submitted before, under their keys, have numbers that are taken.
            if entry["no"] == known["count"] + len(lines) + 1:
                line, head = _core.journal_line(head, text)
                lines.append(Line(entry["no"], line[:-1], loads(head)["digest"]))
                new.append(text)
        if lines:
            try:
                self._store._append(self.name, known, lines)
            except Unsure as why:
                self._look(lines, why)
            else:
                self._apply(new, head)
        return entries

    def _apply(self, entries: list[str], head: str) -> None:
        self._changing = True
        try:
            for it in entries:
                self._body._body.apply(it)
        except NotNext as why:
            self._read()
            raise self._conflict(why.found) from why
        self._head, self._changing = head, False

    def _look(self, lines: list[Line], unsure: Unsure) -> None:
        """Whether lines were stored, of which the store could not say so: they are there, or it stays unknown."""
        try:
            after = self._store._after(self.name, self.head)
        except StoreError:
            raise unsure from None
        if not after.startswith(b"".join(it.text.encode() + b"\n" for it in lines)):
            raise unsure
        self.catch_up()

    def _conflict(self, entry: int) -> Conflict:
        return Conflict(self._store.language, {"body": self.name, "entry": entry})


class Line:
    """A line of a journal, without its end: the header has number 0, each entry its own."""

    __slots__ = ("digest", "no", "text")

    def __init__(self, no: int, text: str, digest: str) -> None:
        self.no = no
        self.text = text
        self.digest = digest

    @classmethod
    def all(cls, journal: str) -> list[Line]:
        """The lines of a whole journal that was verified."""
        lines = journal.split("\n")[:-1]
        return [cls(no, it, _core.line_digest(it.encode())) for no, it in enumerate(lines)]
