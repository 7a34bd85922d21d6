"""Charters: the law of a body, read from a file and checked."""

from __future__ import annotations

from joint_meeting import _core
from joint_meeting._answer import loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from joint_meeting import types


class Charter:
    """A charter (制度): its clauses, the rules each stands behind, and what they fix or leave silent.

    Raises `CharterError` with all that is wrong. `general` are charters about joint meetings that bind this one,
    besides those that come with the library.
    """

    __slots__ = ("_general", "_handle", "_text")

    def __init__(self, text: str | bytes, general: Iterable[Charter] = ()) -> None:
        self._text = text
        self._general = tuple(general)
        self._handle: _core.Charter = _core.Charter(text, [it._handle for it in self._general])

    @classmethod
    def read(cls, path: str | Path, general: Iterable[Charter] = ()) -> Charter:
        """Reads a file."""
        with open(path, "rb") as file:
            return cls(file.read(), general)

    @classmethod
    def bundled(cls, name: str) -> Charter:
        """One of those that come with the library."""
        text = _core.bundled(name)
        if text is None:
            raise KeyError(name)
        return cls(text)

    @staticmethod
    def names() -> list[str]:
        """The names of the charters of bodies that come with the library."""
        return _core.bundled_names()[0]

    @staticmethod
    def general_names() -> list[str]:
        """The names of the charters about joint meetings and documents that come with the library, and bind others."""
        return _core.bundled_names()[1]

    @staticmethod
    def outline(text: str) -> types.Outline:
        """The outline of an official text: its headings, and where each paragraph stands."""
        outline: types.Outline = loads(_core.outline(text))
        return outline

    @property
    def id(self) -> str:
        """Its id, the same for all versions."""
        return self._handle.id()

    @property
    def version(self) -> int:
        """Its version, counted from one."""
        return self._handle.version()

    @property
    def digest(self) -> str:
        """The SHA-256 of its file and of the general charters that bind it."""
        return self._handle.digest()

    @property
    def text(self) -> str:
        """The text of its file."""
        return self._text if isinstance(self._text, str) else self._text.decode()

    @property
    def file(self) -> types.CharterFile:
        """The file as data, without what binds from above."""
        file: types.CharterFile = loads(self._handle.file())
        return file

    @property
    def clauses(self) -> list[types.Clause]:
        """The clauses in the order of the text, then those of the general charters that bind it."""
        clauses: list[types.Clause] = loads(self._handle.clauses())
        return clauses

    def lint(self, text: str | None = None) -> list[types.LintFinding]:
        """What looks wrong for a body that lives by it; with the official text, also what does not fit that."""
        findings: list[types.LintFinding] = loads(self._handle.lint(text))
        return findings

    def check_text(self, text: str) -> list[types.Misplaced]:
        """The clauses whose key phrase is not in the official text, or not at its heading."""
        misplaced: list[types.Misplaced] = loads(self._handle.check_text(text))
        return misplaced

    def diff(self, after: Charter) -> types.CharterDiff:
        """What changed from this charter to another."""
        diff: types.CharterDiff = loads(self._handle.diff(after._handle))
        return diff

    def __len__(self) -> int:
        return len(self.clauses)

    def __eq__(self, other: object) -> bool:
        return self._handle.equals(other._handle) if isinstance(other, Charter) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.digest)

    def __reduce__(self) -> tuple[type[Charter], tuple[str | bytes, tuple[Charter, ...]]]:
        return Charter, (self._text, self._general)

    def __repr__(self) -> str:
        return f"<Charter {self.id} version {self.version}: {self.file['title']['zh']}, {len(self)} clauses>"
