"""Say in numbers what a store holds."""

from dataclasses import dataclass

import pyoxigraph as ox

from relgraph import ontology
from relgraph.rdf import ARTICLE, TYPE
from relgraph.store import Store

_DEFAULT = ox.DefaultGraph()


@dataclass(frozen=True, slots=True)
class Summary:
    """How much a store holds; kinds and relations by name, those that it has none of left out."""

    quads: int
    articles: int
    entities: dict[str, int]
    events: dict[str, int]
    states: dict[str, int]


def summary(store: Store) -> Summary:
    """Count what *store* holds."""
    terms = ontology.load()
    return Summary(
        quads=store.stats().quads,
        articles=sum(1 for _ in store.match(predicate=TYPE, object=ARTICLE)),
        entities=_count(store, {kind.name: kind.iri for kind in terms.kinds.values()}),
        events=_count(store, {relation.name: relation.iri for relation in terms.events}),
        states=_count(store, {relation.name: relation.iri for relation in terms.states}),
    )


def _count(store: Store, classes: dict[str, str]) -> dict[str, int]:
    counts = {
        name: sum(1 for _ in store.match(predicate=TYPE, object=ox.NamedNode(iri), graph=_DEFAULT))
        for name, iri in classes.items()
    }
    return {name: count for name, count in counts.items() if count}
