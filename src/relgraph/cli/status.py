"""``relgraph status``: say what a store holds."""

from collections.abc import Mapping

import click

from relgraph.cli.options import opened, store_option
from relgraph.pipeline import summary


@click.command(short_help="Say what a store holds.")
@store_option
def command(location: str) -> None:
    """Say how many articles, entities, events and states a store holds, and of which types."""
    with opened(location) as graph:
        held = summary(graph.store)
    click.echo(f"articles  {held.articles:>7,}")
    for name, counts in (
        ("entities", held.entities),
        ("events", held.events),
        ("states", held.states),
    ):
        click.echo(f"{name:<8}  {sum(counts.values()):>7,}  {_by_type(counts)}".rstrip())
    click.echo(f"quads     {held.quads:>7,}")


def _by_type(counts: Mapping[str, int]) -> str:
    most_first = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{name} {count:,}" for name, count in most_first)
