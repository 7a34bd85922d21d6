"""A server of PostgreSQL keeps the contract, and loses nothing when it is stopped or crashes in the middle."""

import re
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cluster import Cluster, InPostgres, programs
from joint_meeting import Charter, store
from joint_meeting.store import Failed, StoreError, Unsure
from joint_meeting.store import postgres as statements
from stores import CASES, Hosts, founding, matter

SQL = Path(__file__).parents[3] / "crates/joint-meeting-store/src/postgres/sql.rs"


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    found = programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed here")
    it = Cluster(found)
    yield it
    it.close()


@pytest.fixture
def place(cluster: Cluster) -> Iterator[InPostgres]:
    it = cluster.database()
    yield it
    it.close()


@pytest.mark.parametrize("case", CASES, ids=lambda it: str(it["name"]))
def test_the_contract_is_kept(case: dict[str, Any], place: InPostgres) -> None:
    Hosts(place).run(case)


def test_the_statements_are_those_of_the_rust_library() -> None:
    def plain(text: str) -> str:
        return " ".join(text.split())

    source = SQL.read_text(encoding="utf-8")
    found = re.findall(r'const (\w+): &str =\s*(?:r#"(.*?)"#|"(.*?)");', source, re.DOTALL)
    known = {name: plain(raw or usual) for name, raw, usual in found}
    assert len(known) > 15
    for name, text in known.items():
        assert plain(getattr(statements, name)) == text, name


def test_neither_errors_nor_names_tell_the_password(place: InPostgres) -> None:
    records = place.open()
    assert "secret" in place.address and "secret" not in records.place + repr(records)
    with pytest.raises(LookupError) as found:
        records.open("dogs")
    assert "secret" not in str(found.value)
    with pytest.raises(Failed) as failed:
        store.open(place.address.replace("records_", "nowhere_"))
    assert "secret" not in str(failed.value)


def test_who_has_no_psycopg_is_told_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "joint_meeting.store.postgres")
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(ModuleNotFoundError, match=r"joint-meeting\[postgres\]"):
        store.open("postgresql://127.0.0.1/records")


def test_a_copy_is_a_file(place: InPostgres, charter: Charter, tmp_path: Path) -> None:
    records = place.open()
    for name in ("cats", "dogs"):
        records.create(name, charter)
        records.open(name).submit(founding())
    records.backup(tmp_path / "copy.db")
    with pytest.raises(Failed):
        records.backup(tmp_path / "copy.db")
    with store.open(tmp_path / "copy.db") as copied:
        assert dict(copied.heads()) == dict(records.heads())
        assert copied.export("dogs") == records.export("dogs")


def test_a_database_of_something_else_or_of_a_newer_format_is_left_alone(place: InPostgres) -> None:
    with pytest.raises(StoreError):
        place.open(read_only=True)
    place.open()
    place.execute("UPDATE joint_meeting.format SET version = 2")
    with pytest.raises(store.UnknownFormat, match="`2`"):
        place.open()


def test_a_server_that_is_stopped_or_crashes_loses_nothing_that_was_acknowledged(charter: Charter) -> None:
    found = programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed here")
    cluster = Cluster(found)
    try:
        place = cluster.database()
        place.open().create("dogs", charter)
        place.open().open("dogs").submit(founding())
        clerks, rounds = 3, 4
        entered = [0] * clerks
        done = threading.Event()

        def clerk(own: int, records: store.Store) -> None:
            held = None
            while not done.is_set():
                item = f"m{own}-{entered[own]}"
                try:
                    held = held or records.open("dogs")
                    held.submit(matter(item, key=item))
                    entered[own] += 1
                except (Failed, Unsure):
                    held = None
                    done.wait(0.02)

        threads = [threading.Thread(target=clerk, args=(it, place.open())) for it in range(clerks)]
        for thread in threads:
            thread.start()
        for it in range(rounds):
            done.wait(0.3)
            cluster.stop("QUIT" if it % 2 else "INT")
            cluster.start()
        done.wait(0.3)
        done.set()
        for thread in threads:
            thread.join()
        verified = place.open().verify("dogs")
        # Each was submitted until it was acknowledged, so that more or fewer would be doubled or lost.
        assert (verified.head["count"], verified.breaches) == (1 + sum(entered), [])
        assert sum(entered) > clerks
        place.close()
    finally:
        cluster.close()
