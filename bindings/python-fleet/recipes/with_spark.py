"""Ask the bodies of a Parquet file with Spark."""

import os
import sys
from collections.abc import Iterator

import pyarrow as pa
from joint_meeting_fleet import audit_batch, columns
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql.pandas.types import from_arrow_schema


def audit(session: SparkSession, path: str, year: int, on: str, partitions: int) -> DataFrame:
    """Say of every body whether its charter was kept."""

    def ask(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        # Spark starts a process for each partition, so that one thread is enough.
        for batch in batches:
            yield from pa.table(audit_batch(batch, year=year, on=on, threads=1)).to_batches()

    bodies = session.read.parquet(path).select("body", "journal", "charter").repartition(partitions)
    return bodies.mapInArrow(ask, from_arrow_schema(pa.schema(columns("audit"))))


def session(cores: int) -> SparkSession:
    """Start Spark on this machine; on a cluster it is there already."""
    # The processes that are started run what this one runs.
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    return (
        SparkSession.builder.master(f"local[{cores}]")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", 1000)
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )


if __name__ == "__main__":
    rows = audit(session(2), sys.argv[1], int(sys.argv[2]), sys.argv[3], partitions=2)
    rows.filter("verdict = 'unmet'").groupBy("charter", "clause").count().show()
