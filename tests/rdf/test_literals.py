"""Dates, spans and numbers as literals."""

import pyoxigraph as ox
import pytest

from relgraph.errors import InputError
from relgraph.rdf.literals import (
    bounds,
    confidence_literal,
    date_literal,
    iso_date,
    month_literal,
    read_span,
)

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("iso", "expected"),
    [
        pytest.param("2025-09-22", ("2025-09-22", "2025-09-22"), id="day"),
        pytest.param("2024-02", ("2024-02-01", "2024-02-29"), id="month-of-leap-year"),
        pytest.param("2025", ("2025-01-01", "2025-12-31"), id="year"),
        pytest.param("2025-09-22/2025-09-23", ("2025-09-22", "2025-09-23"), id="interval"),
        pytest.param("2025-09/2025-10", ("2025-09-01", "2025-10-31"), id="interval-of-months"),
        pytest.param("XXXX-02-29", ("", ""), id="day-of-no-year"),
        pytest.param("", ("", ""), id="none"),
    ],
)
def test_bounds_are_the_first_and_last_day(iso: str, expected: tuple[str, str]) -> None:
    assert bounds(iso) == expected


@pytest.mark.parametrize(
    "iso",
    [
        pytest.param("2025-02-30", id="no-such-day"),
        pytest.param("2025-13", id="no-such-month"),
        pytest.param("0000", id="year-nought"),
        pytest.param("XXXX-09", id="month-of-no-year"),
        pytest.param("2025-09-23/2025-09-22", id="backwards"),
        pytest.param("2025-09-23/", id="half-an-interval"),
        pytest.param("last Tuesday", id="words"),
        pytest.param("２０２５-09-22", id="digits-of-another-script"),
    ],
)
def test_what_is_no_date_is_refused_in_one_line(iso: str) -> None:
    with pytest.raises(InputError, match="no date"):
        bounds(iso)


@pytest.mark.parametrize(
    ("iso", "value", "datatype"),
    [
        pytest.param("2025-09-22", "2025-09-22", "date", id="day"),
        pytest.param("2025-09", "2025-09", "gYearMonth", id="month"),
        pytest.param("2025", "2025", "gYear", id="year"),
        pytest.param("XXXX-09-22", "--09-22", "gMonthDay", id="day-of-no-year"),
    ],
)
def test_a_date_keeps_its_exactness_both_ways(iso: str, value: str, datatype: str) -> None:
    literal = date_literal(iso)

    assert literal == ox.Literal(value, datatype=ox.NamedNode(XSD + datatype))
    assert iso_date(literal) == iso


def test_an_interval_is_no_single_date() -> None:
    assert date_literal("2025-09-22/2025-09-23") is None


@pytest.mark.parametrize(
    ("iso", "month"),
    [
        pytest.param("2025-09-22", "2025-09", id="day"),
        pytest.param("2025-09-22/2025-09-23", "2025-09", id="interval-within"),
        pytest.param("2025-09-30/2025-10-01", None, id="interval-across"),
        pytest.param("2025", None, id="year"),
        pytest.param("XXXX-09-22", None, id="day-of-no-year"),
    ],
)
def test_a_month_is_given_where_all_falls_in_it(iso: str, month: str | None) -> None:
    literal = month_literal(iso)

    assert (literal.value if literal else None) == month


@pytest.mark.parametrize(
    "literal",
    [
        pytest.param(ox.Literal("2025-09-22"), id="string"),
        pytest.param(ox.Literal("2025", datatype=ox.NamedNode(f"{XSD}date")), id="year-as-date"),
        pytest.param(ox.Literal("2025-09-22T00:00:00", datatype=ox.NamedNode(f"{XSD}dateTime"))),
    ],
)
def test_a_literal_that_is_no_date_is_refused(literal: ox.Literal) -> None:
    with pytest.raises(InputError, match="no date"):
        iso_date(literal)


@pytest.mark.parametrize(
    ("confidence", "written"),
    [
        pytest.param(0.5, "0.5", id="half"),
        pytest.param(1.0, "1", id="one"),
        pytest.param(0.0, "0", id="nought"),
        pytest.param(1 / 3, "0.333", id="third"),
        pytest.param(0.00001, "0", id="tiny"),
    ],
)
def test_a_confidence_is_written_as_a_store_keeps_it(confidence: float, written: str) -> None:
    literal = confidence_literal(confidence)
    store = ox.Store()
    store.add(ox.Quad(ox.NamedNode("https://e.org/s"), ox.NamedNode("https://e.org/p"), literal))

    assert literal.value == written
    assert [quad.object for quad in store] == [literal]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("15", id="one-number"),
        pytest.param("9,3", id="backwards"),
        pytest.param("-1,3", id="negative"),
        pytest.param("01,3", id="not-canonical"),
        pytest.param("1,99999999999999999999", id="beyond-any-text"),
    ],
)
def test_what_is_no_span_is_refused(value: str) -> None:
    with pytest.raises(InputError, match="no stretch of text"):
        read_span(value)
