"""Bring the reports of one event together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from relgraph import ontology
from relgraph.model import EventClaim
from relgraph.resolve.dates import ANY_YEAR, DAY, UNDATED, when
from relgraph.resolve.profiles import Profile
from relgraph.resolve.reports import Report, Thing, same_but_day, same_day

# What goes on for days: a report of one of them is a report of the whole.
LASTING = frozenset(["visited", "attended"])
# What ministers do for their countries.
DELEGATED = frozenset(["signed"])

_FORTNIGHT = 14

Block = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A claim with its article's IRI; ``who`` leads from its referents' ids to their profiles."""

    article: str
    published: str
    claim: EventClaim
    who: Mapping[str, Profile] = field(hash=False)

    @property
    def key(self) -> tuple[str, str, int, str]:
        """Order claims by when and where they were made."""
        return self.published, self.article, len(self.claim.id), self.claim.id


@dataclass(slots=True)
class _Cluster:
    reports: list[Report]
    claims: list[Told]


def cluster(claims: Iterable[Told], group_of: Mapping[str, str]) -> list[list[Told]]:
    """Return the claims of each event, both in an order that follows from what they say.

    *group_of* leads from a referent's IRI to its group. Reports are taken the best dated and the
    fullest first, and each joins the only event whose reports all agree with it: so the order in
    which articles come changes nothing.
    """
    reports: dict[_Key, Report] = {}
    tellers: defaultdict[_Key, list[Told]] = defaultdict(list)
    for told in claims:
        report = _report(told, group_of)
        key = _key(report)
        reports[key] = report
        tellers[key].append(told)
    board = _Board()
    for key in sorted(reports):
        board.place(reports[key], tellers[key])
    return [sorted(found.claims, key=lambda told: told.key) for found in board.clusters]


def _report(told: Told, group_of: Mapping[str, str]) -> Report:
    claim = told.claim
    parties: defaultdict[str, set[str]] = defaultdict(set)
    countries, kinds = set(), set()
    for participant in claim.participants:
        if profile := told.who.get(participant.who):
            parties[participant.part].add(group_of[profile.iri])
            countries.add(profile.country)
            kinds.add(profile.family)
    may_act = claim.relation in DELEGATED
    timing = when(claim.date, told.published)
    report = Report(
        relation=ontology.load().relations[claim.relation],
        modality=claim.modality,
        parties={part: frozenset(who) for part, who in parties.items()},
        object=_thing(told.who.get(claim.object), claim.object_text, group_of),
        place=_thing(told.who.get(claim.place), "", group_of),
        when=timing,
        nations=frozenset(filter(None, countries)) if may_act else frozenset(),
        is_of_states=may_act and kinds == {"Country"},
    )
    if not same_but_day(report, report):
        # It says too little to be held against any other: somebody met somebody.
        return replace(report, source=" ".join(told.key[1:2] + told.key[3:]))
    is_adrift = timing.exactness == UNDATED and not timing.published
    return replace(report, source=told.article) if is_adrift else report


def _thing(profile: Profile | None, text: str, group_of: Mapping[str, str]) -> Thing:
    if profile is None:
        return Thing(words=text)
    return Thing(
        group_of[profile.iri],
        profile.referent.kind,
        profile.country,
        profile.referent.name,
        is_described=profile.is_described,
    )


_Key = tuple[
    tuple[str, str, int, int, bool, int],
    tuple[str, int, str],
    tuple[tuple[str, tuple[str, ...]], ...],
    tuple[Thing, str, str, tuple[str, ...]],
]


def _key(report: Report) -> _Key:
    """Say what makes reports the very same; the best dated and the fullest come first."""
    timing, relation = report.when, report.relation.name
    length = timing.start - timing.end if relation in LASTING else 0
    parties = sorted((part, tuple(sorted(who))) for part, who in report.parties.items())
    place, fullness = report.place, -len(report.everyone)
    return (
        (relation, report.modality.value, timing.exactness, length, report.is_of_states, fullness),
        (timing.iso, timing.published, report.source),
        tuple(parties),
        (report.object, place.group, place.country, tuple(sorted(report.nations))),
    )


