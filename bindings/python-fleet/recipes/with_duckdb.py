"""Ask the bodies of a Parquet file with DuckDB."""

import sys

import duckdb
from joint_meeting_fleet import audit_batch


def audit(path: str, year: int, on: str) -> duckdb.DuckDBPyRelation:
    """Say of every body whether its charter was kept. The answer is a relation like any other."""
    bodies = duckdb.read_parquet(path).project("body, journal, charter")
    answer = audit_batch(bodies, year=year, on=on)
    return duckdb.from_arrow(answer)


if __name__ == "__main__":
    rows = audit(sys.argv[1], int(sys.argv[2]), sys.argv[3])
    print(rows.filter("verdict = 'unmet'").aggregate("charter, clause, count(*) as times"))
