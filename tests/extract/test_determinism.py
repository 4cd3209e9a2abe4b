"""The same text gives the same bytes: in any company, any order, any process."""

import json
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from relgraph import articles
from relgraph.extract import Extractor, extractor, rules
from relgraph.extract.contract import to_json
from relgraph.model import Article, Extraction

pytestmark = pytest.mark.model

# Of several lengths, so that parsed together they make for matrices of several shapes.
SHORT = Article("short", "Leila Benali met Aziz Rabbah in Fez on Monday.", published="2025-09-24")


@pytest.fixture(scope="session")
def reader() -> Extractor:
    return extractor()


@pytest.fixture(scope="session")
def sample(root: Path) -> list[Article]:
    read = articles.read([root / "graph" / "sample" / "articles.jsonl"])
    return [item for item in read if isinstance(item, Article)]


@pytest.fixture(scope="session")
def expected(reader: Extractor, sample: list[Article]) -> dict[str, Extraction]:
    """Return what each article says that is read by itself."""
    return {article.id: next(reader.extract([article])) for article in [*sample, SHORT]}


def read(reader: Extractor, texts: Sequence[Article]) -> dict[str, Extraction]:
    return {found.article: found for found in reader.extract(texts)}


@pytest.mark.parametrize("seed", range(3))
def test_in_any_order_and_company(
    reader: Extractor, sample: list[Article], expected: dict[str, Extraction], seed: int
) -> None:
    chance = random.Random(seed)
    texts = chance.sample(sample, len(sample))
    texts.insert(chance.randrange(len(texts)), SHORT)
    assert read(reader, texts) == expected


@pytest.mark.parametrize(
    "size", [pytest.param(size, id=f"{size}-at-a-time") for size in (2, 5, 64)]
)
def test_in_batches_of_any_size(
    reader: Extractor,
    sample: list[Article],
    expected: dict[str, Extraction],
    size: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(rules, "BATCH", size)
    monkeypatch.setattr("relgraph.extract.reading.BATCH", size)
    assert read(reader, [*sample, SHORT]) == expected


def test_among_thousands_of_words_that_are_forgotten(
    sample: list[Article], expected: dict[str, Extraction], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rules, "MOST_WORDS", 0)
    forgetful = rules.Rules()
    vocab = forgetful._nlp.vocab
    known = len(vocab.strings)
    assert read(forgetful, [*sample, SHORT]) == expected
    assert len(vocab.strings) == known


@pytest.mark.parametrize(
    ("seed", "jobs"),
    [
        pytest.param("1", "1", id="hashed-one-way"),
        pytest.param("2", "2", id="hashed-another-way-in-two-processes"),
    ],
)
def test_in_any_process(root: Path, reader: Extractor, seed: str, jobs: str) -> None:
    path = root / "graph" / "sample" / "articles.jsonl"
    done = subprocess.run(
        [sys.executable, "-m", "relgraph", "extract", "--jobs", jobs, str(path)],
        env=os.environ | {"PYTHONHASHSEED": seed},
        capture_output=True,
        check=True,
    )
    read_here = [article for article in articles.read([path]) if isinstance(article, Article)]
    found = [
        json.dumps(to_json(*pair), ensure_ascii=False)
        for pair in zip(read_here, reader.extract(read_here), strict=True)
    ]
    assert done.stdout.decode().splitlines() == found
