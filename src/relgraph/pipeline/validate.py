"""Check a store against all that it promises."""

from collections.abc import Iterable, Iterator
from itertools import islice

import pyoxigraph as ox

from relgraph import iri
from relgraph.errors import InputError
from relgraph.model import Article, Extraction
from relgraph.pipeline.findings import INGEST, REBUILD, Finding
from relgraph.pipeline.grounding import check_grounding
from relgraph.rdf import article_quads, merged_quads, read_article
from relgraph.rdf import vocabulary as rg
from relgraph.rdf.article import sha256
from relgraph.resolve import resolve
from relgraph.store import GraphName, Store

# Articles are held against the shapes this many at a time: more at once save little.
BATCH = 50
# The store's own graphs.
OWN_GRAPHS = ("store", "identity")
REMOVE = "remove it; nothing of relgraph wrote it"

Reading = tuple[str, Article, Extraction]


def validate(store: Store) -> tuple[Finding, ...]:
    """Return all that is wrong with *store*, in order; nothing where it keeps its promises."""
    strays, graphs = _survey(store)
    found, readings = list(strays), list[Reading]()
    articles = iter(graphs)
    while batch := list(islice(articles, BATCH)):
        quads = {graph: list(store.match(graph=graph)) for graph in batch}
        for graph in batch:
            found.extend(_check_article(graph, quads[graph], store.base, readings))
        found.extend(_check_shapes((quad for graph in batch for quad in quads[graph]), hint=INGEST))
    merged = list(store.match(graph=ox.DefaultGraph()))
    found.extend(_check_shapes(merged, hint=REBUILD))
    if len(readings) == len(graphs):
        # What follows from an article that cannot be read, nobody can tell.
        found.extend(_check_merged(merged, readings, store.base))
    return tuple(dict.fromkeys(found))


def _survey(store: Store) -> tuple[list[Finding], list[ox.NamedNode]]:
    """Look at each quad by itself; return what stands where it must not, and articles' graphs."""
    found, graphs = dict[str, Finding](), set[ox.NamedNode]()
    own = {iri.graph(store.base, name) for name in OWN_GRAPHS}
    for quad in store.match():
        graph = quad.graph_name
        if isinstance(graph, ox.NamedNode) and graph.value.startswith(f"{store.base}article/"):
            graphs.add(graph)
        elif not isinstance(graph, ox.DefaultGraph) and graph.value not in own:
            finding = Finding("a graph that relgraph does not write", graph.value, REMOVE)
            found.setdefault(graph.value, finding)
        if isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode):
            found.setdefault(str(quad), Finding(f"a blank node in {quad}", _where(graph), REMOVE))
        elif not _is_at_home(quad, store.base):
            found.setdefault(str(quad), _stray(store, quad))
    return sorted(found.values(), key=str), sorted(graphs, key=str)


def _is_at_home(quad: ox.Quad, base: str) -> bool:
    """Tell whether the graph may speak of the subject; if all may, no triple is in two graphs."""
    subject = quad.subject.value if isinstance(quad.subject, ox.NamedNode) else ""
    if isinstance(quad.graph_name, ox.DefaultGraph):
        return not subject.startswith((f"{base}article/", f"{base}graph/"))
    graph = quad.graph_name.value
    if graph.startswith(f"{base}article/"):
        return subject == graph or subject.startswith(f"{graph}#")
    return not subject.startswith(f"{base}article/")


def _stray(store: Store, quad: ox.Quad) -> Finding:
    subject = quad.subject if isinstance(quad.subject, ox.NamedNode) else None
    homes = {one.graph_name for one in store.match(subject, quad.predicate, quad.object)}
    if len(homes) > 1:
        what = f"a triple that stands in {len(homes)} graphs: {quad.triple}"
    else:
        what = f"a triple about what belongs to another graph: {quad.triple}"
    return Finding(what, _where(quad.graph_name), REMOVE)


def _check_article(
    graph: ox.NamedNode, quads: list[ox.Quad], base: str, readings: list[Reading]
) -> Iterator[Finding]:
    """Check one article, and add it to *readings* if it can be read."""
    try:
        article, extraction = read_article(quads)
    except InputError as error:
        yield Finding(error.what, error.where or graph.value, INGEST)
        return
    readings.append((graph.value, article, extraction))
    found = list(check_grounding(graph.value, article, extraction))
    if iri.article(base, article.id) != graph.value:
        found.append(Finding(f"not the graph of the article {article.id!r}", graph.value, INGEST))
    if (hashed := _only(quads, rg.SHA256)) != sha256(article.text):
        what = f"the text is not the one that was hashed ({hashed[:12]}…)"
        found.append(Finding(what, graph.value, INGEST))
    yield from found
    if not found:
        extractor = _only(quads, rg.EXTRACTOR)
        written = article_quads(article, extraction, base=base, extractor=extractor)
        yield from _differences(quads, written, graph.value, INGEST)


def _check_merged(quads: list[ox.Quad], readings: list[Reading], base: str) -> Iterator[Finding]:
    """Check that the merged view leads to what there is, and is what the articles say."""
    found = []
    written = merged_quads(resolve(readings, base=base))
    for predicate, name in ((rg.EVIDENCE, "an evidence"), (rg.REFERENT, "a referent")):
        known = {quad.object for quad in written if quad.predicate == predicate}
        for quad in quads:
            if quad.predicate == predicate and quad.object not in known:
                what = f"leads to {name} that no article has: {quad.object}"
                found.append(Finding(what, str(quad.subject)[1:-1], REBUILD))
    yield from found or _differences(quads, written, "the default graph", REBUILD)


def _check_shapes(quads: Iterable[ox.Quad], *, hint: str) -> Iterator[Finding]:
    from relgraph.pipeline.shapes import check_shapes  # noqa: PLC0415 - half a second to import

    return check_shapes(quads, hint=hint)


def _differences(
    have: Iterable[ox.Quad], want: Iterable[ox.Quad], where: str, hint: str
) -> Iterator[Finding]:
    kept, wanted = set(have), set(want)
    for quads, name in ((kept - wanted, "what is not so"), (wanted - kept, "not what is so")):
        if quads:
            first = min(map(str, quads))
            yield Finding(f"says {name}, {len(quads)} times, such as {first}", where, hint)


def _only(quads: Iterable[ox.Quad], predicate: ox.NamedNode) -> str:
    """Return the only value of *predicate*, empty where there is none or more than one."""
    values = [quad.object for quad in quads if quad.predicate == predicate]
    return values[0].value if len(values) == 1 and isinstance(values[0], ox.Literal) else ""


def _where(graph: GraphName | ox.BlankNode) -> str:
    return "the default graph" if isinstance(graph, ox.DefaultGraph) else graph.value
