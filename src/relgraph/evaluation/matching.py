"""Match what was found with what is there, one to one.

The rules are those of the annotation guideline: entities by kind and any name in common, in the
order of the records; events greedily, the best match first.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from relgraph.evaluation.annotations import OTHER, Annotation, Named, Told
from relgraph.evaluation.spelling import canonical, content, keys, spelled

# Kinds that are hard to tell apart count as one in the coarse figures.
GROUPS = {
    "Country": "place",
    "Place": "place",
    "Company": "body",
    "GovernmentBody": "body",
    "Organization": "body",
}
# What two sets of participants must have in common, as F1.
ENOUGH = 0.5
# Events that are about a thing, which must be the same.
ABOUT_A_THING = frozenset(["signed", "inaugurated", "appointed", "visited", OTHER])
# A party that the text does not name.
UNNAMED = "role:"
UNKNOWN_YEAR = "XXXX"


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far a found event is like an annotated one, and what keeps it from being it."""

    score: float
    same_type: bool
    same_parties: bool
    same_object: bool


@dataclass(frozen=True, slots=True)
class Matched:
    """Which of the found is which of the annotated, by their places in the two records."""

    fine: dict[int, int]
    coarse: dict[int, int]
    events: dict[int, int]


def match(gold: Annotation, found: Annotation) -> Matched:
    """Match all of two records of one article."""
    return Matched(
        match_entities(gold.entities, found.entities, is_fine=True),
        match_entities(gold.entities, found.entities, is_fine=False),
        match_events(gold, found),
    )


def match_entities(
    gold: tuple[Named, ...], found: tuple[Named, ...], *, is_fine: bool
) -> dict[int, int]:
    """Give each entity of *gold* the first of *found* that is left and can be it."""
    matched: dict[int, int] = {}
    spellings = [(_kind(entity, is_fine=is_fine), keys(entity)) for entity in found]
    left = dict(enumerate(spellings))
    for place, entity in enumerate(gold):
        kind, names = _kind(entity, is_fine=is_fine), keys(entity)
        fits = (n for n, (other, known) in left.items() if kind == other and names & known)
        if (first := next(fits, None)) is not None:
            matched[place] = first
            del left[first]
    return matched


def _kind(entity: Named, *, is_fine: bool) -> str:
    return entity.kind if is_fine else GROUPS.get(entity.kind, entity.kind)


def match_events(gold: Annotation, found: Annotation) -> dict[int, int]:
    """Give each event of *gold* one of *found*, the pairs that are most alike first.

    Of pairs that are as much alike, one that is not optional goes first, then one of as many
    participants, then the later in the records.
    """
    names = canonical(gold.entities)
    pairs = [
        (score, not wanted.is_optional, -_difference(wanted, told), i, j)
        for i, wanted in enumerate(gold.events)
        for j, told in enumerate(found.events)
        if (score := likeness(wanted, told, names).score) > 0
    ]
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, _, i, j in sorted(pairs, reverse=True):
        if i not in matched and j not in taken:
            matched[i] = j
            taken.add(j)
    return matched


def _difference(wanted: Told, told: Told) -> int:
    return abs(len(wanted.participants) - len(told.participants))


def likeness(wanted: Told, told: Told, names: Mapping[str, str]) -> Likeness:
    """Compare two events, their parties by the names that *names* makes one."""
    first, second = parties(wanted, names), parties(told, names)
    common = len(first & second)
    score = 2 * common / (len(first) + len(second)) if first or second else ENOUGH
    same_parties = score >= ENOUGH
    same_type = wanted.type == told.type
    same_object = (
        wanted.type not in ABOUT_A_THING
        or not wanted.object
        or bool(content(wanted.object) & content(f"{told.object} {told.place}"))
    )
    is_match = same_type and same_parties and same_object
    return Likeness(score if is_match else 0.0, same_type, same_parties, same_object)


def parties(told: Told, names: Mapping[str, str]) -> frozenset[str]:
    """Return the named participants of *told*, each under one name."""
    return frozenset(
        names.get(spelled(name, is_person=True)) or names.get(spelled(name)) or spelled(name)
        for name in told.participants
        if not name.startswith(UNNAMED)
    )


def same_date(wanted: str, told: str) -> bool:
    """Tell whether *told* is the date *wanted*, or a more exact one.

    >>> same_date("2025-09", "2025-09-22"), same_date("XXXX-09-22", "2025-09-22")
    (True, True)
    """
    return bool(told) and (
        wanted.replace(UNKNOWN_YEAR, told[:4]) == told or told.startswith(wanted)
    )


def same_place(wanted: str, told: str) -> bool:
    """Tell whether two names of places are one."""
    return bool(told) and spelled(wanted) == spelled(told)


def same_evidence(wanted: str, told: str) -> bool:
    """Tell whether one of two stretches of text holds the other."""
    return bool(told) and (told.strip() in wanted or wanted.strip() in told)
