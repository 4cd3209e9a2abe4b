"""``relgraph view``: make the network page."""

from typing import Unpack

import click

from relgraph.cli.options import counted, filter_options, opened, say, store_option
from relgraph.view import Filters

# Who draws, and the export format that is theirs.
RENDERERS = {"relgraph": "html", "pyvis": "pyvis"}


@click.command(short_help="Make the network page.")
@store_option
@filter_options
@click.option(
    "--out",
    "-o",
    type=click.Path(dir_okay=False, allow_dash=True),
    default="graph.html",
    show_default=True,
    help="The page to write; - for stdout.",
)
@click.option(
    "--renderer",
    type=click.Choice(list(RENDERERS)),
    default="relgraph",
    show_default=True,
    help="Who draws: relgraph's own page, or vis-network by way of pyvis.",
)
def command(location: str, out: str, renderer: str, **filters: Unpack[Filters]) -> None:
    """Write the graph, or a part of it, as one HTML file that opens anywhere, offline.

    Click a node or an edge there to read the sentences behind it.

    \b
    Examples:
      relgraph view
      relgraph view --focus "Rajnath Singh" --hops 2 -o singh.html
    """
    with opened(location) as graph:
        picture = graph.view(**filters)
        picture.save(out, format=RENDERERS[renderer])
    nodes = counted(len(picture.graph.nodes), "entity", "entities")
    say(f"{out}: {nodes}, {counted(len(picture.graph.edges), 'relation')}")
