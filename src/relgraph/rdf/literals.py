"""ISO dates, spans and numbers as literals, in the form that a store keeps."""

import re
from calendar import monthrange
from datetime import date

import pyoxigraph as ox

from relgraph.errors import InputError
from relgraph.model import Span
from relgraph.rdf.vocabulary import term

# A confidence is a hint, not a measurement: three digits.
CONFIDENCE_DIGITS = 3

_DATE = term("xsd:date")
_MONTH = term("xsd:gYearMonth")
_YEAR = term("xsd:gYear")
_MONTH_DAY = term("xsd:gMonthDay")
_INTEGER = term("xsd:integer")
_DECIMAL = term("xsd:decimal")

_ISO = re.compile(
    r"(?P<year>\d{4}|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?", re.ASCII
)  # "2025-09-22"
_SPAN = re.compile(r"(?P<begin>0|[1-9][0-9]{0,9}),(?P<end>0|[1-9][0-9]{0,9})")  # "1502,1514"
_LEAP_YEAR = 2000
_LAST_MONTH = 12


def bounds(iso: str) -> tuple[str, str]:
    """Return the first and last day that *iso* can mean; both empty where it has no year.

    >>> bounds("2025-09")
    ('2025-09-01', '2025-09-30')
    >>> bounds("2025-09-22/2025-09-23")
    ('2025-09-22', '2025-09-23')
    >>> bounds("XXXX-09-22")
    ('', '')

    Raises:
        InputError: where *iso* is none of the dates that the model knows, or no day of a calendar.
    """
    if not iso:
        return "", ""
    begin, slash, end = iso.partition("/")
    start, finish = _single(begin)
    if not slash:
        return start, finish
    finish = _single(end)[1]
    if not start or not finish or start > finish:
        raise _no_date(iso)
    return start, finish


def date_literal(iso: str) -> ox.Literal | None:
    """Write a date as exactly as it is known; None for an interval and for no date.

    >>> date_literal("XXXX-09-22").datatype.value
    'http://www.w3.org/2001/XMLSchema#gMonthDay'
    """
    if not iso or "/" in iso:
        return None
    _single(iso)
    if iso.startswith("XXXX"):
        return ox.Literal(f"-{iso.removeprefix('XXXX')}", datatype=_MONTH_DAY)
    return ox.Literal(iso, datatype={4: _YEAR, 7: _MONTH, 10: _DATE}[len(iso)])


def month_literal(iso: str) -> ox.Literal | None:
    """Write the month in which all of *iso* falls; None where it does not fall in one.

    >>> month_literal("2025-09-22/2025-09-23").value
    '2025-09'
    """
    start, end = bounds(iso)
    return ox.Literal(start[:7], datatype=_MONTH) if start and start[:7] == end[:7] else None


def iso_date(literal: ox.Literal) -> str:
    """Read a date back, without interval.

    Raises:
        InputError: where it is no date.
    """
    iso = literal.value
    if literal.datatype == _MONTH_DAY:
        iso = f"XXXX{iso[1:]}"
    if date_literal(iso) != literal:
        raise _no_date(literal.value)
    return iso


def integer(number: int) -> ox.Literal:
    """Write a whole number."""
    return ox.Literal(str(number), datatype=_INTEGER)


def confidence_literal(confidence: float) -> ox.Literal:
    """Write a confidence as a decimal in the shortest form, which is what stores keep.

    >>> confidence_literal(0.90000001).value, confidence_literal(1.0).value
    ('0.9', '1')
    """
    digits = f"{confidence:.{CONFIDENCE_DIGITS}f}".rstrip("0").rstrip(".")
    return ox.Literal(digits, datatype=_DECIMAL)


def span_text(span: Span) -> str:
    """Write a stretch of text as ``begin,end``."""
    return f"{span.begin},{span.end}"


def read_span(value: str) -> Span:
    """Read ``begin,end``.

    Raises:
        InputError: where it is no stretch of text.
    """
    match = _SPAN.fullmatch(value)
    if match is None or int(match["begin"]) > int(match["end"]):
        raise InputError(f"no stretch of text: {value[:40]!r}", hint="write BEGIN,END")
    return Span(int(match["begin"]), int(match["end"]))


def _single(iso: str) -> tuple[str, str]:
    match = _ISO.fullmatch(iso)
    if match is None:
        raise _no_date(iso)
    unknown = match["year"] == "XXXX"
    if unknown and not match["day"]:
        raise _no_date(iso)
    year = _LEAP_YEAR if unknown else int(match["year"])
    month, day = int(match["month"] or 1), int(match["day"] or 1)
    if not year or not 1 <= month <= _LAST_MONTH or not 1 <= day <= monthrange(year, month)[1]:
        raise _no_date(iso)
    if unknown:
        return "", ""
    last_month = month if match["month"] else _LAST_MONTH
    last_day = day if match["day"] else monthrange(year, last_month)[1]
    return date(year, month, day).isoformat(), date(year, last_month, last_day).isoformat()


def _no_date(iso: str) -> InputError:
    hint = "write YYYY, YYYY-MM, YYYY-MM-DD, XXXX-MM-DD or an interval of them"
    return InputError(f"no date: {iso[:40]!r}", hint=hint)
