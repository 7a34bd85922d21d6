"""Spark with a function that does nothing: what it takes to bring every journal to Python and a number back."""

import sys
import time

import pyarrow as pa
from with_spark import session


def count(batches):
    """Look at nothing, and say how many bodies there were."""
    for batch in batches:
        yield pa.record_batch({"bodies": [batch.num_rows]})


def main(path: str, cores: str) -> None:
    """Time it, without the start of Spark."""
    spark = session(int(cores))
    begun = time.perf_counter()
    bodies = spark.read.parquet(path).select("body", "journal", "charter")
    counted = sum(row.bodies for row in bodies.mapInArrow(count, "bodies long").collect())
    print(f"Spark, empty function, cores: {cores}: {counted} bodies; {time.perf_counter() - begun:.2f} s")
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
