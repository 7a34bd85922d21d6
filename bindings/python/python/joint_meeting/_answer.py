"""JSON text of the core as Python values."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import json
    from typing import Any

_decoder: json.JSONDecoder | None = None


def loads(text: str) -> Any:
    """What it says. Python's reader is imported when it is wanted: so the package is there sooner."""
    global _decoder
    if _decoder is None:
        from json import JSONDecoder

        _decoder = JSONDecoder()
    return _decoder.raw_decode(text)[0]