class _Board:
    """The events found so far, each filed under who was there and when."""

    def __init__(self) -> None:
        self.clusters: list[_Cluster] = []
        self._filed: defaultdict[Block, list[int]] = defaultdict(list)

    def place(self, report: Report, claims: Iterable[Told]) -> None:
        """Put a report with the only event that it can speak of, else make it one of its own."""
        number = self._choose(report)
        if number is None:
            number = len(self.clusters)
            self.clusters.append(_Cluster([], []))
        found = self.clusters[number]
        found.reports.append(report)
        found.claims.extend(claims)
        for block in _filed_under(report):
            self._filed[block].append(number)

    def _choose(self, report: Report) -> int | None:
        for blocks in (_dated_blocks(report), _undated_blocks(report)):
            fitting = self._fitting(blocks, report)
            if len(fitting) > 1 and report.when.exactness == DAY:
                nearest = min(_distance(self.clusters[number], report) for number in fitting)
                fitting = [n for n in fitting if _distance(self.clusters[n], report) == nearest]
            if fitting:
                # Of several that it could mean, none is taken: two kept apart do less harm.
                return fitting[0] if len(fitting) == 1 else None
        return None

    def _fitting(self, blocks: Iterable[Block], report: Report) -> list[int]:
        numbers = {number for block in blocks for number in self._filed.get(block, ())}
        return [number for number in sorted(numbers) if _fits(self.clusters[number], report)]


def _fits(found: _Cluster, report: Report) -> bool:
    # What is known less exactly agrees with the exact days, and need not do so with all else. The
    # first report of a visit is the longest; those of single days need not agree on the day.
    best = found.reports[0].when.exactness
    days = [known for known in found.reports if known.when.exactness == best]
    if report.relation.name in LASTING:
        del days[1:]
    if not all(same_day(report, known) for known in days):
        return False
    # States stand for any of those who acted for them, and decide nothing among these.
    people = [known for known in found.reports if not known.is_of_states]
    if people and report.is_of_states:
        return any(same_but_day(report, known) for known in people)
    return all(same_but_day(report, known) for known in people or found.reports)


def _distance(found: _Cluster, report: Report) -> tuple[int, int]:
    """Say how far a report is from an event of the same time, in parties and in days."""
    fullest = found.reports[0]
    different = len(fullest.everyone ^ report.everyone)
    return different, abs(fullest.when.start - report.when.start)


def _filed_under(report: Report) -> Iterator[Block]:
    """Name the blocks in which reports of the same event may look for this one."""
    names = [*sorted(report.everyone), *filter(None, [report.object.group])]
    names += _nations(report, of_states=report.is_of_states)
    timing = report.when
    for block in ((*_shared(report), name) for name in names):
        if timing.exactness == UNDATED:
            yield *block, report.source or f"about {timing.published // _FORTNIGHT}"
        else:
            yield from ((*block, f"in {month}") for month in timing.months)
            if timing.year_day:
                yield *block, timing.year_day


def _dated_blocks(report: Report) -> Iterator[Block]:
    """Name the blocks in which there may be a dated report of the same event."""
    timing = report.when
    for block in _looked_up(report):
        yield from ((*block, f"in {month}") for month in timing.months)
        if timing.exactness == ANY_YEAR:
            yield *block, timing.year_day


def _undated_blocks(report: Report) -> Iterator[Block]:
    """Name the blocks in which there may be an undated report of the same event as this one."""
    if report.when.exactness != UNDATED:
        return
    fortnight = report.when.published // _FORTNIGHT
    for block in _looked_up(report):
        if report.source:
            yield *block, report.source
        else:
            yield from ((*block, f"about {near}") for near in range(fortnight - 1, fortnight + 2))


def _looked_up(report: Report) -> Iterator[Block]:
    # A report that names nobody finds its event by what was opened or signed.
    names = sorted(report.everyone) or list(filter(None, [report.object.group]))
    names += _nations(report, of_states=not report.is_of_states)
    return ((*_shared(report), name) for name in names)


def _nations(report: Report, *, of_states: bool) -> list[str]:
    """Name the states that signed, or those for which people did."""
    signers = "states" if of_states else "people of"
    return [f"{signers} {' '.join(sorted(report.nations))}"] if len(report.nations) > 1 else []


def _shared(report: Report) -> Block:
    return report.relation.name, report.modality.value
