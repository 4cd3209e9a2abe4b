"""A small graph in a store, and Chromium to look at pages with."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

import pyoxigraph as ox
import pytest
from playwright.sync_api import Browser, Dialog, Page, Request, sync_playwright

from relgraph.model import Span
from relgraph.store import GraphName, Solutions, Stats, Term
from relgraph.view import Edge, GraphView, Node, Quote

STORY = Path(__file__).with_name("story.trig")
SCREEN = {"width": 1000, "height": 700}


class Oxigraph:
    """As much of a store as the view asks for."""

    location = "memory:"
    base = "https://w3id.org/relgraph/id/"

    def __init__(self, trig: str) -> None:
        self._store = ox.Store()
        self._store.load(trig.encode(), format=ox.RdfFormat.TRIG)

    def query(self, sparql: str, *, timeout: float | None = None) -> Solutions:  # noqa: ARG002
        found = self._store.query(sparql)
        assert isinstance(found, ox.QuerySolutions)
        return Solutions(tuple(v.value for v in found.variables), (tuple(row) for row in found))

    def match(
        self,
        subject: ox.NamedNode | None = None,
        predicate: ox.NamedNode | None = None,
        object: Term | None = None,  # noqa: A002
        graph: GraphName | None = None,
    ) -> Iterator[ox.Quad]:
        return self._store.quads_for_pattern(subject, predicate, object, graph)

    def replace(self, graphs: Mapping[GraphName, Iterable[ox.Quad]]) -> bool:
        raise NotImplementedError

    def export(self, out: BinaryIO, *, syntax: str) -> None:
        raise NotImplementedError

    def stats(self) -> Stats:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError


@dataclass
class Opened:
    """A page in Chromium, with all that should not have happened to it."""

    page: Page
    mischief: list[str] = field(default_factory=list)

    def centre_of(self, colour: str) -> tuple[float, float]:
        """Return the middle of the leftmost mark on the canvas that has just this colour."""
        x, y = self.page.evaluate(FIND_MARK, colour)
        return (x, y)


FIND_MARK = """colour => {
  const canvas = document.querySelector("canvas");
  const ratio = canvas.width / canvas.clientWidth;
  const { data, width } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const found = [];
  for (let i = 0; i < data.length; i += 4) {
    if (wanted.every((part, k) => data[i + k] === part) && data[i + 3] === 255) {
      found.push([(i / 4) % width, Math.floor(i / 4 / width)]);
    }
  }
  const left = Math.min(...found.map(([x]) => x));
  const mark = found.filter(([x]) => x < left + 12);
  return [0, 1].map((k) => mark.reduce((sum, at) => sum + at[k], 0) / mark.length / ratio);
}"""


@pytest.fixture
def store() -> Oxigraph:
    return Oxigraph(STORY.read_text("utf-8"))


@pytest.fixture
def damaged_store() -> Callable[[dict[str, str]], Oxigraph]:
    """Return the small graph with some of its text replaced."""

    def build(damage: dict[str, str]) -> Oxigraph:
        trig = STORY.read_text("utf-8")
        for before, after in damage.items():
            assert before in trig
            trig = trig.replace(before, after)
        return Oxigraph(trig)

    return build


@pytest.fixture
def empty_store() -> Oxigraph:
    return Oxigraph("")


@pytest.fixture
def hostile() -> Callable[[str], GraphView]:
    """Return a view in which every field that can holds the same bad text."""

    def build(text: str) -> GraphView:
        quote = Quote(
            text=text,
            trigger=Span(0, 3),
            arguments=(Span(1, 5), Span(2, 900)),
            rule=text,
            article=text,
            begin=0,
            end=len(text),
            headline=text,
            publisher=text,
            url=text,
            published=text,
        )
        one, other = f"{text}1", f"{text}2"
        nodes = tuple(Node(i, "Person", f"{text} {i[-1]}", (text,), (text,)) for i in (one, other))
        edges = tuple(
            Edge(
                id=f"{text}{place}",
                source=one,
                target=other,
                relation="met",
                label=text,
                statement=f"{text}{place}",
                start=text,
                end=text,
                date=text,
                title=text,
                place=text,
                topics=(text, text),
                quotes=(quote,),
            )
            for place in range(3)
        )
        return GraphView(nodes, edges, title=text, subtitle=text, caption=text)

    return build


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Browser, tmp_path: Path) -> Iterator[Callable[[str], Opened]]:
    """Open some HTML from a file, watching for requests, dialogs, errors and new windows."""
    contexts = []

    def open_(html: str, *, width: int = SCREEN["width"], height: int = SCREEN["height"]) -> Opened:
        file = tmp_path / "page.html"
        file.write_text(html, "utf-8", newline="\n")
        context = chromium.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce"
        )
        contexts.append(context)
        opened = Opened(context.new_page())
        page, mischief = opened.page, opened.mischief

        def on_dialog(dialog: Dialog) -> None:
            mischief.append(f"dialog: {dialog.message}")
            dialog.dismiss()

        def on_request(request: Request) -> None:
            if not request.url.startswith(file.as_uri()) and request.url != "data:,":
                mischief.append(f"request: {request.url}")

        page.on("pageerror", lambda error: mischief.append(f"error: {error}"))
        page.on("popup", lambda popup: mischief.append(f"window: {popup.url}"))
        page.on("console", lambda line: mischief.append(f"console: {line.text}"))
        page.on("dialog", on_dialog)
        page.on("request", on_request)
        page.goto(file.as_uri())
        page.wait_for_selector("html[data-ready]")
        page.wait_for_timeout(60)
        return opened

    yield open_
    for context in contexts:
        context.close()
