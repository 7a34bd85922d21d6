"""Files on their way to the disk: the one that was kept stays whole until the new one is."""

from __future__ import annotations

import os
import secrets
import shutil
from pathlib import Path


def replace_file(path: str | Path, data: bytes) -> None:
    """Writes beside the file, then puts the new one in its place; whatever fails, one of the two is whole.

    What is no regular file, such as a pipe, is written to.
    """
    # A link goes on pointing to the file.
    kept = Path(os.path.realpath(path))
    if kept.exists() and not kept.is_file():
        kept.write_bytes(data)
        return
    beside = kept.with_name(f".{secrets.token_hex(8)}.part")
    try:
        with beside.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if kept.exists():
            shutil.copymode(kept, beside)
        os.replace(beside, kept)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sync_folder(kept.parent)


def _sync_folder(folder: Path) -> None:
    """Until then a loss of power could bring back the old file; elsewhere than on POSIX a folder cannot be opened."""
    if os.name != "posix":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
