"""Times papers of the body after the scenario's year: minutes, and the evidence of the year, made and written as .docx."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from doors import Door
from joint_meeting.papers import Desk, Paper

YEAR = Path(__file__).parents[3] / "tests/scenarios/nankai-2022.jsonl"
MINUTES: Any = {"minutes": {"minutes": "n6"}}


def best(what: Callable[[], object], rounds: int) -> float:
    """Microseconds of processor time."""
    took = []
    for _ in range(rounds):
        start = time.process_time()
        what()
        took.append(time.process_time() - start)
    return min(took) * 1e6


def rows(rounds: int) -> dict[str, float]:
    door = Door()
    door.many([json.loads(it)["submit"] for it in YEAR.read_text(encoding="utf-8").splitlines()])
    desk = Desk(door.body, given={"fields": {"place": "会议室"}})

    def pack() -> list[Paper]:
        return [it.paper for it in desk.evidence(2022, "2023-01-15")]

    minutes, year = desk.paper(MINUTES), pack()
    return {
        "minutes made": best(lambda: desk.paper(MINUTES), 10 * rounds),
        "minutes written as .docx": best(lambda: minutes.write("docx"), 10 * rounds),
        "minutes checked": best(minutes.check, 10 * rounds),
        "evidence made": best(pack, rounds),
        "evidence written as .docx": best(lambda: [it.write("docx") for it in year], rounds),
        "evidence, papers": float(len(year)),
    }
