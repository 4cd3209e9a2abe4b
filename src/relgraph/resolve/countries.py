"""Say to which country each referent belongs, from what its article says of it and of others."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from relgraph import gazetteer, iri
from relgraph.model import Extraction, Modality, Referent, StateClaim
from relgraph.resolve.grouping import group
from relgraph.resolve.profiles import profile

# The states that say to which country a person, a body or a place belongs.
TIES = frozenset(["holds_office", "part_of", "located_in"])


def with_countries(told: Iterable[tuple[str, Extraction]]) -> Iterator[list[Referent]]:
    """Yield the referents of each article, each with the only country that it can be of.

    First what the article ties to a country; then people as other articles know them, and bodies
    by those who hold office in them.
    """
    articles = [(article, extraction, _tied(extraction)) for article, extraction in told]
    homes = _homes((article, referents) for article, _, referents in articles)
    for article, extraction, referents in articles:
        yield _by_people(article, extraction, referents, homes)


def _tied(extraction: Extraction) -> list[Referent]:
    codes = {
        one.id: gazetteer.country_code(one.name)
        for one in extraction.referents
        if one.kind == "Country"
    }
    found: defaultdict[str, set[str]] = defaultdict(set)
    for claim in _asserted(extraction):
        if code := codes.get(claim.object):
            found[claim.subject].add(code)
    return _filled(extraction.referents, found)


def _homes(told: Iterable[tuple[str, Iterable[Referent]]]) -> dict[str, str]:
    """Return the country of each person, by the referent's IRI, where articles agree on one."""
    people = [
        profile(article, referent)
        for article, referents in told
        for referent in referents
        if referent.kind == "Person"
    ]
    groups, found = group(people), defaultdict[str, set[str]](set)
    for person in people:
        if person.country:
            found[groups.find(person.iri)].add(person.country)
    members = {person.iri: found.get(groups.find(person.iri), set()) for person in people}
    return {member: min(homes) for member, homes in members.items() if len(homes) == 1}


def _by_people(
    article: str, extraction: Extraction, referents: list[Referent], homes: Mapping[str, str]
) -> list[Referent]:
    bodies = {one.id for one in referents if one.kind == "GovernmentBody"}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for claim in _asserted(extraction):
        home = homes.get(iri.within(article, "referent", claim.subject))
        if home and claim.relation == "holds_office" and claim.object in bodies:
            found[claim.object].add(home)
    for one in referents:
        if home := homes.get(iri.within(article, "referent", one.id)):
            found[one.id] = {home}
    return _filled(referents, found)


def _asserted(extraction: Extraction) -> Iterator[StateClaim]:
    return (
        claim
        for claim in extraction.states
        if claim.relation in TIES and claim.modality is Modality.ASSERTED
    )


def _filled(referents: Iterable[Referent], found: Mapping[str, set[str]]) -> list[Referent]:
    return [
        replace(one, country=min(countries))
        if not one.country and len(countries := found.get(one.id, set())) == 1
        else one
        for one in referents
    ]
