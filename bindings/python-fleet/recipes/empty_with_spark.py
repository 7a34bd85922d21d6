"""Spark with a function that does nothing: what it takes to bring every journal to Python and a number back."""

import os
import sys
import time

import pyarrow as pa
from pyspark.sql import SparkSession


def count(batches):
    """Look at nothing, and say how many bodies there were."""
    for batch in batches:
        yield pa.record_batch({"bodies": [batch.num_rows]})


def main(path: str, cores: str) -> None:
    """Time it, without the start of Spark."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    session = (
        SparkSession.builder.master(f"local[{cores}]")
        .config("spark.sql.execution.arrow.maxRecordsPerBatch", 1000)
        .config("spark.ui.enabled", "false")
        .getOrCreate()
    )
    begun = time.perf_counter()
    bodies = session.read.parquet(path).select("body", "journal", "charter")
    counted = sum(row.bodies for row in bodies.mapInArrow(count, "bodies long").collect())
    print(f"Spark, empty function, cores: {cores}: {counted} bodies; {time.perf_counter() - begun:.2f} s")
    session.stop()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
