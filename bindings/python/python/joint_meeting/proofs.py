"""The files that show that entries are true: whether they are there, and as they were.

The library keeps their names and digests. Here alone files are read.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from joint_meeting import types


class ProofFile(NamedTuple):
    """A proof of an entry, and its file."""

    no: int
    """The number of the entry."""
    name: str
    """The name of the proof."""
    state: Literal["there", "changed", "missing", "not_compared"]
    """Whether its file is `there` as it was, `changed` since, or `missing`; `not_compared` if no digest was kept of it."""


def verify_proofs(entries: Iterable[types.Entry], folder: str | PathLike[str]) -> list[ProofFile]:
    """Looks for the file of every proof of entries in a folder, by its name, and compares its digest."""
    root = Path(folder).resolve()
    if not root.is_dir():
        raise NotADirectoryError(str(folder))
    proofs = ((entry["no"], proof) for entry in entries for proof in entry.get("proofs", ()))
    return [ProofFile(no, proof["name"], _state(root, proof)) for no, proof in proofs]


def _state(root: Path, proof: types.Proof) -> Literal["there", "changed", "missing", "not_compared"]:
    digest = proof.get("digest")
    if digest is None:
        return "not_compared"
    # A name is only a name: it does not lead out of the folder, and need not be one that a file can have.
    path = root / proof["name"]
    try:
        there = path.resolve().is_relative_to(root) and path.is_file()
    except (OSError, ValueError):
        there = False
    if not there:
        return "missing"
    with path.open("rb") as file:
        return "there" if hashlib.file_digest(file, "sha256").hexdigest() == digest else "changed"
