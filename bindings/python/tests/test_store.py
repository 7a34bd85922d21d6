"""Every store keeps the contract: the cases of all languages, and what only a host in Python can ask."""

import copy
import os
import pickle
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from joint_meeting import Charter, JointMeeting, Refused, store
from joint_meeting.store import Busy, Damaged, Exported, Failed, Stopped, StoreError, UnknownFormat
from stores import CASES, Hosts, InSqlite, Place, founding, matter


@pytest.fixture
def place(tmp_path: Path) -> Iterator[InSqlite]:
    it = InSqlite(tmp_path)
    yield it
    it.close()


@pytest.mark.parametrize("case", CASES, ids=lambda it: str(it["name"]))
def test_the_contract_is_kept(case: dict[str, Any], place: Place) -> None:
    Hosts(place).run(case)


def test_the_cases_are_read() -> None:
    assert len(CASES) >= 15


def test_what_holds_a_body_is_closed_in_the_end(place: Place, charter: Charter) -> None:
    records = place.open()
    records.create("dogs", charter)
    with records.open("dogs") as held:
        entry = held.perform(founding()["act"], by="p1", at="2022-04-21T09:00:00+08:00", key="first")
        assert held.submit(founding(key="first")) == entry and held.conflicts == 0
    with pytest.raises(Stopped):
        held.submit(matter("a"))
    with pytest.raises(Stopped):
        held.catch_up()
    records.close()
    with pytest.raises(Stopped):
        records.open("dogs")


def test_a_body_that_is_held_changes_by_what_holds_it_alone(place: Place, charter: Charter) -> None:
    records = place.open()
    records.create("dogs", charter)
    held = records.open("dogs")
    held.submit(founding())
    body: Any = held.body
    for change in (
        body.perform,
        body.perform_all,
        body.perform_many,
        body.perform_many_json,
        body.perform_json,
        body.apply,
    ):
        with pytest.raises(TypeError):
            change(matter("a"))
    assert len(body.roster("2022-06-01")) > 0
    # What is made of it nobody holds.
    for made in (
        copy.deepcopy(body),
        pickle.loads(pickle.dumps(body)),
        held.as_of("2022-05-01T09:00:00+08:00"),
    ):
        made.perform(matter("a")["act"], by="p2", at="2022-05-09T09:00:00+08:00")
        assert type(made) is JointMeeting and len(made) == 2
    assert len(held.body) == 1 and records.verify("dogs").head["count"] == 1


def test_errors_say_where_and_can_be_kept(place: Place) -> None:
    records = place.open()
    with pytest.raises(LookupError) as found:
        records.open("dogs")
    why = found.value
    assert isinstance(why, StoreError)
    assert (why.kind, why.place, why.body, why.entry) == ("unknown", records.place, "dogs", None)
    assert records.place in str(why) and why.zh != why.en == str(why)
    again = pickle.loads(pickle.dumps(why))
    assert type(again) is type(why) and again.zh == why.zh and again.body == "dogs"
    with pytest.raises(ValueError, match="place 1"):
        records.open("../dogs")


def test_an_error_is_told_in_the_language_of_the_store(tmp_path: Path) -> None:
    with store.open(tmp_path / "a.db") as records, pytest.raises(StoreError) as found:
        records.open("dogs")
    assert str(found.value) == found.value.zh and "中没有联席会议" in found.value.zh


def test_damage_is_told_with_its_line(place: InSqlite, charter: Charter) -> None:
    records = place.open()
    records.create("dogs", charter)
    records.open("dogs").submit(founding())
    place.damage("dogs", 1, '"no":1', '"no":3')
    with pytest.raises(Damaged) as found:
        records.open("dogs")
    assert found.value.line == 2 and "第2行" in found.value.zh
    # Bytes that are no text.
    place.execute("UPDATE entry SET line = CAST(x'7BFF7D' AS TEXT) WHERE no = ?", 1)
    with pytest.raises(Damaged) as found:
        records.verify("dogs")
    assert found.value.line == 2


def test_who_has_no_try_left_is_told_so_and_goes_on(place: Place, charter: Charter) -> None:
    records = place.open()
    records.create("dogs", charter)
    held, patient = records.open("dogs", tries=1), place.open().open("dogs")
    patient.submit(founding())
    with pytest.raises(store.Conflict) as found:
        held.submit(matter("a"))
    assert found.value.entry == 2 and found.value.body == "dogs"
    with pytest.raises(Refused):
        held.submit(founding())
    patient.submit(matter("a"))
    with pytest.raises(store.Conflict) as found:
        held.submit(matter("b"))
    assert found.value.entry == 2
    held.catch_up()
    assert held.submit(matter("b"))["no"] == 3


def test_the_time_that_was_said_stays_when_a_body_is_read_anew(place: Place) -> None:
    records = place.open()
    hosts = Hosts(place)
    old = {"charter": "journals/v1-year.charter.json", "journal": "journals/v1-year.jsonl"}
    assert hosts.does(do="import_files", **{"with": old})["count"]
    held = records.open("dogs")
    held.set_now("2023-01-01T00:00:00+08:00")
    records.upgrade("dogs")
    assert held.catch_up() == 1
    with pytest.raises(Refused, match="2023-01-01 23:59:59"):
        held.submit(matter("late", at="2024-06-01T09:00:00+08:00"))


