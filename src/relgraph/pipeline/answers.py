"""Answers of SPARQL as Python values."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

import pyoxigraph as ox

from relgraph.rdf import vocabulary as rg
from relgraph.store import Solutions, Term

Value = str | int | float | bool | date | None

_READERS: dict[ox.NamedNode, Callable[[str], Value]] = {
    rg.term("xsd:integer"): int,
    rg.term("xsd:decimal"): float,
    rg.term("xsd:double"): float,
    rg.term("xsd:float"): float,
    rg.term("xsd:boolean"): lambda text: text in ("true", "1"),
    rg.term("xsd:date"): date.fromisoformat,
    rg.term("xsd:dateTime"): datetime.fromisoformat,
}


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of values under named columns; iterating gives a dict a row.

    >>> table = Table(("who", "meetings"), (("Rajnath Singh", 3),))
    >>> list(table)
    [{'who': 'Rajnath Singh', 'meetings': 3}]
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def __iter__(self) -> Iterator[dict[str, Value]]:
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def column(self, name: str) -> list[Value]:
        """Return one column from top to bottom."""
        place = self.columns.index(name)
        return [row[place] for row in self.rows]


def table(solutions: Solutions) -> Table:
    """Read all rows of *solutions*."""
    rows = tuple(tuple(map(value, row)) for row in solutions.rows)
    return Table(solutions.variables, rows)


def value(term: Term | None) -> Value:
    """Turn an RDF term into a Python value: an IRI into its string, a literal by its datatype.

    A literal that its datatype does not allow ("2025-02-30"^^xsd:date) stays the string it is.

    >>> value(ox.Literal(3)), value(ox.NamedNode("https://e.org/a"))
    (3, 'https://e.org/a')
    """
    if term is None:
        return None
    if not isinstance(term, ox.Literal):
        return term.value if isinstance(term, ox.NamedNode) else str(term)
    read = _READERS.get(term.datatype, str)
    try:
        return read(term.value)
    except ValueError:
        return term.value
