"""GEXF 1.3, which is Gephi's own format, with dates on its timeline.

Format: https://gexf.net
"""

from collections import Counter
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
    without,
)
from relgraph.export.format import Format
from relgraph.export.xml import escape
from relgraph.view import Edge, GraphView, Node

HEAD = """\
<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3"
    xmlns:viz="http://gexf.net/1.3/viz"
    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
    xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd">
  <meta>
    <creator>relgraph</creator>
"""
TYPES: Mapping[str, str] = {
    "string": "string",
    "integer": "integer",
    "double": "double",
    "boolean": "boolean",
    # Gephi's lists are written "[a, b]", with no way to write a comma inside.
    "list": "string",
}
# GEXF has places of its own for the others.
NODES = without(NODE_COLUMNS, "label", "name", "color")
EDGES = without(EDGE_COLUMNS, "label", "interaction", "start", "end", "weight", "color")

_NODE_COLOUR = {column.name: column for column in NODE_COLUMNS}["color"]
_EDGE_COLOUR = {column.name: column for column in EDGE_COLUMNS}["color"]


def write(view: GraphView, out: TextIO) -> None:
    """Write *view*; dynamic, with days as intervals, where any edge has a date."""
    ids = node_ids(view.nodes)
    out.write(HEAD)
    if view.title:
        out.write(f"    <description>{escape(view.title)}</description>\n")
    out.write("  </meta>\n")
    is_dated = any(edge.start or edge.end for edge in view.edges)
    time = 'mode="dynamic" timeformat="date"' if is_dated else 'mode="static"'
    out.write(f'  <graph defaultedgetype="directed" idtype="string" {time}>\n')
    _write_attributes("node", NODES, out)
    _write_attributes("edge", EDGES, out)
    out.write("    <nodes>\n")
    for node in view.nodes:
        _write_node(node, ids[node.id], out)
    out.write("    </nodes>\n    <edges>\n")
    seen: Counter[tuple[str, str, str]] = Counter()
    for edge in view.edges:
        seen[edge.source, edge.target, edge.relation] += 1
        nth = seen[edge.source, edge.target, edge.relation]
        # Gephi merges edges between the same two nodes, unless they differ in kind.
        kind = edge.relation if nth == 1 else f"{edge.relation} ({nth})"
        _write_edge(edge, ids, kind, out)
    out.write("    </edges>\n  </graph>\n</gexf>\n")


def _write_attributes(what: str, columns: Iterable[Column[Thing]], out: TextIO) -> None:
    out.write(f'    <attributes class="{what}" mode="static">\n')
    for column in columns:
        name, typ = column.name, TYPES[column.type]
        out.write(f'      <attribute id="{name}" title="{name}" type="{typ}"/>\n')
    out.write("    </attributes>\n")


def _write_node(node: Node, short: str, out: TextIO) -> None:
    out.write(f'      <node id="{short}" label="{escape(node.label)}">\n')
    _write_values(NODES, node, out)
    out.write(f"        {_colour(str(_NODE_COLOUR.of(node)))}\n      </node>\n")


def _write_edge(edge: Edge, ids: Mapping[str, str], kind: str, out: TextIO) -> None:
    start = f' start="{escape(edge.start)}"' if edge.start else ""
    end = f' end="{escape(edge.end)}"' if edge.end else ""
    out.write(
        f'      <edge id="{edge_id(edge)}" source="{ids[edge.source]}" target="{ids[edge.target]}" '
        f'label="{escape(edge.label)}" kind="{escape(kind)}" weight="{edge.reports}"{start}{end}>\n'
    )
    _write_values(EDGES, edge, out)
    out.write(f"        {_colour(str(_EDGE_COLOUR.of(edge)))}\n      </edge>\n")


def _write_values(columns: Iterable[Column[Thing]], thing: Thing, out: TextIO) -> None:
    out.write("        <attvalues>\n")
    out.writelines(
        f'          <attvalue for="{name}" value="{escape(plain(value))}"/>\n'
        for name, value in values(columns, thing)
    )
    out.write("        </attvalues>\n")


def _colour(colour: str) -> str:
    red, green, blue = bytes.fromhex(colour.removeprefix("#"))
    return f'<viz:color r="{red}" g="{green}" b="{blue}"/>'


FORMAT = Format(
    "gexf",
    suffix=".gexf",
    opens_in="Gephi",
    media_type="application/gexf+xml",
    write=write,
)
