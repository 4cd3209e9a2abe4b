"""The recipes of CONTRIBUTING.md: to add a thing, touch only what they say."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import pytest

import relgraph
from relgraph import cli, export, extract, ontology, queries, resources, store
from relgraph.model import Article
from relgraph.pipeline import KnowledgeGraph, Table
from relgraph.view import GraphView

TOASTED = """
rg:Toast a owl:Class ; rdfs:subClassOf rg:Event ;
    skos:notation "toasted" ; rdfs:label "toasted"@en ;
    rg:shortcut rg:toasted ; rg:edge "agent counterpart" ; rg:colour "#aa8833" ;
    skos:definition "A party raised a glass to another."@en ;
    rg:frame "toast: agent=subject counterpart=object" ;
    rg:example "[Rajnath Singh] toasted [Ryad Mezzour]." ,
        "[Ryad Mezzour] was toasted by [Omar Hejira]." ;
    rg:counterExample "Rajnath Singh ate toast." .
"""

QUERY = """#+ summary: Every agreement by its label.
PREFIX rg: <https://w3id.org/relgraph/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?label { ?agreement a rg:Agreement ; skos:prefLabel ?label } ORDER BY ?label
"""


@pytest.fixture
def own_copy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """Let relgraph read ``graph/`` and ``queries/`` from a copy that may be edited."""
    for name in ("graph", "queries"):
        shutil.copytree(resources.folder(name), tmp_path / name)
    monkeypatch.setattr(resources, "folder", tmp_path.joinpath)
    ontology.load.cache_clear()
    queries.load.cache_clear()
    yield tmp_path
    ontology.load.cache_clear()
    queries.load.cache_clear()


@pytest.mark.model
def test_a_relation_type_is_one_block_of_the_ontology(own_copy: Path) -> None:
    with (own_copy / "graph" / "ontology.ttl").open("a", encoding="utf-8") as file:
        file.write(TOASTED)
    article = Article("a", "On Friday, Rajnath Singh toasted Ryad Mezzour in Rabat.")
    (extraction,) = extract.extractor("rules").extract([article])
    names = {referent.id: referent.name for referent in extraction.referents}
    toasts = [event for event in extraction.events if event.relation == "toasted"]
    assert [[names[p.who] for p in toast.participants] for toast in toasts] == [
        ["Rajnath Singh", "Ryad Mezzour"]
    ]


def test_a_named_query_is_one_file(own_copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (own_copy / "queries" / "instruments.rq").write_text(QUERY, encoding="utf-8")
    assert cli.invoke(["run", "--help"]) == 0
    assert "Every agreement by its label." in capsys.readouterr().out
    location = str(own_copy / "store")
    store.open_store(location, create=True).close()
    assert cli.invoke(["run", "instruments", "--store", location, "--format", "csv"]) == 0
    assert capsys.readouterr().out.split() == ["label"]


def test_an_export_format_is_a_module_and_a_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def write(view: GraphView, out: TextIO) -> None:
        out.write(f"{len(view.nodes)} nodes\n")

    counted = export.Format(
        "count", suffix=".count", opens_in="a head", media_type="text/plain", write=write
    )
    monkeypatch.setitem(export.FORMATS, "count", counted)
    location = str(tmp_path / "store")
    store.open_store(location, create=True).close()
    with relgraph.open(location) as graph:
        graph.export("count", tmp_path / "graph.count")
    assert (tmp_path / "graph.count").read_text(encoding="utf-8") == "0 nodes\n"


OWN_BACKEND = """
from relgraph.model import Extraction, Referent, Span


class Capitals:
    name = "capitals 1"

    def extract(self, articles):
        for article in articles:
            rabat = Referent("e1", "Place", "Rabat", mentions=(Span(0, 5),))
            yield Extraction(article.id, article.published, (rabat,))
"""


def test_an_extraction_backend_is_a_module_and_a_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "capitals.py").write_text(OWN_BACKEND, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(extract.BACKENDS, "capitals", "capitals:Capitals")
    with KnowledgeGraph(store.open_store("memory:"), backend="capitals") as graph:
        graph.ingest(Article("a", "Rabat was calm."))
        found = graph.query("SELECT ?name { ?place a schema:Place ; skos:prefLabel ?name }")
    assert isinstance(found, Table)
    assert found.column("name") == ["Rabat"]


OWN_STORE = """
from relgraph.store import open_store


def open_at(location, *, create, read_only):
    return open_store(location.removeprefix("nearby://"), create=create, read_only=read_only)
"""


def test_a_store_backend_is_a_module_and_a_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "nearby.py").write_text(OWN_STORE, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setitem(store.SCHEMES, "nearby", "nearby")
    with relgraph.open(f"nearby://{tmp_path / 'store'}") as graph:
        assert graph.query("ASK {}") is True
