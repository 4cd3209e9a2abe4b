"""The network as one page, which a browser opens offline."""

from typing import TextIO

from relgraph.export.format import Format
from relgraph.view import GraphView


def write(view: GraphView, out: TextIO) -> None:
    """Write *view* as the page that ``relgraph view`` makes."""
    # Laying it out needs numpy, which no other format does.
    from relgraph.view import page  # noqa: PLC0415

    out.write(page(view))


FORMAT = Format(
    "html",
    suffix=".html",
    opens_in="any browser",
    media_type="text/html",
    write=write,
)
