"""Make one world of what all articles say."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from relgraph.model import Article, Entity, Extraction, World
from relgraph.resolve.clusters import Told, cluster
from relgraph.resolve.countries import with_countries
from relgraph.resolve.events import best_date, events
from relgraph.resolve.grouping import group
from relgraph.resolve.labels import entities
from relgraph.resolve.profiles import Profile, profile
from relgraph.resolve.states import ToldState, states
from relgraph.resolve.unions import Unions


def resolve(readings: Iterable[tuple[str, Article, Extraction]], *, base: str) -> World:
    """Merge what articles say of the same things; each comes with the IRI of its graph.

    The order of the articles, and of what is in them, changes nothing.
    """
    told: list[Told] = []
    told_states: list[ToldState] = []
    profiles: list[Profile] = []
    articles = [(article, extraction) for article, _, extraction in readings]
    for (article, extraction), cast in zip(articles, with_countries(articles), strict=True):
        who = {referent.id: profile(article, referent) for referent in cast}
        profiles.extend(who.values())
        published = extraction.published
        told.extend(Told(article, published, claim, who) for claim in extraction.events)
        told_states.extend(ToldState(article, published, one, who) for one in extraction.states)
    unions = group(profiles)
    clusters = cluster(told, {one.iri: unions.find(one.iri) for one in profiles})
    _join_described(clusters, unions)
    entity_of = _entities(profiles, clusters, unions, base=base)
    known = {entity.iri: entity for entity in entity_of.values()}
    return World(
        entities=tuple(known[name] for name in sorted(known)),
        events=events(clusters, entity_of, base=base),
        states=states(told_states, entity_of, base=base),
    )


def _join_described(clusters: Iterable[Sequence[Told]], unions: Unions) -> None:
    """Join what is described to what the same event is about in another report.

    A description that two different names would claim stays with its own kind.
    """
    described, named = Unions(), defaultdict[str, set[str]](set)
    objects = [_objects(claims) for claims in clusters]
    for things in objects:
        described.join_all(sorted(thing.iri for thing in things if thing.is_described))
    members = defaultdict[str, set[str]](set)
    for things in objects:
        names = {unions.find(thing.iri) for thing in things if not thing.is_described}
        for thing in things:
            if thing.is_described:
                members[described.find(thing.iri)].add(thing.iri)
                named[described.find(thing.iri)] |= names
    for first, group_members in members.items():
        names = named[first]
        unions.join_all(sorted(group_members | (names if len(names) == 1 else set())))


def _objects(claims: Iterable[Told]) -> list[Profile]:
    things = (told.who.get(told.claim.object) for told in claims)
    return [thing for thing in things if thing]


def _entities(
    profiles: Iterable[Profile], clusters: Iterable[Sequence[Told]], unions: Unions, *, base: str
) -> dict[str, Entity]:
    """Return the entity of each referent, by the referent's IRI."""
    groups: defaultdict[str, list[Profile]] = defaultdict(list)
    for one in profiles:
        groups[unions.find(one.iri)].append(one)
    named = {
        name: members
        for name, members in groups.items()
        if not all(member.is_described for member in members)
    }
    found = entities(named, base=base, occasions={})
    occasions = _occasions(clusters, found, unions)
    rest = {name: members for name, members in groups.items() if name not in named}
    found |= entities(rest, base=base, occasions=occasions)
    return {one.iri: found[name] for name, members in groups.items() for one in members}


def _occasions(
    clusters: Iterable[Sequence[Told]], named: Mapping[str, Entity], unions: Unions
) -> dict[str, str]:
    """Say of each described thing which event it is known by: the first, in order of the words."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for claims in clusters:
        parties = {
            named[name].iri
            for told in claims
            for participant in told.claim.participants
            if (who := told.who.get(participant.who)) and (name := unions.find(who.iri)) in named
        }
        occasion = " ".join([claims[0].claim.relation, best_date(claims), *sorted(parties)])
        for thing in _objects(claims):
            if parties and thing.is_described:
                found[unions.find(thing.iri)].append(occasion)
    return {name: min(occasions) for name, occasions in found.items()}
