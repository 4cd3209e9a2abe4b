"""Look up what a name stands for."""

import re
from functools import lru_cache

from relgraph.gazetteer import institutions, tables
from relgraph.gazetteer.spelling import (
    SHORTEST_SWAP,
    bare,
    is_name,
    is_one_slip,
    is_typo,
    key,
    table_keys,
    without_brackets,
)
from relgraph.gazetteer.tables import PEOPLE, SHARED, Known

MEMORY = 10_000
# A town of this size may give its name to the region around it.
LARGE = 40_000

# "Sidi Bouzid region"
_AROUND = re.compile(
    r"(?P<whole>.{2,40})"
    r" (?:city|county|district|governorate|oblast|prefecture|province|region|state)",
    re.IGNORECASE,
)
# "northern Gaza", "South Lebanon"
_SIDE = re.compile(
    r"(?:(?:north|south)[ -]?(?:east|west)?(?:ern)?|(?:east|west)(?:ern)?|central|upper|lower)"
    r" (?P<whole>[A-Z].{1,40})",
    re.IGNORECASE,
)

# Words that are one slip away from a country or a people, and mean something else.
NOT_TYPOS = frozenset(
    ["hollande", "germane", "germann", "canarian", "etonian", "malayan", "austrasia", "jordans"]
)


@lru_cache(MEMORY)
def country(name: str) -> Known | None:
    """Find a country by its name, or by a word for its people.

    >>> [known.name for word in ("the UAE", "Moroccan", "Moroccon") if (known := country(word))]
    ['United Arab Emirates', 'Morocco', 'Morocco']
    >>> country("Malto")
    """
    if not is_name(name):
        return None
    wanted = key(name)
    if known := _named(name) or _people(wanted):
        return known
    meant = _meant(wanted)
    return (tables.find(tables.countries(), meant) or _people(meant)) if meant else None


def country_code(name: str) -> str:
    """Return the ISO 3166-1 alpha-2 code of what :func:`country` finds, else nothing.

    >>> country_code("South Korea"), country_code("Atlantis")
    ('KR', '')
    """
    known = country(name)
    return known.country if known else ""


def is_demonym(word: str) -> bool:
    """Tell whether *word* stands for the people of a country, not for the country itself.

    >>> is_demonym("Omanis"), is_demonym("Oman")
    (True, False)
    """
    if not is_name(word) or _named(word):
        return False
    wanted = key(word)
    return _people(wanted) is not None or _people(_meant(wanted)) is not None


def begins_person(word: str) -> bool:
    """Tell whether people's names begin with *word*: a given name, or "Wang" and "Nguyen".

    >>> begins_person("Fátima"), begins_person("Kassym-Jomart"), begins_person("Ministry")
    (True, True, False)
    """
    first = word.partition("-")[0] if "-" in word else word
    return is_name(word) and key(first) in tables.given_names()


@lru_cache(MEMORY)
def place(name: str, *, within: str = "") -> Known | None:
    """Find a city, region or sea; *within* is the code of the country it should lie in.

    Of several with one name the most populous is taken, and flagged.

    >>> [known.country for at in ("", "PK") if (known := place("Hyderabad", within=at))]
    ['IN', 'PK']
    """
    if not is_name(name):
        return None
    table = tables.places()
    for one in table_keys(name):
        local = tables.find(table, f"{one}@{within}") if within else None
        if found := local or tables.find(table, one):
            return found
    alone = without_brackets(name)
    return place(alone, within=within) if alone != name.strip() else _part(bare(name), within)


@lru_cache(MEMORY)
def body(name: str) -> Known | None:
    """Find an international organisation, or an institution of a state.

    What is no known one, and called as ministries and embassies are, is a government body of the
    country that its name gives, under that name.

    >>> [known.name for word in ("WHO", "the Security Council") if (known := body(word))]
    ['World Health Organization', 'UN Security Council']
    >>> known = body("Ministry of Defence of Oman")
    >>> known and (known.kind, known.country)
    ('GovernmentBody', 'OM')
    """
    if not is_name(name):
        return None
    found = tables.bodies()
    if known := next(filter(None, map(found.get, table_keys(name))), None):
        return known
    alone = without_brackets(name)
    if alone != name.strip():
        return body(alone)
    call = institutions.call(key(name))
    if call is institutions.Call.NO:
        return None
    owner = next(filter(None, map(country_code, institutions.owners(bare(name)))), "")
    if not owner and call is institutions.Call.IF_OWNED:
        return None
    return Known(bare(name), "GovernmentBody", owner)


def _part(name: str, within: str) -> Known | None:
    """Find a region that is called after a place or a country, which it is not."""
    found = _AROUND.fullmatch(name) or _SIDE.fullmatch(name)
    if found is None or country(name):
        return None
    whole = country(found["whole"]) or place(found["whole"], within=within)
    # "Northern Alliance" has nothing to do with Alliance, Ohio.
    is_small = whole is not None and 0 < whole.population < LARGE
    return Known(name, "Place", whole.country) if whole and not is_small else None


def _named(name: str) -> Known | None:
    table = tables.countries()
    for one in table_keys(name):
        if known := tables.find(table, one):
            return known
    return None


def _people(wanted: str) -> Known | None:
    return tables.find(tables.countries(), f"{PEOPLE}{wanted}")


@lru_cache(MEMORY)
def _meant(written: str) -> str:
    """Return the key of the country or people that *written* misspells, if only one can be."""
    is_other = written in tables.bodies() or written in tables.given_names()  # "Giorgia"
    is_other = is_other or tables.find(tables.places(), written) is not None
    if len(written) < SHORTEST_SWAP or written in NOT_TYPOS or is_other:
        return ""
    near = [one for one in _words(written[0]) if is_typo(written, one)]
    if not near:
        return ""
    # "Nigera" may also be Niger.
    likely = [one for one in _words(written[0]) if one in near or is_one_slip(written, one)]
    bearers = {tables.find(tables.countries(), one) or _people(one) for one in likely}
    if len(bearers) != 1:
        return ""
    # "Moroccon" is nearer to "Moroccan" than to "Morocco".
    return min(near, key=lambda one: (abs(len(one) - len(written)), one))


@lru_cache
def _words(letter: str) -> tuple[str, ...]:
    """Return what may be misspelled: slips spare the first letter."""
    words = {one.strip(PEOPLE + SHARED) for one in tables.countries()}
    return tuple(sorted(w for w in words if w[:1] == letter and len(w) >= SHORTEST_SWAP))
