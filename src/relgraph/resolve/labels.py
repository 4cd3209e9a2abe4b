"""Make entities of groups of referents: the best name, the kind, the IRI."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from relgraph import iri, ontology
from relgraph.gazetteer import tables
from relgraph.model import Entity
from relgraph.resolve.names import bag, is_acronym, person, plain_person
from relgraph.resolve.profiles import Profile, is_office

# A longer word in capitals alone is a headline's: "ZRENJANIN".
LONGEST_CAPITALS = 4
_NAMED_BODIES = ("Company", "GovernmentBody")


def entities(
    groups: Mapping[str, Sequence[Profile]], *, base: str, occasions: Mapping[str, str]
) -> dict[str, Entity]:
    """Make one entity of each group, by the group's name.

    *occasions* says by which event a described thing is told from others of its description.
    """
    drafts = {name: _draft(members) for name, members in groups.items()}
    iris = _iris(drafts, groups, base=base, occasions=occasions)
    return {
        name: Entity(
            iri=iris[name],
            kind=draft.kind,
            label=draft.label,
            aliases=draft.aliases,
            country=draft.country,
            matches=draft.matches,
            referents=tuple(sorted(member.iri for member in groups[name])),
        )
        for name, draft in drafts.items()
    }


def _draft(members: Sequence[Profile]) -> Entity:
    """Make an entity that has all but its IRI."""
    known = next((member.known for member in _sorted(members) if member.known), None)
    country = _most(member.country for member in members if member.country)
    kind = known.kind if known else _kind(member.referent.kind for member in members)
    label = known.name if known else _label(members, country)
    names = {name for member in members for name in _names(member)}
    if known:
        names |= {known.name, *known.aliases}
    if kind == "GovernmentBody" and country and is_office(label):
        label = _of_country(label, country)
    aliases = tuple(sorted(names - {label}))
    return Entity("", kind, label, aliases, country, known.matches if known else ())


def _sorted(members: Iterable[Profile]) -> list[Profile]:
    return sorted(members, key=lambda member: member.iri)


def _names(member: Profile) -> Iterator[str]:
    yield from filter(None, (member.referent.name, *member.referent.aliases))


def _label(members: Sequence[Profile], country: str) -> str:
    """Choose the full form that most articles use; of several, that of most other names there.

    Of an office's names the one without the country goes first, then the longest.
    """
    counts = Counter(_plain(member, member.referent.name) for member in members)
    others = Counter(_plain(one, alias) for one in members for alias in one.referent.aliases)
    full = [name for name in others if name in counts or _is_full_name(name, members)]
    names = {*counts, *full}

    def rank(name: str) -> tuple[bool, bool, int, bool, int, str]:
        shouted = name.isupper() and len(name) > LONGEST_CAPITALS
        votes = counts[name] + others[name]
        says_whose = bool(country) and bag(name, country=country) != bag(name)
        return shouted, is_acronym(name), -votes, says_whose, -len(name), name

    return min(names, key=rank)


def _is_full_name(name: str, members: Iterable[Profile]) -> bool:
    """Tell whether another name of a person is as full as the name itself."""
    form = " ".join(person(name))
    return any(form in member.keys for member in members if member.family == "Person")


def _plain(member: Profile, name: str) -> str:
    return plain_person(name) if member.family == "Person" else name.removeprefix("the ")


def _of_country(label: str, country: str) -> str:
    """Say whose an office is: "Ministry of Defence (India)", unless its name does.

    >>> _of_country("Ministry of Defence", "IN"), _of_country("Indian Army", "IN")
    ('Ministry of Defence (India)', 'Indian Army')
    """
    if bag(label, country=country) != bag(label):
        return label
    return f"{label} ({country_names().get(country, country)})"


@cache
def country_names() -> dict[str, str]:
    """Return the usual name of each country by its code."""
    rows = (tables.read(row, is_shared=False) for row in tables.countries().values())
    return {known.country: known.name for known in rows}


def _kind(kinds: Iterable[str]) -> str:
    """Choose the kind that most texts give; of bodies "organisation" is what no text says better.

    >>> _kind(["Organization", "Organization", "Company"])
    'Company'
    """
    counts = Counter(kinds)
    most = _most(counts.elements())
    named = [kind for kind in counts.elements() if kind in _NAMED_BODIES]
    return _most(named) if most == "Organization" and named else most


def _most(values: Iterable[str]) -> str:
    counts = Counter(values)
    return min(counts, key=lambda value: (-counts[value], value), default="")


def _iris(
    drafts: Mapping[str, Entity],
    groups: Mapping[str, Sequence[Profile]],
    *,
    base: str,
    occasions: Mapping[str, str],
) -> dict[str, str]:
    """Mint an IRI for each; namesakes are told apart by country, else by where they are named."""
    kinds = ontology.load().kinds

    def mint(name: str, distinction: str) -> str:
        draft = drafts[name]
        return iri.entity(base, kinds[draft.kind].folder, draft.label, distinction=distinction)

    plain = {name: mint(name, "") for name in drafts}
    sharers = Counter(plain.values())
    distinctions = {}
    for name, draft in drafts.items():
        if _is_described(groups[name]):
            distinctions[name] = occasions.get(name, name)
        else:
            distinctions[name] = draft.country if sharers[plain[name]] > 1 else ""
    taken = Counter((plain[name], distinction) for name, distinction in distinctions.items())
    return {
        name: mint(name, told if taken[plain[name], told] == 1 else f"{told} {name}")
        for name, told in distinctions.items()
    }


def _is_described(members: Sequence[Profile]) -> bool:
    return all(member.is_described for member in members)
