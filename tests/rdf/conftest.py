"""One small article with what was found in it."""

import pytest

from relgraph.model import (
    Article,
    EventClaim,
    Evidence,
    Extraction,
    Participant,
    Referent,
    Span,
    StateClaim,
)

TEXT = "On Monday, Defence Minister Rajnath Singh met Ryad Mezzour in Rabat."


@pytest.fixture
def article() -> Article:
    return Article(
        id="seed-1",
        text=TEXT,
        title="Singh in Rabat",
        url="https://example.org/a b?x=1#top",
        publisher="Example Wire",
        published="2025-09-24",
    )


@pytest.fixture
def extraction() -> Extraction:
    met = Evidence(Span(0, 68), TEXT, "verb:meet", Span(42, 45), (Span(28, 41), Span(46, 58)))
    office = Evidence(Span(0, 68), TEXT, "title", Span(11, 27), (Span(28, 41),))
    return Extraction(
        article="seed-1",
        published="2025-09-24",
        referents=(
            Referent(
                "e1",
                "Person",
                "Rajnath Singh",
                ("Singh",),
                "Defence Minister",
                "IN",
                (Span(28, 41),),
            ),
            Referent("e2", "Person", "Ryad Mezzour", mentions=(Span(46, 58),)),
            Referent("e3", "Place", "Rabat", country="MA", mentions=(Span(62, 67),)),
            Referent("e4", "Country", "India", country="IN"),
        ),
        events=(
            EventClaim(
                "v1",
                "met",
                (Participant("e1", "agent"), Participant("e2", "counterpart")),
                (met,),
                place="e3",
                date="2025-09-22",
                date_text="On Monday",
                topics=("defence",),
                confidence=0.9,
            ),
        ),
        states=(
            StateClaim(
                "s1",
                "holds_office",
                "e1",
                "e4",
                (office,),
                title="Defence Minister",
                confidence=0.8,
            ),
        ),
    )
