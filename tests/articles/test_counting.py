"""How many articles are announced before they are read."""

import os
from pathlib import Path

import pytest

from relgraph.articles import count


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub" / ".hidden").mkdir(parents=True)
    (tmp_path / "three.jsonl").write_bytes(b'{"id": 1}\n{"id": 2}\n{"id": 3}')
    (tmp_path / "sub" / "two.ndjson").write_bytes(b'{"id": 4}\n{"id": 5}\n')
    (tmp_path / "sub" / "one.txt").write_bytes(b"Ann Lee\nmet\nBob Ray.\n")
    (tmp_path / "sub" / ".hidden" / "none.txt").write_bytes(b"hidden")
    (tmp_path / "sub" / "none.pdf").write_bytes(b"%PDF\n\n")
    return tmp_path


@pytest.mark.parametrize(
    ("names", "number"),
    [
        pytest.param(["three.jsonl"], 3, id="lines-the-last-without-an-end"),
        pytest.param(["sub/two.ndjson"], 2, id="lines"),
        pytest.param(["sub/one.txt"], 1, id="text"),
        pytest.param(["three.jsonl", "sub/one.txt"], 4, id="several"),
        pytest.param(["."], 6, id="folder"),
        pytest.param(["nothing.jsonl"], 0, id="not-there"),
        pytest.param(["sub/none.pdf"], None, id="of-no-known-kind"),
    ],
)
def test_counts(folder: Path, names: list[str], number: int | None) -> None:
    assert count([str(folder / name) for name in names]) == number


def test_a_stream_cannot_be_counted() -> None:
    assert count(["-"]) is None


def test_a_named_pipe_is_left_to_whoever_reads_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "articles.jsonl")
    assert count([str(tmp_path / "articles.jsonl")]) is None


def test_an_array_cannot_be_counted(tmp_path: Path) -> None:
    (tmp_path / "all.json").write_bytes(b"[{}, {}]")
    assert count([str(tmp_path)]) is None
