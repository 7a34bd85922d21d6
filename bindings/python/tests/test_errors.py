"""Refusals and bad input: a typed error that says where, nothing changed, nothing leaked."""

import datetime
import json
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import runner
from joint_meeting import (
    Charter,
    CharterError,
    Conflict,
    JointMeeting,
    JointMeetingError,
    Journal,
    JournalError,
    Malformed,
    NoBody,
    NotBelow,
    PaperError,
    Refused,
    Unknown,
    _core,
    acts,
)
from joint_meeting.papers import Desk, Paper

AT = "2022-06-01T09:00:00+08:00"
LEAVING = acts.WithdrawUnit(unit="health", basis="letter", to=datetime.date(2022, 6, 30))


def doors(body: JointMeeting) -> dict[str, list[Callable[[str], object]]]:
    text = body.journal().text
    return {
        "submission": [body.perform_json, body.decide_json],
        "submissions": [body.perform_many_json, lambda it: body.perform_many_json(it.encode())],
        "entry": [body.apply],
        "question": [body.ask_json],
        "head": [
            lambda it: Journal(text, head=it),
            lambda it: JointMeeting.replay(body.charters, text, head=it),
        ],
        "journal": [Journal],
        "calendar": [
            body.with_calendar,
            lambda it: JointMeeting.replay(body.charters, text, calendar=it),
        ],
        "charter": [Charter],
        "papers": [Desk(body).ask_json],
        "office": [lambda it: _core.Office(it, None)],
        "words": [lambda it: Desk(body, words=it), lambda it: _core.Office(f'{{"words": {it}}}', None)],
        "paper": [
            Paper,
            lambda it: _core.write_paper(it, "text"),
            lambda it: _core.check_paper(it, None),
        ],
        "known": [Desk(body).paper({"register": {"on": "2022-06-30"}}).check],
    }


def said(error: JointMeetingError) -> list[Any]:
    """What an error says, as the table has it."""
    match error:
        case Malformed():
            return [{"path": error.path}]
        case JournalError(fault={"type": "malformed", "value": {"path": path}}):
            return [{"line": error.line, "type": "malformed", "path": path}]
        case JournalError():
            return [{"line": error.line, "type": error.fault["type"]}]
        case CharterError():
            return [{"path": it["place"], "type": it["problem"]["type"]} for it in error.errors]
    raise error


@pytest.mark.parametrize(
    ("door", "text", "then"), [pytest.param(*it, id=name) for name, *it in runner.malformed()]
)
def test_malformed_input_is_named_by_its_place(
    door: str, text: str, then: Any, founded: JointMeeting
) -> None:
    before = founded.journal()
    for put_in in doors(founded)[door]:
        with pytest.raises(JointMeetingError) as found:
            put_in(text)
        assert then in said(found.value)
    assert founded.journal() == before


def test_of_many_one_is_malformed_and_none_is_done(founded: JointMeeting) -> None:
    good = json.dumps(
        {"act": acts.ChooseReading(reading="plenary.count", option="at_least", why="x"), "by": "p1", "at": AT}
    )
    with pytest.raises(Malformed) as found:
        founded.perform_many_json([good, good.replace('"x"', "7")])
    assert found.value.path == "[1].act.why"
    with pytest.raises(Malformed) as found:
        founded.perform_many_json([good, "1"])
    assert found.value.path == "[1]"
    late: Any = {**json.loads(good), "at": datetime.datetime(2022, 6, 1, 9)}
    with pytest.raises(Malformed, match="has no zone") as found:
        founded.perform_many([json.loads(good), late])
    assert found.value.path == "[1].at"
    assert len(founded) == 1


