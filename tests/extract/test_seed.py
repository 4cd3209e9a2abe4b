"""What the first article of the development set must give, fact by fact."""

import json
from pathlib import Path

import pytest

from relgraph.extract import extractor
from relgraph.model import Article, EventClaim, Extraction, Modality

pytestmark = [pytest.mark.model, pytest.mark.shared]


@pytest.fixture(scope="module")
def article(shared: Path) -> Article:
    with (shared / "gold" / "articles.jsonl").open(encoding="utf-8") as lines:
        record = json.loads(next(lines))
    return Article(record["id"], record["text"], published=record["published"])


@pytest.fixture(scope="module")
def extraction(article: Article) -> Extraction:
    return next(extractor("rules").extract([article]))


def name(extraction: Extraction, referent: str) -> str:
    return next((r.name for r in extraction.referents if r.id == referent), "")


def parties(extraction: Extraction, event: EventClaim) -> set[str]:
    return {name(extraction, participant.who) for participant in event.participants}


def the(extraction: Extraction, relation: str, *who: str) -> EventClaim:
    """Return the one event of a type with just these named parties."""
    found = [
        event
        for event in extraction.events
        if event.relation == relation and parties(extraction, event) == set(who)
    ]
    assert len(found) == 1, [(e.relation, parties(extraction, e)) for e in extraction.events]
    return found[0]


@pytest.fixture(scope="module")
def loudiyi(extraction: Extraction) -> str:
    [minister] = [r for r in extraction.referents if "Abdeltif Loudiyi" in (r.name, *r.aliases)]
    return minister.name


def test_the_meeting_in_rabat(extraction: Extraction) -> None:
    met = the(extraction, "met", "Rajnath Singh", "Ryad Mezzour")
    assert (name(extraction, met.place), met.date) == ("Rabat", "2025-09-22")
    assert met.modality is Modality.ASSERTED
    assert met.evidence[0].quote.startswith("On Monday, Rajnath Singh met Morocco’s Minister")


def test_the_quotation_of_the_meeting_is_evidence_of_the_same_event(extraction: Extraction) -> None:
    met = the(extraction, "met", "Rajnath Singh", "Ryad Mezzour")
    assert any("Had an excellent meeting" in proof.quote for proof in met.evidence)


def test_what_was_discussed_in_rabat(extraction: Extraction) -> None:
    talk = the(extraction, "discussed", "Rajnath Singh", "Ryad Mezzour")
    assert talk.topics == ("defence", "pharmaceuticals", "chemicals")
    assert talk.date == "2025-09-22"


def test_the_inauguration(extraction: Extraction, loudiyi: str) -> None:
    opening = the(extraction, "inaugurated", "Rajnath Singh", loudiyi)
    assert name(extraction, opening.object) == "defence manufacturing facility"
    assert (name(extraction, opening.place), opening.date) == ("Berrechid", "2025-09-23")


def test_the_signing(extraction: Extraction, loudiyi: str) -> None:
    signing = the(extraction, "signed", "Rajnath Singh", loudiyi)
    assert name(extraction, signing.object) == "Memorandum of Understanding"
    assert len(signing.evidence) == 2


def test_the_meeting_in_new_delhi(extraction: Extraction) -> None:
    met = the(extraction, "met", "Kirti Vardhan Singh", "Omar Hejira")
    assert (name(extraction, met.place), met.date) == ("New Delhi", "2025-09-24")


def test_the_visit(extraction: Extraction) -> None:
    visit = the(extraction, "visited", "Rajnath Singh")
    assert name(extraction, visit.object) == "Morocco"
    assert visit.date == "2025-09-22/2025-09-23"


def test_the_invitation(extraction: Extraction, loudiyi: str) -> None:
    invitation = the(extraction, "invited", "Rajnath Singh", loudiyi)
    parts = {name(extraction, p.who): p.part for p in invitation.participants}
    assert parts == {loudiyi: "agent", "Rajnath Singh": "counterpart"}


def test_the_diaspora_has_no_name(extraction: Extraction) -> None:
    met = the(extraction, "met", "Rajnath Singh")
    assert met.unnamed == ("Indian diaspora",)
    assert name(extraction, met.place) == "Rabat"


def test_two_singhs_and_one_loudiyi(extraction: Extraction, loudiyi: str) -> None:
    people = [r.name for r in extraction.referents if r.kind == "Person"]
    assert sorted(people) == sorted(
        ["Kirti Vardhan Singh", "Omar Hejira", "Rajnath Singh", "Ryad Mezzour", loudiyi]
    )
    [minister] = [r for r in extraction.referents if r.name == loudiyi]
    assert {"Abdeltif Loudiyi", "Abdelatif Loudyi"} <= {minister.name, *minister.aliases}


def test_the_vehicle_and_who_designed_it(extraction: Extraction) -> None:
    design = the(
        extraction,
        "designed",
        "Tata Advanced Systems Limited",
        "Defence Research and Development Organisation",
    )
    assert name(extraction, design.object) == "Wheeled Armoured Platform"
    short = {alias for r in extraction.referents for alias in r.aliases}
    assert {"TASL", "DRDO", "WhAP"} <= short


@pytest.mark.parametrize(
    ("subject", "title", "country"),
    [
        pytest.param("Rajnath Singh", "Defence Minister", "India", id="india"),
        pytest.param("Ryad Mezzour", "Minister of Trade", "Morocco", id="trade"),
        pytest.param(
            "Omar Hejira",
            "Secretary of State in charge of Foreign Trade",
            "Morocco",
            id="foreign-trade",
        ),
        pytest.param(
            "Kirti Vardhan Singh", "Union Minister of State for External Affairs", "", id="union"
        ),
    ],
)
def test_offices(extraction: Extraction, subject: str, title: str, country: str) -> None:
    offices = {
        (name(extraction, s.subject), s.title, name(extraction, s.object))
        for s in extraction.states
        if s.relation == "holds_office"
    }
    assert any(o[:2] == (subject, title) and o[2] in (country, "India") for o in offices), offices


@pytest.mark.parametrize(
    ("relation", "subject", "whole"),
    [
        pytest.param("located_in", "Berrechid", "Morocco", id="town"),
        pytest.param("located_in", "defence manufacturing facility", "Berrechid", id="plant"),
        pytest.param(
            "facility_of",
            "defence manufacturing facility",
            "Tata Advanced Systems Limited",
            id="whose",
        ),
        pytest.param(
            "part_of", "Defence Research and Development Organisation", "India", id="body"
        ),
    ],
)
def test_states(extraction: Extraction, relation: str, subject: str, whole: str) -> None:
    found = {
        (s.relation, name(extraction, s.subject), name(extraction, s.object))
        for s in extraction.states
    }
    assert (relation, subject, whole) in found


def test_every_event_stands_in_the_text_where_it_says(
    article: Article, extraction: Extraction
) -> None:
    proofs = [proof for event in extraction.events for proof in event.evidence]
    assert proofs
    assert all(proof.span.of(article.text) == proof.quote for proof in proofs)
    assert all(proof.span.covers(proof.trigger) for proof in proofs)
