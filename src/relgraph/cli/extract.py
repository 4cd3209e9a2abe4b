"""``relgraph extract``: print what articles say as JSON, without a store."""

import json

import click

from relgraph import articles
from relgraph.cli.options import say_skipped
from relgraph.errors import ArticleError
from relgraph.extract import extractor
from relgraph.extract.contract import to_json


@click.command(short_help="Print what articles say as JSON, without a store.")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|DIR|- …")
def command(sources: tuple[str, ...]) -> int:
    """Read articles, and print one JSON object a line for each: entities, events, states.

    Each event has the sentence that says so, with its offsets into the text.
    """
    backend = extractor()
    failed = False
    for item in articles.read(sources):
        if isinstance(item, ArticleError):
            failed = True
            say_skipped(item)
            continue
        (extraction,) = backend.extract([item])
        click.echo(json.dumps(to_json(item, extraction), ensure_ascii=False))
    return ArticleError.exit_code if failed else 0
