"""Ask the bodies of a Parquet file with Polars."""

import sys

import polars as pl
from joint_meeting_fleet import audit_batch

BATCH = 1000


def audit(path: str, year: int, on: str) -> pl.DataFrame:
    """Say of every body whether its charter was kept, so many bodies at a time."""
    bodies = pl.read_parquet(path, columns=["body", "journal", "charter"])
    parts = bodies.iter_slices(BATCH)
    return pl.concat(pl.DataFrame(audit_batch(part, year=year, on=on)) for part in parts)


if __name__ == "__main__":
    rows = audit(sys.argv[1], int(sys.argv[2]), sys.argv[3])
    print(rows.filter(pl.col("verdict") == "unmet").group_by("charter", "clause").len())
