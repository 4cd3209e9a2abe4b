"""Read where and when a report was filed from its first lines.

Agencies write datelines in many ways: ``RABAT (MAP) –``, ``LUANDA, July 21 —``,
``date 2025-09-24 New Delhi, Sep 24``, ``CAIRO - 7 July 2022:``, ``Ulaanbaatar /MONTSAME/``.
"""

import re

from relgraph import gazetteer
from relgraph.extract.cast import Dateline
from relgraph.extract.date_readers import MONTHS

# A dateline may stand under a headline and a line of office, seldom lower.
LINES_READ = 4
# A line that holds a date and little else: "Posted On: 12 NOV 2024 6:41PM by GID Delhi".
SHORT_LINE = 60

_SHORT_MONTHS = tuple(name[:3] for name in MONTHS.split())
_MONTH = (
    r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_DAY_FIRST = rf"{_DAY}\s+(?:of\s+)?{_MONTH}(?:,?\s+{_YEAR})?"  # "6th February, 2025"
_MONTH_FIRST = rf"{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?"  # "Sep 24", "December 5, 2023"
_DAY_FIRST_DATE = re.compile(_DAY_FIRST, re.IGNORECASE)
_MONTH_FIRST_DATE = re.compile(_MONTH_FIRST, re.IGNORECASE)
_ISO_LEAD = re.compile(r"\s*(?:date\s+)?(?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d)[ \t]+(?=[A-Z])")

_WORD = r"(?:[^\W\d_a-zß-ÿ][\w'’.\-]*)"
_NAME = rf"{_WORD}(?:[ \t]+(?:(?:de|del|la|al|el|es|of)[ \t]+)?{_WORD}){{0,3}}"
# Such as: AARHUS, Denmark, and CAIRO; Muscat [Oman]; New Delhi.
_PLACE = re.compile(
    rf"\s*(?P<place>{_NAME}?)(?P<more>[ \t]*\[[^\]\n]+\]|[ \t]*\([^)\n]{{2,30}}\)(?=[, ]*\d)"
    rf"|(?:,?[ \t]+and[ \t]+|(?<=\w)/(?=\w)|,[ \t]+)(?!{_MONTH}[ \t,]){_NAME}){{0,3}}"
    rf"(?=[ \t]*(?:,|[([/]|--?[ \t]|[–—:]))",
)
_AGENCY = re.compile(r"[ \t]*,?[ \t]*(?:\((?P<round>[^()\n]{2,40})\)|/(?P<slash>[^/\n]{2,30})/)")
_DASH = re.compile(r"\.?[ \t]*(?:[–—]|--?(?=[ \t]))[ \t]*")  # " – ", ".- "
_COLON = re.compile(r"[ \t]*:[ \t]+")
_COMMA = re.compile(r"[ \t]*,?[ \t]*")


def dateline(text: str, *, published: str = "") -> Dateline:
    """Find the dateline in the first lines of *text*; *published* lends the year where it fits.

    >>> dateline("RABAT, July 21 (MAP) – The king left.", published="2023-07-22")
    Dateline(place='RABAT', date='2023-07-21', end=23)
    """
    begin, date, end = 0, "", 0
    for _ in range(LINES_READ):
        newline = text.find("\n", begin)
        stop = len(text) if newline < 0 else newline
        found = _of_line(text, begin, stop, published)
        if found.place:
            return Dateline(found.place, found.date or date, found.end)
        if found.date and not date:
            date, end = found.date, found.end
        begin = stop + 1
        while begin < len(text) and text[begin].isspace():
            begin += 1
        if newline < 0 or begin >= len(text):
            break
    return Dateline("", date, end)


def agency(text: str, end: int) -> tuple[int, int] | None:
    """Return where the dateline that stops at *end* names its news agency, or None."""
    line = text.rfind("\n", 0, end) + 1
    found = [match for match in _AGENCY.finditer(text, line, end) if not _any_date(match[0])]
    if not found:
        return None
    group = "round" if found[-1]["round"] else "slash"
    return found[-1].span(group)


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name or its abbreviation.

    >>> month_number("Sept")
    9
    """
    return _SHORT_MONTHS.index(name[:3].lower()) + 1


def _of_line(text: str, begin: int, stop: int, published: str) -> Dateline:
    iso = _ISO_LEAD.match(text, begin, stop)
    date = iso["iso"] if iso else ""
    at = iso.end() if iso else begin
    place = _PLACE.match(text, at, stop)
    if place is None:
        return _dated_line(text, begin, stop, published)
    at = place.end()
    is_shouted = place["place"].isupper()
    agency_match = _AGENCY.match(text, at, stop)
    if agency_match:
        at = agency_match.end()
    # "CAIRO - 7 July 2022:" has its date behind the dash, "Abu Dhabi, 6 Feb. 2025 (WAM) --" before.
    dash = _DASH.match(text, at, stop)
    gap = _COMMA.match(text, dash.end() if dash else at, stop)
    written = _date_at(text, gap.end() if gap else at, stop)
    if written:
        date = date or _iso(written, published)
        at = written.end()
        late = _AGENCY.match(text, at, stop)
        agency_match, at = (late, late.end()) if late else (agency_match, at)
    mark = dash if dash and not written else _DASH.match(text, at, stop)
    mark = mark or _COLON.match(text, at, stop)
    if mark:
        at = max(at, mark.end())
    while text[at : at + 1].isspace():
        at += 1
    begins_sentence = text[at : at + 1].isupper() or text[at : at + 1] in "\"“'‘"
    is_opening = is_shouted or not text[:begin].strip()  # "London: The minister …"
    is_told = bool(written or agency_match) or (is_opening and _is_place(place["place"]))
    is_marked = mark is not None and (":" not in mark[0] or is_told)
    # "NAIROBI, Sept 23 Kenya's minister …"
    is_bare = bool(written) and is_shouted and _is_place(place["place"])
    is_marked = is_marked or is_bare or bool(iso and written) or _is_slashed(agency_match)
    if not begins_sentence or not is_marked:
        return _dated_line(text, begin, stop, published)
    if not (is_shouted or written or agency_match or len(place["place"].split()) <= 2):
        return Dateline()
    return Dateline(place["place"], date, at)


def _is_place(shouted: str) -> bool:
    """Tell whether "PUNE" before a colon is where the report is from, and not "NOTE"."""
    return gazetteer.place(shouted.title()) is not None


def _is_slashed(match: re.Match[str] | None) -> bool:
    return bool(match and match["slash"])


def _dated_line(text: str, begin: int, stop: int, published: str) -> Dateline:
    if stop - begin > SHORT_LINE:
        return Dateline()
    match = _any_date(text[begin:stop])
    return Dateline("", _iso(match, published), stop) if match else Dateline()


def _any_date(line: str) -> re.Match[str] | None:
    return _DAY_FIRST_DATE.search(line) or _MONTH_FIRST_DATE.search(line)


def _date_at(text: str, at: int, stop: int) -> re.Match[str] | None:
    return _DAY_FIRST_DATE.match(text, at, stop) or _MONTH_FIRST_DATE.match(text, at, stop)


def _iso(match: re.Match[str], published: str) -> str:
    month, day = month_number(match["month"]), int(match["day"])
    year = match["year"] or _year(f"{month:02}-{day:02}", published)
    return f"{year}-{month:02}-{day:02}"


def _year(month_day: str, published: str) -> str:
    """Return the year in which *month_day* was last, seen from *published*; else ``XXXX``."""
    if not published:
        return "XXXX"
    year = published[:4]
    # A report of "Dec 31" that appeared on the first of January is of the year before.
    if len(published) == 10 and month_day > published[5:] and month_day[:2] != published[5:7]:
        return f"{int(year) - 1:04}"
    return year
