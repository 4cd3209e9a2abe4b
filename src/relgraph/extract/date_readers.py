"""Turn one expression of time, found by its pattern, into an ISO date.

A reader returns None where the words are no date after all, and nothing where they are one that
cannot be known.
"""

import calendar
import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

MONTHS = "january february march april may june july august september october november december"
WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
NUMBERS = "one two three four five six seven eight nine ten eleven twelve"
# Which day is meant depends on the tense, so each expression is read in all three.
PAST, NEAREST, COMING = -1, 0, 1
# The month in which a season begins, north of the equator.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
# A day told that is further back is background, and not the day of the story.
THESE_DAYS = timedelta(7)

_MONTH_NUMBER = {name[:3]: index for index, name in enumerate(MONTHS.split(), start=1)}
_WEEKDAY_NUMBER = {name: index for index, name in enumerate(WEEKDAYS.split())}
_NUMBER = {name: index for index, name in enumerate(NUMBERS.split(), start=1)} | {"a": 1, "an": 1}


@dataclass(frozen=True, slots=True)
class Now:
    """What an expression is read against; 0 where a part is not known."""

    year: int
    month: int
    day: int
    # The last day that the text gave: "the previous day" counts from it.
    told: str
    # The latest of these days that is not to come: "in the afternoon" is of it.
    latest: str
    # A year that the same sentence gives to its other dates.
    beside: int
    tense: int

    @property
    def today(self) -> date | None:
        """The day of the report, where it is known."""
        return date(self.year, self.month, self.day) if self.day else None


def is_calendar(iso: str) -> bool:
    """Tell whether *iso* is a day or a month that can be counted from."""
    return len(iso) in (7, 10) and iso[0].isdigit()


def parts(iso: str) -> tuple[int, int, int]:
    """Return year, month and day of *iso*, or of its first day; 0 for what it lacks."""
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


def _year_of(month: int, day: int, now: Now) -> int:
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
    """Join two days; nothing where no year can be known, since an interval needs one."""
    if begin and begin.startswith("XXXX"):
        return ""
    return f"{begin}/{end}" if begin and end else None


def _named_year(words: str | None, now: Now) -> int:
    """Read "2024", "last year" or nothing; -1 for a year that cannot be known."""
    if not words:
        return 0
    if words.isdigit():
        return int(words)
    step = {"last": -1, "this": 0, "next": 1}[words.split()[0].lower()]
    return now.year + step if now.year else -1


def exact(match: re.Match[str], now: Now) -> str | None:
    """Read "24 September", "Sep 24, 2025"."""
    month, day = _month(match["m"]), _day(match["d"])
    if not 1 <= day <= 31:
        return None
    year = _named_year(match["y"], now) or _year_of(month, day, now)
    return _iso(max(year, 0), month, day)


def within_month(match: re.Match[str], now: Now) -> str | None:
    """Read "September 22-23", "from 22 to 24 September"."""
    month, first, last = _month(match["m"]), _day(match["d"]), _day(match["e"])
    year = _named_year(match["y"], now) or _year_of(month, first, now)
    if not first < last:
        return None
    return _interval(_iso(max(year, 0), month, first), _iso(max(year, 0), month, last))


def over_months(match: re.Match[str], now: Now) -> str | None:
    """Read "from 30 August to 2 September"."""
    begin, end = (_month(match["m"]), _day(match["d"])), (_month(match["n"]), _day(match["e"]))
    year = _named_year(match["y"], now) or _year_of(*begin, now)
    year = max(year, 0)
    later = year + 1 if year and end < begin else year
    return _interval(_iso(year, *begin), _iso(later, *end))


def only_month(match: re.Match[str], now: Now) -> str | None:
    """Read "in May", "last August", "February last year"."""
    month = _month(match["m"])
    word = (match["q"] or "").split()[0].lower() if match["q"] else ""
    tense = {"last": PAST, "next": COMING}.get(word, now.tense)
    shifted = replace(now, tense=tense)
    year = _named_year(match["y"], now) or _year_of(month, 0, shifted)
    if not match["y"] and word in ("last", "next") and now.month == month and year == now.year:
        year += tense
    return _iso(year, month) if year > 0 else ""


def weekday(match: re.Match[str], now: Now) -> str | None:
    """Read "on Monday", "last Monday", "next Monday"."""
    today = now.today
    if today is None:
        return ""
    word = (match["q"] or "").lower()
    back = (today.weekday() - _WEEKDAY_NUMBER[match["w"].lower()]) % 7
    if word == "next" or (now.tense == COMING and word != "last"):
        ahead = -back % 7
        return (today + timedelta(ahead or (7 if word == "next" else 0))).isoformat()
    return (today - timedelta(back or (7 if word == "last" else 0))).isoformat()


def weekdays(match: re.Match[str], now: Now) -> str | None:
    """Read "from Monday to Wednesday": the last such days that have begun, or the coming ones."""
    if now.today is None:
        return ""
    first, last = (_WEEKDAY_NUMBER[match[part].lower()] for part in "wx")
    if match["t"].strip() == "and" and (last - first) % 7 != 1:
        return None  # "on Monday and Thursday" are two days, not four
    back = (now.today.weekday() - first) % 7
    begin = now.today + timedelta(-back % 7 if now.tense == COMING else -back)
    return f"{begin.isoformat()}/{(begin + timedelta((last - first) % 7)).isoformat()}"


