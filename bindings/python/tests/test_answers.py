"""The same answers as in every other language: all vectors and scenarios."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
import runner
from joint_meeting import Charter, JointMeeting, Journal

FILES = [it.name for it in sorted((runner.FOLDER / "vectors").glob("*.json"))]


@pytest.mark.parametrize("file", FILES)
def test_vectors(file: str) -> None:
    vectors = runner.read(f"vectors/{file}")
    wrong = {}
    for vector in vectors["vectors"]:
        found = runner.run(vector, vectors["charter"])
        if found != runner.expected(vector):
            wrong[vector["name"]] = found
    assert not wrong


def test_the_year(year: JointMeeting) -> None:
    expected: dict[str, Any] = runner.read("scenarios/nankai-2022.audit.json")
    audit = year.audit(2022, "2023-01-15")
    assert {it["clause"]: it["verdict"] for it in audit} == expected
    assert len(year) == sum(not it.get("refused_by") for it in runner.lines("nankai-2022.jsonl"))


def test_many_at_once_are_as_one_by_one(year: JointMeeting, charter: Charter) -> None:
    body = JointMeeting(charter)
    submissions = [it["submit"] for it in runner.lines("nankai-2022.jsonl")]
    decisions: list[Any] = body.perform_many(submissions)
    assert body == year
    assert [it["accepted"] for it in decisions if "accepted" in it] == year.entries
    as_one_text = JointMeeting(charter)
    texts = as_one_text.perform_many_json(json.dumps(submissions, ensure_ascii=False))
    assert (as_one_text, [json.loads(it) for it in texts]) == (body, decisions)
    assert body.perform_many([]) == []
    assert body.perform_many_json("[]") == []


def test_journals_are_the_same_bytes(year: JointMeeting, charter: Charter, tmp_path: Path) -> None:
    # Where it is told, the journal is left for Rust to compare.
    path = Path(os.environ.get("JOINT_MEETING_JOURNAL", tmp_path / "journal.jsonl"))
    year.journal().write(path)
    journal = Journal.read(path, head=year.journal().head)
    assert journal == year.journal()
    assert len(journal) == len(year)
    assert JointMeeting.replay(charter, journal, checked=True, head=journal.head) == year
    written = Journal.begin(charter)
    for entry in year.entries:
        written.append(entry)
    assert bytes(written) == path.read_bytes()


def test_old_journals_are_read(charter: Charter) -> None:
    old = (runner.FOLDER / "journals/v1.jsonl").read_bytes()
    journal = Journal(old)
    assert bytes(journal) == old
    for charters in [[Charter.bundled(name)] for name in Charter.names()]:
        if charters[0].digest == journal.header["digest"]:
            assert bytes(JointMeeting.replay(charters, journal).journal()) == old
