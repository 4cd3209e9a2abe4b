"""``relgraph extract``: print what articles say as JSON, without a store."""

import json
import sys
from contextlib import closing

import click

from relgraph import articles
from relgraph.cli.backends import backend_options
from relgraph.cli.options import jobs_option, min_confidence_option, say_skipped
from relgraph.cli.progress import progress
from relgraph.errors import ArticleError
from relgraph.extract import Backend
from relgraph.extract.confidence import sure_enough
from relgraph.extract.contract import to_json
from relgraph.extract.readers import read_items, reader


@click.command(short_help="Print what articles say as JSON, without a store.")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|DIR|- …")
@jobs_option
@backend_options
@min_confidence_option
def command(sources: tuple[str, ...], jobs: int, backend: Backend, min_confidence: float) -> int:
    """Read articles, and print one JSON object a line for each: entities, events, states.

    Each event has the sentence that says so, with its offsets into the text.
    """
    failed = False
    # Where the answers, too, go to the terminal, they say how far we are.
    shown = () if sys.stdout.isatty() else sources
    with (
        closing(reader(backend, jobs=jobs)) as chosen,
        progress(shown) as advance,
    ):
        for found in read_items(chosen, articles.read(sources)):
            if isinstance(found, ArticleError):
                failed = True
                say_skipped(found)
            else:
                article, extraction = found
                record = to_json(article, sure_enough(extraction, min_confidence))
                click.echo(json.dumps(record, ensure_ascii=False))
            advance()
    return ArticleError.exit_code if failed else 0
