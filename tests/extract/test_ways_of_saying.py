"""Some four hundred sentences of our own, each one way of saying, planning or denying something.

What each tells was written down before it was read; a party is given by a part of the name.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from relgraph.extract import Extractor, extractor
from relgraph.model import Article, Extraction

CASES = Path(__file__).parent.parent / "cases" / "events.jsonl"
LINES = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]
PUBLISHED = "2025-03-12"

Told = tuple[str, str, list[str], str]


@pytest.fixture(scope="module")
def rules() -> Extractor:
    return extractor("rules")


def told(found: Extraction) -> list[Told]:
    names = {referent.id: referent.name for referent in found.referents}
    return sorted(
        (
            event.relation,
            event.modality.value,
            sorted(names[participant.who] for participant in event.participants),
            f"{names.get(event.object, '')} {event.object_text}".lower(),
        )
        for event in found.events
    )


def is_told(expected: Told, event: Told) -> bool:
    """Tell whether *event* is the one expected, whose names are parts of those told."""
    relation, modality, parties, thing = expected
    return (
        (relation, modality, len(parties)) == (event[0], event[1], len(event[2]))
        and all(any(part in name for name in event[2]) for part in parties)
        and thing.lower() in event[3]
    )


@pytest.mark.model
@pytest.mark.parametrize("case", [pytest.param(line, id=line["id"]) for line in LINES])
def test_a_sentence_tells_just_its_events(rules: Extractor, case: dict[str, Any]) -> None:
    (found,) = rules.extract([Article("a1", case["text"], published=PUBLISHED)])
    events = told(found)
    expected = sorted((e["type"], e["modality"], e["parties"], e["object"]) for e in case["events"])
    assert len(events) == len(expected), events
    assert all(any(is_told(one, event) for event in events) for one in expected), events
