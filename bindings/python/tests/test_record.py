"""A record true to life: several acts at once, corrections, formats of journals, and the files that show entries."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
import runner
from joint_meeting import Charter, JointMeeting, Refused

ITEM: Any = {"type": "add_agenda_item", "item": "i1", "title": "登记", "kind": "decision"}
AT = "2022-05-06T09:00:00+08:00"


def submission(act: Any, **more: Any) -> Any:
    return {"act": act, "by": "p3", "at": AT, **more}


CONVENE: Any = {
    "type": "convene",
    "meeting": "m1",
    "kind": "special",
    "units": ["police", "health"],
    "agenda": ["i1"],
    "held_at": "2022-05-20T09:00:00+08:00",
    "approved_by": "p1",
}


def staffed(charter: Charter) -> JointMeeting:
    body = JointMeeting(charter, language="en")
    body.perform_all(runner.unfold(["staffed"]))
    return body


def test_all_or_none(charter: Charter) -> None:
    body = staffed(charter)
    before = len(body)
    with pytest.raises(Refused) as refused:
        body.perform_all([submission(ITEM), submission({**CONVENE, "agenda": ["i9"]})])
    assert refused.value.index == 1 and "i9" in str(refused.value)
    assert len(body) == before
    entries = body.perform_all([submission(ITEM), submission(CONVENE)])
    assert [it["no"] for it in entries] == [before + 1, before + 2]
    assert body.perform_all([]) == []


def test_what_if_changes_nothing(charter: Charter) -> None:
    body = staffed(charter)
    before = body.journal().head
    decisions = body.what_if([submission(ITEM), submission(CONVENE), submission(CONVENE)])
    assert [next(iter(it)) for it in decisions] == ["accepted", "accepted", "refused"]
    assert body.journal().head == before
    assert body.what_if([]) == []


def test_an_entry_that_was_corrected_reads_otherwise(charter: Charter) -> None:
    body = staffed(charter)
    no = body.perform(ITEM, by="p3", at=AT)["no"]
    change = {"no": no, "replace": {"act": {**ITEM, "title": "犬只登记"}}}
    correct: Any = {"type": "correct_record", "changes": [change], "reason": "typed wrongly"}
    body.perform(correct, by="p3", at="2022-05-07T09:00:00+08:00")
    read: Any = body.entry_as_read(no)
    recorded: Any = body.entry(no)
    assert read["act"]["title"] == "犬只登记" and recorded["act"]["title"] == "登记"
    strike: Any = {
        "type": "correct_record",
        "changes": [{"no": no, "strike": True}],
        "reason": "not put at all",
    }
    body.perform(strike, by="p3", at="2022-05-08T09:00:00+08:00")
    assert body.entry_as_read(no) is None


def test_a_journal_of_the_first_format_goes_on_and_is_upgraded() -> None:
    charter = Charter((runner.FOLDER / "journals/v1-year.charter.json").read_text(encoding="utf-8"))
    text = (runner.FOLDER / "journals/v1-year.jsonl").read_text(encoding="utf-8")
    body = JointMeeting.replay(charter, text)
    assert body.format == 1
    at = body.entries[-1]["recorded_at"]
    strike: Any = {"type": "correct_record", "changes": [{"no": 2, "strike": True}], "reason": "略"}
    with pytest.raises(Refused, match="格式"):
        body.perform(strike, by="p3", at=at)
    newer = body.upgrade()
    assert (newer.format, body.format) == (2, 1)
    assert list(newer) == list(body)
    assert str(body.journal().head["digest"]) in newer.journal().text.splitlines()[0]
    assert newer.upgrade().journal().text == newer.journal().text


def test_files_are_compared_with_what_was_kept_of_them(charter: Charter, tmp_path: Path) -> None:
    def digest(content: bytes) -> str:
        return hashlib.sha256(content).hexdigest()

    body = staffed(charter)
    names = {
        "来函.pdf": b"as it was",
        "sub/scan.png": b"a scan",
        "gone.pdf": b"gone",
        "../outside": b"outside",
    }
    proofs = [{"name": name, "kind": "file", "digest": digest(content)} for name, content in names.items()]
    proofs += [
        {"name": "said by telephone", "kind": "note"},
        {"name": "n" * 4000, "kind": "file", "digest": digest(b"")},
    ]
    no = body.perform_all([submission(ITEM, proofs=proofs)])[0]["no"]
    (tmp_path / "folder" / "sub").mkdir(parents=True)
    for name, content in names.items():
        if name != "gone.pdf":
            (tmp_path / "folder" / name).write_bytes(content)
    (tmp_path / "folder" / "sub/scan.png").write_bytes(b"another scan")
    found = body.verify_proofs(tmp_path / "folder")
    assert {it.no for it in found} == {no}
    states = {it.name[:20]: it.state for it in found}
    assert states == {
        "来函.pdf": "there",
        "sub/scan.png": "changed",
        "gone.pdf": "missing",
        "../outside": "missing",
        "said by telephone": "not_compared",
        "n" * 20: "missing",
    }
    with pytest.raises(NotADirectoryError):
        body.verify_proofs(tmp_path / "nowhere")