def test_a_copy_is_a_store(place: Place, charter: Charter, tmp_path: Path) -> None:
    records = place.open()
    records.create("dogs", charter)
    held = records.open("dogs")
    held.submit(founding())
    records.backup(tmp_path / "copy.db")
    held.submit(matter("a"))
    with pytest.raises(Failed):
        records.backup(tmp_path / "copy.db")
    assert sorted(it.name for it in tmp_path.iterdir() if "copy" in it.name) == ["copy.db"]
    with store.open(tmp_path / "copy.db") as copied:
        assert copied.verify("dogs").head["count"] == 1
        assert records.export("dogs").journal.startswith(copied.export("dogs").journal)
        assert copied.open("dogs").submit(matter("b"))["no"] == 2
        assert [(name, type(it).__name__) for name, it in copied.verify_all()] == [("dogs", "Verified")]


def test_charters_and_a_later_version(place: Place, charter: Charter) -> None:
    records = place.open()
    first, later = Charter.bundled("network-market-2016"), Charter.bundled("network-market-2020")
    records.create("market", first)
    for _ in range(2):
        records.add_charter("market", later)
        assert [it.version for it in place.open().open("market").body.charters] == [
            first.version,
            later.version,
        ]
    assert records.export("market").charters == (first, later)
    for wrong in ((first, charter), ()):
        with pytest.raises(store.NotOneBody):
            records.create("other", wrong)


def test_a_charter_that_was_lost_or_changed_is_named(place: InSqlite, charter: Charter) -> None:
    place.open().create("dogs", charter)
    place.execute("UPDATE charter SET json = replace(json, '养犬', '养猫') WHERE digest = ?", charter.digest)
    with pytest.raises(store.NoCharter):
        place.open().open("dogs")
    place.execute("UPDATE charter SET json = '{' WHERE digest = ?", charter.digest)
    with pytest.raises(store.BadCharter):
        place.open().open("dogs")
    place.execute("DELETE FROM charter WHERE digest = ?", charter.digest)
    with pytest.raises(store.NoCharter):
        place.open().verify("dogs")


def test_a_file_of_something_else_or_of_a_newer_format_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("这不是数据库，只是一段很长很长很长的文字。" * 50, encoding="utf-8")
    other = sqlite3.connect(tmp_path / "other.db")
    other.execute("CREATE TABLE photo (name TEXT)")
    other.close()
    store.open(tmp_path / "ours.db").close()
    ours = sqlite3.connect(tmp_path / "ours.db")
    ours.execute("PRAGMA user_version = 2")
    ours.close()
    for name, found in (("text", "not SQLite"), ("other", "of another program"), ("ours", "2")):
        path = tmp_path / f"{name}.db"
        before = path.read_bytes()
        for read_only in (False, True):
            with pytest.raises(UnknownFormat, match=f"`{found}`"):
                store.open(path, read_only=read_only, language="en")
        assert path.read_bytes() == before
    with pytest.raises(Failed):
        store.open(tmp_path / "nowhere.db", read_only=True)
    assert not (tmp_path / "nowhere.db").exists()


def test_who_waits_too_long_is_told_that_somebody_else_writes(
    place: InSqlite, charter: Charter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("joint_meeting.store.sqlite.PATIENCE", 0.05)
    records = place.open()
    records.create("dogs", charter)
    held = records.open("dogs")
    other = sqlite3.connect(place.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(Busy):
        held.submit(founding())
    # It is no fault of the disk: one goes on.
    other.execute("ROLLBACK")
    other.close()
    assert held.submit(founding())["no"] == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
def test_a_file_is_not_carried_over_a_fork(place: InSqlite, charter: Charter) -> None:
    records = place.open()
    records.create("dogs", charter)
    held = records.open("dogs")
    child = os.fork()
    if child == 0:
        try:
            held.submit(founding())
        except Failed:
            os._exit(7)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert held.submit(founding())["no"] == 1


@pytest.mark.skipif("JOINT_MEETING_STORED" not in os.environ, reason="nobody has begun a file")
def test_a_file_that_rust_has_begun_is_gone_on_with() -> None:
    with store.open(os.environ["JOINT_MEETING_STORED"]) as records:
        heads = dict(records.heads())
        assert "dogs" in heads
        for name, head in heads.items():
            assert records.verify(name) == store.Verified(head, [])
            held = records.open(name)
            with pytest.raises(Refused):
                held.submit(matter("of-rust"))
            assert held.submit(matter("of-python"))["no"] == head["count"] + 1


def test_what_is_exported_can_be_brought_in_from_its_files(
    place: Place, charter: Charter, tmp_path: Path
) -> None:
    records = place.open()
    records.create("dogs", charter)
    records.open("dogs").perform_all([founding(), matter("a")])
    (tmp_path / "dogs.jsonl").write_bytes(records.export("dogs").journal)
    read = Exported((charter,), (tmp_path / "dogs.jsonl").read_bytes())
    assert records.import_("again", read) == records.verify("dogs").head
    assert records.export("again") == records.export("dogs")
