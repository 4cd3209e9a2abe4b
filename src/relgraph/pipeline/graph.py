"""The knowledge graph as a Python object."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Self, Unpack

from relgraph import articles, export
from relgraph.errors import UsageError
from relgraph.extract import Backend, Extractor, extractor
from relgraph.extract.readers import Alone, Reader, reader
from relgraph.pipeline.answers import Table, table
from relgraph.pipeline.entity import Card, card
from relgraph.pipeline.handover import rdflib_dataset, rdflib_graph
from relgraph.pipeline.ingest import Ingested, Step, ingest, rebuild, remove, summarise
from relgraph.pipeline.picture import Picture
from relgraph.queries import find, named
from relgraph.store import Answer, Solutions, Store, open_store
from relgraph.view import Filters, build

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from types import TracebackType

    import networkx as nx
    import rdflib

    from relgraph.articles import Source
    from relgraph.errors import ArticleError
    from relgraph.model import Article


class KnowledgeGraph:
    """A store of articles and what they say; a context manager that closes it.

    ``store`` is the layer below, for what this object has no method for. *backend* is what reads
    articles: one by its name, with what it is told, or one that is loaded.
    """

    def __init__(self, store: Store, *, backend: str | Backend | Extractor = "rules") -> None:
        self.store = store
        self._backend = backend
        self._extractor: Extractor | None = None

    @classmethod
    def open(
        cls,
        location: str | Path,
        *,
        create: bool = True,
        read_only: bool = False,
        backend: str | Backend | Extractor = "rules",
    ) -> Self:
        """Open the graph kept at *location*: a directory, or ``memory:`` for a passing one.

        Raises:
            StoreError: where there is none and *create* is false, or it is locked or damaged.
        """
        store = open_store(str(location), create=create, read_only=read_only)
        return cls(store, backend=backend)

    @property
    def location(self) -> str:
        """Where the graph is kept."""
        return self.store.location

    def close(self) -> None:
        """Give the store back; the next writer may come."""
        self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def ingest(self, *sources: Source, jobs: int = 1) -> Ingested:
        """Put articles into the graph: files, folders, or ``Article`` values.

        *jobs* over 1 is the number of processes that read them. What cannot be read is in
        ``errors`` of what is returned; the rest is in the graph. What a run that was stopped has
        read, the next one does not read again.
        """
        return summarise(self.ingesting(articles.read(sources), jobs=jobs))

    def ingesting(
        self, items: Iterable[Article | ArticleError], *, jobs: int = 1
    ) -> Iterator[Step]:
        """Ingest what ``articles.read`` gives, yielding a step for each; done when exhausted."""
        with closing(self._reader(jobs)) as chosen:
            yield from ingest(self.store, items, chosen)

    def _reader(self, jobs: int) -> Reader:
        backend = self._backend
        if isinstance(backend, str | Backend):
            if jobs != 1:
                return reader(backend, jobs=jobs)
            self._extractor = self._extractor or extractor(backend)
            return Alone(self._extractor)
        if jobs != 1:
            problem = "an extractor that is loaded cannot be sent to other processes"
            raise UsageError(problem, hint="open the graph with the name of its backend")
        return Alone(backend)

    def remove(self, *article_ids: str) -> None:
        """Take articles out, with all that only they said."""
        remove(self.store, article_ids)

    def rebuild(self) -> bool:
        """Derive the merged view anew; returns whether it was not what it should have been."""
        return rebuild(self.store)

    def query(self, sparql: str, *, timeout: float | None = None) -> Table | bool | rdflib.Graph:
        """Answer SPARQL: a table for SELECT, a bool for ASK, an rdflib graph for the others.

        Raises:
            QueryError: where the query cannot be read, or would fetch from elsewhere.
            QueryTimeoutError: where *timeout* seconds were not enough.
        """
        result = self.store.query(sparql, timeout=timeout)
        match result:
            case Solutions():
                return table(result)
            case Answer(value):
                return value
            case _:
                return rdflib_graph(result.triples)

    def run(self, name: str, *, timeout: float | None = None, **parameters: object) -> Table:
        """Answer a named query; ``relgraph run --help`` lists them.

        An entity may be given by name, alias or IRI.

        Raises:
            UsageError: where there is no such query, parameter or entity, or more than one.
        """
        query = named(name)
        answer = self.query(query.bind(self.store, **parameters), timeout=timeout)
        if not isinstance(answer, Table):
            raise UsageError("gives no table", where=name, hint="use query() for it")
        return answer

    def entity(self, name: str) -> Card:
        """Tell what is known of one entity, given by name, alias or IRI.

        Raises:
            UsageError: where no entity, or more than one, has the name.
        """
        return card(self.store, find(self.store, name))

    def view(self, **filters: Unpack[Filters]) -> Picture:
        """Choose a part of the graph to look at; everything, unless told otherwise.

        *focus* is a name, alias or IRI, of which *hops* steps are kept; *since* and *until* are
        ISO dates, which may be partial; *kinds* and *relations* are names of the ontology.
        ``relgraph.view.build`` tells the rest.

        Raises:
            UsageError: where one of these is not known.
        """
        if focus := filters.get("focus"):
            filters["focus"] = find(self.store, focus)
        return Picture(build(self.store, **filters))

    def export(self, format: str, path: str | Path) -> Path:  # noqa: A002
        """Write the whole graph for another tool; ``relgraph export --help`` lists the formats."""
        chosen = export.named(format)
        source = self.store if chosen.takes_store else self.view().graph
        return export.write_file(chosen, source, Path(path))

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Return the whole network as a networkx graph."""
        return self.view().to_networkx()

    def to_rdflib(self) -> rdflib.Dataset:
        """Return every quad as an rdflib dataset."""
        return rdflib_dataset(self.store.match())
