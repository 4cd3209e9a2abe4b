"""The network as a value: chosen from a store, laid out, written as a page."""

from relgraph.view.build import Filters, build
from relgraph.view.graph import Edge, GraphView, Node, Quote

__all__ = ["Edge", "Filters", "GraphView", "Node", "Quote", "build"]
