"""Extend a name by the small words that belong to it: "Iraqi government", "the Barakah plant"."""

from dataclasses import replace

from relgraph.extract import kinds
from relgraph.extract import vocabulary as v
from relgraph.extract.name import CERTAIN, FORMED, LABELLED, Name
from relgraph.extract.proper import ORDINAL
from relgraph.extract.tokens import HYPHENS, Tokens
from relgraph.gazetteer import begins_person, is_demonym

# How many small words may stand behind a name: "the Talimarjan thermal power plant".
LONGEST_TAIL = 3
# Of a leader, not of a place: "the Raisi administration".
RULES = ("administration", "regime", "presidency", "era")


def extended(page: Tokens, name: Name) -> Name:
    """Return *name* with what follows it in small letters, where that makes another thing of it."""
    noun = _noun_behind(page, name.end)
    if noun < 0 or name.strength == CERTAIN:
        return name
    if name.begin and page.text[name.begin - 1] in HYPHENS:
        return name  # "the Cairo – Luxor line"
    word = page.lower[noun]
    if name.kind == "Country":
        is_state = word in v.STATE_NOUNS and _is_business(page, name.end, noun)
        if is_state:
            return replace(name, end=noun + 1, kind="GovernmentBody", strength=FORMED)
    if _is_gathering(page, name, noun):
        is_counted = name.begin > 0 and bool(ORDINAL.fullmatch(page.text[name.begin - 1]))
        name = replace(name, begin=name.begin - is_counted)
        return replace(name, end=noun + 1, kind="Event", strength=FORMED, country="")
    if word in v.NAMED_WORKS and _can_call_works(page, name):
        return replace(name, end=noun + 1, kind="Facility", strength=FORMED, country="")
    return name


def _noun_behind(page: Tokens, at: int) -> int:
    """Return the index of the noun that the small words at *at* lead to, or -1.

    Nothing where that noun is a plural, or itself says which: "US government officials".
    """
    end = at
    while end < min(at + LONGEST_TAIL, len(page)) and not page.is_break(end):
        if page.tag[end] not in ("NN", "JJ", "NNP") or page.is_cap[end]:
            break
        end += 1
    if end < len(page) and page.lower[end] == "works":
        return end  # "the Gyumri wagon works"
    is_whole = end >= len(page) or page.tag[end] not in ("NN", "NNS", "NNP", "POS")
    return end - 1 if end > at and is_whole and page.tag[end - 1] != "JJ" else -1


def _is_business(page: Tokens, begin: int, end: int) -> bool:
    """Tell whether only words of business stand between: "Iranian foreign ministry"."""
    return all(word in v.PORTFOLIOS for word in page.lower[begin:end])


def _is_gathering(page: Tokens, name: Name, noun: int) -> bool:
    is_host = name.kind in ("Place", "Country", *kinds.BODIES) and noun == name.end
    if not is_host or page.lower[noun] not in v.GATHERINGS:
        return False
    return not is_demonym(page.words(name.begin, name.end))


def _can_call_works(page: Tokens, name: Name) -> bool:
    if name.kind == "Person":
        # "the Barakah plant"
        is_human = begins_person(page.text[name.begin]) and name.end - name.begin > 1
        return name.strength <= LABELLED and not is_human
    return name.kind in ("Place", "Facility", "")
