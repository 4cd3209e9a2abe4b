"""Read annotations from JSON: a reader's records, or what any system has found.

Both shapes are read: the annotators', in which an event names its parties, and the contract of
``relgraph extract``, in which entities have ids and an event refers to these.
"""

import json
import logging
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from relgraph import ontology
from relgraph.errors import InputError, one_line
from relgraph.evaluation.annotations import OTHER, Annotation, Named, Told, core_types, shown
from relgraph.model import Modality

# More than any set of annotated articles has: what is bigger is another file.
LARGEST = 500_000_000
STDIN = "-"
# Of many names in a warning.
SHOWN = 5
_SPACE = re.compile(r"[\s\ufeff]*")  # "\n  {"
_HINT = "see docs/evaluation.md for the records"

Json = dict[str, object]

log = logging.getLogger(__name__)


def read_gold(path: Path) -> tuple[Annotation, ...]:
    """Read what readers have found: one JSON object a line, or one array; ``-`` is stdin.

    Raises:
        InputError: where it cannot be read, a record lacks what it needs, or two have one id.
    """
    records = _records(path)
    kinds = ontology.load().kinds
    for record in records:
        where = f"{path.name}, {record.id}"
        if unknown := [entity.kind for entity in record.entities if entity.kind not in kinds]:
            hint = f"there are: {', '.join(kinds)}"
            problem = f"no kind of entities is called {unknown[0]!r}"
            raise InputError(problem, where=where, hint=hint)
        if bare := [told for told in record.events if not told.evidence]:
            problem = f"no evidence for the event {shown(bare[0])!r}"
            raise InputError(problem, where=where, hint="give the sentence that says so")
    return records


def read_found(path: Path) -> tuple[Annotation, ...]:
    """Read what some system has found, in the shape of ``relgraph extract`` or that of readers.

    Entities of kinds that are not ours (dates, amounts of money) are left out.

    Raises:
        InputError: as ``read_gold`` does.
    """
    kinds = ontology.load().kinds
    records = _records(path)
    foreign = {e.kind for record in records for e in record.entities} - set(kinds)
    if foreign:
        names = one_line(", ".join(sorted(foreign)[:SHOWN]))
        log.warning("%s: left out all entities of type %s", path.name, names)
    return tuple(
        replace(record, entities=tuple(e for e in record.entities if e.kind in kinds))
        for record in records
    )


def _records(path: Path) -> tuple[Annotation, ...]:
    records = tuple(
        _annotation(_Node(value, where)) for value, where in _values(_text(path), path.name)
    )
    if not records:
        raise InputError("there is no record in it", where=path.name, hint=_HINT)
    seen: set[str] = set()
    for record in records:
        if record.id in seen:
            problem = f"two records have the id {record.id!r}"
            raise InputError(problem, where=path.name, hint="keep one of them")
        seen.add(record.id)
    return records


def _text(path: Path) -> str:
    try:
        content = sys.stdin.buffer.read(LARGEST + 1) if str(path) == STDIN else _content(path)
    except OSError as error:
        problem = error.strerror or "cannot be read"
        raise InputError(problem, where=str(path), hint="give a file of records") from error
    if len(content) > LARGEST:
        raise InputError("too large for a file of records", where=str(path), hint=_HINT)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise InputError("not UTF-8 text", where=path.name, hint="give JSON lines") from error


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST + 1)


def _values(text: str, name: str) -> Iterator[tuple[object, str]]:
    """Yield each JSON value of *text* with the place where it stands."""
    at, line = _after_space(text, 0), 1
    counted = 0
    while at < len(text):
        line, counted = line + text.count("\n", counted, at), at
        where = f"{name}:{line}"
        try:
            value, at = json.JSONDecoder().raw_decode(text, at)
        except json.JSONDecodeError as error:
            problem = f"not valid JSON: {error.msg} (column {error.colno})"
            where = f"{name}:{error.lineno}"
            raise InputError(problem, where=where, hint="give one object a line") from error
        except RecursionError as error:
            raise InputError("nested too deep", where=where, hint=_HINT) from error
        except ValueError as error:  # an integer of more digits than Python will read
            raise InputError("has a number that is too long", where=where, hint=_HINT) from error
        if isinstance(value, list):
            yield from ((each, f"{where}[{number}]") for number, each in enumerate(value))
        else:
            yield value, where
        at = _after_space(text, at)


