"""What a host was told is kept: a file cut at any byte, a process that is killed, processes that race on one table."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from joint_meeting import Charter, Conflict, JointMeeting, Journal, JournalError

KILLS = int(os.environ.get("KILLS", "6"))

APPEND = """
import os, sys
from joint_meeting import Charter, JointMeeting, Journal, acts

path, charter = sys.argv[1], Charter.bundled("nankai-dog-2022")
with open(path, "r+b") as file:
    kept = Journal.intact(file.read())
    file.truncate(file.seek(len(bytes(kept))))
    body = JointMeeting.replay(charter, kept)
    while True:
        act = acts.ChooseReading(reading="plenary.count", option="at_least", why="略")
        entry = body.perform(act, by="p1", at="2022-06-01T09:00:00+08:00")
        file.write(kept.append(entry).encode())
        file.flush()
        os.fsync(file.fileno())
        print(len(body), flush=True)
"""

RACE = """
import json, sqlite3, sys
from joint_meeting import Charter, Conflict, JointMeeting, acts

path, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
table = sqlite3.connect(path, timeout=60, isolation_level=None)
body = JointMeeting(Charter.bundled("nankai-dog-2022"))
own = shared = second = 0

def catch_up():
    rows = table.execute("SELECT entry FROM entry WHERE no > ? ORDER BY no", (len(body),)).fetchall()
    for (entry,) in rows:
        body.apply(entry)
    return len(rows)

def submit(item):
    global second
    act = acts.AddAgendaItem(item=item, title="群众来信", kind="discussion")
    while True:
        decision = body.decide(act, by="p2", at="2022-05-09T09:00:00+08:00")
        if "refused" in decision:
            if catch_up():
                continue
            return 0
        entry = decision["accepted"]
        try:
            table.execute("INSERT INTO entry VALUES (?, ?)", (entry["no"], json.dumps(entry)))
        except sqlite3.IntegrityError:
            second += 1
            assert catch_up()
            try:
                body.apply(entry)
            except Conflict:
                continue
            raise AssertionError("what was decided on an older state went into a newer one")
        body.apply(entry)
        return 1

catch_up()
for ix in range(count):
    own += submit(f"{name}-{ix}")
    shared += submit(f"shared-{ix}")
print(json.dumps([own, shared, second]))
"""


def test_of_a_journal_cut_at_any_byte_the_lines_that_end_are_left(year: JointMeeting) -> None:
    whole = bytes(year.journal())
    lines = whole.splitlines(keepends=True)[:6]
    for cut in range(sum(map(len, lines)) + 1):
        torn = whole[:cut]
        count = torn.count(b"\n")
        if count == 0:
            with pytest.raises(JournalError):
                Journal.intact(torn)
        else:
            assert bytes(Journal.intact(torn)) == b"".join(lines[:count]), f"cut at {cut}"
    assert Journal.intact(whole + b'{"act":"\xe7') == year.journal()


def test_a_process_that_is_killed_loses_nothing_it_has_acknowledged(
    tmp_path: Path, founded: JointMeeting
) -> None:
    path = tmp_path / "killed.jsonl"
    founded.journal().write(path)
    seed = int(os.environ.get("SEED", time.time_ns()))
    print(f"SEED={seed}")
    chance, acknowledged = random.Random(seed), 1
    for _ in range(KILLS):
        script = [sys.executable, "-c", APPEND, str(path)]
        with subprocess.Popen(script, stdout=subprocess.PIPE, text=True) as clerk:
            assert clerk.stdout
            first = clerk.stdout.readline()
            time.sleep(chance.random() / 10)
            os.kill(clerk.pid, signal.SIGKILL)
            heard = [first, *clerk.stdout]
        acknowledged = max(acknowledged, *(int(it) for it in heard if it.endswith("\n")))
        kept = Journal.intact(path.read_bytes())
        assert len(kept) >= acknowledged, f"{len(kept)} kept of {acknowledged}"
    kept = Journal.intact(path.read_bytes())
    body = JointMeeting.replay(Charter.bundled("nankai-dog-2022"), kept, checked=True)
    assert body.breaches() == []


def test_of_processes_that_race_exactly_one_wins_each_number(tmp_path: Path, founded: JointMeeting) -> None:
    path, racers, count = tmp_path / "raced.sqlite", 3, 15
    with sqlite3.connect(path) as table:
        table.execute("PRAGMA journal_mode = WAL")
        table.execute("CREATE TABLE entry (no INTEGER PRIMARY KEY, entry TEXT NOT NULL)")
        table.execute("INSERT INTO entry VALUES (1, ?)", (json.dumps(founded.entries[0]),))
    table.close()
    clerks = [
        subprocess.Popen(
            [sys.executable, "-c", RACE, str(path), f"clerk{it}", str(count)], stdout=subprocess.PIPE
        )
        for it in range(racers)
    ]
    said = [json.loads(clerk.communicate()[0]) for clerk in clerks]
    own, shared = sum(it[0] for it in said), sum(it[1] for it in said)
    assert (own, shared) == (racers * count, count), "what all try is entered once, what one tries as well"
    table = sqlite3.connect(path)
    entries = [json.loads(it) for (it,) in table.execute("SELECT entry FROM entry ORDER BY no")]
    table.close()
    assert [it["no"] for it in entries] == list(range(1, 2 + own + shared))
    journal = Journal.begin(Charter.bundled("nankai-dog-2022"))
    for entry in entries:
        journal.append(entry)
    assert JointMeeting.replay(Charter.bundled("nankai-dog-2022"), journal, checked=True).breaches() == []
    with pytest.raises(Conflict):
        founded.apply(entries[0])
