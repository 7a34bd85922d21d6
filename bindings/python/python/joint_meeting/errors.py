"""What can go wrong. Every error is a `JointMeetingError` and can be pickled.

The core raises them; the sentences are its own.
"""

from __future__ import annotations

from joint_meeting._answer import loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from joint_meeting import types


class JointMeetingError(Exception):
    """Anything this library raises."""

    _kept: Any = None

    def _read(self, text: str) -> Any:
        """Its data, which is read when it is first asked for."""
        if self._kept is None:
            self._kept = loads(text)
        return self._kept


class Refused(JointMeetingError):
    """An act is refused (不予): an answer, with every ground, its clause, and who can cure it. Nothing has changed."""

    def __init__(
        self, refusal: str, zh: str, en: str, language: str = "zh", index: int | None = None
    ) -> None:
        super().__init__(refusal, zh, en, language, index)
        self.index = index
        """The place of the act among several of which all were to be done, counted from nought."""
        self.json = refusal
        """The refusal as JSON text."""
        self.zh = zh
        """The refusal in Chinese."""
        self.en = en
        """The refusal in English."""
        self.language = language
        """The language of `str()`, that of the body."""

    def __str__(self) -> str:
        return self.en if self.language == "en" else self.zh

    @property
    def refusal(self) -> types.Refusal:
        """The refusal as data."""
        answer: types.Refusal = self._read(self.json)
        return answer

    @property
    def grounds(self) -> list[types.Ground]:
        """One for each rule in the way; none where names are unknown or taken."""
        return self.refusal["grounds"] if self.refusal["type"] == "rules" else []

    @property
    def cures(self) -> list[types.Cure]:
        """What would cure the grounds, and who can do it."""
        return [cure for ground in self.grounds for cure in ground.get("cures", [])]

    @property
    def unknown(self) -> list[types.Name]:
        """Names of things that nobody has introduced."""
        return self.refusal["unknown"] if self.refusal["type"] == "names" else []

    @property
    def taken(self) -> list[types.Name]:
        """Names for new things that are already in use."""
        return self.refusal["taken"] if self.refusal["type"] == "names" else []


class Malformed(JointMeetingError, ValueError):
    """Input that cannot be read: neither accepted nor refused (格式错误)."""

    def __init__(self, path: str, problem: str, zh: str = "") -> None:
        super().__init__(path, problem, zh)
        self.path = path
        """The path of the field, `.` for the whole."""
        self.problem = problem
        """What is wrong there."""

    @property
    def zh(self) -> str:
        """The error in Chinese."""
        from joint_meeting import _core

        return str(self.args[2]) or _core.chinese(str(self))

    def __str__(self) -> str:
        return f"{self.path}: {self.problem}"


class _Told(JointMeetingError):
    """An error of the core: some data, and last its sentence in Chinese and in English."""

    @property
    def zh(self) -> str:
        """The error in Chinese."""
        return str(self.args[-2])

    def __str__(self) -> str:
        return str(self.args[-1])


class CharterError(_Told):
    """A charter file that is not sound. All that is wrong is told."""

    @property
    def errors(self) -> list[types.CharterError]:
        """Each with its place and the problem."""
        errors: list[types.CharterError] = self._read(self.args[0])
        return errors

    @property
    def places(self) -> list[str]:
        """The clauses and paths where something is wrong."""
        return [error["place"] for error in self.errors]


class JournalError(_Told):
    """The first bad line of a journal."""

    @property
    def line(self) -> int:
        """Counted from one; the header is line one."""
        return int(self.args[0])

    @property
    def fault(self) -> types.LineError:
        """What is wrong."""
        fault: types.LineError = self._read(self.args[1])
        return fault


class Conflict(_Told):
    """An entry that does not follow the last one: decide again."""

    @property
    def expected(self) -> int:
        """The number of the next entry."""
        return int(self.args[0])

    @property
    def found(self) -> int:
        """The number of the entry given."""
        return int(self.args[1])


class NoBody(_Told):
    """Charters that cannot be those of one body."""

    @property
    def problem(self) -> types.BodyError:
        """Why not."""
        problem: types.BodyError = self._read(self.args[0])
        return problem


class NotBelow(_Told):
    """A body that does not stand below the other."""

    @property
    def problem(self) -> types.NotBelowError:
        """The charter it names as its parent, and the one above."""
        problem: types.NotBelowError = self._read(self.args[0])
        return problem


class Unknown(_Told, LookupError):
    """A question about a rule, an entry or a thing that is not known."""

    @property
    def data(self) -> types.QuestionError:
        """What was asked about, and the known names that are nearest to it."""
        data: types.QuestionError = self._read(self.args[0])
        return data


class PaperError(_Told):
    """A paper that cannot be made or written."""

    @property
    def data(self) -> types.PaperError:
        """Why not, as data."""
        data: types.PaperError = self._read(self.args[0])
        return data


class RosterError(_Told):
    """A roster of which nothing is made: its file cannot be read, or something in it is wrong. All of it is told."""

    @property
    def data(self) -> Any:
        """Why not, as data."""
        return self._read(self.args[0])

    @property
    def faults(self) -> list[Any]:
        """What is wrong, each with its `row`, its `cell`, what is `wrong` and the `nearest` words that would do."""
        faults: list[Any] = self.data.get("faults", [])
        return faults


class TableError(_Told):
    """Tables that cannot be written as a workbook."""

    @property
    def data(self) -> Any:
        """Why not, as data."""
        return self._read(self.args[0])


class LeftInTheMiddle(JointMeetingError):
    """A fault in the library came in the middle of an act: throw the body away and replay its journal."""
