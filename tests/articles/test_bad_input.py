"""The hostile files of tests/cases/bad_input give what the table beside them says."""

import logging
import unicodedata
from pathlib import Path

import pytest

from relgraph import articles
from relgraph.errors import ArticleError
from relgraph.model import Article

FOLDER = Path(__file__).parent.parent / "cases" / "bad_input"
TABLE = [
    [cell.strip() for cell in line.strip("|").split(" | ")]
    for line in (FOLDER / "README.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ") and line.count("|") == 5
][2:]


def test_table_names_each_file() -> None:
    assert [row[0] for row in TABLE] == sorted(
        path.name for path in FOLDER.iterdir() if path.name not in {"README.md", ".gitattributes"}
    )


@pytest.mark.parametrize(
    ("name", "code", "count", "words"), [pytest.param(*row, id=row[0]) for row in TABLE]
)
def test_file(
    name: str, code: str, count: str, words: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        found = list(articles.read([FOLDER / name]))
    good = [item for item in found if isinstance(item, Article)]
    errors = [item for item in found if isinstance(item, ArticleError)]
    said = [*map(str, errors), *caplog.messages]
    assert len(good) == int(count)
    assert {error.exit_code for error in errors} == ({int(code)} - {0})
    assert any(words in message for message in said) if words else not said
    assert all(message.isprintable() for message in said)


@pytest.mark.parametrize("name", [row[0] for row in TABLE if row[2] != "0"])
def test_what_goes_in_is_clean(name: str) -> None:
    for item in articles.read([FOLDER / name]):
        if isinstance(item, Article):
            whole = item.id + item.title + item.url + item.text.replace("\n", "")
            assert not {unicodedata.category(letter) for letter in whole} & {"Cc", "Cf", "Cs"}


def test_markup_in_text_stays_text() -> None:
    (article,) = articles.read([FOLDER / "markup.txt"])
    assert isinstance(article, Article)
    assert article.text.startswith('<script>alert(1)</script> <b>Rajnath "<img src=x')


def test_page_brings_no_entity_no_script_no_address() -> None:
    (article,) = articles.read([FOLDER / "hostile.html"])
    assert isinstance(article, Article)
    assert "lol" not in article.text
    assert "alert" not in article.text
    assert (article.url, article.published) == ("", "")
