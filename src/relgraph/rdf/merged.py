"""Write the merged view as the quads of the default graph; docs/graph-model.md shows them."""

from collections.abc import Iterable, Iterator
from itertools import combinations

import pyoxigraph as ox

from relgraph import ontology
from relgraph.model import Entity, Event, Modality, State, World
from relgraph.ontology import Ontology, Relation
from relgraph.rdf import vocabulary as rg
from relgraph.rdf.literals import (
    bounds,
    confidence_literal,
    date_literal,
    integer,
    month_literal,
)

_Fact = tuple[ox.NamedNode, ox.NamedNode | ox.Literal]


def merged_quads(world: World) -> list[ox.Quad]:
    """Write *world*, sorted, no quad twice."""
    known = ontology.load()
    triples = {
        ox.Quad(ox.NamedNode(subject), predicate, value)
        for subject, predicate, value in _triples(world, known)
    }
    return sorted(triples, key=str)


def shortcuts(event: Event, relation: Relation) -> Iterator[tuple[str, str]]:
    """Yield the pairs of entities that *event* joins directly, each once; none unless asserted."""
    if event.modality is not Modality.ASSERTED:
        return
    if relation.is_symmetric:
        parties = dict.fromkeys(participant.who for participant in event.participants)
        yield from combinations(parties, 2)
        return
    begin, end = (_players(event, part) for part in relation.edge)
    yield from dict.fromkeys((one, other) for one in begin for other in end if one != other)


def _players(event: Event, part: str) -> list[str]:
    if part in ("object", "place"):
        player = event.object if part == "object" else event.place
        return [player] if player else []
    return [participant.who for participant in event.participants if participant.part == part]


def _triples(
    world: World, known: Ontology
) -> Iterator[tuple[str, ox.NamedNode, ox.NamedNode | ox.Literal]]:
    for entity in world.entities:
        yield from ((entity.iri, *fact) for fact in _entity(entity, known))
    for event in world.events:
        relation = known.relations[event.relation]
        yield from ((event.iri, *fact) for fact in _event(event, relation))
        for source, target in shortcuts(event, relation):
            yield source, ox.NamedNode(relation.shortcut), ox.NamedNode(target)
    for state in world.states:
        relation = known.relations[state.relation]
        yield from ((state.iri, *fact) for fact in _state(state, relation))
        if state.modality is Modality.ASSERTED and state.object:
            yield state.subject, ox.NamedNode(relation.shortcut), ox.NamedNode(state.object)


def _entity(entity: Entity, known: Ontology) -> Iterator[_Fact]:
    yield rg.TYPE, ox.NamedNode(known.kinds[entity.kind].iri)
    yield rg.PREF_LABEL, ox.Literal(entity.label)
    if entity.country:
        yield rg.COUNTRY_CODE, ox.Literal(entity.country)
    for alias in entity.aliases:
        yield rg.ALT_LABEL, ox.Literal(alias)
    for match in entity.matches:
        yield rg.EXACT_MATCH, ox.NamedNode(match)
    for referent in entity.referents:
        yield rg.REFERENT, ox.NamedNode(referent)


def _event(event: Event, relation: Relation) -> Iterator[_Fact]:
    yield rg.TYPE, ox.NamedNode(relation.iri)
    yield rg.TYPE, rg.EVENT
    for participant in event.participants:
        yield rg.PART_TERMS[participant.part], ox.NamedNode(participant.who)
        yield rg.PARTICIPANT, ox.NamedNode(participant.who)
    if event.object:
        yield rg.OBJECT, ox.NamedNode(event.object)
    if event.place:
        yield rg.PLACE, ox.NamedNode(event.place)
    texts = ((rg.OBJECT_TEXT, event.object_text), (rg.DATE_TEXT, event.date_text))
    yield from ((predicate, ox.Literal(text)) for predicate, text in texts if text)
    yield from ((rg.TOPIC, ox.Literal(topic)) for topic in event.topics)
    yield from _dates(event.date)
    yield from _support(event.modality, event.confidence, event.evidence)


def _dates(iso: str) -> Iterator[_Fact]:
    if exact := date_literal(iso):
        yield rg.DATE, exact
    for predicate, day in zip((rg.START_DATE, rg.END_DATE), bounds(iso), strict=True):
        if literal := date_literal(day):
            yield predicate, literal
    if month := month_literal(iso):
        yield rg.MONTH, month


def _state(state: State, relation: Relation) -> Iterator[_Fact]:
    yield rg.TYPE, ox.NamedNode(relation.iri)
    yield rg.TYPE, rg.STATE
    yield rg.SUBJECT, ox.NamedNode(state.subject)
    if state.object:
        yield rg.OBJECT, ox.NamedNode(state.object)
    if state.title:
        yield rg.TITLE, ox.Literal(state.title)
    for day in state.attested:
        if literal := date_literal(day):
            yield rg.ATTESTED_ON, literal
    yield from _support(state.modality, state.confidence, state.evidence)


def _support(modality: Modality, confidence: float, evidence: Iterable[str]) -> Iterator[_Fact]:
    nodes = sorted(set(evidence))
    yield rg.MODALITY, rg.MODALITY_TERMS[modality]
    yield rg.CONFIDENCE, confidence_literal(confidence)
    yield rg.REPORTS, integer(len({node.partition("#")[0] for node in nodes}))
    for node in nodes:
        yield rg.EVIDENCE, ox.NamedNode(node)
