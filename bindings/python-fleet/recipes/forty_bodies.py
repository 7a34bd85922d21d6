"""A unit sits in forty bodies: what does it owe in all of them? A question to the answers, never a decision across bodies."""

import sys

import duckdb
import polars as pl
from joint_meeting_fleet import obligations_batch


def owed_by(path: str, unit: str, on: str, horizon_days: int) -> pl.DataFrame:
    """Say what a unit owes in every body, by Polars: what is due first comes first."""
    bodies = pl.read_parquet(path, columns=["body", "journal", "charter"])
    owed = pl.DataFrame(obligations_batch(bodies, on=on, horizon_days=horizon_days))
    of_unit = owed.filter((pl.col("bearer") == "unit") & (pl.col("unit") == unit))
    chosen = of_unit.select("due", "body", "charter", "clause", "rule", "subject", "overdue")
    return chosen.sort("due", "body", "clause", "rule", "subject", nulls_last=True)


def owed_by_in_sql(path: str, unit: str, on: str, horizon_days: int) -> duckdb.DuckDBPyRelation:
    """Say the same by DuckDB."""
    bodies = duckdb.read_parquet(path).project("body, journal, charter")
    owed = duckdb.from_arrow(obligations_batch(bodies, on=on, horizon_days=horizon_days))
    of_unit = owed.filter(
        duckdb.ColumnExpression("bearer").isin(duckdb.ConstantExpression("unit"))
        & (duckdb.ColumnExpression("unit") == duckdb.ConstantExpression(unit))
    )
    chosen = of_unit.project("due, body, charter, clause, rule, subject, overdue")
    return chosen.order("due nulls last, body, clause, rule, subject nulls last")


if __name__ == "__main__":
    print(owed_by(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])))
