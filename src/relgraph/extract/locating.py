"""Find where words stand in a text, exactly as they are written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from relgraph.model import Span

_GAP = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Searchable:
    """A text to look words up in; ``squeezed`` has one blank for each gap between its words.

    ``offsets[i]`` is where the character ``squeezed[i]`` stands in the text.
    """

    squeezed: str
    offsets: tuple[int, ...]


def searchable(text: str, *, begin: int = 0) -> Searchable:
    """Prepare *text*, which stands at *begin* of what the offsets are to count in."""
    parts: list[str] = []
    offsets: list[int] = []
    at = 0
    for gap in _GAP.finditer(text):
        parts += [text[at : gap.start()], " "]
        offsets += range(begin + at, begin + gap.start() + 1)
        at = gap.end()
    parts.append(text[at:])
    offsets += range(begin + at, begin + len(text))
    return Searchable("".join(parts), tuple(offsets))


def locate(words: str, within: Searchable) -> Span | None:
    """Return the first place at which *words* stand, or None.

    Letter by letter; only the width of a gap, such as a line break, may differ. Words are found
    whole: there is no "Oman" in "a woman", and no "Rome" in "Romeo".

    >>> text = "Benali met\\nRabbah in Fez."
    >>> locate("met Rabbah", searchable(text))
    Span(begin=7, end=17)
    >>> locate("met Rabba", searchable(text)), locate("Met Rabbah", searchable(text))
    (None, None)
    """
    return next(locate_all(words, within), None)


def locate_all(words: str, within: Searchable) -> Iterator[Span]:
    """Yield every place at which *words* stand, in order, none inside another."""
    wanted = " ".join(words.split())
    at = within.squeezed.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        whole = not _cuts(within.squeezed, at) and not _cuts(within.squeezed, end)
        if whole:
            yield Span(within.offsets[at], within.offsets[end - 1] + 1)
        at = within.squeezed.find(wanted, end if whole else at + 1)


def _cuts(text: str, at: int) -> bool:
    """Tell whether a cut at *at* goes through a word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
