"""Read the dates of a text, against the day on which it was published.

``date`` is what the words mean: a day, ``YYYY-MM``, ``YYYY``, an interval ``a/b``, or
``XXXX-MM-DD`` where no year can be known. It is empty where the words give no date, such as a
deadline ("by Friday", which says when a thing did not happen) or a weekday in a text of no date.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from relgraph.extract import date_readers as readers
from relgraph.extract.date_readers import COMING, NEAREST, NUMBERS, PAST, WEEKDAYS, Now
from relgraph.model import Span

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

LENGTH_OF_DAY = 10
# How long after it was filed a report may appear.
DAYS_TO_PRESS = timedelta(3)

# Words before a date that make it the end of a wait, not the time of the event.
_DEADLINE = re.compile(
    r"\b(?:by|until|till|within|before|since)\s+(?:the\s+)?$", re.IGNORECASE
)  # "by "

# Before the day on which something takes effect, which is near, past or coming: "effective ".
_EFFECT = re.compile(r"\b(?:effective|effect|as)\s+(?:(?:from|on|as|of|since)\s+)*$", re.IGNORECASE)

# Without one of these no pattern finds anything, and most sentences have none.
_HINT = re.compile(
    r"\d|day|week|month|year|noon|morning|evening|night|tomorrow|spring|summer|autumn|fall|winter"
    r"|quarter|half|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
    re.IGNORECASE,
)  # "Monday"

# "today", "this morning"
_DEICTIC = re.compile(r"(?:today|tonight|yesterday|tomorrow|this|last|next)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """Words that say when; *date* as of a past event, *coming* as of one to come."""

    span: Span
    words: str
    date: str
    nearest: str
    coming: str

    @property
    def is_deictic(self) -> bool:
        """Tell whether it counts from the day on which it is said: "today"."""
        return _DEICTIC.match(self.words) is not None


def now(published: str, filed: str) -> str:
    """Return the day that "today" is: when a report was *filed*, if just before it appeared.

    >>> now("2025-03-19", "2025-03-18"), now("2025-03-19", "2024-03-18"), now("", "2025-03-18")
    ('2025-03-18', '2025-03-19', '2025-03-18')
    """
    if len(published) != LENGTH_OF_DAY or len(filed) != LENGTH_OF_DAY or not filed[0].isdigit():
        return published or filed
    days = date.fromisoformat(published) - date.fromisoformat(filed)
    return filed if timedelta(0) <= days <= DAYS_TO_PRESS else published


def timeline(text: str, sentences: Sequence[Span], published: str) -> tuple[When, ...]:
    """Find all dates of *sentences*, in the order of the text.

    >>> timeline("He left on Monday.", [Span(0, 18)], "2025-09-24")[0].date
    '2025-09-22'
    """
    found: list[When] = []
    told = latest = ""
    for sentence in sentences:
        words = sentence.of(text)
        for when in _in_sentence(words, published, told, latest):
            latest = _later_day(latest, when.date, published)
            span = Span(sentence.begin + when.span.begin, sentence.begin + when.span.end)
            found.append(When(span, when.words, when.date, when.nearest, when.coming))
            told = when.date if readers.is_calendar(when.date) else told
    return tuple(found)


def _in_sentence(words: str, published: str, told: str, latest: str) -> Iterator[When]:
    year, month, day = readers.parts(published)
    years = {int(match) for match in re.findall(rf"\b{_Y}", words)}
    beside = years.pop() if len(years) == 1 else 0
    taken = 0
    for match, read in _matches(words):
        if match.start() < taken:
            continue
        readings = [
            read(match, Now(year, month, day, told, latest, beside, tense))
            for tense in (PAST, NEAREST, COMING)
        ]
        if readings[0] is None:
            continue
        taken = match.end()
        if _DEADLINE.search(words[: match.start()]):
            readings = ["", "", ""]
        if _EFFECT.search(words[: match.start()]) and readings[1]:
            readings = [readings[1]] * 3
        past, nearest, coming = (reading or "" for reading in readings)
        told = past if readers.is_calendar(past) else told
        latest = _later_day(latest, past, published)
        yield When(Span(match.start(), match.end()), match[0], past, nearest, coming)


def _later_day(latest: str, told: str, published: str) -> str:
    """Return the later of two days, of those that are not to come."""
    return told if len(told) == LENGTH_OF_DAY and latest < told <= published else latest


def _matches(words: str) -> list[tuple[re.Match[str], "_Reader"]]:
    """Return what any pattern finds: earlier before later, longer before shorter."""
    if not _HINT.search(words):
        return []
    found = [(match, read) for pattern, read in _patterns() for match in pattern.finditer(words)]
    return sorted(found, key=lambda pair: (pair[0].start(), -pair[0].end()))


_Reader = Callable[[re.Match[str], Now], str | None]


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], _Reader], ...]:
    """Return the patterns, each with what reads it, and a sample of what it finds."""
    weekday = rf"(?:(?:on\s+)?{_W},?\s+\(?)?"
    year = rf"(?:,?\s+(?:of\s+)?(?P<y>{_Y}|(?:last|this|next)\s+year))?"
    lines: tuple[tuple[str, _Reader], ...] = (
        (r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)", readers.numeric),  # 2025-09-24
        (r"(?P<d>\d\d?)\.(?P<m>\d\d?)\.(?P<y>\d{4})(?!\d)", readers.numeric),  # 24.9.2025
        (r"(?P<d>\d\d?)/(?P<m>\d\d?)/(?P<y>\d{4})(?!\d)", readers.slashed),  # 24/9/2025
        (
            rf"{weekday}(?P<d>{_D})\s+(?:of\s+)?(?P<m>{_M}){year}",
            readers.exact,
        ),  # Wednesday, 24 September
        (rf"{weekday}(?P<m>{_M})\s+(?P<d>{_D}){year}", readers.exact),  # Sep 24, 2025
        (
            rf"{_FROM}(?P<d>{_D}){_TO}(?P<e>{_D})\s+(?:of\s+)?(?P<m>{_M}){year}",
            readers.within_month,
        ),  # 5-6 April
        (
            rf"{_FROM}(?P<m>{_M})\s+(?P<d>{_D}){_TO}(?P<e>{_D}){year}",
            readers.within_month,
        ),  # September 22-23
        (
            rf"{_FROM}(?P<d>{_D})\s+(?P<m>{_M}){_TO}(?P<e>{_D})\s+(?P<n>{_M}){year}",
            readers.over_months,
        ),
        (
            rf"{_FROM}(?P<m>{_M})\s+(?P<d>{_D}){_TO}(?P<n>{_M})\s+(?P<e>{_D}){year}",
            readers.over_months,
        ),
        (
            (
                rf"(?P<q>(?:(?:(?:at|by|towards?)\s+)?the\s+(?:end|start|beginning|middle)\s+of|in|since|during|of|for|by|until|last|this|next|early|late|mid|effective)[\s-]+"
                rf"(?:last\s+|early\s+|late\s+|mid[\s-]+)?)(?P<m>{_M})(?!\s+\d\d?(?!\d)){year}"
            ),
            readers.only_month,
        ),  # last August
        (
            rf"(?P<q>)(?P<m>{_M}),?\s+(?:of\s+)?(?P<y>{_Y}|(?:last|this|next)\s+year)",
            readers.only_month,
        ),  # May 2024
        (
            rf"(?:on\s+)?{_FROM}(?P<w>{_W})(?P<t>{_TO})(?P<x>{_W})(?![\w-])",
            readers.weekdays,
        ),  # from Monday to Wednesday
        (
            rf"(?:on\s+)?(?:(?P<q>last|next|this)\s+)?(?P<w>{_W})(?![\w-])(?!\s*(?:,|\()\s*(?:{_D}|{_M}))",
            readers.weekday,
        ),
        (
            (
                r"(?:over|at|on|during|(?P<q>last|next|this|coming))\s+(?:the\s+)?"
                r"(?:(?P<r>past|last|next|coming)\s+)?weekend(?!\w)"
            ),
            readers.weekend,
        ),  # over the weekend
        (
            (
                r"(?:today|tonight|this\s+(?:morning|afternoon|evening)|(?:the\s+day\s+before\s+)?yesterday"
                r"|(?:the\s+day\s+after\s+)?tomorrow|last\s+night)(?!\w)"
            ),
            readers.near,
        ),
        (r"(?:on\s+)?the\s+(?P<q>previous|next|following|same)\s+day(?!\w)", readers.beside_told),
        (
            r"the\s+day\s+(?P<q>before|after)(?!\s+(?:yesterday|tomorrow))(?!\w)",
            readers.beside_told,
        ),
        (
            r"(?:earlier|later)\s+(?:in\s+the|that|the\s+same)\s+day|in\s+the\s+(?:morning|afternoon|evening)",
            readers.in_the_day,
        ),
        (
            (
                r"(?:(?:earlier|later|early|late)\s+)?(?:in\s+|at\s+the\s+end\s+of\s+)?(?:the\s+)?"
                r"(?P<q>last|this|next|previous|coming)\s+(?P<u>week|month|year)(?!\w)"
            ),
            readers.period,
        ),  # later this year
        (
            r"(?P<q>last|this|next)\s+(?P<s>spring|summer|autumn|fall|winter)(?!\w)",
            readers.season,
        ),  # last autumn
        (
            rf"(?<!half\s)(?P<n>{_N})\s+(?P<u>day|week|month|year)s?\s+(?P<q>ago|later|earlier)(?!\w)",
            readers.apart,
        ),  # two days ago
        (
            rf"on\s+the\s+(?P<d>\d\d?(?:st|nd|rd|th))(?!\s+(?:of\s+)?{_M})(?!\w)",
            readers.day_of_month,
        ),  # on the 14th
        (
            (
                r"(?:in|during|since|by|until|early|mid|late|summer|spring|autumn|fall|winter|year)"
                rf"(?:\s+(?:the\s+(?:year|end|start|beginning)\s+of|the\s+year|early|mid|late|of)|(?<=mid)-)?"
                rf"[\s-]+(?P<y>{_Y})(?!\s*[-/])"
            ),
            readers.year,
        ),  # in 2019, late 2019, in the summer of 2019
        (rf"(?:in\s+)?(?:Q(?P<k>[1-4])\s+(?:of\s+)?(?P<y>{_Y}))", readers.quarter),  # Q2 2025
        (
            rf"the\s+(?P<k>first|second|third|fourth|last)\s+(?P<u>quarter|half)\s+of\s+(?P<y>{_Y})",
            readers.part_of_year,
        ),  # the first half of 2025
    )
    return tuple((re.compile(rf"(?<![\w-]){line}", re.IGNORECASE), read) for line, read in lines)
