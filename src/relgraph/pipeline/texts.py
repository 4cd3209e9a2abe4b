"""Find the articles of a store again."""

from collections.abc import Callable, Iterator

import pyoxigraph as ox

from relgraph import rdf
from relgraph.model import Article
from relgraph.rdf.vocabulary import TEXT
from relgraph.store import Store


def articles(store: Store, fits: Callable[[str], bool]) -> Iterator[Article]:
    """Yield the articles of *store* whose text *fits*, in the order of their IRIs.

    Raises:
        InputError: where the graph of one is not as relgraph writes it.
    """
    graphs = [
        quad.graph_name
        for quad in store.match(predicate=TEXT)
        if isinstance(quad.graph_name, ox.NamedNode)
        and isinstance(quad.object, ox.Literal)
        and fits(quad.object.value)
    ]
    for graph in sorted(graphs, key=str):
        yield rdf.read_article(store.match(graph=graph))[0]
