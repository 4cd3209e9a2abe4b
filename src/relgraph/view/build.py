"""Choose what a picture of the graph shows, as nodes and edges."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal, TypedDict

from relgraph import ontology
from relgraph.errors import InputError, UsageError
from relgraph.iri import digest
from relgraph.model import Modality
from relgraph.ontology import Ontology
from relgraph.rdf.literals import bounds
from relgraph.store import Store
from relgraph.view import read
from relgraph.view.graph import Edge, GraphView, Node, Quote

Projection = Literal["actors", "full"]

PROJECTIONS: tuple[Projection, ...] = ("actors", "full")
MODALITIES = tuple(modality.value for modality in Modality)
NAMED_IN_TITLE = 3
# Not calendar.month_abbr, which speaks the language of the machine.
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class Filters(TypedDict, total=False):
    """What ``build`` takes beside the store, for those who pass it on."""

    focus: str | None
    hops: int
    since: str
    until: str
    kinds: tuple[str, ...]
    relations: tuple[str, ...]
    modalities: tuple[str, ...]
    min_confidence: float
    projection: Projection
    title: str


@dataclass(frozen=True, slots=True)
class _Line:
    """One edge to be: who, whom, and what it is called."""

    source: str
    target: str
    label: str

    def is_among(self, nodes: Mapping[str, Node]) -> bool:
        return self.source in nodes and self.target in nodes


def build(
    store: Store,
    *,
    focus: str | None = None,
    hops: int = 1,
    since: str = "",
    until: str = "",
    kinds: tuple[str, ...] = (),
    relations: tuple[str, ...] = (),
    modalities: tuple[str, ...] = MODALITIES,
    min_confidence: float = 0.0,
    projection: Projection = "actors",
    title: str = "",
) -> GraphView:
    """Return the network of the entities in *store*, one edge a statement and pair.

    Args:
        store: what to draw.
        focus: the IRI of an entity; only what lies within *hops* of it is kept.
        hops: how many edges away from *focus* to go.
        since: first day, month or year to keep; what has no date is then left out.
        until: last day, month or year to keep.
        kinds: names of the kinds of entities to keep; none given keeps all.
        relations: names of the relation types to keep; none given keeps all.
        modalities: which of ``MODALITIES`` to keep.
        min_confidence: how sure a statement must be, 0 to 1.
        projection: ``actors`` draws who did what with whom; ``full`` also joins the parties to
            the place of an event, and keeps the entities that no edge reaches.
        title: what the picture is called; else its focus or its foremost entities.

    Raises:
        UsageError: where a kind, relation, modality, date or the focus is not known.
    """
    terms = ontology.load()
    _check(kinds, terms.kinds, what="kind")
    _check(relations, terms.relations, what="relation")
    _check(modalities, MODALITIES, what="modality")
    _check([projection], PROJECTIONS, what="projection")
    first, last = _days(since, until)

    entities = read.entities(store, terms)
    nodes = {iri: node for iri, node in entities.items() if not kinds or node.kind in kinds}
    wanted = [
        statement
        for statement in read.statements(store, terms)
        if (not relations or statement.relation.name in relations)
        and statement.modality in modalities
        and statement.confidence >= min_confidence
        and _within(statement, first, last)
    ]
    order = _Order(store, terms)
    drawn: list[tuple[read.Statement, list[_Line]]] = [
        (statement, [line for line in _lines(statement, order, projection) if line.is_among(nodes)])
        for statement in wanted
    ]
    undrawn = sum(not lines for _, lines in drawn)
    if focus and focus not in entities:
        raise UsageError("no entity of the graph", where=focus, hint="give the IRI of one")
    centre = entities[focus] if focus else None
    if centre is not None:
        near = _near(centre.id, [line for _, lines in drawn for line in lines], hops)
        nodes = {iri: node for iri, node in nodes.items() if iri in near}
        drawn = [(s, [line for line in lines if line.is_among(nodes)]) for s, lines in drawn]
        undrawn = 0
    quotes = read.quotes(store, (e for s, lines in drawn if lines for e in s.evidence))
    labels = {iri: node.label for iri, node in entities.items()}
    edges = [_edge(s, line, labels, quotes) for s, lines in drawn for line in lines]
    if centre is None and projection == "actors":
        reached = {end for edge in edges for end in (edge.source, edge.target)}
        nodes = {iri: node for iri, node in nodes.items() if iri in reached}
    view = GraphView(
        nodes=tuple(sorted(nodes.values(), key=lambda node: node.id)),
        edges=tuple(sorted(edges, key=lambda edge: edge.id)),
    )
    return replace(
        view,
        title=title or _title(view, centre),
        subtitle=_subtitle(view),
        caption=_caption(view, unreached=len(entities) - len(nodes), undrawn=undrawn),
    )


class _Order:
    """The direction of an edge between equals: as the graph's own shortcut edges have it."""

    def __init__(self, store: Store, terms: Ontology) -> None:
        symmetric = [r for r in terms.relations.values() if r.is_symmetric]
        self._joined = {r.name: read.shortcuts(store, r) for r in symmetric}

    def pair(self, relation: str, one: str, other: str) -> tuple[str, str]:
        joined = self._joined.get(relation, set())
        turned = (other, one) in joined and (one, other) not in joined
        return (other, one) if turned else (one, other)


