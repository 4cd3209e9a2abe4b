"""Work out what turns the graphs of a store into the ones that are wanted."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pyoxigraph as ox

from relgraph.errors import StoreError
from relgraph.rdf import vocabulary as rg

_Graph = ox.NamedNode | ox.DefaultGraph

# Of the datatypes, only these are kept letter by letter; "0.50"^^xsd:decimal comes back as 0.5.
_KEPT = frozenset(map(rg.term, ("xsd:string", "rdf:langString")))


@dataclass(frozen=True, slots=True)
class Difference:
    """The quads to take out of one graph, and to put in; ``emptied`` is true if none is left."""

    graph: _Graph
    removed: frozenset[ox.Quad]
    added: frozenset[ox.Quad]
    emptied: bool

    def __bool__(self) -> bool:
        return bool(self.removed or self.added)


def difference(graph: _Graph, current: Iterable[ox.Quad], wanted: Iterable[ox.Quad]) -> Difference:
    """Compare what *graph* holds with what it should.

    Raises:
        StoreError: where a wanted quad has a blank node, or belongs to another graph.
    """
    there = frozenset(current)
    meant = frozenset(_checked(graph, wanted))
    lost = there - meant
    fresh = meant - there
    # A number spelled otherwise than the store spells it is in both.
    spelled = frozenset(_as_stored(fresh))
    return Difference(graph, lost - spelled, spelled - there, emptied=not meant)


def update(differences: Iterable[Difference]) -> str:
    """Write *differences* as one SPARQL update, which a store does wholly or not at all."""
    return ";\n".join(step for change in differences for step in _steps(change))


def _steps(change: Difference) -> Iterator[str]:
    if change.emptied and isinstance(change.graph, ox.NamedNode):
        # Without its quads a named graph would still be listed.
        yield f"DROP SILENT GRAPH {change.graph}"
        return
    if change.removed:
        yield f"DELETE DATA {{ {_block(change.graph, change.removed)} }}"
    if change.added:
        yield f"INSERT DATA {{ {_block(change.graph, change.added)} }}"


def _block(graph: _Graph, quads: Iterable[ox.Quad]) -> str:
    lines = "\n".join(f"{quad.triple} ." for quad in quads)
    return f"GRAPH {graph} {{\n{lines}\n}}" if isinstance(graph, ox.NamedNode) else lines


def _checked(graph: _Graph, quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    for quad in quads:
        if quad.graph_name != graph:
            raise StoreError(f"a quad of {quad.graph_name} is given for {graph}")
        if _has_blank(quad.triple):
            raise StoreError(
                f"a blank node in {quad.triple}"[:200], hint="give everything an IRI of its own"
            )
        yield quad


def _has_blank(triple: ox.Triple) -> bool:
    if isinstance(triple.object, ox.Triple):
        return _has_blank(triple.object)
    return isinstance(triple.subject, ox.BlankNode) or isinstance(triple.object, ox.BlankNode)


def _as_stored(quads: Iterable[ox.Quad]) -> Iterator[ox.Quad]:
    """Yield *quads* as a store spells them."""
    respelled = ox.Store()
    for quad in quads:
        if _is_kept(quad.object):
            yield quad
        else:
            respelled.add(quad)
    yield from respelled


def _is_kept(term: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple) -> bool:
    if isinstance(term, ox.Literal):
        return term.datatype in _KEPT
    return not isinstance(term, ox.Triple)
