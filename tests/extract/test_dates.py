"""What words of time mean, checked against a calendar by hand.

24 September 2025 was a Wednesday; 22 September a Monday.
"""

import pytest

from relgraph.extract.dates import When, timeline
from relgraph.model import Span

WEDNESDAY = "2025-09-24"


def read(text: str, published: str = WEDNESDAY) -> tuple[When, ...]:
    return timeline(text, [Span(0, len(text))], published)


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        pytest.param("On Monday, he left.", "On Monday", "2025-09-22", id="weekday-this-week"),
        pytest.param("They met on Friday.", "on Friday", "2025-09-19", id="weekday-last-week"),
        pytest.param("They met on Wednesday.", "on Wednesday", "2025-09-24", id="weekday-same-day"),
        pytest.param("They met last Wednesday.", "last Wednesday", "2025-09-17", id="last-weekday"),
        pytest.param("They met today.", "today", "2025-09-24", id="today"),
        pytest.param("Signed this morning in Rabat.", "this morning", "2025-09-24", id="morning"),
        pytest.param("They met yesterday.", "yesterday", "2025-09-23", id="yesterday"),
        pytest.param("He leaves tomorrow.", "tomorrow", "2025-09-25", id="tomorrow"),
        pytest.param("They met last week.", "last week", "2025-09-15/2025-09-21", id="last-week"),
        pytest.param("They met last month.", "last month", "2025-08", id="last-month"),
        pytest.param("It opens next year.", "next year", "2026", id="next-year"),
        pytest.param("It opened two days ago.", "two days ago", "2025-09-22", id="days-ago"),
        pytest.param("It began 2 weeks ago.", "2 weeks ago", "2025-09-10", id="weeks-ago"),
        pytest.param(
            "He visited September 22-23.", "September 22-23", "2025-09-22/2025-09-23", id="range"
        ),
        pytest.param(
            "He visited from 22 to 24 September.",
            "from 22 to 24 September",
            "2025-09-22/2025-09-24",
            id="range-day-first",
        ),
        pytest.param(
            "It ran from 30 August to 2 September.",
            "from 30 August to 2 September",
            "2025-08-30/2025-09-02",
            id="range-over-months",
        ),
        pytest.param(
            "It was held from July 19 to 20, 2022.",
            "from July 19 to 20, 2022",
            "2022-07-19/2022-07-20",
            id="range-with-year",
        ),
        pytest.param("Signed on Sep 24 in Rabat.", "Sep 24", "2025-09-24", id="short-month"),
        pytest.param(
            "Signed on 6th February, 2025.", "6th February, 2025", "2025-02-06", id="ordinal"
        ),
        pytest.param("Signed on December 5.", "December 5", "2024-12-05", id="day-of-last-year"),
        pytest.param(
            "On Tuesday, 23 September, he left.",
            "On Tuesday, 23 September",
            "2025-09-23",
            id="weekday-and-day",
        ),
        pytest.param("In May 2024 they met.", "In May 2024", "2024-05", id="month-year"),
        pytest.param("He left in August.", "in August", "2025-08", id="month-past"),
        pytest.param("He left in November.", "in November", "2024-11", id="month-of-last-year"),
        pytest.param(
            "He came in February last year.",
            "in February last year",
            "2024-02",
            id="month-last-year",
        ),
        pytest.param("Founded in 2019 by two friends.", "in 2019", "2019", id="year"),
        pytest.param("Due in Q2 2026.", "in Q2 2026", "2026-04/2026-06", id="quarter"),
        pytest.param("Dated 2025-09-02.", "2025-09-02", "2025-09-02", id="iso"),
        pytest.param("Dated 24/9/2024.", "24/9/2024", "2024-09-24", id="day-slash-month"),
        pytest.param("Dated 9/24/2024.", "9/24/2024", "2024-09-24", id="month-slash-day"),
        pytest.param("Dated 4/9/2024.", "4/9/2024", "2024", id="either-order"),
        pytest.param(
            "He stayed from Monday to Wednesday.",
            "from Monday to Wednesday",
            "2025-09-22/2025-09-24",
            id="weekday-range",
        ),
        pytest.param(
            "He stayed Friday through Sunday.",
            "Friday through Sunday",
            "2025-09-19/2025-09-21",
            id="weekday-range-last-week",
        ),
        pytest.param(
            "They met over the weekend.", "over the weekend", "2025-09-20/2025-09-21", id="weekend"
        ),
        pytest.param("It opened last spring.", "last spring", "2025", id="last season"),
        pytest.param("It opened last autumn.", "last autumn", "2024", id="season of last year"),
        pytest.param("It opened in late 2019.", "in late 2019", "2019", id="late-in-a-year"),
        pytest.param(
            "It opened at the end of May.", "at the end of May", "2025-05", id="end-of-month"
        ),
        pytest.param(
            "It opened in the summer of 2019.", "summer of 2019", "2019", id="season-of-a-year"
        ),
        pytest.param(
            "Sales fell in the first quarter of 2025.",
            "the first quarter of 2025",
            "2025-01/2025-03",
            id="quarter-in-words",
        ),
        pytest.param(
            "Sales fell in the second half of 2024.",
            "the second half of 2024",
            "2024-07/2024-12",
            id="half-of-a-year",
        ),
    ],
)
def test_a_past_date_is_the_latest_not_after_publication(text: str, words: str, date: str) -> None:
    [when] = read(text)
    assert (when.words, when.date) == (words, date)


