"""Run the command line as a shell would, and look at what it leaves."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from relgraph import cli

MORNING = {
    "id": "rabat-1",
    "title": "Morning talks in Rabat",
    "publisher": "The Example Post",
    "url": "https://post.example/rabat",
    "published": "2025-09-24",
    "text": "On Monday, Rajnath Singh met Ryad Mezzour in Rabat.",
}


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command gave."""

    code: int
    out: str
    err: str


Shell = Callable[..., Ran]


@pytest.fixture
def shell(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Shell:
    """Return a function that runs ``relgraph`` with arguments, in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RELGRAPH_STORE", raising=False)
    monkeypatch.setenv("COLUMNS", "120")

    def run(*arguments: str, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        code = cli.invoke(list(arguments))
        captured = capfd.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


@pytest.fixture
def morning(tmp_path: Path) -> Path:
    """Return a file with one article in which two people meet."""
    path = tmp_path / "morning.jsonl"
    path.write_text(json.dumps(MORNING) + "\n", encoding="utf-8")
    return path
