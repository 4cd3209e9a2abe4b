"""One suite over all formats; readers that are not ours say what was written."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace

import networkx as nx
import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.errors import UsageError
from relgraph.export import FORMATS, Format, named
from relgraph.rdf import SYNTAXES
from relgraph.view import GraphView, Node

Written = Callable[[Format, GraphView], bytes]
Reader = Callable[[bytes], "nx.MultiDiGraph[str]"]

DUMPS = [name for name in FORMATS if FORMATS[name].takes_store]
PICTURES = [name for name in FORMATS if name not in DUMPS]
PAGES = {"html", "pyvis"}  # for people, not for tools

NODE = Node("https://w3id.org/relgraph/id/person/omar-hejira", "Person", "Omar Hejira")
HOSTILE = (
    "]]><!--",
    "</data></node><script>alert(1)</script>",
    "\"'`&amp;&#0;",
    "a\nb\rc\td\r\ne",
    "\0\1\x0b\x1f\x7f\x85",
    "\ufffe\uffff\U0001ffff",
    "\ud800",
    "\u202eabc\u200f\u2066",
    "=HYPERLINK('http://x.example')",
    "@SUM(A1)",
    " -1+1",
    "a;b|c,d",
    "\u2028\u2029",
    "x" * 100_000,
)
ANY_TEXT = st.text(st.characters(exclude_categories=()), min_size=1, max_size=40)


def read_graphml(data: bytes) -> "nx.MultiDiGraph[str]":
    return nx.MultiDiGraph(nx.read_graphml(io.BytesIO(data), force_multigraph=True))


def read_gexf(data: bytes) -> "nx.MultiDiGraph[str]":
    return nx.MultiDiGraph(nx.read_gexf(io.BytesIO(data)))


def read_nodelink(data: bytes) -> "nx.MultiDiGraph[str]":
    return nx.MultiDiGraph(nx.node_link_graph(json.loads(data), edges="edges"))


def read_cytoscape(data: bytes) -> "nx.MultiDiGraph[str]":
    # networkx reads only its own dialect of this format.
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    elements = json.loads(data)["elements"]
    graph.add_nodes_from((node["data"]["id"], node["data"]) for node in elements["nodes"])
    for edge in (edge["data"] for edge in elements["edges"]):
        graph.add_edge(edge["source"], edge["target"], key=edge["id"], **edge)
    return graph


def read_csv(data: bytes) -> "nx.MultiDiGraph[str]":
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in csv.DictReader(io.StringIO(data.decode(), newline=""), strict=True):
        graph.add_node(row["Source"], label=row["source_label"])
        graph.add_node(row["Target"], label=row["target_label"])
        graph.add_edge(row["Source"], row["Target"], key=row["Id"], **row)
    return graph


READERS: dict[str, Reader] = {
    "graphml": read_graphml,
    "gexf": read_gexf,
    "nodelink": read_nodelink,
    "cytoscape": read_cytoscape,
    "csv": read_csv,
}


def in_xml(text: str) -> str:
    """Spell *text* as XML 1.0 can, by its rule for Char."""
    return "".join(
        c
        if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c >= "\U00010000"
        else "\ufffd"
        for c in text
    )


def in_utf8(text: str) -> str:
    return text.encode("utf-8", "replace").decode()


def in_csv(text: str) -> str:
    safe = in_utf8(text.replace("\0", "\ufffd"))
    return f"'{safe}" if text[0] in "=+-@\t\r\n" else safe


SPELLED = {
    "graphml": in_xml,
    "gexf": in_xml,
    "nodelink": in_utf8,
    "cytoscape": in_utf8,
    "csv": in_csv,
}


def test_every_format_that_tools_read_has_a_reader_here() -> None:
    assert set(READERS) == set(PICTURES) - PAGES


@pytest.mark.parametrize("name", FORMATS)
def test_says_what_it_is(name: str) -> None:
    format = named(name)  # noqa: A001
    assert format.name == name
    assert format.suffix.startswith(".")
    assert format.opens_in
    assert "/" in format.media_type


@pytest.mark.parametrize("name", PICTURES)
def test_same_bytes_twice(name: str, view: GraphView, written: Written) -> None:
    assert written(FORMATS[name], view) == written(FORMATS[name], view)


@pytest.mark.parametrize("name", PICTURES)
def test_ends_with_a_line(name: str, view: GraphView, written: Written) -> None:
    assert written(FORMATS[name], view).endswith(b"\n")


@pytest.mark.parametrize("name", READERS)
def test_an_empty_view_reads_as_an_empty_graph(name: str, written: Written) -> None:
    graph = READERS[name](written(FORMATS[name], GraphView()))
    assert (len(graph.nodes), len(graph.edges)) == (0, 0)


@pytest.mark.parametrize("name", sorted(PAGES))
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:20])
def test_a_page_holds_hostile_text(name: str, text: str, view: GraphView, written: Written) -> None:
    nodes = tuple(replace(node, label=text, aliases=(text,)) for node in view.nodes)
    page = written(FORMATS[name], replace(view, nodes=nodes, title=text)).decode()
    assert "<script>alert" not in page
    assert page.rstrip().endswith("</html>")


@pytest.mark.parametrize("name", [name for name in READERS if name != "csv"])
def test_a_node_needs_no_edge(name: str, written: Written) -> None:
    graph = READERS[name](written(FORMATS[name], GraphView((NODE,))))
    assert graph.nodes["person:omar-hejira"]["label"] == "Omar Hejira"


@pytest.mark.parametrize("name", READERS)
def test_keeps_parallel_edges(name: str, view: GraphView, written: Written) -> None:
    graph = READERS[name](written(FORMATS[name], view))
    assert (len(graph.nodes), len(graph.edges)) == (3, 3)
    assert graph.number_of_edges("person:rajnath-singh", "person:ryad-mezzour") == 2


@pytest.mark.parametrize("name", READERS)
def test_ids_and_labels(name: str, view: GraphView, written: Written) -> None:
    graph = READERS[name](written(FORMATS[name], view))
    assert {node: said["label"] for node, said in graph.nodes(data=True)} == {
        "country:morocco": "Morocco",
        "person:rajnath-singh": "Rajnath Singh",
        "person:ryad-mezzour": "Ryad Mezzour",
    }


@pytest.mark.parametrize("name", READERS)
def test_the_visit_keeps_its_days(name: str, view: GraphView, written: Written) -> None:
    graph = READERS[name](written(FORMATS[name], view))
    ((_, _, visit),) = graph.in_edges("country:morocco", data=True)
    assert (visit["start"], visit["end"]) == ("2025-09-22", "2025-09-23")
    assert visit["relation"] == "visited"


@pytest.mark.parametrize("name", ["graphml", "gexf", "nodelink", "cytoscape"])
def test_types_are_kept(name: str, view: GraphView, written: Written) -> None:
    graph = READERS[name](written(FORMATS[name], view))
    ((_, _, visit),) = graph.in_edges("country:morocco", data=True)
    kept = {key: visit[key] for key in ("reports", "confidence", "weight", "symmetric")}
    assert kept == {"reports": 1, "confidence": 1.0, "weight": 1.0, "symmetric": False}
    assert [type(value) for value in kept.values()] == [int, float, float, bool]


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text)[:20])
def test_hostile_text_comes_back(name: str, text: str, view: GraphView, written: Written) -> None:
    assert_comes_back(name, text, view, written)


@pytest.mark.parametrize("name", READERS)
@given(text=ANY_TEXT)
def test_any_text_comes_back(name: str, text: str, view: GraphView, written: Written) -> None:
    assert_comes_back(name, text, view, written)


def assert_comes_back(name: str, text: str, view: GraphView, written: Written) -> None:
    nodes = tuple(replace(node, label=text, aliases=(text, text)) for node in view.nodes)
    edges = tuple(replace(edge, title=text, place=text, topics=(text,)) for edge in view.edges)
    graph = READERS[name](written(FORMATS[name], replace(view, nodes=nodes, edges=edges)))
    expected = SPELLED[name](text)
    assert {said["label"] for _, said in graph.nodes(data=True)} == {expected}
    assert {said["title"] for _, _, said in graph.edges(data=True)} == {expected}
    assert len(graph.edges) == 3


def test_an_unknown_kind_has_a_colour(written: Written) -> None:
    data = written(FORMATS["graphml"], GraphView((replace(NODE, kind="Spaceship"),)))
    assert read_graphml(data).nodes["person:omar-hejira"]["color"] == "#888888"


def test_there_is_one_dump_a_syntax() -> None:
    assert set(DUMPS) == set(SYNTAXES)


@pytest.mark.parametrize("name", DUMPS)
def test_suffix_tells_a_dump_to_its_readers(name: str) -> None:
    known = ox.RdfFormat.from_extension(FORMATS[name].suffix.removeprefix("."))
    assert known == SYNTAXES[name].format


def test_a_format_that_is_none() -> None:
    with pytest.raises(UsageError, match="no format 'gml'; known: html, "):
        named("gml")