@pytest.mark.parametrize(
    ("text", "coming"),
    [
        pytest.param("He will leave on Monday.", "2025-09-29", id="weekday"),
        pytest.param("He will leave on Wednesday.", "2025-09-24", id="weekday-same-day"),
        pytest.param("He will leave on the 14th.", "2025-10-14", id="day-of-next-month"),
        pytest.param("He will leave on the 28th.", "2025-09-28", id="day-of-this-month"),
        pytest.param("It will open in May.", "2026-05", id="month"),
        pytest.param("It will open on 2 January.", "2026-01-02", id="day"),
        pytest.param("It will open next Monday.", "2025-09-29", id="next-weekday"),
        pytest.param("He will stay from Monday to Wednesday.", "2025-09-29/2025-10-01", id="range"),
        pytest.param("It will open at the weekend.", "2025-09-27/2025-09-28", id="weekend"),
    ],
)
def test_a_coming_date_is_the_first_not_before_publication(text: str, coming: str) -> None:
    [when] = read(text)
    assert when.coming == coming


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("It must open by Friday.", "Friday", id="by"),
        pytest.param("The forum runs until Sunday.", "Sunday", id="until"),
        pytest.param("They meet before 3 May 2026.", "3 May 2026", id="before"),
    ],
)
def test_a_deadline_is_no_date(text: str, words: str) -> None:
    [when] = read(text)
    assert (when.words, when.date, when.coming) == (words, "", "")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Minister may 10 times refuse.", id="may-the-verb"),
        pytest.param("They march 3 abreast.", id="march-the-verb"),
        pytest.param("The 2022 FIFA World Cup in Qatar.", id="year-in-a-name"),
        pytest.param("Exercise Eager Lion 16 had 30 marines.", id="numbers"),
        pytest.param("On 31 February nothing happens.", id="no-such-day"),
        pytest.param("A Monday-like day.", id="compound"),
        pytest.param("It closed half a year ago.", id="no-whole-year"),
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "published", "date"),
    [
        pytest.param("Received on July 10.", "", "XXXX-07-10", id="day-without-year"),
        pytest.param("They met on Monday.", "", "", id="weekday-without-anchor"),
        pytest.param("They met on Monday.", "2022-07", "", id="weekday-in-some-month"),
        pytest.param("It ended on July 13.", "2022-07", "2022-07-13", id="day-with-month"),
        pytest.param("It ended on July 13.", "2022", "2022-07-13", id="day-with-year"),
        pytest.param("They met in May.", "", "", id="month-without-year"),
        pytest.param("He stayed from July 3 to 9.", "", "", id="interval-without-year"),
    ],
)
def test_what_is_not_known_stays_open(text: str, published: str, date: str) -> None:
    [when] = read(text, published)
    assert when.date == date


def test_a_day_beside_one_told() -> None:
    text = "He spoke on 10 May 2022. He met Park the previous day."
    dates = timeline(text, [Span(0, 24), Span(25, len(text))], "2022-05-12")
    assert [when.date for when in dates] == ["2022-05-10", "2022-05-09"]


@pytest.mark.parametrize(
    ("told", "date"),
    [
        pytest.param("He came on Tuesday.", "2025-09-23", id="the day told last"),
        pytest.param("He was born on 3 May 1990.", "2025-09-24", id="not a day of long ago"),
    ],
)
def test_earlier_in_the_day(told: str, date: str) -> None:
    assert read(f"{told} Earlier in the day, he met Park.")[-1].date == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param("She was named chief, effective October 1.", "2025-10-01", id="effective"),
        pytest.param(
            "She was named chief with effect from 1 September.", "2025-09-01", id="with effect from"
        ),
    ],
)
def test_what_takes_effect_does_so_on_the_nearest_such_day(text: str, date: str) -> None:
    assert read(text)[0].date == date


def test_a_month_after_one_told() -> None:
    first, second = read("They met in June 2022 and signed five months later.")
    assert (first.date, second.date) == ("2022-06", "2022-11")


def test_a_year_serves_its_sentence() -> None:
    first, second = read("He saw Turkey on 4 April and Oman from 5-6 April 2016.", "")
    assert (first.date, second.date) == ("2016-04-04", "2016-04-05/2016-04-06")


def test_offsets_are_of_the_whole_text() -> None:
    text = "Short. They met on Monday."
    [when] = timeline(text, [Span(0, 6), Span(7, len(text))], WEDNESDAY)
    assert when.span.of(text) == "on Monday"
