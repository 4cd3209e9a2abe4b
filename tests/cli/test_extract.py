"""``relgraph extract`` prints what is sure enough."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Shell = Callable[..., Any]

pytestmark = pytest.mark.model


def test_without_a_bound_everything_is_printed(shell: Shell, morning: Path) -> None:
    [met] = json.loads(shell("extract", str(morning)).out)["events"]
    assert 0.5 < met["confidence"] < 1


def test_nothing_is_surer_than_sure(shell: Shell, morning: Path) -> None:
    record = json.loads(shell("extract", str(morning), "--min-confidence", "1").out)
    assert (record["events"], record["states"]) == ([], [])
    assert {entity["name"] for entity in record["entities"]} >= {"Rajnath Singh", "Ryad Mezzour"}


@pytest.mark.parametrize("bound", ["1.5", "-0.1", "nan", "sure"])
def test_what_is_no_share_is_refused(shell: Shell, morning: Path, bound: str) -> None:
    ran = shell("extract", str(morning), "--min-confidence", bound)
    assert (ran.code, ran.out) == (2, "")
    assert "--min-confidence" in ran.err
