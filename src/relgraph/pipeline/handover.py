"""Hand quads over to rdflib, for those who work with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox

from relgraph.errors import UsageError

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

    from relgraph.store import Term

XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


def rdflib_graph(triples: Iterable[ox.Triple]) -> rdflib.Graph:
    """Return an rdflib graph of *triples*."""
    import rdflib  # noqa: PLC0415 - rdflib is slow to import

    graph = rdflib.Graph()
    for triple in triples:
        graph.add(_triple(triple))
    return graph


def rdflib_dataset(quads: Iterable[ox.Quad]) -> rdflib.Dataset:
    """Return an rdflib dataset of *quads*."""
    import rdflib  # noqa: PLC0415

    dataset = rdflib.Dataset()
    # Graph by graph: rdflib's own reader of quads warns of what it will do otherwise one day.
    for quad in quads:
        graph: rdflib.Graph = dataset.default_graph
        if isinstance(quad.graph_name, ox.NamedNode):
            graph = dataset.graph(rdflib.URIRef(quad.graph_name.value))
        graph.add(_triple(quad.triple))
    return dataset


def _triple(triple: ox.Triple) -> tuple[Node, Node, Node]:
    return _node(triple.subject), _node(triple.predicate), _node(triple.object)


def _node(term: Term) -> Node:
    from rdflib import BNode, Literal, URIRef  # noqa: PLC0415

    match term:
        case ox.NamedNode():
            return URIRef(term.value)
        case ox.BlankNode():
            return BNode(term.value)
        case ox.Literal() if term.language:
            return Literal(term.value, lang=term.language)
        case ox.Literal() if term.datatype.value == XSD_STRING:
            return Literal(term.value)
        case ox.Literal():
            return Literal(term.value, datatype=URIRef(term.datatype.value))
        case _:
            raise UsageError("rdflib has no triple terms", hint="ask the store itself: graph.store")
