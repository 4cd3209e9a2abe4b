"""Open what a user names: files, folders, standard input."""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

from relgraph.articles.cleaning import one_line
from relgraph.articles.encoding import SNIFFED
from relgraph.errors import ArticleError

STDIN = "-"
# The largest file that is read as a whole. JSON lines are read one by one, without a limit.
LARGEST_FILE = 64_000_000
# What each suffix is read as; a file of any other, when named, is judged by its beginning.
KINDS = {
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".json": "json",
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
}
READABLE = ".jsonl, .json, .txt, .md or .html"

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Input:
    """One stream of bytes; ``where`` names it in errors, ``kind`` is empty if not told."""

    where: str
    stream: AbstractContextManager[BufferedReader]
    kind: str = ""


def inputs(source: str | Path | BinaryIO) -> Iterator[Input | ArticleError]:
    """Open *source*: a stream, ``-`` for standard input, a file, or all articles of a folder."""
    if not isinstance(source, str | Path):
        name = getattr(source, "name", "")
        where = one_line(name) if isinstance(name, str) else ""
        yield Input(where or "input", _peekable(source))
    elif str(source) == STDIN:
        yield Input("stdin", _peekable(sys.stdin.buffer))
    elif is_folder(path := Path(source)):
        yield from _folder(path)
    else:
        yield _file(path)


def is_folder(path: Path) -> bool:
    """Tell whether *path* is a folder; a name that no file system takes is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def peek(stream: BufferedReader, *, where: str) -> bytes:
    """Look at the beginning of *stream* without taking it.

    Raises:
        ArticleError: where it cannot be read.
    """
    try:
        return stream.peek(SNIFFED)
    except OSError as error:
        raise unreadable(error, where=where) from error


def read_all(stream: BinaryIO, *, where: str) -> bytes:
    """Read the rest of *stream*.

    Raises:
        ArticleError: where it cannot be read, or is over the limit.
    """
    try:
        content = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise unreadable(error, where=where) from error
    if len(content) > LARGEST_FILE:
        raise ArticleError(
            f"over the limit of {LARGEST_FILE:,} bytes",
            where=where,
            hint="give many articles as JSON lines, which have no limit",
        )
    return content


def read_part(stream: BinaryIO, limit: int, *, where: str) -> bytes:
    """Read to the end of the line, or one byte past *limit* if that comes first.

    Raises:
        ArticleError: where it cannot be read.
    """
    try:
        return stream.readline(limit + 1)
    except OSError as error:
        raise unreadable(error, where=where) from error


def unreadable(error: Exception, *, where: str) -> ArticleError:
    """Say in words why something could not be opened or read."""
    if isinstance(error, FileNotFoundError):
        return ArticleError("no such file or folder", where=where, hint="check the name")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    hint = "check that you may read it"
    return ArticleError(f"cannot be read: {reason.lower()}", where=where, hint=hint)


def buffered(content: bytes) -> BufferedReader:
    """Return *content* as a stream that can be looked into."""
    return BufferedReader(cast("RawIOBase", BytesIO(content)))


@contextmanager
def _peekable(stream: BinaryIO) -> Iterator[BufferedReader]:
    """Lend *stream* with a buffer that can be looked into; the stream stays the caller's."""
    if isinstance(stream, BufferedReader):
        yield stream
        return
    # All that it needs of the stream is readinto.
    reader: BufferedReader = BufferedReader(cast("RawIOBase", stream))
    try:
        yield reader
    finally:
        # A reader that is thrown away closes what is below it.
        reader.detach()


def _file(path: Path) -> Input | ArticleError:
    where = one_line(str(path))
    try:
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        return unreadable(error, where=where)
    return Input(where, stream, KINDS.get(path.suffix.lower(), ""))


def _folder(folder: Path) -> Iterator[Input | ArticleError]:
    where = one_line(str(folder))
    problems: list[OSError] = []
    found: list[Path] = []
    others = 0
    for base, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        shown = [Path(base, name) for name in names if not name.startswith(".")]
        found += [path for path in shown if path.suffix.lower() in KINDS]
        others += sum(path.suffix.lower() not in KINDS for path in shown)
    if others:
        log.warning("%s: %d files are no %s; left out", where, others, READABLE)
    yield from (unreadable(one, where=one_line(str(one.filename))) for one in problems)
    if not found and not problems:
        hint = f"it should hold {READABLE} files"
        yield ArticleError("no articles in this folder", where=where, hint=hint)
    yield from map(_file, sorted(found))