def test_a_refusal_is_an_answer(founded: JointMeeting) -> None:
    with pytest.raises(Refused) as found:
        founded.perform(LEAVING, by="p2", at=AT)
    refused = found.value
    assert [it["rule"] for it in refused.grounds] == ["unit.removal_provided_for"]
    assert (refused.unknown, refused.taken) == ([], [])
    assert (refused.cures, refused.grounds[0].get("only_by")) == ([], "new_charter")
    assert str(refused) == refused.en != refused.zh
    assert refused.refusal == founded.decide(LEAVING, by="p2", at=AT)["refused"]  # type: ignore[typeddict-item]
    with pytest.raises(Refused):
        founded.check(LEAVING, by="p2", at=AT)
    with pytest.raises(Refused) as found:
        founded.perform(acts.OpenMeeting(meeting="m9"), by="p2", at=AT)
    assert found.value.unknown == [{"kind": "meeting", "name": "m9"}]
    with pytest.raises(Refused) as found:
        founded.perform(acts.AdoptRegister(unit="police"), by="p2", at=AT)
    assert [it["act"] for it in found.value.cures] == ["enter_register_item"]
    assert len(founded) == 1


def test_values_of_those_who_compute_are_taken_where_they_mean_one_thing(founded: JointMeeting) -> None:
    numpy, pandas = pytest.importorskip("numpy"), pytest.importorskip("pandas")
    at = pandas.Timestamp("2022-06-01T09:00:00+08:00")
    version: Any
    for version in (numpy.int64(1), numpy.uint8(1), 1.0, numpy.float64(1)):
        founding: Any = {
            "type": "adopt_charter",
            "charter": "nankai-dog-2022",
            "version": version,
            "holders": [],
        }
        assert "refused" in founded.decide(founding, by="p1", at=at)
    day: Any
    for day in (
        pandas.Timestamp("2022-06-01"),
        datetime.datetime(2022, 6, 1),
        numpy.datetime64("2022-06-01"),
        numpy.datetime64("2022-06-01T00:00:00.000000000"),
    ):
        assert founded.roster(day).data == founded.roster("2022-06-01").data
        assert founded.obligations(day, numpy.int16(60)).data == founded.obligations("2022-06-01", 60).data
    year: Any
    for year in (numpy.int64(2022), 2022.0):
        assert founded.audit(year, "2023-01-15").data == founded.audit(2022, "2023-01-15").data
    wrong: Any
    for wrong, says in (
        (float("nan"), "`nan` (float) is no value"),
        (numpy.float32("nan"), "`nan` (float) is no value"),
        (pandas.NaT, "`NaT`"),
        (numpy.datetime64("NaT"), "`NaT` (datetime64) is no value"),
        (pandas.NA, "`<NA>` (NAType) is no value"),
        (datetime.time(9), "`09:00:00` (time) is none of JSON"),
        ({1: 2}, "a key is text, and not `1` (int)"),
        (1.5, "not a whole number"),
        ("\ud800", "half of a character, `\\ud800`, at position 0"),
    ):
        with pytest.raises(Malformed) as found:
            founded.decide({"type": "withdraw_unit", "unit": wrong}, by="p2", at=at)  # type: ignore[typeddict-item]
        assert found.value.path == "act.unit" and says in found.value.problem, wrong
        assert says[:4] not in found.value.zh or says.startswith("`"), "it is told in Chinese"
    with pytest.raises(Malformed) as found:
        founded.decide(LEAVING, by="p2", at=datetime.date(2022, 6, 1))  # type: ignore[arg-type]
    assert found.value.path == "at"


def test_a_naive_datetime_is_no_moment(founded: JointMeeting) -> None:
    naive = datetime.datetime(2022, 6, 1, 9)
    with pytest.raises(Malformed, match="has no zone") as found:
        founded.perform(LEAVING, by="p2", at=naive)
    assert found.value.path == "at"
    with pytest.raises(Malformed, match="has no zone") as found:
        acts.PostponeMeeting(meeting="m1", to=naive, reason="x")
    assert found.value.path == "to"
    zone = datetime.timezone(datetime.timedelta(hours=8))
    founded.check(
        acts.ChooseReading(reading="plenary.count", option="at_least", why="x"),
        by="p1",
        at=naive.replace(tzinfo=zone),
    )


@pytest.mark.parametrize(
    "bad", [object(), {"x": object()}, {"type": "\ud800"}, {"type": float("nan")}, [], None, {1: 2}]
)
def test_what_is_not_an_act(bad: Any, founded: JointMeeting) -> None:
    with pytest.raises(Malformed):
        founded.perform(bad, by="p2", at=AT)


