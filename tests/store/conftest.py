"""Stores to test with."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from relgraph.store import Store, open_store

BASE = "https://w3id.org/relgraph/id/"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a directory in which a store was made, and closed."""
    open_store(str(tmp_path / "store"), create=True).close()
    return tmp_path / "store"


@pytest.fixture
def store(place: Path) -> Iterator[Store]:
    """Open a store for writing."""
    opened = open_store(str(place))
    yield opened
    opened.close()


@pytest.fixture
def quad() -> Callable[..., ox.Quad]:
    """Return what writes a quad: subject, predicate, value, and the graph's name."""

    def write(subject: str, predicate: str, value: object, graph: str = "") -> ox.Quad:
        term = value if isinstance(value, ox.Literal) else ox.Literal(str(value))
        name = ox.NamedNode(BASE + graph) if graph else ox.DefaultGraph()
        return ox.Quad(ox.NamedNode(BASE + subject), ox.NamedNode(BASE + predicate), term, name)

    return write
