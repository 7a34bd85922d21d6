"""An office with a spreadsheet: rosters in, tables out, and one call for each thing it is asked."""

import csv
import json
import os
import pickle
import subprocess
import sys
import unicodedata
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import runner
from joint_meeting import Charter, JointMeeting, Malformed, Refused, RosterError, TableError, Unknown
from joint_meeting.office import Office
from joint_meeting.roster import book, changes, founding, template
from joint_meeting.tables import Table, Tables

TOP = Path(__file__).parents[3]
ROSTER = TOP / "docs/guide/secretary/名单.csv"
AT = "2022-04-21T09:00:00+08:00"
ON = "2023-01-15"
NOW = "2022-06-10T09:00:00+08:00"


def rows() -> list[dict[str, Any]]:
    with ROSTER.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def columns(line: str) -> list[int]:
    """Where the columns of a printed line begin, counted as a terminal does."""
    found, at, blank = [], 0, 2
    for it in line:
        if it != " " and blank > 1:
            found.append(at)
        blank = blank + 1 if it == " " else 0
        at += 2 if unicodedata.east_asian_width(it) in "WF" else 1
    return found


@pytest.fixture(scope="module")
def office(charter: Charter) -> Office:
    """At the moment when the minutes are drafted, and nobody has consented."""
    body = founding(ROSTER, charter, at=AT).body()
    folder = TOP / "docs/guide/year"
    body.perform_all(json.loads((folder / "item.json").read_bytes()))
    units = ["police", "urban-management", "health", "market"]
    call: Any = {"type": "convene", "meeting": "m1", "kind": "special", "units": units, "agenda": ["i1"]}
    call |= {"held_at": "2022-06-06T14:00:00+08:00", "approved_by": "p1"}
    body.perform(call, by="p3", at="2022-05-31T09:00:00+08:00")
    body.perform_all(json.loads((folder / "meeting.json").read_bytes()))
    return Office(body, given={"persons": {"p1": "the convener"}})


def test_a_roster_is_the_same_from_every_source(charter: Charter, tmp_path: Path) -> None:
    Table("名单", rows()).save(tmp_path / "名单.xlsx")
    sources: list[Any] = [ROSTER, ROSTER.read_bytes(), str(tmp_path / "名单.xlsx"), rows()]
    sources.append([list(rows()[0]), *(list(it.values()) for it in rows())])
    polars, pandas = pytest.importorskip("polars"), pytest.importorskip("pandas")
    sources += [polars.DataFrame(rows()), pandas.DataFrame(rows()), pandas.read_csv(ROSTER)]
    bodies = [founding(it, charter, at=AT).body() for it in sources]
    assert len(bodies[0]) == 12 and all(it == bodies[0] for it in bodies)
    assert bodies[0].roster(AT[:10])[0]["member"] is not None


def told(case: Any, why: RosterError) -> Any:
    """What is wrong in a roster, as far as its case speaks of it."""
    spoken = case["then"].get("faults", [])
    keys = [it.keys() for it in spoken] + [None] * len(why.faults)
    pairs = zip(why.faults, keys, strict=False)
    faults = [{key: it[key] for key in it if of is None or key in of} for it, of in pairs]
    return {"faults": faults} if faults else {"no_body": True}


def test_rosters_found_and_change_a_body_as_the_vectors_say() -> None:
    folder = TOP / "tests/tables"
    of_changes = json.loads((folder / "changes.json").read_bytes())
    body = runner.body([Charter.bundled(of_changes["charter"])], [of_changes["given"]])
    for case in of_changes["cases"]:
        try:
            changed = changes(case["rows"], body, at=case["at"])
            found: Any = {"acts": [it["act"] for it in changed.acts], "same": changed.same}
        except RosterError as why:
            found = told(case, why)
        assert found == case["then"], case["name"]
    for case in json.loads((folder / "founding.json").read_bytes())["cases"]:
        try:
            begun = founding(case["rows"], Charter.bundled(case["charter"]), at=case["at"])
            found = {"acts": [it["act"] for it in begun.acts], "vacant": len(begun.vacant)}
        except RosterError as why:
            found = told(case, why)
        assert found == case["then"], case["name"]


