"""RDF dumps say the same to rdflib and to pyoxigraph as the store says."""

from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from relgraph.export import FORMATS, write_file
from relgraph.rdf import SYNTAXES
from relgraph.store import Store, open_store

# rdflib 7.6 calls what it says not to call.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:rdflib")

ARTICLE = ox.NamedNode("https://w3id.org/relgraph/id/article/aaaa")
SINGH = ox.NamedNode("https://w3id.org/relgraph/id/person/rajnath-singh")
LABEL = ox.NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
TEXT = ox.NamedNode("https://w3id.org/relgraph/ns#text")
STRANGE = ']]> "quoted" \\ {x} <b>\n\ttab \u202e \U0001f600 & é'

GRAPHS = [name for name in SYNTAXES if SYNTAXES[name].has_graphs]
NO_GRAPHS = [name for name in SYNTAXES if not SYNTAXES[name].has_graphs]
RDFLIB = {"jsonld": "json-ld", "rdfxml": "xml", "ntriples": "nt"}


@pytest.fixture
def store() -> Iterator[Store]:
    """Return a store of two triples of its own in the default graph, one in an article's."""
    store = open_store("memory:", create=True)
    default = ox.DefaultGraph()
    store.replace(
        {
            default: [ox.Quad(SINGH, LABEL, ox.Literal(STRANGE), default)],
            ARTICLE: [ox.Quad(ARTICLE, TEXT, ox.Literal(STRANGE), ARTICLE)],
        }
    )
    yield store
    store.close()


def read_by_rdflib(path: Path, name: str) -> set[tuple[str, ...]]:
    dataset = rdflib.Dataset()
    dataset.parse(data=path.read_bytes(), format=RDFLIB.get(name, name))
    names = {str(rdflib.graph.DATASET_DEFAULT_GRAPH_ID): ""}
    quads = ((str(s), str(p), str(o), str(g or "")) for s, p, o, g in dataset.quads())
    return {(s, p, o, names.get(g, g)) for s, p, o, g in quads}


def read_by_pyoxigraph(path: Path, name: str) -> set[tuple[str, ...]]:
    return {
        (q.subject.value, q.predicate.value, q.object.value, getattr(q.graph_name, "value", ""))
        for q in ox.parse(path=path, format=SYNTAXES[name].format)
    }


LABELLED = (SINGH.value, LABEL.value, STRANGE, "")
SAID = (ARTICLE.value, TEXT.value, STRANGE, ARTICLE.value)


@pytest.mark.parametrize("name", GRAPHS)
def test_a_syntax_with_graphs_holds_the_whole_store(
    name: str, store: Store, tmp_path: Path
) -> None:
    path = write_file(FORMATS[name], store, tmp_path / "dump")
    assert {LABELLED, SAID} <= read_by_rdflib(path, name)
    assert read_by_pyoxigraph(path, name) >= {LABELLED, SAID}


@pytest.mark.parametrize("name", NO_GRAPHS)
def test_a_syntax_without_graphs_holds_the_merged_view(
    name: str, store: Store, tmp_path: Path
) -> None:
    path = write_file(FORMATS[name], store, tmp_path / "dump")
    assert read_by_rdflib(path, name) == {LABELLED}
    assert read_by_pyoxigraph(path, name) == {LABELLED}


@pytest.mark.parametrize("name", SYNTAXES)
def test_same_bytes_twice(name: str, store: Store, tmp_path: Path) -> None:
    one = write_file(FORMATS[name], store, tmp_path / "one").read_bytes()
    assert write_file(FORMATS[name], store, tmp_path / "two").read_bytes() == one
