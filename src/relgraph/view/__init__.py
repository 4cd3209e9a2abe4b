"""The network as a value: chosen from a store, laid out, written as a page."""

from relgraph.view.build import Filters, build
from relgraph.view.graph import Edge, GraphView, Node, Quote
from relgraph.view.networkx_graph import to_networkx
from relgraph.view.page import page
from relgraph.view.pyvis_page import to_pyvis

__all__ = [
    "Edge",
    "Filters",
    "GraphView",
    "Node",
    "Quote",
    "build",
    "page",
    "to_networkx",
    "to_pyvis",
]
