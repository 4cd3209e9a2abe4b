"""No claim without the words that say so."""

from dataclasses import replace

import pytest

from relgraph.extract.grounding import ground
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

TEXT = "Benali met Rabbah in Fez. It rained."
ARTICLE = Article("a1", TEXT)
PROOF = Evidence(Span(0, 25), TEXT[:25], "verb:meet", Span(7, 10), (Span(0, 6), Span(11, 17)))
PEOPLE = (
    Referent("e1", "Person", "Benali", mentions=(Span(0, 6),)),
    Referent("e2", "Person", "Rabbah", mentions=(Span(11, 17),)),
)
MET = EventClaim("v1", "met", (Participant("e1", "agent"), Participant("e2", "agent")), (PROOF,))
PART = StateClaim("s1", "part_of", "e1", "e2", (PROOF,))
GOOD = Extraction("a1", "2025-09-24", PEOPLE, (MET,), (PART,))


def test_what_the_text_carries_stays() -> None:
    assert ground(ARTICLE, GOOD) == (GOOD, ())


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        pytest.param(replace(MET, relation="kissed"), "no event 'kissed'", id="relation"),
        pytest.param(replace(MET, relation="part_of"), "no event 'part_of'", id="a-state"),
        pytest.param(
            replace(MET, participants=(Participant("e9", "agent"),)), "no referent 'e9'", id="who"
        ),
        pytest.param(
            replace(MET, participants=(Participant("e1", "villain"),)),
            "no part 'villain'",
            id="part",
        ),
        pytest.param(
            replace(MET, participants=(Participant("e1", "topic"),)), "no part 'topic'", id="topic"
        ),
        pytest.param(replace(MET, place="e7"), "no referent 'e7'", id="place"),
        pytest.param(replace(MET, date="last week"), "no ISO date: 'last week'", id="date"),
        pytest.param(replace(MET, date="2025-02-30"), "no ISO date: '2025-02-30'", id="no-day"),
        pytest.param(
            replace(MET, date="2025-09-22", date_text="on Monday"),
            "the date 'on Monday' is not in the text",
            id="date-words",
        ),
        pytest.param(replace(MET, confidence=1.5), "no confidence: 1.5", id="too-sure"),
        pytest.param(replace(MET, confidence=float("nan")), "no confidence: nan", id="nan"),
        pytest.param(replace(MET, evidence=()), "no evidence", id="nothing"),
        pytest.param(
            replace(MET, evidence=(replace(PROOF, quote="Benali met Rabbah in Fes."),)),
            "the quotation is not what the text has at 0,25",
            id="words-changed",
        ),
        pytest.param(
            replace(MET, evidence=(replace(PROOF, span=Span(0, 2500)),)),
            "the quotation is not what the text has at 0,2500",
            id="past-the-end",
        ),
        pytest.param(
            replace(MET, evidence=(replace(PROOF, trigger=Span(29, 35)),)),
            "the trigger at 29,35 is out of its sentence",
            id="trigger",
        ),
        pytest.param(
            replace(MET, evidence=(replace(PROOF, arguments=(Span(29, 35),)),)),
            "the argument at 29,35 is out of its sentence",
            id="argument",
        ),
    ],
)
def test_what_is_refused(event: EventClaim, reason: str) -> None:
    grounded, reasons = ground(ARTICLE, replace(GOOD, events=(event,)))
    assert grounded.events == ()
    assert reasons[0].startswith(f"v1: {reason}")


def test_a_name_that_is_not_in_the_text_takes_its_claims_along() -> None:
    invented = replace(PEOPLE[1], name="Rabba")
    grounded, reasons = ground(ARTICLE, replace(GOOD, referents=(PEOPLE[0], invented)))
    assert (grounded.referents, grounded.events, grounded.states) == (PEOPLE[:1], (), ())
    assert reasons[0] == "e2: the name 'Rabba' is not in the text"


def test_a_country_may_be_named_by_its_people() -> None:
    article = Article("a1", "Canadian soldiers left.")
    canada = Referent("e1", "Country", "Canada", ("Canadian",), country="CA")
    found = Extraction("a1", "", (canada,))
    assert ground(article, found) == (found, ())


def test_an_office_is_one_of_the_text() -> None:
    office = StateClaim("s1", "holds_office", "e1", "", (PROOF,), title="king")
    _, reasons = ground(ARTICLE, replace(GOOD, states=(office,)))
    assert reasons == ("s1: the title 'king' is not in the text",)


def test_a_referent_out_of_the_text_takes_its_claims_along() -> None:
    lost = replace(PEOPLE[1], mentions=(Span(11, 999),))
    grounded, reasons = ground(ARTICLE, replace(GOOD, referents=(PEOPLE[0], lost)))
    assert (grounded.referents, grounded.events, grounded.states) == (PEOPLE[:1], (), ())
    assert len(reasons) == 3


def test_an_office_needs_no_country() -> None:
    office = StateClaim("s1", "holds_office", "e1", "", (PROOF,), title="Benali")
    grounded, _ = ground(ARTICLE, replace(GOOD, states=(office,)))
    assert grounded.states == (office,)
