"""What a person expects of the objects: in a notebook, in a table, in other processes and threads."""

import copy
import datetime
import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
import runner
from joint_meeting import Charter, JointMeeting, Journal, Malformed, Obligations, Refused, Unknown, acts

ON = "2023-01-15"
AT = f"{ON}T09:00:00+08:00"


def verdicts(body: JointMeeting) -> dict[Any, int]:
    return dict(body.audit(2022, ON).verdicts)


def test_everything_says_what_it_is(year: JointMeeting, charter: Charter) -> None:
    for it in [year, charter, year.journal(), year.audit(2022, ON), year.obligations(ON), year.roster(ON)]:
        assert repr(it).startswith(f"<{type(it).__name__}") and len(repr(it)) < 200
    assert "nankai-dog-2022" in repr(year)


def test_tables_for_notebooks(year: JointMeeting) -> None:
    answers: list[Any] = [
        year.audit(2022, ON),
        year.obligations(ON),
        year.roster(ON),
        year.options(by="p2", at=AT),
    ]
    for it in answers:
        table = it._repr_html_()
        assert table.startswith("<table ") and table.count("<tr>") > len(it) - 1
        assert len(str(it)) > 20
    assert "&lt;b&gt;" in Obligations(answers[1].data[:1], ["<b>"])._repr_html_()


def test_data_frames(year: JointMeeting) -> None:
    polars, pandas = pytest.importorskip("polars"), pytest.importorskip("pandas")
    audit, owed = year.audit(2022, ON), year.obligations(ON)
    answers: list[Any] = [
        audit,
        owed,
        year.roster(ON),
        year.options(by="p2", at=AT),
        year.obligations("2021-01-01"),
    ]
    for it in answers:
        rows = it.to_dicts()
        for frame in [polars.DataFrame(it.columns()), pandas.DataFrame(it.columns()), pandas.DataFrame(rows)]:
            assert frame.shape == (len(rows), len(rows[0]) if rows else 0)
    judged = polars.DataFrame(audit.columns())
    assert judged.filter(polars.col("clause") == "R-3").height > 1
    judged = pandas.DataFrame(audit.columns())
    assert judged.groupby("clause")["verdict"].count()["R-3"] > 1
    assert pandas.to_datetime(judged["due.date"]).max().year >= 2022
    assert pandas.DataFrame(owed.columns())["overdue"].dtype == bool


def test_sequences(year: JointMeeting) -> None:
    audit = year.audit(2022, ON)
    assert audit[0] == next(iter(audit)) == audit[:1][0]
    assert audit.clause("R-3")["clause"] == "R-3"
    assert audit == year.audit(2022, ON) != year.audit(2022, "2022-12-01")
    assert audit.verdicts.total() == len(audit) and audit.verdicts["met"] > 1
    assert [it["no"] for it in year] == list(range(1, len(year) + 1))
    assert year.journal().head["count"] == len(list(year.journal()))


def test_options_come_page_by_page(year: JointMeeting) -> None:
    def key(it: Any) -> tuple[str, str, str]:
        return repr(it["act"]), repr(it["choose"]), repr(it.get("refusal"))

    every = year.options(by="p2", at=AT)
    assert (every.counts, every.after) == ([], None)
    rows: list[Any] = []
    page = year.options(by="p2", at=AT, limit=7)
    while True:
        assert len(page) == len(page.words) <= 7
        rows += page
        if page.after is None:
            break
        page = year.options(by="p2", at=AT, limit=7, after=page.after)
    assert sorted(map(key, rows)) == sorted(map(key, every))
    convening = [it for it in every if it["act"]["type"] == "convene"]
    page = year.options(by="p2", at=AT, kinds=["convene"])
    assert list(page) == convening and page.counts == [{"act": "convene", "rows": len(convening)}]
    for limit in (0, 1025):
        with pytest.raises(Malformed, match=r"options_page\.limit"):
            year.options(by="p2", at=AT, limit=limit)
    assert len(year.options(by="p2", at=AT, limit=1024)) == len(every)


