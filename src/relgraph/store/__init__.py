"""Keep quads and answer SPARQL: one Protocol, one backend a scheme.

Terms are pyoxigraph's: NamedNode, Literal, Triple, Quad.
"""

import importlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol, cast

import pyoxigraph as ox

from relgraph.errors import UsageError
from relgraph.store.result import Answer, Result, Solutions, Term, Triples

__all__ = [
    "SCHEMES",
    "Answer",
    "GraphName",
    "Result",
    "Solutions",
    "Stats",
    "Store",
    "Term",
    "Triples",
    "open_store",
]

# Each module has an `open_at(location, *, create, read_only)`; imported when used.
SCHEMES = {
    "": "relgraph.store.oxigraph",
    "memory": "relgraph.store.oxigraph",
}

GraphName = ox.NamedNode | ox.DefaultGraph

_SCHEME = re.compile(r"(memory(?=:$)|[a-z][a-z0-9+.-]+(?=://))")  # "memory:", "https://e.org/"


@dataclass(frozen=True, slots=True)
class Stats:
    """How much a store holds."""

    quads: int
    graphs: int


class Store(Protocol):
    """A place that keeps quads.

    ``location`` is what opened it: a directory, ``memory:`` or a URL. ``base`` is the IRI under
    which it mints, kept in the store itself. ``spool`` is a file for what whoever writes has ready
    and not yet written, None where nothing outlasts the run.
    """

    location: str
    base: str
    spool: Path | None

    def query(self, sparql: str, *, timeout: float | None = None) -> Result:
        """Answer *sparql*, stopped after *timeout* seconds (None: never).

        Raises:
            QueryError: where it does not parse, or would fetch from elsewhere.
            QueryTimeoutError: where the time ran out.
        """

    def match(
        self,
        subject: ox.NamedNode | None = None,
        predicate: ox.NamedNode | None = None,
        object: Term | None = None,  # noqa: A002 - the field's word
        graph: GraphName | None = None,
    ) -> Iterator[ox.Quad]:
        """Yield the quads that fit; None fits all."""

    def replace(self, graphs: Mapping[GraphName, Iterable[ox.Quad]]) -> bool:
        """Make each graph hold exactly the quads given for it: all of it or, on an error, nothing.

        The only write there is. Returns whether anything changed.
        """

    def export(self, out: BinaryIO, *, syntax: str) -> None:
        """Write every quad, sorted, as one of ``rdf.SYNTAXES``."""

    def stats(self) -> Stats:
        """Count what the store holds."""

    def close(self) -> None:
        """Give the store back; the next writer may come."""


def open_store(location: str, *, create: bool = False, read_only: bool = False) -> Store:
    """Open the store at *location*: a directory, or ``memory:``.

    Raises:
        StoreError: where there is none and *create* is false, or it is locked, damaged or foreign.
    """
    match = _SCHEME.match(location)
    scheme = match[1] if match else ""
    if scheme not in SCHEMES:
        raise UsageError(
            f"no store speaks {scheme}:", where=location, hint="name a directory, or memory:"
        )
    backend = importlib.import_module(SCHEMES[scheme])
    return cast("Store", backend.open_at(location, create=create, read_only=read_only))
