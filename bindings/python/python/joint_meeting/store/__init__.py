"""Where the records of bodies are kept: a file of SQLite or a server of PostgreSQL, under the contract of the Rust library.

`open` gives a `Store`, and that the bodies in it. What is acknowledged is durable; of several who write at once exactly one
wins each number, and the others decide again.
"""

from __future__ import annotations

from joint_meeting.store.contract import Exported, Store, Verified
from joint_meeting.store.errors import (
    BadCharter,
    BadName,
    Busy,
    Conflict,
    Damaged,
    Disguised,
    Failed,
    NoCharter,
    NotOneBody,
    ReadOnly,
    Rewritten,
    Stopped,
    StoreError,
    Taken,
    Torn,
    UnknownBody,
    UnknownFormat,
    Unsure,
)
from joint_meeting.store.held import TRIES, Held

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Literal

__all__ = [
    "TRIES",
    "BadCharter",
    "BadName",
    "Busy",
    "Conflict",
    "Damaged",
    "Disguised",
    "Exported",
    "Failed",
    "Held",
    "NoCharter",
    "NotOneBody",
    "ReadOnly",
    "Rewritten",
    "Stopped",
    "Store",
    "StoreError",
    "Taken",
    "Torn",
    "UnknownBody",
    "UnknownFormat",
    "Unsure",
    "Verified",
    "open",
]


def open(place: str | Path, *, read_only: bool = False, language: Literal["zh", "en"] = "zh") -> Store:
    """Opens a store, or makes it: a file of SQLite, or by an address that begins with `postgresql://` the database there.

    A database needs `psycopg`, which `pip install joint-meeting[postgres]` brings.

    `read_only` stores nothing and makes nothing; others may write meanwhile. The language is that of the errors, and of the bodies.
    """
    if isinstance(place, str) and place.startswith(("postgresql://", "postgres://")):
        try:
            from joint_meeting.store.postgres import Postgres
        except ModuleNotFoundError as why:
            if why.name != "psycopg":
                raise
            how = "a database needs psycopg: pip install joint-meeting[postgres]"
            raise ModuleNotFoundError(how, name=why.name) from None
        return Postgres(place, read_only=read_only, language=language)
    from joint_meeting.store.sqlite import Sqlite

    return Sqlite(place, read_only=read_only, language=language)
