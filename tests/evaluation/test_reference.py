"""Our figures equal those of the reference scorer of the annotation guideline."""

import contextlib
import importlib.util
import io
import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from relgraph import articles
from relgraph.evaluation import Annotation, Figure, figures, given, read_found, read_gold
from relgraph.evaluation.scoring import ATTRIBUTES
from relgraph.extract import extractor
from relgraph.extract.contract import to_json
from relgraph.model import Article

Json = dict[str, Any]
Reference = Callable[[list[Json], dict[str, Json]], None]

pytestmark = pytest.mark.shared

LETTERS = {"modality": "mod", "evidence": "evid"}
NAMES = ("Ana Ruiz", "Ruiz", "Ms Ruiz", "Omar", "The Omar", "Fez", "Oman’s Navy", "Oman's navy")
KINDS = ("Person", "Place", "Country", "Company", "Organization", "Facility")
TYPES = ("met", "signed", "visited", "discussed", "other")
DATES = ("2025-09-22", "2025-09", "XXXX-09-22", "2025-09-22/2025-09-23")
SENTENCES = ("Ana met Omar.", "Ana met Omar. They signed.", "They signed.")

entities = st.lists(
    st.fixed_dictionaries(
        {
            "name": st.sampled_from(NAMES),
            "type": st.sampled_from(KINDS),
            "aliases": st.lists(st.sampled_from(NAMES), max_size=2),
        }
    ),
    max_size=5,
)
events = st.lists(
    st.fixed_dictionaries(
        {
            "type": st.sampled_from(TYPES),
            "participants": st.lists(st.sampled_from((*NAMES, "role:envoys")), max_size=4),
            "object": st.none() | st.sampled_from(("peace treaty", "treaty", "an MoU", "Fez")),
            "place": st.none() | st.sampled_from(("Fez", "the Fez", "Oran")),
            "date": st.none() | st.sampled_from(DATES),
            "modality": st.sampled_from(("asserted", "planned", "negated")),
            "evidence": st.sampled_from(SENTENCES),
        },
        optional={"optional": st.booleans()},
    ),
    max_size=5,
)
records = st.builds(lambda e, v: {"entities": e, "events": v}, entities, events)


@pytest.fixture(scope="module")
def reference(shared: Path) -> Reference:
    path = shared / "gold" / "score.py"
    spec = importlib.util.spec_from_file_location("reference_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    score: Reference = module.score
    return score


def printed(reference: Reference, gold: list[Json], found: list[Json]) -> set[str]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        reference(gold, {record["id"]: record for record in found})
    return {" ".join(line.split()) for line in out.getvalue().splitlines()}


def ours(measured: tuple[Figure, ...]) -> set[str]:
    """Write our figures as the reference prints its own."""
    return {" ".join(line.split()) for figure in measured if (line := _line(figure))}


def _line(figure: Figure) -> str:
    name, count = figure.name, figure.count
    kind = name.removeprefix("coarse.")
    if name in ATTRIBUTES:
        return f"{LETTERS.get(name, name)} acc on matched events {figure.score:.3f} of {count.gold}"
    if name in ("core", "strict") or (kind == name and name[0].isupper()):
        return ""
    if kind != name:
        known = f"{kind} recall {count.recall:.3f} ({count.right}/{count.gold})"
        return known if count.gold else ""
    title = {"fine": "ent_fine", "coarse": "ent_coarse", "events": "event"}
    if name == "events" and not (count.found or count.gold):
        return ""
    if name == "other" and not (count.found or count.gold):
        return ""
    return (
        f"{title.get(name, 'event:' + name)} P {count.precision:.3f} R {count.recall:.3f} "
        f"F1 {count.f1:.3f} (tp {count.right}, pred {count.found}, gold {count.gold})"
    )


def compared(
    reference: Reference, folder: Path, gold: list[Json], found: list[Json]
) -> tuple[set[str], set[str]]:
    """Return our lines and the reference's for the same two files."""
    there, told = folder / "gold.jsonl", folder / "found.jsonl"
    there.write_text("\n".join(map(json.dumps, gold)), encoding="utf-8")
    told.write_text("\n".join(map(json.dumps, found)), encoding="utf-8")
    by_id = {record.id: record for record in read_found(told)}
    pairs = [(one, by_id.get(one.id, Annotation(one.id))) for one in read_gold(there)]
    return ours(figures(pairs)), printed(reference, gold, found)


@settings(
    max_examples=200,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@hypothesis.given(
    gold=st.lists(records, min_size=1, max_size=3), found=st.lists(records, min_size=1)
)
def test_on_records_of_any_kind(
    reference: Reference, tmp_path: Path, gold: list[Json], found: list[Json]
) -> None:
    there = [{"id": str(n), **record} for n, record in enumerate(gold)]
    told = [{"id": str(n), **record} for n, record in enumerate(found)]
    mine, theirs = compared(reference, tmp_path, there, told)
    assert mine == theirs


@pytest.mark.model
def test_on_what_relgraph_finds(reference: Reference, shared: Path, tmp_path: Path) -> None:
    """Hand the reference what ``relgraph extract`` says, in the shape that it reads."""
    folder = shared / "gold"
    reader = extractor()
    texts = [one for one in articles.read([folder / "articles.jsonl"]) if isinstance(one, Article)]
    extractions = list(reader.extract(texts))
    found = [
        json.loads(json.dumps(to_json(text, extraction)))
        for text, extraction in zip(texts, extractions, strict=True)
    ]
    lines = (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    told = tmp_path / "found.jsonl"
    told.write_text("\n".join(map(json.dumps, found)), encoding="utf-8")
    readings = given(read_gold(folder / "gold.jsonl"), read_found(told))
    mine = ours(figures([(one.gold, one.found) for one in readings]))
    assert mine == printed(reference, list(map(json.loads, lines)), list(map(in_names, found)))


def in_names(record: Json) -> Json:
    """Put names for the ids of the contract, as the reference scorer expects."""
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    return record | {
        "events": [
            event
            | {
                "participants": [names[who] for who in event["participants"]],
                "object": f"{names.get(event['object'], '')} {event['object_text'] or ''}",
                "place": names.get(event["place"]),
                "evidence": event["evidence"][0]["quote"],
            }
            for event in record["events"]
        ]
    }


def test_on_readers_of_one_text_as_predictions(
    reference: Reference, shared: Path, tmp_path: Path
) -> None:
    """Take every second record of each reader away, and shift the rest by an article."""
    path = shared / "gold" / "gold.jsonl"
    gold = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    found = [
        {
            "id": one["id"],
            "entities": one["entities"][::2] + other["entities"][:2],
            "events": one["events"][1:] + other["events"][:1],
        }
        for one, other in pairwise(gold)
    ]
    mine, theirs = compared(reference, tmp_path, gold, found)
    assert mine == theirs