def test_audits_come_year_by_year(year: JointMeeting) -> None:
    audits = year.audits(range(2022, 2025), "2025-01-15")
    assert next(audits) == year.audit(2022, "2025-01-15")
    assert [it.data["period"]["from"] for it in audits] == ["2023-01-01", "2024-01-01"]
    assert year.audit(("2022-12-31", "2041-01-01"), ON)
    with pytest.raises(Malformed, match=r"audit\.period.*20 years"):
        year.audit(("2022-12-31", "2042-01-01"), ON)
    assert year.obligations(ON, 3653)
    with pytest.raises(Malformed, match="3653 days"):
        year.obligations(ON, 3654)


def test_pickles_are_equal(year: JointMeeting, charter: Charter) -> None:
    answers = [year.audit(2022, ON), year.obligations(ON), year.roster(ON), year.options(by="p2", at=AT)]
    for it in [year, charter, year.journal(), JointMeeting(charter), *answers]:
        assert pickle.loads(pickle.dumps(it)) == it
    assert copy.deepcopy(year) == year != JointMeeting(charter)
    assert hash(charter) == hash(Charter(charter.text))


def test_other_processes(year: JointMeeting) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        assert list(pool.map(verdicts, [year, year])) == [verdicts(year)] * 2


def test_threads_share_a_body(charter: Charter, year: JointMeeting) -> None:
    body = JointMeeting.replay(charter, year.journal())

    def ask(ix: int) -> int:
        if ix % 4 == 0:
            note = acts.ChooseReading(reading="plenary.count", option="at_least", why=f"{ix}")
            body.decide(note, by="p1", at="2023-01-16T09:00:00+08:00")
        return len(body.audit(2022, ON)) + len(body.obligations(ON))

    with ThreadPoolExecutor(4) as pool:
        assert len(set(pool.map(ask, range(24)))) == 1


def test_another_table_of_working_days(year: JointMeeting) -> None:
    busy = year.with_calendar(
        "date,kind,occasion\n2022-01-01,known_from\n2022-12-31,known_through\n2022-12-24,work,x\n2022-12-25,work,x\n"
    )

    def safe(body: JointMeeting) -> set[str]:
        owed = body.obligations("2022-11-01", 60)
        return {it["due"]["safe"] for it in owed if it["rule"] == "report.yearly" and "due" in it}

    assert (safe(year), safe(busy)) == ({"2022-12-23"}, {"2022-12-24"})
    assert (
        safe(pickle.loads(pickle.dumps(busy)))
        == safe(busy.as_of("2022-12-31T00:00:00+08:00"))
        == {"2022-12-24"}
    )


def test_the_table_of_working_days_is_part_of_a_body(charter: Charter) -> None:
    settings = {"document.deemed_consent_days": 5}
    given = [
        "minutes: drafted",
        {
            "act": {"type": "consent", "minutes": "n1", "unit": "police", "version": 1},
            "at": "2022-06-08T09:00:00+08:00",
            "by": "p12",
        },
        {
            "act": {"type": "countersign", "minutes": "n1", "unit": "police", "version": 1},
            "at": "2022-06-15T09:00:00+08:00",
            "by": "p12",
        },
    ]
    silence = runner.charter(charter.id, settings)
    body = runner.body([silence], given)
    entry = body.entries[-1]
    assert entry.get("calendar", {}).get("known_through", "") >= "2026-12-31"
    known = "date,kind\n2022-01-01,known_from\n2023-12-31,known_through\n"
    longer = known + "2022-06-09,off\n"
    journal, head = body.journal(), body.journal().head
    assert JointMeeting.replay(silence, journal, checked=True, head=head) == body
    replayed = [
        JointMeeting.replay(silence, journal, calendar=longer),
        JointMeeting.replay(silence, journal, checked=True, head=head, calendar=longer),
        JointMeeting.replay(silence, journal, checked=True).with_calendar(longer),
        body.with_calendar(longer),
    ]
    for it in replayed:
        assert it == replayed[0] == pickle.loads(pickle.dumps(it))
        assert it != body
        assert it.calendar == longer
        ((no, named),) = [(one["no"], one.get("calendar")) for one in it.breaches()]
        assert (no, named) == (entry["no"], entry.get("calendar"))
    same = JointMeeting.replay(silence, journal, checked=True, calendar=known)
    assert same.breaches() == []
    assert same != body
    with pytest.raises(Malformed) as found:
        JointMeeting.replay(silence, journal, calendar="date,kind\n2022-01-01,rest\n")
    assert found.value.path == "calendar"


