"""Turn an article's text into claims that are grounded in it."""

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import Protocol

from relgraph.errors import MissingPartError, UsageError
from relgraph.model import Article, Extraction

__all__ = ["BACKENDS", "Extractor", "extractor"]

# Imported when used: the rules need spaCy, which takes half a second to import.
BACKENDS = {"rules": "relgraph.extract.rules:Rules"}

_INSTALL = "python -m pip install --force-reinstall relgraph"


class Extractor(Protocol):
    """Something that reads articles; ``name`` says what, with versions, for the record."""

    name: str

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """Yield one extraction for each article, in order, each claim of it grounded."""


def extractor(backend: str = "rules") -> Extractor:
    """Load a backend by its name in ``BACKENDS``.

    Raises:
        UsageError: for a name that no backend has.
        MissingPartError: where what the backend needs is not installed.
    """
    if backend not in BACKENDS:
        known = ", ".join(sorted(BACKENDS))
        raise UsageError(f"no extraction backend {backend!r}", hint=f"there are: {known}")
    module, _, name = BACKENDS[backend].partition(":")
    try:
        found = import_module(module)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("relgraph"):
            raise
        problem = f"the backend {backend!r} needs {error.name}, which is not installed"
        raise MissingPartError(problem, hint=_INSTALL) from error
    loaded: Extractor = getattr(found, name)()
    return loaded
