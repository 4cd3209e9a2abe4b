"""A view as a networkx graph."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from relgraph.view.graph import GraphView

if TYPE_CHECKING:
    import networkx as nx


def to_networkx(view: GraphView) -> nx.MultiDiGraph[str]:
    """Return *view* with nodes keyed by IRI, edges by id, and all that is known as attributes.

    Values are Python's: tuples stay tuples, a quote is a dict. The graph's own attributes are the
    title, subtitle and caption.
    """
    import networkx as nx  # noqa: PLC0415 - a tenth of a second that few need

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(
        title=view.title, subtitle=view.subtitle, caption=view.caption
    )
    for node in view.nodes:
        known = asdict(node)
        graph.add_node(known.pop("id"), **known)
    for edge in view.edges:
        known = asdict(edge) | {"modality": edge.modality.value}
        source, target, key = known.pop("source"), known.pop("target"), known.pop("id")
        graph.add_edge(source, target, key=key, **known)
    return graph
