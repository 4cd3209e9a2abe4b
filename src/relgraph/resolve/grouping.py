"""Group the referents of all articles that are one thing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import JaroWinkler

from relgraph.resolve.profiles import ONE_WORD, Profile
from relgraph.resolve.unions import Unions

# Two spellings of one name, of people with one office: "Abdelatif Loudyi", "Abdeltif Loudiyi".
LIKE_NAMES = 0.93
# … of which no word is another word.
LIKE_WORDS = 0.85
# Mohammed V and Mohammed VI are two, and so are Kim Jong Un and Kim Jong Il.
SHORTEST_VARIANT = 4
# Kinds that readers of names mix up: a carmaker, its car, its plant.
LOOSE_FAMILIES = frozenset(["Body", "Product", "Program", "Facility", "Event"])

Block = tuple[str, frozenset[str], int, str]


def group(profiles: Sequence[Profile]) -> Unions:
    """Join the referents that are one thing by name; described ones stay alone."""
    unions = Unions()
    countries = _countries(profiles)
    for members in _by_key(profiles, countries).values():
        unions.join_all(members)
    _join_acronyms(profiles, countries, unions)
    _join_mistaken_kinds(profiles, unions)
    for one, other in _spelling_variants(profiles):
        unions.join(one.iri, other.iri)
    return unions


def _countries(profiles: Iterable[Profile]) -> dict[str, str]:
    """Say for each referent to which country it belongs, for telling namesakes apart.

    One of no country joins its only namesakes that have one; with two such it is of neither.
    """
    claimed: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for profile in profiles:
        if profile.own_country and profile.country:
            for key in profile.keys:
                claimed[profile.family, key].add(profile.country)
    found = {}
    for profile in profiles:
        country = profile.country if profile.own_country else ""
        if profile.own_country and not country:
            near = {one for key in profile.keys for one in claimed.get((profile.family, key), ())}
            country = near.pop() if len(near) == 1 else ""
        found[profile.iri] = country
    return found


def _by_key(
    profiles: Iterable[Profile], countries: dict[str, str]
) -> dict[tuple[str, str, str], list[str]]:
    found: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for profile in profiles:
        for key in profile.keys:
            found[profile.family, key, countries[profile.iri]].append(profile.iri)
    return found


def _join_acronyms(profiles: Sequence[Profile], countries: dict[str, str], unions: Unions) -> None:
    """Join what is named by an acronym alone to the only thing that texts expand it to."""
    expanded: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for profile in profiles:
        if profile.keys:
            for acronym in profile.acronyms:
                expanded[profile.family, acronym].add(unions.find(profile.iri))
    alone: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for profile in profiles:
        if profile.keys or not profile.acronyms:
            continue
        country, (acronym,) = countries[profile.iri], profile.acronyms
        meant = sorted(expanded.get((profile.family, acronym), ()))
        if not meant:
            alone[profile.family, acronym, country].append(profile.iri)
        elif len(meant) == 1 and country in ("", countries[meant[0]]):
            unions.join(profile.iri, meant[0])
    for members in alone.values():
        unions.join_all(members)


def _join_mistaken_kinds(profiles: Iterable[Profile], unions: Unions) -> None:
    """Join things of one full name whose kind the texts did not agree on.

    A person is one of them only where nothing says that it is a person, and most say it is not.
    """
    sharers: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        if profile.family in LOOSE_FAMILIES or profile.family == "Person":
            for key in profile.keys:
                if len(key.split()) > 1 and ONE_WORD not in key:
                    sharers[key].append(profile)
    # All are looked at before any is joined, so that the order of the names changes nothing.
    joined = [members for sharing in sharers.values() for members in _mistaken(sharing, unions)]
    for members in joined:
        unions.join_all(members)


def _mistaken(sharing: Sequence[Profile], unions: Unions) -> Iterator[list[str]]:
    people = [one for one in sharing if one.family == "Person"]
    things = [one for one in sharing if one.family != "Person"]
    groups = {unions.find(one.iri) for one in things}
    if not groups or len(groups) > len({one.family for one in things}):
        return  # namesakes of one kind: nobody knows which of them is meant
    yield sorted(groups)
    if len(people) <= len(things) and not any(map(_is_surely_human, people)):
        yield [min(groups), *(one.iri for one in people)]


def _is_surely_human(profile: Profile) -> bool:
    """Tell whether a text gives a person an office, a country or a surname."""
    words = " ".join(profile.keys).split()
    is_called_by_surname = any(alias.casefold() in words for alias in profile.referent.aliases)
    return bool(profile.role or profile.country or is_called_by_surname)


def _spelling_variants(profiles: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Yield people of one office and country whose names are spelled nearly alike."""
    blocks: defaultdict[Block, dict[str, Profile]] = defaultdict(dict)
    for profile in profiles:
        if profile.family == "Person" and profile.country and profile.role:
            for parts in (key.split() for key in profile.keys if ONE_WORD not in key):
                key = " ".join(parts)
                block = (profile.country, profile.role, len(parts), parts[-1][0])
                kept = blocks[block].setdefault(key, profile)
                if profile.iri < kept.iri:
                    blocks[block][key] = profile
    for people in blocks.values():
        for (one, mine), (other, theirs) in combinations(sorted(people.items()), 2):
            if _is_variant(one, other):
                yield mine, theirs


def _is_variant(one: str, other: str) -> bool:
    if JaroWinkler.similarity(one, other) < LIKE_NAMES:
        return False
    pairs = zip(one.split(), other.split(), strict=True)
    return all(
        min(len(mine), len(theirs)) >= SHORTEST_VARIANT
        and JaroWinkler.similarity(mine, theirs) >= LIKE_WORDS
        for mine, theirs in pairs
        if mine != theirs
    )
