"""Each difference between a reading and the annotation is listed once, with its stage."""

from dataclasses import replace

import pytest

from relgraph.evaluation import Annotation, Named, Reading, Sign, Stage, Told, losses
from relgraph.extract.trace import Sentence, Trace
from relgraph.model import Span

TEXT = "On Monday Ana Ruiz met\nOmar Hejira. Kestrel Motors paid."
ANA, OMAR = Named("Ana Ruiz", "Person", ("Ruiz",)), Named("Omar Hejira", "Person")
KESTREL = Named("Kestrel Motors", "Company")
MET = Told("met", ("Ana Ruiz", "Omar Hejira"), evidence="On Monday Ana Ruiz met Omar Hejira.")
SENTENCES = (Sentence(Span(0, 35), ("meet",), ()), Sentence(Span(36, 56), ("pay",), ()))


def stages(reading: Reading) -> list[tuple[Sign, str, Stage]]:
    return [(loss.sign, loss.what, loss.stage) for loss in losses(reading)]


@pytest.mark.parametrize(
    ("there", "found", "expected"),
    [
        pytest.param(
            (KESTREL,), (), [(Sign.MISSED, "Company Kestrel Motors", Stage.NOT_FOUND)], id="missed"
        ),
        pytest.param(
            (), (KESTREL,), [(Sign.EXTRA, "Company Kestrel Motors", Stage.EXTRA)], id="extra"
        ),
        pytest.param(
            (KESTREL,),
            (Named("Kestrel Motors", "Place"),),
            [
                (Sign.MISSED, "Company Kestrel Motors", Stage.WRONG_KIND),
                (Sign.EXTRA, "Place Kestrel Motors", Stage.WRONG_KIND),
            ],
            id="of-another-kind",
        ),
        pytest.param(
            (KESTREL,),
            (Named("Kestrel", "Company"),),
            [
                (Sign.MISSED, "Company Kestrel Motors", Stage.OTHER_NAME),
                (Sign.EXTRA, "Company Kestrel", Stage.OTHER_NAME),
            ],
            id="half-the-name",
        ),
        pytest.param(
            (ANA, Named("Luis Ruiz", "Person", ("Ruiz",))),
            (Named("Ana Ruiz", "Person", ("Luis Ruiz",)),),
            [(Sign.MISSED, "Person Luis Ruiz", Stage.MERGED)],
            id="two-people-made-one",
        ),
        pytest.param(
            (ANA,),
            (ANA, Named("Ruiz", "Person")),
            [(Sign.EXTRA, "Person Ruiz", Stage.REPEATED)],
            id="one-person-made-two",
        ),
    ],
)
def test_entities(
    there: tuple[Named, ...],
    found: tuple[Named, ...],
    expected: list[tuple[Sign, str, Stage]],
) -> None:
    reading = Reading(Annotation("a", there), Annotation("a", found), TEXT)
    assert stages(reading) == expected


def test_an_entity_is_shown_in_the_sentence_that_names_it() -> None:
    trace = Trace(SENTENCES)
    (loss,) = losses(Reading(Annotation("a", (KESTREL,)), Annotation("a"), TEXT, trace))
    assert (loss.sentence, loss.detail) == ("Kestrel Motors paid.", "")


def test_a_name_that_the_text_does_not_have_is_told() -> None:
    (loss,) = losses(Reading(Annotation("a", (Named("Fez", "Place"),)), Annotation("a"), TEXT))
    assert loss.detail == "none of its names stands in the text"


@pytest.mark.parametrize(
    "oman",
    [
        pytest.param(Named("Oman", "Country"), id="in-another-word"),
        pytest.param(Named("Sultanate", "Country", ("",)), id="of-no-letters"),
    ],
)
def test_a_name_does_not_stand_where_only_its_letters_do(oman: Named) -> None:
    reading = Reading(Annotation("a", (oman,)), Annotation("a"), "A woman paid.")
    (loss,) = losses(reading)
    assert (loss.detail, loss.sentence) == ("none of its names stands in the text", "")


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(
            MET,
            [],
            id="found",
        ),
        pytest.param(
            replace(MET, type="discussed"),
            [(Sign.MISSED, Stage.WRONG_TYPE), (Sign.EXTRA, Stage.WRONG_TYPE)],
            id="another-type",
        ),
        pytest.param(
            replace(MET, participants=("Ana Ruiz", "K", "L", "M")),
            [(Sign.MISSED, Stage.WRONG_PARTIES), (Sign.EXTRA, Stage.WRONG_PARTIES)],
            id="other-parties",
        ),
        pytest.param(
            replace(MET, participants=("K",), evidence="Kestrel Motors paid."),
            [(Sign.MISSED, Stage.NO_FRAME), (Sign.EXTRA, Stage.EXTRA)],
            id="nothing-of-the-kind",
        ),
        pytest.param(
            replace(MET, modality="planned", date="2025-09-22", place="Fez"),
            [(Sign.WRONG, Stage.WRONG_MODALITY)],
            id="modality-and-what-nobody-asked",
        ),
    ],
)
def test_events(found: Told, expected: list[tuple[Sign, Stage]]) -> None:
    gold = Annotation("a", (ANA, OMAR), (MET,))
    reading = Reading(gold, Annotation("a", (ANA, OMAR), (found,)), TEXT, Trace(SENTENCES))
    assert [(loss.sign, loss.stage) for loss in losses(reading)] == expected


def test_one_told_twice_is_extra_once() -> None:
    gold = Annotation("a", (ANA, OMAR), (MET,))
    found = replace(gold, events=(MET, MET))
    assert [(loss.sign, loss.stage) for loss in losses(Reading(gold, found))] == [
        (Sign.EXTRA, Stage.REPEATED)
    ]


def test_optional_events_are_not_missed() -> None:
    gold = Annotation("a", (), (replace(MET, is_optional=True),))
    assert list(losses(Reading(gold, Annotation("a")))) == []


def test_what_is_listed_moves_no_cursor() -> None:
    gold = Annotation("a\x1b[2J", (Named("A\nB\x1b[2J", "Person"),))
    (loss,) = losses(Reading(gold, Annotation("a")))
    assert (loss.article, loss.what) == ("a\ufffd[2J", "Person A B\ufffd[2J")
