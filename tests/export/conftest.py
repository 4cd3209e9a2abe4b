"""Views made by hand, and a way to write them."""

from collections.abc import Callable
from io import BytesIO, TextIOWrapper

import pytest

from relgraph.export import Format
from relgraph.model import Modality, Span
from relgraph.view import Edge, GraphView, Node, Quote

ID = "https://w3id.org/relgraph/id"
SINGH, MEZZOUR = f"{ID}/person/rajnath-singh", f"{ID}/person/ryad-mezzour"
MOROCCO = f"{ID}/country/morocco"

QUOTE = Quote(
    text='Singh met "Mezzour" <in Rabat> & smiled.',
    trigger=Span(6, 9),
    arguments=(Span(0, 5),),
    rule="verb:meet",
    article=f"{ID}/article/aaaa",
    begin=15,
    end=55,
    headline="Ministers meet",
    publisher="Maghreb Wire",
    url="https://maghrebwire.example/1?a=1&b=2",
    published="2025-09-22",
)
MEETING = Edge(
    id=f"{ID}/met/mmmm#1",
    source=SINGH,
    target=MEZZOUR,
    relation="met",
    label="met",
    statement=f"{ID}/met/mmmm",
    start="2025-09-22",
    end="2025-09-22",
    date="22 September 2025",
    place="Rabat",
    topics=("defence", "chemicals"),
    confidence=0.9,
    reports=3,
    quotes=(QUOTE,),
)
NEXT_MEETING = Edge(
    id=f"{ID}/met/nnnn#1",
    source=SINGH,
    target=MEZZOUR,
    relation="met",
    label="met",
    statement=f"{ID}/met/nnnn",
    modality=Modality.PLANNED,
)
VISIT = Edge(
    id=f"{ID}/visited/vvvv#1",
    source=SINGH,
    target=MOROCCO,
    relation="visited",
    label="visited",
    statement=f"{ID}/visited/vvvv",
    start="2025-09-22",
    end="2025-09-23",
    date="22–23 September 2025",
)


@pytest.fixture(scope="session")
def view() -> GraphView:
    """Return three nodes and three edges, of which two are parallel and of one relation."""
    nodes = (
        Node(MOROCCO, "Country", "Morocco", matches=("http://www.wikidata.org/entity/Q1028",)),
        Node(SINGH, "Person", "Rajnath Singh", aliases=("Singh", "Shri Rajnath Singh")),
        Node(MEZZOUR, "Person", "Ryad Mezzour"),
    )
    return GraphView(nodes, (MEETING, NEXT_MEETING, VISIT), title="India & Morocco")


@pytest.fixture(scope="session")
def written() -> Callable[[Format, GraphView], bytes]:
    """Return a function that writes a view as ``write_file`` does, and gives the bytes."""

    def write(format: Format, view: GraphView) -> bytes:  # noqa: A002
        held = BytesIO()
        text = TextIOWrapper(held, encoding="utf-8", errors="replace", newline="")
        format.view_writer()(view, text)
        text.flush()
        return held.getvalue()

    return write
