"""The merged view as quads, as docs/graph-model.md shows them."""

from dataclasses import replace

import pyoxigraph as ox
import pytest

from relgraph.model import Entity, Event, Modality, Participant, State, World
from relgraph.rdf import merged_quads

RG = "https://w3id.org/relgraph/ns#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
XSD = "http://www.w3.org/2001/XMLSchema#"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
ID = "https://w3id.org/relgraph/id/"
ONE, TWO = f"{ID}article/one", f"{ID}article/two"

A, B, C, PLANT = f"{ID}person/a", f"{ID}person/b", f"{ID}person/c", f"{ID}facility/plant"

MEETING = Event(
    f"{ID}met/1",
    "met",
    (Participant(A, "agent"), Participant(B, "counterpart")),
    (f"{ONE}#evidence-1", f"{ONE}#evidence-2", f"{TWO}#evidence-1"),
    place=f"{ID}place/rabat",
    date="2025-09-22",
    date_text="On Monday",
    topics=("defence", "trade"),
    confidence=0.9,
)
OPENING = Event(
    f"{ID}inaugurated/1",
    "inaugurated",
    (Participant(A, "agent"), Participant(B, "agent"), Participant(C, "witness")),
    (f"{ONE}#evidence-3",),
    object=PLANT,
    date="2025-09-22/2025-09-23",
)

Facts = dict[str, set[str]]


def about(world: World, subject: str) -> Facts:
    facts: Facts = {}
    for quad in merged_quads(world):
        if quad.subject == ox.NamedNode(subject):
            value = quad.object
            facts.setdefault(quad.predicate.value, set()).add(
                str(value) if isinstance(value, ox.Literal) else value.value  # type: ignore[union-attr]  # no triple terms here
            )
    return facts


def edges(world: World, name: str) -> set[tuple[str, str]]:
    return {
        (quad.subject.value, quad.object.value)  # type: ignore[union-attr]  # IRIs at both ends
        for quad in merged_quads(world)
        if quad.predicate == ox.NamedNode(RG + name)
    }


def test_an_entity_has_its_names() -> None:
    entity = Entity(
        A,
        "Person",
        "Rajnath Singh",
        ("R. Singh",),
        "IN",
        ("https://e.org/Q1",),
        (f"{ONE}#referent-e1",),
    )

    assert about(World(entities=(entity,)), A) == {
        RDF_TYPE: {"http://xmlns.com/foaf/0.1/Person"},
        f"{SKOS}prefLabel": {'"Rajnath Singh"'},
        f"{SKOS}altLabel": {'"R. Singh"'},
        f"{SKOS}exactMatch": {"https://e.org/Q1"},
        f"{RG}countryCode": {'"IN"'},
        f"{RG}referent": {f"{ONE}#referent-e1"},
    }


def test_an_event_has_its_parties_dates_and_evidence() -> None:
    assert about(World(events=(MEETING,)), MEETING.iri) == {
        RDF_TYPE: {f"{RG}Meeting", f"{RG}Event"},
        f"{RG}agent": {A},
        f"{RG}counterpart": {B},
        f"{RG}participant": {A, B},
        f"{RG}place": {f"{ID}place/rabat"},
        f"{RG}date": {f'"2025-09-22"^^<{XSD}date>'},
        f"{RG}startDate": {f'"2025-09-22"^^<{XSD}date>'},
        f"{RG}endDate": {f'"2025-09-22"^^<{XSD}date>'},
        f"{RG}month": {f'"2025-09"^^<{XSD}gYearMonth>'},
        f"{RG}dateText": {'"On Monday"'},
        f"{RG}topic": {'"defence"', '"trade"'},
        f"{RG}modality": {f"{RG}Asserted"},
        f"{RG}confidence": {f'"0.9"^^<{XSD}decimal>'},
        f"{RG}reports": {f'"2"^^<{XSD}integer>'},
        f"{RG}evidence": set(MEETING.evidence),
    }


def test_a_range_has_a_start_and_an_end_but_no_date() -> None:
    facts = about(World(events=(OPENING,)), OPENING.iri)

    assert f"{RG}date" not in facts
    assert facts[f"{RG}startDate"] == {f'"2025-09-22"^^<{XSD}date>'}
    assert facts[f"{RG}endDate"] == {f'"2025-09-23"^^<{XSD}date>'}
    assert facts[f"{RG}object"] == {PLANT}


def test_a_day_of_no_year_has_no_bounds() -> None:
    facts = about(World(events=(replace(MEETING, date="XXXX-09-22"),)), MEETING.iri)

    assert facts[f"{RG}date"] == {f'"--09-22"^^<{XSD}gMonthDay>'}
    assert not facts.keys() & {f"{RG}startDate", f"{RG}endDate", f"{RG}month"}


def test_a_meeting_of_three_joins_each_pair_once_in_order() -> None:
    parties = (
        Participant(B, "agent"),
        Participant(A, "counterpart"),
        Participant(C, "counterpart"),
    )

    assert edges(World(events=(replace(MEETING, participants=parties),)), "met") == {
        (B, A),
        (B, C),
        (A, C),
    }


def test_an_edge_joins_the_two_parts_of_its_type_alone() -> None:
    assert edges(World(events=(OPENING,)), "inaugurated") == {(A, PLANT), (B, PLANT)}


@pytest.mark.parametrize(
    "modality",
    [pytest.param(Modality.PLANNED, id="planned"), pytest.param(Modality.NEGATED, id="no")],
)
def test_what_did_not_happen_draws_no_edge(modality: Modality) -> None:
    world = World(events=(replace(MEETING, modality=modality),))

    assert edges(world, "met") == set()
    assert about(world, MEETING.iri)[f"{RG}modality"] == {f"{RG}{modality.value.capitalize()}"}


def test_a_state_is_attested_on_days() -> None:
    state = State(
        f"{ID}holds_office/1",
        "holds_office",
        A,
        f"{ID}country/india",
        (f"{ONE}#evidence-4",),
        title="Defence Minister",
        attested=("2025-09", "2025-09-24"),
    )
    world = World(states=(state,))

    assert about(world, state.iri) == {
        RDF_TYPE: {f"{RG}OfficeHolding", f"{RG}State"},
        f"{RG}subject": {A},
        f"{RG}object": {f"{ID}country/india"},
        f"{RG}title": {'"Defence Minister"'},
        f"{RG}attestedOn": {f'"2025-09"^^<{XSD}gYearMonth>', f'"2025-09-24"^^<{XSD}date>'},
        f"{RG}modality": {f"{RG}Asserted"},
        f"{RG}confidence": {f'"1"^^<{XSD}decimal>'},
        f"{RG}reports": {f'"1"^^<{XSD}integer>'},
        f"{RG}evidence": {f"{ONE}#evidence-4"},
    }
    assert edges(world, "holdsOfficeIn") == {(A, f"{ID}country/india")}


def test_an_office_held_nobody_says_where_draws_no_edge() -> None:
    state = State(
        f"{ID}holds_office/2", "holds_office", A, "", (f"{ONE}#evidence-4",), title="Dean"
    )
    world = World(states=(state,))

    assert f"{RG}object" not in about(world, state.iri)
    assert edges(world, "holdsOfficeIn") == set()


def test_the_quads_are_in_order_and_as_a_store_keeps_them() -> None:
    quads = merged_quads(World(events=(MEETING, OPENING)))
    store = ox.Store()
    store.extend(quads)

    assert quads == sorted(store, key=str)
