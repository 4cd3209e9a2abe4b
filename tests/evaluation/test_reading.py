"""What readers have found is put beside what is found anew, article by article."""

from collections.abc import Iterable, Iterator

import pytest

from relgraph.errors import InputError
from relgraph.evaluation import Annotation, Named, extracted, given
from relgraph.extract.trace import Trace
from relgraph.model import Article, Extraction, Referent

GOLD = (Annotation("b"), Annotation("a"))
TEXTS = (Article("a", "Ana"), Article("b", "Bo"), Article("c", "Cy"))


class Plain:
    """Finds one person in an article: its text."""

    name = "plain 1"

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        for article in articles:
            yield Extraction(article.id, "", (Referent("e1", "Person", article.text),))


class Telling(Plain):
    """The same, with an empty trace."""

    def trace(self, articles: Iterable[Article]) -> Iterator[tuple[Extraction, Trace]]:
        return ((extraction, Trace()) for extraction in self.extract(articles))


@pytest.mark.parametrize(
    ("extractor", "trace"),
    [pytest.param(Plain(), None, id="no-trace"), pytest.param(Telling(), Trace(), id="trace")],
)
def test_annotated_articles_are_read_in_the_order_of_the_annotations(
    extractor: Plain, trace: Trace | None
) -> None:
    first, second = extracted(GOLD, TEXTS, extractor)
    assert (first.gold.id, first.text, first.trace) == ("b", "Bo", trace)
    assert second.found == Annotation("a", (Named("Ana", "Person"),))


def test_each_annotation_needs_its_article() -> None:
    with pytest.raises(InputError, match="no article has the id 'b'"):
        list(extracted(GOLD, TEXTS[:1], Plain()))


def test_an_article_that_nothing_was_found_in_is_empty() -> None:
    first, second = given(GOLD, [Annotation("a", (Named("Ana", "Person"),)), Annotation("z")])
    assert (first.found, second.found.entities) == (Annotation("b"), (Named("Ana", "Person"),))


def test_predictions_must_be_of_these_articles() -> None:
    with pytest.raises(InputError, match="no record has the id of an annotated article"):
        given(GOLD, [Annotation("z")])
