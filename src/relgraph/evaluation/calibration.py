"""Compare how sure claims are said to be with how often they are right."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from statistics import fmean

from relgraph.evaluation.annotations import Annotation, annotation
from relgraph.evaluation.matching import match_events
from relgraph.extract.confidence import traits
from relgraph.model import Extraction

# Where one bin ends and the next begins; below a half there are too few for more.
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
# Of the normal distribution, for 95 in 100.
Z = 1.959964


@dataclass(frozen=True, slots=True)
class Judged:
    """One event claim, how sure it is said to be, whether it is right, and its traits."""

    article: str
    said: float
    is_right: bool
    traits: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bin:
    """The claims said to be about so sure; ``low`` and ``high`` bound the share that is right."""

    begin: float
    end: float
    count: int
    right: int
    said: float
    low: float
    high: float

    @property
    def share(self) -> float:
        """The share that is right."""
        return self.right / self.count


def judge(gold: Annotation, extraction: Extraction) -> Iterator[Judged]:
    """Yield each event claim: right is what matches an event of *gold* and has its modality.

    One that matches an optional event is right as well.
    """
    found = annotation(extraction)
    right = {
        told
        for wanted, told in match_events(gold, found).items()
        if gold.events[wanted].modality == found.events[told].modality
    }
    referents = {referent.id: referent for referent in extraction.referents}
    for place, claim in enumerate(extraction.events):
        shown = traits(claim, referents)
        yield Judged(extraction.article, claim.confidence, place in right, shown)


def reliability(claims: Iterable[Judged]) -> tuple[Bin, ...]:
    """Return the bins that are not empty, the least sure first."""
    claims = list(claims)
    bins = []
    for begin, end in pairwise(EDGES):
        inside = [c for c in claims if begin <= c.said < end or c.said == end == EDGES[-1]]
        if inside:
            right = sum(claim.is_right for claim in inside)
            said = fmean(claim.said for claim in inside)
            bounds = wilson(right, len(inside))
            bins.append(Bin(begin, end, len(inside), right, said, *bounds))
    return tuple(bins)


def wilson(right: int, count: int) -> tuple[float, float]:
    """Return Wilson's 95 % interval of a share.

    >>> [round(bound, 3) for bound in wilson(9, 10)]
    [0.596, 0.982]
    """
    share, spread = right / count, Z * Z / count
    middle = share + spread / 2
    reach = Z * sqrt(share * (1 - share) / count + spread / (4 * count))
    return (middle - reach) / (1 + spread), (middle + reach) / (1 + spread)


def expected_error(bins: Sequence[Bin]) -> float:
    """Return the expected calibration error: how far off a bin is, in the mean over the claims."""
    count = sum(one.count for one in bins)
    return sum(one.count * abs(one.share - one.said) for one in bins) / count


def brier(claims: Iterable[Judged]) -> float:
    """Return the Brier score: the mean squared distance from what is so; 0.25 for a coin."""
    return fmean((claim.said - claim.is_right) ** 2 for claim in claims)
