from datetime import date
from typing import Any, final

__all__ = ["Charters", "Columns", "ask", "columns"]

@final
class Charters:
    """Charters that were read once, for many calls: those of the library, and the texts of other files."""

    def __new__(cls, *files: str) -> Charters: ...
    def __len__(self) -> int: ...
    def __contains__(self, key: str, /) -> bool: ...

@final
class Columns:
    """Columns with rows. Polars, DuckDB, pandas and Arrow read them as they are."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...
    def __arrow_c_schema__(self) -> Any: ...
    def __len__(self) -> int: ...
    @property
    def names(self) -> list[str]: ...
    def to_pylist(self) -> list[dict[str, str | int | bool | date | list[str] | list[int] | None]]: ...

def ask(
    data: Any,
    charters: Charters,
    what: str,
    on: str,
    period: tuple[str, str] | None,
    horizon_days: int,
    only: list[str],
    checked: bool,
    threads: int,
) -> Columns: ...
def columns(ask: str) -> Columns: ...