def test_a_template_and_the_roster_of_a_body_are_read_again(charter: Charter, office: Office) -> None:
    empty = founding(template(charter), charter, at=AT)
    assert empty.acts == [] and len(empty.vacant) > 6
    same = changes(book(office.body, AT[:10]), office.body, at=AT)
    assert not same and same.same > 10
    changed = [it | {"姓名": "p5"} if it["姓名"] == "p2" else it for it in rows()]
    found = changes(changed, office.body, at="2022-06-20T09:00:00+08:00")
    assert [it["act"]["type"] for it in found.acts] == ["vacate_post", "fill_post"]
    assert found.refused == [] and "p5" in str(found) and "p5" in found._repr_html_()
    again = JointMeeting.replay(charter, office.body.journal())
    again.perform_all(found.acts)
    assert not changes(changed, again, at="2022-06-20T10:00:00+08:00")


def test_what_is_wrong_in_a_roster_is_told_with_its_cell(charter: Charter) -> None:
    wrong = [it | {"担任": "办公室主人"} if it["姓名"] == "p2" else it for it in rows()]
    with pytest.raises(RosterError, match="B3") as found:
        founding(wrong, charter, at=AT)
    assert [it["cell"] for it in found.value.faults] == ["B3"]
    assert "主要负责同志" in found.value.faults[0]["nearest"] and "第3行" in found.value.zh
    with pytest.raises(RosterError, match=r"no spreadsheet|characters") as unread:
        founding(b"\x89PNG\r\n\x1a\n\xff\xff", charter, at=AT)
    assert unread.value.faults == [] and "type" in unread.value.data
    for error in (found.value, unread.value):
        again = pickle.loads(pickle.dumps(error))
        assert (str(again), again.zh) == (str(error), error.zh)
    with pytest.raises(Malformed, match="at"):
        founding(ROSTER, charter, at="yesterday")
    refused = founding([it for it in rows() if "公安" not in it["单位"]], charter, at=AT)
    assert refused.refused and "refused" in repr(refused)
    with pytest.raises(Refused):
        refused.body()


def test_answers_are_printed_as_tables_with_columns_that_stand_below_each_other(office: Office) -> None:
    withdraw: Any = {"type": "withdraw_unit", "unit": "health", "basis": "x", "to": "2022-06-30"}
    answers: list[Any] = [
        office.body.obligations(ON, 60),
        office.body.roster(ON),
        office.body.audit(2022, ON),
        office.body.options(by="p3", at=NOW),
        office.body.trail("m1"),
        office.body.what_if([{"act": withdraw, "by": "p1", "at": NOW}]),
        office.body.breaches(),
        office.owes(ON),
        office.who(ON),
    ]
    for it in answers:
        text = str(it)
        lines = text.splitlines()
        assert any(line.startswith("──") for line in lines), text
        for ix, line in enumerate(lines):
            if line.startswith("──"):
                starts = columns(line)
                assert set(columns(lines[ix - 1])) <= set(starts), text
        html = it._repr_html_()
        assert '<table lang="zh-Hans"><caption>' in html and "</table>" in html
    english = JointMeeting.replay(office.body.charters, office.body.journal(), language="en")
    assert (
        "borne by" in str(english.obligations(ON)) and '<table lang="en">' in english.roster(ON)._repr_html_()
    )


