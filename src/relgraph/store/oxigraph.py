"""A store in a directory of its own, kept by an embedded Oxigraph."""

import shutil
import subprocess
import tempfile
import time
import weakref
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, TypeVar

import pyoxigraph as ox

from relgraph import iri
from relgraph.errors import QueryTimeoutError, StoreError, UsageError
from relgraph.rdf import vocabulary as rg
from relgraph.rdf.syntax import SYNTAXES
from relgraph.store import GraphName, Stats, directory, guard, mistakes, timed
from relgraph.store.difference import Difference, difference, update
from relgraph.store.lexer import Kind, code
from relgraph.store.result import Answer, Result, Solutions, Term, Triples
from relgraph.store.stream import Stream

T = TypeVar("T")

TEMPORARY = "memory:"
# From so many new quads on, loading in bulk is worth the files that each load makes: half the CPU
# time at 25,000, and a sixth of the space before the engine tidies up.
BULK = 10_000


def open_at(location: str, *, create: bool, read_only: bool) -> "OxigraphStore":
    """Open the store in the directory *location*, or a passing one at ``memory:``.

    Readers read what was there when they came, and need not wait for a writer.
    """
    if location == TEMPORARY:
        folder = Path(tempfile.mkdtemp(prefix="relgraph-"))
        directory.make(folder)
        return _writer(folder, location, on_close=lambda: _delete(folder))
    folder = Path(location)
    if not directory.examine(folder, create=create):
        directory.make(folder)
    if directory.is_unfinished(folder):
        if not create:
            raise StoreError(
                "the store was never finished", where=location, hint="run `relgraph ingest` again"
            )
        _writer(folder, location).close()
    return _reader(folder, location) if read_only else _writer(folder, location)


def _writer(
    folder: Path, location: str, *, on_close: Callable[[], None] | None = None
) -> "OxigraphStore":
    files = directory.quads(folder)
    if directory.is_unfinished(folder):
        base = iri.DEFAULT_BASE
        with directory.failures(location):
            engine = ox.Store(files)
            engine.extend(_about(base))
            engine.flush()
    else:
        # Opened to write, even a damaged store is written to; so it is looked at first.
        with directory.failures(location):
            base = _base(ox.Store.read_only(str(files)), location)
            engine = ox.Store(files)
        directory.tidy(folder)
    return OxigraphStore(engine, location=location, base=base, folder=folder, on_close=on_close)


def _reader(folder: Path, location: str) -> "OxigraphStore":
    with directory.failures(location):
        copy = directory.copy_of_live(folder)
    try:
        engine, base = _opened_copy(copy, location)
    except StoreError:
        _delete(copy.parent)
        raise
    return OxigraphStore(
        engine,
        location=location,
        base=base,
        folder=folder,
        on_close=lambda: _delete(copy.parent),
        is_read_only=True,
    )


def _opened_copy(copy: Path, location: str) -> tuple[ox.Store, str]:
    with directory.failures(location):
        base = _base(ox.Store.read_only(str(copy)), location)
        # Not read-only, so that it is locked, by which `tidy` knows that it is in use.
        return ox.Store(copy), base


def _about(base: str) -> list[ox.Quad]:
    here = ox.NamedNode(iri.graph(base, "store"))
    version = ox.Literal(directory.FORMAT_VERSION)
    return [
        ox.Quad(here, rg.FORMAT_VERSION, version, here),
        ox.Quad(here, rg.BASE, ox.Literal(base), here),
    ]


def _base(engine: ox.Store, location: str) -> str:
    """Return the base IRI that a store names, once its format is known to be ours."""
    for quad in engine.quads_for_pattern(None, rg.BASE, None, None):
        base = quad.object.value if isinstance(quad.object, ox.Literal) else ""
        here = ox.NamedNode(iri.graph(base, "store"))
        if quad.subject == quad.graph_name == here:
            directory.check_version(_version(engine, here), location)
            return base
    raise directory.damaged(location, "it does not say what its base IRI is")


def _version(engine: ox.Store, here: ox.NamedNode) -> int:
    versions = [
        quad.object for quad in engine.quads_for_pattern(here, rg.FORMAT_VERSION, None, here)
    ]
    digits = [version.value for version in versions if isinstance(version, ox.Literal)]
    return int(digits[0]) if digits and digits[0].isdecimal() else 0


def _delete(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)