def _after_space(text: str, at: int) -> int:
    space = _SPACE.match(text, at)
    return space.end() if space else at


class _Node:
    """A JSON object that says where it stands when something in it is wrong."""

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, dict):
            raise InputError("not a JSON object", where=where, hint=_HINT)
        self.value: Json = value
        self.where = where

    def text(self, key: str) -> str:
        """Return a string that may be missing or null."""
        value = self.value.get(key)
        if value is None:
            return ""
        if not isinstance(value, str):
            raise self.wrong(f"{key!r} is not a string")
        return value

    def needed(self, key: str) -> str:
        """Return a string that must be there."""
        if not (value := self.text(key)):
            raise self.wrong(f"has no {key!r}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        values = self.items(key)
        if not all(isinstance(value, str) for value in values):
            raise self.wrong(f"{key!r} is not a list of strings")
        return tuple(map(str, values))

    def items(self, key: str) -> list[object]:
        value = self.value.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.wrong(f"{key!r} is not a list")
        return value

    def nodes(self, key: str) -> "list[_Node]":
        """Return the objects of a list that must be there."""
        if key not in self.value:
            raise self.wrong(f"has no {key!r}")
        return [
            _Node(value, f"{self.where}.{key}[{number}]")
            for number, value in enumerate(self.items(key))
        ]

    def flag(self, key: str) -> bool:
        value = self.value.get(key)
        if value is not None and not isinstance(value, bool):
            raise self.wrong(f"{key!r} is not true or false")
        return bool(value)

    def wrong(self, what: str) -> InputError:
        return InputError(what, where=self.where, hint=_HINT)


def _annotation(node: _Node) -> Annotation:
    number = node.value.get("id")
    is_number = isinstance(number, int) and not isinstance(number, bool)
    identity = str(number) if is_number else node.needed("id")
    entities = node.nodes("entities")
    names = {key: each.needed("name") for each in entities if (key := each.text("id"))}
    if names and len(names) < len(entities):
        raise node.wrong("some entities have an id of their own and others not")
    return Annotation(
        identity,
        tuple(map(_named, entities)),
        tuple(_told(each, names) for each in node.nodes("events")),
    )


def _named(node: _Node) -> Named:
    return Named(node.needed("name"), node.needed("type"), node.texts("aliases"))


def _told(node: _Node, names: Mapping[str, str]) -> Told:
    kind, subtype = _type(node)
    quotes = _quotes(node)
    return Told(
        type=kind,
        participants=tuple(_name(node, names, each) for each in node.texts("participants")),
        object=_object(node, names),
        place=_name(node, names, node.text("place")),
        date=node.text("date"),
        modality=_modality(node),
        evidence=next(iter(quotes), ""),
        subtype=subtype,
        is_optional=node.flag("optional"),
        again=tuple(quotes[1:]),
    )


def _type(node: _Node) -> tuple[str, str]:
    """Return type and subtype: the types that are not of the core count as one."""
    name, subtype = node.needed("type"), node.text("subtype")
    if name in core_types():
        return name, ""
    if name == OTHER:
        return name, subtype
    if name in ontology.load().relations:
        return OTHER, subtype or name
    raise InputError(
        f"no type of events is called {name!r}",
        where=node.where,
        hint=f"there are: {', '.join((*core_types(), OTHER))}",
    )


def _name(node: _Node, names: Mapping[str, str], reference: str) -> str:
    """Return the name that *reference* stands for: where entities have ids, it is one of these."""
    if not names or not reference:
        return reference
    if reference not in names:
        raise node.wrong(f"refers to {reference!r}, which is no entity's id")
    return names[reference]


def _object(node: _Node, names: Mapping[str, str]) -> str:
    return f"{_name(node, names, node.text('object'))} {node.text('object_text')}".strip()


def _modality(node: _Node) -> str:
    value = node.text("modality") or Modality.ASSERTED.value
    if value not in [known.value for known in Modality]:
        raise node.wrong(f"{value!r} is no modality: asserted, planned or negated")
    return value


def _quotes(node: _Node) -> list[str]:
    """Return the sentences that say so: one string, or a list of evidence."""
    if isinstance(node.value.get("evidence"), list):
        return [proof.text("quote") for proof in node.nodes("evidence")]
    quote = node.text("evidence")
    return [quote] if quote else []
