"""pyvis for those who script it, with its traps closed."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from relgraph.store import Store
from relgraph.view import GraphView, build, to_pyvis
from relgraph.view.pyvis_page import page

HOSTILE = [
    pytest.param("</script><script>window.pwned=1</script>", id="end of script"),
    pytest.param("<a href='#'>x</a><img src=x onerror=window.pwned=1>", id="href and image"),
    pytest.param("javascript:window.pwned=1\u2028", id="url"),
]


def test_parallel_edges_positions_and_directions_are_kept(store: Store) -> None:
    view = build(store)
    network = to_pyvis(view)
    assert len(network.nodes) == len(view.nodes)
    assert [edge["id"] for edge in network.edges] == [edge.id for edge in view.edges]
    assert all({"x", "y"} <= set(node) for node in network.nodes)
    arrows = {edge["label"]: edge["arrows"] for edge in network.edges}
    assert (arrows["met"], arrows["visited"]) == ("", "to")


def test_nothing_is_loaded_from_elsewhere(store: Store) -> None:
    written = page(to_pyvis(build(store)), title="<b>")
    assert "<title>&lt;b&gt;</title>" in written
    assert not re.findall(r"<link[^>]*stylesheet|<script[^>]*src=", written)
    assert page(to_pyvis(build(store)), title="<b>") == written


@pytest.mark.browser
@pytest.mark.parametrize("text", HOSTILE)
def test_titles_stay_text_when_hovered(
    text: str, hostile: Callable[[str], GraphView], open_page: Callable[..., Any]
) -> None:
    opened = open_page(page(to_pyvis(hostile(text)), title=text))
    tab = opened.page
    spots = tab.evaluate(
        """() => Object.values(network.getPositions()).map(at => {
          const { x, y } = network.canvasToDOM(at); return [x, y]; })"""
    )
    (ax, ay), (bx, by) = spots
    tab.mouse.move(5, 5)
    tab.mouse.move(ax, ay)
    tab.wait_for_selector(".vis-tooltip", state="visible")
    assert text.split("\u2028", maxsplit=1)[0] in tab.locator(".vis-tooltip").inner_text()
    tab.mouse.click(ax, ay)
    tab.mouse.move((ax + bx) / 2, (ay + by) / 2, steps=4)
    tab.wait_for_timeout(200)
    assert opened.mischief == []
    assert tab.evaluate("window.pwned") is None
