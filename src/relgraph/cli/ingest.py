"""``relgraph ingest``: put articles into a store."""

from collections.abc import Callable, Iterator
from contextlib import closing
from itertools import chain

import click

from relgraph import articles
from relgraph.cli.backends import backend_options
from relgraph.cli.options import jobs_option, opened, say, say_skipped, store_option
from relgraph.cli.progress import progress
from relgraph.errors import ArticleError
from relgraph.extract import Backend
from relgraph.extract.readers import reader
from relgraph.model import Article
from relgraph.pipeline import Ingested, Outcome, Step, summarise
from relgraph.pipeline.ingest import ingest


@click.command(short_help="Put articles into a store.")
@click.argument("sources", nargs=-1, required=True, metavar="FILE|DIR|- …")
@store_option
@jobs_option
@backend_options
def command(sources: tuple[str, ...], location: str, jobs: int, backend: Backend) -> int:
    """Read articles, and put what they say into the store.

    \b
    FILE is JSON lines with "id" and "text" (and, where known, "title", "url",
    "publisher", "published"), or one article as .txt, .md or .html.
    DIR is read through; - is JSON lines on stdin.

    An article whose id the store knows is replaced. A line that cannot be read is told, the rest
    goes in, and the exit code is 3. What a run that was stopped has read, the next one has not to
    read again.

    \b
    Examples:
      relgraph ingest articles.jsonl
      relgraph ingest --store morocco.store clippings/
      relgraph ingest --jobs 4 archive.jsonl
    """
    items = articles.read(sources)
    first = list(_to_the_first(items))
    if not first or not isinstance(first[-1], Article):
        # Nothing to keep: no store is made for it, nor is one that is there touched.
        for item in first:
            if isinstance(item, ArticleError):
                say_skipped(item)
        say("no articles")
        return ArticleError.exit_code
    # Loaded first: where that fails, no empty store is left behind.
    with (
        closing(reader(backend, jobs=jobs)) as chosen,
        opened(location, create=True, read_only=False) as graph,
        closing(ingest(graph.store, chain(first, items), chosen)) as steps,
    ):
        with progress(sources) as advance:
            done = summarise(_told(steps, advance))
        say(_report(done, graph.location))
    return ArticleError.exit_code if done.errors else 0


def _to_the_first(
    items: Iterator[Article | ArticleError],
) -> Iterator[Article | ArticleError]:
    for item in items:
        yield item
        if isinstance(item, Article):
            return


def _told(steps: Iterator[Step], advance: Callable[[], None]) -> Iterator[Step]:
    """Tell each failure as it comes, and how far we are."""
    for step in steps:
        if step.error is not None:
            say_skipped(step.error)
        advance()
        yield step


def _report(done: Ingested, location: str) -> str:
    counts = {
        Outcome.ADDED: done.added,
        Outcome.REPLACED: done.replaced,
        Outcome.UNCHANGED: done.unchanged,
        Outcome.FAILED: len(done.errors),
    }
    told = ", ".join(f"{count:,} {outcome}" for outcome, count in counts.items() if count)
    return f"{location}: {told or 'no articles'}"
