"""Open the sample graph that ships with relgraph, for what shows it in README.md and docs/."""

from collections import defaultdict

import pyoxigraph as ox

from relgraph.resources import folder
from relgraph.store import GraphName, Store, open_store


def sample_store() -> Store:
    """Return a passing store of the sample's triples, as they lie in ``graph/sample/``."""
    graphs: defaultdict[GraphName, list[ox.Quad]] = defaultdict(list)
    for quad in ox.parse(path=folder("graph") / "sample" / "sample.trig"):
        graphs[quad.graph_name].append(quad)
    store = open_store("memory:", create=True)
    store.replace(graphs)
    return store
