"""Write a file whole, or not at all."""

import io
import os
import secrets
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from relgraph.errors import InputError
from relgraph.export.format import Format
from relgraph.store import Store
from relgraph.view import GraphView

STDOUT = "-"

Writer = Callable[[BinaryIO], None]


def write_file(format: Format, source: GraphView | Store, path: str | Path) -> Path:  # noqa: A002
    """Write *source* to *path* as *format*; ``-`` is stdout.

    The file appears once it is whole. Until then it has another name in the same folder, and
    what *path* held before stays.

    Raises:
        UsageError: where the format takes a store and got a view, or the other way round.
        InputError: where the file cannot be written; then nothing is left of it.
    """
    return deliver(_writer(format, source), path)


def deliver(write: Writer, path: str | Path) -> Path:
    """Let *write* fill the file at *path*, as ``write_file`` does.

    Raises:
        InputError: where the file cannot be written; then nothing is left of it.
    """
    try:
        _deliver(write, path)
    except BrokenPipeError:
        raise  # The reader of the pipe has had enough, which is no fault of the file.
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise InputError(f"cannot write: {why}", where=str(path), hint=_hint(path)) from error
    return Path(path)


def _writer(format: Format, source: GraphView | Store) -> Writer:  # noqa: A002
    if not isinstance(source, GraphView):
        dump = format.store_writer()
        return lambda out: dump(source, out)
    write = format.view_writer()
    return lambda out: _write_text(write, source, out)


def _write_text(
    write: Callable[[GraphView, io.TextIOWrapper], None], view: GraphView, out: BinaryIO
) -> None:
    # A lone surrogate has no UTF-8; one in a label must not cost the file.
    text = io.TextIOWrapper(out, encoding="utf-8", errors="replace", newline="")
    try:
        write(view, text)
    finally:
        text.detach()  # else it would close what it was only lent


def _deliver(write: Writer, path: str | Path) -> None:
    if str(path) == STDOUT:
        write(sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        # A pipe or a device is written through: a rename would take its place.
        with target.open("wb") as out:
            write(out)
        return
    draft = target.with_name(f".{secrets.token_hex(8)}.tmp")
    try:
        _write_through(write, draft)
        if target.exists():
            shutil.copymode(target, draft)
        draft.replace(target)
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()


def _write_through(write: Writer, draft: Path) -> None:
    with draft.open("xb") as out:
        write(out)
        out.flush()
        # A full disk may say so only now, and a rename must not come before the bytes.
        os.fsync(out.fileno())


def _hint(path: str | Path) -> str:
    folder = Path(path).parent
    if str(path) != STDOUT and not folder.is_dir():
        return f"make the folder {folder} first"
    return "nothing was written"
