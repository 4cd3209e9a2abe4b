"""Find what stands between quotation marks."""

import re

from relgraph.extract.cast import Quotation
from relgraph.model import Span

_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*")
# A single mark opens a quotation before a word and after a space, and closes it after a stop.
_SINGLE = re.compile(r"(?:(?<=[\s(])|^)[‘'](?=\w)(?P<words>[^‘\n]{8,}?[.,?!])[’'](?=[\s).,;:]|$)")
_DOUBLE = re.compile(r"[\"“”„«»]")
_OPENS = "“„«"
_CLOSES = "”»"


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return the words between quotation marks, straight and curly, in order, marks left out.

    A quotation that its paragraph does not close runs to the paragraph's end.

    >>> [q.span.of('He said: "Yes," and left.') for q in quotations('He said: "Yes," and left.')]
    ['Yes,']
    """
    found: list[Span] = []
    for paragraph in _PARAGRAPH.finditer(text):
        begin, end = paragraph.span()
        doubles = list(_doubles(text, begin, end))
        found += doubles or [Span(*m.span("words")) for m in _SINGLE.finditer(text, begin, end)]
    return tuple(Quotation(span) for span in found)


def _doubles(text: str, begin: int, end: int) -> list[Span]:
    spans: list[Span] = []
    opened: int | None = None
    opening = ""
    for mark in _DOUBLE.finditer(text, begin, end):
        at, sign = mark.span()[0], mark[0]
        if opened is not None and (sign not in _OPENS or opening + sign == "„“"):
            spans.append(Span(opened, at))
            opened = None
        elif opened is None and sign not in _CLOSES and not _is_inch(text, at):
            opened, opening = at + 1, sign
    if opened is not None and opened < end:
        spans.append(Span(opened, end))
    return [span for span in spans if span.begin < span.end]


def _is_inch(text: str, at: int) -> bool:
    return text[at] == '"' and text[at - 1 : at].isdigit()
