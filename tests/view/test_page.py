"""The page: one file, offline, and nothing that it shows can run."""

import base64
import hashlib
import html
import json
import re
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from typing import Any

import pytest

from relgraph.iri import DEFAULT_BASE
from relgraph.store import Store
from relgraph.view import GraphView, Node, build, page
from relgraph.view.page import SCRIPTS

PERSON = "#2f6fbb"
FACILITY = "#5f7a8c"
OPEN = Callable[..., Any]

SCRIPT = re.compile(r'<script type="module">(.*?)</script>', re.DOTALL)
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)
GRAPH = re.compile(r'<script type="application/json" id="graph">(.*?)</script>', re.DOTALL)
POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')

HOSTILE = [
    pytest.param("</script><script>window.pwned=1</script>", id="end of script"),
    pytest.param("<img src=x onerror=window.pwned=1>", id="image"),
    pytest.param("<!--<script>", id="comment"),
    pytest.param("\"' onmouseover=window.pwned=1 x='\"", id="quotes"),
    pytest.param("\u2028window.pwned=1\u2029", id="line separators"),
    pytest.param("javascript:window.pwned=1", id="javascript url"),
    pytest.param("https://news.example/<b>", id="url with markup"),
    pytest.param("data:text/html,<script>window.pwned=1</script>", id="data url"),
    pytest.param("\u202eمحمد السادس\u202c عبد", id="right to left"),
    pytest.param("<!-- script --><!-- graph -->", id="our own slots"),
    pytest.param("\\u003c/script\\u003e ${window.pwned=1} `", id="escapes"),
    pytest.param("constructor __proto__ 𝔘😀", id="prototypes and astral letters"),
]


def the(pattern: re.Pattern[str], text: str) -> str:
    (found,) = pattern.findall(text)
    return str(found)


def test_the_same_view_gives_the_same_bytes(store: Store) -> None:
    assert page(build(store)) == page(build(store))


