"""What is kept of articles that were read and not yet stored."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from relgraph import rdf
from relgraph.extract.readers import Alone
from relgraph.model import Article
from relgraph.pipeline import spool as module
from relgraph.pipeline.ingest import ingest, remove, summarise
from relgraph.pipeline.spool import Spool
from relgraph.store import Store, open_store

ANN = Article("a", "Ann Lee met Bob Ray.", title="One — “1”", published="2025-05-01")
BOB = Article("b", "Bob Ray met Cat Poe.\n\nБоб.", title="Two", published="2025-06-01")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(str(tmp_path / "store"), create=True)
    yield opened
    opened.close()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "store" / "spool"


def keep(store: Store, lines: Any, *articles: Article) -> None:
    spool = Spool(store, lines.name)
    for article, found in zip(articles, lines.extract(articles), strict=True):
        quads = rdf.article_quads(article, found, base=store.base, extractor=lines.name)
        spool.keep(article, quads)
    spool.close()


def is_found(store: Store, article: Article, extractor: str = "lines 1") -> bool:
    spool = Spool(store, extractor)
    found = spool.find(article)
    spool.close()
    return found is not None


def test_what_was_kept_is_found_as_it_was(store: Store, lines: Any) -> None:
    keep(store, lines, ANN, BOB)
    spool = Spool(store, lines.name)
    found = spool.find(BOB)
    spool.close()
    assert found is not None
    [extraction] = lines.extract([BOB])
    assert found == (
        rdf.article_quads(BOB, extraction, base=store.base, extractor=lines.name),
        extraction,
    )


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(ANN, text="Ann Lee met Dan Fox."), id="text"),
        pytest.param(replace(ANN, title="Two"), id="title"),
        pytest.param(replace(ANN, published="2025-05-02"), id="date"),
        pytest.param(replace(ANN, id="c"), id="id"),
    ],
)
def test_another_article_is_not_found(store: Store, lines: Any, other: Article) -> None:
    keep(store, lines, ANN)
    assert is_found(store, ANN)
    assert not is_found(store, other)


def test_what_another_extractor_read_is_not_found(store: Store, lines: Any) -> None:
    keep(store, lines, ANN)
    assert not is_found(store, ANN, "lines 2")


def test_what_other_code_read_is_not_found(
    store: Store, lines: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(store, lines, ANN)
    monkeypatch.setattr(module, "_fingerprint", lambda: "of other code")
    assert not is_found(store, ANN)


@pytest.mark.parametrize(
    "rest",
    [
        pytest.param(2, id="all-but-its-end"),
        pytest.param(40, id="most-of-it"),
        pytest.param(3000, id="part-of-it"),
    ],
)
def test_a_line_that_was_cut_off_is_not_there_and_harms_no_other(
    store: Store, lines: Any, file: Path, rest: int
) -> None:
    keep(store, lines, ANN, BOB)
    whole = file.read_bytes()
    file.write_bytes(whole[:-rest])
    assert (is_found(store, ANN), is_found(store, BOB)) == (True, False)
    keep(store, lines, BOB)
    assert (is_found(store, ANN), is_found(store, BOB)) == (True, True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(b"lines", b"\xff\xfe", id="no-text"),
        pytest.param(b"> <", b"> >", id="no-quads"),
        pytest.param(b"rdf-syntax-ns#type", b"rdf-syntax-ns#typo", id="no-article"),
        pytest.param(b'"<', b"[<", id="no-json"),
    ],
)
def test_a_line_that_was_spoilt_is_not_there(
    store: Store, lines: Any, file: Path, old: bytes, new: bytes
) -> None:
    keep(store, lines, ANN)
    written = file.read_bytes()
    assert old in written
    file.write_bytes(written.replace(old, new))
    assert not is_found(store, ANN)


def test_the_next_run_reads_only_what_is_not_there(store: Store, lines: Any, file: Path) -> None:
    keep(store, lines, ANN)
    lines.asked = 0
    assert summarise(ingest(store, [ANN, BOB], Alone(lines))).added == 2
    assert lines.asked == 1
    assert not file.exists()


def test_a_run_that_is_stopped_leaves_what_it_read(store: Store, lines: Any, file: Path) -> None:
    steps = ingest(store, [ANN, BOB], Alone(lines))
    next(steps)
    steps.close()
    assert file.exists()
    assert is_found(store, ANN)


def test_what_no_run_asked_for_again_is_gone_with_the_next(
    store: Store, lines: Any, file: Path
) -> None:
    keep(store, lines, ANN)
    summarise(ingest(store, [BOB], Alone(lines)))
    assert not file.exists()


def test_what_is_stored_is_dropped_and_what_may_be_asked_for_stays(
    store: Store, lines: Any, file: Path
) -> None:
    keep(store, lines, ANN)
    found = file.read_bytes()
    spool = Spool(store, lines.name)
    [extraction] = lines.extract([BOB])
    spool.keep(BOB, rdf.article_quads(BOB, extraction, base=store.base, extractor=lines.name))
    assert file.read_bytes() != found
    spool.settle()
    spool.close()
    assert file.read_bytes() == found


def test_removing_an_article_leaves_nothing_of_it_there(
    store: Store, lines: Any, file: Path
) -> None:
    summarise(ingest(store, [ANN], Alone(lines)))
    keep(store, lines, BOB)
    remove(store, ["a"])
    assert not file.exists()


def test_a_passing_store_keeps_nothing(lines: Any) -> None:
    store = open_store("memory:", create=True)
    keep(store, lines, ANN)
    assert not is_found(store, ANN)
    store.close()
