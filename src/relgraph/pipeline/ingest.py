"""Bring articles into a store, and keep the merged view true to them."""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

import pyoxigraph as ox

from relgraph import iri, rdf
from relgraph.errors import ArticleError, InputError, RelgraphError
from relgraph.extract.readers import CHUNK, Reader, read_ahead
from relgraph.model import Article, Extraction
from relgraph.pipeline.spool import Spool, forget
from relgraph.resolve import resolve
from relgraph.store import GraphName, Store

# Articles go into the store in batches, each with the merged view that it makes true. A batch is
# a quarter of what is there, so that rebuilding the view costs a constant factor over a long run.
FIRST_BATCH = 128
GROWTH = 4


class Outcome(StrEnum):
    """What became of one article."""

    ADDED = "added"
    REPLACED = "replaced"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Step:
    """One article, or one thing that should have been one, dealt with."""

    outcome: Outcome
    article: Article | None = None
    error: ArticleError | None = None


@dataclass(frozen=True, slots=True)
class Ingested:
    """What a run did, in numbers of articles; ``errors`` has a line for each that failed."""

    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    errors: tuple[ArticleError, ...] = ()


def ingest(
    store: Store, items: Iterable[Article | ArticleError], reader: Reader
) -> Generator[Step, None, None]:
    """Put each article in *items* into *store*, in place of one with the same id.

    Each batch is written in one atomic step, so that a run that is stopped leaves a store that is
    whole. What it has read and not written is kept beside the store, where the next run finds it.
    Yields a step for each item; the writing is over when the iterator is.
    """
    spool = Spool(store, reader.name)
    desk = _Desk(store, reader, spool)
    try:
        yield from desk.steps(items)
        desk.commit()
        spool.clear()
    except RelgraphError:
        # What was read before the extractor gave up is whole, and may have been paid for.
        desk.commit()
        raise
    finally:
        spool.close()


def summarise(steps: Iterable[Step]) -> Ingested:
    """Count *steps*, running them."""
    counts = dict.fromkeys(Outcome, 0)
    errors: list[ArticleError] = []
    for step in steps:
        counts[step.outcome] += 1
        if step.error is not None:
            errors.append(step.error)
    return Ingested(
        counts[Outcome.ADDED], counts[Outcome.REPLACED], counts[Outcome.UNCHANGED], tuple(errors)
    )


def remove(store: Store, article_ids: Iterable[str]) -> None:
    """Take articles, with all that only they said, out of *store*.

    Raises:
        InputError: where the store has no article of that id; then nothing is removed.
    """
    graphs = {
        ox.NamedNode(iri.article(store.base, article_id)): article_id for article_id in article_ids
    }
    for graph, article_id in graphs.items():
        if not _is_known(store, graph):
            raise InputError(
                "no such article in the store",
                where=article_id,
                hint="`relgraph run articles` lists their ids",
            )
    forget(store)
    readings = {key: value for key, value in _readings(store).items() if key not in graphs}
    changes: dict[GraphName, list[ox.Quad]] = {graph: [] for graph in graphs}
    store.replace(changes | {ox.DefaultGraph(): _merged(store, readings)})


def rebuild(store: Store) -> bool:
    """Derive the merged view anew; returns whether it was not what it should have been."""
    return store.replace({ox.DefaultGraph(): _merged(store, _readings(store))})


Readings = dict[ox.NamedNode, tuple[Article, Extraction]]
# An item that is dealt with, an article to read, or one of which it is known what it says.
_Entry = Step | Article | tuple[Article, list[ox.Quad], Extraction]


