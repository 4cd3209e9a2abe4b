"""``relgraph rebuild``: derive the merged view anew."""

import click

from relgraph.cli.options import opened, say, store_option


@click.command(short_help="Derive the merged view anew.")
@store_option
def command(location: str) -> None:
    """Derive entities, events and edges anew from what the articles say.

    Needed after a new version of relgraph; otherwise it changes nothing.
    """
    with opened(location, read_only=False) as graph:
        changed = graph.rebuild()
    say(f"{location}: {'rebuilt' if changed else 'nothing to change'}")
