"""An edge that somebody expects is looked for in an article."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from relgraph.evaluation import Edge, Stage, missing
from relgraph.extract.trace import Attempt, Fate, Part, Sentence, Trace
from relgraph.model import (
    Article,
    EventClaim,
    Evidence,
    Extraction,
    Modality,
    Participant,
    Referent,
    Span,
)

TEXT = "He met Omar Hejira in Rabat."
LONGER = f"{TEXT} Ana Ruiz left."
ARTICLE = Article("a", LONGER)
ANA, OMAR = Referent("e1", "Person", "Ana Ruiz"), Referent("e2", "Person", "Omar Hejira")
EDGE = Edge(("Ana Ruiz",), "met", ("Omar Hejira",))
PROOF = Evidence(Span(0, 28), TEXT, "verb:meet", Span(3, 6))
CLAIM = EventClaim(
    "v1", "met", (Participant("e1", "agent"), Participant("e2", "counterpart")), (PROOF,)
)
OMAR_THERE = Part("counterpart", "Omar Hejira", ("Omar Hejira",))

Try = Callable[..., Attempt]


@pytest.fixture
def trace(sentence: Sentence) -> Trace:
    """Return the trace of an article whose first sentence has "he", the second "Ana Ruiz"."""
    second = Sentence(
        Span(29, 43), ("ana", "ruiz", "leave", "."), (Part("", "Ana Ruiz", ("Ana Ruiz",)),)
    )
    return Trace((sentence, second))


def extraction(*events: EventClaim) -> Extraction:
    return Extraction("a", "", (ANA, OMAR), events)


@pytest.mark.parametrize(
    ("modality", "stage"),
    [
        pytest.param(Modality.ASSERTED, Stage.TOLD, id="it-is-told"),
        pytest.param(Modality.PLANNED, Stage.NO_EDGE, id="planned"),
        pytest.param(Modality.NEGATED, Stage.NO_EDGE, id="negated"),
    ],
)
def test_what_the_article_tells(trace: Trace, modality: Modality, stage: Stage) -> None:
    (lost,) = missing(EDGE, ARTICLE, extraction(replace(CLAIM, modality=modality)), trace)
    assert (lost.cause.stage, lost.sentence) == (stage, TEXT)


def test_nobody_of_that_name(trace: Trace) -> None:
    edge = replace(EDGE, source=("Anna Ruiz",))
    (lost,) = missing(edge, ARTICLE, extraction(), trace)
    assert lost.cause.stage is Stage.PARTY_UNKNOWN
    assert lost.cause.detail == "'Anna Ruiz' is not named; most like it: Ana Ruiz"


def test_a_name_that_was_read_as_none(trace: Trace) -> None:
    edge = replace(EDGE, target=("Rabat",))
    (lost,) = missing(edge, ARTICLE, extraction(), trace)
    assert lost.cause.stage is Stage.PARTY_UNKNOWN
    assert lost.cause.detail == "'Rabat' stands in the text, but is no entity found there"
    assert lost.sentence == TEXT


def test_two_who_are_never_in_one_sentence(trace: Trace) -> None:
    (lost,) = missing(EDGE, ARTICLE, extraction(), trace)
    assert (lost.cause.stage, lost.sentence) == (Stage.NEVER_TOGETHER, "Ana Ruiz left.")


def test_a_frame_with_one_of_them_is_told(trace: Trace, attempt: Try) -> None:
    tried = (attempt(Fate.LACKING, OMAR_THERE, unfilled="agent"),)
    (lost,) = missing(EDGE, ARTICLE, extraction(), replace(trace, attempts=tried))
    assert (lost.cause.stage, lost.sentence) == (Stage.PARTY_UNRESOLVED, TEXT)


def test_the_sentence_that_came_furthest_is_first(trace: Trace, attempt: Try) -> None:
    ana = Part("agent", "Ana Ruiz", ("Ana Ruiz",))
    far = attempt(Fate.OPEN, ana, OMAR_THERE)
    near = replace(attempt(Fate.LACKING, ana, unfilled="counterpart"), trigger=Span(38, 42))
    lost = missing(EDGE, ARTICLE, extraction(), replace(trace, attempts=(near, far)))
    assert [one.cause.stage for one in lost] == [Stage.OPEN, Stage.PART_MISSING]


def test_an_edge_to_a_thing_is_that_of_the_object(trace: Trace) -> None:
    visit = EventClaim("v1", "visited", (Participant("e1", "agent"),), (PROOF,), object="e2")
    edge = replace(EDGE, relation="visited")
    (lost,) = missing(edge, ARTICLE, extraction(visit), trace)
    assert lost.cause.stage is Stage.TOLD
