"""Read the header of a ``.rq`` file: its summary, and what may be set in it.

    #+ summary: Meetings, one row for each pair of parties.
    #+ parameters:
    #+   person: entity: only those of this person, country or body
    #+   until: last date: not after

The defaults are not in the header but in the one row that is rewritten, so that the file means the
same to tools that know nothing of headers:

    VALUES (?person ?until) { (UNDEF "2025-12-31"^^xsd:date) }  #+ params
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from relgraph.errors import InputError


class Kind(StrEnum):
    """What a parameter takes. A month or a year is the first day of it for ``DATE``."""

    ENTITY = "entity"
    DATE = "date"
    LAST_DATE = "last date"
    INT = "int"
    STRING = "string"
    CHOICE = "one of"


@dataclass(frozen=True, slots=True)
class Parameter:
    """What may be set in a query; ``default`` is the term in the row, ``UNDEF`` for any."""

    name: str
    kind: Kind
    help: str
    default: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Header:
    """What a ``.rq`` file says of itself."""

    summary: str
    parameters: tuple[Parameter, ...]


UNDEF = "UNDEF"

_LINE = re.compile(r"^#\+ ?(.*)$", re.MULTILINE)  # "#+ summary: Who met whom."
_PARAMETER = re.compile(  # "  relation: one of met, visited: only this one"
    r"  (?P<name>[a-z][a-z_]*): "
    r"(?P<kind>entity|date|last date|int|string|one of (?P<choices>[^:]+)): (?P<help>.+)"
)
_TERM = r'(?:UNDEF|-?\d+|<[^<>"\s]*>|"(?:[^"\\\n]|\\.)*"(?:\^\^[^\s()]+)?)'
ROW = re.compile(
    rf"VALUES \((?P<names>(?:\s*\?\w+)+)\s*\) \{{ \(\s*(?P<terms>{_TERM}(?:\s+{_TERM})*)\s*\) \}}"
    r"(?P<mark>[ ]*#\+ params[ ]*)$",
    re.MULTILINE,
)
_TERMS = re.compile(_TERM)


def read(text: str, *, where: str) -> Header:
    """Read the header of a query; *where* names it in errors.

    Raises:
        InputError: where a line cannot be read, or header and row disagree.
    """
    lines = [line.rstrip() for line in _LINE.findall(text)]
    summary = next((line.partition(": ")[2] for line in lines if line.startswith("summary: ")), "")
    if not summary:
        raise InputError("no summary", where=where, hint="begin with `#+ summary: …`")
    described = [line for line in lines if line.startswith("  ")]
    defaults = _defaults(text)
    parameters = tuple(_parameter(line, defaults, where) for line in described)
    if {parameter.name for parameter in parameters} != set(defaults):
        raise InputError(
            "the parameters of the header are not those of the row",
            where=where,
            hint="name each in both: `#+   NAME: TYPE: …` and `VALUES (?NAME) { (…) }  #+ params`",
        )
    return Header(summary, parameters)


def _parameter(line: str, defaults: dict[str, str], where: str) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if match is None:
        raise InputError(
            f"no parameter: {line!r}", where=where, hint="write `NAME: TYPE: what it does`"
        )
    choices = tuple(choice.strip() for choice in (match["choices"] or "").split(",") if choice)
    kind = Kind.CHOICE if choices else Kind(match["kind"])
    default = defaults.get(match["name"], UNDEF)
    return Parameter(match["name"], kind, match["help"], default, choices)


def _defaults(text: str) -> dict[str, str]:
    row = ROW.search(text)
    if row is None:
        return {}
    names = [name.removeprefix("?") for name in row["names"].split()]
    return dict(zip(names, _TERMS.findall(row["terms"]), strict=False))
