"""Figures are sums over the articles, each with its counts."""

from dataclasses import replace

import pytest

from relgraph.evaluation import Annotation, Count, Figure, Named, Told, figures

MET = Told("met", ("Ana", "Omar"), place="Fez", date="2025-09-22", evidence="Ana met Omar.")
SIGNED = Told("signed", ("Ana",), "treaty", evidence="Ana signed the treaty.")
FUNDED = Told("other", ("Ana",), "dam", evidence="Ana funded the dam.", subtype="funded")
PEOPLE = (Named("Ana", "Person"), Named("Omar", "Person"))
GOLD = Annotation("a", (*PEOPLE, Named("Fez", "Place")), (MET, SIGNED, FUNDED))


def measured(*found: Told, gold: Annotation = GOLD) -> dict[str, Figure]:
    record = Annotation("a", PEOPLE, found)
    return {figure.name: figure for figure in figures([(gold, record)])}


def test_entities() -> None:
    got = measured()
    assert got["fine"].count == Count(right=2, found=2, gold=3)
    assert got["Person"].count == Count(right=2, found=2, gold=2)
    assert got["coarse.Place"].count == Count(right=0, found=None, gold=1)
    assert got["fine"].count.precision == 1.0
    assert got["fine"].score == pytest.approx(0.8)
    assert "Company" not in got


def test_the_core_and_the_others_are_counted_apart() -> None:
    got = measured(MET, FUNDED)
    assert got["core"].count == Count(right=1, found=1, gold=2)
    assert got["other"].count == Count(right=1, found=1, gold=1)
    assert got["events"].count == Count(right=2, found=2, gold=3)
    assert got["signed"].count == Count(right=0, found=0, gold=1)


def test_an_optional_event_costs_nothing_found_or_not() -> None:
    gold = replace(GOLD, events=(MET, replace(SIGNED, is_optional=True)))
    assert measured(MET, gold=gold)["core"].count == Count(right=1, found=1, gold=1)
    assert measured(MET, SIGNED, gold=gold)["core"].count == Count(right=1, found=1, gold=1)


@pytest.mark.parametrize(
    ("found", "name", "right"),
    [
        pytest.param(MET, "date", 1, id="date-right"),
        pytest.param(replace(MET, date="2025-09-21"), "date", 0, id="date-wrong"),
        pytest.param(replace(MET, place=""), "place", 0, id="place-missing"),
        pytest.param(replace(MET, modality="planned"), "modality", 0, id="modality"),
        pytest.param(replace(MET, evidence="Omar left."), "evidence", 0, id="evidence"),
    ],
)
def test_attributes_of_what_was_found(found: Told, name: str, right: int) -> None:
    assert measured(found)[name].count == Count(right=right, found=1, gold=1)


def test_strictly_right_are_events_with_date_and_place() -> None:
    assert measured(MET, SIGNED)["strict"].count == Count(right=2, found=2, gold=2)
    wrong = replace(MET, place="Oran")
    assert measured(wrong, SIGNED)["strict"].count == Count(right=1, found=2, gold=2)


def test_articles_are_summed() -> None:
    nothing = Annotation("b")
    both = figures([(GOLD, replace(GOLD)), (replace(GOLD, id="b"), nothing)])
    core = next(figure for figure in both if figure.name == "core")
    assert core.count == Count(right=2, found=2, gold=4)


def test_nothing_found_in_nothing_is_zero() -> None:
    got = {figure.name: figure for figure in figures([(Annotation("a"), Annotation("a"))])}
    assert (got["core"].score, got["core"].low, got["core"].high) == (0.0, 0.0, 0.0)
    assert list(got) == ["fine", "coarse", "core", "strict", "other", "events"]
