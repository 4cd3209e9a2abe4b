"""The network that the page shows and that the exports write."""

from dataclasses import dataclass

from relgraph.model import Modality, Span

# What an address begins with that may become a link.
WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence with its source; ``trigger`` and ``arguments`` are offsets into ``text``."""

    text: str
    trigger: Span
    arguments: tuple[Span, ...]
    rule: str
    article: str
    begin: int
    end: int
    headline: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Node:
    """An entity; ``id`` is its IRI, ``kind`` the name of a kind of the ontology."""

    id: str
    kind: str
    label: str
    aliases: tuple[str, ...] = ()
    matches: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """One event or state between two entities.

    ``id`` tells parallel edges apart and is the same in every build; ``statement`` is the IRI of
    the event or state, shared by the edges that one event draws. ``start`` and ``end`` are ISO
    days or empty, ``date`` is what to show.
    """

    id: str
    source: str
    target: str
    relation: str
    label: str
    statement: str
    start: str = ""
    end: str = ""
    date: str = ""
    title: str = ""
    place: str = ""
    topics: tuple[str, ...] = ()
    modality: Modality = Modality.ASSERTED
    confidence: float = 1.0
    reports: int = 1
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class GraphView:
    """Nodes and edges, each sorted by id; every edge's ends are among the nodes."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    title: str = ""
    subtitle: str = ""
    caption: str = ""
