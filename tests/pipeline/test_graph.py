"""The Python API, on a graph of two short articles."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import rdflib

import relgraph
from relgraph.errors import QueryError, StoreError, UsageError
from relgraph.model import Article
from relgraph.pipeline import KnowledgeGraph, Table
from relgraph.pipeline import graph as module

MET = "https://w3id.org/relgraph/ns#met"


@pytest.fixture
def graph(lines: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[KnowledgeGraph]:
    monkeypatch.setattr(module, "extractor", lambda _: lines)
    with relgraph.open("memory:") as opened:
        opened.ingest(
            Article("a", "Ann Lee met Bob Ray.", title="One", published="2025-05-01"),
            Article("b", "Bob Ray met Cat Poe.", title="Two", published="2025-06-01"),
        )
        yield opened


def test_a_select_gives_a_table_of_python_values(graph: KnowledgeGraph) -> None:
    found = graph.query(
        "SELECT ?who ?day ?reports ?gone {"
        " ?m a rg:Meeting ; rg:participant ?p ; rg:startDate ?day ; rg:reports ?reports ."
        ' ?p skos:prefLabel ?who FILTER (?who = "Ann Lee") }'
    )
    assert isinstance(found, Table)
    day = dt.date(2025, 5, 1)
    assert list(found) == [{"who": "Ann Lee", "day": day, "reports": 1, "gone": None}]
    assert found.column("who") == ["Ann Lee"]
    assert len(found) == 1


def test_an_ask_gives_a_bool(graph: KnowledgeGraph) -> None:
    assert graph.query("ASK { ?a rg:met ?b }") is True
    assert graph.query("ASK { ?a rg:signed ?b }") is False


def test_a_construct_gives_an_rdflib_graph(graph: KnowledgeGraph) -> None:
    found = graph.query("CONSTRUCT { ?a rg:met ?b } WHERE { ?a rg:met ?b }")
    assert isinstance(found, rdflib.Graph)
    assert len(list(found.triples((None, rdflib.URIRef(MET), None)))) == 2


def test_a_bad_query_says_where(graph: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match=r"^1:12"):
        graph.query("SELECT * { ?a }")


def test_a_named_query_takes_names(graph: KnowledgeGraph) -> None:
    found = graph.run("meetings", person="ann lee")
    assert found.column("met") == ["Bob Ray"]


@pytest.mark.parametrize(
    ("name", "parameters", "words"),
    [
        pytest.param("nonsense", {}, "no such query", id="query"),
        pytest.param("meetings", {"nonsense": 1}, "no parameter nonsense", id="parameter"),
        pytest.param("meetings", {"person": "Zoe Zed"}, "nothing in the store", id="entity"),
        pytest.param("meetings", {"since": "soon"}, "soon", id="date"),
    ],
)
def test_a_named_query_refuses_what_it_does_not_know(
    graph: KnowledgeGraph, name: str, parameters: dict[str, Any], words: str
) -> None:
    with pytest.raises(UsageError, match=words):
        graph.run(name, **parameters)


def test_an_entity_tells_its_facts_with_their_sentences(graph: KnowledgeGraph) -> None:
    card = graph.entity("Bob Ray")
    assert card.node.kind == "Person"
    assert [str(fact) for fact in card.facts] == [
        "Ann Lee met Bob Ray · 2025-05-01",
        "Bob Ray met Cat Poe · 2025-06-01",
    ]
    assert card.facts[0].edge.quotes[0].text == "Ann Lee met Bob Ray."


def test_a_view_can_be_narrowed(graph: KnowledgeGraph) -> None:
    picture = graph.view(focus="cat  POÉ")
    assert [node.label for node in picture.graph.nodes] == ["Bob Ray", "Cat Poe"]
    assert len(graph.view(since="2025-06").graph.edges) == 1


def test_a_view_shows_itself_in_a_notebook_walled_off(graph: KnowledgeGraph) -> None:
    shown = graph.view()._repr_html_()
    assert shown.startswith("<iframe srcdoc=")
    assert 'sandbox="allow-scripts' in shown
    assert "allow-same-origin" not in shown


def test_networkx_gets_every_edge_with_what_is_known_of_it(graph: KnowledgeGraph) -> None:
    network = graph.to_networkx()
    labels = {network.nodes[node]["label"] for node in network}
    assert labels == {"Ann Lee", "Bob Ray", "Cat Poe"}
    starts = [known["start"] for _, _, known in network.edges(data=True)]
    assert sorted(starts) == ["2025-05-01", "2025-06-01"]


def test_rdflib_gets_every_quad_in_its_graph(graph: KnowledgeGraph) -> None:
    dataset = graph.to_rdflib()
    assert len(dataset) == graph.store.stats().quads
    assert len(dataset.default_graph.query("SELECT * { ?a <" + MET + "> ?b }")) == 2


def test_an_export_returns_where_it_went(graph: KnowledgeGraph, tmp_path: Path) -> None:
    path = graph.export("graphml", tmp_path / "g.graphml")
    assert path == tmp_path / "g.graphml"
    assert "Cat Poe" in path.read_text(encoding="utf-8")
    with pytest.raises(UsageError, match="no format 'nonsense'"):
        graph.export("nonsense", tmp_path / "g")


def test_removing_and_rebuilding(graph: KnowledgeGraph) -> None:
    graph.remove("b")
    assert graph.run("meetings").column("met") == ["Bob Ray"]
    assert graph.rebuild() is False


def test_a_closed_graph_says_so(graph: KnowledgeGraph) -> None:
    graph.close()
    with pytest.raises(StoreError, match="closed"):
        graph.query("ASK {}")


def test_opening_makes_a_store_that_stays(tmp_path: Path) -> None:
    with relgraph.open(tmp_path / "store") as made:
        made.query("ASK {}")
    with relgraph.open(tmp_path / "store") as again:
        assert len(again.run("articles")) == 0


def test_a_loaded_extractor_cannot_be_sent_to_other_processes(lines: Any) -> None:
    with relgraph.open("memory:") as opened:
        graph = KnowledgeGraph(opened.store, backend=lines)
        with pytest.raises(UsageError, match="open the graph with the name of its backend"):
            graph.ingest(Article("a", "Ann Lee met Bob Ray."), jobs=2)
