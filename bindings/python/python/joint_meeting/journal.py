"""Journals: the entries of a body as chained lines of text."""

from __future__ import annotations

from joint_meeting import _core
from joint_meeting._answer import loads
from joint_meeting._text import text_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from joint_meeting import types
    from joint_meeting.charter import Charter


class Journal:
    """A journal (留痕): a header, then a line for each entry with the digest of the line before.

    Making one checks the chain, and the head if one was kept elsewhere; raises `JournalError` with the first bad line.
    """

    __slots__ = ("_head", "_lines")

    def __init__(self, text: str | bytes, head: types.Head | str | None = None) -> None:
        self._head: str = _core.verify_journal(text, None if head is None else text_of(head))
        self._lines = _lines(text if isinstance(text, str) else text.decode())

    @classmethod
    def begin(cls, charter: Charter) -> Journal:
        """A journal without entries."""
        return cls(_core.begin_journal(charter._handle)[0])

    @classmethod
    def read(cls, path: str | Path, head: types.Head | str | None = None) -> Journal:
        """Reads a file."""
        with open(path, "rb") as file:
            return cls(file.read(), head)

    @classmethod
    def intact(cls, data: bytes) -> Journal:
        """The lines that end: what is left when a process was killed, or a disk full, in the middle of a line.

        What stands after the last end of a line nobody was told is kept; a host cuts it off and goes on.
        """
        whole, head = _core.intact_journal(data)
        journal = cls.__new__(cls)
        journal._head, journal._lines = head, _lines(whole.decode())
        return journal

    def write(self, path: str | Path) -> None:
        """Writes a file, byte for byte as every language writes it. A file that was kept stays whole if that fails."""
        from joint_meeting._file import replace_file

        replace_file(path, bytes(self))

    def append(self, entry: types.Entry | str) -> str:
        """Adds the line of the next entry and gives it back, for hosts that store line by line."""
        line, self._head = _core.journal_line(self._head, text_of(entry))
        self._lines.append(line)
        return line

    @property
    def text(self) -> str:
        """The whole."""
        return "".join(self._lines)

    @property
    def header(self) -> types.Header:
        """Under which charter it was begun."""
        header: types.Header = loads(self._lines[0])
        return header

    @property
    def head(self) -> types.Head:
        """How far it reaches. Kept elsewhere, it shows when the end was cut off."""
        head: types.Head = loads(self._head)
        return head

    def __iter__(self) -> Iterator[types.JournalLine]:
        return map(loads, self._lines[1:])

    def __len__(self) -> int:
        return len(self._lines) - 1

    def __bytes__(self) -> bytes:
        return self.text.encode()

    def __eq__(self, other: object) -> bool:
        return self._lines == other._lines if isinstance(other, Journal) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._head)

    def __reduce__(self) -> tuple[type[Journal], tuple[str]]:
        return Journal, (self.text,)

    def __repr__(self) -> str:
        head, header = self.head, self.header
        return (
            f"<Journal {header['charter']} version {header['version']}: "
            f"{head['count']} entries, {head['digest'][:12]}…>"
        )


def _lines(text: str) -> list[str]:
    return [f"{line}\n" for line in text.split("\n")[:-1]]
