"""What people install: a wheel that needs no checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(root)], check=True, capture_output=True)
    (path,) = folder.glob("relgraph-*.whl")
    return path


@pytest.mark.parametrize(
    "shipped",
    [
        "relgraph/graph/ontology.ttl",
        "relgraph/graph/shapes.ttl",
        "relgraph/graph/gazetteer/countries.tsv",
        "relgraph/graph/confidence.tsv",
        "relgraph/graph/sample/articles.jsonl",
        "relgraph/queries/meetings.rq",
        "relgraph/py.typed",
    ],
)
def test_wheel_holds(wheel: Path, shipped: str) -> None:
    assert shipped in zipfile.ZipFile(wheel).namelist()


@pytest.mark.model
@pytest.mark.timeout(600)
def test_demo_runs_from_the_wheel_in_an_empty_environment(
    wheel: Path, root: Path, tmp_path: Path
) -> None:
    venv = tmp_path / "venv"
    subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    pip = [str(venv / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check"]
    pinned = root / "requirements.txt"
    subprocess.run([*pip, "--require-hashes", "-r", str(pinned)], check=True, capture_output=True)
    subprocess.run([*pip, "--no-deps", str(wheel)], check=True, capture_output=True)

    done = subprocess.run(
        [str(venv / "bin" / "relgraph"), "demo"],
        cwd=tmp_path,
        # Nothing of the checkout may help.
        env={key: value for key, value in os.environ.items() if key != "PYTHONPATH"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "Rajnath Singh" in done.stdout
    made = sorted(path.name for path in (tmp_path / "demo").iterdir())
    assert made == ["graph.graphml", "graph.html", "graph.ttl", "store"]
