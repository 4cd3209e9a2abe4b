"""Write a view as one HTML file that opens anywhere and asks nothing of any network."""

import html
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from relgraph.view.graph import GraphView
from relgraph.view.payload import Point, payload
from relgraph.view.safe import json_text, policy

# The page's modules, each after those it imports from.
SCRIPTS = (
    "shapes.js",
    "dom.js",
    "dates.js",
    "graph.js",
    "state.js",
    "camera.js",
    "curve.js",
    "room.js",
    "labels.js",
    "theme.js",
    "paint.js",
    "pointer.js",
    "legend.js",
    "search.js",
    "evidence.js",
    "panel.js",
    "timeline.js",
    "main.js",
)

_ASSETS = Path(__file__).parent / "page"
_IMPORT = re.compile(r"^import [^;]*;\n", re.MULTILINE)  # import { fold } from "./search.js";
_EXPORT = re.compile(r"^export (?=const|function)", re.MULTILINE)  # export function fold(text) {
_COMMENT = re.compile(r"^ */\*\*.*?\*/\n", re.MULTILINE | re.DOTALL)  # /** @param {string} id */
_SLOT = re.compile(r"<!-- (policy|title|style|graph|script) -->")  # <!-- title -->


def page(view: GraphView, *, positions: Mapping[str, Point] | None = None) -> str:
    """Return the page that shows *view*; the same view gives the same page.

    *positions* places the nodes by their ids; without, ``layout.place`` does.
    """
    if positions is None:
        from relgraph.view.layout import place  # noqa: PLC0415 - numpy takes 0.1 s to import

        positions = place(view)
    script, style = _script(), _asset("style.css")
    slots = {
        "policy": html.escape(policy([script], [style])),
        "title": html.escape(view.title or "relgraph"),
        "style": style,
        "graph": json_text(payload(view, positions)),
        "script": script,
    }
    # In one pass, so that nothing that was put in is read again.
    return _SLOT.sub(lambda slot: slots[slot[1]], _asset("page.html"))


@cache
def _script() -> str:
    """Join the modules into one: a page on its own cannot import from files beside it."""
    modules = (_COMMENT.sub("", _asset(name)) for name in SCRIPTS)
    return "\n".join(_EXPORT.sub("", _IMPORT.sub("", module)) for module in modules)


@cache
def _asset(name: str) -> str:
    return (_ASSETS / name).read_text("utf-8")
