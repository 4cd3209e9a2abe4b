"""A small story, in a store and in rdflib."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from relgraph.store import GraphName, Store, open_store

STORY = Path(__file__).with_name("story.trig")


@pytest.fixture(scope="session")
def story() -> Iterator[Store]:
    """Return a store that holds the story."""
    quads = sorted(ox.parse(path=STORY, format=ox.RdfFormat.TRIG), key=lambda q: str(q.graph_name))
    graphs: dict[GraphName, list[ox.Quad]] = {
        name: list(group)
        for name, group in groupby(quads, lambda quad: quad.graph_name)
        if not isinstance(name, ox.BlankNode)
    }
    store = open_store("memory:")
    store.replace(graphs)
    yield store
    store.close()


@pytest.fixture(scope="session")
def oracle() -> rdflib.Dataset:
    """Return the story as rdflib reads it."""
    dataset = rdflib.Dataset()
    dataset.parse(STORY, format="trig")
    return dataset
