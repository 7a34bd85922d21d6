"""Whatever engine asks, the rows are those of the Rust library."""

import forty_bodies
import plain
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import with_dask
import with_duckdb
import with_polars
import with_spark
from conftest import ON, YEAR, rows
from distributed import Client


def test_the_bodies_are_many(bodies: str, expected: list[str]) -> None:
    assert pq.ParquetFile(bodies).num_row_groups >= 2
    assert len(expected) > pq.read_metadata(bodies).num_rows >= 2000


def test_plain(bodies: str, expected: list[str]) -> None:
    table = pq.read_table(bodies)
    given = ((it["body"], it["journal"].encode()) for it in table.to_pylist())
    assert rows(plain.audit(given, YEAR, ON).to_pylist()) == expected


def test_polars(bodies: str, expected: list[str]) -> None:
    assert rows(with_polars.audit(bodies, YEAR, ON).to_dicts()) == expected


def test_duckdb(bodies: str, expected: list[str]) -> None:
    answer = with_duckdb.audit(bodies, YEAR, ON)
    assert rows(pa.table(answer).to_pylist()) == expected


def test_dask(bodies: str, expected: list[str]) -> None:
    with Client(n_workers=2, threads_per_worker=1, dashboard_address=None) as client:
        assert rows(with_dask.audit(client, bodies, YEAR, ON).to_pylist()) == expected


@pytest.mark.usefixtures("java")
def test_spark(bodies: str, expected: list[str]) -> None:
    session = with_spark.session(2)
    try:
        found = with_spark.audit(session, bodies, YEAR, ON, partitions=2)
        assert found.rdd.getNumPartitions() == 2
        assert rows([it.asDict() for it in found.collect()]) == expected
    finally:
        session.stop()


def test_what_a_unit_owes_in_all_its_bodies(bodies: str) -> None:
    by_polars = forty_bodies.owed_by(bodies, "police", "2022-11-20", 60)
    by_duckdb = forty_bodies.owed_by_in_sql(bodies, "police", "2022-11-20", 60)
    assert by_polars["body"].n_unique() > 40
    assert by_polars.rows() == by_duckdb.fetchall()
    assert by_polars.filter(pl.col("due").is_not_null())["due"].is_sorted()
