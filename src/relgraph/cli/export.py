"""``relgraph export``: write the graph for another tool."""

import click

from relgraph import export
from relgraph.cli.options import filter_options, opened, out_option, say, store_option
from relgraph.errors import UsageError


@click.command(short_help="Write the graph for another tool.")
@click.argument("format_name", metavar="FORMAT", type=click.Choice(list(export.FORMATS)))
@store_option
@filter_options
@out_option
def command(
    format_name: str,
    location: str,
    focus: str | None,
    hops: int,
    since: str,
    until: str,
    kinds: tuple[str, ...],
    relations: tuple[str, ...],
    out: str | None,
) -> None:
    """Write the graph as FORMAT, to graph.SUFFIX unless -o says otherwise.

    RDF formats hold the whole store; the others hold the network that `relgraph view` shows,
    with the evidence on the edges, and take the same filters.
    """
    chosen = export.named(format_name)
    if chosen.takes_store and (focus or since or until or kinds or relations):
        raise UsageError("holds the whole store", where=format_name, hint="leave out the filters")
    path = out or f"graph{chosen.suffix}"
    with opened(location) as graph:
        if chosen.takes_store:
            graph.export(format_name, path)
        else:
            graph.view(
                focus=focus, hops=hops, since=since, until=until, kinds=kinds, relations=relations
            ).save(path, format=format_name)
    say(f"{path}: opens in {chosen.opens_in}")
