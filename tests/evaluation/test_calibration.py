"""Whether what is said to be sure is right, and how that is shown."""

from dataclasses import replace

import pytest

from relgraph.evaluation import Annotation, Named, Told
from relgraph.evaluation.calibration import (
    Bin,
    Judged,
    brier,
    expected_error,
    judge,
    reliability,
    wilson,
)
from relgraph.model import EventClaim, Evidence, Extraction, Modality, Participant, Referent, Span

TEXT = "Ana Ruiz met Omar Said."
PROOF = Evidence(Span(0, 23), TEXT, "verb:meet", Span(9, 12), (Span(0, 8), Span(13, 22)))
CLAIM = EventClaim(
    "v1",
    "met",
    (Participant("e1", "agent"), Participant("e2", "counterpart")),
    (PROOF,),
    confidence=0.9,
)
FOUND = Extraction(
    "a1",
    "",
    (
        Referent("e1", "Person", "Ana Ruiz", mentions=(Span(0, 8),)),
        Referent("e2", "Person", "Omar Said", mentions=(Span(13, 22),)),
    ),
    (CLAIM,),
)
MET = Told("met", ("Ana Ruiz", "Omar Said"), evidence=TEXT)
GOLD = Annotation("a1", (Named("Ana Ruiz", "Person"), Named("Omar Said", "Person")), (MET,))


def claims(said: float, *, right: int, of: int) -> list[Judged]:
    return [Judged(f"a{number}", said, number < right) for number in range(of)]


def test_a_claim_is_judged_with_what_it_says_of_itself() -> None:
    assert list(judge(GOLD, FOUND)) == [Judged("a1", 0.9, is_right=True, traits=())]


@pytest.mark.parametrize(
    ("told", "is_right"),
    [
        pytest.param(replace(MET, is_optional=True), True, id="optional"),
        pytest.param(replace(MET, modality="planned"), False, id="other-modality"),
        pytest.param(replace(MET, type="discussed"), False, id="other-type"),
        pytest.param(replace(MET, participants=("role:crew",)), False, id="other-parties"),
    ],
)
def test_what_counts_as_right(*, told: Told, is_right: bool) -> None:
    [judged] = judge(replace(GOLD, events=(told,)), FOUND)
    assert judged.is_right is is_right


def test_of_a_claim_made_twice_one_is_wrong() -> None:
    again = replace(CLAIM, id="v2", modality=Modality.ASSERTED)
    judged = judge(GOLD, replace(FOUND, events=(CLAIM, again)))
    assert sorted(claim.is_right for claim in judged) == [False, True]


def test_bins_hold_what_is_about_as_sure() -> None:
    # 0.9 begins a bin, and 1 is in the last one.
    said = [*claims(0.9, right=8, of=9), *claims(1.0, right=1, of=1), *claims(0.4, right=1, of=2)]
    low, high = reliability(said)
    assert (low.begin, low.end, low.count, low.right, low.share) == (0.0, 0.5, 2, 1, 0.5)
    assert (high.begin, high.end, high.count, high.right, high.share) == (0.9, 1.0, 10, 9, 0.9)
    assert high.said == pytest.approx(0.91)


@pytest.mark.parametrize(
    ("right", "count", "low", "high"),
    [
        # As computed by hand from the formula with z = 1.96.
        pytest.param(0, 10, 0.0, 0.278, id="none"),
        pytest.param(5, 10, 0.237, 0.763, id="half"),
        pytest.param(10, 10, 0.722, 1.0, id="all"),
    ],
)
def test_wilson(right: int, count: int, low: float, high: float) -> None:
    assert wilson(right, count) == pytest.approx((low, high), abs=0.001)


def test_the_error_is_weighted_by_the_claims_of_each_bin() -> None:
    bins = [Bin(0.5, 0.6, 1, 1, 0.5, 0, 1), Bin(0.9, 1.0, 3, 3, 0.9, 0, 1)]
    assert expected_error(bins) == pytest.approx((1 * 0.5 + 3 * 0.1) / 4)


def test_brier() -> None:
    assert brier([*claims(0.9, right=1, of=1), *claims(0.6, right=0, of=1)]) == pytest.approx(
        (0.01 + 0.36) / 2
    )
