"""``relgraph remove``: take articles out of a store."""

import click

from relgraph.cli.options import counted, opened, say, store_option


@click.command(short_help="Take articles out of a store.")
@click.argument("article_ids", nargs=-1, required=True, metavar="ID …")
@store_option
def command(article_ids: tuple[str, ...], location: str) -> None:
    """Take articles out of a store, with all that only they said.

    `relgraph run articles` lists the ids.
    """
    with opened(location, read_only=False) as graph:
        graph.remove(*article_ids)
    say(f"{location}: {counted(len(set(article_ids)), 'article')} removed")
