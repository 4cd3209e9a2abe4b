"""Bring articles into a store, and keep the merged view true to them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

import pyoxigraph as ox

from relgraph import iri, rdf
from relgraph.errors import ArticleError, InputError, RelgraphError
from relgraph.extract import Extractor, extract_each
from relgraph.model import Article, Extraction
from relgraph.resolve import resolve
from relgraph.store import GraphName, Store

# Articles go into the store in batches, each with the merged view that it makes true. A batch is
# a quarter of what is there, so that rebuilding the view costs a constant factor over a long run.
FIRST_BATCH = 128
GROWTH = 4
# What the extractor is handed at a time.
CHUNK = 32


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
    store: Store, items: Iterable[Article | ArticleError], extractor: Extractor
) -> Iterator[Step]:
    """Put each article in *items* into *store*, in place of one with the same id.

    Each batch is written in one atomic step, so that a run that is stopped leaves a store that is
    whole. Yields a step for each item; the writing is over when the iterator is.
    """
    desk = _Desk(store, extractor)
    stream = iter(items)
    try:
        while chunk := list(islice(stream, CHUNK)):
            yield from desk.take(chunk)
    except RelgraphError:
        # What was read before the extractor gave up is whole, and may have been paid for.
        desk.commit()
        raise
    desk.commit()


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
    readings = {key: value for key, value in _readings(store).items() if key not in graphs}
    changes: dict[GraphName, list[ox.Quad]] = {graph: [] for graph in graphs}
    store.replace(changes | {ox.DefaultGraph(): _merged(store, readings)})


def rebuild(store: Store) -> bool:
    """Derive the merged view anew; returns whether it was not what it should have been."""
    return store.replace({ox.DefaultGraph(): _merged(store, _readings(store))})


Readings = dict[ox.NamedNode, tuple[Article, Extraction]]


class _Desk:
    """What one run has read and not yet written."""

    def __init__(self, store: Store, extractor: Extractor) -> None:
        self._store, self._extractor = store, extractor
        self._pending: dict[GraphName, list[ox.Quad]] = {}
        self._readings: Readings | None = None

    def take(self, chunk: list[Article | ArticleError]) -> Iterator[Step]:
        fresh = [
            item for item in chunk if isinstance(item, Article) and not self._is_unchanged(item)
        ]
        # One by one, as the extractor gives them: a slow one is seen to go on.
        extractions = extract_each(self._extractor, fresh)
        unread = {id(article) for article in fresh}
        for item in chunk:
            if isinstance(item, ArticleError):
                yield Step(Outcome.FAILED, error=item)
            elif id(item) not in unread:
                yield Step(Outcome.UNCHANGED, item)
            elif isinstance(found := next(extractions), ArticleError):
                yield Step(Outcome.FAILED, item, found)
            else:
                yield Step(self._add(item, found), item)
        if len(self._pending) >= max(FIRST_BATCH, len(self._readings or ()) // GROWTH):
            self.commit()

    def commit(self) -> None:
        if self._pending:
            merged = _merged(self._store, self._readings or {})
            self._store.replace(self._pending | {ox.DefaultGraph(): merged})
            self._pending = {}

    def _add(self, article: Article, extraction: Extraction) -> Outcome:
        if self._readings is None:
            self._readings = _readings(self._store)
        graph = ox.NamedNode(iri.article(self._store.base, article.id))
        outcome = Outcome.REPLACED if graph in self._readings else Outcome.ADDED
        self._pending[graph] = self._quads(article, extraction)
        self._readings[graph] = (article, extraction)
        return outcome

    def _is_unchanged(self, article: Article) -> bool:
        graph = ox.NamedNode(iri.article(self._store.base, article.id))
        if graph in self._pending:
            return False
        known = {
            quad
            for quad in self._store.match(subject=graph, graph=graph)
            if quad.predicate != rdf.FILED_ON  # which its text says
        }
        if not known:
            return False
        # What an article says of itself, its text and its extractor included, decides.
        return known == set(self._quads(article, Extraction(article.id, article.published)))

    def _quads(self, article: Article, extraction: Extraction) -> list[ox.Quad]:
        return rdf.article_quads(
            article, extraction, base=self._store.base, extractor=self._extractor.name
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
