"""Find where a text names the things that a language model says it names."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from relgraph.extract.locating import Searchable, locate_all
from relgraph.model import Referent, Span


def with_mentions(
    referents: Sequence[Referent], text: str, words: Searchable
) -> tuple[Referent, ...]:
    """Return *referents* with every place that names them.

    A short name is not looked for inside a longer one: in "Bank of Oman" nobody names Oman.
    """
    bearers: defaultdict[str, list[int]] = defaultdict(list)
    for number, referent in enumerate(referents):
        for name in dict.fromkeys((referent.name, *referent.aliases)):
            bearers[name].append(number)
    taken = bytearray(len(text))
    found: defaultdict[int, set[Span]] = defaultdict(set)
    for name in sorted(bearers, key=lambda name: (-len(name), name)):
        spans = [span for span in locate_all(name, words) if not any(taken[span.begin : span.end])]
        for span in spans:
            taken[span.begin : span.end] = b"\x01" * (span.end - span.begin)
        for number in bearers[name]:
            found[number].update(spans)
    return tuple(
        replace(referent, mentions=tuple(sorted(found[number])))
        for number, referent in enumerate(referents)
    )
