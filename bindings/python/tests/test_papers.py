"""Papers: the same bytes as from Rust, the same findings, and what a person does with them."""

import datetime
import hashlib
import io
import json
import pickle
import subprocess
import sys
import threading
import zipfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from copy import deepcopy
from multiprocessing import get_context
from pathlib import Path
from typing import Any, get_args
from xml.etree import ElementTree

import pytest
import runner
from joint_meeting import Charter, JointMeeting, Malformed, PaperError, acts, types
from joint_meeting.papers import Desk, Findings, Paper, rows, wording

FORMATS: tuple[types.PaperFormat, ...] = get_args(types.PaperFormat)
ENDINGS = dict(zip(FORMATS, ["docx", "html", "txt", "md", "csv"], strict=True))
MINUTES: types.Wanted = {"minutes": {"minutes": "n2"}}
DOCUMENT: types.Wanted = {"document": {"document": "d2"}}
REGISTER: types.Wanted = {"register": {"on": "2022-06-30"}}


@pytest.fixture(scope="module")
def desk(year: JointMeeting) -> Desk:
    return Desk(year, given={"fields": {"place": "会议室"}})


def test_every_paper_of_the_year_is_byte_for_byte_that_of_rust(year: JointMeeting) -> None:
    digests = []
    for language in ("zh", "en"):
        for name, paper in runner.pack(year, language):
            for format, ending in ENDINGS.items():
                try:
                    written = paper.write(format)
                except PaperError as why:
                    assert why.data == {"type": "no_table"} and format == "csv"
                    continue
                digest = hashlib.sha256(written).hexdigest()
                digests.append(f"{digest[:16]} {language}/{name}.{ending}")
    assert digests == (runner.FOLDER / "papers/digests.txt").read_text(encoding="utf-8").splitlines()


def checks() -> list[Any]:
    """Each case and its near miss: the row, the paper, what is known, and what is found."""
    file, cases = runner.read("checks.json"), []
    for case in file["cases"]:
        for it in (case, case["near"]):
            paper = file["papers"][case["of"]] | it.get("with", {})
            paper = {field: value for field, value in paper.items() if value is not None}
            broken = set(it.get("also", [])) | ({case["row"]} if it["verdict"] == "breach" else set())
            then = (it["verdict"], it.get("found", []), None if it is case["near"] else broken)
            cases.append(pytest.param(case["row"], paper, it.get("known", {}), *then, id=case["row"]))
    return cases


@pytest.mark.parametrize(("row", "paper", "known", "verdict", "found", "broken"), checks())
def test_checks(
    row: str,
    paper: types.Paper,
    known: types.PaperKnown,
    verdict: str,
    found: list[str],
    broken: set[str] | None,
) -> None:
    findings = Paper(paper).check(known)
    (finding,) = [it for it in findings if it["row"]["id"] == row]
    assert (finding["verdict"], finding["found"]) == (verdict, found)
    if broken is not None:
        assert {it["row"]["id"] for it in findings.breaches} == broken
    binding = [it for it in findings.breaches if it["row"]["basis"] != "practice"]
    assert findings.may_be_issued == (not binding)


def test_findings_are_as_other_answers(desk: Desk) -> None:
    polars, pandas = pytest.importorskip("polars"), pytest.importorskip("pandas")
    found = desk.check(DOCUMENT)
    assert [it["row"] for it in found] == rows()
    assert found.may_be_issued and found.breaches == []
    assert len(found.words) == len(found) and found.words[0] in str(found)
    assert found[0]["row"]["zh"] in found.words[0]
    assert found == pickle.loads(pickle.dumps(found)) == desk.paper(DOCUMENT).check(desk.known(DOCUMENT))
    assert repr(found).startswith("<Findings") and len(repr(found)) < 200
    for frame in (polars.DataFrame(found.columns()), pandas.DataFrame(found.to_dicts())):
        assert frame.shape[0] == len(rows()) and "row.source" in list(frame.columns)
    assert found._repr_html_().count("<tr>") == len(found) + 1
    english = Desk(desk.body, language="en", given={"fields": {"place": "Room 3"}}).check(DOCUMENT)
    assert english[0]["row"]["en"] in english.words[0]
    bare = desk.paper(DOCUMENT).check()
    assert bare != found and "not_judged" in [it["verdict"] for it in bare]
    assert bare.words[0] == found.words[0]


def test_a_desk_sees_what_is_done_since(charter: Charter, founded: JointMeeting) -> None:
    desk = Desk(founded)
    assert "language" not in repr(desk) and charter.id in repr(desk)
    before = desk.paper(REGISTER)
    founded.perform(
        acts.ChooseReading(reading="plenary.count", option="at_least", why="x"),
        by="p1",
        at="2022-06-01T09:00:00+08:00",
    )
    after = desk.paper(REGISTER)
    assert (before.made_from["count"], after.made_from["count"]) == (1, 2)
    assert after.made_from == founded.journal().head
    # The body speaks English, and so does its desk.
    assert (
        before.data["lang"] == "en" and Desk(founded, language="zh").paper(REGISTER).data["lang"] == "zh-CN"
    )


