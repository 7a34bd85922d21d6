"""The door: what comes in, what goes out, what is told when it cannot be read."""

import json
import signal
import threading
from datetime import date
from typing import Any

import pyarrow as pa
import pytest
from conftest import ON, YEAR
from joint_meeting_fleet import Charters, audit_batch, charters_batch, columns, obligations_batch


def test_columns_and_tuples_say_the_same(some: pa.Table) -> None:
    expected = audit_batch(some, year=YEAR, on=ON).to_pylist()
    assert len(expected) > len(some)
    tuples = [(it["body"], it["journal"]) for it in some.to_pylist()]
    as_bytes = [(name, text.encode(), None) for name, text in tuples]
    batch = some.combine_chunks().to_batches()[0]
    for bodies in (tuples, iter(as_bytes), batch, some.to_reader()):
        assert (
            audit_batch(bodies, period=(f"{YEAR}-01-01", date(YEAR, 12, 31)), on=ON).to_pylist() == expected
        )
    for threads in (1, 3):
        assert (
            audit_batch(some, year=YEAR, on=date.fromisoformat(ON), threads=threads).to_pylist() == expected
        )
    assert pa.table(audit_batch(some, year=YEAR, on=ON)).to_pylist() == expected


def test_every_question_has_its_columns(some: pa.Table) -> None:
    answers = {
        "audit": audit_batch(some, year=YEAR, on=ON),
        "obligations": obligations_batch(some, on=f"{YEAR}-11-20", horizon_days=60),
        "charters": charters_batch(some, on=ON),
    }
    for ask, answer in answers.items():
        assert len(answer) > 0
        assert pa.schema(columns(ask)) == pa.table(answer).schema
        assert answer.names == columns(ask).names == pa.schema(answer).names
        assert pa.table(columns(ask)).num_rows == 0
        assert all(row["error"] is None for row in answer.to_pylist())
    owed = answers["obligations"].to_pylist()
    assert any(isinstance(row["due"], date) for row in owed)
    assert {row["overdue"] for row in owed} <= {True, False}
    assert any(row["fulfilled_by"] for row in owed)


def test_only_what_is_wanted(some: pa.Table) -> None:
    rows = audit_batch(some, year=YEAR, on=ON).to_pylist()
    unmet = audit_batch(some, year=YEAR, on=ON, only=["unmet"]).to_pylist()
    assert unmet == [row for row in rows if row["verdict"] == "unmet"] != []


def test_a_bad_body_has_a_row_and_stops_nothing(some: pa.Table) -> None:
    good = some.to_pylist()[0]
    bodies: list[tuple[Any, Any]] = [
        ("torn", good["journal"][:-30]),
        (good["body"], good["journal"]),
        ("none", None),
        ("not-utf8", b"\xff\n"),
        (None, good["journal"]),
    ]
    answer = charters_batch(bodies, on=ON).to_pylist()
    begins = ["journal: line ", None, "journal: there is none", "journal: line 1 is not UTF-8", "body: "]
    for row, why in zip(answer, begins, strict=True):
        error = row["error"]
        assert error is None if why is None else isinstance(error, str) and error.startswith(why)


def test_other_charters(some: pa.Table) -> None:
    body = some.to_pylist()[0]
    digest = json.loads(body["journal"].split("\n")[0])["digest"]
    charters = Charters()
    assert digest in charters and len(charters) > 5
    given = audit_batch(some, year=YEAR, on=ON, charters=charters).to_pylist()
    assert given == audit_batch(some, year=YEAR, on=ON).to_pylist()
    with pytest.raises(ValueError):
        Charters("{}")


@pytest.mark.parametrize(
    ("bodies", "error", "names"),
    [
        (pa.table({"body": ["a"]}), ValueError, "journal"),
        (pa.table({"body": ["a"], "journal": [1]}), ValueError, "utf8"),
        (pa.table({"body": [1], "journal": ["a"]}).slice(0, 0), ValueError, "body"),
        (pa.array([1]), TypeError, "structs"),
        ("a journal", TypeError, "tuples"),
        (["a journal"], TypeError, "body 0"),
        ([("a", "b"), ("a", "b", "c", "d")], TypeError, "body 1"),
        ([("a", 1)], TypeError, "body 0"),
        (7, TypeError, "int"),
    ],
)
def test_what_is_no_fleet(bodies: Any, error: type[Exception], names: str) -> None:
    with pytest.raises(error, match=names):
        audit_batch(bodies, year=YEAR, on=ON)


def test_what_is_no_question(some: pa.Table) -> None:
    for wrong in (
        {"year": YEAR, "on": "2023-02-30"},
        {"year": YEAR, "on": ON, "only": ["perhaps"]},
        {"period": ("2023-01-01", "2022-01-01"), "on": ON},
        {"year": 123456, "on": ON},
    ):
        with pytest.raises(ValueError):
            audit_batch(some, **wrong)
    with pytest.raises(TypeError):
        audit_batch(some, on=ON)
    with pytest.raises(ValueError, match="obligations"):
        columns("else")


def test_no_bodies_at_all() -> None:
    assert len(audit_batch([], year=YEAR, on=ON)) == 0
    empty = pa.table({"body": pa.array([], pa.string()), "journal": pa.array([], pa.string())})
    assert len(audit_batch(empty, year=YEAR, on=ON)) == 0


def test_a_signal_ends_the_work(some: pa.Table) -> None:
    class AlarmError(Exception):
        pass

    def ring(*_: object) -> None:
        raise AlarmError

    before = signal.signal(signal.SIGALRM, ring)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.3)
        many = pa.concat_tables([some] * 2000)
        with pytest.raises(AlarmError):
            audit_batch(many, year=YEAR, on=ON)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def test_threads_of_python_share_what_they_ask(some: pa.Table) -> None:
    expected = audit_batch(some, year=YEAR, on=ON).to_pylist()
    charters, found = Charters(), []

    def work() -> None:
        found.append(audit_batch(some, year=YEAR, on=ON, charters=charters, threads=1).to_pylist())

    threads = [threading.Thread(target=work) for _ in range(4)]
    for it in threads:
        it.start()
    for it in threads:
        it.join()
    assert found == [expected] * 4
