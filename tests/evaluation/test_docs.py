"""``docs/evaluation.md`` tells of each stage and each figure."""

from pathlib import Path

import pytest

from relgraph.evaluation import Annotation, Stage, figures

BLANK = Annotation("a")


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "docs" / "evaluation.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("stage", Stage)
def test_each_stage(page: str, stage: Stage) -> None:
    assert str(stage) in page


@pytest.mark.parametrize("name", [figure.name for figure in figures([(BLANK, BLANK)])])
def test_each_figure(page: str, name: str) -> None:
    assert f"`{name}`" in page
