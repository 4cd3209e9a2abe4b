"""The command line as a whole: help, exit codes, one line for what goes wrong."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from relgraph import cli

Shell = Callable[..., Any]

# An argument that the shell took from a file in another encoding.
NO_UTF8 = b"\xff".decode("utf-8", "surrogateescape")

MODULES_NOT_NEEDED_FOR_HELP = (
    "spacy",
    "networkx",
    "pyvis",
    "rdflib",
    "rich",
    "numpy",
    "trafilatura",
)


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_each_command_has_help_with_the_line_of_the_list(shell: Shell, name: str) -> None:
    ran = shell(name, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"Usage: relgraph {name}")


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_each_command_is_listed(shell: Shell, name: str) -> None:
    listed = shell("--help").out
    assert f"  {name}  " in listed
    assert cli.COMMANDS[name] in listed


def test_help_imports_nothing_slow() -> None:
    code = (
        "import sys; from relgraph import cli; cli.invoke(['--help']); "
        f"print([name for name in {MODULES_NOT_NEEDED_FOR_HELP!r} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_python_m_relgraph_is_the_same_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "relgraph", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("relgraph 0.")


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(["nonsense"], 2, "No such command 'nonsense'", id="unknown-command"),
        pytest.param(["query"], 2, "give the query as an argument", id="no-query"),
        pytest.param(["query", "ASK {}"], 3, "relgraph.store", id="no-store"),
        pytest.param(["view"], 3, "relgraph.store", id="view-without-store"),
        pytest.param(["ingest", "absent.jsonl"], 3, "absent.jsonl", id="missing-file"),
        pytest.param(["query", "-f", "absent.rq"], 3, "absent.rq", id="missing-query-file"),
        pytest.param(["run", "nonsense"], 2, "nonsense", id="unknown-query"),
        pytest.param(["export", "nonsense"], 2, "nonsense", id="unknown-format"),
        pytest.param(["view", "--hops", "0"], 2, "--hops", id="hops"),
        pytest.param(["status", "--store", NO_UTF8], 3, "no store here", id="no-utf8"),
    ],
)
def test_a_mistake_gets_its_code_and_a_line_that_names_it(
    shell: Shell, arguments: list[str], code: int, words: str
) -> None:
    ran = shell(*arguments)
    assert ran.code == code
    assert words in ran.err
    assert "Traceback" not in ran.err
    assert ran.out == ""


@pytest.mark.parametrize("streams", ["<&-", ">&-", "<&- >&-"])
def test_a_closed_stream_costs_no_traceback(streams: str, tmp_path: Path) -> None:
    command = f"{sys.executable} -m relgraph query - --store {tmp_path / 'none'} {streams}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (3, "")
    assert "there is no store here" in done.stderr
    assert "Traceback" not in done.stderr


def test_what_holds_no_article_makes_no_store(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    ran = shell("ingest", "empty.txt")
    assert ran.code == 3
    assert ran.err.splitlines()[-1] == "no articles"
    assert [path.name for path in tmp_path.iterdir()] == ["empty.txt"]


def test_a_time_limit_is_a_number(shell: Shell) -> None:
    ran = shell("query", "ASK {}", "--timeout", "nan")
    assert ran.code == 2
    assert "it must be a number of seconds" in ran.err
