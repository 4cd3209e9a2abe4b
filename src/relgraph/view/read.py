"""Read from a store what the view is made of."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

from relgraph.errors import StoreError
from relgraph.iri import NAMESPACE
from relgraph.model import Modality, Span
from relgraph.ontology import PARTS, Ontology, Relation
from relgraph.rdf import vocabulary as rg
from relgraph.store import Solutions, Store, Term
from relgraph.view.graph import WEB, Node, Quote

Values = Mapping[str, list[str]]
Facts = Mapping[str, Values]


@dataclass(frozen=True, slots=True)
class Statement:
    """An event or a state; ``parts`` maps a part to the entities that play it, sorted.

    ``start`` and ``end`` are ISO days or empty, ``date`` is as exact as known.
    """

    iri: str
    relation: Relation
    parts: Mapping[str, list[str]]
    evidence: tuple[str, ...]
    start: str
    end: str
    date: str
    title: str
    topics: tuple[str, ...]
    modality: Modality
    confidence: float
    reports: int

    def players(self, *parts: str) -> list[str]:
        """Return who plays one of *parts*, each once, in the order of the parts."""
        return list(dict.fromkeys(chain.from_iterable(self.parts.get(p, ()) for p in parts)))


def entities(store: Store, ontology: Ontology) -> dict[str, Node]:
    """Return every entity of a known kind by its IRI."""
    kinds = {kind.iri: kind.name for kind in ontology.kinds.values()}
    nodes = {}
    for iri, values in _facts(store, "entities").items():
        kind = next((kinds[value] for value in values[rg.TYPE.value] if value in kinds), None)
        if kind is not None:
            nodes[iri] = Node(
                id=iri,
                kind=kind,
                label=values[rg.PREF_LABEL.value][0],
                aliases=tuple(values[rg.ALT_LABEL.value]),
                matches=tuple(values[rg.EXACT_MATCH.value]),
            )
    return nodes


def statements(store: Store, ontology: Ontology) -> Iterator[Statement]:
    """Yield every event and state of a known type, sorted by IRI.

    Raises:
        StoreError: where one is not as relgraph writes it.
    """
    relations = {relation.iri: relation for relation in ontology.relations.values()}
    for iri, values in _facts(store, "statements").items():
        relation = next((relations[t] for t in values[rg.TYPE.value] if t in relations), None)
        if relation is None:
            continue
        try:
            statement = _statement(iri, relation, values)
        except ValueError as error:
            raise _damaged(iri, store) from error
        yield statement


def shortcuts(store: Store, relation: Relation) -> set[tuple[str, str]]:
    """Return the pairs that the shortcut edge of *relation* joins, in the order it joins them."""
    edge = ox.NamedNode(relation.shortcut)
    quads = store.match(predicate=edge, graph=ox.DefaultGraph())
    return {(_text(quad.subject), _text(quad.object)) for quad in quads}


def quotes(store: Store, evidence: Iterable[str]) -> dict[str, Quote]:
    """Return the sentence behind each of these evidence nodes, with its source.

    Looked up one by one: a picture of one entity must not cost what the whole store holds.

    Raises:
        StoreError: where one is not as relgraph writes it.
    """
    found = {}
    articles: dict[str, Values] = {}
    for iri in sorted(set(evidence)):
        article = iri.partition("#")[0]
        if article not in articles:
            articles[article] = _about(store, article, article)
        try:
            found[iri] = _quote(store, iri, article, articles[article])
        except (ValueError, LookupError) as error:
            raise _damaged(iri, store) from error
    return found


def _damaged(iri: str, store: Store) -> StoreError:
    problem = f"<{iri}> is not as relgraph writes it"
    return StoreError(problem, where=store.location, hint="run `relgraph rebuild`")


def _statement(iri: str, relation: Relation, values: Values) -> Statement:
    def one(name: str, default: str = "") -> str:
        return next(iter(values[_rg(name)]), default)

    days = sorted(values[_rg("attestedOn")])
    # An article known by its month alone attests a month, which is no day to start on.
    exact = [day for day in days if len(day) == len("2025-09-24")]
    start, end = (exact[0], exact[-1]) if exact else (one("startDate"), one("endDate"))
    shown = days[-1] if days else one("date") or (f"{start}/{end}" if start else "")
    parts = ("subject", *PARTS)
    return Statement(
        iri=iri,
        relation=relation,
        parts={part: values[_rg(part)] for part in parts if _rg(part) in values},
        evidence=tuple(values[_rg("evidence")]),
        start=start,
        end=end,
        date=shown,
        title=one("title") or one("objectText"),
        topics=tuple(values[_rg("topic")]),
        modality=Modality(one("modality", _rg("Asserted")).removeprefix(NAMESPACE).lower()),
        confidence=float(one("confidence", "1")),
        reports=int(one("reports", "1")),
    )


def _quote(store: Store, iri: str, article: str, source: Values) -> Quote:
    evidence = _about(store, iri, article)
    sentence = _about(store, evidence[_rg("sentence")][0], article)
    begin = int(sentence[rg.BEGIN.value][0])

    def about(predicate: ox.NamedNode) -> str:
        return next(iter(source.get(predicate.value, ())), "")

    spans = [_span(at, begin) for at in evidence.get(_rg("argumentAt"), ())]
    return Quote(
        text=sentence[rg.ANCHOR.value][0],
        trigger=_span(evidence[_rg("triggerAt")][0], begin),
        arguments=tuple(sorted(spans)),
        rule=evidence[_rg("rule")][0],
        article=article,
        begin=begin,
        end=int(sentence[rg.END.value][0]),
        headline=about(rg.HEADLINE),
        publisher=about(rg.PUBLISHER),
        url=about(rg.URL) if about(rg.URL).startswith(WEB) else "",
        published=about(rg.PUBLISHED),
    )


def _about(store: Store, thing: str, article: str) -> Values:
    """Return what the graph of an article says of one of its things."""
    values: defaultdict[str, list[str]] = defaultdict(list)
    for quad in store.match(subject=ox.NamedNode(thing), graph=ox.NamedNode(article)):
        values[quad.predicate.value].append(_text(quad.object))
    return dict(values)


def _span(at: str, begin: int) -> Span:
    """Read ``1515,1518`` as a stretch of the sentence that begins at *begin*."""
    first, _, last = at.partition(",")
    return Span(int(first) - begin, int(last) - begin)


def _facts(store: Store, query: str) -> Facts:
    """Run one of the view's queries: what each thing has, sorted; nothing is an empty list."""
    result = store.query(_sparql(query))
    assert isinstance(result, Solutions)  # noqa: S101 - the view's own queries are all SELECT
    found: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for thing, name, value in result.rows:
        if thing is not None and name is not None and value is not None:
            found[_text(thing)][_text(name)].append(_text(value))
    for values in found.values():
        for some in values.values():
            some.sort()
    return dict(sorted(found.items()))


def _text(term: Term) -> str:
    return str(term) if isinstance(term, ox.Triple) else term.value


def _rg(name: str) -> str:
    return f"{NAMESPACE}{name}"


@cache
def _sparql(query: str) -> str:
    return (Path(__file__).parent / "queries" / f"{query}.rq").read_text("utf-8")
