"""Charters: the law of a body, read from a file and checked."""

from __future__ import annotations

from joint_meeting import _core
from joint_meeting._answer import loads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from typing import Literal

    from joint_meeting import types
    from joint_meeting.tables import Rows, Table


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

    @staticmethod
    def outline_table(text: str, *, language: Literal["zh", "en"] = "zh") -> Table:
        """The outline of an official text as a table: each heading and paragraph, with what a clause has in `at` for it."""
        return _table(_core.outline_tables(text, language))

    @staticmethod
    def skeleton(id: str, *, record: bool = False) -> str:
        """A charter file to begin with, as JSON text: every setting stands in a clause that says the text is silent on it.

        With `record`, of a body of which there is no text but a record of some facts: a silence then means that the record
        shows nothing.
        """
        return _core.skeleton(id, record)

    @staticmethod
    def rules(word: str = "", *, language: Literal["zh", "en"] = "zh") -> Table:
        """The rules that a charter can claim, of those in which a word occurs, with the settings and readings that each needs."""
        return _table(_core.rules_tables(word, language))

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
        """The file as data, without what binds from above.

        Handed in again as JSON it is a charter that says the same, and another file: even a blank that differs makes another
        digest, by which journals know their charter. Keep `text`.
        """
        file: types.CharterFile = loads(self._handle.file())
        return file

    @property
    def clauses(self) -> list[types.Clause]:
        """The clauses in the order of the text, then those of the general charters that bind it."""
        clauses: list[types.Clause] = loads(self._handle.clauses())
        return clauses

    def lint(
        self, text: str | None = None, *, language: Literal["zh", "en"] = "zh"
    ) -> Rows[types.LintFinding]:
        """What looks wrong for a body that lives by it; with the official text, also what does not fit that.

        Printed, it is a table in the language.
        """
        from joint_meeting.tables import Rows

        findings, tables = self._handle.lint(text, language)
        return Rows(loads(findings), tables)

    def check_text(self, text: str) -> list[types.Misplaced]:
        """The clauses whose key phrase is not in the official text, or not at its heading."""
        misplaced: list[types.Misplaced] = loads(self._handle.check_text(text))
        return misplaced

    def diff(self, after: Charter) -> types.CharterDiff:
        """What changed from this charter to another."""
        diff: types.CharterDiff = loads(self._handle.diff(after._handle, "zh")[0])
        return diff

    def differences(self, after: Charter, *, language: Literal["zh", "en"] = "zh") -> Table:
        """The same as a table: field by field, clause by clause, and which settings, readings and rules are otherwise law."""
        return _table(self._handle.diff(after._handle, language)[1])

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


def _table(text: str) -> Table:
    from joint_meeting.tables import Tables

    return Tables._read(text)[0]
