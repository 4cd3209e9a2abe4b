"""What a long run shows on a terminal, and what becomes of it at Ctrl-C."""

import json
import os
import pty
import re
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from relgraph import cli
from relgraph.cli.progress import told

TEXT = "Leila Benali met Aziz Rabbah in Fez on Monday, and talked about water and roads."


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "articles.jsonl"
    records = [{"id": f"n{number}", "text": f"{TEXT} {number}"} for number in range(300)]
    path.write_text("".join(f"{json.dumps(record)}\n" for record in records), encoding="utf-8")
    return path


def at_terminal(*arguments: str, cut_at: str = "") -> tuple[int, str]:
    """Run the command at a terminal; press Ctrl-C when *cut_at* shows."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "relgraph", *arguments],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env=os.environ | {"TERM": "xterm", "COLUMNS": "100"},
        start_new_session=True,
    )
    os.close(theirs)
    seen = b""
    with suppress(OSError):  # what Linux says at the end of a terminal
        while part := os.read(ours, 4096):
            seen += part
            if cut_at and re.search(cut_at, seen.decode("utf-8", "replace")):
                os.killpg(process.pid, signal.SIGINT)
                cut_at = ""
    os.close(ours)
    return process.wait(), seen.decode()


@pytest.mark.parametrize(
    ("done", "total", "speed", "left", "words"),
    [
        pytest.param(1, None, None, None, "1 article", id="nothing-known"),
        pytest.param(2000, None, 23.44, None, "2,000 articles, 23.4 a second", id="stream"),
        pytest.param(0, 7, None, None, "0 of 7 articles", id="before-the-first"),
        pytest.param(
            3, 7, 0.5, 8.2, "3 of 7 articles, 0.5 a second, 8 s left", id="a-file-of-lines"
        ),
    ],
)
def test_says_how_far_it_is(
    done: int, total: float | None, speed: float | None, left: float | None, words: str
) -> None:
    assert told(done, total, speed, left) == words


@pytest.mark.model
@pytest.mark.skipif(sys.platform == "win32", reason="there are no such terminals")
def test_a_terminal_shows_a_bar_that_is_gone_at_the_end(tmp_path: Path, source: Path) -> None:
    code, seen = at_terminal("ingest", str(source), "--store", str(tmp_path / "store"))
    assert code == 0
    assert re.search(r"[1-9]\d* of 300 articles, [\d.]+ a second, \d+ s left", seen)
    assert seen.rpartition("\x1b[2K")[2].strip().endswith("store: 300 added")


@pytest.mark.model
def test_nothing_is_shown_in_a_pipe(tmp_path: Path, source: Path) -> None:
    store = str(tmp_path / "store")
    done = subprocess.run(
        [sys.executable, "-m", "relgraph", "ingest", str(source), "--store", store],
        capture_output=True,
        check=True,
    )
    assert (done.stdout, done.stderr.decode()) == (b"", f"{store}: 300 added\n")


@pytest.mark.model
def test_ctrl_c_ends_every_process_with_one_line(tmp_path: Path, source: Path) -> None:
    store = tmp_path / "store"
    arguments = ["ingest", str(source), "--store", str(store), "--jobs", "2"]
    code, seen = at_terminal(*arguments, cut_at=r"[1-9]\d* of 300")
    assert code == 130
    assert seen.rpartition("\x1b[2K")[2].strip().endswith("interrupted")
    assert "Traceback" not in seen
    assert (store / "spool").exists()


def test_want_of_memory_is_told_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(**_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("relgraph.cli.status.command.callback", full)
    assert cli.invoke(["status"]) == 3
    assert capsys.readouterr().err == "relgraph: out of memory; give it less at a time\n"
