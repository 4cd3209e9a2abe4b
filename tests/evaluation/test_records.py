"""Records of any shape are read, or refused with the place where they are wrong."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relgraph.errors import InputError
from relgraph.evaluation import (
    FORMATS,
    Annotation,
    Named,
    Reading,
    Report,
    Told,
    figures,
    losses,
    read_found,
    read_gold,
)

KEYS = ("id", "entities", "events", "name", "type", "aliases", "participants", "object", "place")
KEYS_OF_EVENTS = ("date", "modality", "evidence", "optional", "subtype", "object_text", "quote")
WORDS = ("met", "other", "Person", "Place", "asserted", "e1", "", "Ana", "\ud800", "\x1b[2J")
GOLD = Annotation("e1", (Named("Ana", "Person"),), (Told("met", ("Ana",), evidence="Ana met."),))

scalars = st.none() | st.booleans() | st.integers(-9, 9) | st.floats() | st.sampled_from(WORDS)
values = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from((*KEYS, *KEYS_OF_EVENTS)), inner, max_size=6)
    ),
    max_leaves=12,
)
entities = st.fixed_dictionaries(
    {"name": st.just("Ana") | values, "type": st.just("Person") | values},
    optional={"id": values, "aliases": values},
)
events = st.fixed_dictionaries(
    {"type": st.just("met") | values},
    optional=dict.fromkeys((*KEYS_OF_EVENTS, "participants", "object", "place"), values),
)
# Most of these are nearly right, so that what lies deep is reached.
records = st.fixed_dictionaries(
    {
        "id": st.just("e1") | values,
        "entities": st.lists(entities, max_size=2) | values,
        "events": st.lists(events, max_size=2) | values,
    }
)


@settings(
    max_examples=300,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(record=records | values)
def test_whatever_was_predicted_is_measured_or_refused(tmp_path: Path, record: object) -> None:
    path = tmp_path / "found.jsonl"
    path.write_text(json.dumps(record), encoding="utf-8")
    try:
        found = read_found(path)
    except InputError:
        return
    lost = tuple(loss for one in found for loss in losses(Reading(GOLD, one)))
    report = Report(len(found), figures([(GOLD, one) for one in found]), lost)
    assert all(write(report).encode() for write in FORMATS.values())


def written(folder: Path, text: str) -> Path:
    path = folder / "gold.jsonl"
    path.write_text(text, encoding="utf-8")
    return path


RECORD = {"id": "a", "entities": [], "events": []}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(json.dumps(RECORD), id="line"),
        pytest.param(f"\ufeff\n{json.dumps(RECORD)}\r\n\n", id="mark-and-blank-lines"),
        pytest.param(json.dumps(RECORD, indent=2), id="spread-over-lines"),
        pytest.param(json.dumps([RECORD]), id="array"),
        pytest.param(json.dumps(RECORD).replace("[]", "null"), id="null-for-none"),
    ],
)
def test_shapes_of_a_file(tmp_path: Path, text: str) -> None:
    assert read_gold(written(tmp_path, text)) == (Annotation("a"),)


def test_a_number_may_be_an_id(tmp_path: Path) -> None:
    assert read_gold(written(tmp_path, json.dumps(RECORD | {"id": 7}))) == (Annotation("7"),)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        pytest.param(json.dumps(RECORD) + '\n\n{"id": 1,}', "gold.jsonl:3", id="line"),
        pytest.param(json.dumps([RECORD, 3]), "gold.jsonl:1[1]", id="place-in-an-array"),
        pytest.param(
            json.dumps(RECORD) + "\n" + json.dumps(RECORD | {"id": "b", "events": [{}]}),
            "gold.jsonl:2.events[0]",
            id="place-in-a-record",
        ),
    ],
)
def test_the_place_of_a_mistake_is_told(tmp_path: Path, text: str, where: str) -> None:
    with pytest.raises(InputError) as caught:
        read_gold(written(tmp_path, text))
    assert caught.value.where == where


def test_types_of_ours_that_are_not_of_the_core_are_the_others(tmp_path: Path) -> None:
    event = {"type": "funded", "evidence": "Ana paid."}
    (record,) = read_gold(written(tmp_path, json.dumps(RECORD | {"events": [event]})))
    assert [(one.type, one.subtype, one.label) for one in record.events] == [
        ("other", "funded", "funded")
    ]


def test_ids_of_the_contract_stand_for_names(tmp_path: Path) -> None:
    event = {
        "type": "visited",
        "participants": ["e1"],
        "object": "e2",
        "object_text": "the old port",
        "place": "e2",
        "evidence": [{"quote": "One."}, {"quote": "Two."}],
    }
    named = [
        {"id": "e1", "name": "Ana", "type": "Person"},
        {"id": "e2", "name": "Fez", "type": "Place"},
    ]
    path = written(tmp_path, json.dumps({"id": "a", "entities": named, "events": [event]}))
    ((told,),) = (record.events for record in read_found(path))
    assert told == Told(
        "visited", ("Ana",), "Fez the old port", "Fez", evidence="One.", again=("Two.",)
    )
