"""Fit what each trait of a claim is worth, by logistic regression."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from relgraph.evaluation.calibration import Judged
from relgraph.extract.confidence import BASE, TRAITS, Weights, confidence

# The trait of a claim from a text that the rules have been read against: they are right more often
# there. It is fitted, so that the other weights are for new text, and never used.
KNOWN = "known"
# Pulls weights to nought, as if each trait had been seen to make no difference in some claims.
PENALTY = 2.0
STEPS = 50
CLOSE = 1e-9

COLUMNS = (BASE, KNOWN, *TRAITS)
# Nothing pulls at how often claims are right at all.
_PENALTIES = np.array([1e-6, 1e-6] + [PENALTY] * len(TRAITS))


def fit(claims: Sequence[Judged]) -> Weights:
    """Return the weights that make *claims* most likely, the penalty taken off (Newton's way)."""
    shown = np.array(
        [[name == BASE or name in claim.traits for name in COLUMNS] for claim in claims]
    )
    rows = shown.astype(float)
    right = np.array([claim.is_right for claim in claims], dtype=float)
    weights = np.zeros(len(COLUMNS))
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - likely) - _PENALTIES * weights
        curve = (rows.T * (likely * (1 - likely))) @ rows + np.diag(_PENALTIES)
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < CLOSE:
            break
    return dict(zip(COLUMNS, map(float, weights), strict=True))


def cross_validated(claims: Sequence[Judged], folds: int = 10) -> list[Judged]:
    """Return *claims* with what is said of each by weights fitted without its article."""
    articles = sorted({claim.article for claim in claims})
    fold_of = {article: number % folds for number, article in enumerate(articles)}
    weights = {
        fold: fit([claim for claim in claims if fold_of[claim.article] != fold])
        for fold in sorted(set(fold_of.values()))
    }
    return [
        replace(claim, said=confidence(claim.traits, weights[fold_of[claim.article]]))
        for claim in claims
    ]
