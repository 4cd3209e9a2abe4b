"""The backend that reads articles with spaCy's parser and the frames of the ontology."""

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from dataclasses import replace
from importlib.metadata import version
from itertools import islice

from relgraph import ontology
from relgraph.errors import ArticleError
from relgraph.extract.cast import Reading
from relgraph.extract.casting import cast
from relgraph.extract.confidence import rated
from relgraph.extract.described import described
from relgraph.extract.events import events
from relgraph.extract.frames import find
from relgraph.extract.grounding import ground
from relgraph.extract.language_model import DEFAULT_MODEL, load_model, model_name
from relgraph.extract.reading import BATCH, read_all
from relgraph.extract.states import states
from relgraph.extract.trace import Trace
from relgraph.extract.tracing import Recorder
from relgraph.model import Article, Extraction, StateClaim

# So many different words spaCy may remember, some 70 MB: more than any language has that are met
# again and again. Past them it forgets what is new in a batch of articles, names and misprints for
# the most part, when it has read them. Forgetting from the start would cost a tenth of the speed.
MOST_WORDS = 100_000

log = logging.getLogger(__name__)


class Rules:
    """Reads articles one after another, with a spaCy pipeline that is loaded once.

    *model* is an installed package or a folder.
    """

    def __init__(self, *, model: str = DEFAULT_MODEL) -> None:
        self._nlp = load_model(model)
        self.name = f"rules {version('relgraph')} {model_name(self._nlp, model)}"

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """Yield one grounded extraction for each article, in order."""
        stream = iter(articles)
        while batch := list(islice(stream, BATCH)):
            found = list[Extraction]()
            error = self._read(batch, found)
            yield from found
            if error is not None:
                raise error

    def _read(self, batch: Sequence[Article], found: list[Extraction]) -> ArticleError | None:
        """Add to *found* what the articles of *batch* say; return the error that ended it."""
        # A parse is gone with its zone; no part of it is in what is found.
        is_full = len(self._nlp.vocab) > MOST_WORDS
        with self._nlp.memory_zone() if is_full else nullcontext():
            try:
                found.extend(map(claims, read_all(batch, self._nlp)))
            except ArticleError as error:
                return error
        return None

    def trace(self, articles: Iterable[Article]) -> Iterator[tuple[Extraction, Trace]]:
        """Yield for each article its extraction, and what was tried on the way to it."""
        for reading in read_all(articles, self._nlp):
            yield traced(reading)


def _numbered(states: Iterable[StateClaim]) -> tuple[StateClaim, ...]:
    return tuple(replace(state, id=f"s{number}") for number, state in enumerate(states, start=1))


def claims(reading: Reading) -> Extraction:
    """Return all that one parsed article says, as far as its text carries it."""
    return _claims(reading, None)[0]


def traced(reading: Reading) -> tuple[Extraction, Trace]:
    """Return the claims of one parsed article, and what was tried on the way to them."""
    return _claims(reading, Recorder())


def _claims(reading: Reading, recorder: Recorder | None) -> tuple[Extraction, Trace]:
    known = ontology.load()
    matches = find(reading.doc, known)
    who = described(reading, cast(reading), matches, known)
    article = reading.article
    found = Extraction(
        article=article.id,
        published=article.published or reading.dateline.date,
        referents=who.referents,
        events=events(reading, who, matches, known, recorder),
        states=_numbered((*who.offices, *states(reading, who, known))),
    )
    grounded, refused = ground(article, found)
    for reason in refused:
        log.warning("%s: refused %s", article.id, reason)
    trace = recorder.trace(reading, who, found, grounded) if recorder is not None else Trace()
    return rated(grounded), trace
