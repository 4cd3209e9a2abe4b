"""``relgraph explain --missing`` over a store of one article, and over a file."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from relgraph import cli

pytestmark = pytest.mark.model

Shell = Callable[..., Any]

ARTICLE = {
    "id": "rabat-1",
    "title": "A day in Rabat",
    "publisher": "The Example Post",
    "published": "2025-09-24",
    "text": "On Monday, Rajnath Singh met Ryad Mezzour in Rabat. "
    "Mezzour may meet Leila Haddad next week. "
    "Haddad will visit Tangier on Friday.",
}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("missing")
    path = folder / "a.jsonl"
    path.write_text(json.dumps(ARTICLE) + "\n", encoding="utf-8")
    assert cli.invoke(["ingest", str(path), "--store", str(folder / "store")]) == 0
    return str(folder / "store")


@pytest.mark.parametrize(
    ("edge", "lines"),
    [
        pytest.param(
            ("Ryad Mezzour", "met", "Leila Haddad"),
            [
                "A day in Rabat · The Example Post · 2025-09-24",
                "  left open: verb:meet: the text leaves open whether it happened",
                "    “Mezzour may meet Leila Haddad next week.”",
            ],
            id="a-guess",
        ),
        pytest.param(
            ("Leila Haddad", "visited", "Tangier"),
            [
                "A day in Rabat · The Example Post · 2025-09-24",
                "  no edge drawn: told as planned; only what has happened is drawn",
                "    “Haddad will visit Tangier on Friday.”",
            ],
            id="a-plan",
        ),
        pytest.param(
            ("Rajnath Singh", "signed", "Ryad Mezzour"),
            [
                "A day in Rabat · The Example Post · 2025-09-24",
                "  trigger not found: no word of the frames of 'signed' stands there",
                "    “On Monday, Rajnath Singh met Ryad Mezzour in Rabat.”",
            ],
            id="no-word-for-it",
        ),
        pytest.param(
            ("Rajnath Singh", "met", "Leila Haddad"),
            [
                "A day in Rabat · The Example Post · 2025-09-24",
                "  never together: no sentence speaks of both 'Rajnath Singh' and 'Leila Haddad'",
                "    “On Monday, Rajnath Singh met Ryad Mezzour in Rabat.”",
            ],
            id="never-in-one-sentence",
        ),
    ],
)
def test_the_stage_and_the_sentence_are_told(
    shell: Shell, store: str, edge: tuple[str, str, str], lines: list[str]
) -> None:
    ran = shell("explain", "--missing", *edge, "--store", store)
    assert ran.code == 0
    assert ran.out.splitlines() == lines


def test_a_name_that_nobody_has_is_told_with_the_nearest(shell: Shell, store: str) -> None:
    ran = shell("explain", "--missing", "Rajnath Singh", "met", "Ryad Mezur", "--store", store)
    assert ran.code == 0
    assert ran.out.startswith("party not found: 'Rajnath Singh' stands in 1 article")
    assert "did you mean Ryad Mezzour?" in ran.out


def test_what_is_not_missing_is_told_so(shell: Shell, store: str) -> None:
    ran = shell("explain", "--missing", "Ryad Mezzour", "met", "Rajnath Singh", "--store", store)
    assert (ran.code, ran.err) == (0, "the store has it\n")
    assert "not lost: the article tells it" in ran.out


def test_an_article_needs_no_store(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Some envoys met Omar Hejira in Rabat. Ana Ruiz left.")
    ran = shell("explain", "--missing", "Ana Ruiz", "met", "Omar Hejira", "--article", "a.txt")
    assert ran.code == 0
    assert ran.out.splitlines()[1:] == [
        "  party unresolved: verb:meet: agent 'envoys' stands for nobody known",
        "    “Some envoys met Omar Hejira in Rabat.”",
    ]


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        pytest.param(["--missing", "A"], 2, "needs ENTITY, RELATION and OTHER", id="half"),
        pytest.param(["A", "--article", "a.txt"], 2, "is for --missing alone", id="article-alone"),
        pytest.param(
            ["--missing", "A", "met", "B", "--article", "absent.txt"], 3, "absent.txt", id="no-file"
        ),
        pytest.param(["--missing", "A", "met", "B"], 3, "no store", id="no-store"),
        pytest.param(["--missing", "A", "ate", "B"], 2, "ate", id="no-such-relation"),
    ],
)
def test_mistakes(shell: Shell, arguments: list[str], code: int, words: str) -> None:
    ran = shell("explain", *arguments)
    assert ran.code == code
    assert words in ran.err
    assert ran.out == ""
