"""GraphML: its shape, and what its schema asks for."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path

from relgraph.export import Format
from relgraph.export.graphml import FORMAT
from relgraph.view import GraphView

GOLDEN = Path(__file__).parent / "golden" / "view.graphml"
NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"
NAME_TOKEN = re.compile(r"[\w.:-]+", re.ASCII)  # "person:rajnath-singh"

Written = Callable[[Format, GraphView], bytes]


def test_shape(view: GraphView, written: Written) -> None:
    assert written(FORMAT, view).decode() == GOLDEN.read_text("utf-8")


def test_ids_are_name_tokens_and_unique(view: GraphView, written: Written) -> None:
    tree = ET.fromstring(written(FORMAT, view))
    ids = [element.attrib["id"] for element in tree.iter() if "id" in element.attrib]
    assert [one for one in ids if not NAME_TOKEN.fullmatch(one)] == []
    assert len(set(ids)) == len(ids)


def test_every_value_has_a_declared_key(view: GraphView, written: Written) -> None:
    tree = ET.fromstring(written(FORMAT, view))
    declared = {key.attrib["id"] for key in tree.iter(f"{NAMESPACE}key")}
    used = {value.attrib["key"] for value in tree.iter(f"{NAMESPACE}data")}
    assert used <= declared


def test_an_edge_carries_its_evidence(view: GraphView, written: Written) -> None:
    tree = ET.fromstring(written(FORMAT, view))
    meeting = next(tree.iter(f"{NAMESPACE}edge"))
    said = {value.attrib["key"]: value.text for value in meeting}
    assert said["edge.quote"] == 'Singh met "Mezzour" <in Rabat> & smiled.'
    assert said["edge.url"] == "https://maghrebwire.example/1?a=1&b=2"
    assert said["edge.reports"] == "3"


def test_what_is_not_known_is_left_out(view: GraphView, written: Written) -> None:
    tree = ET.fromstring(written(FORMAT, view))
    _, planned, _ = tree.iter(f"{NAMESPACE}edge")
    assert "edge.start" not in {value.attrib["key"] for value in planned}
