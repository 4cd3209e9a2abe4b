"""Say how far a figure might lie elsewhere on other articles of the kind.

The percentile bootstrap of B. Efron and R. J. Tibshirani, An Introduction to the Bootstrap,
Chapman & Hall 1993, chapter 13: articles are drawn with replacement, as many as there are, and
the figure is computed anew, many times; the interval holds the middle of what comes out. Articles,
not events, are drawn, because the events of one article stand and fall together.
"""

import random
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SAMPLES = 2000
SEED = 20250924
COVERAGE = 0.95


def interval(column: Sequence[tuple[int, int | None, int]]) -> tuple[float, float]:
    """Return the ends of the 95 % interval of a score, from its counts in each article.

    A triple is what is right, found and there; without found, the score is recall, else F1. Draws
    in which there is nothing to measure do not count; without any other, both ends are 0.
    """
    import numpy as np  # noqa: PLC0415 - not on the way to --help

    if not column:
        return 0.0, 0.0
    table = np.array([(right, found or 0, gold) for right, found, gold in column], dtype=np.int64)
    right, found, gold = (_draws(len(column)) @ table).T
    if any(one is None for _, one, _ in column):
        part, whole = right, gold
    else:
        part, whole = 2 * right, found + gold
    is_measured = whole > 0
    if not is_measured.any():
        return 0.0, 0.0
    scores = part[is_measured] / whole[is_measured]
    tail = (1 - COVERAGE) / 2
    low, high = np.quantile(scores, [tail, 1 - tail])
    return float(low), float(high)


@lru_cache(maxsize=4)
def _draws(articles: int) -> "NDArray[np.int64]":
    """Return how often each draw takes each article, a row a draw."""
    import numpy as np  # noqa: PLC0415

    # Python promises the same numbers from random() in every version; numpy promises no such thing.
    number = random.Random(SEED).random  # noqa: S311 - no secret
    taken = np.zeros((SAMPLES, articles), dtype=np.int64)
    for row in taken:
        for _ in range(articles):
            row[int(number() * articles)] += 1
    return taken
