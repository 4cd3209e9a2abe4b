"""Find the countries and places that stand inside other things' names."""

from collections.abc import Iterator, Mapping

from relgraph.extract import kinds
from relgraph.extract.name import FORMED, Name
from relgraph.extract.tokens import Tokens


def owners(page: Tokens, names: Mapping[int, Name]) -> Iterator[Name]:
    """Yield places in works' names, and countries in bodies': "Danish" in "Danish Ministry".

    Only of countries that the text also names by themselves.
    """
    told = {name.country for name in names.values() if name.kind == "Country"}
    for name in names.values():
        if name.kind == "Facility" and name.end - name.begin > 1:
            yield from _town(page, name)
        if name.kind not in kinds.BODIES or name.end - name.begin < 2:
            continue
        for begin, end in _owner_spans(page, name):
            found = kinds.known(page.words(begin, end))
            is_told = found is not None and (found[1] in told or end == name.end)
            # "paid for by the Japanese Government"
            is_told = is_told or page.lower[name.end - 1] == "government"
            if found is not None and found[0] == "Country" and is_told:
                yield Name(begin, end, "Country", FORMED, found[1])
                break


def _town(page: Tokens, name: Name) -> Iterator[Name]:
    """Yield the place in "the Opole mill", where the works have no other name."""
    at = name.begin
    while at < name.end and page.is_cap[at]:
        at += 1
    found = kinds.known(page.words(name.begin, at)) if name.begin < at < name.end else None
    if at < name.end and page.joins(at):
        return
    if found is not None and found[0] == "Place" and not page.is_cap[name.end - 1]:
        yield Name(name.begin, at, "Place", FORMED, found[1])


def _owner_spans(page: Tokens, name: Name) -> Iterator[tuple[int, int]]:
    for size in (2, 1):
        if name.begin + size < name.end and page.is_cap[name.begin + size - 1]:
            yield name.begin, name.begin + size
    for at in range(name.end - 2, name.begin, -1):
        if page.lower[at] == "of":
            yield (at + 2 if page.lower[at + 1] == "the" else at + 1), name.end
            return
