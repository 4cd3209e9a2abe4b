"""Read the tables of known names from ``graph/gazetteer``."""

from dataclasses import dataclass, replace
from functools import cache

from relgraph import resources
from relgraph.gazetteer.spelling import table_keys

WIKIDATA = "http://www.wikidata.org/entity/"
GEONAMES = "https://sws.geonames.org/"

# How the tables mark the key of a word for a people, and one that several rows claim.
PEOPLE = "~"
SHARED = "?"


@dataclass(frozen=True, slots=True)
class Known:
    """A country, place or public body that the gazetteer knows.

    ``kind`` is a kind of the ontology; ``country`` is an ISO 3166-1 alpha-2 code (``XK`` for
    Kosovo), empty for what belongs to none or to several; ``matches`` are the IRIs that Wikidata
    and GeoNames give it. ``is_ambiguous`` says that the name looked up has other bearers, of
    which this is the most populous.
    """

    name: str
    kind: str
    country: str = ""
    aliases: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()
    population: int = 0
    is_capital: bool = False
    is_ambiguous: bool = False


Table = dict[str, str]


@cache
def countries() -> Table:
    """Return the rows of countries by key; words for their peoples begin with ``~``."""
    return _rows("countries.tsv")


@cache
def places() -> Table:
    """Return the rows of places by key, and by ``key@COUNTRY`` where several bear the name."""
    return _rows("places.tsv")


@cache
def bodies() -> dict[str, Known]:
    """Return the public bodies by key."""
    found: dict[str, Known] = {}
    for line in _lines("bodies.tsv"):
        name, kind, country, others, *ids = line.split("\t")
        aliases = tuple(filter(None, others.split("|")))
        known = Known(name, kind, country, aliases, tuple(f"{WIKIDATA}{one}" for one in ids))
        for one in (name, *aliases):
            found |= dict.fromkeys(table_keys(one), known)
    return found


@cache
def given_names() -> frozenset[str]:
    """Return the words that people's names begin with, spelled as keys."""
    return frozenset(_lines("given.txt"))


@cache
def read(row: str, *, is_shared: bool) -> Known:
    """Read one row of the countries or places."""
    name, kind, country, geonames, wikidata, population, flags, aliases = row.split("\t")
    matches = []
    if wikidata:
        matches.append(f"{WIKIDATA}{wikidata}")
    if geonames:
        matches.append(f"{GEONAMES}{geonames}/")
    known = Known(
        name,
        kind,
        country,
        tuple(filter(None, aliases.split("|"))),
        tuple(matches),
        int(population or 0),
        is_capital="c" in flags,
    )
    return replace(known, is_ambiguous=True) if is_shared else known


def find(table: Table, wanted: str) -> Known | None:
    """Return what *table* holds under the key *wanted*."""
    if row := table.get(wanted):
        return read(row, is_shared=False)
    row = table.get(wanted + SHARED)
    return read(row, is_shared=True) if row else None


def _rows(file: str) -> Table:
    table: Table = {}
    for line in _lines(file):
        keys, _, row = line.partition("\t")
        for one in keys.split("|"):
            table[one] = row
    return table


def _lines(file: str) -> list[str]:
    path = resources.folder("graph") / "gazetteer" / file
    lines = path.read_text(encoding="utf-8").split("\n")
    return [line for line in lines if line and not line.startswith("#")]
