"""Node-link JSON holds all the evidence, and lists as lists."""

import json
from collections.abc import Callable

from relgraph.export import Format
from relgraph.export.nodelink import FORMAT
from relgraph.view import GraphView

Written = Callable[[Format, GraphView], bytes]


def test_every_quote_is_there_with_its_source(view: GraphView, written: Written) -> None:
    meeting, planned, _ = json.loads(written(FORMAT, view))["edges"]
    assert meeting["quotes"] == [
        {
            "text": 'Singh met "Mezzour" <in Rabat> & smiled.',
            "headline": "Ministers meet",
            "publisher": "Maghreb Wire",
            "url": "https://maghrebwire.example/1?a=1&b=2",
            "published": "2025-09-22",
            "article": "https://w3id.org/relgraph/id/article/aaaa",
            "begin": 15,
            "end": 55,
            "rule": "verb:meet",
        }
    ]
    assert planned["quotes"] == []
    assert planned["modality"] == "planned"


def test_lists_stay_lists(view: GraphView, written: Written) -> None:
    graph = json.loads(written(FORMAT, view))
    assert graph["edges"][0]["topics"] == ["defence", "chemicals"]
    assert graph["nodes"][1]["aliases"] == ["Singh", "Shri Rajnath Singh"]


def test_the_graph_has_its_title(view: GraphView, written: Written) -> None:
    assert json.loads(written(FORMAT, view))["graph"] == {"title": "India & Morocco"}


def test_a_node_or_edge_a_line(view: GraphView, written: Written) -> None:
    assert len(written(FORMAT, view).splitlines()) == 1 + 1 + 3 + 1 + 3
