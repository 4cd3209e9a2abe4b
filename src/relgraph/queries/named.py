"""The queries that ship with relgraph, each under a name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

import pyoxigraph as ox

from relgraph import resources
from relgraph.errors import InputError, UsageError
from relgraph.queries import header
from relgraph.queries.find import find, near
from relgraph.queries.header import Kind, Parameter
from relgraph.rdf.literals import bounds
from relgraph.rdf.vocabulary import term
from relgraph.store import Store

_DATE = term("xsd:date")


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of ``queries/``; ``text`` runs as it is, with every parameter at its default."""

    name: str
    summary: str
    parameters: tuple[Parameter, ...]
    text: str

    def bind(self, store: Store, /, **values: object) -> str:
        """Return the query with its parameters set; None, or leaving one out, keeps the default.

        Only the one row is rewritten, with terms and never with text. An entity may be given by
        name, alias or IRI, and is looked up in *store*.

        Raises:
            UsageError: where there is no such parameter, or it cannot take the value.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in values:
            if name not in known:
                raise UsageError(
                    f"no parameter {name}", where=self.name, hint=_listed("it has", known)
                )
        row = header.ROW.search(self.text)
        if row is None:
            return self.text
        terms = [
            _term(store, known[name], values.get(name))
            for name in row["names"].replace("?", "").split()
        ]
        bound = f"VALUES ({row['names']}) {{ ({' '.join(terms)}) }}{row['mark']}"
        return self.text[: row.start()] + bound + self.text[row.end() :]


@cache
def load() -> dict[str, NamedQuery]:
    """Return every named query, in the order of their names."""
    paths = sorted(resources.folder("queries").glob("*.rq"))
    return {path.stem: parse(path.stem, path.read_text(encoding="utf-8")) for path in paths}


def named(name: str) -> NamedQuery:
    """Return the query called *name*.

    Raises:
        UsageError: where there is none.
    """
    queries = load()
    if name not in queries:
        raise UsageError(
            "there is no such query",
            where=name,
            hint=_listed("there is", near(name, queries) or queries),
        )
    return queries[name]


def parse(name: str, text: str) -> NamedQuery:
    """Read a named query from the text of its file.

    Raises:
        InputError: where its header cannot be read.
    """
    described = header.read(text, where=f"{name}.rq")
    return NamedQuery(name, described.summary, described.parameters, text)


def _term(store: Store, parameter: Parameter, value: object) -> str:
    if value is None or value == "":
        return parameter.default
    match parameter.kind:
        case Kind.ENTITY:
            return str(ox.NamedNode(find(store, str(value))))
        case Kind.DATE | Kind.LAST_DATE:
            return str(ox.Literal(_day(parameter, value), datatype=_DATE))
        case Kind.INT:
            return str(ox.Literal(_whole(parameter, value)))
        case Kind.CHOICE if str(value) not in parameter.choices:
            hint = f"one of {', '.join(parameter.choices)}"
            raise UsageError(f"takes no {value}", where=parameter.name, hint=hint)
        case _:
            return _text(parameter, value)


def _day(parameter: Parameter, value: object) -> str:
    iso = value.isoformat()[:10] if isinstance(value, date) else str(value)
    try:
        first, last = bounds(iso)
    except InputError as error:
        raise _bad(parameter, value, "write YYYY, YYYY-MM or YYYY-MM-DD") from error
    if not first:
        raise _bad(parameter, value, "give the year too")
    return first if parameter.kind is Kind.DATE else last


def _whole(parameter: Parameter, value: object) -> int:
    try:
        return int(str(value))
    except ValueError as error:
        raise _bad(parameter, value, "write it in digits") from error


def _text(parameter: Parameter, value: object) -> str:
    try:
        return str(ox.Literal(str(value)))
    except ValueError as error:  # bytes of the command line that are no UTF-8
        raise _bad(parameter, value, "write it in UTF-8") from error


def _bad(parameter: Parameter, value: object, hint: str) -> UsageError:
    what = {Kind.INT: "whole number", Kind.STRING: "text"}.get(parameter.kind, "date")
    return UsageError(f"{str(value)[:40]!r} is no {what}", where=parameter.name, hint=hint)


def _listed(verb: str, names: Mapping[str, object] | list[str]) -> str:
    return f"{verb} {', '.join(names)}" if names else f"{verb} none"
