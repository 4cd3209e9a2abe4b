"""``relgraph extract``: print what articles say as JSON, without a store."""

import json
from collections.abc import Iterable, Iterator

import click

from relgraph import articles
from relgraph.cli.backends import backend_options
from relgraph.cli.options import say_skipped
from relgraph.errors import ArticleError
from relgraph.extract import Backend, Extractor, extract_each, extractor
from relgraph.extract.contract import Json, to_json
from relgraph.model import Article


@click.command(short_help="Print what articles say as JSON, without a store.")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|DIR|- …")
@backend_options
def command(sources: tuple[str, ...], backend: Backend) -> int:
    """Read articles, and print one JSON object a line for each: entities, events, states.

    Each event has the sentence that says so, with its offsets into the text.
    """
    reader = extractor(backend)
    failed = False
    for found in _read(articles.read(sources), reader):
        if isinstance(found, ArticleError):
            failed = True
            say_skipped(found)
        else:
            click.echo(json.dumps(found, ensure_ascii=False))
    return ArticleError.exit_code if failed else 0


def _read(
    items: Iterable[Article | ArticleError], reader: Extractor
) -> Iterator[Json | ArticleError]:
    for item in items:
        if isinstance(item, ArticleError):
            yield item
            continue
        for found in extract_each(reader, [item]):
            yield found if isinstance(found, ArticleError) else to_json(item, found)
