"""``relgraph view``: make the network page."""

from pathlib import Path

import click

from relgraph.cli.options import counted, filter_options, opened, say, store_option


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
    type=click.Choice(["relgraph", "pyvis"]),
    default="relgraph",
    show_default=True,
    help="Who draws: relgraph's own page, or vis-network by way of pyvis.",
)
def command(
    location: str,
    focus: str | None,
    hops: int,
    since: str,
    until: str,
    kinds: tuple[str, ...],
    relations: tuple[str, ...],
    out: str,
    renderer: str,
) -> None:
    """Write the graph, or a part of it, as one HTML file that opens anywhere, offline.

    Click a node or an edge there to read the sentences behind it.

    \b
    Examples:
      relgraph view
      relgraph view --focus "Rajnath Singh" --hops 2 -o singh.html
    """
    with opened(location) as graph:
        picture = graph.view(
            focus=focus, hops=hops, since=since, until=until, kinds=kinds, relations=relations
        )
        picture.save(out, format="html" if renderer == "relgraph" else "pyvis")
    nodes = counted(len(picture.graph.nodes), "entity", "entities")
    say(f"{Path(out)}: {nodes}, {counted(len(picture.graph.edges), 'relation')}")
