"""Microseconds of processor time an act through each way in, best of several: the acts of the scenario, accepted and refused.

`python bench.py`, where the package is installed. The other languages are measured by `cargo xtask bench`.
"""

import json
import pickle
import sys
import time
from collections.abc import Callable
from pathlib import Path

from joint_meeting import Charter, JointMeeting, Refused

sys.path.insert(0, str(Path(__file__).parent / "tests"))
import runner

CHARTER = Charter.bundled("nankai-dog-2022")
STEPS = [line["submit"] for line in runner.lines("nankai-2022.jsonl")]
TEXTS = [json.dumps(it, ensure_ascii=False) for it in STEPS]


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


def perform_json() -> None:
    body = JointMeeting(CHARTER)
    for text in TEXTS:
        try:
            body.perform_json(text)
        except Refused:
            continue


def main() -> None:
    body = perform()
    journal = body.journal()
    acts = len(STEPS)
    rows = [
        ("perform, dict in and out", best(perform, 9, acts)),
        ("perform_json, text in and out", best(perform_json, 9, acts)),
        ("perform_many", best(lambda: JointMeeting(CHARTER).perform_many(STEPS), 9, acts)),
        ("perform_many_json", best(lambda: JointMeeting(CHARTER).perform_many_json(TEXTS), 9, acts)),
        (
            "json.loads and json.dumps alone",
            best(lambda: [json.dumps(json.loads(it)) for it in TEXTS], 9, acts),
        ),
        ("replay, an entry", best(lambda: JointMeeting.replay(CHARTER, journal), 9, len(body))),
        (
            "replay checked, an entry",
            best(lambda: JointMeeting.replay(CHARTER, journal, checked=True), 9, len(body)),
        ),
        ("audit of the year", best(lambda: body.audit(2022, "2023-01-15"), 9, 1)),
        ("obligations", best(lambda: body.obligations("2023-01-15"), 9, 1)),
        ("register", best(lambda: body.register("2023-01-15"), 9, 1)),
        ("options", best(lambda: body.options(by="p2", at="2023-01-15T09:00:00+08:00"), 9, 1)),
        ("pickle there and back", best(lambda: pickle.loads(pickle.dumps(body)), 5, 1)),
        ("reading the charter", best(lambda: Charter(CHARTER.text), 9, 1)),
    ]
    for name, took in rows:
        print(f"{name:34}{took:12.1f} µs")


if __name__ == "__main__":
    main()
