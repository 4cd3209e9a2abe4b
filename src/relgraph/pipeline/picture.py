"""A part of the graph, ready to be looked at."""

from __future__ import annotations

import html
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from relgraph import export
from relgraph.view import GraphView, page, to_networkx, to_pyvis

if TYPE_CHECKING:
    import networkx as nx
    from pyvis.network import Network

NOTEBOOK_HEIGHT = 640


@dataclass(frozen=True, slots=True)
class Picture:
    """A view of the graph that shows itself in a notebook, and saves itself as a page."""

    graph: GraphView

    def save(self, path: str | Path, *, format: str = "html") -> Path:  # noqa: A002
        """Write the picture, as one offline page unless *format* says otherwise.

        Raises:
            UsageError: where no format of ``export.FORMATS`` has that name.
            InputError: where the file cannot be written; then nothing is left of it.
        """
        return export.write_file(export.named(format), self.graph, Path(path))

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Return a networkx graph: nodes by IRI, edges by id, everything known as attributes."""
        return to_networkx(self.graph)

    def to_pyvis(self) -> Network:
        """Return a pyvis network, for those who script it."""
        return to_pyvis(self.graph)

    def _repr_html_(self) -> str:
        source = html.escape(page(self.graph), quote=True)
        return (
            f'<iframe srcdoc="{source}" sandbox="allow-scripts allow-popups" '
            f'style="width:100%;height:{NOTEBOOK_HEIGHT}px;border:0"></iframe>'
        )