def test_the_tables_of_an_answer_are_those_of_when_it_was_asked(charter: Charter) -> None:
    body = founding(ROSTER, charter, at=AT).body()
    before, untouched = body.roster("2022-05-01"), body.roster("2022-05-01")
    told = str(untouched)
    body.perform(
        {
            "type": "name_member",
            "unit": "police",
            "person": "p22",
            "post": "x",
            "rank": "division",
            "portfolio": True,
        },
        by="p12",
        at="2022-04-25T09:00:00+08:00",
    )
    assert str(before) == told != str(body.roster("2022-05-01"))
    again = pickle.loads(pickle.dumps(before))
    assert again == before and str(again) == told


def test_tables_are_saved_and_read_again(office: Office, tmp_path: Path) -> None:
    owes = office.owes(ON)
    owes.save(tmp_path / "owes.csv")
    read = list(csv.reader(StringIO((tmp_path / "owes.csv").read_text(encoding="utf-8-sig"))))
    assert read[0] == owes.heads and len(read) == len(owes) + 1
    owes.save(tmp_path / "owes.txt")
    assert (tmp_path / "owes.txt").read_text(encoding="utf-8") == owes.text()
    office.body.audit(2022, ON).save(tmp_path / "audit.xlsx")
    assert (tmp_path / "audit.xlsx").read_bytes() == office.body.audit(2022, ON).tables.xlsx
    for path in ("owes.docx", "owes"):
        with pytest.raises(Malformed, match=r"\.xlsx"):
            owes.save(tmp_path / path)
    with pytest.raises(TableError, match="no table"):
        Tables([]).save(tmp_path / "none.xlsx")
    assert pickle.loads(pickle.dumps(owes)) == owes == owes[:99] != owes[:1]
    assert owes[0] == next(iter(owes)) == owes.to_dicts()[0]
    frame = pytest.importorskip("pandas").DataFrame(owes.columns())
    assert list(frame.columns) == owes.heads and len(frame) == len(owes)
    made = Table("x", [{"a": "<b>", "b": 1}, {"c": True, "b": None}], on="2022-01-01")
    assert "&lt;b&gt;" in made._repr_html_() and made.rows == [["<b>", 1, None], [None, None, "✓"]]


def test_the_ten_things_an_office_is_asked(office: Office, tmp_path: Path) -> None:
    units, roles = office.who("2022-06-10")
    assert len(units) == 6 and roles[0]["person"] == "the convener"
    assert {"due", "clause", "safe"} <= set(office.due(ON)[0]) and office.due("2022-06-10")
    assert len(office.owes(ON)) == 6 and all(it["missing"] for it in office.owes(ON))
    withdraw: Any = {"type": "withdraw_unit", "unit": "health", "basis": "x", "to": "2022-06-30"}
    assert office.may(withdraw, by="p2", at=NOW)[0]["why"]
    assert 0 < len(office.may(by="p3", at=NOW, about="i1")) < len(office.may(by="p3", at=NOW))
    assert office.minutes("m1").draft and "请假" in office.minutes("m1").text
    sheet = office.countersigning("n1")
    assert len(sheet.tables[0]) == 3 and "尚未同意" in sheet.text
    issue = office.may_issue("n1", by="p3", at=NOW)
    assert issue[0][0]["may"] == "否" and len(issue[1]) == 3
    assert all(it["asked"] and it["found"] and it["clause"] and it["helps"] for it in issue[1])
    with pytest.raises(Unknown):
        office.may_issue("n9", by="p3", at=NOW)
    assert office.tasks("2022-12-31").title
    files = office.pack(2022, tmp_path / "pack", ON)
    assert {it.suffix for it in files} == {".docx", ".xlsx", ".ics"}
    assert sorted(files) == sorted((tmp_path / "pack").iterdir())
    with pytest.raises(FileExistsError):
        office.pack(2022, tmp_path / "pack", ON)
    for it in ("R-3", "unit.is_member", 14, "m1"):
        assert office.why(it, ON).rows
    with pytest.raises(Unknown):
        office.why("no-such-thing", ON)
    assert len(office.record("2022-05-01")) == 12 and len(office.audit(2022, ON)) == 2


