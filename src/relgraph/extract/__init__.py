"""Turn an article's text into claims that are grounded in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from inspect import signature
from typing import Protocol

from relgraph.errors import ArticleError, MissingPartError, UsageError
from relgraph.model import Article, Extraction

__all__ = ["BACKENDS", "Backend", "Extractor", "Option", "extract_each", "extractor"]

# Imported when used: the rules need spaCy, which takes half a second to import.
# Each is a class, or another thing to call; its keywords are the options that it takes.
BACKENDS = {"rules": "relgraph.extract.rules:Rules", "llm": "relgraph.extract.llm:Llm"}

_INSTALL = "python -m pip install --force-reinstall relgraph"

Option = str | float | bool


class Extractor(Protocol):
    """Something that reads articles; ``name`` says what, with versions, for the record."""

    name: str

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """Yield one extraction for each article, in order, each claim of it grounded.

        Raises:
            ArticleError: at the first that cannot be read, when those before it are yielded.
        """


@dataclass(frozen=True, slots=True)
class Backend:
    """A backend by its name in ``BACKENDS``, and what it is told; fit to be sent to a worker."""

    name: str = "rules"
    options: Mapping[str, Option] = field(default_factory=dict)


def extractor(backend: str | Backend = "rules") -> Extractor:
    """Load a backend.

    Raises:
        UsageError: for a name that no backend has, or an option that it does not take.
        MissingPartError: where what the backend needs is not installed.
    """
    chosen = Backend(backend) if isinstance(backend, str) else backend
    if chosen.name not in BACKENDS:
        known = ", ".join(sorted(BACKENDS))
        raise UsageError(f"no extraction backend {chosen.name!r}", hint=f"there are: {known}")
    module, _, name = BACKENDS[chosen.name].partition(":")
    try:
        found = import_module(module)
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("relgraph"):
            raise
        problem = f"the backend {chosen.name!r} needs {error.name}, which is not installed"
        raise MissingPartError(problem, hint=_INSTALL) from error
    make = getattr(found, name)
    try:
        signature(make).bind(**chosen.options)
    except TypeError as error:
        problem = f"the backend {chosen.name!r} cannot work with these options: {error}"
        known = ", ".join(signature(make).parameters) or "none"
        raise UsageError(problem, hint=f"it takes: {known}") from error
    loaded: Extractor = make(**chosen.options)
    return loaded


def extract_each(
    extractor: Extractor, articles: Sequence[Article]
) -> Iterator[Extraction | ArticleError]:
    """Yield for each article, in order, what it says, or why that cannot be read."""
    done = 0
    while done < len(articles):
        # A generator that has raised is over, so the rest is for another one.
        for found in _until_error(extractor, articles[done:]):
            done += 1
            yield found


def _until_error(
    extractor: Extractor, articles: Sequence[Article]
) -> Iterator[Extraction | ArticleError]:
    extractions = extractor.extract(articles)
    for _ in articles:
        try:
            extraction = next(extractions)
        except ArticleError as error:
            yield error
            return
        yield extraction
