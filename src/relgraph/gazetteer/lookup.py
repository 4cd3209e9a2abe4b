"""Look up what a name stands for."""

from functools import lru_cache

from relgraph.gazetteer import institutions, tables
from relgraph.gazetteer.spelling import SHORTEST_TYPO, acronym, bare, is_name, is_one_slip, key
from relgraph.gazetteer.tables import PEOPLE, SHARED, Known

MEMORY = 10_000

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
    for one in filter(None, (acronym(name), key(name))):
        local = tables.find(table, f"{one}@{within}") if within else None
        if found := local or tables.find(table, one):
            return found
    return None


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
    if known := found.get(acronym(name)) or found.get(key(name)):
        return known
    call = institutions.call(key(name))
    if call is institutions.Call.NO:
        return None
    owner = next(filter(None, map(country_code, institutions.owners(bare(name)))), "")
    if not owner and call is institutions.Call.IF_OWNED:
        return None
    return Known(bare(name), "GovernmentBody", owner)


def _named(name: str) -> Known | None:
    table = tables.countries()
    for one in filter(None, (acronym(name), key(name))):
        if known := tables.find(table, one):
            return known
    return None


def _people(wanted: str) -> Known | None:
    return tables.find(tables.countries(), f"{PEOPLE}{wanted}")


@lru_cache(MEMORY)
def _meant(written: str) -> str:
    """Return the key of the country or people that *written* misspells, if only one can be."""
    is_other = written in tables.bodies() or tables.find(tables.places(), written)
    if len(written) < SHORTEST_TYPO or written in NOT_TYPOS or is_other:
        return ""
    near = [one for one in _long_words(written[0]) if is_one_slip(written, one)]
    bearers = {tables.find(tables.countries(), one) or _people(one) for one in near}
    if len(bearers) != 1:
        return ""
    # "Moroccon" is nearer to "Moroccan" than to "Morocco".
    return min(near, key=lambda one: (abs(len(one) - len(written)), one))


@lru_cache
def _long_words(letter: str) -> tuple[str, ...]:
    """Return what may be misspelled: slips spare the first letter, and short words are too near."""
    words = {one.strip(PEOPLE + SHARED) for one in tables.countries()}
    return tuple(sorted(w for w in words if w[:1] == letter and len(w) >= SHORTEST_TYPO))
