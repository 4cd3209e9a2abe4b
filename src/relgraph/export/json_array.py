"""JSON arrays that are written as they come, an item a line."""

import json
from collections.abc import Iterable, Mapping
from typing import TextIO


def write_array(items: Iterable[Mapping[str, object]], out: TextIO) -> None:
    """Write *items* as one array."""
    separator = "["
    for item in items:
        out.write(f"{separator}\n{to_json(item)}")
        separator = ","
    out.write("]" if separator == "," else "[]")


def to_json(item: object) -> str:
    """Spell *item* on one line; what JSON has no word for is an error."""
    return json.dumps(item, ensure_ascii=False, allow_nan=False)
