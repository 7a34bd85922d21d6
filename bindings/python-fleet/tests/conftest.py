"""What the tests share: bodies and the rows that the Rust library has found of them, whose places the environment names."""

import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

YEAR = 2022
ON = "2023-01-15"


def place(variable: str) -> str:
    path = os.environ.get(variable)
    if path is None:
        pytest.fail(f"{variable} names no file: `cargo xtask fleet --test` makes it")
    return path


@pytest.fixture(scope="session")
def bodies() -> str:
    return place("FLEET_BODIES")


@pytest.fixture(scope="session")
def expected() -> list[str]:
    return rows(pq.read_table(place("FLEET_ROWS")).to_pylist())


@pytest.fixture(scope="session")
def some(bodies: str) -> pa.Table:
    return pq.read_table(bodies).slice(0, 30)


@pytest.fixture(scope="session")
def java() -> None:
    if (
        shutil.which("java") is None
        and not Path(os.environ.get("JAVA_HOME", "/nowhere"), "bin/java").exists()
    ):
        pytest.skip("there is no Java, without which there is no Spark")


def rows(found: Sequence[Mapping[str, object]]) -> list[str]:
    """Give rows in an order of their own, in which they can be compared."""
    return sorted(repr(list(it.items())) for it in found)
