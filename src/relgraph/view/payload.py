"""Say as JSON what the page has to know of a view."""

import re
from collections.abc import Mapping
from typing import TypedDict

from relgraph import ontology
from relgraph.model import Span
from relgraph.view.graph import WEB, Edge, GraphView, Node, Quote

_CAPITAL = re.compile(r"([A-Z])")  # OfficeHolding

USUAL: dict[str, object] = {
    "start": "",
    "end": "",
    "date": "",
    "title": "",
    "place": "",
    "topics": [],
    "modality": "asserted",
    "reports": 1,
}

Point = tuple[float, float]


class Payload(TypedDict):
    """What ``readGraph`` in ``page/graph.js`` reads. Things refer to others by their places."""

    title: str
    subtitle: str
    caption: str
    kinds: list[dict[str, object]]
    relations: list[dict[str, object]]
    articles: list[dict[str, object]]
    quotes: list[dict[str, object]]
    nodes: list[dict[str, object]]
    edges: list[dict[str, object]]


class _Places:
    """Numbers things in the order in which they are met."""

    def __init__(self) -> None:
        self._places: dict[object, int] = {}

    def of(self, thing: object) -> int:
        return self._places.setdefault(thing, len(self._places))

    def __contains__(self, thing: object) -> bool:
        return thing in self._places


def payload(view: GraphView, positions: Mapping[str, Point]) -> Payload:
    """Return *view* as the page wants it, each article and sentence once."""
    terms = ontology.load()
    kinds = sorted({node.kind for node in view.nodes})
    relations = sorted({edge.relation for edge in view.edges})
    kind_at = {name: i for i, name in enumerate(kinds)}
    relation_at = {name: i for i, name in enumerate(relations)}
    node_at = {node.id: i for i, node in enumerate(view.nodes)}
    statement_at = _Places()
    quote_at: dict[Quote, int] = {}
    for edge in view.edges:
        for quote in edge.quotes:
            quote_at.setdefault(quote, len(quote_at))
    articles: dict[tuple[str, str, str, str, str], int] = {}
    for quote in quote_at:
        articles.setdefault(_source(quote), len(articles))
    return Payload(
        title=view.title,
        subtitle=view.subtitle,
        caption=view.caption,
        kinds=[
            {
                "name": kind,
                "label": terms.kinds[kind].label,
                "shape": terms.kinds[kind].shape,
                "colour": terms.kinds[kind].colour,
                "definition": terms.kinds[kind].definition,
            }
            for kind in kinds
        ],
        relations=[
            {
                "name": relation,
                "label": terms.relations[relation].label,
                "noun": _noun(terms.relations[relation].iri),
                "colour": terms.relations[relation].colour,
                "symmetric": terms.relations[relation].is_symmetric,
                "state": terms.relations[relation].is_state,
                "definition": terms.relations[relation].definition,
            }
            for relation in relations
        ],
        articles=[
            {"headline": headline, "publisher": publisher, "url": url, "published": published}
            for _, headline, publisher, url, published in articles
        ],
        quotes=[
            {
                "text": quote.text,
                "trigger": _span(quote.trigger),
                "arguments": [_span(span) for span in quote.arguments],
                "article": articles[_source(quote)],
            }
            for quote in quote_at
        ],
        nodes=[_node(node, kind_at[node.kind], positions[node.id]) for node in view.nodes],
        edges=[
            {
                "source": node_at[edge.source],
                "target": node_at[edge.target],
                "relation": relation_at[edge.relation],
                "statement": statement_at.of(edge.statement),
                "quotes": [quote_at[quote] for quote in edge.quotes],
                **_facts(edge),
            }
            for edge in view.edges
        ],
    )


def _noun(iri: str) -> str:
    """Name what a relation type is a class of: "Office holding".

    >>> _noun("https://w3id.org/relgraph/ns#OfficeHolding")
    'Office holding'
    """
    return _CAPITAL.sub(r" \1", iri.partition("#")[2]).strip().capitalize()


def _node(node: Node, kind: int, point: Point) -> dict[str, object]:
    return {
        "id": node.id,
        "kind": kind,
        "label": node.label,
        "aliases": list(node.aliases),
        "matches": [match for match in node.matches if match.startswith(WEB)],
        "x": point[0],
        "y": point[1],
    }


def _facts(edge: Edge) -> dict[str, object]:
    """Say what is known; ``graph.js`` fills in what is left out here for being the usual."""
    facts = {
        "label": edge.label,
        "start": edge.start,
        "end": edge.end,
        "date": edge.date,
        "title": edge.title,
        "place": edge.place,
        "topics": list(edge.topics),
        "modality": edge.modality.value,
        "confidence": edge.confidence,
        "reports": edge.reports,
    }
    return {name: value for name, value in facts.items() if value != USUAL.get(name)}


def _source(quote: Quote) -> tuple[str, str, str, str, str]:
    url = quote.url if quote.url.startswith(WEB) else ""
    return (quote.article, quote.headline, quote.publisher, url, quote.published)


def _span(span: Span) -> tuple[int, int]:
    return (span.begin, span.end)