def test_days_of_python(year: JointMeeting) -> None:
    desk, day = Desk(year), datetime.date(2022, 6, 30)
    wanted: Any = {"register": {"on": day}}
    assert desk.paper(wanted) == desk.paper(REGISTER)
    span = (datetime.date(2022, 1, 1), "2022-12-31")
    dates = desk.calendar(2022, day)
    assert (
        dates
        == desk.calendar(span, "2022-06-30")
        == desk.calendar({"from": "2022-01-01", "to": "2022-12-31"}, day)
    )
    assert dates.ics.startswith("BEGIN:VCALENDAR\r\n")
    table: types.Wanted = {"calendar": {"from": "2022-01-01", "to": "2022-12-31", "on": "2022-06-30"}}
    assert dates.table == desk.paper(table)
    naive: Any = {"issue": {"act": {"type": "x"}, "by": "p3", "at": datetime.datetime(2022, 6, 1, 9)}}
    with pytest.raises(Malformed, match="has no zone") as found:
        desk.paper(naive)
    assert found.value.path == "paper.wanted.issue.at"


def test_wording_of_the_offices_own(year: JointMeeting) -> None:
    own = wording("zh").replace("职责项目清单", "我们的清单")
    assert own != wording("zh") != wording("en")
    desk = Desk(year, words=own)
    assert "我们的清单" in desk.paper(REGISTER).title
    again = Desk(year, words=json.loads(own))
    assert again.paper(REGISTER) == desk.paper(REGISTER) == pickle.loads(pickle.dumps(desk)).paper(REGISTER)
    # What the wording is written in counts, not the language of the desk.
    english = Desk(year, language="zh", words=wording("en"))
    assert english.check(REGISTER)[0]["row"]["en"] in english.check(REGISTER).words[0]
    words = json.loads(own)
    words["papers"]["register"]["title"] = "{plaza}"
    with pytest.raises(PaperError) as found:
        Desk(year, words=words).paper(REGISTER)
    assert found.value.data["type"] == "missing_field" and found.value.data["field"] == "plaza"
    assert "plaza" in str(found.value)
    words["papers"]["register"]["title"] = "{"
    for bad in (words, json.dumps(words)):
        with pytest.raises(Malformed) as malformed:
            Desk(year, words=bad)
        assert malformed.value.path == "words.papers.register.title"
    with pytest.raises(ValueError, match="language"):
        wording("fr")  # type: ignore[arg-type]
    with pytest.raises(Malformed) as malformed:
        Desk(year, language="fr")  # type: ignore[arg-type]
    assert malformed.value.path == "language"


def test_papers_are_data(desk: Desk) -> None:
    paper = desk.paper(MINUTES)
    assert paper == Paper(paper.data) == Paper(json.dumps(paper.data)) == pickle.loads(pickle.dumps(paper))
    assert paper != desk.paper(DOCUMENT) and paper != paper.data
    assert (paper.title, paper.draft, paper.made_from) == (
        paper.data["title"],
        None,
        paper.data["made_from"],
    )
    # It went out with its document, and is made of what was known then.
    issued = next(it["no"] for it in desk.body.entries if it["act"].get("document") == "d2")
    assert paper.made_from["count"] == issued < desk.body.journal().head["count"]
    assert repr(paper).startswith("<Paper minutes: ") and "draft" not in repr(paper)
    skeleton = desk.paper({"minutes_skeleton": {"meeting": "m2"}})
    assert skeleton.draft is not None and skeleton.draft["why"] and "a draft" in repr(skeleton)
    # What came in is a copy, in the form in which papers are made.
    given: Any = deepcopy(paper.data) | {"signer": None}
    made = Paper(given)
    given["title"] = "x"
    assert made == paper and "signer" not in made.data
    with pytest.raises(TypeError):
        hash(paper)


def test_a_paper_changed_by_hand(desk: Desk) -> None:
    paper = desk.paper(DOCUMENT)
    hostile = "]]><script>alert(1)</script>&lt;\x00\x1b\u202e" + "长" * 10_000
    paper.data["title"] = hostile
    paper.data["blocks"].append({"type": "paragraph", "text": hostile})
    assert paper.title == hostile and len(repr(paper)) < 200
    assert (
        "<script" not in paper.html and "srcdoc" in paper._repr_html_() and "<html" not in paper._repr_html_()
    )
    with zipfile.ZipFile(io.BytesIO(paper.write("docx"))) as package:
        assert package.testzip() is None
        said = "".join(ElementTree.fromstring(package.read("word/document.xml")).itertext())
    assert "<script>alert(1)</script>&lt;" in said
    assert hostile[:20] in paper.text
    assert paper.check() != desk.paper(DOCUMENT).check()
    data: Any = paper.data
    data["signature"]["on"] = "yesterday"
    for use in (lambda: paper.write("docx"), lambda: paper.text, paper.check, lambda: Paper(paper.data)):
        with pytest.raises(Malformed) as found:
            use()
        assert found.value.path == "signature.on"
    data["signature"]["on"] = datetime.date(2022, 6, 30)
    assert paper.text and Paper(paper.data).data.get("signature") == data["signature"] | {"on": "2022-06-30"}


