"""What the rules saw and tried in one article, for telling where something was lost."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from relgraph.model import Article, Extraction, Span


class Fate(StrEnum):
    """What became of a frame that was found in a text."""

    CLAIMED = "claimed"
    OPEN = "open"  # the text does not say whether it happened
    LACKING = "lacking"  # a part that it cannot do without is not filled
    UNGROUNDED = "ungrounded"  # the text does not carry what was claimed


@dataclass(frozen=True, slots=True)
class Part:
    """What stands at a place of the text, or where a frame looks for one of its parts.

    ``names`` are those of the referents that the words stand for. ``fits`` is false where the
    words are of no kind that the part takes. The words are empty for what other sentences give.
    """

    name: str
    words: str
    names: tuple[str, ...]
    fits: bool = True


@dataclass(frozen=True, slots=True)
class Attempt:
    """A frame of the ontology that was found in a text, and what became of it."""

    relation: str
    rule: str
    trigger: Span
    parts: tuple[Part, ...]
    fate: Fate
    unfilled: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence as parsed: its lemmas, and which of its words stand for whom.

    ``lost`` are its pronouns that stand for nobody known.
    """

    span: Span
    lemmas: tuple[str, ...]
    known: tuple[Part, ...]
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """All sentences of an article and all frames tried in it, in the order of the text."""

    sentences: tuple[Sentence, ...] = ()
    attempts: tuple[Attempt, ...] = ()


@runtime_checkable
class Tracer(Protocol):
    """An extractor that can say how it came to its claims."""

    def trace(self, articles: Iterable[Article]) -> Iterator[tuple[Extraction, Trace]]:
        """Yield for each article, in order, what ``extract`` would, and what was tried."""
