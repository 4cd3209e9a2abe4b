"""The JSON of an extraction, there and back."""

import json

import pytest

from relgraph.errors import InputError
from relgraph.extract.contract import from_json, to_json
from relgraph.model import (
    Article,
    EventClaim,
    Evidence,
    Extraction,
    Modality,
    Participant,
    Referent,
    Span,
    StateClaim,
)

ARTICLE = Article("a1", "Benali phoned Rabbah. They met.", published="2025-09-24")
PROOF = Evidence(Span(0, 21), "Benali phoned Rabbah.", "verb:phone", Span(7, 13), (Span(0, 6),))
CALL = EventClaim(
    "v1",
    "spoke_with",
    (Participant("e1", "agent"), Participant("e2", "counterpart")),
    (PROOF,),
    date="2025-09-22",
    date_text="on Monday",
    modality=Modality.PLANNED,
    topics=("trade",),
    unnamed=("the press",),
    confidence=0.5,
)
MET = EventClaim("v2", "met", (Participant("e1", "agent"),), (PROOF,), place="e2")
OFFICE = StateClaim("s1", "holds_office", "e1", "", (PROOF,), title="minister")
EXTRACTION = Extraction(
    "a1",
    "2025-09-24",
    (
        Referent("e1", "Person", "Benali", ("Leila",), "minister", "MA", (Span(0, 6),)),
        Referent("e2", "Person", "Rabbah"),
    ),
    (CALL, MET),
    (OFFICE,),
)


def test_there_and_back() -> None:
    record = json.loads(json.dumps(to_json(ARTICLE, EXTRACTION)))
    assert from_json(record, ARTICLE) == EXTRACTION


def test_the_seven_core_types_stand_by_name_and_the_rest_under_other() -> None:
    record = json.loads(json.dumps(to_json(ARTICLE, EXTRACTION)))
    assert [(e["type"], e["subtype"]) for e in record["events"]] == [
        ("other", "spoke_with"),
        ("met", None),
    ]


def test_empty_is_null() -> None:
    record = json.loads(json.dumps(to_json(ARTICLE, EXTRACTION)))
    met = record["events"][1]
    assert [met[key] for key in ("object", "object_text", "date", "date_text")] == [None] * 4


@pytest.mark.parametrize(
    ("record", "problem"),
    [
        pytest.param([], "extraction: not a JSON object", id="list"),
        pytest.param({"events": {}}, "extraction: 'events' is not a list", id="events"),
        pytest.param({"events": [7]}, "extraction.events[0]: not a JSON object", id="event"),
        pytest.param(
            {"events": [{"date": 7}]}, "extraction.events[0]: 'date' is not a string", id="date"
        ),
        pytest.param(
            {"events": [{"modality": "maybe"}]},
            "'modality' is not asserted, planned",
            id="modality",
        ),
        pytest.param(
            {"events": [{"confidence": "high"}]}, "'confidence' is not a number", id="confidence"
        ),
        pytest.param(
            {"events": [{"evidence": [{"begin": 1e999}]}]},
            "extraction.events[0].evidence[0]: 'begin' is not a whole number",
            id="offset",
        ),
        pytest.param(
            {"entities": [{"mentions": [[True, 2]]}]},
            "'mentions' is not pairs of numbers",
            id="truth",
        ),
        pytest.param(
            {"events": [{"participants": [1]}]},
            "'participants' is not a list of strings",
            id="participants",
        ),
        pytest.param(
            {"entities": [{"mentions": [[1]]}]}, "'mentions' is not pairs of numbers", id="mentions"
        ),
    ],
)
def test_what_cannot_be_read(record: object, problem: str) -> None:
    with pytest.raises(InputError, match=r"[a-z]") as caught:
        from_json(record, ARTICLE)
    assert problem in str(caught.value)