def weekend(match: re.Match[str], now: Now) -> str | None:
    """Read "over the weekend", "last weekend", "next weekend": a Saturday with its Sunday."""
    if now.today is None:
        return ""
    word = (match["q"] or match["r"] or "").lower()
    saturday = now.today - timedelta(now.today.weekday() - 5)
    is_past = word in ("last", "past") or (not word and now.tense != COMING)
    if is_past and saturday > now.today:
        saturday -= timedelta(7)
    if word == "next" and now.today.weekday() >= 5:
        saturday += timedelta(7)
    return f"{saturday.isoformat()}/{(saturday + timedelta(1)).isoformat()}"


def near(match: re.Match[str], now: Now) -> str | None:
    """Read "today", "yesterday" and "tomorrow", with their parts of a day."""
    word = match[0].lower()
    step = -1 if "yesterday" in word or "last night" in word else 1 if "tomorrow" in word else 0
    if word.startswith("the day"):
        step *= 2
    return (now.today + timedelta(step)).isoformat() if now.today else ""


def beside_told(match: re.Match[str], now: Now) -> str | None:
    """Read "the previous day", "the same day": a day beside the last one told, else today."""
    word = match["q"].lower()
    step = (
        -1 if word in ("previous", "before") else 1 if word in ("next", "following", "after") else 0
    )
    told = now.told if len(now.told) == 10 else ""
    if told:
        return (date.fromisoformat(told) + timedelta(step)).isoformat()
    return (now.today + timedelta(step)).isoformat() if now.today else ""


def in_the_day(match: re.Match[str], now: Now) -> str | None:  # noqa: ARG001 - one signature
    """Read "earlier in the day": the latest day told, if it is one of these days, else today."""
    if now.today is None:
        return ""
    if now.latest and now.today - date.fromisoformat(now.latest) < THESE_DAYS:
        return now.latest
    return now.today.isoformat()


def period(match: re.Match[str], now: Now) -> str | None:
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


def _shift_months(now: Now, step: int) -> str:
    if not now.month:
        return ""
    months = now.year * 12 + now.month - 1 + step
    return f"{months // 12:04d}-{months % 12 + 1:02d}"


def apart(match: re.Match[str], now: Now) -> str | None:
    """Read "two weeks ago", "five months later"."""
    count, unit, word = _count(match["n"]), match["u"].lower(), match["q"].lower()
    step = count if word in ("later", "after") else -count
    from_told = word != "ago" and bool(now.told)
    year, month, day = parts(now.told) if from_told else (now.year, now.month, now.day)
    if unit == "year":
        return f"{year + step:04d}" if year else ""
    if unit == "month":
        return _shift_months(replace(now, year=year, month=month, day=day), step)
    if not day:
        return ""
    return (date(year, month, day) + timedelta(step * (7 if unit == "week" else 1))).isoformat()


def day_of_month(match: re.Match[str], now: Now) -> str | None:
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
    year, month, _ = parts(_shift_months(now, step))
    return _iso(year, month, day)


def year(match: re.Match[str], now: Now) -> str | None:  # noqa: ARG001 - one signature
    """Read "in 2019"."""
    return match["y"]


def quarter(match: re.Match[str], now: Now) -> str | None:  # noqa: ARG001 - one signature
    """Read "Q2 2025"."""
    first = 3 * int(match["k"]) - 2
    return f"{match['y']}-{first:02d}/{match['y']}-{first + 2:02d}"


def season(match: re.Match[str], now: Now) -> str | None:
    """Read "last autumn" as its year, which is what a calendar has of it."""
    if not now.month:
        return ""
    first = SEASONS[match["s"].lower()]
    word = match["q"].lower()
    if word == "last":
        return f"{now.year if now.month > first + 2 else now.year - 1:04d}"
    if word == "next":
        return f"{now.year if now.month < first else now.year + 1:04d}"
    return f"{now.year:04d}"


def part_of_year(match: re.Match[str], now: Now) -> str | None:  # noqa: ARG001 - one signature
    """Read "the first quarter of 2025", "the second half of 2025"."""
    months = 3 if match["u"].lower() == "quarter" else 6
    count = 12 // months
    order = ("first", "second", "third", "fourth")[:count]
    word = match["k"].lower()
    if word != "last" and word not in order:
        return None
    end = months * (count if word == "last" else order.index(word) + 1)
    return f"{match['y']}-{end - months + 1:02d}/{match['y']}-{end:02d}"


def slashed(match: re.Match[str], now: Now) -> str | None:  # noqa: ARG001 - one signature
    """Read "24/9/2025" and "9/24/2025"; nothing of "4/9/2025", which may be either."""
    first, second = int(match["d"]), int(match["m"])
    if min(first, second) > 12 or max(first, second) > 31 or not first or not second:
        return None
    if first <= 12 and second <= 12 and first != second:
        return match["y"]
    return _iso(int(match["y"]), min(first, second), max(first, second))


def numeric(match: re.Match[str], now: Now) -> str | None:  # noqa: ARG001 - one signature
    """Read "2025-09-24" and "24.9.2025"."""
    month, day = int(match["m"]), int(match["d"])
    return _iso(int(match["y"]), month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
