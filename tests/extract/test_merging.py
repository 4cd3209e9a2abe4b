"""When two sentences speak of one event, and what becomes of them."""

from dataclasses import replace

import pytest

from relgraph.extract.merging import Draft, merge
from relgraph.model import Evidence, Modality, Participant, Span

MET = Draft(
    relation="met",
    symmetric=True,
    participants=(Participant("e1", "agent"), Participant("e2", "counterpart")),
    evidence=(Evidence(Span(0, 9), "They met.", "verb:meet", Span(5, 8)),),
    object="",
    object_text="",
    place="e5",
    date="2025-09-22",
    date_text="On Monday",
    modality=Modality.ASSERTED,
    topics=(),
    unnamed=(),
    quoted=False,
    known=False,
    sentence=0,
)
AGAIN = replace(
    MET,
    evidence=(Evidence(Span(20, 40), "Had a good meeting.", "verb:have+meeting", Span(20, 23)),),
    place="",
    date="",
    date_text="",
)
SIGNED = replace(
    MET, relation="signed", symmetric=False, object="e7", object_text="pact", place="", date=""
)


def test_a_repeat_adds_its_evidence_alone() -> None:
    [both] = merge([MET, AGAIN])
    assert both.evidence == MET.evidence + AGAIN.evidence
    assert (both.place, both.date) == ("e5", "2025-09-22")


def test_what_the_first_leaves_out_comes_from_the_second() -> None:
    [both] = merge([AGAIN, MET])
    assert (both.place, both.date, both.date_text) == ("e5", "2025-09-22", "On Monday")


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(AGAIN, relation="discussed"), id="type"),
        pytest.param(replace(AGAIN, modality=Modality.PLANNED), id="modality"),
        pytest.param(replace(AGAIN, date="2025-09-23"), id="day"),
        pytest.param(
            replace(AGAIN, participants=(Participant("e1", "agent"), Participant("e3", "agent"))),
            id="another-party",
        ),
        pytest.param(
            replace(AGAIN, participants=MET.participants[:1], unnamed=("the diaspora",)),
            id="a-party-without-a-name",
        ),
    ],
)
def test_what_speaks_against_one_event(other: Draft) -> None:
    assert len(merge([MET, other])) == 2


@pytest.mark.parametrize(
    ("date", "merged"),
    [
        pytest.param("2025-09", "2025-09-22", id="month-holds-day"),
        pytest.param("2025-09-20/2025-09-24", "2025-09-20/2025-09-24", id="stay-holds-day"),
    ],
)
def test_dates_that_agree(date: str, merged: str) -> None:
    [both] = merge([MET, replace(AGAIN, date=date)])
    assert both.date == merged


def test_the_same_paper_signed_in_two_sentences() -> None:
    other = replace(SIGNED, participants=(Participant("e9", "agent"),), known=True)
    [both] = merge([SIGNED, other])
    assert [participant.who for participant in both.participants] == ["e1", "e2", "e9"]


def test_two_papers_are_two_signings() -> None:
    assert len(merge([SIGNED, replace(SIGNED, object="e8", object_text="lease")])) == 2


def test_new_topics_of_a_narrated_talk_are_another() -> None:
    first = replace(MET, relation="discussed", topics=("trade",))
    second = replace(AGAIN, relation="discussed", topics=("migration",))
    assert len(merge([first, second])) == 2
    [told_again] = merge([first, replace(second, quoted=True)])
    assert told_again.topics == ("trade",)


def test_a_visit_that_was_due_and_is_told_of_has_happened() -> None:
    due = replace(MET, relation="visited", modality=Modality.PLANNED, object="e7")
    [visit] = merge([due, replace(due, modality=Modality.ASSERTED)])
    assert visit.modality is Modality.ASSERTED


def test_the_agreement_is_the_one_told_of_last() -> None:
    lease = replace(SIGNED, object="e8", object_text="lease")
    who = (Participant("e9", "agent"),)
    bare = replace(
        SIGNED, participants=who, object="e10", object_text="agreement", known=True, is_bare=True
    )
    pact, other = merge([SIGNED, lease, bare])
    assert len(pact.participants) == 2
    assert [participant.who for participant in other.participants] == ["e1", "e2", "e9"]


def test_talks_of_nobody_named_are_those_told_of() -> None:
    nameless = replace(AGAIN, participants=(), unnamed=("foreign ministers",))
    assert len(merge([nameless, MET])) == 1
    assert len(merge([MET, replace(nameless, date="2025-09-23")])) == 2
