"""The ontology reads, and its examples are what the pipeline finds."""

from pathlib import Path

import pytest

from relgraph import ontology
from relgraph.errors import InputError
from relgraph.extract import Extractor, extractor
from relgraph.model import Article, EventClaim, Extraction, StateClaim
from relgraph.ontology import Example, Relation

PUBLISHED = "2025-09-24"


RELATIONS = ontology.load().relations.values()
EXAMPLES = [
    pytest.param(relation, example, id=f"{relation.name}-{number}")
    for relation in RELATIONS
    for number, example in enumerate(relation.examples, start=1)
]
COUNTER_EXAMPLES = [
    pytest.param(relation, sentence, id=f"{relation.name}-{number}")
    for relation in RELATIONS
    for number, sentence in enumerate(relation.counter_examples, start=1)
]


@pytest.fixture(scope="module")
def rules() -> Extractor:
    return extractor("rules")


def extract(rules: Extractor, sentence: str) -> Extraction:
    article = Article("example", sentence, published=PUBLISHED)
    return next(rules.extract([article]))


def names(extraction: Extraction, ids: set[str]) -> set[str]:
    return {r.name.removeprefix("the ") for r in extraction.referents if r.id in ids}


def of_type(extraction: Extraction, relation: Relation) -> list[EventClaim | StateClaim]:
    claims: list[EventClaim | StateClaim] = [*extraction.events, *extraction.states]
    return [claim for claim in claims if claim.relation == relation.name]


def parties_of(extraction: Extraction, claim: EventClaim | StateClaim) -> set[str]:
    if isinstance(claim, StateClaim):
        return names(extraction, {claim.subject})
    return names(extraction, {participant.who for participant in claim.participants})


def objects_of(extraction: Extraction, claim: EventClaim | StateClaim) -> str:
    if isinstance(claim, StateClaim):
        return " ".join(names(extraction, {claim.object}))
    return " ".join([*names(extraction, {claim.object}), claim.object_text])


@pytest.mark.model
@pytest.mark.parametrize(("relation", "example"), EXAMPLES)
def test_an_example_is_found(rules: Extractor, relation: Relation, example: Example) -> None:
    found = extract(rules, example.text)
    claims = of_type(found, relation)
    assert [parties_of(found, claim) for claim in claims] == [set(example.parties)]
    words = objects_of(found, claims[0])
    assert all(thing in words for thing in example.objects), words


@pytest.mark.model
@pytest.mark.parametrize(("relation", "sentence"), COUNTER_EXAMPLES)
def test_a_counter_example_is_not(rules: Extractor, relation: Relation, sentence: str) -> None:
    assert of_type(extract(rules, sentence), relation) == []


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        pytest.param("meet", "no frame", id="no-colon"),
        pytest.param("meet: hero=subject", "no slot", id="unknown-part"),
        pytest.param("meet: agent", "no slot", id="no-place"),
    ],
)
def test_a_frame_that_cannot_be_read(line: str, problem: str) -> None:
    with pytest.raises(InputError, match=problem):
        ontology.frame(line)


def test_a_part_with_an_exclamation_mark_is_needed() -> None:
    frame = ontology.frame("dine: agent=subject counterpart!=with,in_honour_of")
    assert frame.needs == ("counterpart",)
    assert frame.slots[1] == ("counterpart", ("with", "in_honour_of"))


def test_there_are_types_enough() -> None:
    known = ontology.load().relations
    asked = {"handed_over", "funded", "attended", "spoke_with", "agreed", "announced", "awarded"}
    assert asked | {"founded"} <= known.keys()
    assert len(known) >= 24


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("agent Person", id="no-colon"),
        pytest.param("hero: Person", id="unknown-part"),
        pytest.param("agent:", id="nothing"),
    ],
)
def test_a_filler_that_cannot_be_read(line: str) -> None:
    with pytest.raises(InputError, match="no filler"):
        ontology.filler(line)


def test_a_filler_of_no_kind_is_named(root: Path) -> None:
    turtle = (root / "graph" / "ontology.ttl").read_bytes()
    wrong = turtle.replace(b'"object: Event occasion"', b'"object: Evnt occasion"')
    with pytest.raises(InputError, match="attended: object takes 'Evnt'"):
        ontology.parse(wrong, where="ontology.ttl")


def test_turtle_that_does_not_parse_says_where() -> None:
    with pytest.raises(InputError, match=r"^mine\.ttl: "):
        ontology.parse(b"<a> <b> .", where="mine.ttl")


def test_parties_are_what_acts_unless_a_relation_says_otherwise() -> None:
    known = ontology.load()
    assert "Person" in known.relations["met"].fillers["agent"]
    assert known.relations["funded"].fillers["agent"] == (
        "Person",
        "Country",
        "GovernmentBody",
        "Company",
        "Organization",
    )


def test_what_an_event_is_about_becomes_an_entity_of_its_kind() -> None:
    known = ontology.load()
    assert known.noun_kinds == {
        "facility": "Facility",
        "instrument": "Agreement",
        "product": "Product",
    }
    assert "plant" in known.nouns["facility"]