class _Desk:
    """What one run has read and not yet written."""

    def __init__(self, store: Store, reader: Reader, spool: Spool) -> None:
        self._store, self._reader, self._spool = store, reader, spool
        # Graphs that this run has seen an article for, though it may still be unread.
        self._taken: set[ox.NamedNode] = set()
        self._pending: dict[GraphName, list[ox.Quad]] = {}
        self._readings: Readings | None = None

    def steps(self, items: Iterable[Article | ArticleError]) -> Iterator[Step]:
        """Deal with *items* in order, a chunk at a time."""
        for plan, answers in read_ahead(self._reader, self._plans(iter(items))):
            for entry in plan:
                yield self._done(entry, answers)
            if len(self._pending) >= max(FIRST_BATCH, len(self._readings or ()) // GROWTH):
                self.commit()

    def commit(self) -> None:
        if self._pending:
            merged = _merged(self._store, self._readings or {})
            self._store.replace(self._pending | {ox.DefaultGraph(): merged})
            self._pending = {}
            self._spool.settle()

    def _plans(
        self, items: Iterator[Article | ArticleError]
    ) -> Iterator[tuple[list[_Entry], list[Article]]]:
        while chunk := list(islice(items, CHUNK)):
            plan = [self._entry(item) for item in chunk]
            yield plan, [entry for entry in plan if isinstance(entry, Article)]

    def _entry(self, item: Article | ArticleError) -> _Entry:
        """Say what is to become of *item*; an article that comes back as it is must be read."""
        if isinstance(item, ArticleError):
            return Step(Outcome.FAILED, error=item)
        graph = self._graph(item)
        # Of one that came before in this run it is not known yet what the store will hold.
        if graph not in self._taken and self._is_unchanged(item):
            return Step(Outcome.UNCHANGED, item)
        self._taken.add(graph)
        kept = self._spool.find(item)
        return (item, *kept) if kept else item

    def _done(self, entry: _Entry, answers: Iterator[Extraction | ArticleError]) -> Step:
        if isinstance(entry, Step):
            return entry
        if isinstance(entry, tuple):
            article, quads, extraction = entry
            return self._add(article, quads, extraction)
        answer = next(answers)
        if isinstance(answer, ArticleError):
            return Step(Outcome.FAILED, entry, answer)
        return self._add(entry, self._quads(entry, answer), answer)

    def _add(self, article: Article, quads: list[ox.Quad], extraction: Extraction) -> Step:
        if self._readings is None:
            self._readings = _readings(self._store)
        graph = self._graph(article)
        outcome = Outcome.REPLACED if graph in self._readings else Outcome.ADDED
        self._spool.keep(article, quads)
        self._pending[graph] = quads
        self._readings[graph] = (article, extraction)
        return Step(outcome, article)

    def _is_unchanged(self, article: Article) -> bool:
        graph = self._graph(article)
        known = {
            quad
            for quad in self._store.match(subject=graph, graph=graph)
            if quad.predicate != rdf.FILED_ON  # which its text says
        }
        if not known:
            return False
        # What an article says of itself, its text and its extractor included, decides.
        return known == set(self._quads(article, Extraction(article.id, article.published)))

    def _graph(self, article: Article) -> ox.NamedNode:
        return ox.NamedNode(iri.article(self._store.base, article.id))

    def _quads(self, article: Article, extraction: Extraction) -> list[ox.Quad]:
        return rdf.article_quads(
            article, extraction, base=self._store.base, extractor=self._reader.name
        )


def _is_known(store: Store, graph: ox.NamedNode) -> bool:
    return next(store.match(subject=graph, predicate=rdf.TYPE, graph=graph), None) is not None


def _readings(store: Store) -> Readings:
    """Read back what every article in *store* says."""
    articles = store.match(predicate=rdf.TYPE, object=rdf.ARTICLE)
    graphs = [quad.subject for quad in articles if isinstance(quad.subject, ox.NamedNode)]
    return {graph: rdf.read_article(store.match(graph=graph)) for graph in graphs}


def _merged(store: Store, readings: Readings) -> list[ox.Quad]:
    told = ((graph.value, article, extraction) for graph, (article, extraction) in readings.items())
    return rdf.merged_quads(resolve(told, base=store.base))
