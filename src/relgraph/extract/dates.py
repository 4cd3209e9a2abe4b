"""Read the dates of a text, against the day on which it was published.

``date`` is what the words mean: a day, ``YYYY-MM``, ``YYYY``, an interval ``a/b``, or
``XXXX-MM-DD`` where no year can be known. It is empty where the words give no date, such as a
deadline ("by Friday", which says when a thing did not happen) or a weekday in a text of no date.
"""

import calendar
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from relgraph.model import Span

MONTHS = "january february march april may june july august september october november december"
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
NUMBERS = "one two three four five six seven eight nine ten eleven twelve"
# Which day is meant depends on the tense, so each expression is read in all three.
PAST, NEAREST, COMING = -1, 0, 1

_MONTH_NUMBER = {name[:3]: index for index, name in enumerate(MONTHS.split(), start=1)}
_WEEKDAY_NUMBER = {name: index for index, name in enumerate(WEEKDAYS.split())}
_NUMBER = {name: index for index, name in enumerate(NUMBERS.split(), start=1)} | {"a": 1, "an": 1}

# A capital, or "may 10" and "to march 3" would be dates.
_M = (
    r"(?=(?-i:[A-Z]))(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|"
    r"aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?!\w)"
)
_D = r"(?:[0-3]?\d)(?:st|nd|rd|th)?(?![\w%])"
_Y = r"(?:1[89]|20)\d\d(?!\w)"
_W = rf"(?:{WEEKDAYS.replace(' ', '|')})"
_N = rf"(?:\d{{1,3}}|an?|{NUMBERS.replace(' ', '|')})"
_TO = r"\s*(?:-|–|—|to|and|until|till|through)\s*"
_FROM = r"(?:(?:from|between)\s+)?"

# Words before a date that make it the end of a wait, not the time of the event.
_DEADLINE = re.compile(
    r"\b(?:by|until|till|within|before|since)\s+(?:the\s+)?$", re.IGNORECASE
)  # "by "


@dataclass(frozen=True, slots=True)
class When:
    """Words that say when; *date* as of a past event, *coming* as of one to come."""

    span: Span
    words: str
    date: str
    nearest: str
    coming: str


@dataclass(frozen=True, slots=True)
class _Now:
    """What an expression is read against; 0 where a part is not known."""

    year: int
    month: int
    day: int
    # The last day that the text gave: "the previous day" counts from it.
    told: str
    # A year that the same sentence gives to its other dates.
    beside: int
    tense: int

    @property
    def today(self) -> date | None:
        return date(self.year, self.month, self.day) if self.day else None


def timeline(text: str, sentences: Sequence[Span], published: str) -> tuple[When, ...]:
    """Find all dates of *sentences*, in the order of the text.

    >>> timeline("He left on Monday.", [Span(0, 18)], "2025-09-24")[0].date
    '2025-09-22'
    """
    found: list[When] = []
    told = ""
    for sentence in sentences:
        words = sentence.of(text)
        for when in _in_sentence(words, published, told):
            span = Span(sentence.begin + when.span.begin, sentence.begin + when.span.end)
            found.append(When(span, when.words, when.date, when.nearest, when.coming))
            told = when.date if _is_calendar(when.date) else told
    return tuple(found)


def _is_calendar(iso: str) -> bool:
    return len(iso) in (7, 10) and iso[0].isdigit()


def _in_sentence(words: str, published: str, told: str) -> Iterator[When]:
    year, month, day = _parts(published)
    years = {int(match) for match in re.findall(rf"\b{_Y}", words)}
    beside = years.pop() if len(years) == 1 else 0
    taken = 0
    for match, read in _matches(words):
        if match.start() < taken:
            continue
        readings = [
            read(match, _Now(year, month, day, told, beside, tense))
            for tense in (PAST, NEAREST, COMING)
        ]
        if readings[0] is None:
            continue
        taken = match.end()
        if _DEADLINE.search(words[: match.start()]):
            readings = ["", "", ""]
        past, nearest, coming = (reading or "" for reading in readings)
        told = past if _is_calendar(past) else told
        yield When(Span(match.start(), match.end()), match[0], past, nearest, coming)


