"""The contract that every store keeps, and what all of them share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import NamedTuple, TypeVar

from joint_meeting import _core
from joint_meeting._answer import loads
from joint_meeting._text import text_of
from joint_meeting.body import JointMeeting, _all
from joint_meeting.charter import Charter
from joint_meeting.errors import CharterError, JournalError, NoBody
from joint_meeting.store.errors import (
    BadCharter,
    BadName,
    Damaged,
    Disguised,
    NoCharter,
    NotOneBody,
    StoreError,
)
from joint_meeting.store.held import TRIES, Held, Line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from types import TracebackType
    from typing import Literal, Self

    from joint_meeting import types

E = TypeVar("E", bound=StoreError)

PAGE = 1000
"""So many names or heads are asked for at once."""
CHARTERS_MAX = 512
"""So many charters are kept ready; there are a few, unless each body has its own."""


class Exported(NamedTuple):
    """A body outside of any store."""

    charters: tuple[Charter, ...]
    """Its charters, in the order in which they were given."""
    journal: bytes
    """Its journal, byte for byte."""


class Verified(NamedTuple):
    """What was found of a body that is whole."""

    head: types.Head
    """How far its journal reaches."""
    breaches: list[types.Breach]
    """What the rules would have refused; whether that was told of stands in each."""


class Stored(NamedTuple):
    """A body as it is stored."""

    charters: list[str]
    """The digests of its charters, in the order in which they were given."""
    journal: bytes
    """The journal, byte for byte."""
    head: types.Head
    """How far the store says that it reaches."""


class CharterText(NamedTuple):
    """A charter as a store keeps it."""

    digest: str
    json: str
    under: list[str]
    """The files of general charters that its keeper gave with it."""

    @classmethod
    def of(cls, charter: Charter) -> CharterText:
        """What is kept of a charter."""
        return cls(charter.digest, charter.text, [it.text for it in charter._general])


class Store(ABC):
    """Where bodies live.

    * Nothing is acknowledged before it is durable.
    * What is stored in one call is there as a whole or not at all, in the eyes of everybody.
    * What is appended was decided on a journal of just the expected head; where another has stored an entry since, it is a
      `Conflict`, and nothing is stored.
    * After a write whose fate is unknown a store on a disk is `Stopped`; who opens it anew sees what is there. A store on a server
      is asked anew instead, and is `Unsure`.
    * No call spans two bodies.

    Threads can share it. It is not to be carried over a fork.
    """

    def __init__(self, place: str, language: Literal["zh", "en"]) -> None:
        self.place = place
        """Where it is, as errors name it."""
        self.language: Literal["zh", "en"] = language
        """The language of its errors and of its bodies."""
        self._shelf: dict[str, Charter] = {}

    def create(self, name: str, charters: Charter | Iterable[Charter]) -> None:
        """Begins to keep a body under charters, the first of which it is founded by. Nothing has happened in it yet."""
        given = self._one_body(self._name(name), charters)
        header = _core.begin_journal(min(given, key=lambda it: it.version)._handle)[0]
        self._create(name, [CharterText.of(it) for it in given], Line.all(header))

    def add_charter(self, name: str, charter: Charter) -> None:
        """Adds the charter of a later version, which waits for the act that puts it into force."""
        self._add_charter(self._name(name), CharterText.of(charter))

    def open(self, name: str, *, calendar: str | None = None, tries: int = TRIES) -> Held:
        """Opens a body as its journal tells. What the lines say is trusted; `verify` decides them again.

        `calendar` is another table of working days, as `JointMeeting.replay` takes it. It gives up after so many `tries` in
        which another was first.
        """
        return Held(self, self._name(name), calendar, tries)

    def bodies(self, after: str | None = None) -> Iterator[str]:
        """The names of the bodies in their order, from behind a name on. Those whose journals are damaged are among them."""
        while page := self._bodies(after or "", PAGE):
            # What another program has put there under a name that is none cannot be asked for either.
            yield from (it for it in page if _core.no_body_name(it) is None)
            after = page[-1]

    def heads(self, after: str | None = None) -> Iterator[tuple[str, types.Head]]:
        """Names and heads of the bodies. Whoever keeps them elsewhere can show later that nothing was cut off."""
        while page := self._heads(after or "", PAGE):
            yield from (it for it in page if _core.no_body_name(it[0]) is None)
            after = page[-1][0]

    def verify(self, name: str, head: types.Head | str | None = None) -> Verified:
        """Checks that a body is stored as it was written, and decides every act again.

        `head` is one that was kept elsewhere, of now or of before: the journal must have reached there on its way.
        """
        stored = self._load(self._name(name))
        charters = self._charters(name, stored.charters)
        text = self._text(name, stored.journal)
        try:
            if head is not None:
                kept = text_of(head)
                beginning = stored.journal.split(b"\n")[: loads(_str(kept))["count"] + 1]
                _core.verify_journal(b"".join(it + b"\n" for it in beginning if it), kept)
            body = JointMeeting.replay(charters, text, checked=True, head=stored.head, language=self.language)
        except (JournalError, NoBody) as why:
            raise self._damaged(name, why) from why
        return Verified(stored.head, body.breaches())

    def verify_all(self) -> Iterator[tuple[str, Verified | StoreError]]:
        """Verifies every body, one after the other, and gives what was found of each, or what is wrong with it."""
        for name in self.bodies():
            try:
                found: Verified | StoreError = self.verify(name)
            except StoreError as why:
                found = why
            yield name, found

    def export(self, name: str) -> Exported:
        """A body with its charters and its journal, byte for byte as it is stored."""
        stored = self._load(self._name(name))
        return Exported(tuple(self._charters(name, stored.charters)), stored.journal)

    def import_(self, name: str, exported: Exported) -> types.Head:
        """Brings in a body that was exported, from whatever store. Every line is checked before, and the bytes stay as they
        are."""
        charters = self._one_body(self._name(name), exported.charters)
        text = self._text(name, exported.journal)
        try:
            JointMeeting.replay(charters, text)
            head: types.Head = loads(_core.verify_journal(text, None))
        except (JournalError, NoBody) as why:
            raise self._damaged(name, why) from why
        self._create(name, [CharterText.of(it) for it in charters], Line.all(text))
        return head

    def upgrade(self, name: str) -> types.Head:
        """Brings the journal of a body to the newest format. The old one is kept aside, and the new one names its head.

        Raises `Conflict` if somebody stored an entry meanwhile: nothing has changed, and one can try again.
        """
        stored = self._load(self._name(name))
        charters = self._charters(name, stored.charters)
        text = self._text(name, stored.journal)
        try:
            body = JointMeeting.replay(charters, text, checked=True, head=stored.head)
        except (JournalError, NoBody) as why:
            raise self._damaged(name, why) from why
        journal, reaches = body.upgrade()._body.journal()
        if journal != text:
            self._rewrite(name, stored.head, Line.all(journal))
        head: types.Head = loads(reaches)
        return head

    @abstractmethod
    def backup(self, to: str | Path) -> None:
        """Copies the whole store while it is in use; each body is whole in the copy. There must be nothing at that place."""

    @abstractmethod
    def close(self) -> None:
        """Gives back what the system keeps open for it. Nothing may be asked of it afterwards."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.place}>"

    # What each store does.

    @abstractmethod
    def _create(self, name: str, charters: list[CharterText], lines: list[Line]) -> None: ...

    @abstractmethod
    def _add_charter(self, name: str, charter: CharterText) -> None: ...

    @abstractmethod
    def _load(self, name: str) -> Stored: ...

    @abstractmethod
    def _charter(self, digest: str) -> tuple[str, list[str]] | None:
        """The file of a charter, and those of its keeper's own general charters."""

    @abstractmethod
    def _after(self, name: str, known: types.Head) -> bytes:
        """The lines after a head, each with its end."""

    @abstractmethod
    def _append(self, name: str, expected: types.Head, lines: list[Line]) -> None:
        """Appends lines to a journal that reaches just as far as one expects."""

    @abstractmethod
    def _rewrite(self, name: str, expected: types.Head, lines: list[Line]) -> None:
        """Puts another journal into the place of one that reaches just as far as one expects. That is kept aside."""

    @abstractmethod
    def _bodies(self, after: str, at_most: int) -> list[str]: ...

    @abstractmethod
    def _heads(self, after: str, at_most: int) -> list[tuple[str, types.Head]]: ...

    # What all of them share.

    def _error(self, of: type[E], **about: object) -> E:
        return of(self.language, {"place": self.place, **about})

    def _name(self, name: str) -> str:
        why = _core.no_body_name(name)
        if why is not None:
            raise self._error(BadName, body=name, why=why)
        return name

    def _damaged(self, name: str, why: JournalError | NoBody) -> Damaged:
        return Damaged.by(why, self.language, self.place, name)

    def _one_body(self, name: str, charters: Charter | Iterable[Charter]) -> tuple[Charter, ...]:
        """The charters as they were given, if they are those of one body."""
        given = (charters,) if isinstance(charters, Charter) else tuple(charters)
        try:
            JointMeeting(_all(given))
        except NoBody as why:
            raise self._error(NotOneBody, body=name, why=str(why)) from why
        return given

    def _text(self, name: str, journal: bytes) -> str:
        """The text of a journal; what is none is told from damage."""
        found = _core.disguise(journal)
        if found is not None:
            raise self._error(Disguised, body=name, why=found)
        try:
            return journal.decode()
        except UnicodeDecodeError:
            # Of bytes that are no text the line is named.
            try:
                _core.verify_journal(journal, None)
            except JournalError as why:
                raise self._damaged(name, why) from why
            raise

    def _charters(self, name: str, digests: list[str]) -> list[Charter]:
        """The charters of those digests, read from the store where they were not before."""
        return [self._shelf.get(it) or self._read_charter(name, it) for it in digests]

    def _read_charter(self, name: str, digest: str) -> Charter:
        found = self._charter(digest)
        if found is None:
            raise self._error(NoCharter, digest=digest)
        try:
            charter = Charter(found[0], [Charter(it) for it in found[1]])
        except CharterError as why:
            raise self._error(BadCharter, body=name, why=str(why)) from why
        if charter.digest != digest:
            raise self._error(NoCharter, digest=digest)
        if len(self._shelf) >= CHARTERS_MAX:
            self._shelf.clear()
        self._shelf[digest] = charter
        return charter

    def _read(self, name: str, calendar: str | None) -> tuple[JointMeeting, str]:
        """A body as it is stored, and its head as JSON text."""
        stored = self._load(name)
        charters = self._charters(name, stored.charters)
        text = self._text(name, stored.journal)
        try:
            body = JointMeeting.replay(charters, text, calendar=calendar, language=self.language)
        except (JournalError, NoBody) as why:
            raise self._damaged(name, why) from why
        return body, _str(text_of(stored.head))


def _str(text: str | bytes) -> str:
    return text if isinstance(text, str) else text.decode()
