"""The tool that fits and shows how sure claims are said to be."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

TEXT = "Ana Ruiz met Omar Said. She left."
NAMED = [{"type": "Person", "name": "Ana Ruiz"}, {"type": "Person", "name": "Omar Said"}]
GOLD = {
    "id": "a1",
    "entities": NAMED,
    "events": [{"type": "met", "participants": ["Ana Ruiz", "Omar Said"], "evidence": TEXT[:23]}],
}
EVIDENCE = [{"begin": 0, "end": 23, "quote": TEXT[:23], "rule": "verb:meet", "trigger": [9, 12]}]
MET = {
    "id": "v1",
    "type": "met",
    "participants": ["e1", "e2"],
    "confidence": 0.92,
    "evidence": EVIDENCE,
}
EXTRACTED = {
    "id": "a1",
    "entities": [
        NAMED[0] | {"id": "e1", "mentions": [[0, 8]]},
        NAMED[1] | {"id": "e2", "mentions": [[13, 22]]},
    ],
    "events": [MET, MET | {"id": "v2", "type": "visited", "date": "2025", "confidence": 0.65}],
}


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Return files of one annotated article, and of what some version made of it."""
    records = {"gold": GOLD, "articles": {"id": "a1", "text": TEXT}, "extracted": EXTRACTED}
    for name, record in records.items():
        (tmp_path / f"{name}.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    return [str(tmp_path / f"{name}.jsonl") for name in records]


def calibrate(root: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    tool = root / "tools" / "calibration" / "calibrate.py"
    command = [sys.executable, str(tool), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, encoding="utf-8")


def test_what_was_said_is_held_against_what_is_right(root: Path, files: list[str]) -> None:
    ran = calibrate(root, "said", *files)
    assert ran.returncode == 0, ran.stderr
    head, _, _, _, unsure, sure = ran.stdout.rstrip().split("\n")
    assert head.startswith("as said: 2 claims, 0.500 right;")
    assert unsure == "| 0.6–0.7 | 1 | 0.65 | 0 | 0.00 | 0.00–0.79 |"
    assert sure == "| 0.9–1.0 | 1 | 0.92 | 1 | 1.00 | 0.21–1.00 |"


def test_claims_at_first_sight_become_rows(root: Path, files: list[str]) -> None:
    ran = calibrate(root, "sight", *files)
    assert ran.stdout.splitlines() == ["a1\t1\t", "a1\t0\tdated"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param([], "usage:", id="nothing"),
        pytest.param(["table", "gold.jsonl"], "usage:", id="no-articles"),
        pytest.param(["said", "no", "no", "no"], "no: No such file", id="no-file"),
    ],
)
def test_what_cannot_be_done_is_told(root: Path, arguments: list[str], told: str) -> None:
    ran = calibrate(root, *arguments)
    assert ran.returncode == 1
    assert told in ran.stderr
    assert "Traceback" not in ran.stderr