def test_files(desk: Desk, tmp_path: Path) -> None:
    paper = desk.paper(REGISTER)
    for format, ending in ENDINGS.items():
        for name in (f"r.{ending}", f"r.v2.{ending.upper()}"):
            paper.save(tmp_path / name)
            assert (tmp_path / name).read_bytes() == paper.write(format)
    paper.save(str(tmp_path / "s.md"))
    assert (tmp_path / "s.md").read_text(encoding="utf-8") == paper.markdown
    assert str(paper) == paper.text and paper.html.startswith("<!DOCTYPE html>")
    for name in ("r.pdf", "r", "docx"):
        with pytest.raises(Malformed, match=r"\.docx") as found:
            paper.save(tmp_path / name)
        assert found.value.path == "path" and not (tmp_path / name).exists()
    with pytest.raises(Malformed) as found:
        paper.write("pdf")  # type: ignore[arg-type]
    assert found.value.path == "format"
    sheet = desk.paper({"agenda": {"meeting": "m1"}})
    sheet.data["blocks"] = []
    with pytest.raises(PaperError) as no_table:
        sheet.save(tmp_path / "s.csv")
    assert no_table.value.data == {"type": "no_table"} and not (tmp_path / "s.csv").exists()


ENDLESS: dict[str, Any] = {}
ENDLESS["x"] = ENDLESS
BAD: list[Any] = [
    None,
    7,
    [],
    object(),
    {1: 2},
    {"register": {"on": object()}},
    {"x": "\ud800"},
    {"x": float("nan")},
    ENDLESS,
]


@pytest.mark.parametrize("bad", BAD, ids=[str(it) for it in range(len(BAD))])
def test_what_is_none(bad: Any, desk: Desk) -> None:
    paper, given = desk.paper(REGISTER), "null" if bad is None else bad
    doors: list[Callable[[Any], object]] = [
        desk.paper,
        desk.known,
        desk.check,
        Paper,
        lambda it: desk.evidence("2022" if it == 7 else it, "2023-01-15"),  # type: ignore[arg-type]
        lambda it: desk.evidence(2022, it),
        lambda it: desk.calendar(2022, it),
        lambda it: Desk(desk.body, given={"fields": it}),
        lambda _: Desk(desk.body, words=given),
        lambda _: paper.check(given),
    ]
    for door in doors:
        with pytest.raises(Malformed):
            door(bad)


def test_what_is_too_much(desk: Desk) -> None:
    paper = desk.paper(REGISTER)
    paper.data["title"] = "长" * (6 << 20)
    for use in (lambda: paper.write("docx"), paper.check, lambda: Paper(paper.data)):
        with pytest.raises(Malformed, match="bytes long"):
            use()
    with pytest.raises(Malformed, match="bytes long") as found:
        Desk(desk.body, words=wording("zh") + " " * (1 << 20))
    assert found.value.path == "words"
    with pytest.raises(Malformed, match="bytes long"):
        desk.ask_json('{"paper": ' + " " * (1 << 20))
    # Long, and not too long.
    paper.data["title"] = "长" * 100_000
    assert paper.title in paper.text
    columns: list[types.PaperColumn] = [{"head": "单位", "width": 1}]
    paper.data["blocks"] = [
        {"type": "table", "columns": columns, "rows": [[f"单位{ix}"] for ix in range(20_000)]}
    ]
    assert paper.write("csv").count("单位".encode()) == 20_001 and paper.write("docx")


def test_threads_share_a_desk(year: JointMeeting) -> None:
    body = year.as_of("2022-12-20T00:00:00+08:00")
    desk, late = Desk(body), year.entries[len(body) :]
    assert len(late) > 8

    def make(ix: int) -> tuple[int, bytes]:
        if ix % 3 == 0:
            with applying:
                body.apply(year.entries[len(body)])
        paper = desk.paper(REGISTER)
        return paper.made_from["count"], paper.write("docx")

    first, applying = len(body), threading.Lock()
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(make, range(24)))
    assert len(body) == first + 8
    assert {count for count, _ in made} <= set(range(first, first + 9))
    # Equal journals give equal papers.
    assert len(set(made)) == len({count for count, _ in made})


def written(paper: Paper) -> bytes:
    return paper.write("docx")


def test_other_processes(desk: Desk) -> None:
    pack = desk.evidence(2022, "2023-01-15")
    assert pickle.loads(pickle.dumps(pack)) == pack
    papers = [it.paper for it in pack][:6]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(written, papers)) == [written(it) for it in papers]


def test_nothing_else_loads_the_module() -> None:
    code = "import sys, joint_meeting; sys.exit('joint_meeting.papers' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_finding_is_escaped(desk: Desk) -> None:
    found = desk.check(DOCUMENT)
    words = ["<b>"] * len(found)
    assert "&lt;b&gt;" in Findings(found.data, words)._repr_html_()
