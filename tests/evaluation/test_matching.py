"""What was found is matched one to one with what is there."""

from dataclasses import replace

import pytest

from relgraph.evaluation import Annotation, Named, Told
from relgraph.evaluation.matching import (
    likeness,
    match_entities,
    match_events,
    same_date,
    same_evidence,
    same_place,
)

RUIZ = Named("Ana Ruiz", "Person", ("Ruiz",))
HEJIRA = Named("Omar Hejira", "Person")
MET = Told("met", ("Ana Ruiz", "Omar Hejira"))


@pytest.mark.parametrize(
    ("found", "fine", "coarse"),
    [
        pytest.param(Named("Ruiz", "Person"), 1, 1, id="by-an-alias"),
        pytest.param(Named("Ms Ana Ruiz", "Person"), 1, 1, id="with-a-title"),
        pytest.param(Named("Ana Ruiz", "Company"), 0, 0, id="of-another-kind"),
        pytest.param(Named("Ana", "Person"), 0, 0, id="by-a-part-of-the-name"),
    ],
)
def test_a_person_is_found(found: Named, fine: int, coarse: int) -> None:
    assert len(match_entities((RUIZ,), (found,), is_fine=True)) == fine
    assert len(match_entities((RUIZ,), (found,), is_fine=False)) == coarse


def test_bodies_and_companies_are_one_in_the_coarse_figures() -> None:
    there, found = (Named("Kestrel", "Company"),), (Named("Kestrel", "Organization"),)
    assert match_entities(there, found, is_fine=True) == {}
    assert match_entities(there, found, is_fine=False) == {0: 0}


def test_one_found_is_not_two_there() -> None:
    there = (Named("Singh", "Person"), Named("Singh", "Person"))
    assert match_entities(there, (Named("Singh", "Person"),), is_fine=True) == {0: 0}


@pytest.mark.parametrize(
    ("there", "found", "score"),
    [
        pytest.param(MET, MET, 1.0, id="the-same"),
        pytest.param(MET, replace(MET, participants=("Ruiz",)), 2 / 3, id="one-of-two"),
        pytest.param(MET, replace(MET, participants=("Keita",)), 0.0, id="another"),
        pytest.param(MET, replace(MET, type="discussed"), 0.0, id="another-type"),
        pytest.param(
            replace(MET, participants=("role:envoys",)),
            replace(MET, participants=()),
            0.5,
            id="nobody-named-on-either-side",
        ),
        pytest.param(
            MET,
            replace(MET, participants=("Ana Ruiz", "K", "L", "M")),
            0.0,
            id="lost-in-a-crowd",
        ),
        pytest.param(
            Told("visited", ("Ana Ruiz",), "Port of Fez"),
            Told("visited", ("Ana Ruiz",), "", "Fez"),
            1.0,
            id="destination-told-as-place",
        ),
        pytest.param(
            Told("visited", ("Ana Ruiz",), "Fez"),
            Told("visited", ("Ana Ruiz",), "Rabat"),
            0.0,
            id="another-destination",
        ),
        pytest.param(
            Told("met", ("Ana Ruiz",), "summit"),
            Told("met", ("Ana Ruiz",), "fair"),
            1.0,
            id="of-meetings-the-object-does-not-count",
        ),
    ],
)
def test_how_like_two_events_are(there: Told, found: Told, score: float) -> None:
    names = {"ana ruiz": "Ana Ruiz", "ruiz": "Ana Ruiz", "omar hejira": "Omar Hejira"}
    assert likeness(there, found, names).score == pytest.approx(score)


def test_the_best_pair_goes_first() -> None:
    gold = Annotation("a", (RUIZ, HEJIRA), (MET,))
    found = Annotation("a", (), (replace(MET, participants=("Ruiz",)), MET))
    assert match_events(gold, found) == {0: 1}


def test_what_must_be_found_goes_before_what_may_be() -> None:
    gold = Annotation("a", (RUIZ, HEJIRA), (MET, replace(MET, is_optional=True)))
    assert match_events(gold, Annotation("a", (), (MET,))) == {0: 0}


@pytest.mark.parametrize(
    ("there", "found", "is_same"),
    [
        pytest.param("2025-09-22", "2025-09-22", True, id="day"),
        pytest.param("2025-09", "2025-09-22", True, id="more-exact"),
        pytest.param("2025-09-22", "2025-09", False, id="less-exact"),
        pytest.param("XXXX-09-22", "2024-09-22", True, id="year-unknown"),
        pytest.param("2025-09-22", "", False, id="none"),
        pytest.param("2025-09-22/2025-09-23", "2025-09-22", False, id="range"),
    ],
)
def test_dates(there: str, found: str, *, is_same: bool) -> None:
    assert same_date(there, found) is is_same


def test_places_and_evidence() -> None:
    assert same_place("The Hague", "Hague")
    assert not same_place("Rabat", "")
    assert same_evidence("He met her. Then he left.", "He met her.")
    assert not same_evidence("He met her.", "Then he left.")
