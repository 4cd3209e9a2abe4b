"""Hand quads over to rdflib, for those who work with it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pyoxigraph as ox

from relgraph.errors import UsageError
from relgraph.rdf.vocabulary import term

if TYPE_CHECKING:
    import rdflib
    from rdflib.term import Node

    from relgraph.store import Term

_STRING = term("xsd:string")


def rdflib_graph(triples: Iterable[ox.Triple]) -> rdflib.Graph:
    """Return an rdflib graph of *triples*."""
    import rdflib  # noqa: PLC0415 - rdflib is slow to import

    graph = rdflib.Graph()
    for triple in triples:
        graph.add(rdflib_triple(triple))
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
        graph.add(rdflib_triple(quad.triple))
    return dataset


def rdflib_triple(triple: ox.Triple) -> tuple[Node, Node, Node]:
    """Return *triple* as rdflib has it.

    Raises:
        UsageError: where it speaks of another triple.
    """
    return _node(triple.subject), _node(triple.predicate), _node(triple.object)


def _node(value: Term) -> Node:
    from rdflib import BNode, Literal, URIRef  # noqa: PLC0415

    match value:
        case ox.NamedNode():
            return URIRef(value.value)
        case ox.BlankNode():
            return BNode(value.value)
        case ox.Literal() if value.language:
            return Literal(value.value, lang=value.language)
        case ox.Literal() if value.datatype == _STRING:
            return Literal(value.value)
        case ox.Literal():
            return Literal(value.value, datatype=URIRef(value.datatype.value))
        case _:
            raise UsageError("rdflib has no triple terms", hint="ask the store itself: graph.store")