def test_what_is_not_text(founded: JointMeeting) -> None:
    texts: list[str | bytes] = ["\ud800", b"\xff", b""]
    for bad in texts:
        with pytest.raises(Malformed):
            founded.perform_json(bad)
    endless: dict[str, Any] = {}
    endless["x"] = endless
    with pytest.raises(Malformed):
        founded.perform(endless, by="p2", at=AT)  # type: ignore[arg-type]
    with pytest.raises(Malformed):
        founded.audit((datetime.date(2022, 1, 1), "yesterday"), "2022-06-01")
    with pytest.raises(Malformed, match="line 2") as found:
        founded.with_calendar("date,kind\n2022-01-01,rest\n")
    assert found.value.path == "calendar"


def errors(charter: Charter, founded: JointMeeting) -> list[JointMeetingError]:
    broken = json.loads(charter.text)
    broken["clauses"][0]["rules"] = ["no.such_rule"]
    line = founded.journal().text.splitlines(keepends=True)[1]
    doors: list[Any] = [
        lambda: founded.perform(LEAVING, by="p2", at=AT),
        lambda: founded.perform_json("{"),
        lambda: Charter(json.dumps(broken)),
        lambda: Journal(line),
        lambda: founded.apply(founded.entries[0]),
        lambda: JointMeeting([]),
        lambda: founded.audit_family([founded], 2022, "2023-01-15"),
        lambda: Desk(founded).paper({"notice": {"meeting": "m9"}}),
        lambda: founded.trail("nobody"),
    ]
    found = []
    for door in doors:
        with pytest.raises(JointMeetingError) as error:
            door()
        found.append(error.value)
    return found


def test_errors_say_what_and_where_and_can_be_pickled(charter: Charter, founded: JointMeeting) -> None:
    found = errors(charter, founded)
    kinds = [Refused, Malformed, CharterError, JournalError, Conflict, NoBody, NotBelow, PaperError, Unknown]
    assert [type(it) for it in found] == kinds
    for error in found:
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), again.args, str(again)) == (type(error), error.args, str(error))
        assert str(error)
        assert getattr(error, "zh", "")
    _, _, of_charter, of_journal, conflict, no_body, not_below, of_paper, of_question = found
    assert isinstance(of_question, Unknown) and of_question.data["kind"] == "subject"
    assert isinstance(no_body, NoBody) and no_body.problem == {"type": "no_charter"}
    assert isinstance(not_below, NotBelow) and not_below.problem["above"] == charter.id
    assert isinstance(of_paper, PaperError)
    assert of_paper.data == {"type": "unknown", "kind": "meeting", "name": "m9"}
    assert isinstance(of_charter, CharterError) and isinstance(of_journal, JournalError)
    assert isinstance(conflict, Conflict)
    unknown = {"type": "unknown_rule", "value": "no.such_rule"}
    assert unknown in [it["problem"] for it in of_charter.errors]
    assert of_charter.places
    assert (of_journal.line, of_journal.fault["type"]) == (1, "malformed")
    assert (conflict.expected, conflict.found) == (2, 1)


def resident() -> int:
    """Bytes of memory in use."""
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * 4096


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="memory is read from /proc")
def test_a_hundred_thousand_bad_calls_leave_nothing_behind(founded: JointMeeting) -> None:
    # The largest ones are tried once above.
    small = [(door, text) for _, door, text, _ in runner.malformed() if len(text) < 1000]
    calls = [(put_in, text) for door, text in small for put_in in doors(founded)[door]]
    calls.append((founded.perform_json, json.dumps({"act": LEAVING, "by": "p2", "at": AT})))
    before = founded.journal()

    def call(times: int) -> None:
        for ix in range(times):
            put_in, text = calls[ix % len(calls)]
            try:
                put_in(text)
            except JointMeetingError:
                continue
            raise AssertionError(text)

    call(10_000)
    at_first = resident()
    call(100_000)
    assert resident() - at_first < 1_000_000
    assert founded.journal() == before
