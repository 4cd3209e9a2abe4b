"""Count what is right, and make the figures of it.

Each figure is summed over the articles (micro average).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from relgraph import ontology
from relgraph.evaluation.annotations import OTHER, Annotation, Told, core_types
from relgraph.evaluation.bootstrap import interval
from relgraph.evaluation.matching import (
    Matched,
    match,
    same_date,
    same_evidence,
    same_place,
)

FINE, COARSE = "fine", "coarse"
CORE, STRICT, EVENTS = "core", "strict", "events"
ATTRIBUTES = ("date", "place", "modality", "evidence")


@dataclass(frozen=True, slots=True)
class Count:
    """How much of what was found is right.

    ``found`` is None for what has a recall alone: of the coarse figures, that of one kind.
    """

    right: int = 0
    found: int | None = 0
    gold: int = 0

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right."""
        return None if self.found is None else _share(self.right, self.found)

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return _share(self.right, self.gold)

    @property
    def f1(self) -> float | None:
        """The harmonic mean of the two."""
        if self.precision is None:
            return None
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of a system; ``low`` and ``high`` bound its score by the bootstrap.

    The score is F1, or the recall of what has no precision. An attribute's is the share of the
    matched events on which it is right.
    """

    name: str
    count: Count
    score: float
    low: float
    high: float
    is_accuracy: bool = False


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def figures(records: Sequence[tuple[Annotation, Annotation]]) -> tuple[Figure, ...]:
    """Return all figures over pairs of what is there and what was found, in a fixed order.

    What neither side has is left out, but for the sums.
    """
    by_article = [counts(gold, found) for gold, found in records]
    return tuple(_figures(by_article))


def _figures(by_article: Sequence[dict[str, Count]]) -> Iterator[Figure]:
    for name in _order():
        column = [counted.get(name, Count()) for counted in by_article]
        total = _sum(column)
        if not (total.gold or total.found or name in (FINE, COARSE, CORE, STRICT, OTHER, EVENTS)):
            continue
        low, high = interval([(each.right, each.found, each.gold) for each in column])
        score = total.recall if total.f1 is None else total.f1
        yield Figure(name, total, score, low, high, is_accuracy=name in ATTRIBUTES)


def _order() -> tuple[str, ...]:
    kinds = tuple(ontology.load().kinds)
    coarse = tuple(f"{COARSE}.{kind}" for kind in kinds)
    return (FINE, *kinds, COARSE, *coarse, CORE, STRICT, *core_types(), OTHER, EVENTS, *ATTRIBUTES)


def _sum(column: Iterable[Count]) -> Count:
    right = found = gold = 0
    has_precision = True
    for each in column:
        right, gold = right + each.right, gold + each.gold
        has_precision = has_precision and each.found is not None
        found += each.found or 0
    return Count(right, found if has_precision else None, gold)


def counts(gold: Annotation, found: Annotation) -> dict[str, Count]:
    """Return the counts of one article by the names of the figures."""
    matched = match(gold, found)
    return (
        dict(_of_entities(gold, found, matched))
        | dict(_of_events(gold, found, matched))
        | dict(_of_attributes(gold, found, matched))
    )


def _of_entities(
    gold: Annotation, found: Annotation, matched: Matched
) -> Iterator[tuple[str, Count]]:
    there, told = len(gold.entities), len(found.entities)
    yield FINE, Count(len(matched.fine), told, there)
    yield COARSE, Count(len(matched.coarse), told, there)
    for kind in ontology.load().kinds:
        of_kind = [place for place, entity in enumerate(gold.entities) if entity.kind == kind]
        named = sum(entity.kind == kind for entity in found.entities)
        yield kind, Count(_hits(of_kind, matched.fine), named, len(of_kind))
        yield f"{COARSE}.{kind}", Count(_hits(of_kind, matched.coarse), None, len(of_kind))


def _of_events(
    gold: Annotation, found: Annotation, matched: Matched
) -> Iterator[tuple[str, Count]]:
    required = [n for n, told in enumerate(gold.events) if not told.is_optional]
    spare = {j for i, j in matched.events.items() if gold.events[i].is_optional}
    counted = [told for j, told in enumerate(found.events) if j not in spare]
    core = core_types()
    for name, types in (
        *((one, (one,)) for one in (*core, OTHER)),
        (CORE, core),
        (EVENTS, (*core, OTHER)),
    ):
        wanted = [n for n in required if gold.events[n].type in types]
        told = sum(one.type in types for one in counted)
        yield name, Count(_hits(wanted, matched.events), told, len(wanted))
        if name == CORE:
            strict = sum(
                _is_strictly_right(gold.events[n], found.events[matched.events[n]])
                for n in wanted
                if n in matched.events
            )
            yield STRICT, Count(strict, told, len(wanted))


def _hits(places: Iterable[int], matched: dict[int, int]) -> int:
    return sum(place in matched for place in places)


def _is_strictly_right(wanted: Told, told: Told) -> bool:
    """Tell whether date and place are right as well, where there are any."""
    return (not wanted.date or same_date(wanted.date, told.date)) and (
        not wanted.place or same_place(wanted.place, told.place)
    )


def _of_attributes(
    gold: Annotation, found: Annotation, matched: Matched
) -> Iterator[tuple[str, Count]]:
    pairs = [
        (gold.events[i], found.events[j])
        for i, j in matched.events.items()
        if not gold.events[i].is_optional
    ]
    right = {
        "date": [same_date(w.date, t.date) for w, t in pairs if w.date],
        "place": [same_place(w.place, t.place) for w, t in pairs if w.place],
        "modality": [w.modality == t.modality for w, t in pairs],
        "evidence": [same_evidence(w.evidence, t.evidence) for w, t in pairs],
    }
    for name, hits in right.items():
        yield name, Count(sum(hits), len(hits), len(hits))
