import pytest

from relgraph.extract.cast import Dateline
from relgraph.extract.datelines import agency, dateline


@pytest.mark.parametrize(
    ("text", "place", "date", "report"),
    [
        pytest.param(
            "date 2025-03-04 Port Louis, Mar 4 The minister left.",
            "Port Louis", "2025-03-04", "The minister left.", id="crawled, with ISO date",
        ),
        pytest.param("RABAT (MAP) – The king left.", "RABAT", "", "The king left.", id="agency"),
        pytest.param(
            "Abu Dhabi, 6 Feb. 2025 (WAM) -- Sheikh Saif met them.",
            "Abu Dhabi", "2025-02-06", "Sheikh Saif met them.", id="day, month, year, agency",
        ),
        pytest.param(
            "LUANDA, July 21 — Four came.", "LUANDA", "2024-07-21", "Four came.", id="no year",
        ),
        pytest.param(
            "Tokyo, Dec. 31 (Kyodo) — The year ends.",
            "Tokyo", "2023-12-31", "The year ends.", id="last year's December",
        ),
        pytest.param(
            "CAIRO - 7 July 2022: The company signed.",
            "CAIRO", "2022-07-07", "The company signed.", id="date behind the dash",
        ),
        pytest.param(
            "Muscat [Oman], January 22 (BNI): Talks began.",
            "Muscat", "2024-01-22", "Talks began.", id="country in brackets",
        ),
        pytest.param(
            "AARHUS, Denmark, and CAIRO, March 5, 2024 (Newsline) – A deal.",
            "AARHUS", "2024-03-05", "A deal.", id="two cities",
        ),
        pytest.param("PUNE: The firm won.", "PUNE", "", "The firm won.", id="colon"),
        pytest.param(
            "London: The envoy won.", "London", "", "The envoy won.", id="colon, first line"
        ),
        pytest.param("SEOUL—Ministers met.", "SEOUL", "", "Ministers met.", id="tight dash"),
        pytest.param(
            "Ulaanbaatar /MONTSAME/ President Khurelsukh left.",
            "Ulaanbaatar", "", "President Khurelsukh left.", id="agency between slashes",
        ),
        pytest.param(
            "Talks resume\n\nBERLIN, 3 May (dpa) - The two met.",
            "BERLIN", "2024-05-03", "The two met.", id="under a headline",
        ),
    ],
)  # fmt: skip
def test_reads(text: str, place: str, date: str, report: str) -> None:
    found = dateline(text, published="2024-08-01")
    assert (found.place, found.date) == (place, date)
    assert text[found.end :] == report


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Honduras-based airline Easy Sky signed.", id="hyphen in a word"),
        pytest.param("Rovers – who had lost – travel on.", id="parenthesis"),
        pytest.param("The European Union and Namibia signed.", id="plain sentence"),
        pytest.param("NOTE: The king left.", id="shouted label"),
        pytest.param("Media contact: Lars van Rijn", id="label"),
        pytest.param("", id="empty"),
        pytest.param("\n\n  \n", id="blank"),
    ],
)
def test_finds_none(text: str) -> None:
    assert dateline(text, published="2024-01-01") == Dateline()


def test_takes_the_date_of_a_line_of_its_own() -> None:
    found = dateline("December 5, 2023\n\n1. The minister called.")
    assert (found.place, found.date) == ("", "2023-12-05")


def test_leaves_an_unknown_year_open() -> None:
    assert dateline("LIMA, Nov. 14 (EFE) -- A port.").date == "XXXX-11-14"


def test_names_the_agency() -> None:
    text = "Muscat, January 22 (Oman Wire): Talks began (at last)."
    span = agency(text, dateline(text).end)
    assert span is not None
    assert text[slice(*span)] == "Oman Wire"
