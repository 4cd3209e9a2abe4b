"""Carry the graph elsewhere: one list of formats, for views and for whole stores."""

from relgraph.errors import UsageError
from relgraph.export import csv, cytoscape, gexf, graphml, html, nodelink, pyvis
from relgraph.export.file import deliver, write_file
from relgraph.export.format import Format
from relgraph.export.rdf import RDF_FORMATS

__all__ = ["FORMATS", "Format", "deliver", "named", "write_file"]

FORMATS: dict[str, Format] = {
    "html": html.FORMAT,
    "pyvis": pyvis.FORMAT,
    "graphml": graphml.FORMAT,
    "gexf": gexf.FORMAT,
    "nodelink": nodelink.FORMAT,
    "cytoscape": cytoscape.FORMAT,
    "csv": csv.FORMAT,
    **RDF_FORMATS,
}


def named(name: str) -> Format:
    """Return the format called *name*.

    Raises:
        UsageError: where there is none.
    """
    if name not in FORMATS:
        raise UsageError(f"no format {name!r}", hint=f"known: {', '.join(FORMATS)}")
    return FORMATS[name]
