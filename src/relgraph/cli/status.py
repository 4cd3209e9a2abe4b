"""``relgraph status``: say what a store holds."""

import click

from relgraph.cli.options import opened, store_option
from relgraph.pipeline import summary


@click.command(short_help="Say what a store holds.")
@store_option
def command(location: str) -> None:
    """Say how many articles, entities, events and states a store holds, and from when."""
    with opened(location) as graph:
        lines = summary(graph.store)
    width = max(len(name) for name, _ in lines)
    for name, number in lines:
        click.echo(f"{name:<{width}}  {number}")
