"""Parse an article with spaCy so that its layout is respected."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from relgraph.errors import ArticleError
from relgraph.extract.cast import Reading
from relgraph.extract.datelines import dateline
from relgraph.extract.language_model import ABBREVIATIONS, LONGEST
from relgraph.extract.quotations import quotations
from relgraph.model import Article

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

# Articles parsed at a time: more gained nothing on two cores, and costs memory.
BATCH = 16

_BREAK = re.compile(r"[ \t]*\n\s*")
_BULLET = re.compile(r"(?:[•▪◦‣·*–—-]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]+")  # "• fodder", "1. The Hon."
_FILED = re.compile(
    r"(?m)^[A-Z][A-Z' .-]{2,30} (?:\([\w .]{2,30}\) )?(?:[–—]|--?) (?=[A-Z“\"])"
)  # "SUVA – "
_HEADING = re.compile(r"(?m)^[^\n.!?:;,]{4,60}$")  # "OFFICE OF THE SPOKESPERSON"
_STOPS = '.!?:;”"’)'


def read(article: Article, nlp: "Language") -> Reading:
    """Parse one article.

    Raises:
        ArticleError: where it is longer than anything that is one article.
    """
    return next(read_all([article], nlp))


def read_all(articles: Iterable[Article], nlp: "Language") -> Iterator[Reading]:
    """Parse articles in batches, in order.

    Raises:
        ArticleError: at the first that is longer than anything that is one article, when those
            before it are yielded.
    """
    refused: list[ArticleError] = []
    prepared = ((_prepared(article, nlp), article) for article in _fit(articles, refused))
    for doc, article in nlp.pipe(prepared, as_tuples=True, batch_size=BATCH):
        yield Reading(
            article,
            doc,
            dateline(article.text, published=article.published),
            quotations(article.text),
        )
    if refused:
        raise refused[0]


def _fit(articles: Iterable[Article], refused: list[ArticleError]) -> Iterator[Article]:
    """Yield articles until one is too long: raised here, it would take its whole batch along."""
    for article in articles:
        length = len(article.text)
        if length > LONGEST:
            problem = f"{length} characters are too many for one article"
            hint = f"split it; the limit is {LONGEST}"
            refused.append(ArticleError(problem, where=article.id, hint=hint))
            return
        yield article


def _prepared(article: Article, nlp: "Language") -> "Doc":
    text = article.text
    doc = nlp.make_doc(text)
    borders = paragraph_starts(text)
    borders.update(match.end() for match in _FILED.finditer(text))
    end = dateline(text, published=article.published).end
    if 0 < end < len(text):
        borders.add(end)
    headings = _headings(text)
    for token in doc[1:]:
        if token.idx in borders:
            token.is_sent_start = True
        elif token.idx < end or token.idx in headings or _is_abbreviation(doc, token.i - 1):
            token.is_sent_start = False
    return doc


def _headings(text: str) -> frozenset[int]:
    """Return all offsets inside lines that are headings: short, and without a stop."""
    found: set[int] = set()
    for line in _HEADING.finditer(text):
        found.update(range(*line.span()))
    return frozenset(found)


def _is_abbreviation(doc: "Doc", at: int) -> bool:
    """Tell whether the token at *at* is ``Mr.``, or the stop of ``Eng`` and ``.``."""
    word = doc[at]
    if word.text == "." and at and not doc[at - 1].whitespace_:
        return doc[at - 1].lower_ in ABBREVIATIONS
    return word.text.endswith(".") and word.lower_[:-1] in ABBREVIATIONS


def paragraph_starts(text: str) -> set[int]:
    """Return the offsets at which a paragraph, heading, bullet or verse begins.

    A lone line break inside a sentence (a text wrapped at some width) is no border.

    >>> sorted(paragraph_starts("Heading\\n\\nWe met\\nin Rabat.\\n1. Then"))
    [9, 26, 29]
    """
    starts: set[int] = set()
    breaks = list(_BREAK.finditer(text))
    is_wrapped = any(
        m[0].count("\n") == 1 and text[m.end() : m.end() + 1].islower() for m in breaks
    )
    for match in breaks:
        at = match.end()
        bullet = _BULLET.match(text, at)
        ends = _ends_line(text, match.start(), at, is_wrapped=is_wrapped)
        if match[0].count("\n") > 1 or bullet or ends:
            starts.add(at)
            # The bullet is no word of the sentence; parsed with it, the first noun is lost.
            if bullet:
                starts.add(bullet.end())
    if bullet := _BULLET.match(text):
        starts.add(bullet.end())
    return starts


def _ends_line(text: str, end: int, begin: int, *, is_wrapped: bool) -> bool:
    """Tell whether the line that stops at *end* was broken on purpose.

    In a text that is wrapped nowhere else every break is, as behind a headline without a stop.
    """
    if end == 0 or text[end - 1] in _STOPS or text[end - 1] in "•*":
        return True
    line = end - (text.rfind("\n", 0, end) + 1)
    following = text[begin : begin + 1]
    return not following.islower() and (not is_wrapped or line < 50 or line > 120)
