"""The cast of one article: who and what it speaks of, and which words stand for whom."""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from relgraph.model import Article, Referent, Span, StateClaim


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a report was filed, as its first line says; empty where it does not."""

    place: str = ""
    date: str = ""
    end: int = 0


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks; ``speaker`` is a referent's id or empty."""

    span: Span
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """A parsed article. ``doc[i].idx`` is an offset into ``article.text``.

    Sentences never cross a paragraph, and the dateline is a sentence of its own.
    """

    article: Article
    doc: Doc
    dateline: Dateline = Dateline()
    quotations: tuple[Quotation, ...] = ()


@dataclass(frozen=True, slots=True)
class Cast:
    """The referents in order of first mention, and what each noun phrase stands for.

    ``at`` maps the index of the head token of a name, a pronoun or a phrase ("the minister", "the
    two leaders", "both sides", "his Omani counterpart", "we" in a quotation) to the ids of the
    referents that it stands for. ``extents`` maps the same index to the stretch of text that
    names it. ``offices`` are who holds which office; ``quotations`` those of the reading, with
    speakers.
    """

    referents: tuple[Referent, ...]
    at: Mapping[int, tuple[str, ...]]
    extents: Mapping[int, Span]
    offices: tuple[StateClaim, ...] = ()
    quotations: tuple[Quotation, ...] = ()
