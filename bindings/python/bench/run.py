"""Plays the bench's year through the doors and their peers, by turns, and prints the best time of each.

`python run.py YEAR WHEEL [ROUNDS]`; `cargo xtask bench --peers` makes the year and everything else that is needed. Each line
printed is a name and a figure: microseconds of processor time an act, for a paper or a pack, or what the name says. Whoever does not answer every act of the year as
the core did, or counts otherwise, ends the run.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import doors
import papers
import plain
import with_eventsourcing
import with_transitions
from doors import Door


class Contender(NamedTuple):
    name: str
    make: Callable[[], Any]
    play: Callable[[Any], list[str | None]]
    rounds: int | None = None
    """How often it is played, where that is less often than the others."""


def each(way: str, inputs: list[Any]) -> Callable[[Any], list[str | None]]:
    """Plays one act after the other."""

    def play(it: Any) -> list[str | None]:
        perform = getattr(it, way)
        return [perform(one) for one in inputs]

    return play


def contenders(acts: list[Any]) -> list[Contender]:
    texts, calls = [doors.text(it) for it in acts], [doors.call(it) for it in acts]
    peer = each("perform", acts)
    return [
        Contender("plain", plain.Body, peer),
        Contender("transitions", with_transitions.Body, peer),
        Contender("eventsourcing, held", with_eventsourcing.Held, peer),
        Contender("eventsourcing, fetched", with_eventsourcing.Fetched, peer, rounds=2),
        Contender("one JSON text", Door, each("json", texts)),
        Contender("one dict", Door, each("dict", acts)),
        Contender("one constructor", Door, each("constructor", calls)),
        Contender("a batch of dicts", Door, lambda it: it.many(acts)),
        Contender("a batch of JSON texts", Door, lambda it: it.many_json(texts)),
    ]


def best_times(
    acts: list[Any], expected: list[str | None], counts: dict[str, Any], rounds: int
) -> dict[str, float]:
    best: dict[str, float] = {}
    for turn in range(rounds):
        for it in contenders(acts):
            if turn >= (it.rounds or rounds):
                continue
            made = it.make()
            start = time.process_time()
            found = it.play(made)
            took = time.process_time() - start
            check(it.name, found, expected, made.counts(), counts)
            best[it.name] = min(took, best.get(it.name, took))
    return best


def check(
    name: str, found: list[Any], expected: list[Any], counted: dict[str, Any], counts: dict[str, Any]
) -> None:
    for no, (mine, theirs) in enumerate(zip(found, expected, strict=True), 1):
        if mine != theirs:
            sys.exit(f"{name}: line {no} of the year: {mine}, expected {theirs}")
    for what, count in counted.items():
        if count != counts[what]:
            sys.exit(f"{name}: {what}: {count}, expected {counts[what]}")


def import_time(module: str) -> float:
    """Milliseconds, in an interpreter of its own."""
    code = f"import time; start = time.perf_counter(); import {module}; print(time.perf_counter() - start)"
    took = [subprocess.check_output([sys.executable, "-c", code], text=True) for _ in range(15)]
    return min(map(float, took)) * 1e3


def main(year: str, wheel: str, rounds: str = "40") -> None:
    lines = [json.loads(it) for it in Path(year).read_text(encoding="utf-8").splitlines()]
    counts = lines.pop()["counts"]
    acts, expected = [it["submit"] for it in lines], [it["refused_by"] for it in lines]
    for name, took in best_times(acts, expected, counts, int(rounds)).items():
        print(f"python: {name}\t{took / len(acts) * 1e6:.4f}")
    for name, took in papers.rows(int(rounds)).items():
        print(f"python: {name}\t{took:.4f}")
    for module in ("joint_meeting", "joint_meeting.papers", "transitions", "eventsourcing.application"):
        print(f"python: import {module}\t{import_time(module):.3f}")
    print(f"python: wheel, KiB\t{Path(wheel).stat().st_size / 1024:.1f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
