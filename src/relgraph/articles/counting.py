"""Count articles before they are read, to say how many are left."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from relgraph.articles.files import KINDS, STDIN, is_folder

_BLOCK = 1 << 20


def count(sources: Iterable[str]) -> int | None:
    """Return how many articles *sources* seem to hold, None where only reading them can tell.

    A file of JSON lines holds one a line, any other that is not JSON one.
    """
    total = 0
    for path in _files(sources):
        kind = KINDS.get(path.suffix.lower()) if path else None
        if path is None or kind in (None, "json") or _is_pipe(path):
            return None
        total += _lines(path) if kind == "lines" else 1
    return total


def _files(sources: Iterable[str]) -> Iterator[Path | None]:
    """Yield the files that will be read, None for a stream."""
    for source in sources:
        path = Path(source)
        if source == STDIN:
            yield None
        elif is_folder(path):
            yield from _in_folder(path)
        else:
            yield path


def _in_folder(folder: Path) -> Iterator[Path]:
    for base, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (Path(base, name) for name in names if not name.startswith("."))
        yield from (path for path in paths if path.suffix.lower() in KINDS)


def _is_pipe(path: Path) -> bool:
    """Tell whether *path* is a named pipe, of which nothing is left to read once it is counted."""
    try:
        return path.is_fifo()
    except (OSError, ValueError):
        return False


def _lines(path: Path) -> int:
    try:
        stream = path.open("rb")
    except (OSError, ValueError):
        return 0  # which whoever reads it will tell
    with stream:
        blocks = iter(lambda: stream.read(_BLOCK), b"")
        last, lines = b"\n", 0
        for block in blocks:
            lines += block.count(b"\n")
            last = block[-1:]
    return lines + (last != b"\n")
