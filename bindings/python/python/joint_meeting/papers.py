"""Papers: notices, minutes, documents, calendars, made from what the journal says. Nothing else loads this module.

What a paper says and how it looks is the core's; `docs/papers.md` tells what can be wanted, and how wording is changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from joint_meeting import _core
from joint_meeting._answer import loads
from joint_meeting._file import replace_file
from joint_meeting._text import dump, period, text_of
from joint_meeting.answers import _Answer
from joint_meeting.body import JointMeeting
from joint_meeting.errors import Malformed
from joint_meeting.tables import Tables, _escape

if TYPE_CHECKING:
    from joint_meeting import types
    from joint_meeting._text import Day, Span


class Desk:
    """Where papers of a body are made, as it stands when each is asked for.

    `words` is wording of the office's own, a changed copy of `wording()`, and `given` is what only the host knows. Raises
    `Malformed` if either cannot be read. The methods raise `PaperError` where a paper cannot be made.
    """

    __slots__ = ("_kept", "_office", "body")

    def __init__(
        self,
        body: JointMeeting,
        *,
        language: Literal["zh", "en"] | None = None,
        words: str | bytes | Mapping[str, types.Json] | None = None,
        given: types.Given | None = None,
    ) -> None:
        self.body = body
        """The body."""
        office = {"language": language or body.language, **({} if given is None else {"given": given})}
        self._kept = (dump(office), None if words is None else text_of(words, "words"))
        self._office = _core.Office(*self._kept)

    def paper(self, wanted: types.Wanted) -> Paper:
        """Makes a paper: `{"minutes": {"minutes": "n1"}}`."""
        return Paper._of(self._ask("paper", {"wanted": wanted})[0])

    def known(self, wanted: types.Wanted) -> types.PaperKnown:
        """What the journal knows of a paper that is not printed on it."""
        known: types.PaperKnown = self._ask("known", {"wanted": wanted})[0]
        return known

    def check(self, wanted: types.Wanted) -> Findings:
        """How a paper stands by every rule on documents, with all that the journal knows."""
        return Findings(*self._ask("check", {"wanted": wanted}))

    def evidence(self, year: int, on: Day) -> list[Filed]:
        """All papers of a year, for whoever inspects it: an index, then each paper, then the audit as seen on a day."""
        pack = self._ask("evidence", {"year": year, "on": on})[0]
        return [Filed(it["name"], Paper._of(it["paper"])) for it in pack]

    def calendar(self, span: Span, on: Day) -> Dates:
        """The dates of a year or period, as seen on a day."""
        dates = self._ask("calendar", {**period(span), "on": on})[0]
        return Dates(dates["ics"], Paper._of(dates["table"]))

    def ask_json(self, question: str | bytes) -> str:
        """Any question about papers, such as `{"paper": {"wanted": …}}`, with JSON text in and out."""
        return self._office.ask(self.body._body, question)[0]

    def _ask(self, question: str, about: object) -> tuple[Any, list[str]]:
        answer, words = self._office.ask(self.body._body, dump({question: about}))
        return loads(answer), words

    def __reduce__(self) -> tuple[object, ...]:
        return _desk, (self.body, self._kept)

    def __repr__(self) -> str:
        return f"<Desk of {self.body!r}>"


class Paper:
    """A paper (公文、材料) as data, to be written in every format. A host may change the data.

    Made of data or JSON text that were kept; raises `Malformed` if they are no paper. Equal papers give equal bytes.
    """

    __slots__ = ("data",)

    data: types.Paper
    """The whole as plain data."""

    def __init__(self, data: types.Paper | str | bytes) -> None:
        self.data = loads(_core.read_paper(text_of(data)))

    @classmethod
    def _of(cls, data: types.Paper) -> Paper:
        it = cls.__new__(cls)
        it.data = data
        return it

    @property
    def title(self) -> str:
        """Its title (标题)."""
        return self.data["title"]

    @property
    def draft(self) -> types.PaperDraft | None:
        """Why it may not go out, if it is a draft (草稿)."""
        return self.data.get("draft")

    @property
    def made_from(self) -> types.Head:
        """The head of the journal it was made from."""
        return self.data["made_from"]

    def write(self, format: types.PaperFormat) -> bytes:
        """The paper as a file. Raises `PaperError` for CSV if it has no table."""
        return _core.write_paper(dump(self.data), format)

    def save(self, path: str | Path) -> None:
        """Writes a file, in the format that its name ends in: `.docx`, `.html`, `.txt`, `.md` or `.csv`; its tables as `.xlsx`.

        Raises `PaperError` for a table if it has none.
        """
        ending = Path(path).suffix.lower()
        if ending == ".xlsx":
            replace_file(path, self.xlsx)
            return
        formats = {f".{ending}": name for name, ending in _core.paper_formats()}
        if ending not in formats:
            raise Malformed("path", f"no format ends in `{ending}`: {', '.join(formats)}, .xlsx")
        replace_file(path, _core.write_paper(dump(self.data), formats[ending]))

    @property
    def tables(self) -> Tables:
        """The tables that stand in it."""
        return Tables._read(_core.paper_tables(dump(self.data), None)[0])

    @property
    def xlsx(self) -> bytes:
        """Its tables as a workbook. Raises `PaperError` if it has none."""
        return _core.paper_tables(dump(self.data), None)[1] or self.write("csv")

    @property
    def text(self) -> str:
        """The paper as plain text."""
        return self.write("text").decode()

    @property
    def markdown(self) -> str:
        """The paper as Markdown."""
        return self.write("markdown").decode()

    @property
    def html(self) -> str:
        """The paper as a page that prints from a browser."""
        return self.write("html").decode()

    def check(self, known: types.PaperKnown | str | bytes | None = None) -> Findings:
        """How it stands by every rule on documents, with what is known beside it. What is not given is not judged."""
        answer, words = _core.check_paper(dump(self.data), None if known is None else text_of(known))
        return Findings(loads(answer), words)

    def __eq__(self, other: object) -> bool:
        return self.data == other.data if isinstance(other, Paper) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[object, ...]:
        return Paper._of, (self.data,)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        draft = ", a draft" if self.draft else ""
        return f"<Paper {self.data['name']}: {self.title[:60]}{draft}>"

    def _repr_html_(self) -> str:
        return f'<iframe sandbox srcdoc="{_escape(self.html)}" style="width:100%;height:40em"></iframe>'


class Filed(NamedTuple):
    """A paper of a pack."""

    name: str
    """The name of its file, without the ending."""
    paper: Paper
    """The paper."""


class Dates(NamedTuple):
    """The dates of a period, to be handed on."""

    ics: str
    """The file for calendar programs (RFC 5545)."""
    table: Paper
    """The same as a paper with one table."""


class Findings(_Answer["types.PaperFinding", "types.PaperChecked"]):
    """What was found of a paper: one finding for each rule on documents, in the language of the paper."""

    __slots__ = ()

    @property
    def _records(self) -> list[types.PaperFinding]:
        return self.data["findings"]

    @property
    def may_be_issued(self) -> bool:
        """Whether it may go out: nothing is broken that a regulation or a standard asks."""
        return self.data["may_be_issued"]

    @property
    def breaches(self) -> list[types.PaperFinding]:
        """Those of the rules that are broken."""
        return [it for it in self if it["verdict"] == "breach"]

    def __repr__(self) -> str:
        counts = Counter(it["verdict"] for it in self)
        found = ", ".join(f"{count} {verdict}" for verdict, count in counts.items())
        return f"<Findings: {found}; may{'' if self.may_be_issued else ' not'} be issued>"

    def _said(self) -> Iterable[Mapping[str, Any]]:
        return (
            {"row": it["row"]["id"], "verdict": it["verdict"], "": said}
            for it, said in zip(self, self.words, strict=True)
        )


def rows() -> list[types.PaperRow]:
    """The rules on documents, each with its source."""
    rows: list[types.PaperRow] = loads(_core.paper_rows())
    return rows


def wording(language: Literal["zh", "en"]) -> str:
    """The wording that comes with the library: the file that an office copies and changes."""
    return _core.wording(language)


def _desk(body: JointMeeting, kept: tuple[str, str | bytes | None]) -> Desk:
    desk = Desk.__new__(Desk)
    desk.body, desk._kept, desk._office = body, kept, _core.Office(*kept)
    return desk
