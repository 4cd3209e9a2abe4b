"""The directory that a store is kept in.

    DIR/relgraph-store    what it is, and which version of this layout
    DIR/quads/            Oxigraph's own files; one writer at a time
    DIR/snapshots/        what readers read, while they do
    DIR/spool             what an ingest has read and not yet stored; see ``pipeline/spool.py``

Nothing in a directory that cannot be opened is changed or deleted.
"""

import errno
import os
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pyoxigraph as ox

from relgraph.errors import StoreError

FORMAT_VERSION = 1
MARKER = "relgraph-store"
# Readers that were killed leave their snapshots behind; none lives as long as this.
STALE_AFTER = 3600.0
ATTEMPTS = 20
_NO_LINKS = (errno.EPERM, errno.EACCES, errno.EXDEV, errno.ENOTSUP, errno.EMLINK)
# The engine's diary and its lock.
_NOT_COPIED = ("LOG", "LOCK")

_MARKER_TEXT = "A relgraph store, format {}. See `relgraph status`.\n"
_MARKER = re.compile(r"A relgraph store, format (\d{1,9})\.")

# What the engine raises on a file that is not as it should be.
FAILURES = (OSError, RuntimeError)

_NEW_COPY = "restore it from a copy, or ingest the articles into a new directory"
# The first words found in the engine's message decide.
_PROBLEMS = (
    (("No space left", "File too large", "Disk quota"), "no room left on the disk", "free some"),
    (("Permission denied", "Read-only file", "not permitted"), "no permission", "ask its owner"),
    (
        ("/LOCK", "lock file", "lock hold"),
        "another process is writing to the store",
        "wait for it to end",
    ),
    (("Too many open files",), "too many open files", "raise the limit with `ulimit -n`"),
    (("Corruption", "No such file", "checksum"), "the store is damaged", _NEW_COPY),
)


def examine(directory: Path, *, create: bool) -> bool:
    """Tell whether *directory* holds a store; False means that one may be made there.

    Raises:
        StoreError: where it holds something else, or nothing and *create* is false.
    """
    with failures(directory):
        if directory.exists() and not directory.is_dir():
            raise StoreError(
                "is a file, not the directory of a store",
                where=str(directory),
                hint="name a directory with --store",
            )
        marker = directory / MARKER
        if marker.is_file():
            _check_version(marker)
            return True
        is_empty = not directory.exists() or not any(directory.iterdir())
    if not is_empty:
        raise StoreError(
            "holds no relgraph store but other files",
            where=str(directory),
            hint="name a new or an empty directory",
        )
    if not create:
        raise StoreError(
            "there is no store here",
            where=str(directory),
            hint="make one with `relgraph ingest`, or name another with --store",
        )
    return False


def make(directory: Path) -> None:
    """Mark *directory* as that of a store; the first writer fills it."""
    with failures(directory):
        try:
            directory.mkdir(parents=True, exist_ok=True)
        except (FileNotFoundError, NotADirectoryError) as error:  # within /proc, or within a file
            raise StoreError(
                "cannot be made here", where=str(directory), hint="name a directory elsewhere"
            ) from error
        # Written under another name, so that no half of it is ever read.
        draft = directory / f"{MARKER}.new"
        draft.write_text(_MARKER_TEXT.format(FORMAT_VERSION), encoding="utf-8")
        draft.replace(directory / MARKER)


def quads(directory: Path) -> Path:
    """Return where the engine keeps its files."""
    return directory / "quads"


def spool(directory: Path) -> Path:
    """Return where the one who writes keeps what is not yet in the store."""
    return directory / "spool"


def is_unfinished(directory: Path) -> bool:
    """Tell whether whoever made the store stopped before its first quad."""
    with failures(directory):
        files = quads(directory)
        return not files.exists() or not any(files.iterdir())


def snapshot(directory: Path, engine: ox.Store) -> Path:
    """Copy what *engine* holds, in no time where the disk has hard links; return where."""
    with _room(directory) as room:
        engine.backup(room / "quads")
        return room / "quads"


