"""One CSV table of the edges, for a spreadsheet and for Gephi's Data Laboratory.

Format: https://www.rfc-editor.org/rfc/rfc4180
"""

import csv
from collections.abc import Iterator
from typing import TextIO

from relgraph.export.columns import EDGE_COLUMNS, Value, edge_id, node_ids, plain, without
from relgraph.export.format import Format
from relgraph.view import Edge, GraphView, Node

# Source, Target, Type, Id, Label and Weight are the headings that Gephi knows.
ENDS = (
    "Source",
    "Target",
    "Type",
    "Id",
    "source_label",
    "source_kind",
    "target_label",
    "target_kind",
)
EDGES = without(EDGE_COLUMNS, "interaction", "color")
HEADINGS = {"label": "Label", "weight": "Weight"}

# What makes a formula of a cell: "=HYPERLINK(…)", "@SUM(…)".
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def write(view: GraphView, out: TextIO) -> None:
    """Write *view*, a row an edge; a node without edges has no place in it."""
    ids = node_ids(view.nodes)
    nodes = {node.id: node for node in view.nodes}
    table = csv.writer(out)
    table.writerow([*ENDS, *(HEADINGS.get(column.name, column.name) for column in EDGES)])
    for edge in view.edges:
        ends = _ends(edge, ids, nodes[edge.source], nodes[edge.target])
        table.writerow([*ends, *(_cell(column.of(edge)) for column in EDGES)])


def _ends(edge: Edge, ids: dict[str, str], source: Node, target: Node) -> Iterator[str]:
    yield from (ids[source.id], ids[target.id], "Directed", edge_id(edge))
    yield from map(_cell, (source.label, source.kind, target.label, target.kind))


def _cell(value: Value) -> str:
    text = plain(value).replace("\0", "\N{REPLACEMENT CHARACTER}")
    # A spreadsheet would run it: what came from an article is never a formula.
    return f"'{text}" if isinstance(value, (str, tuple)) and text.startswith(FORMULA) else text


FORMAT = Format(
    "csv",
    suffix=".csv",
    opens_in="LibreOffice, Excel, Gephi, pandas",
    media_type="text/csv",
    write=write,
)
