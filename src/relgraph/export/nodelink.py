"""Node-link JSON, with every sentence of the evidence.

Format: https://networkx.org/documentation/stable/reference/readwrite/json_graph.html
"""

from collections.abc import Mapping
from typing import TextIO

from relgraph.export.columns import EDGE_COLUMNS, NODE_COLUMNS, edge_id, node_ids, values, without
from relgraph.export.format import Format
from relgraph.export.json_array import to_json, write_array
from relgraph.view import Edge, GraphView, Quote

# Left out are the names that only Cytoscape looks for, and what `quotes` says in full.
NODES = without(NODE_COLUMNS, "name")
EDGES = without(EDGE_COLUMNS, "interaction", "quote", "headline", "publisher", "url", "published")


def write(view: GraphView, out: TextIO) -> None:
    """Write *view* as one object, a node or an edge a line."""
    ids = node_ids(view.nodes)
    words = {"title": view.title, "subtitle": view.subtitle, "caption": view.caption}
    said = {name: text for name, text in words.items() if text}
    out.write(f'{{"directed": true, "multigraph": true, "graph": {to_json(said)},\n"nodes": ')
    write_array(({"id": ids[node.id], **dict(values(NODES, node))} for node in view.nodes), out)
    out.write(',\n"edges": ')
    write_array((_edge(edge, ids) for edge in view.edges), out)
    out.write("}\n")


def _edge(edge: Edge, ids: Mapping[str, str]) -> Mapping[str, object]:
    return {
        "source": ids[edge.source],
        "target": ids[edge.target],
        "key": edge_id(edge),
        **dict(values(EDGES, edge)),
        "quotes": [_quote(quote) for quote in edge.quotes],
    }


def _quote(quote: Quote) -> Mapping[str, object]:
    fields = {
        "text": quote.text,
        "headline": quote.headline,
        "publisher": quote.publisher,
        "url": quote.url,
        "published": quote.published,
        "article": quote.article,
        "begin": quote.begin,
        "end": quote.end,
        "rule": quote.rule,
    }
    return {name: value for name, value in fields.items() if value != ""}


FORMAT = Format(
    "nodelink",
    suffix=".json",
    opens_in="NetworkX, D3",
    media_type="application/json",
    write=write,
)
