"""Hold the dates of two reports against each other."""

from dataclasses import dataclass
from datetime import date

from relgraph.rdf.literals import bounds

# What an undated report tells was in the news then: some days back, or soon to come.
RECENT = 14
NEAR = 10
# A longer span is no date of one event but a guess at it.
LONGEST_EVENT = 31

DAY, MONTH, YEAR, ANY_YEAR, UNDATED = range(5)


@dataclass(frozen=True, slots=True)
class When:
    """When an event was, as far as one report tells.

    ``start`` and ``end`` are ordinals of days, 0 where not known. ``published`` is the day of an
    undated report, which says when to look for its event. ``exactness`` is lower where the day is
    known better.
    """

    exactness: int
    start: int = 0
    end: int = 0
    iso: str = ""
    published: int = 0

    @property
    def months(self) -> tuple[int, ...]:
        """Number the months in which the event can have been."""
        if self.start:
            return _months(self.start, self.end)
        if self.published:
            return _months(self.published - RECENT, self.published + NEAR)
        return ()

    @property
    def year_day(self) -> str:
        """Return the month and day where they are known: ``-09-22``."""
        return self.iso[4:] if self.exactness == ANY_YEAR or self.start == self.end > 0 else ""


def when(iso: str, published: str) -> When:
    """Read a claim's date; *published* is that of its article.

    >>> when("2025-09", "2025-09-24").exactness == MONTH
    True
    """
    if not iso:
        return When(UNDATED, published=_ordinal(bounds(published)[0]))
    start, end = map(_ordinal, bounds(iso))
    if not start:
        return When(ANY_YEAR, iso=iso)
    is_short = end - start < LONGEST_EVENT
    if is_short and ("/" in iso or start == end):
        return When(DAY, start, end, iso)
    return When(MONTH if is_short else YEAR, start, end, iso)


def fits(one: When, other: When) -> bool:
    """Tell whether two reports can speak of one day."""
    if one.start and other.start:
        return _contains(one, other) or _contains(other, one)
    vague, dated = (one, other) if other.start else (other, one)
    if ANY_YEAR in (vague.exactness, dated.exactness):
        return vague.year_day == dated.year_day
    if dated.start:
        return dated.exactness <= MONTH and _is_of_the_time(vague.published, dated)
    return bool(one.published and other.published) and abs(one.published - other.published) <= NEAR


def _contains(outer: When, inner: When) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _is_of_the_time(published: int, dated: When) -> bool:
    return bool(published) and published - RECENT <= dated.end and dated.start <= published + NEAR


def _ordinal(day: str) -> int:
    return date.fromisoformat(day).toordinal() if day else 0


def _months(start: int, end: int) -> tuple[int, ...]:
    first, last = (date.fromordinal(min(max(day, 1), date.max.toordinal())) for day in (start, end))
    return tuple(range(first.year * 12 + first.month, last.year * 12 + last.month + 1))
