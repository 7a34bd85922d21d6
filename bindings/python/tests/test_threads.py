"""Threads that run at once, above all where Python has no lock of its own: what they share stays whole."""

import os
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import runner
from joint_meeting import Charter, JointMeeting, acts, types
from test_edges import forks_while

AT = "2022-06-01T09:00:00+08:00"
ON = "2023-01-15"
NOW = "2023-01-15T09:00:00+08:00"
NOTES = 200


def note(why: str) -> types.Act:
    return acts.ChooseReading(reading="plenary.count", option="at_least", why=why)


def test_two_threads_write_one_body_and_others_read_it(founded: JointMeeting, charter: Charter) -> None:
    first, begin, over = len(founded), threading.Barrier(4), threading.Event()

    def write(who: int) -> list[int]:
        begin.wait()
        return [founded.perform(note(f"{who} {ix}"), by="p1", at=AT)["no"] for ix in range(NOTES)]

    def read() -> bool:
        begin.wait()
        seen = first
        while not over.is_set():
            journal = founded.journal()
            intact = JointMeeting.replay(charter, journal, checked=True, head=journal.head)
            assert seen <= len(intact) <= len(founded)
            seen = len(intact)
        return True

    with ThreadPoolExecutor(4) as pool:
        readers = [pool.submit(read) for _ in range(2)]
        one, two = pool.map(write, range(2))
        over.set()
        assert all(it.result() for it in readers)
    assert sorted(one + two) == list(range(first + 1, first + 1 + 2 * NOTES))
    assert one == sorted(one) and two == sorted(two)
    by_no = {entry["no"]: entry["act"] for entry in founded.entries}
    for who, numbers in enumerate((one, two)):
        assert [by_no[no] for no in numbers] == [note(f"{who} {ix}") for ix in range(NOTES)]


def test_many_bodies_at_once_answer_as_one_after_another(year: JointMeeting, charter: Charter) -> None:
    begin = threading.Barrier(4)

    def live(who: int) -> tuple[bytes, object, object]:
        begin.wait()
        body, wrong = runner.play("nankai-2022.jsonl", charter if who % 2 else Charter.bundled(charter.id))
        assert not wrong
        audit = {it["clause"]: it["verdict"] for it in body.audit(2022, ON)}
        return bytes(body.journal()), audit, body.obligations(ON).data

    with ThreadPoolExecutor(4) as pool:
        lived = list(pool.map(live, range(8)))
    expected = {it["clause"]: it["verdict"] for it in year.audit(2022, ON)}
    assert lived == [(bytes(year.journal()), expected, year.obligations(ON).data)] * 8


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_child_can_use_a_body_of_which_a_thread_asks_something_short(founded: JointMeeting) -> None:
    def ask() -> None:
        founded.decide(note("x"), by="p1", at=AT)
        founded.set_now(NOW)

    def in_child() -> bool:
        founded.set_now(NOW)
        return len(founded) == 1

    forks_while(ask, in_child, 50)