def test_an_office_is_read_from_its_files(office: Office, charter: Charter, tmp_path: Path) -> None:
    office.body.journal().write(tmp_path / "body.jsonl")
    (tmp_path / "charter.json").write_text(charter.text, encoding="utf-8")
    for it in (charter, charter.id, str(tmp_path / "charter.json")):
        again = Office.read(tmp_path / "body.jsonl", it, given=office.given)
        assert again.body == office.body and str(again.who(ON)) == str(office.who(ON))
    copy = pickle.loads(pickle.dumps(office))
    assert str(copy.due(ON)) == str(office.due(ON)) and "Office" in repr(copy)


def test_a_charter_is_begun_and_looked_at_from_python(charter: Charter) -> None:
    for record in (False, True):
        begun = Charter(Charter.skeleton("my-charter", record=record))
        assert begun.id == "my-charter" and {it["force"] for it in begun.clauses} <= {"silence", "outside"}
    with pytest.raises(Malformed, match="id"):
        Charter.skeleton("")
    text = (TOP / "docs/guide/street-charter.zh.txt").read_text(encoding="utf-8")
    street = Charter.bundled("nankai-street-dog")
    assert street.lint(text) == [] and len(Charter.outline_table(text)) > 20
    assert "Z-3" in str(charter.lint()) and "consensus" in str(charter.lint(language="en"))
    found = Charter.rules("notice", language="en")
    assert "meeting.notice_days_kept" in [it["rule"] for it in found] and len(found) < len(Charter.rules())
    later = Charter(charter.text.replace('"version": 1', '"version": 2', 1).replace('"day": 25', '"day": 20'))
    assert "R-3" in str(charter.differences(later)) and len(charter.differences(charter)) == 0
    spaced = Charter(json.dumps(charter.file, ensure_ascii=False))
    assert spaced.clauses == charter.clauses and spaced.digest != charter.digest


def test_a_charter_says_what_a_value_looks_like(charter: Charter) -> None:
    from joint_meeting import CharterError

    file: Any = charter.file
    file["issued"] = "2005年5月22日"
    with pytest.raises(CharterError, match="2005-05-22"):
        Charter(json.dumps(file))
    street: Any = Charter.bundled("nankai-street-dog").file
    clause = next(it for it in street["clauses"] if "meeting.notice_days" in it.get("sets", {}))
    clause["sets"]["meeting.notice_days"] = 3
    with pytest.raises(CharterError, match=r'elsewhere it is `\{"') as found:
        Charter(json.dumps(street))
    assert clause["id"] in found.value.places and "在别的制度中写作" in found.value.zh


def test_the_package_says_what_is_in_it() -> None:
    run = [sys.executable, "-m", "joint_meeting"]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    said = subprocess.run(run, capture_output=True, check=True, env=environment).stdout.decode()
    assert "cargo install joint-meeting-cli" in said and "nankai-dog-2022" in said
    import joint_meeting

    folder = Path(joint_meeting.__file__).parent
    for it in folder.glob("[a-z]*.py"):
        assert it.stem in said or it.stem in (
            "acts",
            "answers",
            "body",
            "charter",
            "errors",
            "journal",
            "proofs",
            "types",
        )


def test_the_timeline_in_both_languages(year: JointMeeting) -> None:
    pytest.importorskip("matplotlib").use("agg")
    from joint_meeting.timeline import _fonts, timeline

    for language in ("zh", "en"):
        axes = timeline(year, 2022, ON, language=language)
        axes.figure.canvas.draw()
        words = [it.get_text() for it in axes.get_yticklabels()]
        is_chinese = language == "zh" and bool(_fonts("zh"))
        assert ("开会" in words) == is_chinese and len(words) == 7
        legend = axes.get_legend()
        assert legend is not None
        box = legend.get_window_extent()
        assert box.x0 > axes.get_window_extent().x1
    assert runner.FOLDER.is_dir()