def _matches(words: str) -> list[tuple[re.Match[str], "_Reader"]]:
    """Return what any pattern finds: earlier before later, longer before shorter."""
    found = [(match, read) for pattern, read in _patterns() for match in pattern.finditer(words)]
    return sorted(found, key=lambda pair: (pair[0].start(), -pair[0].end()))


def _parts(iso: str) -> tuple[int, int, int]:
    numbers = [
        int(part) if part.isdigit() else 0 for part in iso.split("/", maxsplit=1)[0].split("-")
    ]
    year, month, day = [*numbers, 0, 0, 0][:3] if iso else (0, 0, 0)
    return (year, month, day) if year else (0, 0, 0)


def _month(words: str) -> int:
    return _MONTH_NUMBER[words[:3].lower()]


def _day(words: str) -> int:
    return int(re.sub(r"\D", "", words))


def _count(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBER[words.lower()]


def _iso(year: int, month: int, day: int = 0) -> str | None:
    """Write a date, or return None where the calendar has no such day."""
    if day and day > calendar.monthrange(year or 2024, month)[1]:
        return None
    head = f"{year:04d}" if year else "XXXX"
    return f"{head}-{month:02d}-{day:02d}" if day else f"{head}-{month:02d}"


def _year_of(month: int, day: int, now: _Now) -> int:
    """Find the year of a month, or of a day in a month, that the text gives no year."""
    if now.beside and now.tense != COMING:
        return now.beside
    if not now.year or not now.month:
        return now.year or now.beside
    here = (now.month, now.day if day else 0)
    that = (month, day if now.day else 0)
    if now.tense == PAST:
        return now.year if that <= here else now.year - 1
    if now.tense == COMING:
        return now.year if that >= here else now.year + 1
    distance = month - now.month
    return now.year + (1 if distance < -6 else -1 if distance > 6 else 0)


def _interval(begin: str | None, end: str | None) -> str | None:
    return f"{begin}/{end}" if begin and end else None


def _named_year(words: str | None, now: _Now) -> int:
    """Read "2024", "last year" or nothing; -1 for a year that cannot be known."""
    if not words:
        return 0
    if words.isdigit():
        return int(words)
    step = {"last": -1, "this": 0, "next": 1}[words.split()[0].lower()]
    return now.year + step if now.year else -1


def _exact(match: re.Match[str], now: _Now) -> str | None:
    month, day = _month(match["m"]), _day(match["d"])
    if not 1 <= day <= 31:
        return None
    year = _named_year(match["y"], now) or _year_of(month, day, now)
    return _iso(max(year, 0), month, day)


def _within_month(match: re.Match[str], now: _Now) -> str | None:
    month, first, last = _month(match["m"]), _day(match["d"]), _day(match["e"])
    year = _named_year(match["y"], now) or _year_of(month, first, now)
    if not first < last:
        return None
    return _interval(_iso(max(year, 0), month, first), _iso(max(year, 0), month, last))


def _over_months(match: re.Match[str], now: _Now) -> str | None:
    begin, end = (_month(match["m"]), _day(match["d"])), (_month(match["n"]), _day(match["e"]))
    year = _named_year(match["y"], now) or _year_of(*begin, now)
    year = max(year, 0)
    later = year + 1 if year and end < begin else year
    return _interval(_iso(year, *begin), _iso(later, *end))


def _only_month(match: re.Match[str], now: _Now) -> str | None:
    month = _month(match["m"])
    word = (match["q"] or "").split()[0].lower() if match["q"] else ""
    tense = {"last": PAST, "next": COMING}.get(word, now.tense)
    shifted = _Now(now.year, now.month, now.day, now.told, now.beside, tense)
    year = _named_year(match["y"], now) or _year_of(month, 0, shifted)
    if not match["y"] and word in ("last", "next") and now.month == month and year == now.year:
        year += tense
    return _iso(year, month) if year > 0 else ""


def _weekday(match: re.Match[str], now: _Now) -> str | None:
    today = now.today
    if today is None:
        return ""
    word = (match["q"] or "").lower()
    back = (today.weekday() - _WEEKDAY_NUMBER[match["w"].lower()]) % 7
    if word == "next" or (now.tense == COMING and word != "last"):
        ahead = -back % 7
        return (today + timedelta(ahead or (7 if word == "next" else 0))).isoformat()
    return (today - timedelta(back or (7 if word == "last" else 0))).isoformat()


def _near(match: re.Match[str], now: _Now) -> str | None:
    """Read "today", "yesterday" and "tomorrow", with their parts of a day."""
    word = match[0].lower()
    step = -1 if "yesterday" in word or "last night" in word else 1 if "tomorrow" in word else 0
    if word.startswith("the day"):
        step *= 2
    return (now.today + timedelta(step)).isoformat() if now.today else ""


def _beside_told(match: re.Match[str], now: _Now) -> str | None:
    """Read "the previous day", "the same day": a day beside the last one told, else today."""
    word = match["q"].lower()
    step = (
        -1 if word in ("previous", "before") else 1 if word in ("next", "following", "after") else 0
    )
    told = now.told if len(now.told) == 10 else ""
    if told:
        return (date.fromisoformat(told) + timedelta(step)).isoformat()
    return (now.today + timedelta(step)).isoformat() if now.today else ""


def _in_the_day(match: re.Match[str], now: _Now) -> str | None:  # noqa: ARG001 - one signature
    """Read "earlier in the day": the day of the report, whatever was told in between."""
    return now.today.isoformat() if now.today else ""


def _period(match: re.Match[str], now: _Now) -> str | None:
    """Read "last week", "next month", "later this year"."""
    step = {"last": -1, "previous": -1, "next": 1, "coming": 1}.get(match["q"].lower(), 0)
    unit = match["u"].lower()
    if unit == "year":
        return f"{now.year + step:04d}" if now.year else ""
    if unit == "month":
        return _shift_months(now, step)
    if now.today is None or step == 0:
        return ""
    monday = now.today - timedelta(now.today.weekday()) + timedelta(7 * step)
    return f"{monday.isoformat()}/{(monday + timedelta(6)).isoformat()}"


def _shift_months(now: _Now, step: int) -> str:
    if not now.month:
        return ""
    months = now.year * 12 + now.month - 1 + step
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def _apart(match: re.Match[str], now: _Now) -> str | None:
    """Read "two weeks ago", "five months later"."""
    count, unit, word = _count(match["n"]), match["u"].lower(), match["q"].lower()
    step = count if word in ("later", "after") else -count
    from_told = word != "ago" and bool(now.told)
    year, month, day = _parts(now.told) if from_told else (now.year, now.month, now.day)
    if unit == "year":
        return f"{year + step:04d}" if year else ""
    if unit == "month":
        return _shift_months(_Now(year, month, day, "", 0, 0), step)
    if not day:
        return ""
    return (date(year, month, day) + timedelta(step * (7 if unit == "week" else 1))).isoformat()


def _day_of_month(match: re.Match[str], now: _Now) -> str | None:
    """Read "on the 14th": of this month, or of the next one to come or the last one past."""
    day = _day(match["d"])
    if not now.day or not 1 <= day <= 31:
        return ""
    step = (
        1
        if now.tense == COMING and day < now.day
        else -1
        if now.tense == PAST and day > now.day
        else 0
    )
    year, month, _ = _parts(_shift_months(now, step))
    return _iso(year, month, day)


def _year(match: re.Match[str], now: _Now) -> str | None:  # noqa: ARG001 - one signature
    return match["y"]


def _quarter(match: re.Match[str], now: _Now) -> str | None:  # noqa: ARG001 - one signature
    first = 3 * int(match["k"]) - 2
    return f"{match['y']}-{first:02d}/{match['y']}-{first + 2:02d}"


def _numeric(match: re.Match[str], now: _Now) -> str | None:  # noqa: ARG001 - one signature
    month, day = int(match["m"]), int(match["d"])
    return _iso(int(match["y"]), month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


_Reader = Callable[[re.Match[str], _Now], str | None]


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], _Reader], ...]:
    """Return the patterns, each with what reads it, and a sample of what it finds."""
    weekday = rf"(?:(?:on\s+)?{_W},?\s+\(?)?"
    year = rf"(?:,?\s+(?:of\s+)?(?P<y>{_Y}|(?:last|this|next)\s+year))?"
    lines: tuple[tuple[str, _Reader], ...] = (
        (r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)", _numeric),  # 2025-09-24
        (r"(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>\d{4})(?!\d)", _numeric),  # 24.9.2025
        (rf"{weekday}(?P<d>{_D})\s+(?:of\s+)?(?P<m>{_M}){year}", _exact),  # Wednesday, 24 September
        (rf"{weekday}(?P<m>{_M})\s+(?P<d>{_D}){year}", _exact),  # Sep 24, 2025
        (
            rf"{_FROM}(?P<d>{_D}){_TO}(?P<e>{_D})\s+(?:of\s+)?(?P<m>{_M}){year}",
            _within_month,
        ),  # 5-6 April
        (
            rf"{_FROM}(?P<m>{_M})\s+(?P<d>{_D}){_TO}(?P<e>{_D}){year}",
            _within_month,
        ),  # September 22-23
        (rf"{_FROM}(?P<d>{_D})\s+(?P<m>{_M}){_TO}(?P<e>{_D})\s+(?P<n>{_M}){year}", _over_months),
        (rf"{_FROM}(?P<m>{_M})\s+(?P<d>{_D}){_TO}(?P<n>{_M})\s+(?P<e>{_D}){year}", _over_months),
        (
            rf"(?P<q>(?:in|since|during|of|for|by|until|last|this|next|early|late|mid|effective)[\s-]+"
            rf"(?:last\s+|early\s+|late\s+|mid[\s-]+)?)(?P<m>{_M})(?!\s+\d\d?(?!\d)){year}",
            _only_month,
        ),  # last August
        (
            rf"(?P<q>)(?P<m>{_M}),?\s+(?:of\s+)?(?P<y>{_Y}|(?:last|this|next)\s+year)",
            _only_month,
        ),  # May 2024
        (
            rf"(?:on\s+)?(?:(?P<q>last|next|this)\s+)?(?P<w>{_W})(?![\w-])(?!\s*(?:,|\()\s*(?:{_D}|{_M}))",
            _weekday,
        ),
        (
            r"(?:today|tonight|this\s+(?:morning|afternoon|evening)|(?:the\s+day\s+before\s+)?yesterday"
            r"|(?:the\s+day\s+after\s+)?tomorrow|last\s+night)(?!\w)",
            _near,
        ),
        (r"(?:on\s+)?the\s+(?P<q>previous|next|following|same)\s+day(?!\w)", _beside_told),
        (r"the\s+day\s+(?P<q>before|after)(?!\s+(?:yesterday|tomorrow))(?!\w)", _beside_told),
        (
            r"(?:earlier|later)\s+(?:in\s+the|that|the\s+same)\s+day|in\s+the\s+(?:morning|afternoon|evening)",
            _in_the_day,
        ),
        (
            r"(?:(?:earlier|later|early|late)\s+)?(?:in\s+|at\s+the\s+end\s+of\s+)?(?:the\s+)?"
            r"(?P<q>last|this|next|previous|coming)\s+(?P<u>week|month|year)(?!\w)",
            _period,
        ),  # later this year
        (
            rf"(?P<n>{_N})\s+(?P<u>day|week|month|year)s?\s+(?P<q>ago|later|earlier)(?!\w)",
            _apart,
        ),  # two days ago
        (
            rf"on\s+the\s+(?P<d>\d\d?(?:st|nd|rd|th))(?!\s+(?:of\s+)?{_M})(?!\w)",
            _day_of_month,
        ),  # on the 14th
        (
            rf"(?:in|during|since|by|until)\s+(?:the\s+year\s+)?(?P<y>{_Y})(?!\s*[-/])",
            _year,
        ),  # in 2019
        (rf"(?:in\s+)?(?:Q(?P<k>[1-4])\s+(?P<y>{_Y}))", _quarter),  # Q2 2025
    )
    return tuple((re.compile(rf"(?<![\w-]){line}", re.IGNORECASE), read) for line, read in lines)
