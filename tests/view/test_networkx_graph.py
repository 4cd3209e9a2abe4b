"""A view as a networkx graph."""

from relgraph.store import Store
from relgraph.view import build, to_networkx


def test_nodes_and_parallel_edges_are_kept_with_their_attributes(store: Store) -> None:
    view = build(store)
    graph = to_networkx(view)
    assert set(graph) == {node.id for node in view.nodes}
    assert {key for _, _, key in graph.edges(keys=True)} == {edge.id for edge in view.edges}
    singh, mezzour = (
        f"https://w3id.org/relgraph/id/person/{name}" for name in ("rajnath-singh", "ryad-mezzour")
    )
    assert graph.nodes[singh]["label"] == "Rajnath Singh"
    assert graph.number_of_edges(singh, mezzour) == 2
    known = [facts for facts in graph[singh][mezzour].values() if facts["place"] == "Rabat"]
    assert [(facts["modality"], facts["date"]) for facts in known] == [("asserted", "2025-09-22")]
    assert known[0]["quotes"][1]["text"].startswith("On Monday")
