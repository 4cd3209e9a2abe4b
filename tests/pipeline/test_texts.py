"""The articles of a store are found again by their text."""

from collections.abc import Iterator

import pytest

from relgraph.extract import Extractor
from relgraph.extract.readers import Alone
from relgraph.model import Article
from relgraph.pipeline.ingest import ingest, summarise
from relgraph.pipeline.texts import articles
from relgraph.store import Store, open_store

TEXTS = (
    Article("1", "Ann Lee met Bob Ray.", title="Talks"),
    Article("2", "Bob Ray met Cy Poe."),
)


@pytest.fixture
def store(lines: Extractor) -> Iterator[Store]:
    opened = open_store("memory:")
    summarise(ingest(opened, TEXTS, Alone(lines)))
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("Ann", {"1"}, id="one"),
        pytest.param("Bob", {"1", "2"}, id="both"),
        pytest.param("Zoe", set(), id="none"),
    ],
)
def test_texts_that_fit(store: Store, name: str, found: set[str]) -> None:
    again = list(articles(store, lambda text: name in text))
    assert {article.id for article in again} == found
    assert set(again) <= set(TEXTS)
