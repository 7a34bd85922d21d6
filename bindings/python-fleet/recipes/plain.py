"""Ask all bodies of a folder of journals with nothing but the wheel."""

import csv
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from joint_meeting_fleet import Columns, audit_batch


def journals(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Read the journals of a folder, each a file named after its body."""
    for path in sorted(folder.glob("*.jsonl")):
        yield path.stem, path.read_bytes()


def audit(bodies: Iterable[tuple[str, bytes]], year: int, on: str) -> Columns:
    """Say of every body whether its charter was kept."""
    return audit_batch(bodies, year=year, on=on)


if __name__ == "__main__":
    answer = audit(journals(Path(sys.argv[1])), int(sys.argv[2]), sys.argv[3])
    out = csv.DictWriter(sys.stdout, answer.names)
    out.writeheader()
    out.writerows(answer.to_pylist())