def test_what_time_it_is(founded: JointMeeting) -> None:
    note = acts.ChooseReading(reading="plenary.count", option="at_least", why="x")

    def refused(body: JointMeeting, at: str) -> list[str]:
        try:
            body.check(note, by="p1", at="2022-04-22T09:00:00+08:00", recorded_at=at)
        except Refused as why:
            return [it["rule"] for it in why.grounds]
        return []

    assert refused(founded, "2022-05-03T00:00:00+08:00") == []
    founded.set_now("2022-05-01T20:00:00Z")
    copies = [founded, pickle.loads(pickle.dumps(founded)), founded.as_of("2023-01-01T00:00:00+08:00")]
    for body in copies:
        assert refused(body, "2022-05-02T23:59:59+08:00") == []
        assert refused(body, "2022-05-03T00:00:00+08:00") == ["time.not_in_a_far_future"]
        assert body == founded
    founded.set_now(datetime.datetime(2121, 5, 1, 9, tzinfo=datetime.UTC))
    assert refused(founded, "2121-05-01T09:00:00+08:00") == []
    for bad in ["2022-05-01", "2022-05-01T20:00:00", "2200-05-01T20:00:00Z", None, 5]:
        with pytest.raises(Malformed) as found:
            founded.set_now(bad)  # type: ignore[arg-type]
        assert found.value.path == "at"
    assert refused(founded, "2121-05-02T00:00:00+08:00") == ["time.not_in_a_far_future"]


def test_as_of_and_why(year: JointMeeting) -> None:
    then = year.as_of("2022-05-31T23:59:59+08:00")
    assert 0 < len(then) < len(year)
    assert then.entries == year.entries[: len(then)]
    assert year.trail("m2")[0]["act"] == "convene"
    rule = year.explain_rule("report.yearly")
    assert rule["clauses"] == ["R-3"]
    with pytest.raises(Unknown, match=r"report\.yearly") as found:
        year.explain_rule("report.yearli")
    assert found.value.data.get("nearest", [])[0] == {"name": "report.yearly"}
    assert "没有规则" in found.value.zh
    assert year.explain_entry(2)["entry"] == year.entry(2)
    assert year.breaches() == []


def test_charters(charter: Charter) -> None:
    assert "nankai-dog-2022" in Charter.names()
    assert any(it["code"] == "no_way_out" for it in charter.lint())
    later = Charter(charter.text.replace('{"month": 12, "day": 25}', '{"month": 11, "day": 30}'))
    diff = charter.diff(later)
    assert [it["setting"] for it in diff["settings"]] == ["report.due"]
    text = "总则\n一、组织\n（一）成员。各单位为成员。"
    assert [it["at"] for it in Charter.outline(text)["parts"][0]["nodes"]] == ["一"]
    assert charter.check_text(text)
    with pytest.raises(KeyError):
        Charter.bundled("no such charter")


def test_a_journal_is_a_file(year: JointMeeting, tmp_path: Path) -> None:
    year.journal().write(tmp_path / "j.jsonl")
    assert Journal.read(tmp_path / "j.jsonl") == year.journal()


def test_the_year_can_be_drawn(year: JointMeeting, tmp_path: Path) -> None:
    matplotlib = pytest.importorskip("matplotlib")
    matplotlib.use("Agg")
    from joint_meeting.timeline import timeline

    axes = timeline(year, 2022, on=ON)
    assert len(axes.collections) > 6
    figure = axes.get_figure()
    assert figure is not None
    figure.savefig(tmp_path / "year.svg")  # type: ignore[union-attr]
    assert (tmp_path / "year.svg").stat().st_size > 5_000
