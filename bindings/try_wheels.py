"""Tries the packages that are installed, by nothing but Python: every vector, a paper, a spreadsheet, a store and a fleet.

For wheels of other systems than the one on which they were built, this file and `tests/` are taken there:
`python bindings/try_wheels.py`. Wheels that were only unpacked are found by `PYTHONPATH`.
"""

import importlib.util
import platform
import sys
import tempfile
import time
from pathlib import Path

start = time.perf_counter()
import joint_meeting  # noqa: E402

took = time.perf_counter() - start
sys.path.insert(0, str(Path(__file__).parent / "python/tests"))
import runner  # noqa: E402
from joint_meeting.papers import Desk  # noqa: E402
from joint_meeting.roster import founding, template  # noqa: E402

wrong, count = [], 0
for file in sorted((runner.FOLDER / "vectors").glob("*.json")):
    vectors = runner.read(f"vectors/{file.name}")
    for vector in vectors["vectors"]:
        count += 1
        if runner.run(vector, vectors["charter"]) != runner.expected(vector):
            wrong.append(f"{file.name}: {vector['name']}")

charter = joint_meeting.Charter.bundled("nankai-dog-2022")
body, otherwise = runner.play("nankai-2022.jsonl", charter)
wrong += otherwise
papers = [it.paper.write("docx") for it in Desk(body).evidence(2022, "2023-01-15")]
rows = founding(template(charter, language="en"), charter, at="2022-04-21T09:00:00+08:00", language="en")
if importlib.util.find_spec("joint_meeting_fleet") is None:
    fleet = "no package for fleets"
else:
    from joint_meeting_fleet import audit_batch

    asked = audit_batch([("a", body.journal().text)] * 3, year=2022, on="2023-01-15").to_pylist()
    verdicts = {it["clause"]: it["clause_verdict"] for it in asked}
    if verdicts != {it["clause"]: it["verdict"] for it in body.audit(2022, "2023-01-15")}:
        wrong.append("the fleet audits otherwise")
    fleet = f"{len(asked)} rows of a fleet"
try:
    import sqlite3
except ImportError:
    stored = "no SQLite in this Python"
else:
    from joint_meeting import store

    with tempfile.TemporaryDirectory() as folder, store.open(Path(folder) / "store.db") as opened:
        stored = f"SQLite {sqlite3.sqlite_version}"

libc = " ".join(platform.libc_ver()) or "another C library"
print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {libc}")
print(f"imported in {took:.2f} s; {count} vectors, {len(papers)} papers, {stored}, {fleet}")
print("\n".join(wrong) or "all as it should be")
sys.exit(bool(wrong))
