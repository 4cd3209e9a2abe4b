"""Turn an article's text into claims that are grounded in it."""

from collections.abc import Iterable, Iterator
from typing import Protocol

from relgraph.model import Article, Extraction

__all__ = ["BACKENDS", "Extractor", "extractor"]

# Imported when used: the rules need spaCy, which takes half a second to import.
BACKENDS = {"rules": "relgraph.extract.rules"}


class Extractor(Protocol):
    """Something that reads articles; ``name`` says what, with versions, for the record."""

    name: str

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """Yield one extraction for each article, in order, each claim of it grounded."""


def extractor(backend: str = "rules") -> Extractor:
    """Load a backend by its name in ``BACKENDS``."""
    raise NotImplementedError
