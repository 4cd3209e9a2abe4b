from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relgraph.articles.dates import iso_date


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        pytest.param("2025-09-24", "2025-09-24", id="day"),
        pytest.param("2025-09", "2025-09", id="month"),
        pytest.param("2025", "2025", id="year"),
        pytest.param("2025-9-4", "2025-09-04", id="without-zeros"),
        pytest.param("2025-09-24T10:00Z", "2025-09-24", id="time"),
        pytest.param("2025-09-24T23:30:00+05:30", "2025-09-24", id="zone-moves-no-day"),
        pytest.param("2025-09-24 10:15:00", "2025-09-24", id="time-after-blank"),
        pytest.param("2025/09/24", "2025-09-24", id="slashes"),
        pytest.param("20250924", "2025-09-24", id="digits"),
        pytest.param("20250924T101500Z", "2025-09-24", id="digits-and-time"),
        pytest.param("24 Sep 2025", "2025-09-24", id="short-month"),
        pytest.param("24th September, 2025", "2025-09-24", id="ordinal"),
        pytest.param("24-Sep-2025", "2025-09-24", id="hyphens-and-month"),
        pytest.param("Sept. 24, 2025", "2025-09-24", id="american"),
        pytest.param("Wednesday, September 24, 2025", "2025-09-24", id="day-of-week"),
        pytest.param("Wed, 24 Sep 2025 10:00:00 GMT", "2025-09-24", id="mail"),
        pytest.param("September 24, 2025, 10.15 am IST", "2025-09-24", id="american-with-time"),
        pytest.param("September 2025", "2025-09", id="month-and-year"),
        pytest.param("24.09.2025", "2025-09-24", id="german"),
        pytest.param("24/09/2025", "2025-09-24", id="day-first"),
        pytest.param("09/24/2025", "2025-09-24", id="month-first"),
        pytest.param("29 Feb 2024", "2024-02-29", id="leap-day"),
        pytest.param(" 2025-09-24\n", "2025-09-24", id="blanks"),
    ],
)
def test_iso_date(written: str, iso: str) -> None:
    assert iso_date(written) == iso


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("", id="nothing"),
        pytest.param("05/09/2025", id="day-or-month"),
        pytest.param("2025-13", id="month-13"),
        pytest.param("2025-02-30", id="february-30"),
        pytest.param("29 Feb 2025", id="no-leap-year"),
        pytest.param("24 Sep", id="no-year"),
        pytest.param("24 Sep 25", id="short-year"),
        pytest.param("yesterday", id="relative"),
        pytest.param("1758672000", id="seconds"),
        pytest.param("0000-01-01", id="year-0"),
        pytest.param("2025-09-24/2025-09-26", id="interval"),
        pytest.param("٢٠٢٥-٠٩-٢٤", id="arabic-digits"),
        pytest.param("Published 2025-09-24", id="words-before"),
    ],
)
def test_no_clear_date(written: str) -> None:
    assert iso_date(written) == ""


@given(st.dates(min_value=date(1600, 1, 1), max_value=date(2099, 12, 31)))
def test_written_in_many_ways_it_is_one_day(day: date) -> None:
    iso = day.isoformat()
    assert iso_date(iso) == iso_date(f"{day:%d %B %Y}") == iso_date(f"{day:%b %d, %Y}") == iso


@given(st.text())
def test_what_is_returned_is_a_date(text: str) -> None:
    found = iso_date(text)
    assert iso_date(found) == found
