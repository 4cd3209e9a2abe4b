"""GEXF: its shape, its dates, and what Gephi makes of parallel edges."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from relgraph.export import Format
from relgraph.export.gexf import FORMAT
from relgraph.view import GraphView

GOLDEN = Path(__file__).parent / "golden" / "view.gexf"
NAMES = {"g": "http://gexf.net/1.3", "viz": "http://gexf.net/1.3/viz"}

Written = Callable[[Format, GraphView], bytes]


def test_shape(view: GraphView, written: Written) -> None:
    assert written(FORMAT, view).decode() == GOLDEN.read_text("utf-8")


def test_no_two_edges_share_ends_and_kind(view: GraphView, written: Written) -> None:
    edges = ET.fromstring(written(FORMAT, view)).findall(".//g:edge", NAMES)
    told_apart = [
        tuple(edge.attrib[name] for name in ("source", "target", "kind")) for edge in edges
    ]
    assert [kind for _, _, kind in told_apart] == ["met", "met (2)", "visited"]
    assert len(set(told_apart)) == 3


def test_dates_are_on_the_timeline(view: GraphView, written: Written) -> None:
    tree = ET.fromstring(written(FORMAT, view))
    graph = tree.find("g:graph", NAMES)
    assert graph is not None
    assert (graph.attrib["mode"], graph.attrib["timeformat"]) == ("dynamic", "date")
    meeting, planned, visit = tree.findall(".//g:edge", NAMES)
    assert (meeting.attrib["start"], meeting.attrib["end"]) == ("2025-09-22", "2025-09-22")
    assert (visit.attrib["start"], visit.attrib["end"]) == ("2025-09-22", "2025-09-23")
    assert "start" not in planned.attrib


def test_is_static_where_nothing_has_a_date(view: GraphView, written: Written) -> None:
    edges = tuple(replace(edge, start="", end="") for edge in view.edges)
    graph = ET.fromstring(written(FORMAT, replace(view, edges=edges))).find("g:graph", NAMES)
    assert graph is not None
    assert graph.attrib["mode"] == "static"
    assert "timeformat" not in graph.attrib


def test_colours_are_those_of_the_ontology(view: GraphView, written: Written) -> None:
    tree = ET.fromstring(written(FORMAT, view))
    colours = [colour.attrib for colour in tree.findall(".//g:node/viz:color", NAMES)]
    person = {"r": "47", "g": "111", "b": "187"}  # "#2f6fbb"
    assert colours == [{"r": "217", "g": "154", "b": "28"}, person, person]  # "#d99a1c"


def test_says_no_day_of_writing(view: GraphView, written: Written) -> None:
    assert b"lastmodifieddate" not in written(FORMAT, view)
