"""Check quads against ``graph/shapes.ttl``."""

from collections.abc import Iterable, Iterator
from functools import cache

import pyoxigraph as ox
import pyshacl
import rdflib
from rdflib.namespace import SH

from relgraph import resources
from relgraph.pipeline.findings import Finding
from relgraph.pipeline.handover import rdflib_triple
from relgraph.rdf.vocabulary import short

_LONGEST_VALUE = 60


def check_shapes(quads: Iterable[ox.Quad], *, hint: str) -> Iterator[Finding]:
    """Yield a finding, with *hint*, for each way in which *quads* break a shape, in order."""
    graph = rdflib.Graph()
    for triple in _ontology():
        graph.add(triple)
    for quad in quads:
        # rdflib knows no triples about triples; nor does relgraph write any.
        if not isinstance(quad.object, ox.Triple):
            graph.add(rdflib_triple(quad.triple))
    conforms, report, _ = pyshacl.validate(graph, shacl_graph=_shapes(), inplace=True)
    if not conforms and isinstance(report, rdflib.Graph):
        found = {_finding(report, result, hint) for result in report.objects(None, SH.result)}
        yield from sorted(found, key=str)


def _finding(report: rdflib.Graph, result: rdflib.term.Node, hint: str) -> Finding:
    focus, path, value, message = (
        report.value(result, name)
        for name in (SH.focusNode, SH.resultPath, SH.value, SH.resultMessage)
    )
    what = str(message)
    if isinstance(path, rdflib.URIRef):
        what += f" ({_short(path)}"
        what += f" is {_short(value)[:_LONGEST_VALUE]})" if value is not None else ")"
    return Finding(what, str(focus), hint)


def _short(term: rdflib.term.Node) -> str:
    """Write an IRI with its prefix where it has one."""
    return short(str(term)) if isinstance(term, rdflib.URIRef) else str(term)


@cache
def _shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(resources.folder("graph") / "shapes.ttl", format="turtle")


@cache
def _ontology() -> tuple[tuple[rdflib.term.Node, rdflib.term.Node, rdflib.term.Node], ...]:
    path = resources.folder("graph") / "ontology.ttl"
    return tuple(rdflib.Graph().parse(path, format="turtle"))
