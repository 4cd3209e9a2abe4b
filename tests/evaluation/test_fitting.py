"""What traits are found to be worth."""

from pathlib import Path

import pytest

from relgraph.evaluation.calibration import Judged, reliability
from relgraph.evaluation.fitting import KNOWN, cross_validated, fit
from relgraph.extract.confidence import BASE, TRAITS, confidence, weights


def claims(*traits: str, right: int, of: int) -> list[Judged]:
    return [Judged(f"a{number}", 0.0, number < right, traits) for number in range(of)]


PLAIN = claims(right=90, of=100)
PHRASED = claims("phrase", right=50, of=100)


def test_without_traits_a_claim_is_as_sure_as_often_right() -> None:
    assert confidence((), fit(PLAIN)) == 0.9


def test_a_trait_of_wrong_claims_makes_unsure() -> None:
    worth = fit([*PLAIN, *PHRASED])
    assert confidence((), worth) == pytest.approx(0.9, abs=0.04)
    assert confidence(("phrase",), worth) == pytest.approx(0.5, abs=0.04)
    assert worth["nobody"] == 0


def test_a_trait_hardly_seen_counts_for_little() -> None:
    worth = fit([*PLAIN, *claims("phrase", right=0, of=1)])
    assert confidence(("phrase",), worth) > 0.75


def test_known_text_is_not_what_new_text_is_promised() -> None:
    worth = fit([*claims(KNOWN, right=95, of=100), *claims(right=70, of=100)])
    assert worth[KNOWN] > 0
    assert confidence((), worth) == 0.7


def test_a_claim_is_judged_by_weights_that_have_not_seen_its_article() -> None:
    # In its own article alone the trait goes with wrong claims.
    odd = [Judged("z", 0.0, is_right=False, traits=("phrase",)) for _ in range(50)]
    said = {c.article: c.said for c in cross_validated([*PLAIN, *odd], folds=101)}
    assert said["z"] == 0.9


def test_the_order_of_the_claims_makes_no_difference() -> None:
    forward, backward = fit([*PLAIN, *PHRASED]), fit([*PHRASED, *PLAIN])
    assert forward[BASE] == pytest.approx(backward[BASE], abs=1e-9)


@pytest.fixture
def first_sight(root: Path) -> list[list[str]]:
    """Return the rows of claims that were made of texts at first sight: article, right, traits."""
    table = root / "tools" / "calibration" / "first-sight.tsv"
    lines = table.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


def test_the_rows_at_first_sight_have_the_traits_of_today(first_sight: list[list[str]]) -> None:
    assert {trait for *_, shown in first_sight for trait in shown.split()} <= set(TRAITS)


def test_what_is_said_to_be_sure_was_right_so_often(first_sight: list[list[str]]) -> None:
    said = [
        Judged(article, confidence(shown.split(), weights()), right == "1")
        for article, right, shown in first_sight
    ]
    surest = reliability(said)[-1]
    assert surest.begin == 0.9
    assert surest.low < surest.said < surest.high
