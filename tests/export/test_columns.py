"""What a node or an edge is called, and which of its attributes have a value."""

import pytest

from relgraph.export.columns import NODE_COLUMNS, edge_id, node_ids, values
from relgraph.view import GraphView, Node

BASE = "https://w3id.org/relgraph/id"


def test_a_short_id_is_the_end_of_the_iri() -> None:
    assert node_ids([Node(f"{BASE}/person/omar-hejira", "Person", "Omar Hejira")]) == {
        f"{BASE}/person/omar-hejira": "person:omar-hejira"
    }


def test_nodes_that_would_share_a_short_id_have_others() -> None:
    ids = node_ids(
        [Node("https://a.example/x/y", "Person", ""), Node("https://b.example/x/y", "Person", "")]
    )
    assert len(set(ids.values())) == 2
    assert "x:y" not in ids.values()


@pytest.mark.parametrize(
    "iri",
    [
        pytest.param("urn:x", id="no path"),
        pytest.param("https://a.example/person/", id="nothing at the end"),
        pytest.param("https://a.example/person/œuvre", id="not ASCII"),
        pytest.param("https://a.example/person/a b", id="a blank"),
    ],
)
def test_other_iris_are_hashed(iri: str) -> None:
    (short,) = node_ids([Node(iri, "Person", "")]).values()
    assert short.startswith("n-")
    assert len(short) == 18


def test_an_id_does_not_hang_on_what_else_is_shown(view: GraphView) -> None:
    everything = node_ids(view.nodes)
    assert node_ids(view.nodes[:1]).items() <= everything.items()


def test_edges_have_ids_of_their_own(view: GraphView) -> None:
    ids = {edge_id(edge) for edge in view.edges}
    assert len(ids) == 3
    assert all(one.startswith("e-") for one in ids)


def test_what_is_empty_is_no_value(view: GraphView) -> None:
    _, _, mezzour = view.nodes
    assert [name for name, _ in values(NODE_COLUMNS, mezzour)] == [
        "label",
        "name",
        "kind",
        "iri",
        "color",
    ]
