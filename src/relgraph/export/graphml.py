"""GraphML, which most graph tools read.

Format: http://graphml.graphdrawing.org/specification.html
"""

from collections.abc import Iterable, Mapping
from typing import TextIO

from relgraph.export.columns import (
    EDGE_COLUMNS,
    NODE_COLUMNS,
    Column,
    Thing,
    edge_id,
    node_ids,
    plain,
    values,
)
from relgraph.export.format import Format
from relgraph.export.xml import escape
from relgraph.view import GraphView

HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
TYPES: Mapping[str, str] = {
    "string": "string",
    "integer": "int",
    "double": "double",
    "boolean": "boolean",
    "list": "string",
}


def write(view: GraphView, out: TextIO) -> None:
    """Write *view* as one directed graph."""
    ids = node_ids(view.nodes)
    out.write(HEAD)
    if view.title:
        out.write(f"  <desc>{escape(view.title)}</desc>\n")
    _write_keys("node", NODE_COLUMNS, out)
    _write_keys("edge", EDGE_COLUMNS, out)
    out.write('  <graph id="G" edgedefault="directed">\n')
    for node in view.nodes:
        out.write(f'    <node id="{ids[node.id]}">\n')
        _write_values("node", NODE_COLUMNS, node, out)
        out.write("    </node>\n")
    for edge in view.edges:
        source, target = ids[edge.source], ids[edge.target]
        out.write(f'    <edge id="{edge_id(edge)}" source="{source}" target="{target}">\n')
        _write_values("edge", EDGE_COLUMNS, edge, out)
        out.write("    </edge>\n")
    out.write("  </graph>\n</graphml>\n")


def _write_keys(what: str, columns: Iterable[Column[Thing]], out: TextIO) -> None:
    # Nodes and edges share one namespace of keys, so that the id says whose it is.
    out.writelines(
        f'  <key id="{what}.{column.name}" for="{what}" '
        f'attr.name="{column.name}" attr.type="{TYPES[column.type]}"/>\n'
        for column in columns
    )


def _write_values(what: str, columns: Iterable[Column[Thing]], thing: Thing, out: TextIO) -> None:
    out.writelines(
        f'      <data key="{what}.{name}">{escape(plain(value))}</data>\n'
        for name, value in values(columns, thing)
    )


FORMAT = Format(
    "graphml",
    suffix=".graphml",
    opens_in="yEd, Cytoscape, Gephi, igraph, NetworkX",
    media_type="application/graphml+xml",
    write=write,
)
