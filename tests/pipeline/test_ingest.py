"""What a store holds after articles came, changed and went."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import permutations
from typing import Any

import pyoxigraph as ox
import pytest

from relgraph.errors import ArticleError, EndpointError, InputError
from relgraph.extract.readers import Alone
from relgraph.model import Article, Extraction
from relgraph.pipeline import ingest as bringing
from relgraph.pipeline.ingest import Outcome, ingest, rebuild, remove, summarise
from relgraph.pipeline.validate import validate
from relgraph.store import Solutions, Store, open_store

ANN = Article("a", "Ann Lee met Bob Ray.", title="One", published="2025-05-01")
BOB = Article("b", "Bob Ray met Cat Poe.", title="Two", published="2025-06-01")
AGAIN = Article("c", "Bob Ray met Ann Lee.", title="Three", published="2025-05-01")

MEETINGS = """
SELECT ?a ?b ?reports {
  ?meeting a rg:Meeting ; rg:participant/skos:prefLabel ?a , ?b ; rg:reports ?reports
  FILTER (?a < ?b)
} ORDER BY ?a ?b
"""


@pytest.fixture
def store() -> Iterator[Store]:
    opened = open_store("memory:", create=True)
    yield opened
    opened.close()


def rows(store: Store, sparql: str) -> list[list[str]]:
    result = store.query(sparql)
    assert isinstance(result, Solutions)
    return [[str(getattr(term, "value", term)) for term in row] for row in result.rows]


def quads(store: Store) -> list[str]:
    return sorted(map(str, store.match()))


def test_what_articles_say_can_be_asked(store: Store, lines: Any) -> None:
    done = summarise(ingest(store, [ANN, BOB], Alone(lines)))
    assert (done.added, done.replaced, done.unchanged) == (2, 0, 0)
    assert rows(store, MEETINGS) == [["Ann Lee", "Bob Ray", "1"], ["Bob Ray", "Cat Poe", "1"]]


def test_two_reports_of_a_meeting_are_one_event(store: Store, lines: Any) -> None:
    summarise(ingest(store, [ANN, AGAIN], Alone(lines)))
    assert [row[2] for row in rows(store, MEETINGS)] == ["2"]


def test_the_same_article_again_changes_nothing_and_is_not_read(store: Store, lines: Any) -> None:
    summarise(ingest(store, [ANN], Alone(lines)))
    before = quads(store)
    done = summarise(ingest(store, [ANN], Alone(lines)))
    assert done.unchanged == 1
    assert quads(store) == before
    assert lines.asked == 1


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(
            Article("a", "Ann Lee met Dan Fox.", "One", published="2025-05-01"), id="text"
        ),
        pytest.param(Article("a", ANN.text, "Uno", published="2025-05-01"), id="title"),
        pytest.param(Article("a", ANN.text, "One", published="2025-05-02"), id="date"),
        pytest.param(
            Article("a", ANN.text, "One", "https://e.org/a", published="2025-05-01"), id="url"
        ),
    ],
)
def test_a_changed_article_takes_the_place_of_the_old_one(
    store: Store, lines: Any, changed: Article
) -> None:
    summarise(ingest(store, [ANN, BOB], Alone(lines)))
    assert summarise(ingest(store, [changed], Alone(lines))).replaced == 1
    fresh = open_store("memory:", create=True)
    summarise(ingest(fresh, [BOB, changed], Alone(lines)))
    assert quads(store) == quads(fresh)
    fresh.close()


def test_another_extractor_reads_an_article_anew(store: Store, lines: Any) -> None:
    summarise(ingest(store, [ANN], Alone(lines)))
    lines.name = "lines 2"
    assert summarise(ingest(store, [ANN], Alone(lines))).replaced == 1


def test_the_last_of_two_articles_with_one_id_stays(store: Store, lines: Any) -> None:
    other = Article("a", "Cat Poe met Dan Fox.", published="2025-05-01")
    steps = list(ingest(store, [ANN, other], Alone(lines)))
    assert [step.outcome for step in steps] == [Outcome.ADDED, Outcome.REPLACED]
    assert [row[0] for row in rows(store, MEETINGS)] == ["Cat Poe"]


def test_what_cannot_be_read_is_told_and_the_rest_goes_in(store: Store, lines: Any) -> None:
    broken = ArticleError("no JSON", where="x.jsonl:2")
    done = summarise(ingest(store, [ANN, broken, BOB], Alone(lines)))
    assert (done.added, done.errors) == (2, (broken,))
    assert len(rows(store, MEETINGS)) == 2


class Choosy:
    """Read what another extractor reads, but for articles whose text has a word for what fails."""

    def __init__(self, reader: Any) -> None:
        self.name, self._reader = reader.name, reader

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        for article in articles:
            if "broken" in article.text:
                raise ArticleError("the answer is no JSON", where=article.id)
            if "gone" in article.text:
                raise EndpointError("nobody answers")
            yield from self._reader.extract([article])


def test_an_article_that_the_extractor_cannot_read_is_told(store: Store, lines: Any) -> None:
    bad = [Article(name, "All is broken.") for name in "xy"]
    steps = list(ingest(store, [ANN, *bad, BOB], Alone(Choosy(lines))))
    assert [step.outcome.value for step in steps] == ["added", "failed", "failed", "added"]
    assert [str(step.error) for step in steps[1:3]] == [
        "x: the answer is no JSON",
        "y: the answer is no JSON",
    ]
    assert len(rows(store, MEETINGS)) == 2


def test_what_was_read_before_the_extractor_gave_up_is_kept(store: Store, lines: Any) -> None:
    steps = ingest(store, [ANN, BOB, Article("x", "All are gone."), AGAIN], Alone(Choosy(lines)))
    with pytest.raises(EndpointError):
        list(steps)
    fresh = open_store("memory:", create=True)
    summarise(ingest(fresh, [ANN, BOB], Alone(lines)))
    assert quads(store) == quads(fresh)
    fresh.close()


def test_removing_an_article_leaves_no_trace_of_it(store: Store, lines: Any) -> None:
    summarise(ingest(store, [BOB], Alone(lines)))
    before = quads(store)
    summarise(ingest(store, [ANN, AGAIN], Alone(lines)))
    remove(store, ["a", "c"])
    assert quads(store) == before


def test_removing_what_is_not_there_removes_nothing(store: Store, lines: Any) -> None:
    summarise(ingest(store, [ANN], Alone(lines)))
    before = quads(store)
    with pytest.raises(InputError, match="nonsense: no such article"):
        remove(store, ["a", "nonsense"])
    assert quads(store) == before


def test_rebuild_mends_a_merged_view_that_was_tampered_with(store: Store, lines: Any) -> None:
    summarise(ingest(store, [ANN, BOB], Alone(lines)))
    before = quads(store)
    assert rebuild(store) is False
    store.replace({ox.DefaultGraph(): []})
    assert rebuild(store) is True
    assert quads(store) == before


def test_batches_of_any_size_give_the_same_store(
    store: Store, lines: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    summarise(ingest(store, [ANN, BOB, AGAIN], Alone(lines)))
    monkeypatch.setattr(bringing, "CHUNK", 1)
    monkeypatch.setattr(bringing, "FIRST_BATCH", 1)
    small = open_store("memory:", create=True)
    summarise(ingest(small, [ANN, BOB, AGAIN], Alone(lines)))
    assert quads(small) == quads(store)
    small.close()


@pytest.mark.parametrize(
    "articles",
    [
        pytest.param(order, id="-".join(a.id for a in order))
        for order in permutations([ANN, BOB, AGAIN])
    ],
)
def test_the_order_of_articles_does_not_matter(
    store: Store, lines: Any, articles: tuple[Article, ...]
) -> None:
    summarise(ingest(store, articles, Alone(lines)))
    summarise(ingest(fresh := open_store("memory:", create=True), [ANN, BOB, AGAIN], Alone(lines)))
    assert quads(store) == quads(fresh)
    fresh.close()


def test_stopping_in_the_middle_leaves_the_store_as_it_was(store: Store, lines: Any) -> None:
    summarise(ingest(store, [ANN], Alone(lines)))
    before = quads(store)

    def interrupted() -> Iterator[Article]:
        yield BOB
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        summarise(ingest(store, interrupted(), Alone(lines)))
    assert quads(store) == before


def test_a_date_that_only_the_text_tells_outlives_a_rebuild(store: Store, lines: Any) -> None:
    filed = Article("d", "Ann Lee met Bob Ray.")

    class Filed:
        name = lines.name

        def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
            for extraction in lines.extract(articles):
                yield replace(extraction, published="2025-05-03")

    summarise(ingest(store, [filed, BOB], Alone(Filed())))
    assert rebuild(store) is False
    assert validate(store) == ()
    assert summarise(ingest(store, [filed], Alone(Filed()))).unchanged == 1
