"""Processes that write to one file of SQLite: nothing acknowledged is lost, nothing is entered twice, the chain is whole."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from joint_meeting import Charter, store
from stores import founding, matter

KILLS = int(os.environ.get("KILLS", "6"))
RACERS = int(os.environ.get("RACERS", "4"))
FOLDER = str(Path(__file__).parent)

RACE = """
import json, sys
sys.path.append(sys.argv[4])
from joint_meeting import Refused, store
from stores import matter

own = shared = 0
with store.open(sys.argv[1]) as records, records.open("dogs") as held:
    for ix in range(int(sys.argv[3])):
        name = f"{sys.argv[2]}-{ix}"
        first = held.submit(matter(name, key=name))
        assert held.submit(matter(name, key=name)) == first
        own += 1
        try:
            held.submit(matter(f"shared-{ix}"))
            shared += 1
        except Refused:
            pass
        held.submit(matter(f"keyed-{ix}", key=f"keyed-{ix}"))
    print(json.dumps([own, shared, held.conflicts]))
"""

APPEND = """
import sys
sys.path.append(sys.argv[2])
from joint_meeting import store
from stores import matter

held = store.open(sys.argv[1]).open("dogs")
while True:
    no = held.head["count"] + 1
    print(held.submit(matter(f"m{no}", key=f"m{no}"))["no"], flush=True)
"""


def begun(path: Path, charter: Charter) -> None:
    with store.open(path) as records:
        records.create("dogs", charter)
        records.open("dogs").submit(founding())


def test_of_processes_that_race_exactly_one_wins_each_number(tmp_path: Path, charter: Charter) -> None:
    path, count = tmp_path / "raced.db", 10
    begun(path, charter)
    clerks = [
        subprocess.Popen(
            [sys.executable, "-c", RACE, str(path), f"clerk{it}", str(count), FOLDER], stdout=subprocess.PIPE
        )
        for it in range(RACERS)
    ]
    said = [json.loads(clerk.communicate()[0]) for clerk in clerks]
    print(f"{sum(it[2] for it in said)} times another was first")
    assert sum(it[0] for it in said) == RACERS * count
    assert sum(it[1] for it in said) == count, "what all try is entered once"
    with store.open(path) as records:
        found = records.verify("dogs")
        # With a key what all enter is one entry, and nobody is refused.
        assert (found.head["count"], found.breaches) == (1 + RACERS * count + 2 * count, [])


def test_a_process_that_is_killed_loses_nothing_it_has_acknowledged(tmp_path: Path, charter: Charter) -> None:
    path = tmp_path / "killed.db"
    begun(path, charter)
    seed = int(os.environ.get("SEED", time.time_ns()))
    print(f"SEED={seed}")
    chance, acknowledged = random.Random(seed), 1
    for _ in range(KILLS):
        script = [sys.executable, "-c", APPEND, str(path), FOLDER]
        with subprocess.Popen(script, stdout=subprocess.PIPE, text=True) as clerk:
            assert clerk.stdout
            first = clerk.stdout.readline()
            time.sleep(chance.random() / 10)
            os.kill(clerk.pid, signal.SIGKILL)
            heard = [first, *clerk.stdout]
        acknowledged = max(acknowledged, *(int(it) for it in heard if it.endswith("\n")))
        with store.open(path) as records:
            found = records.verify("dogs")
            assert found.head["count"] >= acknowledged and found.breaches == []
            # Whoever has heard nothing asks again, and nothing is entered twice.
            again = records.open("dogs").submit(matter(f"m{acknowledged}", key=f"m{acknowledged}"))
            assert acknowledged == 1 or again["no"] == acknowledged
