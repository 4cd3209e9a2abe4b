"""The story that the sample articles tell is in the graph built from them.

The facts were listed by hand from the articles, before any extractor had read them.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import relgraph
from relgraph import resources
from relgraph.pipeline import KnowledgeGraph, Table

pytestmark = [pytest.mark.model, pytest.mark.xdist_group("sample")]

SAMPLE = resources.folder("graph") / "sample" / "articles.jsonl"

PREFIXES = """
PREFIX rg: <https://w3id.org/relgraph/ns#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
"""
# An entity by all its names, so that no test hangs on which of them is the label.
EVENTS = """
SELECT ?event ?type ?modality ?reports ?start ?end ?part ?name {
  ?event a rg:Event , ?type ; rg:modality ?modality ; rg:reports ?reports ; ?part ?thing .
  ?thing skos:prefLabel|skos:altLabel ?name
  OPTIONAL { ?event rg:startDate ?start ; rg:endDate ?end }
  FILTER (?type != rg:Event)
}
"""
STATES = """
SELECT ?type ?subject ?object ?title {
  ?state a rg:State , ?type ; rg:subject ?one ; rg:object ?other .
  ?one skos:prefLabel|skos:altLabel ?subject . ?other skos:prefLabel|skos:altLabel ?object
  OPTIONAL { ?state rg:title ?title }
  FILTER (?type != rg:State)
}
"""


@dataclass
class Happening:
    """One event of the graph, with every name of all who and what took part."""

    type: str
    modality: str
    reports: int
    start: str
    end: str
    parties: set[str] = field(default_factory=set)
    place: set[str] = field(default_factory=set)


@pytest.fixture(scope="module")
def graph() -> Iterator[KnowledgeGraph]:
    with relgraph.open("memory:") as graph:
        assert graph.ingest(SAMPLE).errors == ()
        yield graph


def rows(graph: KnowledgeGraph, sparql: str) -> Table:
    answer = graph.query(PREFIXES + sparql)
    assert isinstance(answer, Table)
    return answer


def local(iri: object) -> str:
    return str(iri).rpartition("#")[2]


@pytest.fixture(scope="module")
def happenings(graph: KnowledgeGraph) -> list[Happening]:
    events: dict[object, Happening] = {}
    for row in rows(graph, EVENTS):
        event = events.setdefault(
            row["event"],
            Happening(
                type=local(row["type"]),
                modality=local(row["modality"]),
                reports=int(str(row["reports"])),
                start=str(row["start"] or ""),
                end=str(row["end"] or ""),
            ),
        )
        names = event.place if local(row["part"]) == "place" else event.parties
        names.add(str(row["name"]))
    return list(events.values())


@pytest.fixture(scope="module")
def states(graph: KnowledgeGraph) -> dict[str, set[tuple[str, str, str]]]:
    found: dict[str, set[tuple[str, str, str]]] = defaultdict(set)
    for row in rows(graph, STATES):
        said = (str(row["subject"]), str(row["object"]), str(row["title"] or ""))
        found[local(row["type"])].add(said)
    return found


def fact(
    type: str,  # noqa: A002 - the field's word
    *parties: str,
    place: str = "",
    day: str = "",
    until: str = "",
    reports: int = 1,
    modality: str = "Asserted",
) -> object:
    told = f"{type} {' + '.join(parties)} {day}".strip()
    return pytest.param(
        Happening(type, modality, reports, day, until or day, set(parties), {place} - {""}), id=told
    )


@pytest.mark.parametrize(
    "wanted",
    [
        # Public record.
        fact(
            "Meeting", "Rajnath Singh", "Ryad Mezzour", place="Rabat", day="2025-09-22", reports=4
        ),
        fact("Meeting", "Rajnath Singh", "Abdeltif Loudiyi", day="2025-09-22"),
        fact("Signing", "Rajnath Singh", "Abdeltif Loudiyi", day="2025-09-22", reports=3),
        fact("Inauguration", "Rajnath Singh", "Abdeltif Loudiyi", day="2025-09-23", reports=3),
        fact("Visit", "Rajnath Singh", "Morocco", day="2025-09-22", until="2025-09-23"),
        fact("Invitation", "Abdeltif Loudiyi", "Rajnath Singh", reports=2),
        fact(
            "Meeting",
            "Kirti Vardhan Singh",
            "Omar Hejira",
            place="New Delhi",
            day="2025-09-24",
            reports=2,
        ),
        # Invention.
        fact("Meeting", "Anjali Kothavale", "Hanane Oulbacha", place="Pune", day="2025-05-15"),
        fact("Invitation", "Hanane Oulbacha", "Anjali Kothavale", "Casablanca Supply Forum"),
        fact(
            "Signing",
            "Kestrel Mobility",
            "Zerhoun Steel",
            "Axle Supply Agreement",
            place="Casablanca",
            day="2025-06-17",
        ),
        fact("Signing", "Anjali Kothavale", "Driss Tazerout", "Axle Supply Agreement"),
        fact("Visit", "Anjali Kothavale", "Tangier", day="2025-06-16"),
        fact("Founding", "Driss Tazerout", "Zerhoun Steel", day="1998-01-01", until="1998-12-31"),
        fact("Appointment", "Kestrel Mobility", "Salma Berrouane", day="2025-07-08"),
        fact("Succession", "Salma Berrouane", "Vikram Sorabkar"),
        fact("Call", "Meera Vaidyar", "Hanane Oulbacha", day="2025-08-19"),
        fact("Meeting", "Hanane Oulbacha", "Meera Vaidyar", place="New Delhi", day="2025-09-25"),
        fact(
            "Signing",
            "Devgiri Pharma",
            "Tafoukt Laboratories",
            "Vaccine Supply Agreement",
            place="Hyderabad",
            day="2025-10-16",
        ),
        fact("Attendance", "Meera Vaidyar", "Casablanca Supply Forum"),
        fact("Inauguration", "Anjali Kothavale", "Hanane Oulbacha", day="2025-12-18"),
        fact("Handover", "Salma Berrouane", "Driss Tazerout"),
        fact(
            "Meeting",
            "Tushar Palekar",
            "Imane Zouhri",
            "Rachid Amellal",
            place="Tangier",
            day="2025-12-02",
        ),
        fact("Meeting", "Hanane Oulbacha", "Meera Vaidyar", place="New Delhi", day="2026-01-19"),
        fact(
            "Signing",
            "Tushar Palekar",
            "Imane Zouhri",
            "Tangier Berthing Contract",
            place="New Delhi",
        ),
        # Not yet, or not at all.
        fact("Inauguration", "Rajnath Singh", day="2025-09-23", modality="Planned"),
        fact("Visit", "Anjali Kothavale", "Morocco", modality="Planned"),
    ],
)
def test_the_graph_knows(wanted: Happening, happenings: list[Happening]) -> None:
    alike = [
        event
        for event in happenings
        if (event.type, event.modality) == (wanted.type, wanted.modality)
        and wanted.parties <= event.parties
    ]
    exact = [
        event
        for event in alike
        if wanted.place <= event.place
        and (not wanted.start or (event.start, event.end) == (wanted.start, wanted.end))
        and event.reports >= wanted.reports
    ]
    assert len(exact) == 1, alike


@pytest.mark.parametrize(
    ("type_", "parties"),
    [
        pytest.param("Visit", {"Rajnath Singh", "Tangier"}, id="was never planned"),
        pytest.param("Visit", {"Meera Vaidyar", "Tangier"}, id="was cancelled"),
        pytest.param("Visit", {"Hanane Oulbacha", "Pune"}, id="was cancelled for fog"),
        pytest.param("Meeting", {"Salma Berrouane", "Imane Zouhri"}, id="was a call"),
        pytest.param("Meeting", {"Rajnath Singh", "Omar Hejira"}, id="was the other Singh"),
        pytest.param("Visit", {"Kirti Vardhan Singh", "Morocco"}, id="was the other Singh too"),
    ],
)
def test_the_graph_does_not_say(type_: str, parties: set[str], happenings: list[Happening]) -> None:
    wrong = [
        event
        for event in happenings
        if event.type == type_ and event.modality == "Asserted" and parties <= event.parties
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("type_", "subject", "object_"),
    [
        pytest.param("Ownership", "Kestrel Atlas", "Kestrel Mobility", id="subsidiary"),
        pytest.param("Ownership", "Kestrel Mobility", "Devgiri Group", id="of a group"),
        pytest.param("Ownership", "Tata Advanced Systems Limited", "Tata Sons", id="of Tata Sons"),
        pytest.param(
            "Making", "Wheeled Armoured Platform", "Tata Advanced Systems Limited", id="vehicle"
        ),
        pytest.param("Making", "K8 axle", "Kestrel Mobility", id="axle"),
        pytest.param("OfficeHolding", "Rajnath Singh", "India", id="minister"),
        pytest.param("OfficeHolding", "Driss Tazerout", "Zerhoun Steel", id="chairman"),
        pytest.param("OfficeHolding", "Salma Berrouane", "Kestrel Atlas", id="managing director"),
    ],
)
def test_the_graph_knows_what_holds(
    type_: str, subject: str, object_: str, states: dict[str, set[tuple[str, str, str]]]
) -> None:
    assert (subject, object_) in {(one, other) for one, other, _ in states[type_]}


def bearers(graph: KnowledgeGraph, name: str, kind: str) -> set[object]:
    sparql = f'SELECT ?who {{ ?who a {kind} ; skos:prefLabel|skos:altLabel "{name}" }}'
    return set(rows(graph, sparql).column("who"))


def test_two_spellings_are_one_person(graph: KnowledgeGraph) -> None:
    loudiyi = bearers(graph, "Abdeltif Loudiyi", "foaf:Person")
    assert len(loudiyi) == 1
    assert bearers(graph, "Abdelatif Loudyi", "foaf:Person") == loudiyi


def test_two_singhs_are_two_people(graph: KnowledgeGraph) -> None:
    rajnath = bearers(graph, "Rajnath Singh", "foaf:Person")
    kirti = bearers(graph, "Kirti Vardhan Singh", "foaf:Person")
    assert len(rajnath) == len(kirti) == 1
    assert rajnath != kirti


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        pytest.param("Ministry of Industry and Trade", "schema:GovernmentOrganization", id="Rabat"),
        pytest.param(
            "Ministry of Commerce and Industry", "schema:GovernmentOrganization", id="New Delhi"
        ),
        pytest.param("Kestrel Mobility", "schema:Corporation", id="axles"),
        pytest.param("Kestrel Atlas", "schema:Corporation", id="axles in Tangier"),
        pytest.param("Konkan Blue Lines", "schema:Corporation", id="ships"),
        pytest.param("Nouria Logistics", "schema:Corporation", id="freight"),
        pytest.param("Wheeled Armoured Platform", "schema:Product", id="vehicle"),
        pytest.param("Berrechid", "schema:Place", id="town"),
    ],
)
def test_a_name_is_one_thing_of_one_kind(graph: KnowledgeGraph, name: str, kind: str) -> None:
    alike = f'SELECT ?who {{ ?who skos:prefLabel|skos:altLabel "{name}" }}'
    assert set(rows(graph, alike).column("who")) == bearers(graph, name, kind)
    assert len(bearers(graph, name, kind)) == 1


def test_the_triples_beside_the_articles_follow_from_them(
    graph: KnowledgeGraph, tmp_path: Path
) -> None:
    # `make sample` derives them anew, after a change of rules or articles.
    made = graph.export("trig", tmp_path / "sample.trig")
    assert made.read_bytes() == SAMPLE.with_name("sample.trig").read_bytes()


def test_the_network_is_worth_looking_at(graph: KnowledgeGraph) -> None:
    network = graph.to_networkx()
    assert len(network.nodes) >= 45
    assert len(network.edges) >= 90
