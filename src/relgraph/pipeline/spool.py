"""Keep what was read of articles until it is in the store, so that no run reads it twice.

A run stores many articles at once. What it has read of them by then stands in a file beside the
store, an article a line, and is there for the next run should this one be killed.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from functools import cache
from io import SEEK_END, BytesIO
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox

import relgraph
from relgraph import iri, rdf, resources
from relgraph.errors import InputError
from relgraph.model import Article, Extraction
from relgraph.store import Store, directory

# Beside the article and the extractor's name these decide what is read: an edit of theirs, and
# what was read before it is read anew.
_CODE = "**/*.py"
_TABLES = ("ontology.ttl", "gazetteer/*")

Kept = tuple[list[ox.Quad], Extraction]


class Spool:
    """The file beside *store*, as far as *extractor* would read the same; to be closed.

    Only one run can have a store open to write, so only one has its spool. What is not whole in
    it, as at its end when a run was killed, counts as not there.
    """

    def __init__(self, store: Store, extractor: str) -> None:
        self._location, self._path = store.location, store.spool
        self._mark = iri.digest(extractor, store.base, _fingerprint())
        self._file: BinaryIO | None = None
        self._lines: dict[str, tuple[int, int]] = {}
        # What this run writes stands behind what it found.
        self._found = 0
        if self._path is not None:
            with directory.failures(self._location):
                self._file = self._path.open("a+b")
                self._lines = dict(_places(self._file))
                self._found = self._file.seek(0, SEEK_END)

    def find(self, article: Article) -> Kept | None:
        """Return the graph of *article* and what it says, None where it is still to be read."""
        place = self._lines.get(self._key(article))
        if place is None or self._file is None:
            return None
        begin, length = place
        with directory.failures(self._location):
            self._file.seek(begin)
            return _kept(self._file.read(length))

    def keep(self, article: Article, quads: Iterable[ox.Quad]) -> None:
        """Write down the graph of *article*, unless it is what was found here."""
        key = self._key(article)
        if self._file is None or self._lines.pop(key, None) is not None:
            return
        written = BytesIO()
        ox.serialize(quads, written, format=ox.RdfFormat.N_QUADS)
        line = f"{key} {json.dumps(written.getvalue().decode(), ensure_ascii=False)}\n"
        with directory.failures(self._location):
            self._file.write(line.encode())
            self._file.flush()

    def settle(self) -> None:
        """Drop what was kept, now that it is stored, but for what may yet be found."""
        if not self._lines:
            self.clear()
        elif self._file is not None:
            with directory.failures(self._location):
                self._file.truncate(self._found)

    def clear(self) -> None:
        """Empty the file."""
        self._lines = {}
        if self._file is not None:
            with directory.failures(self._location):
                self._file.truncate(0)

    def close(self) -> None:
        """Leave what is in it to the next run."""
        if self._file is None or self._path is None:
            return
        with directory.failures(self._location):
            self._file.close()
            if not self._path.stat().st_size:
                self._path.unlink()

    def _key(self, article: Article) -> str:
        return iri.digest(self._mark, *astuple(article))


def forget(store: Store) -> None:
    """Delete what runs that were stopped have left beside *store*."""
    if store.spool is not None:
        with directory.failures(store.location):
            store.spool.unlink(missing_ok=True)


def _places(file: BinaryIO) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield for each line that is whole its key, where it begins and how long it is."""
    file.seek(0)
    begin, line = 0, b"\n"
    for line in file:
        key, _, _ = line.partition(b" ")
        if line.endswith(b'"\n') and key.isalnum():
            yield key.decode("ascii", "replace"), (begin, len(line))
        begin += len(line)
    if not line.endswith(b"\n"):
        # What was cut off must not swallow the line that comes next.
        file.write(b"\n")


def _kept(line: bytes) -> Kept | None:
    _, _, written = line.partition(b" ")
    try:
        quads = list(ox.parse(json.loads(written), format=ox.RdfFormat.N_QUADS))
    except (ValueError, SyntaxError):
        return None
    try:
        _, extraction = rdf.read_article(quads)
    except InputError:
        return None
    return quads, extraction


@cache
def _fingerprint() -> str:
    """Hash our code, and the tables that it reads."""
    digest = hashlib.sha256()
    graph = resources.folder("graph")
    files = [*Path(relgraph.__file__).parent.glob(_CODE)]
    files += [path for pattern in _TABLES for path in graph.glob(pattern)]
    for path in sorted(files):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
