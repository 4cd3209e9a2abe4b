"""What README.md and CONTRIBUTING.md promise."""

import re
import shutil
from pathlib import Path

import pytest

from relgraph import cli, resources

PYTHON = re.compile(r"```python\n(.*?)```", re.DOTALL)
SHELL = re.compile(r"```sh\n(.*?)```", re.DOTALL)
COMMAND = re.compile(r"^(?:\.venv/bin/)?relgraph (?P<arguments>[^\n#]+)", re.MULTILINE)
LINK = re.compile(r"\]\((?P<target>[^)#:]+)\)")


@pytest.fixture
def articles_here(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Stand in a folder with the articles that the README speaks of."""
    shutil.copy(resources.folder("graph") / "sample" / "articles.jsonl", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.model
def test_the_python_of_the_readme_runs(
    root: Path, articles_here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (example,) = PYTHON.findall((root / "README.md").read_text(encoding="utf-8"))
    exec(compile(example, "README.md", "exec"), {})
    printed = capsys.readouterr().out
    assert "'met': 'Ryad Mezzour'" in printed
    assert "True\n" in printed
    assert {path.name for path in articles_here.iterdir()} >= {"singh.html", "graph.gexf"}


def test_every_command_of_the_readme_is_one(root: Path) -> None:
    blocks = SHELL.findall((root / "README.md").read_text(encoding="utf-8"))
    named = {match["arguments"].split()[0] for match in COMMAND.finditer("\n".join(blocks))}
    assert named
    assert named <= set(cli.COMMANDS)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/page.md"])
def test_links_lead_somewhere(root: Path, page: str) -> None:
    text = (root / page).read_text(encoding="utf-8")
    targets = {match["target"] for match in LINK.finditer(text)}
    assert {
        target for target in targets if not (root / page).parent.joinpath(target).exists()
    } == set()
