"""Have many articles read, by one extractor here or by several in processes of their own."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol, TypeVar

from relgraph.errors import ArticleError
from relgraph.extract import Backend, Extractor, extract_each, extractor
from relgraph.extract.crew import Crew
from relgraph.model import Article, Extraction

T = TypeVar("T")

# What a reader is handed at a time.
CHUNK = 32


class Reader(Protocol):
    """Something that reads articles a handful at a time.

    ``name`` is that of the extractor; ``ahead`` is how many handfuls it can have in hand beside the
    one that is asked for, and not lie idle.
    """

    name: str
    ahead: int

    def begin(self, articles: Sequence[Article]) -> Iterator[Extraction | ArticleError]:
        """Take *articles*; yield for each, in order, what it says or why it cannot be read."""

    def close(self) -> None:
        """Stop at once."""


class Alone:
    """One extractor in this process."""

    ahead = 0

    def __init__(self, extractor: Extractor) -> None:
        self.name = extractor.name
        self._extractor = extractor

    def begin(self, articles: Sequence[Article]) -> Iterator[Extraction | ArticleError]:
        """Read *articles* one by one, as they are asked for."""
        return extract_each(self._extractor, articles)

    def close(self) -> None:
        """Do nothing: the extractor is whoever's who gave it."""


def reader(backend: str | Backend, *, jobs: int = 1) -> Reader:
    """Load *backend*, here or in *jobs* processes; to be closed.

    Raises:
        RelgraphError: as ``extractor`` and ``Crew`` do.
    """
    if jobs == 1:
        return Alone(extractor(backend))
    return Crew(Backend(backend) if isinstance(backend, str) else backend, jobs=jobs)


def read_items(
    reader: Reader, items: Iterable[Article | ArticleError]
) -> Iterator[tuple[Article, Extraction] | ArticleError]:
    """Yield for each of *items*, in order, what it says, or why that is not known."""
    stream = iter(items)
    chunks = iter(lambda: list(islice(stream, CHUNK)), [])
    handfuls = ((chunk, [one for one in chunk if isinstance(one, Article)]) for chunk in chunks)
    for chunk, answers in read_ahead(reader, handfuls):
        for item in chunk:
            if isinstance(item, ArticleError):
                yield item
                continue
            answer = next(answers)
            yield answer if isinstance(answer, ArticleError) else (item, answer)


def read_ahead(
    reader: Reader, handfuls: Iterable[tuple[T, Sequence[Article]]]
) -> Iterator[tuple[T, Iterator[Extraction | ArticleError]]]:
    """Yield each label of *handfuls*, in order, with what its articles say.

    Meanwhile the reader is busy with the next ones, as many as it can have ahead.
    """
    begun: deque[tuple[T, Iterator[Extraction | ArticleError]]] = deque()
    for label, articles in handfuls:
        begun.append((label, reader.begin(articles)))
        if len(begun) > reader.ahead:
            yield begun.popleft()
    yield from begun
