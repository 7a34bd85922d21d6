"""Ask the bodies of a Parquet file with Dask, part by part, on as many machines as there are."""

import sys

import pyarrow as pa
import pyarrow.parquet as pq
from distributed import Client
from joint_meeting_fleet import audit_batch


def audit_part(path: str, part: int, year: int, on: str) -> pa.Table:
    """Ask the bodies of one row group. This runs in a worker, which reads nothing else of the file."""
    bodies = pq.ParquetFile(path).read_row_group(part, columns=["body", "journal", "charter"])
    return pa.table(audit_batch(bodies, year=year, on=on, threads=1))


def audit(client: Client, path: str, year: int, on: str) -> pa.Table:
    """Say of every body whether its charter was kept."""
    parts = range(pq.ParquetFile(path).num_row_groups)
    asked = [client.submit(audit_part, path, part, year, on) for part in parts]
    return pa.concat_tables(client.gather(asked))


if __name__ == "__main__":
    with Client(n_workers=2, threads_per_worker=1, dashboard_address=None) as workers:
        rows = audit(workers, sys.argv[1], int(sys.argv[2]), sys.argv[3])
    print(rows.group_by(["charter", "clause", "verdict"]).aggregate([([], "count_all")]))
