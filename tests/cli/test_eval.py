"""``relgraph eval`` on annotations of one short article."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Shell = Callable[..., Any]

TEXT = "On Monday, Rajnath Singh met Ryad Mezzour in Rabat."
EVENT: dict[str, object] = {
    "type": "met",
    "participants": ["Rajnath Singh", "Ryad Mezzour"],
    "object": None,
    "place": "Rabat",
    "date": "2025-09-22",
    "modality": "asserted",
    "evidence": TEXT,
}
GOLD: dict[str, object] = {
    "id": "rabat-1",
    "entities": [
        {"name": "Rajnath Singh", "type": "Person", "aliases": []},
        {"name": "Ryad Mezzour", "type": "Person"},
        {"name": "Rabat", "type": "Place"},
    ],
    "events": [EVENT],
}
# The same in the contract of ``relgraph extract``, but for the place.
FOUND_ENTITIES: list[dict[str, object]] = [
    {"id": "e1", "type": "Person", "name": "Rajnath Singh", "aliases": ["Singh"]},
    {"id": "e2", "type": "Person", "name": "Ryad Mezzour", "aliases": []},
]
FOUND_EVENT: dict[str, object] = {
    "type": "met",
    "subtype": None,
    "participants": ["e1", "e2"],
    "object": None,
    "object_text": None,
    "place": None,
    "date": "2025-09-22",
    "modality": "asserted",
    "evidence": [{"begin": 0, "end": 51, "quote": TEXT}],
}
FOUND: dict[str, object] = {
    "id": "rabat-1",
    "entities": FOUND_ENTITIES,
    "events": [FOUND_EVENT],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return lines(tmp_path / "gold.jsonl", GOLD)


@pytest.fixture
def found(tmp_path: Path) -> Path:
    return lines(tmp_path / "found.jsonl", FOUND)


def lines(path: Path, *records: object) -> Path:
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


@pytest.mark.model
def test_articles_beside_the_annotations_are_read(shell: Shell, morning: Path, gold: Path) -> None:
    morning.rename(gold.with_name("articles.jsonl"))
    ran = shell("eval", str(gold))
    assert (ran.code, ran.err) == (0, "")
    by_name = {row["figure"]: row for row in rows(ran.out)}
    assert by_name["core"] == {
        "figure": "core",
        "precision": "1.0",
        "recall": "1.0",
        "f1": "1.0",
        "accuracy": "",
        "low": "1.0",
        "high": "1.0",
        "right": "1",
        "found": "1",
        "gold": "1",
    }
    assert by_name["date"]["accuracy"] == "1.0"


@pytest.mark.model
def test_misses_name_the_stage(shell: Shell, tmp_path: Path) -> None:
    text = "Rajnath Singh may meet Ryad Mezzour in Rabat."
    events = [EVENT | {"evidence": text, "date": None}]
    gold = lines(tmp_path / "gold.jsonl", GOLD | {"events": events})
    articles = lines(tmp_path / "a.jsonl", {"id": "rabat-1", "text": text})
    ran = shell("eval", str(gold), str(articles), "--misses")
    assert ran.code == 0
    assert rows(ran.out) == [
        {
            "article": "rabat-1",
            "sign": "missed",
            "type": "met",
            "what": "met Rajnath Singh, Ryad Mezzour",
            "stage": "left open",
            "detail": "verb:meet: the text leaves open whether it happened",
            "sentence": text,
        }
    ]


def test_what_another_system_found_is_measured(shell: Shell, gold: Path, found: Path) -> None:
    ran = shell("eval", str(gold), "--predictions", str(found), "--format", "json")
    assert ran.code == 0
    report = json.loads(ran.out)
    assert report["articles"] == 1
    by_name = {figure["figure"]: figure for figure in report["figures"]}
    fine = by_name["fine"]
    assert (fine["precision"], fine["recall"], fine["f1"]) == (1.0, 0.6667, 0.8)
    assert (fine["right"], fine["found"], fine["gold"]) == (2, 2, 3)
    assert by_name["core"]["f1"] == 1.0
    assert by_name["place"]["accuracy"] == 0.0
    assert "losses" not in report


def test_predictions_may_come_on_stdin(shell: Shell, gold: Path) -> None:
    ran = shell("eval", str(gold), "--predictions", "-", stdin=json.dumps(FOUND).encode())
    assert (ran.code, ran.err) == (0, "")


def test_the_table_has_counts_beside_each_ratio(shell: Shell, gold: Path, found: Path) -> None:
    ran = shell("eval", str(gold), "--predictions", str(found), "--format", "table")
    table = [line.split() for line in ran.out.splitlines()]
    assert ["fine", "1.000", "0.667", "0.800", "0.800", "–", "0.800", "2", "2", "3"] in table
    assert ["coarse.Place", "0.000", "0.000", "–", "0.000", "0", "1"] in table
    assert ["date", "1.000", "1.000", "–", "1.000", "1", "1"] in table


def test_misses_in_a_table_are_told_article_by_article(
    shell: Shell, gold: Path, found: Path
) -> None:
    ran = shell("eval", str(gold), "--predictions", str(found), "--format", "table", "--misses")
    assert ran.out.partition("── rabat-1 ──\n")[2].splitlines() == [
        "− Place Rabat",
        "    not found",
        "~ met Rajnath Singh, Ryad Mezzour",
        f"    “{TEXT}”",
        "    wrong place: Rabat, found none",
        "",
        "− 1 missed: 1 not found",
        "+ 0 extra",
        "~ 1 wrong: 1 wrong place",
    ]


@pytest.mark.parametrize(
    ("bar", "code", "words"),
    [
        pytest.param("1", 0, "", id="core-by-itself"),
        pytest.param("fine=0.8", 0, "", id="just-reached"),
        pytest.param("fine=0.81", 1, "fine is 0.800, under 0.81\n", id="f1"),
        pytest.param("Place.recall=.5", 1, "Place.recall is 0.000, under 0.5\n", id="recall"),
        pytest.param("fine.precision=1", 0, "", id="precision"),
        pytest.param("place=0.8", 1, "place is 0.000, under 0.8\n", id="accuracy"),
        pytest.param("nonsense=0.5", 2, "no figure is called 'nonsense'", id="unknown-figure"),
        pytest.param("date.recall=0.5", 2, "date has no recall", id="no-such-measure"),
        pytest.param("core=1.5", 2, "is not like core=0.72", id="over-one"),
        pytest.param("core", 2, "is not like core=0.72", id="no-number"),
        pytest.param("core=nan", 2, "is not like core=0.72", id="not-a-number"),
    ],
)
def test_a_bar_decides_the_exit_code(
    shell: Shell, gold: Path, found: Path, bar: str, code: int, words: str
) -> None:
    ran = shell("eval", str(gold), "--predictions", str(found), "--fail-under", bar)
    assert ran.code == code
    assert words in ran.err
    assert bool(ran.err) is bool(words)


def test_several_bars_are_all_told(shell: Shell, gold: Path, found: Path) -> None:
    bars = ("--fail-under", "fine=0.9", "--fail-under", "place=0.9")
    ran = shell("eval", str(gold), "--predictions", str(found), *bars)
    assert ran.code == 1
    assert [line.split()[0] for line in ran.err.splitlines()] == ["fine", "place"]


def test_articles_that_one_side_lacks_are_told(shell: Shell, tmp_path: Path) -> None:
    gold = lines(tmp_path / "gold.jsonl", GOLD, GOLD | {"id": "fez-2"})
    found = lines(tmp_path / "found.jsonl", FOUND, FOUND | {"id": "oran-3"})
    ran = shell("eval", str(gold), "--predictions", str(found))
    assert ran.code == 0
    assert "nothing for 1 article (fez-2)" in ran.err
    assert "left out 1 article (oran-3)" in ran.err
    core = next(row for row in rows(ran.out) if row["figure"] == "core")
    assert (core["right"], core["found"], core["gold"]) == ("1", "1", "2")


def test_kinds_that_are_not_ours_are_left_out(shell: Shell, gold: Path, tmp_path: Path) -> None:
    dated = [*FOUND_ENTITIES, {"id": "e9", "type": "Date", "name": "Monday"}]
    found = lines(tmp_path / "found.jsonl", FOUND | {"entities": dated})
    ran = shell("eval", str(gold), "--predictions", str(found))
    assert next(row for row in rows(ran.out) if row["figure"] == "fine")["found"] == "2"


HOSTILE = [
    pytest.param(b"", "there is no record in it", id="empty"),
    pytest.param(b"\xff\xfe{}", "not UTF-8 text", id="bytes"),
    pytest.param(b'{"id": "a"', "not valid JSON", id="cut-off"),
    pytest.param(b"[" * 200_000, "nested too deep", id="deep"),
    pytest.param(b'{"id": 1' + b"0" * 5000 + b"}", "too long", id="long-number"),
    pytest.param(b"3", "not a JSON object", id="a-number"),
    pytest.param(b"[[]]", "not a JSON object", id="a-list-in-a-list"),
    pytest.param(b'{"entities": [], "events": []}', "has no 'id'", id="no-id"),
    pytest.param(b'{"id": "a", "events": []}', "has no 'entities'", id="no-entities"),
    pytest.param(b'{"id": "a", "entities": []}', "has no 'events'", id="no-events"),
    pytest.param(
        b'{"id": "a", "entities": {}, "events": []}', "'entities' is not a list", id="entities"
    ),
    pytest.param(
        b'{"id": "a", "entities": [{"type": "Person"}], "events": []}',
        "has no 'name'",
        id="nameless",
    ),
    pytest.param(
        b'{"id": "a", "entities": [{"name": 3, "type": "Person"}], "events": []}',
        "'name' is not a string",
        id="name-is-a-number",
    ),
    pytest.param(
        b'{"id": "a", "entities": [{"name": "A", "type": "Person", "aliases": [1]}], "events": []}',
        "'aliases' is not a list of strings",
        id="aliases",
    ),
    pytest.param(
        b'{"id": "a", "entities": [], "events": [{"type": "ate"}]}',
        "no type of events is called 'ate'",
        id="unknown-event",
    ),
    pytest.param(
        b'{"id": "a", "entities": [], "events": [{"type": "met", "modality": "maybe"}]}',
        "'maybe' is no modality",
        id="modality",
    ),
    pytest.param(
        b'{"id": "a", "entities": [], "events": [{"type": "met", "optional": "yes"}]}',
        "'optional' is not true or false",
        id="optional",
    ),
    pytest.param(
        b'{"id": "a", "entities": [], "events": []}\n' * 2,
        "two records have the id 'a'",
        id="twice",
    ),
    pytest.param(
        b'{"id": "\\ud800\\u001b[2J", "entities": 1, "events": []}',
        "'entities' is not a list",
        id="control-characters",
    ),
]


@pytest.mark.parametrize(("content", "words"), HOSTILE)
@pytest.mark.parametrize("side", ["gold", "predictions"])
def test_records_that_cannot_be_read_cost_one_line(
    shell: Shell, gold: Path, tmp_path: Path, content: bytes, words: str, side: str
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_bytes(content)
    there, told = (bad, gold) if side == "gold" else (gold, bad)
    ran = shell("eval", str(there), "--predictions", str(told))
    assert ran.code == 3
    assert ran.out == ""
    assert words in ran.err
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize(
    ("entities", "events", "words"),
    [
        pytest.param(
            [{"name": "A", "type": "Human"}], [], "no kind of entities is called 'Human'", id="kind"
        ),
        pytest.param([], [{"type": "met"}], "no evidence for the event", id="no-evidence"),
    ],
)
def test_annotations_must_be_whole(
    shell: Shell, found: Path, tmp_path: Path, entities: object, events: object, words: str
) -> None:
    record = {"id": "rabat-1", "entities": entities, "events": events}
    gold = lines(tmp_path / "bad.jsonl", record)
    ran = shell("eval", str(gold), "--predictions", str(found))
    assert (ran.code, len(ran.err.splitlines())) == (3, 1)
    assert words in ran.err


@pytest.mark.parametrize(
    ("change", "words"),
    [
        pytest.param(
            {"participants": ["e7"]}, "refers to 'e7', which is no entity's id", id="participant"
        ),
        pytest.param({"place": "Rabat"}, "refers to 'Rabat'", id="a-name-for-an-id"),
        pytest.param({"evidence": ["here"]}, "not a JSON object", id="evidence"),
    ],
)
def test_references_of_predictions_must_hold(
    shell: Shell, gold: Path, tmp_path: Path, change: dict[str, object], words: str
) -> None:
    events = [FOUND_EVENT | change]
    found = lines(tmp_path / "found.jsonl", FOUND | {"events": events})
    ran = shell("eval", str(gold), "--predictions", str(found))
    assert (ran.code, len(ran.err.splitlines())) == (3, 1)
    assert words in ran.err


def test_annotations_need_their_articles(shell: Shell, gold: Path, tmp_path: Path) -> None:
    articles = lines(tmp_path / "a.jsonl", {"id": "other", "text": "Nothing."})
    ran = shell("eval", str(gold), str(articles))
    assert (ran.code, ran.out) == (3, "")
    assert "no article has the id 'rabat-1'" in ran.err


def test_predictions_of_other_articles_are_refused(
    shell: Shell, gold: Path, tmp_path: Path
) -> None:
    found = lines(tmp_path / "found.jsonl", FOUND | {"id": "other"})
    ran = shell("eval", str(gold), "--predictions", str(found))
    assert ran.code == 3
    assert "no record has the id of an annotated article" in ran.err


def test_articles_do_not_go_with_predictions(shell: Shell, gold: Path, found: Path) -> None:
    ran = shell("eval", str(gold), str(found), "--predictions", str(found))
    assert ran.code == 2


@pytest.mark.parametrize("name", ["absent.jsonl", "."])
def test_a_file_that_is_none_is_told(shell: Shell, name: str) -> None:
    ran = shell("eval", name)
    assert (ran.code, ran.out) == (3, "")
    assert name in ran.err
