"""An event that is told and was not found was lost at one stage."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from relgraph.evaluation import Stage, Told
from relgraph.evaluation.diagnosis import Place, diagnose
from relgraph.extract.trace import Attempt, Fate, Part

MET = Told("met", ("Ana Ruiz", "Omar Hejira"), evidence="He met Omar Hejira in Rabat.")
OMAR = Part("counterpart", "Omar Hejira", ("Omar Hejira",))
ANA = Part("agent", "Ana Ruiz", ("Ana Ruiz",))
HE = Part("agent", "He", ())
ENVOYS = Part("counterpart", "envoys", ())
PLANT = Part("agent", "plant", ("plant",), fits=False)

Try = Callable[..., Attempt]
Make = Callable[..., Place]


def test_a_sentence_that_was_not_read(place: Make) -> None:
    assert diagnose(MET, replace(place(), sentences=())).stage is Stage.UNREAD


@pytest.mark.parametrize(
    ("wanted", "lemmas", "stage"),
    [
        pytest.param(MET, "he praise omar", Stage.NO_TRIGGER, id="no-word-for-it"),
        pytest.param(MET, "the meet of omar", Stage.NO_FRAME, id="a-word-in-no-frame"),
        pytest.param(MET, "he hold omar", Stage.NO_TRIGGER, id="half-of-held-talks"),
        pytest.param(MET, "he hold talk omar", Stage.NO_FRAME, id="both-words-of-held-talks"),
        pytest.param(
            replace(MET, type="other", subtype="slapped"),
            "he slap omar",
            Stage.NO_TYPE,
            id="the-ontology-has-no-such-type",
        ),
    ],
)
def test_where_nothing_was_tried(place: Make, wanted: Told, lemmas: str, stage: Stage) -> None:
    assert diagnose(wanted, place(lemmas=lemmas)).stage is stage


@pytest.mark.parametrize(
    ("fate", "parts", "stage", "words"),
    [
        pytest.param(Fate.OPEN, (ANA, OMAR), Stage.OPEN, "leaves open", id="may-meet"),
        pytest.param(Fate.UNGROUNDED, (ANA, OMAR), Stage.UNGROUNDED, "carry", id="ungrounded"),
        pytest.param(Fate.CLAIMED, (ANA, OMAR), Stage.MERGED, "another event", id="merged"),
        pytest.param(
            Fate.LACKING, (HE, OMAR), Stage.PARTY_UNRESOLVED, "agent 'He'", id="who-is-he"
        ),
        pytest.param(
            Fate.LACKING,
            (PLANT, OMAR),
            Stage.PART_MISSING,
            "agent not filled; agent 'plant', which it does not take; counterpart 'Omar Hejira'",
            id="what-does-not-fit",
        ),
    ],
)
def test_where_a_frame_was_found(
    place: Make, attempt: Try, fate: Fate, parts: tuple[Part, ...], stage: Stage, words: str
) -> None:
    cause = diagnose(MET, place(attempt(fate, *parts, unfilled="agent")))
    assert cause.stage is stage
    assert words in cause.detail


def test_a_pronoun_that_no_part_took_is_unresolved(place: Make, attempt: Try) -> None:
    cause = diagnose(MET, place(attempt(Fate.LACKING, OMAR), lost=("He",)))
    assert cause.stage is Stage.PARTY_UNRESOLVED
    assert cause.detail == "verb:meet: 'He' stands for nobody known"


def test_who_has_no_name_is_nobody_to_be_resolved(place: Make, attempt: Try) -> None:
    wanted = replace(MET, participants=("Ana Ruiz", "role:envoys"))
    cause = diagnose(wanted, place(attempt(Fate.LACKING, ENVOYS, unfilled="agent")))
    assert cause.stage is Stage.PART_MISSING


def test_a_party_that_is_no_entity_goes_before_the_frame(place: Make, attempt: Try) -> None:
    wanted = replace(MET, participants=("Leila Haddad", "Omar Hejira"))
    cause = diagnose(wanted, place(attempt(Fate.LACKING, OMAR)))
    assert cause.stage is Stage.PARTY_UNKNOWN
    assert "'leila haddad'" in cause.detail


def test_the_frame_that_came_furthest_is_told(place: Make, attempt: Try) -> None:
    tried = (attempt(Fate.LACKING, OMAR), attempt(Fate.OPEN, ANA, OMAR))
    assert diagnose(MET, place(*tried)).stage is Stage.OPEN


@pytest.mark.parametrize(
    ("claim", "stage", "words"),
    [
        pytest.param(MET, Stage.MERGED, "met Ana Ruiz, Omar Hejira", id="taken-by-another"),
        pytest.param(
            replace(MET, participants=("Rabat", "Omar Hejira")),
            Stage.WRONG_PARTIES,
            "told of Rabat, Omar Hejira, not of Ana Ruiz",
            id="another-party",
        ),
        pytest.param(
            replace(MET, type="discussed"), Stage.NO_TRIGGER, "'met'", id="another-type-well-told"
        ),
    ],
)
def test_where_something_was_claimed(place: Make, claim: Told, stage: Stage, words: str) -> None:
    cause = diagnose(MET, place(claims=(claim,)))
    assert cause.stage is stage
    assert words in cause.detail


def test_another_object(place: Make) -> None:
    wanted = Told("visited", ("Ana Ruiz",), "Tangier")
    told = Told("visited", ("Ana Ruiz",), "", "Rabat")
    cause = diagnose(wanted, place(claims=(told,)))
    assert cause.stage is Stage.WRONG_OBJECT
    assert cause.detail == "told of 'Rabat', not of 'Tangier'"


def test_another_type_where_it_is_nothing_else(place: Make) -> None:
    told = replace(MET, type="discussed")
    assert diagnose(MET, place(claims=(told,), spare=(told,))).stage is Stage.WRONG_TYPE


def test_without_a_trace_no_more_is_known(place: Make) -> None:
    untraced = replace(place(), sentences=(), is_traced=False)
    assert diagnose(MET, untraced).stage is Stage.NOT_FOUND
