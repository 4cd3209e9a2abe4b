"""Tell whether two reports speak of one event."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from relgraph.model import Modality
from relgraph.ontology import Relation
from relgraph.resolve import dates
from relgraph.resolve.dates import When
from relgraph.resolve.described import agree

# How many of the parties two reports must share, as an F1, where neither names a subset.
SHARED = 0.5
SHARED_SYMMETRIC = 0.75
_PAIR = 2
_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, order=True)
class Thing:
    """An event's object or place as one report has it.

    ``group`` is empty where it is no referent; ``words`` is how it is written.
    """

    group: str = ""
    kind: str = ""
    country: str = ""
    words: str = ""
    is_described: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """What claims that say the very same say.

    ``parties`` holds groups of referents by part, ``nations`` the codes of their countries where
    they may act for these, as a minister does who signs. ``source`` is where it stands, if nothing
    but that can join it to others.
    """

    relation: Relation
    modality: Modality
    parties: Mapping[str, frozenset[str]] = field(hash=False)
    object: Thing
    place: Thing
    when: When
    source: str = ""
    nations: frozenset[str] = _NOBODY
    is_of_states: bool = False

    @property
    def everyone(self) -> frozenset[str]:
        """Return all parties."""
        return _NOBODY.union(*self.parties.values())


def same_but_day(one: Report, other: Report) -> bool:
    """Tell whether two reports of one relation and modality agree in all but the day."""
    return (
        _parties_fit(one, other)
        and _objects_fit(one.object, other.object)
        and _places_fit(one.place, other.place)
    )


def same_day(one: Report, other: Report) -> bool:
    """Tell whether two reports can speak of one day."""
    return dates.fits(one.when, other.when) or bool(one.source and one.source == other.source)


def _parties_fit(one: Report, other: Report) -> bool:
    mine, theirs = one.everyone, other.everyone
    if not mine or not theirs:
        return _is_same_named(one, other)
    shared = len(mine & theirs)
    if not shared:
        return _act_for_each_other(one, other)
    is_subset = shared == min(len(mine), len(theirs))
    overlap = 2 * shared / (len(mine) + len(theirs))
    if one.relation.is_symmetric:
        # A met B, and A met C: the one that they share was in two meetings. And who meets people
        # that go unnamed meets others the day after.
        if shared < _PAIR:
            return mine == theirs and one.when == other.when and one.when.exactness == dates.DAY
        return is_subset or overlap >= SHARED_SYMMETRIC
    if one.relation.edge[1] == "counterpart" and not _share_counterpart(one, other):
        return False
    return is_subset or overlap >= SHARED


def _act_for_each_other(one: Report, other: Report) -> bool:
    """Tell whether two countries did in one report what their ministers did in the other."""
    return (
        one.is_of_states is not other.is_of_states
        and len(one.nations) >= _PAIR
        and one.nations == other.nations
        and bool(one.object.group and other.object.group)
        and dates.DAY in (one.when.exactness, other.when.exactness)
    )


def _is_same_named(one: Report, other: Report) -> bool:
    """Without parties, what it was done to must be named, and the day be known."""
    is_same = bool(one.object.group) and one.object.group == other.object.group
    return is_same and one.when.exactness == other.when.exactness == dates.DAY


def _share_counterpart(one: Report, other: Report) -> bool:
    """Tell whether two reports name the same to whom it was done: who was invited, appointed."""
    mine, theirs = (report.parties.get("counterpart", _NOBODY) for report in (one, other))
    doing, done = (report.parties.get("agent", _NOBODY) for report in (one, other))
    agents_fit = not doing or not done or bool(doing & done)
    return agents_fit and (bool(mine & theirs) or (not mine and not theirs))


def _objects_fit(one: Thing, other: Thing) -> bool:
    if one.group and other.group:
        if one.group == other.group:
            return True
        if not (one.is_described or other.is_described) or one.kind != other.kind:
            return False
    if not one.words or not other.words:
        return True
    return agree(one.words, other.words)


def _places_fit(one: Thing, other: Thing) -> bool:
    """Nothing happens in two countries at once; two towns may be two words for one spot."""
    return not (one.country and other.country) or one.country == other.country