class OxigraphStore:
    """See ``Store``; made by ``open_directory`` and ``open_temporary``."""

    def __init__(
        self,
        engine: ox.Store,
        *,
        location: str,
        base: str,
        folder: Path,
        on_close: Callable[[], None] | None = None,
        is_read_only: bool = False,
    ) -> None:
        self.location, self.base = location, base
        self.spool = None if location == TEMPORARY or is_read_only else directory.spool(folder)
        self._engine: ox.Store | None = engine
        self._folder, self._is_read_only = folder, is_read_only
        # What is being read would keep the engine, and so the lock, past `close`.
        self._streams: weakref.WeakSet[Stream[Any]] = weakref.WeakSet()
        # Also when it is never closed, but forgotten or cut off by the end of the program.
        self._finish = weakref.finalize(self, on_close or _nothing)

    def query(self, sparql: str, *, timeout: float | None = None) -> Result:
        """Answer *sparql*, in a process that is killed after *timeout* seconds if one is given.

        ``math.inf`` is no limit; the process can still be interrupted, which the engine in
        this process cannot.
        """
        guard.check(sparql)
        try:
            result = self._ask(sparql) if timeout is None else self._ask_timed(sparql, timeout)
        except SyntaxError as error:
            raise mistakes.explain(sparql, error, prefixes=rg.PREFIXES) from error
        return _in_written_order(sparql, result) if isinstance(result, Solutions) else result

    def match(
        self,
        subject: ox.NamedNode | None = None,
        predicate: ox.NamedNode | None = None,
        object: Term | None = None,  # noqa: A002 - the field's word
        graph: GraphName | None = None,
    ) -> Iterator[ox.Quad]:
        """Yield the quads that fit; None fits all."""
        with directory.failures(self.location):
            found = self._open.quads_for_pattern(subject, predicate, object, graph)
        return self._stream(found)

    def replace(self, graphs: Mapping[GraphName, Iterable[ox.Quad]]) -> bool:
        """Make each graph hold exactly the quads given for it, all in one step."""
        if self._is_read_only:
            raise StoreError("the store is open for reading only", where=self.location)
        changes = [
            change
            for graph, wanted in graphs.items()
            if (change := difference(graph, self.match(graph=graph), wanted))
        ]
        if changes:
            with directory.failures(self.location):
                self._apply(changes)
        return bool(changes)

    def export(self, out: BinaryIO, *, syntax: str) -> None:
        """Write every quad, graph by graph, sorted, in one of ``rdf.SYNTAXES``.

        A syntax that cannot say which graph a triple is in gets the default graph alone.
        """
        if syntax not in SYNTAXES:
            raise UsageError(f"no syntax {syntax}", hint=f"known: {', '.join(SYNTAXES)}")
        chosen = SYNTAXES[syntax]
        quads = self._sorted() if chosen.has_graphs else self._sorted_of(ox.DefaultGraph())
        items = quads if chosen.has_graphs else (quad.triple for quad in quads)
        ox.serialize(items, out, format=chosen.format, prefixes=rg.PREFIXES)

    def stats(self) -> Stats:
        """Count what the store holds; the engine counts quads one by one, 6 million a second."""
        with directory.failures(self.location):
            return Stats(len(self._open), sum(1 for _ in self._open.named_graphs()))

    def close(self) -> None:
        """Give the directory back, whoever is still reading."""
        for stream in list(self._streams):
            stream.close()
        engine, self._engine = self._engine, None
        if engine is not None and not self._is_read_only:
            # What is written is in the engine's log already; readers open faster without one.
            with suppress(*directory.FAILURES):
                engine.flush()
        del engine
        self._finish()

    def _apply(self, changes: list[Difference]) -> None:
        # Each way is atomic. An update alone can take out as well, and is the slowest.
        added = [quad for change in changes for quad in change.added]
        if any(change.removed for change in changes):
            self._open.update(update(changes))
        elif len(added) < BULK:
            self._open.extend(added)
        else:
            self._open.bulk_extend(added)

    @property
    def _open(self) -> ox.Store:
        if self._engine is None:
            raise StoreError("the store is closed", where=self.location, hint="open it again")
        return self._engine

    def _ask(self, sparql: str) -> Result:
        with directory.failures(self.location):
            result = self._open.query(sparql, prefixes=rg.PREFIXES)
        if isinstance(result, ox.QueryBoolean):
            return Answer(bool(result))
        if isinstance(result, ox.QuerySolutions):
            names = tuple(variable.value for variable in result.variables)
            return Solutions(names, self._stream(tuple(row) for row in result))
        return Triples(self._stream(result))

    def _ask_timed(self, sparql: str, timeout: float) -> Result:
        deadline = time.monotonic() + timeout
        with directory.failures(self.location):
            copy = directory.snapshot(self._folder, self._open)
        try:
            result = timed.ask(copy, sparql, deadline=deadline, prefixes=rg.PREFIXES)
        except subprocess.TimeoutExpired as error:
            raise QueryTimeoutError(
                f"the query took longer than {timeout:g} s and was stopped",
                hint="narrow it, or give it more time",
            ) from error
        finally:
            _delete(copy.parent)
        match result:
            case Solutions(variables, rows):
                return Solutions(variables, self._stream(rows))
            case Triples(triples):
                return Triples(self._stream(triples))
            case _:
                return result

    def _stream(self, items: Iterable[T]) -> Iterator[T]:
        stream = Stream(iter(items), self.location)
        self._streams.add(stream)
        return stream

    def _sorted(self) -> Iterator[ox.Quad]:
        yield from self._sorted_of(ox.DefaultGraph())
        with directory.failures(self.location):
            graphs = set(self._open.named_graphs())
        for graph in sorted(graphs, key=str):
            if isinstance(graph, ox.NamedNode):
                yield from self._sorted_of(graph)

    def _sorted_of(self, graph: GraphName) -> list[ox.Quad]:
        return sorted(self.match(graph=graph), key=str)


def _in_written_order(sparql: str, result: Solutions) -> Solutions:
    """Put the columns of ``SELECT *`` in the order of the query; the engine's is the alphabet's."""
    tokens = code(sparql)
    select = next(place for place, token in enumerate(tokens) if token.text.upper() == "SELECT")
    after = [token.text.upper() for token in tokens[select + 1 : select + 3]]
    if "*" not in (after[0] if after[0] not in ("DISTINCT", "REDUCED") else after[-1]):
        return result
    written = dict.fromkeys(token.text[1:] for token in tokens if token.kind is Kind.VARIABLE)
    names = tuple(name for name in written if name in result.variables)
    places = [result.variables.index(name) for name in names]
    return Solutions(names, (tuple(row[place] for place in places) for row in result.rows))


def _nothing() -> None:
    """Leave the directory as it is."""
