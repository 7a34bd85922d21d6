"""Microseconds of processor time that questions take, best of several, of a body after the scenario's year.

`python questions.py`, where the package is installed. Acts are timed by `run.py`, questions in Rust by `cargo xtask bench`.
"""

import pickle
import sys
import time
from collections.abc import Callable
from pathlib import Path

from joint_meeting import Charter, JointMeeting, Refused

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
import runner

CHARTER = Charter.bundled("nankai-dog-2022")
STEPS = [line["submit"] for line in runner.lines("nankai-2022.jsonl")]


def best(work: Callable[[], object], times: int, per: int) -> float:
    took = []
    for _ in range(times):
        start = time.process_time()
        work()
        took.append(time.process_time() - start)
    return min(took) / per * 1e6


def perform() -> JointMeeting:
    body = JointMeeting(CHARTER)
    for step in STEPS:
        try:
            body.perform(**step)
        except Refused:
            continue
    return body


def main() -> None:
    body = perform()
    journal = body.journal()
    rows = [
        ("replay, an entry", best(lambda: JointMeeting.replay(CHARTER, journal), 9, len(body))),
        (
            "replay checked, an entry",
            best(lambda: JointMeeting.replay(CHARTER, journal, checked=True), 9, len(body)),
        ),
        ("audit of the year", best(lambda: body.audit(2022, "2023-01-15"), 9, 1)),
        ("obligations", best(lambda: body.obligations("2023-01-15"), 9, 1)),
        ("roster", best(lambda: body.roster("2023-01-15"), 9, 1)),
        ("options", best(lambda: body.options(by="p2", at="2023-01-15T09:00:00+08:00"), 9, 1)),
        ("pickle there and back", best(lambda: pickle.loads(pickle.dumps(body)), 5, 1)),
        ("reading the charter", best(lambda: Charter(CHARTER.text), 9, 1)),
    ]
    for name, took in rows:
        print(f"{name:34}{took:12.1f} µs")


if __name__ == "__main__":
    main()
