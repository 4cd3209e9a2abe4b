"""A view as a pyvis network, for those who script it; and a safe page for one."""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Iterable
from importlib.resources import files
from typing import TYPE_CHECKING

from relgraph import ontology
from relgraph.model import Modality
from relgraph.view.graph import Edge, GraphView
from relgraph.view.safe import json_text, policy

if TYPE_CHECKING:
    from pyvis.network import Network

# vis-network's own names for the nearest of our shapes.
SHAPES = {
    "dot": "dot",
    "ring": "dot",
    "diamond": "diamond",
    "square": "square",
    "hexagon": "hexagon",
    "pentagon": "hexagon",
    "page": "square",
    "house": "triangle",
    "star": "star",
    "triangle": "triangle",
    "flag": "triangleDown",
}
MOST_QUOTES = 3  # in a tooltip
BOW = 0.22  # of an edge's length, between one and the next of those that share their ends
OPTIONS = {
    "physics": {"enabled": False},
    "nodes": {"font": {"size": 13}},
    "edges": {"smooth": False, "font": {"size": 10, "color": "#5d6875"}},
    "interaction": {"hover": True, "tooltipDelay": 80, "keyboard": {"bindToWindow": False}},
}

_LIBRARY = "templates/lib/vis-9.1.2"
_STYLE = "html,body,#network{margin:0;height:100%}body{background:#fbfbf9}"
_SCRIPT = """
const { nodes, edges, options } = JSON.parse(document.getElementById("graph").textContent);
const sets = { nodes: new vis.DataSet(nodes), edges: new vis.DataSet(edges) };
const network = new vis.Network(document.getElementById("network"), sets, options);
document.documentElement.dataset.ready = "true";
"""


def to_pyvis(view: GraphView) -> Network:
    """Return *view* as a pyvis network: directed, so that it keeps parallel edges; placed by us.

    Use ``pyvis_page.page`` to write it: pyvis's own page runs markup in titles, asks a CDN for
    Bootstrap, and lets its physics move what is placed.
    """
    from pyvis.network import Network  # noqa: PLC0415 - imports IPython

    from relgraph.view.layout import place  # noqa: PLC0415 - and numpy

    terms = ontology.load()
    positions = place(view)
    network = Network(directed=True)
    for node in view.nodes:
        kind = terms.kinds[node.kind]
        x, y = positions[node.id]
        network.add_node(
            node.id,
            label=node.label,
            title=f"{node.label}\n{kind.label}",
            color=kind.colour,
            shape=SHAPES[kind.shape],
            size=12,
            x=x,
            y=y,
            physics=False,
        )
    # Not add_edge, which looks through all edges before it adds one.
    bends = _bends(view.edges)
    network.edges.extend(_edge(edge, terms, bends[edge.id]) for edge in view.edges)
    network.toggle_physics(status=False)
    return network


def page(network: Network, *, title: str = "relgraph") -> str:
    """Return an offline page of *network* in which titles and labels are text, never markup."""
    library = files("pyvis") / _LIBRARY
    script = (library / "vis-network.min.js").read_text("utf-8").replace("</script", r"<\/script")
    style = (library / "vis-network.css").read_text("utf-8") + _STYLE
    # vis-network takes a string as text; an element it would take as it is.
    shown = {"nodes": network.nodes, "edges": network.edges, "options": OPTIONS}
    # vis-network writes styles of its own into the page; scripts are held to their hashes.
    rules = policy([script, _SCRIPT], []).replace("style-src 'none'", "style-src 'unsafe-inline'")
    return "".join(
        [
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{html.escape(rules)}">\n',
            f'<link rel="icon" href="data:,">\n<title>{html.escape(title)}</title>\n',
            f'<style>{style}</style>\n</head>\n<body>\n<div id="network"></div>\n',
            f'<script type="application/json" id="graph">{json_text(shown)}</script>\n',
            f"<script>{script}</script>\n<script>{_SCRIPT}</script>\n</body>\n</html>\n",
        ]
    )


def _bends(edges: Iterable[Edge]) -> dict[str, float]:
    """Tell how far each edge bows, so that those between the same two do not hide each other."""
    bundles: defaultdict[tuple[str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        bundles[min(edge.source, edge.target), max(edge.source, edge.target)].append(edge)
    return {
        # An edge the other way round bows to the other side of the same line.
        edge.id: BOW * (at - (len(bundle) - 1) / 2) * (1 if edge.source <= edge.target else -1)
        for bundle in bundles.values()
        for at, edge in enumerate(bundle)
    }


def _edge(edge: Edge, terms: ontology.Ontology, bend: float) -> dict[str, object]:
    relation = terms.relations[edge.relation]
    way = "curvedCW" if bend > 0 else "curvedCCW"
    return {
        "id": edge.id,
        "from": edge.source,
        "to": edge.target,
        "label": edge.label,
        "title": _tooltip(edge),
        "color": relation.colour,
        "dashes": edge.modality is not Modality.ASSERTED,
        "arrows": "" if relation.is_symmetric else "to",
        "smooth": {"enabled": True, "type": way, "roundness": abs(bend)} if bend else False,
    }


def _tooltip(edge: Edge) -> str:
    facts = " · ".join(filter(None, [edge.date, edge.place, edge.title]))
    quotes = [f"“{quote.text}” {quote.publisher}".strip() for quote in edge.quotes[:MOST_QUOTES]]
    return "\n".join(filter(None, [edge.label, facts, *quotes]))
