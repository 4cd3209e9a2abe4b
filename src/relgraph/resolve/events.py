"""Make events of the claims that tell them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from relgraph import iri
from relgraph.model import Entity, Event, Participant
from relgraph.rdf.article import evidence_iri
from relgraph.rdf.vocabulary import PARTIES
from relgraph.resolve.clusters import LASTING, Told
from relgraph.resolve.dates import when


def events(
    clusters: Iterable[Sequence[Told]], entity_of: Mapping[str, Entity], *, base: str
) -> tuple[Event, ...]:
    """Make one event of each cluster; *entity_of* leads from a referent's IRI to its entity."""
    made = [_event(claims, entity_of, base=base) for claims in clusters]
    sharers = Counter(event.iri for event in made)
    # Two that nothing tells apart but who tells them: two undated meetings, a year between them.
    told_apart = (
        event
        if sharers[event.iri] == 1
        else replace(event, iri=iri.occurrence(base, event.relation, event.iri, event.evidence[0]))
        for event in made
    )
    return tuple(sorted(told_apart, key=lambda event: event.iri))


def best_date(claims: Sequence[Told]) -> str:
    """Return the most exact date; of what lasts, the longest span of days."""

    def rank(iso: str) -> tuple[int, int, str]:
        timing = when(iso, "")
        length = timing.end - timing.start
        return timing.exactness, -length if claims[0].claim.relation in LASTING else length, iso

    return min((told.claim.date for told in claims), key=rank)


def _event(claims: Sequence[Told], entity_of: Mapping[str, Entity], *, base: str) -> Event:
    first = claims[0].claim
    date = best_date(claims)
    thing = _object(claims, entity_of)
    parties = tuple(one for one in _participants(claims, entity_of) if one.who != thing)
    evidence = {evidence_iri(told.article, one) for told in claims for one in told.claim.evidence}
    everyone = sorted({participant.who for participant in parties})
    modality = first.modality.value
    return Event(
        iri=iri.occurrence(base, first.relation, modality, date, thing, *everyone),
        relation=first.relation,
        participants=parties,
        evidence=tuple(sorted(evidence)),
        object=thing,
        object_text=_usual(told.claim.object_text for told in claims),
        place=_place(claims, entity_of),
        date=date,
        date_text=_usual(told.claim.date_text for told in claims if told.claim.date == date),
        modality=first.modality,
        topics=tuple(sorted({topic for told in claims for topic in told.claim.topics})),
        confidence=max(told.claim.confidence for told in claims),
    )


def _participants(
    claims: Iterable[Told], entity_of: Mapping[str, Entity]
) -> tuple[Participant, ...]:
    """Return each party once, in the part that most claims give it: agents first, as mentioned."""
    parts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    mentioned: dict[str, int] = {}
    for told in claims:
        for participant in sorted(told.claim.participants, key=_mention):
            if profile := told.who.get(participant.who):
                who = entity_of[profile.iri].iri
                parts[who][participant.part] += 1
                mentioned.setdefault(who, len(mentioned))
    chosen = {
        who: min(votes, key=lambda part: (-votes[part], PARTIES.index(part)))
        for who, votes in parts.items()
    }
    order = sorted(chosen, key=lambda who: (PARTIES.index(chosen[who]), mentioned[who]))
    return tuple(Participant(who, chosen[who]) for who in order)


def _mention(participant: Participant) -> tuple[int, int, str]:
    """Order by part, then by first mention, which is the order of the referents' ids."""
    return PARTIES.index(participant.part), len(participant.who), participant.who


def _object(claims: Iterable[Told], entity_of: Mapping[str, Entity]) -> str:
    return _usual(
        entity_of[profile.iri].iri
        for told in claims
        if (profile := told.who.get(told.claim.object))
    )


def _place(claims: Iterable[Told], entity_of: Mapping[str, Entity]) -> str:
    """Return the most exact place: a town before its country."""
    places = [
        entity_of[profile.iri] for told in claims if (profile := told.who.get(told.claim.place))
    ]
    exact = [place for place in places if place.kind != "Country"]
    return _usual(place.iri for place in exact or places)


def _usual(values: Iterable[str]) -> str:
    """Return the commonest of *values*, the longest of several; empty ones do not count."""
    counts = Counter(filter(None, values))
    return min(counts, key=lambda value: (-counts[value], -len(value), value), default="")
