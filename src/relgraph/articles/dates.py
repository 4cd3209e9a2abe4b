"""Read the publication date that an article came with."""

import re
from datetime import date

# "Wednesday, September 24, 2025, 10.15 am Indian Standard Time", and room to spare.
LONGEST_DATE = 100

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>1[6-9]\d\d|20\d\d)"
_TIME = r"(?:[T ,]+(?:at )?\d.*)?"  # "T10:00Z", " 10:00:00 GMT", ", 10.15 am IST"
_DAY_NAME = r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*[,.]? +)?"

_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.ASCII)
    for form in (
        # such as "2025", "2025-09", "2025-09-24T10:00Z", "2025/9/24"
        rf"{_YEAR}(?:(?P<part>[-/.])(?P<m>\d\d?)(?:(?P=part)(?P<day>\d\d?){_TIME})?)?",
        # the same without hyphens
        rf"{_YEAR}(?P<m>\d\d)(?P<day>\d\d){_TIME}",
        # as in "24 Sep 2025", "Wed, 24 Sep 2025 10:00:00 GMT", "September 2025"
        rf"{_DAY_NAME}(?:(?P<day>\d\d?)(?:st|nd|rd|th)?[ -]+)?(?:of )?{_MONTH}[ ,-]+{_YEAR}{_TIME}",
        # "Sep 24, 2025", "Wednesday, September 24, 2025"
        rf"{_DAY_NAME}{_MONTH} +(?P<day>\d\d?)(?:st|nd|rd|th)?,? +{_YEAR}{_TIME}",
        # "24.09.2025"
        rf"(?P<day>\d\d?)\.(?P<m>\d\d?)\.{_YEAR}{_TIME}",
        # "24/09/2025" and "09/24/2025", where only one reading is a date
        rf"(?P<day>1[3-9]|2\d|3[01])[-/](?P<m>\d\d?)[-/]{_YEAR}{_TIME}",
        rf"(?P<m>\d\d?)[-/](?P<day>1[3-9]|2\d|3[01])[-/]{_YEAR}{_TIME}",
    )
)


def iso_date(written: str) -> str:
    """Return *written* as ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; nothing if it is no clear date.

    The day is the one that stands there: a time zone does not move it.

    >>> iso_date("2025-09-24T23:30:00+05:30"), iso_date("24 Sep 2025"), iso_date("September 2025")
    ('2025-09-24', '2025-09-24', '2025-09')
    >>> iso_date("05/09/2025"), iso_date("2025-02-30"), iso_date("yesterday")
    ('', '', '')
    """
    if len(written) > LONGEST_DATE:
        return ""
    matches = (form.fullmatch(written.strip()) for form in _FORMS)
    found = next(filter(None, matches), None)
    if found is None:
        return ""
    parts = found.groupdict()
    month = parts.get("m") or _month_number(parts.get("month"))
    return _checked(parts["year"], month, parts.get("day"))


def _month_number(name: str | None) -> str | None:
    return str(_MONTHS.index(name[:3].lower()) + 1) if name else None


def _checked(year: str, month: str | None, day: str | None) -> str:
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return ""
    numbers = [year, *(f"{int(part):02}" for part in (month, day) if part)]
    return "-".join(numbers)
