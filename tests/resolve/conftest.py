"""Articles in shorthand, for telling worlds from them."""

from collections.abc import Callable, Iterable

import pytest

from relgraph.iri import DEFAULT_BASE
from relgraph.iri import article as article_iri
from relgraph.model import (
    Article,
    EventClaim,
    Evidence,
    Extraction,
    Modality,
    Participant,
    Referent,
    Span,
    StateClaim,
)

Reading = tuple[str, Article, Extraction]
Tell = Callable[..., Reading]


def _referent(number: int, line: str) -> Referent:
    kind, name, country, role, *aliases = (*line.split("|"), "", "", "")[
        : max(4, line.count("|") + 1)
    ]
    return Referent(f"e{number}", kind, name, tuple(filter(None, aliases)), role, country)


def _evidence(number: int) -> tuple[Evidence, ...]:
    return (Evidence(Span(number, number + 9), "Somebody.", "verb", Span(number, number + 1)),)


def _event(number: int, line: str) -> EventClaim:
    relation, *slots = line.split()
    values = [slot.split("=") for slot in slots]
    one = dict(values)
    parties = ("agent", "counterpart", "witness", "recipient")
    return EventClaim(
        f"v{number}",
        relation,
        tuple(Participant(who, part) for part, who in values if part in parties),
        _evidence(number),
        object=one.get("object", ""),
        object_text=one.get("text", "").replace("_", " "),
        place=one.get("place", ""),
        date=one.get("date", ""),
        modality=Modality(one.get("modality", "asserted")),
        topics=tuple(value for slot, value in values if slot == "topic"),
    )


def _state(number: int, line: str) -> StateClaim:
    relation, subject, thing, *title = line.split(maxsplit=3)
    thing = thing.strip("-")
    return StateClaim(
        f"s{number}", relation, subject, thing, _evidence(100 + number), title="".join(title)
    )


@pytest.fixture
def tell() -> Tell:
    """Make a reading of lines ``Kind|Name|COUNTRY|role|alias…`` and ``met agent=e1 date=…``."""

    def build(
        name: str,
        referents: Iterable[str],
        events: Iterable[str] = (),
        *,
        states: Iterable[str] = (),
        published: str = "2025-09-24",
    ) -> Reading:
        extraction = Extraction(
            name,
            published,
            tuple(_referent(number, line) for number, line in enumerate(referents, 1)),
            tuple(_event(number, line) for number, line in enumerate(events, 1)),
            tuple(_state(number, line) for number, line in enumerate(states, 1)),
        )
        article = Article(name, "Somebody. " * 30, published=published)
        return article_iri(DEFAULT_BASE, name), article, extraction

    return build
