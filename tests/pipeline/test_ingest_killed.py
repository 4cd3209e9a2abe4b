"""A run that is killed, and the next one, which goes on."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from relgraph.pipeline.validate import validate
from relgraph.store import open_store

ARTICLES = 60
# Reads slowly, writes down what it reads, and stores every 16 articles.
SCRIPT = """
import importlib.util, os, sys, time
from relgraph import articles
from relgraph.extract.readers import Alone
from relgraph.pipeline import ingest
from relgraph.store import open_store

store, source, log, conftest, pause = sys.argv[1:]
spec = importlib.util.spec_from_file_location("lines", conftest)
lines = importlib.util.module_from_spec(spec)
spec.loader.exec_module(lines)

class Slow(lines.Lines):
    def extract(self, articles):
        for article in articles:
            time.sleep(float(pause))
            os.write(diary, article.id.encode() + b"\\n")
            yield from super().extract([article])

diary = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
ingest.FIRST_BATCH, ingest.CHUNK = 16, 4
opened = open_store(store, create=True)
ingest.summarise(ingest.ingest(opened, articles.read([source]), Alone(Slow())))
opened.close()
"""
MORE = "They talked of the harbour, and of the road to the north that is to be built."
NAMES = ("Ann Lee", "Bob Ray", "Cat Poe", "Dan Fox", "Eve Orr", "Fay Kim", "Gus May")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    records = [
        {
            "id": f"n{number}",
            "text": f"{NAMES[number % 7]} met {NAMES[(number + 1 + number % 5) % 7]}. {MORE}",
            "published": f"2025-05-{1 + number % 28:02}",
        }
        for number in range(ARTICLES)
    ]
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    return path


def start(store: Path, source: Path, log: Path, *, pause: float = 0.0) -> "subprocess.Popen[bytes]":
    conftest = Path(__file__).parent / "conftest.py"
    values = [store, source, log, conftest, pause]
    return subprocess.Popen([sys.executable, "-c", SCRIPT, *map(str, values)])


def diary(log: Path) -> list[str]:
    return log.read_text(encoding="utf-8").split() if log.exists() else []


def wait_until(is_so: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not is_so():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.005)


def lines_of(location: Path) -> list[str]:
    store = open_store(str(location), read_only=True)
    assert validate(store) == ()
    found = sorted(map(str, store.match()))
    store.close()
    return found


@pytest.mark.parametrize(
    "read",
    [
        pytest.param(7, id="before-the-first-is-stored"),
        pytest.param(16, id="while-some-are-stored"),
        pytest.param(37, id="later"),
        pytest.param(ARTICLES, id="at-the-end"),
    ],
)
def test_the_next_run_goes_on_where_one_was_killed(tmp_path: Path, source: Path, read: int) -> None:
    log, whole = tmp_path / "log", tmp_path / "whole"
    with start(tmp_path / "cut", source, log, pause=0.01) as run:
        wait_until(lambda: len(diary(log)) >= read)
        run.send_signal(signal.SIGKILL)
    before = diary(log)
    assert start(tmp_path / "cut", source, log).wait() == 0
    again = diary(log)[len(before) :]
    # One may have been read, and not yet written down, when the end came.
    assert set(again) & set(before) <= {before[-1]}
    assert len(set(again) | set(before)) == ARTICLES
    assert start(whole, source, tmp_path / "other-log").wait() == 0
    assert lines_of(tmp_path / "cut") == lines_of(whole)
    assert not (tmp_path / "cut" / "spool").exists()


@pytest.mark.model
def test_the_command_goes_on_where_it_was_killed(tmp_path: Path, root: Path) -> None:
    sample = root / "graph" / "sample" / "articles.jsonl"
    command = [sys.executable, "-m", "relgraph", "ingest", str(sample), "--jobs", "2", "--store"]
    cut, whole = tmp_path / "cut", tmp_path / "whole"
    spool = cut / "spool"
    with subprocess.Popen([*command, str(cut)]) as run:
        wait_until(lambda: run.poll() is not None or (spool.exists() and spool.stat().st_size > 0))
        run.send_signal(signal.SIGKILL)
    assert spool.stat().st_size > 0, "it was killed too late to show anything"
    subprocess.run([*command, str(cut)], check=True)
    subprocess.run([*command, str(whole)], check=True)
    assert lines_of(cut) == lines_of(whole)
    assert not spool.exists()