def test_only_the_scripts_and_styles_of_the_page_are_allowed(store: Store) -> None:
    written = page(build(store))
    policy = html.unescape(the(POLICY, written))
    hashes = {
        name: base64.b64encode(hashlib.sha256(the(pattern, written).encode()).digest()).decode()
        for name, pattern in (("script", SCRIPT), ("style", STYLE))
    }
    assert policy.split("; ") == [
        "default-src 'none'",
        f"script-src 'sha256-{hashes['script']}'",
        f"style-src 'sha256-{hashes['style']}'",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_every_module_is_part_of_the_page() -> None:
    modules = (files("relgraph.view") / "page").iterdir()
    assert sorted(SCRIPTS) == sorted(m.name for m in modules if m.name.endswith(".js"))


def test_nothing_is_loaded_from_elsewhere(store: Store) -> None:
    written = page(build(store))
    bare = GRAPH.sub("", written)
    # The name of SVG, and the sample line beside a regex.
    known = {"http://www.w3.org/2000/svg", "https://news.example/a"}
    assert set(re.findall(r"https?://[^\s\"'`]*", bare)) == known
    assert not re.findall(r"@import|url\(|\bsrc=|fetch\(|XMLHttpRequest|innerHTML", bare)


def test_the_graph_is_read_back_as_it_was(hostile: Callable[[str], GraphView]) -> None:
    text = "</script>&\u2028"
    written = the(GRAPH, page(hostile(text)))
    assert not set("<>&\u2028") & set(written)
    assert json.loads(written)["title"] == text


def test_links_that_lead_nowhere_on_the_web_are_left_out(
    hostile: Callable[[str], GraphView],
) -> None:
    shown = json.loads(the(GRAPH, page(hostile("javascript:alert(1)"))))
    assert shown["articles"][0]["url"] == ""
    assert shown["nodes"][0]["matches"] == []


def test_a_sentence_that_two_edges_share_is_written_once(store: Store) -> None:
    shown = json.loads(the(GRAPH, page(build(store))))
    assert len(shown["quotes"]) == 2
    assert len(shown["articles"]) == 2


@pytest.mark.browser
@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_text_whatever_is_done_to_it(
    text: str, hostile: Callable[[str], GraphView], open_page: OPEN
) -> None:
    opened = open_page(page(hostile(text)))
    tab = opened.page
    x, y = opened.centre_of(PERSON)
    tab.mouse.move(x, y)
    tab.wait_for_timeout(40)
    tab.mouse.click(x, y)
    tab.wait_for_selector("#panel .told")
    tab.keyboard.press("Escape")
    tab.fill("#search", f"{text} 1")
    tab.wait_for_selector("#suggestions li")
    tab.keyboard.press("Enter")
    tab.click("#list")
    tab.wait_for_selector("#panel ol button")
    tab.click("#panel ol button")
    tab.click("#panel .name >> nth=0")
    tab.click("#legend button >> nth=0")
    tab.click("#legend button >> nth=0")
    tab.click("#theme")
    tab.reload()
    tab.wait_for_selector("html[data-ready]")
    assert opened.mischief == []
    assert tab.evaluate("window.pwned") is None
    hrefs = tab.eval_on_selector_all("a", "links => links.map(link => link.protocol)")
    assert set(hrefs) <= {"https:", "http:"}


@pytest.mark.browser
def test_click_on_a_node_tells_what_is_known_of_it(store: Store, open_page: OPEN) -> None:
    opened = open_page(page(build(store, relations=("inaugurated",))))
    opened.page.mouse.click(*opened.centre_of(FACILITY))
    panel = opened.page.locator("#panel")
    assert panel.locator("h2").inner_text() == "Berrechid plant"
    assert panel.locator(".told h3").all_inner_texts() == [
        "Abdeltif Loudiyi and Rajnath Singh inaugurated Berrechid plant"
    ]
    assert opened.mischief == []


def find_edge(tab: Any, x: float, y: float) -> None:
    """Click on the edge that passes above or below a point: a lone edge bows a little."""
    rows = iter(range(-40, 41, 4))
    while tab.locator("#network").evaluate("canvas => canvas.style.cursor") != "pointer":
        up = next(rows)
        tab.mouse.move(x, y + up)
    tab.mouse.click(x, y + up)


@pytest.mark.browser
def test_click_on_an_edge_shows_its_sentences(store: Store, open_page: OPEN) -> None:
    view = build(
        store, focus=f"{DEFAULT_BASE}person/ryad-mezzour", kinds=("Person",), since="2025-09"
    )
    view = GraphView(
        tuple(node for node in view.nodes if node.label != "Abdeltif Loudiyi"),
        tuple(edge for edge in view.edges if "loudiyi" not in edge.source + edge.target),
    )
    places = {node.id: (at * 300.0, 0.0) for at, node in enumerate(view.nodes)}
    opened = open_page(page(view, positions=places))
    x, y = opened.centre_of(PERSON)
    tab = opened.page
    find_edge(tab, x + 100, y)
    told = tab.locator("#panel .told")
    quotes = told.locator("blockquote").all_inner_texts()
    assert "On Monday, Rajnath Singh met Ryad Mezzour and Abdeltif Loudiyi there." in quotes
    assert told.locator("mark").all_inner_texts() == ["met", "met"]
    assert told.locator("b").all_inner_texts() == ["Rajnath Singh", "Ryad Mezzour"]
    assert told.locator(".facts").inner_text() == "22 Sep 2025 · Rabat · chemicals, defence"
    assert told.locator(".support").inner_text() == "confidence 90 % · 2 reports"
    link = told.locator("a")
    assert link.get_attribute("href") == "https://news.example/a"
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert (
        told.locator("figcaption").last.inner_text()
        == "Singh in Rabat ↗ — Atlas Wire · 24 Sep 2025"
    )


@pytest.mark.browser
def test_a_node_can_be_dragged_elsewhere(store: Store, open_page: OPEN) -> None:
    opened = open_page(page(build(store, relations=("inaugurated",))))
    tab = opened.page
    x, y = opened.centre_of(FACILITY)
    tab.mouse.move(x, y)
    tab.mouse.down()
    tab.mouse.move(x + 60, y - 80, steps=5)
    tab.mouse.up()
    # Its edges, lit by hovering, have the colour that is looked for.
    tab.mouse.move(20, 20)
    tab.wait_for_timeout(60)
    there = opened.centre_of(FACILITY)
    assert there == pytest.approx((x + 60, y - 80), abs=9)
    assert tab.locator("#panel").is_hidden()


@pytest.mark.browser
@pytest.mark.parametrize(
    ("query", "name"),
    [
        pytest.param("mezz", "Ryad Mezzour", id="part of a name"),
        pytest.param("LOUDYI", "Abdeltif Loudiyi", id="alias, in capitals"),
        pytest.param("rajnath   singh", "Rajnath Singh", id="spaces"),
    ],
)
def test_search_finds_by_name_and_alias(
    query: str, name: str, store: Store, open_page: OPEN
) -> None:
    opened = open_page(page(build(store)))
    tab = opened.page
    tab.keyboard.press("/")
    tab.keyboard.type(query)
    tab.keyboard.press("Enter")
    assert tab.locator("#panel h2").inner_text() == name
    tab.keyboard.press("Escape")
    assert tab.locator("#panel").is_hidden()


@pytest.mark.browser
def test_search_says_when_nothing_has_the_name(store: Store, open_page: OPEN) -> None:
    tab = open_page(page(build(store))).page
    tab.fill("#search", "zzz")
    assert tab.locator("#suggestions").inner_text() == "Nothing has that name"


@pytest.mark.browser
def test_the_legend_counts_and_filters(store: Store, open_page: OPEN) -> None:
    tab = open_page(page(build(store))).page
    assert tab.locator("#kind-Person").inner_text().split() == ["Person", "3"]
    assert tab.locator("#relation-met").inner_text().split() == ["met", "4"]
    tab.click("#relation-met")
    assert tab.locator("#relation-met").get_attribute("aria-pressed") == "false"
    tab.fill("#search", "rajnath")
    tab.keyboard.press("Enter")
    told = tab.locator("#panel .told .relation").all_inner_texts()
    assert told == ["holds office in", "inaugurated", "visited"]
    assert tab.locator("#panel .note").inner_text() == "3 relations hidden by filters"


@pytest.mark.browser
def test_what_did_not_happen_is_hidden_until_asked_for(store: Store, open_page: OPEN) -> None:
    tab = open_page(page(build(store))).page
    tab.fill("#search", "mezzour")
    tab.keyboard.press("Enter")
    assert tab.locator("#panel .told").count() == 2
    tab.click("#modality-negated")
    assert tab.locator("#panel .told").count() == 3
    assert tab.locator("#panel .chip").inner_text() == "Did not happen"


@pytest.mark.browser
def test_a_name_that_filters_hide_is_still_found(store: Store, open_page: OPEN) -> None:
    tab = open_page(page(build(store))).page
    tab.click("#kind-Person")
    tab.fill("#search", "mezzour")
    tab.keyboard.press("Enter")
    assert tab.locator("#panel h2").inner_text() == "Ryad Mezzour"


@pytest.mark.browser
def test_the_histogram_narrows_to_some_months(store: Store, open_page: OPEN) -> None:
    tab = open_page(page(build(store))).page
    assert tab.locator("#time-range").inner_text() == "Jun 2025 – Sep 2025"
    tab.focus("#histogram")
    tab.keyboard.press("ArrowRight")
    tab.keyboard.press("ArrowRight")
    assert tab.locator("#time-range").inner_text() == "Jul 2025"
    tab.keyboard.press("Escape")
    assert tab.locator("#time-range").inner_text() == "Jun 2025 – Sep 2025"


@pytest.mark.browser
def test_what_lies_long_before_the_rest_leaves_room_for_it(store: Store, open_page: OPEN) -> None:
    view = build(store)
    old = replace(view.edges[0], id="old", statement="old", start="1998-01-05", end="1998-01-05")
    many = tuple(replace(edge, id=f"{edge.id}{n}") for n in range(3) for edge in view.edges)
    tab = open_page(page(replace(view, edges=(*many, old)))).page
    assert tab.locator("#time-range").inner_text() == "Jun 2025 – Sep 2025, and 1 earlier"
    tab.focus("#histogram")
    tab.keyboard.press("ArrowRight")
    assert tab.locator("#time-range").inner_text() == "Jun 2025, and 1 earlier"
    tab.keyboard.press("ArrowRight")
    assert tab.locator("#time-range").inner_text() == "Jul 2025"


@pytest.mark.browser
def test_all_sentences_are_there_on_demand(store: Store, open_page: OPEN) -> None:
    view = build(store, relations=("met",))
    five = tuple(replace(edge, quotes=edge.quotes * 2 + edge.quotes[:1]) for edge in view.edges)
    tab = open_page(page(replace(view, edges=five))).page
    tab.fill("#search", "loudiyi")
    tab.keyboard.press("Enter")
    assert tab.locator("blockquote").count() == 2
    tab.click("#panel .more")
    assert tab.locator("blockquote").count() == 5


@pytest.mark.browser
def test_everything_is_reached_by_keyboard(store: Store, open_page: OPEN) -> None:
    tab = open_page(page(build(store))).page
    tab.focus("#list")
    tab.keyboard.press("Enter")
    assert tab.locator("#panel ol button").count() == 6
    tab.focus("#panel ol button >> nth=0")
    tab.keyboard.press("Enter")
    assert tab.locator("#panel h2").inner_text() == "Rajnath Singh"


@pytest.mark.browser
def test_the_address_leads_back_to_a_node(store: Store, open_page: OPEN) -> None:
    tab = open_page(page(build(store))).page
    tab.fill("#search", "mezzour")
    tab.keyboard.press("Enter")
    tab.reload()
    tab.wait_for_selector("html[data-ready]")
    assert tab.locator("#panel h2").inner_text() == "Ryad Mezzour"


@pytest.mark.browser
@pytest.mark.parametrize(
    "screen",
    [
        pytest.param((1440, 900), id="desk"),
        pytest.param((390, 844), id="phone"),
        pytest.param((320, 480), id="small"),
    ],
)
@pytest.mark.parametrize(
    "view",
    [
        pytest.param(GraphView(), id="empty"),
        pytest.param(GraphView((Node("https://e.org/a", "Country", "India"),)), id="one node"),
    ],
)
def test_small_graphs_open_on_every_screen(
    view: GraphView, screen: tuple[int, int], open_page: OPEN
) -> None:
    opened = open_page(page(view), width=screen[0], height=screen[1])
    assert opened.mischief == []
    assert opened.page.locator("#empty").is_visible() == (not view.nodes)


@pytest.mark.browser
def test_the_page_works_in_a_notebooks_frame(store: Store, open_page: OPEN) -> None:
    source = html.escape(page(build(store)), quote=True)
    frame = f'<iframe sandbox="allow-scripts" width=900 height=600 srcdoc="{source}"></iframe>'
    opened = open_page(f'<!doctype html><html data-ready="true"><meta charset="utf-8">{frame}')
    inside = opened.page.frame_locator("iframe")
    inside.locator("#search").fill("mezzour")
    inside.locator("#search").press("Enter")
    assert inside.locator("#panel h2").inner_text() == "Ryad Mezzour"
    assert [line for line in opened.mischief if "about:srcdoc" not in line] == []