def copy_of_live(directory: Path) -> Path:
    """Copy the engine's files, which a writer may be writing to meanwhile; return where.

    The engine's own copy of a store that it opens for reading lacks what was written last.
    """
    try:
        with _room(directory) as room:
            return _copy_whole(directory, room / "quads")
    except OSError:  # no room left there: perhaps elsewhere
        with _room(None) as room:
            return _copy_whole(directory, room / "quads")


@contextmanager
def _room(directory: Path | None) -> Iterator[Path]:
    """Make a folder for a copy, and delete it again if the copying fails."""
    folder = directory and directory / "snapshots"
    if folder:
        # Somebody else's store, or a disk that is read only, has no room for it.
        with suppress(OSError):
            folder.mkdir(exist_ok=True)
    try:
        room = Path(tempfile.mkdtemp(prefix="relgraph-", dir=folder))
    except OSError:
        room = Path(tempfile.mkdtemp(prefix="relgraph-"))
    try:
        yield room
    except BaseException:
        shutil.rmtree(room, ignore_errors=True)
        raise


def _copy_whole(directory: Path, copy: Path) -> Path:
    source = quads(directory)
    for _ in range(ATTEMPTS):
        # A writer may tidy a file away before we come to it.
        with suppress(FileNotFoundError):
            before = _state(source)
            _copy(source, copy)
            # The files belong together if none came, went or was added to, the log of new
            # quads aside: the engine reads that as far as it is whole.
            if _state(source) == before:
                return copy
        shutil.rmtree(copy, ignore_errors=True)
    raise StoreError(
        "is being written to without pause", where=str(directory), hint="try again in a moment"
    )


def _state(files: Path) -> set[tuple[str, int]]:
    return {
        (path.name, 0 if path.suffix == ".log" else path.stat().st_size)
        for path in files.iterdir()
        if not path.name.startswith(_NOT_COPIED)
    }


def _copy(source: Path, copy: Path) -> None:
    copy.mkdir()
    for path in source.iterdir():
        if path.name.startswith(_NOT_COPIED):
            continue
        try:
            # Only these never change once written.
            link = os.link if path.suffix == ".sst" else shutil.copyfile
            link(path, copy / path.name)
        except OSError as error:  # a disk without hard links, another disk, somebody else's file
            if error.errno not in _NO_LINKS:
                raise
            shutil.copyfile(path, copy / path.name)


def tidy(directory: Path) -> None:
    """Delete the snapshots of readers that were killed."""
    for copy in directory.glob("snapshots/*/quads"):
        with suppress(*FAILURES):
            if time.time() - copy.stat().st_mtime > STALE_AFTER:
                ox.Store(copy)  # raises where somebody still reads it
                shutil.rmtree(copy.parent)


@contextmanager
def failures(location: Path | str) -> Iterator[None]:
    """Turn what the engine and the file system raise into a ``StoreError``."""
    try:
        yield
    except FAILURES as error:
        raise problem(error, location) from error


def problem(error: BaseException, location: Path | str) -> StoreError:
    """Say in words what *error* means for the store at *location*."""
    message = str(error)
    for signs, what, hint in _PROBLEMS:
        if any(sign in message for sign in signs):
            return StoreError(what, where=str(location), hint=hint)
    return StoreError(f"cannot be used: {message[:200]}", where=str(location))


def damaged(location: Path | str, what: str) -> StoreError:
    """Say that the store opens, and *what* is not as it should be."""
    return StoreError(f"the store is damaged: {what}", where=str(location), hint=_NEW_COPY)


def _check_version(marker: Path) -> None:
    text = marker.read_bytes()[:200].decode("utf-8", "replace")
    match = _MARKER.match(text)
    if match is None:
        raise damaged(marker.parent, f"its file {MARKER} is unreadable")
    check_version(int(match[1]), marker.parent)


def check_version(version: int, location: Path | str) -> None:
    """Pass the one format that this release reads.

    Raises:
        StoreError: where *version* is another.
    """
    if version == FORMAT_VERSION:
        return
    age, hint = (
        ("a newer", "update relgraph")
        if version > FORMAT_VERSION
        else ("an older", "ingest the articles into a new directory")
    )
    raise StoreError(
        f"was made by {age} relgraph: format {version}, not {FORMAT_VERSION}",
        where=str(location),
        hint=hint,
    )
