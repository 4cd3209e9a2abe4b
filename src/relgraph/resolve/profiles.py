"""Say of each referent by which names the world may know it."""

from dataclasses import dataclass

from relgraph import gazetteer, iri
from relgraph.model import Referent
from relgraph.resolve.described import is_description
from relgraph.resolve.names import (
    bag,
    is_acronym,
    organisation,
    person,
    spellings,
    words,
)

# A text may call one body a company and the next an organisation: these are one kind for merging.
_BODIES = frozenset(["GovernmentBody", "Company", "Organization"])
# A body so called is one country's: "Ministry of Defence" names a dozen.
_OFFICES = (
    "ministry ministries department embassy consulate parliament senate cabinet government army"
    " navy police military court presidency secretariat bureau directorate force forces guard"
    " assembly office commission council legislature prosecutor treasury mission"
)
_OFFICE_WORDS = frozenset(_OFFICES.split())
# "Hamburg Police" says whose it is; that there is a town Union does not make that a place here.
_NO_TOWNS = _OFFICE_WORDS | {"union"}
# What is no part of a name: "Defence Minister Singh" must not name every such Singh.
_TITLES = (
    "minister president chairman chairwoman chair secretary ambassador governor mayor king queen"
    " prince princess emir sultan general admiral marshal colonel captain director chief"
    " spokesman spokeswoman spokesperson premier chancellor commissioner senator deputy vice"
    " undersecretary envoy pope bishop judge justice commander brigadier lieutenant major"
)
_TITLE_WORDS = frozenset(_TITLES.split())
_FULL_NAME = 2
# Sets a name of one word apart from the office that it needs: "lula, president of BR".
ONE_WORD = ","

Known = gazetteer.Known


@dataclass(frozen=True, slots=True)
class Profile:
    """One referent, prepared for merging.

    ``family`` is the kinds that may be one; ``keys`` are names that suffice alone, ``acronyms``
    those that need a longer name beside them; ``own_country`` is whether a namesake in another
    country is another thing. ``is_described`` has no keys: its event tells what it is.
    """

    iri: str
    referent: Referent
    family: str
    country: str
    keys: frozenset[str] = frozenset()
    acronyms: frozenset[str] = frozenset()
    known: Known | None = None
    own_country: bool = False
    is_described: bool = False
    role: frozenset[str] = frozenset()


def profile(article_iri: str, referent: Referent) -> Profile:
    """Prepare *referent* of the article at *article_iri*."""
    at = iri.within(article_iri, "referent", referent.id)
    if referent.kind == "Person":
        return _person(at, referent)
    if referent.kind == "Country":
        return _country(at, referent)
    if referent.kind == "Place":
        return _place(at, referent)
    if is_description(referent.name, referent.kind):
        return Profile(at, referent, referent.kind, referent.country, is_described=True)
    if referent.kind in _BODIES:
        return _body(at, referent)
    names = (referent.name, *(name for name in referent.aliases if _is_full(name, referent)))
    keys = frozenset(" ".join(organisation(name)) for name in names if not is_acronym(name))
    return Profile(at, referent, referent.kind, referent.country, keys, _acronyms(referent))


def _person(at: str, referent: Referent) -> Profile:
    role = bag(referent.role, country=referent.country) - {"union"}
    names = [referent.name, *(name for name in referent.aliases if _is_alias_of(name, referent))]
    forms = {person(form) for name in names for form in spellings(name)}
    keys = frozenset(" ".join(form) for form in forms if len(form) >= _FULL_NAME)
    if not keys and referent.country and role:
        # One word is a name only together with an office: "Lula", President of Brazil.
        office = " ".join(sorted(role))
        single = (" ".join(form) for form in forms)
        keys = frozenset(f"{name}{ONE_WORD} {office} of {referent.country}" for name in single)
    return Profile(at, referent, "Person", referent.country, keys, own_country=True, role=role)


def _is_alias_of(alias: str, referent: Referent) -> bool:
    """Tell whether *alias* is a full name like the name itself, no title and no initials."""
    form, name = person(alias), person(referent.name)
    return (
        len(form) >= _FULL_NAME
        and len(form) == len(name)
        and not _TITLE_WORDS.intersection(form)
        and all(len(word) > 1 for word in form)
    )


def _country(at: str, referent: Referent) -> Profile:
    known = gazetteer.country(referent.name)
    if known is None:
        keys = frozenset([" ".join(words(referent.name))])
        return Profile(at, referent, "Country", referent.country, keys)
    return Profile(at, referent, "Country", known.country, frozenset([known.name]), known=known)


def _place(at: str, referent: Referent) -> Profile:
    known = gazetteer.place(referent.name, within=referent.country)
    name = " ".join(words(referent.name))
    if known is None or (referent.country and known.country != referent.country):
        keys = frozenset([name])
        return Profile(at, referent, "Place", referent.country, keys, own_country=True)
    if known.is_ambiguous and not known.is_capital and not referent.country:
        # Several bear the name, and the text does not say which it means. A capital needs no more.
        return Profile(at, referent, "Place", "", frozenset([name]), own_country=True)
    keys = frozenset([name, " ".join(words(known.name))])
    return Profile(at, referent, "Place", known.country, keys, known=known, own_country=True)


def _body(at: str, referent: Referent) -> Profile:
    known = gazetteer.body(referent.name)
    country = referent.country or (known.country if known else "")
    if known and known.aliases and (country == known.country or not known.country):
        keys = frozenset([" ".join(organisation(known.name))])
        return Profile(at, referent, "Body", known.country, keys, known=known, own_country=True)
    if is_office(referent.name):
        keys = frozenset([_office(referent.name, country)] if country else [])
        return Profile(at, referent, "Body", country, keys, own_country=True)
    names = (referent.name, *(name for name in referent.aliases if _is_full(name, referent)))
    keys = frozenset(
        " ".join(organisation(form))
        for name in names
        if not is_acronym(name)
        for form in spellings(name)
    )
    own = referent.kind != "Company"
    return Profile(
        at, referent, "Body", country if own else "", keys, _acronyms(referent), own_country=own
    )


def is_office(name: str) -> bool:
    """Tell whether *name* is one that each state or city has, and says not whose."""
    if not _OFFICE_WORDS.intersection(words(name)):
        return False
    parts = (part for part in name.split() if part.casefold() not in _NO_TOWNS)
    return not any(gazetteer.place(part) for part in parts)


def _office(name: str, country: str) -> str:
    return f"{' '.join(sorted(bag(name, country=country)))} of {country}"


def _is_full(alias: str, referent: Referent) -> bool:
    """Tell whether *alias* names the thing by itself: two words, and no description."""
    return (
        len(organisation(alias)) >= _FULL_NAME
        and not is_description(alias, referent.kind)
        and not is_office(alias)
    )


def _acronyms(referent: Referent) -> frozenset[str]:
    # What is known by an acronym alone must stand for one thing.
    names = (referent.name,) if is_acronym(referent.name) else (referent.name, *referent.aliases)
    return frozenset(name.replace(".", "").casefold() for name in names if is_acronym(name))