def _lines(statement: read.Statement, order: _Order, projection: Projection) -> Iterator[_Line]:
    """Yield the pairs that *statement* joins.

    A counterpart does what the agent does: India signs with Morocco, so both signed. Where the
    object is no entity, the parties are joined instead: "signed with".
    """
    relation = statement.relation
    first, second = relation.edge
    parties = statement.players("agent", "counterpart")
    between = [order.pair(relation.name, one, other) for one, other in combinations(parties, 2)]
    if first == second:
        pairs, label = between, relation.label
    else:
        doers = statement.players(first, "counterpart") if second == "object" else []
        sources = doers or statement.players(first)
        targets = statement.players(second)
        pairs = [(a, b) for a in sources for b in targets if a != b]
        label = relation.label
        if not pairs and not relation.is_state:
            pairs, label = between, f"{relation.label} with"
    yield from (_Line(source, target, label) for source, target in pairs)
    if projection == "full":
        drawn = {target for _, target in pairs}
        for place in statement.players("place"):
            if place not in drawn and place not in parties:
                yield from (_Line(party, place, f"{relation.label} in") for party in parties)


def _edge(
    statement: read.Statement, line: _Line, labels: Mapping[str, str], quotes: Mapping[str, Quote]
) -> Edge:
    found = [quotes[evidence] for evidence in statement.evidence]
    places = [labels[place] for place in statement.players("place") if place in labels]
    found.sort(key=lambda quote: (quote.published, quote.article, quote.begin, quote.rule))
    return Edge(
        id=f"{statement.iri}#{digest(line.source, line.target)}",
        source=line.source,
        target=line.target,
        relation=statement.relation.name,
        label=line.label,
        statement=statement.iri,
        start=statement.start,
        end=statement.end,
        date=statement.date,
        title=statement.title,
        place=", ".join(places),
        topics=statement.topics,
        modality=statement.modality,
        confidence=statement.confidence,
        reports=statement.reports,
        quotes=tuple(found),
    )


def _check(names: Iterable[str], known: Iterable[str], *, what: str) -> None:
    listed = sorted(known)
    for name in names:
        if name not in listed:
            raise UsageError(f"no {what} {name!r}", hint=f"known: {', '.join(listed)}")


def _days(since: str, until: str) -> tuple[str, str]:
    """Return the first and the last day to keep; empty where there is no limit."""
    first, last = _bounds(since)[0], _bounds(until)[1]
    if first and last and first > last:
        raise UsageError(f"{since} is later than {until}", hint="swap them")
    return first, last


def _bounds(written: str) -> tuple[str, str]:
    hint = "write YYYY-MM-DD, YYYY-MM or YYYY"
    try:
        days = bounds(written)
    except InputError as error:
        raise UsageError(f"no date: {written!r}", hint=hint) from error
    if written and not days[0]:
        raise UsageError(f"no date with a year: {written!r}", hint=hint)
    return days


def _within(statement: read.Statement, first: str, last: str) -> bool:
    """Tell whether *statement* can fall on one of the days from *first* to *last*."""
    if not first and not last:
        return True
    if not statement.start:
        return False
    return statement.end >= first and (not last or statement.start <= last)


def _near(centre: str, lines: list[_Line], hops: int) -> set[str]:
    near = {centre}
    for _ in range(hops):
        touching = [line for line in lines if line.source in near or line.target in near]
        near.update(end for line in touching for end in (line.source, line.target))
    return near


def _title(view: GraphView, centre: Node | None) -> str:
    if centre is not None:
        return centre.label
    degree = Counter(end for edge in view.edges for end in (edge.source, edge.target))
    foremost = sorted(view.nodes, key=lambda node: (-degree[node.id], node.id))
    *names, last = [node.label for node in foremost[:NAMED_IN_TITLE]] or ["Nothing to show"]
    return f"{', '.join(names)} and {last}" if names else last


def _subtitle(view: GraphView) -> str:
    articles = {quote.article for edge in view.edges for quote in edge.quotes}
    days = sorted(day for edge in view.edges for day in (edge.start, edge.end) if day)
    parts = [
        _count(len(view.nodes), "entity", "entities"),
        _count(len(view.edges), "relation", "relations"),
        _count(len(articles), "article", "articles") if articles else "",
        _months(days[0], days[-1]) if days else "",
    ]
    return " · ".join(filter(None, parts))


def _months(first: str, last: str) -> str:
    """Name the months from one ISO day to another: "Sep 2024 – Jan 2026"."""
    names = [f"{MONTHS[int(day[5:7]) - 1]} {day[:4]}" for day in (first, last)]
    return " – ".join(dict.fromkeys(names))


def _caption(view: GraphView, *, unreached: int, undrawn: int) -> str:
    modality = Counter(edge.modality for edge in view.edges)
    notes = []
    if planned := modality[Modality.PLANNED]:
        notes.append(f"{planned} planned (dashed)")
    if negated := modality[Modality.NEGATED]:
        notes.append(f"{negated} that did not happen (hidden at first)")
    shown = f"Of these relations: {', '.join(notes)}. " if notes else ""
    left = []
    if unreached:
        left.append(_count(unreached, "other entity", "other entities"))
    if undrawn:
        one, many = "event or state that joins", "events and states that join"
        left.append(f"{_count(undrawn, one, many)} no two entities")
    return f"{shown}Left out: {'; '.join(left)}." if left else shown.strip()


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
