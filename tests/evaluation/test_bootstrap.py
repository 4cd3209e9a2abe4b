"""Intervals of figures over articles."""

import pytest

from relgraph.evaluation.bootstrap import interval


def test_alike_articles_leave_no_doubt() -> None:
    assert interval([(4, 5, 5)] * 10) == pytest.approx((0.8, 0.8))


def test_two_articles_one_right_one_wrong_may_be_anything() -> None:
    assert interval([(1, 1, 1), (0, 1, 1)]) == (0.0, 1.0)


def test_without_precision_the_score_is_recall() -> None:
    assert interval([(3, None, 4)] * 3) == (0.75, 0.75)


def test_draws_with_nothing_to_measure_do_not_count() -> None:
    assert interval([(1, 1, 1), (0, 0, 0)]) == (1.0, 1.0)
    assert interval([(0, 0, 0)]) == (0.0, 0.0)
    assert interval([]) == (0.0, 0.0)


def test_more_articles_narrow_it_as_the_square_root() -> None:
    """Compare with the normal approximation: 100 yes-or-no articles, half right, ± 0.098."""
    assert interval([(1, 1, 1), (0, 1, 1)] * 50) == pytest.approx((0.402, 0.598), abs=0.02)


def test_the_same_each_time() -> None:
    column = [(n % 3, 3, 2 + n % 2) for n in range(17)]
    assert interval(column) == interval(list(column))
