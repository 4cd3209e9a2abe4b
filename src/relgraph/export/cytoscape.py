"""Cytoscape.js JSON, for Cytoscape and for most graph viewers in a browser.

Format: https://js.cytoscape.org/#notation/elements-json
"""

from collections.abc import Mapping
from typing import TextIO

from relgraph.export.columns import EDGE_COLUMNS, NODE_COLUMNS, edge_id, node_ids, values
from relgraph.export.format import Format
from relgraph.export.json_array import to_json, write_array
from relgraph.view import Edge, GraphView


def write(view: GraphView, out: TextIO) -> None:
    """Write *view* as one ``elements`` object, in the view's own order."""
    ids = node_ids(view.nodes)
    out.write(f'{{"data": {to_json({"name": view.title})}, "elements": {{\n"nodes": ')
    nodes = ({"id": ids[node.id], **dict(values(NODE_COLUMNS, node))} for node in view.nodes)
    write_array(({"data": node} for node in nodes), out)
    out.write(',\n"edges": ')
    write_array(({"data": _edge(edge, ids)} for edge in view.edges), out)
    out.write("}}\n")


def _edge(edge: Edge, ids: Mapping[str, str]) -> Mapping[str, object]:
    ends = {"source": ids[edge.source], "target": ids[edge.target]}
    return {"id": edge_id(edge)} | ends | dict(values(EDGE_COLUMNS, edge))


FORMAT = Format(
    "cytoscape",
    suffix=".cyjs",
    opens_in="Cytoscape, Cytoscape.js",
    media_type="application/json",
    write=write,
)
