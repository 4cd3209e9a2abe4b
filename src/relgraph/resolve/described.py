"""Tell descriptions from names: "a gear plant" is one thing only together with its event."""

import re
from functools import lru_cache

from relgraph import gazetteer
from relgraph.resolve.names import STOP_WORDS, words

# What a thing is said to be. These words tell no two things of a kind apart.
_FACILITY = (
    "plant factory facility site works unit hall hospital clinic airport terminal port harbour"
    " bridge station school college centre museum stadium depot refinery line road building office"
    " headquarters laboratory park base complex power"
)
_INSTRUMENT = (
    "agreement memorandum memoranda understanding mou mous treaty contract deal pact accord"
    " protocol letter intent declaration statement convention document instrument loi arrangement"
)
_OCCASION = "summit conference forum meeting ceremony opening inauguration visit fair session event"
_OTHER = "programme scheme project initiative plan product vehicle company firm group delegation"
HEADS = frozenset(f"{_FACILITY} {_INSTRUMENT} {_OCCASION} {_OTHER}".split())

# What is said of things of a kind without naming any one of them.
_MODIFIERS = (
    "new first second third joint bilateral trilateral multilateral similar local national"
    " international regional central general annual state art modern major proposed free trade"
    " comprehensive economic strategic partnership framework cooperation defence defense military"
    " security double taxation avoidance investment air services technical mutual legal"
    " assistance extradition supply manufacturing production training research development"
    " inaugural official special high level public private"
)
_PART = re.compile(r"[^\s-]+")  # "defence", "Indian-Moroccan"
_COMMON = HEADS | STOP_WORDS | frozenset(_MODIFIERS.split())
# "gear" and "gearboxes" speak of one thing; "air" and "airport" need not.
_SHORTEST_STEM = 4

# Kinds of which texts speak without naming; a company in small letters ("adidas") is named.
_DESCRIBED_KINDS = frozenset(
    ["Facility", "Agreement", "Event", "Product", "Program", "Organization", "Company"]
)


@lru_cache(50_000)
def is_description(name: str, kind: str) -> bool:
    """Tell whether *name* describes a thing without naming it.

    >>> is_description("defence manufacturing facility", "Facility")
    True
    >>> is_description("Berrechid Training Centre", "Facility")
    False
    >>> is_description("Indian-Moroccan Memorandum of Understanding", "Agreement")
    True
    """
    if kind not in _DESCRIBED_KINDS:
        return False
    parts = _PART.findall(name)
    return all(_COMMON.issuperset(words(part)) or _is_no_name(part, kind) for part in parts)


def _is_no_name(part: str, kind: str) -> bool:
    if kind == "Agreement" and gazetteer.country(part) is not None:
        return True
    return kind != "Company" and part == part.lower()


@lru_cache(50_000)
def telling(name: str) -> frozenset[str]:
    """Return the words of a description that tell its thing from others of its kind.

    >>> sorted(telling("dual-training agreement"))
    ['dual', 'training']
    """
    return frozenset(words(name)) - HEADS - STOP_WORDS


def agree(one: str, other: str) -> bool:
    """Tell whether two descriptions can be of one thing.

    >>> agree("factory for industrial gearboxes", "gear plant"), agree("plant", "gear plant")
    (True, True)
    >>> agree("agreement on fisheries", "defence MoU")
    False
    """
    mine, theirs = telling(one), telling(other)
    if not mine or not theirs:
        return True
    return any(_is_stem(a, b) for a in mine for b in theirs)


def _is_stem(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _SHORTEST_STEM and long.startswith(short))
