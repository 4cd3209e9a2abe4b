"""The network as pyvis has it, on a page that vis-network draws."""

from typing import TextIO

from relgraph.export.format import Format
from relgraph.view import GraphView


def write(view: GraphView, out: TextIO) -> None:
    """Write *view* as one offline page; our own page, ``html``, shows the evidence too."""
    from relgraph.view import pyvis_page  # noqa: PLC0415 - pyvis is slow to import

    out.write(pyvis_page.page(pyvis_page.to_pyvis(view), title=view.title or "relgraph"))


FORMAT = Format(
    "pyvis",
    suffix=".pyvis.html",
    opens_in="any browser, drawn by vis-network",
    media_type="text/html",
    write=write,
)
