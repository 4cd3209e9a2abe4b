"""A backend that needs no language model: one met event a line ``A met B``."""

import re
from collections.abc import Iterable, Iterator

import pytest

from relgraph.extract import Extractor
from relgraph.model import (
    Article,
    EventClaim,
    Evidence,
    Extraction,
    Participant,
    Referent,
    Span,
)

_MET = re.compile(r"(?P<a>[A-Z]\w+ [A-Z]\w+) (?P<met>met) (?P<b>[A-Z]\w+ [A-Z]\w+)\.")


class Lines:
    """Read ``Ann Lee met Bob Ray.``; ``asked`` counts the articles that it was given."""

    name = "lines 1"

    def __init__(self) -> None:
        self.asked = 0

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        for article in articles:
            self.asked += 1
            yield _extraction(article)


def _extraction(article: Article) -> Extraction:
    matches = list(_MET.finditer(article.text))
    names = dict.fromkeys(name for match in matches for name in match.group("a", "b"))
    ids = {name: f"e{number}" for number, name in enumerate(names, start=1)}
    referents = tuple(
        Referent(ids[name], "Person", name, mentions=(_at(article, name),)) for name in names
    )
    events = tuple(
        EventClaim(
            f"v{number}",
            "met",
            (Participant(ids[match["a"]], "agent"), Participant(ids[match["b"]], "counterpart")),
            (Evidence(Span(*match.span()), match.group(), "lines", Span(*match.span("met"))),),
            date=article.published,
        )
        for number, match in enumerate(matches, start=1)
    )
    return Extraction(article.id, article.published, referents, events)


def _at(article: Article, name: str) -> Span:
    begin = article.text.index(name)
    return Span(begin, begin + len(name))


@pytest.fixture
def lines() -> Extractor:
    return Lines()
