"""``relgraph export``: write the graph for another tool."""

from typing import Unpack

import click

from relgraph import export
from relgraph.cli.options import filter_options, opened, out_option, say, store_option
from relgraph.errors import UsageError
from relgraph.export.file import STDOUT
from relgraph.view import Filters


class _WithFormats(click.Command):
    """A command whose help ends with the formats there are."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        del ctx
        with formatter.section("Formats"):
            formatter.write_dl(
                [(form.name, f"opens in {form.opens_in}") for form in export.FORMATS.values()]
            )


@click.command(cls=_WithFormats, short_help="Write the graph for another tool.")
@click.argument("format_name", metavar="FORMAT", type=click.Choice(list(export.FORMATS)))
@store_option
@filter_options
@out_option
def command(format_name: str, location: str, out: str | None, **filters: Unpack[Filters]) -> None:
    """Write the graph as FORMAT, to graph.SUFFIX unless -o says otherwise.

    Most formats hold the network that `relgraph view` shows, with the evidence on the edges, and
    take the same filters. N-Quads and TriG hold the whole store; the other RDF formats, which
    have no named graphs, hold the merged view.
    """
    chosen = export.named(format_name)
    if chosen.takes_store and any(name != "hops" and value for name, value in filters.items()):
        raise UsageError("holds the whole store", where=format_name, hint="leave out the filters")
    path = out or f"graph{chosen.suffix}"
    with opened(location) as graph:
        if chosen.takes_store:
            graph.export(format_name, path)
        else:
            graph.view(**filters).save(path, format=format_name)
    if path != STDOUT:
        say(f"{path}: opens in {chosen.opens_in}")
