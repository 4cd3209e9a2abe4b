"""Link a short form in brackets to the long form before it: "Saudi Fund for Development (SFD)"."""

from collections.abc import Sequence

from relgraph.extract import kinds
from relgraph.extract.name import LABELLED, Item, Name
from relgraph.extract.tokens import Tokens

_OPENING = ("(", "[")
_QUOTES = ('"', "“", "”", "'", "‘", "’")
# Letters of the short form that must be found in the long one, in order.
SMALL_WORDS = frozenset(["of", "the", "for", "and", "in", "on", "to", "&"])


def short_forms(page: Tokens, items: Sequence[Item]) -> dict[int, tuple[int, int, int]]:
    """Map a long form's place in the list to its short form: begin, end, and its own place or -1.

    "(TASL)" behind a possessive counts, and so does "(“Nordvind”)".
    """
    found: dict[int, tuple[int, int, int]] = {}
    begins = {item.begin: number for number, item in enumerate(items)}
    for number, item in enumerate(items):
        if not isinstance(item, Name) or item.kind in ("Country", "Place"):
            continue
        if short_name := _apposed(page, items, number):
            found[number] = short_name
        at = item.end + 1 if page.is_possessive(item.end) else item.end
        if at + 2 >= len(page) or page.text[at] not in _OPENING:
            continue
        begin = at + 2 if page.text[at + 1] in _QUOTES else at + 1
        end = begin
        while end < len(page) and page.text[end] not in (")", "]", *_QUOTES) and end - begin < 4:
            end += 1
        short = page.words(begin, end)
        if not short or not _abbreviates(short, page.words(item.begin, item.end), item.kind):
            continue
        found[number] = (begin, end, begins.get(begin, -1))
    return found


def _apposed(page: Tokens, items: Sequence[Item], number: int) -> tuple[int, int, int] | None:
    """Find the second name of a body: "the Jordan News Agency, Petra,"."""
    name, other = items[number], items[number + 1] if number + 1 < len(items) else None
    if not isinstance(name, Name) or not isinstance(other, Name) or name.kind not in kinds.BODIES:
        return None
    if page.lower[name.begin - 1 : name.begin] == ("in",):
        return None  # "in Akuregoda, Battaramulla"
    is_next = page.text[name.end] == "," and other.begin == name.end + 1
    is_lone = other.end - other.begin == 1 and other.strength <= LABELLED
    token = page.doc[other.begin]
    if not is_next or not is_lone or token.dep_ != "appos" or token.head.i != name.end - 1:
        return None
    return other.begin, other.end, number + 1


def _abbreviates(short: str, long: str, kind: str) -> bool:
    """Tell whether *short* can be the short form of *long*, in this genre of brackets.

    >>> _abbreviates("DRDO", "Defence Research and Development Organisation", "GovernmentBody")
    True
    >>> _abbreviates("SPD", "Katja von der Heide", "Person")
    False
    """
    if kind == "Person":
        return False
    if long.lower().startswith(short.lower()):
        return True
    first, _, rest = short.partition(" ")
    if kinds.is_acronym(rest) and long.startswith(f"{first} "):
        return True  # "Hyundai E&C"
    if not kinds.is_acronym(short) and not any(letter.isdigit() for letter in short):
        return _in_order(short, long) and " " not in short and short[:1] == long[:1]
    known = kinds.known(short)
    return known is None or known[0] not in ("Country", "Place")


def _in_order(short: str, long: str) -> bool:
    letters = iter(long.lower())
    return all(letter in letters for letter in short.lower() if letter.isalpha())
