"""What every format says of a node and of an edge: one table each, with types.

A format leaves out the columns that it has a place of its own for.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from relgraph import ontology
from relgraph.iri import digest
from relgraph.view import Edge, Node

Value = str | int | float | bool | tuple[str, ...]
Type = Literal["string", "integer", "double", "boolean", "list"]
Thing = TypeVar("Thing", Node, Edge)

UNKNOWN_COLOUR = "#888888"
LIST_SEPARATOR = " | "

# The last two steps of ".../id/person/rajnath-singh".
_TAIL = re.compile(r"[/#](?P<folder>[\w.-]+)[/#](?P<name>[\w.-]+)\Z", re.ASCII)


@dataclass(frozen=True, slots=True)
class Column(Generic[Thing]):
    """One attribute; an empty string or tuple is no value."""

    name: str
    type: Type
    of: Callable[[Thing], Value]
    meaning: str


def _kind_colour(node: Node) -> str:
    kind = ontology.load().kinds.get(node.kind)
    return kind.colour if kind else UNKNOWN_COLOUR


def _relation_colour(edge: Edge) -> str:
    relation = ontology.load().relations.get(edge.relation)
    return relation.colour if relation else UNKNOWN_COLOUR


def _is_symmetric(edge: Edge) -> bool:
    relation = ontology.load().relations.get(edge.relation)
    return relation is not None and relation.is_symmetric


# Gephi and igraph show `label`, Cytoscape `name` and `interaction`; igraph draws in `color`.
NODE_COLUMNS: tuple[Column[Node], ...] = (
    Column("label", "string", lambda node: node.label, "what to show"),
    Column("name", "string", lambda node: node.label, "the same, where Cytoscape looks for it"),
    Column("kind", "string", lambda node: node.kind, "a kind of the ontology"),
    Column("iri", "string", lambda node: node.id, "the entity's IRI in the RDF graph"),
    Column("aliases", "list", lambda node: node.aliases, "its other names in the articles"),
    Column("matches", "list", lambda node: node.matches, "its IRIs in other vocabularies"),
    Column("color", "string", _kind_colour, "the colour of its kind"),
)

EDGE_COLUMNS: tuple[Column[Edge], ...] = (
    Column("label", "string", lambda edge: edge.label, "what to show"),
    Column("relation", "string", lambda edge: edge.relation, "a relation type of the ontology"),
    Column("interaction", "string", lambda edge: edge.relation, "the same, for Cytoscape"),
    Column("iri", "string", lambda edge: edge.statement, "the IRI of the event or state"),
    Column("symmetric", "boolean", _is_symmetric, "whether source and target could be swapped"),
    Column("date", "string", lambda edge: edge.date, "when, to show"),
    Column("start", "string", lambda edge: edge.start, "the first day that it can mean"),
    Column("end", "string", lambda edge: edge.end, "the last day that it can mean"),
    Column("modality", "string", lambda edge: edge.modality.value, "asserted, planned or negated"),
    Column("confidence", "double", lambda edge: edge.confidence, "0 to 1"),
    Column("reports", "integer", lambda edge: edge.reports, "how many articles say so"),
    Column("weight", "double", lambda edge: float(edge.reports), "the same, where tools look"),
    Column("title", "string", lambda edge: edge.title, "the office held or given"),
    Column("place", "string", lambda edge: edge.place, "where"),
    Column("topics", "list", lambda edge: edge.topics, "what was talked about"),
    Column("quote", "string", lambda edge: _first(edge, "text"), "the first sentence that says so"),
    Column("headline", "string", lambda edge: _first(edge, "headline"), "of its article"),
    Column("publisher", "string", lambda edge: _first(edge, "publisher"), "of its article"),
    Column("url", "string", lambda edge: _first(edge, "url"), "of its article"),
    Column("published", "string", lambda edge: _first(edge, "published"), "of its article"),
    Column("color", "string", _relation_colour, "the colour of its relation type"),
)


def _first(edge: Edge, field: str) -> str:
    return str(getattr(edge.quotes[0], field)) if edge.quotes else ""


def without(columns: tuple[Column[Thing], ...], *names: str) -> tuple[Column[Thing], ...]:
    """Return *columns* less those called *names*."""
    return tuple(column for column in columns if column.name not in names)


def values(columns: Iterable[Column[Thing]], thing: Thing) -> Iterator[tuple[str, Value]]:
    """Yield the name and value of each column in which *thing* has one."""
    for column in columns:
        value = column.of(thing)
        if value not in ("", ()):
            yield column.name, value


def plain(value: Value) -> str:
    """Spell *value* for a format that has no lists.

    >>> plain(True), plain(0.9), plain(("defence", "chemicals"))
    ('true', '0.9', 'defence | chemicals')
    """
    match value:
        case bool():
            return "true" if value else "false"
        case tuple():
            return LIST_SEPARATOR.join(value)
        case _:
            return str(value)


def node_ids(nodes: Iterable[Node]) -> dict[str, str]:
    """Return a short id for each node's IRI: its last two steps, where no other node has these.

    Ids are name tokens of XML, which no IRI is, and say the same in every format and build.

    >>> node_ids([Node("https://w3id.org/relgraph/id/person/omar-hejira", "Person", "Omar Hejira")])
    {'https://w3id.org/relgraph/id/person/omar-hejira': 'person:omar-hejira'}
    """
    iris = [node.id for node in nodes]
    short = {iri: _short(iri) for iri in iris}
    uses = Counter(short.values())
    return {iri: name if uses[name] == 1 else f"n-{digest(iri)}" for iri, name in short.items()}


def edge_id(edge: Edge) -> str:
    """Return a short id for *edge*, which no node's can equal."""
    return f"e-{digest(edge.id)}"


def _short(iri: str) -> str:
    tail = _TAIL.search(iri)
    return f"{tail['folder']}:{tail['name']}" if tail else f"n-{digest(iri)}"
