"""Why a store gives no answer: an error of its own for each thing that a host does about it.

They are those of the Rust library, with the same words; a refusal is an answer, and none of them.
"""

from __future__ import annotations

from joint_meeting import _core
from joint_meeting.errors import JointMeetingError, JournalError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import ClassVar


class StoreError(JointMeetingError):
    """A store gives no answer. What it is about stands in `place`, `body` and `entry`, where it is about one."""

    kind: ClassVar[str] = ""
    """Which error it is, in one word, the same in every language."""
    _form: ClassVar[str] = "{said}"

    def __init__(self, language: str = "zh", about: Mapping[str, object] = {}) -> None:
        super().__init__(language, dict(about))
        self.language = language
        """The language of `str()`, that of the store."""

    def _about(self, what: str) -> str | None:
        about: Mapping[str, object] = self.args[1]
        return str(about[what]) if what in about else None

    @property
    def place(self) -> str | None:
        """The store."""
        return self._about("place")

    @property
    def body(self) -> str | None:
        """The name of the body."""
        return self._about("body")

    @property
    def entry(self) -> int | None:
        """The number of the entry."""
        entry = self._about("entry")
        return None if entry is None else int(entry)

    @property
    def why(self) -> str | None:
        """What the database or the disk said, or the error that was found, in words."""
        return self._about("why")

    @property
    def en(self) -> str:
        """The error in English."""
        return self._about("said") or self._form.format_map(self.args[1])

    @property
    def zh(self) -> str:
        """The error in Chinese."""
        return _core.chinese(self.en)

    def __str__(self) -> str:
        return self.en if self.language == "en" else self.zh


class BadName(StoreError, ValueError):
    """A text is not the name of a body."""

    kind = "name"
    _form = "{why}"


class UnknownBody(StoreError, LookupError):
    """The store has no such body."""

    kind = "unknown"
    _form = "`{place}` has no body `{body}`"


class Taken(StoreError):
    """There is such a body already."""

    kind = "taken"
    _form = "`{place}` has a body `{body}` already"


class Conflict(StoreError):
    """Somebody else was first, every time that it was tried: look again."""

    kind = "conflict"
    _form = "entry {entry} of `{body}` was stored by somebody else"


class Rewritten(StoreError):
    """The journal was written anew since it was read, in a newer format or from a copy."""

    kind = "rewritten"
    _form = "the journal of `{body}` was written anew since it was read"


class BadCharter(StoreError):
    """A charter in the store cannot be read."""

    kind = "charter"
    _form = "a charter of `{body}`: {why}"


class NoCharter(StoreError):
    """The store has lost a charter, or what it holds under that digest is another."""

    kind = "no_charter"
    _form = "`{place}` has no charter with the digest `{digest}`"


class NotOneBody(StoreError):
    """The charters are not those of one body."""

    kind = "no_body"
    _form = "`{body}`: {why}"


class Damaged(StoreError):
    """The journal is damaged. The error of its line is the cause."""

    kind = "journal"
    _form = "`{body}` in `{place}`: {why}"

    @property
    def line(self) -> int | None:
        """The first bad line, counted from one; none if the journal is one of another charter."""
        line = self._about("line")
        return None if line is None else int(line)

    @classmethod
    def by(cls, why: JointMeetingError, language: str, place: str, body: str) -> Damaged:
        """The error of a journal, with where it was kept."""
        about: dict[str, object] = {"place": place, "body": body, "why": str(why)}
        if isinstance(why, JournalError):
            about["line"] = why.line
        return cls(language, about)


class Torn(StoreError):
    """The last line of a file was not written to its end. Nobody was told that it is kept."""

    kind = "torn"


class Disguised(StoreError):
    """What is there is no journal, and not damaged either: another program has made something of it."""

    kind = "disguised"
    _form = "`{body}` in `{place}`: this is {why}, and no journal"


class ReadOnly(StoreError):
    """The store was opened to read."""

    kind = "read_only"
    _form = "`{place}` was opened to read"


class Stopped(StoreError):
    """Something was not stored safely before, or it was closed: this store answers nothing any more. Open it anew."""

    kind = "stopped"
    _form = "`{place}` failed before: open it anew"


class Failed(StoreError):
    """The disk or the database failed. Nothing was acknowledged."""

    kind = "failed"
    _form = "`{place}` failed: {why}"


class Unsure(StoreError):
    """The connection broke while entries were stored: whether they are, nobody knows. With a key, submit again."""

    kind = "unsure"
    _form = "whether entry {entry} of `{body}` was stored is not known: {why}"


class Busy(StoreError):
    """Somebody else held it for longer than one is willing to wait."""

    kind = "busy"
    _form = "`{place}` is held by somebody else"


class UnknownFormat(StoreError):
    """It is a store of a newer format, or none."""

    kind = "format"
    _form = "`{place}` is no store that can be read: its format is `{found}`, and the newest known is {known}"
