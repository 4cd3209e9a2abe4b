"""Which traits a claim shows, and how sure it is said to be."""

from dataclasses import replace

import pytest

from relgraph.extract import confidence
from relgraph.extract.confidence import BASE, TRAITS, rated, sure_enough, traits
from relgraph.model import (
    EventClaim,
    Evidence,
    Extraction,
    Modality,
    Participant,
    Referent,
    Span,
    StateClaim,
)

TEXT = "Ana Ruiz is in Rabat. She met Omar Said on Monday. Both held talks with the crew."
RUIZ = Referent("e1", "Person", "Ana Ruiz", mentions=(Span(0, 8),))
SAID = Referent("e2", "Person", "Omar Said", mentions=(Span(30, 39),))
OMAN = Referent("e3", "Country", "Oman", mentions=(Span(0, 8),))
REFERENTS = {one.id: one for one in (RUIZ, SAID, OMAN)}

SECOND = Span(22, 50)
MET = Evidence(SECOND, SECOND.of(TEXT), "verb:meet", Span(26, 29), (Span(30, 39),))
HELD = Evidence(Span(51, 81), TEXT[51:], "verb:hold+talk", Span(56, 66))
CLAIM = EventClaim("v1", "met", (Participant("e2", "agent"),), (MET,))


def parties(*who: str) -> tuple[Participant, ...]:
    return tuple(Participant(one, "agent") for one in who)


def test_a_plain_claim_has_no_traits() -> None:
    assert traits(CLAIM, REFERENTS) == ()


@pytest.mark.parametrize(
    ("claim", "shown"),
    [
        pytest.param(replace(CLAIM, participants=()), ("no-person", "nobody"), id="nobody"),
        pytest.param(
            replace(CLAIM, participants=parties("e3"), evidence=(replace(MET, span=Span(0, 50)),)),
            ("no-person",),
            id="no-person",
        ),
        pytest.param(
            replace(CLAIM, participants=parties("e2", "e2", "e2", "e2")), ("crowd",), id="crowd"
        ),
        pytest.param(
            replace(CLAIM, participants=parties("e1", "e2")), ("elsewhere",), id="elsewhere"
        ),
        pytest.param(
            replace(CLAIM, evidence=(replace(MET, arguments=(Span(22, 25), Span(30, 39))),)),
            ("pronoun",),
            id="pronoun",
        ),
        pytest.param(
            replace(CLAIM, evidence=(replace(MET, rule="noun:visit"),)), ("phrase",), id="noun"
        ),
        pytest.param(
            replace(CLAIM, evidence=(replace(MET, rule="verb:hold+talk"),)),
            ("phrase",),
            id="verb-with-noun",
        ),
        pytest.param(replace(CLAIM, modality=Modality.PLANNED), ("not-asserted",), id="planned"),
        pytest.param(replace(CLAIM, modality=Modality.NEGATED), ("not-asserted",), id="negated"),
        pytest.param(replace(CLAIM, date="2025-09-22"), ("dated",), id="dated"),
        pytest.param(replace(CLAIM, date_text="on Monday"), (), id="date-in-words-alone"),
        pytest.param(replace(CLAIM, topics=("ports",)), ("topics",), id="topics"),
        pytest.param(replace(CLAIM, evidence=(MET, HELD)), ("twice",), id="twice"),
    ],
)
def test_a_claim_shows(claim: EventClaim, shown: tuple[str, ...]) -> None:
    assert traits(claim, REFERENTS) == shown


def test_a_name_in_any_of_the_sentences_is_not_elsewhere() -> None:
    first = Evidence(Span(0, 21), TEXT[:21], "verb:be", Span(9, 11))
    both = replace(CLAIM, participants=parties("e1", "e2"), evidence=(MET, first))
    assert "elsewhere" not in traits(both, REFERENTS)


@pytest.mark.parametrize(
    ("shown", "sure"),
    [
        pytest.param((), 0.88, id="base-alone"),  # 1 / (1 + e^-2)
        pytest.param(("nobody",), 0.5, id="one-trait"),
        pytest.param(("nobody", "dated"), 0.73, id="two-traits"),  # 1 / (1 + e^-1)
        pytest.param(("of-no-weight",), 0.88, id="no-weight"),
    ],
)
def test_weights_add_up_to_log_odds(shown: tuple[str, ...], sure: float) -> None:
    weights = {BASE: 2.0, "nobody": -2.0, "dated": 1.0}
    assert confidence.confidence(shown, weights) == sure


def test_every_trait_has_a_weight_in_the_table() -> None:
    assert set(confidence.weights()) == {BASE, *TRAITS}


def test_who_did_it_makes_it_surer() -> None:
    unsure = replace(CLAIM, id="v2", participants=())
    extraction = Extraction("a", "", (RUIZ, SAID), (CLAIM, unsure))
    named, nameless = rated(extraction).events
    assert nameless.confidence < named.confidence < 1
    assert replace(named, confidence=1.0) == CLAIM


def test_only_what_is_sure_enough_is_kept() -> None:
    sure, unsure = replace(CLAIM, confidence=0.8), replace(CLAIM, id="v2", confidence=0.79)
    state = StateClaim("s1", "located_in", "e1", "e3", (MET,), confidence=0.7)
    extraction = Extraction("a", "", (RUIZ, SAID, OMAN), (sure, unsure), (state,))
    kept = sure_enough(extraction, 0.8)
    assert (kept.events, kept.states) == ((sure,), ())
    assert kept.referents == extraction.referents
